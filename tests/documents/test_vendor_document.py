"""The vendor's own document against the project's specs, as it is and after one edit at a time.

It lies beside the checkout, if anywhere; an edit names a line by its operation and its beginning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from ..model import GROUPCHAT, need, on_purpose
from .helpers import SPECS, VENDOR_DOCUMENT, Difference, Held, checked, held

GROUP = GROUPCHAT
JOIN_WAYS = ("add_join_way", "get_join_way", "update_join_way", "del_join_way")
STATISTICS = ("statistic", "statistic_group_by_day")

pytestmark = pytest.mark.skipif(
    not VENDOR_DOCUMENT.is_file(), reason="the vendor's document is not beside the checkout"
)


@dataclass(frozen=True)
class Edit:
    """In an operation's section (or all), the line that begins so: what in it becomes what."""

    operation: str
    line: str
    old: str
    new: str
    says: tuple[Difference, ...]
    nth: int = 0

    def apply(self, text: str) -> str:
        lines = text.split("\n")
        begin = 0
        if self.operation:
            begin = next(i for i, one in enumerate(lines) if one.startswith(self.operation + "("))
        places = [i for i in range(begin, len(lines)) if lines[i].strip().startswith(self.line)]
        place = places[self.nth]
        assert len(re.findall(self.old, lines[place])) >= 1, lines[place]
        lines[place] = re.sub(self.old, self.new, lines[place], count=1)
        return "\n".join(lines)


def edit(operation: str, line: str, old: str, new: str, *says: str, nth: int = 0) -> Edit:
    """Return an edit; what it says is `field rule`, at its operation or at `operation: field rule`.

    Before the colon stands nothing where the document itself is concerned.
    """
    found = []
    for one in says:
        home, has_home, rest = one.rpartition(": ")
        field, _, rule = rest.partition(" ")
        found.append((home if has_home else operation, field, rule or "text"))
    return Edit(operation, line, old, new, tuple(found), nth)


def of(operations: tuple[str, ...], field: str) -> list[str]:
    return [f"{one}: {field}" for one in operations]


