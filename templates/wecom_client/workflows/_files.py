"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

_MOST_OF_A_NAME = 50


@contextmanager
def replacing(path: str | os.PathLike[str], encoding: str = "utf-8") -> Iterator[TextIO]:
    """Open a file beside the target, and move it into the target's place once all is written.

    Whatever ends it before leaves the target as it was, and nothing beside it. The target keeps its
    permissions, and a link leads where it led. What cannot be encoded becomes a question mark.

    Raises:
        OSError: the file cannot be written.
        ValueError: the target is no regular file, such as a device.
    """
    target = Path(os.path.realpath(path))
    mode = _mode_of(target)
    # In the same folder, as a file can be moved into place on its own file system alone.
    name = f".{target.name[:_MOST_OF_A_NAME]}.{secrets.token_hex(6)}.part"
    part = target.with_name(name)
    try:
        with part.open("x", encoding=encoding, errors="replace", newline="") as file:
            yield file
            file.flush()
            if mode is not None:
                part.chmod(mode)
            os.fsync(file.fileno())
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def _mode_of(target: Path) -> int | None:
    """Return the permissions of the target; None: there is none yet."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(mode):
        raise ValueError(f"{target} is no regular file")
    return stat.S_IMODE(mode)
