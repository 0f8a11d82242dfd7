"""The good path of checks: it leaves to the constraint objects whatever is not plainly right."""

from __future__ import annotations

import copy
import linecache
import pickle
import subprocess
import sys
import threading
import traceback
from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import Enum, IntEnum
from types import MappingProxyType
from typing import Any

import pytest

from ..declarations import (
    Anything,
    Array,
    Boolean,
    Check,
    Day,
    Flag,
    IgnoredUnless,
    Integer,
    NotBefore,
    Number,
    Object,
    Report,
    String,
    accepted,
)
from ..model import module_of, needs
from .good_path import clock, each, held, one, warm

YES_NO = {0: "no", 1: "yes"}
DAY = 86400
TODAY = 1702569600
MANY = 40
"""More texts than are looked at one by one."""


def array(items: Check, **limits: Any) -> Array:
    return Array(items, **limits)


TEXTS = ["ab", *(f"ab{number}" for number in range(MANY))]

# For each class and argument: what keeps to it, and what breaks it and nothing else.
LIMITS: dict[tuple[type, str], tuple[Check, Any, Any]] = {
    (String, "min_length"): (String(min_length=2), "ab", "a"),
    (String, "max_length"): (String(max_length=2), "ab", "abc"),
    (String, "min_bytes"): (String(min_bytes=3), "群", "ab"),
    (String, "max_bytes"): (String(max_bytes=3), "群", "群a"),
    (String, "pattern"): (String(pattern="^a$"), "a", "a\n"),
    (String, "enum"): (String(enum={"a": ""}), "a", "b"),
    (String, "truncates_at"): (String(truncates_at=2), "ab", "abc"),
    (Integer, "minimum"): (Integer(minimum=2), 2, 1),
    (Integer, "maximum"): (Integer(maximum=2), 2, 3),
    (Integer, "multiple_of"): (Integer(multiple_of=5), 10, 12),
    (Integer, "enum"): (Integer(enum={1: ""}), 1, 2),
    (Number, "minimum"): (Number(minimum=0.5), 0.5, 0.4),
    (Number, "maximum"): (Number(maximum=0.5), 0.5, 1),
    (Number, "multiple_of"): (Number(multiple_of=0.01), 19.99, 0.005),
    (Number, "enum"): (Number(enum={0.5: ""}), 0.5, 1.5),
    (Flag, "enum"): (Flag(YES_NO), 1, 2),
    (Day, "min_days_ago"): (Day(min_days_ago=1), TODAY - 1, TODAY),
    (Day, "max_days_ago"): (Day(max_days_ago=1), TODAY - DAY, TODAY - DAY - 1),
    (Array, "items"): (array(Integer()), [1], ["a"]),
    (Array, "min_items"): (array(Integer(), min_items=2), [1, 2], [1]),
    (Array, "max_items"): (array(Integer(), max_items=2), [1, 2], [1, 2, 3]),
    (Array, "unique_items"): (array(Integer(), unique_items=True), [1, 2], [1, 1]),
    (Array, "items_agree_on"): (
        array(Anything(), items_agree_on="a"),
        [{"a": 1}, {"a": 1}, {}],
        [{"a": 1}, {"a": 2}],
    ),
    (Array, "max_items_with"): (
        array(Anything(), max_items_with=("a", {1: 1})),
        [{"a": 1}, {"a": 2}, {"a": 2}],
        [{"a": 1}, {"a": 1}],
    ),
    (Object, "properties"): (Object({"a": Integer()}), {"a": 1}, {"a": "a"}),
    (Object, "required"): (Object({"a": Integer()}, ["a"]), {"a": 1}, {}),
    (Object, "additional_properties"): (Object({"a": Integer()}), {"a": 1}, {"a": 1, "b": 1}),
    (Object, "rules"): (
        Object({"a": Integer(), "b": Integer()}, rules=[IgnoredUnless("a", "b", (1,))]),
        {"a": 1, "b": 1},
        {"a": 1},
    ),
}


def test_every_argument_of_every_constraint_has_its_limit_below() -> None:
    plain: list[Any] = [String, Integer, Flag, Number, Boolean, Anything, Day, Array]
    arguments = {(kind, key) for kind in plain for key in kind._fields}
    slots = {(Object, key) for key in Object.__slots__ if key != "accept"}
    assert LIMITS.keys() == arguments | slots


