"""Facts against the specs' model, both ways: every difference, with both places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from ..model import Field, Group, Operation
from ..problems import Location
from ..spec.constraints import CONSTRAINTS
from .blocks import fold
from .facts import HEADS, DocumentFacts, FieldFact, OperationFacts, Stated
from .lock import Lock, fingerprint
from .texts import TOKEN, TYPE_MARK, Texts, changes, count, sentences, texts_of

_EVERY_ANSWER = ("errcode", "errmsg")
_LIMITS = [key for key, row in CONSTRAINTS.items() if row.in_documents and key != "enum"]
_BOUNDS = {"string": "Length", "array": "Items", "integer": "imum", "number": "imum"}


@dataclass(frozen=True)
class Side:
    """What one side says, and where."""

    value: Any
    line: int
    file: str = ""


@dataclass(frozen=True)
class Finding:
    """One difference; a side is None where it says nothing."""

    operation: str
    field: str
    rule: str
    document: Side | None
    spec: Side | None


@dataclass(frozen=True)
class Conformance:
    """What a comparison came to."""

    matched: tuple[str, ...]
    missing_in_specs: tuple[str, ...]
    missing_in_document: tuple[str, ...]
    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...]


def compare(facts: DocumentFacts, group: Group, lock: Lock) -> Conformance:
    """Compare a document's facts with the operations of a group."""
    specs = {operation.name: operation for operation in group.operations}
    documents = {operation.name: operation for operation in facts.operations}
    matched = tuple(name for name in documents if name in specs)
    holders = [_Holder(documents[name], specs[name], lock) for name in matched]
    findings: list[Finding] = []
    if matched:
        module: Texts = {"notes": sentences(facts.texts)}
        findings += _texts(group.path, module, lock.texts.get("", {}), {"notes"}, 1)
    for holder in holders:
        holder.compare()
        findings += holder.findings
    return Conformance(
        matched,
        tuple(name for name in documents if name not in specs),
        tuple(name for name in specs if name not in documents),
        tuple(findings),
        tuple(one for holder in holders for one in holder.accepted),
    )


