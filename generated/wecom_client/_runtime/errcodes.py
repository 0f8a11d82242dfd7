# Copied from templates/wecom_client/_runtime/errcodes.py: edit that file, then run 'make generate'.
"""What is known of errcodes: the entries of the error table, in English and in Chinese."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from .named import Named

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")


class ErrorEntry(Named):
    """What the error table says of one errcode; in Chinese where the specs do."""

    errclass: str
    meaning: str
    remedy: str
    meaning_zh: str = ""
    remedy_zh: str = ""

    def told_in(self, language: Language) -> ErrorEntry:
        """Return the entry with the meaning and remedy of a language."""
        if language != "zh" or not self.meaning_zh:
            return self
        return self._replace(meaning=self.meaning_zh, remedy=self.remedy_zh)


class ErrorTable(Mapping[int, ErrorEntry]):
    """An error table that is loaded with the first code that somebody looks up.

    It has hundreds of texts in each language, and most programs never meet an error.
    """

    def __init__(self, load: Callable[[], Mapping[int, ErrorEntry]]) -> None:
        """Take the function that loads it."""
        self._load = load
        self._rows: Mapping[int, ErrorEntry] | None = None

    def _loaded(self) -> Mapping[int, ErrorEntry]:
        if self._rows is None:
            self._rows = self._load()
        return self._rows

    def __getitem__(self, errcode: int) -> ErrorEntry:
        return self._loaded()[errcode]

    def __iter__(self) -> Iterator[int]:
        return iter(self._loaded())

    def __len__(self) -> int:
        return len(self._loaded())
