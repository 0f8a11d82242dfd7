"""What fields and files of specs may be called."""

from __future__ import annotations

import re

FIELD = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
"""The name of a parameter or field, as the schema of specs has it."""
_PATH_PART = re.compile(r"[a-z][a-z0-9_]{0,39}")
_DEVICES = frozenset(
    {"aux", "con", "nul", "prn"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
)
"""What Windows takes for a device, whatever the extension and the folder: no such file exists."""


def path_part_fault(part: str) -> str:
    """Return why a name can be no part of an operation's path, or nothing."""
    if not _PATH_PART.fullmatch(part):
        return (
            f"{part!r} cannot be part of a URL path and a Python name: lower-case letters, digits "
            "and underscores only, a letter first, at most 40 of them"
        )
    if part in _DEVICES:
        return (
            f"{part!r} is a device to Windows, where nobody could check out a file of that name; "
            "leave it out, `call` reaches it"
        )
    return ""
