# Copied from templates/wecom_client/_runtime/answers.py: edit that file, then run 'make generate'.
"""Answers: typed, immutable views of decoded JSON that build their nested parts on first use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from types import MethodType
from typing import TYPE_CHECKING, Any, NoReturn, SupportsIndex, TypeVar, cast

from .decode import number_of
from .errors import ErrorEntry, Failure, Language, PartialFailureError, error_entry
from .redact import clean, clean_of_all
from .request import Operation

_new: Callable[..., Any] = object.__new__


A = TypeVar("A", bound="Answer")
R = TypeVar("R", bound="Record")
F = TypeVar("F", bound=Callable[..., Any])


class _Method:
    """A method that no key of the JSON can hide, although that is the instance's dictionary."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self._function = function
        self.__doc__ = function.__doc__

    def __get__(self, record: Any, owner: type | None = None) -> Any:
        return self._function if record is None else MethodType(self._function, record)

    def __set__(self, record: Any, value: object) -> NoReturn:
        raise AttributeError(f"{type(record).__name__} is immutable")


def _method(function: F) -> F:
    return _Method(function)  # type: ignore[return-value]


class Record:
    """A typed, immutable view of one JSON object.

    What the platform leaves out, or answers as null, is None, an array `()`, whatever the
    annotation says: it has `| None` only where the document makes a field conditional, so that
    nobody has to guard each line against a platform that breaks its word. Who cannot rely on that
    asks the JSON, which type checkers let pass, as they do not let pass `answer.group_chat is None`
    (the keys are the document's names):

        if answer.raw.get("group_chat") is None: ...

    Values of an unexpected type stay as they came.
    """

    # The JSON object itself serves as the instance's dictionary, so that a plain field costs no
    # more than an attribute; `one`, `many`, `values` and `renamed` describe those that need more.

    __slots__ = ("__dict__", "_built")

    _fields: tuple[str, ...] = ()

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

    @property
    def raw(self) -> dict[str, Any]:
        """The decoded JSON, unknown fields included."""
        return self.__dict__

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable: {name} cannot be set")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable: {name} cannot be deleted")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return bool(self.raw == other.raw)

    def __hash__(self) -> int:
        return hash((type(self), _hashable(self.raw)))

    @_method
    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[Any, ...]:
        return type(self), (self.raw,)

    @_method
    def __deepcopy__(self, memo: dict[int, Any]) -> Any:
        return type(self)(deepcopy(self.raw, memo))

    def __repr__(self) -> str:
        shown = ((name, getattr(self, name)) for name in type(self)._fields)
        parts = [f"{name}={value!r}" for name, value in shown if value is not None and value != ()]
        return clean_of_all(f"{type(self).__name__}({', '.join(parts)})")


_set_raw: Callable[[Any, dict[str, Any]], None] = Record.__dict__["__dict__"].__set__
_set_built: Callable[[Any, dict[str, Any]], None] = Record.__dict__["_built"].__set__


class _Part:
    """A field whose value is built from the JSON on first use, then kept."""

    __slots__ = ("_absent", "_build", "_key", "_wire_name")

    def __init__(
        self, build: Callable[[Any], Any], wire_name: str | None, absent: Any = None
    ) -> None:
        self._build = build
        self._wire_name = wire_name
        self._absent = absent

    def __set_name__(self, owner: type, name: str) -> None:
        self._key = self._wire_name or name

    def __get__(self, record: Any, owner: type | None = None) -> Any:
        if record is None:
            return self
        key = self._key
        raw = record.__dict__.get(key)
        if raw is None:
            return self._absent
        built: dict[str, Any] | None = getattr(record, "_built", None)
        if built is None:
            built = {}
            _set_built(record, built)
        elif key in built:
            return built[key]
        return built.setdefault(key, self._made(record, raw))

    def __set__(self, record: Any, value: object) -> NoReturn:
        raise AttributeError(f"{type(record).__name__} is immutable: {self._key} cannot be set")

    def _made(self, record: Any, raw: Any) -> Any:
        return self._build(raw)


