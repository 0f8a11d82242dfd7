"""Specs in which everything has names that are taken: keywords, builtins, those of the runtime."""

from __future__ import annotations

import keyword
from typing import Any

from generator.targets.python.naming import ANSWER_RESERVED, python_name

from .folders import changed

NAMES = sorted(
    {word for word in keyword.kwlist if word.islower()}
    | {"str", "int", "float", "bool", "list", "dict", "tuple", "type", "object", "property", "id"}
    | {"print", "vars", "builtins", "match", "self", "cls", "raw", "one", "many", "values", "items"}
    | {"renamed", "request", "answer", "record", "operation", "settings", "string", "array", "day"}
    | {"flag", "integer", "mapping", "sequence", "typed_dict", "namespace", "partial", "errors"}
    | {"partial_answer", "defaults", "client", "child", "send", "call", "close", "wecom_client"}
    | {"annotations", "raise_for_failures", "fields", "built", "simulator", "gettoken", "item"}
    | {"item_list", "step_2", "step_10", "a1b", "true", "false", "none"}
)
BESIDE = ("media/get", "media/get/jssdk", "media/import", "media/import/start", "top", "top/list")
"""Operations that are folders, too."""
SCALAR = {"type": "string", "description": "A text."}
BAG = {"type": "object", "description": "A bag.", "properties": {"str": SCALAR, "int": SCALAR}}


ANSWERS = ["ParametersAnswer", "PartialAnswerRecord", "XAnswer"]
"""Parameters that are called like classes of answers."""
GROUPS = [name for name in NAMES if name not in ("simulator", "gettoken")]


def spec(**keys: Any) -> dict[str, Any]:
    return changed(request=None, response=None, examples=None) | keys


def shape(*others: str) -> dict[str, Any]:
    parts = {f"part_{number}": {"$ref": other} for number, other in enumerate(others)}
    return {"type": "object", "description": "S.", "properties": {"id": SCALAR, **parts}}


def use(*shapes: str) -> dict[str, Any]:
    fields = {f"field_{number}": {"$ref": one} for number, one in enumerate(shapes)}
    return spec(request=fields, response=fields)


CIRCLE = {
    "circle/_shapes": {"root": shape("a/_shapes.yaml#/leaf")},
    "circle/a/_shapes": {
        "top": shape("../b/_shapes.yaml#/middle", "#/leaf"),
        "leaf": shape(),
        "around": shape("../_shapes.yaml#/root", "c/_shapes.yaml#/inner"),
    },
    "circle/b/_shapes": {"middle": shape("../a/_shapes.yaml#/leaf"), "leaf": shape()},
    "circle/a/c/_shapes": {"inner": shape("../_shapes.yaml#/leaf", "../../b/_shapes.yaml#/leaf")},
    "circle/a/op": use("_shapes.yaml#/top", "../b/_shapes.yaml#/leaf", "_shapes.yaml#/leaf"),
    "circle/b/op": use("../a/_shapes.yaml#/around", "../a/_shapes.yaml#/leaf"),
    "circle/a/c/op": use("_shapes.yaml#/inner", "../../_shapes.yaml#/root"),
}
"""Shapes of folders that refer to each other."""

SAME = {
    "room": {"type": "object", "properties": {"a": SCALAR}},
    "other": {"$ref": "_shapes.yaml#/room"},
    "rooms": {"type": "array", "items": {"type": "object", "properties": {"c": SCALAR}}},
}
"""An object, a shape, and the elements of an array that are all called a room."""


NUMBER = {"type": "integer", "description": "A number."}
DAY = {**NUMBER, "format": "day"}
CODES = [{"limit": 7, "days": 1, "scope": "x"}]
KEPT = [name for name in NAMES if python_name(name, ANSWER_RESERVED) == name]
"""Names that fields of answers keep in Python."""
OTHERS = ["overload", "literal", "iterable", "callable", "batch", "bulk", "pages"]
OTHERS += ["pagination", "window"]
TASKS = sorted({*NAMES, *OTHERS, "outcome", "progress", "tuple", "float", "async", "await"})


def record(**fields: Any) -> dict[str, Any]:
    items = {"type": "object", "description": "One.", "properties": fields}
    return {"type": "array", "description": "Some.", "items": items}


def batch(parameter: str, failures: str, key: str, argument: str) -> dict[str, Any]:
    return spec(
        request={parameter: {**SCALAR, "type": "array", "maxItems": 2, "items": SCALAR}},
        response={failures: record(**{key: SCALAR, "errcode": NUMBER})},
        failures={"field": failures, "key": key},
        batch={"parameter": parameter, "argument": argument},
        quotas=CODES,
    )


def bulk(parameter: str, argument: str) -> dict[str, Any]:
    return spec(
        request={"other": DAY, parameter: {**SCALAR, "required": True}},
        batch={"parameter": parameter, "argument": argument},
    )


