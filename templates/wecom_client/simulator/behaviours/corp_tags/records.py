"""The state as records: groups of the company's tags.

Records are immutable; a change puts a new one in the old one's place, so that a test may look at
one while requests go on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class CorpTag:
    """A tag of the company. One that was deleted is still told by its id."""

    id: str
    name: str
    create_time: int
    order: int = 0
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class TagGroup:
    """A group of tags, those that were deleted among them.

    `application` is the one that made it, and the only one that changes it; None: it was made in
    the admin console. `strategy_id` is the rule group that it belongs to; None: it is of none.
    """

    group_id: str
    group_name: str
    create_time: int
    order: int = 0
    application: str | None = None
    strategy_id: int | None = None
    tags: tuple[CorpTag, ...] = ()

    @property
    def living(self) -> tuple[CorpTag, ...]:
        """The tags that were not deleted."""
        return tuple(tag for tag in self.tags if not tag.deleted)

    @property
    def deleted(self) -> bool:
        """Whether it is gone, as it is with the last of its tags."""
        return not self.living

    def tag_named(self, name: str) -> CorpTag | None:
        """Return the tag that has this name now, or None."""
        return next((tag for tag in self.living if tag.name == name), None)

    def with_tag(self, changed: CorpTag) -> TagGroup:
        """Return the group with a tag in the place of what it was."""
        tags = tuple(changed if tag.id == changed.id else tag for tag in self.tags)
        return replace(self, tags=tags)

    def without(self, tag_ids: frozenset[str]) -> TagGroup:
        """Return the group with some of its tags deleted."""
        tags = (replace(tag, deleted=tag.deleted or tag.id in tag_ids) for tag in self.tags)
        return replace(self, tags=tuple(tags))
