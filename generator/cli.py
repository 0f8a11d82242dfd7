"""The command line: verbs to stages, results to stdout, findings to exit codes.

Exit codes: 0 fine, 1 a finding, 2 it could not run.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from .adopt import Adopter
from .annotations import annotation
from .documents.verbs import add_verbs
from .model import Api
from .output import Difference, compare, publish, replace_file
from .paths import given_path
from .problems import RunError, SpecError
from .spec.numbers import counted
from .spec.placeholders import committed_placeholders
from .spec.schema import SPEC_SCHEMA, SPECS, spec_schema
from .targets import read_api, render
from .visible import visible

_GENERATED = SPECS.parent / "generated"
FINE, FOUND, FAILED = 0, 1, 2
_DIFF = (
    "Say what changed between two trees, and whether it breaks callers of the generated client. "
    "OLD and NEW are folders of specs, checkouts of the project, or git revisions such as HEAD~1; "
    "REVISION:FOLDER names specs that are not in specs/. This generator renders the specs of both; "
    "where both have a generated/ beside them, that is compared too. No code of either is run. "
    "Exit 1: something breaks."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        try:
            return _run(_parser().parse_args(arguments))
        finally:
            if sys.stdout is not None:  # as where the shell was told to close it
                sys.stdout.flush()
    except BrokenPipeError:
        pass  # whoever read the results has enough
    except OSError as error:
        where = error.filename or "the results cannot be written to standard output"
        with contextlib.suppress(OSError):
            print(f"{where}: {error.strerror or error}", file=sys.stderr, flush=True)
    _give_up_streams()
    return FAILED


def _run(options: argparse.Namespace) -> int:
    try:
        return int(options.run(options))
    except SpecError as error:
        _say_problems(error, options)
    except RunError as error:
        form = getattr(options, "format", "text")
        if form == "json":
            nowhere = {"file": "", "line": 0, "column": 0}
            _print_json({"problems": [{**nowhere, "message": str(error)}]})
        else:
            print(annotation("error", str(error)) if form == "github" else visible(str(error)))
    return FAILED


def _say_problems(error: SpecError, options: argparse.Namespace) -> None:
    form = getattr(options, "format", "text")
    if form == "json":
        rows = ({**asdict(one.location), "message": one.message} for one in error.problems)
        _print_json({"problems": [*rows]})
    elif form == "github":
        for one in error.problems:
            print(annotation("error", one.message, **asdict(one.location)))
    else:
        print(visible(str(error)))
        unwritten = "; nothing was written" if getattr(options, "writes", False) else ""
        print(f"{counted(len(error.problems), 'problem')}{unwritten}")


def _give_up_streams() -> None:
    """Let what is still buffered go nowhere: at its end, Python tries once more and complains."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            print(end="", file=stream, flush=True)
        except (OSError, ValueError):
            with contextlib.suppress(OSError, ValueError):
                os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m generator", description="Specs to a typed client that checks parameters."
    )
    verbs = parser.add_subparsers(metavar="VERB", required=True)
    for name, run, says in (
        ("validate", _validate, "name every problem of every spec"),
        ("generate", _generate, "render everything, then publish it"),
        ("check", _check, "say which files differ from what the specs render to"),
        ("adopt", _adopt, "take edits made in copies to the files that were copied"),
    ):
        verb = verbs.add_parser(name, help=says, description=f"{says[:1].upper()}{says[1:]}.")
        verb.set_defaults(run=run, writes=run in (_generate, _adopt))
        _add_folder(verb, "--specs", SPECS, "folder of specs")
        if run is not _validate:
            _add_folder(verb, "--output", _GENERATED, "its output")
        if run in (_validate, _check):
            verb.add_argument("--format", choices=("text", "json", "github"), default="text")
        if run is _adopt:
            help_ = "an edited copy; without any, every edited file"
            verb.add_argument("paths", type=given_path, nargs="*", metavar="PATH", help=help_)
    add_verbs(verbs, _shown(SPECS))
    _add_diff(verbs)
    return parser


def _add_folder(verb: argparse.ArgumentParser, name: str, default: Path, says: str) -> None:
    verb.add_argument(name, type=given_path, default=_shown(default), metavar="DIR", help=says)


