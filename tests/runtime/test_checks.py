"""Constraints: what each takes, what it refuses and says, and what it sends."""

from __future__ import annotations

import os
import time
from collections import OrderedDict, deque
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum, IntEnum
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ..declarations import (
    Anything,
    Array,
    Boolean,
    Check,
    Day,
    Flag,
    ForbiddenWhenGiven,
    IgnoredUnless,
    IgnoredWhenGiven,
    Integer,
    NotBefore,
    Number,
    Object,
    Report,
    RequiredUnlessGiven,
    RequiredWhen,
    String,
)

NOON = 1702612800
TODAY = 1702569600
DAY = 86400
UTC8 = timezone(timedelta(hours=8))
YES_NO = {0: "no", 1: "yes"}


def check(constraint: Check, value: Any, *, now: float = NOON, wire: bool = False) -> Any:
    """Return what is sent, or the rules that are broken."""
    report = Report(lambda: now, wire)
    sent = constraint.check(value, "it", report)
    return [(one.path, one.rule) for one in report.problems] or sent


def message(constraint: Check, value: Any) -> str:
    report = Report(lambda: NOON)
    constraint.check(value, "it", report)
    return report.problems[0].message


@pytest.mark.parametrize(
    ("constraint", "value"),
    [
        (String(), b"bytes"),
        (Integer(), True),
        (Integer(), 100.0),
        (Integer(), "100"),
        (Number(), float("nan")),
        (Number(), float("inf")),
        (Number(), True),
        (Boolean(), 1),
        (Flag(YES_NO), "1"),
        (Flag(YES_NO), 1.0),
        (Array(String()), "one id"),
        (Array(String()), b"one id"),
        (Array(String()), {"a", "set"}),
        (Array(String()), {"a": "mapping"}),
        (Array(String()), (letter for letter in "ab")),
        (Object({}), [("a", 1)]),
        (Day(), "2023-12-01"),
        (Day(), 1.0),
        (Day(), False),
        (Day(), datetime(2023, 12, 1)),
    ],
)
def test_a_value_of_another_type_breaks_type(constraint: Check, value: Any) -> None:
    assert check(constraint, value) == [("it", "type")]


@pytest.mark.parametrize(
    ("sequence", "sent"),
    [(["a"], ["a"]), (("a",), ["a"]), (deque(["a"]), ["a"]), (range(2), [0, 1])],
)
def test_any_sequence_serves_as_an_array(sequence: Any, sent: list[Any]) -> None:
    assert check(Array(Anything()), sequence) == sent


@pytest.mark.parametrize("kind", [dict, OrderedDict, MappingProxyType])
def test_any_mapping_serves_as_an_object(kind: Any) -> None:
    assert check(Object({"a": Integer()}), kind({"a": 1})) == {"a": 1}


def test_what_is_sent_does_not_change_with_the_callers_list() -> None:
    ids = ["a"]
    sent = check(Array(String()), ids)
    ids.append("b")
    assert sent == ["a"]


class Colour(str, Enum):  # noqa: UP042 -- as users write it; a StrEnum has another str()
    RED = "red"


class Level(IntEnum):
    LOW = 1


def test_members_of_text_and_number_enumerations_pass() -> None:
    assert check(String(enum={"red": "stop"}), Colour.RED) == "red"
    assert check(Integer(enum={1: "low"}), Level.LOW) == 1
    assert check(Array(String(min_length=1)), [Colour.RED]) == ["red"]


@pytest.mark.parametrize(("value", "sent"), [(True, 1), (False, 0), (1, 1), (0, 0)])
def test_a_flag_is_sent_as_0_or_1(value: Any, sent: int) -> None:
    result = check(Flag(YES_NO), value)
    assert result == sent
    assert type(result) is int


def test_over_the_wire_a_flag_is_a_number() -> None:
    assert check(Flag(YES_NO), True, wire=True) == [("it", "type")]


def test_lengths_count_characters_and_byte_limits_bytes() -> None:
    assert check(String(max_length=3), "群群群") == "群群群"
    assert check(String(max_bytes=8), "群群群") == [("it", "maxBytes")]
    assert check(String(min_bytes=9, max_bytes=9), "群群群") == "群群群"
    assert check(String(min_bytes=10), "群群群") == [("it", "minBytes")]


