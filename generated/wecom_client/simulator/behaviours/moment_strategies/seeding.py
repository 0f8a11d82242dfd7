# Copied from templates/wecom_client/simulator/behaviours/moment_strategies/seeding.py: edit that file, then run 'make generate'.
"""Seeding: the call by which a test makes rule groups of moments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from ...seeding import CompanySeeding, taking
from ...tokens import FIRST_APPLICATION
from ..rule_groups import RuleGroup, made, taken
from .state import MomentStrategiesState

RULE_GROUP = taken(MomentStrategiesState.rights)


class Seeding(CompanySeeding):
    """Rule groups of moments."""

    @property
    def moment_strategies(self) -> Mapping[int, RuleGroup]:
        """The rule groups of moments of all applications by strategy id."""
        return MappingProxyType(self._moment_strategies.groups)

    @taking(RULE_GROUP)
    def add_moment_strategy(
        self,
        strategy_name: str,
        admin_list: Sequence[str],
        *,
        parent_id: int = 0,
        privilege: Mapping[str, bool] | None = None,
        range: Sequence[Mapping[str, Any]] = (),
        application: str = FIRST_APPLICATION,
    ) -> int:
        """Make a rule group, as the operation does, and return its strategy id.

        The people in charge, and the members of the range, come to the company where they are
        missing; departments have to be there. `application` is who made it, the one of `secret`
        unless said otherwise.

        Raises:
            ValueError: there is no such rule group above it or no such department, somebody has
                resigned, or a node is not in the range of the one above.
        """
        given = {
            "strategy_name": strategy_name,
            "admin_list": admin_list,
            "parent_id": parent_id,
            "privilege": privilege,
            "range": range,
        }
        return made(self._moment_strategies, given, application, self.add_member)

    @property
    def _moment_strategies(self) -> MomentStrategiesState:
        return self._company.state(MomentStrategiesState)
