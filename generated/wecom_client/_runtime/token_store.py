# Copied from templates/wecom_client/_runtime/token_store.py: edit that file, then run 'make generate'.
"""What a token store has to do; write one of your own where the three here do not fit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from .arguments import is_async


class TokenStore(Protocol):
    """Keeps a text under a key, and lets one at a time fetch a new one.

    A client names an application by a key (a hash: it tells neither the corp id nor the secret)
    and keeps a short text under it, with the token in it: whoever can read the store can use the
    token. Every method may be called by any thread; it may take as long as a disk or a server
    takes, but must not wait for anybody. What it raises stops no call: the client then does without
    that method for some seconds, and goes on with the others.

    A store may also have `reserve(key, interval)`, which reserves the next free slot in a limit
    that all users of the key share, where slots are `interval` seconds apart, and returns the
    seconds until then. Without it, or with None in its place, each client keeps a limit of its own.
    """

    def load(self, key: str) -> str | None:
        """Return the text that was saved last under the key, or None where there is none."""

    def save(self, key: str, text: str, seconds: float) -> None:
        """Keep the text for so many seconds at least, in place of what was there."""

    def try_lock(self, key: str, seconds: float) -> Callable[[], None] | None:
        """Take the key's lock and return what releases it, or None while somebody else holds it.

        Whoever died with the lock loses it, after so many seconds at the latest.
        """


def check_store(store: object) -> None:
    """Refuse what is not a token store.

    Raises:
        TypeError: it is, with what to pass instead.
    """
    methods = {name: getattr(store, name, None) for name in (*_NEEDED, *_OPTIONAL)}
    if isinstance(store, type) or not all(callable(methods[name]) for name in _NEEDED):
        raise TypeError(
            "token_store must be a token store, such as FileTokenStore(path), or an object with"
            " its methods load, save and try_lock"
        )
    for name, method in methods.items():
        if is_async(method):
            raise TypeError(
                f"token_store.{name} must be a function without async: AsyncWeComClient calls it in"
                " a thread"
            )


_NEEDED = ("load", "save", "try_lock")
_OPTIONAL = ("reserve", "start_anew")
