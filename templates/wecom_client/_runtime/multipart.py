"""Files as a body of multipart/form-data, as HTML's forms send them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import blake2b
from itertools import count

from .files import File

_PREFIX = b"--"
_DIGEST_SIZE = 16
_BOUNDARY_SIZE = 2 * _DIGEST_SIZE
_ESCAPES = {'"': "%22", "\r": "%0D", "\n": "%0A"}


def encode(files: Mapping[str, File]) -> bytes:
    """Return the body that sends each file as the part of its name.

    The same files give the same bytes, so that a call which is sent again is the same call.
    """
    parts = [(_head(name, file), file.content) for name, file in files.items()]
    boundary = next(one for one in _boundaries(parts) if not _occurs(one, parts))
    pieces: list[bytes] = []
    for head, content in parts:
        pieces += (_PREFIX, boundary, b"\r\n", head, b"\r\n\r\n", content, b"\r\n")
    return b"".join((*pieces, _PREFIX, boundary, b"--\r\n"))


def content_type_of(body: bytes) -> str:
    """Return the media type of a body that `encode` made: it begins with its boundary."""
    boundary = body[len(_PREFIX) : len(_PREFIX) + _BOUNDARY_SIZE].decode()
    return f"multipart/form-data; boundary={boundary}"


def _head(name: str, file: File) -> bytes:
    # The platform wants to know the length as well.
    shown = f'form-data; name="{_escaped(name)}"; filename="{_escaped(file.name)}"'
    length = f"filelength={len(file.content)}"
    lines = f"Content-Disposition: {shown}; {length}\r\nContent-Type: {file.content_type}"
    return lines.encode()


def _escaped(text: str) -> str:
    """Return a name as it stands between quotes: it cannot end them, and begins no line."""
    return "".join(_ESCAPES.get(char, char) for char in text)


def _boundaries(parts: list[tuple[bytes, bytes]]) -> Iterator[bytes]:
    """Yield what may stand between parts, made of them: nobody can write it into a file before."""
    digest = blake2b(digest_size=_DIGEST_SIZE)
    for part in parts:
        for piece in part:
            digest.update(piece)
    for number in count():
        one = digest.copy()
        one.update(b"%d" % number)
        yield one.hexdigest().encode()


def _occurs(boundary: bytes, parts: list[tuple[bytes, bytes]]) -> bool:
    return any(boundary in piece for part in parts for piece in part)
