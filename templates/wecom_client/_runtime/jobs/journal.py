"""The journal of a batch: what was sent and what came of it, in a file that outlives the process.

A line of JSON each: first the job (the operation, its arguments and all elements), then of every
call what it is about, before it is sent, and what came of it, afterwards. A line is on the disk
before the job goes on. So a call without its second line may have been carried out, and a line that
was cut as it was written is the last one and says nothing: its call was not sent, or nobody knows.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from ..answers import Answer
from ..decode import decode_json
from ..file_lock import try_lock, unlock
from ..named import Named
from ..redact import clean_of_all
from .merging import is_equal
from .results import JournalError

T = TypeVar("T")

VERSION = 1
_HEAD = "wecom_client_journal"
_BEGINNING = f'{{"{_HEAD}": '.encode()
_OUTCOMES = ("unknown", "not_tried")
_ANEW = "begin the job anew"
_OTHER_FILE = "name a file that does not exist yet; the job makes it"
_FLAGS = 0
for _name in ("O_NOFOLLOW", "O_CLOEXEC", "O_NONBLOCK", "O_BINARY"):
    _FLAGS |= getattr(os, _name, 0)


class Job(Named):
    """What a journal is about: a call with its arguments, and all elements."""

    operation: str
    arguments: Mapping[str, Any]
    argument: str
    """What the method calls all elements together."""
    elements: Sequence[Any]


class Recorded(Named):
    """A call of a journal: its number, Unix seconds, its elements, and the JSON that came.

    `answer`: None where no answer came. `is_lost`: nobody knows whether it was carried out.
    """

    number: int
    at: int
    elements: list[Any]
    answer: dict[str, Any] | None = None
    is_lost: bool = True


class Journal:
    """The journal of one job; its functions may block, and what they raise they return."""

    def __init__(self, path: str | os.PathLike[str], job: Job, doc_url: str) -> None:
        self._path = Path(path).expanduser().absolute()
        self._job = job
        self._doc_url = doc_url
        self._handle: int | None = None
        self._is_closed = False
        self._size = 0
        self._last: dict[str, Any] = {}
        # A thread may still be at work here when the task that waits for it is cancelled.
        self._lock = Lock()

    def open(self) -> list[Recorded] | JournalError:
        """Make the file or read it, and let no other job have it until it is closed."""
        return self._tried(self._open)

    def read(self) -> list[Recorded] | JournalError:
        """Read the file, if there is one, and leave it as it is."""
        return self._tried(self._read)

    def job(self) -> Job | JournalError | None:
        """Read what the file is the journal of, whatever its elements; None: none was begun."""
        return self._tried(self._read_job)

    def begin(self, number: int, at: int, elements: Sequence[Any]) -> Exception | None:
        """Note a call that is about to be sent."""
        return self._write({"call": number, "at": at, "elements": elements})

    def end(self, number: int, came: Answer | str) -> Exception | None:
        """Note what came of the call that was begun last; of no other one, and but once."""
        if self._last.get("call") != number or "elements" not in self._last:
            return None
        said = {"outcome": came} if isinstance(came, str) else {"answer": _cleaned(came.raw)}
        return self._write({"call": number, **said})

    def close(self) -> None:
        """Let others have the file."""
        with self._lock:
            self._is_closed = True
            self._release()

    def _release(self) -> None:
        handle, self._handle = self._handle, None
        if handle is not None:
            with suppress(OSError):
                unlock(handle)
            os.close(handle)

    def _tried(self, function: Callable[[], T]) -> T | JournalError:
        with self._lock:
            try:
                if self._is_closed:
                    raise self._error("is closed", _ANEW)
                return function()
            except JournalError as error:
                flaw = error
            except (OSError, ValueError, TypeError, RecursionError) as error:
                flaw = self._unusable(error)
            self._release()
            return flaw

    def _unusable(self, error: Exception) -> JournalError:
        if self._path.is_symlink():
            # The system names a loop, where a link is not followed.
            return self._error("is a symbolic link", "name the file to which it leads")
        reason = (isinstance(error, OSError) and error.strerror) or str(error)
        remedy = "name a file that this user can write, on a disk of this machine"
        return self._error(f"cannot be used ({reason})", remedy)

    def _open(self) -> list[Recorded]:
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND | _FLAGS, 0o600)
        self._handle = handle
        self._check_file(handle)
        if not try_lock(handle):
            raise self._error("is in use by another job", "wait for its end, or name another file")
        data = _content(handle)
        calls, self._size = self._understood(data)
        if self._size < len(data):
            os.ftruncate(handle, self._size)
        if not self._size:
            head = _line({_HEAD: VERSION, **self._job._asdict()})
            _append(handle, head)
            self._size = len(head)
            _sync(self._path.parent)
        return calls

    def _read(self) -> list[Recorded]:
        try:
            data = self._data()
        except FileNotFoundError:
            return []
        return self._understood(data)[0]

    def _read_job(self) -> Job | None:
        try:
            data = self._data()
        except FileNotFoundError:
            return None
        head, is_whole, _ = data.partition(b"\n")
        if not is_whole:
            self._understood(data)
            return None
        kept = self._checked_kind(_entry(head))
        arguments = kept.get("arguments")
        if not isinstance(arguments, dict):
            raise self._error("is not the journal of a job", _OTHER_FILE)
        return self._job._replace(arguments=arguments, elements=kept["elements"])

    def _data(self) -> bytes:
        handle = os.open(self._path, os.O_RDONLY | _FLAGS)
        try:
            self._check_file(handle)
            return _content(handle)
        finally:
            os.close(handle)

    def _check_file(self, handle: int) -> None:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise self._error("is not a plain file", _OTHER_FILE)
        if sys.platform != "win32" and status.st_uid != os.geteuid():
            raise self._error("belongs to another user", _OTHER_FILE)

    def _write(self, entry: dict[str, Any]) -> Exception | None:
        """Append a line; one that cannot be written whole is taken back."""
        with self._lock:
            handle = self._handle
            if handle is None:
                return self._error("is closed", _ANEW)
            is_written = False
            try:
                line = _line(entry)
                _append(handle, line)
                is_written = True
            except (OSError, ValueError, TypeError, RecursionError) as error:
                return error.with_traceback(None)
            finally:
                if is_written:
                    self._size += len(line)
                    self._last = entry
                else:
                    with suppress(OSError):
                        os.ftruncate(handle, self._size)
            return None

    def _understood(self, data: bytes) -> tuple[list[Recorded], int]:
        """Return the calls of a journal, and how many of its bytes are whole lines."""
        *lines, rest = data.split(b"\n")
        if not lines:
            if not (rest.startswith(_BEGINNING) or _BEGINNING.startswith(rest)):
                raise self._error("is not the journal of a job", _OTHER_FILE)
            return [], 0
        self._check_head(_entry(lines[0]))
        calls: list[Recorded] = []
        size = len(lines[0]) + 1
        for number, line in enumerate(lines[1:], 2):
            entry = _entry(line)
            if entry is None and number == len(lines) and not rest:
                break
            if not self._take(calls, entry or {}):
                remedy = "find out what became of its elements, and name another file"
                raise self._error("is not what a job wrote", remedy, number)
            size += len(line) + 1
        return calls, size

    def _checked_kind(self, entry: dict[str, Any] | None) -> dict[str, Any]:
        """Return the head of a journal of this operation; refuse any other."""
        job = self._job
        if entry is None or _HEAD not in entry or not isinstance(entry.get("elements"), list):
            raise self._error("is not the journal of a job", _OTHER_FILE)
        if entry[_HEAD] != VERSION:
            remedy = "use the version of the package that wrote it, or name another file"
            raise self._error(f"is of another version, {entry[_HEAD]!r}", remedy, 1)
        if entry.get("operation") != job.operation:
            kind = f"is the journal of {entry.get('operation')!r}"
            raise self._error(kind, "name another file for this job", 1)
        return entry

    def _check_head(self, head: dict[str, Any] | None) -> None:
        """Refuse the journal of another job."""
        job, entry = self._job, self._checked_kind(head)
        remedy = "make the call that it was begun with, or name another file for this job"
        before, now = entry.get("arguments"), decode_json(json.dumps(job.arguments))
        if not isinstance(before, dict) or not is_equal(before, now):
            was = before if isinstance(before, dict) else {}
            names = [name for name in {**was, **now} if not is_equal(was.get(name), now.get(name))]
            raise self._error(f"was begun with another {' and '.join(names)}", remedy, 1)
        was_given, given = {*map(_key, entry["elements"])}, {*map(_key, job.elements)}
        if was_given != given:
            kind = (
                f"was begun with other {job.argument}: {len(was_given - given)} of its "
                f"{len(was_given)} are not given now, and {len(given - was_given)} are new"
            )
            raise self._error(kind, remedy, 1)

    def _take(self, calls: list[Recorded], entry: dict[str, Any]) -> bool:
        """Take in a line; False: no job writes it in this place."""
        number, last = entry.get("call"), calls[-1] if calls else None
        if type(number) is not int:
            return False
        if last is None or number > last.number:
            elements, at = entry.get("elements"), entry.get("at")
            if type(at) is not int or not isinstance(elements, list):
                return False
            calls.append(Recorded(number, at, elements))
            return {*map(_key, elements)} <= {*map(_key, self._job.elements)}
        answer, outcome = entry.get("answer"), entry.get("outcome")
        if number != last.number or last.answer is not None or not last.is_lost:
            return False
        if isinstance(answer, dict):
            calls[-1] = last._replace(answer=answer, is_lost=False)
        else:
            calls[-1] = last._replace(is_lost=outcome == "unknown")
        return isinstance(answer, dict) or outcome in _OUTCOMES

    def _error(self, kind: str, remedy: str, line: int | None = None) -> JournalError:
        operation = self._job.operation
        return JournalError(kind, str(self._path), line, remedy, operation, self._doc_url)


def _key(element: object) -> tuple[type, object]:
    """Return what an element is told from others by: 1 is not True, nor is it 1.0."""
    return type(element), element if isinstance(element, (str, int)) else repr(element)


def _entry(line: bytes) -> dict[str, Any] | None:
    """Return what a line says; None: it is cut or was never one."""
    try:
        entry = decode_json(line.decode("ascii"))
    except (ValueError, RecursionError):
        return None
    return entry if isinstance(entry, dict) else None


def _line(entry: Mapping[str, Any]) -> bytes:
    return json.dumps(entry, allow_nan=False).encode("ascii") + b"\n"


def _cleaned(value: Any) -> Any:
    """Return JSON with the platform's texts cleaned: they may repeat what was sent, token and all.

    Nothing else is touched: an id that looks like a token is still an id.
    """
    if isinstance(value, dict):
        return {
            key: clean_of_all(one) if key == "errmsg" and isinstance(one, str) else _cleaned(one)
            for key, one in value.items()
        }
    return [_cleaned(one) for one in value] if isinstance(value, list) else value


def _content(handle: int) -> bytes:
    os.lseek(handle, 0, os.SEEK_SET)
    parts = []
    while part := os.read(handle, 1 << 20):
        parts.append(part)
    return b"".join(parts)


def _append(handle: int, line: bytes) -> None:
    rest = memoryview(line)
    while rest:
        rest = rest[os.write(handle, rest) :]
    os.fsync(handle)


def _sync(folder: Path) -> None:
    """Let the name of a new file last, where folders can be synchronised."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
