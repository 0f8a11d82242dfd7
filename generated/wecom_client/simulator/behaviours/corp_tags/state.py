# Copied from templates/wecom_client/simulator/behaviours/corp_tags/state.py: edit that file, then run 'make generate'.
"""What is remembered of tags."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ...company import Company, State
from ...refusals import RefusalError
from .records import CorpTag, TagGroup

_UNKNOWN = 40068
_COMPANYS = 1
_OF_RULES = 3


class CorpTagsState(State):
    """Groups of tags in the order of their creation, with what was deleted.

    `of_rules`: those of rule groups, or those that are of none; None: either. What is of the other
    kind is as good as unknown.
    """

    corp_tag_limit: int

    def __init__(self, company: Company) -> None:
        """Begin without tags."""
        super().__init__(company)
        self.groups: dict[str, TagGroup] = {}
        self._group_of: dict[str, str] = {}

    @property
    def tags(self) -> Mapping[str, CorpTag]:
        """The tags that were not deleted, by their ids."""
        return {tag.id: tag for group in self.groups.values() for tag in group.living}

    def new_id(self) -> str:
        """Return an unused id for a tag or a group, as the platform's look."""
        return self.company.new_text_id("et")

    def put_group(self, group: TagGroup) -> None:
        """Put a group in the place of what it was, or behind all others."""
        self.groups[group.group_id] = group
        self._group_of.update((tag.id, group.group_id) for tag in group.tags)

    def group_named(self, name: str, strategy_id: int | None) -> TagGroup | None:
        """Return the group of a rule group, or of none, that has this name now, or None."""
        for group in self.groups.values():
            if (group.group_name, group.strategy_id) == (name, strategy_id) and not group.deleted:
                return group
        return None

    def group_of(self, tag_id: str, *, of_rules: bool | None) -> TagGroup:
        """Return the group of a tag, which may be deleted.

        Raises:
            RefusalError: 40068, no tag has had this id.
        """
        group = self.groups.get(self._group_of.get(tag_id, ""))
        if group is None or not _is_asked_for(group, of_rules):
            raise RefusalError(_UNKNOWN, f"invalid tagid: {tag_id}")
        return group

    def has_tag(self, tag_id: str) -> bool:
        """Whether there is a tag with this id that was not deleted."""
        group = self.groups.get(self._group_of.get(tag_id, ""))
        return group is not None and any(tag.id == tag_id for tag in group.living)

    def living_tag(self, tag_id: str, *, of_rules: bool | None) -> tuple[TagGroup, CorpTag]:
        """Return a tag that was not deleted, with its group.

        Raises:
            RefusalError: 40068, there is none.
        """
        group = self.group_of(tag_id, of_rules=of_rules)
        for tag in group.living:
            if tag.id == tag_id:
                return group, tag
        raise RefusalError(_UNKNOWN, f"invalid tagid: {tag_id} was deleted")

    def living_group(self, group_id: str, *, of_rules: bool) -> TagGroup:
        """Return a group that was not deleted.

        Raises:
            RefusalError: 40068, there is none.
        """
        group = self.groups.get(group_id)
        if group is None or group.deleted or not _is_asked_for(group, of_rules):
            raise RefusalError(_UNKNOWN, f"invalid tag group: {group_id}")
        return group

    def require_usable(self, tag_ids: Iterable[str], application: str) -> None:
        """Refuse tags that an application cannot give to customers.

        Raises:
            RefusalError: there is no such tag (40068), or it is of a rule group's that another
                application made (81011).
        """
        for tag_id in tag_ids:
            group, _ = self.living_tag(tag_id, of_rules=None)
            if group.strategy_id is not None:
                require_own(group, application)

    def described(self, tag_id: str) -> dict[str, Any]:
        """Return the names of a tag and of its group, and its kind, as a customer's details do."""
        group, tag = self.living_tag(tag_id, of_rules=None)
        return {
            "group_name": group.group_name,
            "tag_name": tag.name,
            "type": _COMPANYS if group.strategy_id is None else _OF_RULES,
        }


def require_own(group: TagGroup, application: str) -> None:
    """Refuse an application that did not make a group with 81011."""
    if group.application != application:
        raise RefusalError(81011, f"no permission for this tag: {group.group_name}")


def _is_asked_for(group: TagGroup, of_rules: bool | None) -> bool:
    return of_rules is None or of_rules == (group.strategy_id is not None)
