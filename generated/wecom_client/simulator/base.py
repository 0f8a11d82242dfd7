# Copied from templates/wecom_client/simulator/base.py: edit that file, then run 'make generate'.
"""The simulator without behaviours: seeding, faults, tokens, dispatcher and server put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, Self

from .._runtime.checks import Boolean, Check, Integer
from .behaviour import Behaviour, Handler, setting_checks
from .company import Company
from .dispatcher import Dispatcher
from .faults import Faults
from .faults.injector import FaultInjector, Interception
from .faults.kinds import PLACEHOLDER
from .refusals import ProblemCodes
from .seeding import CompanySeeding, require
from .server import Server
from .tokens import TokenIssuer
from .wire import Call, Reply, SeenRequest, seen

_OPTIONS: Mapping[str, Check] = {
    "port": Integer(minimum=0, maximum=65535),
    "record_requests": Boolean(),
}
_OPTIONAL = ("visible_people",)


class BaseSimulator(CompanySeeding, Faults):
    """All of `Simulator` that knows no group of the specs."""

    behaviours: ClassVar[Mapping[str, Behaviour[Any]]]
    """By the names of their packages."""
    _left_out: ClassVar[Sequence[str]]
    """Groups that the specs lack, and for which there would be a behaviour."""

    def __init__(
        self,
        clock: Callable[[], float],
        port: int,
        settings: Mapping[str, Any],
        *,
        record_requests: bool,
    ) -> None:
        """Prepare a simulator; `settings` are values of attributes of it."""
        if not callable(clock):
            raise ValueError(
                f"Simulator: clock must be a function that returns Unix seconds, is {clock!r}"
            )
        given = {"port": port, "record_requests": record_requests, **settings}
        checks = {**_OPTIONS, **setting_checks(self.behaviours.values())}
        require("Simulator", given, checks, _OPTIONAL)
        CompanySeeding.__init__(self, Company(clock))
        self.requests: list[SeenRequest] = []
        self._tokens = TokenIssuer(clock)
        self.secret = self._tokens.add_application()
        handlers, codes = _install(self.behaviours, self._company)
        self._dispatcher = Dispatcher(self._tokens, clock, handlers=handlers, codes=codes)
        self._records = record_requests
        injector = FaultInjector(self._dispatcher.operations, self._tokens, clock, self._lock)
        Faults.__init__(self, injector)
        self._server = Server(self._serve, port)
        for name, value in settings.items():
            setattr(self, name, value)

    def __setattr__(self, name: str, value: Any) -> None:
        """Set an attribute; a setting takes no value that cannot be."""
        if not name.startswith("_"):
            check = setting_checks(self.behaviours.values()).get(name)
            if check is not None:
                require("Simulator", {name: value}, {name: check}, _OPTIONAL)
        super().__setattr__(name, value)

    @property
    def base_url(self) -> str:
        """The origin to send requests to, without a path.

        Raises:
            RuntimeError: it has not been started.
        """
        if not self._server.port:
            raise RuntimeError("the simulator has no address yet: start it first")
        return f"http://127.0.0.1:{self._server.port}"

    @property
    def corp_id(self) -> str:
        """The company id."""
        return self._tokens.corp_id

    def add_application(self) -> str:
        """Add another application of the company and return its secret."""
        with self._lock:
            return self._tokens.add_application()

    def expire_token(self) -> None:
        """End every token now: calls with one are answered with 42001."""
        with self._lock:
            self._tokens.expire()

    @property
    def token_requests(self) -> int:
        """How often gettoken issued a token, a new one or the same once more."""
        return self._tokens.requests

    @property
    def tokens_issued(self) -> int:
        """How many tokens were issued, each counted once."""
        return self._tokens.issued

    @property
    def tokens_ended(self) -> int:
        """How many tokens have ended: by their time, by `expire_token`, or by the fault."""
        with self._lock:
            return self._tokens.ended

    def start(self) -> Self:
        """Serve from now on, after a `stop` on the same port again.

        Raises:
            RuntimeError: it is running already.
            OSError: the port is taken.
        """
        self._server.start()
        return self

    def stop(self) -> None:
        """Close the port and all connections; nothing happens if it is not running."""
        self._server.stop()

    def __enter__(self) -> Self:
        """Start it."""
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop it."""
        self.stop()

    def __repr__(self) -> str:
        """Show where it serves."""
        return f"<Simulator {self.base_url if self._server.port else 'not started'}>"

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> NoReturn:
            """Say which groups the specs lack, where one may be why the attribute is missing."""
            groups = ", ".join(self._left_out)
            hint = f"; what belongs to {groups} is left out: the specs have no such group"
            raise AttributeError(
                f"{type(self).__name__!r} object has no attribute {name!r}{hint if groups else ''}",
                name=name,
                obj=self,
            )

    async def _serve(self, call: Call) -> Reply:
        """Carry out one call, and what was injected for it."""
        request = seen(call) if self._records else None
        if request is not None:
            self.requests.append(request)
        if self._faults.faults:
            return await self._serve_with_faults(call, request)
        with self._lock:
            reply = self._dispatch(call)
        if request is not None:
            request.errcode = reply.errcode
            request.done = reply.errcode == 0
        return reply

    async def _serve_with_faults(self, call: Call, request: SeenRequest | None) -> Reply:
        with self._lock:
            faults = self._faults.intercept(call)
        try:
            if request is not None:
                request.fault = faults.kind
            if faults.pause_before:
                await self._server.pause(faults.pause_before)
            with self._lock:
                reply = self._answer(call, faults)
            if request is not None:
                request.errcode = reply.errcode
                request.done = reply.errcode == 0
            if faults.pause_after:
                await self._server.pause(faults.pause_after)
        finally:
            with self._lock:
                faults.release()
        return reply if faults.spoil is None else faults.spoil(reply)

    def _answer(self, call: Call, faults: Interception) -> Reply:
        if faults.refusal is not None:
            return self._dispatcher.refuse(faults.refusal)
        return self._dispatch(call) if faults.executes else PLACEHOLDER

    def _dispatch(self, call: Call) -> Reply:
        self._company.catch_up()
        return self._dispatcher.answer(call)


def _install(
    behaviours: Mapping[str, Behaviour[Any]], company: Company
) -> tuple[dict[str, Handler], dict[str, ProblemCodes]]:
    """Give the company the state of each behaviour; return what behaviours have by operation."""
    handlers: dict[str, Handler] = {}
    codes: dict[str, ProblemCodes] = {}
    for name, behaviour in behaviours.items():
        state = company.states[name] = behaviour.state(company)
        handlers |= behaviour.handlers(state)
        codes |= behaviour.codes()
    return handlers, codes
