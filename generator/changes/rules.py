"""What a change can be: the table of rules, and the finding that names one.

A rule's id is stable; CI jobs may match it. `RULES` is its only home: id, kind, and how it reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as field_of
from typing import Any, Literal

from ..problems import Location
from ..spec.constraints import CONSTRAINTS

Kind = Literal["breaking", "added", "relaxed", "behaviour", "text"]
"""What a change does to callers of the generated client.

breaking: code that works today may stop working. added: there is more to call or to read. relaxed:
what is refused today is accepted. behaviour: the same call, with another outcome. text: words only.
"""

KINDS: tuple[Kind, ...] = ("breaking", "added", "relaxed", "behaviour", "text")

NEW_WORDS = "new words"
"""The predicate of a change of which only the words matter."""


@dataclass(frozen=True)
class Rule:
    """What one kind of change does to callers, and the predicate of the sentence that tells it.

    `{old}` and `{new}` stand for values written as code, `{old_text}` and `{new_text}` for prose;
    the subject is the field. `appears` and `vanishes` serve where the other side states nothing.
    """

    kind: Kind
    says: str
    appears: str = ""
    vanishes: str = ""


@dataclass(frozen=True)
class Change:
    """One difference between two trees.

    `operation` is a path, empty where no single operation is concerned. `field` is
    `request.chat_id_list`, `response.group_chat.name`, `title` …, or a name of the generated code.
    `location`: where the new code has that name.
    """

    rule: str
    operation: str
    field: str
    old: Any = None
    new: Any = None
    hint: str = ""
    location: Location | None = field_of(default=None, compare=False)

    @property
    def kind(self) -> Kind:
        """What the change does to callers."""
        return RULES[self.rule].kind

    @property
    def breaking(self) -> bool:
        """Whether code that works today may stop working."""
        return self.kind == "breaking"


def told(rule: str, operation: str, field: str, old: Any, new: Any) -> Iterator[Change]:
    """Return the change of a value, if it is another one."""
    if old != new:
        yield Change(rule, operation, field, old, new)


_Sentences = Mapping[str, str | tuple[str, str, str]]
"""How each rule reads; of three sentences, the others are for what appears and what vanishes."""

_WHEN_LEFT_OUT = (
    "counts as {new} when left out, was {old}",
    "is now said to count as {new} when left out",
    "is no longer said to count as {old} when left out",
)
_BREAKING: _Sentences = {
    "operation.removed": "was removed",
    "operation.moved": "moved to {new}",
    "operation.kind": "is now {new}, was {old}",
    "operation.method": "is now {new}, was {old}",
    "failures.removed": "are no longer listed: the answer has no raise_for_failures()",
    "failures.changed": "are now listed in {new_text}, was {old_text}",
    "error.removed": "is no longer known and raises a plain APIError",
    "error.class": "is now of class {new}, was {old}: another exception",
    "request.added-required": "is new and required",
    "request.removed": "was removed",
    "request.became-required": "is now required",
    "request.became-keyword-only": "is now optional, and so no longer passed by position",
    "request.order": "are now passed in the order {new}, was {old}",
    "request.type": "is now of type {new}, was {old}",
    "request.format.changed": (
        "is now of format {new}, was {old}",
        "is now of format {new}",
        "is no longer of format {old}",
    ),
    "request.enum.removed": "no longer takes {old}",
    "request.enum.appeared": "now takes {new} and nothing else",
    "request.flag-lost": "no longer takes True and False",
    "request.forbiddenWhenGiven.narrower": (
        "no longer goes together with {new}, was {old}",
        "no longer goes together with {new}",
        "",
    ),
    "request.requiredWhen.narrower": (
        "is now required where {new}, was where {old}",
        "is now required where {new}",
        "",
    ),
    "request.requiredUnlessGiven.narrower": (
        "is now required without {new}, was without {old}",
        "is now required without {new}",
        "",
    ),
    "request.additionalProperties.narrower": "no longer takes unlisted keys",
    "response.removed": "was removed",
    "response.became-conditional": "may now be missing ({new_text})",
    "response.type": "is now of type {new}, was {old}",
    "response.access": "is now read as {new_text}, was {old_text}",
    "response.format.changed": "is now of format {new}, was {old}",
    "job.removed": "is no longer there, the method for a whole job",
    "job.argument-required": "is a new required argument",
    "job.argument-removed": "is no longer an argument",
    "job.page-size-required": "can no longer be left out, was {old}",
    "job.records": "is now {new}, was {old}: other records are gone through",
    "surface.removed": "is gone from the generated code",
    "surface.added-needed": "is new, and classes that users derive must have it",
    "surface.nature": "is now of nature {new}, was {old}",
    "surface.argument-removed": "is no longer an argument",
    "surface.argument-added-required": "is a new required argument",
    "surface.argument-inserted": "is a new argument before others that are passed by position",
    "surface.argument-required": "is now a required argument",
    "surface.argument-passing": "is now passed {new_text}, was {old_text}",
    "surface.argument-order": "takes its arguments in the order {new}, was {old}",
    "surface.argument-type": "is now annotated {new}, was {old}",
    "surface.overload-removed": "can no longer be called as {old}",
    "surface.tuple-longer": "is now a tuple of {new} elements, was {old}",
    "surface.type": "is now annotated {new}, was {old}",
    "surface.alias": "now stands for {new}, was {old}",
    "surface.enum-value": "is now {new}, was {old}",
    "surface.base-removed": "is no longer a {old}",
    "surface.frozen": "is frozen now: its attributes cannot be set",
    "surface.read-only": "can no longer be set",
    "surface.bound": "can no longer be called on the class, without an object",
    "surface.needed": "is one that classes which users derive must have now",
}
_ADDED: _Sentences = {
    "operation.added": "is new",
    "failures.added": "are now listed: the answer has raise_for_failures()",
    "error.added": "is now known, of class {new}",
    "request.added-optional": "is new and optional",
    "request.enum.added": "now takes {new}",
    "response.added": "is new",
    "response.enum.added": "may now be {new}",
    "job.added": "is a new method for a whole job",
    "job.argument-added": "is a new optional argument",
    "surface.added": "is new in the generated code",
    "surface.argument-added": "is a new optional argument",
    "surface.overload-added": "can now be called as {new}",
    "surface.base-added": "is now a {new} as well",
}
_RELAXED: _Sentences = {
    "request.unlisted": "is no longer described, and may still be passed",
    "request.became-optional": "is now optional",
    "request.format.day-added": "is now a day and takes dates as well",
    "request.enum.dropped": "now takes any value, was one of {old}",
    "request.forbiddenWhenGiven.wider": (
        "does not go together with {new}, was {old}",
        "",
        "now goes together with {old}",
    ),
    "request.requiredWhen.wider": (
        "is required where {new}, was where {old}",
        "",
        "is no longer required where {old}",
    ),
    "request.requiredUnlessGiven.wider": (
        "is required without {new}, was without {old}",
        "",
        "is no longer required without {old}",
    ),
    "request.additionalProperties.wider": "now takes unlisted keys",
    "response.always-present": "is now always present",
    "surface.argument-optional": "is now an optional argument",
    "surface.argument-passing-wider": "is now passed {new_text}, was {old_text}",
    "surface.argument-type-wider": "is now annotated {new}, was {old}",
    "surface.type-narrower": "is now annotated {new}, was {old}",
}
_BEHAVIOUR: _Sentences = {
    "operation.repeatable-lost": (
        "is now false: a call whose outcome is unknown is no longer sent again"
    ),
    "operation.repeatable-gained": "is now true: a call whose outcome is unknown is sent again",
    "operation.effect": (
        "is now {new}, was {old}",
        "is now said to be {new}",
        "is no longer stated, was {old}",
    ),
    "operation.errcode-required": (
        "is now true: an answer without an errcode is no longer a success"
    ),
    "operation.errcode-optional": "is now false: an answer without an errcode is a success",
    "frequency.limits": (
        "now hold {new}, no longer {old}",
        "now hold {new}",
        "no longer hold {old}",
    ),
    "quota.added": "is new: {new_text}",
    "quota.removed": "is gone: {old_text}",
    "quota.changed": "is now {new_text}, was {old_text}",
    "request.default": _WHEN_LEFT_OUT,
    "request.defaultFrom": _WHEN_LEFT_OUT,
    "request.truncatesAt": (
        "is cut off after {new} characters, was {old}",
        "is now cut off after {new} characters",
        "is no longer cut off after {old} characters",
    ),
    "request.ignoredUnless": (
        "counts only where {new}, was {old}",
        "now counts only where {new}",
        "now counts always, was only where {old}",
    ),
    "request.ignoredWhenGiven": (
        "is ignored where one of {new} is given, was {old}",
        "is now ignored where one of {new} is given",
        "counts always, was ignored where one of {old} was given",
    ),
    "request.in": (
        "is now sent in the {new}, was in the {old}",
        "is now sent in the {new}, was in the body",
        "is now sent in the body, was in the {old}",
    ),
    "response.additionalProperties": (
        "",
        "may now hold unlisted fields",
        "holds no unlisted fields any more",
    ),
    "response.enum.removed": "is no longer said to be {old}",
    "response.overDays": (
        "of consecutive days is now merged as {new}, was {old}",
        "of consecutive days is now merged as {new}",
        "is no longer merged over days, was {old}",
    ),
    "job.page-size": ("is {new} when left out, was {old}", "may now be left out", ""),
    "job.fact": ("is now {new}, was {old}", "is now {new}", "is no longer stated, was {old}"),
    "surface.argument-default": "is {new} when left out, was {old}",
}
_REWORDED = (
    "operation.summary", "operation.repeatable-reason", "operation.permissions", "operation.notes",
    "operation.deviations", "quota.text", "error.meaning", "error.remedy", "request.enum.meaning",
    "request.description", "response.enum.meaning", "response.description", "response.condition",
)  # fmt: skip
_TEXT: _Sentences = {
    **dict.fromkeys(_REWORDED, NEW_WORDS),
    "operation.title": "is now {new_text}, was {old_text}",
    "operation.page": "is now {new}, was {old}",
    "operation.updated": ("is now {new}, was {old}", "is now {new}", "is no longer stated"),
    "operation.errors": (
        "now include {new}, no longer {old}",
        "now include {new}",
        "no longer include {old}",
    ),
    "operation.example": "is another one",
    "request.written-order": "are written in another order",
    "request.format.text": ("", "is now of format {new}", "is no longer of format {old}"),
    "response.written-order": "are written in another order",
    "response.format.text": ("", "is now of format {new}", "is no longer of format {old}"),
}

_SENTENCES: Mapping[Kind, _Sentences] = {
    "breaking": _BREAKING,
    "added": _ADDED,
    "relaxed": _RELAXED,
    "behaviour": _BEHAVIOUR,
    "text": _TEXT,
}

RULES: dict[str, Rule] = {
    rule: Rule(kind, *((says,) if isinstance(says, str) else says))
    for kind, sentences in _SENTENCES.items()
    for rule, says in sentences.items()
}
"""Every rule by its id."""
for _key, _row in CONSTRAINTS.items():
    if _row.narrows:
        RULES.setdefault(f"request.{_key}.narrower", Rule("breaking", "takes {limit}"))
        RULES.setdefault(f"request.{_key}.wider", Rule("relaxed", "takes {limit}"))
        RULES[f"response.{_key}"] = Rule("behaviour", "holds {limit}")

SEMVER: Mapping[Kind, str] = {
    "breaking": "major",
    "added": "minor",
    "relaxed": "minor",
    "behaviour": "minor",
    "text": "patch",
}
BEFORE_1_0 = {"major": "minor", "minor": "patch", "patch": "patch", "none": "none"}
"""What the hint comes to while the version is 0.y.z, where y says that something breaks."""


def semver(changes: Iterable[Change]) -> str:
    """Return which part of the version has to rise: major, minor, patch or none."""
    kinds = {change.kind for change in changes}
    return next((SEMVER[kind] for kind in KINDS if kind in kinds), "none")
