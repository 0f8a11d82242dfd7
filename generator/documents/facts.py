"""What a document states, as data: operations with their fields, limits, examples and texts."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from .blocks import fold
from .source import Source

_CHUNK_ENDS = re.compile(r"[\s。;!]+")
_TRIMMED = ",.:()[]「」“”\"'"
HEADS = ("title", "page", "updated", "method", "path")
"""What a document says of an operation as a whole."""
_NOT_SAID = frozenset({"type_text", "element_type", "span", "file"})
"""What drafts, checks and locks need and `docs facts` does not print."""


@dataclass(frozen=True)
class Stated:
    """A value and the line that states it."""

    value: Any
    line: int
    file: str = ""
    """Empty where it is the document."""


@dataclass(frozen=True)
class Prose:
    """Text that carries no parsed fact, and its line."""

    text: str
    line: int
    span: int | None = None
    """How many lines of the document it takes; None: as many as the text has."""

    def chunks(self) -> Iterator[tuple[str, int]]:
        """Yield the sentences, folded so that all formats of a document give the same, by line."""
        for offset, line in enumerate(self.text.split("\n")):
            for part in _CHUNK_ENDS.split(fold(line)):
                chunk = part.strip(_TRIMMED)
                if chunk:
                    yield chunk, self.line + within(self.span, offset)


def within(span: int | None, offset: int) -> int:
    """Return how far below its first line something stands that takes so many lines."""
    return offset if span is None else min(offset, span - 1)


def chunk_hash(chunk: str) -> str:
    """Return what stands for a sentence where the sentence itself is not kept."""
    return hashlib.sha256(chunk.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class FieldFact:
    """A parameter or answer field, by its path (`owner_filter.userid_list`)."""

    path: str
    line: int
    origin: str = "table"
    """`table`; `example`: it stands in the example alone; `parent`: only fields below have rows."""
    nested: bool = False
    """The table lists it beside the object in which the example has it."""
    in_query: bool = False
    """It stands in the address, whatever the method."""
    sent_empty: bool = False
    """The document's own example sends an empty text."""
    required: bool | None = None
    type: str | None = None
    type_text: str = ""
    """The type as the table words it; empty where it comes from the example."""
    element_type: str | None = None
    """Of an array whose type the table words as `string[]` or `array(int)`."""
    limits: Mapping[str, Stated] = field(default_factory=dict)
    enum: Mapping[Any, Stated] = field(default_factory=dict)
    """The values it may have, with their meanings; those of its elements where it is an array."""
    text: Prose | None = None
    further_lines: tuple[int, ...] = ()
    """Of other rows that describe it as well."""


@dataclass(frozen=True)
class QuotaFact:
    """How often something may be done: `limit` times in `days`, or `per` a time, or in all."""

    limit: int
    days: int | None
    line: int
    per: str | None = None

    @property
    def time(self) -> int | str | None:
        """The time over which it counts: a number of days, or what `per` says."""
        return self.days if self.per is None else self.per


@dataclass(frozen=True)
class OperationFacts:
    """One operation as the document has it."""

    name: str
    line: int
    group: str = ""
    """The URL path below `/cgi-bin/` without the name: of its address, or of its module."""
    title: Stated | None = None
    page: Stated | None = None
    updated: Stated | None = None
    method: Stated | None = None
    path: Stated | None = None
    example_request: Stated | None = None
    example_response: Stated | None = None
    further_requests: tuple[Stated, ...] = ()
    """Examples behind the first one, such as one a message type."""
    further_responses: tuple[Stated, ...] = ()
    security: Literal["access_token", "none"] = "none"
    token: FieldFact | None = None
    """The row of `access_token`, which specs never list."""
    request: tuple[FieldFact, ...] = ()
    response: tuple[FieldFact, ...] = ()
    quotas: tuple[QuotaFact, ...] = ()
    statements: tuple[Stated, ...] = ()
    """Limits in prose that belong to no field; their sentences are held as well."""
    permissions: Mapping[str, Prose] = field(default_factory=dict)
    texts: Mapping[str, tuple[Prose, ...]] = field(default_factory=dict)

    @property
    def answer(self) -> Mapping[str, Any]:
        """The example answer; empty where there is none, or no object."""
        value = self.example_response.value if self.example_response else None
        return value if isinstance(value, dict) else {}

    @property
    def key(self) -> str:
        """The whole URL path below `/cgi-bin/`, by which specs and locks know the operation."""
        return f"{self.group}/{self.name}" if self.group else self.name


@dataclass(frozen=True)
class NotUnderstood:
    """Something that no rule took."""

    line: int
    text: str
    why: str

    @property
    def hash(self) -> str:
        """What stands for it where it was looked at; it may move to another line."""
        return chunk_hash(f"{self.why} {fold(self.text)}")

    def __str__(self) -> str:
        """Return line, reason and text."""
        return f"line {self.line}: {self.why}: {self.text}"


class Doubt(NotUnderstood):
    """Two parts of a document that contradict each other; what the facts follow is in `why`."""


@dataclass
class Reports:
    """What the rules find and cannot take, in the order in which they find it."""

    not_understood: list[NotUnderstood] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def complain(self, line: int, text: str, why: str) -> None:
        """Report something that no rule took."""
        self.not_understood.append(NotUnderstood(line, text[:80], why))

    def doubt(self, line: int, text: str, why: str) -> None:
        """Report what the document contradicts itself in."""
        self.doubts.append(Doubt(line, text[:80], why))


@dataclass(frozen=True)
class DocumentFacts:
    """A whole document."""

    module: str
    """Such as `QQ::weixin::work::a::b`, where the document is a module's; else empty."""
    operations: tuple[OperationFacts, ...]
    texts: tuple[Prose, ...] = ()
    not_understood: tuple[NotUnderstood, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    source: Source = field(default_factory=Source)

    @property
    def updated(self) -> str:
        """The latest day that it states of itself; empty where it states none."""
        return max((str(one.updated.value) for one in self.operations if one.updated), default="")

    @property
    def id(self) -> str:
        """What names the document in locks and deviations: the page's id, or the module."""
        return self.source.id or self.module.replace("::", ".")


def as_data(facts: DocumentFacts) -> dict[str, Any]:
    """Return the facts as JSON has them."""
    data: dict[str, Any] = json.loads(json.dumps(asdict(facts, dict_factory=_said), default=str))
    return data


def _said(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value for name, value in pairs if name not in _NOT_SAID}
