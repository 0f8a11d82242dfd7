"""The behaviour of customers: who has added whom, details, remarks, tags given and taken."""

from __future__ import annotations

from ...behaviour import Behaviour, Route
from ...refusals import ProblemCodes
from . import lists, notes, served
from .records import Customer, Follow, OwnTag
from .seed import SEEDS
from .seeding import Seeding
from .state import CustomersState

__all__ = ["BEHAVIOUR", "GROUP", "SETTINGS", "Customer", "Follow", "OwnTag", "Seeding"]

GROUP = "externalcontact"
SETTINGS = {"customer_tag_limit": 3000}

_NO_USERID: ProblemCodes = {("userid", "required"): 41009, ("userid", "minLength"): 41009}
_NO_CUSTOMER: ProblemCodes = {
    ("external_userid", "required"): 41035,
    ("external_userid", "minLength"): 41035,
}
_BOTH: ProblemCodes = {**_NO_USERID, **_NO_CUSTOMER}

BEHAVIOUR = Behaviour(
    group=GROUP,
    state=CustomersState,
    routes={
        "get_follow_user_list": Route(lists.get_follow_user_list),
        "list": Route(lists.list_customers, _NO_USERID),
        "get": Route(lists.get_customer, _NO_CUSTOMER),
        "batch/get_by_user": Route(lists.get_by_user),
        "remark": Route(notes.remark, _BOTH),
        "mark_tag": Route(notes.mark_tag, _BOTH),
        "contact_list": Route(served.contact_list),
    },
    settings=SETTINGS,
    seeds=SEEDS,
)