def test_a_lone_surrogate_breaks_no_byte_limit_by_a_crash() -> None:
    assert check(String(max_bytes=3), "\ud800") == "\ud800"


def test_each_wrong_element_is_named_by_its_index() -> None:
    found = check(Array(String(min_length=1), max_items=2), ["a", "", 7])
    assert found == [("it", "maxItems"), ("it[1]", "minLength"), ("it[2]", "type")]


@given(st.lists(st.one_of(st.text(max_size=4), st.none(), st.integers()), max_size=6))
def test_the_quick_look_at_texts_finds_what_the_slow_one_finds(values: list[Any]) -> None:
    texts = String(min_length=1, max_length=3)
    report = Report(lambda: NOON)
    for index, value in enumerate(values):
        texts.check(value, f"it[{index}]", report)
    slow = [(one.path, one.rule) for one in report.problems]
    assert check(Array(texts), values) == (slow or values)


def test_an_unknown_key_is_named_with_the_nearest_right_one() -> None:
    owners = Object({"userid_list": Array(String())})
    assert check(owners, {"userids_list": []}) == [("it.userids_list", "additionalProperties")]
    assert "did you mean 'userid_list'?" in message(owners, {"userids_list": []})


@pytest.mark.parametrize("key", ["partyid_list", "tagid_list", "department_list", "userid", "群"])
def test_a_key_that_is_another_word_is_answered_with_the_known_ones(key: str) -> None:
    owners = Object({"userid_list": Array(String())})
    assert message(owners, {key: []}).endswith("is not a known key; known ones: userid_list")


def test_an_open_object_takes_any_key() -> None:
    assert check(Object({}, additional_properties=True), {"x": [1]}) == {"x": [1]}


def test_a_missing_nested_field_is_named_at_its_own_path() -> None:
    nested = Object({"inner": Object({"name": String()}, required=("name",))})
    assert check(nested, {"inner": {}}) == [("it.inner.name", "required")]
    assert check(nested, {"inner": {"name": None}}) == [("it.inner.name", "required")]


def test_a_field_that_is_none_is_not_sent() -> None:
    assert check(Object({"a": Integer(), "b": Integer()}), {"a": None, "b": 0}) == {"b": 0}


def test_a_wrong_choice_is_answered_with_the_choices_and_their_meanings() -> None:
    said = message(Integer(enum={1: "plug-in", 2: "QR code"}), 3)
    assert said == "must be one of 1 (plug-in), 2 (QR code); is int 3"


@pytest.mark.parametrize(
    "value", ["x" * 10_000, 10**5000, ["x"] * 10_000], ids=["text", "number", "list"]
)
def test_messages_stay_short_whatever_was_passed(value: Any) -> None:
    assert len(message(Boolean(), value)) < 200


