# Generated from specs/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The document's example answer of every operation."""

from __future__ import annotations

from typing import Any

EXAMPLES: dict[str, Any] = {
    "call": {"errcode": 0, "errmsg": "ok", "ip_list": ["127.0.0.1"]},
    "delivery/track": {},
    "media/get": {"errcode": 0, "errmsg": "ok"},
    "media/media/upload": {},
    "names/del": {},
    "names/get": {
        "errcode": 0,
        "errmsg": "ok",
        "raw": "r",
        "int": 1,
        "str": "s",
        "items": [1],
        "values": ["v"],
        "others": ["o"],
        "from": "f",
        "None": True,
        "one": {"a": "x"},
        "class": {"tuple": [1, 2]},
        "list": [{"del": 3}],
        "record": {"a": "x"},
        "answer": {"a": "x"},
        "settings": {"a": "x"},
        "open": {"any": ["thing"]},
    },
    "names/import": {},
    "names/int": {},
    "names/list": {},
    "names/property/alpha": {},
    "names/str": {},
    "names/tell_those_who_deliver_of_part_10": {},
    "names/tell_those_who_deliver_of_part_2": {},
    "names/type": {},
    "names/zed/alpha": {},
    "shop/order/cancel": {
        "errcode": 0,
        "errmsg": "ok",
        "failed_list": [{"order_id": "o1", "errcode": 90001, "errmsg": "none"}],
    },
    "shop/order/create": {
        "errcode": 0,
        "errmsg": "ok",
        "order_id": "o1",
        "article": {
            "sku": "a1",
            "price": {"amount": 1.5, "currency": "CNY"},
            "from": {"city": "深圳"},
        },
        "price": {"amount": 1.5},
        "days": [1, 2],
        "created": 1700000000,
        "state": 2,
        "rows": [[1], [2, 3]],
        "boxes": [[{"id": 1}]],
        "parts": [{"id": 1, "part": {"id": 2}}],
        "extra": {"any": "thing"},
    },
}
