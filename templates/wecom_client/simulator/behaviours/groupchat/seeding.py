"""Seeding: the calls by which a test puts groups, customers and messages into the company."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from ...._runtime.checks import Array, Boolean, Check, Integer, Object, String
from ...._runtime.problems import day_of_date, day_of_seconds
from ...seed_checks import ID, TIME, USERID, USERIDS, DayOrSecond, TextOr
from ...seeding import CompanySeeding, taking
from . import records
from .records import CUSTOMER, EMPLOYEE, DayOfMessages, Group, GroupMember, JoinWay
from .state import GroupchatState

_STATUSES_OF_RESIGNED = (records.OWNER_RESIGNED, records.BEING_INHERITED)
_STATUSES_OF_EMPLOYED = (records.NORMAL, records.INHERITED)
_SCANNED = 3

_MEMBER: Mapping[str, Check] = {
    "userid": USERID,
    "type": Integer(enum={EMPLOYEE: "member of the company", CUSTOMER: "customer"}),
    "join_time": Integer(minimum=0),
    "join_scene": Integer(enum={1: "invited", 2: "invited by a link", 3: "scanned a QR code"}),
    "name": String(),
    "unionid": String(),
    "invitor": USERID,
    "group_nickname": String(),
    "state": String(),
}
GROUP: Mapping[str, Check] = {
    "owner": USERID,
    "name": String(),
    "members": Array(TextOr(Object(_MEMBER, required=("userid",)), USERID)),
    "admins": USERIDS,
    "notice": String(),
    "create_time": TIME,
    "status": Integer(),
    "migrated": Boolean(),
    "chat_id": ID,
}
"""What `add_group` takes."""
MESSAGES: Mapping[str, Check] = {
    "chat_id": ID,
    "day": DayOrSecond(),
    "count": Integer(minimum=0),
    "senders": USERIDS,
}
"""What `set_messages` takes."""


class Seeding(CompanySeeding):
    """Groups, join ways and messages. All times are Unix seconds."""

    @property
    def groups(self) -> Mapping[str, Group]:
        """The groups by chat id, dismissed ones included."""
        return MappingProxyType(self._groupchat.groups)

    @property
    def join_ways(self) -> Mapping[str, JoinWay]:
        """The join ways of all applications by config id."""
        return MappingProxyType(self._groupchat.join_ways)

    @property
    def daily_transfers(self) -> int:
        """How many groups of one owner can be given away a day."""
        return self._groupchat.daily_transfers

    @daily_transfers.setter
    def daily_transfers(self, count: int) -> None:
        self._groupchat.daily_transfers = count

    @property
    def join_way_limit(self) -> int:
        """How many join ways can exist."""
        return self._groupchat.join_way_limit

    @join_way_limit.setter
    def join_way_limit(self, count: int) -> None:
        self._groupchat.join_way_limit = count

    @property
    def education(self) -> bool:
        """Whether the company is of the education trade, whose statistics count migrated groups."""
        return self._groupchat.education

    @education.setter
    def education(self, value: bool) -> None:
        self._groupchat.education = value

    @taking(GROUP)
    def add_group(
        self,
        owner: str,
        *,
        name: str = "",
        members: Sequence[str | Mapping[str, Any]] = (),
        admins: Sequence[str] = (),
        notice: str = "",
        create_time: float | None = None,
        status: int | None = None,
        migrated: bool = False,
        chat_id: str | None = None,
    ) -> str:
        """Add a customer group and return its chat id.

        `members` are userids, or mappings with `userid` and further fields of `GroupMember`; who is
        a member of the company counts as one, anybody else as a customer. The owner and the
        `admins` are added to the group, and to the company, where they are missing. `status` is
        that of `list`; left out, it is 1 if the owner has resigned, else 0. `migrated` groups are
        counted by the statistics of the education trade.

        Raises:
            ValueError: the chat id is taken, somebody stands in the group twice, a field is
                unknown, or the status does not go with the owner.
        """
        if chat_id is not None and chat_id in self._groupchat.groups:
            raise ValueError(f"chat_id {chat_id!r} is taken")
        created = self._time(create_time)
        people = self._people(owner, members, admins, created)
        status = self._status(owner, status)
        for person in people:
            self._employ(person)
        group = Group(
            chat_id=self._groupchat.new_chat_id() if chat_id is None else chat_id,
            name=name,
            owner=owner,
            create_time=created,
            notice=notice,
            status=status,
            members=people,
            admins=tuple(admins),
            migrated=migrated,
        )
        self._groupchat.add_group(group)
        return group.chat_id

    @taking({**_MEMBER, "chat_id": ID, "via": ID, "at": TIME})
    def join(
        self,
        chat_id: str,
        userid: str,
        *,
        via: str | None = None,
        at: float | None = None,
        **fields: Any,
    ) -> None:
        """Let somebody join a group, now or `at` another time.

        `via` is the config id of the join way they come through, whose state they carry from then
        on; `fields` are further fields of `GroupMember`.

        Raises:
            ValueError: there is no such group or join way, the join way does not lead to the group,
                they are in it already, or a field is unknown.
        """
        group = self._living(chat_id)
        if group.member(userid) is not None:
            raise ValueError(f"{userid!r} is in group {chat_id!r} already")
        values = {"userid": userid, **fields}
        if via is not None:
            way = self._groupchat.join_ways.get(via)
            if way is None or chat_id not in way.chat_id_list:
                raise ValueError(f"no join way {via!r} leads to group {chat_id!r}")
            values |= {"join_scene": _SCANNED, "state": way.state or None}
        member = self._person(values, self._time(at), group.create_time)
        self._employ(member)
        self._groupchat.put_group(group.with_member(member))

    @taking({"chat_id": ID, "userid": USERID, "at": TIME})
    def leave(self, chat_id: str, userid: str, *, at: float | None = None) -> None:
        """Let somebody leave a group, now or `at` another time.

        Raises:
            ValueError: there is no such group, they are not in it, or they own it.
        """
        group = self._living(chat_id)
        if group.member(userid) is None:
            raise ValueError(f"{userid!r} is not in group {chat_id!r}")
        if group.owner == userid:
            raise ValueError(f"{userid!r} owns group {chat_id!r}: resign, or transfer the group")
        self._groupchat.put_group(group.without_member(userid, self._time(at)))

    @taking({"chat_id": ID, "at": TIME})
    def dismiss(self, chat_id: str, *, at: float | None = None) -> None:
        """Dismiss a group, now or `at` another time.

        Raises:
            ValueError: there is no such group.
        """
        group = self._living(chat_id)
        self._groupchat.put_group(replace(group, dismissed_at=self._time(at)))

    @taking(MESSAGES)
    def set_messages(
        self, chat_id: str, day: date | float, count: int, *, senders: Sequence[str] | None = None
    ) -> None:
        """Say how many messages a group saw on a day, and who sent them (None: its owner).

        `day` is a date, or a second of the day in UTC+8; the day's earlier numbers are replaced.

        Raises:
            ValueError: there is no such group, the count is negative, or there are more senders
                than messages.
        """
        group = self._living(chat_id)
        number = day_of_date(day) if isinstance(day, date) else day_of_seconds(int(day))
        if senders is None:
            senders = (group.owner_on(number),) if count > 0 else ()
        if count < len(set(senders)):
            raise ValueError(f"{count} messages cannot come from {len(set(senders))} senders")
        others = (item for item in group.messages if item.day != number)
        messages = (*others, DayOfMessages(number, count, frozenset(senders)))
        self._groupchat.put_group(replace(group, messages=messages))

    def _people(
        self,
        owner: str,
        members: Sequence[str | Mapping[str, Any]],
        admins: Sequence[str],
        created: int,
    ) -> tuple[GroupMember, ...]:
        staff = {owner, *admins}
        people: dict[str, GroupMember] = {}
        for item in members:
            values: dict[str, Any] = {"userid": item} if isinstance(item, str) else dict(item)
            if values.get("userid") in staff:
                values.setdefault("type", EMPLOYEE)
            person = self._person(values, created, created)
            if person.userid in people:
                raise ValueError(f"members: {person.userid!r} stands there twice")
            people[person.userid] = person
        for userid in (owner, *admins):
            people.setdefault(userid, GroupMember(userid, EMPLOYEE, created))
        return (people.pop(owner), *people.values())

    def _person(self, values: dict[str, Any], join_time: int, created: int) -> GroupMember:
        unknown = values.keys() - set(GroupMember.__dataclass_fields__)
        if unknown:
            names = ", ".join(GroupMember.__dataclass_fields__)
            raise ValueError(f"members: unknown field {min(unknown)!r}; there are {names}")
        kind = EMPLOYEE if values["userid"] in self._company.members else CUSTOMER
        person = GroupMember(**{"type": kind, "join_time": join_time, **values})
        if person.join_time < created:
            raise ValueError(f"{person.userid!r} cannot join before the group is created")
        return person

    def _employ(self, person: GroupMember) -> None:
        if person.type == EMPLOYEE and person.userid not in self._company.members:
            self.add_member(person.userid)

    def _status(self, owner: str, status: int | None) -> int:
        known = self._company.members.get(owner)
        fitting = (
            _STATUSES_OF_EMPLOYED if known is None or known.employed else _STATUSES_OF_RESIGNED
        )
        if status is None:
            return fitting[0]
        if status not in fitting:
            first, second = fitting
            raise ValueError(
                f"status {status} does not go with owner {owner!r}: {first} or {second}; "
                "1 and 2 are for owners who resigned"
            )
        return status

    def _living(self, chat_id: str) -> Group:
        group = self._groupchat.groups.get(chat_id)
        if group is None:
            raise ValueError(f"there is no group {chat_id!r}")
        if group.dismissed_at is not None:
            raise ValueError(f"group {chat_id!r} was dismissed")
        return group

    @property
    def _groupchat(self) -> GroupchatState:
        return self._company.state(GroupchatState)
