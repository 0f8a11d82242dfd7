"""Answers: typed, immutable, tolerant views that keep what came."""

from __future__ import annotations

import copy
import inspect
import pickle
import pydoc
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wecom_client import FailedRecord, Operation, PartialFailureError

from ..declarations import (
    Answer,
    ErrorEntry,
    PartialAnswer,
    Record,
    answer_in,
    language_of,
    many,
    merged_answer,
    one,
    renamed,
    values,
)
from ..decoding import KINDS, is_decoded, made

pytestmark = pytest.mark.parametrize("kind", KINDS)

OPERATION = Operation("a/b", "POST", False, "https://example.invalid/doc")
TABLE = {90500: ErrorEntry("conflict", "not resigned", "use the other")}


class Inner(Record):
    """Who invited a member."""

    userid: str


class Member(Record):
    userid: str
    type: int
    name: str | None
    invitor: Inner | None = one(Inner)
    tags: tuple[Any, ...] = values()
    from_: str = renamed("from")


class Group(Answer):
    """The members of a group."""

    members: tuple[Member, ...] = many(Member)
    owner: Inner = one(Inner)


class Partial(
    PartialAnswer, operation=OPERATION, errors=TABLE, failures="failed_chat_list", key="chat_id"
):
    failed_chat_list: tuple[Inner, ...] = many(Inner)


RAW: dict[str, Any] = {
    "errcode": 0,
    "errmsg": "ok",
    "members": [
        {
            "userid": "a",
            "type": 1,
            "invitor": {"userid": "b"},
            "tags": ["x", {"y": ["z"]}],
            "from": "f",
        },
        {"userid": "c", "type": 9, "unknown": [1]},
    ],
    "owner": {"userid": "o"},
}


METHODS = ["__reduce__", "__reduce_ex__", "__copy__", "__deepcopy__", "raise_for_failures"]


def group(kind: str) -> Group:
    answer = made(Group, copy.deepcopy(RAW), kind)
    assert is_decoded(answer) == (kind == "msgspec")
    return answer


def test_fields_are_read_by_the_documents_names(kind: str) -> None:
    answer = group(kind)
    first = answer.members[0]
    assert (answer.errcode, answer.errmsg, answer.owner.userid) == (0, "ok", "o")
    assert first.invitor is not None
    assert (first.userid, first.type, first.invitor.userid, first.from_) == ("a", 1, "b", "f")
    assert first.tags == ("x", {"y": ["z"]})


def test_an_answer_says_what_its_documented_class_says(kind: str) -> None:
    answer = group(kind)
    for record, documented in ((answer, Group), (answer.owner, Inner)):
        assert documented.__doc__
        assert inspect.getdoc(record) == inspect.getdoc(documented)
        assert (type(record).__name__, type(record).__module__) == (
            documented.__name__,
            documented.__module__,
        )
        assert [*inspect.signature(type(record)).parameters] == ["raw"]
        assert documented.__name__ in pydoc.plain(pydoc.render_doc(record)).splitlines()[0]


def test_the_signature_of_a_class_is_that_of_what_makes_its_records(kind: str) -> None:
    class Own(Member):
        def __init__(self, raw: dict[str, Any], *, more: int = 0) -> None:
            super().__init__({**raw, "more": more})

    classes = (Member, type(group(kind)), type(group(kind).members[0]))
    assert {(*inspect.signature(one).parameters,) for one in classes} == {("raw",)}
    assert inspect.signature(Own).bind({}, more=1).arguments == {"raw": {}, "more": 1}


def test_arrays_of_arrays_are_tuples_of_tuples(kind: str) -> None:
    assert made(Member, {"tags": ["x", ["y", [1, []]]]}, kind).tags == ("x", ("y", (1, ())))


def test_absent_and_null_fields_are_none_and_arrays_empty(kind: str) -> None:
    for raw in ({}, {"name": None, "invitor": None, "tags": None, "from": None}):
        member = made(Member, raw, kind)
        read: tuple[Any, ...] = (member.name, member.invitor, member.tags, member.from_)
        assert read == (None, None, (), None)
        assert made(Group, {"members": None} if raw else {}, kind).members == ()


def test_the_json_says_what_the_platform_left_out(kind: str) -> None:
    answers = [
        made(Group, {}, kind),
        made(Group, {"name": None}, kind),
        made(Group, {"name": ""}, kind),
    ]
    assert [one.raw.get("name") is None for one in answers] == [True, True, False]
    assert "answer.raw.get(" in (Record.__doc__ or "")


