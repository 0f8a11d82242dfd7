"""`python -m tests.packaging.long_description URL`: make README.md fit for an index of packages.

An index shows README.md without the files beside it, so links to them get the address at which
the release has them. The release workflow does it before it builds; the repository keeps relative
links.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

README = Path(__file__).resolve().parents[2] / "README.md"

# Blocks and spans of code come first, so that nothing in them is taken for a link.
_PARTS = re.compile(r"(^```.*?^```$|`[^`\n]+`)|\]\((?![a-z]+:|#)([^)\s]+)\)", re.M | re.S)


def main(arguments: Sequence[str]) -> int:
    """Rewrite README.md in place."""
    [url] = arguments
    README.write_text(absolute(README.read_text("utf-8"), url), "utf-8")
    return 0


def absolute(text: str, url: str) -> str:
    """Return the text with each relative link below the address."""
    base = url.rstrip("/")
    return _PARTS.sub(lambda part: part[1] or f"]({base}/{part[2]})", text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
