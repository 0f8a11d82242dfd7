"""What is remembered of intercept rules."""

from __future__ import annotations

from dataclasses import dataclass

from ...company import Company, State


@dataclass(frozen=True, slots=True)
class InterceptRule:
    """A rule that watches for words; `application` made it, and alone may change it.

    `intercept_type`: 1 the message is not sent, 2 the member is only warned.
    """

    rule_id: str
    application: str
    rule_name: str
    word_list: tuple[str, ...]
    create_time: int
    intercept_type: int = 1
    semantics_list: tuple[int, ...] = ()
    user_list: tuple[str, ...] = ()
    department_list: tuple[int, ...] = ()


class InterceptRulesState(State):
    """Rules in the order of their creation, and the ids of those that were deleted."""

    intercept_rule_limit: int

    def __init__(self, company: Company) -> None:
        """Begin without any."""
        super().__init__(company)
        self.rules: dict[str, InterceptRule] = {}
        self.deleted: set[str] = set()
