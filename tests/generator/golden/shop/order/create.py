# Generated from specs/shop/order/create.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""下单

Uses every feature that a request can have: this summary, too, is long enough to be broken into
several lines.

Permissions:
    Every application: Everybody may look.
    Self-built applications (自建应用): Needs the right to sell.
    Applications developed on behalf (代开发应用): The same.
    Third-party applications (第三方应用): Never.

Quotas:
    1 order of one buyer in 1 day.
    300 orders in a shop in 90 days. Cancelled ones count.
    5000 open orders in all.

Notes:
    A note that is one line.
    A note that is longer than one line can be, so that it has to be broken into two, the second
        of which stands deeper.

Document: https://example.com/doc/order?a=b#下单 (2024-02-29)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from ..._runtime.answers import Answer
from ..._runtime.checks import Array, Boolean, Day, DayLike, Flag, Integer, Number, Object, String
from ..._runtime.cross_field import (
    ForbiddenWhenGiven,
    IgnoredUnless,
    IgnoredWhenGiven,
    NotBefore,
    RequiredUnlessGiven,
    RequiredWhen,
)
from ..._runtime.namespace import AsyncBound as _AsyncBound
from ..._runtime.namespace import Bound as _Bound
from ..._runtime.records import Record, many, one, values
from ..._runtime.request import DEFAULTS, Operation, Request, Settings
from ..._shapes import Money, MoneyParam
from ...common._shapes import PersonParam
from ...shop._shapes import Address, AddressParam, Article, ArticleParam, Person
from ...shop._shapes import PersonParam as PersonParam2

__all__ = [
    "OPERATION",
    "REQUEST",
    "Address",
    "AddressParam",
    "AnswersOfThoseWhoDeliverTheParcel",
    "Article",
    "ArticleParam",
    "CardParam",
    "CreateAnswer",
    "GiftParam",
    "ImageParam",
    "InstructionsForThoseWhoDeliverItemParam",
    "Money",
    "MoneyParam",
    "ObjectsWithANameOfNearlyTheSameLengthItemParam",
    "Part",
    "PartParam",
    "PartParam2",
    "PartPart",
    "PartPartParam",
    "Person",
    "PersonParam",
    "PersonParam2",
    "Price",
    "PriceParam",
    "build_request",
]

OPERATION = Operation(
    path="shop/order/create",
    method="POST",
    repeatable=False,
    doc_url="https://example.com/doc/order?a=b#下单",
    title="下单",
)

