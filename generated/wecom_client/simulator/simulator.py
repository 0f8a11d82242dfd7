# Copied from templates/wecom_client/simulator/simulator.py: edit that file, then run 'make generate'.
"""The simulator: seeding, faults, token desk, frame and server put together."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType

from . import groupchat
from .company import Company, Limits
from .faults import FaultDesk, Faults, Visit
from .faults.kinds import STAND_IN
from .frame import Frame
from .seeding import Seeding
from .server import Server
from .tokens import TokenDesk
from .wire import Call, Reply, SeenRequest, seen


class Simulator(Seeding, Faults):
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
        daily_transfers: int = 300,
        join_way_limit: int = 500_000,
        visible_people: int | None = None,
        education: bool = False,
        record_requests: bool = True,
    ) -> None:
        """Prepare a simulator; it serves from `start`, or from the `with`, on.

        `clock` returns Unix seconds and decides about tokens, quotas and days. `port` 0 takes a
        free one. `daily_transfers` groups of one owner can be given away a day, `join_way_limit`
        join ways can exist. `visible_people` is the size of the application's visible range; None:
        the members employed. `education`: statistics hold `migrate_trainee_chat_cnt`. A simulator
        that serves for days should not record its requests.
        """
        limits = Limits(daily_transfers, join_way_limit)
        Seeding.__init__(self, Company(clock, limits, education, visible_people))
        self.requests: list[SeenRequest] = []
        self._tokens = TokenDesk(clock)
        self.secret = self._tokens.add_application()
        self._frame = Frame(self._tokens, groupchat.behaviour(self._company), clock)
        self._records = record_requests
        Faults.__init__(self, FaultDesk(self._frame.operations, self._tokens, clock, self._lock))
        self._server = Server(self._serve, port)

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

    async def _serve(self, call: Call) -> Reply:
        """Carry out one call, and what was injected for it."""
        request = seen(call) if self._records else None
        if request is not None:
            self.requests.append(request)
        if self._faults.faults:
            return await self._serve_with_faults(call, request)
        with self._lock:
            reply = self._frame.answer(call)
        if request is not None:
            request.errcode = reply.errcode
            request.done = reply.errcode == 0
        return reply

    async def _serve_with_faults(self, call: Call, request: SeenRequest | None) -> Reply:
        with self._lock:
            visit = self._faults.arrive(call)
        try:
            if request is not None:
                request.fault = visit.kind
            if visit.pause_before:
                await self._server.pause(visit.pause_before)
            with self._lock:
                reply = self._answer(call, visit)
            if request is not None:
                request.errcode = reply.errcode
                request.done = reply.errcode == 0
            if visit.pause_after:
                await self._server.pause(visit.pause_after)
        finally:
            with self._lock:
                visit.leave()
        return reply if visit.spoil is None else visit.spoil(reply)

    def _answer(self, call: Call, visit: Visit) -> Reply:
        if visit.refusal is not None:
            return self._frame.refuse(visit.refusal)
        return self._frame.answer(call) if visit.works else STAND_IN
