"""Splitting: figures over more days and more elements than one call takes, merged by meaning."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from ..answers import Answer, Record
from ..checks import Object
from ..errors import ResponseError
from ..problems import day_of_seconds, first_second
from ..request import Operation, Settings
from .paging import END, Pages, Walk
from .steps import Call, Terms, checked

A = TypeVar("A", bound=Answer)

Raw = dict[str, Any]


class Span(NamedTuple):
    """The first and the last day of one call, in Unix seconds."""

    begin: int
    end: int


class Window(Generic[A]):
    """How an operation is split and its answers are merged.

    `begin`, `end`: the parameters for the first and the last day; `span`: days of one call.
    `split`: dotted path of the array of which one call takes `size` elements. `items`: attribute of
    the answer that holds the records; `key`: what tells them apart. `sums`, `latest`: dotted paths
    of the figures that add up over days, and of those that count up to and including the day, so
    that the last day's holds. Over different elements all of them add up.
    """

    __slots__ = (
        "answer",
        "begin",
        "end",
        "items",
        "key",
        "latest",
        "operation",
        "pages",
        "request",
        "size",
        "span",
        "split",
        "sums",
    )

    def __init__(
        self,
        operation: Operation,
        request: Object,
        answer: type[A],
        *,
        begin: str,
        end: str,
        span: int,
        split: str,
        size: int,
        items: str,
        key: str,
        sums: Sequence[str],
        latest: Sequence[str],
        pages: Pages[Any] | None = None,
    ) -> None:
        self.operation = operation
        self.request = request
        self.answer = answer
        self.begin = begin
        self.end = end
        self.span = span
        self.split = split
        self.size = size
        self.items = items
        self.key = key
        self.sums = tuple(path.split(".") for path in sums)
        self.latest = tuple(path.split(".") for path in latest)
        self.pages = pages

    def run(self, values: Mapping[str, Any], settings: Settings) -> Generator[Call, Any, A]:
        """Check the arguments, then ask for one call after the other and return the merged answer.

        Raises:
            ParameterError: with every problem at once.
            WeComError: a call failed.
            ResponseError: the answers cannot be merged.
        """
        terms = Terms(lifted={(self.end, "maxSpanDays"), (self.split, "maxItems"), *self._paged()})
        sent = checked(self.operation, self.request, values, settings, terms)
        return self._run(sent)

    def _paged(self) -> Sequence[tuple[str, str]]:
        """Return what a caller need not say, as the job goes through the pages itself."""
        return () if self.pages is None else ((self.pages.size, "required"),)

    def _run(self, sent: Mapping[str, Any]) -> Generator[Call, Any, A]:
        merged = _Merged(self)
        first: Answer | None = None
        for elements in self._chunks(sent):
            over_days: dict[Any, Raw] = {}
            for span in self._spans(sent):
                records: dict[Any, Raw] = {}
                for answer in (yield from self._calls(self._part(sent, span, elements))):
                    first = first or answer
                    records.update(merged.by_key(answer))
                for key, raw in records.items():
                    before = over_days.get(key)
                    over_days[key] = raw if before is None else merged.later(before, raw)
            merged.add(over_days, elements)
        items = merged.records()
        raw = {} if first is None else dict(first.raw)
        if self.pages is not None and self.pages.total is not None:
            raw[self.pages.total] = raw[self.pages.next_position] = len(items)
        return self.answer({**raw, self.items: items})

    def _calls(self, sent: Raw) -> Generator[Call, Any, list[Answer]]:
        """Ask for one part, all its pages."""
        answers: list[Answer] = []
        walk: Walk[Any] | None = None if self.pages is None else self.pages.walk(sent)
        while True:
            request = self.operation.request(sent) if walk is None else walk.request()
            if request is None:
                return answers
            outcome = yield Call(request, self.answer)
            if isinstance(outcome, Exception):
                raise outcome
            if not isinstance(getattr(outcome, self.items), tuple):
                raise self.flaw(f"{self.items} is no array")
            answers.append(outcome)
            if walk is None:
                return answers
            walk.accept(outcome)
            while walk.take() is not END:
                pass

    def _spans(self, sent: Mapping[str, Any]) -> Iterator[Span | None]:
        """Split the days into spans that every reading of the limit allows; None: as given."""
        begin, end = sent.get(self.begin), sent.get(self.end)
        if type(begin) is not int or type(end) is not int:
            yield None
            return
        first, last = day_of_seconds(begin), day_of_seconds(end)
        if last - first < self.span:
            yield None
            return
        for day in range(first, last + 1, self.span):
            yield Span(first_second(day), first_second(min(day + self.span - 1, last)))

    def _chunks(self, sent: Mapping[str, Any]) -> Iterator[list[Any] | None]:
        """Split the elements; None: there are none, and the call says so itself."""
        *parents, name = self.split.split(".")
        holder: Any = sent
        for parent in parents:
            holder = holder.get(parent) if isinstance(holder, Mapping) else None
        elements = holder.get(name) if isinstance(holder, Mapping) else None
        if not isinstance(elements, list) or not elements:
            yield None
            return
        unique = list(dict.fromkeys(elements))
        for begin in range(0, len(unique), self.size):
            yield unique[begin : begin + self.size]

    def _part(self, sent: Mapping[str, Any], span: Span | None, elements: list[Any] | None) -> Raw:
        part = dict(sent)
        if span is not None:
            part.update({self.begin: span.begin, self.end: span.end})
        if elements is not None:
            holder = part
            *parents, name = self.split.split(".")
            for parent in parents:
                holder[parent] = holder = dict(holder[parent])
            holder[name] = elements
        return part

    def flaw(self, message: str) -> ResponseError:
        """Return the error of answers that cannot be merged."""
        text = f"the answers cannot be merged: {message}"
        return ResponseError(text, self.operation.path, self.operation.doc_url)


class _Merged:
    """The records of all parts, merged by their key."""

    def __init__(self, window: Window[Any]) -> None:
        self._window = window
        self._records: dict[Any, Raw] = {}
        self._asked: dict[Any, None] = {}

    def by_key(self, answer: Answer) -> Iterator[tuple[Any, Raw]]:
        """Return the records of an answer by what tells them apart."""
        items, name = self._window.items, self._window.key
        for record in getattr(answer, items):
            key = record.raw.get(name) if isinstance(record, Record) else None
            if not isinstance(key, (str, int)):
                raise self._window.flaw(f"a record of {items} has no {name}")
            yield key, record.raw

    def later(self, before: Raw, after: Raw) -> Raw:
        """Merge records of the same elements over consecutive spans."""
        merged = _copied(after, self._window.sums)
        for path in self._window.sums:
            self._put_sum(merged, path, before, after)
        for path in self._window.latest:
            if _value(after, path) is None and _value(before, path) is not None:
                merged = _copied(merged, (path,))
                _put(merged, path, _value(before, path))
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
        paths = (*self._window.sums, *self._window.latest)
        merged = _copied(one, paths)
        for path in paths:
            self._put_sum(merged, path, one, other)
        return merged

    def _put_sum(self, merged: Raw, path: list[str], one: Raw, other: Raw) -> None:
        figures = [value for value in (_value(one, path), _value(other, path)) if value is not None]
        for value in figures:
            if isinstance(value, bool) or not isinstance(value, (int, float)):
                raise self._window.flaw(f"{'.'.join(path)} is no number")
        if figures:
            _put(merged, path, sum(figures))


def _value(raw: Any, path: Sequence[str]) -> Any:
    for name in path:
        raw = raw.get(name) if isinstance(raw, dict) else None
    return raw


def _put(raw: Raw, path: Sequence[str], value: Any) -> None:
    *parents, name = path
    for parent in parents:
        raw = raw[parent]
    raw[name] = value


def _copied(raw: Raw, paths: Sequence[Sequence[str]]) -> Raw:
    """Copy a record as deep as these paths reach: answers are not changed."""
    copy: Raw = dict(raw)
    inner: dict[str, list[Sequence[str]]] = {}
    for path in paths:
        if len(path) > 1:
            inner.setdefault(path[0], []).append(path[1:])
    for name, rest in inner.items():
        below = copy.get(name)
        copy[name] = _copied(below if isinstance(below, dict) else {}, rest)
    return copy