@pytest.fixture(params=["America/Los_Angeles", "Asia/Shanghai", "Pacific/Kiritimati", "UTC"])
def machine_zone(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = request.param
    time.tzset()
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


@pytest.mark.usefixtures("machine_zone")
class TestDaysWhateverTheMachinesZone:
    reach = Day(min_days_ago=1, max_days_ago=180)

    def test_a_date_is_sent_as_its_midnight_in_utc8(self) -> None:
        assert check(self.reach, date(2023, 12, 14)) == TODAY - DAY

    @pytest.mark.parametrize(
        "moment",
        [
            datetime(2023, 12, 14, 0, 0, tzinfo=UTC8),
            datetime(2023, 12, 14, 23, 59, 59, tzinfo=UTC8),
            datetime(2023, 12, 13, 16, 0, tzinfo=UTC),
            datetime(2023, 12, 14, 15, 59, tzinfo=UTC),
        ],
    )
    def test_an_aware_datetime_is_sent_as_the_midnight_of_its_utc8_day(
        self, moment: datetime
    ) -> None:
        assert check(self.reach, moment) == TODAY - DAY

    def test_seconds_are_sent_as_they_are(self) -> None:
        assert check(self.reach, TODAY - 1) == TODAY - 1

    def test_today_begins_at_midnight_in_utc8(self) -> None:
        assert check(self.reach, TODAY - 1, now=TODAY) == TODAY - 1
        assert check(self.reach, TODAY - 1, now=TODAY - 0.5) == [("it", "minDaysAgo")]

    def test_180_days_back_is_allowed_and_181_is_not(self) -> None:
        first = date(2023, 12, 15) - timedelta(days=180)
        assert check(self.reach, first) == TODAY - 180 * DAY
        assert check(self.reach, first - timedelta(days=1)) == [("it", "maxDaysAgo")]


@pytest.mark.parametrize(
    "extreme",
    [
        date.min,
        date.max,
        datetime.min.replace(tzinfo=timezone(timedelta(hours=14))),
        datetime.max.replace(tzinfo=timezone(timedelta(hours=-12))),
        10**30,
        -(10**30),
        10**5000,
        -(10**5000),
    ],
    ids=["first date", "last date", "first moment", "last moment", *"abcd"],
)
def test_days_at_the_ends_of_the_calendar_are_refused_without_a_crash(extreme: Any) -> None:
    assert check(Day(min_days_ago=1, max_days_ago=180), extreme) in (
        [("it", "minDaysAgo")],
        [("it", "maxDaysAgo")],
    )


SPAN = Object({"begin": Day(), "end": Day()}, rules=(NotBefore("end", "begin", 30),))


@pytest.mark.parametrize(
    ("begin", "end", "broken"),
    [
        (0, 0, None),
        (0, DAY - 1, None),
        (0, 30 * DAY, None),
        (0, 31 * DAY - 1, None),
        (0, 31 * DAY, "maxSpanDays"),
        (DAY, DAY - 1, "notBefore"),
        (DAY - 1, 0, None),
    ],
)
def test_a_span_is_counted_in_whole_days_of_utc8(begin: int, end: int, broken: str | None) -> None:
    sent = {"begin": TODAY + begin, "end": TODAY + end}
    assert check(SPAN, sent) == ([("it.end", broken)] if broken else sent)


def test_a_span_with_a_day_of_the_wrong_type_is_reported_once() -> None:
    assert check(SPAN, {"begin": "x", "end": TODAY}) == [("it.begin", "type")]
    assert check(SPAN, {"begin": TODAY}) == {"begin": TODAY}


@pytest.mark.parametrize(
    ("sent", "warned"),
    [
        ({"name": "a", "auto": 0}, True),
        ({"name": "a", "auto": 1}, False),
        ({"name": "a"}, False),
        ({"auto": 0}, False),
    ],
)
def test_a_field_that_will_be_ignored_gives_a_warning(sent: dict[str, Any], warned: bool) -> None:
    rule = IgnoredUnless("name", "auto", (1,), default=1)
    report = Report(lambda: NOON)
    constraint = Object({"name": String(), "auto": Flag(YES_NO)}, rules=(rule,))
    assert constraint.check(sent, "", report) == sent
    assert [(one.path, one.rule) for one in report.warnings] == [("name", "ignoredUnless")] * warned


@pytest.mark.parametrize("default", [None, 1, 3])
@pytest.mark.parametrize("kind", [None, 0, 1, 2, 3])
@pytest.mark.parametrize("values", [(1,), (1, 2)])
def test_a_field_counts_at_each_of_the_values_that_are_named(
    values: tuple[int, ...], kind: int | None, default: int | None
) -> None:
    rule = IgnoredUnless("name", "kind", values, default=default)
    constraint = Object({"name": String(), "kind": Integer()}, rules=(rule,))
    report = Report(lambda: NOON)
    constraint.check({"name": "a", "kind": kind}, "", report)
    counts = (default if kind is None else kind) in values
    needed = " or ".join(map(str, values))
    found = "left out" if default is None and kind is None else str(kind or default)
    found = "0" if kind == 0 else found
    said = f"the platform ignores it unless kind is {needed}; it is {found}"
    assert [one.message for one in report.warnings] == ([] if counts else [said])


KINDS: dict[str, Check] = {
    "kind": Integer(),
    "text": String(),
    "ids": Array(String()),
    "more": Object({}),
}


def ruled(*rules: Any) -> Object:
    return Object(KINDS, rules=rules)


@pytest.mark.parametrize(
    ("value", "is_given"),
    [
        ({"content": "a"}, True),
        ({"content": ""}, False),
        ({}, False),
        ({"content": None}, False),
        ({"more": {"ids": []}}, False),
        ({"more": {"ids": [""]}}, True),
        ({"content": "", "size": 0}, True),
        ({"is_big": False}, True),
    ],
)
def test_an_object_in_which_nothing_is_given_is_not_given(
    value: dict[str, Any], is_given: bool
) -> None:
    inner: dict[str, Check] = {
        "content": String(),
        "more": Object({"ids": Array(String())}),
        "size": Integer(),
        "is_big": Boolean(),
    }
    fields: dict[str, Check] = {"text": Object(inner), "other": String()}
    needed = Object(fields, rules=(RequiredUnlessGiven("text", ["other"]),))
    alone = Object(fields, rules=(ForbiddenWhenGiven("text", ["other"]),))
    assert (check(needed, {"text": value}) == [("it.text", "requiredUnlessGiven")]) is not is_given
    both = check(alone, {"text": value, "other": "a"})
    assert (both == [("it.text", "forbiddenWhenGiven")]) is is_given


@pytest.mark.parametrize("empty", ["", None])
def test_of_fields_of_which_one_is_needed_the_first_is_named(empty: str | None) -> None:
    rule = ruled(RequiredUnlessGiven("text", ("ids", "more")))
    report = Report(lambda: NOON)
    rule.check({"text": empty}, "", report)
    asked = "is required" if empty is None else "must not be empty"
    assert [str(one) for one in report.problems] == [
        f"text: {asked} unless ids or more is given [requiredUnlessGiven]"
    ]


@pytest.mark.parametrize(
    ("sent", "passes"),
    [
        ({}, False),
        ({"kind": 0}, False),
        ({"text": "a"}, True),
        ({"ids": ["a"]}, True),
        ({"ids": []}, False),
        ({"more": {}}, False),
        ({"text": "", "ids": ["a"]}, True),
    ],
)
def test_an_empty_value_is_none_of_those_of_which_one_is_needed(
    sent: dict[str, Any], passes: bool
) -> None:
    broken = [("it.text", "requiredUnlessGiven")]
    assert check(ruled(RequiredUnlessGiven("text", ("ids", "more"))), sent) == (
        sent if passes else broken
    )


def test_a_number_is_given_whatever_it_is() -> None:
    assert check(ruled(RequiredUnlessGiven("text", ("kind",))), {"kind": 0}) == {"kind": 0}


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"text": "a", "ids": ["a"]}, ["text: cannot be given together with ids"]),
        ({"text": "a", "ids": ["a"], "kind": 0}, ["text: cannot be given together with ids",
                                                  "text: cannot be given together with kind"]),
        ({"text": "", "ids": ["a"]}, []),
        ({"text": "a", "ids": []}, []),
        ({"ids": ["a"], "kind": 0}, []),
    ],
)  # fmt: skip
def test_what_excludes_another_field_is_reported_once_for_each(
    sent: dict[str, Any], said: list[str]
) -> None:
    report = Report(lambda: NOON)
    ruled(ForbiddenWhenGiven("text", ("ids", "kind"))).check(sent, "", report)
    told = [f"{one}; leave out one of them [forbiddenWhenGiven]" for one in said]
    assert [str(one) for one in report.problems] == told


