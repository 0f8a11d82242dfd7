"""Facts to draft specs: every fact of the document, none of its sentences, and what to decide."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from ..spec.days import day_fault
from ..spec.failures import has_success
from .draft_fields import IMPLIED, Decision, FieldsDrafter, Open, errcodes
from .facts import OperationFacts
from .yamltext import dump

_CODE = re.compile(r"(?<!\d)(?:错误码|报错|返回码|errcode) ?:? ?(\d{5,6})(?!\d)")
_ADDRESS = re.compile(r"https://[^\s]+")
_NO_PAGE = "https://developer.work.weixin.qq.com/document"


@dataclass
class Draft:
    """A spec in the making, by the operation's path, and what a human has to look at."""

    operation: str
    data: dict[str, Any]
    left: Open

    @property
    def path(self) -> str:
        """The file of the spec, below the folder of specs."""
        return f"{self.operation}.yaml"

    @property
    def decisions(self) -> list[Decision]:
        """What a human decides."""
        return self.left.decisions

    @property
    def text(self) -> str:
        """The spec as YAML."""
        above = "../" * self.operation.count("/")
        head = f"# yaml-language-server: $schema={above}spec.schema.json\n"
        deviations = {"deviations": self.left.deviations} if self.left.deviations else {}
        return head + dump(self.data | deviations)


