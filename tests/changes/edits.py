"""Edits of the specs in `changing`, one at a time, each with all that it changes."""

from __future__ import annotations

from typing import Any

from .changing import CLOSE, GET, LIST, Edit, Specs, at

Found = tuple[str, str, str]
"""Rule, operation and field of a change."""

NEW = {"description": "New.", "type": "string"}
OPEN = {"description": "One order.", "type": "object", "additionalProperties": True}
REQUEST = f"{LIST} request"
FILTER = f"{REQUEST}.owner_filter"
IDS = "shop/order/_shapes owner_filter.properties.userid_list"
ORDER = "shop/order/_shapes order.properties"


def put(where: str, **values: Any) -> Edit:
    """Return an edit that sets keys of a mapping; None takes a key out."""

    def edit(files: Specs) -> None:
        target = at(files, where)
        for key, value in values.items():
            if value is None:
                target.pop(key, None)
            else:
                target[key] = value

    return edit


def rename(where: str, old: str, new: str) -> Edit:
    """Return an edit that gives a key another name, in its place."""

    def edit(files: Specs) -> None:
        target = at(files, where)
        entries = [(new if key == old else key, value) for key, value in target.items()]
        target.clear()
        target.update(entries)

    return edit


def reorder(where: str, *names: str) -> Edit:
    """Return an edit that puts some keys first."""

    def edit(files: Specs) -> None:
        target = at(files, where)
        entries = {name: target[name] for name in names} | target
        target.clear()
        target.update(entries)

    return edit


def value(where: str, number: int, meaning: str | None) -> Edit:
    """Return an edit that sets an enumerated value, or takes it out."""

    def edit(files: Specs) -> None:
        enum = at(files, where)["enum"]
        if meaning is None:
            del enum[number]
        else:
            enum[number] = meaning

    return edit


def move(old: str, new: str | None) -> Edit:
    """Return an edit that gives an operation another path, or takes it out."""

    def edit(files: Specs) -> None:
        spec = files.pop(f"{old}.yaml")
        if new is not None:
            files[f"{new}.yaml"] = spec

    return edit


def quota(index: int, **values: Any) -> Edit:
    """Return an edit of one quota; None takes a key out."""

    def edit(files: Specs) -> None:
        one = at(files, LIST)["quotas"][index]
        one.update(values)
        for key in [key for key, value in one.items() if value is None]:
            del one[key]

    return edit


def both(*edits: Edit) -> Edit:
    """Return an edit that consists of others."""
    return lambda files: [edit(files) for edit in edits]


def to_another_group(files: Specs) -> None:
    files["mall/order/_shapes.yaml"] = files["shop/order/_shapes.yaml"]
    files["mall/order/get.yaml"] = files.pop(f"{GET}.yaml")


def add_operation(files: Specs) -> None:
    files["shop/order/open.yaml"] = {**at(files, GET), "title": "打开订单"}


def on(operation: str, rule: str, field: str) -> list[Found]:
    return [(rule, operation, field)]


def by_list(rule: str, field: str) -> list[Found]:
    return on(LIST, rule, field)


def by_answers(rule: str, field: str) -> list[Found]:
    """Return a change of the shape that two answers share."""
    one, other = f"response.order.{field}", f"response.order_list.{field}"
    return on(GET, rule, one) + on(LIST, rule, other)


def by_filters(rule: str, field: str) -> list[Found]:
    """Return a change of the shape that two requests share."""
    return on(CLOSE, rule, f"request.owner_filter.{field}") + by_list(
        rule, f"request.owner_filter.{field}"
    )


Table = dict[str, tuple[Edit, list[Found]]]

