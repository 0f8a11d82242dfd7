"""The verbs of `docs`: facts, check, accept; what they print and how they end."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ..model import Operation
from ..spec.numbers import over
from ..targets import read_api
from ..visible import visible
from .checked import Report, check_all, concerned_by
from .conformance import Conformance, compare
from .facts import HEADS, DocumentFacts, as_data
from .findings import PAGE_RULES
from .given import Document, Given, read_given
from .lock import Lock, Locks, accepted, read_locks, write_lock
from .report import report_annotations, report_data
from .review import as_markdown, as_text, left_out
from .stated import words_of
from .texts import count


def run_facts(options: argparse.Namespace) -> int:
    """Print what documents state: of one that is named itself, without its name."""
    given = read_given(options.documents)
    documents = given.documents
    is_one = len(documents) == 1 and options.documents == [documents[0].path]
    if options.format == "json":
        each = [as_data(one.facts) for one in documents]
        named = [
            {"document": str(one.path), **data} for one, data in zip(documents, each, strict=True)
        ]
        _print_json(each[0] if is_one else {"documents": named, "left_out": given.left_out})
        return 0
    for one in documents:
        head = [] if is_one else [f"== {one.path}"]
        for line in (*head, *_facts_text(one.facts)):
            print(visible(line))
    for line in given.left_out:
        print(visible(line))
    return 0


def run_check(options: argparse.Namespace) -> int:
    """Print how documents and specs differ; 1 where they do."""
    given, operations, locks = _read(options)
    report = check_all(given, operations, locks, options.specs)
    if options.format == "json":
        _print_json(report_data(report))
    else:
        for line in _FORMATS[options.format](report):
            print(visible(line))
    return 0 if report.is_fine else 1


def run_accept(options: argparse.Namespace) -> int:
    """Record that the sentences of documents were looked at."""
    given, operations, locks = _read(options)
    documents, strangers = concerned_by(given, operations, locks, options.specs)
    for line in left_out(given.left_out, strangers):
        print(visible(line))
    ids = [locks.of(one.facts, one.path.stem).id for one in documents]
    held = {operation.key for one in documents for operation in one.facts.operations}
    left = 0
    for one in documents:
        old = locks.of(one.facts, one.path.stem, ids)
        before = compare(one.facts, operations, old)
        # what another of the documents has by now is no longer this one's
        own = {operation.key for operation in one.facts.operations}
        kept = {key: each for key, each in operations.items() if key in own or key not in held}
        lock = accepted(one.facts, kept, old)
        path = write_lock(options.specs, lock)
        locks = locks.with_(lock)
        left += len(compare(one.facts, operations, lock).findings)
        for line in _accepted_text(one, path, before, old, options.specs):
            print(visible(line))
    if left:
        print(f"{count(left, 'finding')} left: facts are corrected in the specs, not accepted")
    return 0


def _accepted_text(
    one: Document, path: str, before: Conformance, old: Lock, specs: Path
) -> Iterator[str]:
    """Yield what moved with a document that was accepted."""
    looked = sum(each.is_text for each in before.findings)
    yield (f"{specs / path}: holds the sentences of {one.path}; {count(looked, 'place')} changed")
    then, now = old.source.get("updated", ""), one.facts.updated
    if now and now < then:
        yield f"  updated {then} → {now}: an older state than the one that was accepted before"
    for each in before.findings:
        if each.rule in PAGE_RULES and each.spec is not None and each.document is not None:
            yield f"  {each.rule}: {each.field} {each.spec.value} → {each.document.value}"
    if old.file is not None and old.file != specs / path:
        yield f"  taken over from {old.file}"
    for key in before.missing_in_document:
        yield f"  {key}: not in the document"


def _read(options: argparse.Namespace) -> tuple[Given, Mapping[str, Operation], Locks]:
    given = read_given(options.documents, options.group or "")
    operations = read_api(options.specs).by_path
    return given, operations, read_locks(options.specs)


_FORMATS: Mapping[str, Callable[[Report], Iterator[str]]] = {
    "text": as_text,
    "markdown": as_markdown,
    "github": report_annotations,
}


def _print_json(data: Any) -> None:
    print(json.dumps(data, indent=2, ensure_ascii=False, default=str))


def _facts_text(facts: DocumentFacts) -> Iterator[str]:
    yield facts.module or facts.source.address or "a document without module and address"
    for operation in facts.operations:
        title = operation.title.value if operation.title else ""
        yield f"\n{operation.key}  {title}  (line {operation.line})"
        for key in HEADS[1:]:
            if stated := getattr(operation, key):
                yield f"  {key}: {stated.value}"
        for side in ("request", "response"):
            for one in getattr(operation, side):
                yield f"  {side}.{one.path}: {', '.join(words_of(one))}"
        for quota in operation.quotas:
            yield f"  quota: {quota.limit} {over(quota.time)}"
        for statement in operation.statements:
            yield f"  stated in prose: {statement.value}"
    for each in facts.not_understood:
        yield f"not understood: {each}"
    for doubt in facts.doubts:
        yield f"in doubt: {doubt}"
