"""The marker line of copies: it names the source and leaves a file's meaning alone."""

from __future__ import annotations

import ast
import tokenize
from io import BytesIO

import pytest

from generator.marker import marked, source_of, unmarked
from generator.targets.python.render import TEMPLATES

from .package import ROOT

SOURCE = "templates/wecom_client/_runtime/flow.py"
LINE = f"# Copied from {SOURCE}: edit that file, then run 'make generate'.\n".encode()
LATIN = "# -*- coding: latin-1 -*-\n"


@pytest.mark.parametrize(
    ("opening", "rest"),
    [
        ("", '"""What it is."""\n'),
        ("", ""),
        ("", "# a comment\nx = 1\n"),
        ("#!/usr/bin/env python3\n", '"""What it is."""\n'),
        (LATIN, "x = 'é'\n"),
        (f"#!/usr/bin/env python3\n{LATIN}", "x = 'é'\n"),
        (f"# a comment\n{LATIN}", "x = 'é'\n"),
        (f"\n{LATIN}", "x = 'é'\n"),
        ("\ufeff", '"""What it is."""\n'),
        ("\ufeff#!/usr/bin/env python3\n", "x = 1\n"),
    ],
)
def test_the_line_stands_first_but_for_what_counts_only_there(opening: str, rest: str) -> None:
    encoding = "latin-1" if LATIN in opening else "utf-8"
    first, content = opening.encode(encoding), (opening + rest).encode(encoding)
    copy = marked(SOURCE, content)
    assert copy == first + LINE + rest.encode(encoding)
    assert source_of(copy) == SOURCE
    assert unmarked(copy) == content
    assert (
        tokenize.detect_encoding(BytesIO(copy).readline)[0]
        == (tokenize.detect_encoding(BytesIO(content).readline)[0])
    )
    assert ast.dump(ast.parse(copy)) == ast.dump(ast.parse(content))


def test_the_line_ends_as_the_others_do() -> None:
    copy = marked(SOURCE, b"a = 1\r\nb = 2\r\n")
    assert copy == LINE.replace(b"\n", b"\r\n") + b"a = 1\r\nb = 2\r\n"
    assert (source_of(copy), unmarked(copy)) == (SOURCE, b"a = 1\r\nb = 2\r\n")


@pytest.mark.parametrize("copy", [b"", b"x = 1\n", b"x = 1\n" + LINE, LINE[1:]])
def test_a_file_without_the_line_at_its_place_is_no_copy(copy: bytes) -> None:
    assert (source_of(copy), unmarked(copy)) == ("", copy)


def test_every_hand_written_module_is_copied_with_its_own_line() -> None:
    sources = [*TEMPLATES.rglob("*.py")]
    assert sources
    for source in sources:
        copy = (ROOT / "generated" / source.relative_to(TEMPLATES)).read_bytes()
        assert source_of(copy) == source.relative_to(ROOT).as_posix()
        assert unmarked(copy) == source.read_bytes()
        assert copy.startswith(b"# Copied from templates/")
