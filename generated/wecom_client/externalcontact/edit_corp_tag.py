# Generated from specs/externalcontact/edit_corp_tag.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""编辑企业客户标签

Changes name or order, or both, of one of the company's tags or tag groups.

Permissions:
    Every application: An application changes only tags that it made itself.
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 管理企业客户标签.
    Third-party applications (第三方应用): Permission 管理企业客户标签.

Notes:
    A group cannot get the name of another group, nor a tag that of another tag in its group.

Document: https://developer.work.weixin.qq.com/document/path/92117#编辑企业客户标签 (2023-12-01)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Integer, Object, String
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "EditCorpTagAnswer", "build_request"]

OPERATION = Operation(
    path="externalcontact/edit_corp_tag",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/92117#编辑企业客户标签",
    title="编辑企业客户标签",
    effect="write",
)

REQUEST = Object(
    {
        "id": String(min_length=1),
        "name": String(min_length=1, max_length=30),
        "order": Integer(minimum=0, maximum=4294967295),
        "agentid": Integer(),
    },
    required=("id",),
)


def build_request(
    id: str,
    *,
    name: str | None = None,
    order: int | None = None,
    agentid: int | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `edit_corp_tag` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "id": id,
            "name": name,
            "order": order,
            "agentid": agentid,
        },
        _settings,
        extra,
    )


class EditCorpTagAnswer(Answer):
    """The answer of `edit_corp_tag`."""


class _Methods(_Bound):
    """`edit_corp_tag` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def edit_corp_tag(
        self,
        id: str,
        *,
        name: str | None = None,
        order: int | None = None,
        agentid: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> EditCorpTagAnswer:
        """编辑企业客户标签

        Changes name or order, or both, of one of the company's tags or tag groups.

        Args:
            id: Id of the tag or group. Not empty.
            name: New name of the tag or group. 1 to 30 characters.
            order: Place of the tag or group; greater numbers come first. 0 to 4294967295.
            agentid: Id of the application as the authorizing company installed it. Only old
                suites of several applications (第三方多应用套件) need it.

        Returns:
            EditCorpTagAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40068 the id of a tag or tag group is missing or unknown; 40071 the name
                of the tag is taken; 40072 the name of the tag is empty or too long; 45035 other
                calls are changing the same record; 48002 the application may not call this API;
                81011 the application may not use this tag.

        A call whose outcome is unknown is not sent again. After a first call that did succeed
        the new name is in use, and the page does not say whether the second may then be refused
        for it.

        Document: https://developer.work.weixin.qq.com/document/path/92117#编辑企业客户标签 (2023-12-01)
        """
        request = build_request(
            id,
            name=name,
            order=order,
            agentid=agentid,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, EditCorpTagAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`edit_corp_tag` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def edit_corp_tag(
        self,
        id: str,
        *,
        name: str | None = None,
        order: int | None = None,
        agentid: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> EditCorpTagAnswer:
        """编辑企业客户标签

        Changes name or order, or both, of one of the company's tags or tag groups.

        Args:
            id: Id of the tag or group. Not empty.
            name: New name of the tag or group. 1 to 30 characters.
            order: Place of the tag or group; greater numbers come first. 0 to 4294967295.
            agentid: Id of the application as the authorizing company installed it. Only old
                suites of several applications (第三方多应用套件) need it.

        Returns:
            EditCorpTagAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40068 the id of a tag or tag group is missing or unknown; 40071 the name
                of the tag is taken; 40072 the name of the tag is empty or too long; 45035 other
                calls are changing the same record; 48002 the application may not call this API;
                81011 the application may not use this tag.

        A call whose outcome is unknown is not sent again. After a first call that did succeed
        the new name is in use, and the page does not say whether the second may then be refused
        for it.

        Document: https://developer.work.weixin.qq.com/document/path/92117#编辑企业客户标签 (2023-12-01)
        """
        request = build_request(
            id,
            name=name,
            order=order,
            agentid=agentid,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, EditCorpTagAnswer, self._rules)
