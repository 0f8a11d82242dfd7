"""What is wrong with specs: a problem with its place, and the error that carries all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Location:
    """A place in a file; lines and columns count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """Return `file:line:column`."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend: where it is and what to do."""

    location: Location
    message: str

    def __str__(self) -> str:
        """Return `file:line:column: message`."""
        return f"{self.location}: {self.message}"


class RunError(Exception):
    """A verb cannot do its work; the message says why and what would do."""


class SpecError(Exception):
    """The specs cannot be rendered; `problems` holds everything that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order of their places."""
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
