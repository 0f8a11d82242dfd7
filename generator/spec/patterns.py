"""Patterns of texts, as JSON Schema reads them."""

from __future__ import annotations

import re
from functools import cache

_END = re.compile(r"(\\.|\[(?:\\.|[^\]])*\])|\$", re.DOTALL)
"""The end of a text in a pattern, and what holds a dollar that is none."""


def has_pattern(value: str, pattern: str) -> bool:
    """Say whether a text has a pattern of JSON Schema, whose `$` is the end and no line end."""
    return _compiled(pattern).search(value) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(_END.sub(lambda found: found[1] or r"\Z", pattern))
