"""What carries flows out: threads, a token that threads share, the list of clients."""

from __future__ import annotations

from typing import Any

import pytest

from wecom_client._runtime import client as _client
from wecom_client._runtime import thread_executor as _thread_executor
from wecom_client._runtime.sync_token_sources import SharedTokenSource
from wecom_client._runtime.thread_executor import Lookups, ThreadExecutor

__all__ = [
    "Lookups",
    "SharedTokenSource",
    "ThreadExecutor",
    "finish_threads",
    "set_clients",
    "set_idle_seconds",
]


def set_clients(patch: pytest.MonkeyPatch, clients: list[Any]) -> None:
    """Make these the clients that a forked child has start anew."""
    patch.setattr(_client, "_CLIENTS", clients)


def set_idle_seconds(patch: pytest.MonkeyPatch, seconds: float) -> None:
    """Set how long a thread waits for more to do before it ends."""
    patch.setattr(_thread_executor, "_IDLE_SECONDS", seconds)


def finish_threads() -> None:
    """Do what the end of a program does with the threads of all clients."""
    _thread_executor._finish_all()
