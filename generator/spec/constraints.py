"""The registry of constraints: one row for each keyword by which a spec limits a field.

What a keyword comes to derives from its row: its part of `spec.schema.json`, what `validate` says
of it, its place in the model, the argument of the check, the JSON Schema of a field, its words in
docstrings and in `diff`, and what documents are held against and drafts write.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

from .constraint import Constraint
from .patterns import has_pattern, pattern_fault
from .values import agree_on, byte_count, has_no_twins, is_multiple, keep_counts


def _value(description: str, **schema: Any) -> Mapping[str, Any]:
    return {"description": description, **schema}


def _count(description: str, least: int = 0) -> Mapping[str, Any]:
    return {"description": description, "type": "integer", "minimum": least}


def _sibling(description: str) -> Mapping[str, Any]:
    return {"$ref": "#/$defs/name", "description": description}


def _siblings(description: str, example: Sequence[str]) -> Mapping[str, Any]:
    return {
        "description": description,
        "type": "array",
        "minItems": 1,
        "uniqueItems": True,
        "items": {"$ref": "#/$defs/name"},
        "examples": [example],
    }


def _itself(name: str) -> Sequence[str]:
    return (name,)


def _name(stated: tuple[str, Any]) -> str:
    return stated[0]


def _all(names: Sequence[str]) -> Sequence[str]:
    return names


def _first(condition: tuple[str, Any]) -> Sequence[str]:
    return condition[:1]


def either(parts: Sequence[Any]) -> str:
    """Return an enumeration of which one counts: `a, b or c`."""
    *first, last = map(str, parts)
    return f"{', '.join(first)} or {last}" if first else last


def _when(condition: tuple[str, Sequence[Any]]) -> str:
    return f"{condition[0]} is {either(condition[1])}"


def _at_more_values(old: tuple[str, Sequence[Any]], new: tuple[str, Sequence[Any]]) -> bool:
    return new[0] != old[0] or not {*new[1]} <= {*old[1]}


def _formats(stated: tuple[str, Mapping[Any, Sequence[str]]]) -> str:
    name, formats = stated
    return ", ".join(f"{either(one)} where {name} is {value}" for value, one in formats.items())


def _at_fewer_formats(
    old: tuple[str, Mapping[Any, Sequence[str]]], new: tuple[str, Mapping[Any, Sequence[str]]]
) -> bool:
    (before, had), (after, has) = old, new
    return before != after or any(
        value not in had or not {*had[value]} <= {*formats} for value, formats in has.items()
    )


def _higher(old: Any, new: Any) -> bool:
    return bool(new > old)


def _lower(old: Any, new: Any) -> bool:
    return bool(new < old)


def _another(*_: Any) -> bool:
    """Take any other value for a narrower one: nobody can say."""
    return True


def _with(name: str, value: Any) -> dict[str, Any]:
    return {"properties": {name: {"const": value}}}


def _all_of_one(name: str, values: Sequence[Any]) -> list[dict[str, Any]]:
    """Say that elements agree; of a field with any value, JSON Schema cannot."""
    return [{"anyOf": [{"items": _with(name, one)} for one in values]}] if values else []


def _few_of_each(stated: tuple[str, Mapping[Any, int]], _: Sequence[Any]) -> list[dict[str, Any]]:
    name, limits = stated
    having = {"type": "object", "required": [name]}
    return [
        {"contains": {**having, **_with(name, one)}, "minContains": 0, "maxContains": most}
        for one, most in limits.items()
    ]


def _counts(stated: tuple[str, Mapping[Any, int]]) -> str:
    name, limits = stated
    *first, last = [f"{most} with {name} {one}" for one, most in limits.items()]
    return f"at most {', '.join(first)} and {last}" if first else f"at most {last}"


def _at_lower_counts(
    old: tuple[str, Mapping[Any, int]], new: tuple[str, Mapping[Any, int]]
) -> bool:
    (before, had), (after, has) = old, new
    return before != after or any(one not in had or has[one] < had[one] for one in has)


def _days(last: int, first: int) -> str:
    latest = {0: "today", 1: "yesterday"}.get(last, f"{last} days ago")
    return f"from {first} days ago to {latest}"


_STRINGS = ("string",)
_NUMBERS = ("integer", "number")
_DAYS = ("integer",)
_TIMES = ("day", "timestamp")
_ELEMENTS = ("element", "elements")
_CHARACTERS = ("character", "characters")
_BYTES = ("byte of UTF-8", "bytes of UTF-8")
_DAY = ("day", "days")
_GIVEN = "An empty text or array does not count as given, nor an object in which nothing is given."
_PLAIN = ["string", "integer", "number", "boolean"]


def _condition(what: str) -> dict[str, Any]:
    """Return the JSON Schema of a field's name with its value, or with several."""
    return {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "propertyNames": {"$ref": "#/$defs/key"},
        "additionalProperties": _value(
            f"{what}, or a list of such values.",
            type=[*_PLAIN, "array"],
            minItems=1,
            uniqueItems=True,
            items=_value(f"{what}.", type=_PLAIN),
        ),
    }


