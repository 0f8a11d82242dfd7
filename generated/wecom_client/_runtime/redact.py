"""Keeping secrets and tokens out of texts, reprs and log records."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from typing import NoReturn
from urllib.parse import quote, quote_plus

MASK = "***"

_NAMES = (
    r"(?:(?:suite_|provider_)?access_token|corpsecret|(?:corp_|suite_|provider_)secret"
    r"|suite_ticket|permanent_code)"
)
# In a URL or a form (`name=value`, also percent-encoded once), and in JSON or a Python repr.
_IN_QUERY = re.compile(rf"({_NAMES}(?:=|%3D))[^\s&\"'<>\\,;)\]}}]+", re.IGNORECASE)
_IN_JSON = re.compile(rf"(\\?([\"']){_NAMES}\\?\2\s*:\s*\\?([\"']))(?:(?!\\?\3).)+", re.IGNORECASE)

# A made-up token such as "t" must not take its letter out of every word.
_SURELY_SECRET = 8

# A filter acts only on the logger that a record is made for, not on that logger's children.
HTTP_LOGGERS = (
    "requests",
    "urllib3",
    "urllib3.connection",
    "urllib3.connectionpool",
    "urllib3.poolmanager",
    "urllib3.response",
    "urllib3.util.retry",
)


class Secret:
    """A text that only `reveal()` shows: no repr does, and so no traceback with local variables."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """Return the text itself."""
        return self._text

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        return self._text == other._text

    def __hash__(self) -> int:
        return hash(self._text)

    def __repr__(self) -> str:
        return "Secret(***)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Secret is not pickled: its text would stand in the file")


def clean(text: str, secrets: Iterable[Secret] = ()) -> str:
    """Return the text with these secrets, and every value named like a secret or token, masked."""
    known = {variant for secret in secrets for variant in _variants(secret.reveal())}
    for variant in sorted(known, key=len, reverse=True):
        if len(variant) >= _SURELY_SECRET:
            text = text.replace(variant, MASK)
        else:
            text = re.sub(rf"(?<!\w){re.escape(variant)}(?!\w)", MASK, text)
    return _IN_JSON.sub(rf"\1{MASK}", _IN_QUERY.sub(rf"\1{MASK}", text))


def guard_loggers(names: Iterable[str]) -> None:
    """Give each logger the cleaning filter, once."""
    for name in names:
        logger = logging.getLogger(name)
        if _FILTER not in logger.filters:
            logger.addFilter(_FILTER)


class CleaningFilter(logging.Filter):
    """Lets every record pass, cleaned."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Clean the message, its arguments and a traceback."""
        try:
            message = record.getMessage()
        except Exception:
            # Mismatched arguments: logging itself reports that, with the arguments; they must go.
            record.msg, record.args = clean(str(record.msg)), None
            return True
        if (cleaned := clean(message)) != message:
            record.msg, record.args = cleaned, None
        if record.exc_info:
            text = logging.Formatter().formatException(record.exc_info)
            if (cleaned := clean(text)) != text:
                record.exc_text, record.exc_info = cleaned, None
        return True


def _variants(text: str) -> set[str]:
    quoted = {quote(text, safe=safe, errors="replace") for safe in ("/", "")}
    return {text, *quoted, quote_plus(text, errors="replace")} - {""}


_FILTER = CleaningFilter()
