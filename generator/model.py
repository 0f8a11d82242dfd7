"""The intermediate model: what the specs say, resolved and checked, in no language's syntax."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

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
    not_before = _Stated[str]("notBefore")
    max_span_days = _Stated[int]("maxSpanDays")
    ignored_unless = _Stated[tuple[str, Any]]("ignoredUnless")
    over_days = _Stated[str]("overDays")

    def stating(self, **constraints: Any) -> Field:
        """Return the field with other constraints, by their keywords; None takes one out."""
        stated = {**self.constraints, **constraints}
        return replace(
            self, constraints={key: one for key, one in stated.items() if one is not None}
        )

    @property
    def is_flag(self) -> bool:
        """Whether the field is a switch: the integers 0 and 1."""
        return self.type == "integer" and self.enum is not None and set(self.enum) == {0, 1}


@dataclass(frozen=True)
class Failures:
    """Where an answer lists the elements that failed, and which field names each."""

    field: str
    key: str


@dataclass(frozen=True)
class Pagination:
    """How an answer comes in pages; all are names of fields.

    `position` and `size` are parameters: where a page begins and how many records it has. `items`,
    `next` and `total` are fields of the answer: the records, where the next page begins, and how
    many records there are.
    """

    position: str
    next: str
    size: str
    items: str
    total: str | None = None


@dataclass(frozen=True)
class Batch:
    """A parameter of which callers have more elements than one call takes.

    `argument` is what the job calls them. `done` and `used_up`: codes of failed elements that mean
    that nothing is left to do, and that today's quota is used up.
    """

    parameter: str
    argument: str
    done: tuple[int, ...] = ()
    used_up: tuple[int, ...] = ()


@dataclass(frozen=True)
class Window:
    """What a job splits, by days and by elements, and merges again.

    `parameter` is the path to the array that is split, `items` the answer's records, `key` what
    tells these apart. `omit`: parameters that say nothing about a merged answer.
    """

    begin: str
    end: str
    parameter: str
    items: str
    key: str
    omit: tuple[str, ...] = ()


@dataclass(frozen=True)
class Quota:
    """How often something may be done: `limit` times in `days` (None: a standing total)."""

    limit: int
    scope: str
    days: int | None
    description: str


@dataclass(frozen=True)
class Deviation:
    """Where a spec differs from its document on purpose."""

    field: str
    rule: str
    document: str
    reason: str
    source: str


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
    errcode_required: bool
    """Whether an answer without an errcode is none, rather than a success."""
    request: tuple[Field, ...]
    response: tuple[Field, ...]
    failures: Failures | None
    pagination: Pagination | None
    batch: Batch | None
    window: Window | None
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
class Api:
    """Everything that the specs state."""

    root: Group
    errors: tuple[ErrorCode, ...]
    token: Operation
