"""Seeding: the calls by which a test makes contact ways, and departments for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from ...._runtime.checks import Array, Boolean, Check, Integer, Object, String
from ...seed_checks import ID, TIME, USERIDS, Sent
from ...seeding import CompanySeeding, taking
from ...tokens import FIRST_APPLICATION
from .records import QR_CODE, SEVERAL, SINGLE, ContactWay, TemporaryChat
from .state import ContactWaysState
from .ways import what_counts

DEPARTMENT: Mapping[str, Check] = {"department": Integer(), "userids": USERIDS}
"""What `add_department` takes."""
_ANYTHING = Object({}, additional_properties=True)
CONTACT_WAY: Mapping[str, Check] = {
    "user": USERIDS,
    "config_id": ID,
    "application": ID,
    "create_time": TIME,
    "scene": Integer(minimum=1, maximum=2),
    "party": Array(Integer()),
    "style": Integer(minimum=1, maximum=3),
    "remark": String(),
    "skip_verify": Boolean(),
    "state": String(),
    "is_temp": Boolean(),
    "expires_in": Integer(minimum=0),
    "chat_expires_in": Integer(minimum=0),
    "unionid": ID,
    "is_exclusive": Boolean(),
    "mark_source": Boolean(),
    "conclusions": Sent("externalcontact/add_contact_way", "conclusions", _ANYTHING),
}
"""What `add_contact_way` takes."""


class Seeding(CompanySeeding):
    """Contact ways and departments. All times are Unix seconds."""

    @property
    def contact_ways(self) -> Mapping[str, ContactWay]:
        """The contact ways of all applications by config id."""
        return MappingProxyType(self._contact_ways.ways)

    @property
    def departments(self) -> Mapping[int, tuple[str, ...]]:
        """The userids of the departments' members by the departments' ids."""
        return MappingProxyType(self._contact_ways.departments)

    @property
    def temporary_chats(self) -> Mapping[tuple[str, str], TemporaryChat]:
        """The temporary chats by userid and external userid, without those ended early."""
        return MappingProxyType(self._contact_ways.chats)

    @property
    def contact_way_limit(self) -> int:
        """How many contact ways, and join ways of customer groups, the company can have."""
        return self._contact_ways.contact_way_limit

    @contact_way_limit.setter
    def contact_way_limit(self, count: int) -> None:
        self._contact_ways.contact_way_limit = count

    @property
    def daily_temporary_contact_ways(self) -> int:
        """How many contact ways can be made for temporary chats a day."""
        return self._contact_ways.daily_temporary_contact_ways

    @daily_temporary_contact_ways.setter
    def daily_temporary_contact_ways(self, count: int) -> None:
        self._contact_ways.daily_temporary_contact_ways = count

    @taking(CONTACT_WAY)
    def add_contact_way(
        self, user: Sequence[str], *, config_id: str | None = None, **fields: Any
    ) -> str:
        """Add a contact way to these members and return its config id.

        The members come to the company where they are missing. `fields` are further fields of
        `ContactWay`, such as `scene` (2, a QR code, unless it is given), `state`, `party`,
        `is_temp` and `create_time`; `application` is who made it, the one of `secret` unless said
        otherwise. `add_customer(…, via=config_id)` lets a customer come through it.

        Raises:
            ValueError: the id is taken, nobody stands behind it, there is no such department, or a
                field is unknown.
        """
        state = self._contact_ways
        if config_id is not None and config_id in state.ways:
            raise ValueError(f"config_id {config_id!r} is taken")
        if unknown := fields.keys() - CONTACT_WAY.keys():
            names = ", ".join(sorted(CONTACT_WAY))
            raise ValueError(f"unknown field {min(unknown)!r}; there are {names}")
        if not (user or fields.get("party")):
            raise ValueError("user must be a list of userids, and not empty without party")
        for party in fields.get("party", ()):
            if party not in state.departments:
                raise ValueError(f"there is no department {party}: add_department first")
        kind = SEVERAL if len(user) != 1 or fields.get("party") else SINGLE
        values = {"scene": QR_CODE, "application": FIRST_APPLICATION, **fields, "user": user}
        values["create_time"] = self._time(fields.get("create_time"))
        is_temp = values.get("is_temp", False)
        kept = what_counts(values, kind, values["scene"], is_temp=is_temp)
        way = ContactWay(config_id=config_id or state.new_config_id(), type=kind, **kept)
        for userid in way.user:
            if userid not in self._company.members:
                self.add_member(userid)
        state.add_way(way)
        return way.config_id

    @taking(DEPARTMENT)
    def add_department(self, department: int, userids: Sequence[str]) -> None:
        """Say who is in a department, in the place of those who were.

        The members come to the company where they are missing.

        Raises:
            ValueError: a userid does not have 1 to 64 characters.
        """
        for userid in userids:
            if userid not in self._company.members:
                self.add_member(userid)
        self._contact_ways.departments[department] = tuple(dict.fromkeys(userids))

    @property
    def _contact_ways(self) -> ContactWaysState:
        return self._company.state(ContactWaysState)
