"""What a client's constructor and its raw call were given: checked, and made ready for use."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, TypeGuard
from urllib.parse import urlsplit

from .errcodes import LANGUAGES, Language
from .errors import ParameterError
from .problems import Problem
from .redact import Secret
from .request import Operation, Request, fits_query
from .retry import Policy
from .values import describe, plain

Timeout = float | tuple[float, float]

# inspect.CO_COROUTINE, CO_ITERABLE_COROUTINE and CO_ASYNC_GENERATOR
_ASYNCHRONOUS = 0x80 | 0x100 | 0x200
_DEEPEST = 16

SLOWEST_RATE = 1 / 1440
"""Calls a minute: one a day."""


def origin_of(base_url: str) -> str:
    """Return scheme, host and port of a base URL, in lower case and without a slash at the end.

    Raises:
        ValueError: it is something else; the text is not repeated, it may hold a password or token.
    """
    if not isinstance(base_url, str):
        raise TypeError(f"base_url must be a string, is {type(base_url).__name__}")
    found = re.fullmatch(_ORIGIN, base_url, re.ASCII | re.IGNORECASE)
    try:
        port_is_possible = found is not None and urlsplit(base_url).port != 0
    except ValueError:
        port_is_possible = False
    if found is None or not port_is_possible:
        raise ValueError(
            "base_url must be http:// or https:// with a host and, if need be, a port, such as"
            ' "https://qyapi.weixin.qq.com": no user, path or query (other scripts as xn--…)'
        )
    return found["origin"].lower()


def check_language(language: str) -> Language:
    """Return the language that a client is to have.

    Raises:
        ValueError: it is none that errors have.
    """
    for known in LANGUAGES:
        if known == language:  # and not the argument: a member of an enumeration hashes otherwise
            return known
    raise ValueError(f'language must be "en" or "zh", is {language!r}')


def timeouts_of(timeout: Timeout) -> tuple[float, float]:
    """Return the seconds for the connection and for the answer.

    Raises:
        ValueError: not one or two numbers above 0, up to a day.
    """
    pair = timeout if isinstance(timeout, tuple) else (timeout, timeout)
    if len(pair) == 2 and all(_is_timeout(seconds) for seconds in pair):
        return float(pair[0]), float(pair[1])
    raise ValueError(
        "timeout must be seconds, or (seconds for the connection, seconds for the answer), each"
        f" above 0 and up to a day; is {timeout!r}"
    )


def _is_timeout(seconds: object) -> bool:
    return _is_number(seconds) and 0 < seconds <= 86400


def _is_number(value: Any) -> TypeGuard[float]:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def seconds_of(name: str, seconds: object, *, at_least: float, at_most: float = 86400) -> float:
    """Return a number of seconds.

    Raises:
        ValueError: no number, or one outside its limits.
    """
    if _is_number(seconds) and at_least <= seconds <= at_most and seconds == seconds:
        return float(seconds)
    raise ValueError(f"{name} must be seconds, {at_least:g} to {at_most:g}, is {seconds!r}")


def whole_of(name: str, value: object, at_least: int, at_most: int, unit: str) -> int:
    """Return a whole number.

    Raises:
        ValueError: none, or one outside its limits.
    """
    if isinstance(value, int) and not isinstance(value, bool) and at_least <= value <= at_most:
        return value
    raise ValueError(f"{name} must be {unit}, {at_least} to {at_most}, is {value!r}")


def is_rate(rate: object) -> bool:
    """Whether this can be a number of calls a minute; no clock can wait for ever."""
    return _is_number(rate) and SLOWEST_RATE <= rate <= sys.float_info.max


def rate_of(rate: object) -> float:
    """Return a number of calls a minute.

    Raises:
        ValueError: no number, or less than a call a day.
    """
    if is_rate(rate):
        return float(rate)  # type: ignore[arg-type]
    raise ValueError(f"rate must be calls a minute, at least one a day (1/1440), is {rate!r}")


def policy_with(policy: Policy, retries: object) -> Policy:
    """Return a policy that sends so many times after the first time, and waits long enough for it.

    Answers of -1 are no reason for more sends than the platform wants.

    Raises:
        ValueError: `retries` is not a whole number of 0 to 100.
    """
    sends = 1 + whole_of("retries", retries, 0, 100, "the number of further sends")
    return policy._replace(
        sends=sends,
        busy_sends=min(sends, policy.busy_sends),
        unknown_sends=sends,
        budget=max(policy.budget, (sends - 1) * policy.longest),
    )


def check_text(name: str, value: object) -> None:
    """Refuse what is not a text, or an empty one.

    Raises:
        TypeError, ValueError: it is; a secret is not repeated.
    """
    kind = type(value.reveal() if isinstance(value, Secret) else value)
    if kind is not str:
        raise TypeError(f"{name} must be a string, is {kind.__name__}")
    if value in ("", Secret("")):
        raise ValueError(f"{name} is empty")


def is_async(function: object) -> bool:
    """Whether a call only makes a coroutine or an asynchronous generator.

    `inspect` has this too, and takes as long to import as much of this package.
    """
    for _ in range(_DEEPEST):
        if isinstance(function, partial):
            function = function.func
        elif (code := getattr(function, "__code__", None)) is not None:
            return bool(getattr(code, "co_flags", 0) & _ASYNCHRONOUS)
        else:
            function = getattr(type(function), "__call__", None)  # noqa: B004 -- its code
    return False


def raw_request(
    method: str,
    path: str,
    params: Mapping[str, str | int] | None,
    json: Mapping[str, Any] | None,
    repeatable: bool,
    errcode_required: bool = True,
) -> Request:
    """Build the request of an endpoint that has no spec.

    Raises:
        ParameterError: with every problem at once.
    """
    problems = list(_raw_problems(method, path))
    query, body = _members("params", params, problems), _members("json", json, problems)
    problems += _query_problems(query)
    if problems:
        shown = path if isinstance(path, str) and re.fullmatch(_PATH, path) else "call"
        raise ParameterError(shown, problems, "")
    operation = Operation(path, method, repeatable, "", errcode_required=errcode_required)
    query = {name: plain(value) for name, value in query.items()}
    return Request(operation, query, None if json is None else body)


def _raw_problems(method: object, path: object) -> Iterator[Problem]:
    if method not in ("GET", "POST"):
        yield Problem("method", "enum", 'must be "GET" or "POST"')
    if not isinstance(path, str) or not re.fullmatch(_PATH, path):
        message = 'must be the path below /cgi-bin/, such as "externalcontact/groupchat/list"'
        yield Problem("path", "pattern", message)


def _members(name: str, given: object, problems: list[Problem]) -> dict[Any, Any]:
    """Return what an object of the caller's holds; members of enumerations are its plain texts."""
    try:
        if given is None or isinstance(given, Mapping):
            return {plain(key): value for key, value in (given or {}).items()}
    except Exception:  # its methods raise what they like
        problems.append(Problem(name, "type", "must be an object that can be read"))
        return {}
    problems.append(Problem(name, "type", "must be an object"))
    return {}


def _query_problems(query: Mapping[Any, object]) -> Iterator[Problem]:
    for name, value in query.items():
        if not isinstance(name, str):
            message = f"has a key that is not a string: {describe(name)}"
            yield Problem("params", "type", message)
        elif name == "access_token":
            message = "must be left out: the client adds its token"
            yield Problem(f"params.{name}", "additionalProperties", message)
        elif not _is_text_or_whole(value) or not fits_query(value):
            yield Problem(f"params.{name}", "type", "must be a string or an integer")


def _is_text_or_whole(value: object) -> bool:
    return isinstance(value, (str, int)) and not isinstance(value, bool)


# Compiled at their first use: that takes longer than to import this module.
_ORIGIN = r"(?P<origin>https?://(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?\.?|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?)/?"
_SEGMENT = r"(?!\.{1,2}(?:/|$))[A-Za-z0-9_.~-]+"
_PATH = rf"(?!cgi-bin/){_SEGMENT}(?:/{_SEGMENT})*"
