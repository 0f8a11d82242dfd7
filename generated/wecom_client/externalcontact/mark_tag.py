# Generated from specs/externalcontact/mark_tag.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""编辑客户企业标签

Gives a customer tags of the company in the name of one member, and takes tags away.

Permissions:
    Every application: An application changes only the tags that members in its visible range
        gave the customers they added. Tags of a rule group serve only if the same application
        made the rule group and the member is in its range.
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 客户基础信息.
    Third-party applications (第三方应用): Permission 客户基础信息.

Quotas:
    3000 tags that one member can give one customer in all.

Notes:
    A customer can have several tags of one group.

Document: https://developer.work.weixin.qq.com/document/path/92118 (2023-12-01)
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

__all__ = ["OPERATION", "REQUEST", "MarkTagAnswer", "build_request"]

OPERATION = Operation(
    path="externalcontact/mark_tag",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/92118",
    title="编辑客户企业标签",
    effect="write",
)

REQUEST = Object(
    {
        "userid": String(min_length=1),
        "external_userid": String(min_length=1),
        "add_tag": Array(String(min_length=1), min_items=1),
        "remove_tag": Array(String(min_length=1), min_items=1),
    },
    required=("userid", "external_userid"),
    rules=(RequiredUnlessGiven("add_tag", ("remove_tag",)),),
)


def build_request(
    userid: str,
    external_userid: str,
    *,
    add_tag: Sequence[str] | None = None,
    remove_tag: Sequence[str] | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `mark_tag` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "userid": userid,
            "external_userid": external_userid,
            "add_tag": add_tag,
            "remove_tag": remove_tag,
        },
        _settings,
        extra,
    )


class MarkTagAnswer(Answer):
    """The answer of `mark_tag`."""


class _Methods(_Bound):
    """`mark_tag` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def mark_tag(
        self,
        userid: str,
        external_userid: str,
        *,
        add_tag: Sequence[str] | None = None,
        remove_tag: Sequence[str] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> MarkTagAnswer:
        """编辑客户企业标签

        Gives a customer tags of the company in the name of one member, and takes tags away.

        Args:
            userid: Userid of the member who has added the customer. Not empty.
            external_userid: External userid of the customer, whom this member has to have
                added. Not empty.
            add_tag: Ids of the tags that the customer gets. At least 1 element. Each not empty.
                Required unless remove_tag is given.
            remove_tag: Ids of the tags that are taken away. At least 1 element. Each not empty.

        Returns:
            MarkTagAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40003 invalid userid; 40068 the id of a tag or tag group is missing or
                unknown; 40096 invalid external contact userid; 40144 the customer has as many
                tags as allowed; 41009 userid is missing; 41035 the userid of the external
                contact is missing; 41110 a tag id is wrong; 45035 other calls are changing the
                same record; 48002 the application may not call this API; 60011 no permission
                for this member, department or tag; 60030 outside the application's visible
                range; 81011 the application may not use this tag; 84061 no such external
                contact relation; 84074 no external contact permission.

        Quotas:
            3000 tags that one member can give one customer in all.

        A call whose outcome is unknown is not sent again. It would leave the same tags, but the
        page does not say how a tag is answered that the customer has already, or has no more.

        Document: https://developer.work.weixin.qq.com/document/path/92118 (2023-12-01)
        """
        request = build_request(
            userid,
            external_userid,
            add_tag=add_tag,
            remove_tag=remove_tag,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, MarkTagAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`mark_tag` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def mark_tag(
        self,
        userid: str,
        external_userid: str,
        *,
        add_tag: Sequence[str] | None = None,
        remove_tag: Sequence[str] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> MarkTagAnswer:
        """编辑客户企业标签

        Gives a customer tags of the company in the name of one member, and takes tags away.

        Args:
            userid: Userid of the member who has added the customer. Not empty.
            external_userid: External userid of the customer, whom this member has to have
                added. Not empty.
            add_tag: Ids of the tags that the customer gets. At least 1 element. Each not empty.
                Required unless remove_tag is given.
            remove_tag: Ids of the tags that are taken away. At least 1 element. Each not empty.

        Returns:
            MarkTagAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40003 invalid userid; 40068 the id of a tag or tag group is missing or
                unknown; 40096 invalid external contact userid; 40144 the customer has as many
                tags as allowed; 41009 userid is missing; 41035 the userid of the external
                contact is missing; 41110 a tag id is wrong; 45035 other calls are changing the
                same record; 48002 the application may not call this API; 60011 no permission
                for this member, department or tag; 60030 outside the application's visible
                range; 81011 the application may not use this tag; 84061 no such external
                contact relation; 84074 no external contact permission.

        Quotas:
            3000 tags that one member can give one customer in all.

        A call whose outcome is unknown is not sent again. It would leave the same tags, but the
        page does not say how a tag is answered that the customer has already, or has no more.

        Document: https://developer.work.weixin.qq.com/document/path/92118 (2023-12-01)
        """
        request = build_request(
            userid,
            external_userid,
            add_tag=add_tag,
            remove_tag=remove_tag,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, MarkTagAnswer, self._rules)