class _FailedPart(_Part):
    """Elements that failed: what is said of them is in the language of the answer."""

    __slots__ = ()

    def _made(self, record: Any, raw: Any) -> Any:
        built, language = self._build(raw), language_of(record)
        if language != "en" and type(built) is tuple:
            for one in built:
                if isinstance(one, FailedRecord):
                    _set_failed_language(one, language)
        return built


def _view(record_type: type[Any], raw: dict[str, Any]) -> Any:
    record = _new(record_type)
    _set_raw(record, raw)
    return record


class _Leaf(property):
    """A nested object with no parts of its own: its view costs less than keeping it would.

    A property, as looking one up is quicker than calling a `__get__` of our own.
    """

    def __init__(self, record_type: type[Record], wire_name: str | None) -> None:
        key = wire_name or ""
        new, set_raw = _new, _set_raw

        def view(record: Any) -> Any:
            raw = record.__dict__.get(key)
            if type(raw) is not dict:
                return raw
            nested = new(record_type)
            set_raw(nested, raw)
            return nested

        def name_it(name: str) -> None:
            nonlocal key
            key = key or name

        super().__init__(view)
        self._name_it = name_it

    def __set_name__(self, owner: type, name: str) -> None:
        self._name_it(name)


def one(record_type: type[Record], wire_name: str | None = None) -> Any:
    """Describe a nested object."""
    if not any(isinstance(part, _Part) for part in vars(record_type).values()):
        return _Leaf(record_type, wire_name)

    def build(raw: Any) -> Any:
        return _view(record_type, raw) if type(raw) is dict else raw

    return _Part(build, wire_name)


def many(record_type: type[Record], wire_name: str | None = None) -> Any:
    """Describe an array of objects: a tuple, empty where the array is absent or null."""

    def build(raw: Any) -> Any:
        if type(raw) is not list:
            return raw
        new, set_raw, views = _new, _set_raw, []
        # As `_view` does, but without a call for each: there may be thousands.
        for item in raw:
            if type(item) is dict:
                view = new(record_type)
                set_raw(view, item)
                views.append(view)
            else:
                views.append(item)
        return tuple(views)

    part = _FailedPart if issubclass(record_type, FailedRecord) else _Part
    return part(build, wire_name, absent=())


def values(wire_name: str | None = None) -> Any:
    """Describe an array of plain values: a tuple, empty where the array is absent or null."""
    return _Part(_tuples, wire_name, absent=())


def renamed(wire_name: str) -> Any:
    """Describe a plain field whose name in JSON cannot be its name in Python."""
    return _Part(lambda raw: raw, wire_name)


def _tuples(raw: Any) -> Any:
    return tuple([_tuples(item) for item in raw]) if type(raw) is list else raw


def _hashable(raw: Any) -> Any:
    if type(raw) is dict:
        return frozenset((key, _hashable(value)) for key, value in raw.items())
    return tuple(map(_hashable, raw)) if type(raw) is list else raw


def _number(raw: Any) -> Any:
    number = number_of(raw)
    return raw if number is None else number


class _Code:
    """An errcode: one that came as text counts as its number."""

    def __get__(self, record: Any, owner: type | None = None) -> Any:
        return self if record is None else _number(record.__dict__.get("errcode"))

    def __set__(self, record: Any, value: object) -> NoReturn:
        raise AttributeError(f"{type(record).__name__} is immutable: errcode cannot be set")


class FailedRecord(Record):
    """An element that failed: its record, with what the error table says of its code.

    The table is read in the `language` of the client that brought the answer.
    """

    __slots__ = ("_language",)

    _errors: Mapping[int, ErrorEntry] = {}

    if TYPE_CHECKING:
        # Each record has these, in its own order and as its document says.
        errcode: int | Any
        errmsg: str | Any

    def __init_subclass__(cls, *, errors: Mapping[int, ErrorEntry], **options: Any) -> None:
        """Say which table explains the codes."""
        super().__init_subclass__(**options)
        cls._errors = errors

    @property
    def meaning(self) -> str:
        """What the errcode means."""
        return _entry(self).meaning

    @property
    def remedy(self) -> str:
        """What to do about it."""
        return _entry(self).remedy

    @_method
    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[Any, ...]:
        return failed_record, (type(self), self.raw, language_of(self))

    @_method
    def __deepcopy__(self, memo: dict[int, Any]) -> Any:
        return failed_record(type(self), deepcopy(self.raw, memo), language_of(self))


