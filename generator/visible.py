"""Texts of documents and specs as they are shown: nothing in them is a command to a terminal."""

from __future__ import annotations

_KEPT = " \n\u3000\xa0"


def visible(text: str) -> str:
    """Return a text with U+FFFD for what is not seen: controls, turned directions, line ends.

    A page could otherwise colour, hide or overwrite what is said of it.
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char in _KEPT else "\ufffd" for char in text)
