"""Annotations of GitHub Actions: a result at its place in the files of a pull request."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from .visible import visible

Level = Literal["error", "warning", "notice"]


def annotation(
    level: Level,
    message: str,
    *,
    file: str | Path = "",
    line: int = 0,
    column: int = 0,
    title: str = "",
) -> str:
    """Return the workflow command that shows a message, in one line whatever the texts hold.

    Lines and columns count from 1; what is 0 or empty is left out. A file below the current folder
    is named from there, as GitHub knows it where the job runs at the top of the repository.
    """
    places = {"file": _from_here(file), "line": line, "col": column, "title": visible(title)}
    properties = ",".join(f"{key}={_property(str(one))}" for key, one in places.items() if one)
    return f"::{level}{' ' if properties else ''}{properties}::{_data(visible(message))}"


def _from_here(file: str | Path) -> str:
    path, here = Path(file), Path.cwd()
    below = path.relative_to(here) if path.is_relative_to(here) else path
    return visible(below.as_posix()) if str(file) else ""


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
