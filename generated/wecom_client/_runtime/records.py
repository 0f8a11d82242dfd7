# Copied from templates/wecom_client/_runtime/records.py: edit that file, then run 'make generate'.
"""Records: typed, immutable views of decoded JSON that build their nested parts on first use."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from copy import deepcopy
from itertools import repeat
from types import MethodType
from typing import TYPE_CHECKING, Any, NoReturn, SupportsIndex, TypeVar

from .redact import clean_of_all

F = TypeVar("F", bound=Callable[..., Any])
R = TypeVar("R", bound="Record")

_new: Callable[..., Any] = object.__new__


class _Method:
    """A method that no key of the JSON can hide, although that is the instance's dictionary."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self._function = function
        self.__doc__ = function.__doc__

    def __get__(self, record: Any, owner: type | None = None) -> Any:
        return self._function if record is None else MethodType(self._function, record)

    def __set__(self, record: Any, value: object) -> NoReturn:
        raise AttributeError(f"{type(record).__name__} is immutable")


def method(function: F) -> F:
    return _Method(function)  # type: ignore[return-value]


class Part:
    """A field whose value is built from the JSON on first use, then kept.

    `record_type`: the class of the objects in it, if there are any; `absent`: its value where the
    JSON has none, `()` of an array.
    """

    __slots__ = ("_build", "absent", "key", "record_type")

    def __init__(
        self,
        build: Callable[[Any], Any],
        wire_name: str | None,
        absent: Any = None,
        record_type: type[Record] | None = None,
    ) -> None:
        self._build = build
        self.key = wire_name or ""
        self.absent = absent
        self.record_type = record_type

    def __set_name__(self, owner: type, name: str) -> None:
        self.key = self.key or name

    def __get__(self, record: Any, owner: type | None = None) -> Any:
        if record is None:
            return self
        key = self.key
        raw = record.__dict__.get(key)
        if raw is None:
            return self.absent
        built: dict[str, Any] | None = getattr(record, "_built", None)
        if built is None:
            built = {}
            _set(record, "_built", built)
        elif key in built:
            return built[key]
        return built.setdefault(key, self._made(record, raw))

    def __set__(self, record: Any, value: object) -> NoReturn:
        raise AttributeError(f"{type(record).__name__} is immutable: {self.key} cannot be set")

    def _made(self, record: Any, raw: Any) -> Any:
        return self._build(raw)


class _RecordType(type):
    """The type of records: one has no room of its own for anything, however it came to be."""

    def __new__(
        mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **options: Any
    ) -> Any:
        namespace.setdefault("__slots__", ())
        return super().__new__(mcs, name, bases, namespace, **options)

    @property
    def __signature__(cls) -> Any:
        """What it takes to make a record: `__new__` says nothing of it, `__init__` does."""
        from inspect import signature  # only tools ask

        made: Any = cls.__init__  # type: ignore[misc]
        told = signature(made)
        return told.replace(parameters=[*told.parameters.values()][1:])


class Record(metaclass=_RecordType):
    """A typed, immutable view of one JSON object.

    What the platform leaves out, or answers as null, is None, an array `()`, whatever the
    annotation says: it has `| None` only where the document makes a field conditional, so that
    nobody has to guard each line against a platform that breaks its word. Who cannot rely on that
    asks the JSON, which type checkers let pass, as they do not let pass `answer.group_chat is None`
    (the keys are the document's names):

        if answer.raw.get("group_chat") is None: ...

    Values of an unexpected type stay as they came.
    """

    # Where the values are is for a private class below this one to say: `_View` for JSON, another
    # for what is decoded in a faster way. `one`, `many`, `values` and `renamed` describe the fields
    # that are not plain.

    _fields: tuple[str, ...] = ()
    _part = Part
    # The class that users know, and the one below it whose instances are views of JSON.
    _public: type[Record]
    _view: type[Any] | None
    # Of such a class: the names of the plain fields, by their keys.
    _plain: Mapping[str, str] = {}

    if not TYPE_CHECKING:  # what it takes is for `__init__` to say

        def __new__(cls, *args, **kwargs):
            return _new(view_class(cls._public))

    def __init__(self, raw: Mapping[str, Any]) -> None:
        """Wrap a decoded JSON object."""
        _set_raw(self, raw if type(raw) is dict else dict(raw))

    def __init_subclass__(cls, **options: Any) -> None:
        """Give every declared field its value for an answer that lacks it."""
        super().__init_subclass__(**options)
        own = [name for name in cls.__annotations__ if not name.startswith("_")]
        for name in own:
            if name not in cls.__dict__:
                setattr(cls, name, None)
        cls._fields = (*cls._fields, *own)
        cls._public, cls._view = cls, None

    @property
    def raw(self) -> dict[str, Any]:
        """The decoded JSON, unknown fields included."""
        return self.__dict__

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable: {name} cannot be set")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable: {name} cannot be deleted")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record) or public_of(other) is not public_of(self):
            return NotImplemented
        return bool(self.raw == other.raw)

    def __hash__(self) -> int:
        return hash((public_of(self), _hashable(self.raw)))

    @method
    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[Any, ...]:
        return public_of(self), (self.raw,)

    @method
    def __deepcopy__(self, memo: dict[int, Any]) -> Any:
        return public_of(self)(deepcopy(self.raw, memo))

    def __repr__(self) -> str:
        shown = ((name, getattr(self, name)) for name in type(self)._fields)
        parts = [f"{name}={value!r}" for name, value in shown if value is not None and value != ()]
        return clean_of_all(f"{type(self).__name__}({', '.join(parts)})")


