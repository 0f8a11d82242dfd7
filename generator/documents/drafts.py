"""Facts to draft specs: every fact of the document, none of its sentences, and what to decide."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ..spec.days import day_fault
from .draft_fields import FieldsDrafter, Open, errcodes
from .facts import OperationFacts, Stated
from .yamltext import Noted, dump

_CODE = re.compile(r"(?<!\d)(?:错误码|报错|返回码|errcode) ?:? ?(\d{5,6})(?!\d)")
_ADDRESS = re.compile(r"https://[^\s]+")
_NO_PAGE = "https://developer.work.weixin.qq.com/document"


@dataclass
class Draft:
    """A spec in the making: its text and what a human has to look at."""

    operation: str
    text: str
    decisions: list[str] = field(default_factory=list)


def draft(
    facts: OperationFacts,
    group: str,
    known_codes: Iterable[int],
    with_examples: bool = True,
    shares_title: bool = False,
) -> Draft:
    """Return the draft spec of an operation; examples that break it are left out.

    `shares_title`: another operation has the same title on the same page.
    """
    return _Drafter(facts, group, frozenset(known_codes), with_examples, shares_title).draft()


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


class _Drafter:
    def __init__(
        self,
        facts: OperationFacts,
        group: str,
        known_codes: frozenset[int],
        with_examples: bool,
        shares_title: bool,
    ) -> None:
        self.facts = facts
        self.group = group
        self.known_codes = known_codes
        self.with_examples = with_examples
        self.shares_title = shares_title
        self.left = Open()

    def draft(self) -> Draft:
        """Write everything that the document states."""
        facts = self.facts
        self.left.decide("summary: own words")
        self.left.decide("descriptions: own words")
        data: dict[str, Any] = {
            "title": self._title(),
            "summary": Noted(
                f"{facts.name}: summary to be written",
                f"write in your own words (document, {self._lines('summary')})",
            ),
            "page": self._page(),
        }
        if facts.updated:
            data |= self._updated(facts.updated)
        data["method"] = self._method()
        data["repeatable"] = Noted(
            False,
            "decide: may the call be sent again when its outcome is unknown? true only where twice "
            "is as good as once",
        )
        self.left.decide("repeatable: is an unknown outcome safe to repeat?")
        if self._answers_without_errcode():
            data["errcode_required"] = False
            self.left.decide("errcode_required: is an answer without an errcode a success?")
        is_query = facts.method is not None and facts.method.value == "GET"
        for side in ("request", "response"):
            data[side] = FieldsDrafter(side, facts, is_query, self.left).draft()
        self._rest(data)
        if self.left.deviations:
            data["deviations"] = self.left.deviations
        depth = self.group.count("/") + 1
        head = f"# yaml-language-server: $schema={'../' * depth}spec.schema.json\n"
        return Draft(facts.name, head + dump(data), self.left.decisions)

    def _lines(self, *places: str) -> str:
        """Say in which lines the prose of some places stands."""
        found = {one.line for place in places for one in self.facts.texts.get(place, ())}
        lines = sorted(found) or [self.facts.line]
        shown = ", ".join(map(str, lines[:8])) + (" …" if len(lines) > 8 else "")
        return f"line {shown}" if len(lines) == 1 else f"lines {shown}"

    def _title(self) -> Any:
        title = self.facts.title
        if title is not None and self.shares_title:
            self.left.decide("title: another operation of the page has it too")
            reason = "Another operation of the page has this title too."
            self.left.deviate("title", "section", title.value, reason)
            return Noted(
                f"{title.value} ({self.facts.name})",
                "decide: another operation of the page has this title too",
            )
        if title is not None:
            return title.value
        self.left.decide("title: the document has none")
        self.left.deviate("title", "section", "absent", "A spec needs one.")
        return Noted(self.facts.name, "decide: the document has no title")

    def _page(self) -> Any:
        page = self.facts.page
        if page is not None and _ADDRESS.fullmatch(page.value):
            return page.value
        self.left.decide("page: the document names none that starts with https://")
        said = page.value if page else "absent"
        self.left.deviate("page", "section", said, "A spec needs an https:// address.")
        return Noted(_NO_PAGE, "decide: the page's address")

    def _updated(self, updated: Stated) -> dict[str, Any]:
        fault = day_fault(updated.value)
        if not fault:
            return {"updated": updated.value}
        self.left.decide(f"updated: {updated.value} is not a day: {fault}")
        self.left.deviate("updated", "updated", updated.value, f"It is not a day: {fault}.")
        return {}

    def _method(self) -> Any:
        if self.facts.method:
            return self.facts.method.value
        self.left.decide("method: the document states none; POST is taken")
        return Noted("POST", "decide: the document states no method")

    def _failures(self) -> dict[str, str] | None:
        fields = {one.path: one for one in self.facts.response}
        for path, one in fields.items():
            if one.type == "array" and "." not in path and f"{path}.errcode" in fields:
                keys = [
                    each.path.rpartition(".")[2]
                    for each in fields.values()
                    if each.path.rpartition(".")[0] == path and each.type == "string"
                ]
                keys = [key for key in keys if key != "errmsg"]
                if keys:
                    return {"field": path, "key": keys[0]}
        return None

    def _rest(self, data: dict[str, Any]) -> None:
        facts = self.facts
        failures = self._failures()
        if failures:
            data["failures"] = Noted(failures, "decide: does this list the elements that failed?")
            self.left.decide("failures: does that field list the elements that failed?")
        codes = sorted(self._codes())
        known = [code for code in codes if code in self.known_codes]
        if known:
            data["errors"] = known
        for code in sorted(set(codes) - self.known_codes):
            self.left.decide(f"errors: {code} is not in errors.yaml")
        if facts.quotas:
            self.left.decide("quotas: what is counted")
            data["quotas"] = [
                {
                    "limit": one.limit,
                    **({"days": one.days} if one.days is not None else {}),
                    "scope": f"scope to be written (document, line {one.line})",
                }
                for one in facts.quotas
            ]
        self._prose(data)
        self._examples(data)

    def _answers_without_errcode(self) -> bool:
        """Whether table and example of the answer both leave the errcode out."""
        answer = self.facts.example_response
        told = {one.path for one in self.facts.response}
        if answer is None or not isinstance(answer.value, dict) or not told:
            return False
        return "errcode" not in told and "errcode" not in answer.value

    def _prose(self, data: dict[str, Any]) -> None:
        places = {"permissions": "permission", "notes": "notes"}
        for key, place in places.items():
            if place in self.facts.texts or (key == "permissions" and self.facts.permissions):
                self.left.decide(f"{key}: own words ({self._lines(place)})")
                comment = f"write in your own words (document, {self._lines(place)})"
                empty: Any = {} if key == "permissions" else []
                data[key] = Noted(empty, comment)
        for statement in self.facts.statements:
            self.left.decide(f"a limit stated in prose (line {statement.line}): {statement.value}")

    def _examples(self, data: dict[str, Any]) -> None:
        stated = {"request": self.facts.example_request, "response": self.facts.example_response}
        found = {side: one.value for side, one in stated.items() if one is not None}
        fitting = {side: value for side, value in found.items() if isinstance(value, dict)}
        if found and (fitting != found or not self.with_examples):
            self.left.decide("examples: those of the document break its own statements")
            self.left.deviate(
                "examples", "examples", "breaks what the tables state", "The tables are followed."
            )
        elif fitting:
            data["examples"] = fitting

    def _codes(self) -> set[int]:
        texts = [one.text for proses in self.facts.texts.values() for one in proses]
        texts += [one.text.text for one in self.facts.request if one.text]
        found = {int(code) for text in texts for code in _CODE.findall(text)}
        answer = self.facts.example_response
        return found | {code for code in errcodes(answer.value if answer else None) if code}
