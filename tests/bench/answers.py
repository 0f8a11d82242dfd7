"""An answer of 200 members, from the bytes that came, against `json.loads` of their text."""

from __future__ import annotations

import gc
import json
import tracemalloc
from collections.abc import Callable, Iterator
from typing import Any

from tests.exchange import Reply
from tests.flows import classify
from tests.model import module_of

from .measure import Row, interleave, row, timed
from .server import group_of

NEEDS = ("get",)

_OTHER = "json.loads of the text"


def rows(quick: bool) -> Iterator[Row]:
    """Compare the time with nothing read and with everything, then the memory of one that is held.

    `json.loads` is given text: what decoding the bytes takes counts for ours.
    """
    text = json.dumps(group_of(200), ensure_ascii=False)
    body = text.encode()
    answer = module_of("get").GetAnswer

    def untouched() -> Any:
        return answer(classify(Reply(200, body)).answer)

    def read() -> Any:
        got = untouched()
        _read_all(got)
        return got

    def theirs() -> Any:
        return json.loads(text)

    for what, ours, aim in (
        ("200 members from bytes, each field read", read, 1.35),
        ("200 members from bytes, untouched", untouched, 1.05),
    ):
        taken = interleave([timed(ours, 5), timed(theirs, 5)], 5 if quick else 400)
        yield row(what, taken, _OTHER, aim)
    sizes = [[_held(read)], [_held(theirs)]]
    yield row("memory of 200 members, each field read, held", sizes, _OTHER, 1.2, unit="B")


def _held(made: Callable[[], Any]) -> float:
    """Return the bytes that a result takes, without what its first making leaves behind."""
    made()
    gc.collect()
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        result = made()
        gc.collect()
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    del result
    return after - before


def _read_all(answer: Any) -> None:
    """Read every documented field once, as a program does that copies it to a place of its own."""
    group = answer.group_chat
    _ = (
        answer.errcode,
        answer.errmsg,
        group.chat_id,
        group.name,
        group.owner,
        group.create_time,
        group.notice,
        group.member_version,
        [admin.userid for admin in group.admin_list],
    )
    for member in group.member_list:
        invitor = member.invitor
        _ = (
            member.userid,
            member.type,
            member.unionid,
            member.join_time,
            member.join_scene,
            invitor and invitor.userid,
            member.group_nickname,
            member.name,
            member.state,
        )
