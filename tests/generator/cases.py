"""Cases in files: what a spec says, and each problem that is found in it, with its place.

A file of `cases/` begins with the specs that all its cases have, the one that is changed first:

    @ rooms/list.yaml
    title: t
    …

Each case has a line `== its name`, the changed keys, and one line `> problem` for each that is to
be found. The keys come first in the spec, and places are those of the case; `-key` takes one out.
`@ path` begins a whole file, `…` stands for any text. `python -m tests.generator.refresh` writes
the problems.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from .folders import problems

FOLDER = Path(__file__).with_name("cases")
AREAS = sorted(path.stem for path in FOLDER.glob("*.txt"))
_KEY = re.compile(r"^([\w$]+):.*\n(?:(?:[ #-].*)?\n)*", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """Specs, and the problems that are to be found in them."""

    name: str
    text: str
    """What the case says of the specs, line by line."""
    expected: tuple[str, ...]
    base: dict[str, str]

    @property
    def files(self) -> dict[str, str]:
        """The specs by their paths."""
        main = next(iter(self.base))
        edit, files = _parts(self.text)
        left_out = set(re.findall(r"^-(\w+)\n", edit, re.MULTILINE))
        edit = re.sub(r"^-\w+\n", "", edit, flags=re.MULTILINE)
        left_out |= {one[1] for one in _KEY.finditer(edit)}
        kept = (one[0] for one in _KEY.finditer(self.base[main]) if one[1] not in left_out)
        return {**self.base, main: edit + "".join(kept), **files}

    def found(self) -> list[str]:
        """Return the problems of the specs; the file that is changed is not named."""
        with TemporaryDirectory() as folder:
            found = problems(Path(folder), self.files)
        return [one.removeprefix(f"{next(iter(self.base))}:") for one in found]

    def refreshed(self) -> Case:
        """Return the case with what is found now; what is fine as it stands stays."""
        found = self.found()
        return self if matches(found, self.expected) else replace(self, expected=tuple(found))

    def __str__(self) -> str:
        """Return the case as it stands in its file."""
        return f"== {self.name}\n{self.text}" + "".join(f"> {one}\n" for one in self.expected)


def _parts(text: str) -> tuple[str, dict[str, str]]:
    """Split a text into what stands before the first `@ path`, and the files behind."""
    first, *parts = re.split(r"^@ (.+)\n", text, flags=re.MULTILINE)
    return first, dict(zip(parts[::2], parts[1::2], strict=True))


def matches(found: list[str], expected: tuple[str, ...]) -> bool:
    """Return whether the problems are the expected ones."""
    patterns = [".*".join(map(re.escape, one.split("…"))) for one in expected]
    return len(found) == len(patterns) and all(
        re.fullmatch(pattern, one) for pattern, one in zip(patterns, found, strict=True)
    )


@cache
def read(area: str) -> tuple[str, tuple[Case, ...]]:
    """Return the head of a file, and its cases."""
    text = (FOLDER / f"{area}.txt").read_text("utf-8")
    head, *parts = re.split(r"^== (.+)\n", text, flags=re.MULTILINE)
    cases = []
    for name, body in zip(parts[::2], parts[1::2], strict=True):
        lines = body.splitlines(keepends=True)
        said = [line[2:].rstrip("\n") for line in lines if line.startswith("> ")]
        rest = "".join(line for line in lines if not line.startswith("> ") and line.strip())
        cases.append(Case(name, rest, tuple(said), _parts(head)[1]))
    return head, tuple(cases)


def base(area: str) -> Any:
    """Return the data of the spec that the cases of a file change."""
    return yaml.safe_load(next(iter(_parts(read(area)[0])[1].values())))


def refresh() -> None:
    """Write into each file what is found now."""
    for area in AREAS:
        head, cases = read(area)
        text = head + "".join(str(case.refreshed()) for case in cases)
        (FOLDER / f"{area}.txt").write_text(text, "utf-8")
