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


_NOW = "is now {new}, was {old}"
_WORDS = dict.fromkeys((
    "operation.summary", "operation.repeatable-reason", "operation.permissions", "operation.notes",
    "operation.deviations", "quota.text", "error.meaning", "error.remedy", "request.enum.meaning",
    "request.description", "response.enum.meaning", "response.description", "response.condition",
), Rule("text", NEW_WORDS))  # fmt: skip
_OPERATION = {
    "operation.added": Rule("added", "is new"),
    "operation.removed": Rule("breaking", "was removed"),
    "operation.moved": Rule("breaking", "moved to {new}"),
    "operation.kind": Rule("breaking", _NOW),
    "operation.method": Rule("breaking", _NOW),
    "operation.title": Rule("text", "is now {new_text}, was {old_text}"),
    "operation.page": Rule("text", _NOW),
    "operation.updated": Rule("text", _NOW, "is now {new}", "is no longer stated"),
    "operation.repeatable-lost": Rule(
        "behaviour", "is now false: a call whose outcome is unknown is no longer sent again"
    ),
    "operation.repeatable-gained": Rule(
        "behaviour", "is now true: a call whose outcome is unknown is sent again"
    ),
    "operation.errcode-required": Rule(
        "behaviour", "is now true: an answer without an errcode is no longer a success"
    ),
    "operation.errcode-optional": Rule(
        "behaviour", "is now false: an answer without an errcode is a success"
    ),
    "operation.errors": Rule(
        "text", "now include {new}, no longer {old}", "now include {new}", "no longer include {old}"
    ),
    "operation.example": Rule("text", "is another one"),
    "quota.added": Rule("behaviour", "is new: {new_text}"),
    "quota.removed": Rule("behaviour", "is gone: {old_text}"),
    "quota.changed": Rule("behaviour", "is now {new_text}, was {old_text}"),
    "failures.added": Rule("added", "are now listed: the answer has raise_for_failures()"),
    "failures.removed": Rule(
        "breaking", "are no longer listed: the answer has no raise_for_failures()"
    ),
    "failures.changed": Rule("breaking", "are now listed in {new_text}, was {old_text}"),
}

_ERROR = {
    "error.added": Rule("added", "is now known, of class {new}"),
    "error.removed": Rule("breaking", "is no longer known and raises a plain APIError"),
    "error.class": Rule("breaking", "is now of class {new}, was {old}: another exception"),
}

_WHEN_LEFT_OUT = Rule(
    "behaviour",
    "counts as {new} when left out, was {old}",
    "is now said to count as {new} when left out",
    "is no longer said to count as {old} when left out",
)
_REQUEST = {
    "request.added-optional": Rule("added", "is new and optional"),
    "request.added-required": Rule("breaking", "is new and required"),
    "request.removed": Rule("breaking", "was removed"),
    "request.unlisted": Rule("relaxed", "is no longer described, and may still be passed"),
    "request.became-required": Rule("breaking", "is now required"),
    "request.became-keyword-only": Rule(
        "breaking", "is now optional, and so no longer passed by position"
    ),
    "request.became-optional": Rule("relaxed", "is now optional"),
    "request.order": Rule("breaking", "are now passed in the order {new}, was {old}"),
    "request.written-order": Rule("text", "are written in another order"),
    "request.type": Rule("breaking", "is now of type {new}, was {old}"),
    "request.format.changed": Rule(
        "breaking", "is now of format {new}, was {old}", "", "is no longer of format {old}"
    ),
    "request.format.day-added": Rule("relaxed", "is now a day and takes dates as well"),
    "request.format.text": Rule(
        "text", "", "is now of format {new}", "is no longer of format {old}"
    ),
    "request.enum.added": Rule("added", "now takes {new}"),
    "request.enum.removed": Rule("breaking", "no longer takes {old}"),
    "request.enum.appeared": Rule("breaking", "now takes {new} and nothing else"),
    "request.enum.dropped": Rule("relaxed", "now takes any value, was one of {old}"),
    "request.flag-lost": Rule("breaking", "no longer takes True and False"),
    "request.default": _WHEN_LEFT_OUT,
    "request.defaultFrom": _WHEN_LEFT_OUT,
    "request.truncatesAt": Rule(
        "behaviour",
        "is cut off after {new} characters, was {old}",
        "is now cut off after {new} characters",
        "is no longer cut off after {old} characters",
    ),
    "request.ignoredUnless": Rule(
        "behaviour",
        "counts only where {new}, was {old}",
        "now counts only where {new}",
        "now counts always, was only where {old}",
    ),
    "request.additionalProperties.narrower": Rule("breaking", "no longer takes unlisted keys"),
    "request.additionalProperties.wider": Rule("relaxed", "now takes unlisted keys"),
}