@pytest.mark.parametrize(
    ("sent", "warned"),
    [
        ({"text": "a", "ids": ["a"]}, True),
        ({"text": "a", "ids": []}, False),
        ({"text": "a"}, False),
        ({"ids": ["a"]}, False),
    ],
)
def test_a_field_that_is_ignored_beside_another_gives_a_warning(
    sent: dict[str, Any], warned: bool
) -> None:
    report = Report(lambda: NOON)
    assert ruled(IgnoredWhenGiven("text", ("ids",))).check(sent, "", report) == sent
    assert [str(one) for one in report.warnings] == [
        "text: the platform ignores it where ids is given; leave out one of them [ignoredWhenGiven]"
    ] * warned
    assert report.problems == []


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"kind": 1}, "text: is required where kind is 1 [requiredWhen]"),
        ({"kind": 2}, "text: is required where kind is 2 [requiredWhen]"),
        ({}, "text: is required where kind is 2, as it is when left out [requiredWhen]"),
        ({"kind": 3}, ""),
        ({"kind": 1, "text": ""}, ""),
        ({"kind": 1, "text": "a"}, ""),
    ],
)
def test_a_field_that_is_required_at_a_value_is_missed_there(
    sent: dict[str, Any], said: str
) -> None:
    report = Report(lambda: NOON)
    ruled(RequiredWhen("text", "kind", (1, 2), default=2)).check(sent, "", report)
    assert [str(one) for one in report.problems] == [said] * bool(said)


