"""The format of the tables: faults and the ends of calls as short texts."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from tests.model import path_of
from wecom_client.simulator import Simulator

_FAULT = re.compile(
    r"(?:(?P<token>gettoken):)?(?P<kind>[a-z_]+)(?:\((?P<option>[^)]*)\))?(?:@(?P<calls>[\d,]+))?"
)
_OPTIONS = {"error": "errcode", "status": "status", "slow": "seconds"}


class Fault(NamedTuple):
    """A fault of a table.

    `drop_after` strikes each call of the operation, `drop_after@1,3` its first and third, and
    `gettoken:drop_after` those for a token. `error(-1)`, `status_after(503)`, `slow_before(0.5)`
    and `drop_after(reset)` have an option.
    """

    kind: str
    options: dict[str, Any]
    is_for_token: bool

    def add_to(self, sim: Simulator, operation: str) -> None:
        """Let it strike calls of this operation, or those for a token."""
        name = "gettoken" if self.is_for_token else path_of(operation)
        sim.add_fault(self.kind, operation=name, **self.options)


def faults(text: str) -> list[Fault]:
    """Read faults, which blanks separate."""
    return [_fault(one) for one in text.split()]


def _fault(text: str) -> Fault:
    found = _FAULT.fullmatch(text)
    assert found is not None, f"{text!r} is not a valid fault"
    kind, option, calls = found["kind"], found["option"], found["calls"]
    options: dict[str, Any] = {}
    if option == "reset":
        options["reset"] = True
    elif option:
        options[_OPTIONS[kind.partition("_")[0]]] = float(option) if "." in option else int(option)
    if calls:
        options["calls"] = [int(one) for one in calls.split(",")]
    return Fault(kind, options, found["token"] is not None)


class End(NamedTuple):
    """How a call ends: `outcome sends done`, and `+tokens` where a token was asked for.

    `outcome`: `ok`; `unknown` (TransportError) or `garbled` (ResponseError): nobody knows what was
    done; `not_sent` (TransportError): nothing was; or the class of an APIError, with `?` where an
    earlier send may have been carried out. `sends`: requests of the operation; `done`: how many of
    them the platform carried out; `tokens`: requests to gettoken.
    """

    outcome: str
    sends: int
    done: int
    tokens: int


def end(text: str) -> End:
    """Read an end."""
    outcome, sends, done, *tokens = text.split()
    return End(outcome, int(sends), int(done), int(tokens[0]) if tokens else 0)


class Row(NamedTuple):
    """One row of a table: the faults, and the end of a call that may be repeated, or may not."""

    title: str
    faults: str
    repeatable: End
    final: End


def row(title: str, what: str, repeatable: str, final: str | None = None) -> Row:
    """Write a row; without a last column, both kinds of operations end in the same way."""
    return Row(title, what, end(repeatable), end(repeatable if final is None else final))
