"""Two documents of other groups, made up for the tests: what the first group has nothing of."""

from __future__ import annotations

BOARD = """\
Name

QQ::weixin::work::notice::board

DESCRIPTION

公告板 最后更新:2024/02/03

FUNCTION

list(access_token);

获取公告列表

SYNOPSIS

https://docs.example.com/path/90001

请求方式:GET(HTTPS)
请求地址:https://qyapi.weixin.qq.com/cgi-bin/notice/board/list?access_token=ACCESS_TOKEN&kind=KIND

参数说明:

	参数	是否必须	类型	说明
	access_token	是	string	接口凭证
	kind	是	uint32	公告的种类。1:通知;2:喜讯
	keyword	否	string	标题里的词,不超过20个字
	page_size	否	int32	每页数量,默认50,最大100

返回结果:

	{
	   "errcode": 0,
	   "errmsg": "ok",
	   "boards": [
	      {"board_id": "b1", "pinned": true, "score": 0.5}
	   ]
	}

返回参数说明:

	参数	说明
	errcode	返回码
	errmsg	返回码的文字
	boards	公告
	boards.board_id	公告编号
	boards.pinned	是否置顶
	boards.score	热度

get(access_token, hash);

获取公告详情

SYNOPSIS

https://docs.example.com/path/90002

请求方式:POST(HTTPS)
请求地址:https://qyapi.weixin.qq.com/cgi-bin/notice/board/get?access_token=ACCESS_TOKEN

请求包结构体为:

	{
	   "board_id": "b1"
	}

参数说明:

	参数	是否必须	类型	说明
	access_token	是	string	接口凭证
	board_id	是	string	公告编号,最长为128字节

返回结果:

	{
	   "errcode": 0,
	   "errmsg": "ok",
	   "privilege": {
	      "share_customer": true,
	      "reply": false
	   },
	   "range": [
	      {"type": 1, "itemid": "u1"},
	      {"type": 2, "partyid": 7}
	   ]
	}

返回参数说明:

	参数	说明
	errcode	返回码
	errmsg	返回码的文字
	privilege.share_customer	能否分享给客户。默认为true
	privilege.reply	能否回复。默认为true
	range.type	看得到的人的类型。1 - 同事 2 - 部门
	range.itemid	同事的账号,仅当type为1时返回
	range.partyid	部门的编号,仅当type为2时返回

send(access_token, hash);

发布公告

SYNOPSIS

https://docs.example.com/path/90003

请求方式:POST(HTTPS)
请求地址:https://qyapi.weixin.qq.com/cgi-bin/notice/board/send?access_token=ACCESS_TOKEN

请求包结构体为:

	{
	   "receivers": ["u1", "u2"],
	   "party_ids": [3, 4],
	   "msgtype": "text",
	   "text": {
	      "content": "大扫除改到周五"
	   },
	   "is_public": false,
	   "delay": 10
	}

参数说明:

	参数	是否必须	类型	说明
	access_token	是	string	接口凭证
	receivers	是	string[]	收公告的人,最多支持1,000个
	party_ids	否	array(int)	收公告的部门,单次最多100个
	msgtype	是	string	公告的形式。text-文字;image-图片
	text.content	是	string	公告的正文,长度为1~600个字节
	is_public	否	bool	是否公开,默认为false
	delay	否	int	延迟的分钟数,取值范围[0,1440]

每个企业每天最多发布20条公告。

返回结果:

	{
	   "errcode": 0,
	   "errmsg": "ok",
	   "board_id": "b9"
	}

返回参数说明:

	参数	说明
	errcode	返回码
	errmsg	返回码的文字
	board_id	公告编号

del(access_token, hash);

撤回公告

SYNOPSIS

https://docs.example.com/path/90004

请求方式:POST(HTTPS)
请求地址:https://qyapi.weixin.qq.com/cgi-bin/notice/board/del?access_token=ACCESS_TOKEN

请求包结构体为:

	{
	   "board_id": "b1"
	}

参数说明:

	参数	是否必须	类型	说明
	access_token	是	string	接口凭证
	board_id	是	string	公告编号

返回结果:

	{
	   "errcode": 0,
	   "errmsg": "ok"
	}

返回参数说明:

	参数	说明
	errcode	返回码
	errmsg	返回码的文字
"""
"""Other columns, types, a GET, dates on the module, rows without parents, a `list` and a `del`."""

