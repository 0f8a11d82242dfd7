"""`python -m tests.guides.update`: print the update that README and guides walk, as it goes here.

The page of join ways, from May 2024 to January 2026. The specs are brought back to what the older
page said, in a temporary folder; what the tool prints from there on is what the guides show. The
pages lie beside the checkout, if anywhere, and are never copied in here.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.changes.changing import Repository
from tests.documents.helpers import SPECS, run
from tests.documents.site.pages import NEW, OLD
from tests.environment import prepare_command

from .pages import Page

_PAGE = "015-客户联系/009-联系我与客户入群方式/002-客户群加入群聊管理.md"
BEFORE, AFTER = OLD / _PAGE, NEW / _PAGE
PAGE = "join-ways.md"
"""Where the maintainer saves both, one after the other."""
_THEN, _NOW = "2024-05-29", "2026-01-05"
_GROUP = "externalcontact/groupchat"
_LOCK = "_locks/92229.lock"
_TOOL = "python -m generator"
CHECK, ACCEPT, DIFF = f"docs check {PAGE}", f"docs accept {PAGE}", "diff HEAD specs"
COMMANDS = (CHECK, f"{CHECK} --format markdown", ACCEPT, DIFF)
_NEWS = (
    (r"^  - field: (?:\S*mark_source|examples)\n(?: {4}.*\n)*", ""),
    (r"^( *)mark_source:.*\n(?:\1 +.*\n)*", ""),
    (rf"^updated: {_NOW}$", f"updated: {_THEN}"),
    (r" \(an application for customer[^)]*\)(?=,)", ""),
    (r"^  - >-\n    An ordinary application learns.*\n(?: {4}.*\n)*", ""),
)
"""What the newer page brought into the specs: where it stands, and what stood there before."""
_MORE = re.compile(r"… (\d+) more lines?")
_PLACE = re.compile(r"(\.yaml):\d+")


def reason_to_skip() -> str:
    """Say why the update cannot be walked here; empty where it can."""
    if not (BEFORE.is_file() and AFTER.is_file()):
        return "the vendor's pages are not beside the checkout"
    dates = {
        found[1]
        for path in sorted((SPECS / _GROUP).glob("*_join_way.yaml"))
        if (found := re.search(r"^updated: (.*)$", path.read_text("utf-8"), re.MULTILINE))
    }
    return "" if dates == {_NOW} else f"the specs of join ways are no longer those of {_NOW}"


def bring_back(specs: Path) -> None:
    """Make specs what they were at the older page."""
    changed = set()
    for path in (specs / _GROUP / "_shapes.yaml", *(specs / _GROUP).glob("*_join_way.yaml")):
        text = path.read_text("utf-8")
        for news, before in _NEWS:
            text, count = re.subn(news, before, text, flags=re.MULTILINE)
            changed |= {news} if count else set()
        path.write_text(text, "utf-8")
    assert len(changed) == len(_NEWS), f"the specs have no longer all that came with {_NOW}"
    (specs / _LOCK).unlink()


def walk(folder: Path) -> dict[str, tuple[int, str]]:
    """Make the update in an empty folder; return exit code and output of each of `COMMANDS`."""
    specs, page = folder / "specs", folder / PAGE
    shutil.copytree(SPECS, specs)
    bring_back(specs)
    shutil.copyfile(BEFORE, page)
    with contextlib.chdir(folder):
        assert _run(ACCEPT)[0] == 0
        assert _run(CHECK)[0] == 0
        Repository(folder).commit()
        shutil.copyfile(AFTER, page)
        said = {command: _run(command) for command in COMMANDS[:2]}
        for path in (SPECS / _GROUP).iterdir():  # the maintainer corrects the specs
            shutil.copyfile(path, specs / _GROUP / path.name)
        said |= {command: _run(command) for command in COMMANDS[2:]}
        assert _run(CHECK)[0] == 0
    return said


def _run(command: str) -> tuple[int, str]:
    """Run a verb on the specs of the current folder, where a checkout has its own."""
    verb = command.split()
    return run(*verb, *(("--specs", "specs") if verb[0] == "docs" else ()))


def shown(page: Page) -> Iterator[tuple[int, str, str]]:
    """Yield what a page shows of the update: the line, the command, what it prints."""
    for block in page.blocks:
        if block.language != "console":
            continue
        parts = re.split(rf"^\$ (?:{_TOOL} )?(.+)\n", block.text, flags=re.MULTILINE)[1:]
        for command, output in zip(parts[::2], parts[1::2], strict=True):
            if command in COMMANDS:
                yield block.line, command, output


def is_shown(output: str, said: str) -> bool:
    """Say whether a page shows what was said; `… 3 more lines` stands for so many.

    The lines of specs do not count: an edit of a spec may move them.
    """
    lines: Sequence[str] = _PLACE.sub(r"\1", said).splitlines()
    for line in _PLACE.sub(r"\1", output).splitlines():
        if more := _MORE.fullmatch(line.strip()):
            number = int(more[1])
            if number > len(lines):
                return False
            lines = lines[number:]
        elif lines and lines[0] == line:
            lines = lines[1:]
        else:
            return False
    return not lines


def main() -> int:
    """Print the walk."""
    prepare_command()
    if reason := reason_to_skip():
        print(reason)
        return 1
    for name in [one for one in os.environ if one.startswith("GIT_")]:
        del os.environ[name]
    with tempfile.TemporaryDirectory() as folder:
        for command, (code, said) in walk(Path(folder)).items():
            print(f"$ {_TOOL} {command}\n{said}(exit {code})\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
