"""What `docs check` says: as data for a CI job, and as text that names the next step."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from ..annotations import annotation
from .conformance import Conformance, Finding, Side
from .facts import DocumentFacts, NotUnderstood
from .lock import Lock, lock_path
from .texts import count


@dataclass(frozen=True)
class Checked:
    """A document and what the comparison with its group came to."""

    document: Path
    facts: DocumentFacts
    group: str
    conformance: Conformance
    lock: Lock

    @property
    def is_fine(self) -> bool:
        """Whether nothing is left to be looked at."""
        conformance = self.conformance
        missing = conformance.missing_in_document or conformance.missing_in_specs
        return not (conformance.findings or missing or self.open)

    @property
    def open(self) -> list[NotUnderstood]:
        """What was not understood and nobody has looked at."""
        seen = set(self.lock.not_understood)
        return [one for one in self.facts.not_understood if one.hash not in seen]


def together(checked: list[Checked]) -> list[Checked]:
    """Return the same; an operation is missing only if no document of its group has it."""
    found = {(one.group, name) for one in checked for name in one.conformance.matched}
    told: set[tuple[str, str]] = set()
    result = []
    for one in checked:
        names = [(one.group, name) for name in one.conformance.missing_in_document]
        missing = [name for name in names if name not in found | told]
        told |= set(missing)
        conformance = replace(
            one.conformance, missing_in_document=tuple(name for _, name in missing)
        )
        result.append(replace(one, conformance=conformance))
    return result


def report_data(checked: list[Checked]) -> dict[str, Any]:
    """Return everything as JSON has it."""

    def names(key: str) -> list[str]:
        return [name for one in checked for name in getattr(one.conformance, key)]

    return {
        "documents": [str(one.document) for one in checked],
        "operations": {
            "matched": len(names("matched")),
            "missing_in_specs": names("missing_in_specs"),
            "missing_in_document": names("missing_in_document"),
        },
        "findings": [_finding_data(each) for one in checked for each in one.conformance.findings],
        "accepted": [_finding_data(each) for one in checked for each in one.conformance.accepted],
        "not_understood": [
            {"document": str(one.document), **asdict(each), "accepted": each not in one.open}
            for one in checked
            for each in one.facts.not_understood
        ],
    }


def _finding_data(finding: Finding) -> dict[str, Any]:
    return asdict(
        finding, dict_factory=lambda pairs: {key: one for key, one in pairs if key != "file" or one}
    )


def report_annotations(one: Checked, specs: Path) -> Iterator[str]:
    """Yield what is left to be looked at, each at its place: in the spec where that says it."""
    for finding in one.conformance.findings:
        side, path = (finding.spec, specs) if finding.spec else (finding.document, one.document)
        message = "\n".join([finding.operation, *_finding_text(finding, one, specs)])
        file, line = (side.file or path, side.line) if side else (one.document, 0)
        yield annotation("error", message, file=file, line=line)
    for message in _missing(one):
        yield annotation("error", message, file=one.document)
    for each in one.open:
        message = f"not understood, {each.why}: {each.text}"
        yield annotation("error", message, file=one.document, line=each.line)


def _missing(one: Checked) -> Iterator[str]:
    for name in one.conformance.missing_in_specs:
        yield f"{name}: in the document, not in the specs"
    for name in one.conformance.missing_in_document:
        yield f"{name}: in the specs, not in the document"


def report_text(one: Checked, specs: Path) -> Iterator[str]:
    """Yield the findings by operation, a line that counts them, and what to do next."""
    conformance = one.conformance
    by_operation: dict[str, list[Finding]] = {}
    for finding in conformance.findings:
        by_operation.setdefault(finding.operation, []).append(finding)
    for operation, findings in by_operation.items():
        yield f"{operation}"
        for finding in findings:
            yield from _finding_text(finding, one, specs)
    yield from _missing(one)
    for each in one.open:
        yield f"{one.document}:{each.line}: not understood, {each.why}: {each.text}"
    yield (
        f"{one.document}: {count(len(conformance.matched), 'operation')} of {one.group}, "
        f"{count(len(conformance.findings), 'finding')}, {len(conformance.accepted)} accepted as "
        f"deviations, {len(one.open)} not understood"
    )
    for step in _next_steps(one):
        yield f"next: {step}"


def _finding_text(finding: Finding, one: Checked, specs: Path) -> Iterator[str]:
    yield f"  {finding.field} [{finding.rule}]"
    yield f"    document: {_side(finding.document, one.document)}"
    if finding.rule == "text":
        yield f"    accepted: another text ({lock_path(specs, one.group)})"
    else:
        yield f"    spec:     {_side(finding.spec, specs)}"


def _side(side: Side | None, default: Path) -> str:
    if side is None:
        return "nothing"
    value = (
        side.value if isinstance(side.value, str) else json.dumps(side.value, ensure_ascii=False)
    )
    return f"{value} ({side.file or default}:{side.line})"


def _next_steps(one: Checked) -> Iterator[str]:
    rules = {finding.rule for finding in one.conformance.findings}
    if rules - {"text", "deviation"}:
        yield "facts: correct the spec at the line named, or record a deviation with its reason"
    if "deviation" in rules:
        yield "deviations: the document no longer says what they tell; correct or remove them"
    if one.conformance.missing_in_specs:
        yield (
            f"new operations: 'docs import {one.document} --group {one.group} --output FOLDER' "
            "drafts them; move the drafts that you want into the specs"
        )
    if one.conformance.missing_in_document:
        yield "operations gone: if the vendor took them away, remove their specs"
    if one.open:
        yield "not understood: read those lines; put what they state into the specs by hand"
    if rules & {"text", "deviation"} or one.open:
        yield (
            "sentences: read the lines named and correct the specs' own words where they say "
            f"otherwise; then 'docs accept {one.document}' records that they were looked at"
        )
    if not one.is_fine:
        yield "at last 'generate'; 'diff HEAD specs' says what users of the client will notice"
