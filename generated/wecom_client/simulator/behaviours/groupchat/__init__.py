# Copied from templates/wecom_client/simulator/behaviours/groupchat/__init__.py: edit that file, then run 'make generate'.
"""The behaviour of customer groups: lists, details, join ways, transfers, statistics."""

from __future__ import annotations

from ...behaviour import Behaviour, Route
from ...refusals import ProblemCodes
from . import groups, join_ways, statistics, transfers
from .records import DayOfMessages, Group, GroupMember, Handover, JoinWay, Stay
from .seed import SEEDS
from .seeding import Seeding
from .state import GroupchatState

__all__ = [
    "BEHAVIOUR",
    "GROUP",
    "SETTINGS",
    "DayOfMessages",
    "Group",
    "GroupMember",
    "Handover",
    "JoinWay",
    "Seeding",
    "Stay",
]

GROUP = "externalcontact/groupchat"
SETTINGS = {"daily_transfers": 300, "join_way_limit": 500_000, "education": False}

_LIMIT_ABOVE_1000 = 701101
_ABOVE_100_USERS = 701102
_OWNERS: ProblemCodes = {("owner_filter.userid_list", "maxItems"): _ABOVE_100_USERS}
_PAGE: ProblemCodes = {**_OWNERS, ("limit", "maximum"): _LIMIT_ABOVE_1000}
_CONFIG_ID: ProblemCodes = {
    ("config_id", "required"): 41043,
    ("config_id", "minLength"): 41043,
}
_JOIN_WAY: ProblemCodes = {
    ("scene", "required"): 41038,
    ("scene", "enum"): 41040,
    ("scene", "type"): 41040,
    ("chat_id_list", "maxItems"): 41091,
}

BEHAVIOUR = Behaviour(
    group=GROUP,
    state=GroupchatState,
    routes={
        "list": Route(groups.list_groups, _PAGE),
        "get": Route(groups.get_group),
        "transfer": Route(transfers.transfer),
        "onjob_transfer": Route(transfers.onjob_transfer),
        "add_join_way": Route(join_ways.add_join_way, _JOIN_WAY),
        "get_join_way": Route(join_ways.get_join_way, _CONFIG_ID),
        "update_join_way": Route(join_ways.update_join_way, {**_CONFIG_ID, **_JOIN_WAY}),
        "del_join_way": Route(join_ways.del_join_way, _CONFIG_ID),
        "statistic": Route(statistics.statistic, _PAGE),
        "statistic_group_by_day": Route(statistics.statistic_group_by_day, _OWNERS),
    },
    settings=SETTINGS,
    seeds=SEEDS,
)
