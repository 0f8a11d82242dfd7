# Generated from specs/externalcontact/remark.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""修改客户备注信息

Changes what a member noted about a customer: name, description, company, mobile numbers and
picture.

Permissions:
    Every application: An application changes only what members in its visible range noted about
        the customers they added.
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 客户基础信息.
    Third-party applications (第三方应用): Permission 客户基础信息; an application for customer
        acquisition (营销获客) has 建联客户信息.

Notes:
    The page does not say what an empty text does beside one that is given.

Document: https://developer.work.weixin.qq.com/document/path/92115 (2025-11-17)
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

__all__ = ["OPERATION", "REQUEST", "RemarkAnswer", "build_request"]

OPERATION = Operation(
    path="externalcontact/remark",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/92115",
    title="修改客户备注信息",
    effect="write",
)

REQUEST = Object(
    {
        "userid": String(min_length=1),
        "external_userid": String(min_length=1),
        "remark": String(max_length=20),
        "description": String(max_length=150),
        "remark_company": String(max_length=20),
        "remark_mobiles": Array(String(), min_items=1),
        "remark_pic_mediaid": String(min_length=1),
    },
    required=("userid", "external_userid"),
    rules=(
        RequiredUnlessGiven(
            "remark", ("description", "remark_company", "remark_mobiles", "remark_pic_mediaid")
        ),
    ),
)


def build_request(
    userid: str,
    external_userid: str,
    *,
    remark: str | None = None,
    description: str | None = None,
    remark_company: str | None = None,
    remark_mobiles: Sequence[str] | None = None,
    remark_pic_mediaid: str | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `remark` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "userid": userid,
            "external_userid": external_userid,
            "remark": remark,
            "description": description,
            "remark_company": remark_company,
            "remark_mobiles": remark_mobiles,
            "remark_pic_mediaid": remark_pic_mediaid,
        },
        _settings,
        extra,
    )


class RemarkAnswer(Answer):
    """The answer of `remark`."""


class _Methods(_Bound):
    """`remark` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def remark(
        self,
        userid: str,
        external_userid: str,
        *,
        remark: str | None = None,
        description: str | None = None,
        remark_company: str | None = None,
        remark_mobiles: Sequence[str] | None = None,
        remark_pic_mediaid: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> RemarkAnswer:
        """修改客户备注信息

        Changes what a member noted about a customer: name, description, company, mobile numbers
        and picture.

        Args:
            userid: Userid of the member. Not empty.
            external_userid: External userid of the customer. Not empty.
            remark: Name that the member gives the customer. At most 20 characters. Required
                unless description, remark_company, remark_mobiles or remark_pic_mediaid is
                given.
            description: What the member writes about the customer. At most 150 characters.
            remark_company: Company that the member notes for the customer. It counts for WeChat
                users alone. At most 20 characters.
            remark_mobiles: Mobile numbers that the member notes for the customer, in the place
                of those noted before. A single empty text takes all of them away. At least 1
                element.
            remark_pic_mediaid: Media id of the picture that the member notes, from the
                platform's operations for media (素材管理). Not empty.

        Returns:
            RemarkAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40003 invalid userid; 40007 the media_id is wrong, expired or of another
                kind of media; 40096 invalid external contact userid; 41009 userid is missing;
                41035 the userid of the external contact is missing; 48002 the application may
                not call this API; 60011 no permission for this member, department or tag; 60030
                outside the application's visible range; 84061 no such external contact
                relation; 84074 no external contact permission.

        A call whose outcome is unknown is sent again. It overwrites; the second call leaves
        what the first one left.

        Document: https://developer.work.weixin.qq.com/document/path/92115 (2025-11-17)
        """
        request = build_request(
            userid,
            external_userid,
            remark=remark,
            description=description,
            remark_company=remark_company,
            remark_mobiles=remark_mobiles,
            remark_pic_mediaid=remark_pic_mediaid,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, RemarkAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`remark` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def remark(
        self,
        userid: str,
        external_userid: str,
        *,
        remark: str | None = None,
        description: str | None = None,
        remark_company: str | None = None,
        remark_mobiles: Sequence[str] | None = None,
        remark_pic_mediaid: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> RemarkAnswer:
        """修改客户备注信息

        Changes what a member noted about a customer: name, description, company, mobile numbers
        and picture.

        Args:
            userid: Userid of the member. Not empty.
            external_userid: External userid of the customer. Not empty.
            remark: Name that the member gives the customer. At most 20 characters. Required
                unless description, remark_company, remark_mobiles or remark_pic_mediaid is
                given.
            description: What the member writes about the customer. At most 150 characters.
            remark_company: Company that the member notes for the customer. It counts for WeChat
                users alone. At most 20 characters.
            remark_mobiles: Mobile numbers that the member notes for the customer, in the place
                of those noted before. A single empty text takes all of them away. At least 1
                element.
            remark_pic_mediaid: Media id of the picture that the member notes, from the
                platform's operations for media (素材管理). Not empty.

        Returns:
            RemarkAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40003 invalid userid; 40007 the media_id is wrong, expired or of another
                kind of media; 40096 invalid external contact userid; 41009 userid is missing;
                41035 the userid of the external contact is missing; 48002 the application may
                not call this API; 60011 no permission for this member, department or tag; 60030
                outside the application's visible range; 84061 no such external contact
                relation; 84074 no external contact permission.

        A call whose outcome is unknown is sent again. It overwrites; the second call leaves
        what the first one left.

        Document: https://developer.work.weixin.qq.com/document/path/92115 (2025-11-17)
        """
        request = build_request(
            userid,
            external_userid,
            remark=remark,
            description=description,
            remark_company=remark_company,
            remark_mobiles=remark_mobiles,
            remark_pic_mediaid=remark_pic_mediaid,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, RemarkAnswer, self._rules)
