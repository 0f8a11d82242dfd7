# Generated from specs/externalcontact/get_strategy_tag_list.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取指定规则组下的企业客户标签

Returns the tags of rule groups for customer contact, by tag group: all of them, those of given
tag groups, or given ones. Only members in the range of a rule group can use its tags.

Permissions:
    Every application: An application sees and manages only the tags of rule groups that it made
        itself.
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 管理客户联系规则组.
    Third-party applications (第三方应用): Permission 管理客户联系规则组.

Notes:
    With neither tag_id nor group_id every tag is returned.
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/94882#获取指定规则组下的企业客户标签 (2023-12-01)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Array, Integer, Object, String
from .._runtime.cross_field import IgnoredWhenGiven
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.records import Record, many
from .._runtime.request import DEFAULTS, Operation, Request, Settings
from ._shapes import Tag

__all__ = [
    "OPERATION",
    "REQUEST",
    "GetStrategyTagListAnswer",
    "Tag",
    "TagGroupItem",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/get_strategy_tag_list",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/94882#获取指定规则组下的企业客户标签",
    title="获取指定规则组下的企业客户标签",
    effect="read",
)

REQUEST = Object(
    {
        "strategy_id": Integer(),
        "tag_id": Array(String(min_length=1), min_items=1),
        "group_id": Array(String(min_length=1), min_items=1),
    },
    rules=(IgnoredWhenGiven("tag_id", ("group_id",)),),
)


def build_request(
    *,
    strategy_id: int | None = None,
    tag_id: Sequence[str] | None = None,
    group_id: Sequence[str] | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `get_strategy_tag_list` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "strategy_id": strategy_id,
            "tag_id": tag_id,
            "group_id": group_id,
        },
        _settings,
        extra,
    )


class TagGroupItem(Record):
    """A group of tags."""

    group_id: str
    """Id of the group."""
    group_name: str
    """Name of the group."""
    create_time: int
    """When the group was made, Unix seconds."""
    order: int
    """Place of the group; greater numbers come first."""
    tag: tuple[Tag, ...] = many(Tag)
    """The tags of the group."""
    strategy_id: int
    """Id of the rule group that the tag group belongs to."""


class GetStrategyTagListAnswer(Answer):
    """The answer of `get_strategy_tag_list`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("tag_group") is None` asks, and type checkers let
    it pass.
    """

    tag_group: tuple[TagGroupItem, ...] = many(TagGroupItem)
    """The tag groups."""


class _Methods(_Bound):
    """`get_strategy_tag_list` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def get_strategy_tag_list(
        self,
        *,
        strategy_id: int | None = None,
        tag_id: Sequence[str] | None = None,
        group_id: Sequence[str] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> GetStrategyTagListAnswer:
        """获取指定规则组下的企业客户标签

        Returns the tags of rule groups for customer contact, by tag group: all of them, those
        of given tag groups, or given ones. Only members in the range of a rule group can use
        its tags.

        Args:
            strategy_id: Only tags of this rule group, by its id.
            tag_id: Only these tags, by their ids. At least 1 element. Each not empty. Ignored
                where group_id is given; together they give a warning.
            group_id: Only these tag groups, by their ids, with all of their tags. At least 1
                element. Each not empty.

        Returns:
            GetStrategyTagListAnswer: tag_group.

        Raises:
            APIError: 40068 the id of a tag or tag group is missing or unknown; 41110 a tag id
                is wrong; 48002 the application may not call this API.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/94882#获取指定规则组下的企业客户标签 (2023-12-01)
        """
        request = build_request(
            strategy_id=strategy_id,
            tag_id=tag_id,
            group_id=group_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, GetStrategyTagListAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`get_strategy_tag_list` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def get_strategy_tag_list(
        self,
        *,
        strategy_id: int | None = None,
        tag_id: Sequence[str] | None = None,
        group_id: Sequence[str] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> GetStrategyTagListAnswer:
        """获取指定规则组下的企业客户标签

        Returns the tags of rule groups for customer contact, by tag group: all of them, those
        of given tag groups, or given ones. Only members in the range of a rule group can use
        its tags.

        Args:
            strategy_id: Only tags of this rule group, by its id.
            tag_id: Only these tags, by their ids. At least 1 element. Each not empty. Ignored
                where group_id is given; together they give a warning.
            group_id: Only these tag groups, by their ids, with all of their tags. At least 1
                element. Each not empty.

        Returns:
            GetStrategyTagListAnswer: tag_group.

        Raises:
            APIError: 40068 the id of a tag or tag group is missing or unknown; 41110 a tag id
                is wrong; 48002 the application may not call this API.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/94882#获取指定规则组下的企业客户标签 (2023-12-01)
        """
        request = build_request(
            strategy_id=strategy_id,
            tag_id=tag_id,
            group_id=group_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, GetStrategyTagListAnswer, self._rules)
