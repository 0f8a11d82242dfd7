"""Deviations against the spec that they stand in: each concerns something that is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..model import Deviation, Field, Operation
from ..near import nearest
from ..problems import Location, Problem
from .load import Source
from .names import LOCKS, document_name, page_id
from .schema import keys_below

_HEADS = (
    ("path", "title", "page", "updated", "method", "request", "response", "failures", "errors")
    + ("quotas", "permissions", "notes", "examples", "repeatable", "security")
)  # fmt: skip
"""What a deviation may concern besides a field: keys of the spec, and its place in the folder."""
_WITH_PARTS = ("permissions", "examples")
_IMPLIED = {"request": ("access_token",), "response": ("errcode", "errmsg")}
_ELEMENTS = "[]"
_ABSENT = "absent"
_NEEDED = ("field", "rule", "document", "reason", "source")
_SHOWN = 8


def deviations_of(data: Mapping[str, Any]) -> Iterator[tuple[int, Deviation]]:
    """Yield the deviations of a spec with their indexes; one that lacks a key is left out."""
    for index, stated in enumerate(data.get("deviations", [])):
        if all(key in stated for key in _NEEDED):
            yield index, Deviation(**{**stated, "documents": tuple(stated.get("documents", ()))})


def named_documents(source: Source) -> Iterator[tuple[Location, str]]:
    """Yield the documents that deviations of a spec are about, each with its place."""
    for index, deviation in deviations_of(source.data):
        for place, document in enumerate(deviation.documents):
            yield source.at("deviations", index, "documents", place), document


def unknown_documents(
    folder: Path, named: Iterable[tuple[Location, str]], pages: Iterable[str]
) -> Iterator[Problem]:
    """Find documents that are named and have no lock, and are the page of no spec.

    A tree without locks, one that holds copies of another's specs, say, knows of no documents.
    """
    locks = folder / LOCKS
    if not locks.is_dir():
        return
    known = {path.stem for path in locks.glob("*.lock")}
    known |= {document_name(page_id(page)) for page in pages}
    listed = sorted(known - {""})
    for location, document in named:
        if document not in known:
            near = nearest(document, listed)
            some = ", ".join(listed[:_SHOWN]) + (", …" if len(listed) > _SHOWN else "")
            hint = f"did you mean {near!r}?" if near else f"known ones: {some or 'none'}"
            yield Problem(
                location,
                f"a deviation is about {document!r}, a document that nothing names; {hint}",
            )


def deviation_problems(operation: Operation, source: Source) -> Iterator[Problem]:
    """Find deviations that concern nothing of their spec."""
    for index, deviation in deviations_of(source.data):
        fault = _fault(deviation, operation)
        if fault:
            yield Problem(source.at("deviations", index, "field"), fault)


def _fault(deviation: Deviation, operation: Operation) -> str:
    head, *names = deviation.field.replace(_ELEMENTS, f".{_ELEMENTS}").split(".")
    if head in ("request", "response") and names:
        fields = operation.request if head == "request" else operation.response
        if names[0] in _IMPLIED[head] and len(names) == 1:
            return ""
        return _missing(names, head, fields, _may_lack_its_row(deviation))
    if head in _HEADS and not names:
        return ""
    if head in _WITH_PARTS and len(names) == 1:
        known = keys_below(head)
        return "" if names[0] in known else _no_such(names[0], head, known)
    near = nearest(head, _HEADS)
    hint = f"did you mean {near!r}?" if near else f"known ones: {', '.join(_HEADS)}"
    return f"the deviation's field {deviation.field!r} is nothing of a spec; {hint}"


def _may_lack_its_row(deviation: Deviation) -> bool:
    """Say whether the document has a row that the spec leaves out, as the deviation tells."""
    return deviation.rule == "row" and deviation.document.strip().lower() != _ABSENT


def _missing(names: Sequence[str], where: str, fields: Sequence[Field], may_lack: bool) -> str:
    """Follow a path, through arrays with or without `[]`, and say where it leads to nothing."""
    elements: Field | None = None
    for index, name in enumerate(names):
        if name == _ELEMENTS:
            if elements is None:
                return f"a deviation concerns the elements of {where!r}, which is not an array"
            found, where = elements, f"{where}{_ELEMENTS}"
        else:
            if not name:
                return f"the deviation's field has two dots, or one at its end, behind {where!r}"
            named = next((one for one in fields if one.name == name), None)
            if named is None:
                # what the document nests, a spec may have as one plain parameter
                is_left_out = index == len(names) - 1 or (index > 0 and not fields)
                if may_lack and is_left_out:
                    return ""
                return _no_such(name, where, [one.name for one in fields])
            found, where = named, f"{where}.{name}"
        elements = found.items
        fields = _fields_in(found)
    return ""


def _fields_in(one: Field) -> Sequence[Field]:
    """Return the fields of an object, or of the objects in an array."""
    while one.items is not None:
        one = one.items
    return one.properties


def _no_such(name: str, where: str, known: Sequence[str]) -> str:
    near = nearest(name, known)
    hint = f"did you mean {near!r}?" if near else f"it has: {', '.join(known) or 'no fields'}"
    return f"a deviation concerns {name!r}, which {where!r} does not have; {hint}"