@dataclass
class Drafter:
    """Drafts the spec of an operation."""

    facts: OperationFacts
    known_codes: frozenset[int]
    shares_page: bool = False
    """Whether the page holds other operations, too."""
    is_token: bool = False
    """Whether it is where the client gets its token from."""
    left: Open = field(default_factory=Open)

    def draft(self) -> Draft:
        """Return everything that the document states."""
        facts = self.facts
        summary = self.left.ask(
            f"{facts.name}: summary to be written",
            f"write in your own words (document, {self._lines('summary')})",
            "summary",
            "own words",
        )
        self.left.decide("descriptions", "own words")
        data: dict[str, Any] = {"title": self._title(), "summary": summary, "page": self._page()}
        data |= self._updated()
        method = facts.method.value if facts.method else None
        data["method"] = method or self.left.ask(
            "POST",
            "decide: the document states no method",
            "method",
            "the document states none; POST is taken",
        )
        data |= self._security()
        data["repeatable"] = self.left.ask(
            False,
            "decide: may the call be sent again when its outcome is unknown? true only where twice "
            "is as good as once",
            "repeatable",
            "is an unknown outcome safe to repeat?",
        )
        data["effect"] = self.left.ask(
            "write",
            "decide: read, write, or destroy (what no other call brings back)?",
            "effect",
            "does it read, write or destroy?",
        )
        if self._answers_without_errcode():
            data["errcode_required"] = False
            self.left.decide("errcode_required", "is an answer without an errcode a success?")
        else:
            self._deviate_of_errcode()
        if not (facts.response or facts.example_response):
            self.left.decide("response", "the document shows no answer")
        for side in ("request", "response"):
            data[side] = FieldsDrafter(side, facts, method == "GET", self.left).draft()
        for part in (self._failures, self._errors, self._quotas, self._prose, self._examples):
            data |= part()
        return Draft(facts.key, data, self.left)

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
            comment = "decide: the document has no title"
            return self.left.ask(self.facts.name, comment, "title", "the document has none")
        return title.value

    def _page(self) -> Any:
        page, title = self.facts.page, self.facts.title
        if page is not None and _ADDRESS.fullmatch(page.value):
            if not self.shares_page or title is None or "#" in page.value:
                return page.value
            # to the operation's heading, as the page has several of them
            return f"{page.value}#{''.join(title.value.split())}"
        said = page.value if page and page.value else "absent"
        self.left.deviate("page", "section", said, "A spec needs an https:// address.")
        comment = "decide: the page's address"
        kind = "the document names none that starts with https://"
        return self.left.ask(_NO_PAGE, comment, "page", kind)

    def _security(self) -> dict[str, Any]:
        if self.is_token:
            return {"kind": "token", "security": "none"}
        if self.facts.security == "none":
            kind = "the document shows no access_token; is one sent?"
            self.left.decide("security", kind)
        return {}

    def _updated(self) -> dict[str, Any]:
        if self.facts.updated is None:
            return {}
        day = self.facts.updated.value
        fault = day_fault(day)
        if not fault:
            return {"updated": day}
        self.left.decide("updated", "it is not a day", f"{day}: {fault}")
        self.left.deviate("updated", "updated", day, f"It is not a day: {fault}.")
        return {}

    def _answers_without_errcode(self) -> bool:
        """Whether table and example of the answer both leave the errcode out."""
        answer = self.facts.example_response
        told = {one.path for one in self.facts.response}
        if answer is None or not isinstance(answer.value, dict) or not told:
            return False
        return "errcode" not in told and "errcode" not in answer.value

    def _deviate_of_errcode(self) -> None:
        """Record where the document shows nothing of what every answer has."""
        told = {one.path for one in self.facts.response if one.origin != "example"}
        for name in IMPLIED["response"]:
            if name not in told and name not in self.facts.answer:
                self.left.deviate(f"response.{name}", "row", "absent", "Every answer has it.")

    def _failures(self) -> dict[str, Any]:
        """Name the array whose elements have errcodes, and the text that tells them apart."""
        told = {one.path for one in self.facts.response}
        texts = [one.path.rpartition(".") for one in self.facts.response if one.type == "string"]
        for one in self.facts.response:
            if one.type != "array" or "." in one.path or f"{one.path}.errcode" not in told:
                continue
            keys = [name for above, _, name in texts if above == one.path and name != "errmsg"]
            if keys:
                answer = self.facts.example_response
                is_every = has_success(answer.value if answer else None, one.path)
                failures = self.left.ask(
                    {"field": one.path, "key": keys[0], **({"every": True} if is_every else {})},
                    "decide: does this list the elements that failed?",
                    "failures",
                    "does that field list the elements that failed?",
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
            self.left.decide("errors", "a code that is not in errors.yaml", str(code))
        known = sorted(found & self.known_codes)
        return {"errors": known} if known else {}

    def _quotas(self) -> dict[str, Any]:
        if not self.facts.quotas:
            return {}
        self.left.decide("quotas", "what is counted")
        quotas = [
            {
                "limit": one.limit,
                **({"days": one.days} if one.days is not None else {}),
                **({"per": one.per} if one.per is not None else {}),
                "scope": f"scope to be written (document, line {one.line})",
            }
            for one in self.facts.quotas
        ]
        return {"quotas": quotas}

    def _prose(self) -> dict[str, Any]:
        """Leave room for what is said in prose alone."""
        found: dict[str, Any] = {}
        stated: tuple[tuple[str, str, Any], ...] = (
            ("permissions", "permission", {}), ("notes", "notes", []),
        )  # fmt: skip
        for key, place, empty in stated:
            if place in self.facts.texts or (key == "permissions" and self.facts.permissions):
                lines = self._lines(place)
                comment = f"write in your own words (document, {lines})"
                found[key] = self.left.ask(empty, comment, key, "own words", lines)
        for statement in self.facts.statements:
            said = f"line {statement.line}: {statement.value}"
            self.left.decide("notes", "a limit stated in prose", said)
        return found

    def _examples(self) -> dict[str, Any]:
        stated = {"request": self.facts.example_request, "response": self.facts.example_response}
        found = {side: one.value for side, one in stated.items() if one is not None}
        kept = {side: one for side, one in found.items() if isinstance(one, dict)}
        for side in found.keys() - kept.keys():
            self.left.deviate("examples", "examples", "no object", "A spec has objects alone.")
            self.left.decide(f"examples.{side}", "that of the document is no object")
        return {"examples": kept} if kept else {}
