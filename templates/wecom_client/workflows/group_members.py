"""Members of many groups as one row a person: groups, first join, inviter, state.

`get` tells the members of one group (客户群详情). Whoever is in several groups is told in each, so
that a list of people needs all of them put together. The platform names who is in a group now:
people who left, and when they were there, cannot be had.

Document: https://developer.work.weixin.qq.com/document/path/92122
"""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

from .._runtime.jobs.results import Outcome, Progress
from ..externalcontact.groupchat.get import GetAnswer, Member
from ._results import Collected
from ._steps import Client, Each, Flow, over_client

__all__ = ["OPERATIONS", "GroupMember", "Join", "members_of_groups"]

OPERATIONS = ("externalcontact/groupchat/get",)


@dataclass(frozen=True, slots=True)
class Join:
    """How a person joined one of the groups.

    `join_time`: Unix seconds. `join_scene`: 1 invited directly, 2 by a link, 3 by the group's QR
    code. `invitor`: userid of the member of this company who sent the invitation, if one did.
    `state`: that of the join way (`add_join_way`) by which the person came, if it has one.
    """

    chat_id: str
    join_time: int
    join_scene: int
    invitor: str | None
    state: str | None
    group_nickname: str | None


@dataclass(frozen=True, slots=True)
class GroupMember:
    """A person, with all of the groups that the person is in.

    `userid`: of a customer the external userid. `type`: 1 member of the company, 2 external
    contact. `unionid`, `name`: where the platform tells them. `joins`: one a group, the earliest
    first.
    """

    userid: str
    type: int
    unionid: str | None
    name: str | None
    joins: tuple[Join, ...]

    @property
    def first(self) -> Join:
        """The earliest of the joins."""
        return self.joins[0]

    @property
    def chat_ids(self) -> tuple[str, ...]:
        """Ids of the groups, in the order in which the person joined them."""
        return tuple(join.chat_id for join in self.joins)


@over_client
def members_of_groups(
    wecom: Client,
    chat_ids: Iterable[str] | AsyncIterable[str],
    *,
    need_name: bool = False,
    concurrency: int = 8,
    rate: float | None = None,
    on_progress: Callable[[Progress], object] | None = None,
) -> Flow[Collected[GroupMember]]:
    """Read groups, and return everybody who is in one of them as one row a person.

    Args:
        wecom: The client.
        chat_ids: Ids of the groups, any number, each read once; with an asynchronous client they
            may come asynchronously.
        need_name: Whether names are asked for.
        concurrency: Calls at the same time, 1 to 128.
        rate: Most calls a minute, together with all that share a token store which counts them
            (Redis). None: as many as go.
        on_progress: Is called with a Progress at each group.

    Returns:
        Collected[GroupMember]: `rows`, in the order in which people first joined a group, and
            `failures`, the groups that could not be read, whose members are missing.

    Raises:
        ParameterError: an argument that cannot be; nothing was sent.
        WeComError: `chat_ids` ended with it; groups that were read by then are lost.
    """
    people = _People()
    read: Any = wecom.externalcontact.groupchat.get_many
    outcomes = read(
        chat_ids,
        need_name=need_name or None,
        concurrency=concurrency,
        rate=rate,
        on_progress=on_progress,
    )
    yield Each(outcomes, people.add, closes=True)
    return people.collected()


class _People:
    """Puts the members of groups together."""

    def __init__(self) -> None:
        self._members: dict[object, list[Member]] = {}
        self._joins: dict[object, list[Join]] = {}
        self._failures: list[Outcome[GetAnswer]] = []
        self._seen: set[str] = set()

    def add(self, outcome: Outcome[GetAnswer]) -> None:
        """Take in what came of a group, once."""
        chat_id: str = outcome.key
        if chat_id in self._seen:
            return
        self._seen.add(chat_id)
        if outcome.answer is None:
            self._failures.append(outcome)
            return
        for member in outcome.answer.group_chat.member_list:
            key = _identity(member)
            self._members.setdefault(key, []).append(member)
            self._joins.setdefault(key, []).append(_join(chat_id, member))

    def collected(self) -> Collected[GroupMember]:
        """Return everybody."""
        rows = [
            _person(members, sorted(self._joins[key], key=_moment))
            for key, members in self._members.items()
        ]
        rows.sort(key=lambda row: (_moment(row.first)[0], str(row.userid)))
        return Collected(tuple(rows), tuple(self._failures))


def _identity(member: Member) -> object:
    """Return what makes records of several groups one person's; without any id, none are."""
    if member.raw.get("userid"):
        return str(member.type), str(member.userid)
    return str(member.unionid) if member.unionid else object()


def _join(chat_id: str, member: Member) -> Join:
    return Join(
        chat_id,
        member.join_time,
        member.join_scene,
        member.invitor.userid if member.invitor is not None else None,
        member.state,
        member.group_nickname,
    )


def _person(members: list[Member], joins: list[Join]) -> GroupMember:
    unionids = (one.unionid for one in members if one.unionid)
    names = (one.name for one in members if one.name)
    first = members[0]
    return GroupMember(
        first.userid, first.type, next(unionids, None), next(names, None), tuple(joins)
    )


def _moment(join: Join) -> tuple[float, str]:
    """Return what joins are sorted by; one of which no time is known comes last."""
    time: Any = join.join_time
    return (time if isinstance(time, (int, float)) else float("inf"), join.chat_id)