def window(name: str, items: str) -> dict[str, Any]:
    """Return a spec with pages and a window in which everything has a name, where it can."""
    split = {"type": "array", "description": "Ids.", "maxItems": 2, "items": SCALAR}
    day = {**DAY, "notBefore": name, "defaultFrom": name, "maxSpanDays": 5}
    inner = {"type": "object", "description": "Who.", "properties": {name: split}}
    figure = {**NUMBER, "overDays": "sum"}
    figures = {"type": "object", "description": "F.", "properties": {name: figure}}
    return spec(
        request={name: DAY, "end_": day, "who_": inner, f"{name}_1": SCALAR, f"{name}_2": NUMBER},
        response={items: record(**{name: SCALAR, "data_": figures}), f"{name}_3": SCALAR},
        pagination={
            "position": f"{name}_1", "next": f"{name}_3", "size": f"{name}_2", "items": items,
        },
        window={
            "begin": name, "end": "end_", "parameter": f"who_.{name}", "items": items, "key": name,
        },
    )  # fmt: skip


def operations_and_groups() -> dict[str, Any]:
    """Return operations, parameters, fields, shapes and groups of all these names."""
    plain = dict.fromkeys(NAMES, SCALAR)
    bags = dict.fromkeys(NAMES, BAG)
    lists = {name: {"type": "array", "items": BAG} for name in NAMES}
    texts = {name: {"type": "array", "items": SCALAR} for name in NAMES}
    forms = {"plain": plain, "bags": bags, "lists": lists, "texts": texts}
    specs: dict[str, Any] = {
        f"forms/{form}": spec(request=fields, response=fields) for form, fields in forms.items()
    }
    specs |= {f"operations/{name}": spec(request={"str": SCALAR, "id": BAG}) for name in NAMES}
    specs |= {f"groups/{name}/{name}": spec() for name in GROUPS}
    specs |= {f"{name}/{name}": spec() for name in GROUPS}
    specs |= {path: spec() for path in BESIDE}
    alike = ("room", "room_", "async_room", "room2", "step_10", "step1_0", "child", "child_")
    specs |= {f"{above}{name}/list": spec() for name in alike for above in ("alike/", "alike_")}
    specs["alike/parameters"] = spec(request=dict.fromkeys(ANSWERS, SCALAR))
    specs["nested/deep"] = spec(
        request={"a": {"type": "object", "properties": bags}},
        response={"a": {"type": "object", "properties": lists}},
    )
    specs["shapes/_shapes"] = bags
    uses = {name: {"$ref": f"_shapes.yaml#/{name}"} for name in NAMES}
    specs["shapes/use"] = spec(request=uses, response=uses)
    specs |= CIRCLE
    specs["same/list"] = spec(request=SAME, response=SAME)
    specs["same/_shapes"] = {"room": {"type": "object", "properties": {"b": SCALAR}}}
    return specs


def jobs() -> dict[str, Any]:
    """Return whole jobs in which everything has one of these names, where it can."""
    kinds = [batch("ids", "failed", "id", "all"), bulk("id", "ids"), window("day", "rows")]
    specs: dict[str, Any] = {f"tasks/{name}": kinds[index % 3] for index, name in enumerate(TASKS)}
    for index, name in enumerate(NAMES):
        kept = KEPT[index % len(KEPT)]
        specs[f"keys/batch_{index}"] = batch(name, kept, name, name)
        specs[f"keys/bulk_{index}"] = bulk(name, name)
        specs[f"keys/window_{index}"] = window(name, kept)
    long = "very_" * 7
    specs[f"{long}a/{long}b"] = batch(f"{long}c", f"{long}list", f"{long}d", f"{long}e")
    specs[f"{long}a/{long}f"] = bulk(f"{long}c", f"{long}e")
    specs[f"{long}a/{long}g"] = window(f"{long}c", f"{long}list")
    groups = ["batch_result", "items", "outcomes", "pages", "failed", "progress", "namespace"]
    specs |= {f"{name}/list": batch("ids", "failed_list", "id", "all") for name in groups}
    shape = {"type": "object", "description": "S.", "properties": {"id": SCALAR, "errcode": NUMBER}}
    specs["failed/_shapes"] = {"failed": shape, "items": shape}
    for name in ("failed", "items"):
        failures = {"type": "array", "items": {"$ref": f"_shapes.yaml#/{name}"}}
        specs[f"failed/{name}"] = batch("ids", "failed_list", "id", "all") | {
            "response": {"failed_list": failures}
        }
    return specs


_ERRORS = {"errcode": {"type": "integer"}, "errmsg": {"type": "string"}}
FAILED_SHAPES = {"lost": {"type": "object", "properties": {"id": {"type": "string"}, **_ERRORS}}}


def failing(**fields: Any) -> dict[str, Any]:
    """Return a spec with a batch whose failed elements have these fields."""
    listed = fields or {"$ref": "_shapes.yaml#/lost"}
    if fields:
        listed = {"type": "object", "properties": {**_ERRORS, **fields}}
    return changed(
        response={"bad_list": {"type": "array", "items": listed}},
        failures={"field": "bad_list", "key": next(iter(fields), "id")},
        batch={"parameter": "ids", "argument": "all_ids"},
        examples=None,
    )


def contradicting_failures() -> dict[str, Any]:
    """Return batches whose failed elements have fields of one name and several types."""
    inner = {"type": "object", "properties": {"a": {"type": "string"}}}
    text, number = {"type": "string"}, {"type": "integer"}
    give = failing(id=text, size=text, when={**text, "condition": "only now"}, at=inner)
    take = failing(id=text, size=number, when=text, at=inner)
    return {"rooms/give": give, "rooms/take": take}
