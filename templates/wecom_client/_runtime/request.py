"""A request: what would be sent for one call, built from arguments that passed the checks."""

from __future__ import annotations

import json
import logging
import sys
import time
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Literal

from .checks import Accept, Object
from .errors import ParameterError, ParameterWarning, ResponseWarning
from .named import Named
from .problems import Problem, Report
from .values import describe, plain

_log = logging.getLogger("wecom_client")
_PACKAGE = __name__.partition("._runtime")[0]

Checks = Literal["error", "warn", "off"]

# Python writes no longer numbers as text, and no API has one.
_MOST_BITS = 2048

# What making a `Named` comes to: a third of what the request of a short call takes is saved.
_new = tuple.__new__

_WRONG_JSON = "wrong json format"


_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


@cache
def _fast_encode() -> Callable[[Any], bytes | None] | None:
    # Not at the top: the first body is early enough, and not everybody has what it takes.
    try:
        from .speed import encode
    except ImportError:
        return None
    return encode


class Operation(Named):
    """What the call flow has to know of an operation.

    `path` is the URL path below `/cgi-bin/`; `repeatable` says whether a call whose outcome is
    unknown may be sent again; `doc_url` is the document's page; `errcode_required` says whether an
    answer without an `errcode` is none, rather than a success; `query` names the parameters of a
    POST that stand in the address; `effect` is `"read"`, `"write"` or `"destroy"` (what no other
    call brings back), and empty where the spec says nothing. `file` names the parameter of a POST
    that is sent as a file, alone in the body: whatever else there is stands in the address.
    """

    path: str
    method: str
    repeatable: bool
    doc_url: str
    title: str = ""
    errcode_required: bool = True
    query: tuple[str, ...] = ()
    effect: str = ""
    file: str = ""

    def build(
        self,
        schema: Any,
        values: Mapping[str, object],
        settings: Settings,
        extra: Mapping[str, Any] | None = None,
    ) -> Request:
        """Check the arguments of a call against its `REQUEST` and return what would be sent.

        `extra`: what is sent besides, unchecked.

        Raises:
            ParameterError: with every problem at once, when `settings.checks` is `"error"`; for
                an `extra` that is in the way of a parameter, whatever `settings.checks` is.
        """
        constraint: Object = schema
        if extra is None:
            sent = (constraint.accept or _first_use(constraint))(values, settings.clock)
            if sent is not None:
                if self.method == "POST" and not self.query and not self.file:
                    return _new(Request, (self, {}, sent, None))
                return self.request(sent)
        report = Report(settings.clock)
        sent = constraint.check(values, "", report)
        own: list[Problem] = []
        if extra is not None:
            sent = with_extra(self, constraint, sent, extra, own)
        if own or report.problems or report.warnings:
            settle(self, report, settings.checks, own)
        return self.request(sent)

    @property
    def is_sent_in_query(self) -> bool:
        """Whether all that is no file stands in the address."""
        return self.method == "GET" or self.file != ""

    def request(self, sent: Mapping[str, Any]) -> Request:
        """Return the request that sends values which were checked before."""
        if self.is_sent_in_query:
            files = {name: value for name, value in sent.items() if name == self.file}
            query = {plain(name): _query(sent[name]) for name in sent if name not in files}
            return Request(self, query, None, files if self.file else None)
        if not self.query:
            return Request(self, {}, sent)
        query = {name: _query(sent[name]) for name in self.query if name in sent}
        body = {name: value for name, value in sent.items() if name not in query}
        return Request(self, query, body)


def accepted(constraint: Object, values: Any, clock: Callable[[], float]) -> Any:
    """Return what is sent of values that plainly keep every constraint; None: `check` has to look.

    It says nothing of what it does not take.
    """
    return (constraint.accept or _first_use(constraint))(values, clock)


def _first_use(constraint: Object) -> Accept:
    """Have the good path compiled at the next use: a single call is done sooner without."""

    def compile_and_accept(values: Any, clock: Callable[[], float]) -> Any:
        from .check_compiler import compiled

        # Nothing is locked: threads that come at the same time make the same function twice.
        accept = constraint.accept = compiled(constraint)
        return accept(values, clock)

    constraint.accept = compile_and_accept
    return _leave


def _leave(values: Any, clock: Callable[[], float]) -> None:
    """Leave every value to the constraint objects."""


class Settings(Named):
    """How arguments are checked: what a problem leads to, and the clock that says what today is."""

    checks: Checks = "error"
    clock: Callable[[], float] = time.time


DEFAULTS = Settings()


class Request(Named):
    """What would be sent: query parameters without the token, and the body.

    `json`: a body of JSON; `files`: one of multipart/form-data, each `File` by the name of its
    part. None: it is no such body, and if neither is one, there is none.
    """

    operation: Operation
    params: Mapping[str, Any]
    json: Mapping[str, Any] | None
    files: Mapping[str, Any] | None = None

    @property
    def method(self) -> str:
        """The HTTP method."""
        return self.operation.method

    @property
    def path(self) -> str:
        """The URL path below `/cgi-bin/`."""
        return self.operation.path

    def encode(self) -> bytes | None:
        """Return the body, as UTF-8 JSON or with its files.

        Raises:
            ParameterError: a value that JSON or UTF-8 cannot hold, or what is no file where one
                should be (rule `type`); it says where.
        """
        if self.json is None:
            return None if self.files is None else self._encode_files(self.files)
        try:
            fast = _fast_encode()
            encoded = None if fast is None else fast(self.json)
            return _ENCODER.encode(self.json).encode() if encoded is None else encoded
        except Exception:
            # Objects of the caller's, which the checks let pass, raise what they like.
            problems = _unencodable_parts(self.json)
        raise ParameterError(self.operation.path, problems, self.operation.doc_url)

    def _encode_files(self, files: Mapping[str, Any]) -> bytes:
        from .files import File, not_a_file  # here, as few calls send files
        from .multipart import encode

        wrong = {name: one for name, one in files.items() if not isinstance(one, File)}
        if not wrong:
            return encode(files)
        problems = [Problem(name, "type", not_a_file(one)) for name, one in wrong.items()]
        raise ParameterError(self.operation.path, problems, self.operation.doc_url)


