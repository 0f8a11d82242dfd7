"""Annotations of GitHub Actions: one command a message, whatever texts say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.annotations import annotation

_UNESCAPED = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}


def runner(line: str) -> tuple[str, dict[str, str], str]:
    """Read a command as the runner of GitHub Actions does: its level, properties and message."""
    found = re.fullmatch(r"::(\w+)(?: ([^:]*))?::([^\r\n]*)", line)
    assert found, line
    pairs = dict(one.split("=", 1) for one in (found[2] or "").split(",") if one)
    return found[1], {key: plain(one) for key, one in pairs.items()}, plain(found[3])


def plain(text: str) -> str:
    return re.sub("|".join(_UNESCAPED), lambda found: _UNESCAPED[found[0]], text)


def test_a_message_alone_has_no_properties() -> None:
    assert annotation("notice", "all is well") == "::notice::all is well"


def test_a_place_and_a_title_are_properties() -> None:
    assert annotation("error", "is empty", file="specs/a.yaml", line=3, column=7, title="spec") == (
        "::error file=specs/a.yaml,line=3,col=7,title=spec::is empty"
    )


@pytest.mark.parametrize(
    "text",
    [
        "a\n::error::b",
        "a\r\n::add-mask::b",
        "a\r::stop-commands::x",
        "100% of 5:00, 6:00",
        "%0A::error::b",
        "::error file=x::b",
        "##[error]b",
        ",line=9::c",
    ],
)
def test_no_text_ends_its_command_or_begins_another(text: str) -> None:
    said = annotation("warning", text, file=text, title=text)
    level, properties, message = runner(said)
    shown = text.replace("\r", "\ufffd")
    assert (level, message) == ("warning", shown)
    assert properties["title"] == shown
    assert properties.keys() == {"file", "title"}


@pytest.mark.parametrize("end", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\x1b[2K"])
def test_other_line_ends_and_commands_to_a_terminal_are_not_kept(end: str) -> None:
    said = annotation("error", f"a{end}::error::b", file=f"a{end}b", title=f"a{end}b")
    assert said.isprintable()
    assert len(said.splitlines()) == 1


def test_a_file_below_the_current_folder_is_named_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert annotation("error", "x", file=tmp_path / "specs/a.yaml") == (
        "::error file=specs/a.yaml::x"
    )
    assert runner(annotation("error", "x", file="../a.yaml"))[1] == {"file": "../a.yaml"}
