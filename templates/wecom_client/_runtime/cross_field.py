"""Constraints between the fields of one object, where `checks` has those on one value.

The names of the rules are the specs' own. A field is given where it is sent, and is no empty text
or list, nor a mapping in which nothing is given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from .named import Named
from .problems import SECONDS_A_DAY, Report, day_of_seconds, day_text


class Rule(Protocol):
    """A constraint between the fields of one object."""

    def check(self, sent: Mapping[str, Any], prefix: str, report: Report) -> None:
        """Report every breach; `sent` holds the fields as they are to be sent."""


class IgnoredUnless(Named):
    """The platform reads `field` only where `other` is one of `values`; else that is a warning.

    `default` is what the platform takes for `other` when it is left out.
    """

    field: str
    other: str
    values: Sequence[Any]
    default: Any = None

    def check(self, sent: Mapping[str, Any], prefix: str, report: Report) -> None:
        """Warn of a field that the platform will ignore."""
        if self.field not in sent:
            return
        actual = sent.get(self.other, self.default)
        if not is_one_of(actual, self.values):
            shown = "left out" if actual is None else repr(actual)
            needed = _either([repr(one) for one in self.values])
            report.warning(
                prefix + self.field,
                "ignoredUnless",
                f"the platform ignores it unless {self.other} is {needed}; it is {shown}",
            )


class IgnoredWhenGiven(Named):
    """The platform does not read `field` where one of `others` is given: that is a warning."""

    field: str
    others: Sequence[str]

    def check(self, sent: Mapping[str, Any], prefix: str, report: Report) -> None:
        """Warn of a field that the platform will ignore."""
        found = _given(sent, self.others) if _given(sent, (self.field,)) else ()
        if found:
            report.warning(
                prefix + self.field,
                "ignoredWhenGiven",
                f"the platform ignores it where {found[0]} is given; leave out one of them",
            )


class ForbiddenWhenGiven(Named):
    """Of `field` and one of `others`, the platform takes one."""

    field: str
    others: Sequence[str]

    def check(self, sent: Mapping[str, Any], prefix: str, report: Report) -> None:
        """Report each of the others that is given as well."""
        for other in _given(sent, self.others) if _given(sent, (self.field,)) else ():
            report.problem(
                prefix + self.field,
                "forbiddenWhenGiven",
                f"cannot be given together with {other}; leave out one of them",
            )


class RequiredUnlessGiven(Named):
    """At least one of `field` and `others` has to be given."""

    field: str
    others: Sequence[str]

    def check(self, sent: Mapping[str, Any], prefix: str, report: Report) -> None:
        """Report that none of them is given."""
        if not _given(sent, (self.field, *self.others)):
            others = _either(self.others)
            asked = "must not be empty" if self.field in sent else "is required"
            report.problem(
                prefix + self.field, "requiredUnlessGiven", f"{asked} unless {others} is given"
            )


class FileFormats(Named):
    """Of which formats the file `field` may be, by the value of `other`; any, where none is named.

    `default` is what the platform takes for `other` when it is left out.
    """

    field: str
    other: str
    formats: Mapping[Any, Sequence[str]]
    default: Any = None

    def keeps(self, content: bytes, actual: Any) -> bool:
        """Say whether a content may be a file of a format that is allowed."""
        from .file_formats import is_of  # here, as few operations take files

        allowed = self._allowed(actual)
        return allowed is None or is_of(content, allowed)

    def check(self, sent: Mapping[str, Any], prefix: str, report: Report) -> None:
        """Report a file that is of none of the formats."""
        from .files import File  # here, as few operations take files

        file, actual = sent.get(self.field), sent.get(self.other, self.default)
        allowed = self._allowed(actual)
        if allowed and isinstance(file, File) and not self.keeps(file.content, actual):
            report.problem(
                prefix + self.field,
                "fileFormats",
                f"must be {_either(allowed)} where {self.other} is {actual!r}; its content does "
                f"not begin as one does",
            )

    def _allowed(self, actual: Any) -> Sequence[str] | None:
        # a class of the caller's was refused before, and compares as it likes
        if type(actual) not in _SCALARS:
            return None
        return next((one for key, one in self.formats.items() if is_one_of(actual, (key,))), None)


class RequiredWhen(Named):
    """The field has to be sent where `other` is one of `values`.

    `default` is what the platform takes for `other` when it is left out.
    """

    field: str
    other: str
    values: Sequence[Any]
    default: Any = None

    def check(self, sent: Mapping[str, Any], prefix: str, report: Report) -> None:
        """Report that the field is missing."""
        actual = sent.get(self.other, self.default)
        if self.field in sent or not is_one_of(actual, self.values):
            return
        left_out = "" if self.other in sent else ", as it is when left out"
        report.problem(
            prefix + self.field,
            "requiredWhen",
            f"is required where {self.other} is {actual!r}{left_out}",
        )


_SCALARS = (str, int, float, bool)
_HOLDING = (str, list)


def _given(sent: Mapping[str, Any], names: Sequence[str]) -> Sequence[str]:
    """Return which of some fields are sent and not empty."""
    return [name for name in names if name in sent and not is_empty(sent[name])]


def _either(parts: Sequence[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} or {last}" if first else last


def is_one_of(actual: Any, values: Sequence[Any]) -> bool:
    """Say whether a value is one of some in JSON: True is no 1."""
    # a class of the caller's was refused before, and compares as it likes
    return type(actual) in _SCALARS and any(
        actual == one and (type(actual) is bool) is (type(one) is bool) for one in values
    )


def is_empty(value: Any) -> bool:
    """Say whether a value that is sent is an empty text or list, or a mapping of such alone."""
    if type(value) is dict:
        return all(map(is_empty, value.values()))
    return value is None or (type(value) in _HOLDING and not value)


class NotBefore(Named):
    """`end` must not lie before `begin`, nor more than `max_span_days` after it.

    Days are compared in UTC+8; of an `exact` time every second counts, and a day has 24 hours.
    """

    end: str
    begin: str
    max_span_days: int | None = None
    exact: bool = False

    def check(self, sent: Mapping[str, Any], prefix: str, report: Report) -> None:
        """Compare both."""
        begin, end = sent.get(self.begin), sent.get(self.end)
        if type(begin) is not int or type(end) is not int:
            return
        if self.exact:
            span, first, last = end - begin, str(begin), str(end)
        else:
            day_of_begin, day_of_end = day_of_seconds(begin), day_of_seconds(end)
            span = (day_of_end - day_of_begin) * SECONDS_A_DAY
            first, last = day_text(day_of_begin), day_text(day_of_end)
        where = prefix + self.end
        if span < 0:
            said = f"must not lie before {self.begin} ({first}), is {last}"
            report.problem(where, "notBefore", said)
        elif self.max_span_days is not None and span > self.max_span_days * SECONDS_A_DAY:
            report.problem(
                where,
                "maxSpanDays",
                f"must lie at most {self.max_span_days} days after {self.begin}, "
                f"lies {_days_of(span)} after it; split the span",
            )


def _days_of(seconds: int) -> str:
    days, rest = divmod(seconds, SECONDS_A_DAY)
    return f"{days} days and {rest} seconds" if rest else f"{days} days"
