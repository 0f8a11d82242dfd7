# Generated from specs/externalcontact/groupchat/add_join_way.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""配置客户群进群方式

Makes a join way: a QR code or a mini program button by which customers join given groups. With
auto_create_room (the default) a new group is made when these are full. Returns the join way's
config_id.

Permissions:
    Every application: An application sees and manages only the join ways that it made itself.
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 企业客户权限 > 客户群 >
        配置「加入群聊」二维码, and the paid advanced interface (高级接口) 「加入群聊」.
    Third-party applications (第三方应用): Permission 企业客户权限 > 客户群 >
        配置「加入群聊」二维码 (an application for customer acquisition, 营销获客, has
        「加入群聊」二维码 chosen as its 客户建联方式), and the paid advanced interface
        (高级接口) 「加入群聊」.

Quotas:
    500000 join ways that a company makes through the API in all. The 「联系我」 contact ways
        made through the API count against the same number.

Notes:
    An ordinary application learns the id of a group in the group's chat (获取当前客户群的群ID),
        one for customer acquisition has the user select the group (选择客户群).
    A mini program button (scene 1) takes a mini program of your own that includes the
        platform's plug-in.
    Join ways that are made through the API are not shown in the admin console.
    With room_base_name "Sales" and room_base_id 10 the groups made automatically are called
        "Sales10", "Sales11" and so on.
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/92229#配置客户群进群方式 (2026-01-05)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..._runtime.answers import Answer
from ..._runtime.checks import Array, Boolean, Flag, Integer, Object, String
from ..._runtime.cross_field import IgnoredUnless
from ..._runtime.namespace import AsyncBound as _AsyncBound
from ..._runtime.namespace import Bound as _Bound
from ..._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "AddJoinWayAnswer", "build_request"]

OPERATION = Operation(
    path="externalcontact/groupchat/add_join_way",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/92229#配置客户群进群方式",
    title="配置客户群进群方式",
    effect="write",
)

REQUEST = Object(
    {
        "scene": Integer(enum={1: "button in a mini program (plug-in)", 2: "QR code"}),
        "remark": String(truncates_at=30),
        "auto_create_room": Flag({0: "no new group", 1: "a new group is made"}),
        "room_base_name": String(max_length=40),
        "room_base_id": Integer(),
        "chat_id_list": Array(String(min_length=1), min_items=1, max_items=5),
        "state": String(max_length=30),
        "mark_source": Boolean(),
    },
    required=("scene", "chat_id_list"),
    rules=(
        IgnoredUnless("room_base_name", "auto_create_room", (1,), default=1),
        IgnoredUnless("room_base_id", "auto_create_room", (1,), default=1),
    ),
)


def build_request(
    scene: int,
    chat_id_list: Sequence[str],
    *,
    remark: str | None = None,
    auto_create_room: bool | int | None = None,
    room_base_name: str | None = None,
    room_base_id: int | None = None,
    state: str | None = None,
    mark_source: bool | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `add_join_way` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "scene": scene,
            "chat_id_list": chat_id_list,
            "remark": remark,
            "auto_create_room": auto_create_room,
            "room_base_name": room_base_name,
            "room_base_id": room_base_id,
            "state": state,
            "mark_source": mark_source,
        },
        _settings,
        extra,
    )


class AddJoinWayAnswer(Answer):
    """The answer of `add_join_way`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("config_id") is None` asks, and type checkers let
    it pass.
    """

    config_id: str
    """Id of the new join way. Keep it; no operation of this document lists join ways."""


