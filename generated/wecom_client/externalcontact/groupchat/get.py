# Generated from specs/externalcontact/groupchat/get.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取客户群详情

Returns one customer group: its name, owner, notice and admins, and its members with the time
and the way each of them joined. Members' names come only with need_name = 1.

Permissions:
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用). The owner of the group must be in the
        application's visible range.
    Third-party applications (第三方应用): Permission 企业客户权限 > 客户基础信息. The owner of
        the group must be in the application's visible range.

Notes:
    A customer group is an external group made by a member who has the right to use customer
        groups.
    A change of the group is announced by an event at once, but some details are processed
        later, so the newest answer may take a while.

Document: https://developer.work.weixin.qq.com/document/path/92122 (2023-12-01)
"""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterable, Mapping
from typing import Any

from ..._runtime.answers import Answer
from ..._runtime.checks import Flag, Object, String
from ..._runtime.jobs.async_jobs import AsyncOutcomes
from ..._runtime.jobs.declarations import Bulk
from ..._runtime.jobs.results import Progress
from ..._runtime.jobs.sync_jobs import Outcomes
from ..._runtime.namespace import AsyncBound as _AsyncBound
from ..._runtime.namespace import Bound as _Bound
from ..._runtime.records import Record, many, one
from ..._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = [
    "BULK",
    "OPERATION",
    "REQUEST",
    "Admin",
    "GetAnswer",
    "GroupChat",
    "Invitor",
    "Member",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/groupchat/get",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/92122",
    title="获取客户群详情",
    effect="read",
)

REQUEST = Object(
    {"chat_id": String(min_length=1), "need_name": Flag({0: "without names", 1: "with names"})},
    required=("chat_id",),
)


def build_request(
    chat_id: str,
    *,
    need_name: bool | int | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `get` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "chat_id": chat_id,
            "need_name": need_name,
        },
        _settings,
        extra,
    )


class Invitor(Record):
    """Who invited the member."""

    userid: str
    """Userid of the inviting member."""


class Member(Record):
    """One member."""

    userid: str
    """Id of the member; of a customer the external userid."""
    type: int
    """Who the member is. 1: member of the company; 2: external contact."""
    unionid: str | None
    """Id of the WeChat user on the WeChat Open Platform (unionid), the same in the company's
    official accounts and mini programs. Present only for WeChat users (also those whom no
    member of the company has added), and only if the company has bound a WeChat developer id;
    never for third-party applications, nor for an upstream company about customers of a
    downstream one.
    """
    join_time: int
    """When the member joined, Unix seconds."""
    join_scene: int
    """How the member joined. 1: invited directly by a member of the group; 2: by a link that a
    member of the group sent; 3: by scanning the group's QR code.
    """
    invitor: Invitor | None = one(Invitor)
    """Who invited the member. Present only if a member of this company sent the invitation."""
    group_nickname: str
    """The member's nickname in this group."""
    name: str | None
    """Name of the member. Of a WeChat user, the name set in WeChat; of a WeCom contact, the alias
    or real name shown to others. Present only with need_name = 1.
    """
    state: str | None
    """The state of the join way that the member came by (see `add_join_way`). Present only for
    members who came by a join way that has a state.
    """


class Admin(Record):
    """One admin."""

    userid: str
    """Userid of the admin."""


class GroupChat(Record):
    """The group."""

    chat_id: str
    """Id of the group."""
    name: str
    """Name of the group."""
    owner: str
    """Userid of the owner."""
    create_time: int
    """When the group was made, Unix seconds."""
    notice: str
    """The group's notice."""
    member_list: tuple[Member, ...] = many(Member)
    """The members."""
    admin_list: tuple[Admin, ...] = many(Admin)
    """The group's admins."""
    member_version: str
    """Version of the member list. Group-change events carry it too, so that a list already known
    need not be fetched again.
    """


class GetAnswer(Answer):
    """The answer of `get`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("group_chat") is None` asks, and type checkers let
    it pass.
    """

    group_chat: GroupChat = one(GroupChat)
    """The group."""


BULK: Bulk[GetAnswer] = Bulk(
    OPERATION, REQUEST, GetAnswer, parameter="chat_id", argument="chat_ids"
)


