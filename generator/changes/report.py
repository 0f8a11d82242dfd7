"""Changes to words: for a terminal, for a program, and for a CHANGELOG."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from ..annotations import Level, annotation
from ..problems import Location
from ..spec.constraints import CONSTRAINTS
from ..spec.numbers import over
from ..visible import visible
from .rules import BEFORE_1_0, KINDS, NEW_WORDS, RULES, Change, Kind, semver

Quote = Callable[[str], str]

_FILLED = textwrap.TextWrapper(
    120, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
)
_LONGEST = 100
_NOTHING = (None, (), "")
_SECTIONS: Mapping[str, tuple[Kind, ...]] = {
    "Breaking": ("breaking",),
    "Added": ("added",),
    "Changed": ("relaxed", "behaviour"),
    "Documentation": ("text",),
}
_LEVELS: Mapping[Kind, Level] = {"breaking": "error", "behaviour": "warning"}
_PLAIN = ("deviations", "kind", "method", "notes", "page", "permissions", "summary", "title")
_SUBJECTS = {
    **{name: f"the {name}" for name in _PLAIN},
    **{name: f"`{name}`" for name in ("effect", "errcode_required", "repeatable")},
    "errors": "the error codes",
    "examples.request": "the example request",
    "examples.response": "the example answer",
    "failures": "elements that failed",
    "quotas": "a quota",
    "repeatable_reason": "the reason of `repeatable`",
    "request": "the parameters",
    "response": "the fields of the answer",
    "updated": "the date of the page",
}


def as_json(changes: Sequence[Change], notes: Sequence[str] = ()) -> str:
    """Return the changes as JSON; texts and values stand there whole."""
    hint = semver(changes)
    keys = ("operation", "field", "rule", "kind", "breaking", "old", "new", "hint")
    report = {
        "changes": [{key: getattr(one, key) for key in keys} for one in changes],
        "breaking": _breaking(changes),
        "semver": hint,
        "semver_before_1_0": BEFORE_1_0[hint],
        "notes": notes,
    }
    return json.dumps(report, ensure_ascii=False, indent=2, default=str)


def as_text(changes: Sequence[Change], notes: Sequence[str] = ()) -> str:
    """Return the changes grouped by operation, those that break first, and what they come to."""
    lines = []
    for operation, group in groupby(changes, key=lambda one: one.operation):
        lines.append(operation or "all operations")
        for one in group:
            lines.append(f"  {one.kind:9}  {_line(one)}  [{one.rule}]")
            lines += _words(one)
        lines.append("")
    return "\n".join([*lines, _total(changes)])


def as_github(changes: Sequence[Change], notes: Sequence[str] = ()) -> str:
    """Return the changes as annotations of GitHub Actions: errors break, warnings may surprise.

    What is new and what is said otherwise needs nobody's attention: the last line counts it.
    """
    shown = sorted(
        (one for one in changes if one.kind in _LEVELS), key=lambda one: KINDS.index(one.kind)
    )
    lines = [*map(_annotated, shown), *(annotation("notice", one) for one in notes)]
    return "\n".join([*lines, _total(changes)])


def _annotated(change: Change) -> str:
    place = change.location or Location("", 0)
    message = f"{change.operation} {_line(change)} [{change.rule}]".strip()
    return annotation(_LEVELS[change.kind], message, file=place.file, line=place.line)


def _line(change: Change) -> str:
    subject = "the operation " if change.field == "path" else f"{change.field}: "
    return f"{subject}{_predicate(change, str)}"


def _total(changes: Sequence[Change]) -> str:
    if not changes:
        return "no changes"
    hint = semver(changes)
    return (
        f"{_count(len(changes), 'change')}, {_breaking(changes)} breaking; "
        f"version: {hint} (while it is 0.y.z: {BEFORE_1_0[hint]})"
    )


def as_markdown(changes: Sequence[Change], notes: Sequence[str] = ()) -> str:
    """Return the changes as sections of a CHANGELOG."""
    blocks = []
    for heading, kinds in _SECTIONS.items():
        rows = [one for one in changes if one.kind in kinds]
        if rows:
            entries = (_entry(text, names) for text, names in _sentences(rows).items())
            blocks.append("\n".join([f"### {heading}", *entries]))
    return "\n\n".join(blocks) or "No changes."


FORMATS: Mapping[str, Callable[[Sequence[Change], Sequence[str]], str]] = {
    "text": as_text, "json": as_json, "markdown": as_markdown, "github": as_github
}  # fmt: skip


def _sentences(changes: Iterable[Change]) -> dict[str, list[str]]:
    """Return each sentence with the operations that it holds for."""
    found: dict[str, list[str]] = {}
    for operation, group in groupby(changes, key=lambda one: one.operation):
        reworded = []
        for one in group:
            if RULES[one.rule].says == NEW_WORDS:
                reworded.append(_subject(one))
                continue
            subject = "" if one.field == "path" else f"{_subject(one)} "
            sentence = f"{subject}{_predicate(one, _code)}"
            found.setdefault(sentence, []).append(operation)
        if reworded:
            subjects = _listed(list(dict.fromkeys(reworded)))
            found.setdefault(f"{NEW_WORDS} for {subjects}", []).append(operation)
    return found


def _entry(sentence: str, names: Iterable[str]) -> str:
    called = _listed([_code(name) for name in dict.fromkeys(names) if name])
    is_about_itself = sentence.startswith(("is new", "was removed", "moved to"))
    joint = " " if is_about_itself else ": "
    text = f"{called}{joint}{sentence}" if called else sentence[:1].upper() + sentence[1:]
    return _FILLED.fill(f"- {text}.")


def _subject(change: Change) -> str:
    side, _, name = change.field.partition(".")
    if change.rule.startswith(("surface.", "job.")):
        return _code(change.field)
    if change.rule.startswith("error."):
        what = {"meaning": "the meaning of ", "remedy": "the remedy of "}
        return f"{what.get(change.rule[6:], '')}error code {name}"
    if change.field in _SUBJECTS:
        return _SUBJECTS[change.field]
    whose = "the answer's " if side == "response" else ""
    depth = name.count("[]")
    return f"{'each element of ' * depth}{whose}{_code(name.replace('[]', ''))}"


def _predicate(change: Change, quote: Quote) -> str:
    rule = RULES[change.rule]
    says = rule.says
    if change.old in _NOTHING and rule.appears:
        says = rule.appears
    elif change.new in _NOTHING and rule.vanishes:
        says = rule.vanishes
    sentence = says.format(
        old=_value(change, change.old, quote),
        new=_value(change, change.new, quote),
        old_text=_prose(change.old, quote is _code, beside=change.new),
        new_text=_prose(change.new, quote is _code),
        limit=_limit(change, quote) if "{limit}" in says else "",
    )
    return f"{sentence} ({change.hint})" if change.hint else sentence


def _value(change: Change, value: Any, quote: Quote) -> str:
    if value is None:
        return "none"
    row = CONSTRAINTS.get(change.rule.partition(".")[2].partition(".")[0])
    if row is not None and row.shown is not str:
        return quote(row.shown(value))
    if isinstance(value, (tuple, list)):
        return ", ".join(quote(_shown(one)) for one in value)
    return quote(_shown(value))


def _prose(value: Any, is_markdown: bool, beside: Any = None) -> str:
    """Return a value in words; a quota does not repeat what it counts `beside` another."""
    if isinstance(value, dict) and "scope" in value:
        repeats = isinstance(beside, dict) and beside["scope"] == value["scope"]
        scope = "" if repeats else f"{value['scope']} "
        value = f"{value['limit']} {scope}{over(value.get('per', value.get('days')))}"
    text = _shown(value)
    return text.replace("&", "&amp;").replace("<", "&lt;") if is_markdown else text


def _limit(change: Change, quote: Quote) -> str:
    row = CONSTRAINTS[change.rule.split(".")[1]]
    old, new = (
        quote(_shown(one)) if isinstance(one, str) else one for one in (change.old, change.new)
    )
    was = old if row.shown is str or old is None else row.shown(old)
    before = row.anything if old is None else row.says(old, row.limit) if new is None else was
    after = row.anything if new is None else row.says(new, row.limit)
    return f"{after} instead of {before}"


def _words(change: Change) -> Iterator[str]:
    """Show what was and is said, where the sentence itself does not."""
    if RULES[change.rule].says != NEW_WORDS:
        return
    for sign, side in (("-", change.old), ("+", change.new)):
        texts = side.values() if isinstance(side, dict) else side
        for text in (texts,) if isinstance(texts, str) else texts or ():
            yield f"             {sign} {_shown(text)}"


def _shown(value: Any) -> str:
    """Return a value in one line that no terminal takes for a command."""
    text = visible(" ".join(str(value).split()))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _code(text: str) -> str:
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def _listed(names: Sequence[str]) -> str:
    """Join names as a sentence does."""
    return " and ".join(part for part in (", ".join(names[:-1]), "".join(names[-1:])) if part)


def _breaking(changes: Iterable[Change]) -> int:
    return sum(one.breaking for one in changes)


def _count(number: float, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
