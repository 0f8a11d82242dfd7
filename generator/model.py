"""The intermediate model: what the specs say, resolved and checked, in no language's syntax."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, ClassVar, Generic, TypeVar

from .problems import Location

T = TypeVar("T")


class _Stated(Generic[T]):
    """What a field states by a keyword, for code that needs just this one; None where nothing."""

    def __init__(self, keyword: str) -> None:
        self.keyword = keyword

    def __get__(self, one: Field, _: type) -> T | None:
        value: T | None = one.constraints.get(self.keyword)
        return value


@dataclass(frozen=True)
class Field:
    """A request parameter, an answer field, or the element of an array.

    `constraints` has what the spec states by the keywords of `spec.constraints`, in their order.
    """

    name: str
    location: Location
    type: str = "string"
    description: str = ""
    required: bool = False
    condition: str | None = None
    constraints: Mapping[str, Any] = field(default_factory=dict)
    items: Field | None = None
    properties: tuple[Field, ...] = ()
    additional_properties: bool = False
    shape: tuple[str, str] | None = None
    """File and name of the shape that this is, unchanged, where the specs share it."""

    format = _Stated[str]("format")
    enum = _Stated[Mapping[Any, str]]("enum")
    default = _Stated[Any]("default")
    default_from = _Stated[str]("defaultFrom")
    maximum = _Stated[float]("maximum")
    min_items = _Stated[int]("minItems")
    max_items = _Stated[int]("maxItems")
    items_agree_on = _Stated[str]("itemsAgreeOn")
    max_items_with = _Stated[tuple[str, Mapping[Any, int]]]("maxItemsWith")
    not_before = _Stated[str]("notBefore")
    max_span_days = _Stated[int]("maxSpanDays")
    file_formats = _Stated[tuple[str, Mapping[Any, tuple[str, ...]]]]("fileFormats")
    ignored_unless = _Stated[tuple[str, tuple[Any, ...]]]("ignoredUnless")
    ignored_when_given = _Stated[tuple[str, ...]]("ignoredWhenGiven")
    forbidden_when_given = _Stated[tuple[str, ...]]("forbiddenWhenGiven")
    required_when = _Stated[tuple[str, tuple[Any, ...]]]("requiredWhen")
    required_unless_given = _Stated[tuple[str, ...]]("requiredUnlessGiven")
    sent_in = _Stated[str]("in")
    over_days = _Stated[str]("overDays")

    def stating(self, **constraints: Any) -> Field:
        """Return the field with other constraints, by their keywords; None takes one out."""
        stated = {**self.constraints, **constraints}
        return replace(
            self, constraints={key: one for key, one in stated.items() if one is not None}
        )

    @property
    def is_file(self) -> bool:
        """Whether the field is a file, which no JSON can hold: a part of the body."""
        return self.format == "binary"

    @property
    def is_flag(self) -> bool:
        """Whether the field is a switch: the integers 0 and 1."""
        return self.type == "integer" and self.enum is not None and set(self.enum) == {0, 1}


def named(fields: Iterable[Field], name: str) -> Field | None:
    """Return the field of a name, if there is one."""
    return next((one for one in fields if one.name == name), None)


def at_path(fields: Iterable[Field], path: str) -> Field | None:
    """Return the field at a dotted path through objects, if there is one."""
    first, _, rest = path.partition(".")
    found = named(fields, first)
    if found is None or not rest:
        return found
    # one whose type is missing is a problem of its own
    return at_path(found.properties, rest) if found.type in ("object", "") else None


@dataclass(frozen=True)
class Failures:
    """Where an answer lists the elements that failed, and which field names each.

    `every`: it lists every element that was sent, those that did not fail with the errcode 0.
    """

    field: str
    key: str
    every: bool = False


@dataclass(frozen=True, kw_only=True)
class JobBase:
    """A method that makes as many calls of one operation as its arguments take.

    `stated` is what the spec says below `key`. `fields` are the parameters that the method has of
    the operation, in the document's order. Of these, `replaced` is called `argument` and takes any
    number of elements. `records` is the array of the answer that the job reads.
    """

    key: ClassVar[str]
    method: ClassVar[str]
    """The method's name, `{}` standing for the operation's."""
    name: str
    stated: Mapping[str, Any]
    fields: tuple[Field, ...]
    replaced: Field | None
    argument: str
    records: Field | None

    @property
    def options(self) -> tuple[str, ...]:
        """Arguments that the job has of itself."""
        return ()


@dataclass(frozen=True, kw_only=True)
class Pagination(JobBase):
    """Goes through the records of all pages.

    `position` and `size` are parameters: where a page begins and how many records it has; without
    `size` the platform alone decides. `next` and `total` are fields of the answer: where the next
    page begins, and how many records there are. `replaced` is an array of which the job takes any
    number of elements, and goes through the pages of as many as one call takes.
    """

    key = "pagination"
    method = "iter_{}"
    position: Field
    size: Field | None
    records: Field
    next: Field
    total: Field | None

    @property
    def options(self) -> tuple[str, ...]:
        """Arguments that the job has of itself."""
        return () if self.size is None else ("page_size",)

    @property
    def paged(self) -> tuple[str, ...]:
        """The parameters that a job which goes through all pages by itself does not have."""
        return tuple(one.name for one in (self.position, self.size) if one is not None)

    @property
    def page_size(self) -> int | None:
        """How many records a page has, if the spec leaves it to us."""
        if self.size is None:
            return None
        return self.size.default if self.size.maximum is None else int(self.size.maximum)


@dataclass(frozen=True, kw_only=True)
class Batch(JobBase):
    """Sends more elements of an array than one call takes; `records` are those that failed.

    `done` and `used_up`: codes of failed elements that mean that nothing is left to do, and that
    today's quota is used up. `daily_limit`: how many elements a day the platform allows.
    """

    key = "batch"
    method = "{}_all"
    replaced: Field
    records: Field
    done: tuple[int, ...]
    used_up: tuple[int, ...]
    daily_limit: int | None

    @property
    def options(self) -> tuple[str, ...]:
        """Arguments that the job has of itself."""
        limit = () if self.daily_limit is None else ("daily_limit",)
        return (*limit, "journal", "dry_run")


@dataclass(frozen=True, kw_only=True)
class Bulk(JobBase):
    """Makes one call for each of many elements, or as many as its pages are."""

    key = "batch"
    method = "{}_many"
    replaced: Field
    pagination: Pagination | None = None

    @property
    def options(self) -> tuple[str, ...]:
        """Arguments that the job has of itself."""
        return ("concurrency", "rate", "ordered", "on_progress")


@dataclass(frozen=True, kw_only=True)
class Window(JobBase):
    """Splits its arguments by days and by elements, and merges the answers.

    `begin` and `end` are the parameters for the days, `split` is the array that is split, at the
    dotted `path`; None: the days alone are. `record_key` tells the records apart; `sums` and
    `latest` are the dotted paths of their figures: those that add up over days, and those of which
    the last day's count.
    """

    key = "window"
    method = "{}_all"
    begin: Field
    end: Field
    path: str
    split: Field | None
    records: Field
    record_key: str
    sums: tuple[str, ...]
    latest: tuple[str, ...]
    pagination: Pagination | None


Job = Pagination | Batch | Bulk | Window
"""Every kind of job, so that a type checker finds where one of them is forgotten."""


@dataclass(frozen=True)
class Quota:
    """How often something may be done: `limit` times in `days`, or `per` a time of the clock.

    With neither it is a standing total.
    """

    limit: int
    scope: str
    days: int | None
    description: str
    per: str | None = None
    """`minute`, `hour` or `month`, that of the calendar in UTC+8."""

    @property
    def time(self) -> int | str | None:
        """The time over which it counts: a number of days, or what `per` says."""
        return self.days if self.per is None else self.per


@dataclass(frozen=True)
class Deviation:
    """Where a spec differs from its documents on purpose; without `documents`, from each."""

    field: str
    rule: str
    document: str
    reason: str
    source: str
    documents: tuple[str, ...] = ()
    """The documents that it is about, by what names their locks."""

    def concerns(self, document: str) -> bool:
        """Say whether it is about a document."""
        return not self.documents or document in self.documents


@dataclass(frozen=True)
class Operation:
    """One operation of the API, or the token endpoint."""

    path: str
    location: Location
    title: str
    summary: str
    page: str
    updated: str
    method: str
    kind: str
    repeatable: bool
    repeatable_reason: str
    effect: str
    """`read`, `write` or `destroy`; empty where the spec says nothing."""
    errcode_required: bool
    """Whether an answer without an errcode is none, rather than a success."""
    request: tuple[Field, ...]
    response: tuple[Field, ...]
    failures: Failures | None
    jobs: tuple[Job, ...]
    errors: tuple[int, ...]
    quotas: tuple[Quota, ...]
    permissions: Mapping[str, str]
    notes: tuple[str, ...]
    example_request: Mapping[str, Any]
    example_response: Mapping[str, Any]
    deviations: tuple[Deviation, ...]
    places: Mapping[str, Location]
    """Where each key of the spec stands; those within `failures` and jobs by their dotted paths."""

    @property
    def name(self) -> str:
        """The operation's own name, the last part of its path."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True)
