"""Answers: typed, immutable, tolerant views that keep what came."""

from __future__ import annotations

import copy
import pickle
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

OPERATION = Operation("a/b", "POST", False, "https://example.invalid/doc")
TABLE = {90500: ErrorEntry("conflict", "not resigned", "use the other")}


class Inner(Record):
    userid: str


class Member(Record):
    userid: str
    type: int
    name: str | None
    invitor: Inner | None = one(Inner)
    tags: tuple[Any, ...] = values()
    from_: str = renamed("from")


class Group(Answer):
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
        {"userid": "a", "type": 1, "invitor": {"userid": "b"}, "tags": ["x", ["y"]], "from": "f"},
        {"userid": "c", "type": 9, "unknown": [1]},
    ],
    "owner": {"userid": "o"},
}


METHODS = ["__reduce__", "__reduce_ex__", "__copy__", "__deepcopy__", "raise_for_failures"]


def group() -> Group:
    return Group(copy.deepcopy(RAW))


def test_fields_are_read_by_the_documents_names() -> None:
    answer = group()
    first = answer.members[0]
    assert (answer.errcode, answer.errmsg, answer.owner.userid) == (0, "ok", "o")
    assert first.invitor is not None
    assert (first.userid, first.type, first.invitor.userid, first.from_) == ("a", 1, "b", "f")
    assert first.tags == ("x", ("y",))


def test_absent_and_null_fields_are_none_and_arrays_empty() -> None:
    for raw in ({}, {"name": None, "invitor": None, "tags": None, "from": None}):
        member = Member(raw)
        read: tuple[Any, ...] = (member.name, member.invitor, member.tags, member.from_)
        assert read == (None, None, (), None)
        assert Group({"members": None} if raw else {}).members == ()


def test_the_json_says_what_the_platform_left_out() -> None:
    answers = [Group({}), Group({"name": None}), Group({"name": ""})]
    assert [one.raw.get("name") is None for one in answers] == [True, True, False]
    assert "answer.raw.get(" in (Record.__doc__ or "")


@pytest.mark.parametrize("odd", ["text", 7, True, {"a": 1}, 1.5])
def test_a_value_of_an_unexpected_type_stays_as_it_came(odd: Any) -> None:
    member = Member({"userid": odd, "tags": odd})
    assert (member.userid, member.tags) == (odd, odd)
    assert Group({"members": odd}).members == odd
    assert Group({"members": [odd, None]}).members[1] is None
    if not isinstance(odd, dict):
        assert Group({"owner": odd, "members": [odd]}).owner == odd
        assert Group({"members": [odd]}).members[0] == odd


def test_among_objects_values_of_other_types_keep_their_places() -> None:
    class Special(dict[str, Any]):
        pass

    odd: list[Any] = [None, "a", [{"userid": "b"}], Special(userid="c")]
    for place in range(len(odd) + 1):
        items = [*odd[:place], {"userid": "d"}, *odd[place:]]
        members = list(Group({"members": items}).members)
        assert members.pop(place) == Member({"userid": "d"})
        assert [(type(one), one) for one in members] == [(type(one), one) for one in odd]
    assert Group({"members": []}).members == ()


def test_raw_is_what_came_with_unknown_fields() -> None:
    answer = group()
    assert answer.raw == RAW
    assert answer.members[1].raw["unknown"] == [1]
    assert answer.members[0].raw is answer.raw["members"][0]
    assert answer.raw == RAW


class Outer(Record):
    group: Group = one(Group)


def test_sequences_are_built_once_also_inside_nested_objects() -> None:
    outer = Outer({"group": copy.deepcopy(RAW)})
    assert outer.group.members is outer.group.members
    assert outer.group.owner == outer.group.owner


def test_answers_cannot_be_changed() -> None:
    answer = group()
    for name in ("errcode", "members", "new", "raw"):
        with pytest.raises(AttributeError):
            setattr(answer, name, 1)
        with pytest.raises(AttributeError):
            delattr(answer, name)
    assert answer.raw == RAW


def test_answers_compare_by_type_and_content() -> None:
    assert group() == group()
    assert hash(group()) == hash(group())
    assert group() != Group({**RAW, "errmsg": "other"})
    assert Inner({"userid": "a"}) != Member({"userid": "a"})
    assert len({Inner({"userid": "a"}), Inner({"userid": "a"})}) == 1


@pytest.mark.parametrize(
    "twin", [copy.copy, copy.deepcopy, lambda answer: pickle.loads(pickle.dumps(answer))]
)
def test_answers_copy_and_pickle_also_after_use(twin: Any) -> None:
    answer = group()
    assert answer.members[0].userid == "a"
    result = twin(answer)
    assert result == answer
    assert result.members[0].userid == "a"


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_reading_an_answer_changes_neither_its_pickle_nor_its_copies(protocol: int) -> None:
    read, unread = Outer({"group": copy.deepcopy(RAW)}), Outer({"group": copy.deepcopy(RAW)})
    repr(read)  # which reads every field
    assert pickle.dumps(read, protocol) == pickle.dumps(unread, protocol)
    for twin in (copy.copy(read), copy.deepcopy(read), pickle.loads(pickle.dumps(read, protocol))):
        assert (twin, hash(twin), repr(twin)) == (unread, hash(unread), repr(unread))
    assert read.raw == {"group": RAW}


