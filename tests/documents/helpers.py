"""What the tests of documents share: specs drafted from a document, and what a check then says."""

from __future__ import annotations

import contextlib
import io
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.cli import main
from generator.documents.conformance import Conformance, compare
from generator.documents.facts import DocumentFacts
from generator.documents.given import Document
from generator.documents.importing import make
from generator.documents.lock import Lock, Locks, read_locks
from generator.documents.reading import read_text
from generator.model import Group, Operation
from generator.targets import read_api

ROOT = Path(__file__).resolve().parents[2]
SPECS = ROOT / "specs"
VENDOR_DOCUMENT = ROOT.parent / "shared" / "documents" / "groupchat.txt"
"""The vendor's own document, where the checkout lies beside it; it is never copied in here."""

Difference = tuple[str, str, str]
"""Operation (its name, empty for the document itself), field and rule of a finding."""


@dataclass(frozen=True)
class Held:
    """Specs and what was accepted of their documents."""

    group: Group
    locks: Locks

    @property
    def operations(self) -> dict[str, Operation]:
        """The operations of the group, by their whole paths."""
        return {one.path: one for one in self.group.operations}

    def of(self, operation: str) -> Held:
        """Return the same with one operation alone."""
        kept = tuple(one for one in self.group.operations if one.name == operation)
        return replace(self, group=replace(self.group, operations=kept))

    def lock(self, facts: DocumentFacts) -> Lock:
        """Return the lock of a document."""
        return self.locks.of(facts, "document")

    def compare(self, text: str) -> Conformance:
        """Compare a document with the specs."""
        facts = read_text(text)
        return compare(facts, self.operations, self.lock(facts))

    def differences(self, text: str) -> set[Difference]:
        """Return everything that a check of this document reports."""
        facts = read_text(text)
        lock = self.lock(facts)
        found = compare(facts, self.operations, lock)
        return {
            *((_name(one.operation), one.field, one.rule) for one in found.findings),
            *((_name(key), "", "not in the specs") for key in found.missing_in_specs),
            *((_name(key), "", "not in the document") for key in found.missing_in_document),
            *(
                ("", one.text, "not understood")
                for one in facts.not_understood
                if one.hash not in lock.not_understood
            ),
        }


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def held(specs: Path, path: str) -> Held:
    """Read the group of a folder of specs."""
    group = next(one for one in read_api(specs).root.walk() if one.path == path)
    return Held(group, read_locks(specs))


def drafted(text: str, group: str, specs: Path) -> Held:
    """Draft the specs of a document into a folder, and read them."""
    document = Document(Path("document"), read_text(text, group=group))
    for path, content in make([document]).files.items():
        assert content is not None
        target = specs / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return held(specs, group)


def run(*arguments: str | Path) -> tuple[int, str]:
    """Run the generator as a maintainer does; return its exit code and what it printed."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(io.StringIO()):
        try:
            code = main([str(one) for one in arguments])
        except SystemExit as end:
            code = int(end.code or 0)
    return code, printed.getvalue()


def checked(document: Path, specs: Path, *options: str) -> tuple[int, dict[str, Any]]:
    """Return the exit code and the report of `docs check`."""
    code, printed = run("docs", "check", document, "--specs", specs, "--format", "json", *options)
    report: dict[str, Any] = json.loads(printed)
    return code, report