ROSTER = """\
# QQ::weixin::work::school::roster

## import(access_token, hash);

批量导入学生

最后更新：2024/06/01

<https://docs.example.com/path/91001>

### 请求说明

把一个班的学生一次导入。单个学生重复导入时，后一次为准。

**请求示例：**

```json
{
  "class_id": "c-1",     // 班级
  "mode": 2,
  "students": [
    {"student_id": "s-1", "name": "小红", "parents": [{"mobile": "13800000000", "relation": "妈妈"}]},
    {"student_id": "s-2", "name": "小刚", "parents": []}
  ],
  "begin_day": 1700000000,
  "end_day": 1700086400,
  "tags": {"level": "A"}
}
```

**参数说明：**

| 参数 | 类型 | 是否必填 | 说明 |
| --- | --- | --- | --- |
| access_token | string | 是 | 调用凭证 |
| class_id | string | 是 | 班级编号 |
| mode | int | 否 | 导入方式：<br>1：只加新学生<br>2：覆盖<br>缺省为1 |
| students[] | array | 是 | 学生名单，每次最多200个 |
| students[].student_id | string | 是 | 学号，不多于32个字符 |
| students[].name | string | 是 | 姓名，超过12个字符会被截断 |
| students[].parents | array | 否 | 家长，至多5位 |
| students[].parents[].mobile | string | 是 | 手机号 |
| students[].parents[].relation | string | 否 | 与学生的关系 |
| begin_day | int | 是 | 学期第一天，当天0点的时间戳。取值范围：昨天至前365天 |
| end_day | int | 否 | 学期最后一天，当天0点的时间戳。不填则默认同 begin_day |
| tags | object | 否 | 班级的标记 |

- 最大跨度为200天
- 30天内，同一个班仅可导入10次

### 权限说明

| 应用类型 | 权限要求 |
| --- | --- |
| 自建应用 | 在「家校 - 名单」里打开 |
| 第三方应用 | 具有家校名单权限 |

### 返回结果

```json
{
  "errcode": 0,
  "errmsg": "ok",
  "fail_list": [{"student_id": "s-2", "errcode": 60111, "errmsg": "no such student"}]
}
```

### 返回参数说明

| 参数 | 类型 | 说明 |
| --- | --- | --- |
| errcode | int | 返回码 |
| errmsg | string | 返回码的文字 |
| fail_list | array | 没导进去的学生 |
| fail_list[].student_id | string | 学号 |
| fail_list[].errcode | int | 原因码 |
| fail_list[].errmsg | string | 原因 |

## count_by_class(access_token, hash);

按班级统计人数

最后更新：2024/06/02

<https://docs.example.com/path/91002>

### 请求说明

数一数每个班有多少学生。

**请求示例：**

```json
{"class_ids": ["c-1"], "only_active": 1}
```

**参数说明：**

| 参数 | 类型 | 是否必填 | 说明 |
| --- | --- | --- | --- |
| access_token | string | 是 | 调用凭证 |
| class_ids | string[] | 是 | 班级编号，不少于1个，不得超过50个 |
| only_active | int | 否 | 是否只数在读的。0表示否，1表示是。默认是 |

### 返回结果

```json
{"errcode": 0, "errmsg": "ok", "counts": [{"class_id": "c-1", "students": 41, "rate": 0.98}]}
```

### 返回参数说明

| 参数 | 类型 | 说明 |
| --- | --- | --- |
| errcode | int | 返回码 |
| errmsg | string | 返回码的文字 |
| counts | array | 每班一条 |
| counts[].class_id | string | 班级编号 |
| counts[].students | int | 学生数 |
| counts[].rate | double | 到课率 |
"""
"""In Markdown: arrays of objects of arrays, remarks in an example, days, a name Python keeps."""
