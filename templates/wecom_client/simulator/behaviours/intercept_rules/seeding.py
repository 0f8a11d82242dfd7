"""Seeding: the call by which a test makes intercept rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from ...._runtime.checks import Array, Check, Integer, String
from ...seed_checks import ID, USERIDS
from ...seeding import CompanySeeding, taking
from ...tokens import FIRST_APPLICATION
from ..directory import joined
from .rules import make
from .state import InterceptRule, InterceptRulesState

INTERCEPT_RULE: Mapping[str, Check] = {
    "rule_name": String(min_length=1, max_length=20),
    "word_list": Array(String(min_length=1, max_length=32), min_items=1, max_items=300),
    "user_list": USERIDS,
    "department_list": Array(Integer()),
    "semantics_list": Array(Integer(minimum=1, maximum=3)),
    "intercept_type": Integer(minimum=1, maximum=2),
    "rule_id": ID,
    "application": ID,
}
"""What `add_intercept_rule` takes."""


class Seeding(CompanySeeding):
    """Intercept rules."""

    @property
    def intercept_rules(self) -> Mapping[str, InterceptRule]:
        """The intercept rules of all applications by rule id, without those that were deleted."""
        return MappingProxyType(self._intercept_rules.rules)

    @property
    def intercept_rule_limit(self) -> int:
        """How many intercept rules the company can have."""
        return self._intercept_rules.intercept_rule_limit

    @intercept_rule_limit.setter
    def intercept_rule_limit(self, count: int) -> None:
        self._intercept_rules.intercept_rule_limit = count

    @taking(INTERCEPT_RULE)
    def add_intercept_rule(
        self,
        rule_name: str,
        word_list: Sequence[str],
        *,
        user_list: Sequence[str] = (),
        department_list: Sequence[int] = (),
        semantics_list: Sequence[int] = (),
        intercept_type: int = 1,
        rule_id: str | None = None,
        application: str = FIRST_APPLICATION,
    ) -> str:
        """Make an intercept rule for members and departments, and return its id.

        The members come to the company where they are missing; departments have to be there.
        `application` is who made it, the one of `secret` unless said otherwise.

        Raises:
            ValueError: the id or the name is taken, the rule is for nobody, there is no such
                department, somebody has resigned, or there are as many rules as can be.
        """
        if rule_id is not None and rule_id in self._intercept_rules.rules:
            raise ValueError(f"rule_id {rule_id!r} is taken")
        params = {
            "rule_name": rule_name,
            "word_list": word_list,
            "intercept_type": intercept_type,
            "semantics_list": semantics_list,
            "applicable_range": {"user_list": user_list, "department_list": department_list},
        }
        with joined(self._company, user_list, self.add_member):
            return make(self._intercept_rules, params, application, rule_id).rule_id

    @property
    def _intercept_rules(self) -> InterceptRulesState:
        return self._company.state(InterceptRulesState)
