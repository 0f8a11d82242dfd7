"""A check of a hundred of the vendor's pages against a bare parse of them by markdown-it-py.

Then one of the pages that the specs hold, among many other specs, against a `validate` of these.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache, partial
from itertools import count, islice
from pathlib import Path
from time import perf_counter

from generator.documents.blocks import DocumentError
from generator.documents.reading import read_document

from .measure import ROOT, Row, environment, interleave, row
from .spec_trees import write_specs

SITE = ROOT.parent / "shared" / "documents" / "site" / "2026-01"
"""The vendor's own pages, where they lie beside the checkout; they are never copied in here."""
_PAGES = 100
_AIM = 8.0
"""Three seconds for a hundred pages where the bare parse, its process too, takes 0.37."""
_SPECS = 600
_AIM_AMONG_MANY = 1.3
"""The specs are read once, whatever the number of pages."""
_PARSE = (
    "import sys; from pathlib import Path; from markdown_it import MarkdownIt\n"
    "parser = MarkdownIt('commonmark').enable('table')\n"
    "for page in sys.argv[1:]: parser.parse(Path(page).read_text('utf-8'))"
)


def absent() -> str:
    """Say why this cannot be measured; empty where it can."""
    return "" if SITE.is_dir() else f"the vendor's pages are not in {SITE}"


def rows(quick: bool) -> Iterator[Row]:
    """Compare whole processes; the pages are held against specs drafted from them."""
    number, rounds = (10, 1) if quick else (_PAGES, 7)
    with environment() as env, tempfile.TemporaryDirectory() as folder:
        pages, specs = _pages(Path(folder) / "pages", number), str(Path(folder) / "specs")
        generator = ["-m", "generator", "docs"]
        _wall([*generator, "import", *pages, "--output", specs], env)
        ours = partial(_wall, [*generator, "check", *pages, "--specs", specs], env)
        other = partial(_wall, ["-c", _PARSE, *pages], env)
        interleave([ours, other], 1)  # writes the bytecode
        taken = interleave([ours, other], rounds)
    what = f"docs check of {number} pages, whole process"
    yield row(what, taken, "markdown-it-py, a bare parse of them", None if quick else _AIM)
    yield _among_many(quick)


def _among_many(quick: bool) -> Row:
    """Compare a check of the pages of our own specs, 600 others beside them, with `validate`."""
    size, rounds = (10, 1) if quick else (_SPECS, 9)
    pages = [
        str(path)
        for path in _site()
        if any((ROOT / "specs" / f"{key}.yaml").is_file() for key in _operations(path))
    ]
    with environment() as env, tempfile.TemporaryDirectory() as folder:
        specs = Path(folder) / "specs"
        shutil.copytree(ROOT / "specs", specs)
        write_specs(specs, size)
        checked = ["-m", "generator", "docs", "check", *pages, "--specs", str(specs)]
        ours = partial(_wall, checked, env)
        other = partial(_wall, ["-m", "generator", "validate", "--specs", str(specs)], env)
        interleave([ours, other], 1)  # writes the bytecode
        taken = interleave([ours, other], rounds)
    what = f"docs check of {len(pages)} pages, {size} operations more"
    return row(what, taken, "one validate of the specs", None if quick else _AIM_AMONG_MANY)


def _pages(folder: Path, number: int) -> list[str]:
    """Write so many pages: the given ones, where they are too few again as other operations."""
    folder.mkdir()
    texts = [path.read_text("utf-8") for path in _site() if _operations(path)]
    written = []
    for place, text in islice(_again_and_again(texts), number):
        path = folder / f"{place:03d}.md"
        path.write_text(text, "utf-8")
        written.append(str(path))
    return written


def _site() -> list[Path]:
    return sorted(SITE.rglob("*.md"))


@cache
def _operations(path: Path) -> tuple[str, ...]:
    try:
        return tuple(one.key for one in read_document(path).operations)
    except DocumentError:
        return ()


def _again_and_again(texts: list[str]) -> Iterator[tuple[int, str]]:
    for place in count():
        turn, number = divmod(place, len(texts))
        text = texts[number]
        if turn:
            text = text.replace("/cgi-bin/", f"/cgi-bin/again_{turn}/")
            text = text.replace("/document/path/", f"/document/path/{turn}0")
        yield place, text


def _wall(arguments: list[str], env: dict[str, str]) -> float:
    """Return the seconds of a process that ends with results, findings among them."""
    begin = perf_counter()
    done = subprocess.run([sys.executable, *arguments], env=env, cwd=ROOT, capture_output=True)
    seconds = perf_counter() - begin
    if done.returncode > 1 or done.stderr:
        said = (done.stdout[-2000:] + done.stderr[-2000:]).decode("utf-8", "replace")
        raise RuntimeError(f"{' '.join(arguments[:4])}: {said}")
    return seconds
