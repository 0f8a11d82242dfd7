"""One edit of a document at a time: it is found, at its operation and field, and nothing else is."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from .helpers import Difference, Held, drafted
from .samples import SHELF

DEL_BOOKING = """\
del_booking(access_token, hash);

取消预约

参数说明:

	参数	            必须	说明
    access_token	是	接口凭证
	booking_id	是	预约编号

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


@dataclass(frozen=True)
class Edit:
    """What is replaced by what (the text stands once in the document), and what a check then says."""

    name: str
    old: str
    new: str
    says: frozenset[Difference]


def edit(name: str, old: str, new: str, *says: Difference) -> Edit:
    return Edit(name, old, new, frozenset(says))


def changed(operation: str, field: str, rule: str = "text") -> Difference:
    return operation, field, rule


REQUEST = [
    edit("a greater upper bound", "取值范围: 1 ~ 20", "取值范围: 1 ~ 50",
         changed("lend", "request.copy_ids", "maxItems")),
    edit("a greater lower bound", "取值范围: 1 ~ 20", "取值范围: 2 ~ 20",
         changed("lend", "request.copy_ids", "minItems")),
    edit("a bound that is gone", "图书副本的编号。取值范围: 1 ~ 20", "图书副本的编号。",
         changed("lend", "request.copy_ids", "minItems"),
         changed("lend", "request.copy_ids", "maxItems")),
    edit("a new bound", "页码\n", "页码。取值范围: 1 ~ 9\n",
         changed("get", "request.page_no", "minLength"),
         changed("get", "request.page_no", "maxLength")),
    edit("another length", "最长64个字符", "最长32个字符",
         changed("lend", "request.reader", "maxLength")),
    edit("a length in bytes", "长度为1~32个字节", "长度为1~64个字节",
         changed("add_booking", "request.book", "maxBytes")),
    edit("characters become bytes", "最长64个字符", "最长64个字节",
         changed("lend", "request.reader", "maxLength"),
         changed("lend", "request.reader", "maxBytes")),
    edit("another number of elements", "支持5个", "支持8个",
         changed("add_booking", "request.shelves", "maxItems")),
    edit("another number of elements of a nested list", "标签。最多100个", "标签。最多50个",
         changed("get", "request.filter.tags", "maxItems")),
    edit("a truncation elsewhere", "超过50个字符将被截断", "超过60个字符将被截断",
         changed("lend", "request.remark", "truncatesAt")),
    edit("a refusal in place of a truncation", "超过50个字符将被截断", "不超过50个字符",
         changed("lend", "request.remark", "truncatesAt"),
         changed("lend", "request.remark", "maxLength")),
    edit("another default", "默认为1\n\n注意", "默认为2\n\n注意",
         changed("lend", "request.way", "default")),
    edit("a default that is gone", "\t默认为1\n\n注意", "\n注意",
         changed("lend", "request.way", "default")),
    edit("a default in words", "默认不带", "默认带上",
         changed("get", "request.need_books", "default")),
    edit("a default beside a range", "默认为500", "默认为100",
         changed("statistic", "request.limit", "default")),
    edit("a greatest page", "取值范围 1 ~ 1000", "取值范围 1 ~ 500",
         changed("statistic", "request.limit", "maximum")),
    edit("a new value", "3 - 送到教室", "3 - 送到教室\n\t\t\t\t\t4 - 寄送",
         changed("lend", "request.way", "enum")),
    edit("a value that is gone", "\t\t\t\t\t3 - 送到教室\n", "",
         changed("lend", "request.way", "enum")),
    edit("another value", "3 - 送到教室", "5 - 送到教室",
         changed("lend", "request.way", "enum")),
    edit("another meaning", "2 - 在馆内看", "2 - 在院子里看",
         changed("lend", "request.way")),
    edit("another meaning in one line", "0-不带;1-带上", "0-略去;1-带上",
         changed("get", "request.need_books"),
         changed("get", "request.need_books", "default")),
    edit("a value more in one line", "0-否;1-是。", "0-否;1-是;2-由馆员定。",
         changed("add_booking", "request.auto_renew", "enum")),
    edit("required becomes optional", "reader	是	读者账号,", "reader	否	读者账号,",
         changed("lend", "request.reader", "required")),
    edit("optional becomes required", "end_day	否", "end_day	是",
         changed("statistic", "request.end_day", "required")),
    edit("a nested field becomes required", "filter.tags	否", "filter.tags	是",
         changed("get", "request.filter.tags", "required")),
    edit("the token becomes optional", "access_token	string	是", "access_token	string	否",
         changed("add_booking", "request.access_token", "required")),
    edit("another type", "book	string	是", "book	int	是",
         changed("add_booking", "request.book", "type"),),
    edit("a number that is whole", "weight	double	否", "weight	int	否",
         changed("add_booking", "request.weight", "type")),
    edit("another description", "优先程度", "先后次序",
         changed("add_booking", "request.weight")),
    edit("a description on a second line", "页码\n", "页码\n\t\t\t\t\t从一数起\n",
         changed("get", "request.page_no")),
    edit("another description of the token", "access_token	string	是	接口凭证", "access_token	string	是	调用凭证",
         changed("add_booking", "request.access_token")),
    edit("a renamed row", "	state	否	自定义", "	mark	否	自定义",
         changed("get", "request.state", "row"), changed("get", "request.mark", "row")),
    edit("a renamed row that the example has", "	reader	是	读者账号,", "	reader_id	是	读者账号,",
         changed("lend", "request.reader", "row"), changed("lend", "request.reader_id", "row")),
    edit("a new row", "	page_no	否	页码", "	page_no	否	页码\n	size	否	每页多少",
         changed("get", "request.size", "row")),
    edit("a new nested row", "	page_no	否	页码", "	filter.kind	否	哪一类\n	page_no	否	页码",
         changed("get", "request.filter.kind", "row")),
    edit("a row that is gone", "	page_no	否	页码\n", "",
         changed("get", "request.page_no", "row")),
    edit("a row of the token that is gone", "    access_token	string	是	接口凭证\n", "",
         changed("add_booking", "request.access_token", "row")),
    edit("another first day", "begin_day	是	第一天,填当天的0时0分0秒(否则系统会取整)。取值范围:昨天至前180天",
         "begin_day	是	第一天,填当天的0时0分0秒(否则系统会取整)。取值范围:昨天至前90天",
         changed("statistic", "request.begin_day", "maxDaysAgo")),
    edit("no whole day any more", "end_day	否	最后一天,填当天的0时0分0秒(否则", "end_day	否	最后一天,填一个时刻(否则",
         changed("statistic", "request.end_day", "format"),
         changed("statistic", "request.end_day")),
    edit("another day to default to", "默认同 begin_day(", "默认同 first_day(",
         changed("statistic", "request.end_day", "defaultFrom")),
    edit("another span", "最大查询跨度为30天", "最大查询跨度为31天",
         changed("statistic", "request.end_day", "maxSpanDays")),
    edit("a span that is gone", ",支持的最大查询跨度为30天", "",
         changed("statistic", "request.end_day", "maxSpanDays"), changed("statistic", "notes")),
    edit("another condition to count", "当auto_renew为1时有效", "当auto_renew为0时有效",
         changed("add_booking", "request.renew_prefix", "ignoredUnless")),
    edit("another error code", "会报错 81017", "会报错 81018", changed("get", "request.filter")),
]  # fmt: skip