def failed_record(cls: type[R], raw: dict[str, Any], language: Language) -> R:
    """Return a failed element of an answer in this language."""
    record = cls(raw)
    _set_failed_language(record, language)
    return record


def language_of(record: Answer | FailedRecord) -> Language:
    """Return the language of an answer, or of one of its failed elements; made by hand: English."""
    language: Language = getattr(record, "_language", "en")
    return language


def _entry(record: FailedRecord) -> ErrorEntry:
    return error_entry(record.raw.get("errcode"), type(record)._errors, language_of(record))


_set_failed_language: Callable[[Any, Language], None] = FailedRecord.__dict__["_language"].__set__


class Answer(Record):
    """The answer to a call: `errcode` is 0, `errmsg` usually `ok`."""

    __slots__ = ("_language", "_unmerged")

    errcode: int = cast("int", _Code())
    errmsg: str

    @property
    def unmerged(self) -> tuple[str, ...]:
        """Paths of fields that a job left out of a merged answer: no rule says how to merge them.

        Such a field differed between the calls. It is empty where all could be merged, and for the
        answer to a single call.
        """
        unmerged: tuple[str, ...] = getattr(self, "_unmerged", ())
        return unmerged

    @_method
    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[Any, ...]:
        return merged_answer, (type(self), self.raw, self.unmerged, language_of(self))

    @_method
    def __deepcopy__(self, memo: dict[int, Any]) -> Any:
        raw = deepcopy(self.raw, memo)
        return merged_answer(type(self), raw, self.unmerged, language_of(self))


def answer_in(language: Language, cls: type[A], raw: dict[str, Any]) -> A:
    """Return the answer to a call of a client that has this language."""
    answer = cls(raw)
    if language != "en":
        _set_language(answer, language)
    return answer


def merged_answer(
    cls: type[A], raw: dict[str, Any], unmerged: Iterable[str], language: Language = "en"
) -> A:
    """Return an answer that was merged of several, and say which fields it lacks for that."""
    answer = answer_in(language, cls, raw)
    _set_unmerged(answer, tuple(sorted(unmerged)))
    return answer


_set_language: Callable[[Any, Language], None] = Answer.__dict__["_language"].__set__
_set_unmerged: Callable[[Any, tuple[str, ...]], None] = Answer.__dict__["_unmerged"].__set__


class PartialAnswer(Answer):
    """The answer to a call that can fail for some of its elements and succeed for the others."""

    _operation: Operation
    _errors: Mapping[int, ErrorEntry]
    _failures: str
    _key: str

    def __init_subclass__(
        cls,
        *,
        operation: Operation,
        errors: Mapping[int, ErrorEntry],
        failures: str,
        key: str,
        **options: Any,
    ) -> None:
        """Say which field lists the failed elements, and which of their fields names them."""
        super().__init_subclass__(**options)
        cls._operation, cls._errors, cls._failures, cls._key = operation, errors, failures, key

    @_method
    def raise_for_failures(self) -> None:
        """Raise where the answer lists elements that failed.

        Raises:
            PartialFailureError: names each failed element with its code, meaning and remedy.
        """
        cls = type(self)
        records = self.raw.get(cls._failures)
        if not records:
            return
        if not isinstance(records, list):
            records = [records]
        language = language_of(self)
        failures = tuple(_failure(record, cls, language) for record in records)
        operation = cls._operation
        raise PartialFailureError(operation.path, failures, operation.doc_url, language)


def _failure(record: Any, answer: type[PartialAnswer], language: Language) -> Failure:
    key = answer._key
    raw = record if isinstance(record, dict) else {key: record}
    entry = error_entry(raw.get("errcode"), answer._errors, language)
    return Failure(
        key=clean(str(raw.get(key))),
        errcode=_number(raw.get("errcode")),
        errmsg=clean(str(raw.get("errmsg") or "")),
        meaning=entry.meaning,
        remedy=entry.remedy,
    )