Record._public, Record._view = Record, None


class _View:
    """The room of a view of JSON; it stands before the record's class.

    The JSON object itself serves as the instance's dictionary, so that a plain field costs no more
    than an attribute.
    """

    __slots__ = ("__dict__",)

    # The classes that users know were told what they have to know.
    def __init_subclass__(cls) -> None:
        pass


_set_raw: Callable[[Any, dict[str, Any]], None] = _View.__dict__["__dict__"].__set__
_set: Callable[[Any, str, Any], None] = object.__setattr__


def view_class(public: type[Record]) -> type[Any]:
    """Return the class whose instances are views of JSON: made at first use."""
    if public._view is None:
        # The slot is not in `_View`, as no class has two bases with slots.
        names = {
            "__module__": public.__module__,
            "__qualname__": public.__qualname__,
            "__doc__": public.__doc__,
            "__slots__": ("_built",),
        }
        public._view = _RecordType(public.__name__, (_View, public), names)
    return public._view


def public_of(record: R) -> type[R]:
    """Return the class that users know a record by."""
    public: type[R] = type(record)._public  # type: ignore[assignment]
    return public


def value_of(record: Record, key: str) -> Any:
    """Return what came under a key of the JSON; of a plain field, without decoding all of it."""
    name = type(record)._plain.get(key)
    return record.raw.get(key) if name is None else getattr(record, name)


def _view_of(record_type: type[Record], raw: dict[str, Any]) -> Any:
    view = _new(view_class(record_type))
    _set_raw(view, raw)
    return view


def _views(record_type: type[Record], items: list[Any]) -> tuple[Any, ...]:
    """Return the items, the objects among them as views."""
    if [*map(type, items)].count(dict) < len(items):
        return tuple([_view_of(record_type, one) if type(one) is dict else one for one in items])
    # As `_view_of` does, but without a line of Python for each: there may be thousands.
    views = tuple(map(_new, repeat(view_class(record_type), len(items))))
    deque(map(_set_raw, views, items), maxlen=0)
    return views


class Leaf(property):
    """A nested object with no parts of its own: its view costs less than keeping it would.

    A property, as looking one up is quicker than calling a `__get__` of our own.
    """

    absent = None

    def __init__(self, record_type: type[Record], wire_name: str | None) -> None:
        self.record_type = record_type
        self.key = key = wire_name or ""
        new, set_raw = _new, _set_raw

        def view(record: Any) -> Any:
            raw = record.__dict__.get(key)
            if type(raw) is not dict:
                return raw
            nested = new(record_type._view or view_class(record_type))
            set_raw(nested, raw)
            return nested

        def name_it(name: str) -> None:
            nonlocal key
            self.key = key = key or name

        super().__init__(view)
        self._name_it = name_it

    def __set_name__(self, owner: type, name: str) -> None:
        self._name_it(name)


def one(record_type: type[Record], wire_name: str | None = None) -> Any:
    """Describe a nested object."""
    if not any(isinstance(part, Part) for part in vars(record_type).values()):
        return Leaf(record_type, wire_name)

    def build(raw: Any) -> Any:
        return _view_of(record_type, raw) if type(raw) is dict else raw

    return Part(build, wire_name, record_type=record_type)


def many(record_type: type[Record], wire_name: str | None = None) -> Any:
    """Describe an array of objects: a tuple, empty where the array is absent or null."""

    def build(raw: Any) -> Any:
        return _views(record_type, raw) if type(raw) is list else raw

    return record_type._part(build, wire_name, (), record_type)


def values(wire_name: str | None = None) -> Any:
    """Describe an array of plain values: a tuple, empty where the array is absent or null."""
    return Part(_tuples, wire_name, ())


def renamed(wire_name: str) -> Any:
    """Describe a plain field whose name in JSON cannot be its name in Python."""
    return Part(lambda raw: raw, wire_name)


def _tuples(raw: Any) -> Any:
    return tuple([_tuples(item) for item in raw]) if type(raw) is list else raw


def _hashable(raw: Any) -> Any:
    if type(raw) is dict:
        return frozenset((key, _hashable(value)) for key, value in raw.items())
    return tuple(map(_hashable, raw)) if type(raw) is list else raw
