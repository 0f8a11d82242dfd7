"""An answer of 200 members, from the bytes that came, against `json.loads` of their text.

With the extra `speed` (msgspec) and without it, in one run; and a body, encoded.
"""

from __future__ import annotations

import gc
import json
import tracemalloc
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tests.exchange import Reply, Secret
from tests.flows import classify, decoder_of
from tests.model import module_of
from wecom_client import Operation, Request

from .measure import Row, interleave, row, timed
from .server import group_of

NEEDS = ("get",)

_OTHER = "json.loads of the text"

# As long as those of the platform.
_SECRETS = (Secret("s" * 43), Secret("t" * 214))

# The aims of reading each field, of reading none, and of the memory: with the extra and without.
_AIMS = {"with speed": (0.72, 0.65, 1.0), "without": (1.35, 1.05, 1.2)}


def rows(quick: bool) -> Iterator[Row | str]:
    """Compare the time with nothing read and with everything, then the memory of one that is held.

    `json.loads` is given text: what decoding the bytes takes counts for ours.
    """
    text = json.dumps(group_of(200), ensure_ascii=False)
    body = text.encode()
    kinds = _kinds(module_of("get").GetAnswer)
    if len(kinds) < len(_AIMS):
        yield "answers with speed: not measured, msgspec is not there"
    rounds = 5 if quick else 400

    def theirs() -> Any:
        return json.loads(text)

    def compared(what: str, use: Callable[[Any], object], aim: int | None) -> Iterator[Row]:
        ours = [timed(_used(make, body, use), 5) for make in kinds.values()]
        *taken, others = interleave([*ours, timed(theirs, 5)], rounds)
        for kind, times in zip(kinds, taken, strict=True):
            limit = None if aim is None else _AIMS[kind][aim]
            yield row(f"{what}, {kind}", [times, others], _OTHER, limit)

    yield from compared("200 members from bytes, each field read", _read_all, 0)
    yield from compared("200 members from bytes, untouched", bool, 1)
    yield from compared("200 members from bytes, .raw alone", lambda answer: answer.raw, None)
    for kind, make in kinds.items():
        sizes = [[_held(_read_of_its_own(make, body))], [_held(theirs)]]
        what = f"memory of 200 members, each field read, {kind}"
        yield row(what, sizes, _OTHER, _AIMS[kind][2], unit="B")
    yield from _encoding(next(iter(kinds)), rounds)


def _encoding(kind: str, rounds: int) -> Iterator[Row]:
    """Compare the body of a transfer with what a program writes that has no request of ours."""
    ids = [f"wrOgQhDgAAMYQiS5ol9G7gK9JV{number:04d}" for number in range(100)]
    body = {"chat_id_list": ids, "new_owner": "zhangsan"}
    request = Request(Operation("a/b", "POST", False, ""), {}, body)

    def theirs() -> bytes:
        return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()

    if request.encode() != theirs():
        raise AssertionError("the bodies differ")
    taken = interleave([timed(request.encode, 50), timed(theirs, 50)], rounds)
    aim = 0.4 if kind == "with speed" else None
    yield row(f"a body of 100 ids, encoded, {kind}", taken, "json.dumps, encoded", aim)


def _kinds(answer: type[Any]) -> Mapping[str, Callable[[bytes], Any]]:
    """Return what makes an answer of bytes, as a call does, with the extra and without."""
    decode = decoder_of(answer, _SECRETS)
    kinds: dict[str, Callable[[bytes], Any]] = {}
    if decode is not None:
        kinds["with speed"] = lambda body: classify(Reply(200, body), True, decode).answer
    kinds["without"] = lambda body: answer(classify(Reply(200, body)).answer)
    return kinds


def _used(
    make: Callable[[bytes], Any], body: bytes, use: Callable[[Any], object]
) -> Callable[[], object]:
    return lambda: use(make(body))


def _read_of_its_own(make: Callable[[bytes], Any], body: bytes) -> Callable[[], Any]:
    """Return what reads an answer of new bytes: what it keeps of them counts as its memory."""

    def read() -> Any:
        answer = make(bytes(bytearray(body)))
        _read_all(answer)
        return answer

    return read


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
