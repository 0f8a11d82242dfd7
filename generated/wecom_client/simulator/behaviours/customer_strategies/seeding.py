# Copied from templates/wecom_client/simulator/behaviours/customer_strategies/seeding.py: edit that file, then run 'make generate'.
"""Seeding: the call by which a test makes rule groups of customer contact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from ...seeding import CompanySeeding, taking
from ...tokens import FIRST_APPLICATION
from ..rule_groups import RuleGroup, made, taken
from .state import CustomerStrategiesState

RULE_GROUP = taken(CustomerStrategiesState.rights)


class Seeding(CompanySeeding):
    """Rule groups of customer contact."""

    @property
    def customer_strategies(self) -> Mapping[int, RuleGroup]:
        """The rule groups of customer contact of all applications by strategy id."""
        return MappingProxyType(self._customer_strategies.groups)

    @taking(RULE_GROUP)
    def add_customer_strategy(
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
        return made(self._customer_strategies, given, application, self.add_member)

    @property
    def _customer_strategies(self) -> CustomerStrategiesState:
        return self._company.state(CustomerStrategiesState)
