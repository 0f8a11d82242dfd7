# Copied from templates/wecom_client/simulator/behaviours/customers/seeding.py: edit that file, then run 'make generate'.
"""Seeding: the calls by which a test gives customers to members."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from ...._runtime.checks import Array, Boolean, Check, Integer, Object, String
from ...seed_checks import ID, IDS, USERID
from ...seeding import CompanySeeding, taking
from .records import WECHAT, Customer, Follow, OwnTag
from .state import CustomersState

_IDS = {"userid", "external_userid"}
_OF_CUSTOMER = set(Customer.__dataclass_fields__) - _IDS
_OF_FOLLOW = set(Follow.__dataclass_fields__) - _IDS
_OWN_TAG = Array(String(), min_items=2, max_items=2)
_ANYTHING = Object({}, additional_properties=True)
CUSTOMER: Mapping[str, Check] = {
    "userid": USERID,
    "external_userid": USERID,
    "name": String(),
    "via": ID,
    "type": Integer(minimum=1, maximum=2),
    "gender": Integer(minimum=0, maximum=2),
    "avatar": String(),
    "unionid": String(),
    "position": String(),
    "corp_name": String(),
    "corp_full_name": String(),
    "external_profile": _ANYTHING,
    "createtime": Integer(minimum=0),
    "add_way": Integer(minimum=0),
    "oper_userid": String(),
    "state": String(),
    "remark": String(),
    "description": String(),
    "remark_corp_name": String(),
    "remark_mobiles": IDS,
    "remark_pic_mediaid": String(),
    "wechat_channels": _ANYTHING,
    "tags": IDS,
    "own_tags": Array(_OWN_TAG),
}
"""What `add_customer` takes."""
_RELATION: Mapping[str, Check] = {"userid": USERID, "external_userid": USERID}


class Seeding(CompanySeeding):
    """Customers and their relations to members. All times are Unix seconds."""

    @property
    def customers(self) -> Mapping[str, Customer]:
        """The customers by external userid, those whom no member has any more included."""
        return MappingProxyType(self._customers.customers)

    @property
    def follows(self) -> Mapping[str, Mapping[str, Follow]]:
        """The relations by external userid, then by userid of the member."""
        return MappingProxyType(self._customers.follows)

    @property
    def customer_tag_limit(self) -> int:
        """How many tags of the company one member can give one customer."""
        return self._customers.customer_tag_limit

    @customer_tag_limit.setter
    def customer_tag_limit(self, count: int) -> None:
        self._customers.customer_tag_limit = count

    @taking(CUSTOMER)
    def add_customer(
        self,
        userid: str,
        external_userid: str | None = None,
        *,
        name: str | None = None,
        via: str | None = None,
        **fields: Any,
    ) -> str:
        """Let a member have added a customer, and return its external userid.

        A customer that another member has is added with its `external_userid`; the member comes to
        the company where they are missing. `via` is the config id of the contact way the customer
        comes through, which says `add_way` and `state`, or the id of a customer acquisition link,
        where `state` is the `customer_channel` that stands behind its address. `fields` are further
        fields of `Customer` and of `Follow`, such as `type`, `unionid`, `createtime`, `add_way`,
        `remark` and `tags`; `own_tags` are pairs of the names of group and tag.

        Raises:
            ValueError: an id does not have 1 to 64 characters or is that of a member of the
                company, the member has the customer already, there is no such tag, the contact way
                leads not to the member or no more, or a field is unknown.
        """
        fields = {key: value for key, value in fields.items() if value is not None}
        customer = self._customer_of(external_userid, name, fields)
        external_userid = customer.external_userid
        if userid in self._customers.follows.get(external_userid, ()):
            raise ValueError(f"{external_userid!r} is a customer of {userid!r} already")
        values = self._of_follow(fields)
        ways = None if via is None else self._way_of(via)
        if ways is not None:
            values = {**ways.relation_through(via, userid, customer.unionid), **values}
        if userid not in self._company.members:
            self.add_member(userid)
        self._customers.customers[external_userid] = customer
        follow = self._customers.follow(userid, external_userid, **values)
        if ways is not None:
            ways.came_through(via, userid, external_userid, follow.createtime)
        return external_userid

    @taking(_RELATION)
    def remove_customer(self, userid: str, external_userid: str) -> None:
        """Let a member and a customer be no contacts any more, whoever ended it.

        Raises:
            ValueError: it is no customer of theirs.
        """
        if userid not in self._customers.follows.get(external_userid, ()):
            raise ValueError(f"{external_userid!r} is no customer of {userid!r}")
        self._customers.unfollow(userid, external_userid)

    @taking({"userid": USERID, "valid": Boolean()})
    def set_licence(self, userid: str, *, valid: bool) -> None:
        """Say whether a member has a valid licence for external contact, as all have at first.

        Raises:
            ValueError: there is no such member.
        """
        if userid not in self._company.members:
            raise ValueError(f"{userid!r} is not a member of the company: add_member first")
        if valid:
            self._customers.unlicensed.discard(userid)
        else:
            self._customers.unlicensed.add(userid)

    def _customer_of(
        self, external_userid: str | None, name: str | None, fields: Mapping[str, Any]
    ) -> Customer:
        """Return the customer that is meant: a new one, or a known one with what is given."""
        unknown = fields.keys() - _OF_CUSTOMER - _OF_FOLLOW
        if unknown:
            names = ", ".join(sorted(_OF_CUSTOMER | _OF_FOLLOW))
            raise ValueError(f"unknown field {min(unknown)!r}; there are {names}")
        if external_userid is None:
            external_userid = self._customers.new_external_userid(fields.get("type", WECHAT))
        if external_userid in self._company.members:
            raise ValueError(f"{external_userid!r} is a member of the company")
        known = self._customers.customers.get(
            external_userid, Customer(external_userid, external_userid)
        )
        values = {key: value for key, value in fields.items() if key in _OF_CUSTOMER}
        return replace(known, **values, name=known.name if name is None else name)

    def _way_of(self, via: str) -> Any:
        """Return the state that knows a way by which customers come."""
        links = self._company.find_state("acquisition_links")
        if links is not None and via in links.links:
            return links
        ways = self._company.find_state("contact_ways")
        if ways is None or via not in ways.ways:
            raise ValueError(f"there is no contact way or customer acquisition link {via!r}")
        return ways

    def _of_follow(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Return the fields of a relation; its tags must exist."""
        values = {key: value for key, value in fields.items() if key in _OF_FOLLOW}
        for key in values.keys() & {"remark_mobiles", "tags"}:
            values[key] = tuple(values[key])
        if "own_tags" in values:
            values["own_tags"] = tuple(OwnTag(*pair) for pair in values["own_tags"])
        corp_tags = self._company.find_state("corp_tags")
        for tag_id in values.get("tags", ()):
            if corp_tags is not None and not corp_tags.has_tag(tag_id):
                raise ValueError(f"there is no tag {tag_id!r}: add_tag_group first")
        return values

    @property
    def _customers(self) -> CustomersState:
        return self._company.state(CustomersState)
