"""One document in the four formats that documents come in, as their tools write them."""

from __future__ import annotations

from .html import HTML
from .markdown import MARKDOWN
from .plain import PLAIN
from .pod import POD

__all__ = ["FORMATS", "HTML", "MARKDOWN", "PLAIN", "POD"]

FORMATS = {"plain": PLAIN, "pod": POD, "markdown": MARKDOWN, "html": HTML}
