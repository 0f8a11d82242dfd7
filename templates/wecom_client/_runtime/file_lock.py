"""Locks on open files, which the system takes away from a process that dies."""

from __future__ import annotations

import os
import sys

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


if sys.platform == "win32":

    def try_lock(handle: int) -> bool:
        """Lock an open file, unless somebody else has."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def unlock(handle: int) -> None:
        """Give a lock back; closing is not enough where a forked child holds the same file."""
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:

    def try_lock(handle: int) -> bool:
        """Lock an open file, unless somebody else has."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def unlock(handle: int) -> None:
        """Give a lock back; closing is not enough where a forked child holds the same file."""
        fcntl.flock(handle, fcntl.LOCK_UN)
