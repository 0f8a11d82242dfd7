"""Clients of either kind for workflows, on the simulator or on a function, and their modules."""

from __future__ import annotations

import asyncio
import importlib
import inspect
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Any

import pytest

from generator.model import at_path
from wecom_client import AsyncWeComClient, HTTPRequest, HTTPResponse, WeComClient

from ..model import operations

NOON = 1702612800.0
"""2023-12-15 12:00 in UTC+8, the moment at which the tests take place."""
MIDNIGHT = 1702569600
"""00:00 UTC+8 of that day."""
DAY = 86400
GROUPCHAT = "externalcontact/groupchat"
CUSTOMERS = "externalcontact"


def workflow(name: str) -> ModuleType:
    """Return the module of a workflow, or skip where the specs lack what it calls."""
    try:
        return importlib.import_module(f"wecom_client.workflows.{name}")
    except ImportError as error:
        if " is left out: " not in str(error):
            raise
        pytest.skip(str(error), allow_module_level=True)


def customers_a_call() -> int:
    """Return how many customers one call takes for a mass message."""
    found = at_path(operations()[f"{CUSTOMERS}/add_msg_template"].request, "external_userid")
    assert found is not None
    return int(found.constraints["maxItems"])


class Caller:
    """Acts with a client: with the result of an act, or with what is awaited of it."""

    def __init__(self, *, asynchronous: bool, **options: Any) -> None:
        self.asynchronous = asynchronous
        self._options = options

    def __call__(self, act: Callable[[Any], Any]) -> Any:
        if not self.asynchronous:
            with WeComClient(**self._options) as wecom:
                return act(wecom)

        async def acting() -> Any:
            async with AsyncWeComClient(**self._options) as wecom:
                came = act(wecom)
                return await came if inspect.isawaitable(came) else came

        return asyncio.run(acting())


Answer = Mapping[str, Any] | BaseException


def answering(
    answer: Callable[[str, Any], Answer], *, asynchronous: bool, **options: Any
) -> Caller:
    """Return a caller whose server is a function of path and JSON."""

    def transport(request: HTTPRequest) -> HTTPResponse:
        answered = answer(request.path, request.json)
        if isinstance(answered, BaseException):
            raise answered
        return HTTPResponse({"errcode": 0, "errmsg": "ok", **answered})

    given = {"clock": lambda: NOON, "retries": 0, **options}
    return Caller(asynchronous=asynchronous, access_token="test", transport=transport, **given)
