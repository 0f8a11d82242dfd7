# Copied from templates/wecom_client/_runtime/monitoring.py: edit that file, then run 'make generate'.
"""Keeping what we send from the monitoring tools of this process, which copy URLs and commands.

The secret and the token stand in them, and such a tool sends what it copies to others. Each tool
has a way to be told to look away from what follows. It is taken round our own sends and the
commands of the Redis store alone, and left again behind them: the spans of whoever calls us stay
as they are, and so does what the tool sees of other requests through the same libraries.

A tool counts once it is loaded, whenever that is. One that is only half loaded, or has changed its
ways, must not fail a call: then it goes on looking.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, nullcontext
from contextvars import ContextVar
from functools import partial
from typing import Any

_Undo = Callable[[], object]


def unobserved() -> AbstractContextManager[object]:
    """Return what tools do not look at while it is entered."""
    modules = sys.modules
    # This is asked at each send, and mostly there is none.
    if _OPENTELEMETRY in modules or _SENTRY in modules or _ELASTIC in modules:
        return _Unobserved()
    return _NOTHING


def _hide_from_opentelemetry(context: Any) -> _Undo:
    """Set the keys that every instrumentation asks for before it makes a span."""
    quiet = context.get_current()
    # Older instrumentations look for the name, newer ones for the key, the newest for both.
    name = "suppress_instrumentation"
    for key in {name, getattr(context, "_SUPPRESS_INSTRUMENTATION_KEY", name)}:
        quiet = context.set_value(key, True, quiet)
    return partial(context.detach, context.attach(quiet))


def _hide_from_sentry(sentry: Any) -> _Undo | None:
    """Let breadcrumbs and spans go to scopes that are thrown away, and belong to no transaction."""
    if hasattr(sentry, "is_initialized") and not sentry.is_initialized():
        return None
    with ExitStack() as stack:
        if hasattr(sentry, "isolation_scope"):
            scopes = [stack.enter_context(sentry.isolation_scope()), sentry.get_current_scope()]
        else:  # before 2.0
            scopes = [stack.enter_context(sentry.Hub(sentry.Hub.current)).scope]
        for scope in scopes:
            scope.span = None
        return stack.pop_all().close


def _hide_from_elastic(traces: Any) -> _Undo | None:
    """Take the transaction away, without which nothing is traced; its spans stay where they are."""
    context = traces.execution_context
    transaction = context.get_transaction()
    if transaction is None:
        return None
    context.set_transaction(None)
    return partial(context.set_transaction, transaction)


_OPENTELEMETRY = "opentelemetry.context"
_SENTRY = "sentry_sdk"
_ELASTIC = "elasticapm.traces"
_TOOLS: tuple[tuple[str, Callable[[Any], _Undo | None]], ...] = (
    (_OPENTELEMETRY, _hide_from_opentelemetry),
    (_SENTRY, _hide_from_sentry),
    (_ELASTIC, _hide_from_elastic),
)

_NOTHING = nullcontext()
_INNERMOST: ContextVar[_Unobserved | None] = ContextVar("wecom_client_unobserved", default=None)


class _Unobserved:
    """Hides from each tool that is loaded, in this thread or task."""

    __slots__ = ("_outer", "_undo")

    def __init__(self) -> None:
        self._undo: list[_Undo] = []
        self._outer: _Unobserved | None = None

    def __enter__(self) -> None:
        self._outer = _INNERMOST.get()
        _INNERMOST.set(self)
        for name, hide in _TOOLS:
            tool = sys.modules.get(name)
            if tool is None:
                continue
            try:
                undo = hide(tool)
            except Exception:  # noqa: S112 -- a tool of others is no reason to fail a call
                continue
            if undo is not None:
                self._undo.append(undo)

    def __exit__(self, *_: object) -> None:
        # A coroutine that nobody finishes is closed somewhere else, where nothing was hidden, and
        # where the spans are those of somebody else.
        if _INNERMOST.get() is not self:
            return
        for undo in reversed(self._undo):
            try:
                undo()
            except Exception:  # noqa: S112
                continue
        _INNERMOST.set(self._outer)
