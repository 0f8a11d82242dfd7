"""What people read in an editor: limits in words, and the docstrings made of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...model import ErrorCode, Field, Operation
from ...spec.constraints import CONSTRAINTS
from ...spec.limits import added, words
from ...spec.numbers import over
from .layout import docstring, literal, wrap
from .naming import answer_field_name, parameter_name

_APPLICATIONS = {
    "any": "Every application",
    "self_built": "Self-built applications (自建应用)",
    "provider_developed": "Applications developed on behalf (代开发应用)",
    "third_party": "Third-party applications (第三方应用)",
}
_DAY = (
    "a day in UTC+8: Unix seconds, a date, or an aware datetime, the latter two sent as that "
    "day's 00:00"
)
_FILE = "a wecom_client.File: File.read(path), or File(name, content) with the content as bytes"


def sentence(text: str) -> str:
    """Return a text that ends as a sentence does."""
    text = " ".join(text.split())
    return text if not text or text[-1] in ".!?。！？" else f"{text}."


def _described(
    operation: Operation,
    sections: Mapping[str, Iterable[str]],
    *,
    indent: int = 0,
    about: str = "",
    end: str = "",
) -> str:
    """Return what an operation is, with further texts, and where the document says so."""
    lines = wrap(operation.title, indent=indent)
    for text in filter(None, (sentence(operation.summary), about)):
        lines += ["", *wrap(text, indent=indent)]
    for heading, entries in sections.items():
        found = [*entries]
        lines += ["", f"{heading}:", *found] if found else []
    lines += ["", *wrap(end, indent=indent)] if end else []
    updated = f" ({operation.updated})" if operation.updated else ""
    return docstring([*lines, "", f"Document: {operation.page}{updated}"], indent=indent)


def module_docstring(operation: Operation) -> str:
    """Return what an operation's file says of it."""
    permissions = (
        f"{_APPLICATIONS.get(kind, kind)}: {sentence(text)}"
        for kind, text in operation.permissions.items()
    )
    facts = {
        "Permissions": bullets(permissions),
        "Quotas": bullets(_quotas(operation)),
        "Notes": bullets(map(sentence, operation.notes)),
    }
    return _described(operation, facts)


_EFFECTS = {"destroy": "What it takes away or stops, no other call brings back. "}
"""What a caller has to know of an effect beforehand."""


def method_docstring(
    operation: Operation,
    arguments: Iterable[str],
    returned: str,
    raised: Iterable[str],
    *,
    about: str = "",
    end: str = "",
) -> str:
    """Return what hovering over a method shows; `arguments` are the lines on them."""
    sections = {
        "Args": arguments,
        "Returns": bullets([returned], indent=2),
        "Raises": bullets(raised, indent=2),
        "Quotas": bullets(_quotas(operation), indent=2),
    }
    return _described(operation, sections, indent=2, about=about, end=end)


def call_docstring(
    operation: Operation, errors: Mapping[int, ErrorCode], answer: str, types: Mapping[str, str]
) -> str:
    """Return what the method of one call shows; `types` as `argument_lines` takes them."""
    arguments: list[str] = []
    for field in sorted(operation.request, key=lambda one: not one.required):
        arguments += argument_lines(field, types)
    names = ", ".join(answer_field_name(field.name) for field in operation.response)
    returned = f"{answer}: {names or 'errcode and errmsg alone'}."
    if not operation.errcode_required:
        returned += " A success has no errcode and no errmsg: both are None."
    again = "is sent again" if operation.repeatable else "is not sent again"
    reason = f" {sentence(operation.repeatable_reason)}" if operation.repeatable_reason else ""
    end = f"{_EFFECTS.get(operation.effect, '')}A call whose outcome is unknown {again}.{reason}"
    return method_docstring(operation, arguments, returned, raised(operation, errors), end=end)


def parameter_text(field: Field) -> str:
    """Return the description of a parameter with its limits in words."""
    return _text(field, limits(field))


def answer_text(field: Field) -> str:
    """Return the description of an answer's field with what a reader of answers has to know."""
    return _text(field, (*words(field, [CONSTRAINTS["enum"]]), *_conditions(field)))


def _text(field: Field, facts: Iterable[str]) -> str:
    parts = [sentence(field.description), *(sentence(_begun(fact, field)) for fact in facts)]
    return " ".join(part for part in parts if part)


def limits(field: Field) -> list[str]:
    """Put each constraint of a field into words."""
    said: list[str] = []
    if field.format == "day":
        said.append(_DAY)
    elif field.is_file:
        said.append(_FILE)
    elif field.format == "timestamp" and "Unix seconds" not in field.description:
        said.append("Unix seconds")
    stated = [CONSTRAINTS[key] for key in field.constraints]
    said += words(field, (row for row in stated if row.elements), literal)
    if field.type == "array" and field.items is not None and field.items.type != "object":
        for text in limits(field.items):
            said.append(f"in each of them, {text}" if text.startswith("each ") else f"each {text}")
    return added(said, words(field, (row for row in stated if not row.elements), literal))


def _conditions(field: Field) -> Iterable[str]:
    if field.format is not None and "Unix seconds" not in field.description:
        yield "Unix seconds" if field.format == "timestamp" else "Unix seconds at 00:00 UTC+8"
    if field.condition is not None:
        yield (
            f"present {field.condition}" if field.condition.startswith("only") else field.condition
        )


def _begun(fact: str, field: Field) -> str:
    """Begin a sentence with a capital; a value is spelled as it is sent, wherever it stands."""
    is_value = any(fact.startswith(f"{value}: ") for value in field.enum or ())
    return fact if is_value else fact[:1].upper() + fact[1:]


def argument_lines(field: Field, types: Mapping[str, str]) -> Iterable[str]:
    """Describe one argument, and below it the fields of its object or of its elements.

    `types` has the dotted name of the TypedDict of each parameter that has one.
    """
    text = f"{parameter_name(field.name)}: {parameter_text(field)}"
    home, _, name = types.get(field.name, "").rpartition(".")
    what = "an element" if field.type == "array" else "a variable for it"
    yield from bullets([f"{text} Annotate {what} as {name}, from {home}." if name else text], 2)
    inner = field.items if field.type == "array" and field.items is not None else field
    for part in inner.properties:
        required = "required" if part.required else "optional"
        told = f"{part.name} ({required}): {parameter_text(part)}"
        yield from wrap(told, indent=2, first=" " * 8, rest=" " * 12)


def raised(operation: Operation, errors: Mapping[int, ErrorCode], when: str = "") -> list[str]:
    """Return the exceptions of one call that are its own, each with what it says."""
    codes = "; ".join(f"{code} {errors[code].meaning}" for code in operation.errors)
    return [f"APIError: {when}{codes}."] if codes else []


def _quotas(operation: Operation) -> Iterable[str]:
    """Put the quotas into words."""
    for quota in operation.quotas:
        text = sentence(f"{quota.limit} {quota.scope} {over(quota.time)}")
        yield f"{text} {sentence(quota.description)}".rstrip()


def bullets(entries: Iterable[str], indent: int = 0) -> list[str]:
    """Return entries as they stand below a heading."""
    return [
        line
        for entry in entries
        for line in wrap(entry, indent=indent, first="    ", rest="        ")
    ]
