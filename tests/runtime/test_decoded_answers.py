"""Answers that msgspec decodes are those of JSON: the same whatever comes, and the same to use."""

from __future__ import annotations

import copy
import gc
import json
import pickle
import subprocess
import sys
import threading
import weakref
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wecom_client import FailedRecord, Operation

from ..declarations import (
    Answer,
    PartialAnswer,
    Record,
    answer_in,
    many,
    one,
    renamed,
    value_of,
    values,
)
from ..decoding import answered, is_decoded, needs_speed, verdict_of
from ..exchange import Reply, Secret
from ..flows import classify, decoder_of

pytestmark = needs_speed


class Inner(Record):
    userid: str


class Label(FailedRecord, errors={}):
    errcode: int
    errmsg: str


class Member(Record):
    userid: str
    invitor: Inner | None = one(Inner)
    labels: tuple[Label, ...] = many(Label)
    tags: tuple[Any, ...] = values()
    from_: str = renamed("from")


class Group(
    PartialAnswer,
    operation=Operation("a/b", "POST", False, "https://example.invalid/doc"),
    errors={},
    failures="labels",
    key="userid",
):
    members: tuple[Member, ...] = many(Member)
    owner: Member = one(Member)
    labels: tuple[Label, ...] = many(Label)
    count: int


class Page(Answer):
    owner: Inner = one(Inner)
    following: int | str = renamed("next")
    total: int


KEYS = ["userid", "invitor", "labels", "tags", "from", "members", "owner", "count", "errcode"]
ODD_KEYS = ["errmsg", "from_", "~_source", "~_number", "_source", "_number", "new", "\\u006eew", ""]

# As they stand in the text; half a surrogate pair in it is a byte that is no UTF-8.
SCALARS = [
    *("0", "-0", "1", "90500", "1.0", "-0.0", "1e5", "1E-7", "0.1", "12345678901234567", "2e-400"),
    *(
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775809",
        "1" + "0" * 30,
        "1e400",
    ),
    *("18446744073709551616", "1" * 4300, "1" * 4301, "-" + "7" * 9000, "null", "true", "false"),
    *(
        '""',
        '"a"',
        '"0"',
        '"90500"',
        '"\\u0041"',
        '"群"',
        '"\\ud83d\\ude00"',
        '"\\ud83d"',
        '"\\udc00"',
    ),
    *(
        '"\udcff"',
        '"a\udce4"',
        '"\udced\udca0\udc80"',
        '"\x01"',
        '"\t"',
        '"\\n"',
        '"\\/"',
        '"\\u0000"',
    ),
    *("NaN", "Infinity", "-Infinity", "nul", "01", "1.", ".5", "+1", '"\\q"', '"\\u12"', "'a'", ""),
]
SPACES = st.sampled_from(["", "", "", " ", "\n\t", "\r", "\x0b", "\xa0"])


