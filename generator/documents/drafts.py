"""Facts to draft specs: every fact of the document, none of its sentences, and what to decide."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ..spec.days import day_fault
from .draft_fields import FieldsDrafter, Open, errcodes
from .facts import OperationFacts
from .yamltext import dump

_CODE = re.compile(r"(?<!\d)(?:错误码|报错|返回码|errcode) ?:? ?(\d{5,6})(?!\d)")
_ADDRESS = re.compile(r"https://[^\s]+")
_NO_PAGE = "https://developer.work.weixin.qq.com/document"


@dataclass
class Draft:
    """A spec in the making: its text and what a human has to look at."""

    operation: str
    text: str
    decisions: list[str] = field(default_factory=list)


def sharing_titles(operations: Iterable[OperationFacts]) -> frozenset[str]:
    """Return the names of operations whose title and page an operation before them has."""
    seen: set[tuple[str, str]] = set()
    found = set()
    for one in operations:
        title, page = (stated.value if stated else "" for stated in (one.title, one.page))
        if title and (title, page) in seen:
            found.add(one.name)
        seen.add((title, page))
    return frozenset(found)


@dataclass
class Drafter:
    """Drafts the spec of an operation."""

    facts: OperationFacts
    group: str
    known_codes: frozenset[int]
    shares_title: bool
    """Whether another operation has the same title on the same page."""
    with_examples: bool = True
    """Whether the examples of the document are taken; those that break the draft are not."""
    left: Open = field(default_factory=Open)

    def draft(self) -> Draft:
        """Return everything that the document states."""
        facts = self.facts
        summary = self.left.ask(
            "summary: own words",
            f"{facts.name}: summary to be written",
            f"write in your own words (document, {self._lines('summary')})",
        )
        self.left.decide("descriptions: own words")
        data: dict[str, Any] = {"title": self._title(), "summary": summary, "page": self._page()}
        data |= self._updated()
        data["method"] = self._method()
        data["repeatable"] = self.left.ask(
            "repeatable: is an unknown outcome safe to repeat?",
            False,
            "decide: may the call be sent again when its outcome is unknown? true only where twice "
            "is as good as once",
        )
        if self._answers_without_errcode():
            data["errcode_required"] = False
            self.left.decide("errcode_required: is an answer without an errcode a success?")
        is_query = data["method"] == "GET"
        for side in ("request", "response"):
            data[side] = FieldsDrafter(side, facts, is_query, self.left).draft()
        for part in (self._failures, self._errors, self._quotas, self._prose, self._examples):
            data |= part()
        if self.left.deviations:
            data["deviations"] = self.left.deviations
        depth = self.group.count("/") + 1
        head = f"# yaml-language-server: $schema={'../' * depth}spec.schema.json\n"
        return Draft(facts.name, head + dump(data), self.left.decisions)

    def _lines(self, place: str) -> str:
        """Say in which lines the prose of a place stands."""
        found = {one.line for one in self.facts.texts.get(place, ())}
        lines = sorted(found) or [self.facts.line]
        shown = ", ".join(map(str, lines[:8])) + (" …" if len(lines) > 8 else "")
        return f"line {shown}" if len(lines) == 1 else f"lines {shown}"

    def _title(self) -> Any:
        title = self.facts.title
        if title is None:
            self.left.deviate("title", "section", "absent", "A spec needs one.")
            return self.left.ask(
                "title: the document has none", self.facts.name, "decide: the document has no title"
            )
        if not self.shares_title:
            return title.value
        shared = "nother operation of the page has this title too"
        self.left.deviate("title", "section", title.value, f"A{shared}.")
        return self.left.ask(
            "title: another operation of the page has it too",
            f"{title.value} ({self.facts.name})",
            f"decide: a{shared}",
        )

    def _page(self) -> Any:
        page = self.facts.page
        if page is not None and _ADDRESS.fullmatch(page.value):
            return page.value
        said = page.value if page else "absent"
        self.left.deviate("page", "section", said, "A spec needs an https:// address.")
        return self.left.ask(
            "page: the document names none that starts with https://",
            _NO_PAGE,
            "decide: the page's address",
        )

    def _updated(self) -> dict[str, Any]:
        if self.facts.updated is None:
            return {}
        day = self.facts.updated.value
        fault = day_fault(day)
        if not fault:
            return {"updated": day}
        self.left.decide(f"updated: {day} is not a day: {fault}")
        self.left.deviate("updated", "updated", day, f"It is not a day: {fault}.")
        return {}

    def _method(self) -> Any:
        if self.facts.method is not None:
            return self.facts.method.value
        return self.left.ask(
            "method: the document states none; POST is taken",
            "POST",
            "decide: the document states no method",
        )

    def _answers_without_errcode(self) -> bool:
        """Whether table and example of the answer both leave the errcode out."""
        answer = self.facts.example_response
        told = {one.path for one in self.facts.response}
        if answer is None or not isinstance(answer.value, dict) or not told:
            return False
        return "errcode" not in told and "errcode" not in answer.value

    def _failures(self) -> dict[str, Any]:
        """Name the array whose elements have errcodes, and the text that tells them apart."""
        told = {one.path for one in self.facts.response}
        texts = [one.path.rpartition(".") for one in self.facts.response if one.type == "string"]
        for one in self.facts.response:
            if one.type != "array" or "." in one.path or f"{one.path}.errcode" not in told:
                continue
            keys = [name for above, _, name in texts if above == one.path and name != "errmsg"]
            if keys:
                failures = self.left.ask(
                    "failures: does that field list the elements that failed?",
                    {"field": one.path, "key": keys[0]},
                    "decide: does this list the elements that failed?",
                )
                return {"failures": failures}
        return {}

    def _errors(self) -> dict[str, Any]:
        texts = [one.text for proses in self.facts.texts.values() for one in proses]
        texts += [one.text.text for one in self.facts.request if one.text]
        found = {int(code) for text in texts for code in _CODE.findall(text)}
        answer = self.facts.example_response
        found |= {code for code in errcodes(answer.value if answer else None) if code}
        for code in sorted(found - self.known_codes):
            self.left.decide(f"errors: {code} is not in errors.yaml")
        known = sorted(found & self.known_codes)
        return {"errors": known} if known else {}

    def _quotas(self) -> dict[str, Any]:
        if not self.facts.quotas:
            return {}
        self.left.decide("quotas: what is counted")
        quotas = [
            {
                "limit": one.limit,
                **({"days": one.days} if one.days is not None else {}),
                "scope": f"scope to be written (document, line {one.line})",
            }
            for one in self.facts.quotas
        ]
        return {"quotas": quotas}

    def _prose(self) -> dict[str, Any]:
        """Leave room for what is said in prose alone."""
        found: dict[str, Any] = {}
        stated: tuple[tuple[str, str, Any, bool], ...] = (
            ("permissions", "permission", {}, bool(self.facts.permissions)),
            ("notes", "notes", [], False),
        )
        for key, place, empty, is_told in stated:
            if place in self.facts.texts or is_told:
                lines = self._lines(place)
                comment = f"write in your own words (document, {lines})"
                found[key] = self.left.ask(f"{key}: own words ({lines})", empty, comment)
        for statement in self.facts.statements:
            self.left.decide(f"a limit stated in prose (line {statement.line}): {statement.value}")
        return found

    def _examples(self) -> dict[str, Any]:
        stated = {"request": self.facts.example_request, "response": self.facts.example_response}
        found = {side: one.value for side, one in stated.items() if one is not None}
        if found and all(isinstance(one, dict) for one in found.values()) and self.with_examples:
            return {"examples": found}
        if found:
            self.left.decide("examples: those of the document break its own statements")
            self.left.deviate(
                "examples", "examples", "breaks what the tables state", "The tables are followed."
            )
        return {}
