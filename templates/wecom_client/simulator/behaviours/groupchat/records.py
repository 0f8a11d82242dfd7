"""The state as records: customer groups with their history, and join ways.

Records are immutable; a change puts a new one in the old one's place, so that a test may look at
one while requests go on.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from ...._runtime.problems import day_of_seconds

EMPLOYEE = 1
CUSTOMER = 2

NORMAL = 0
OWNER_RESIGNED = 1
BEING_INHERITED = 2
INHERITED = 3

_ADDRESSES = {1: "plugin", 2: "wwhead"}


@dataclass(frozen=True, slots=True)
class GroupMember:
    """Somebody in a group; `type` is 1 for a member of the company, 2 for a customer.

    `state` is that of the join way the member came through; None: came otherwise.
    """

    userid: str
    type: int
    join_time: int
    join_scene: int = 1
    name: str | None = None
    unionid: str | None = None
    invitor: str | None = None
    group_nickname: str = ""
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Stay:
    """A past membership of a group, for the statistics."""

    join_time: int
    leave_time: int


@dataclass(frozen=True, slots=True)
class DayOfMessages:
    """The messages of one day (its number in UTC+8, from 1970-01-01) and who sent them."""

    day: int
    count: int
    senders: frozenset[str]


@dataclass(frozen=True, slots=True)
class Handover:
    """A change of owner; `on_job`: by `onjob_transfer`, else by `transfer`."""

    time: int
    old_owner: str
    new_owner: str
    on_job: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A customer group. `status` is the number that `list` answers with."""

    chat_id: str
    name: str
    owner: str
    create_time: int
    notice: str = ""
    status: int = NORMAL
    members: tuple[GroupMember, ...] = ()
    admins: tuple[str, ...] = ()
    migrated: bool = False
    dismissed_at: int | None = None
    version: int = 1
    left: tuple[Stay, ...] = ()
    messages: tuple[DayOfMessages, ...] = ()
    handovers: tuple[Handover, ...] = ()

    @property
    def member_version(self) -> str:
        """The version of the member list: another one after each change of it."""
        text = f"{self.chat_id}:{self.version}".encode()
        return hashlib.blake2s(text, digest_size=16).hexdigest()

    def member(self, userid: str) -> GroupMember | None:
        """Return the member with this id, or None."""
        return next((member for member in self.members if member.userid == userid), None)

    def owner_on(self, day: int) -> str:
        """Return who owned the group at the end of a day (its number in UTC+8)."""
        later = (item for item in self.handovers if day_of_seconds(item.time) > day)
        handover = next(later, None)
        return self.owner if handover is None else handover.old_owner

    def with_member(self, member: GroupMember) -> Group:
        """Return the group with one more member."""
        return replace(self, members=(*self.members, member), version=self.version + 1)

    def without_member(self, userid: str, time: int) -> Group:
        """Return the group without somebody; the same one if they are not in it."""
        member = self.member(userid)
        if member is None:
            return self
        return replace(
            self,
            members=tuple(item for item in self.members if item is not member),
            admins=tuple(item for item in self.admins if item != userid),
            left=(*self.left, Stay(member.join_time, time)),
            version=self.version + 1,
        )

    def handed_over(self, new_owner: str, time: int, *, on_job: bool) -> Group:
        """Return the group with a new owner.

        The new owner becomes a member if they were not, and is no administrator any more. An old
        owner who resigned is gone; one in service stays as an ordinary member.
        """
        group = self if on_job else self.without_member(self.owner, time)
        if group.member(new_owner) is None:
            group = group.with_member(GroupMember(new_owner, EMPLOYEE, time))
        return replace(
            group,
            owner=new_owner,
            status=self.status if on_job else INHERITED,
            admins=tuple(item for item in group.admins if item != new_owner),
            handovers=(*self.handovers, Handover(time, self.owner, new_owner, on_job)),
        )


@dataclass(frozen=True, slots=True)
class JoinWay:
    """A way for customers to join: QR code (`scene` 2) or mini program button (1).

    `application` is the one that created it, and the only one that sees it.
    """

    config_id: str
    application: str
    scene: int
    chat_id_list: tuple[str, ...]
    remark: str = ""
    auto_create_room: int = 1
    room_base_name: str = ""
    room_base_id: int = 0
    state: str = ""
    mark_source: bool = True

    @property
    def qr_code(self) -> str:
        """The address of the QR code, or of the plug-in behind a button."""
        return f"https://qr.example/{_ADDRESSES[self.scene]}/{self.config_id}/0"
