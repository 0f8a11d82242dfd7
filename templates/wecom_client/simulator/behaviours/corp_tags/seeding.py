"""Seeding: the calls by which a test gives the company tags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from ...._runtime.checks import Array, Check, Integer, Object
from ...seed_checks import ID, TIME, TextOr
from ...seeding import CompanySeeding, taking
from ...tokens import FIRST_APPLICATION
from .records import CorpTag, TagGroup
from .state import CorpTagsState

_TAG: Mapping[str, Check] = {"name": ID, "id": ID, "order": Integer(minimum=0)}
TAG_GROUP: Mapping[str, Check] = {
    "name": ID,
    "tags": Array(TextOr(Object(_TAG, required=("name",))), min_items=1),
    "group_id": ID,
    "order": Integer(minimum=0),
    "create_time": TIME,
    "application": ID,
    "strategy_id": Integer(),
}
"""What `add_tag_group` takes."""


class Seeding(CompanySeeding):
    """Tags of the company. All times are Unix seconds."""

    @property
    def tag_groups(self) -> Mapping[str, TagGroup]:
        """The groups of tags by their ids, with what was deleted."""
        return MappingProxyType(self._corp_tags.groups)

    @property
    def corp_tags(self) -> Mapping[str, CorpTag]:
        """The tags that were not deleted, by their ids."""
        return MappingProxyType(self._corp_tags.tags)

    @property
    def corp_tag_limit(self) -> int:
        """How many tags the company can have."""
        return self._corp_tags.corp_tag_limit

    @corp_tag_limit.setter
    def corp_tag_limit(self, count: int) -> None:
        self._corp_tags.corp_tag_limit = count

    @taking(TAG_GROUP)
    def add_tag_group(
        self,
        name: str,
        tags: Sequence[str | Mapping[str, Any]],
        *,
        group_id: str | None = None,
        order: int = 0,
        create_time: float | None = None,
        application: str | None = FIRST_APPLICATION,
        strategy_id: int | None = None,
    ) -> str:
        """Add a group of tags and return its id.

        `tags` are names, or mappings with `name`, `id` and `order`. `application` is who made it
        and may change it, the one of `secret` unless said otherwise; None: it was made in the admin
        console. `strategy_id` is the id of the rule group whose tags they are.

        Raises:
            ValueError: there are no tags, a name or an id is taken, or a field is unknown.
        """
        state = self._corp_tags
        created = self._time(create_time)
        made = [self._tag_of(item, created) for item in tags]
        if state.group_named(name, strategy_id) is not None:
            raise ValueError(f"there is a group {name!r} already")
        group_id = state.new_id() if group_id is None else group_id
        taken = {*state.groups, *(tag.id for group in state.groups.values() for tag in group.tags)}
        for new_id in (group_id, *(tag.id for tag in made)):
            if new_id in taken:
                raise ValueError(f"id {new_id!r} is taken")
            taken.add(new_id)
        if len({tag.name for tag in made}) < len(made):
            raise ValueError(f"two tags of group {name!r} have one name")
        group = TagGroup(group_id, name, created, order, application, strategy_id, tuple(made))
        state.put_group(group)
        return group_id

    def _tag_of(self, item: str | Mapping[str, Any], created: int) -> CorpTag:
        values: dict[str, Any] = {"name": item} if isinstance(item, str) else dict(item)
        tag_id = values.get("id") or self._corp_tags.new_id()
        return CorpTag(tag_id, values["name"], created, values.get("order", 0))

    @property
    def _corp_tags(self) -> CorpTagsState:
        return self._company.state(CorpTagsState)
