"""`docs import`: drafts of a whole document, checked before they are written."""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import dataclass
from pathlib import Path

from ..analyze import read_api
from ..model import Group
from ..output import replace_file
from ..problems import SpecError
from ..schema import SPECS
from .blocks import DocumentError
from .drafts import Draft, draft, is_usable
from .facts import DocumentFacts
from .holding import Finding, hold
from .lock import NAME, Lock, accepted, write_lock
from .reading import read_document


@dataclass(frozen=True)
class Import:
    """What an import would write, by path below the output, and what to look at."""

    files: dict[str, bytes]
    drafts: tuple[Draft, ...]
    left_out: tuple[str, ...]
    findings: tuple[Finding, ...]


def add_import(inner: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    verb = inner.add_parser("import", help="draft specs from a document")
    verb.add_argument("document", type=Path, metavar="DOC")
    verb.add_argument("--group", required=True, metavar="PATH", help="URL path below /cgi-bin/")
    verb.add_argument("--output", type=Path, required=True, metavar="DIR", help="folder of specs")
    verb.add_argument(
        "--overwrite", action="store_true", help="replace specs that are there and differ"
    )
    verb.set_defaults(run=_import)


def _import(options: argparse.Namespace) -> int:
    facts = read_document(options.document)
    group = options.group.strip("/")
    bad = [part for part in group.split("/") if not is_usable(part)]
    if bad or not group:
        raise DocumentError(f"--group {options.group}: lower-case words joined by / are wanted")
    made = make(facts, group)
    different = [
        path
        for path, content in made.files.items()
        if (options.output / path).exists() and (options.output / path).read_bytes() != content
    ]
    if different and not options.overwrite:
        raise DocumentError(
            "these are there already and differ; nothing was written (--overwrite replaces them):\n"
            + "\n".join(f"  {options.output / path}" for path in different)
        )
    for path, content in made.files.items():
        replace_file(options.output / path, content)
    _summary(made, facts, options.output)
    return 0


def make(facts: DocumentFacts, group: str) -> Import:
    """Draft the specs of a document and hold them against it.

    Raises:
        DocumentError: the drafts do not validate; it says why.
    """
    codes = [error.code for error in read_api(SPECS).errors]
    usable = [one for one in facts.operations if is_usable(one.name)]
    drafts = tuple(draft(one, group, codes) for one in usable)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for one in drafts:
            replace_file(root / group / f"{one.operation}.yaml", one.text.encode())
        try:
            found = _find(read_api(root).root, group)
        except SpecError as error:
            said = str(error).replace(f"{root}/", "")
            raise DocumentError(f"the drafts need help:\n{said}") from None
        deviations = {one.name: one.deviations for one in found.operations}
        lock = accepted(facts, deviations, Lock())
        write_lock(root, group, lock)
        files = {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in sorted((root / group).iterdir())
        }
    holding = hold(facts, found, lock)
    left_out = tuple(one.name for one in facts.operations if not is_usable(one.name))
    return Import(files, drafts, left_out, holding.findings)


def _find(group: Group, path: str) -> Group:
    while group.path != path:
        group = next(
            one for one in group.groups if path == one.path or path.startswith(one.path + "/")
        )
    return group


def _summary(made: Import, facts: DocumentFacts, output: Path) -> None:
    for path in made.files:
        print(f"wrote {output / path}" + ("" if not path.endswith(NAME) else " (hashes)"))
    for one in made.drafts:
        print(f"\n{one.operation}: to look at")
        for decision in one.decisions:
            print(f"  {decision}")
    for name in made.left_out:
        print(f"\n{name}: left out, its name cannot be part of a path")
    for finding in made.findings:
        print(f"\n{finding.operation}: {finding.field} [{finding.rule}] still differs")
    for each in facts.not_understood:
        print(f"\nnot understood: {each}")
    print(f"\n{len(made.drafts)} drafts; next: decide what the comments ask, then 'generate'")