class _Methods(_Bound):
    """`add_join_way` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def add_join_way(
        self,
        scene: int,
        chat_id_list: Sequence[str],
        *,
        remark: str | None = None,
        auto_create_room: bool | int | None = None,
        room_base_name: str | None = None,
        room_base_id: int | None = None,
        state: str | None = None,
        mark_source: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AddJoinWayAnswer:
        """配置客户群进群方式

        Makes a join way: a QR code or a mini program button by which customers join given
        groups. With auto_create_room (the default) a new group is made when these are full.
        Returns the join way's config_id.

        Args:
            scene: Where customers meet the join way. 1: button in a mini program (plug-in); 2:
                QR code.
            chat_id_list: Ids of the groups that the join way leads to. 1 to 5 elements. Each
                not empty.
            remark: Reminder for yourself, what the join way is for. The platform keeps the
                first 30 characters; more gives a warning.
            auto_create_room: Whether a new group is made when the groups are full. 0: no new
                group; 1: a new group is made. Left out, it is 1.
            room_base_name: Beginning of the names of groups made automatically. At most 40
                characters. Counts only where auto_create_room is 1; otherwise gives a warning.
            room_base_id: Number that the first group made automatically gets behind
                room_base_name; later groups count up. Counts only where auto_create_room is 1;
                otherwise gives a warning.
            state: Mark of your own that tells channels apart. `get` returns it for each member
                who came this way. At most 30 characters.
            mark_source: Whether customers who come this way are marked as having come by a join
                way of this application. It counts for applications for customer acquisition
                (营销获客) alone. Left out, it is True.

        Returns:
            AddJoinWayAnswer: config_id.

        Raises:
            APIError: 40050 the chat id does not exist; 41038 scene is missing; 41040 invalid
                scene; 41045 the number of configured ways reached its limit; 41091 a join way
                may name at most 5 groups; 49008 the group was dismissed; 84074 no external
                contact permission; 90501 the chat is not a customer group; 90509 not a customer
                group of this company.

        Quotas:
            500000 join ways that a company makes through the API in all. The 「联系我」 contact
                ways made through the API count against the same number.

        A call whose outcome is unknown is not sent again. A second call would make a second
        join way.

        Document: https://developer.work.weixin.qq.com/document/path/92229#配置客户群进群方式 (2026-01-05)
        """
        request = build_request(
            scene,
            chat_id_list,
            remark=remark,
            auto_create_room=auto_create_room,
            room_base_name=room_base_name,
            room_base_id=room_base_id,
            state=state,
            mark_source=mark_source,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, AddJoinWayAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`add_join_way` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def add_join_way(
        self,
        scene: int,
        chat_id_list: Sequence[str],
        *,
        remark: str | None = None,
        auto_create_room: bool | int | None = None,
        room_base_name: str | None = None,
        room_base_id: int | None = None,
        state: str | None = None,
        mark_source: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AddJoinWayAnswer:
        """配置客户群进群方式

        Makes a join way: a QR code or a mini program button by which customers join given
        groups. With auto_create_room (the default) a new group is made when these are full.
        Returns the join way's config_id.

        Args:
            scene: Where customers meet the join way. 1: button in a mini program (plug-in); 2:
                QR code.
            chat_id_list: Ids of the groups that the join way leads to. 1 to 5 elements. Each
                not empty.
            remark: Reminder for yourself, what the join way is for. The platform keeps the
                first 30 characters; more gives a warning.
            auto_create_room: Whether a new group is made when the groups are full. 0: no new
                group; 1: a new group is made. Left out, it is 1.
            room_base_name: Beginning of the names of groups made automatically. At most 40
                characters. Counts only where auto_create_room is 1; otherwise gives a warning.
            room_base_id: Number that the first group made automatically gets behind
                room_base_name; later groups count up. Counts only where auto_create_room is 1;
                otherwise gives a warning.
            state: Mark of your own that tells channels apart. `get` returns it for each member
                who came this way. At most 30 characters.
            mark_source: Whether customers who come this way are marked as having come by a join
                way of this application. It counts for applications for customer acquisition
                (营销获客) alone. Left out, it is True.

        Returns:
            AddJoinWayAnswer: config_id.

        Raises:
            APIError: 40050 the chat id does not exist; 41038 scene is missing; 41040 invalid
                scene; 41045 the number of configured ways reached its limit; 41091 a join way
                may name at most 5 groups; 49008 the group was dismissed; 84074 no external
                contact permission; 90501 the chat is not a customer group; 90509 not a customer
                group of this company.

        Quotas:
            500000 join ways that a company makes through the API in all. The 「联系我」 contact
                ways made through the API count against the same number.

        A call whose outcome is unknown is not sent again. A second call would make a second
        join way.

        Document: https://developer.work.weixin.qq.com/document/path/92229#配置客户群进群方式 (2026-01-05)
        """
        request = build_request(
            scene,
            chat_id_list,
            remark=remark,
            auto_create_room=auto_create_room,
            room_base_name=room_base_name,
            room_base_id=room_base_id,
            state=state,
            mark_source=mark_source,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, AddJoinWayAnswer, self._rules)
