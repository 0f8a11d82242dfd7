# Copied from templates/wecom_client/simulator/behaviours/corp_tags/state.py: edit that file, then run 'make generate'.
"""What is remembered of the company's tags."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...company import Company, State
from ...refusals import RefusalError
from .records import CorpTag, TagGroup

_UNKNOWN = 40068


class CorpTagsState(State):
    """Groups of tags in the order of their creation, with what was deleted."""

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

    def group_named(self, name: str) -> TagGroup | None:
        """Return the group that has this name now, or None."""
        groups = self.groups.values()
        return next((one for one in groups if one.group_name == name and not one.deleted), None)

    def group_of(self, tag_id: str) -> TagGroup:
        """Return the group of a tag, which may be deleted.

        Raises:
            RefusalError: 40068, no tag has had this id.
        """
        if tag_id not in self._group_of:
            raise RefusalError(_UNKNOWN, f"invalid tagid: {tag_id}")
        return self.groups[self._group_of[tag_id]]

    def has_tag(self, tag_id: str) -> bool:
        """Whether there is a tag with this id that was not deleted."""
        group = self.groups.get(self._group_of.get(tag_id, ""))
        return group is not None and any(tag.id == tag_id for tag in group.living)

    def living_tag(self, tag_id: str) -> tuple[TagGroup, CorpTag]:
        """Return a tag that was not deleted, with its group.

        Raises:
            RefusalError: 40068, there is none.
        """
        group = self.group_of(tag_id)
        for tag in group.living:
            if tag.id == tag_id:
                return group, tag
        raise RefusalError(_UNKNOWN, f"invalid tagid: {tag_id} was deleted")

    def living_group(self, group_id: str) -> TagGroup:
        """Return a group that was not deleted.

        Raises:
            RefusalError: 40068, there is none.
        """
        group = self.groups.get(group_id)
        if group is None or group.deleted:
            raise RefusalError(_UNKNOWN, f"invalid tag group: {group_id}")
        return group

    def require_tags(self, tag_ids: Iterable[str]) -> None:
        """Refuse ids that are not of tags which exist with 40068."""
        for tag_id in tag_ids:
            self.living_tag(tag_id)

    def names_of(self, tag_id: str) -> dict[str, str]:
        """Return the names of a tag and of its group, as a customer's details have them."""
        group, tag = self.living_tag(tag_id)
        return {"group_name": group.group_name, "tag_name": tag.name}
