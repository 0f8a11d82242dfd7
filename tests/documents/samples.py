"""Documents of other products, made up for the tests, in the form of the vendor's."""

from __future__ import annotations

SHELF = """\
Name

QQ::weixin::work::library::shelf

DESCRIPTION

图书角->借阅台

FUNCTION

lend(access_token, hash);

借出图书 最后更新:2024/03/05

SYNOPSIS

https://docs.example.com/path/70001

请求说明:

馆员用它把书交给一位读者。

请求包结构体为:

    {
		"copy_ids" : ["BK-0001", "BK-0002"],
		"reader" : "xiaoming",
		"remark" : "for class two",
		"way" : 1
	}

参数说明:

	参数	            必须	说明
    access_token	是	接口凭证
	copy_ids	是	图书副本的编号。取值范围: 1 ~ 20
	reader	是	读者账号,最长64个字符
	remark	否	馆员留言,超过50个字符将被截断
	way	否	借阅方式。
					1 - 带回家
					2 - 在馆内看
					3 - 送到教室
					默认为1

注意: 读者须先办证 同一位读者的书,限制每天最多借出30个副本 新读者,需要在最近一年内至少到馆过一次

为了公平,15个自然日内,每本书仅可被续借3次。

权限说明:

馆员应用需在“借阅台”名单中。 第三方应用需拥有“图书角->借阅台->借出”权限

RETURN 返回结果:

    {
		"errcode": 0,
		"errmsg": "ok",
		"failed_list": [
			{
				"copy_id": "BK-0002",
				"errcode": 90500,
				"errmsg": "this copy is lent"
			}
		]
	}

RETURN 参数说明:

	参数	        说明
    errcode	返回码
	errmsg	返回码的文字
	failed_list	没借成的书
	failed_list.copy_id	没借成的副本编号
	failed_list.errcode	没借成的原因码
	failed_list.errmsg	没借成的原因

get(access_token, hash);

查看读者 最后更新:2024/03/06

SYNOPSIS

https://docs.example.com/path/70002

请求说明:

按账号查看一位读者,以及他手里的书。

请求包结构体为:

    {
		"reader" : "xiaoming",
		"need_books" : 1,
		"filter" : {
			"tags" : ["comic"]
		}
	}

参数说明:

	参数	            必须	说明
    access_token	是	接口凭证
	reader	是	读者账号
	need_books	否	是否带上手里的书reader_info.book_list。0-不带;1-带上。默认不带
	filter	否	只看部分书。
					如果不填,表示全部(书多于300本时会报错 81017)
	filter.tags	否	标签。最多100个
	state	否	自定义标记,不超过30个UTF-8字符
	page_no	否	页码

权限说明:

馆员应用需在“借阅台”名单中。

RETURN 返回结果:

{
	"errcode": 0,
	"errmsg": "ok",
	"reader_info": {
		"name": "小明",
		"kind": 1,
		"join_time": 1700000000,
		"book_list": [{
			"copy_id": "BK-0001",
			"title": "海底两万里",
			"lender": {
				"userid": "teacher_li"
			}
		}]
	}
}

RETURN 参数说明:

	参数	        说明
    errcode	返回码
	errmsg	返回码的文字
	reader_info	读者资料
	reader_info.name	读者姓名
	reader_info.kind	读者类别。
							1 - 学生
							2 - 老师
	reader_info.join_time	办证时间
	reader_info.book_list	手里的书
	reader_info.book_list.copy_id	副本编号
	reader_info.book_list.title	书名。仅当 need_books = 1 时返回
	reader_info.book_list.lender	借出的馆员
	reader_info.book_list.lender.userid	馆员账号

预约与取书

图书预约管理 最后更新:2024/03/07

SYNOPSIS

https://docs.example.com/path/70003

请求说明:

读者可以先约一本书,到馆后再取。

权限说明:

应用要满足下表:

应用类型	权限要求
自建应用	在「借阅台 - 可预约的应用」中
代开发应用	具有图书角-预约权限
第三方应用	具有图书角-预约权限,且已购买预约服务

提示 应用只看得见自己的预约

add_booking(access_token, hash);

新增预约

SYNOPSIS

https://docs.example.com/path/70003#新增预约

请求说明:

替读者约一本书。

每个企业可通过API最多登记5万个预约。

请求包结构体为:

    {
		"book" : "ISBN-1",
		"auto_renew" : 1,
		"renew_prefix" : "again",
		"shelves" : ["A1", "B2"],
		"weight" : 1.5
	}

参数说明:

	参数	类型	必须	说明
    access_token	string	是	接口凭证
	book	string	是	书号,长度为1~32个字节
	auto_renew	int	否	到期后,是否自动续约。0-否;1-是。 默认为1
	renew_prefix	string	否	续约单的前缀,当auto_renew为1时有效。最长40个utf8字符
	shelves	string[]	是	可取书的书架,支持5个。
	weight	double	否	优先程度

book 和 shelves 一起,决定在哪里取书 例如,约了 ISBN-1,书架是 A1

RETURN 返回结果:

    {
		"errcode": 0,
		"errmsg": "ok",
		"booking_id": "BOOKING-9"
	}

RETURN 参数说明:

	参数	        说明
    errcode	返回码
	errmsg	返回码的文字
	booking_id	预约编号

借阅统计

借阅统计数据 最后更新:2024/03/08

请求说明:

按天看借阅数。注意,只存180天。

statistic(access_token, hash);

借阅统计-按天

SYNOPSIS

https://docs.example.com/path/70004#按天

请求包结构体为:

    {
		"begin_day": 1700000000,
		"end_day": 1700086400,
		"limit" : 100
	}

参数说明:

	参数	            必须	说明
    access_token	是	接口凭证
	begin_day	是	第一天,填当天的0时0分0秒(否则系统会取整)。取值范围:昨天至前180天。
	end_day	否	最后一天,填当天的0时0分0秒(否则系统会取整)。取值范围:昨天至前180天。
					如果不填,默认同 begin_day(即只看一天)
	limit	否	每页条数,默认为500,取值范围 1 ~ 1000

统计区间前后都包含,支持的最大查询跨度为30天; 传入的时间会取整到0点;

权限说明:

馆员应用需在“借阅台”名单中。

RETURN 返回结果:

    {
		"errcode": 0,
		"errmsg": "ok",
		"items": [{
				"day": 1700000000,
				"data": {
					"lent": 3,
					"late": 0
				}
			}
		]
	}

RETURN 参数说明:

	参数	        说明
    errcode	返回码
	errmsg	返回码的文字
	items	按天的记录
	items.day	这一天0点的时间戳
	items.data	数字
	items.data.lent	借出的册数
	items.data.late	逾期的册数(仅学校返回)
"""
"""Four operations, two chapters; every kind of fact that the reader knows stands in it once."""
