# Copied from templates/wecom_client/simulator/behaviours/customers/__init__.py: edit that file, then run 'make generate'.
"""The behaviour of customers: who has added whom, details, remarks, tags given and taken."""

from __future__ import annotations

from ...behaviour import Behaviour
from .records import Customer, Follow, OwnTag
from .seed import SEEDS
from .seeding import Seeding
from .state import CustomersState

__all__ = ["BEHAVIOUR", "GROUP", "SETTINGS", "Customer", "Follow", "OwnTag", "Seeding"]

GROUP = "externalcontact"
SETTINGS: dict[str, int] = {}

BEHAVIOUR = Behaviour(
    group=GROUP,
    state=CustomersState,
    routes={},
    settings=SETTINGS,
    seeds=SEEDS,
)
