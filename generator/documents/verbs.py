"""The command line of `docs`; what its verbs need is loaded when one of them runs."""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path
from typing import Any

from ..paths import given_path

_LONGEST_PAUSE = 3600
_VERBS = (
    ("facts", "what documents state, as data", "commands"),
    ("check", "differences between documents and specs", "commands"),
    ("accept", "record that the document's sentences were looked at", "commands"),
    ("import", "draft specs from documents", "import_report"),
    ("fetch", "save the pages that the specs name", "fetching"),
)
"""What each does, and the module that does it in `run_` and its name."""
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
    facts, check, accept, draft, fetch = (_verb(inner, *row) for row in _VERBS)
    accept.set_defaults(writes=True)
    draft.set_defaults(writes=True)
    fetch.description = _FETCH
    for verb in (facts, check, accept, draft):
        says = "a file, or a folder of them"
        verb.add_argument("documents", type=given_path, nargs="+", metavar="DOC", help=says)
    for verb in (check, accept, draft):
        says = "URL path of operations that state no address"
        verb.add_argument("--group", metavar="PATH", help=says)
    for verb in (check, accept, fetch):
        _add_folder(verb, "--specs", "specs", default=specs)
    for verb, what in ((draft, "specs"), (fetch, "pages")):
        _add_folder(verb, "--output", what, required=True)
    for verb, more in ((facts, ()), (check, ("github", "markdown")), (draft, ()), (fetch, ())):
        verb.add_argument("--format", choices=("text", "json", *more), default="text")
    draft.add_argument(
        "--overwrite", action="store_true", help="replace specs that are there and differ"
    )
    fetch.add_argument(
        "--pause", type=_pause, default=1.0, metavar="SECONDS", help="between two requests (1)"
    )
    fetch.add_argument(
        "--base-url", default="", metavar="ORIGIN", help="ask this server for all pages: a mirror"
    )


def _verb(inner: Any, name: str, says: str, module: str) -> argparse.ArgumentParser:
    def run(options: argparse.Namespace) -> int:
        made = getattr(import_module(f"{__package__}.{module}"), f"run_{name}")(options)
        return int(made)

    verb: argparse.ArgumentParser = inner.add_parser(name, help=says)
    verb.set_defaults(run=run)
    return verb


def _add_folder(verb: argparse.ArgumentParser, name: str, what: str, **more: Any) -> None:
    verb.add_argument(name, type=given_path, metavar="DIR", help=f"folder of {what}", **more)


def _pause(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= _LONGEST_PAUSE:
        raise argparse.ArgumentTypeError(f"is not a number from 0 to {_LONGEST_PAUSE}")
    return seconds
