"""Our quick named tuples behave as those of the standard library do."""

from __future__ import annotations

import copy
import pickle
import typing
from collections.abc import Callable
from typing import Any

import pytest

from wecom_client._runtime import named


class Ours(named.Named):
    first: int
    second: str = "two"
    third: Any = None

    @property
    def both(self) -> str:
        return f"{self.first} {self.second}"


class Theirs(typing.NamedTuple):
    first: int
    second: str = "two"
    third: Any = None

    @property
    def both(self) -> str:
        return f"{self.first} {self.second}"


BOTH: list[Any] = [Ours, Theirs]

ASKED: list[Callable[[Any], object]] = [
    lambda cls: cls(1),
    lambda cls: cls(1, "b", [3]),
    lambda cls: cls(third=3, first=1),
    lambda cls: cls(1, third=3),
    lambda cls: cls(1)._replace(second="x"),
    lambda cls: cls(1)._asdict(),
    lambda cls: cls(1).both,
    lambda cls: cls(1) == cls(1, "two", None) == (1, "two", None),
    lambda cls: cls(1) < cls(2),
    lambda cls: hash(cls(1)),
    lambda cls: [*cls(1)],
    lambda cls: cls(1)[1],
    lambda cls: cls._fields,
    lambda cls: cls._field_defaults,
    lambda cls: cls.__match_args__,
    lambda cls: repr(cls(1, second="b")).partition("(")[2],
    lambda cls: pickle.loads(pickle.dumps(cls(1))) == cls(1),
    lambda cls: type(pickle.loads(pickle.dumps(cls(1)))) is cls,
    lambda cls: copy.deepcopy(cls(1, third=[1])).third,
    lambda cls: hasattr(cls(1), "__dict__"),
]


@pytest.mark.parametrize("asked", ASKED, ids=range(len(ASKED)))
def test_it_answers_as_the_standard_library_does(asked: Callable[[Any], object]) -> None:
    ours, theirs = (asked(cls) for cls in BOTH)
    assert ours == theirs


@pytest.mark.parametrize(
    "wrong",
    [
        lambda cls: cls(),
        lambda cls: cls(1, 2, 3, 4),
        lambda cls: cls(1, first=2),
        lambda cls: cls(1, fourth=2),
        lambda cls: cls(second="b"),
    ],
    ids=["none", "many", "twice", "unknown", "missing"],
)
@pytest.mark.parametrize("cls", BOTH)
def test_wrong_fields_are_refused(cls: Any, wrong: Callable[[Any], object]) -> None:
    with pytest.raises(TypeError):
        wrong(cls)


@pytest.mark.parametrize("cls", BOTH)
def test_fields_cannot_be_set(cls: Any) -> None:
    with pytest.raises(AttributeError):
        cls(1).first = 2
    with pytest.raises(AttributeError):
        cls(1).fourth = 2


def test_a_pattern_matches_by_place() -> None:
    match Ours(1, "b"):
        case Ours(first, second):
            assert (first, second) == (1, "b")
        case _:
            pytest.fail("did not match")
