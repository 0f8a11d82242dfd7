# Generated from specs/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""Every operation by its path, with the module that describes it."""

from __future__ import annotations

OPERATIONS: dict[str, str] = {
    "externalcontact/add_corp_tag": "wecom_client.externalcontact.add_corp_tag",
    "externalcontact/batch/get_by_user": "wecom_client.externalcontact.batch.get_by_user",
    "externalcontact/del_corp_tag": "wecom_client.externalcontact.del_corp_tag",
    "externalcontact/edit_corp_tag": "wecom_client.externalcontact.edit_corp_tag",
    "externalcontact/get": "wecom_client.externalcontact.get",
    "externalcontact/get_corp_tag_list": "wecom_client.externalcontact.get_corp_tag_list",
    "externalcontact/get_follow_user_list": "wecom_client.externalcontact.get_follow_user_list",
    "externalcontact/get_unassigned_list": "wecom_client.externalcontact.get_unassigned_list",
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
    "externalcontact/list": "wecom_client.externalcontact.list",
    "externalcontact/mark_tag": "wecom_client.externalcontact.mark_tag",
    "externalcontact/opengid_to_chatid": "wecom_client.externalcontact.opengid_to_chatid",
    "externalcontact/remark": "wecom_client.externalcontact.remark",
    "externalcontact/resigned/transfer_customer": "wecom_client.externalcontact.resigned.transfer_customer",
    "externalcontact/resigned/transfer_result": "wecom_client.externalcontact.resigned.transfer_result",
    "externalcontact/transfer_customer": "wecom_client.externalcontact.transfer_customer",
    "externalcontact/transfer_result": "wecom_client.externalcontact.transfer_result",
    "gettoken": "wecom_client.gettoken",
}
