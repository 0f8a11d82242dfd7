# Copied from templates/wecom_client/_runtime/async_token_sources.py: edit that file, then run 'make generate'.
"""Where an asynchronous client's tokens come from: shared by its tasks, or given by the caller."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from typing import Protocol

from .redact import Secret
from .steps import AccessToken, Issued, NeedToken, NoToken
from .sync_token_sources import TOO_LATE, Search, asked, given, is_new
from .token_cache import TokenCache, TokenFlow

AsyncDrive = Callable[[TokenFlow], Awaitable[Issued | NoToken]]


class AsyncTokenSource(Protocol):
    """Answers the flow's need of a token."""

    async def obtain(self, need: NeedToken, drive: AsyncDrive) -> Issued | NoToken:
        """Return a token other than the refused one; `drive` carries out a flow that gets it."""

    def start_anew(self) -> None:
        """Forget waiters: called in a forked child, where their tasks do not run."""


class _Flight:
    """One search for a token under way, and what came of it (None: its task was cancelled)."""

    __slots__ = ("landed", "result")

    def __init__(self) -> None:
        self.landed = asyncio.Event()
        self.result: Issued | NoToken | None = None


class AsyncSharedTokenSource:
    """However many tasks of a client need a token, one gets it; each event loop has its own."""

    def __init__(self, shared: TokenCache) -> None:
        self._shared = shared
        self._flights: dict[asyncio.AbstractEventLoop, _Flight] = {}

    def start_anew(self) -> None:
        """Forget the searches under way; the token itself is kept."""
        self._flights = {}
        self._shared.start_anew()

    async def obtain(self, need: NeedToken, drive: AsyncDrive) -> Issued | NoToken:
        """Return the kept token, or the result of a search: one's own or the one under way."""
        look_again = self._shared.looks_again()
        loop = asyncio.get_running_loop()
        while True:
            if not look_again and (grant := self._shared.kept(need.refused)) is not None:
                return Issued(grant, 0.0, need.refused is not None)
            flight = self._flights.get(loop)
            if flight is None:
                return await self._lead(loop, need, look_again, drive)
            try:
                async with asyncio.timeout(need.left):
                    await flight.landed.wait()
            except TimeoutError:
                return TOO_LATE
            if flight.result is not None and is_new(flight.result, need.refused):
                return flight.result

    async def _lead(
        self,
        loop: asyncio.AbstractEventLoop,
        need: NeedToken,
        look_again: bool,
        drive: AsyncDrive,
    ) -> Issued | NoToken:
        flight = self._flights[loop] = _Flight()
        search = Search(self._shared.obtaining(need, look_again), need.left)
        try:
            result = await drive(search.flow())
            if not search.was_cut:
                flight.result = result
        finally:
            self._flights.pop(loop, None)
            flight.landed.set()
        return result


class AsyncStaticTokenSource:
    """A token that the caller passed; once refused, there is no other."""

    def __init__(self, token: Secret) -> None:
        self._grant = AccessToken(token)

    def start_anew(self) -> None:
        """Do nothing: nobody waits."""

    async def obtain(self, need: NeedToken, drive: AsyncDrive) -> Issued | NoToken:
        """Return the token, unless it was refused."""
        return given(self._grant, need)


class AsyncCallableTokenSource:
    """A function of the caller, asked at each call, and once more after a refusal."""

    def __init__(self, function: Callable[[], object]) -> None:
        self._function = function

    def start_anew(self) -> None:
        """Do nothing: nobody waits."""

    async def obtain(self, need: NeedToken, drive: AsyncDrive) -> Issued | NoToken:
        """Return what the function returns, awaited if need be, unless that is the refused one."""
        token = self._function()
        if inspect.isawaitable(token):
            token = await token
        return asked(token, need)
