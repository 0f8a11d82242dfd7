# Generated from specs/shop/order/cancel.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""取消订单

Cancels orders, and says which could not be.

Document: https://example.com/doc/order
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..._error_table import ERRORS
from ..._runtime.answers import PartialAnswer
from ..._runtime.checks import Array, Object, String
from ..._runtime.namespace import AsyncBound, Bound
from ..._runtime.records import many
from ..._runtime.request import DEFAULTS, Operation, Request, Settings
from ...shop._shapes import FailedOrder

__all__ = [
    "OPERATION",
    "REQUEST",
    "AsyncMethods",
    "CancelAnswer",
    "FailedOrder",
    "Methods",
    "build_request",
]

OPERATION = Operation(
    path="shop/order/cancel",
    method="POST",
    repeatable=True,
    doc_url="https://example.com/doc/order",
    title="取消订单",
)

REQUEST = Object(
    {"order_ids": Array(String(min_length=1), min_items=1, max_items=2)}, required=("order_ids",)
)


def build_request(
    order_ids: Sequence[str],
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `cancel` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "order_ids": order_ids,
        },
        _settings,
        extra,
    )


class CancelAnswer(
    PartialAnswer, operation=OPERATION, errors=ERRORS, failures="failed_list", key="order_id"
):
    """The answer of `cancel`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("failed_list") is None` asks, and type checkers let
    it pass.
    """

    failed_list: tuple[FailedOrder, ...] = many(FailedOrder)
    """Orders that are still there."""


class Methods(Bound):
    """`cancel` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def cancel(
        self,
        order_ids: Sequence[str],
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> CancelAnswer:
        """取消订单

        Cancels orders, and says which could not be.

        Args:
            order_ids: Ids of the orders. 1 to 2 elements. Each not empty.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            CancelAnswer: failed_list.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call: 90001 no such order.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again. A cancelled order stays cancelled.

        Document: https://example.com/doc/order
        """
        request = build_request(
            order_ids,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, CancelAnswer, self._rules)


class AsyncMethods(AsyncBound):
    """`cancel` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def cancel(
        self,
        order_ids: Sequence[str],
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> CancelAnswer:
        """取消订单

        Cancels orders, and says which could not be.

        Args:
            order_ids: Ids of the orders. 1 to 2 elements. Each not empty.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            CancelAnswer: failed_list.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call: 90001 no such order.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again. A cancelled order stays cancelled.

        Document: https://example.com/doc/order
        """
        request = build_request(
            order_ids,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, CancelAnswer, self._rules)
