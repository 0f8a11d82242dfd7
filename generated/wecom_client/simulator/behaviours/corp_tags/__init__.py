# Copied from templates/wecom_client/simulator/behaviours/corp_tags/__init__.py: edit that file, then run 'make generate'.
"""The behaviour of tags, the company's and those of rule groups, which customers are given."""

from __future__ import annotations

from ...behaviour import Behaviour, Route
from ...refusals import ProblemCodes
from . import strategy_tags, tags
from .records import CorpTag, TagGroup
from .seed import SEEDS
from .seeding import Seeding
from .state import CorpTagsState

__all__ = ["BEHAVIOUR", "GROUP", "SETTINGS", "CorpTag", "Seeding", "TagGroup"]

GROUP = "externalcontact"
SETTINGS = {"corp_tag_limit": 10_000}

_WRONG_NAME = 40072
_NAMES: ProblemCodes = {
    (field, rule): _WRONG_NAME
    for field in ("name", "group_name", "tag.name")
    for rule in ("minLength", "maxLength")
} | {("tag.name", "required"): 41018}

BEHAVIOUR = Behaviour(
    group=GROUP,
    state=CorpTagsState,
    routes={
        "get_corp_tag_list": Route(tags.get_corp_tag_list),
        "add_corp_tag": Route(tags.add_corp_tag, _NAMES),
        "edit_corp_tag": Route(tags.edit_corp_tag, _NAMES),
        "del_corp_tag": Route(tags.del_corp_tag),
        "get_strategy_tag_list": Route(strategy_tags.get_strategy_tag_list),
        "add_strategy_tag": Route(strategy_tags.add_strategy_tag, _NAMES),
        "edit_strategy_tag": Route(strategy_tags.edit_strategy_tag, _NAMES),
        "del_strategy_tag": Route(strategy_tags.del_strategy_tag),
    },
    settings=SETTINGS,
    seeds=SEEDS,
)
