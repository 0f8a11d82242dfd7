"""The records of the package are tuples that behave as named tuples of the standard library do."""

from __future__ import annotations

import copy
import pickle
import typing
from collections.abc import Callable
from typing import Any

import pytest

from wecom_client import HookCall

from ..exchange import Reply


class Theirs(typing.NamedTuple):
    operation: str
    attempt: int
    outcome: str | None = None
    errcode: int = 0
    duration: float = 0.0
    hint: str | None = None


BOTH: list[Any] = [HookCall, Theirs]

ASKED: list[Callable[[Any], object]] = [
    lambda cls: cls("a", 1),
    lambda cls: cls("a", 1, "lost"),
    lambda cls: cls("a", 1, "lost", 7, 0.5, "hint"),
    lambda cls: cls(hint=[3], attempt=1, operation="a"),
    lambda cls: cls("a", 1, hint="b"),
    lambda cls: cls("a", 1)._replace(outcome="x"),
    lambda cls: cls("a", 1)._asdict(),
    lambda cls: cls("a", 1) == cls("a", 1, None) == ("a", 1, None, 0, 0.0, None),
    lambda cls: cls("a", 1) < cls("a", 2),
    lambda cls: hash(cls("a", 1)),
    lambda cls: [*cls("a", 1)],
    lambda cls: cls("a", 1)[1],
    lambda cls: cls._fields,
    lambda cls: cls._field_defaults,
    lambda cls: cls.__match_args__,
    lambda cls: repr(cls("a", 1, outcome="b")).partition("(")[2],
    lambda cls: pickle.loads(pickle.dumps(cls("a", 1))) == cls("a", 1),
    lambda cls: type(pickle.loads(pickle.dumps(cls("a", 1)))) is cls,
    lambda cls: copy.deepcopy(cls("a", 1, hint=[1])).hint,
    lambda cls: hasattr(cls("a", 1), "__dict__"),
]


@pytest.mark.parametrize("asked", ASKED, ids=range(len(ASKED)))
def test_it_answers_as_the_standard_library_does(asked: Callable[[Any], object]) -> None:
    ours, theirs = (asked(cls) for cls in BOTH)
    assert ours == theirs


@pytest.mark.parametrize(
    "wrong",
    [
        lambda cls: cls(),
        lambda cls: cls(1, 2, 3, 4, 5, 6, 7),
        lambda cls: cls("a", 1, attempt=2),
        lambda cls: cls("a", 1, fourth=2),
        lambda cls: cls("a", outcome="b"),
    ],
    ids=["none", "many", "twice", "unknown", "missing"],
)
@pytest.mark.parametrize("cls", BOTH)
def test_wrong_fields_are_refused(cls: Any, wrong: Callable[[Any], object]) -> None:
    with pytest.raises(TypeError):
        wrong(cls)


def test_opaque_ones_are_equal_however_their_fields_were_given() -> None:
    first = Reply(200, b"x")
    for other in (
        Reply(200, b"x", ""),
        Reply(200, body=b"x"),
        Reply(flaw="", body=b"x", status=200),
    ):
        assert (other, hash(other), other._asdict()) == (first, hash(first), first._asdict())
    assert Reply(200, b"x", "cut") != first


@pytest.mark.parametrize("args", [(), (200,), (200, b"x", "", 4)], ids=len)
def test_opaque_ones_refuse_wrong_fields(args: Any) -> None:
    with pytest.raises(TypeError):
        Reply(*args)


@pytest.mark.parametrize("cls", BOTH)
@pytest.mark.parametrize("name", ["attempt", "another"])
def test_fields_cannot_be_set(cls: Any, name: str) -> None:
    with pytest.raises(AttributeError):
        setattr(cls("a", 1), name, 2)


def test_a_pattern_matches_by_place() -> None:
    match HookCall("a", 1):
        case HookCall(operation, attempt):
            assert (operation, attempt) == ("a", 1)
        case _:
            pytest.fail("did not match")
