# Copied from templates/wecom_client/simulator/cursors.py: edit that file, then run 'make generate'.
"""Cursors: where a list goes on, as a text that only the one who gave it can make.

A cursor tells a place by the keys of what came last, not by a count, so that what is added or
taken away between two pages neither repeats nor hides anything.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from .refusals import MALFORMED, RefusalError

_DIGEST = 16

_Record = TypeVar("_Record")


class Cursors:
    """Makes and reads the cursors of one kind of list."""

    def __init__(self, errcode: int) -> None:
        """Refuse with `errcode` what is no cursor of this kind."""
        self._errcode = errcode
        self._key = secrets.token_bytes(16)

    def give(self, place: Any, asked: object = None) -> str:
        """Return the cursor of a place, which is anything that JSON can say.

        `asked` is what the list was asked for: with anything else the cursor is refused.
        """
        text = json.dumps(place).encode()
        return base64.urlsafe_b64encode(self._digest(text, asked) + text).decode()

    def place(self, cursor: str | None, asked: object = None) -> Any:
        """Return the place that a cursor tells; None for none, which is the beginning.

        Raises:
            RefusalError: it was not given, or not for what is asked for now.
        """
        if not cursor:
            return None
        try:
            raw = base64.b64decode(cursor.encode(), altchars=b"-_", validate=True)
        except (ValueError, binascii.Error):
            raw = b""
        digest, text = raw[:_DIGEST], raw[_DIGEST:]
        if not secrets.compare_digest(digest, self._digest(text, asked)):
            raise RefusalError(self._errcode, "invalid cursor")
        return json.loads(text)

    def _digest(self, text: bytes, asked: object) -> bytes:
        content = text + repr(asked).encode()
        return hashlib.blake2s(content, digest_size=_DIGEST, key=self._key).digest()


def page_size(params: Mapping[str, Any], default: int) -> int:
    """Return the `limit` of a request, or what it is where it is left out.

    Raises:
        RefusalError: it is below 1, so that no page would ever be the last.
    """
    limit: int = params.get("limit", default)
    if limit < 1:
        raise RefusalError(MALFORMED, f"limit must be at least 1, is {limit}")
    return limit


def page_of(
    numbered: Iterable[tuple[int, _Record]],
    params: Mapping[str, Any],
    cursors: Cursors,
    default: int,
    asked: object = None,
) -> tuple[list[_Record], str]:
    """Return a page of records, which go by their numbers, and the cursor of the next one.

    The cursor is empty behind the last page; `default` is the page's size without a `limit`.

    Raises:
        RefusalError: the limit or the cursor cannot be.
    """
    limit = page_size(params, default)
    place = cursors.place(params.get("cursor"), asked)
    found = [(number, one) for number, one in numbered if place is None or number > place]
    next_cursor = cursors.give(found[limit - 1][0], asked) if len(found) > limit else ""
    return [one for _, one in found[:limit]], next_cursor