def settle(
    operation: Operation, report: Report, checks: Checks, own: Sequence[Problem] = ()
) -> None:
    """Raise, log or pass over what a report holds; `own`: problems that count in any case.

    Raises:
        ParameterError: there are problems, and `checks` is `"error"`; or there are some in `own`.
    """
    if own:
        places = {problem.path for problem in own}
        others = (problem for problem in report.problems if problem.path not in places)
        raise ParameterError(operation.path, (*own, *others), operation.doc_url)
    if checks == "off":
        return
    if report.problems and checks == "error":
        raise ParameterError(operation.path, tuple(report.problems), operation.doc_url)
    for problem in report.problems:
        _log.warning("%s: sent although %s", operation.path, problem)
    for problem in report.warnings:
        warnings.warn(f"{operation.path}: {problem}", ParameterWarning, _level_of_caller())


def with_extra(
    operation: Operation,
    constraint: Object,
    sent: Mapping[str, Any],
    extra: Mapping[str, Any],
    problems: list[Problem],
) -> Mapping[str, Any]:
    """Return what is sent, and with it what the spec does not have yet; report what cannot be."""
    merged = _merged(constraint, sent, extra, "extra", problems)
    if operation.is_sent_in_query:
        problems.extend(
            Problem(f"extra.{name}", "type", "must be text or a number: it goes into the query")
            for name in merged.keys() - constraint.properties.keys()
            if name not in sent and not fits_query(merged[name])
        )
    return merged


def fits_query(value: object) -> bool:
    """Whether this can be written into a URL."""
    if isinstance(value, int):
        return value.bit_length() <= _MOST_BITS
    return isinstance(value, (str, float))


def _merged(
    constraint: Any, sent: Any, extra: object, path: str, problems: list[Problem]
) -> Mapping[str, Any]:
    """Add members to an object, and to the objects inside it that both have."""
    merged = dict(sent) if isinstance(sent, Mapping) else {}
    try:
        members = list(extra.items()) if isinstance(extra, Mapping) else None
    except Exception:  # an object of the caller's raises what it likes
        members = None
    if members is None:
        problems.append(Problem(path, "type", f"must be an object, is {describe(extra)}"))
        return merged
    for name, value in members:
        if not isinstance(name, str):
            message = f"has a key that is not a string: {describe(name)}"
            problems.append(Problem(path, "type", message))
            continue
        name = plain(name)  # of a member of an enumeration, its text
        place = f"{path}.{name}"
        if name == "access_token":
            message = "must be left out: the client adds its token"
            problems.append(Problem(place, "additionalProperties", message))
        elif not _is_known(constraint, name):
            merged[name] = value
        elif isinstance(known := constraint.properties[name], Object):
            merged[name] = _merged(known, merged.get(name), value, place, problems)
        else:
            message = "is a parameter of its own: pass it as such, so that it is checked"
            problems.append(Problem(place, "additionalProperties", message))
    return merged


def _is_known(constraint: Any, name: object) -> bool:
    return isinstance(constraint, Object) and name in constraint.properties


def warn_of_lost_parameters(path: str, errmsg: str) -> None:
    """Warn where the platform says that it could not read the whole of a body."""
    if _WRONG_JSON in errmsg.lower():
        message = (
            f"{path}: carried out, but the platform could not read the whole body ({_WRONG_JSON}):"
            " it may have lost parameters; compare types and names with the document"
        )
        warnings.warn(message, ResponseWarning, _level_of_caller())


def _level_of_caller() -> int:
    """Return the `stacklevel` (seen from `settle`) of the first frame outside this package."""
    level, frame = 1, sys._getframe(1)
    while frame.f_back is not None and _is_ours(frame.f_globals.get("__name__", "")):
        level, frame = level + 1, frame.f_back
    return level


def _is_ours(module: str) -> bool:
    return module == _PACKAGE or module.startswith(_PACKAGE + ".")


def _query(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(plain(value))


def _unencodable_parts(body: Mapping[str, Any]) -> tuple[Problem, ...]:
    try:
        found = tuple(_unencodable(body, "", set()))
    except Exception:
        found = ()
    return found or (Problem("", "type", "holds an object that cannot be read"),)


def _unencodable(value: object, path: str, parents: set[int]) -> Iterator[Problem]:
    """Find what kept a body from being encoded."""
    if isinstance(value, (Mapping, list, tuple)):
        if id(value) in parents or len(parents) > 200:
            yield Problem(path, "type", "is nested without end or too deeply for JSON")
            return
        pairs = value.items() if isinstance(value, Mapping) else enumerate(value)
        for key, item in pairs:
            if isinstance(value, Mapping):
                if not isinstance(key, str):
                    yield Problem(path, "type", f"has a key that is not a string: {describe(key)}")
                    continue
                yield from _unencodable(key, f"{path}.{key!r}", parents)
                where = f"{path}.{key}" if path else key
            else:
                where = f"{path}[{key}]"
            yield from _unencodable(item, where, parents | {id(value)})
        return
    try:
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except UnicodeEncodeError:
        yield Problem(path, "type", "holds half of a surrogate pair, which UTF-8 cannot encode")
    except (TypeError, ValueError):
        yield Problem(path, "type", f"must be a value that JSON can hold, is {describe(value)}")
