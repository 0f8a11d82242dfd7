# Copied from templates/wecom_client/_runtime/redact.py: edit that file, then run 'make generate'.
"""Keeping secrets and tokens out of texts, reprs and log records."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NoReturn
from weakref import WeakValueDictionary

MASK = "***"

_NAMES = (
    r"(?:(?:suite_|provider_)?access_token|corpsecret|(?:corp_|suite_|provider_)secret"
    r"|suite_ticket|permanent_code)"
)
# In a URL or a form (`name=value`, also percent-encoded) or in words, and in JSON or a Python repr.
_IN_QUERY = rf"({_NAMES}(?:=|%(?:25)*3D|:\s*))(?=[^\s\"'])[^\s&\"'<>,;)\]}}]+"
_IN_JSON = rf"(\\?([\"']){_NAMES}\\?\2\s*:\s*\\?([\"']))(?:(?!\\?\3).)+"

# What urllib3 logs of bytes that are no answer's head may repeat anything.
_ANSWER = r"(?<=\bunparsed data: )(?=\S)[^\n]+"

# A made-up token such as "t" must not take its letter out of every word.
_SURELY_SECRET = 8

# A filter acts only on the logger that a record is made for, not on that logger's children.
HTTP_LOGGERS = (
    "aiohttp",
    "aiohttp.access",
    "aiohttp.client",
    "aiohttp.internal",
    "aiohttp.server",
    "aiohttp.web",
    "aiohttp.websocket",
    "requests",
    "urllib3",
    "urllib3.connection",
    "urllib3.connectionpool",
    "urllib3.poolmanager",
    "urllib3.response",
    "urllib3.util.retry",
)

# In its debug mode, a monitoring tool tells of the requests that it looks at.
TOOL_LOGGERS = ("sentry_sdk.errors",)

# By identity: of two equal ones, either may be the first to go.
_LIVING: WeakValueDictionary[int, Secret] = WeakValueDictionary()


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern at its first use: that takes longer than to import this module."""
    return re.compile(pattern, re.IGNORECASE)


class Secret:
    """A text that only `reveal()` shows: no repr does, and so no traceback with local variables."""

    __slots__ = ("__weakref__", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        _LIVING[id(self)] = self

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


def clean_of_all(text: str) -> str:
    """Return the text without any secret that this process holds at the moment.

    For texts about data, such as the repr of an answer, which belong to no client any more.
    """
    # The references are listed at once: another thread may make a secret meanwhile.
    living = [one for reference in _LIVING.valuerefs() if (one := reference()) is not None]
    return clean(text, {one for one in living if _may_stand_in(one, text)})


def _may_stand_in(secret: Secret, text: str) -> bool:
    """Whether it is worth looking: there may be thousands of tokens."""
    plain = secret.reveal()
    return plain in text or not plain.isalnum()


def clean(text: str, secrets: Iterable[Secret] = ()) -> str:
    """Return the text with these secrets, and every value named like a secret or token, masked."""
    for secret in sorted(secrets, key=lambda one: len(one.reveal()), reverse=True):
        if secret.reveal():
            text = _anyhow_written(secret).sub(MASK, text)
    text = _compiled(_IN_QUERY).sub(rf"\1{MASK}", text)
    return _compiled(_IN_JSON).sub(rf"\1{MASK}", text)


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
        if (cleaned := _cleaned_line(message)) != message:
            record.msg, record.args = cleaned, None
        if record.exc_info:
            text = logging.Formatter().formatException(record.exc_info)
            if (cleaned := _cleaned_line(text)) != text:
                record.exc_text, record.exc_info = cleaned, None
        return True


def _cleaned_line(text: str) -> str:
    return _compiled(_ANSWER).sub(MASK, clean(text))


@lru_cache(maxsize=64)
def _anyhow_written(secret: Secret) -> re.Pattern[str]:
    """Return what finds a secret, each of its characters plain or escaped as URLs and JSON do."""
    text = secret.reveal()
    pattern = "".join(map(_anyhow_escaped, text))
    if len(text) < _SURELY_SECRET:
        pattern = rf"(?<!\w){pattern}(?!\w)"
    return re.compile(pattern)


def _anyhow_escaped(char: str) -> str:
    octets = char.encode("utf-8", "surrogatepass")
    quoted = "".join(f"%(?:25)*{_any_case(f'{octet:02x}')}" for octet in octets)
    plain = re.escape(char) if char.isalnum() else rf"\\?{re.escape(char)}"
    space = r"|\+" if char == " " else ""
    return rf"(?:{quoted}|{plain}|\\u{_any_case(f'{ord(char):04x}')}{space})"


def _any_case(digits: str) -> str:
    return "".join(f"[{one}{one.upper()}]" if one.isalpha() else one for one in digits)


_FILTER = CleaningFilter()
