"""Paths as the command line takes them."""

from __future__ import annotations

import argparse
from pathlib import Path


def given_path(text: str) -> Path:
    """Return a path that was given on the command line.

    Raises:
        argparse.ArgumentTypeError: it is empty, as where a variable of a shell was not set: to
            Python, that would be the current folder.
    """
    if not text:
        raise argparse.ArgumentTypeError("is empty; name a path (. is the current folder)")
    return Path(text)
