"""What a token store has to do; write one of your own where the three here do not fit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class TokenStore(Protocol):
    """Keeps a text under a key, and lets one at a time fetch a new one.

    A client names an application by a key (a hash: it tells neither the corp id nor the secret)
    and keeps a short text under it, with the token in it: whoever can read the store can use the
    token. Every method may be called by any thread; it may take as long as a disk or a server
    takes, but must not wait for anybody. What it raises stops no call: the client then does without
    the store for some seconds.
    """

    def load(self, key: str) -> str | None:
        """Return the text that was saved last under the key, or None where there is none."""

    def save(self, key: str, text: str, seconds: float) -> None:
        """Keep the text for so many seconds at least, in place of what was there."""

    def try_lock(self, key: str, seconds: float) -> Callable[[], None] | None:
        """Take the key's lock and return what releases it, or None while somebody else holds it.

        Whoever died with the lock loses it, after so many seconds at the latest.
        """
