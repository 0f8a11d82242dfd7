# Generated from specs/externalcontact/groupchat/update_join_way.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""更新客户群进群方式配置

Replaces the whole configuration of a join way. Nothing is kept from before: a parameter left
out goes back to its default, so pass every value that shall stay.

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

Notes:
    An application learns the id of a group in the group's chat (获取当前客户群的群ID).
    With room_base_name "Sales" and room_base_id 10 the groups made automatically are called
        "Sales10", "Sales11" and so on.
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/92229#更新客户群进群方式配置 (2026-01-05)
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

__all__ = ["OPERATION", "REQUEST", "UpdateJoinWayAnswer", "build_request"]

OPERATION = Operation(
    path="externalcontact/groupchat/update_join_way",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/92229#更新客户群进群方式配置",
    title="更新客户群进群方式配置",
    effect="write",
)

REQUEST = Object(
    {
        "config_id": String(min_length=1),
        "scene": Integer(enum={1: "button in a mini program (plug-in)", 2: "QR code"}),
        "remark": String(truncates_at=30),
        "auto_create_room": Flag({0: "no new group", 1: "a new group is made"}),
        "room_base_name": String(max_length=40),
        "room_base_id": Integer(),
        "chat_id_list": Array(String(min_length=1), min_items=1, max_items=5),
        "state": String(max_length=30),
        "mark_source": Boolean(),
    },
    required=("config_id", "scene", "chat_id_list"),
    rules=(
        IgnoredUnless("room_base_name", "auto_create_room", (1,), default=1),
        IgnoredUnless("room_base_id", "auto_create_room", (1,), default=1),
    ),
)


def build_request(
    config_id: str,
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
    """Check the arguments of `update_join_way` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "config_id": config_id,
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


class UpdateJoinWayAnswer(Answer):
    """The answer of `update_join_way`."""


class _Methods(_Bound):
    """`update_join_way` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def update_join_way(
        self,
        config_id: str,
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
    ) -> UpdateJoinWayAnswer:
        """更新客户群进群方式配置

        Replaces the whole configuration of a join way. Nothing is kept from before: a parameter
        left out goes back to its default, so pass every value that shall stay.

        Args:
            config_id: Id of the join way. Not empty.
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
                (营销获客) alone, and only the one that made the join way can change it. Left
                out, it is True.

        Returns:
            UpdateJoinWayAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40050 the chat id does not exist; 41038 scene is missing; 41040 invalid
                scene; 41043 config_id is missing; 41044 invalid config_id; 41091 a join way may
                name at most 5 groups; 49008 the group was dismissed; 90501 the chat is not a
                customer group; 90509 not a customer group of this company.

        A call whose outcome is unknown is sent again. It overwrites; the second call leaves
        what the first one left.

        Document: https://developer.work.weixin.qq.com/document/path/92229#更新客户群进群方式配置 (2026-01-05)
        """
        request = build_request(
            config_id,
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
        return self._client._send(request, UpdateJoinWayAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`update_join_way` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def update_join_way(
        self,
        config_id: str,
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
    ) -> UpdateJoinWayAnswer:
        """更新客户群进群方式配置

        Replaces the whole configuration of a join way. Nothing is kept from before: a parameter
        left out goes back to its default, so pass every value that shall stay.

        Args:
            config_id: Id of the join way. Not empty.
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
                (营销获客) alone, and only the one that made the join way can change it. Left
                out, it is True.

        Returns:
            UpdateJoinWayAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40050 the chat id does not exist; 41038 scene is missing; 41040 invalid
                scene; 41043 config_id is missing; 41044 invalid config_id; 41091 a join way may
                name at most 5 groups; 49008 the group was dismissed; 90501 the chat is not a
                customer group; 90509 not a customer group of this company.

        A call whose outcome is unknown is sent again. It overwrites; the second call leaves
        what the first one left.

        Document: https://developer.work.weixin.qq.com/document/path/92229#更新客户群进群方式配置 (2026-01-05)
        """
        request = build_request(
            config_id,
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
        return await self._client._send(request, UpdateJoinWayAnswer, self._rules)
