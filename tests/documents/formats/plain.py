"""The document as plain text, as the document is copied."""

from __future__ import annotations

PLAIN = """\
Name

QQ::weixin::work::planner::room

DESCRIPTION

会议室->预订

FUNCTION

book(access_token, hash);

预订会议室 最后更新:2024/05/06

SYNOPSIS

https://docs.example.com/path/80001

请求说明:

替一位同事订下会议室,并通知参会人。

请求包结构体为:

    {
		"room_ids" : ["R-1", "R-2"],
		"booker" : "lihua",
		"way" : 1,
		"time" : {
			"day" : 1700000000
		}
	}

参数说明:

	参数	            必须	说明
    access_token	是	接口凭证
	room_ids	是	会议室编号。取值范围: 1 ~ 10
	booker	是	预订人账号,最长64个字符
	way	否	预订方式。
					1 - 马上订
					2 - 等审批(由管理员)
					默认为1
	time	是	时间
	time.day	是	哪一天,填当天的0时0分0秒(否则取整)。取值范围:昨天至前30天。

注意: 预订人须已激活 同一个人,限制每天最多预订5个会议室

权限说明:

自建应用须在“可订应用”名单中。 第三方应用需拥有“会议室->预订”权限 详见说明

RETURN 返回结果:

    {
		"errcode": 0,
		"errmsg": "ok",
		"bookings": [
			{
				"booking_id": "B-1",
				"state": 2
			}
		]
	}

RETURN 参数说明:

	参数	        说明
    errcode	返回码
	errmsg	返回码的文字
	bookings	订到的
	bookings.booking_id	预订编号
	bookings.state	状态。1-已订;2-待审批
	bookings.seat	座位图。仅当会议室带座位图时返回

会议室管理

管理会议室 最后更新:2024/05/07

SYNOPSIS

https://docs.example.com/path/80002

请求说明:

下面的接口管理会议室。

权限说明:

应用类型	权限要求
自建应用	在「会议室 - 可管理的应用」中
第三方应用	具有会议室-管理权限

remove_room(access_token, hash);

删除会议室

SYNOPSIS

https://docs.example.com/path/80002#删除会议室

请求说明:

删掉一间会议室。

请求包结构体为:

    {
		"room_id" : "R-1"
	}

参数说明:

	参数	            必须	说明
    access_token	是	接口凭证
	room_id	是	会议室编号

RETURN 返回结果:

    {
		"errcode": 0,
		"errmsg": "ok"
	}

RETURN 参数说明:

	参数	        说明
    errcode	返回码
	errmsg	返回码的文字
"""
