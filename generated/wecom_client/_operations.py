# Generated from specs/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""Every operation by its path, with the module that describes it."""

from __future__ import annotations

OPERATIONS: dict[str, str] = {
    "externalcontact/groupchat/add_join_way": "wecom_client.externalcontact.groupchat.add_join_way",
    "externalcontact/groupchat/del_join_way": "wecom_client.externalcontact.groupchat.del_join_way",
    "externalcontact/groupchat/get": "wecom_client.externalcontact.groupchat.get",
    "externalcontact/groupchat/get_join_way": "wecom_client.externalcontact.groupchat.get_join_way",
    "externalcontact/groupchat/list": "wecom_client.externalcontact.groupchat.list",
    "externalcontact/groupchat/onjob_transfer": "wecom_client.externalcontact.groupchat.onjob_transfer",
    "externalcontact/groupchat/statistic": "wecom_client.externalcontact.groupchat.statistic",
    "externalcontact/groupchat/statistic_group_by_day": "wecom_client.externalcontact.groupchat.statistic_group_by_day",
    "externalcontact/groupchat/transfer": "wecom_client.externalcontact.groupchat.transfer",
    "externalcontact/groupchat/update_join_way": "wecom_client.externalcontact.groupchat.update_join_way",
    "gettoken": "wecom_client.gettoken",
}
