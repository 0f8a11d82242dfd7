"""Every exception and warning a caller can meet, and the choice of one from an errcode.

::

    WeComError
    ├── ParameterError (also a ValueError)   a check failed; nothing was sent
    ├── APIError                             the platform answered with an errcode
    │   ├── AuthenticationError              corp id or secret
    │   ├── TokenError                       the token, also after its renewal
    │   ├── PermissionDeniedError            rights, visible range, the caller's address
    │   ├── RateLimitError                   too often or too many at once
    │   ├── BusyError                        the platform is busy
    │   ├── QuotaError                       a standing or daily quota is used up
    │   ├── NotFoundError                    no such group, member or join way
    │   ├── ConflictError                    the present state forbids it
    │   ├── InvalidRequestError              the platform refused a parameter
    │   └── TooLargeError                    the answer would be too large
    ├── TransportError                       no usable HTTP answer: `outcome` says what is known
    ├── ResponseError                        HTTP 2xx, but not the JSON of the platform
    ├── PartialFailureError                  asked for: elements of an answer that failed
    └── BatchError (in jobs/results)         a whole job that stopped; `result` says how far it came

    ParameterWarning (a UserWarning)         sent, but the platform will cut or ignore a part of it

`args` of each exception are the arguments of its constructor: that alone makes them pickle, copy
and compare.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from .decode import number_of
from .named import Named
from .problems import Problem

Outcome = Literal["not_sent", "unknown"]


class WeComError(Exception):
    """Base of every exception that this package raises for a call."""

    def __eq__(self, other: object) -> bool:
        """Equal are errors of one class with the same content."""
        if not isinstance(other, WeComError):
            return NotImplemented
        return type(self) is type(other) and self.args == other.args

    def __hash__(self) -> int:
        """Hash by class and text: what an error carries need not be hashable."""
        return hash((type(self), str(self)))


class ParameterError(WeComError, ValueError):
    """Parameters break rules of the document; nothing was sent.

    `operation`: path of the operation, such as `externalcontact/groupchat/transfer`.
    `problems`: all of them, each with `path`, `rule` and `message`. `doc_url`: the document's page.
    """

    def __init__(self, operation: str, problems: Sequence[Problem], doc_url: str) -> None:
        """Keep the problems as a tuple."""
        self.operation = operation
        self.problems = tuple(problems)
        self.doc_url = doc_url
        super().__init__(operation, self.problems, doc_url)

    def __str__(self) -> str:
        """List every problem, one a line."""
        found = _count(len(self.problems), "problem")
        head = f"{self.operation}: nothing was sent, {found} to correct:"
        return "\n".join(
            [head, *(f"  {problem}" for problem in self.problems), *page_lines(self.doc_url)]
        )


class ParameterWarning(UserWarning):
    """A parameter was sent, but the platform will silently cut or ignore a part of it."""


class ResponseWarning(UserWarning):
    """An operation was carried out, but the platform may have lost a part of what was sent."""


class APIError(WeComError):
    """The platform answered with an `errcode` other than 0: it did not carry out this request.

    `errcode`, `errmsg`: as answered, the text cleaned of tokens. `operation`: its path.
    `meaning`, `remedy`: from the error table. `doc_url`: the document's page.
    `after_unknown`: an earlier send of the same call was lost, and may have been carried out.
    """

    def __init__(
        self,
        errcode: int,
        errmsg: str,
        operation: str,
        meaning: str,
        remedy: str,
        doc_url: str,
        after_unknown: bool = False,
    ) -> None:
        """Keep what is known of the code."""
        self.errcode = errcode
        self.errmsg = errmsg
        self.operation = operation
        self.meaning = meaning
        self.remedy = remedy
        self.doc_url = doc_url
        self.after_unknown = after_unknown
        super().__init__(errcode, errmsg, operation, meaning, remedy, doc_url, after_unknown)

    def __str__(self) -> str:
        """Say what happened, what to do, what the platform wrote, and where to read on."""
        lines = [
            f"{self.operation}: errcode {self.errcode}, {self.meaning}",
            f"  what to do: {self.remedy}",
        ]
        if self.after_unknown:
            lines.append("  an earlier send of this call was lost and may have been carried out")
        if self.errmsg:
            lines.append(f"  errmsg: {self.errmsg}")
        return "\n".join([*lines, *page_lines(self.doc_url)])


class AuthenticationError(APIError):
    """The corp id or the secret is wrong, or they do not belong together."""


class TokenError(APIError):
    """The token was refused, after its one renewal too where it could be renewed."""


class PermissionDeniedError(APIError):
    """The application, the member or the caller's address lacks the right to do this."""


class RateLimitError(APIError):
    """Calls came too often, or too many at the same time."""


class BusyError(APIError):
    """The platform was busy at every send."""


class QuotaError(APIError):
    """A quota is used up; waiting or deleting makes room."""


class NotFoundError(APIError):
    """The group, member, customer or join way does not exist (or not for this application)."""


class ConflictError(APIError):
    """The present state of the group or member forbids it."""


class InvalidRequestError(APIError):
    """The platform refused a parameter."""


class TooLargeError(APIError):
    """The answer would be too large; narrow the request."""


