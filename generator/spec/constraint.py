"""A constraint: what is known of one keyword by which a spec limits a field."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal

from .numbers import counted

_CAPITAL = re.compile("[A-Z]")


@dataclass(frozen=True, kw_only=True)
class Constraint:
    """One keyword.

    `{value}`, `{count}` (with its unit) and `{literal}` in texts stand for what a spec states.
    """

    keyword: str
    value: Mapping[str, Any]
    """The JSON Schema of its value in a spec, a description first."""
    types: tuple[str, ...] = ()
    """The types of fields about which it says something; none: all."""
    formats: tuple[str, ...] = ()
    """The formats of fields about which it says something; none: all."""
    types_of: Mapping[Any, tuple[str, ...]] = field(default_factory=dict)
    """The same for some of its values, where they say something about other types."""
    silent_beside: tuple[Literal["day", "flag", "file"], ...] = ()
    """Kinds of fields, of its types, about which it says nothing all the same."""
    elements: bool = True
    """Whether it says something about the elements of an array."""
    answers_only: bool = False
    parameters_only: bool = False
    """Whether it says something about a parameter itself alone, and not about fields within it."""
    idle: Any = None
    """A value that is as good as none."""
    upper: str = ""
    """The keyword whose value may not lie below its own."""
    needs: str = ""
    excludes: str = ""
    siblings: Callable[[Any], Sequence[str]] | None = None
    """The fields beside this one that its value names, if it names any."""
    alike: bool = False
    """Whether these have to be of this one's format."""
    member: Callable[[Any], str] | None = None
    """The field of an array's elements that its value names, if it names one."""
    optional: bool = False
    """Whether it says something about fields alone that may be left out."""
    fault: Callable[[Any], str] | None = None
    """Says why a value is of no use, where the JSON Schema of values cannot."""

    holds: Callable[[Any, Any], bool] | None = None
    """Whether a value of a field keeps to it, as far as JSON Schema has words for that."""
    in_json_schema: bool = True
    """Whether JSON Schema has the keyword, if it says `holds`."""
    projected: Callable[[Any, Sequence[Any]], list[dict[str, Any]]] | None = None
    """What JSON Schema can say in its place, by the values that the member it names may have."""
    is_standard: bool = True
    """Whether the library of JSON Schema reads the keyword as the checks do."""
    check: Literal["argument", "rule", ""] = "argument"
    """What becomes of it in the request's checks: an argument of the field's, or a rule."""

    words: str | Callable[[Any], str] = ""
    """What a docstring says of it. A comma in front: it goes on with the sentence before."""
    warns: str = ""
    """What the client does about it, behind the words, where that is no refusal."""
    unit: tuple[str, str] = ("", "")
    unit_of_file: tuple[str, str] = ("", "")
    when_1: str = ""
    between: Callable[[Any, Any], str] | None = None
    """The words of both limits, where they are not `1 to 9 elements`."""

    narrows: Callable[[Any, Any], bool] | None = None
    """Whether a new value allows less than an old one; None: it is no limit to a value."""
    shown: Callable[[Any], str] = str
    """How `diff` writes a value that is more than a text, a number or a list of names."""
    limit: str = ""
    """What `diff` calls the values that it allows, where the words of docstrings do not fit."""
    anything: str = ""
    """What `diff` calls the values that are allowed without it."""

    reads: str = ""
    """How documents put it: a pattern, with the group `number` where it has one."""
    in_documents: bool = True
    """Whether documents state it of the field itself, so that a spec that does deviates from one
    that does not. A rule of which other fields may speak as well is held apart."""

    @cached_property
    def snake(self) -> str:
        """The keyword as Python writes it."""
        return _CAPITAL.sub(lambda found: f"_{found[0].lower()}", self.keyword)

    @cached_property
    def about_files(self) -> Constraint:
        """The constraint as it counts the content of a file."""
        return replace(self, unit=self.unit_of_file) if self.unit_of_file[0] else self

    def says(self, value: Any, template: str = "", **texts: str) -> str:
        """Put a value into words."""
        words = template or self.words
        if callable(words):
            return words(value)
        count = counted(value, *self.unit) if isinstance(value, (int, float)) else ""
        return words.format(value=value, count=count, **texts)
