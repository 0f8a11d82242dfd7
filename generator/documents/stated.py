"""What a document states of an operation, by field and rule: what checks compare and locks keep."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from .facts import HEADS, FieldFact, OperationFacts, Stated, chunk_hash
from .texts import as_json

ELEMENTS = "[]"
BOUNDS = {"string": "Length", "array": "Items", "integer": "imum", "number": "imum"}
"""How the bounds of a type end: `minLength`, `maxItems`, `maximum`."""
_RANGE = ("minDaysAgo", "maxDaysAgo")


class Statements:
    """Looks up what an operation's document says where a spec may say something else."""

    def __init__(self, facts: OperationFacts) -> None:
        """Take the operation as its document has it."""
        self.facts = facts
        token = {"access_token": facts.token} if facts.token else {}
        self.fields: Mapping[str, Mapping[str, FieldFact]] = {
            "request": {**{one.path: one for one in facts.request}, **token},
            "response": {one.path: one for one in facts.response},
        }

    def of(self, field: str, rule: str) -> Stated | None:
        """Return what the document states by a rule of a field, named as deviations name it."""
        side, _, path = field.partition(".")
        if side in self.fields and path:
            return self._of_field(side, path, rule)
        if field in HEADS:
            found: Stated | None = getattr(self.facts, field)
            return found
        if field == "quotas" and self.facts.quotas:
            rows = [[one.limit, one.time] for one in self.facts.quotas]
            return Stated(rows, self.facts.quotas[0].line)
        if field == "examples":
            examples = (self.facts.example_request, self.facts.example_response)
            line = next((one.line for one in examples if one), self.facts.line)
            return Stated([one.value if one else None for one in examples], line)
        return None

    def _of_field(self, side: str, path: str, rule: str) -> Stated | None:
        if rule == "nesting":
            nested = next((one for one in self.fields[side].values() if one.nested), None)
            return Stated(nested is not None, nested.line if nested else self.facts.line)
        is_of_elements = path.endswith(ELEMENTS)
        one = self.fields[side].get(path.replace(ELEMENTS, ""))
        if one is None or path.endswith(ELEMENTS * 2):
            return None
        readers = _OF_ELEMENTS if is_of_elements else _OF_FIELDS
        if rule in readers:
            value = readers[rule](one)
            return None if value is None else Stated(value, _line(one, rule))
        return None if is_of_elements else _limit(one, rule)

    def fingerprint(self, field: str, rule: str) -> str:
        """Return a hash of what the document states where a spec deviates; `-` for nothing."""
        found = self.of(field, rule)
        if found is None:
            return "-"
        value = sorted(map(str, found.value)) if rule == "enum" else found.value
        return chunk_hash(json.dumps(value, ensure_ascii=False))


def _line(one: FieldFact, rule: str) -> int:
    first = next((stated.line for stated in one.enum.values()), one.line)
    return first if rule in ("enum", "meaning") else one.line


def _limit(one: FieldFact, rule: str) -> Stated | None:
    """Return a limit; one of a field without a type was read as that of another type."""
    if rule not in one.limits and one.type is None and rule[3:] in BOUNDS.values():
        found = (one.limits.get(rule[:3] + end) for end in BOUNDS.values())
        return next((stated for stated in found if stated), None)
    return one.limits.get(rule)


_OF_FIELDS: Mapping[str, Callable[[FieldFact], Any]] = {
    "row": lambda one: one.origin,
    "required": lambda one: one.required,
    "in": lambda one: "query" if one.in_query else "body",
    "type": lambda one: one.type,
    "enum": lambda one: list(one.enum),
    "meaning": lambda one: sorted(f"{key} {said.value}" for key, said in one.enum.items()) or None,
    "range": lambda one: [one.limits[key].value for key in _RANGE if key in one.limits] or None,
    "reference": lambda one: [chunk for chunk, _ in one.text.chunks()] if one.text else None,
}
"""What a rule is about, where that is not the limit of its name."""
_OF_ELEMENTS: Mapping[str, Callable[[FieldFact], Any]] = {
    "type": lambda one: one.element_type,
    "enum": lambda one: list(one.enum) or None,
}
"""The same of the elements of an array."""


def words_of(one: FieldFact) -> Iterator[str]:
    """Yield in words what a document states of a field."""
    yield one.type or "type unknown"
    if one.required is not None:
        yield "required" if one.required else "optional"
    if one.origin != "table":
        yield f"from the {one.origin}" if one.origin == "example" else "no row of its own"
    for rule, stated in one.limits.items():
        value = stated.value
        yield f"{rule} {value if isinstance(value, str) else as_json(value)}"
    if one.enum:
        yield f"one of {', '.join(map(str, one.enum))}"
