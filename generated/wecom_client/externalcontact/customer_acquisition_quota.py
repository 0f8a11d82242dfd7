# Generated from specs/externalcontact/customer_acquisition_quota.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""查询剩余使用量

Returns how much is left of the company's allowance for customer acquisition links (获客助手),
and which parts of it expire when.

Permissions:
    Every application: The system application for customer contact (客户联系) may not call it.
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用).
    Applications developed on behalf (代开发应用): Permission 企业客户权限 > 获客助手.
    Third-party applications (第三方应用): Permission 企业客户权限 > 获客助手.

Document: https://developer.work.weixin.qq.com/document/path/97375#查询剩余使用量 (2023-08-08)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Object
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.records import Record, many
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "CustomerAcquisitionQuotaAnswer", "Quota", "build_request"]

OPERATION = Operation(
    path="externalcontact/customer_acquisition_quota",
    method="GET",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/97375#查询剩余使用量",
    title="查询剩余使用量",
    effect="read",
)

REQUEST = Object({})


def build_request(
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `customer_acquisition_quota` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {},
        _settings,
        extra,
    )


class Quota(Record):
    """What expires on one day."""

    expire_date: int
    """Day on which it expires, Unix seconds at 00:00 UTC+8. At what time of the day depends on
    when it was bought.
    """
    balance: int
    """Amount that expires."""


class CustomerAcquisitionQuotaAnswer(Answer):
    """The answer of `customer_acquisition_quota`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("total") is None` asks, and type checkers let it
    pass.
    """

    total: int
    """Amount added up since the beginning (历史累计使用量). The page does not say whether what was
    obtained or what was used is counted.
    """
    balance: int
    """Amount that is left."""
    quota_list: tuple[Quota, ...] = many(Quota)
    """The parts of what is left, by the day on which they expire."""


class _Methods(_Bound):
    """`customer_acquisition_quota` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def customer_acquisition_quota(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> CustomerAcquisitionQuotaAnswer:
        """查询剩余使用量

        Returns how much is left of the company's allowance for customer acquisition links
        (获客助手), and which parts of it expire when.

        Returns:
            CustomerAcquisitionQuotaAnswer: total, balance, quota_list.

        Raises:
            APIError: 48002 the application may not call this API.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/97375#查询剩余使用量 (2023-08-08)
        """
        request = build_request(
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, CustomerAcquisitionQuotaAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`customer_acquisition_quota` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def customer_acquisition_quota(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> CustomerAcquisitionQuotaAnswer:
        """查询剩余使用量

        Returns how much is left of the company's allowance for customer acquisition links
        (获客助手), and which parts of it expire when.

        Returns:
            CustomerAcquisitionQuotaAnswer: total, balance, quota_list.

        Raises:
            APIError: 48002 the application may not call this API.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/97375#查询剩余使用量 (2023-08-08)
        """
        request = build_request(
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, CustomerAcquisitionQuotaAnswer, self._rules)