@pytest.mark.parametrize("odd", ["text", 7, True, {"a": 1}, 1.5])
def test_a_value_of_an_unexpected_type_stays_as_it_came(kind: str, odd: Any) -> None:
    member = made(Member, {"userid": odd, "tags": odd}, kind)
    assert (member.userid, member.tags) == (odd, odd)
    assert made(Group, {"members": odd}, kind).members == odd
    assert made(Group, {"members": [odd, None]}, kind).members[1] is None
    if not isinstance(odd, dict):
        assert made(Group, {"owner": odd, "members": [odd]}, kind).owner == odd
        assert made(Group, {"members": [odd]}, kind).members[0] == odd


def test_among_objects_values_of_other_types_keep_their_places(kind: str) -> None:
    class Special(dict[str, Any]):
        pass

    odd: list[Any] = [None, "a", [{"userid": "b"}]]
    if kind == "json":
        odd.append(Special(userid="c"))
    for place in range(len(odd) + 1):
        items = [*odd[:place], {"userid": "d"}, *odd[place:]]
        members = list(made(Group, {"members": items}, kind).members)
        assert members.pop(place) == made(Member, {"userid": "d"}, kind)
        assert [(type(one), one) for one in members] == [(type(one), one) for one in odd]
    assert made(Group, {"members": []}, kind).members == ()


def test_raw_is_what_came_with_unknown_fields(kind: str) -> None:
    answer = group(kind)
    assert answer.raw == RAW
    assert answer.members[1].raw["unknown"] == [1]
    assert answer.members[0].raw is answer.raw["members"][0]
    assert answer.raw == RAW


class Outer(Record):
    group: Group = one(Group)


def test_sequences_are_built_once_also_inside_nested_objects(kind: str) -> None:
    outer = made(Outer, {"group": copy.deepcopy(RAW)}, kind)
    assert outer.group.members is outer.group.members
    assert outer.group.owner == outer.group.owner


def test_answers_cannot_be_changed(kind: str) -> None:
    answer = group(kind)
    for name in ("errcode", "members", "new", "raw"):
        with pytest.raises(AttributeError):
            setattr(answer, name, 1)
        with pytest.raises(AttributeError):
            delattr(answer, name)
    assert answer.raw == RAW


def test_answers_compare_by_type_and_content(kind: str) -> None:
    assert group(kind) == group(kind)
    assert hash(group(kind)) == hash(group(kind))
    assert group(kind) != made(Group, {**RAW, "errmsg": "other"}, kind)
    assert made(Inner, {"userid": "a"}, kind) != made(Member, {"userid": "a"}, kind)
    assert len({made(Inner, {"userid": "a"}, kind), made(Inner, {"userid": "a"}, kind)}) == 1


@pytest.mark.parametrize(
    "twin", [copy.copy, copy.deepcopy, lambda answer: pickle.loads(pickle.dumps(answer))]
)
def test_answers_copy_and_pickle_also_after_use(kind: str, twin: Any) -> None:
    answer = group(kind)
    assert answer.members[0].userid == "a"
    result = twin(answer)
    assert result == answer
    assert result.members[0].userid == "a"


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_reading_an_answer_changes_neither_its_pickle_nor_its_copies(
    kind: str, protocol: int
) -> None:
    read, unread = (made(Outer, {"group": copy.deepcopy(RAW)}, kind) for _ in range(2))
    repr(read)  # which reads every field
    assert pickle.dumps(read, protocol) == pickle.dumps(unread, protocol)
    for twin in (copy.copy(read), copy.deepcopy(read), pickle.loads(pickle.dumps(read, protocol))):
        assert (twin, hash(twin), repr(twin)) == (unread, hash(unread), repr(unread))
    assert read.raw == {"group": RAW}


def test_a_deep_copy_shares_nothing_with_an_answer_that_was_read(kind: str) -> None:
    answer = group(kind)
    assert answer.members[0].invitor
    twin = copy.deepcopy(answer)
    answer.members[0].raw["userid"] = "other"
    assert twin.members[0].userid == "a"
    assert twin.raw == RAW


def test_answers_print_their_fields_and_leave_out_absent_ones(kind: str) -> None:
    assert repr(made(Member, {"userid": "a", "unknown": 1}, kind)) == "Member(userid='a')"
    assert repr(made(Group, {"errcode": 0, "members": [{"type": 1}]}, kind)) == (
        "Group(errcode=0, members=(Member(type=1),))"
    )


@given(
    st.dictionaries(
        st.one_of(
            st.text(max_size=5),
            st.sampled_from(
                ["raw", "__class__", "_built", "__dict__", "_fields", "userid", *METHODS]
            ),
        ),
        st.one_of(st.none(), st.text(max_size=3), st.integers()),
    )
)
def test_no_unknown_field_takes_the_place_of_a_part_of_the_answer(
    kind: str, raw: dict[str, Any]
) -> None:
    member = made(Member, dict(raw), kind)
    assert member.raw == raw
    assert member.userid == raw.get("userid")
    assert isinstance(member, Member)
    assert repr(member).startswith("Member(")
    for twin in (copy.copy(member), copy.deepcopy(member), pickle.loads(pickle.dumps(member))):
        assert twin == member