def arrays(items: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(items, max_size=4).map(lambda found: f"[{','.join(found)}]")


def objects(items: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Write objects, keys that come twice among them."""
    pairs = st.tuples(st.sampled_from([*KEYS, *KEYS, *ODD_KEYS]), items, SPACES)
    return st.lists(pairs, max_size=6).map(
        lambda found: "{" + ",".join(f'{gap}"{key}":{gap}{item}' for key, item, gap in found) + "}"
    )


def parts(items: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return arrays(items) | objects(items)


# Mostly valid, or nothing would ever be decoded.
PLAIN = st.sampled_from(SCALARS[:11] + ["null", "true", '"a"', '"群"', '"\udcff"'])
VALUES = st.recursive(PLAIN, parts, max_leaves=12) | st.recursive(
    st.sampled_from(SCALARS), parts, max_leaves=6
)
ERRCODES = st.sampled_from(
    ['"errcode":0,'] * 8 + ['"errcode":"0",', '"errcode":0.0,', '"errcode":null,', '"errcode":1,']
)
EDGES = st.sampled_from([""] * 12 + ["\ufeff", " \n", "x", "\x00", "}", "\udcff", "\xa0", "\u3000"])


@st.composite
def bodies(draw: st.DrawFn) -> bytes:
    text = draw(objects(VALUES))
    inner = text[1:-1] or '"errmsg":"ok"'
    text = draw(EDGES) + "{" + draw(ERRCODES) + inner + "}" + draw(EDGES)
    return text.encode("utf-8", "surrogateescape")


def looked_at(value: Any) -> Any:
    """Return everything that a program can see of a value."""
    if isinstance(value, Record):
        fields = {name: looked_at(getattr(value, name)) for name in value._fields}
        return type(value).__name__, fields, repr(value), repr(value.raw)
    if isinstance(value, tuple):
        return tuple(map(looked_at, value))
    return type(value).__name__, repr(value)


@given(bodies())
def test_every_body_comes_to_the_same_both_ways(body: bytes) -> None:
    usual, other = (verdict_of(Group, body, kind) for kind in ("json", "msgspec"))
    assert usual._replace(answer=None) == other._replace(answer=None)
    if usual.answer is None:
        assert other.answer is None
        return
    expected, got = (answer_in("en", Group, one.answer) for one in (usual, other))
    assert looked_at(got) == looked_at(expected)
    assert hash(got) == hash(expected)
    for twin in (copy.copy(got), copy.deepcopy(got), pickle.loads(pickle.dumps(got))):
        assert looked_at(twin) == looked_at(expected)
    assert_raw_parts_hang_together(got)


def assert_raw_parts_hang_together(record: Any) -> None:
    """A part's JSON is the part of the whole's, and not a twin of it."""
    for name in record._fields:
        value, raw = getattr(record, name), record.raw.get(name)
        if isinstance(value, Record):
            assert value.raw is raw
            assert_raw_parts_hang_together(value)
        elif isinstance(value, tuple) and isinstance(raw, list):
            for part, one_raw in zip(value, raw, strict=True):
                if isinstance(part, Record):
                    assert part.raw is one_raw
                    assert_raw_parts_hang_together(part)


def test_most_of_those_bodies_are_decoded() -> None:
    """The property above would hold of a decoder that refuses everything, too."""
    seen = []

    @given(bodies())
    def count(body: bytes) -> None:
        verdict = verdict_of(Group, body, "msgspec")
        if verdict.answer is not None:
            seen.append(not isinstance(verdict.answer, dict))

    count()
    assert sum(seen) > 10


ORDINARY = (
    b'{"errcode":0,"errmsg":"ok","members":[{"userid":"a","invitor":{"userid":"b"},"new":1},'
    b'{"userid":"c","tags":["x"],"from":"f"}],"owner":{"userid":"o"}}'
)


@pytest.mark.parametrize(
    "body",
    [
        b'{"errcode":0,"new":[1,{"a":"\xff"}],"owner":{"userid":"a","more":"\xe4"}}',
        b'{"errcode":0,"new":1e400}',
        b'{"errcode":0,"owner":5,"owner":{"userid":"a"},"members":[{}],"members":[{},{"userid":"b"}]}',
        b'{"owner":{"userid":"a"},"errcode":0,"count":' + b"9" * 4300 + b"}",
        b'{"errcode":0,"members":null,"owner":null,"new":null}',
    ],
    ids=["no_utf8_in_unknown_fields", "infinite", "twice", "long_number", "null"],
)
def test_what_msgspec_steps_over_is_read_in_raw_as_ever(body: bytes) -> None:
    expected, got = (answered(Group, body, kind) for kind in ("json", "msgspec"))
    assert looked_at(got) == looked_at(expected)


def test_no_field_of_an_ordinary_answer_is_read_from_json() -> None:
    answer = answered(Group, ORDINARY, "msgspec")
    assert all(map(is_decoded, (answer, answer.owner, *answer.members, answer.members[0].invitor)))


@pytest.mark.parametrize("digits", [4300, 4301, 6000, 9000, 20000])
@pytest.mark.parametrize("before", [0, 1, 1000, 2149, 2150, 4299])
def test_a_number_in_an_unknown_field_is_refused_by_its_length_alone(
    digits: int, before: int
) -> None:
    body = b'{"errcode":0,"errmsg":"%b","new":%b}' % (b"x" * before, b"7" * digits)
    usual, other = (verdict_of(Group, body, kind) for kind in ("json", "msgspec"))
    assert (usual.kind, usual.detail) == (other.kind, other.detail)
    assert usual.kind == ("done" if digits <= 4300 else "garbled")


def test_an_answer_of_more_records_than_numbers_is_whole() -> None:
    for count in (2_000, 70_000):
        body = json.dumps({"errcode": 0, "members": [{"userid": n} for n in range(count)]}).encode()
        for _ in range(2):  # what the first one has left behind serves the second
            answer = answered(Group, body, "msgspec")
            assert [one.userid for one in answer.members] == [*range(count)]
            assert answer.members[-1].raw == {"userid": count - 1}
        assert is_decoded(answer) == (count < 2**16)


def test_the_first_answer_of_one_more_operation_takes_little_memory_for_good() -> None:
    def blocks_kept() -> int:
        class Other(Answer):
            userid: str

        gc.collect()
        before = sys.getallocatedblocks()
        assert is_decoded(answered(Other, b'{"errcode": 0, "userid": "a"}', "msgspec"))
        gc.collect()
        return sys.getallocatedblocks() - before

    blocks_kept()
    assert min(blocks_kept() for _ in range(3)) < 400


def test_parts_have_their_json_after_the_whole_is_gone() -> None:
    member = answered(Group, ORDINARY, "msgspec").members[0]
    assert member.raw == {"userid": "a", "invitor": {"userid": "b"}, "new": 1}
    assert member.invitor.raw is member.raw["invitor"]


def test_an_answer_is_freed_with_its_last_reference() -> None:
    answer = answered(Group, b'{"errcode": 0, "members": [{"userid": "of a member"}]}', "msgspec")
    gone, userid = weakref.ref(answer), answer.members[0].userid
    assert answer.members[0].raw
    held = sys.getrefcount(userid)
    gc.disable()
    try:
        del answer
        assert gone() is None
        assert sys.getrefcount(userid) == held - 1
    finally:
        gc.enable()


def test_threads_that_ask_at_the_same_time_get_the_same_json() -> None:
    for _ in range(20):
        answer = answered(Group, ORDINARY, "msgspec")
        start = threading.Barrier(4)
        found: list[Any] = []

        def ask(start: Any = start, answer: Any = answer, found: Any = found) -> None:
            start.wait()
            found.append((answer.members[1].raw, answer.raw))

        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert all(part is whole["members"][1] for part, whole in found)
        assert len({id(whole) for _, whole in found}) == 1


def test_calls_in_many_threads_get_each_their_own_answer() -> None:
    def body_of(number: int) -> bytes:
        members = [{"userid": f"{number}-{place}"} for place in range(50)]
        return json.dumps({"errcode": 0, "members": members}).encode()

    wrong: list[object] = []

    def read(number: int) -> None:
        for _ in range(30):
            answer = answered(Group, body_of(number), "msgspec")
            for place in (0, 25, 49):
                member = answer.members[place]
                if not member.userid == member.raw["userid"] == f"{number}-{place}":
                    wrong.append(member)

    threads = [threading.Thread(target=read, args=[number]) for number in range(8)]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(interval)
    assert wrong == []


def test_both_kinds_are_equal_to_each_other_and_to_what_is_made_by_hand() -> None:
    usual, other = (answered(Group, ORDINARY, kind) for kind in ("json", "msgspec"))
    assert usual == other
    assert other == usual
    assert len({usual, other, Group(usual.raw), type(other)(usual.raw)}) == 1
    assert pickle.dumps(usual) == pickle.dumps(other)
    assert other != answered(Page, ORDINARY, "msgspec")
    assert other.owner == Member({"userid": "o"})


def test_what_is_unpickled_or_copied_deeply_is_as_if_made_by_hand() -> None:
    answer = answered(Group, ORDINARY, "msgspec")
    made = type(Group({})), type(Member({}))
    for twin in (pickle.loads(pickle.dumps(answer)), copy.deepcopy(answer), type(answer)({})):
        assert type(twin) is made[0]
    assert type(copy.deepcopy(answer.members[0])) is made[1]


class Own(Page):
    """A class of the user's own below the documented one, with room for nothing but the JSON."""

    def __init__(self, raw: dict[str, Any], *, more: int = 0) -> None:
        super().__init__({**raw, "total": more})

    @property
    def doubled(self) -> int:
        return 2 * self.total


class Kept(Page):
    __slots__ = ("kept",)


@pytest.mark.parametrize("kind", ["json", "msgspec"])
def test_a_class_of_the_users_own_holds_json_as_the_documented_one_does(kind: str) -> None:
    answer = answered(Page, b'{"errcode": 0, "owner": {"userid": "o"}, "next": 2}', kind)
    own = Own(answer.raw, more=4)
    assert isinstance(own, Own)
    assert (own.doubled, own.owner, own.following) == (8, answer.owner, 2)
    assert type(own)(answer.raw, more=4) == own != answer
    assert repr(own).startswith("Own(")
    with pytest.raises(AttributeError, match="Own is immutable"):
        own.total = 5
    assert pickle.loads(pickle.dumps(own)).doubled == 0
    assert Kept(answer.raw).owner == answer.owner


def test_the_variables_of_an_answer_are_its_json() -> None:
    answer = answered(Group, ORDINARY, "msgspec")
    assert vars(answer) is answer.raw
    assert vars(answer.owner) is answer.raw["owner"]


def test_no_tool_is_shown_the_bytes_that_an_answer_keeps() -> None:
    answer = answered(Group, ORDINARY, "msgspec")
    assert not callable(getattr(answer, "__rich_repr__", None))
    assert "userid" not in repr(answer._source)


def test_a_decoded_answer_cannot_be_changed_by_what_msgspec_adds() -> None:
    answer = answered(Group, ORDINARY, "msgspec")
    for name in ("errcode", "owner", "_source", "_number", "new", "__dict__"):
        with pytest.raises(AttributeError, match="Group is immutable"):
            setattr(answer, name, 1)
        with pytest.raises(AttributeError, match="Group is immutable"):
            delattr(answer, name)
    if sys.version_info >= (3, 13):
        with pytest.raises(TypeError):
            copy.replace(answer, errmsg="other")


@pytest.mark.parametrize("secret", ["s3cret-of-the-application", "t/o+k=e&n"])
def test_an_answer_that_repeats_a_secret_keeps_none_of_its_bytes(secret: str) -> None:
    body = b'{"errcode":0,"new":"' + secret.encode() + b'","new":1}'
    decode = decoder_of(Group, (Secret("another"), Secret(secret)))
    assert classify(Reply(200, body), True, decode).answer == {"errcode": 0, "new": 1}
    assert is_decoded(classify(Reply(200, ORDINARY), True, decode).answer)


def test_plain_values_are_had_without_the_json() -> None:
    body = b'{"errcode":0,"next":"n","total":5,"new":7,"owner":{"userid":"a"}}'
    for kind in ("json", "msgspec"):
        answer = answered(Page, body, kind)
        found = [value_of(answer, key) for key in ("next", "total", "new", "gone", "errcode")]
        assert found == ["n", 5, 7, None, 0]
        assert value_of(answer, "owner") == {"userid": "a"}


def test_a_field_whose_key_msgspec_cannot_have_is_read_from_json() -> None:
    class Odd(Answer):
        quoted: str = renamed('a"b')

    body = b'{"errcode":0,"a\\"b":"c"}'
    for _ in range(2):
        answer = answered(Odd, body, "msgspec")
        assert (answer.quoted, is_decoded(answer)) == ("c", False)


WITHOUT = """
import sys
sys.modules["msgspec"] = None
from tests.runtime.test_decoded_answers import Group, ORDINARY
from tests.flows import decoder_of
assert decoder_of(Group, ()) is None
"""
UNUSUAL = """
import msgspec, sys, types
{}
from tests.runtime.test_decoded_answers import Group, ORDINARY
from tests.flows import decoder_of
assert decoder_of(Group, ()) is None
"""


@pytest.mark.parametrize(
    "program",
    [
        WITHOUT,
        UNUSUAL.format("sys._is_gil_enabled = lambda: False"),
        UNUSUAL.format("msgspec.__version__ = '0.21.1'"),
        UNUSUAL.format(
            "sys.implementation = types.SimpleNamespace("
            "**{**vars(sys.implementation), 'name': 'pypy'})"
        ),
    ],
    ids=["no_msgspec", "free_threaded", "old_msgspec", "other_python"],
)
def test_where_msgspec_cannot_serve_answers_are_read_as_json(program: str) -> None:
    subprocess.run([sys.executable, "-c", program], check=True, timeout=120)


def test_msgspec_is_not_imported_before_the_first_answer() -> None:
    program = (
        "import sys, wecom_client\n"
        "wecom_client.WeComClient('corp', 'secret').externalcontact.groupchat.get\n"
        "assert 'msgspec' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=120)
