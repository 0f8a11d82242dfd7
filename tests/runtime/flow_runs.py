"""Flows that are carried out with scripted outcomes, and what they did."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import Any

from wecom_client import Operation, Request, WeComError

from ..declarations import ErrorEntry
from ..exchange import (
    DEFAULT_POLICY,
    AccessToken,
    Issued,
    NeedToken,
    NoReply,
    NoToken,
    Policy,
    Reply,
    Secret,
    Send,
    Wait,
)
from ..flows import Rules, call

READ = Operation("externalcontact/groupchat/list", "POST", True, "https://page/list")
WRITE = Operation("externalcontact/groupchat/transfer", "POST", False, "https://page/transfer")
GETTOKEN = Operation("gettoken", "GET", True, "https://page/gettoken")
TABLE = {
    40001: ErrorEntry("authentication", "the secret is wrong", "check it"),
    49008: ErrorEntry("not_found", "dismissed", "remove it"),
}
SECRET = Secret("the-secret")
DROPPED = NoReply("lost", "no answer came")
NOT_MADE = NoReply("not_made", "no connection")
UNTRUSTED = NoReply("refused", "certificate")
HTML = Reply(200, b"<html>")


def says(errcode: int, errmsg: str = "why", **fields: Any) -> Reply:
    return Reply(200, json.dumps({"errcode": errcode, "errmsg": errmsg, **fields}).encode())


OK = says(0, "ok", total=3)


@dataclass
class Run:
    """The steps of a flow and its end."""

    steps: list[Any] = field(default_factory=list)
    result: Any = None
    error: WeComError | None = None

    @property
    def sends(self) -> int:
        return len(self.of(Send))

    @property
    def waited(self) -> float:
        return sum((step.seconds for step in self.of(Wait)), 0.0)

    def of(self, kind: type) -> list[Any]:
        return [step for step in self.steps if isinstance(step, kind)]


Tokens = Callable[[NeedToken], "Issued | NoToken"]


def new_tokens() -> Tokens:
    numbers = iter(range(1, 99))
    return lambda need: Issued(AccessToken(Secret(f"token-{next(numbers)}"), serial="x"))


def run_flow(
    flow: Generator[Any, Any, Any], outcomes: list[Any], tokens: Tokens | None = None
) -> Run:
    """Carry out a flow; the last outcome of a send stays."""
    came, left, tokens = Run(), list(outcomes), tokens or new_tokens()
    outcome: Any = None
    try:
        while True:
            step = flow.send(outcome)
            came.steps.append(step)
            if isinstance(step, Send):
                outcome = left.pop(0) if len(left) > 1 else left[0]
            else:
                outcome = tokens(step) if isinstance(step, NeedToken) else None
    except StopIteration as end:
        came.result = end.value
    except WeComError as error:
        came.error = error
    return came


def rules(policy: Policy = DEFAULT_POLICY) -> Rules:
    return Rules(TABLE, GETTOKEN, policy, lambda: 0.0, (SECRET,))


def run(
    operation: Operation, *outcomes: Any, tokens: Tokens | None = None, policy: Policy | None = None
) -> Run:
    request = Request(operation, {}, {"limit": 10})
    return run_flow(call(request, rules(policy or DEFAULT_POLICY)), list(outcomes), tokens)
