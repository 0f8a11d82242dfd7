"""The behaviour of labels."""

from __future__ import annotations

from wecom_client._runtime.checks import Object, String
from wecom_client.simulator.behaviour import Behaviour, Route, Seed

from .seeding import LABEL, Seeding
from .state import Label, LabelState, add_label, del_label, get_label

__all__ = ["BEHAVIOUR", "GROUP", "SETTINGS", "Label", "Seeding"]

GROUP = "externalcontact"
SETTINGS = {"label_limit": 100}

_LABEL = Object({**LABEL, "name": String(max_length=5)}, required=("label_id", "name", "keeper"))

BEHAVIOUR = Behaviour(
    group=GROUP,
    state=LabelState,
    routes={
        "add_label": Route(add_label, {("name", "maxLength"): 40072}),
        "get_label": Route(get_label),
        "del_label": Route(del_label),
    },
    settings=SETTINGS,
    seeds={"labels": Seed(_LABEL, lambda sim, label: sim.add_label(**label))},
)
