# Copied from templates/wecom_client/simulator/behaviours/corp_tags/strategy_tags.py: edit that file, then run 'make generate'.
"""Tags of rule groups: as those of the company, but each belongs to a rule group.

What the page leaves open is decided so, beside what `tags` says:

- Only the application that made them sees them: for others an id is 40068 in the list, and 81011
  for a change. So is a rule group that another application made, that is unknown or that is below
  another one, for new tags. The tags of a rule group that was deleted stay until they are, too.
- Whom a rule group is for is not looked at: any member gives its tags.
- The names of tag groups differ within one rule group. What was deleted is in no list.
- Where a list names a rule group and tags that are of another one, these are left out.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from ...refusals import RefusalError
from .state import CorpTagsState
from .tags import (
    add_corp_tag,
    by_place,
    del_corp_tag,
    edit_corp_tag,
    group_answer,
    listed,
    tags_answer,
)

add_strategy_tag = add_corp_tag
edit_strategy_tag = partial(edit_corp_tag, of_rules=True)
del_strategy_tag = partial(del_corp_tag, of_rules=True)


def get_strategy_tag_list(
    state: CorpTagsState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """List an application's groups with their tags: all, or some, or those of some tags."""
    strategy_id, asked = params.get("strategy_id"), params.get("tag_id")
    if "group_id" in params:
        groups = [state.living_group(one, of_rules=True) for one in params["group_id"]]
        asked = None
    elif asked is not None:
        groups = [state.living_tag(one, of_rules=True)[0] for one in asked]
    else:
        every = state.groups.values()
        groups = [one for one in every if not one.deleted and one.application == application]
    found = {}
    for group in by_place(groups):
        if group.application != application:
            raise RefusalError(40068, f"invalid tag group: {group.group_id}")
        if group.strategy_id is not None and strategy_id in (None, group.strategy_id):
            tags = [tag for tag in group.living if asked is None or tag.id in asked]
            answer = group_answer(group, tags_answer(tags))
            found[group.group_id] = {**answer, "strategy_id": group.strategy_id}
    return listed(found.values())
