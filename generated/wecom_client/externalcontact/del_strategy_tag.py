# Generated from specs/externalcontact/del_strategy_tag.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""删除指定规则组下的企业客户标签

Deletes tags of rule groups, or whole tag groups of them.

Permissions:
    Every application: An application sees and manages only the tags of rule groups that it made
        itself.
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 管理客户联系规则组.
    Third-party applications (第三方应用): Permission 管理客户联系规则组.

Notes:
    A tag group all of whose tags are deleted is deleted, too.
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/94882#删除指定规则组下的企业客户标签 (2023-12-01)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Array, Object, String
from .._runtime.cross_field import RequiredUnlessGiven
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "DelStrategyTagAnswer", "build_request"]

OPERATION = Operation(
    path="externalcontact/del_strategy_tag",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/94882#删除指定规则组下的企业客户标签",
    title="删除指定规则组下的企业客户标签",
    effect="destroy",
)

REQUEST = Object(
    {
        "tag_id": Array(String(min_length=1), min_items=1),
        "group_id": Array(String(min_length=1), min_items=1),
    },
    rules=(RequiredUnlessGiven("tag_id", ("group_id",)),),
)


def build_request(
    *,
    tag_id: Sequence[str] | None = None,
    group_id: Sequence[str] | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `del_strategy_tag` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "tag_id": tag_id,
            "group_id": group_id,
        },
        _settings,
        extra,
    )


class DelStrategyTagAnswer(Answer):
    """The answer of `del_strategy_tag`."""


class _Methods(_Bound):
    """`del_strategy_tag` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def del_strategy_tag(
        self,
        *,
        tag_id: Sequence[str] | None = None,
        group_id: Sequence[str] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> DelStrategyTagAnswer:
        """删除指定规则组下的企业客户标签

        Deletes tags of rule groups, or whole tag groups of them.

        Args:
            tag_id: Ids of the tags. At least 1 element. Each not empty. Required unless
                group_id is given.
            group_id: Ids of the tag groups. At least 1 element. Each not empty.

        Returns:
            DelStrategyTagAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40068 the id of a tag or tag group is missing or unknown; 41110 a tag id
                is wrong; 45035 other calls are changing the same record; 48002 the application
                may not call this API; 81011 the application may not use this tag.

        What it takes away or stops, no other call brings back. A call whose outcome is unknown
        is not sent again. After a first call that did succeed, the second may answer that there
        are no such tags.

        Document: https://developer.work.weixin.qq.com/document/path/94882#删除指定规则组下的企业客户标签 (2023-12-01)
        """
        request = build_request(
            tag_id=tag_id,
            group_id=group_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, DelStrategyTagAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`del_strategy_tag` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def del_strategy_tag(
        self,
        *,
        tag_id: Sequence[str] | None = None,
        group_id: Sequence[str] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> DelStrategyTagAnswer:
        """删除指定规则组下的企业客户标签

        Deletes tags of rule groups, or whole tag groups of them.

        Args:
            tag_id: Ids of the tags. At least 1 element. Each not empty. Required unless
                group_id is given.
            group_id: Ids of the tag groups. At least 1 element. Each not empty.

        Returns:
            DelStrategyTagAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40068 the id of a tag or tag group is missing or unknown; 41110 a tag id
                is wrong; 45035 other calls are changing the same record; 48002 the application
                may not call this API; 81011 the application may not use this tag.

        What it takes away or stops, no other call brings back. A call whose outcome is unknown
        is not sent again. After a first call that did succeed, the second may answer that there
        are no such tags.

        Document: https://developer.work.weixin.qq.com/document/path/94882#删除指定规则组下的企业客户标签 (2023-12-01)
        """
        request = build_request(
            tag_id=tag_id,
            group_id=group_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, DelStrategyTagAnswer, self._rules)