# fmt: off
BREAKING: Table = {
    "operation removed": (move(GET, None), on(GET, "operation.removed", "path")),
    "operation moved to another group": (
        to_another_group, on(GET, "operation.moved", "path"),
    ),
    "operation renamed and narrowed": (
        both(put(f"{GET} request.order_id", maxLength=5), move(GET, "shop/order/show")),
        on(GET, "operation.moved", "path")
        + on("shop/order/show", "request.maxLength.narrower", "request.order_id"),
    ),
    "method": (put(GET, method="GET"), on(GET, "operation.method", "method")),
    "failures gone": (put(CLOSE, failures=None), on(CLOSE, "failures.removed", "failures")),
    "failures by another key": (
        put(CLOSE, failures={"field": "failed_list", "key": "errmsg"}),
        on(CLOSE, "failures.changed", "failures"),
    ),
    "failures among all elements": (
        put(f"{CLOSE} failures", every=True),
        on(CLOSE, "failures.changed", "failures"),
    ),
    "parameter new and required": (
        put(REQUEST, token={**NEW, "required": True}),
        by_list("request.added-required", "request.token"),
    ),
    "parameter removed": (
        put(REQUEST, order_by=None), by_list("request.removed", "request.order_by"),
    ),
    "parameter renamed": (
        rename(REQUEST, "order_by", "sort_by"),
        by_list("request.removed", "request.order_by")
        + by_list("request.added-optional", "request.sort_by"),
    ),
    "parameter now required": (
        put(f"{REQUEST}.limit", required=True),
        by_list("request.became-required", "request.limit"),
    ),
    "parameter now optional, so by keyword only": (
        put(f"{REQUEST}.name", required=None),
        by_list("request.became-keyword-only", "request.name"),
    ),
    "nested parameter now required": (
        put(FILTER, properties={"userid_list": {"required": True}}),
        by_list("request.became-required", "request.owner_filter.userid_list"),
    ),
    "order of required parameters": (reorder(REQUEST, "name"), by_list("request.order", "request")),
    "type of a parameter": (
        put(f"{REQUEST}.remark", type="integer", truncatesAt=None),
        by_list("request.type", "request.remark"),
    ),
    "type of elements": (
        put(f"{CLOSE} request.order_ids", items={"type": "integer"}),
        on(CLOSE, "request.type", "request.order_ids[]"),
    ),
    "day to seconds": (
        put(f"{REQUEST}.end_day", format="timestamp", notBefore=None, maxSpanDays=None),
        by_list("request.format.changed", "request.end_day")
        + by_list("request.maxSpanDays.wider", "request.end_day")
        + by_list("request.notBefore.wider", "request.end_day"),
    ),
    "value less": (
        value(f"{REQUEST}.order_by", 2, None), by_list("request.enum.removed", "request.order_by"),
    ),
    "values stated": (
        put(f"{REQUEST}.limit", enum={500: "some"}),
        by_list("request.enum.appeared", "request.limit"),
    ),
    "flag with a third value": (
        value(f"{REQUEST}.descending", 2, "perhaps"),
        by_list("request.flag-lost", "request.descending")
        + by_list("request.enum.added", "request.descending"),
    ),
    "day not before another": (
        put(f"{REQUEST}.begin_day", notBefore="end_day"),
        by_list("request.notBefore.narrower", "request.begin_day"),
    ),
    "required at a value": (
        put(f"{REQUEST}.remark", requiredWhen={"kind": [1, 2]}),
        by_list("request.requiredWhen.narrower", "request.remark"),
    ),
    "required at more values": (
        put(f"{REQUEST}.code", requiredWhen={"kind": [1, 2, 3]}),
        by_list("request.requiredWhen.narrower", "request.code"),
    ),
    "at least one of some": (
        put(f"{REQUEST}.remark", requiredUnlessGiven=["remark_lang"]),
        by_list("request.requiredUnlessGiven.narrower", "request.remark"),
    ),
    "at least one of fewer": (
        put(f"{REQUEST}.first", requiredUnlessGiven=["second"]),
        by_list("request.requiredUnlessGiven.narrower", "request.first"),
    ),
    "no longer together": (
        put(f"{REQUEST}.remark", forbiddenWhenGiven=["remark_lang"]),
        by_list("request.forbiddenWhenGiven.narrower", "request.remark"),
    ),
    "not together with another one either": (
        put(f"{REQUEST}.second", forbiddenWhenGiven=["third", "first"]),
        by_list("request.forbiddenWhenGiven.narrower", "request.second"),
    ),
    "unlisted keys refused": (
        put(f"{REQUEST}.extra", additionalProperties=None, properties={"key": NEW}),
        by_list("request.additionalProperties.narrower", "request.extra")
        + by_list("request.added-optional", "request.extra.key"),
    ),
    "limit of a shape": (
        put(IDS, maxItems=50), by_filters("request.maxItems.narrower", "userid_list"),
    ),
    "limit at one use": (
        put(FILTER, properties={"userid_list": {"maxItems": 7}}),
        by_list("request.maxItems.narrower", "request.owner_filter.userid_list"),
    ),
    "answer field removed": (
        put(f"{LIST} response", next_cursor=None),
        by_list("response.removed", "response.next_cursor"),
    ),
    "type of an answer field": (
        put(f"{LIST} response.next_cursor", type="integer"),
        by_list("response.type", "response.next_cursor"),
    ),
    "answer field now conditional": (
        put(f"{LIST} response.next_cursor", condition="only at times"),
        by_list("response.became-conditional", "response.next_cursor"),
    ),
    "seconds to day": (
        put(f"{ORDER}.made", format="day"), by_answers("response.format.changed", "made"),
    ),
    "record to mapping": (
        put(f"{GET} response", order=OPEN), on(GET, "response.access", "response.order"),
    ),
}

