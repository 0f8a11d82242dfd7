# Generated from specs/shop/order/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `shop/order`, with await."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..._runtime.checks import DayLike
from ..._runtime.namespace import AsyncNamespace
from ...common._shapes import PersonParam
from ...shop._shapes import ArticleParam
from . import cancel as _cancel
from . import create as _create

__all__ = ["AsyncOrder"]


class AsyncOrder(AsyncNamespace):
    """Operations below `shop/order`."""

    async def cancel(
        self,
        order_ids: Sequence[str],
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> _cancel.CancelAnswer:
        """取消订单

        Awaits what `Order.cancel` does: arguments, limits and errors stand there.

        Document: https://example.com/doc/order
        """
        request = _cancel.build_request(
            order_ids,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _cancel.CancelAnswer, self._rules)

    async def create(
        self,
        article: ArticleParam,
        buyer: PersonParam,
        *,
        gift: _create.GiftParam | None = None,
        remark: str | None = None,
        wrap: bool | int | None = None,
        paper: str | None = None,
        begin: DayLike | None = None,
        end: DayLike | None = None,
        express: bool | None = None,
        tip: float | None = None,
        rate: float | None = None,
        count: int | None = None,
        rows: Sequence[Sequence[int]] | None = None,
        parts: Sequence[_create.PartParam] | None = None,
        part: _create.PartParam2 | None = None,
        extra_: Mapping[str, Any] | None = None,
        known: Mapping[str, Any] | None = None,
        channels: Sequence[str] | None = None,
        instructions_for_those_who_deliver: Sequence[
            _create.InstructionsForThoseWhoDeliverItemParam
        ]
        | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _create.CreateAnswer:
        """下单

        Awaits what `Order.create` does: arguments, limits and errors stand there.

        Document: https://example.com/doc/order?a=b#下单 (2024-02-29)
        """
        request = _create.build_request(
            article,
            buyer,
            gift=gift,
            remark=remark,
            wrap=wrap,
            paper=paper,
            begin=begin,
            end=end,
            express=express,
            tip=tip,
            rate=rate,
            count=count,
            rows=rows,
            parts=parts,
            part=part,
            extra_=extra_,
            known=known,
            channels=channels,
            instructions_for_those_who_deliver=instructions_for_those_who_deliver,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, _create.CreateAnswer, self._rules)
