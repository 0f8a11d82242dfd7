"""`python -m tests.packaging.release TAG`: do tag, version and changelog agree? 1 where not."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str]) -> int:
    """Print what speaks against the release of this tag."""
    if len(arguments) != 1:
        print("usage: python -m tests.packaging.release TAG", file=sys.stderr)
        return 2
    from wecom_client import __version__

    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    found = list(problems(arguments[0], __version__, changelog))
    print("\n".join(found) or f"{arguments[0]} can be released")
    return 1 if found else 0


def problems(tag: str, version: str, changelog: str) -> Iterator[str]:
    """Yield what speaks against the release of a tag."""
    if tag != f"v{version}":
        yield f"the tag is {tag}, but the version is {version}: templates/wecom_client/_version.py"
    heading = re.search(rf"^## {re.escape(version)}\b(.*)$", changelog, re.MULTILINE)
    if heading is None:
        yield f"CHANGELOG.md has no section '## {version} - YYYY-MM-DD'"
        return
    if not re.fullmatch(r" - \d{4}-\d{2}-\d{2}", heading[1]):
        yield f"CHANGELOG.md: '## {version}' has no date, as in '## {version} - 2026-12-01'"
    text = changelog[heading.end() :].partition("\n## ")[0]
    if not re.search(r"^- ", text, re.MULTILINE):
        yield f"CHANGELOG.md says nothing about {version}"
    unreleased = re.search(r"^## Unreleased\b.*\n((?:(?!## ).*\n)*)", changelog, re.MULTILINE)
    if unreleased and re.search(r"^- ", unreleased[1], re.MULTILINE):
        yield "CHANGELOG.md still has entries under 'Unreleased'"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
