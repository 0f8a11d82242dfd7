"""Two trees to every change between them: of their specs, and of the code that they become.

The code is compared on equal specs: the old ones, rendered by the generator of either side. What
differs there, no spec explains; what the specs explain is said by their models alone. Each side
is rendered rather than read from its `generated/`, so that a forgotten `make generate` hides
nothing; that folder is the resort where a side's generator no longer runs.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import jinja2

from ..model import Api
from ..problems import Problem, SpecError
from ..targets import read_api
from ..targets.python.render import Renderer
from .models import compare_apis, operations, ordered
from .package import PackageError
from .revisions import RevisionError, Tree
from .rules import Change
from .surface import surface_of
from .surfaces import surface_changes

_HERE = Path(__file__).resolve().parents[2]
"""The folder that holds the generator which runs."""
_SECONDS = 120


@dataclass(frozen=True)
class Comparison:
    """What changed, and what a reader should know about how it was found."""

    changes: tuple[Change, ...]
    notes: tuple[str, ...]


class _NoRendering(Exception):
    """A generator cannot render specs; it says why."""


def compare_trees(old: Tree, new: Tree) -> Comparison:
    """Return every change between two trees.

    Raises:
        SpecError: the specs of one side or both are broken.
        RevisionError: the code of one side cannot be had.
    """
    before, after = _read(old, new)
    changes = compare_apis(before, after)
    code = _Code(old, new, before, after)
    try:
        changes += _code_changes(code, changes)
    except PackageError as error:
        raise RevisionError(f"the generated code cannot be compared: {error}") from error
    return Comparison(ordered(changes), (*code.notes, *_other_generators(old, new)))


def _code_changes(code: _Code, explained: Iterable[Change]) -> tuple[Change, ...]:
    """Return what changed in the code, apart from what changes of the specs explain."""
    first, last = code.own(code.old, code.before), code.own(code.new, code.after)
    crossing = code.across(first)
    if crossing == (last, True) and first == last:
        return ()
    one, other = surface_of(first), surface_of(last)
    silent = _silent(code.before, code.after, explained)
    if crossing is None:
        return tuple(c for c in surface_changes(one, other) if c.operation in {*silent, ""})
    across, is_old = crossing
    middle = one if across is first else surface_of(across)
    by_generator = surface_changes(*((one, middle) if is_old else (middle, other)))
    by_specs = surface_changes(*((middle, other) if is_old else (one, middle)))
    return (*by_generator, *(change for change in by_specs if change.operation in silent))


def _silent(before: Api, after: Api, explained: Iterable[Change]) -> set[str]:
    """Return the operations of which the specs say nothing new, words apart.

    Their code changes all the same where a shape got another name, for one.
    """
    lasting = operations(before).keys() & operations(after).keys()
    return lasting - {change.operation for change in explained if change.kind != "text"}


def _read(old: Tree, new: Tree) -> tuple[Api, Api]:
    apis, problems = [], []
    for tree in (old, new):
        try:
            apis.append(read_api(tree.specs))
        except SpecError as error:
            problems += [_named(problem, tree) for problem in error.problems]
    if problems:
        raise SpecError(problems)
    return apis[0], apis[1]


def _named(problem: Problem, tree: Tree) -> Problem:
    """Return a problem whose place is told as the user knows it, not as a scratch folder."""
    place = problem.location
    if not Path(place.file).is_relative_to(tree.specs):
        return problem
    inner = Path(place.file).relative_to(tree.specs)
    return replace(problem, location=replace(place, file=str(Path(tree.shown) / inner)))


@dataclass
class _Code:
    """Renders the specs of two trees by the generators of both."""

    old: Tree
    new: Tree
    before: Api
    after: Api
    notes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._homes = {tree.name: _home(tree) for tree in (self.old, self.new)}

    def own(self, tree: Tree, api: Api) -> Mapping[str, bytes]:
        """Return the code of one side as its users have it."""
        try:
            return _rendered(tree.specs, api, self._homes[tree.name])
        except _NoRendering as error:
            if tree.committed is None:
                raise RevisionError(f"{tree.name} cannot be rendered: {error}") from error
            self.notes.append(f"{tree.name}: read from its generated/: {error}")
            return _files(tree.committed)

    def across(self, first: Mapping[str, bytes]) -> tuple[Mapping[str, bytes], bool] | None:
        """Return one side's specs rendered by the other's generator; True: the old side's.

        None: neither generator can do it. `first` is the old side by its own generator.
        """
        old, new = self._homes[self.old.name], self._homes[self.new.name]
        if old == new:
            return first, True
        for tree, api, home in ((self.old, self.before, new), (self.new, self.after, old)):
            try:
                return _rendered(tree.specs, api, home), tree is self.old
            except _NoRendering as error:
                self.notes.append(f"{tree.name}: the other side's generator does not run: {error}")
        self.notes.append("the code of operations whose specs changed as well was not compared")
        return None


def _home(tree: Tree) -> Path:
    """Return the folder whose generator renders a tree; one that equals this one need not run."""
    if tree.home is None or _fingerprint(tree.home) == _fingerprint(_HERE):
        return _HERE
    return tree.home


def _other_generators(*trees: Tree) -> tuple[str, ...]:
    """Say which folders of specs stand beside a generator that differs from this one.

    A folder of specs is data; only who names a checkout or a revision has its code run.
    """
    notes = []
    for tree in trees:
        beside = tree.specs.resolve().parent
        is_other = (beside / "generator").is_dir() and _fingerprint(beside) != _fingerprint(_HERE)
        if tree.home is None and is_other:
            notes.append(
                f"{tree.name}: the generator beside it differs from this one and was not run; "
                f"name {beside} to compare the code that it renders"
            )
    return tuple(notes)


def _fingerprint(home: Path) -> str:
    """Return a hash of a generator and its templates, whatever line ends git gave them."""
    digest = hashlib.sha256()
    for folder in ("generator", "templates"):
        for path in sorted((home / folder).rglob("*")):
            inner = path.relative_to(home)
            is_cache = any(part.startswith((".", "__pycache__")) for part in inner.parts)
            if path.is_file() and not is_cache:
                content = hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
                digest.update(f"{inner.as_posix()}\0{content}\n".encode())
    return digest.hexdigest()


def _rendered(specs: Path, api: Api, home: Path) -> Mapping[str, bytes]:
    if home == _HERE:
        try:
            return Renderer(api).render()
        except (jinja2.TemplateError, SyntaxError) as error:
            raise _NoRendering(f"the templates are broken: {error}") from error
    with TemporaryDirectory(prefix="wecom-diff-") as output:
        _generate(home, specs.resolve(), Path(output))
        return _files(Path(output))


def _generate(home: Path, specs: Path, output: Path) -> None:
    """Run another tree's generator, in a process and a folder of its own."""
    options = ("--specs", str(specs), "--output", str(output))
    command = [sys.executable, "-m", "generator", "generate", *options]
    surroundings = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"}
    # without it, Python looks for the generator in the folder where it is started: in `home`
    surroundings.pop("PYTHONSAFEPATH", None)
    try:
        done = subprocess.run(  # noqa: S603 - the revision that the user named, no shell
            command, cwd=home, env=surroundings, stdin=subprocess.DEVNULL, capture_output=True,
            timeout=_SECONDS, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _NoRendering(f"its generator does not run: {error}") from error
    if done.returncode:
        said = (done.stdout + done.stderr).decode("utf-8", "replace").strip().splitlines()
        raise _NoRendering(f"its generator says: {said[-1] if said else 'nothing'}")


def _files(folder: Path) -> Mapping[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*.py"))
        if path.is_file()
    }
