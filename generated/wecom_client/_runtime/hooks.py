# Copied from templates/wecom_client/_runtime/hooks.py: edit that file, then run 'make generate'.
"""What a caller sees of the sends: an object whose methods are called round each of them."""

from __future__ import annotations

import inspect
import logging
import re
import traceback
from collections.abc import Callable, Generator
from typing import Any

from .arguments import is_async
from .named import Named
from .redact import Secret, clean
from .retry import Decode, NoReply, Reply, Verdict, classify
from .send_errors import raised_by_handler
from .steps import Send

_log = logging.getLogger("wecom_client")

_HINT = re.compile(r"\bhint:\s*\[([^\[\]]+)\]", re.IGNORECASE)


class HookCall(Named):
    """One send of a call, as hooks see it.

    `operation`: the path below `/cgi-bin/`, such as `externalcontact/groupchat/list`; `gettoken`
    where a token is fetched. `attempt`: 1 for the first send of a call, and so on. `outcome`: None
    before the send; then as in the log: `done`, `token`, `busy`, `rate`, `crowd`, `conflict`,
    `errcode`, `not_made`, `rejected`, `lost`, `garbled`, or `interrupted`. `errcode`: the
    platform's code, 0 where none came. `duration`: seconds that the send took. `hint`: the number
    by which the platform finds the request again, if its errmsg names one.
    """

    operation: str
    attempt: int
    outcome: str | None = None
    errcode: int = 0
    duration: float = 0.0
    hint: str | None = None


class Hooks:
    """Does nothing at each send: a class to derive from, though any object with a method will do.

    After `before_send` comes one of the two others, whatever happens.
    """

    def before_send(self, call: HookCall) -> None:
        """Look at a send that is about to begin."""

    def after_answer(self, call: HookCall) -> None:
        """Look at a send that was carried out: its `outcome` is `done`."""

    def after_error(self, call: HookCall) -> None:
        """Look at a send that failed, also at one that is repeated now."""


_NAMES = ("before_send", "after_answer", "after_error")


class Dispatcher:
    """Calls the hooks; what they raise changes nothing."""

    def __init__(self, hooks: object, monotonic: Callable[[], float]) -> None:
        """Take the hooks.

        Raises:
            TypeError: an object that cannot serve as hooks.
        """
        self._hooks = {name: _hook_of(hooks, name) for name in _NAMES}
        self._monotonic = monotonic
        if isinstance(hooks, type) or not any(self._hooks.values()):
            raise TypeError(
                "hooks must be an object with at least one of the methods before_send, after_answer"
                f" and after_error, is {_kind_of(hooks)}"
            )

    def watch(
        self,
        send: Send,
        attempt: int,
        secrets: tuple[Secret, ...],
        decode: Decode | None = None,
    ) -> Generator[Send, Reply | NoReply, Verdict]:
        """Send, with the hooks called before and after it; `decode`: as in `classify`."""
        operation = send.request.operation
        call = HookCall(operation.path, attempt)
        self._tell("before_send", call, secrets)
        begin = self._monotonic()
        try:
            outcome = yield send
        except GeneratorExit:
            torn = call._replace(outcome="interrupted", duration=self._monotonic() - begin)
            self._tell("after_error", torn, secrets)
            raise
        duration = self._monotonic() - begin
        verdict = classify(outcome, operation.errcode_required, decode)
        done = call._replace(
            outcome=verdict.kind,
            errcode=verdict.errcode,
            duration=duration,
            hint=_hint_in(verdict, secrets),
        )
        self._tell("after_answer" if verdict.kind == "done" else "after_error", done, secrets)
        return verdict

    def _tell(self, name: str, call: HookCall, secrets: tuple[Secret, ...]) -> None:
        hook = self._hooks[name]
        if hook is None:
            return
        stray = None
        try:
            returned = hook(call)
            if inspect.isawaitable(returned):
                getattr(returned, "close", bool)()
                raise TypeError("it returned something to await, which nobody does")
        except Exception as problem:
            # That somebody's time is over is no failure of the hook.
            stray = raised_by_handler(problem)
            if stray is None:
                # As a text: with the frames, a record would keep their variables.
                told = clean(traceback.format_exc(), secrets).rstrip()
                _log.warning("%s: the hook %s failed: %s", call.operation, name, told)
        if stray is not None:
            raise stray.take()


def _hook_of(hooks: object, name: str) -> Callable[[HookCall], Any] | None:
    hook: Any = getattr(hooks, name, None)
    if hook is None:
        return None
    if not callable(hook):
        raise TypeError(f"hooks.{name} must be a method, is {_kind_of(hook)}")
    if is_async(hook):
        raise TypeError(
            f"hooks.{name} must be a plain method, for both clients: an async one would hold up the"
            " call. Let it begin a task, or put what it sees into a queue"
        )
    return hook  # type: ignore[no-any-return]


def _kind_of(given: object) -> str:
    return f"the class {given.__name__}" if isinstance(given, type) else type(given).__name__


def _hint_in(verdict: Verdict, secrets: tuple[Secret, ...]) -> str | None:
    found = _HINT.search(verdict.errmsg)
    return clean(found[1].strip(), secrets) or None if found else None