class _Methods(_Bound):
    """`get` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def get(
        self,
        chat_id: str,
        *,
        need_name: bool | int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> GetAnswer:
        """获取客户群详情

        Returns one customer group: its name, owner, notice and admins, and its members with the
        time and the way each of them joined. Members' names come only with need_name = 1.

        Args:
            chat_id: Id of the group. Not empty.
            need_name: Whether the members' names are returned (group_chat.member_list.name). 0:
                without names; 1: with names. Left out, it is 0.

        Returns:
            GetAnswer: group_chat.

        Raises:
            APIError: 40050 the chat id does not exist; 49008 the group was dismissed; 60030
                outside the application's visible range; 90501 the chat is not a customer group;
                90509 not a customer group of this company.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92122 (2023-12-01)
        """
        request = build_request(
            chat_id,
            need_name=need_name,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, GetAnswer, self._rules)

    def get_many(
        self,
        chat_ids: Iterable[str],
        *,
        need_name: bool | int | None = None,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Outcomes[GetAnswer]:
        """获取客户群详情

        Returns one customer group: its name, owner, notice and admins, and its members with the
        time and the way each of them joined. Members' names come only with need_name = 1.

        Makes one call for each of any number of chat_ids, several at the same time. It slows
        down by itself where the platform answers that calls come too often, and then recovers.
        An element whose call fails has its error in its outcome; the others go on.

        Args:
            chat_ids: Any iterable, taken from while the calls go on. Of each element: Id of the
                group. Not empty.
            need_name: Whether the members' names are returned (group_chat.member_list.name). 0:
                without names; 1: with names. Left out, it is 0.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            Outcomes: an iterator of Outcome, each with `key`, `answer` (GetAnswer, or None) and
                `error` (a WeComError, or None). Close it, or use it in a `with` statement, to
                end the job early.

        Document: https://developer.work.weixin.qq.com/document/path/92122 (2023-12-01)
        """
        return self._client._bulk(
            BULK,
            {"need_name": need_name},
            chat_ids,
            concurrency,
            rate,
            ordered,
            on_progress,
            extra,
            self._rules,
        )


class _AsyncMethods(_AsyncBound):
    """`get` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def get(
        self,
        chat_id: str,
        *,
        need_name: bool | int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> GetAnswer:
        """获取客户群详情

        Returns one customer group: its name, owner, notice and admins, and its members with the
        time and the way each of them joined. Members' names come only with need_name = 1.

        Args:
            chat_id: Id of the group. Not empty.
            need_name: Whether the members' names are returned (group_chat.member_list.name). 0:
                without names; 1: with names. Left out, it is 0.

        Returns:
            GetAnswer: group_chat.

        Raises:
            APIError: 40050 the chat id does not exist; 49008 the group was dismissed; 60030
                outside the application's visible range; 90501 the chat is not a customer group;
                90509 not a customer group of this company.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92122 (2023-12-01)
        """
        request = build_request(
            chat_id,
            need_name=need_name,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, GetAnswer, self._rules)

    def get_many(
        self,
        chat_ids: Iterable[str] | AsyncIterable[str],
        *,
        need_name: bool | int | None = None,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncOutcomes[GetAnswer]:
        """获取客户群详情

        Returns one customer group: its name, owner, notice and admins, and its members with the
        time and the way each of them joined. Members' names come only with need_name = 1.

        Makes one call for each of any number of chat_ids, several at the same time. It slows
        down by itself where the platform answers that calls come too often, and then recovers.
        An element whose call fails has its error in its outcome; the others go on.

        Args:
            chat_ids: Any iterable, an asynchronous one too, taken from while the calls go on.
                Of each element: Id of the group. Not empty.
            need_name: Whether the members' names are returned (group_chat.member_list.name). 0:
                without names; 1: with names. Left out, it is 0.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            AsyncOutcomes: for `async for`, without `await`, an iterator of Outcome, each with
                `key`, `answer` (GetAnswer, or None) and `error` (a WeComError, or None).
                `await` its `aclose`, or use it in an `async with` statement, to end the job
                early.

        Document: https://developer.work.weixin.qq.com/document/path/92122 (2023-12-01)
        """
        return self._client._bulk(
            BULK,
            {"need_name": need_name},
            chat_ids,
            concurrency,
            rate,
            ordered,
            on_progress,
            extra,
            self._rules,
        )
