"""Facts to draft specs: every fact of the document, none of its sentences, and what to decide."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from operator import ge, le
from typing import Any

from ..naming import IDENTIFIER, PATH_PART
from .facts import FieldFact, OperationFacts, Stated
from .tables import type_of
from .yamltext import Noted, dump

_ORDER = (
    "format", "minimum", "maximum", "minLength", "maxLength", "minBytes", "maxBytes", "minItems",
    "maxItems", "truncatesAt", "ignoredUnless", "minDaysAgo", "maxDaysAgo", "maxSpanDays",
    "default", "defaultFrom",
)  # fmt: skip
_FITTING = {
    "string": {"minLength", "maxLength", "minBytes", "maxBytes", "truncatesAt", "default"},
    "integer": {
        "minimum",
        "maximum",
        "default",
        "format",
        "minDaysAgo",
        "maxDaysAgo",
        "maxSpanDays",
    },
    "number": {"minimum", "maximum", "default"},
    "boolean": {"default"},
    "array": {"minItems", "maxItems"},
    "object": set[str](),
}
_CODE = re.compile(r"(?<!\d)(?:错误码|报错|返回码?|errcode)\s*:?\s*(\d{5,6})(?!\d)")
_ANSWERED = frozenset({"errcode", "errmsg"})


@dataclass
class Draft:
    """A spec in the making: its text and what a human has to look at."""

    operation: str
    text: str
    decisions: list[str] = field(default_factory=list)


def draft(facts: OperationFacts, group: str, known_codes: Iterable[int]) -> Draft:
    """Return the draft spec of an operation."""
    return _Drafter(facts, group, frozenset(known_codes)).draft()


@dataclass
class _Tree:
    """A field with those below it."""

    name: str
    fact: FieldFact
    inner: dict[str, _Tree] = field(default_factory=dict)


class _Drafter:
    def __init__(self, facts: OperationFacts, group: str, known_codes: frozenset[int]) -> None:
        self.facts = facts
        self.group = group
        self.known_codes = known_codes
        self.decisions: list[str] = []
        self.deviations: list[dict[str, str]] = []

    def draft(self) -> Draft:
        """Write everything that the document states."""
        facts = self.facts
        data: dict[str, Any] = {
            "title": facts.title.value if facts.title else facts.name,
            "summary": self._to_write(
                "summary", f"{facts.name}: summary to be written", facts.line
            ),
            "page": facts.page.value if facts.page else self._no_page(),
        }
        if facts.updated:
            data["updated"] = facts.updated.value
        data["method"] = self._method()
        data["repeatable"] = Noted(
            False,
            "decide: may the call be sent again when its outcome is unknown? true only where twice "
            "is as good as once",
        )
        self._decide("repeatable: is an unknown outcome safe to repeat?")
        is_query = data["method"] == "GET"
        for side, fields in (("request", facts.request), ("response", facts.response)):
            data[side] = self._fields(side, fields)
        failures = self._failures()
        if failures:
            data["failures"] = Noted(failures, "decide: does this list the elements that failed?")
        self._rest(data)
        if is_query and any(one.type in ("array", "object") for one in facts.request):
            self._decide("a GET query cannot hold arrays or objects: how are they sent?")
        if self.deviations:
            data["deviations"] = self.deviations
        depth = self.group.count("/") + 1
        head = f"# yaml-language-server: $schema={'../' * depth}spec.schema.json\n"
        return Draft(facts.name, head + dump(data), self.decisions)

    def _decide(self, what: str) -> None:
        if what not in self.decisions:
            self.decisions.append(what)

    def _to_write(self, what: str, placeholder: str, line: int) -> Noted:
        self._decide(f"{what}: own words")
        return Noted(placeholder, f"write in your own words (document, line {line})")

    def _no_page(self) -> Noted:
        self._decide("page: the document names none")
        self._deviate("page", "page", "absent", "no address of a page was found")
        return Noted("https://developer.work.weixin.qq.com/document", "decide: the page's address")

    def _method(self) -> Any:
        if self.facts.method:
            return self.facts.method.value
        self._decide("method: the document states none; POST is taken")
        return Noted("POST", "decide: the document states no method")

    def _deviate(self, path: str, rule: str, document: str, reason: str) -> None:
        self.deviations.append(
            {
                "field": path,
                "rule": rule,
                "document": document,
                "reason": reason,
                "source": "draft made from the document",
            }
        )

    def _fields(self, side: str, fields: tuple[FieldFact, ...]) -> dict[str, Any]:
        roots: dict[str, _Tree] = {}
        nodes: dict[str, _Tree] = {}
        for one in sorted(fields, key=lambda each: each.path.count(".")):
            above, _, name = one.path.rpartition(".")
            if IDENTIFIER.fullmatch(name) is None or (side == "response" and one.path in _ANSWERED):
                continue
            tree = _Tree(name, one)
            nodes[one.path] = tree
            if above in nodes:
                nodes[above].inner[name] = tree
            elif not above:
                roots[name] = tree
        order = {one.path: index for index, one in enumerate(fields)}
        in_order = sorted(roots.values(), key=lambda tree: order[tree.fact.path])
        return {tree.name: self._field(side, tree, roots) for tree in in_order}

    def _field(
        self, side: str, tree: _Tree, siblings: Mapping[str, _Tree]
    ) -> dict[str, Any] | Noted:
        fact = tree.fact
        path = f"{side}.{fact.path}"
        kind, comment = self._kind(path, tree)
        data: dict[str, Any] = {"type": kind}
        if side == "request" and fact.required:
            data["required"] = True
        self._origin(path, fact)
        if fact.enum:
            self._decide(f"{path}: meanings of its values")
            data["enum"] = {
                value: f"meaning to be written (document, line {meaning.line})"
                for value, meaning in fact.enum.items()
            }
        self._limits(side, path, fact, kind, data, siblings)
        is_needed_text = side == "request" and kind == "string" and fact.required
        if is_needed_text and "minLength" not in data and not fact.enum:
            data["minLength"] = 1
            self._deviate(path, "minLength", "absent", "An empty text is as good as none.")
        if side == "response" and "condition" in fact.limits:
            self._decide(f"{path}: when it is present")
            data["condition"] = (
                f"condition to be written (document, line {fact.limits['condition'].line})"
            )
        self._inside(side, path, tree, kind, data)
        return Noted(data, comment) if comment else data

    def _origin(self, path: str, fact: FieldFact) -> None:
        if fact.origin == "example" and "." not in fact.path:
            self._deviate(path, "row", "in the example alone", "The example has it.")
        if fact.nested and fact.path.count(".") == 1:
            home = path.rpartition(".")[0]
            if not any(
                one["field"] == home and one["rule"] == "nesting" for one in self.deviations
            ):
                self._deviate(home, "nesting", "the table lists it beside", "The example nests it.")

    def _kind(self, path: str, tree: _Tree) -> tuple[str, str]:
        if tree.inner and tree.fact.type not in ("array", "object"):
            return "object", ""
        if tree.fact.type is not None:
            return tree.fact.type, ""
        self._decide(f"{path}: its type")
        return "string", "decide: neither a table nor the example states the type"

    def _limits(
        self,
        side: str,
        path: str,
        fact: FieldFact,
        kind: str,
        data: dict[str, Any],
        siblings: Mapping[str, _Tree],
    ) -> None:
        limits = {rule: fact.limits[rule] for rule in _ORDER if rule in fact.limits}
        if {"minDaysAgo", "maxDaysAgo", "maxSpanDays"} & limits.keys() and kind == "integer":
            data["format"] = "day"
            if "format" not in limits:
                self._deviate(path, "format", "absent", "Its limits are days.")
        for rule, stated in limits.items():
            if not self._fits(rule, stated, kind, fact, siblings):
                self._deviate(path, rule, str(stated.value), "It does not fit the field's type.")
                self._decide(f"{path}: {rule} {stated.value} does not fit")
            elif rule == "maxSpanDays":
                first = next(name for name, one in siblings.items() if "format" in one.fact.limits)
                data["notBefore"], data[rule] = first, stated.value
            else:
                data[rule] = stated.value

    def _fits(
        self, rule: str, stated: Stated, kind: str, fact: FieldFact, siblings: Mapping[str, _Tree]
    ) -> bool:
        value = stated.value
        if rule == "defaultFrom":
            return value in siblings and value != fact.path
        if rule == "ignoredUnless":
            other = siblings.get(next(iter(value)))
            return other is not None and other.name != fact.path and _may_be(other.fact, value)
        if rule == "default":
            return (
                type_of([value]) == kind
                and (not fact.enum or value in fact.enum)
                and all(
                    limit not in fact.limits or holds(value, fact.limits[limit].value)
                    for limit, holds in _BOUNDS.items()
                    if kind in ("integer", "number")
                )
            )
        return rule in _FITTING.get(kind, set())

    def _inside(self, side: str, path: str, tree: _Tree, kind: str, data: dict[str, Any]) -> None:
        inner = {name: self._field(side, one, tree.inner) for name, one in tree.inner.items()}
        if kind == "object":
            data.update({"properties": inner} if inner else {"additionalProperties": True})
            if not inner:
                self._decide(f"{path}: an object of which nothing is known")
        if kind == "array":
            if inner:
                data["items"] = {"type": "object", "properties": inner}
                return
            element = type_of(_elements(self._example(side), tree.fact.path)) or "string"
            items: dict[str, Any] = {"type": element}
            if element == "object":
                items["additionalProperties"] = True
            elif element == "array":
                items["items"] = {"type": "string"}
            elif element == "string" and side == "request":
                items["minLength"] = 1
                self._deviate(f"{path}[]", "minLength", "absent", "An empty text names nothing.")
            data["items"] = items

    def _example(self, side: str) -> Any:
        stated = self.facts.example_request if side == "request" else self.facts.example_response
        return stated.value if stated else None

    def _failures(self) -> dict[str, str] | None:
        fields = {one.path: one for one in self.facts.response}
        for path, one in fields.items():
            if one.type == "array" and "." not in path and f"{path}.errcode" in fields:
                keys = [
                    each.path.rpartition(".")[2]
                    for each in fields.values()
                    if each.path.startswith(f"{path}.") and each.type == "string"
                ]
                keys = [key for key in keys if key != "errmsg"]
                if keys:
                    return {"field": path, "key": keys[0]}
        return None

    def _rest(self, data: dict[str, Any]) -> None:
        facts = self.facts
        codes = sorted(self._codes())
        known = [code for code in codes if code in self.known_codes]
        if known:
            data["errors"] = known
        for code in sorted(set(codes) - self.known_codes):
            self._decide(f"errors: {code} is not in errors.yaml")
        if facts.quotas:
            self._decide("quotas: what is counted")
            data["quotas"] = [
                {
                    "limit": one.limit,
                    **({"days": one.days} if one.days is not None else {}),
                    "scope": f"scope to be written (document, line {one.line})",
                }
                for one in facts.quotas
            ]
        if "permission" in facts.texts or facts.permissions:
            self._decide("permissions: own words")
        examples = {
            side: stated.value
            for side, stated in (
                ("request", facts.example_request),
                ("response", facts.example_response),
            )
            if stated is not None and isinstance(stated.value, dict)
        }
        if examples:
            data["examples"] = examples

    def _codes(self) -> set[int]:
        texts = [one.text for proses in self.facts.texts.values() for one in proses]
        texts += [one.text.text for one in self.facts.request if one.text]
        found = {int(code) for text in texts for code in _CODE.findall(text)}
        return found | {code for code in _errcodes(self._example("response")) if code}


_BOUNDS: Mapping[str, Callable[[Any, Any], bool]] = {"minimum": ge, "maximum": le}


def _may_be(other: FieldFact, condition: Mapping[str, Any]) -> bool:
    value = next(iter(condition.values()))
    if other.enum:
        return value in other.enum
    return other.type is None or type_of([value]) == other.type


def _elements(example: Any, path: str) -> list[Any]:
    values = [example]
    for part in path.split("."):
        inner = [one for value in values for one in (value if isinstance(value, list) else [value])]
        values = [one[part] for one in inner if isinstance(one, dict) and part in one]
    return [one for value in values if isinstance(value, list) for one in value]


def _errcodes(example: Any) -> Iterable[int]:
    if isinstance(example, dict):
        code = example.get("errcode")
        if type(code) is int:
            yield code
        for value in example.values():
            yield from _errcodes(value)
    elif isinstance(example, list):
        for value in example:
            yield from _errcodes(value)


def is_usable(name: str) -> bool:
    """Say whether an operation of this name can have a spec."""
    return PATH_PART.fullmatch(name) is not None