_RESPONSE = {
    "response.added": Rule("added", "is new"),
    "response.removed": Rule("breaking", "was removed"),
    "response.became-conditional": Rule("breaking", "may now be missing ({new_text})"),
    "response.always-present": Rule("relaxed", "is now always present"),
    "response.written-order": Rule("text", "are written in another order"),
    "response.type": Rule("breaking", "is now of type {new}, was {old}"),
    "response.access": Rule("breaking", "is now read as {new_text}, was {old_text}"),
    "response.additionalProperties": Rule(
        "behaviour", "", "may now hold unlisted fields", "holds no unlisted fields any more"
    ),
    "response.format.changed": Rule("breaking", "is now of format {new}, was {old}"),
    "response.format.text": Rule(
        "text", "", "is now of format {new}", "is no longer of format {old}"
    ),
    "response.enum.added": Rule("added", "may now be {new}"),
    "response.enum.removed": Rule("behaviour", "is no longer said to be {old}"),
    "response.overDays": Rule(
        "behaviour",
        "of consecutive days is now merged as {new}, was {old}",
        "of consecutive days is now merged as {new}",
        "is no longer merged over days, was {old}",
    ),
}

_JOB = {
    "job.added": Rule("added", "is a new method for a whole job"),
    "job.removed": Rule("breaking", "is no longer there, the method for a whole job"),
    "job.argument-added": Rule("added", "is a new optional argument"),
    "job.argument-required": Rule("breaking", "is a new required argument"),
    "job.argument-removed": Rule("breaking", "is no longer an argument"),
    "job.page-size": Rule("behaviour", "is {new} when left out, was {old}", "may now be left out"),
    "job.page-size-required": Rule("breaking", "can no longer be left out, was {old}"),
    "job.records": Rule("breaking", "is now {new}, was {old}: other records are gone through"),
    "job.fact": Rule("behaviour", _NOW, "is now {new}", "is no longer stated, was {old}"),
}

_SURFACE = {
    "surface.removed": Rule("breaking", "is gone from the generated code"),
    "surface.added": Rule("added", "is new in the generated code"),
    "surface.added-needed": Rule("breaking", "is new, and classes that users derive must have it"),
    "surface.nature": Rule("breaking", "is now of nature {new}, was {old}"),
    "surface.argument-removed": Rule("breaking", "is no longer an argument"),
    "surface.argument-added": Rule("added", "is a new optional argument"),
    "surface.argument-added-required": Rule("breaking", "is a new required argument"),
    "surface.argument-inserted": Rule(
        "breaking", "is a new argument before others that are passed by position"
    ),
    "surface.argument-required": Rule("breaking", "is now a required argument"),
    "surface.argument-optional": Rule("relaxed", "is now an optional argument"),
    "surface.argument-passing": Rule("breaking", "is now passed {new_text}, was {old_text}"),
    "surface.argument-passing-wider": Rule("relaxed", "is now passed {new_text}, was {old_text}"),
    "surface.argument-order": Rule("breaking", "takes its arguments in the order {new}, was {old}"),
    "surface.argument-default": Rule("behaviour", "is {new} when left out, was {old}"),
    "surface.argument-type": Rule("breaking", "is now annotated {new}, was {old}"),
    "surface.argument-type-wider": Rule("relaxed", "is now annotated {new}, was {old}"),
    "surface.overload-removed": Rule("breaking", "can no longer be called as {old}"),
    "surface.overload-added": Rule("added", "can now be called as {new}"),
    "surface.tuple-longer": Rule("breaking", "is now a tuple of {new} elements, was {old}"),
    "surface.type": Rule("breaking", "is now annotated {new}, was {old}"),
    "surface.type-narrower": Rule("relaxed", "is now annotated {new}, was {old}"),
    "surface.alias": Rule("breaking", "now stands for {new}, was {old}"),
    "surface.enum-value": Rule("breaking", _NOW),
    "surface.base-removed": Rule("breaking", "is no longer a {old}"),
    "surface.base-added": Rule("added", "is now a {new} as well"),
    "surface.frozen": Rule("breaking", "is frozen now: its attributes cannot be set"),
    "surface.read-only": Rule("breaking", "can no longer be set"),
    "surface.bound": Rule("breaking", "can no longer be called on the class, without an object"),
    "surface.needed": Rule("breaking", "is one that classes which users derive must have now"),
}

_LIMITS: dict[str, Rule] = {}
for _key, _row in CONSTRAINTS.items():
    if _row.narrows:
        _LIMITS[f"request.{_key}.narrower"] = Rule("breaking", "takes {limit}")
        _LIMITS[f"request.{_key}.wider"] = Rule("relaxed", "takes {limit}")
        _LIMITS[f"response.{_key}"] = Rule("behaviour", "holds {limit}")

RULES: Mapping[str, Rule] = {
    **_WORDS, **_OPERATION, **_ERROR, **_REQUEST, **_RESPONSE, **_LIMITS, **_JOB, **_SURFACE
}  # fmt: skip
"""Every rule by its id."""

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