@pytest.mark.parametrize(
    ("check", "good", "bad"), LIMITS.values(), ids=[f"{c.__name__}.{k}" for c, k in LIMITS]
)
def test_a_value_passes_up_to_its_limit_alone(check: Check, good: Any, bad: Any) -> None:
    for schema, wrap in (
        (one(check), lambda value: {"it": value}),
        (one(array(check)), lambda value: {"it": [good, value]}),
        (one(array(check)), lambda value: {"it": [good] * MANY + [value]}),
        (one(Object({"deep": check}, ["deep"])), lambda value: {"it": {"deep": value}}),
    ):
        assert held(schema, wrap(good)) == wrap(good)
        assert held(schema, wrap(bad)) is None
        assert each(schema, wrap(bad))[1]


class Colour(str, Enum):  # noqa: UP042 -- as users write it; a StrEnum has another str()
    RED = "red"


class Level(IntEnum):
    LOW = 1


class Text(str):
    """A text that passes itself off as another."""

    def __len__(self) -> int:
        return 3

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return hash("a")


class Items(list[Any]):
    def __iter__(self) -> Any:
        return iter(["other"])

    def __len__(self) -> int:
        return 1


class Fields(dict[str, Any]):
    def __getitem__(self, key: str) -> Any:
        return "other"


@pytest.mark.parametrize(
    ("check", "value"),
    [
        (String(), Colour.RED),
        (String(min_length=1), Text("")),
        (String(enum={"a": ""}), Text("b")),
        (Integer(), Level.LOW),
        (Integer(), True),
        (Integer(), 1.0),
        (Number(), True),
        (Number(), float("nan")),
        (Flag(YES_NO), Level.LOW),
        (Flag(YES_NO), 1.0),
        (Boolean(), 1),
        (Day(), True),
        (Day(), datetime(2023, 12, 1, tzinfo=UTC)),
        (Array(String()), Items(["a"])),
        (Array(String()), "text"),
        (Array(String()), {"a": 1}),
        (Array(String(min_length=1)), [Text("")]),
        (Array(String(min_length=1)), ["a"] * MANY + [Text("")]),
        (Object({"a": String()}), Fields(a=1)),
        (Object({"a": String()}), OrderedDict(a="b")),
        (Object({"a": String()}), MappingProxyType({"a": "b"})),
    ],
    ids=repr,
)
def test_classes_of_the_callers_are_left_to_the_objects(check: Check, value: Any) -> None:
    schema = one(check)
    assert accepted(schema, {"it": value}, clock) is None


@pytest.mark.parametrize("key", [Text("b"), Colour.RED, 1, None, (), "it\n"])
def test_a_strange_key_is_an_unknown_one(key: Any) -> None:
    schema = warm(Object({"it": Integer(), "red": Integer()}, ["it"]))
    for value in ({"it": 1, key: 1}, {key: 1}, {"it": 1, "red": None, key: 1}):
        taken = accepted(schema, value, clock)
        assert taken is None or {type(name) for name in taken} == {str}
        held(schema, value)


def raising(*_: Any, **__: Any) -> Any:
    raise RuntimeError


def test_what_a_key_or_the_clock_raises_is_left_to_the_objects() -> None:
    hostile: Any = type("Hostile", (str,), {"__eq__": raising, "__hash__": lambda _: hash("it")})
    schema = warm(Object({"it": Day(min_days_ago=1)}))
    assert accepted(schema, {hostile("it"): 1}, clock) is None
    report = Report(raising)
    schema.check({"it": 1}, "", report)
    assert [problem.rule for problem in report.problems] == ["type"]


def test_what_was_looked_at_is_what_is_sent_whatever_the_caller_does_then() -> None:
    schema = warm(
        Object({"ids": Array(String()), "rows": Array(Array(Integer())), "x": Object({})})
    )
    value: dict[str, Any] = {"ids": ["a"], "rows": [[1], (2,)], "x": {}}
    sent = held(schema, value)
    value["ids"].append(7)
    value["rows"][0].append("x")
    value["x"]["y"] = object()
    assert sent == {"ids": ["a"], "rows": [[1], [2]], "x": {}}


def test_fields_are_sent_in_the_order_of_the_document() -> None:
    schema = warm(Object({"a": Integer(), "b": Integer(), "c": Integer()}, ["c"]))
    assert [*held(schema, {"c": 1, "b": 2, "a": None})] == ["b", "c"]
    assert [*held(schema, {"c": 1, "b": 2})] == ["b", "c"]


class Own:
    """A check of somebody's own."""

    def check(self, value: Any, path: str, report: Report) -> Any:
        report.problem(path, "own", "is never right")
        return value


class OwnRule:
    def check(self, sent: Mapping[str, Any], prefix: str, report: Report) -> None:
        report.problem(prefix + "it", "own", "is never right")


class LongText(String):
    """A constraint that means more than the one that it is made of."""

    def check(self, value: Any, path: str, report: Report) -> Any:
        report.problem(path, "own", "is never right")
        return value


