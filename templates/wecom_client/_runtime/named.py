"""`NamedTuple` for classes that every program imports.

That of `typing` compiles code for each class, a quarter of a millisecond each, and this package has
dozens: together a third of its share of the import. Type checkers see the original.
"""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeVar

__all__ = ["Named", "Opaque"]

if TYPE_CHECKING:
    from typing import NamedTuple as Named
    from typing import NamedTuple as Opaque
else:
    try:
        from _collections import _tuplegetter as _getter
    except ImportError:

        def _getter(index, doc):
            return property(itemgetter(index), doc=doc)

    N = TypeVar("N", bound="Named")
    P = TypeVar("P", bound="Opaque")

    def _name_fields(cls: Any) -> None:
        names = tuple(cls.__annotations__)
        cls._field_defaults = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
        cls._fields = cls.__match_args__ = names
        # Those with defaults come last, as type checkers see to.
        last = tuple(cls._field_defaults.values())
        needed = len(names) - len(last)
        cls._left_out = {needed + given: last[given:] for given in range(len(last) + 1)}

    def _values(cls: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> tuple[Any, ...]:
        if not kwargs and (left_out := cls._left_out.get(len(args))) is not None:
            return args + left_out
        fields = cls._fields
        by_place = dict(zip(fields, args, strict=False))
        given = {**cls._field_defaults, **by_place, **kwargs}
        if len(args) > len(fields) or by_place.keys() & kwargs or given.keys() != {*fields}:
            raise TypeError(f"{cls.__name__} takes {', '.join(fields)}, each of them once")
        return tuple([given[name] for name in fields])

    class _WithoutDict(type):
        def __new__(mcs, name, bases, members, **options):
            return super().__new__(mcs, name, bases, {"__slots__": (), **members}, **options)

    class Named(tuple, metaclass=_WithoutDict):
        """A tuple whose elements have the names that the class annotates."""

        __slots__ = ()

        _fields: ClassVar[tuple[str, ...]] = ()
        _field_defaults: ClassVar[Mapping[str, Any]] = {}

        def __init_subclass__(cls, **options: Any) -> None:
            """Make the annotations fields, and what they are set to defaults."""
            super().__init_subclass__(**options)
            _name_fields(cls)
            for index, name in enumerate(cls._fields):
                setattr(cls, name, _getter(index, None))

        def __new__(cls: type[N], *args: Any, **kwargs: Any) -> N:
            """Take the fields by place or by name."""
            # Mostly by place: several of them are made in each call.
            if not kwargs and (left_out := cls._left_out.get(len(args))) is not None:
                return tuple.__new__(cls, args + left_out)
            return tuple.__new__(cls, _values(cls, args, kwargs))

        def _replace(self: N, **changes: Any) -> N:
            """Return a copy with other values in some fields."""
            named = zip(self._fields, self, strict=True)
            values = [changes.pop(name, value) for name, value in named]
            if changes:
                raise TypeError(f"{type(self).__name__} has no {', '.join(changes)}")
            return tuple.__new__(type(self), values)

        def _asdict(self) -> dict[str, Any]:
            """Return the fields by name."""
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            shown = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
            return f"{type(self).__name__}({shown})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

    class Opaque:
        """As `Named`, for what a server said and nobody has cleaned yet, and no tuple.

        Tools that copy the local variables of a traceback take a tuple apart, whatever its repr.
        """

        _fields: ClassVar[tuple[str, ...]] = ()
        _field_defaults: ClassVar[Mapping[str, Any]] = {}

        def __init_subclass__(cls, **options: Any) -> None:
            """Make the annotations fields, and what they are set to defaults."""
            super().__init_subclass__(**options)
            _name_fields(cls)

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            self.__dict__.update(zip(self._fields, _values(type(self), args, kwargs), strict=True))

        def __setattr__(self, name: str, value: object) -> NoReturn:
            raise AttributeError(f"{type(self).__name__} is immutable")

        def __eq__(self, other: object) -> bool:
            return type(self) is type(other) and self.__dict__ == other.__dict__

        def __hash__(self) -> int:
            return hash(tuple(self.__dict__.values()))

        def _replace(self: P, **changes: Any) -> P:
            """Return a copy with other values in some fields."""
            return type(self)(**{**self.__dict__, **changes})

        def _asdict(self) -> dict[str, Any]:
            """Return the fields by name."""
            return dict(self.__dict__)
