# Generated from specs/externalcontact/add_strategy_tag.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""为指定规则组创建企业客户标签

Makes tags for customers that the members in the range of one rule group can use, in a tag group
that exists (group_id, or the name of one as group_name) or in a new one (group_name). Returns
the tag group with the new tags.

Permissions:
    Every application: An application sees and manages only the tags of rule groups that it made
        itself.
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 管理客户联系规则组.
    Third-party applications (第三方应用): Permission 管理客户联系规则组.

Quotas:
    10000 tags of a company, those of rule groups among them in all.

Notes:
    Only rule groups of the first level can have tags.
    A tag group without tags cannot be made.
    The page does not say how a call with neither group_id nor group_name is answered.
    Tags of one tag group have different names. Of several that are given with one name only one
        is made.
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/94882#为指定规则组创建企业客户标签 (2023-12-01)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from .._runtime.answers import Answer
from .._runtime.checks import Array, Integer, Object, String
from .._runtime.cross_field import IgnoredWhenGiven
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.records import one
from .._runtime.request import DEFAULTS, Operation, Request, Settings
from ._shapes import Tag, TagGroup

__all__ = [
    "OPERATION",
    "REQUEST",
    "AddStrategyTagAnswer",
    "Tag",
    "TagGroup",
    "TagItemParam",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/add_strategy_tag",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/94882#为指定规则组创建企业客户标签",
    title="为指定规则组创建企业客户标签",
    effect="write",
)

REQUEST = Object(
    {
        "strategy_id": Integer(),
        "group_id": String(min_length=1),
        "group_name": String(min_length=1, max_length=30),
        "order": Integer(minimum=0, maximum=4294967295),
        "tag": Array(
            Object(
                {
                    "name": String(min_length=1, max_length=30),
                    "order": Integer(minimum=0, maximum=4294967295),
                },
                required=("name",),
            ),
            min_items=1,
        ),
    },
    required=("strategy_id", "tag"),
    rules=(IgnoredWhenGiven("group_name", ("group_id",)), IgnoredWhenGiven("order", ("group_id",))),
)


class _TagItemParamRequired(TypedDict):
    name: str
    """Name of the tag. 1 to 30 characters."""


class TagItemParam(_TagItemParamRequired, total=False):
    """One tag."""

    order: int
    """Place of the tag in its group; greater numbers come first. 0 to 4294967295."""


def build_request(
    strategy_id: int,
    tag: Sequence[TagItemParam],
    *,
    group_id: str | None = None,
    group_name: str | None = None,
    order: int | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `add_strategy_tag` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "strategy_id": strategy_id,
            "tag": tag,
            "group_id": group_id,
            "group_name": group_name,
            "order": order,
        },
        _settings,
        extra,
    )


class AddStrategyTagAnswer(Answer):
    """The answer of `add_strategy_tag`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("tag_group") is None` asks, and type checkers let
    it pass.
    """

    tag_group: TagGroup = one(TagGroup)
    """A group of tags."""


class _Methods(_Bound):
    """`add_strategy_tag` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def add_strategy_tag(
        self,
        strategy_id: int,
        tag: Sequence[TagItemParam],
        *,
        group_id: str | None = None,
        group_name: str | None = None,
        order: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AddStrategyTagAnswer:
        """为指定规则组创建企业客户标签

        Makes tags for customers that the members in the range of one rule group can use, in a
        tag group that exists (group_id, or the name of one as group_name) or in a new one
        (group_name). Returns the tag group with the new tags.

        Args:
            strategy_id: Id of the rule group, which must be one of the first level.
            tag: The tags to make. At least 1 element. Annotate an element as TagItemParam, from
                wecom_client.externalcontact.add_strategy_tag.
                name (required): Name of the tag. 1 to 30 characters.
                order (optional): Place of the tag in its group; greater numbers come first. 0
                    to 4294967295.
            group_id: Id of the tag group that gets the tags. Not empty.
            group_name: Name of the tag group to make. A tag group of this name that the rule
                group has gets the tags. 1 to 30 characters. Ignored where group_id is given;
                together they give a warning.
            order: Place of the tag group; greater numbers come first. 0 to 4294967295. Ignored
                where group_id is given; together they give a warning.

        Returns:
            AddStrategyTagAnswer: tag_group.

        Raises:
            APIError: 40068 the id of a tag or tag group is missing or unknown; 40071 the name
                of the tag is taken; 40072 the name of the tag is empty or too long; 40126 the
                company has as many customer tags as allowed; 41018 the name of the tag is
                missing; 45035 other calls are changing the same record; 48002 the application
                may not call this API; 81011 the application may not use this tag.

        Quotas:
            10000 tags of a company, those of rule groups among them in all.

        A call whose outcome is unknown is not sent again. After a first call that did succeed,
        the tags are there, and the page does not say how the second is answered.

        Document: https://developer.work.weixin.qq.com/document/path/94882#为指定规则组创建企业客户标签 (2023-12-01)
        """
        request = build_request(
            strategy_id,
            tag,
            group_id=group_id,
            group_name=group_name,
            order=order,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, AddStrategyTagAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`add_strategy_tag` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def add_strategy_tag(
        self,
        strategy_id: int,
        tag: Sequence[TagItemParam],
        *,
        group_id: str | None = None,
        group_name: str | None = None,
        order: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AddStrategyTagAnswer:
        """为指定规则组创建企业客户标签

        Makes tags for customers that the members in the range of one rule group can use, in a
        tag group that exists (group_id, or the name of one as group_name) or in a new one
        (group_name). Returns the tag group with the new tags.

        Args:
            strategy_id: Id of the rule group, which must be one of the first level.
            tag: The tags to make. At least 1 element. Annotate an element as TagItemParam, from
                wecom_client.externalcontact.add_strategy_tag.
                name (required): Name of the tag. 1 to 30 characters.
                order (optional): Place of the tag in its group; greater numbers come first. 0
                    to 4294967295.
            group_id: Id of the tag group that gets the tags. Not empty.
            group_name: Name of the tag group to make. A tag group of this name that the rule
                group has gets the tags. 1 to 30 characters. Ignored where group_id is given;
                together they give a warning.
            order: Place of the tag group; greater numbers come first. 0 to 4294967295. Ignored
                where group_id is given; together they give a warning.

        Returns:
            AddStrategyTagAnswer: tag_group.

        Raises:
            APIError: 40068 the id of a tag or tag group is missing or unknown; 40071 the name
                of the tag is taken; 40072 the name of the tag is empty or too long; 40126 the
                company has as many customer tags as allowed; 41018 the name of the tag is
                missing; 45035 other calls are changing the same record; 48002 the application
                may not call this API; 81011 the application may not use this tag.

        Quotas:
            10000 tags of a company, those of rule groups among them in all.

        A call whose outcome is unknown is not sent again. After a first call that did succeed,
        the tags are there, and the page does not say how the second is answered.

        Document: https://developer.work.weixin.qq.com/document/path/94882#为指定规则组创建企业客户标签 (2023-12-01)
        """
        request = build_request(
            strategy_id,
            tag,
            group_id=group_id,
            group_name=group_name,
            order=order,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, AddStrategyTagAnswer, self._rules)