def _sizes(
    what: str,
    description: str,
    kind: str,
    unit: tuple[str, str],
    *,
    size: Callable[[Any], int] = len,
    anything: str = "any length",
    is_standard: bool = True,
    when_1: str = "",
    unit_of_file: tuple[str, str] = ("", ""),
    silent_beside: tuple[Literal["day", "flag", "file"], ...] = (),
) -> tuple[Constraint, Constraint]:
    """Return the least and the greatest size of a value."""
    both: dict[str, Any] = {"types": (kind,), "unit": unit, "anything": anything}
    both["is_standard"] = both["in_json_schema"] = is_standard
    both |= {"unit_of_file": unit_of_file, "silent_beside": silent_beside}
    least = Constraint(
        keyword=f"min{what}",
        value=_count(description.format("least")),
        idle=0,
        upper=f"max{what}",
        holds=lambda value, limit: size(value) >= limit,
        words="at least {count}",
        when_1=when_1,
        narrows=_higher,
        **both,
    )
    most = Constraint(
        keyword=f"max{what}",
        value=_count(description.format("greatest")),
        holds=lambda value, limit: size(value) <= limit,
        words="at most {count}",
        narrows=_lower,
        **both,
    )
    return least, most


# fmt: off
_ROWS = (
    Constraint(
        keyword="format",
        value=_value(
            "Meaning of an integer. day: Unix seconds at 00:00 China Standard Time (UTC+8) of a "
            "day. timestamp: Unix seconds. Of a string: binary, a parameter of a POST that is a "
            "file. It is the whole of a body of multipart/form-data, as a part of the parameter's "
            "name, and all other parameters have in: query. In examples it is its text.",
            type="string", enum=["day", "timestamp", "binary"],
        ),
        types=("integer",), types_of={"binary": ("string",)}, check="",
    ),
    Constraint(
        keyword="minDaysAgo",
        value=_count(
            "Day: at least this many days before today, in UTC+8. 1: yesterday or earlier.",
        ),
        types=_DAYS, formats=("day",), upper="maxDaysAgo", words="at least {count} ago", unit=_DAY,
        between=_days, narrows=_higher, limit="days at least {count} ago", anything="any day",
    ),
    Constraint(
        keyword="maxDaysAgo",
        value=_count("Day: at most this many days before today, in UTC+8."),
        types=_DAYS, formats=("day",), words="at most {count} ago", unit=_DAY, narrows=_lower,
        limit="days at most {count} ago", anything="any day",
    ),
    Constraint(
        keyword="notBefore",
        value=_sibling(
            "Day or timestamp: parameter of the same format beside this one that must not be later "
            "than this one.",
        ),
        types=_DAYS, formats=_TIMES, elements=False, siblings=_itself, alike=True, check="rule",
        words="not before {value}", narrows=_another, limit="days not before {value}",
        anything="any day", in_documents=False,
    ),
    Constraint(
        keyword="maxSpanDays",
        value=_count(
            "Day or timestamp: at most this many days after the parameter that notBefore names; of "
            "timestamps, 24 hours each.",
        ),
        types=_DAYS, formats=_TIMES, elements=False, needs="notBefore", check="rule",
        words=", at most {count} after it", unit=_DAY, narrows=_lower,
        limit="spans of at most {count}", anything="any span",
    ),
    *_sizes(
        "Items", "Array: {} number of elements.", "array", _ELEMENTS,
        anything="any number of elements",
    ),
    Constraint(
        keyword="uniqueItems",
        value=_value(
            "Array: true if no element may be there twice. 1 and 1.0 are one number, 1 and true "
            "are not.",
            type="boolean", default=False,
        ),
        types=("array",), idle=False, holds=has_no_twins, words="without repeated elements",
        narrows=_another, limit="each element once", anything="repeated elements",
        reads=r"(?:元素|成员)?不(?:能|可|可以|得|允许|应)(?:有)?重复",
    ),
    Constraint(
        keyword="itemsAgreeOn",
        value=_sibling(
            "Array of objects: the field of which all elements have the same value. Elements "
            "without it are passed over.",
        ),
        types=("array",), member=str, holds=agree_on, in_json_schema=False,
        projected=_all_of_one, is_standard=False, words="all elements with the same {value}",
        narrows=_another, limit="elements with the same {value}", anything="elements of any kind",
        reads=r"类型(?:只能|仅能|必须)?[二两三四五六]选一|类型(?:必须|须|需要?|应当?)(?:保持)?(?:相同|一致)"
        r"|(?:必须|须|需要?|应当?|只能|仅能)(?:是|为|属于)?(?:同一种?|相同的?)类型",
    ),
    Constraint(
        keyword="maxItemsWith",
        value=_value(
            "Array of objects: a field of the elements, and how many elements may have each of "
            "its values; of values that are not named, any number.",
            type="object", minProperties=1, maxProperties=1, propertyNames={"$ref": "#/$defs/key"},
            additionalProperties=_value(
                "Greatest number of elements, by the value that they have.",
                type="object", minProperties=1,
                additionalProperties=_count("Greatest number of elements with this value."),
            ),
            examples=[{"msgtype": {"image": 9, "video": 1}}],
        ),
        types=("array",), member=_name, holds=keep_counts, in_json_schema=False,
        projected=_few_of_each, is_standard=False, words=_counts, shown=_counts,
        narrows=_at_lower_counts, anything="any number of each kind", in_documents=False,
    ),
    *_sizes(
        "Length", "String: {} number of characters.", "string", _CHARACTERS, when_1="not empty",
        silent_beside=("file",),
    ),
    *_sizes(
        "Bytes", "String: {} number of bytes in UTF-8; of a file, those of its content.",
        "string", _BYTES, size=byte_count, is_standard=False, unit_of_file=("byte", "bytes"),
    ),
    Constraint(
        keyword="fileFormats",
        value=_value(
            "File: of which formats it may be, by the value of the parameter named here (its "
            "default counts); with a value that is not named, of any. Formats are told by how the "
            "content begins.",
            type="object", minProperties=1, maxProperties=1, propertyNames={"$ref": "#/$defs/key"},
            additionalProperties=_value(
                "Formats, by the value with which a file of them is taken.",
                type="object", minProperties=1,
                additionalProperties=_value(
                    "The formats.", type="array", minItems=1, uniqueItems=True,
                    items=_value("A format.", type="string", enum=["JPG", "PNG", "MP4"]),
                ),
            ),
            examples=[{"media_type": {"image": ["JPG", "PNG"], "video": ["MP4"]}}],
        ),
        types=_STRINGS, formats=("binary",), elements=False, parameters_only=True,
        siblings=_first, check="rule", words=_formats, shown=_formats, narrows=_at_fewer_formats,
        anything="files of any format", in_documents=False,
    ),
    Constraint(
        keyword="pattern",
        value=_value(
            "String: regular expression that the text, or a part of it, has to match; ^ is the "
            "text's beginning, $ its end. Only what Python and ECMAScript read alike: "
            "characters, [...], groups, |, quantifiers.",
            type="string", minLength=1, maxLength=500, examples=["^[0-9A-Za-z_-]+$"],
        ),
        types=_STRINGS, silent_beside=("file",), fault=pattern_fault, holds=has_pattern,
        is_standard=False, words="matching `{value}`", narrows=_another,
        limit="texts that match {value}", anything="any text",
    ),
    Constraint(
        keyword="minimum",
        value=_value("Integer or number: least value allowed.", type="number"),
        types=_NUMBERS, silent_beside=("day", "flag"), upper="maximum",
        holds=lambda value, least: bool(value >= least), words="at least {value}", narrows=_higher,
        anything="any value",
    ),
    Constraint(
        keyword="maximum",
        value=_value("Integer or number: greatest value allowed.", type="number"),
        types=_NUMBERS, silent_beside=("day", "flag"),
        holds=lambda value, most: bool(value <= most), words="at most {value}", narrows=_lower,
        anything="any value",
    ),
    Constraint(
        keyword="multipleOf",
        value=_value(
            "Integer or number: what it has to be a multiple of, in decimals: 19.99 is a "
            "multiple of 0.01.",
            type="number", exclusiveMinimum=0,
        ),
        types=_NUMBERS, silent_beside=("day", "flag"), holds=is_multiple, is_standard=False,
        words="a multiple of {value}", narrows=lambda old, new: not is_multiple(old, new),
        limit="multiples of {value}", anything="any value",
        reads=r"(?:必须|必需|须|应当?|需要?)(?:为|是)?\s?(?P<number>[0-9]{1,9}(?:\.[0-9]{1,6})?)\s?"
        r"的(?:整数?)?倍数?",
    ),
    Constraint(
        keyword="enum",
        value=_value(
            "The allowed values, each with its meaning. In an answer these are the known values; "
            "others are passed on.",
            type="object", minProperties=1,
            additionalProperties=_value("What this value means.", type="string", minLength=1),
        ),
        types=("string", "integer", "number"), silent_beside=("day", "file"),
        words=lambda enum: "; ".join(f"{value}: {meaning}" for value, meaning in enum.items()),
    ),
    Constraint(
        keyword="truncatesAt",
        value=_count(
            "String: the server cuts off what exceeds this many characters. The client sends it "
            "all the same and warns.",
            least=1,
        ),
        types=_STRINGS, silent_beside=("file",),
        words="the platform keeps the first {value} characters", warns="more gives a warning",
    ),
    Constraint(
        keyword="ignoredUnless",
        value=_value(
            "The server ignores this parameter unless the parameter named here has the value "
            "given, or one of the values given (its default counts). The client sends it all the "
            "same and warns.",
            **_condition("Value at which the parameter counts"),
            examples=[{"auto_create_room": 1}, {"type": [1, 2]}],
        ),
        elements=False, siblings=_first, check="rule", shown=_when,
        words=lambda when: f"counts only where {_when(when)}", warns="otherwise gives a warning",
    ),
    Constraint(
        keyword="ignoredWhenGiven",
        value=_siblings(
            f"The server ignores this parameter where one of those named here is given. {_GIVEN} "
            "The client sends it all the same and warns.",
            ["media_id"],
        ),
        elements=False, siblings=_all, check="rule", in_documents=False,
        words=lambda names: f"ignored where {either(names)} is given",
        warns="together they give a warning",
    ),
    Constraint(
        keyword="forbiddenWhenGiven",
        value=_siblings(
            "The server refuses this parameter where one of those named here is given: at most "
            f"one of them. With requiredUnlessGiven: exactly one of them. {_GIVEN}",
            ["openid"],
        ),
        elements=False, optional=True, siblings=_all, check="rule", in_documents=False,
        words=lambda names: f"not together with {either(names)}",
        narrows=lambda old, new: not {*new} <= {*old},
    ),
    Constraint(
        keyword="requiredWhen",
        value=_value(
            "The parameter must be given where the one named here has the value given, or one of "
            "the values given (its default counts).",
            **_condition("Value at which the parameter is required"),
            examples=[{"msgtype": "image"}, {"type": [1, 2]}],
        ),
        elements=False, optional=True, siblings=_first, check="rule", in_documents=False,
        words=lambda when: f"required where {_when(when)}",
        shown=_when, narrows=_at_more_values,
    ),
    Constraint(
        keyword="requiredUnlessGiven",
        value=_siblings(
            "The parameter must be given unless one of those named here is: at least one of them. "
            f"One of them says so for all. {_GIVEN}",
            ["partyid"],
        ),
        elements=False, optional=True, siblings=_all, check="rule", in_documents=False,
        words=lambda names: f"required unless {either(names)} is given",
        narrows=lambda old, new: not {*new} >= {*old},
    ),
    Constraint(
        keyword="default",
        value=_value(
            "Value that the server takes when the parameter is left out. The client does not "
            "send it.",
            type=_PLAIN,
        ),
        types=("string", "integer", "number", "boolean"), silent_beside=("file",),
        elements=False, excludes="defaultFrom", check="", words="left out, it is {literal}",
    ),
    Constraint(
        keyword="defaultFrom",
        value=_sibling(
            "Parameter beside this one whose value the server takes when this one is left out.",
        ),
        silent_beside=("file",), elements=False, siblings=_itself, check="",
        words="left out, it is the same as {value}",
    ),
    Constraint(
        keyword="in",
        value=_value(
            "POST only. query: the parameter stands in the address, and not in the body.",
            type="string", enum=["query"],
        ),
        types=("string", "integer", "number", "boolean"), silent_beside=("file",),
        elements=False, parameters_only=True, check="", words="sent in the {value}",
        in_documents=False,
    ),
    Constraint(
        keyword="overDays",
        value=_value(
            "Answer only, number: how the figures of consecutive intervals become that of all of "
            "them. sum: they add up. latest: the last day's counts. Over different elements "
            "figures always add up. Needed in the records of an operation with window.",
            type="string", enum=["sum", "latest"],
        ),
        types=_NUMBERS, answers_only=True, check="", in_documents=False,
    ),
)
# fmt: on
CONSTRAINTS: Mapping[str, Constraint] = {row.keyword: row for row in _ROWS}
"""Every row by its keyword. Docstrings, arguments of checks and drafts keep this order."""
PREDICATES: Mapping[str, tuple[tuple[str, ...], Callable[[Any, Any], bool]]] = {
    "exclusiveMinimum": (_NUMBERS, lambda value, least: bool(value > least)),
    "minProperties": (("object",), lambda value, least: len(value) >= least),
    "maxProperties": (("object",), lambda value, most: len(value) <= most),
    **{row.keyword: (row.types, row.holds) for row in _ROWS if row.holds},
}
"""Whether a value of some types keeps to a keyword of JSON Schema: those of fields and of specs."""
LOWER: Mapping[str, str] = {row.upper: row.keyword for row in _ROWS if row.upper}
"""The keyword that limits below what another one limits above."""
_OURS = frozenset(row.keyword for row in _ROWS if row.answers_only)
"""What serves whole jobs and states nothing of the document."""


def with_constraints(document: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of specs with what it says of constraints as the rows have it.

    Keys keep their places; a new one comes behind the one before it in the registry.
    """
    definitions = document["$defs"]
    properties = definitions["field"]["properties"]
    order = _in_order(list(properties), "type")
    schemas = {row.keyword: row.value for row in _ROWS}
    definitions["field"]["properties"] = {
        key: schemas.get(key, properties.get(key)) for key in order
    }
    rule = definitions["deviation"]["properties"]["rule"]
    rule["enum"] = [key for key in _in_order(rule["enum"], "type") if key not in _OURS]
    return document


def _in_order(present: list[str], first: str) -> list[str]:
    order, before = list(present), first
    for row in _ROWS:
        if row.keyword not in order:
            order.insert(order.index(before) + 1, row.keyword)
        before = row.keyword
    return order
