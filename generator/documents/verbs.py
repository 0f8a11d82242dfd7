"""The command line of `docs`; what its verbs need is loaded when one of them runs."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..paths import given_path

Run = Callable[[argparse.Namespace], int]
_LONGEST_PAUSE = 3600
_FETCH = (
    "Save the pages that the specs name, one request after another, each page as a file with its "
    "address. No cookies and no credentials are sent. What cannot be had (the site asks for a "
    "human, a page is gone) is told with the reason, and never replaces a good file. Exit 1: some "
    "page could not be had. Tried with a server on loopback, not yet with the vendor's site."
)


def add_verbs(verbs: Any, specs: Path) -> None:
    """Add `docs` and its verbs to the command line."""
    docs = verbs.add_parser("docs", help="documents: read, hold against specs, accept, import")
    inner = docs.add_subparsers(metavar="VERB", required=True)
    facts = inner.add_parser("facts", help="what documents state, as data")
    check = inner.add_parser("check", help="differences between documents and specs")
    accept = inner.add_parser("accept", help="record that the document's sentences were looked at")
    draft = inner.add_parser("import", help="draft specs from documents")
    for verb in (facts, check, accept, draft):
        verb.add_argument(
            "documents",
            type=given_path,
            nargs="+",
            metavar="DOC",
            help="a file, or a folder of them",
        )
    for verb in (check, accept, draft):
        verb.add_argument(
            "--group", metavar="PATH", help="URL path of operations that state no address"
        )
    for verb in (check, accept):
        verb.add_argument(
            "--specs", type=given_path, default=specs, metavar="DIR", help="folder of specs"
        )
    for verb, formats in (
        (facts, ("text", "json")),
        (draft, ("text", "json")),
        (check, ("text", "json", "github", "markdown")),
    ):
        verb.add_argument("--format", choices=formats, default="text")
    draft.add_argument(
        "--output", type=given_path, required=True, metavar="DIR", help="folder of specs"
    )
    draft.add_argument(
        "--overwrite", action="store_true", help="replace specs that are there and differ"
    )
    _add_fetch(inner, specs)
    facts.set_defaults(run=_command("run_facts"))
    check.set_defaults(run=_command("run_check"))
    accept.set_defaults(run=_command("run_accept"), writes=True)
    draft.set_defaults(run=_import, writes=True)


def _add_fetch(inner: Any, specs: Path) -> None:
    says = "save the pages that the specs name"
    fetch = inner.add_parser("fetch", help=says, description=_FETCH)
    fetch.add_argument(
        "--specs", type=given_path, default=specs, metavar="DIR", help="folder of specs"
    )
    fetch.add_argument(
        "--output", type=given_path, required=True, metavar="DIR", help="folder of pages"
    )
    fetch.add_argument(
        "--pause", type=_pause, default=1.0, metavar="SECONDS", help="between two requests (1)"
    )
    fetch.add_argument(
        "--base-url", default="", metavar="ORIGIN", help="ask this server for all pages: a mirror"
    )
    fetch.add_argument("--format", choices=("text", "json"), default="text")
    fetch.set_defaults(run=_fetch)


def _pause(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= _LONGEST_PAUSE:
        raise argparse.ArgumentTypeError(f"is not a number from 0 to {_LONGEST_PAUSE}")
    return seconds


def _command(name: str) -> Run:
    def run(options: argparse.Namespace) -> int:
        from . import commands

        return int(getattr(commands, name)(options))

    return run


def _fetch(options: argparse.Namespace) -> int:
    from .fetching import run_fetch

    return run_fetch(options)


def _import(options: argparse.Namespace) -> int:
    from .import_report import run_import

    return run_import(options)
