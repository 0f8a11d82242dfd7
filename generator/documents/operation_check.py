"""One operation of a document against its spec: every difference, both ways."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from ..model import Field, Operation
from ..problems import Location
from ..spec.constraints import CONSTRAINTS
from ..spec.numbers import over
from .between import RULES, rule_of, says_too
from .blocks import fold
from .example_difference import difference
from .facts import HEADS, FieldFact, OperationFacts, Stated
from .findings import RENAMED, Finding
from .lock import Lock
from .source import Source
from .stated import BOUNDS, ELEMENTS, Statements
from .texts import MEANING_MARK, TOKEN, TYPE_MARK, Texts, changes, field_of, texts_of

_EVERY_ANSWER = ("errcode", "errmsg")
_LIMITS = [key for key, row in CONSTRAINTS.items() if row.in_documents and key != "enum"]


class OperationCheck:
    """Compares one operation.

    `stating` are the heads that the document states of some operation, or stated when it was
    accepted: where the operation lacks one of these, it is gone.
    """

    def __init__(
        self,
        facts: OperationFacts,
        source: Source,
        spec: Operation,
        lock: Lock,
        stating: frozenset[str],
    ) -> None:
        self.facts = facts
        self.source = source
        self.spec = spec
        self.stating = stating
        self.findings: list[Finding] = []
        self.accepted: list[Finding] = []
        self.statements = Statements(facts)
        self.deviating = {(one.field, one.rule) for one in spec.deviations if one.concerns(lock.id)}
        self.known = lock.deviations.get(spec.path, {})
        self.texts = texts_of(facts)
        self.known_texts = lock.texts.get(spec.path)
        known = self.known_texts or {}
        self.held = {place for place in (*self.texts, *known) if not field_of(place)}

    def compare(self, page_title: str, has_title: bool, has_moved: bool) -> None:
        """Compare everything that both sides state.

        `page_title` is the title of a page that had another one, `has_title` whether the operation
        has one of its own; `has_moved` whether the page's address is told of the page itself.
        """
        self._heads(page_title, has_title, has_moved)
        self._examples()
        self._side("request", self.facts.request, self.spec.request)
        self._side("response", self.facts.response, self.spec.response)
        self._token()
        self._quotas()
        if self.known_texts is not None:
            self.findings += text_findings(
                self.spec.path, self.texts, self.known_texts, self.held, self.facts.line
            )
        self._stale_deviations()

    def report(
        self, field: str, rule: str, stated: Stated | None, spec: Location | None, value: Any
    ) -> bool:
        """Note a difference, accepted where a deviation still describes the document; say if so."""
        side = Stated(value, spec.line, spec.file) if spec is not None else None
        deviation = deviation_of(field, rule)
        is_accepted = deviation in self.deviating and self._describes(*deviation)
        target = self.accepted if is_accepted else self.findings
        target.append(Finding(self.spec.path, field, rule, stated, side))
        return is_accepted

    def place(self, key: str) -> Location:
        """Return where a key of the spec stands."""
        return self.spec.places.get(key, self.spec.location)

    def _describes(self, field: str, rule: str) -> bool:
        known = self.known.get(f"{field} {rule}")
        return known is None or known == self.statements.fingerprint(field, rule)

    def _token(self) -> None:
        """Hold the row of the token, which every operation has and no spec lists."""
        if self.facts.token is None:
            if TOKEN in (self.known_texts or {}):
                self.report(TOKEN, "row", None, self.spec.location, "implied")
            return
        self.held.add(TOKEN)
        required = self.statements.of(TOKEN, "required")
        if required is not None and required.value is False:
            self.report(TOKEN, "required", required, self.spec.location, True)

    def _heads(self, page_title: str, has_title: bool, has_moved: bool) -> None:
        for key in HEADS:
            if key == "title" and not has_title:
                continue
            found = self.statements.of(key, key)
            value = " ".join(getattr(self.spec, key).split())
            if found is None:
                if key in self.stating and value:
                    self.report(key, "value", found, self.place(key), value)
            elif not self._says_same(key, found.value, value):
                if key == "page" and has_moved:
                    continue
                is_page = key == "title" and same_words(found.value, page_title)
                self.report(key, RENAMED if is_page else "value", found, self.place(key), value)

    def _says_same(self, key: str, found: str, spec: str) -> bool:
        if key == "page":
            return same_page(found, spec)
        # of several operations on a page, a title is told with that of the page
        together = key == "title" and _words(f"{self.source.title}{found}") == _words(spec)
        return together or same_words(found, spec)

    def _examples(self) -> None:
        for side in ("request", "response"):
            found: Stated | None = getattr(self.facts, f"example_{side}")
            value: Mapping[str, Any] = getattr(self.spec, f"example_{side}")
            if said := difference(found.value if found else {}, value):
                document = Stated(said, found.line) if found else None
                shown = "an example" if value else None
                self.report(f"examples.{side}", "value", document, self.place("examples"), shown)

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
            self.report(f"{side}.{home}", "nesting", beside, place, "inside")
        self._rows(side, found, fields)
        for path in (path for path in fields if path in found and found[path].origin != "example"):
            self._field(f"{side}.{path}", found[path], fields[path], side)
        if side == "request":
            self._between(found, fields)

    def _between(self, found: Mapping[str, FieldFact], fields: Mapping[str, Field]) -> None:
        """Hold what both sides state of several parameters, of which each may say it."""
        for rule in RULES:

            def of_spec(path: str, rule: str = rule) -> Any:
                return rule_of(fields.get(path), rule)

            def of_document(path: str, rule: str = rule) -> Any:
                stated = self.statements.of(f"request.{path}", rule)
                return stated.value if stated else None

            for path in (path for path in fields if path in found):
                said, value = of_document(path), of_spec(path)
                if CONSTRAINTS[rule].optional and fields[path].required:
                    said = None
                is_same = said is None or says_too(rule, said, path, of_spec)
                if is_same and (value is None or says_too(rule, value, path, of_document)):
                    continue
                field, place = f"request.{path}", fields[path].location
                self.report(field, rule, self.statements.of(field, rule), place, value)

    def _implied(self, field: str, name: str, found: FieldFact | None) -> None:
        """Hold what every answer has and no spec lists."""
        is_told = field in (self.known_texts or {}) or name not in self.facts.answer
        if found is not None and found.origin != "example":
            self.held.add(field)
        elif self.spec.errcode_required and is_told:
            self.report(field, "row", None, self.spec.location, "implied")

    def _rows(self, side: str, found: Mapping[str, FieldFact], fields: Mapping[str, Field]) -> None:
        missing = [path for path in fields if path not in found or found[path].origin == "example"]
        for path in _outermost(missing):
            document = Stated("in the example alone", found[path].line) if path in found else None
            self.report(f"{side}.{path}", "row", document, fields[path].location, path)
        for path in _outermost([path for path in found if path not in fields]):
            if found[path].origin != "example" or not self._example_differs(side):
                self.report(f"{side}.{path}", "row", Stated(path, found[path].line), None, None)

    def _field(self, field: str, fact: FieldFact, spec: Field, side: str) -> None:
        if fact.origin == "parent":
            return
        required = self.statements.of(field, "required")
        if side == "request" and required is not None and required.value != spec.required:
            self.report(field, "required", required, spec.location, spec.required)
        if side == "request" and self.spec.method == "POST" and field.count(".") == 1:
            place = self.statements.of(field, "in")
            if place is not None and place.value != (spec.sent_in or "body"):
                self.report(field, "in", place, spec.location, spec.sent_in or "body")
        if not self._has_type(field, fact, spec, side):
            # its limits were read as those of another type
            return
        self.held |= {field, field + TYPE_MARK}
        self._enum(field, fact, spec)
        self._limits(field, fact, spec)
        if spec.items is not None and spec.items.type != "object":
            for key, value in spec.items.constraints.items():
                if key in _LIMITS:
                    self.report(field + ELEMENTS, key, None, spec.items.location, value)

    def _has_type(self, field: str, fact: FieldFact, spec: Field, side: str) -> bool:
        """Say whether the types agree, or differ on purpose; if not, report it once."""
        stated = self.statements.of(field, "type")
        if stated is not None and not _same_type(stated.value, spec.type, fact.type_text):
            if not fact.type_text and self._example_differs(side):
                return False
            return self.report(field, "type", stated, spec.location, spec.type)
        elements = self.statements.of(field + ELEMENTS, "type")
        if elements is not None and spec.items is not None:
            inside = spec.items
            if not _same_type(elements.value, inside.type, fact.type_text):
                self.report(field + ELEMENTS, "type", elements, inside.location, inside.type)
        return True

    def _enum(self, field: str, fact: FieldFact, spec: Field) -> None:
        places = {f"{field}{MEANING_MARK}{value}" for value in fact.enum}
        if spec.items is not None and spec.enum is None:
            # the values of an array are its elements'
            field, spec = field + ELEMENTS, spec.items
        stated = self.statements.of(field, "enum")
        listed = stated.value if stated is not None else []
        known = list(spec.enum or ())
        if {*map(str, listed)} != {*map(str, known)}:
            said = stated if listed else None
            if not self.report(field, "enum", said, spec.location, known or None):
                # a value that is new has said so already
                places &= (self.known_texts or {}).keys()
        self.held |= places

    def _limits(self, field: str, fact: FieldFact, spec: Field) -> None:
        end = BOUNDS.get(spec.type)
        for key, value in _spec_limits(spec).items():
            if fact.type is None and end and key[3:] in BOUNDS.values() and key[3:] != end:
                # read without a type, it counts as the bound of the spec's
                continue
            stated = self.statements.of(field, key)
            said = stated.value if stated else None
            if key in CONSTRAINTS and said == CONSTRAINTS[key].idle:
                said = None
            if said == value or (fact.type is None and stated and str(said) == str(value)):
                continue
            document = Stated(said, stated.line) if stated else None
            self.report(field, key, document, spec.location, value)

    def _quotas(self) -> None:
        stated = {(one.limit, one.time): one for one in self.facts.quotas}
        spec = dict.fromkeys((one.limit, one.time) for one in self.spec.quotas)
        new = [one for key, one in stated.items() if key not in spec]
        gone = [key for key in spec if key not in stated]
        for found, lost in zip_longest(new, gone):
            value = _quota_text(*lost) if lost else None
            document = Stated(_quota_text(found.limit, found.time), found.line) if found else None
            place = self.place("quotas") if lost else None
            self.report("quota", "limit", document, place, value)

    def _stale_deviations(self) -> None:
        """Find deviations from what the document no longer says, where nothing else says so.

        A row that is there by now is always one: what else differs in it is another matter.
        """
        seen = {deviation_of(one.field, one.rule) for one in (*self.findings, *self.accepted)}
        fields = {one.field for one in self.findings}
        for field, rule in sorted(self.deviating - seen):
            if (rule == "row" or field not in fields) and not self._describes(field, rule):
                place = self.place("deviations")
                side = Stated(f"deviation: {field} {rule}", place.line, place.file)
                document = Stated("says something else than when it was accepted", self.facts.line)
                self.findings.append(Finding(self.spec.path, field, "deviation", document, side))


def text_findings(
    operation: str, now: Texts, known: Mapping[str, list[str]], held: set[str], line: int
) -> Iterator[Finding]:
    """Find the places whose sentences are not those that were accepted."""
    for change in changes(now, known, held):
        field = field_of(change.place) or change.place
        if field.startswith("permission"):
            field = "permission"
        side = Stated(str(change), change.line or line)
        yield Finding(operation, field, "text", side, None, change)


def flattened(fields: tuple[Field, ...], above: str = "") -> Iterator[tuple[str, Field]]:
    """Yield every field with its path as documents write it."""
    for one in fields:
        path = f"{above}.{one.name}" if above else one.name
        yield path, one
        inner = one
        while inner.items is not None:
            inner = inner.items
        yield from flattened(inner.properties, path)


def same_page(one: str, other: str) -> bool:
    """Say whether two addresses are one page: where in it they point does not count."""
    return _page(one) == _page(other)


def _page(address: str) -> str:
    return address.partition("#")[0].rstrip("/")


def same_words(one: str, other: str) -> bool:
    """Say whether two texts are one, whatever their blanks and the width of their marks."""
    return _folded(one) == _folded(other)


def _words(value: str) -> str:
    return "".join(char for char in fold(value) if char.isalnum())


def _folded(value: str) -> str:
    return "".join(fold(value).split())


def deviation_of(field: str, rule: str) -> tuple[str, str]:
    """Return how a deviation names a fact: a single value by the spec's key, mostly twice."""
    if field in ("title", "page", "quota"):
        return {"quota": "quotas"}.get(field, field), "section"
    return (field.partition(".")[0],) * 2 if rule == "value" else (field, rule)


def _spec_limits(spec: Field) -> dict[str, Any]:
    limits = {key: spec.constraints.get(key) for key in _LIMITS}
    limits["condition"] = True if spec.condition else None
    # a page says that they agree; the field on which is one of those below it
    limits["itemsAgreeOn"] = True if spec.items_agree_on is not None else None
    limits["format"] = "day" if spec.format == "day" else None
    if spec.ignored_unless is not None:
        name, values = spec.ignored_unless
        limits["ignoredUnless"] = {name: values[0] if len(values) == 1 else sorted(values, key=str)}
    return limits


def _same_type(found: str, spec: str, type_text: str) -> bool:
    """Say whether the types agree; an example cannot tell a whole number from another."""
    return found == spec or (not type_text and {found, spec} == {"integer", "number"})


def _outermost(paths: Sequence[str]) -> list[str]:
    """Return the paths without those that stand directly below another one."""
    known = frozenset(paths)
    return [path for path in paths if path.rpartition(".")[0] not in known]


def _quota_text(limit: int, time: int | str | None) -> str:
    return f"{limit} {over(time)}"
