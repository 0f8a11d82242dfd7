# Copied from templates/wecom_client/simulator/groupchat/__init__.py: edit that file, then run 'make generate'.
"""The behaviour of the customer groups: the one room that knows operations by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from ..company import Company
from ..frame import Behaviour
from ..refusals import ProblemCodes
from . import groups, join_ways, statistics, transfers

_PATH = "externalcontact/groupchat"

_HANDLERS: Mapping[str, Callable[[Company, dict[str, Any], str], dict[str, Any]]] = {
    "list": groups.list_groups,
    "get": groups.get_group,
    "transfer": transfers.transfer,
    "onjob_transfer": transfers.onjob_transfer,
    "add_join_way": join_ways.add_join_way,
    "get_join_way": join_ways.get_join_way,
    "update_join_way": join_ways.update_join_way,
    "del_join_way": join_ways.del_join_way,
    "statistic": statistics.statistic,
    "statistic_group_by_day": statistics.statistic_group_by_day,
}

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
_CODES: Mapping[str, ProblemCodes] = {
    "list": _PAGE,
    "add_join_way": _JOIN_WAY,
    "get_join_way": _CONFIG_ID,
    "update_join_way": {**_CONFIG_ID, **_JOIN_WAY},
    "del_join_way": _CONFIG_ID,
    "statistic": _PAGE,
    "statistic_group_by_day": _OWNERS,
}


def behaviour(company: Company) -> Behaviour:
    """Return what the customer-group operations do to a company."""
    return Behaviour(
        handlers={f"{_PATH}/{name}": partial(run, company) for name, run in _HANDLERS.items()},
        codes={f"{_PATH}/{name}": codes for name, codes in _CODES.items()},
    )
