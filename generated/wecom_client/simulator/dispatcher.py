# Copied from templates/wecom_client/simulator/dispatcher.py: edit that file, then run 'make generate'.
"""The dispatcher: from a call to a reply, for any operation that has a spec.

It knows no operation by name. An operation with a handler is answered by it; any other has its
request checked and is answered with the example of its spec.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Set
from functools import cached_property
from typing import Any, Protocol

from .._runtime.checks import Array, Check, Object, String
from .._runtime.problems import Report
from .behaviour import Handler
from .query import values_of
from .refusals import (
    EMPTY_OR_MISSING,
    MALFORMED,
    ProblemCodes,
    RefusalError,
    codes_of_file,
    refusal_of,
)
from .tokens import TOKEN_OPERATION, TokenIssuer
from .wire import Call, Reply, encode

_PACKAGE = __package__.rpartition(".")[0]
_NOT_FOUND = Reply(404, b"404 page not found\n", "text/plain")


class _Operation(Protocol):
    @property
    def method(self) -> str: ...

    @property
    def errcode_required(self) -> bool: ...

    @property
    def query(self) -> tuple[str, ...]: ...

    @property
    def file(self) -> str: ...


class _OperationModule(Protocol):
    @property
    def OPERATION(self) -> _Operation: ...  # noqa: N802

    @property
    def REQUEST(self) -> Object: ...  # noqa: N802


def known_operations() -> Mapping[str, str]:
    """Return the modules of the operations that the specs have, by the operations' paths."""
    found: Mapping[str, str] = _generated("_operations").OPERATIONS
    return found


class Dispatcher:
    """Answers calls: routing, token, decoding, checks, behaviour, errors, in this order.

    A path without a spec is answered with HTTP 404; everything else with HTTP 200 and an `errcode`.
    A wrong method is 40063; a body that is not a JSON object 40058, its `errmsg` saying "Warning:
    wrong json format."; an empty body counts as `{}`. Where a file is uploaded, the body is a form
    with it, and a part that is missing is 44001. A key that the spec does not know is refused
    (40058) although the platform would ignore it: a misspelt name is to be seen before production.
    """

    def __init__(
        self,
        tokens: TokenIssuer,
        clock: Callable[[], float],
        *,
        handlers: Mapping[str, Handler],
        codes: Mapping[str, ProblemCodes],
        operations: Mapping[str, str] | None = None,
        examples: Mapping[str, Any] | None = None,
    ) -> None:
        """Prepare a dispatcher.

        `handlers` and `codes` are what behaviours have, by operation path. `operations` (operation
        path → module) and `examples` (operation path → answer) are those of the generated package
        unless given.
        """
        self._tokens = tokens
        self._clock = clock
        self._handlers = handlers
        self._codes = codes
        self._operations = known_operations() if operations is None else operations
        self._given_examples = examples
        self._refused = 0

    @cached_property
    def _examples(self) -> Mapping[str, Any]:
        examples = self._given_examples
        return _generated("simulator._examples").EXAMPLES if examples is None else examples

    @property
    def operations(self) -> Set[str]:
        """The operations that are answered, gettoken among them."""
        return self._operations.keys() | {TOKEN_OPERATION}

    def answer(self, call: Call) -> Reply:
        """Carry out one call."""
        path = call.operation
        if path is None or not (path == TOKEN_OPERATION or path in self._operations):
            return _NOT_FOUND
        try:
            return encode(self._answer(path, call))
        except RefusalError as refusal:
            return self.refuse(refusal)

    def refuse(self, refusal: RefusalError) -> Reply:
        """Return the reply to a call that is refused."""
        return encode(refusal.answer(self._hint()))

    def _answer(self, path: str, call: Call) -> Mapping[str, Any]:
        if path == TOKEN_OPERATION:
            _require_method(call, "GET")
            return self._tokens.issue(call.query)
        application = self._tokens.application_of(call.query)
        module: _OperationModule = importlib.import_module(self._operations[path])
        _require_method(call, module.OPERATION.method)
        if call.method == "GET":
            params = values_of(call.query, module.REQUEST)
        elif module.OPERATION.file:
            params = {**values_of(call.query, module.REQUEST), **(call.files or {})}
        else:
            params = _object(call.json) if call.body else {}
            params = _with_query(params, call.query, module)
        codes = {**codes_of_file(module.OPERATION.file), **self._codes.get(path, {})}
        params = self._checked(params, module.REQUEST, codes)
        handler = self._handlers.get(path)
        if handler is None:
            answer: Mapping[str, Any] = _last_page(self._examples.get(path) or {}, module)
        else:
            answer = handler(params, application)
        if not module.OPERATION.errcode_required:
            return answer
        return {"errcode": 0, "errmsg": "ok", **answer}

    def _checked(
        self, params: dict[str, Any], request: Object, codes: ProblemCodes
    ) -> dict[str, Any]:
        report = Report(clock=self._clock, wire=True)
        checked: dict[str, Any] = request.check(params, "", report)
        if report.problems:
            raise refusal_of(report.problems, codes)
        kept: dict[str, Any] = _kept(checked, request)
        return kept

    def _hint(self) -> str:
        self._refused += 1
        return f"{int(self._clock())}{self._refused:09d}"


def _last_page(example: Mapping[str, Any], module: _OperationModule) -> Mapping[str, Any]:
    """Return an example that announces no further page: it would be the same one again."""
    pagination = getattr(module, "PAGINATION", None)
    if pagination is None:
        return example
    return {key: value for key, value in example.items() if key != pagination.next}


def _with_query(
    params: dict[str, Any], query: Mapping[str, str], module: _OperationModule
) -> dict[str, Any]:
    """Return the parameters of a POST, those that stand in the address taken from there alone."""
    names = module.OPERATION.query
    if not names:
        return params
    sent = values_of(query, module.REQUEST)
    body = {name: value for name, value in params.items() if name not in names}
    return {**body, **{name: sent[name] for name in names if name in sent}}


def _generated(module: str) -> Any:
    return importlib.import_module(f"{_PACKAGE}.{module}")


def _kept(value: Any, check: Check) -> Any:
    """Return what the platform keeps of a value: a text that its spec says is cut is cut here."""
    if isinstance(check, String):
        return value[: check.truncates_at]
    if isinstance(check, Array):
        return [_kept(item, check.items) for item in value]
    if isinstance(check, Object):
        known = check.properties
        return {
            name: _kept(item, known[name]) if name in known else item
            for name, item in value.items()
        }
    return value


def _require_method(call: Call, method: str) -> None:
    if call.method != method:
        raise RefusalError(EMPTY_OR_MISSING, f"the HTTP method must be {method}, is {call.method}")


def _object(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise RefusalError(MALFORMED, "the body must be a JSON object. Warning: wrong json format.")
    return value