class _Holder:
    """Compares one operation."""

    def __init__(self, facts: OperationFacts, spec: Operation, lock: Lock) -> None:
        self.facts = facts
        self.spec = spec
        self.lock = lock
        self.findings: list[Finding] = []
        self.accepted: list[Finding] = []
        self.deviating = {(one.field, one.rule) for one in spec.deviations}
        self.known = lock.deviations.get(spec.name, {})
        self.texts = texts_of(facts)
        self.known_texts = lock.texts.get(spec.name, {})
        self.held = {
            place
            for place in (*self.texts, *self.known_texts)
            if not place.startswith(("request.", "response."))
        }

    def compare(self) -> None:
        """Compare everything that both sides state."""
        self._heads()
        self._examples()
        self._side("request", self.facts.request, self.spec.request)
        self._side("response", self.facts.response, self.spec.response)
        self._token()
        self._quotas()
        self.findings += _texts(
            self.spec.name, self.texts, self.known_texts, self.held, self.facts.line
        )
        self._stale_deviations()

    def _report(
        self, field: str, rule: str, stated: Stated | None, spec: Location | None, value: Any
    ) -> bool:
        """Note a difference, accepted where a deviation still describes the document; say if so."""
        document = Side(stated.value, stated.line) if stated is not None else None
        side = Side(value, spec.line, spec.file) if spec is not None else None
        deviation = _deviation(field, rule)
        is_accepted = deviation in self.deviating and self._describes(*deviation)
        target = self.accepted if is_accepted else self.findings
        target.append(Finding(self.spec.name, field, rule, document, side))
        return is_accepted

    def _place(self, key: str) -> Location:
        return self.spec.places.get(key, self.spec.location)

    def _describes(self, field: str, rule: str) -> bool:
        known = self.known.get(f"{field} {rule}")
        return known is None or known == fingerprint(self.facts, field, rule)

    def _token(self) -> None:
        """Hold the row of the token, which every operation has and no spec lists."""
        token = self.facts.token
        if token is None:
            if TOKEN in self.known_texts:
                self._report(TOKEN, "row", None, self.spec.location, "implied")
            return
        self.held.add(TOKEN)
        if token.required is False:
            self._report(TOKEN, "required", Stated(False, token.line), self.spec.location, True)

    def _heads(self) -> None:
        for key in HEADS:
            found: Stated | None = getattr(self.facts, key)
            value = " ".join(getattr(self.spec, key).split())
            if found is None and (key in ("method", "path") or (key == "updated" and not value)):
                continue
            if found is None or _folded(found.value) != _folded(value):
                self._report(key, "value", found, self._place(key), value)

    def _examples(self) -> None:
        for side in ("request", "response"):
            found: Stated | None = getattr(self.facts, f"example_{side}")
            value: Mapping[str, Any] = getattr(self.spec, f"example_{side}")
            if (found.value if found else {}) != value:
                document = Stated(_difference(found.value, value), found.line) if found else None
                said = None if found else "an example"
                self._report(f"examples.{side}", "value", document, self._place("examples"), said)

    def _answered(self) -> Mapping[str, Any]:
        """Return the example answer, if there is one."""
        found = self.facts.example_response
        return found.value if found and isinstance(found.value, dict) else {}

    def _example_differs(self, side: str) -> bool:
        """Say whether both sides have an example and they differ: what it shows is in doubt."""
        stated: Mapping[str, Any] = getattr(self.spec, f"example_{side}")
        return bool(stated) and any(one.field == f"examples.{side}" for one in self.findings)

    def _side(self, side: str, facts: tuple[FieldFact, ...], spec: tuple[Field, ...]) -> None:
        fields = dict(flattened(spec))
        found = {one.path: one for one in facts}
        if side == "response":
            for name in _EVERY_ANSWER:
                self._implied(f"{side}.{name}", name, found.pop(name, None))
        nested = next((one for one in facts if one.nested), None)
        if nested is not None:
            home = nested.path.split(".")[0]
            place = fields[home].location if home in fields else None
            beside = Stated("beside it", nested.line)
            self._report(f"{side}.{home}", "nesting", beside, place, "inside")
        self._rows(side, found, fields)
        for path in (path for path in fields if path in found and found[path].origin != "example"):
            self._field(f"{side}.{path}", found[path], fields[path], side)

    def _implied(self, field: str, name: str, found: FieldFact | None) -> None:
        """Hold what every answer has and no spec lists."""
        is_told = field in self.known_texts or name not in self._answered()
        if found is not None and found.origin != "example":
            self.held.add(field)
        elif self.spec.errcode_required and is_told:
            self._report(field, "row", None, self.spec.location, "implied")

    def _rows(self, side: str, found: Mapping[str, FieldFact], fields: Mapping[str, Field]) -> None:
        missing = [path for path in fields if path not in found or found[path].origin == "example"]
        for path in _outermost(missing):
            document = Stated("in the example alone", found[path].line) if path in found else None
            self._report(f"{side}.{path}", "row", document, fields[path].location, path)
        for path in _outermost([path for path in found if path not in fields]):
            if found[path].origin != "example" or not self._example_differs(side):
                self._report(f"{side}.{path}", "row", Stated(path, found[path].line), None, None)

    def _field(self, field: str, fact: FieldFact, spec: Field, side: str) -> None:
        if fact.origin == "parent":
            return
        if side == "request" and fact.required not in (None, spec.required):
            required = Stated(fact.required, fact.line)
            self._report(field, "required", required, spec.location, spec.required)
        if not self._has_type(field, fact, spec, side):
            # its limits were read as those of another type
            return
        self.held |= {field, field + TYPE_MARK}
        self._enum(field, fact, spec)
        self._limits(field, fact, spec)
        if spec.items is not None and spec.items.type != "object":
            for key, value in spec.items.constraints.items():
                if key in _LIMITS:
                    self._report(f"{field}[]", key, None, spec.items.location, value)

    def _has_type(self, field: str, fact: FieldFact, spec: Field, side: str) -> bool:
        """Say whether the types agree, or differ on purpose; if not, report it once."""
        if fact.type is None or _same_type(fact, spec.type):
            return True
        if not fact.type_text and self._example_differs(side):
            return False
        return self._report(field, "type", Stated(fact.type, fact.line), spec.location, spec.type)

    def _enum(self, field: str, fact: FieldFact, spec: Field) -> None:
        listed, known = ({str(value) for value in enum or ()} for enum in (fact.enum, spec.enum))
        places = {f"{field}={value}" for value in fact.enum}
        if listed != known:
            line = next((stated.line for stated in fact.enum.values()), fact.line)
            document = Stated(list(fact.enum), line) if fact.enum else None
            if not self._report(
                field, "enum", document, spec.location, list(spec.enum or ()) or None
            ):
                # a value that is new has said so already
                places &= self.known_texts.keys()
        self.held |= places

    def _limits(self, field: str, fact: FieldFact, spec: Field) -> None:
        limits = fact.limits if fact.type else _as_of_type(fact.limits, spec.type)
        for key, value in _spec_limits(spec).items():
            stated = limits.get(key)
            said = stated.value if stated else None
            if key in CONSTRAINTS and said == CONSTRAINTS[key].idle:
                said = None
            if said == value or (fact.type is None and stated and str(said) == str(value)):
                continue
            document = Stated(said, stated.line) if stated else None
            self._report(field, key, document, spec.location, value)

    def _quotas(self) -> None:
        stated = {(one.limit, one.days): one for one in self.facts.quotas}
        spec = dict.fromkeys((one.limit, one.days) for one in self.spec.quotas)
        new = [one for key, one in stated.items() if key not in spec]
        gone = [key for key in spec if key not in stated]
        for found, lost in zip_longest(new, gone):
            value = _quota_text(*lost) if lost else None
            document = Stated(_quota_text(found.limit, found.days), found.line) if found else None
            place = self._place("quotas") if lost else None
            self._report("quota", "limit", document, place, value)

    def _stale_deviations(self) -> None:
        """Find deviations from what the document no longer says, where nothing else says so.

        A row that is there by now is always one: what else differs in it is another matter.
        """
        seen = {_deviation(one.field, one.rule) for one in (*self.findings, *self.accepted)}
        fields = {one.field for one in self.findings}
        for field, rule in sorted(self.deviating - seen):
            if (rule == "row" or field not in fields) and not self._describes(field, rule):
                place = self._place("deviations")
                side = Side(f"deviation: {field} {rule}", place.line, place.file)
                document = Side("says something else than when it was accepted", self.facts.line)
                self.findings.append(Finding(self.spec.name, field, "deviation", document, side))


