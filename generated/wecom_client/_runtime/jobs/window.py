# Copied from templates/wecom_client/_runtime/jobs/window.py: edit that file, then run 'make generate'.
"""Splitting: figures over more days and more elements than one call takes, merged by meaning."""

from __future__ import annotations

from collections.abc import Generator, Hashable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

from ..answers import Answer, language_of, merged_answer
from ..errcodes import Language
from ..errors import ResponseError
from ..named import Named
from ..problems import day_of_seconds, first_second
from ..records import Record
from ..request import Settings
from .calls import Call, Terms, checked
from .declarations import Window
from .merging import is_equal
from .pagination import Pager, of_full_size
from .results import END

A = TypeVar("A", bound=Answer)

Raw = dict[str, Any]

_ABSENT: Any = object()


class Span(Named):
    """The first and the last day of one call, in Unix seconds."""

    begin: int
    end: int


def run(
    window: Window[A],
    values: Mapping[str, Any],
    settings: Settings,
    extra: Mapping[str, Any] | None = None,
) -> Generator[Call, Any, A]:
    """Check the arguments, then ask for one call after the other and return the merged answer.

    Raises:
        ParameterError: with every problem at once.
        WeComError: a call failed.
        ResponseError: the answers cannot be merged.
    """
    lifted = {(window.end, "maxSpanDays"), (window.parameter or "", "maxItems")}
    terms = Terms(lifted=lifted)
    values = {**values, **of_full_size(window.pagination)}
    sent = checked(window.operation, window.request, values, settings, terms, extra=extra)
    return _Split(window, sent).run()


class _Split(Generic[A]):
    """The calls into which one job is split."""

    def __init__(self, window: Window[A], sent: Mapping[str, Any]) -> None:
        self._window = window
        self._sent = sent

    def run(self) -> Generator[Call, Any, A]:
        """Ask for every part, and merge the answers."""
        window = self._window
        merged = _Merged(window)
        frame: Raw | None = None
        language: Language = "en"
        for elements in self._chunks():
            over_days: dict[Any, Raw] = {}
            for span in self._spans():
                records: dict[Any, Raw] = {}
                for answer in (yield from self._calls(self._part(span, elements))):
                    language = language_of(answer)
                    frame = answer.raw if frame is None else merged.frame(frame, answer.raw)
                    records.update(merged.by_key(answer))
                for key, raw in records.items():
                    before = over_days.get(key)
                    over_days[key] = raw if before is None else merged.later(before, raw)
            merged.add(over_days, elements)
        items = merged.records()
        raw = {**(frame or {}), window.items: items}
        paged = window.pagination
        if paged is not None and paged.total is not None:
            raw[paged.total] = raw[paged.next] = len(items)
        return merged_answer(window.answer, raw, merged.unmerged, language)

    def _calls(self, sent: Raw) -> Generator[Call, Any, list[Answer]]:
        """Ask for one part, all its pages."""
        window = self._window
        answers: list[Answer] = []
        pager: Pager[Any] | None = None
        if window.pagination is not None:
            pager = Pager(window.pagination, sent)
        while True:
            request = window.operation.request(sent) if pager is None else pager.request()
            if request is None:
                return answers
            outcome = yield Call(request, window.answer, as_json=True)
            if isinstance(outcome, Exception):
                raise outcome
            if not isinstance(getattr(outcome, window.items), tuple):
                raise _flaw(window, f"{window.items} is not an array")
            answers.append(outcome)
            if pager is None:
                return answers
            pager.accept(outcome)
            while pager.take() is not END:
                pass

    def _spans(self) -> Iterator[Span | None]:
        """Split the days into spans that every reading of the limit allows; None: as given."""
        window = self._window
        begin, end = self._sent.get(window.begin), self._sent.get(window.end)
        if type(begin) is not int or type(end) is not int:
            yield None
            return
        first, last = day_of_seconds(begin), day_of_seconds(end)
        if last - first < window.span:
            yield None
            return
        for day in range(first, last + 1, window.span):
            yield Span(first_second(day), first_second(min(day + window.span - 1, last)))

    def _chunks(self) -> Iterator[list[Any] | None]:
        """Split the elements; None: there are none, and the call says so itself."""
        if self._window.parameter is None:
            yield None
            return
        *parents, name = self._window.parameter.split(".")
        holder: Any = self._sent
        for parent in parents:
            holder = holder.get(parent) if isinstance(holder, Mapping) else None
        elements = holder.get(name) if isinstance(holder, Mapping) else None
        # With the checks off, elements may be anything, and no list at all.
        if not isinstance(elements, list) or not all(isinstance(e, Hashable) for e in elements):
            yield None
            return
        unique = list(dict.fromkeys(elements))
        for begin in range(0, len(unique), self._window.size):
            yield unique[begin : begin + self._window.size]

    def _part(self, span: Span | None, elements: list[Any] | None) -> Raw:
        part = dict(self._sent)
        if span is not None:
            part.update({self._window.begin: span.begin, self._window.end: span.end})
        if elements is not None and self._window.parameter is not None:
            holder = part
            *parents, name = self._window.parameter.split(".")
            for parent in parents:
                holder[parent] = holder = dict(holder[parent])
            holder[name] = elements
        return part


