"""Two trees to every change between them: of their specs, and of the code that users have of them.

The generator that runs reads and renders the specs of both sides; no code of either side is run.

- What the specs of an operation say is told by their models.
- Where both sides have a `generated/`, that is what users got, and its surface is compared. What
  the specs explain, because the two renderings differ in it as well, is left to the models; the
  rest was made by a template, by the generator, or by hand in the runtime.
- Of an operation of which the models say nothing, the difference of the two renderings is told: a
  shape's new name is a class's new name, and a forgotten `generate` hides it in `generated/`.
- Where a `generated/` has another surface than what its specs render to today, a note says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path, PurePath

import jinja2

from ..model import Api, Field, Operation, named
from ..problems import Location, SpecError
from ..targets import read_api
from ..targets.python.render import Renderer
from .model_changes import compare_apis, operations, ordered
from .reader import PackageError
from .revisions import GENERATED, RevisionError, Tree
from .rules import Change
from .surface import Surface, surface_of
from .surface_changes import merged, surface_changes

_Files = tuple[tuple[str, bytes], ...]
_NAMED = 3
"""How many names a note lists."""


@dataclass(frozen=True)
class Comparison:
    """What changed, and what a reader should know about how it was found."""

    changes: tuple[Change, ...]
    notes: tuple[str, ...]


def compare_trees(old: Tree, new: Tree) -> Comparison:
    """Return every change between two trees.

    Raises:
        SpecError: the specs of one side or both are broken.
        RevisionError: the code of one side cannot be had.
    """
    before, after = _read(old, new)
    changes = tuple(_located(one, before, after, (old, new)) for one in compare_apis(before, after))
    code, notes = _code_changes((old, before), (new, after), changes)
    return Comparison(ordered((*changes, *code)), notes)


def _code_changes(
    old: tuple[Tree, Api], new: tuple[Tree, Api], told: Iterable[Change]
) -> tuple[tuple[Change, ...], tuple[str, ...]]:
    """Return what changed in the code apart from what the models have told, and notes."""
    notes: list[str] = []
    rendered, had = [], []
    for tree, api in (old, new):
        rendered.append(_rendered(api))
        if tree.committed is not None:
            had.append(_files(tree.committed))
            notes += _otherwise(tree, had[-1], rendered[-1])
    by_specs = _differences(*rendered)
    by_code = _differences(*had) if len(had) == len(rendered) else ()
    explained = {(one.rule, one.field) for one in by_specs}
    silent = _silent(old[1], new[1], told)
    home = PurePath(new[0].place).parent / GENERATED
    changes = [_in(home, one) for one in by_code if (one.rule, one.field) not in explained]
    changes += [replace(one, location=None) for one in by_specs if one.operation in silent]
    return merged(changes), tuple(dict.fromkeys(notes))


def _differences(old: _Files, new: _Files) -> tuple[Change, ...]:
    return () if old == new else surface_changes(_surface(old), _surface(new))


def _silent(before: Api, after: Api, told: Iterable[Change]) -> set[str]:
    """Return the operations of which the specs say nothing new, words apart."""
    lasting = operations(before).keys() & operations(after).keys()
    return lasting - {change.operation for change in told if change.kind != "text"}


def _otherwise(tree: Tree, had: _Files, rendered: _Files) -> Iterable[str]:
    """Say where the code that users have of a tree is not what its specs render to today."""
    try:
        changes = merged(_differences(had, rendered))
    except PackageError as error:
        raise RevisionError(f"{tree.name}: {GENERATED}/{error}") from error
    names = list(dict.fromkeys(one.field for one in changes))
    if names:
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        yield (
            f"{tree.name}: its {GENERATED}/ is not what this generator renders from its specs: "
            f"{', '.join(names[:_NAMED])}{more} differ{'s' * (len(names) == 1)}"
        )


def _read(old: Tree, new: Tree) -> tuple[Api, Api]:
    apis, problems = [], []
    for tree in (old, new):
        try:
            apis.append(read_api(tree.specs))
        except SpecError as error:
            for one in error.problems:
                place = _shown(one.location, tree, tree.shown)
                problems.append(replace(one, location=place))
    if problems:
        raise SpecError(problems)
    return apis[0], apis[1]


def _shown(place: Location, tree: Tree, home: str) -> Location:
    """Return a place as the user knows it, not in a scratch folder."""
    if not Path(place.file).is_relative_to(tree.specs):
        return place
    return replace(place, file=str(Path(home) / Path(place.file).relative_to(tree.specs)))


def _rendered(api: Api) -> _Files:
    try:
        rendered = Renderer(api).render()
    except (jinja2.TemplateError, SyntaxError) as error:
        raise RevisionError(f"the templates are broken: {error}") from error
    return tuple(sorted(one for one in rendered.items() if one[0].endswith(".py")))


def _files(folder: Path) -> _Files:
    paths = (path for path in folder.rglob("*.py") if path.is_file())
    return tuple(sorted((one.relative_to(folder).as_posix(), one.read_bytes()) for one in paths))


@lru_cache(maxsize=8)
def _surface(files: _Files) -> Surface:
    return surface_of(dict(files))


def _in(home: PurePath, change: Change) -> Change:
    """Return a change whose place is told from where the user is."""
    place = change.location
    if place is not None:
        place = replace(place, file=(home / place.file).as_posix()) if place.file else None
    return replace(change, location=place)


def _located(change: Change, before: Api, after: Api, trees: tuple[Tree, Tree]) -> Change:
    """Return a change with the place of its key in the new specs, or else in the old ones."""
    for api, tree in ((after, trees[1]), (before, trees[0])):
        operation = operations(api).get(change.operation)
        if operation is not None:
            place = _shown(_place(operation, change.field), tree, tree.place)
            return replace(change, location=place)
    return change


def _place(operation: Operation, name: str) -> Location:
    """Return where the deepest part of a field stands that there is, else the key, or the file."""
    side, *parts = name.replace("[]", "").split(".")
    found = operation.places.get(side, operation.location)
    fields: tuple[Field, ...] = getattr(operation, side) if side in ("request", "response") else ()
    for part in parts:
        inner = named(fields, part)
        if inner is None:
            break
        found, fields = inner.location, (inner.items or inner).properties
    return found