HARMLESS: Table = {
    "operation added": (add_operation, on("shop/order/open", "operation.added", "path")),
    "repeatable lost": (
        put(LIST, repeatable=False), by_list("operation.repeatable-lost", "repeatable"),
    ),
    "repeatable gained": (
        put(CLOSE, repeatable=True), on(CLOSE, "operation.repeatable-gained", "repeatable"),
    ),
    "another effect": (put(LIST, effect="write"), by_list("operation.effect", "effect")),
    "effect no longer stated": (
        lambda files: at(files, LIST).pop("effect"), by_list("operation.effect", "effect"),
    ),
    "effect stated": (put(CLOSE, effect="destroy"), on(CLOSE, "operation.effect", "effect")),
    "errcode no longer required": (
        put(LIST, errcode_required=False),
        by_list("operation.errcode-optional", "errcode_required"),
    ),
    "errcode required again": (
        put(CLOSE, errcode_required=True),
        on(CLOSE, "operation.errcode-required", "errcode_required"),
    ),
    "quota with another number": (quota(0, limit=200), by_list("quota.changed", "quotas")),
    "quota over another time": (quota(0, days=7), by_list("quota.changed", "quotas")),
    "quota over a month of the calendar": (
        quota(0, days=None, per="month"), by_list("quota.changed", "quotas"),
    ),
    "quota gone": (
        lambda files: at(files, LIST)["quotas"].pop(), by_list("quota.removed", "quotas"),
    ),
    "quota new": (
        lambda files: at(files, LIST)["quotas"].append({"limit": 7, "scope": "x"}),
        by_list("quota.added", "quotas"),
    ),
    "parameter new and optional": (
        put(REQUEST, token={**NEW, "maxLength": 3}),
        by_list("request.added-optional", "request.token"),
    ),
    "number to day": (
        put(f"{REQUEST}.limit", format="day", minimum=None, maximum=None),
        by_list("request.format.day-added", "request.limit")
        + by_list("request.minimum.wider", "request.limit")
        + by_list("request.maximum.wider", "request.limit"),
    ),
    "value more": (
        value(f"{REQUEST}.order_by", 4, "by place"),
        by_list("request.enum.added", "request.order_by"),
    ),
    "values no longer stated": (
        put(f"{REQUEST}.order_by", enum=None), by_list("request.enum.dropped", "request.order_by"),
    ),
    "default": (put(f"{REQUEST}.limit", default=100), by_list("request.default", "request.limit")),
    "default from another": (
        put(f"{REQUEST}.end_day", defaultFrom=None),
        by_list("request.defaultFrom", "request.end_day"),
    ),
    "day no longer not before another": (
        put(f"{REQUEST}.end_day", notBefore=None, maxSpanDays=None),
        by_list("request.maxSpanDays.wider", "request.end_day")
        + by_list("request.notBefore.wider", "request.end_day"),
    ),
    "cut off earlier": (
        put(f"{REQUEST}.remark", truncatesAt=20), by_list("request.truncatesAt", "request.remark"),
    ),
    "sent in the address": (
        put(f"{REQUEST}.remark", **{"in": "query"}), by_list("request.in", "request.remark"),
    ),
    "ignored elsewhere": (
        put(f"{REQUEST}.remark_lang", ignoredUnless={"descending": 0}),
        by_list("request.ignoredUnless", "request.remark_lang"),
    ),
    "ignored beside another": (
        put(f"{REQUEST}.remark", ignoredWhenGiven=["remark_lang"]),
        by_list("request.ignoredWhenGiven", "request.remark"),
    ),
    "required at fewer values": (
        put(f"{REQUEST}.code", requiredWhen={"kind": 1}),
        by_list("request.requiredWhen.wider", "request.code"),
    ),
    "at least one of more": (
        put(f"{REQUEST}.first", requiredUnlessGiven=["second", "third", "remark"]),
        by_list("request.requiredUnlessGiven.wider", "request.first"),
    ),
    "together after all": (
        put(f"{REQUEST}.second", forbiddenWhenGiven=None),
        by_list("request.forbiddenWhenGiven.wider", "request.second"),
    ),
    "unlisted keys taken": (
        put(FILTER, additionalProperties=True),
        by_list("request.additionalProperties.wider", "request.owner_filter"),
    ),
    "limit of a shape's elements": (
        put(f"{IDS}.items", maxLength=65), by_filters("request.maxLength.wider", "userid_list[]"),
    ),
    "no limit, written as 0": (put(f"{CLOSE} request.order_ids", minItems=0), []),
    "answer field new": (
        put(f"{LIST} response", total=NEW), by_list("response.added", "response.total"),
    ),
    "nested answer field new": (put(ORDER, total=NEW), by_answers("response.added", "total")),
    "answer field no longer conditional": (
        put(f"{ORDER}.remark", condition=None), by_answers("response.always-present", "remark"),
    ),
    "answer value more": (
        value(f"{ORDER}.state", 3, "lost"), by_answers("response.enum.added", "state"),
    ),
    "answer value less": (
        value(f"{ORDER}.state", 2, None), by_answers("response.enum.removed", "state"),
    ),
    "limit of an answer field": (
        put(f"{ORDER}.order_id", maxLength=64), by_answers("response.maxLength", "order_id"),
    ),
    "open record": (
        put(f"{GET} response.order", additionalProperties=True),
        on(GET, "response.additionalProperties", "response.order"),
    ),
}

