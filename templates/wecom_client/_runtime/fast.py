"""Answers decoded straight into their classes by msgspec, in half of the time that JSON takes.

Below each class of records stands a private one that is a msgspec Struct as well: its fields are
slots, filled while the bytes are read. `.raw` needs all that came, so an answer keeps its bytes and
decodes them once more when somebody asks. For that, each of its records has a number: the place at
which msgspec made it, which is the same every time.

What msgspec refuses is left to the usual way, that of JSON, as is what it would read differently.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextvars import ContextVar
from functools import cache
from itertools import repeat
from operator import attrgetter
from typing import Any, TypeVar

import msgspec

from .answers import Answer, Errcode
from .records import Leaf, Part, Record
from .redact import Secret
from .speed import decode

_REFUSALS = (msgspec.DecodeError, UnicodeDecodeError, RecursionError, IndexError)

A = TypeVar("A", bound=Answer)

# Of records in one answer. More go the usual way, as the numbers would take memory for good.
_FEW, _MANY = 1 << 10, 1 << 16


def answer_of(public: type[A], secrets: Iterable[Secret], body: bytes) -> A | None:
    """Return the successful answer that a body holds; None: it is to be read in the usual way.

    That is for whatever is wrong with it, for answers without an errcode of 0, and for bodies with
    one of these secrets in them: the bytes are kept.
    """
    if public in _unfit:
        return None
    if any(_written(secret) in body for secret in secrets) or _may_hold_a_huge_number(body):
        return None
    try:
        answer = _decoded(public, body)
    except _REFUSALS:
        return None
    return answer if answer.errcode == 0 else None


def _written(secret: Secret) -> bytes:
    return secret.reveal().encode("utf-8", "surrogatepass")


def _may_hold_a_huge_number(body: bytes) -> bool:
    """Whether so many digits stand in a row that JSON is refused for it.

    msgspec does not look at the numbers that it steps over. That many digits fill one of the pieces
    that are half as long.
    """
    piece = sys.get_int_max_str_digits() // 2
    for start in range(0, len(body), piece) if piece else ():
        if body[start : start + 9].isdigit() and body[start : start + piece].isdigit():
            return True
    return False


class _Source:
    """The bytes of one answer, until somebody asks for its JSON; then that of each record.

    `last`: the number of the answer itself.
    """

    __slots__ = ("_body", "_found", "_public", "last")

    def __init__(self, public: type[Answer], body: bytes) -> None:
        self._public = public
        self._body = body
        self._found: list[dict[int, dict[str, Any]]] = []
        self.last = -1

    def raw_of(self, record: Any) -> dict[str, Any]:
        body = self._body
        if not self._found:
            # All at once: what is handed out may be changed, and is then no longer what came.
            answer = record if record._number == self.last else _decoded(self._public, body)
            found: dict[int, dict[str, Any]] = {}
            _pair([answer], [decode(body)], found)
            # Two threads may come here: both get what the first to be done has found.
            self._found.append(found)
            self._body = b""
        return self._found[0][record._number]


_source: ContextVar[_Source] = ContextVar("_source")


class _Meta(msgspec.StructMeta, type(Record)):  # type: ignore[misc]
    """The type of the private classes: what calls one means the class that users know."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._public(*args, **kwargs)

    @property
    def __signature__(cls) -> Any:  # StructMeta has one of its own
        return cls._public.__signature__


class _Struct(msgspec.Struct, frozen=True, metaclass=_Meta):
    """The base of the layout; a second one, or one with fields, could not stand beside a record."""


class _Methods:
    """What a record does otherwise here; it stands before both the record's class and Struct."""

    __slots__ = ()

    _source: _Source
    _number: int
    _parts: tuple[tuple[str, str], ...]

    # Those of the classes that users know were told what they have to know.
    def __init_subclass__(cls) -> None:
        pass

    @property
    def __dict__(self) -> dict[str, Any]:  # type: ignore[override]
        return self._source.raw_of(self)

    def __copy__(self) -> Any:
        return self

    # Of Struct, and not of an answer: the first would also show what is not to be seen.
    __rich_repr__ = __replace__ = None


