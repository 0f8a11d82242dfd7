"""Drafts that the rules of specs refuse: what breaks them is taken out and told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..problems import Location, Problem
from ..spec.constraints import CONSTRAINTS
from ..spec.load import load
from .drafts import Draft
from .yamltext import Noted

_SIDES = ("request", "response")
_STATED = {"quotas": "section", "updated": "updated", "permissions": "permissions"}
"""Keys that may be left out although the document has them, and the rule of that deviation."""
_OPTIONAL = frozenset({"failures", "errors", "notes", "errcode_required", *_STATED})
_OF_FIELDS = frozenset({"required", "condition", *CONSTRAINTS})
"""What a field may be without."""
_BREAKS = "The rest of the document rules it out."

Pointer = tuple[Any, ...]


def repair(draft: Draft, problems: Iterable[Problem], root: Path) -> str:
    """Take out of a draft what its problems are about; return what cannot be taken out."""
    pointers = _pointers(root / draft.path, root)
    places: dict[Pointer, str] = {}
    for one in problems:
        places.setdefault(_nearest(pointers, one.location), one.message)
    # deviations last, from the end: an index stays what it is
    for pointer in sorted(places, key=_order, reverse=True):
        if not _take_out(draft, pointer, places[pointer]):
            return places[pointer]
    return ""


def _order(pointer: Pointer) -> tuple[bool, int, int]:
    index = pointer[1] if len(pointer) > 1 and isinstance(pointer[1], int) else 0
    return pointer[:1] != ("deviations",), index, len(pointer)


def _pointers(path: Path, root: Path) -> Mapping[tuple[int, int], Pointer]:
    """Return what stands where in a spec, by line and column."""
    source, _ = load(path, root)
    found = source.pointers() if source is not None else ()
    return {(place.line, place.column): pointer for place, pointer in found}


def _nearest(pointers: Mapping[tuple[int, int], Pointer], location: Location) -> Pointer:
    place = (location.line, location.column)
    before = [one for one in pointers if one <= place]
    return pointers[max(before)] if before else ()


def _take_out(draft: Draft, pointer: Pointer, message: str) -> bool:
    head, *rest = pointer or ("",)
    if head == "deviations" and rest:
        index = rest[0]
        is_there = bool(index < len(draft.left.deviations))
        del draft.left.deviations[index : index + 1]
        return is_there
    if head in _SIDES and rest:
        return _drop_of_field(draft, head, rest, message)
    if head == "title":
        return _tell_apart(draft)
    if head == "examples" and rest:
        return _drop_example(draft, rest[0], message)
    if head not in _OPTIONAL or draft.data.pop(head, None) is None:
        return False
    if head in _STATED:
        draft.left.deviate(head, _STATED[head], "stated", _BREAKS)
    draft.left.decide(head, "left out", message)
    return True


def _tell_apart(draft: Draft) -> bool:
    """Give an operation a title of its own where the page has one for several."""
    title = draft.data["title"]
    if isinstance(title, Noted):
        return False
    shared = "nother operation of the page has this title too"
    draft.left.deviate("title", "section", title, f"A{shared}.")
    name = draft.operation.rpartition("/")[2]
    comment = f"decide: a{shared}"
    kind = "another operation of the page has it too"
    draft.data["title"] = draft.left.ask(f"{title} ({name})", comment, "title", kind)
    return True


def _drop_example(draft: Draft, side: str, message: str) -> bool:
    examples = draft.data.get("examples", {})
    if side not in examples:
        return True  # the problem before this one was about it, too
    draft.data["examples"] = {key: one for key, one in examples.items() if key != side}
    if not draft.data["examples"]:
        del draft.data["examples"]
    said = "breaks what the tables state"
    draft.left.deviate("examples", "examples", said, "The tables are followed.")
    draft.left.decide(f"examples.{side}", "that of the document breaks its own tables", message)
    return True


def _drop_of_field(draft: Draft, side: str, rest: Sequence[Any], message: str) -> bool:
    """Take out what limits a field, or else the innermost field around a place."""
    names, limit = _split(rest)
    if limit:
        field = _inside(draft.data, [side, *names])
        if not isinstance(field, dict) or limit not in field:
            return True
        del field[limit]
        path = _dotted(side, names)
        draft.left.deviate(path, "row" if limit == "in" else limit, "stated", _BREAKS)
        draft.left.decide(path, f"{limit} left out", message)
        return True
    while len(names) > 1 and not [*_with_names(names)][-1][1]:
        names.pop()
    *above, last = [side, *names]
    home = _inside(draft.data, above)
    if not isinstance(home, dict) or last not in home:
        return True
    del home[last]
    path = _dotted(side, names)
    draft.left.deviate(path, "row", "a row of its own", "It cannot be in a spec as it is.")
    draft.left.decide(path, "left out", message)
    if not home and above[-1:] == ["properties"]:
        around = _inside(draft.data, above[:-1])
        del around["properties"]
        around["additionalProperties"] = True
    return True


def _with_names(keys: Iterable[Any]) -> Iterator[tuple[Any, bool]]:
    """Yield the keys on the way into a side, and whether each is the name of a field."""
    is_name = True
    for key in keys:
        yield key, is_name
        is_name = not is_name and key == "properties"


def _split(rest: Sequence[Any]) -> tuple[list[Any], str]:
    """Return the keys on the way to a field, and what limits it, if the place is about that."""
    names: list[Any] = []
    for key, is_name in _with_names(rest):
        if not is_name and key in _OF_FIELDS:
            return names, key
        names.append(key)
    return names, ""


def _dotted(side: str, names: Sequence[Any]) -> str:
    """Return the keys on the way to a field as the path of a deviation."""
    path = side
    for index, (key, is_name) in enumerate(_with_names(names)):
        if is_name:
            path += f".{key}"
        elif key == "items" and "properties" not in names[index + 1 :]:
            path += "[]"
    return path


def _inside(data: Any, keys: Iterable[Any]) -> Any:
    """Return what is at the end of keys, comments aside; nothing where one is not there."""
    for key in keys:
        data = data.value if isinstance(data, Noted) else data
        found = next((one for one in data if str(one) == str(key)), None) if data else None
        if found is None:
            return None
        data = data[found]
    return data.value if isinstance(data, Noted) else data
