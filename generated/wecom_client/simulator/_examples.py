# Generated from specs/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The document's example answer of every operation."""

from __future__ import annotations

from typing import Any

EXAMPLES: dict[str, Any] = {
    "externalcontact/add_contact_way": {
        "errcode": 0,
        "errmsg": "ok",
        "config_id": "42b34949e138eb6e027c123cba77fAAA",
        "qr_code": "https://p.qpic.cn/wwhead/duc2TvpEgSdicZ9RrdUtBkv2UiaA/0",
    },
    "externalcontact/add_corp_tag": {
        "errcode": 0,
        "errmsg": "ok",
        "tag_group": {
            "group_id": "TAG_GROUPID1",
            "group_name": "GOURP_NAME",
            "create_time": 1557838797,
            "order": 1,
            "tag": [
                {"id": "TAG_ID1", "name": "NAME1", "create_time": 1557838797, "order": 1},
                {"id": "TAG_ID2", "name": "NAME2", "create_time": 1557838797, "order": 2},
            ],
        },
    },
    "externalcontact/add_moment_task": {"errcode": 0, "errmsg": "ok", "jobid": "xxxx"},
    "externalcontact/add_msg_template": {
        "errcode": 0,
        "errmsg": "ok",
        "fail_list": ["wmqfasd1e1927831123109rBAAAA"],
        "msgid": "msgGCAAAXtWyujaWJHDDGi0mAAAA",
    },
    "externalcontact/add_strategy_tag": {
        "errcode": 0,
        "errmsg": "ok",
        "tag_group": {
            "group_id": "TAG_GROUPID1",
            "group_name": "GOURP_NAME",
            "create_time": 1557838797,
            "order": 1,
            "tag": [
                {"id": "TAG_ID1", "name": "NAME1", "create_time": 1557838797, "order": 1},
                {"id": "TAG_ID2", "name": "NAME2", "create_time": 1557838797, "order": 2},
            ],
        },
    },
    "externalcontact/batch/get_by_user": {
        "errcode": 0,
        "errmsg": "ok",
        "external_contact_list": [
            {
                "external_contact": {
                    "external_userid": "woAJ2GCAAAXtWyujaWJHDDGi0mACHAAA",
                    "name": "李四",
                    "position": "Manager",
                    "avatar": "http://p.qlogo.cn/bizmail/IcsdgagqefergqerhewSdage/0",
                    "corp_name": "腾讯",
                    "corp_full_name": "腾讯科技有限公司",
                    "type": 2,
                    "gender": 1,
                    "unionid": "ozynqsulJFCZ2z1aYeS8h-nuasdAAA",
                    "external_profile": {
                        "external_attr": [
                            {"type": 0, "name": "文本名称", "text": {"value": "文本"}},
                            {
                                "type": 1,
                                "name": "网页名称",
                                "web": {"url": "http://www.test.com", "title": "标题"},
                            },
                            {
                                "type": 2,
                                "name": "测试app",
                                "miniprogram": {
                                    "appid": "wx8bd80126147df384",
                                    "pagepath": "/index",
                                    "title": "my miniprogram",
                                },
                            },
                        ]
                    },
                },
                "follow_info": {
                    "userid": "rocky",
                    "remark": "李部长",
                    "description": "对接采购事务",
                    "createtime": 1525779812,
                    "tag_id": ["etAJ2GCAAAXtWyujaWJHDDGi0mACHAAA"],
                    "remark_corp_name": "腾讯科技",
                    "remark_mobiles": ["13800000001", "13000000002"],
                    "oper_userid": "rocky",
                    "add_way": 10,
                    "wechat_channels": {"nickname": "视频号名称", "source": 1},
                },
            },
            {
                "external_contact": {
                    "external_userid": "woAJ2GCAAAXtWyujaWJHDDGi0mACHBBB",
                    "name": "王五",
                    "position": "Engineer",
                    "avatar": "http://p.qlogo.cn/bizmail/IcsdgagqefergqerhewSdage/0",
                    "corp_name": "腾讯",
                    "corp_full_name": "腾讯科技有限公司",
                    "type": 2,
                    "gender": 1,
                    "unionid": "ozynqsulJFCZ2asdaf8h-nuasdAAA",
                },
                "follow_info": {
                    "userid": "lisi",
                    "remark": "王助理",
                    "description": "采购问题咨询",
                    "createtime": 1525881637,
                    "tag_id": ["etAJ2GCAAAXtWyujaWJHDDGi0mACHAAA", "stJHDDGi0mAGi0mACHBBByujaW"],
                    "state": "外联二维码1",
                    "oper_userid": "woAJ2GCAAAd1asdasdjO4wKmE8AabjBBB",
                    "add_way": 3,
                },
            },
        ],
        "next_cursor": "r9FqSqsI8fgNbHLHE5QoCP50UIg2cFQbfma3l2QsmwI",
        "fail_info": {"unlicensed_userid_list": ["lisi"]},
    },
    "externalcontact/cancel_groupmsg_send": {"errcode": 0, "errmsg": "ok"},
    "externalcontact/cancel_moment_task": {"errcode": 0, "errmsg": "ok"},
    "externalcontact/close_temp_chat": {"errcode": 0, "errmsg": "ok"},
    "externalcontact/contact_list": {
        "errcode": 0,
        "errmsg": "ok",
        "info_list": [
            {
                "is_customer": False,
                "name": "***开",
                "tmp_openid": "TMP_ID",
                "follow_userid": "USER_ID",
                "chat_name": "外联群1",
                "add_time": 1694418699,
            },
            {
                "is_customer": True,
                "tmp_openid": "TMP_ID",
                "external_userid": "woAJ2GCAAAXtWyujaWJHDDGi0mACHAAA",
                "follow_userid": "USER_ID",
                "add_time": 1694418699,
            },
            {
                "is_customer": True,
                "tmp_openid": "TMP_ID",
                "external_userid": "woAJ2GCAAAXtWyujaWJHDDGi0mACHAAA",
                "chat_id": "CHATID",
                "add_time": 1694418699,
            },
            {
                "is_customer": False,
                "tmp_openid": "TMP_ID",
                "name": "***开",
                "follow_userid": "USER_ID",
                "add_time": 1694418699,
            },
        ],
        "next_cursor": "NEXT_CURSOR",
    },
    "externalcontact/customer_acquisition/create_link": {
        "errcode": 0,
        "errmsg": "ok",
        "link": {
            "link_id": "LINK_ID",
            "link_name": "获客链接1号",
            "url": "URL",
            "create_time": 1667232000,
        },
    },
    "externalcontact/customer_acquisition/customer": {
        "errcode": 0,
        "errmsg": "ok",
        "customer_list": [
            {
                "external_userid": "woAJ2GCAAAXtWyujaWJHDDGi0mACAAA",
                "userid": "zhangsan",
                "chat_status": 0,
                "state": "CHANNEL_A",
            },
            {
                "external_userid": "woAJ2GCAAAXtWyujaWJHDDGi0mACAAA",
                "userid": "lisi",
                "chat_status": 0,
                "state": "CHANNEL_B",
            },
            {
                "external_userid": "woAJ2GCAAAXtWyujaWJHDDGi0mBCBBB",
                "userid": "rocky",
                "chat_status": 1,
                "state": "CHANNEL_A",
            },
        ],
        "next_cursor": "CURSOR",
    },
    "externalcontact/customer_acquisition/delete_link": {"errcode": 0, "errmsg": "ok"},
    "externalcontact/customer_acquisition/get": {
        "errcode": 0,
        "errmsg": "ok",
        "link": {
            "link_name": "LINK_NAME",
            "url": "https://work.weixin.qq.com/ca/xxxxxx",
            "create_time": 1672502400,
            "skip_verify": True,
            "mark_source": True,
        },
        "range": {"user_list": ["rocky", "sam"], "department_list": [1]},
        "priority_option": {"priority_type": 2, "priority_userid_list": ["tom", "lisi"]},
    },
    "externalcontact/customer_acquisition/get_chat_info": {
        "errcode": 0,
        "errmsg": "ok",
        "userid": "zhangsan",
        "external_userid": "woAJ2GCAAAXtWyujaWJHDDGi0mACAAA",
        "chat_info": {"recv_msg_cnt": 3, "link_id": "caXXXXXXX", "state": "STATE"},
    },
    "externalcontact/customer_acquisition/list_link": {
        "errcode": 0,
        "errmsg": "ok",
        "link_id_list": ["LINK_ID_AAA", "LINK_ID_BBB", "LINK_ID_CCC"],
        "next_cursor": "CURSOR",
    },
    "externalcontact/customer_acquisition/statistic": {
        "errcode": 0,
        "errmsg": "ok",
        "click_link_customer_cnt": 1000,
        "new_customer_cnt": 500,
    },
    "externalcontact/customer_acquisition/update_link": {"errcode": 0, "errmsg": "ok"},
    "externalcontact/customer_acquisition_quota": {
        "errcode": 0,
        "errmsg": "ok",
        "total": 1000,
        "balance": 500,
        "quota_list": [
            {"expire_date": 1689350400, "balance": 200},
            {"expire_date": 1692028800, "balance": 300},
        ],
    },
    "externalcontact/customer_strategy/create": {"errcode": 0, "errmsg": "ok", "strategy_id": 1},
    "externalcontact/customer_strategy/del": {"errcode": 0, "errmsg": "ok"},
    "externalcontact/customer_strategy/edit": {"errcode": 0, "errmsg": "ok"},
    "externalcontact/customer_strategy/get": {
        "errcode": 0,
        "errmsg": "ok",
        "strategy": {
            "strategy_id": 1,
            "parent_id": 0,
            "strategy_name": "NAME",
            "create_time": 1557838797,
            "admin_list": ["zhangsan", "lisi"],
            "privilege": {
                "view_customer_list": True,
                "view_customer_data": True,
                "view_room_list": True,
                "contact_me": True,
                "join_room": True,
                "share_customer": False,
                "oper_resign_customer": True,
                "oper_resign_group": True,
                "send_customer_msg": True,
                "edit_welcome_msg": True,
                "view_behavior_data": True,
                "view_room_data": True,
                "send_group_msg": True,
                "room_deduplication": True,
                "rapid_reply": True,
                "onjob_customer_transfer": True,
                "edit_anti_spam_rule": True,
                "export_customer_list": True,
                "export_customer_data": True,
                "export_customer_group_list": True,
                "manage_customer_tag": True,
            },
        },
    },
    "externalcontact/customer_strategy/get_range": {
        "errcode": 0,
        "errmsg": "ok",
        "range": [{"type": 1, "userid": "zhangsan"}, {"type": 2, "partyid": 1}],
        "next_cursor": "NEXT_CURSOR",
    },
    "externalcontact/customer_strategy/list": {
        "errcode": 0,
        "errmsg": "ok",
        "strategy": [{"strategy_id": 1}, {"strategy_id": 2}],
        "next_cursor": "NEXT_CURSOR",
    },
    "externalcontact/del_contact_way": {"errcode": 0, "errmsg": "ok"},
    "externalcontact/del_corp_tag": {"errcode": 0, "errmsg": "ok"},
    "externalcontact/del_strategy_tag": {"errcode": 0, "errmsg": "ok"},
    "externalcontact/edit_corp_tag": {"errcode": 0, "errmsg": "ok"},
    "externalcontact/edit_strategy_tag": {"errcode": 0, "errmsg": "ok"},
    "externalcontact/get": {
        "errcode": 0,
        "errmsg": "ok",
        "external_contact": {
            "external_userid": "woAJ2GCAAAXtWyujaWJHDDGi0mACHAAA",
            "name": "李四",
            "position": "Manager",
            "avatar": "https://p.qlogo.cn/bizmail/IcsdgagqefergqerhewSdage/0",
            "corp_name": "腾讯",
            "corp_full_name": "腾讯科技有限公司",
            "type": 2,
            "gender": 1,
            "unionid": "ozynqsulJFCZ2z1aYeS8h-nuasdAAA",
            "external_profile": {
                "external_attr": [
                    {"type": 0, "name": "文本名称", "text": {"value": "文本"}},
                    {
                        "type": 1,
                        "name": "网页名称",
                        "web": {"url": "https://www.test.com", "title": "标题"},
                    },
                    {
                        "type": 2,
                        "name": "测试app",
                        "miniprogram": {
                            "appid": "wx8bd80126147df384",
                            "pagepath": "/index",
                            "title": "my miniprogram",
                        },
                    },
                ]
            },
        },
        "follow_user": [
            {
                "userid": "rocky",
                "remark": "李部长",
                "description": "对接采购事务",
                "createtime": 1525779812,
                "tags": [
                    {
                        "group_name": "标签分组名称",
                        "tag_name": "标签名称",
                        "tag_id": "etAJ2GCAAAXtWyujaWJHDDGi0mACHAAA",
                        "type": 1,
                    },
                    {"group_name": "标签分组名称", "tag_name": "标签名称", "type": 2},
                    {
                        "group_name": "标签分组名称",
                        "tag_name": "标签名称",
                        "tag_id": "stAJ2GCAAAXtWyujaWJHDDGi0mACHAAA",
                        "type": 3,
                    },
                ],
                "remark_corp_name": "腾讯科技",
                "remark_mobiles": ["13800000001", "13000000002"],
                "oper_userid": "rocky",
                "add_way": 10,
                "wechat_channels": {"nickname": "视频号名称", "source": 1},
            },
            {
                "userid": "tommy",
                "remark": "李总",
                "description": "采购问题咨询",
                "createtime": 1525881637,
                "state": "外联二维码1",
                "oper_userid": "woAJ2GCAAAXtWyujaWJHDDGi0mACHAAA",
                "add_way": 3,
            },
        ],
        "next_cursor": "NEXT_CURSOR",
    },
    "externalcontact/get_contact_way": {
        "errcode": 0,
        "errmsg": "ok",
        "contact_way": {
            "config_id": "42b34949e138eb6e027c123cba77fAAA",
            "type": 1,
            "scene": 1,
            "style": 2,
            "remark": "test remark",
            "skip_verify": True,
            "state": "teststate",
            "qr_code": "https://p.qpic.cn/wwhead/duc2TvpEgSdicZ9RrdUtBkv2UiaA/0",
            "user": ["zhangsan", "lisi", "wangwu"],
            "party": [2, 3],
            "is_temp": True,
            "expires_in": 86400,
            "chat_expires_in": 86400,
            "unionid": "oxTWIuGaIt6gTKsQRLau2M0AAAA",
            "mark_source": True,
            "conclusions": {
                "text": {"content": "文本消息内容"},
                "image": {"pic_url": "https://p.qpic.cn/pic_wework/XXXXX"},
                "link": {
                    "title": "消息标题",
                    "picurl": "https://example.pic.com/path",
                    "desc": "消息描述",
                    "url": "https://example.link.com/path",
                },
                "miniprogram": {
                    "title": "消息标题",
                    "pic_media_id": "MEDIA_ID",
                    "appid": "wx8bd80126147dfAAA",
                    "page": "/path/index",
                },
            },
        },
    },
    "externalcontact/get_corp_tag_list": {
        "errcode": 0,
        "errmsg": "ok",
        "tag_group": [
            {
                "group_id": "TAG_GROUPID1",
                "group_name": "GOURP_NAME",
                "create_time": 1557838797,
                "order": 1,
                "deleted": False,
                "tag": [
                    {
                        "id": "TAG_ID1",
                        "name": "NAME1",
                        "create_time": 1557838797,
                        "order": 1,
                        "deleted": False,
                    },
                    {
                        "id": "TAG_ID2",
                        "name": "NAME2",
                        "create_time": 1557838797,
                        "order": 2,
                        "deleted": True,
                    },
                ],
            }
        ],
    },
    "externalcontact/get_follow_user_list": {
        "errcode": 0,
        "errmsg": "ok",
        "follow_user": ["zhangsan", "lissi"],
    },
    "externalcontact/get_groupmsg_list_v2": {
        "errcode": 0,
        "errmsg": "ok",
        "next_cursor": "CURSOR",
        "group_msg_list": [
            {
                "msgid": "msgGCAAAXtWyujaWJHDDGi0mAAAA",
                "creator": "xxxx",
                "create_time": 1605171726,
                "create_type": 1,
                "text": {"content": "文本消息内容"},
                "attachments": [
                    {
                        "msgtype": "image",
                        "image": {
                            "media_id": "MEDIA_ID",
                            "pic_url": "http://p.qpic.cn/pic_wework/3474110808/7a6344sdadfwehe42060/0",
                        },
                    },
                    {
                        "msgtype": "link",
                        "link": {
                            "title": "消息标题",
                            "picurl": "https://example.pic.com/path",
                            "desc": "消息描述",
                            "url": "https://example.link.com/path",
                        },
                    },
                    {
                        "msgtype": "miniprogram",
                        "miniprogram": {
                            "title": "消息标题",
                            "appid": "wx8bd80126147dfAAA",
                            "page": "/path/index.html",
                        },
                    },
                    {"msgtype": "video", "video": {"media_id": "MEDIA_ID"}},
                    {"msgtype": "file", "file": {"media_id": "MEDIA_ID"}},
                ],
            }
        ],
    },
    "externalcontact/get_groupmsg_send_result": {
        "errcode": 0,
        "errmsg": "ok",
        "next_cursor": "CURSOR",
        "send_list": [
            {
                "external_userid": "wmqfasd1e19278asdasAAAA",
                "chat_id": "wrOgQhDgAAMYQiS5ol9G7gK9JVAAAA",
                "userid": "zhangsan",
                "status": 1,
                "send_time": 1552536375,
            }
        ],
    },
    "externalcontact/get_groupmsg_task": {
        "errcode": 0,
        "errmsg": "ok",
        "next_cursor": "CURSOR",
        "task_list": [{"userid": "zhangsan", "status": 2, "send_time": 1552536375}],
    },
    "externalcontact/get_moment_comments": {
        "errcode": 0,
        "errmsg": "ok",
        "comment_list": [
            {"external_userid": "woAJ2GCAAAXtWyujaWJHDDGi0mACAAAA ", "create_time": 1605172726},
            {"userid": "zhangshan ", "create_time": 1605172729},
        ],
        "like_list": [
            {"external_userid": "woAJ2GCAAAXtWyujaWJHDDGi0mACBBBB ", "create_time": 1605172726},
            {"userid": "zhangshan ", "create_time": 1605172720},
        ],
    },
    "externalcontact/get_moment_customer_list": {
        "errcode": 0,
        "errmsg": "ok",
        "next_cursor": "CURSOR",
        "customer_list": [{"userid": "xxx", "external_userid": "woAJ2GCAAAXtWyujaWJHDDGi0mACCCC "}],
    },
    "externalcontact/get_moment_list": {
        "errcode": 0,
        "errmsg": "ok",
        "next_cursor": "CURSOR",
        "moment_list": [
            {
                "moment_id": "momxxx",
                "creator": "xxxx",
                "create_time": 1605000000,
                "create_type": 1,
                "visible_type": 1,
                "text": {"content": "test"},
                "image": [{"media_id": "WWCISP_xxxxx"}],
                "video": {"media_id": "WWCISP_xxxxx", "thumb_media_id": "WWCISP_xxxxx"},
                "link": {"title": "腾讯网-QQ.COM", "url": "https://www.qq.com"},
                "location": {
                    "latitude": "23.10647",
                    "longitude": "113.32446",
                    "name": "广州市 · 广州塔",
                },
            }
        ],
    },
    "externalcontact/get_moment_send_result": {
        "errcode": 0,
        "errmsg": "ok",
        "next_cursor": "CURSOR",
        "customer_list": [{"external_userid": "woAJ2GCAAAXtWyujaWJHDDGi0mACCCC"}],
    },
    "externalcontact/get_moment_task": {
        "errcode": 0,
        "errmsg": "ok",
        "next_cursor": "CURSOR",
        "task_list": [{"userid": "zhangsan", "publish_status": 1}],
    },
    "externalcontact/get_moment_task_result": {
        "errcode": 0,
        "errmsg": "ok",
        "status": 1,
        "type": "add_moment_task",
        "result": {
            "errcode": 0,
            "errmsg": "ok",
            "moment_id": "xxxx",
            "invalid_sender_list": {"user_list": ["zhangshan", "lisi"], "department_list": [2, 3]},
            "invalid_external_contact_list": {"tag_list": ["xxx"]},
        },
    },
    "externalcontact/get_strategy_tag_list": {
        "errcode": 0,
        "errmsg": "ok",
        "tag_group": [
            {
                "group_id": "TAG_GROUPID1",
                "group_name": "GOURP_NAME",
                "create_time": 1557838797,
                "order": 1,
                "strategy_id": 1,
                "tag": [
                    {"id": "TAG_ID1", "name": "NAME1", "create_time": 1557838797, "order": 1},
                    {"id": "TAG_ID2", "name": "NAME2", "create_time": 1557838797, "order": 2},
                ],
            }
        ],
    },
    "externalcontact/get_unassigned_list": {
        "errcode": 0,
        "errmsg": "ok",
        "info": [
            {
                "handover_userid": "zhangsan",
                "external_userid": "woAJ2GCAAAd4uL12hdfsdasassdDmAAAAA",
                "dimission_time": 1550838571,
            },
            {
                "handover_userid": "lisi",
                "external_userid": "wmAJ2GCAAAzLTI123ghsdfoGZNqqAAAA",
                "dimission_time": 1550661468,
            },
        ],
        "is_last": False,
        "next_cursor": "aSfwejksvhToiMMfFeIGZZ",
    },
    "externalcontact/get_user_behavior_data": {
        "errcode": 0,
        "errmsg": "ok",
        "behavior_data": [
            {
                "stat_time": 1536508800,
                "chat_cnt": 100,
                "message_cnt": 80,
                "reply_percentage": 60.25,
                "avg_reply_time": 1,
                "negative_feedback_cnt": 0,
                "new_apply_cnt": 6,
                "new_contact_cnt": 5,
            },
            {
                "stat_time": 1536595200,
                "chat_cnt": 20,
                "message_cnt": 40,
                "reply_percentage": 100,
                "avg_reply_time": 1,
                "negative_feedback_cnt": 0,
                "new_apply_cnt": 6,
                "new_contact_cnt": 5,
            },
        ],
    },
    "externalcontact/group_welcome_template/add": {
        "errcode": 0,
        "errmsg": "ok",
        "template_id": "msgXXXXXX",
    },
    "externalcontact/group_welcome_template/del": {"errcode": 0, "errmsg": "ok"},
    "externalcontact/group_welcome_template/edit": {"errcode": 0, "errmsg": "ok"},
    "externalcontact/group_welcome_template/get": {
        "errcode": 0,
        "errmsg": "ok",
        "text": {"content": "文本消息内容"},
        "image": {"pic_url": "http://p.qpic.cn/pic_wework/XXXXX"},
        "link": {
            "title": "消息标题",
            "picurl": "https://example.pic.com/path",
            "desc": "消息描述",
            "url": "https://example.link.com/path",
        },
        "miniprogram": {
            "title": "消息标题",
            "pic_media_id": "MEDIA_ID",
            "appid": "wx8bd80126147df384",
            "page": "/path/index",
        },
        "file": {"media_id": "1Yv-zXfHjSjU-7LH-GwtYqDGS-zz6w22KmWAT5COgP7o"},
        "video": {"media_id": "MEDIA_ID"},
    },
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
    "externalcontact/list": {
        "errcode": 0,
        "errmsg": "ok",
        "external_userid": ["woAJ2GCAAAXtWyujaWJHDDGi0mACAAA", "wmqfasd1e1927831291723123109rAAA"],
    },
    "externalcontact/list_contact_way": {
        "errcode": 0,
        "errmsg": "ok",
        "contact_way": [
            {"config_id": "534b63270045c9ABiKEE814ef56d91c62f"},
            {"config_id": "87bBiKEE811c62f63270041c62f5c9A4ef"},
        ],
        "next_cursor": "NEXT_CURSOR",
    },
    "externalcontact/mark_tag": {"errcode": 0, "errmsg": "ok"},
    "externalcontact/opengid_to_chatid": {"errcode": 0, "errmsg": "ok", "chat_id": "ooAAAAAAAAAAA"},
    "externalcontact/remark": {"errcode": 0, "errmsg": "ok"},
    "externalcontact/remind_groupmsg_send": {"errcode": 0, "errmsg": "ok"},
    "externalcontact/resigned/transfer_customer": {
        "errcode": 0,
        "errmsg": "ok",
        "customer": [
            {"external_userid": "woAJ2GCAAAXtWyujaWJHDDGi0mACBBBB", "errcode": 0},
            {"external_userid": "woAJ2GCAAAXtWyujaWJHDDGi0mACAAAA", "errcode": 40096},
        ],
    },
    "externalcontact/resigned/transfer_result": {
        "errcode": 0,
        "errmsg": "ok",
        "customer": [
            {
                "external_userid": "woAJ2GCAAAXtWyujaWJHDDGi0mACCCC",
                "status": 1,
                "takeover_time": 1588262400,
            },
            {
                "external_userid": "woAJ2GCAAAXtWyujaWJHDDGi0mACBBBB",
                "status": 2,
                "takeover_time": 1588482400,
            },
            {
                "external_userid": "woAJ2GCAAAXtWyujaWJHDDGi0mACAAAA",
                "status": 3,
                "takeover_time": 0,
            },
        ],
        "next_cursor": "NEXT_CURSOR",
    },
    "externalcontact/send_welcome_msg": {"errcode": 0, "errmsg": "ok"},
    "externalcontact/transfer_customer": {
        "errcode": 0,
        "errmsg": "ok",
        "customer": [
            {"external_userid": "woAJ2GCAAAXtWyujaWJHDDGi0mACAAAA", "errcode": 40096},
            {"external_userid": "woAJ2GCAAAXtWyujaWJHDDGi0mACBBBB", "errcode": 0},
        ],
    },
    "externalcontact/transfer_result": {
        "errcode": 0,
        "errmsg": "ok",
        "customer": [
            {
                "external_userid": "woAJ2GCAAAXtWyujaWJHDDGi0mACCCC",
                "status": 1,
                "takeover_time": 1588262400,
            },
            {
                "external_userid": "woAJ2GCAAAXtWyujaWJHDDGi0mACBBBB",
                "status": 2,
                "takeover_time": 1588482400,
            },
            {
                "external_userid": "woAJ2GCAAAXtWyujaWJHDDGi0mACAAAA",
                "status": 3,
                "takeover_time": 0,
            },
        ],
        "next_cursor": "NEXT_CURSOR",
    },
    "externalcontact/update_contact_way": {"errcode": 0, "errmsg": "ok"},
}
