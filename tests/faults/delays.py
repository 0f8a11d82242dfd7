"""Answers that come too late, without a race: the simulator delays them, the client gives up."""

from __future__ import annotations

from typing import Any, Protocol

from tests.model import GROUPCHAT
from tests.simulator.helpers import Gate
from wecom_client.simulator import Simulator

from ..exchange import Send
from .table_format import Fault


class Delay:
    """What is slow in a case: the simulator delays it until the case is over."""

    def __init__(self, sim: Simulator, slow: Fault, operation: str) -> None:
        self._path = "gettoken" if slow.is_for_token else f"{GROUPCHAT}/{operation}"
        self._calls = slow.options.get("calls")
        self._sent = 0
        self._gate = Gate()
        sim._server.pause = self._gate.pause  # type: ignore[method-assign]

    def strikes(self, path: str) -> bool:
        """Count one more send, and say whether it will be delayed."""
        self._sent += path == self._path
        return path == self._path and (self._calls is None or self._sent in self._calls)

    def wait_for_its_arrival(self) -> None:
        """Wait until what the client gave up has come, so that it comes before what follows."""
        self._gate.wait_for(1)

    def end(self) -> None:
        """Let the simulator go on, and wait until it is through."""
        self._gate.open()


class MayDelay(Protocol):
    """What knows whether something is delayed at the moment."""

    delay: Delay | None


class DelayedTransport:
    """Sends as the client does; where an answer is delayed, as one that hardly waits for it."""

    def __init__(self, driver: MayDelay, patient: Any, hasty: Any) -> None:
        self._driver, self._patient, self._hasty = driver, patient, hasty

    def send(self, step: Send) -> Any:
        delay = self._driver.delay
        if delay is None or not delay.strikes(step.request.path):
            return self._patient.send(step)
        outcome = self._hasty.send(step)
        delay.wait_for_its_arrival()
        return outcome

    def start_anew(self) -> DelayedTransport:
        return DelayedTransport(self._driver, self._patient.start_anew(), self._hasty.start_anew())

    def close(self) -> None:
        self._patient.close()
        self._hasty.close()


class AsyncDelayedTransport:
    """The same of the asynchronous client."""

    def __init__(self, driver: MayDelay, patient: Any, hasty: Any) -> None:
        self._driver, self._patient, self._hasty = driver, patient, hasty

    async def send(self, step: Send) -> Any:
        delay = self._driver.delay
        if delay is None or not delay.strikes(step.request.path):
            return await self._patient.send(step)
        outcome = await self._hasty.send(step)
        delay.wait_for_its_arrival()
        return outcome

    def start_anew(self) -> None:
        self._patient.start_anew()
        self._hasty.start_anew()

    async def aclose(self) -> None:
        await self._patient.aclose()
        await self._hasty.aclose()