REQUEST = Object(
    {
        "article": Object(
            {
                "sku": String(min_length=1),
                "price": Object(
                    {
                        "amount": Number(minimum=0),
                        "currency": String(enum={"CNY": "人民币", "USD": "US dollar"}),
                    },
                    required=("amount",),
                ),
                "from": Object(
                    {
                        "global": Boolean(),
                        "city": String(),
                        "by": Object(
                            {"name": String(min_length=1), "birthday": Integer()},
                            required=("name",),
                        ),
                    },
                    required=("city",),
                ),
                "tags": Array(String(max_length=5), max_items=3),
            },
            required=("sku",),
        ),
        "gift": Object(
            {
                "sku": String(min_length=1, max_length=8),
                "price": Object(
                    {
                        "amount": Number(minimum=0),
                        "currency": String(enum={"CNY": "人民币", "USD": "US dollar"}),
                    },
                    required=("amount",),
                ),
                "from": Object(
                    {
                        "global": Boolean(),
                        "city": String(),
                        "by": Object(
                            {"name": String(min_length=1), "birthday": Integer()},
                            required=("name",),
                        ),
                    },
                    required=("city",),
                ),
                "tags": Array(String(max_length=5), max_items=3),
            },
            required=("sku", "price"),
        ),
        "buyer": Object({"name": String(min_length=1), "birthday": Integer()}, required=("name",)),
        "remark": String(truncates_at=5),
        "wrap": Flag({0: "no paper", 1: "gift paper"}),
        "paper": String(max_length=10),
        "begin": Day(min_days_ago=1, max_days_ago=180),
        "end": Day(),
        "express": Boolean(),
        "tip": Number(minimum=0, maximum=99.5),
        "rate": Number(enum={0.5: "half", 1: "full"}),
        "count": Integer(minimum=1, maximum=1000000),
        "rows": Array(Array(Integer(minimum=0), min_items=2, max_items=2)),
        "parts": Array(
            Object(
                {
                    "id": Integer(),
                    "note": String(),
                    "parts": Array(Object({"id": Integer()}, required=("id",))),
                },
                required=("id",),
            ),
            min_items=1,
        ),
        "part": Object({"weight": Number()}),
        "extra": Object({}, additional_properties=True),
        "known": Object({"colour": String()}, required=("colour",), additional_properties=True),
        "cards": Array(
            Object(
                {
                    "kind": String(enum={"text": "words", "photo": "a picture", "film": "a film"}),
                    "text": String(),
                    "image": Object(
                        {"id": String(), "address": String()},
                        rules=(
                            RequiredUnlessGiven("id", ("address",)),
                            IgnoredWhenGiven("address", ("id",)),
                        ),
                    ),
                },
                required=("kind",),
                rules=(
                    IgnoredUnless("text", "kind", ("text",)),
                    RequiredWhen("text", "kind", ("text",)),
                    RequiredWhen("image", "kind", ("photo", "film")),
                ),
            )
        ),
        "coupon": String(),
        "voucher": Integer(),
        "channels": Array(
            String(
                enum={"mini_program": "a mini program", "mini_shop": 'a "shop" in a mini program'}
            )
        ),
        "instructions_for_those_who_deliver": Array(
            Object(
                {
                    "text": String(),
                    "objects_with_a_name_of_nearly_the_same_length": Array(
                        Object({"name": String()})
                    ),
                },
                required=("text",),
            )
        ),
    },
    required=("article", "buyer"),
    rules=(
        IgnoredUnless("paper", "wrap", (1,), default=0),
        NotBefore("end", "begin", max_span_days=30),
        ForbiddenWhenGiven("coupon", ("voucher",)),
    ),
)


class _PriceParamRequired(TypedDict):
    amount: float
    """How much. At least 0."""


class PriceParam(_PriceParamRequired, total=False):
    """An amount of money."""

    currency: str
    """Which money. CNY: 人民币; USD: US dollar. Left out, it is "CNY"."""


class _GiftParamRequired(TypedDict):
    sku: str
    """Number of the article. 1 to 8 characters."""
    price: PriceParam
    """An amount of money."""


_GiftParamOptional = TypedDict(
    "_GiftParamOptional",
    {
        "from": AddressParam,
        "tags": Sequence[str],
    },
    total=False,
)


class GiftParam(_GiftParamRequired, _GiftParamOptional):
    """A shape with its own limits laid over."""


class PartPartParam(TypedDict):
    """Parts."""

    id: int
    """Id."""


class _PartParamRequired(TypedDict):
    id: int
    """Id."""


class PartParam(_PartParamRequired, total=False):
    """Parts."""

    note: str
    """Note."""
    parts: Sequence[PartPartParam]
    """Parts of the part."""


class PartParam2(TypedDict, total=False):
    """An object whose class would have the name of another one."""

    weight: float
    """In kg."""


class ImageParam(TypedDict, total=False):
    """The picture."""

    id: str
    """Its id. Required unless address is given."""
    address: str
    """Its address. Ignored where id is given; together they give a warning."""


class _CardParamRequired(TypedDict):
    kind: str
    """Which kind. text: words; photo: a picture; film: a film."""


class CardParam(_CardParamRequired, total=False):
    """Cards."""

    text: str
    """The words. Counts only where kind is text; otherwise gives a warning. Required where kind is
    text.
    """
    image: ImageParam
    """The picture. Required where kind is photo or film."""