ANSWER = [
    edit("a renamed field", "	items.data.lent	", "	items.data.lent_count	",
         changed("statistic", "response.items.data.lent", "row"),
         changed("statistic", "response.items.data.lent_count", "row")),
    edit("a new field", "	booking_id	预约编号", "	booking_id	预约编号\n	queue	排在第几位",
         changed("add_booking", "response.queue", "row")),
    edit("a field that is gone", "	failed_list.copy_id	没借成的副本编号\n", "",
         changed("lend", "response.failed_list.copy_id", "row")),
    edit("a field of every answer that is gone", "	errmsg	返回码的文字\n	booking_id", "	booking_id",
         changed("add_booking", "response.errmsg", "row")),
    edit("another text on a field of every answer", "	errmsg	返回码的文字\n	booking_id",
         "	errmsg	返回码的说明\n	booking_id", changed("add_booking", "response.errmsg")),
    edit("another value of an answer", "2 - 老师", "3 - 老师",
         changed("get", "response.reader_info.kind", "enum")),
    edit("another meaning in an answer", "2 - 老师", "2 - 家长",
         changed("get", "response.reader_info.kind")),
    edit("another condition", "仅当 need_books = 1 时返回", "仅当 need_books = 0 时返回",
         changed("get", "response.reader_info.book_list.title")),
    edit("a condition that is gone", "书名。仅当 need_books = 1 时返回", "书名。",
         changed("get", "response.reader_info.book_list.title", "condition"),
         changed("get", "response.reader_info.book_list.title")),
    edit("a new condition", "馆员账号", "馆员账号,仅借出时返回",
         changed("get", "response.reader_info.book_list.lender.userid", "condition"),
         changed("get", "response.reader_info.book_list.lender.userid")),
    edit("a condition in brackets", "(仅学校返回)", "(仅书店返回)",
         changed("statistic", "response.items.data.late")),
    edit("another description of an answer", "办证时间", "注册时间",
         changed("get", "response.reader_info.join_time")),
]  # fmt: skip