def nested(check: Check, wrap: Callable[[Check], Check], times: int) -> Check:
    for _ in range(times):
        check = wrap(check)
    return check


@pytest.mark.parametrize(
    "schema",
    [
        Object({"it": Own()}),
        Object({"it": Array(Own())}),
        Object({"it": LongText()}),
        Object({"it": Anything()}, rules=[OwnRule()]),
    ],
)
def test_constraints_that_it_does_not_know_are_asked_themselves(schema: Object) -> None:
    for _ in range(3):
        value = {"it": ["a"] if isinstance(schema.properties["it"], Array) else "a"}
        assert accepted(schema, value, clock) is None
        assert [problem.rule for problem in each(schema, value)[1]] == ["own"]


@pytest.mark.parametrize("times", [5, 30, 250])
@pytest.mark.parametrize("wrap", [Array, lambda inner: Object({"it": inner})])
def test_any_depth_is_checked(times: int, wrap: Callable[[Check], Check]) -> None:
    schema = warm(Object({"it": nested(Integer(), wrap, times)}))
    assert accepted(schema, {"it": "x"}, clock) is None
    report = Report(clock)
    schema.check({"it": "x"}, "", report)
    assert [(problem.path, problem.rule) for problem in report.problems] == [("it", "type")]


TRICKY = ["it'];import os #", "a\nb", "\\", '"""', "{x}", "群", "\ud800", "\0", "value", "sent_1"]


@pytest.mark.parametrize("name", TRICKY)
def test_no_name_and_no_limit_becomes_code(name: str) -> None:
    pattern = String(pattern='^\'"""\\\\{x}\n$', enum={name: name})
    rules: list[Any] = [IgnoredUnless(name, name + "2", (name,)), NotBefore(name, name + "2", 3)]
    schema = warm(Object({name: String(), name + "2": pattern}, [name], rules=rules))
    assert accepted(schema, {name: "x", name + "2": "y"}, clock) is None
    for check in (String(), Integer(minimum=-(2**80), maximum=2**80), String(enum={name: ""})):
        fine: Any = 1 if isinstance(check, Integer) else name
        assert held(warm(Object({name: check})), {name: fine}) == {name: fine}


def test_threads_that_need_it_at_the_same_time_all_get_it() -> None:
    start = threading.Barrier(8)
    schema = Object({f"f{number}": Integer(maximum=number) for number in range(60)})
    found: list[Any] = []

    def use() -> None:
        start.wait()
        for _ in range(5):
            found.append([accepted(schema, {"f7": number}, clock) for number in (7, 8)])

    threads = [threading.Thread(target=use) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    right = [{"f7": 7}, None]
    # The very first looks of all leave it to the objects.
    assert found.count(right) + found.count([None, None]) == 40
    assert found[-1] == right


def test_a_copy_of_an_object_checks_the_same() -> None:
    schema = one(Integer(maximum=3))
    for copied in (copy.copy(schema), copy.deepcopy(schema), pickle.loads(pickle.dumps(schema))):
        assert repr(copied) == repr(schema)
        assert held(warm(copied), {"it": 3}) == {"it": 3}
        assert held(copied, {"it": 4}) is None


class Interrupt(BaseException):
    """What a signal's handler may raise."""


def test_a_traceback_through_it_shows_its_lines() -> None:
    def interrupted() -> float:
        raise Interrupt

    schema = one(Day(min_days_ago=1))
    with pytest.raises(Interrupt) as caught:
        accepted(schema, {"it": 1}, interrupted)
    frame = traceback.extract_tb(caught.tb)[-2]
    assert frame.name == "accept"
    assert frame.line is not None
    assert "clock()" in frame.line


def test_checks_that_are_made_again_and_again_fill_no_memory() -> None:
    before = len(linecache.cache)
    for _ in range(20):
        one(Integer(maximum=77))
    assert len(linecache.cache) <= before + 1


@needs("list")
def test_one_call_of_an_operation_compiles_nothing() -> None:
    program = (
        "import sys; from wecom_client.externalcontact.groupchat import list as l;"
        "made = lambda: 'wecom_client._runtime.check_compiler' in sys.modules;"
        "l.build_request(1); first = made(); l.build_request(1); print(first, made())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True"]


@needs("list")
def test_the_request_is_the_same_at_every_use() -> None:
    build = module_of("list").build_request
    made = [build(1, cursor="c", owner_filter={"userid_list": ("a",)}) for _ in range(3)]
    assert made[0] == made[1] == made[2]
    assert len({one.encode() for one in made}) == 1
    assert made[0].params is not made[1].params