EDITS = [
    edit("transfer", "chat_id_list\t", "100", "50", "request.chat_id_list maxItems"),
    edit("onjob_transfer", "chat_id_list\t", "1 ~", "2 ~", "request.chat_id_list minItems"),
    edit("list", "limit\t", "1000", "2000", "request.limit maximum"),
    edit("list", "limit\t", "是", "否", "request.limit required"),
    edit("list", "owner_filter.userid_list", "100", "200",
         "request.owner_filter.userid_list maxItems"),
    edit("list", "默认为0", "0", "1", "request.status_filter default"),
    edit("list", "默认为0", "默认为0", "", "request.status_filter default"),
    edit("list", "3 - ", "$", "\n\t4 - new", "request.status_filter enum"),
    edit("list", "2 - ", "2", "7", "request.status_filter enum"),
    edit("list", "2 - ", "2 - .*", "2 - other", "request.status_filter"),
    edit("list", "cursor\t", "cursor", "cursor_id",
         "request.cursor row", "request.cursor_id row"),
    edit("list", "group_chat_list.status", "status", "state",
         "response.group_chat_list.status row", "response.group_chat_list.state row"),
    edit("list", "3 - ", "$", "\n\t4 - new", "response.group_chat_list.status enum", nth=1),
    edit("list", "next_cursor\t", "$", "\n\ttotal\tmore", "response.total row"),
    edit("list", "该接口", "^", "new ", "summary"),
    edit("list", "如果不指定", "50000", "60000", "notes"),
    edit("list", '"limit" : 10', "10", "20", "examples.request value"),
    edit("list", '"next_cursor"', "tJ", "uJ", "examples.response value"),
    edit("list", "https://", "92120", "92121", "page value"),
    edit("list", "获取客户群列表", "2023/12/01", "2024/12/01", "updated value"),
    edit("list", "获取客户群列表", "列表 ", "名单 ", "title value"),
    edit("transfer", "注意:", "300", "400", "quota limit"),
    edit("transfer", "注意:", "1年", "2年", "notes"),
    edit("transfer", "注意:", "(?=继承给的新群主)", "new ", "notes"),
    edit("onjob_transfer", "为保障", "2次", "3次", "quota limit"),
    edit("onjob_transfer", "为保障", "90", "60", "quota limit"),
    edit("transfer", "企业需要使用", "第三方应用需", "第三方应用无需", "permission"),
    edit("transfer", "failed_chat_list.errcode", "errcode", "code",
         "response.failed_chat_list.errcode row", "response.failed_chat_list.code row"),
    edit("get", "need_name\t", "0-", "2-", "request.need_name enum", "request.need_name default"),
    edit("get", "chat_id\t", "是", "否", "request.chat_id required"),
    edit("get", "group_chat.member_list.name\t", "1", "2", "response.group_chat.member_list.name"),
    edit("get", "group_chat.member_list.invitor\t", "目前仅.*", "",
         "response.group_chat.member_list.invitor condition",
         "response.group_chat.member_list.invitor"),
    edit("get", "group_chat.notice", "$", ",仅群主可见时返回",
         "response.group_chat.notice condition", "response.group_chat.notice"),
    edit("get", "group_chat.member_list.name\t", "^",
         "group_chat.member_list.state\tmark\n",
         "response.group_chat.member_list.state deviation",
         "response.group_chat.member_list.state condition",
         "response.group_chat.member_list.state"),
    edit("add_join_way", "remark\t", "30", "40", "request.remark truncatesAt"),
    edit("add_join_way", "auto_create_room\t", "默认为1", "默认为0",
         "request.auto_create_room default"),
    edit("add_join_way", "room_base_name\t", "40", "20", "request.room_base_name maxLength"),
    edit("add_join_way", "room_base_id\t", "为1时", "为0时", "request.room_base_id ignoredUnless"),
    edit("add_join_way", "chat_id_list\t", "5", "10", "request.chat_id_list maxItems"),
    edit("update_join_way", "state\t", "字符", "字节",
         "request.state maxLength", "request.state maxBytes"),
    edit("add_join_way", "通过API", "最多配置50", "最多配置60", "quota limit"),
    edit("get_join_way", "qr_code\t", ",仅.*", "",
         "response.join_way.qr_code"),
    edit("add_join_way", "state\t", "^", "mark_source\t否\t标记。默认值为true\n",
         "request.mark_source deviation", "request.mark_source"),
    edit("get_join_way", "config_id\t", "config_id", "join_way.config_id", nth=1),
    edit("", "客户群「加入群聊」管理", "2023/12/01", "2024/12/01", *of(JOIN_WAYS, "updated value")),
    edit("", "https://developer.work.weixin.qq.com/document/path/92229", "92229", "92230",
         *of(JOIN_WAYS, "page")),
    edit("", "代开发应用", "$", ",new", *of(JOIN_WAYS, "permission")),
    edit("", "企业可通过接口配置", "^", "new ", *of(JOIN_WAYS, "summary")),
    edit("", "获取指定日期", "180", "90", *of(STATISTICS, "summary")),
    edit("", "客户联系->", "$", " new", ": notes"),
    edit("statistic", "day_begin_time\t", "180", "90", "request.day_begin_time maxDaysAgo"),
    edit("statistic", "如果不填", "day_begin_time", "day_one", "request.day_end_time defaultFrom"),
    edit("statistic", "此接口", "30天", "31天", "request.day_end_time maxSpanDays"),
    edit("statistic", "4 - ", "$", "\n\t默认为2", "request.order_by default"),
    edit("statistic", "order_by\t", "^", "order_asc\t否\torder\n", "request.order_asc deviation",
         "request.order_asc enum", "request.order_asc default", "request.order_asc"),
    edit("statistic", "owner_filter\t", "是", "否", "request.owner_filter required"),
    edit("statistic", "items.data.migrate", r"\(.*\)", "",
         "response.items.data.migrate_trainee_chat_cnt condition",
         "response.items.data.migrate_trainee_chat_cnt"),
    edit("statistic_group_by_day", "items.stat_time", "当日0点的时间戳", "当日的序号",
         "response.items.stat_time format", "response.items.stat_time"),
    edit("del_join_way", "access_token", "是", "否", "request.access_token required"),
    edit("del_join_way", "errmsg\t", "errmsg\t.*", "", "response.errmsg row"),
]  # fmt: skip