AROUND = [
    edit("another title", "借出图书 最后更新", "借出一批图书 最后更新", changed("lend", "title", "value")),
    edit("another title below a chapter", "新增预约\n\nSYNOPSIS", "登记预约\n\nSYNOPSIS",
         changed("add_booking", "title", "value")),
    edit("another page", "path/70002", "path/71002", changed("get", "page", "value")),
    edit("another anchor", "path/70004#按天", "path/70004#按日"),
    edit("another date", "2024/03/05", "2024/04/05", changed("lend", "updated", "value")),
    edit("another date of a chapter", "2024/03/07", "2024/04/07",
         changed("add_booking", "updated", "value")),
    edit("a date that is gone", "查看读者 最后更新:2024/03/06", "查看读者",
         changed("get", "updated", "value")),
    edit("another quota a day", "每天最多借出30个", "每天最多借出40个", changed("lend", "quota", "limit")),
    edit("another quota in days", "15个自然日内", "30个自然日内", changed("lend", "quota", "limit")),
    edit("another number in days", "仅可被续借3次", "仅可被续借5次", changed("lend", "quota", "limit")),
    edit("another standing quota", "最多登记5万个", "最多登记8万个",
         changed("add_booking", "quota", "limit")),
    edit("a quota that is gone", "为了公平,15个自然日内,每本书仅可被续借3次。\n\n", "",
         changed("lend", "quota", "limit"), changed("lend", "notes")),
    edit("a new quota", "替读者约一本书。\n", "替读者约一本书。\n\n每天最多登记10次\n",
         changed("add_booking", "quota", "limit")),
    edit("another permission", "“图书角->借阅台->借出”", "“图书角->借阅台->借还”",
         changed("lend", "permission")),
    edit("a permission more", "->借出”权限", "->借出”权限 代开发应用须另行申请", changed("lend", "permission")),
    edit("another permission in a table", "「借阅台 - 可预约的应用」", "「借阅台 - 预约」",
         changed("add_booking", "permission")),
    edit("a kind of application less", "代开发应用	具有图书角-预约权限\n", "",
         changed("add_booking", "permission")),
    edit("a shared remark", "应用只看得见自己的预约", "应用看得见全部预约",
         changed("add_booking", "permission")),
    edit("another note", "读者须先办证", "读者须先交照片", changed("lend", "notes")),
    edit("a note more", "传入的时间会取整到0点;", "传入的时间会取整到0点; 不含当天;",
         changed("statistic", "notes")),
    edit("a note less", " 传入的时间会取整到0点;", "", changed("statistic", "notes")),
    edit("another number in a note", "在最近一年内至少到馆过一次", "在最近两年内至少到馆过一次",
         changed("lend", "notes")),
    edit("another summary", "馆员用它把书交给", "馆员用它把画册交给", changed("lend", "summary")),
    edit("another summary of a chapter", "读者可以先约一本书", "读者可以先约两本书",
         changed("add_booking", "summary")),
    edit("another number in a summary", "只存180天", "只存90天", changed("statistic", "summary")),
    edit("another value in the example", '"remark" : "for class two"', '"remark" : "for class six"',
         changed("lend", "examples.request", "value")),
    edit("a value of another type in the example", '"way" : 1', '"way" : "1"',
         changed("lend", "examples.request", "value")),
    edit("a parameter more in the example", '"way" : 1', '"way" : 1,\n\t\t"quiet" : 1',
         changed("lend", "examples.request", "value")),
    edit("another value in the answer's example", '"lent": 3', '"lent": 4',
         changed("statistic", "examples.response", "value")),
    edit("a field less in the answer's example", ',\n					"late": 0', "",
         changed("statistic", "examples.response", "value")),
    edit("another word above the operations", "图书角->借阅台\n\nFUNCTION", "图书角->借阅处\n\nFUNCTION",
         changed("", "notes")),
    edit("another page of a chapter", "path/70003\n\n请求说明", "path/71003\n\n请求说明",
         changed("add_booking", "page")),
    edit("another heading of a chapter", "预约与取书\n", "预约\n", changed("add_booking", "notes")),
    edit("another title of a chapter", "图书预约管理", "预约管理", changed("add_booking", "notes")),
    edit("other arguments", "get(access_token, hash)", "get(access_token)", changed("get", "title")),
    edit("an operation more", "借阅统计\n\n", DEL_BOOKING + "借阅统计\n\n",
         changed("del_booking", "", "not in the specs")),
    edit("a renamed operation", "get(access_token, hash)", "get_reader(access_token, hash)",
         changed("get", "", "not in the document"),
         changed("get_reader", "", "not in the specs")),
]  # fmt: skip


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Held:
    return drafted(SHELF, "library/shelf", tmp_path_factory.mktemp("specs"))


def test_without_an_edit_nothing_is_reported(shelf: Held) -> None:
    assert shelf.differences(SHELF) == set()


@pytest.mark.parametrize("one", [*REQUEST, *ANSWER, *AROUND], ids=lambda one: one.name)
def test_an_edit_is_found_where_it_is_and_nothing_else_is_reported(one: Edit, shelf: Held) -> None:
    assert SHELF.count(one.old) == 1
    assert shelf.differences(SHELF.replace(one.old, one.new)) == one.says


def test_a_section_less_is_found(shelf: Held) -> None:
    begin, end = SHELF.index("get(access_token"), SHELF.index("预约与取书")
    assert shelf.differences(SHELF[:begin] + SHELF[end:]) == {
        ("get", "", "not in the document"),
    }


@pytest.mark.parametrize(
    "marker", ["权限说明:\n\n馆员应用需在“借阅台”名单中。 第三方", "注意: 读者"]
)
def test_a_part_that_moves_is_found_at_its_operation(marker: str, shelf: Held) -> None:
    found = shelf.differences(SHELF.replace(marker, "请求说明:\n\n" + marker.split()[-1]))
    assert {operation for operation, _, _ in found} == {"lend"}
