"""Labels that members of the company keep."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from wecom_client.simulator.company import Company, State
from wecom_client.simulator.refusals import RefusalError


@dataclass(frozen=True, slots=True)
class Label:
    """A label; `keeper` is None once they have left."""

    name: str
    keeper: str | None


class LabelState(State):
    """The labels by their id."""

    label_limit: int

    def __init__(self, company: Company) -> None:
        super().__init__(company)
        self.labels: dict[str, Label] = {}

    def member_resigned(self, userid: str, time: int) -> None:
        """Let nobody keep their labels."""
        for label_id, label in self.labels.items():
            if label.keeper == userid:
                self.labels[label_id] = replace(label, keeper=None)


def add_label(state: LabelState, params: dict[str, Any], application: str) -> dict[str, Any]:
    """Add a label, where the limit allows it."""
    if params["keeper"] not in state.company.members:
        raise RefusalError(40003, "invalid userid")
    if len(state.labels) >= state.label_limit:
        raise RefusalError(40071, "too many labels")
    label_id = f"lb-{state.company.new_id(4).hex()}"
    state.labels[label_id] = Label(params["name"], params["keeper"])
    return {"label_id": label_id}


def get_label(state: LabelState, params: dict[str, Any], application: str) -> dict[str, Any]:
    """Return a label, and how many customer groups its keeper has where there are such."""
    label = _existing(state, params["label_id"])
    groupchat = state.company.find_state("groupchat")
    groups = () if groupchat is None else groupchat.groups.values()
    owned = sum(group.owner == label.keeper for group in groups)
    keeper = {} if label.keeper is None else {"keeper": label.keeper}
    return {"name": label.name, "groups": owned, **keeper}


def del_label(state: LabelState, params: dict[str, Any], application: str) -> dict[str, Any]:
    """Delete a label."""
    _existing(state, params["label_id"])
    del state.labels[params["label_id"]]
    return {}


def _existing(state: LabelState, label_id: str) -> Label:
    if label_id not in state.labels:
        raise RefusalError(40068, "invalid tagid")
    return state.labels[label_id]
