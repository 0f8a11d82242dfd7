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

        Uses every feature that a request can have: this summary, too, is long enough to be
        broken into several lines.

        Args:
            article: What is bought. Annotate a variable for it as ArticleParam, from
                wecom_client.shop.order.
                sku (required): Number of the article. Not empty.
                price (optional): An amount of money.
                from (optional): Where to.
                tags (optional): Words. At most 3 elements. Each at most 5 characters.
            buyer: Somebody. Annotate a variable for it as PersonParam, from
                wecom_client.shop.order.
                name (required): Name. Not empty.
                birthday (optional): Day of birth. Unix seconds.
            gift: A shape with its own limits laid over. Annotate a variable for it as
                GiftParam, from wecom_client.shop.order.create.
                sku (required): Number of the article. 1 to 8 characters.
                price (required): An amount of money.
                from (optional): Where to.
                tags (optional): Words. At most 3 elements. Each at most 5 characters.
            remark: Shown to the seller. The platform keeps the first 5 characters; more gives a
                warning.
            wrap: Whether to wrap it. 0: no paper; 1: gift paper. Left out, it is 0.
            paper: Which paper. At most 10 characters. Counts only where wrap is 1; otherwise
                gives a warning.
            begin: First day. A day in UTC+8: Unix seconds, a date, or an aware datetime, the
                latter two sent as that day's 00:00. From 180 days ago to yesterday.
            end: Last day. A day in UTC+8: Unix seconds, a date, or an aware datetime, the
                latter two sent as that day's 00:00. Not before begin, at most 30 days after it.
                Left out, it is the same as begin.
            express: Fast.
            tip: For the driver. 0 to 99.5.
            rate: A number out of a few. 0.5: half; 1: full.
            count: How many. 1 to 1000000. Left out, it is 1.
            rows: Arrays of arrays. Each 2 elements. In each of them, each at least 0.
            parts: Arrays of objects with required fields. At least 1 element. Annotate an
                element as PartParam, from wecom_client.shop.order.create.
                id (required): Id.
                note (optional): Note.
                parts (optional): Parts of the part.
            part: An object whose class would have the name of another one. Annotate a variable
                for it as PartParam2, from wecom_client.shop.order.create.
                weight (optional): In kg.
            extra_: Anything.
            known: Some known fields, and anything else.
                colour (required): Colour.
            channels: Elements with choices. Each mini_program: a mini program; mini_shop: a
                "shop" in a mini program.
            instructions_for_those_who_deliver: A name that makes lines too long. Annotate an
                element as InstructionsForThoseWhoDeliverItemParam, from
                wecom_client.shop.order.create.
                text (required): Text.
                objects_with_a_name_of_nearly_the_same_length (optional): Another one.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            CreateAnswer: order_id, answers_of_those_who_deliver_the_parcels, article, price,
                days, created, state, rows, boxes, parts, extra.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call: -1 the platform is busy; 90001 no such
                order.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        Quotas:
            1 order of one buyer in 1 day.
            300 orders in a shop in 90 days. Cancelled ones count.
            5000 open orders in all.

        A call whose outcome is unknown is not sent again. A second call would order twice.

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
