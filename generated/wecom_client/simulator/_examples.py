# Generated from specs/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The document's example answer of every operation."""

from __future__ import annotations

from typing import Any

EXAMPLES: dict[str, Any] = {
    "externalcontact/groupchat/add_join_way": {
        "errcode": 0,
        "errmsg": "ok",
        "config_id": "9ad7fa5cdaa6511298498f979c472aaa",
    },
    "externalcontact/groupchat/del_join_way": {"errcode": 0, "errmsg": "ok"},
    "externalcontact/groupchat/get": {
        "errcode": 0,
        "errmsg": "ok",
        "group_chat": {
            "chat_id": "wrOgQhDgAAMYQiS5ol9G7gK9JVAAAA",
            "name": "销售客服群",
            "owner": "ZhuShengBen",
            "create_time": 1572505490,
            "notice": "文明沟通，拒绝脏话",
            "member_list": [
                {
                    "userid": "abel",
                    "type": 1,
                    "join_time": 1572505491,
                    "join_scene": 1,
                    "invitor": {"userid": "jack"},
                    "group_nickname": "客服小张",
                    "name": "张三丰",
                },
                {
                    "userid": "wmOgQhDgAAuXFJGwbve4g4iXknfOAAAA",
                    "type": 2,
                    "unionid": "ozynqsulJFCZ2z1aYeS8h-nuasdAAA",
                    "join_time": 1572505491,
                    "join_scene": 1,
                    "group_nickname": "顾客老王",
                    "name": "王语嫣",
                },
            ],
            "admin_list": [{"userid": "sam"}, {"userid": "pony"}],
            "member_version": "71217227bbd112ecfe3a49c482195cb4",
        },
    },
    "externalcontact/groupchat/get_join_way": {
        "errcode": 0,
        "errmsg": "ok",
        "join_way": {
            "config_id": "9ad7fa5cdaa6511298498f979c472aaa",
            "scene": 2,
            "remark": "aa_remark",
            "auto_create_room": 1,
            "room_base_name": "销售客服群",
            "room_base_id": 10,
            "chat_id_list": [
                "wrOgQhDgAAH2Yy-CTZ6POca8mlBEdaaa",
                "wrOgQhDgAALPUthpRAKvl7mgiQRw_aaa",
            ],
            "qr_code": "http://p.qpic.cn/wwhead/nMl9ssowtibVGyrmvBiaibzDtp703nXuzpibnKtbSDBRJTLwS3ic4ECrf3ibLVtIFb0N6wWwy5LVuyvMQ22/0",
            "state": "klsdup3kj3s1",
            "mark_source": True,
        },
    },
    "externalcontact/groupchat/list": {
        "errcode": 0,
        "errmsg": "ok",
        "group_chat_list": [
            {"chat_id": "wrOgQhDgAAMYQiS5ol9G7gK9JVAAAA", "status": 0},
            {"chat_id": "wrOgQhDgAAcwMTB7YmDkbeBsAAAA", "status": 0},
        ],
        "next_cursor": "tJzlB9tdqfh-g7i_J-ehOz_TWcd7dSKa39_AqCIeMFw",
    },
    "externalcontact/groupchat/onjob_transfer": {
        "errcode": 0,
        "errmsg": "ok",
        "failed_chat_list": [
            {
                "chat_id": "wrOgQhDgAAcwMTB7YmDkbeBsgT_KAAAA",
                "errcode": 90501,
                "errmsg": "chat is not external group chat",
            }
        ],
    },
    "externalcontact/groupchat/statistic": {
        "errcode": 0,
        "errmsg": "ok",
        "total": 2,
        "next_offset": 2,
        "items": [
            {
                "owner": "zhangsan",
                "data": {
                    "new_chat_cnt": 2,
                    "chat_total": 2,
                    "chat_has_msg": 0,
                    "new_member_cnt": 0,
                    "member_total": 6,
                    "member_has_msg": 0,
                    "msg_total": 0,
                    "migrate_trainee_chat_cnt": 3,
                },
            },
            {
                "owner": "lisi",
                "data": {
                    "new_chat_cnt": 1,
                    "chat_total": 3,
                    "chat_has_msg": 2,
                    "new_member_cnt": 0,
                    "member_total": 6,
                    "member_has_msg": 0,
                    "msg_total": 0,
                    "migrate_trainee_chat_cnt": 3,
                },
            },
        ],
    },
    "externalcontact/groupchat/statistic_group_by_day": {
        "errcode": 0,
        "errmsg": "ok",
        "items": [
            {
                "stat_time": 1600272000,
                "data": {
                    "new_chat_cnt": 2,
                    "chat_total": 2,
                    "chat_has_msg": 0,
                    "new_member_cnt": 0,
                    "member_total": 6,
                    "member_has_msg": 0,
                    "msg_total": 0,
                    "migrate_trainee_chat_cnt": 3,
                },
            },
            {
                "stat_time": 1600358400,
                "data": {
                    "new_chat_cnt": 2,
                    "chat_total": 2,
                    "chat_has_msg": 0,
                    "new_member_cnt": 0,
                    "member_total": 6,
                    "member_has_msg": 0,
                    "msg_total": 0,
                    "migrate_trainee_chat_cnt": 3,
                },
            },
        ],
    },
    "externalcontact/groupchat/transfer": {
        "errcode": 0,
        "errmsg": "ok",
        "failed_chat_list": [
            {
                "chat_id": "wrOgQhDgAAcwMTB7YmDkbeBsgT_KAAAA",
                "errcode": 90500,
                "errmsg": "the owner of this chat is not resigned",
            }
        ],
    },
    "externalcontact/groupchat/update_join_way": {"errcode": 0, "errmsg": "ok"},
}