def _add_diff(verbs: Any) -> None:
    says = "say what changed between two trees, and whether it breaks callers"
    verb = verbs.add_parser("diff", help=says, description=_DIFF)
    verb.set_defaults(run=_diff)
    verb.add_argument("old", metavar="OLD", help="a folder of specs, a checkout, or a revision")
    verb.add_argument("new", metavar="NEW", help="the same")
    verb.add_argument("--format", choices=("text", "json", "markdown", "github"), default="text")


def _shown(path: Path) -> Path:
    """Return a path as seen from the current folder where it lies below it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _validate(options: argparse.Namespace) -> int:
    api = _rendered(options.specs)[0]
    if problems := [*committed_placeholders(options.specs)]:
        raise SpecError(problems)
    count = len(api.operations)
    if options.format == "json":
        _print_json({"operations": count, "problems": []})
    elif options.format == "text":
        print(f"{options.specs}: {counted(count, 'operation')}, no problem")
    return FINE


def _generate(options: argparse.Namespace) -> int:
    _, files = _rendered(options.specs)
    changed = publish(files, options.output)
    _renew_schema(options.specs)
    for path in changed:
        print(f"wrote {path}" if path in files else f"removed {path}")
    print(f"{options.output}: {counted(len(files), 'file')}, {len(changed)} changed")
    return FINE


def _check(options: argparse.Namespace) -> int:
    _, files = _rendered(options.specs)
    differences = compare(files, options.output)
    schema = _shown(SPEC_SCHEMA).as_posix()
    if _schema_differs(options.specs):
        differences.append(Difference("outdated", schema))
    if options.format == "json":
        _print_json({"files": len(files), "differences": [asdict(one) for one in differences]})
    elif options.format == "github":
        for one in differences:
            message = f"{one}\nrun 'make generate', take out files of your own"
            file = SPEC_SCHEMA if one.path == schema else options.output / one.path
            print(annotation("error", message, file=file))
    else:
        _say_differences(differences, len(files), options)
    return FOUND if differences else FINE


def _say_differences(
    differences: Sequence[Difference], files: int, options: argparse.Namespace
) -> None:
    for difference in differences:
        print(difference)
    if differences:
        print(
            f"{options.output} is not what {options.specs} renders to: "
            f"{counted(len(differences), 'file')}; run 'make generate', take out files of your own"
        )
    else:
        print(f"{options.output}: {counted(files, 'file')}, all as rendered from {options.specs}")


def _adopt(options: argparse.Namespace) -> int:
    _, files = _rendered(options.specs)
    taken = Adopter(files, options.output, SPECS.parent).adopt(options.paths)
    for path, source in taken:
        print(f"wrote {source} as edited in {options.output / path}")
    print(f"{options.output}: {counted(len(taken), 'edit')} taken over")
    return FINE


def _schema_differs(specs: Path) -> bool:
    """Say whether the schema beside the project's own specs is not what the constraints make it."""
    return specs.resolve() == SPECS and SPEC_SCHEMA.read_bytes() != spec_schema()


def _renew_schema(specs: Path) -> None:
    if _schema_differs(specs):
        replace_file(SPEC_SCHEMA, spec_schema())
        print(f"wrote {_shown(SPEC_SCHEMA)}")


def _diff(options: argparse.Namespace) -> int:
    # loaded here: griffelib alone takes longer than to render a small tree
    from .changes.report import FORMATS
    from .changes.revisions import opened
    from .changes.trees import compare_trees

    with opened(options.old, options.new) as (old, new):
        found = compare_trees(old, new)
    if options.format in ("text", "markdown"):
        for note in found.notes:
            print(visible(note), file=sys.stderr)
    print(FORMATS[options.format](found.changes, found.notes))
    return FOUND if any(change.breaking for change in found.changes) else FINE


def _rendered(specs: Path) -> tuple[Api, dict[str, bytes]]:
    api = read_api(specs)
    return api, render(api)


def _print_json(data: Any) -> None:
    print(json.dumps(data, indent=2, ensure_ascii=False))
