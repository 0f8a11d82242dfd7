# Generated from specs/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The behaviours of the groups that the specs have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .behaviour import Behaviour
from .behaviours import (
    groupchat,
)
from .seeding import CompanySeeding, CompanySettings

BEHAVIOURS: Mapping[str, Behaviour[Any]] = {
    "groupchat": groupchat.BEHAVIOUR,
}
LEFT_OUT: Sequence[str] = []
"""Groups that the specs lack, and for which there would be a behaviour."""


class SimulatorSettings(
    groupchat.Settings,
    CompanySettings,
    total=False,
):
    """What a simulator can be made with, and what can be set later, as attributes of it."""


class Seeding(
    groupchat.Seeding,
    CompanySeeding,
):
    """What tests call between requests."""
