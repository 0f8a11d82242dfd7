"""What a member notes about a customer: the remark with all that belongs to it, and tags.

What the pages leave open is decided so:

- A text that is given replaces what was noted, an empty one too; what is left out stays. A company
  that is noted of a WeCom user is ignored.
- A picture's media id is taken as it is: the simulator keeps no media.
- A tag that the customer has already is given without effect, one that it has not is taken without
  effect; one that is in both lists is taken in the end. One unknown tag, or the id of a group,
  refuses the whole call with 40068 and nothing is changed. Any member serves for a rule group's.
- The limit of tags counts those of this member and this customer, after tags were taken; above it
  the whole call is 40144.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...refusals import RefusalError
from .records import WECHAT
from .relations import required_follow
from .state import CustomersState

_TEXTS = {
    "remark": "remark",
    "description": "description",
    "remark_company": "remark_corp_name",
    "remark_pic_mediaid": "remark_pic_mediaid",
}


def remark(state: CustomersState, params: dict[str, Any], application: str) -> dict[str, Any]:
    """Change what a member noted about a customer."""
    follow = required_follow(state, params["userid"], params["external_userid"])
    given = {field: params[key] for key, field in _TEXTS.items() if key in params}
    if state.customers[follow.external_userid].type != WECHAT:
        given.pop("remark_corp_name", None)
    if "remark_mobiles" in params:
        given["remark_mobiles"] = tuple(filter(None, params["remark_mobiles"]))
    state.put_follow(replace(follow, **given))
    return {}


def mark_tag(state: CustomersState, params: dict[str, Any], application: str) -> dict[str, Any]:
    """Give a customer tags of the company in the name of a member, and take tags."""
    follow = required_follow(state, params["userid"], params["external_userid"])
    added, removed = params.get("add_tag", []), params.get("remove_tag", [])
    corp_tags = state.company.find_state("corp_tags")
    if corp_tags is not None:
        corp_tags.require_usable([*added, *removed], application)
    tags = dict.fromkeys([*follow.tags, *added])
    kept = tuple(tag for tag in tags if tag not in set(removed))
    if len(kept) > state.customer_tag_limit:
        raise RefusalError(40144, f"more than {state.customer_tag_limit} tags of a customer")
    state.put_follow(replace(follow, tags=kept))
    return {}