class _Merged:
    """The records of all parts, merged by their key.

    What the spec says of a figure decides how it is merged. A field of which it says nothing is
    kept where it is equal in all parts; else it is left out, and its path stands in `unmerged`.
    """

    def __init__(self, window: Window[Any]) -> None:
        self._window = window
        self._sums = [path.split(".") for path in window.sums]
        self._latest = [path.split(".") for path in window.latest]
        self._figures = [*self._sums, *self._latest]
        self._records: dict[Any, Raw] = {}
        self._asked: dict[Any, None] = {}
        self.unmerged: set[str] = set()

    def frame(self, one: Raw, other: Raw) -> Raw:
        """Merge what stands around the records of two answers."""
        window = self._window
        own = {window.items, "errcode", "errmsg"}
        if window.pagination is not None:
            own |= {window.pagination.next, window.pagination.total or window.pagination.next}
        merged = self._agreed(one, other, [[name] for name in own], "")
        return {**merged, **{name: one[name] for name in own if name in one}}

    def by_key(self, answer: Answer) -> Iterator[tuple[Any, Raw]]:
        """Return the records of an answer by what tells them apart."""
        items, name = self._window.items, self._window.key
        for record in getattr(answer, items):
            key = record.raw.get(name) if isinstance(record, Record) else None
            if not isinstance(key, (str, int)):
                raise _flaw(self._window, f"a record of {items} has no {name}")
            yield key, record.raw

    def later(self, before: Raw, after: Raw) -> Raw:
        """Merge records of the same elements over consecutive spans."""
        merged = self._agreed(before, after, self._figures, f"{self._window.items}.")
        for path in self._sums:
            self._put_sum(merged, path, before, after)
        for path in self._latest:
            value = _value(after, path)
            value = _value(before, path) if value is None else value
            if value is not None:
                _put(merged, path, value)
        return merged

    def add(self, records: Mapping[Any, Raw], elements: Sequence[Any] | None) -> None:
        """Add the records of further elements, over the same days.

        Where the records are those of the elements themselves, each belongs to the part that asked
        for it: an answer that names others too must not count them twice.
        """
        own = set(elements or ())
        for key, raw in records.items():
            before = self._records.get(key)
            if before is None or key in own:
                self._records[key] = raw
            elif key not in self._asked:
                self._records[key] = self._sum(before, raw)
        self._asked.update(dict.fromkeys(elements or ()))

    def records(self) -> list[Raw]:
        """Return all records: in the order of the elements, or sorted by their key."""
        keys = list(self._records)
        if any(key in self._asked for key in keys):
            order = {key: index for index, key in enumerate(self._asked)}
            keys.sort(key=lambda key: order.get(key, len(order)))
        elif all(isinstance(key, int) for key in keys) or all(isinstance(k, str) for k in keys):
            keys.sort()
        return [self._records[key] for key in keys]

    def _sum(self, one: Raw, other: Raw) -> Raw:
        merged = self._agreed(one, other, self._figures, f"{self._window.items}.")
        for path in self._figures:
            self._put_sum(merged, path, one, other)
        return merged

    def _agreed(self, one: Raw, other: Raw, own: Sequence[Sequence[str]], place: str) -> Raw:
        """Return what is equal in both, at every level at which `own` paths pass."""
        inner: dict[str, list[Sequence[str]]] = {}
        for path in own:
            inner.setdefault(path[0], []).append(path[1:])
        merged: Raw = {}
        for name in {**one, **other}:
            rest = inner.get(name)
            mine, others = one.get(name, _ABSENT), other.get(name, _ABSENT)
            if rest is None:
                if is_equal(mine, others):
                    merged[name] = mine
                else:
                    self.unmerged.add(f"{place}{name}")
            elif all(rest):
                below = _object(mine), _object(others)
                merged[name] = self._agreed(*below, rest, f"{place}{name}.")
        return merged

    def _put_sum(self, merged: Raw, path: list[str], one: Raw, other: Raw) -> None:
        figures = [value for value in (_value(one, path), _value(other, path)) if value is not None]
        for value in figures:
            if isinstance(value, bool) or not isinstance(value, (int, float)):
                raise _flaw(self._window, f"{'.'.join(path)} is not a number")
        if figures:
            _put(merged, path, sum(figures))


def _flaw(window: Window[Any], message: str) -> ResponseError:
    text = f"the answers cannot be merged: {message}"
    return ResponseError(text, window.operation.path, window.operation.doc_url)


def _value(raw: Any, path: Sequence[str]) -> Any:
    for name in path:
        raw = raw.get(name) if isinstance(raw, dict) else None
    return raw


def _put(raw: Raw, path: Sequence[str], value: Any) -> None:
    *parents, name = path
    for parent in parents:
        raw = raw.setdefault(parent, {})
    raw[name] = value


def _object(value: Any) -> Raw:
    return value if isinstance(value, dict) else {}
