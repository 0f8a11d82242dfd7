"""What fields and files of specs may be called."""

from __future__ import annotations

import re
import unicodedata

FIELD = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
"""The name of a parameter or field, as the schema of specs has it."""
LOCKS = "_locks"
"""The folder of specs in which each document has its lock, called by the document's name."""
_PATH_PART = re.compile(r"[a-z][a-z0-9_]{0,39}")
_DEVICES = frozenset(
    {"aux", "con", "nul", "prn"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
)
"""What Windows takes for a device, whatever the extension and the folder: no such file exists."""
_NO_FILE_NAME = re.compile(r"[^\w.-]+")
_LONGEST_DOCUMENT = 80


def page_id(address: str) -> str:
    """Return what names a page: the last part of its address, without query and fragment."""
    path = re.sub(r"^https?://[^/?#]*|[?#].*$", "", address)
    return path.rstrip("/").rpartition("/")[2]


def document_name(written: str) -> str:
    """Return an id of a document, or a file's stem, as a file may be called on any system."""
    name = _NO_FILE_NAME.sub("_", unicodedata.normalize("NFC", written))[:_LONGEST_DOCUMENT]
    name = name.strip(".")
    return f"{name}_" if name.partition(".")[0].lower() in _DEVICES else name


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