@pytest.mark.parametrize("kind", [True, "1", [1], {1}, 1.5])
def test_a_value_of_another_type_is_none_at_which_a_field_is_required(kind: Any) -> None:
    found = check(ruled(RequiredWhen("text", "kind", (1, 2))), {"kind": kind})
    assert found == [("it.kind", "type")]


class Raising(Exception):
    pass


def raising(*_: Any, **__: Any) -> Any:
    raise Raising("of the caller's own")


def hostile(base: Any, *methods: str) -> Any:
    """Make a class whose methods raise."""
    return type("Hostile", (base,), dict.fromkeys(methods, raising))


class Pairs(Mapping[str, Any]):
    def __getitem__(self, key: str) -> Any:
        return {"name": "n"}[key]

    def __iter__(self) -> Iterator[str]:
        return iter(["name"])

    def __len__(self) -> int:
        return 1


NAMED = Object({"name": String(), "other": String()})

HOSTILE: dict[str, tuple[Any, Any]] = {
    "utcoffset of a datetime": (Day(), hostile(datetime, "utcoffset")(2026, 1, 1)),
    "toordinal of a date": (Day(), hostile(date, "toordinal")(2026, 1, 1)),
    "subtraction of a datetime": (Day(), hostile(datetime, "__sub__")(2026, 1, 1, tzinfo=UTC)),
    "repr of a datetime": (String(), hostile(datetime, "__repr__")(2026, 1, 1)),
    "len of a sequence": (Array(String()), hostile(deque, "__len__", "__iter__")("ab")),
    "iteration of a list": (Array(String()), hostile(list, "__iter__")("ab")),
    "repr of a text": (Integer(), hostile(str, "__repr__")("a")),
    "keys of a mapping": (NAMED, hostile(Pairs, "keys")()),
    "get of a mapping": (NAMED, hostile(Pairs, "get")()),
    "get of a dict": (NAMED, hostile(dict, "get", "keys")(name="n")),
    "class": (String(), type("Hostile", (), {"__class__": property(raising)})()),
}


@pytest.mark.parametrize(("field", "value"), HOSTILE.values(), ids=HOSTILE)
def test_what_an_object_raises_while_it_is_read_is_a_problem_beside_the_others(
    field: Any, value: Any
) -> None:
    schema = Object(
        {"first": Integer(), "it": field, "all": Array(field), "last": String()}, ["last"]
    )
    broken = check(schema, {"first": "x", "it": value, "all": [value]})
    places = ("it.first", "type"), ("it.it", "type"), ("it.all[0]", "type"), ("it.last", "required")
    assert broken == [*places]


@pytest.mark.parametrize(
    ("field", "value", "sent"),
    [
        (
            String(max_length=3),
            hostile(str, "__str__", "__len__", "__eq__", "__hash__")("red"),
            "red",
        ),
        (Integer(maximum=9), hostile(int, "__str__", "__int__", "__lt__", "__repr__")(7), 7),
        (Number(), hostile(float, "__str__", "__float__", "__repr__")(0.5), 0.5),
        (String(enum={"red": ""}), Colour.RED, "red"),
        (Integer(enum={1: ""}), Level.LOW, 1),
        (Flag({0: "", 1: ""}), Level.LOW, 1),
        (Array(String()), [Colour.RED, "blue"], ["red", "blue"]),
    ],
    ids=["str", "int", "float", "text of an enum", "number of an enum", "flag", "array"],
)
def test_the_value_that_was_checked_is_what_is_sent(field: Any, value: Any, sent: Any) -> None:
    came = check(field, value)
    assert came == sent
    parts = came if isinstance(came, list) else [came]
    assert {type(part) for part in parts} <= {str, int, float}