def _texts(
    operation: str, now: Texts, known: Mapping[str, list[str]], held: set[str], line: int
) -> Iterator[Finding]:
    """Find the places whose sentences are not those that were accepted."""
    for change in changes(now, known, held):
        field = change.place.partition("=")[0].partition("#")[0]
        if field.startswith("permission"):
            field = "permission"
        yield Finding(operation, field, "text", Side(str(change), change.line or line), None)


def flattened(fields: tuple[Field, ...], above: str = "") -> Iterator[tuple[str, Field]]:
    """Yield every field with its path as documents write it."""
    for one in fields:
        path = f"{above}.{one.name}" if above else one.name
        yield path, one
        inner = one
        while inner.items is not None:
            inner = inner.items
        yield from flattened(inner.properties, path)


def _deviation(field: str, rule: str) -> tuple[str, str]:
    """Return how a deviation names a fact: a single value by the spec's key, mostly twice."""
    if field in ("title", "page", "quota"):
        return {"quota": "quotas"}.get(field, field), "section"
    return (field.partition(".")[0],) * 2 if rule == "value" else (field, rule)


def _spec_limits(spec: Field) -> dict[str, Any]:
    limits = {key: spec.constraints.get(key) for key in _LIMITS}
    limits["condition"] = True if spec.condition else None
    limits["format"] = "day" if spec.format == "day" else None
    limits["ignoredUnless"] = dict([spec.ignored_unless]) if spec.ignored_unless else None
    return limits


def _as_of_type(limits: Mapping[str, Stated], kind: str) -> dict[str, Stated]:
    """Return limits that were read without a type as the spec's type has them."""
    end = _BOUNDS.get(kind)
    return {
        key[:3] + end if end and key[3:] in _BOUNDS.values() else key: stated
        for key, stated in limits.items()
    }


def _same_type(fact: FieldFact, spec: str) -> bool:
    """Say whether the types agree; an example cannot tell a whole number from another."""
    if not fact.type_text and {fact.type, spec} == {"integer", "number"}:
        return True
    return fact.type == spec


def _outermost(paths: Sequence[str]) -> list[str]:
    """Return the paths without those that stand directly below another one."""
    known = frozenset(paths)
    return [path for path in paths if path.rpartition(".")[0] not in known]


def _folded(value: str) -> str:
    return "".join(fold(value).split())


def _quota_text(limit: int, days: int | None) -> str:
    return f"{limit} in all" if days is None else f"{limit} in {count(days, 'day')}"


def _difference(found: Any, spec: Any, path: str = "") -> str:
    """Name the first place where two examples differ."""
    if isinstance(found, dict) and isinstance(spec, dict):
        for key in [*found, *spec]:
            if key not in found or key not in spec or found[key] != spec[key]:
                if key in found and key in spec:
                    return _difference(found[key], spec[key], f"{path}.{key}" if path else key)
                side = "the document alone" if key in found else "the spec alone"
                return f"{path}.{key} is in {side}" if path else f"{key} is in {side}"
    if isinstance(found, list) and isinstance(spec, list) and len(found) == len(spec):
        for index, (one, other) in enumerate(zip(found, spec, strict=True)):
            if one != other:
                return _difference(one, other, f"{path}[{index}]")
    return f"{path or 'it'} is {found!r}, in the spec {spec!r}"
