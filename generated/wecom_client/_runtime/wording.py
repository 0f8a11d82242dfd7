# Copied from templates/wecom_client/_runtime/wording.py: edit that file, then run 'make generate'.
"""What errors say that no table does, in each language; imported when it is needed."""

from __future__ import annotations

from collections.abc import Callable

from .errcodes import ErrorEntry, Language
from .named import Named
from .retry import Kind


class Wording(Named):
    """How errors are put into words; the fields of each text stand in braces."""

    head: str
    remedy: str
    after_unknown: str
    errmsg: str
    page: str
    failures: Callable[[str, int], str]
    failure: str
    said: str
    stopped: str
    failed_call: str
    cause: str
    counts: tuple[str, str, str, str]
    resume_on: str
    comma: str
    rest: str


def _failed(operation: str, count: int) -> str:
    elements = "1 element" if count == 1 else f"{count} elements"
    return f"{operation}: {elements} failed, the others were carried out:"


_ENGLISH = Wording(
    head="{operation}: errcode {errcode}, {meaning}",
    remedy="  what to do: {remedy}",
    after_unknown="  an earlier send of this call was lost and may have been carried out",
    errmsg="  errmsg: {errmsg}",
    page="  see {page}",
    failures=_failed,
    failure="{key}: errcode {errcode}, {meaning}{said}; {remedy}",
    said=" ({errmsg})",
    stopped="{operation}: {message}",
    failed_call="call {number} failed ({counts}): {reason}",
    cause="{name}: {text}",
    counts=("{} done", "{} failed", "{} unknown", "{} not tried"),
    resume_on="the quota allows more on {day}",
    comma=", ",
    rest="look at .result, then run the rest again",
)

_CHINESE = Wording(
    head="{operation}：errcode {errcode}，{meaning}",
    remedy="  处理办法：{remedy}",
    after_unknown="  本次调用先前有一次请求没有等到响应，可能已经生效",
    errmsg="  errmsg：{errmsg}",
    page="  参见 {page}",
    failures=lambda operation, count: f"{operation}：{count} 项失败，其余已执行：",
    failure="{key}：errcode {errcode}，{meaning}{said}；{remedy}",
    said="（{errmsg}）",
    stopped="{operation}：{message}",
    failed_call="第 {number} 次调用失败（{counts}）：{reason}",
    cause="{name}：{text}",
    counts=("已执行 {} 项", "失败 {} 项", "结果未知 {} 项", "未执行 {} 项"),
    resume_on="{day} 起配额恢复",
    comma="，",
    rest="查看 .result，再提交剩余的部分",
)

WORDINGS: dict[Language, Wording] = {"en": _ENGLISH, "zh": _CHINESE}

# What the call flow acts on has its class without a table, too: specs may lack one.
OF_THE_FLOW: dict[Kind, ErrorEntry] = {
    "token": ErrorEntry(
        "token",
        "the access_token is invalid or has expired",
        "check where the token comes from",
        "access_token 无效或已过期",
        "检查 access_token 的来源",
    ),
    "busy": ErrorEntry(
        "busy", "the platform is busy", "call again later", "平台繁忙", "过一会儿再调用"
    ),
    "rate": ErrorEntry(
        "rate_limit", "calls come too often", "call less often", "调用过于频繁", "降低调用频率"
    ),
    "crowd": ErrorEntry(
        "rate_limit",
        "too many calls at the same time",
        "call with fewer threads",
        "同时进行的调用过多",
        "减少并发的线程",
    ),
    "conflict": ErrorEntry(
        "conflict",
        "others are changing the same data",
        "wait, look at its present state, then call again",
        "有其他调用正在修改同一份数据",
        "稍候，确认当前状态后再调用",
    ),
}

# An answer may list elements that did not fail beside those that did.
SUCCESS = ErrorEntry("", "it did not fail", "there is nothing to do", "没有失败", "无需处理")

UNLISTED = ErrorEntry(
    "",
    "a code that the error table does not list",
    "read errmsg, then look the code up in the platform's list",
    "错误码表中没有这个错误码",
    "先看 errmsg，再到企业微信的全局错误码中查找",
)
