"""The command line of `docs`; what its verbs need is loaded when one of them runs."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..paths import given_path

Run = Callable[[argparse.Namespace], int]


def add_verbs(verbs: Any, specs: Path) -> None:
    """Add `docs` and its verbs to the command line."""
    docs = verbs.add_parser("docs", help="documents: read, hold against specs, accept, import")
    inner = docs.add_subparsers(metavar="VERB", required=True)
    facts = inner.add_parser("facts", help="what a document states, as data")
    check = inner.add_parser("check", help="differences between documents and specs")
    accept = inner.add_parser("accept", help="record that the document's sentences were looked at")
    draft = inner.add_parser("import", help="draft specs from a document")
    for verb in (facts, draft):
        verb.add_argument("document", type=given_path, metavar="DOC")
    for verb in (check, accept):
        verb.add_argument("documents", type=given_path, nargs="+", metavar="DOC")
        verb.add_argument(
            "--specs", type=given_path, default=specs, metavar="DIR", help="folder of specs"
        )
        verb.add_argument("--group", metavar="PATH", help="URL path; else the document's module")
    for verb, formats in ((facts, ("text", "json")), (check, ("text", "json", "github"))):
        verb.add_argument("--format", choices=formats, default="text")
    draft.add_argument("--group", required=True, metavar="PATH", help="URL path below /cgi-bin/")
    draft.add_argument(
        "--output", type=given_path, required=True, metavar="DIR", help="folder of specs"
    )
    draft.add_argument(
        "--overwrite", action="store_true", help="replace specs that are there and differ"
    )
    facts.set_defaults(run=_command("run_facts"))
    check.set_defaults(run=_command("run_check"))
    accept.set_defaults(run=_command("run_accept"), writes=True)
    draft.set_defaults(run=_import, writes=True)


def _command(name: str) -> Run:
    def run(options: argparse.Namespace) -> int:
        from . import commands

        return int(getattr(commands, name)(options))

    return run


def _import(options: argparse.Namespace) -> int:
    from .importing import run_import

    return run_import(options)
