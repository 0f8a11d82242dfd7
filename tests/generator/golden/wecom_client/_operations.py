# Generated from specs/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""Every operation by its path, with the module that describes it."""

from __future__ import annotations

OPERATIONS: dict[str, str] = {
    "call": "wecom_client.call_",
    "delivery/track": "wecom_client.delivery.track",
    "depot/counts": "wecom_client.depot.counts",
    "depot/del": "wecom_client.depot.del_",
    "depot/figures": "wecom_client.depot.figures",
    "depot/list": "wecom_client.depot.list",
    "depot/read": "wecom_client.depot.read",
    "depot/scan": "wecom_client.depot.scan",
    "depot/weigh": "wecom_client.depot.weigh",
    "gettoken": "wecom_client.gettoken",
    "media/get": "wecom_client.media.get",
    "media/media/upload": "wecom_client.media.media.upload",
    "names/del": "wecom_client.names.del_",
    "names/get": "wecom_client.names.get",
    "names/import": "wecom_client.names.import_",
    "names/int": "wecom_client.names.int",
    "names/list": "wecom_client.names.list",
    "names/property/alpha": "wecom_client.names.property.alpha",
    "names/str": "wecom_client.names.str",
    "names/tell_those_who_deliver_of_part_10": "wecom_client.names.tell_those_who_deliver_of_part_10",
    "names/tell_those_who_deliver_of_part_2": "wecom_client.names.tell_those_who_deliver_of_part_2",
    "names/type": "wecom_client.names.type",
    "names/zed/alpha": "wecom_client.names.zed.alpha",
    "odd/bool": "wecom_client.odd.bool",
    "odd/float": "wecom_client.odd.float",
    "odd/int": "wecom_client.odd.int",
    "odd/list": "wecom_client.odd.list",
    "odd/object": "wecom_client.odd.object",
    "odd/overload": "wecom_client.odd.overload",
    "odd/tuple": "wecom_client.odd.tuple",
    "shop/order/cancel": "wecom_client.shop.order.cancel",
    "shop/order/create": "wecom_client.shop.order.create",
    "take": "wecom_client.take",
}