@pytest.fixture(scope="module")
def specs() -> Held:
    return held(SPECS, GROUP)


@pytest.fixture(scope="module")
def text() -> str:
    return VENDOR_DOCUMENT.read_text("utf-8")


def test_the_specs_hold_all_that_the_document_states() -> None:
    code, report = checked(VENDOR_DOCUMENT, SPECS)
    missing = {name: found for name, found in report["operations"].items() if name != "matched"}
    told = [
        *report["findings"],
        *report["not_understood"],
        *(one for one in missing.items() if one[1]),
    ]
    assert not told, on_purpose(
        f"that the specs hold all of {VENDOR_DOCUMENT.name}, which they do not ({told}),",
        "in the document beside the checkout, or as a deviation in the spec",
    )
    assert report["operations"]["matched"] == len(held(SPECS, GROUP).group.operations)
    assert code == 0


@pytest.mark.parametrize(
    "one", EDITS, ids=lambda one: f"{one.operation}-{one.line}-{one.nth}-{one.old}-{one.new}"
)
def test_an_edit_is_found_where_it_is_and_nothing_else_is_reported(
    one: Edit, specs: Held, text: str
) -> None:
    before = specs.differences(text)
    there = {operation.name for operation in specs.group.operations} | {""}
    says = {said for said in one.says if said[0] in there}
    if one.says and not says:
        pytest.skip(f"the specs have no {one.operation}")
    for operation, field, _ in before:
        if field and any(operation == at and _near(field, where) for at, where, _ in says):
            pytest.skip(f"the specs differ from the document at {operation} {field} already")
    assert specs.differences(one.apply(text)) == before | says


def _near(one: str, other: str) -> bool:
    """Whether two fields are the same, or one is in the other."""
    return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")


def test_a_section_less_is_found(specs: Held, text: str) -> None:
    need("get")
    before = {one for one in specs.differences(text) if one[0] != "get"}
    begin, end = text.index("\nget(access_token"), text.index("\n联系我与客户入群方式")
    assert specs.differences(text[:begin] + text[end:]) == before | {
        ("get", "", "not in the document")
    }


def test_a_section_more_is_found(specs: Held, text: str) -> None:
    before = specs.differences(text)
    begin, end = text.index("\nlist(access_token"), text.index("\nget(access_token")
    again = text[begin:end].replace("\nlist(", "\nlist_again(")
    assert specs.differences(text[:end] + again + text[end:]) == before | {
        ("list_again", "", "not in the specs")
    }


@pytest.mark.slow
def test_every_line_is_read_or_held(specs: Held, text: str) -> None:
    """Other lines of examples than the first may break JSON, which is reported as well."""
    if specs.differences(text):
        pytest.skip("the specs differ from the document, which another test tells")
    head, *sections = re.split(r"^(?=\w+\(access_token)", text, flags=re.MULTILINE)
    unseen = []
    done = ""
    for part in (head, *sections):
        one = specs.of(part.partition("(")[0]) if done else specs
        begin, rest = (head, "") if done else ("", text[len(head) :])
        before = one.differences(begin + part + rest)
        for number, edited in with_a_word_more(part):
            # what is said of the group as a whole is seen in the whole document alone
            if one.differences(begin + edited + rest) == before and not specs.differences(
                done + edited + text[len(done) + len(part) :]
            ):
                unseen.append(part.split("\n")[number])
        done += part
    assert unseen == []


def with_a_word_more(part: str) -> Iterator[tuple[int, str]]:
    """Yield a text with a word more in one line after the other."""
    lines = part.split("\n")
    for number, line in enumerate(lines):
        if line.strip() and not re.search(r"/path/\d+#", line):
            # where in its page an operation stands is no fact of it
            yield number, "\n".join([*lines[:number], f"{line}多", *lines[number + 1 :]])