@cache
def _numbers_below(size: int) -> list[int]:
    """Return the numbers from the last to 0, which all readers have in common."""
    fewer = _numbers_below(size // 4) if size > _FEW else []
    return [*reversed(range(len(fewer), size)), *fewer]


class _Reader:
    """Decodes the answers of one class, one at a time: it numbers the records of each."""

    def __init__(self, public: type[Answer]) -> None:
        self._classes: dict[type[Record], type[Any]] = {}
        self._resize(_FEW)
        self._left = self._numbers.copy()
        self._decode = msgspec.json.Decoder(self._class_below(public)).decode

    def read(self, source: _Source, body: bytes) -> Any:
        """Decode a body, or raise one of `_REFUSALS`."""
        while True:
            mark = _source.set(source)
            try:
                answer = self._decode(body)
                source.last = answer._number
                return answer
            except IndexError:  # no number was left
                if len(self._numbers) >= _MANY:
                    raise
                self._resize(len(self._numbers) * 4)
            finally:
                _source.reset(mark)
                self._left.extend(self._numbers[len(self._left) :])

    def _resize(self, size: int) -> None:
        self._numbers = _numbers_below(size)

    def _class_below(self, public: type[Record]) -> type[Any]:
        """Return the class of records that are decoded: made once."""
        if public not in self._classes:
            described = dict(_described(public))
            fields = {name: self._field(name, one) for name, one in described.items()}
            fields["_source"] = _hidden("_source", _source.get)
            fields["_number"] = _hidden("_number", self._left.pop)
            parts = ((name, one.key) for name, one in described.items() if _record_type(one))
            plain = {_key(name, one): name for name, one in described.items() if _is_plain(one)}
            namespace = {
                **{name: default for name, (_, default) in fields.items()},
                "__annotations__": {name: kind for name, (kind, _) in fields.items()},
                "__module__": public.__module__,
                "__qualname__": public.__qualname__,
                "__doc__": public.__doc__,
                "_parts": tuple(parts),
                "_plain": plain,
            }
            bases = (_Methods, public, _Struct)
            # JSON holds no circles; records with slots of their own are the collector's, though.
            gc = public.__basicsize__ > object.__basicsize__
            made: Any = _Meta(public.__name__, bases, namespace, frozen=True, eq=False, gc=gc)
            # Of a frozen Struct, msgspec has put its own there.
            made.__setattr__, made.__delattr__ = Record.__setattr__, Record.__delattr__
            self._classes[public] = made
        return self._classes[public]

    def _field(self, name: str, described: Any) -> tuple[Any, Any]:
        """Return the type of a field, all but what would not stay as it came, and its default."""
        kind: Any = Any
        record_type = _record_type(described)
        absent = getattr(described, "absent", None)
        if isinstance(described, Errcode):
            kind = int
        elif record_type is not None or absent == ():
            inner = dict if record_type is None else self._class_below(record_type)
            if absent == ():
                # An array of arrays is one of tuples, and null is no array: both not here.
                items: Any = inner | str | int | float | bool | None
                if record_type is not None:
                    items |= list
                kind = tuple[items, ...] | dict | str | int | float | bool
            else:
                kind = inner | list | str | int | float | bool | None
        return kind, msgspec.field(default=absent, name=_key(name, described))


def _hidden(name: str, factory: Callable[[], Any]) -> tuple[Any, Any]:
    """Return a field that no JSON fills: whatever stands under its name is no `_Source`."""
    return _Source, msgspec.field(default_factory=factory, name=f"~{name}")


def _described(public: type[Record]) -> Iterator[tuple[str, Any]]:
    """Yield the name of each field, and what describes it: None, a plain one."""
    for name in public._fields:
        yield name, next(vars(one)[name] for one in public.__mro__ if name in vars(one))


def _key(name: str, described: Any) -> str:
    return described.key if isinstance(described, (Part, Leaf)) else name


def _record_type(described: Any) -> type[Record] | None:
    return described.record_type if isinstance(described, (Part, Leaf)) else None


def _is_plain(described: Any) -> bool:
    """Whether a field has the value that came, and None where none did."""
    if isinstance(described, Errcode):
        return False
    return _record_type(described) is None and getattr(described, "absent", None) is None


# Taken while it is used, so that no two calls have the same; an empty list: the next one is made.
_readers: dict[type[Answer], list[_Reader]] = {}

# Those for which none can be made: a key with a quotation mark, a Python with another layout.
_unfit: set[type[Answer]] = set()


def _new_reader(public: type[Answer]) -> _Reader:
    try:
        return _Reader(public)
    except Exception:  # msgspec also reads the annotations, and a call must not fail of those
        _unfit.add(public)
    raise IndexError("no reader")


def _decoded(public: type[A], body: bytes) -> A:
    """Return the answer that a body holds, or raise one of `_REFUSALS`."""
    readers = _readers.setdefault(public, [])
    try:
        reader = readers.pop()
    except IndexError:
        reader = _new_reader(public)
    try:
        answer: A = reader.read(_Source(public, body), body)
    finally:
        readers.append(reader)
    return answer


def _pair(
    records: Sequence[Any], raws: Sequence[dict[str, Any]], found: dict[int, dict[str, Any]]
) -> None:
    """Walk through records of one class and their JSON, side by side, and what is below them."""
    found.update(zip(map(_number_of, records), raws, strict=True))
    for name, key in records[0]._parts:
        pairs: list[tuple[Any, Any]] = []
        for value, came in zip(
            map(attrgetter(name), records), map(dict.get, raws, repeat(key)), strict=False
        ):
            if type(value) is tuple and type(came) is list:
                pairs.extend(zip(value, came, strict=True))
            elif value is not None:
                pairs.append((value, came))
        below = [pair for pair in pairs if isinstance(pair[0], _Struct)]
        if below:
            _pair([one for one, _ in below], [raw for _, raw in below], found)


_number_of = attrgetter("_number")
