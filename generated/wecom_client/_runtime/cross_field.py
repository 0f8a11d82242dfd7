# Copied from templates/wecom_client/_runtime/cross_field.py: edit that file, then run 'make generate'.
"""Constraints between the fields of one object, where `checks` has those on one value.

The names of the rules, `ignoredUnless`, `notBefore` and `maxSpanDays`, are the specs' own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from .named import Named
from .problems import Report, day_of_seconds, day_text


class Rule(Protocol):
    """A constraint between the fields of one object."""

    def check(self, sent: Mapping[str, Any], prefix: str, report: Report) -> None:
        """Report every breach; `sent` holds the fields as they are to be sent."""


class IgnoredUnless(Named):
    """The platform reads `field` only where `other` is `value`; otherwise that is a warning.

    `default` is what the platform takes for `other` when it is left out.
    """

    field: str
    other: str
    value: Any
    default: Any = None

    def check(self, sent: Mapping[str, Any], prefix: str, report: Report) -> None:
        """Warn of a field that the platform will ignore."""
        if self.field not in sent:
            return
        actual = sent.get(self.other, self.default)
        if actual != self.value:
            shown = "left out" if actual is None else repr(actual)
            report.warning(
                prefix + self.field,
                "ignoredUnless",
                f"the platform ignores it unless {self.other} is {self.value!r}; it is {shown}",
            )


class NotBefore(Named):
    """The day `end` must not lie before the day `begin`, nor more than `max_span_days` after it."""

    end: str
    begin: str
    max_span_days: int | None = None

    def check(self, sent: Mapping[str, Any], prefix: str, report: Report) -> None:
        """Compare both days in UTC+8."""
        begin, end = sent.get(self.begin), sent.get(self.end)
        if type(begin) is not int or type(end) is not int:
            return
        first, last = day_of_seconds(begin), day_of_seconds(end)
        where = prefix + self.end
        if last < first:
            report.problem(
                where,
                "notBefore",
                f"must not lie before {self.begin} ({day_text(first)}), is {day_text(last)}",
            )
        elif self.max_span_days is not None and last - first > self.max_span_days:
            report.problem(
                where,
                "maxSpanDays",
                f"must lie at most {self.max_span_days} days after {self.begin}, "
                f"lies {last - first} days after it; split the span",
            )
