"""The simulator: seeding, faults, tokens, dispatcher and server put together."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, NoReturn, Unpack

from ._behaviours import BEHAVIOURS, LEFT_OUT, Seeding, SimulatorSettings
from .behaviour import Handler
from .company import Company
from .dispatcher import Dispatcher
from .faults import FaultInjector, FaultMethods, Interception
from .faults.kinds import PLACEHOLDER
from .refusals import ProblemCodes
from .server import Server
from .tokens import TokenIssuer
from .wire import Call, Reply, SeenRequest, seen


class Simulator(Seeding, FaultMethods):
    """A WeCom that runs on loopback.

    ```python
    with Simulator() as sim:
        chat_id = sim.add_group("zhangsan", members=["wm-customer"])
        wecom = WeComClient(sim.corp_id, sim.secret, base_url=sim.base_url)
        wecom.externalcontact.groupchat.get(chat_id)
    ```

    It keeps its state from one `start` to the next. Its calls may be made from any thread, while
    requests are served. `requests` holds what it received, in order, and what became of it; a test
    may clear it. `add_fault`, `add_rate_limit` and `add_concurrency_limit` let calls fail.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.time,
        port: int = 0,
        *,
        record_requests: bool = True,
        **settings: Unpack[SimulatorSettings],
    ) -> None:
        """Prepare a simulator; it serves from `start`, or from the `with`, on.

        `clock` returns Unix seconds and decides about tokens, quotas and days. `port` 0 takes a
        free one. A simulator that serves for days should not record its requests. `settings` are
        those of the company (`visible_people`) and of the behaviours; each can be set later, too.

        Raises:
            TypeError: there is no such setting.
        """
        Seeding.__init__(self, Company(clock))
        self.requests: list[SeenRequest] = []
        self._tokens = TokenIssuer(clock)
        self.secret = self._tokens.add_application()
        handlers, codes = _install_behaviours(self._company)
        self._dispatcher = Dispatcher(self._tokens, clock, handlers=handlers, codes=codes)
        self._records = record_requests
        injector = FaultInjector(self._dispatcher.operations, self._tokens, clock, self._lock)
        FaultMethods.__init__(self, injector)
        self._server = Server(self._serve, port)
        for name, value in settings.items():
            if name not in SimulatorSettings.__optional_keys__:
                raise TypeError(f"Simulator() has no setting {name!r}{_left_out()}")
            setattr(self, name, value)

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

    def start(self) -> Simulator:
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

    def __enter__(self) -> Simulator:
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
            """Say what the specs lack, where a behaviour has the attribute that is missing."""
            raise AttributeError(
                f"{type(self).__name__!r} object has no attribute {name!r}{_left_out()}",
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
            reply = self._dispatcher.answer(call)
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
        return self._dispatcher.answer(call) if faults.executes else PLACEHOLDER


def _install_behaviours(company: Company) -> tuple[dict[str, Handler], dict[str, ProblemCodes]]:
    """Give the company the state of each behaviour; return what behaviours have by operation."""
    handlers: dict[str, Handler] = {}
    codes: dict[str, ProblemCodes] = {}
    for name, behaviour in BEHAVIOURS.items():
        state = company.states[name] = behaviour.state(company)
        handlers |= behaviour.handlers(state)
        codes |= behaviour.codes()
    return handlers, codes


def _left_out() -> str:
    """Return what to add to an error about a name that a behaviour may have."""
    if not LEFT_OUT:
        return ""
    return f"; what belongs to {', '.join(LEFT_OUT)} is left out: the specs have no such group"
