"""The verbs of `docs`: facts, check, accept; what they print and how they end."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..analyze import read_api
from ..model import Group
from .blocks import DocumentError
from .facts import DocumentFacts, as_data
from .holding import Finding, Holding, Side, hold
from .importing import add_import
from .lock import accepted, lock_path, read_lock, write_lock
from .reading import read_document


@dataclass(frozen=True)
class Checked:
    """A document and what the comparison with its group came to."""

    document: Path
    facts: DocumentFacts
    group: str
    holding: Holding

    @property
    def is_fine(self) -> bool:
        """Whether nothing is left to be looked at."""
        holding = self.holding
        missing = holding.missing_in_document or holding.missing_in_specs
        return not (holding.findings or missing or self.facts.not_understood)


def add_verbs(verbs: Any, specs: Path) -> None:
    """Add `docs` and its verbs to the command line."""
    docs = verbs.add_parser("docs", help="documents: read, hold against specs, accept")
    inner = docs.add_subparsers(metavar="VERB", required=True)
    facts = inner.add_parser("facts", help="what a document states, as data")
    facts.add_argument("document", type=Path, metavar="DOC")
    check = inner.add_parser("check", help="differences between documents and specs")
    accept = inner.add_parser("accept", help="record that the document's sentences were looked at")
    for verb in (check, accept):
        verb.add_argument("documents", type=Path, nargs="+", metavar="DOC")
        verb.add_argument(
            "--specs", type=Path, default=specs, metavar="DIR", help="folder of specs"
        )
        verb.add_argument("--group", metavar="PATH", help="URL path; else the document's module")
    for verb in (facts, check):
        verb.add_argument("--format", choices=("text", "json"), default="text")
    add_import(inner)
    facts.set_defaults(run=_facts)
    check.set_defaults(run=_check)
    accept.set_defaults(run=_accept)


def _facts(options: argparse.Namespace) -> int:
    facts = read_document(options.document)
    if options.format == "json":
        _print_json(as_data(facts))
    else:
        for line in _facts_text(facts):
            print(line)
    return 0


def _check(options: argparse.Namespace) -> int:
    checked = [_checked(document, options) for document in options.documents]
    if options.format == "json":
        _print_json(_report_data(checked))
    else:
        for one in checked:
            for line in _report_text(one, options.specs):
                print(line)
    return 0 if all(one.is_fine for one in checked) else 1


def _accept(options: argparse.Namespace) -> int:
    for document in options.documents:
        facts, group = _facts_of(document, options)
        lock = accepted(
            facts,
            {one.name: one.deviations for one in group.operations},
            read_lock(options.specs, group.path),
        )
        write_lock(options.specs, group.path, lock)
        print(f"{lock_path(options.specs, group.path)}: holds the sentences of {document}")
    return 0


def _facts_of(document: Path, options: argparse.Namespace) -> tuple[DocumentFacts, Group]:
    facts = read_document(document)
    path = (options.group or facts.group).strip("/")
    if not path:
        raise DocumentError(f"{document} does not name its group; say --group PATH")
    group = _group(read_api(options.specs).root, path)
    if group is None:
        raise DocumentError(f"{options.specs} has no group {path!r}; say --group PATH")
    return facts, group


def _checked(document: Path, options: argparse.Namespace) -> Checked:
    facts, group = _facts_of(document, options)
    holding = hold(facts, group, read_lock(options.specs, group.path))
    return Checked(document, facts, group.path, holding)


def _group(group: Group, path: str) -> Group | None:
    if group.path == path:
        return group
    return next((found for inner in group.groups if (found := _group(inner, path))), None)


def _print_json(data: Any) -> None:
    print(json.dumps(data, indent=2, ensure_ascii=False, default=str))


def _report_data(checked: list[Checked]) -> dict[str, Any]:
    def names(key: str) -> list[str]:
        return [name for one in checked for name in getattr(one.holding, key)]

    return {
        "documents": [str(one.document) for one in checked],
        "operations": {
            "matched": len(names("matched")),
            "missing_in_specs": names("missing_in_specs"),
            "missing_in_document": names("missing_in_document"),
        },
        "findings": [_finding_data(each) for one in checked for each in one.holding.findings],
        "accepted": [_finding_data(each) for one in checked for each in one.holding.accepted],
        "not_understood": [
            {"document": str(one.document), "line": each.line, "text": each.text, "why": each.why}
            for one in checked
            for each in one.facts.not_understood
        ],
    }


def _finding_data(finding: Finding) -> dict[str, Any]:
    return {
        "operation": finding.operation,
        "field": finding.field,
        "rule": finding.rule,
        "document": finding.document.as_data() if finding.document else None,
        "spec": finding.spec.as_data() if finding.spec else None,
    }


def _report_text(one: Checked, specs: Path) -> Iterator[str]:
    holding = one.holding
    by_operation: dict[str, list[Finding]] = {}
    for finding in holding.findings:
        by_operation.setdefault(finding.operation, []).append(finding)
    for operation, findings in by_operation.items():
        yield f"{operation}"
        for finding in findings:
            yield f"  {finding.field} [{finding.rule}]"
            yield f"    document: {_side(finding.document, one.document)}"
            yield f"    spec:     {_side(finding.spec, specs)}"
    for name in holding.missing_in_specs:
        yield f"{name}: in the document, not in the specs; draft it with 'docs import'"
    for name in holding.missing_in_document:
        yield f"{name}: in the specs, not in the document; was it taken away?"
    for each in one.facts.not_understood:
        yield f"{one.document}:{each.line}: not understood, {each.why}: {each.text}"
    yield (
        f"{one.document}: {_count(len(holding.matched), 'operation')} of {one.group}, "
        f"{_count(len(holding.findings), 'finding')}, {len(holding.accepted)} accepted as "
        f"deviations, {len(one.facts.not_understood)} not understood"
    )
    if not one.is_fine:
        yield (
            "next: correct the specs, or record a deviation with its reason; where only sentences"
            " changed, read them and run 'docs accept'; then 'generate'"
        )


def _side(side: Side | None, default: Path) -> str:
    if side is None:
        return "nothing"
    value = (
        side.value if isinstance(side.value, str) else json.dumps(side.value, ensure_ascii=False)
    )
    return f"{value} ({side.file or default}:{side.line})"


def _facts_text(facts: DocumentFacts) -> Iterator[str]:
    yield f"{facts.module or 'no module'} ({facts.group or 'no group'})"
    for operation in facts.operations:
        title = operation.title.value if operation.title else ""
        yield f"\n{operation.name}  {title}  (line {operation.line})"
        for key in ("page", "updated", "method", "path"):
            if stated := getattr(operation, key):
                yield f"  {key}: {stated.value}"
        for side in ("request", "response"):
            for one in getattr(operation, side):
                yield f"  {side}.{one.path}: {', '.join(_field_words(one))}"
        for quota in operation.quotas:
            yield f"  quota: {quota.limit} in {quota.days or 'all'} days"
    for each in facts.not_understood:
        yield f"not understood: {each}"


def _field_words(one: Any) -> Iterator[str]:
    yield one.type or "type unknown"
    if one.required is not None:
        yield "required" if one.required else "optional"
    if one.origin != "table":
        yield f"from the {one.origin}" if one.origin == "example" else "no row of its own"
    limits: Mapping[str, Any] = one.limits
    yield from (f"{rule} {stated.value}" for rule, stated in limits.items())
    if one.enum:
        yield f"one of {', '.join(map(str, one.enum))}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