TEXTS: Table = {
    "title": (put(LIST, title="列出全部订单"), by_list("operation.title", "title")),
    "summary": (put(LIST, summary="Other."), by_list("operation.summary", "summary")),
    "page": (put(LIST, page="https://example.com/1"), by_list("operation.page", "page")),
    "date": (put(LIST, updated="2024-01-02"), by_list("operation.updated", "updated")),
    "date gone": (put(LIST, updated=None), by_list("operation.updated", "updated")),
    "reason of repeatable": (
        put(LIST, repeatable_reason="Why not."),
        by_list("operation.repeatable-reason", "repeatable_reason"),
    ),
    "error code more": (put(LIST, errors=[40003, 45029]), by_list("operation.errors", "errors")),
    "note": (put(LIST, notes=["One."]), by_list("operation.notes", "notes")),
    "permission": (
        put(f"{LIST} permissions", any="All."), by_list("operation.permissions", "permissions"),
    ),
    "example request": (
        put(f"{GET} examples.request", order_id="b"),
        on(GET, "operation.example", "examples.request"),
    ),
    "example answer": (
        put(f"{LIST} examples.response", next_cursor=""),
        by_list("operation.example", "examples.response"),
    ),
    "deviation gone": (put(LIST, deviations=[]), by_list("operation.deviations", "deviations")),
    "description of a quota": (
        quota(1, description="Roughly."), by_list("quota.text", "quotas"),
    ),
    "scope of a quota": (
        quota(1, scope="lists of each owner"), by_list("quota.text", "quotas"),
    ),
    "description of a parameter": (
        put(f"{REQUEST}.limit", description="Most."),
        by_list("request.description", "request.limit"),
    ),
    "order of optional parameters": (
        reorder(REQUEST, "begin_day", "name", "order_by"),
        by_list("request.written-order", "request"),
    ),
    "number to seconds": (
        put(f"{REQUEST}.limit", format="timestamp"),
        by_list("request.format.text", "request.limit"),
    ),
    "meaning of a value": (
        value(f"{REQUEST}.order_by", 2, "by date"),
        by_list("request.enum.meaning", "request.order_by"),
    ),
    "condition": (
        put(f"{ORDER}.remark", condition="only if set"), by_answers("response.condition", "remark"),
    ),
    "meaning of an answer value": (
        value(f"{ORDER}.state", 2, "done"), by_answers("response.enum.meaning", "state"),
    ),
    "description of an answer field": (
        put(f"{LIST} response.next_cursor", description="Cursor."),
        by_list("response.description", "response.next_cursor"),
    ),
    "order of answer fields": (
        reorder(f"{LIST} response", "next_cursor"), by_list("response.written-order", "response"),
    ),
}
# fmt: on
