# Copied from templates/wecom_client/simulator/behaviours/corp_tags/tags.py: edit that file, then run 'make generate'.
"""Tags of the company: listed, added, changed and deleted.

What the page leaves open is decided so:

- An id that no tag or group has, or has any more, refuses the whole call with 40068, and nothing is
  changed. Only the list by ids of tags still tells those that were deleted.
- A group belongs to the application that made it, with all its tags: another one, which may use
  them, adds nothing to it, and changes and deletes nothing in it (81011). The same goes for what
  was made in the admin console.
- A name that a tag of the group has already is 40071 for the whole call, as it is for a change. The
  `order` of a group that exists is not changed by adding tags to it.
- The limit counts tags that were not deleted: above it, no tag of the call is made (40126).
- A deleted tag is taken from all customers. Its name is free again, and so is a deleted group's.
- Equal places are in the order of creation. A place that is left out is 0.
- Tags of rule groups (`strategy_tags`) are unknown here. They count against the same limit.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ...refusals import EMPTY_OR_MISSING, RefusalError
from .records import CorpTag, TagGroup
from .state import CorpTagsState, require_own


def get_corp_tag_list(
    state: CorpTagsState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """List groups with their tags: all, or some by their ids, or those of some tags."""
    if "group_id" in params:
        ids = dict.fromkeys(params["group_id"])
        groups = [state.living_group(group_id, of_rules=False) for group_id in ids]
        return listed(
            group_answer(one, tags_answer(one.tags, told=True)) for one in by_place(groups)
        )
    if "tag_id" in params:
        asked = set(params["tag_id"])
        groups = [state.group_of(tag_id, of_rules=False) for tag_id in params["tag_id"]]
        found = []
        for group in by_place({one.group_id: one for one in groups}.values()):
            tags = (tag for tag in group.tags if tag.id in asked)
            found.append(
                {**group_answer(group, tags_answer(tags, told=True)), "deleted": group.deleted}
            )
        return listed(found)
    every = state.groups.values()
    living = [one for one in every if not one.deleted and one.strategy_id is None]
    return listed(group_answer(one, tags_answer(one.living)) for one in by_place(living))


def add_corp_tag(state: CorpTagsState, params: dict[str, Any], application: str) -> dict[str, Any]:
    """Make tags, in a group that exists or in a new one."""
    group = _group_to_fill(state, params, application)
    now = state.company.now()
    wanted: dict[str, dict[str, Any]] = {}
    for item in params["tag"]:
        wanted.setdefault(item["name"], item)
    for name in wanted:
        if group.tag_named(name) is not None:
            raise RefusalError(40071, f"tag name already exists: {name}")
    if len(state.tags) + len(wanted) > state.corp_tag_limit:
        raise RefusalError(40126, f"more than {state.corp_tag_limit} tags")
    made = tuple(
        CorpTag(state.new_id(), name, now, item.get("order", 0)) for name, item in wanted.items()
    )
    state.put_group(replace(group, tags=(*group.tags, *made)))
    return {"tag_group": group_answer(group, [_tag(tag) for tag in made])}


def edit_corp_tag(
    state: CorpTagsState, params: dict[str, Any], application: str, *, of_rules: bool = False
) -> dict[str, Any]:
    """Give a tag or a group another name or place."""
    changed_id: str = params["id"]
    given: dict[str, Any] = {key: params[key] for key in ("name", "order") if key in params}
    if changed_id in state.groups:
        group = state.living_group(changed_id, of_rules=of_rules)
        require_own(group, application)
        if "name" in given:
            given["group_name"] = given.pop("name")
            _require_free(state.group_named(given["group_name"], group.strategy_id), group)
        state.put_group(replace(group, **given))
        return {}
    group, tag = state.living_tag(changed_id, of_rules=of_rules)
    require_own(group, application)
    if "name" in given:
        _require_free(group.tag_named(given["name"]), tag)
    state.put_group(group.with_tag(replace(tag, **given)))
    return {}


def del_corp_tag(
    state: CorpTagsState, params: dict[str, Any], application: str, *, of_rules: bool = False
) -> dict[str, Any]:
    """Delete tags and groups; with the last of its tags, a group is gone."""
    tags = {
        tag_id: state.living_tag(tag_id, of_rules=of_rules)[0]
        for tag_id in params.get("tag_id", ())
    }
    for group_id in params.get("group_id", ()):
        group = state.living_group(group_id, of_rules=of_rules)
        tags.update((tag.id, group) for tag in group.living)
    for group in tags.values():
        require_own(group, application)
    deleted = frozenset(tags)
    for group_id in {group.group_id for group in tags.values()}:
        state.put_group(state.groups[group_id].without(deleted))
    customers = state.company.find_state("customers")
    if customers is not None:
        customers.forget_tags(deleted)
    return {}


def _group_to_fill(state: CorpTagsState, params: dict[str, Any], application: str) -> TagGroup:
    """Return the group that gets new tags: the one named, or a new one."""
    strategy_id: int | None = params.get("strategy_id")
    if "group_id" in params:
        group = state.living_group(params["group_id"], of_rules=strategy_id is not None)
        if group.strategy_id != strategy_id:
            raise RefusalError(40068, f"invalid tag group: {group.group_id}")
    elif "group_name" in params:
        found = state.group_named(params["group_name"], strategy_id)
        group = _new_group(state, params, application) if found is None else found
    else:
        raise RefusalError(EMPTY_OR_MISSING, "group_id or group_name is needed")
    require_own(group, application)
    if strategy_id is not None:
        _require_top(state, strategy_id, application)
    return group


def _require_top(state: CorpTagsState, strategy_id: int, application: str) -> None:
    """Refuse tags of a rule group that is not an application's, or not at the top."""
    strategies = state.company.find_state("customer_strategies")
    if strategies is None:
        return
    found = strategies.groups.get(strategy_id)
    if found is None or found.application != application or found.parent_id:
        raise RefusalError(81011, f"no permission for tags of strategy {strategy_id}")


def _new_group(state: CorpTagsState, params: dict[str, Any], application: str) -> TagGroup:
    return TagGroup(
        group_id=state.new_id(),
        group_name=params["group_name"],
        create_time=state.company.now(),
        order=params.get("order", 0),
        application=application,
        strategy_id=params.get("strategy_id"),
    )


def _require_free(bearer: CorpTag | TagGroup | None, changed: CorpTag | TagGroup) -> None:
    if bearer is not None and bearer is not changed:
        raise RefusalError(40071, "tag name already exists")


def by_place(groups: Iterable[TagGroup]) -> list[TagGroup]:
    """Return groups by their places, the greatest number first."""
    return sorted(groups, key=lambda group: -group.order)


def tags_answer(tags: Iterable[CorpTag], *, told: bool = False) -> list[dict[str, Any]]:
    """Return tags by their places; `told`: with whether they were deleted."""
    in_order = sorted(tags, key=lambda tag: -tag.order)
    return [_tag(tag) | ({"deleted": tag.deleted} if told else {}) for tag in in_order]


def _tag(tag: CorpTag) -> dict[str, Any]:
    return {
        "id": tag.id,
        "name": tag.name,
        "create_time": tag.create_time,
        "order": tag.order,
    }


def group_answer(group: TagGroup, tags: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a group with some of its tags."""
    return {
        "group_id": group.group_id,
        "group_name": group.group_name,
        "create_time": group.create_time,
        "order": group.order,
        "tag": tags,
    }


def listed(groups: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return the answer that lists groups."""
    return {"tag_group": list(groups)}