class Group:
    """A folder of specs: operations, shapes that they share, and further groups."""

    path: str
    location: Location
    operations: tuple[Operation, ...] = ()
    shapes: Mapping[str, Field] | None = None
    groups: tuple[Group, ...] = ()

    @property
    def name(self) -> str:
        """The folder's own name."""
        return self.path.rpartition("/")[2]

    def walk(self) -> Iterator[Group]:
        """Return the group and all below it, outer ones first."""
        yield self
        for inner in self.groups:
            yield from inner.walk()

    @property
    def has_operations(self) -> bool:
        """Whether an operation stands in the folder or below it, and not shapes alone."""
        return bool(self.operations) or any(inner.has_operations for inner in self.groups)


@dataclass(frozen=True)
class ErrorCode:
    """A row of the error table; without a class, the code raises a plain APIError."""

    code: int
    error_class: str
    meaning: str
    remedy: str
    meaning_zh: str = ""
    remedy_zh: str = ""


@dataclass(frozen=True)
class FrequencyLimit:
    """So many calls of an operation in a time; without one: of each operation, counted apart."""

    calls: int
    per: str
    of: str
    operation: str | None = None

    def __str__(self) -> str:
        """Say it in words."""
        what = self.operation or "each operation"
        return f"{self.calls:,} calls of {what} per {self.per} for {_COUNTED[self.of]}"


_COUNTED = {
    "company": "a company",
    "application": "an application",
    "address": "an IP address",
    "provider_address": "an IP address of a provider",
}


@dataclass(frozen=True)
class FrequencyLimits:
    """How often the platform lets operations be called, and the page that says so."""

    page: str = ""
    updated: str = ""
    limits: tuple[FrequencyLimit, ...] = ()


@dataclass(frozen=True)
class Api:
    """Everything that the specs state."""

    root: Group
    errors: tuple[ErrorCode, ...]
    token: Operation
    frequency_limits: FrequencyLimits = FrequencyLimits()

    @cached_property
    def operations(self) -> tuple[Operation, ...]:
        """Every operation but the token endpoint."""
        return tuple(one for group in self.root.walk() for one in group.operations)

    @cached_property
    def by_path(self) -> Mapping[str, Operation]:
        """Every operation by its path, the token endpoint among them."""
        return {one.path: one for one in (*self.operations, self.token)}