class ObjectsWithANameOfNearlyTheSameLengthItemParam(TypedDict, total=False):
    """ObjectsWithANameOfNearlyTheSameLength."""

    name: str


class _InstructionsForThoseWhoDeliverItemParamRequired(TypedDict):
    text: str
    """Text."""


class InstructionsForThoseWhoDeliverItemParam(
    _InstructionsForThoseWhoDeliverItemParamRequired, total=False
):
    """InstructionsForThoseWhoDeliver."""

    objects_with_a_name_of_nearly_the_same_length: Sequence[
        ObjectsWithANameOfNearlyTheSameLengthItemParam
    ]
    """Another one."""


def build_request(
    article: ArticleParam,
    buyer: PersonParam,
    *,
    gift: GiftParam | None = None,
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
    parts: Sequence[PartParam] | None = None,
    part: PartParam2 | None = None,
    extra_: Mapping[str, Any] | None = None,
    known: Mapping[str, Any] | None = None,
    cards: Sequence[CardParam] | None = None,
    coupon: str | None = None,
    voucher: int | None = None,
    channels: Sequence[str] | None = None,
    instructions_for_those_who_deliver: Sequence[InstructionsForThoseWhoDeliverItemParam]
    | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `create` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "article": article,
            "buyer": buyer,
            "gift": gift,
            "remark": remark,
            "wrap": wrap,
            "paper": paper,
            "begin": begin,
            "end": end,
            "express": express,
            "tip": tip,
            "rate": rate,
            "count": count,
            "rows": rows,
            "parts": parts,
            "part": part,
            "extra": extra_,
            "known": known,
            "cards": cards,
            "coupon": coupon,
            "voucher": voucher,
            "channels": channels,
            "instructions_for_those_who_deliver": instructions_for_those_who_deliver,
        },
        _settings,
        extra,
    )


class AnswersOfThoseWhoDeliverTheParcel(Record):
    """A name that makes lines too long."""

    text: str
    """Text."""


class Price(Record):
    """What it costs."""

    amount: float
    """Tax included."""
    currency: str
    """Which money. CNY: 人民币; USD: US dollar."""


class PartPart(Record):
    """A part of the part."""

    id: int


class Part(Record):
    """A part."""

    id: int
    """Id."""
    part: PartPart = one(PartPart)
    """A part of the part."""


class CreateAnswer(Answer):
    """The answer of `create`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("order_id") is None` asks, and type checkers let it
    pass.
    """

    order_id: str
    """Id of the order."""
    answers_of_those_who_deliver_the_parcels: tuple[AnswersOfThoseWhoDeliverTheParcel, ...] = many(
        AnswersOfThoseWhoDeliverTheParcel
    )
    """A name that makes lines too long."""
    article: Article | None = one(Article)
    """What is sold. Present only after payment."""
    price: Price = one(Price)
    """What it costs."""
    days: tuple[int, ...] = values()
    """Days."""
    created: int
    """When. Unix seconds."""
    state: int
    """State. 1: new; 2: paid."""
    rows: tuple[tuple[int, ...], ...] = values()
    """Arrays of arrays."""
    boxes: tuple[tuple[Mapping[str, Any], ...], ...] = values()
    """Arrays of arrays of objects."""
    parts: tuple[Part, ...] = many(Part)
    """Parts."""
    extra: Mapping[str, Any]
    """Anything."""


