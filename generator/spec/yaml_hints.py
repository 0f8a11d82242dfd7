"""What to do about YAML that the parser refuses, where that is likely to be known."""

from __future__ import annotations

import re

_HINTS = {
    "cannot start any token": "put the text into quotes",
    "unexpected end of stream": "close the quotes",
}
_OTHER_COLUMN = (
    ("did not find expected key", "did not find expected '-'", "did not find expected <document")
    + ("expected <block end>", "expected '<document start>'")
)  # fmt: skip
"""What libyaml, and the parser in Python, say of a line that stands in no column of its block."""
_KEY_END = "a key ends in ':' and a blank (line {})"
_BEFORE_A_KEY = re.compile(r"[ -]*")
_LONE_KEY = re.compile(r"[ -]*(?P<key>[\w$]+|\"[^\"]*\"|'[^']*')[ ]*")
_KEY_WITHOUT_BLANK = re.compile(r"[ -]*(?P<key>[\w$]+:)[^\s:/]")


def hint(said: str, text: str, line: int, column: int, begin: int | None) -> str:
    """Return what to do about an error, behind a semicolon, or nothing.

    `line` and `column` of the place count from 0, as does `begin`, the line where the parser says
    that the whole begins.
    """
    advice = _advice(said, re.split("\r\n|[\n\r\x85\u2028\u2029]", text), line, column, begin)
    return f"; {advice}" if advice else ""


def _advice(said: str, lines: list[str], line: int, column: int, begin: int | None) -> str:
    if line < len(lines) and "\t" in lines[line][: column + 1]:
        return "indent with blanks, not with tabs"
    before = lines[line][:column] if line < len(lines) else ""
    if "mapping values are not allowed" in said:
        return _second_colon(before, lines, line)
    if "could not find expected ':'" in said and begin is not None:
        return _KEY_END.format(begin + 1)
    is_first = _BEFORE_A_KEY.fullmatch(before) is not None
    if is_first and any(sign in said for sign in _OTHER_COLUMN):
        return "indent it as its neighbours"
    return next((advice for sign, advice in _HINTS.items() if sign in said), "")


def _second_colon(before: str, lines: list[str], line: int) -> str:
    """Tell a text that has ': ' in it from a key that is indented as if it went on with a text."""
    lone = _LONE_KEY.fullmatch(before)
    above = next((one for one in range(line - 1, -1, -1) if _says_something(lines[one])), None)
    if lone is None or above is None:
        return "put a text that has ': ' in it into quotes"
    joined = _KEY_WITHOUT_BLANK.match(lines[above])
    if ":" not in lines[above]:
        return _KEY_END.format(above + 1)
    if joined is not None:
        return f"put a blank behind {joined['key']!r} in line {above + 1}"
    column = _LONE_KEY.match(lines[above])
    where = f", which is {column.start('key') + 1}" if column is not None else ""
    return f"indent it as its neighbours: in the column of the key in line {above + 1}{where}"


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")
