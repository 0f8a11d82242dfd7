"""`docs import`: drafts of a whole document, checked before they are written."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..output import replace_file
from ..problems import SpecError
from ..spec.names import path_part_fault
from ..spec.schema import SPECS
from ..targets import read_api
from ..visible import visible
from .blocks import DocumentError
from .conformance import Finding, compare
from .drafts import Draft, Drafter, sharing_titles
from .facts import DocumentFacts
from .lock import NAME, Lock, accepted, write_lock
from .reading import read_document


@dataclass(frozen=True)
class Import:
    """What an import would write, by path below the output, and what to look at."""

    files: dict[str, bytes]
    drafts: tuple[Draft, ...]
    left_out: dict[str, str]
    """Operations that could not be drafted, and why."""
    findings: tuple[Finding, ...]


def run_import(options: argparse.Namespace) -> int:
    """Write the drafts of a document and print what to look at."""
    facts = read_document(options.document)
    group = options.group.strip("/")
    bad = [fault for part in group.split("/") if (fault := path_part_fault(part))]
    if bad:
        raise DocumentError(f"--group {options.group}: {bad[0]}")
    made = make(facts, group)
    different = [
        path for path, content in made.files.items() if _differs(options.output / path, content)
    ]
    if different and not options.overwrite:
        raise DocumentError(
            "these are there already and differ; nothing was written (--overwrite replaces them):\n"
            + "\n".join(f"  {options.output / path}" for path in different)
        )
    for path, content in made.files.items():
        replace_file(options.output / path, content)
    _summary(made, facts, options.output)
    return 1 if made.left_out or made.findings else 0


def _differs(path: Path, content: bytes) -> bool:
    try:
        return path.exists() and path.read_bytes() != content
    except OSError as error:
        raise DocumentError(f"{path} cannot be read: {error.strerror}") from None


def make(facts: DocumentFacts, group: str) -> Import:
    """Draft the specs of a document and hold them against it.

    Raises:
        DocumentError: nothing of it can be drafted; it says why.
    """
    codes = frozenset(error.code for error in read_api(SPECS).errors)
    left_out = {one.name: fault for one in facts.operations if (fault := path_part_fault(one.name))}
    names = {one.name: one for one in facts.operations if one.name not in left_out}
    sharing = sharing_titles(names.values())
    drafts = {
        name: Drafter(one, group, codes, name in sharing).draft() for name, one in names.items()
    }
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        problems = _problems(drafts, root, group)
        # an example may be what breaks them
        again = {
            name: Drafter(names[name], group, codes, name in sharing, with_examples=False).draft()
            for name in problems
        }
        drafts |= again
        if again:
            left_out |= _problems(drafts, root, group)
        made = [one for name, one in drafts.items() if name not in left_out]
        if not made:
            reasons = "\n".join(f"  {name}: {why}" for name, why in left_out.items())
            raise DocumentError(f"no operation of the document can be drafted:\n{reasons}")
        for name in drafts.keys() & left_out.keys():
            (root / group / f"{name}.yaml").unlink()
        files, findings = _accepted(facts, group, root)
    return Import(files, tuple(made), left_out, findings)


def _problems(drafts: Mapping[str, Draft], root: Path, group: str) -> dict[str, str]:
    """Write the drafts; return what is wrong with each that is not a valid spec."""
    for name, one in drafts.items():
        replace_file(root / group / f"{name}.yaml", one.text.encode())
    try:
        read_api(root)
    except SpecError as error:
        found = {Path(one.location.file).stem: one.message for one in error.problems}
        return {name: message for name, message in found.items() if name in drafts}
    return {}


def _accepted(
    facts: DocumentFacts, group: str, root: Path
) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
    """Accept the document beside its drafts; return all files, and what still differs."""
    found = next(one for one in read_api(root).root.walk() if one.path == group)
    deviations = {one.name: one.deviations for one in found.operations}
    lock = accepted(facts, deviations, Lock())
    # nobody has looked at what was not understood
    write_lock(root, group, replace(lock, not_understood=()))
    paths = sorted((root / group).iterdir())
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}
    return files, compare(facts, found, lock).findings


def _summary(made: Import, facts: DocumentFacts, output: Path) -> None:
    for path in made.files:
        print(f"wrote {output / path}" + (" (hashes)" if path.endswith(NAME) else ""))
    said: list[str] = []
    for one in made.drafts:
        said += (f"\n{one.operation}: to look at", *(f"  {each}" for each in one.decisions))
    said += (f"\n{name}: left out, {why}" for name, why in made.left_out.items())
    for finding in made.findings:
        said.append(f"\n{finding.operation}: {finding.field} [{finding.rule}] still differs")
    said += (f"\nnot understood: {each}" for each in facts.not_understood)
    for line in said:
        print(visible(line))
    print(f"\n{len(made.drafts)} drafts; next: decide what the comments ask, then 'generate'")
