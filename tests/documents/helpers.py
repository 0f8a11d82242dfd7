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
from generator.documents.importing import make
from generator.documents.lock import Lock, read_lock
from generator.documents.reading import read_text
from generator.model import Group
from generator.targets import read_api

ROOT = Path(__file__).resolve().parents[2]
SPECS = ROOT / "specs"
VENDOR_DOCUMENT = ROOT.parent / "shared" / "documents" / "groupchat.txt"
"""The vendor's own document, where the checkout lies beside it; it is never copied in here."""

Difference = tuple[str, str, str]
"""Operation, field and rule of a finding."""


@dataclass(frozen=True)
class Held:
    """A group's specs and what was accepted of its document."""

    group: Group
    lock: Lock

    def of(self, operation: str) -> Held:
        """Return the same with one operation alone."""
        kept = tuple(one for one in self.group.operations if one.name == operation)
        return replace(self, group=replace(self.group, operations=kept))

    def compare(self, text: str) -> Conformance:
        """Compare a document with the specs."""
        return compare(read_text(text), self.group, self.lock)

    def differences(self, text: str) -> set[Difference]:
        """Return everything that a check of this document reports."""
        facts = read_text(text)
        found = compare(facts, self.group, self.lock)
        return {
            *((one.operation, one.field, one.rule) for one in found.findings),
            *((name, "", "not in the specs") for name in found.missing_in_specs),
            *((name, "", "not in the document") for name in found.missing_in_document),
            *(("", one.text, "not understood") for one in facts.not_understood),
        }


def held(specs: Path, path: str) -> Held:
    """Read the group of a folder of specs."""
    group = read_api(specs).root
    while group.path != path:
        group = next(
            one for one in group.groups if path == one.path or path.startswith(one.path + "/")
        )
    return Held(group, read_lock(specs, path))


def drafted(text: str, group: str, specs: Path) -> Held:
    """Draft the specs of a document into a folder, and read them."""
    for path, content in make(read_text(text), group).files.items():
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
