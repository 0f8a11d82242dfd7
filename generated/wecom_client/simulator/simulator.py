"""The simulator: seeding, token desk, frame and server put together."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType

from . import groupchat
from .company import Company, Limits
from .frame import Frame
from .seeding import Seeding
from .server import Server
from .tokens import TokenDesk
from .wire import Call, Reply, SeenRequest, seen


class Simulator(Seeding):
    """A WeCom that runs on loopback.

    ```python
    with Simulator() as sim:
        chat_id = sim.add_group("zhangsan", members=["wm-customer"])
        wecom = WeComClient(sim.corp_id, sim.secret, base_url=sim.base_url)
        wecom.externalcontact.groupchat.get(chat_id)
    ```

    It keeps its state from one `start` to the next. Its calls may be made from any thread, while
    requests are served. `requests` holds what it received, in order; a test may clear it.
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
        super().__init__(Company(clock, limits, education, visible_people))
        self.requests: list[SeenRequest] = []
        self._tokens = TokenDesk(clock)
        self.secret = self._tokens.add_application()
        self._frame = Frame(self._tokens, groupchat.behaviour(self._company), clock)
        self._records = record_requests
        self._server = Server(self._record, self._answer, port)

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

    def _record(self, call: Call) -> None:
        if self._records:
            self.requests.append(seen(call))

    def _answer(self, call: Call) -> Reply:
        with self._lock:
            return self._frame.answer(call)