class TransportError(WeComError):
    """No usable HTTP answer came.

    `outcome`: `"not_sent"` (nothing was carried out: no connection, no token to be had, HTTP 3xx
    or 4xx) or `"unknown"` (timeout, broken connection, HTTP 5xx: carried out or not, nobody knows).
    `status`: the HTTP status where one other than 2xx came. `operation`, `doc_url` as elsewhere.
    """

    def __init__(
        self,
        message: str,
        operation: str,
        outcome: Outcome,
        status: int | None = None,
        doc_url: str = "",
    ) -> None:
        """Keep what is known of the outcome."""
        self.message = message
        self.operation = operation
        self.outcome = outcome
        self.status = status
        self.doc_url = doc_url
        super().__init__(message, operation, outcome, status, doc_url)

    def __str__(self) -> str:
        """Say what happened and what may safely be done next."""
        lines = [
            f"{self.operation}: {self.message}",
            f"  outcome: {self.outcome}; {_ADVICE[self.outcome]}",
        ]
        return "\n".join([*lines, *page_lines(self.doc_url)])


class ResponseError(WeComError):
    """HTTP 2xx came, but no JSON object with a numeric `errcode`; `outcome` is `"unknown"`."""

    outcome: Outcome = "unknown"

    def __init__(self, message: str, operation: str, doc_url: str = "") -> None:
        """Keep what was wrong with the body, never the body."""
        self.message = message
        self.operation = operation
        self.doc_url = doc_url
        super().__init__(message, operation, doc_url)

    def __str__(self) -> str:
        """Say what came instead of an answer, and what may safely be done next."""
        lines = [
            f"{self.operation}: {self.message}",
            f"  outcome: {self.outcome}; {_ADVICE[self.outcome]}",
        ]
        return "\n".join([*lines, *page_lines(self.doc_url)])


class Failure(Named):
    """One element of an answer that failed.

    `key` names the element; `meaning` and `remedy` come from the error table. An `errcode` that is
    no number stays as it came.
    """

    key: str
    errcode: int
    errmsg: str
    meaning: str
    remedy: str

    def __str__(self) -> str:
        """Return element, code, meaning and remedy on one line."""
        said = f" ({self.errmsg})" if self.errmsg else ""
        return f"{self.key}: errcode {self.errcode}, {self.meaning}{said}; {self.remedy}"


class PartialFailureError(WeComError):
    """Elements of an answer failed; raised by `raise_for_failures()` alone.

    `failures` is a tuple of `Failure`; the elements that it does not name were carried out.
    """

    def __init__(self, operation: str, failures: Sequence[Failure], doc_url: str) -> None:
        """Keep the failures as a tuple."""
        self.operation = operation
        self.failures = tuple(failures)
        self.doc_url = doc_url
        super().__init__(operation, self.failures, doc_url)

    def __str__(self) -> str:
        """Name each failed element with its code, one a line."""
        failed = _count(len(self.failures), "element")
        head = f"{self.operation}: {failed} failed, the others were carried out:"
        return "\n".join(
            [head, *(f"  {failure}" for failure in self.failures), *page_lines(self.doc_url)]
        )


class ErrorEntry(Named):
    """What the error table says of one errcode."""

    errclass: str
    meaning: str
    remedy: str


def error_entry(errcode: object, table: Mapping[int, ErrorEntry]) -> ErrorEntry:
    """Return what the table says of a code, or a general entry for one that it does not list."""
    number = number_of(errcode)
    if number is None:
        return _UNLISTED
    return table.get(number) or _FLOW_CODES.get(number) or _UNLISTED


def api_error(
    errcode: int,
    errmsg: str,
    operation: str,
    doc_url: str,
    table: Mapping[int, ErrorEntry],
    after_unknown: bool = False,
) -> APIError:
    """Make the error of a code: its class, meaning and remedy come from the table."""
    entry = error_entry(errcode, table)
    cls = _CLASSES.get(entry.errclass, APIError)
    return cls(errcode, errmsg, operation, entry.meaning, entry.remedy, doc_url, after_unknown)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def page_lines(doc_url: str) -> list[str]:
    """Return the line of an error's text that names the document's page."""
    return [f"  see {doc_url}"] if doc_url else []


_ADVICE = {
    "not_sent": "nothing was carried out, the call may be made again once the cause is gone",
    "unknown": "it may have been carried out, look before making the call again",
}

_CLASSES: dict[str, type[APIError]] = {
    "authentication": AuthenticationError,
    "token": TokenError,
    "permission": PermissionDeniedError,
    "rate_limit": RateLimitError,
    "busy": BusyError,
    "quota": QuotaError,
    "not_found": NotFoundError,
    "conflict": ConflictError,
    "parameter": InvalidRequestError,
    "too_large": TooLargeError,
}

# The call flow acts on these codes: their classes must not depend on a table that specs may lack.
_FLOW_CODES = {
    -1: ErrorEntry("busy", "the platform is busy", "call again later"),
    40014: ErrorEntry("token", "the token is invalid", "check where the token comes from"),
    42001: ErrorEntry("token", "the token expired", "check where the token comes from"),
    45009: ErrorEntry("rate_limit", "calls come too often", "call less often"),
    45033: ErrorEntry("rate_limit", "too many calls at the same time", "call with fewer threads"),
}

_UNLISTED = ErrorEntry(
    "",
    "a code that the error table does not list",
    "read errmsg, then look the code up in the platform's list",
)
