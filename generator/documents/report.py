"""What `docs check` says to programs: data for a CI job, and annotations at their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from ..annotations import annotation
from .checked import Checked, Report
from .facts import Stated
from .findings import Finding
from .review import finding_text, left_out


def report_data(report: Report) -> dict[str, Any]:
    """Return everything as JSON has it."""
    pages = report.pages

    def names(key: str) -> list[str]:
        paths = (path for one in pages for path in getattr(one.conformance, key))
        return [path.rpartition("/")[2] for path in paths]

    def notes(key: str, left: str) -> list[dict[str, Any]]:
        return [
            {"document": str(one.document), **asdict(each), "accepted": each not in unseen}
            for one in pages
            for unseen in [getattr(one, left)]
            for each in getattr(one.facts, key)
        ]

    return {
        "documents": [str(one.document) for one in pages],
        "operations": {
            "matched": len(names("matched")),
            "missing_in_specs": names("missing_in_specs"),
            "missing_in_document": names("missing_in_document"),
        },
        "findings": [_finding(each, one) for one in pages for each in one.conformance.findings],
        "accepted": [_finding(each, one) for one in pages for each in one.conformance.accepted],
        "not_understood": notes("not_understood", "open"),
        "doubts": notes("doubts", "doubts"),
        "pages": [_page(one) for one in pages],
        "left_out": [one.removeprefix("left out: ") for one in report.left_out],
        "without_specs": list(report.strangers),
    }


def _page(one: Checked) -> dict[str, Any]:
    accepted, now = one.updated
    return {
        "document": str(one.document),
        "id": one.lock.id,
        "address": one.facts.source.address,
        "title": one.facts.source.title,
        "updated": now,
        "accepted_updated": accepted,
        "operations": list(one.conformance.matched),
        "missing_in_specs": list(one.conformance.missing_in_specs),
        "missing_in_document": list(one.conformance.missing_in_document),
    }


def _finding(finding: Finding, one: Checked) -> dict[str, Any]:
    group, _, name = finding.operation.rpartition("/")
    return {
        "operation": name,
        "field": finding.field,
        "rule": finding.rule,
        "document": _side(finding.document),
        "spec": _side(finding.spec),
        "group": group,
        "file": str(one.document),
    }


def _side(side: Stated | None) -> dict[str, Any] | None:
    if side is None:
        return None
    return {"value": side.value, "line": side.line, **({"file": side.file} if side.file else {})}


def report_annotations(report: Report) -> Iterator[str]:
    """Yield what is left to be looked at, each at its place: in the spec where that says it."""
    for one in report.pages:
        yield from _annotations(one)
    for line in left_out(report.left_out, report.strangers):
        yield annotation("notice", line)


def _annotations(one: Checked) -> Iterator[str]:
    for finding in one.conformance.findings:
        side = finding.spec or finding.document
        file = (finding.spec and finding.spec.file) or one.document
        message = "\n".join(filter(None, [finding.operation, *finding_text(finding, one)]))
        yield annotation("error", message, file=file, line=side.line if side else 0)
    for key in one.conformance.missing_in_specs:
        yield annotation("error", f"{key}: in the document, not in the specs", file=one.document)
    for key in one.conformance.missing_in_document:
        yield annotation("error", f"{key}: in the specs, not in the document", file=one.document)
    for said, listed in (("not understood", one.open), ("in doubt", one.doubts)):
        for each in listed:
            message = f"{said}, {each.why}: {each.text}"
            yield annotation("error", message, file=one.document, line=each.line)
