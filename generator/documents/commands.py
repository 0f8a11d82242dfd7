"""The verbs of `docs`: facts, check, accept; what they print and how they end."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..model import Group
from ..targets import read_api
from ..visible import visible
from .blocks import DocumentError
from .conformance import compare
from .facts import HEADS, DocumentFacts, as_data
from .lock import accepted, lock_path, read_lock, write_lock
from .reading import read_document
from .report import Checked, report_annotations, report_data, report_text, together
from .texts import count


def run_facts(options: argparse.Namespace) -> int:
    """Print what a document states."""
    facts = read_document(options.document)
    if options.format == "json":
        _print_json(as_data(facts))
    else:
        for line in _facts_text(facts):
            print(visible(line))
    return 0


def run_check(options: argparse.Namespace) -> int:
    """Print how documents and specs differ; 1 where they do."""
    checked = together([_checked(document, options) for document in options.documents])
    if options.format == "json":
        _print_json(report_data(checked))
    else:
        report = report_annotations if options.format == "github" else report_text
        for one in checked:
            for line in report(one, options.specs):
                print(visible(line))
    return 0 if all(one.is_fine for one in checked) else 1


def run_accept(options: argparse.Namespace) -> int:
    """Record that the sentences of documents were looked at."""
    for document in options.documents:
        facts, group = _facts_of(document, options)
        old = read_lock(options.specs, group.path)
        before = compare(facts, group, old)
        deviations = {one.name: one.deviations for one in group.operations}
        lock = accepted(facts, deviations, old)
        write_lock(options.specs, group.path, lock)
        looked = sum(one.rule == "text" for one in before.findings)
        left = len(compare(facts, group, lock).findings)
        print(
            f"{lock_path(options.specs, group.path)}: holds the sentences of {document}; "
            f"{count(looked, 'place')} changed"
        )
        if left:
            print(f"{count(left, 'finding')} left: facts are corrected in the specs, not accepted")
    return 0


def _facts_of(document: Path, options: argparse.Namespace) -> tuple[DocumentFacts, Group]:
    facts = read_document(document)
    path = (options.group or facts.group).strip("/")
    if not path:
        raise DocumentError(f"{document} does not name its group; say --group PATH")
    groups = (one for one in read_api(options.specs).root.walk() if one.path == path)
    group = next(groups, None)
    if group is None or not group.operations:
        raise DocumentError(
            f"{options.specs} has no operations of {path!r}, the group of {document}; name another "
            "with --group PATH, or draft them with 'docs import'"
        )
    return facts, group


def _checked(document: Path, options: argparse.Namespace) -> Checked:
    facts, group = _facts_of(document, options)
    lock = read_lock(options.specs, group.path)
    return Checked(document, facts, group.path, compare(facts, group, lock), lock)


def _print_json(data: Any) -> None:
    print(json.dumps(data, indent=2, ensure_ascii=False, default=str))


def _facts_text(facts: DocumentFacts) -> Iterator[str]:
    yield f"{facts.module or 'no module'} ({facts.group or 'no group'})"
    for operation in facts.operations:
        title = operation.title.value if operation.title else ""
        yield f"\n{operation.name}  {title}  (line {operation.line})"
        for key in HEADS[1:]:
            if stated := getattr(operation, key):
                yield f"  {key}: {stated.value}"
        for side in ("request", "response"):
            for one in getattr(operation, side):
                yield f"  {side}.{one.path}: {', '.join(_field_words(one))}"
        for quota in operation.quotas:
            span = f"in {count(quota.days, 'day')}" if quota.days else "in all"
            yield f"  quota: {quota.limit} {span}"
        for statement in operation.statements:
            yield f"  stated in prose: {statement.value}"
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
