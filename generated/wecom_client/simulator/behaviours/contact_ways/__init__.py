# Copied from templates/wecom_client/simulator/behaviours/contact_ways/__init__.py: edit that file, then run 'make generate'.
"""The behaviour of contact ways: QR codes and buttons by which customers add members."""

from __future__ import annotations

from ...behaviour import Behaviour, Route
from ...refusals import ProblemCodes
from . import ways
from .records import ContactWay, TemporaryChat
from .seed import SEEDS
from .seeding import Seeding
from .state import ContactWaysState

__all__ = ["BEHAVIOUR", "GROUP", "SETTINGS", "ContactWay", "Seeding", "TemporaryChat"]

GROUP = "externalcontact"
SETTINGS = {"contact_way_limit": 500_000, "daily_temporary_contact_ways": 100_000}

_CONFIG_ID: ProblemCodes = {
    ("config_id", "required"): 41043,
    ("config_id", "minLength"): 41043,
}
_CONTENT: ProblemCodes = {
    ("style", "enum"): 41042,
    ("style", "type"): 41042,
    ("user", "maxItems"): 41041,
}
_KIND: ProblemCodes = {
    ("type", "required"): 41037,
    ("type", "enum"): 41039,
    ("type", "type"): 41039,
    ("scene", "required"): 41038,
    ("scene", "enum"): 41040,
    ("scene", "type"): 41040,
}
_IDS: ProblemCodes = {
    (field, rule): code
    for field, code in (("userid", 40003), ("external_userid", 40096))
    for rule in ("required", "minLength")
}

BEHAVIOUR = Behaviour(
    group=GROUP,
    state=ContactWaysState,
    routes={
        "add_contact_way": Route(ways.add_contact_way, {**_KIND, **_CONTENT}),
        "get_contact_way": Route(ways.get_contact_way, _CONFIG_ID),
        "list_contact_way": Route(ways.list_contact_way, {("limit", "maximum"): 701101}),
        "update_contact_way": Route(ways.update_contact_way, {**_CONFIG_ID, **_CONTENT}),
        "del_contact_way": Route(ways.del_contact_way, _CONFIG_ID),
        "close_temp_chat": Route(ways.close_temp_chat, _IDS),
    },
    settings=SETTINGS,
    seeds=SEEDS,
)
