"""A file to upload: what a parameter of the format `binary` takes."""

from __future__ import annotations

import os
import re
from typing import Any, NoReturn

from .values import plain

_UNKNOWN = "application/octet-stream"
_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_MEDIA_TYPE = rf"{_TOKEN}/{_TOKEN}(?:;[\x20-\x7e]*)?"


class File:
    """A file to upload: the name that people will see, the content, and its media type.

    Without `content_type` it is the type that the ending of the name stands for, if any does, else
    application/octet-stream. A file cannot be changed, compares by what it holds, copies and
    pickles; its repr shows the size and not the content.
    """

    __slots__ = ("content", "content_type", "name")

    name: str
    content: bytes
    content_type: str

    def __init__(
        self, name: str, content: bytes | bytearray | memoryview, content_type: str | None = None
    ) -> None:
        """Take a name and a content.

        Raises:
            TypeError: the name or the type is no text, or the content has no bytes.
            ValueError: an empty name, one that UTF-8 cannot hold, or a type such as no file has.
        """
        if not isinstance(name, str):
            raise TypeError(f"the name of a file must be a string, is {type(name).__name__}")
        if not isinstance(content, (bytes, bytearray, memoryview)):
            kind = type(content).__name__
            raise TypeError(f"the content of a file must be bytes, is {kind}; see File.read(path)")
        _set(self, "name", _checked_name(plain(name)))
        _set(self, "content", bytes(content))
        given = _type_of(self.name) if content_type is None else _checked_type(content_type)
        _set(self, "content_type", given)

    @classmethod
    def read(cls, path: str | os.PathLike[str], content_type: str | None = None) -> File:
        """Read a file of the disk, which is then called as it is there.

        Raises:
            OSError: it cannot be read.
        """
        with open(path, "rb") as source:  # noqa: PTH123 -- pathlib takes long to import
            return cls(os.path.basename(path), source.read(), content_type)  # noqa: PTH119

    def __repr__(self) -> str:
        size = len(self.content)
        return f"File({self.name!r}, {size} {'byte' if size == 1 else 'bytes'})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, File):
            return NotImplemented
        return _parts(self) == _parts(other)

    def __hash__(self) -> int:
        return hash(_parts(self))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), _parts(self)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("a File is immutable")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError("a File is immutable")


_set = object.__setattr__


def not_a_file(value: object) -> str:
    """Say what to pass in place of a value, which may be long, and is not shown."""
    kind = type(value).__name__
    return (
        f"must be a File (of wecom_client), is of type {kind}: File.read(path) reads one from the"
        " disk, File(name, content) makes one of bytes"
    )


def _parts(one: File) -> tuple[str, bytes, str]:
    return one.name, one.content, one.content_type


def _checked_name(name: str) -> str:
    if not name:
        raise ValueError("the name of a file is empty")
    try:
        name.encode()
    except UnicodeEncodeError:
        is_text = False
    else:
        is_text = True
    if not is_text:
        raise ValueError(f"the name of a file must be text that UTF-8 can hold, is {name!r}")
    return name


def _checked_type(content_type: object) -> str:
    if not isinstance(content_type, str):
        kind = type(content_type).__name__
        raise TypeError(f"the media type of a file must be a string, is {kind}")
    if not re.fullmatch(_MEDIA_TYPE, content_type):
        raise ValueError(f'a media type is such as "image/png", and not {content_type!r}')
    return plain(content_type)  # type: ignore[no-any-return]


def _type_of(name: str) -> str:
    """Return the type of an ending, from Python's own table: that of a machine may say otherwise.

    The name itself is not asked for: it may look like an address, which may name any type.
    """
    from mimetypes import MimeTypes  # here, as few programs upload

    ending = os.path.splitext(name)[1]  # noqa: PTH122
    guessed, encoding = MimeTypes().guess_type(f"file{ending}")
    return guessed if guessed and not encoding else _UNKNOWN
