# Copied from templates/wecom_client/workflows/_writes.py: edit that file, then run 'make generate'.
"""Calls that write, one after the other: which failure is about one of them, and which ends all."""

from __future__ import annotations

from functools import partial
from typing import Any, Literal

from .._runtime.errors import WeComError
from .._runtime.jobs.calls import Call, outcome_of
from ._results import is_of_one
from ._steps import Client, Step

_MOST_LOST_IN_A_ROW = 2


class Writes:
    """The calls of one run. `error`: why no further one is to be made, or None."""

    def __init__(self, wecom: Client) -> None:
        self._wecom = wecom
        self._pace = wecom._pace(wecom._rules)
        self._lost_in_a_row = 0
        self.error: Exception | None = None

    def send(self, call: Call) -> Step:
        """Make a step that sends a call, and waits where calls come too often."""
        return partial(_sent, self._wecom, call, self._pace)

    def succeeded(self) -> None:
        """Take note that a call was carried out."""
        self._lost_in_a_row = 0

    def failed(self, call: Call, error: WeComError) -> Literal["refused", "unknown", "not_tried"]:
        """Say what became of a call that failed, and whether the run goes on."""
        if outcome_of(call, error) == "unknown":
            self._lost_in_a_row += 1
            if self._lost_in_a_row >= _MOST_LOST_IN_A_ROW:
                self.error = error
            return "unknown"
        self._lost_in_a_row = 0
        if is_of_one(error):
            return "refused"
        self.error = error
        return "not_tried"


def _sent(wecom: Client, call: Call, pace: Any) -> Any:
    return wecom._drive(wecom._patient_flow(call, wecom._rules, pace))
