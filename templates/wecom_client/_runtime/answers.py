"""Answers to calls and their failed elements: records that know codes and the client's language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from typing import TYPE_CHECKING, Any, NoReturn, SupportsIndex, TypeVar, cast

from .decode import number_of
from .errcodes import ErrorEntry, Language
from .errors import Failure, PartialFailureError, error_entry
from .records import Part, Record, method, public_of
from .redact import clean
from .request import Operation

A = TypeVar("A", bound="Answer")
R = TypeVar("R", bound="Record")


def _number(raw: Any) -> Any:
    number = number_of(raw)
    return raw if number is None else number


class Errcode:
    """An errcode: one that came as text counts as its number."""

    def __get__(self, record: Any, owner: type | None = None) -> Any:
        return self if record is None else _number(record.__dict__.get("errcode"))

    def __set__(self, record: Any, value: object) -> NoReturn:
        raise AttributeError(f"{type(record).__name__} is immutable: errcode cannot be set")


class _FailedPart(Part):
    """Elements that failed: what is said of them is in the language of the answer."""

    __slots__ = ()

    def _made(self, record: Any, raw: Any) -> Any:
        built, language = self._build(raw), language_of(record)
        if language != "en" and type(built) is tuple:
            for one in built:
                if isinstance(one, FailedRecord):
                    _set_failed_language(one, language)
        return built


class FailedRecord(Record):
    """An element that failed: its record, with what the error table says of its code.

    The table is read in the `language` of the client that brought the answer.
    """

    __slots__ = ("_language",)

    _errors: Mapping[int, ErrorEntry] = {}
    _part = _FailedPart

    if TYPE_CHECKING:
        # Each record has these, in its own order and as its document says.
        errcode: int | Any
        errmsg: str | Any
    else:

        @property
        def errmsg(self) -> Any:
            # Of some records the document shows none; of the others, it is a field like any.
            return self.raw.get("errmsg")

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

    @method
    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[Any, ...]:
        return failed_record, (public_of(self), self.raw, language_of(self))

    @method
    def __deepcopy__(self, memo: dict[int, Any]) -> Any:
        return failed_record(public_of(self), deepcopy(self.raw, memo), language_of(self))


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

    __slots__ = ("__weakref__", "_language", "_unmerged")

    errcode: int = cast("int", Errcode())
    errmsg: str

    @property
    def unmerged(self) -> tuple[str, ...]:
        """Paths of fields that a job left out of a merged answer: no rule says how to merge them.

        Such a field differed between the calls. It is empty where all could be merged, and for the
        answer to a single call.
        """
        unmerged: tuple[str, ...] = getattr(self, "_unmerged", ())
        return unmerged

    @method
    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[Any, ...]:
        return merged_answer, (public_of(self), self.raw, self.unmerged, language_of(self))

    @method
    def __deepcopy__(self, memo: dict[int, Any]) -> Any:
        raw = deepcopy(self.raw, memo)
        return merged_answer(public_of(self), raw, self.unmerged, language_of(self))


def answer_in(language: Language, cls: type[A], came: Any) -> A:
    """Return the answer to a call of a client that has this language.

    `came`: the JSON, or the answer where it was decoded into one.
    """
    answer = came if isinstance(came, cls) else cls(came)
    if language != "en":
        _set_language(answer, language)
        if answer is came:
            _tell_in(language, answer)
    return answer


def _tell_in(language: Language, record: Record) -> None:
    """Let elements that failed speak a language: those that are there, and not made at a touch."""
    for name in record._fields:
        value = getattr(record, name)
        for one in value if type(value) is tuple else ():
            if isinstance(one, FailedRecord):
                _set_failed_language(one, language)
                _tell_in(language, one)


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
    _every: bool

    def __init_subclass__(
        cls,
        *,
        operation: Operation,
        errors: Mapping[int, ErrorEntry],
        failures: str,
        key: str,
        every: bool = False,
        **options: Any,
    ) -> None:
        """Say which field lists the failed elements, and which of their fields names them.

        `every`: it lists all elements, those that did not fail with the errcode 0.
        """
        super().__init_subclass__(**options)
        cls._operation, cls._errors, cls._failures, cls._key = operation, errors, failures, key
        cls._every = every

    @method
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
        if cls._every:
            records = [one for one in records if not _is_success(one)]
            if not records:
                return
        language = language_of(self)
        failures = tuple(_failure(record, cls, language) for record in records)
        operation = cls._operation
        raise PartialFailureError(operation.path, failures, operation.doc_url, language)


def _is_success(record: Any) -> bool:
    return isinstance(record, dict) and number_of(record.get("errcode")) == 0


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
