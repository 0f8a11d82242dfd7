"""What a spec states below the key of a job, and the fields of the operation that it names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..model import ErrorCode, Field, JobBase, Operation, Pagination, named
from ..problems import Location, Problem

PLAIN = ("string", "integer")


@dataclass
class Statement:
    """One key of a spec, such as `pagination`.

    A field whose type is missing, which is a problem of its own, is here as if it were not there.
    """

    key: str
    data: Mapping[str, Any]
    operation: Operation
    """With the jobs of the keys before."""
    errors: Mapping[int, ErrorCode]
    problems: list[Problem] = field(default_factory=list)

    def common(self, kind: type[JobBase], *left_out: str, **facts: Any) -> dict[str, Any]:
        """Return what every job says of itself; `left_out` are parameters that it does not have."""
        lists = {key: tuple(value) for key, value in self.data.items() if isinstance(value, list)}
        return {
            "name": kind.method.format(self.operation.name),
            "stated": {**self.data, **lists},
            "fields": tuple(one for one in self.operation.request if one.name not in left_out),
            "replaced": None,
            "argument": self.data.get("argument", ""),
            "records": None,
            **facts,
        }

    @property
    def pages(self) -> Pagination | None:
        """How the operation's answer comes in pages, if it does."""
        return next((one for one in self.operation.jobs if isinstance(one, Pagination)), None)

    def has(self, *keys: str) -> bool:
        """Whether all keys are there; the schema has a problem for each that is not."""
        return set(keys) <= self.data.keys()

    def problem(self, key: str, message: str) -> None:
        """Report what is wrong with a key of the job; without one, with the job."""
        place = self.operation.places[f"{self.key}.{key}".rstrip(".")]
        self.problem_at(place, message)

    def problem_at(self, place: Location, message: str) -> None:
        """Report what is wrong at a place."""
        self.problems.append(Problem(place, message))

    def parameter(self, key: str, name: str | None = None) -> Field | None:
        """Return the parameter that a key names; a problem where there is none."""
        return self._field(key, name or self.data[key], self.operation.request, "request")

    def answer(self, key: str) -> Field | None:
        """Return the field of the answer that a key names; a problem where there is none."""
        return self._field(key, self.data[key], self.operation.response, "answer")

    def _field(self, key: str, name: str, fields: Iterable[Field], side: str) -> Field | None:
        found = named(fields, name)
        if found is None:
            known = ", ".join(one.name for one in fields) or "nothing"
            self.problem(key, f"{key!r} names {name!r}; the {side} has: {known}")
        return found if found is not None and found.type else None

    def elements(self, key: str) -> None:
        """Report a path, names joined by dots, that leads to no array of plain values."""
        fields, found = self.operation.response, None
        for name in self.data[key].split("."):
            found = self._field(key, name, fields, "answer")
            if found is None:
                return
            fields = found.properties
        items = found.items if found is not None and found.type == "array" else None
        if items is None or items.type not in ("", *PLAIN):
            text = f"{key!r} names {self.data[key]!r}, which is not an array of strings or integers"
            self.problem(key, text)

    def check_codes(self, key: str) -> None:
        """Report codes that the error table lacks."""
        for code in self.data.get(key, ()):
            if code not in self.errors:
                text = f"the error code {code} is not in errors.yaml; add it there with its meaning"
                self.problem(key, text)

    def records(self, *plain: str) -> Field | None:
        """Return the field that `items` names: an array of records, or of these types."""
        found = self.answer("items")
        elements = found.items if found is not None and found.type == "array" else None
        if found is None or (elements is not None and not elements.type):
            return None
        if elements is not None and (elements.type in plain or elements.properties):
            return found
        kinds = "objects, strings or integers" if plain else "objects"
        self.problem("items", f"'items' names {found.name!r}, which is not an array of {kinds}")
        return None

    def check_repeatable(self) -> None:
        """Report an operation whose calls must not be sent again."""
        if not self.operation.repeatable:
            self.problem(
                "",
                f"{self.key!r} makes calls that are sent again when their outcome is unknown; it "
                "needs 'repeatable: true'",
            )

    def check_array(self, one: Field) -> None:
        """An array of any length is cut into calls and put together again by its elements."""
        if not one.max_items:
            text = f"{one.name!r} needs a 'maxItems' of 1 or more: how many a call takes"
            self.problem("parameter", text)
        if (one.min_items or 0) > 1:
            text = f"{one.name!r} has 'minItems' {one.min_items}, but the last call may have 1"
            self.problem("parameter", text)
        if one.items is None or one.items.type not in ("", *PLAIN):
            text = f"the elements of {one.name!r} are neither strings nor integers"
            self.problem("parameter", text)