def test_an_answer_without_failures_raises_nothing(kind: str) -> None:
    made(Partial, {"errcode": 0}, kind).raise_for_failures()
    made(Partial, {"errcode": 0, "failed_chat_list": []}, kind).raise_for_failures()


def test_no_key_of_an_answer_hides_its_failures(kind: str) -> None:
    failed = {"raise_for_failures": "x", "failed_chat_list": [{"chat_id": "a", "errcode": 1}]}
    with pytest.raises(PartialFailureError):
        made(Partial, failed, kind).raise_for_failures()


def test_failures_of_another_type_are_no_success(kind: str) -> None:
    answer = made(Partial, {"failed_chat_list": {"chat_id": "a", "errcode": "90500"}}, kind)
    with pytest.raises(PartialFailureError, match="90500"):
        answer.raise_for_failures()


def test_an_errcode_that_came_as_text_counts_as_its_number(kind: str) -> None:
    answer = made(
        Partial, {"errcode": "0", "failed_chat_list": [{"errcode": "90500", "errmsg": None}]}, kind
    )
    assert answer.errcode == 0
    with pytest.raises(PartialFailureError) as caught:
        answer.raise_for_failures()
    assert caught.value.failures[0].errcode == 90500
    assert "None)" not in str(caught.value)


def test_failures_are_named_with_code_meaning_and_remedy(kind: str) -> None:
    records = [
        {"chat_id": "wr1", "errcode": 90500, "errmsg": "said"},
        {"chat_id": "wr2", "errcode": "90500"},
        {"chat_id": "wr3", "errcode": 12345},
        "garbage",
    ]
    with pytest.raises(PartialFailureError) as caught:
        made(Partial, {"errcode": 0, "failed_chat_list": records}, kind).raise_for_failures()
    failures = caught.value.failures
    assert [one.key for one in failures] == ["wr1", "wr2", "wr3", "garbage"]
    assert [one.meaning for one in failures[:2]] == ["not resigned", "not resigned"]
    for part in ("wr1", "90500", "not resigned", "use the other", "wr3", "12345"):
        assert part in str(caught.value)


def test_nothing_is_built_before_it_is_used(kind: str) -> None:
    answer = group(kind)
    assert answer.errcode == 0
    assert not hasattr(answer, "_built")
    assert answer.members
    assert hasattr(answer, "_built") == (kind == "json")


class Lost(FailedRecord, errors={90500: ErrorEntry("conflict", "lost", "look", "丢失", "寻找")}):
    chat_id: str
    errcode: int
    errmsg: str


class Losing(
    PartialAnswer, operation=OPERATION, errors=Lost._errors, failures="lost", key="chat_id"
):
    lost: tuple[Lost, ...] = many(Lost)


FAILED = {"chat_id": "wr1", "errcode": "90500", "errmsg": ""}
LOST: dict[str, Any] = {"errcode": 0, "lost": [FAILED]}


@pytest.mark.parametrize("cls", [Losing, Group])
def test_no_key_of_the_json_is_taken_for_the_language(kind: str, cls: Any) -> None:
    raw = {"errcode": 0, "_language": "zh", "lost": [{**FAILED, "_language": "zh"}]}
    answer = made(cls, raw, kind)
    for same in (answer, pickle.loads(pickle.dumps(answer)), copy.deepcopy(answer)):
        assert language_of(same) == "en"
        assert same.raw == raw
    if cls is Losing:
        assert [lost.meaning for lost in answer.lost] == ["lost"]


def test_an_answer_tells_its_failed_elements_in_its_language_however_it_came(kind: str) -> None:
    came = answer_in("zh", Losing, made(Losing, LOST, kind))
    for answer in (came, merged_answer(Losing, came.raw, (), "zh")):
        for same in (answer, pickle.loads(pickle.dumps(answer)), copy.copy(answer)):
            (record,) = same.lost
            assert (record.meaning, record.remedy) == ("丢失", "寻找")
            assert record == Lost(record.raw)


@pytest.mark.parametrize("failed", [{"chat_id": "wr1", "errcode": 90500}, "wr1", 5])
def test_failed_elements_that_are_no_list_stay_as_they_came_in_every_language(
    kind: str, failed: Any
) -> None:
    answer = answer_in("zh", Losing, made(Losing, {"errcode": 0, "lost": failed}, kind))
    assert answer.lost == failed
    with pytest.raises(PartialFailureError) as caught:
        answer.raise_for_failures()
    assert caught.value.language == "zh"


def test_an_answer_kept_by_an_older_version_is_read_in_english(kind: str) -> None:
    answer = merged_answer(Losing, made(Losing, LOST, kind).raw, ("a",))
    assert (language_of(answer), answer.unmerged) == ("en", ("a",))
    assert answer.lost[0].meaning == "lost"
