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
    ├── BatchError (in jobs/results)         a whole job that stopped; `result` says how far it came
    └── JournalError (in jobs/results)       a job's journal that cannot serve: nothing was sent

    ParameterWarning (a UserWarning)         sent, but the platform will cut or ignore a part of it

`args` of each exception are the arguments of its constructor: that alone makes them pickle, copy
and compare. The texts of an error stand in it, in its language: it needs no table to be shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from .decode import number_of
from .errcodes import ErrorEntry, Language
from .named import Named
from .problems import Problem
from .retry import KINDS

if TYPE_CHECKING:
    from .wording import Wording

SendOutcome = Literal["not_sent", "unknown"]


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
        count = len(self.problems)
        found = "1 problem" if count == 1 else f"{count} problems"
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
    `meaning`, `remedy`: from the error table, in `language`, that of the client. `doc_url`: the
    document's page. `after_unknown`: an earlier send of the same call was lost, and may have been
    carried out.
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
        language: Language = "en",
    ) -> None:
        """Keep what is known of the code."""
        self.errcode = errcode
        self.errmsg = errmsg
        self.operation = operation
        self.meaning = meaning
        self.remedy = remedy
        self.doc_url = doc_url
        self.after_unknown = after_unknown
        self.language = language
        super().__init__(
            errcode, errmsg, operation, meaning, remedy, doc_url, after_unknown, language
        )

    def __str__(self) -> str:
        """Say what happened, what to do, what the platform wrote, and where to read on."""
        words = wording(self.language)
        lines = [
            words.head.format(operation=self.operation, errcode=self.errcode, meaning=self.meaning),
            words.remedy.format(remedy=self.remedy),
        ]
        if self.after_unknown:
            lines.append(words.after_unknown)
        if self.errmsg:
            lines.append(words.errmsg.format(errmsg=self.errmsg))
        return "\n".join([*lines, *page_lines(self.doc_url, self.language)])


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
        outcome: SendOutcome,
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

    outcome: SendOutcome = "unknown"

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

    `key` names the element; `meaning` and `remedy` come from the error table, in the client's
    `language`. An `errcode` that is not a number stays as it came.
    """

    key: str
    errcode: int
    errmsg: str
    meaning: str
    remedy: str

    def __str__(self) -> str:
        """Return element, code, meaning and remedy on one line."""
        return _line(self, "en")


class PartialFailureError(WeComError):
    """Elements of an answer failed; raised by `raise_for_failures()` alone.

    `failures` is a tuple of `Failure`; the elements that it does not name were carried out.
    `language`: that of the text.
    """

    def __init__(
        self,
        operation: str,
        failures: Sequence[Failure],
        doc_url: str,
        language: Language = "en",
    ) -> None:
        """Keep the failures as a tuple."""
        self.operation = operation
        self.failures = tuple(failures)
        self.doc_url = doc_url
        self.language = language
        super().__init__(operation, self.failures, doc_url, language)

    def __str__(self) -> str:
        """Name each failed element with its code, one a line."""
        words = wording(self.language)
        head = words.failures(self.operation, len(self.failures))
        lines = [f"  {_line(failure, self.language)}" for failure in self.failures]
        return "\n".join([head, *lines, *page_lines(self.doc_url, self.language)])


def error_entry(
    errcode: object, table: Mapping[int, ErrorEntry], language: Language = "en"
) -> ErrorEntry:
    """Return what the table says of a code, or a general entry for one that it does not list."""
    number = number_of(errcode)
    entry = None if number is None else table.get(number)
    if entry is None:
        from .wording import OF_THE_FLOW, SUCCESS, UNLISTED

        kind = KINDS.get(number or 0, "errcode")
        entry = SUCCESS if number == 0 else OF_THE_FLOW.get(kind, UNLISTED)
    return entry.told_in(language)


def api_error(
    errcode: int,
    errmsg: str,
    operation: str,
    doc_url: str,
    table: Mapping[int, ErrorEntry],
    after_unknown: bool = False,
    language: Language = "en",
) -> APIError:
    """Make the error of a code: its class, meaning and remedy come from the table."""
    entry = error_entry(errcode, table, language)
    cls = _CLASSES.get(entry.errclass, APIError)
    meaning, remedy = entry.meaning, entry.remedy
    return cls(errcode, errmsg, operation, meaning, remedy, doc_url, after_unknown, language)


def page_lines(doc_url: str, language: Language = "en") -> list[str]:
    """Return the line of an error's text that names the document's page."""
    return [wording(language).page.format(page=doc_url)] if doc_url else []


def wording(language: Language) -> Wording:
    """Return the words of a language: they are loaded with the first error that is shown."""
    from .wording import WORDINGS

    return WORDINGS[language]


def _line(failure: Failure, language: Language) -> str:
    words = wording(language)
    said = words.said.format(errmsg=failure.errmsg) if failure.errmsg else ""
    return words.failure.format(
        key=failure.key,
        errcode=failure.errcode,
        meaning=failure.meaning,
        said=said,
        remedy=failure.remedy,
    )


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
