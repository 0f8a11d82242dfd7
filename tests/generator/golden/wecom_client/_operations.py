# Generated from specs/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""Every operation by its path, with the module that describes it."""

from __future__ import annotations

OPERATIONS: dict[str, str] = {
    "call": "wecom_client.call_",
    "delivery/track": "wecom_client.delivery.track",
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
    "shop/order/cancel": "wecom_client.shop.order.cancel",
    "shop/order/create": "wecom_client.shop.order.create",
}