def test_a_deep_copy_shares_nothing_with_an_answer_that_was_read() -> None:
    answer = group()
    assert answer.members[0].invitor
    twin = copy.deepcopy(answer)
    answer.members[0].raw["userid"] = "other"
    assert twin.members[0].userid == "a"
    assert twin.raw == RAW


def test_answers_print_their_fields_and_leave_out_absent_ones() -> None:
    assert repr(Member({"userid": "a", "unknown": 1})) == "Member(userid='a')"
    assert repr(Group({"errcode": 0, "members": [{"type": 1}]})) == (
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
def test_no_unknown_field_takes_the_place_of_a_part_of_the_answer(raw: dict[str, Any]) -> None:
    member = Member(dict(raw))
    assert member.raw == raw
    assert member.userid == raw.get("userid")
    assert type(member) is Member
    assert repr(member).startswith("Member(")
    for twin in (copy.copy(member), copy.deepcopy(member), pickle.loads(pickle.dumps(member))):
        assert twin == member


def test_an_answer_without_failures_raises_nothing() -> None:
    Partial({"errcode": 0}).raise_for_failures()
    Partial({"errcode": 0, "failed_chat_list": []}).raise_for_failures()


def test_no_key_of_an_answer_hides_its_failures() -> None:
    failed = {"raise_for_failures": "x", "failed_chat_list": [{"chat_id": "a", "errcode": 1}]}
    with pytest.raises(PartialFailureError):
        Partial(failed).raise_for_failures()


def test_failures_of_another_type_are_no_success() -> None:
    with pytest.raises(PartialFailureError, match="90500"):
        Partial({"failed_chat_list": {"chat_id": "a", "errcode": "90500"}}).raise_for_failures()


def test_an_errcode_that_came_as_text_counts_as_its_number() -> None:
    answer = Partial({"errcode": "0", "failed_chat_list": [{"errcode": "90500", "errmsg": None}]})
    assert answer.errcode == 0
    with pytest.raises(PartialFailureError) as caught:
        answer.raise_for_failures()
    assert caught.value.failures[0].errcode == 90500
    assert "None)" not in str(caught.value)


def test_failures_are_named_with_code_meaning_and_remedy() -> None:
    records = [
        {"chat_id": "wr1", "errcode": 90500, "errmsg": "said"},
        {"chat_id": "wr2", "errcode": "90500"},
        {"chat_id": "wr3", "errcode": 12345},
        "garbage",
    ]
    with pytest.raises(PartialFailureError) as caught:
        Partial({"errcode": 0, "failed_chat_list": records}).raise_for_failures()
    failures = caught.value.failures
    assert [one.key for one in failures] == ["wr1", "wr2", "wr3", "garbage"]
    assert [one.meaning for one in failures[:2]] == ["not resigned", "not resigned"]
    for part in ("wr1", "90500", "not resigned", "use the other", "wr3", "12345"):
        assert part in str(caught.value)


def test_nothing_is_built_before_it_is_used() -> None:
    answer = group()
    assert answer.errcode == 0
    assert not hasattr(answer, "_built")
    assert answer.members
    assert hasattr(answer, "_built")


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
def test_no_key_of_the_json_is_taken_for_the_language(cls: Any) -> None:
    raw = {"errcode": 0, "_language": "zh", "lost": [{**FAILED, "_language": "zh"}]}
    answer = cls(raw)
    for same in (answer, pickle.loads(pickle.dumps(answer)), copy.deepcopy(answer)):
        assert language_of(same) == "en"
        assert same.raw == raw
    if cls is Losing:
        assert [lost.meaning for lost in answer.lost] == ["lost"]


def test_an_answer_tells_its_failed_elements_in_its_language_however_it_came() -> None:
    for answer in (answer_in("zh", Losing, LOST), merged_answer(Losing, LOST, (), "zh")):
        for same in (answer, pickle.loads(pickle.dumps(answer)), copy.copy(answer)):
            (record,) = same.lost
            assert (record.meaning, record.remedy) == ("丢失", "寻找")
            assert record == Lost(record.raw)


@pytest.mark.parametrize("failed", [{"chat_id": "wr1", "errcode": 90500}, "wr1", 5])
def test_failed_elements_that_are_no_list_stay_as_they_came_in_every_language(failed: Any) -> None:
    answer = answer_in("zh", Losing, {"errcode": 0, "lost": failed})
    assert answer.lost == failed
    with pytest.raises(PartialFailureError) as caught:
        answer.raise_for_failures()
    assert caught.value.language == "zh"


def test_an_answer_kept_by_an_older_version_is_read_in_english() -> None:
    answer = merged_answer(Losing, LOST, ("a",))
    assert (language_of(answer), answer.unmerged) == ("en", ("a",))
    assert answer.lost[0].meaning == "lost"