class _Methods(_Bound):
    """`create` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def create(
        self,
        article: ArticleParam,
        buyer: PersonParam,
        *,
        gift: GiftParam | None = None,
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
        parts: Sequence[PartParam] | None = None,
        part: PartParam2 | None = None,
        extra_: Mapping[str, Any] | None = None,
        known: Mapping[str, Any] | None = None,
        cards: Sequence[CardParam] | None = None,
        coupon: str | None = None,
        voucher: int | None = None,
        channels: Sequence[str] | None = None,
        instructions_for_those_who_deliver: Sequence[InstructionsForThoseWhoDeliverItemParam]
        | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> CreateAnswer:
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
            cards: Elements of several kinds. Annotate an element as CardParam, from
                wecom_client.shop.order.create.
                kind (required): Which kind. text: words; photo: a picture; film: a film.
                text (optional): The words. Counts only where kind is text; otherwise gives a
                    warning. Required where kind is text.
                image (optional): The picture. Required where kind is photo or film.
            coupon: Code of a coupon. Not together with voucher.
            voucher: Number of a voucher.
            channels: Elements with choices. Each mini_program: a mini program; mini_shop: a
                "shop" in a mini program.
            instructions_for_those_who_deliver: A name that makes lines too long. Annotate an
                element as InstructionsForThoseWhoDeliverItemParam, from
                wecom_client.shop.order.create.
                text (required): Text.
                objects_with_a_name_of_nearly_the_same_length (optional): Another one.

        Returns:
            CreateAnswer: order_id, answers_of_those_who_deliver_the_parcels, article, price,
                days, created, state, rows, boxes, parts, extra.

        Raises:
            APIError: -1 the platform is busy; 90001 no such order.

        Quotas:
            1 order of one buyer in 1 day.
            300 orders in a shop in 90 days. Cancelled ones count.
            5000 open orders in all.

        A call whose outcome is unknown is not sent again. A second call would order twice.

        Document: https://example.com/doc/order?a=b#下单 (2024-02-29)
        """
        request = build_request(
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
            cards=cards,
            coupon=coupon,
            voucher=voucher,
            channels=channels,
            instructions_for_those_who_deliver=instructions_for_those_who_deliver,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, CreateAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`create` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def create(
        self,
        article: ArticleParam,
        buyer: PersonParam,
        *,
        gift: GiftParam | None = None,
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
        parts: Sequence[PartParam] | None = None,
        part: PartParam2 | None = None,
        extra_: Mapping[str, Any] | None = None,
        known: Mapping[str, Any] | None = None,
        cards: Sequence[CardParam] | None = None,
        coupon: str | None = None,
        voucher: int | None = None,
        channels: Sequence[str] | None = None,
        instructions_for_those_who_deliver: Sequence[InstructionsForThoseWhoDeliverItemParam]
        | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> CreateAnswer:
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
            cards: Elements of several kinds. Annotate an element as CardParam, from
                wecom_client.shop.order.create.
                kind (required): Which kind. text: words; photo: a picture; film: a film.
                text (optional): The words. Counts only where kind is text; otherwise gives a
                    warning. Required where kind is text.
                image (optional): The picture. Required where kind is photo or film.
            coupon: Code of a coupon. Not together with voucher.
            voucher: Number of a voucher.
            channels: Elements with choices. Each mini_program: a mini program; mini_shop: a
                "shop" in a mini program.
            instructions_for_those_who_deliver: A name that makes lines too long. Annotate an
                element as InstructionsForThoseWhoDeliverItemParam, from
                wecom_client.shop.order.create.
                text (required): Text.
                objects_with_a_name_of_nearly_the_same_length (optional): Another one.

        Returns:
            CreateAnswer: order_id, answers_of_those_who_deliver_the_parcels, article, price,
                days, created, state, rows, boxes, parts, extra.

        Raises:
            APIError: -1 the platform is busy; 90001 no such order.

        Quotas:
            1 order of one buyer in 1 day.
            300 orders in a shop in 90 days. Cancelled ones count.
            5000 open orders in all.

        A call whose outcome is unknown is not sent again. A second call would order twice.

        Document: https://example.com/doc/order?a=b#下单 (2024-02-29)
        """
        request = build_request(
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
            cards=cards,
            coupon=coupon,
            voucher=voucher,
            channels=channels,
            instructions_for_those_who_deliver=instructions_for_those_who_deliver,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, CreateAnswer, self._rules)
