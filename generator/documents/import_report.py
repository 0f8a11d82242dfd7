"""What `docs import` tells: what was written and kept, what to decide, what was not understood."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..output import locked, replaced
from ..spec.names import path_part_fault
from ..visible import visible
from .blocks import DocumentError
from .given import Given, read_given
from .importing import Import, make
from .texts import count

_LISTED = 10
"""Up to how many operations the decisions of each are listed; the files have them in any case."""


def run_import(options: argparse.Namespace) -> int:
    """Write the drafts of documents and print what to look at."""
    group = (options.group or "").strip("/")
    faults = [fault for part in group.split("/") if group and (fault := path_part_fault(part))]
    if faults:
        raise DocumentError(f"--group {options.group}: {faults[0]}")
    given = read_given(options.documents, group)
    made = make(given.documents, options.output, overwrite=options.overwrite)
    if made.files:
        with locked(options.output), replaced(options.output, made.files):
            pass
    if options.format == "json":
        print(json.dumps(_data(made, given), indent=2, ensure_ascii=False))
    else:
        for line in _text(made, given, options.output):
            print(visible(line))
    return 1 if made.left_out or made.findings else 0


def _data(made: Import, given: Given) -> dict[str, Any]:
    return {
        "written": sorted(path for path, content in made.files.items() if content is not None),
        "new": sorted(made.written.keys() - made.replaced),
        "replaced": sorted(made.replaced),
        "same": sorted(made.same),
        "kept": sorted(made.kept),
        "left_out": dict(made.left_out),
        "decisions": {
            key: [str(each) for each in one.decisions] for key, one in sorted(made.written.items())
        },
        "differences": [[one.operation, one.field, one.rule] for one in made.findings],
        "documents": [str(one.path) for one in given.documents],
        "passed_over": list(given.left_out),
        "doubts": _notes(given, "doubts"),
        "not_understood": _notes(given, "not_understood"),
    }


def _notes(given: Given, kind: str) -> list[str]:
    return [f"{one.path}: {each}" for one in given.documents for each in getattr(one.facts, kind)]


def _text(made: Import, given: Given, output: Path) -> Iterator[str]:
    for path, content in made.files.items():
        what = "removed" if content is None else "wrote"
        yield f"{what} {output / path}" + (" (hashes)" if path.endswith(".lock") else "")
    for key in sorted(made.kept):
        yield f"kept, differs from its draft (--overwrite replaces it): {key}"
    for key, one in made.held.items():
        if one.others and key in made.drafts:
            others = ", ".join(str(other.path) for other in one.others)
            yield f"{key}: drafted from {one.document.path}; it stands in {others}, too"
    yield from given.left_out
    yield from (f"{key}: left out, {why}" for key, why in made.left_out.items())
    yield from _decisions(made)
    for finding in made.findings:
        yield f"{finding.operation}: {finding.field} [{finding.rule}] still differs"
    yield from (f"doubt: {each}" for each in _notes(given, "doubts"))
    yield from (f"not understood: {each}" for each in _notes(given, "not_understood"))
    yield _last_line(made, given)


def _decisions(made: Import) -> Iterator[str]:
    """List what to decide by operation where these are few, and else how often each is asked."""
    if len(made.written) <= _LISTED:
        for key, draft in made.written.items():
            yield f"\n{key}: to decide"
            yield from (f"  {each}" for each in draft.decisions)
        return
    asked = (each for draft in made.written.values() for each in draft.decisions)
    # without the field's own name
    kinds = Counter(f"{each.place.partition('.')[0]}: {each.kind}" for each in asked)
    yield "\nto decide; the comments in each file say where"
    yield from (f"  {number:5} {kind}" for kind, number in kinds.most_common())


def _last_line(made: Import, given: Given) -> str:
    numbers = {
        "new": len(made.written) - len(made.replaced),
        "replaced": len(made.replaced),
        "the same": len(made.same),
        "kept": len(made.kept),
        "left out": len(made.left_out),
        "doubts": len(_notes(given, "doubts")),
        "not understood": len(_notes(given, "not_understood")),
    }
    counted = ", ".join(f"{number} {what}" for what, number in numbers.items() if number)
    drafts = f"{count(len(made.drafts), 'draft')} from {count(len(given.documents), 'document')}"
    asked = "; next: decide what the comments ask, then 'generate'" if made.written else ""
    return f"\n{drafts}: {counted}{asked}"
