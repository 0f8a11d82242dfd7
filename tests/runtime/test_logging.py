"""The logging contract: what is logged, at which level, stands in docs/logging.md."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUNTIME = ROOT / "templates" / "wecom_client" / "_runtime"
PAGE = (ROOT / "docs" / "logging.md").read_text("utf-8")


def logged() -> Iterator[tuple[str, str]]:
    """Yield the level and the message of each place that logs; a level is "LOG" where it varies."""
    for file in sorted(RUNTIME.rglob("*.py")):
        strings: dict[str, ast.Constant] = {}
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
                strings |= {one.id: node.value for one in node.targets if isinstance(one, ast.Name)}
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            if isinstance(node.func.value, ast.Name) and node.func.value.id == "_log":
                level = node.func.attr
                if level in ("isEnabledFor", "addHandler"):
                    continue
                message = node.args[1] if level == "log" else node.args[0]
                if isinstance(message, ast.Name):
                    message = strings[message.id]
                assert isinstance(message, ast.Constant), f"{file.name}:{node.lineno}"
                yield level.upper(), str(message.value)


LOGGED = sorted(set(logged()))


@pytest.mark.parametrize(("level", "message"), LOGGED, ids=[message for _, message in LOGGED])
def test_each_message_stands_in_the_contract_with_its_level(level: str, message: str) -> None:
    levels = re.findall(rf"^\| (\w+) \| `{re.escape(message)}` \|", PAGE, re.MULTILINE)
    assert levels == ["DEBUG" if level == "LOG" else level]


def test_the_contract_names_no_message_that_nothing_logs() -> None:
    named = re.findall(r"^\| (?:DEBUG|INFO|WARNING) \| `([^`]+)` \|", PAGE, re.MULTILINE)
    assert sorted(named) == sorted({message for _, message in LOGGED})


def test_there_is_one_logger() -> None:
    for file in sorted(RUNTIME.rglob("*.py")):
        for name in re.findall(r"getLogger\(([^)]*)\)", file.read_text("utf-8")):
            assert name in ('"wecom_client"', "name"), file.name
