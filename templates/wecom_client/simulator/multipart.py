"""Bodies of multipart/form-data, as clients upload files: taken apart into their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from email.message import Message
from email.parser import HeaderParser

from .._runtime.files import File

_TYPE = "multipart/form-data"
_ESCAPES = {"%22": '"', "%0D": "\r", "%0A": "\n"}
_QUOTED = r';\s*{}="((?:\\"|[^"])*)"'
_UNNAMED = "file"


def is_form(content_type: str) -> bool:
    """Whether a body of this media type has parts."""
    return content_type.partition(";")[0].strip().lower() == _TYPE


def files_of(content_type: str, body: bytes) -> Mapping[str, File]:
    """Return the files of a body by the names of their parts; what cannot be read has none.

    The last of several parts of one name counts.
    """
    boundary = _header("Content-Type", content_type).get_param("boundary")
    if not isinstance(boundary, str) or not boundary:
        return {}
    return dict(_files(body, boundary.encode("utf-8", "surrogateescape")))


def _files(body: bytes, boundary: bytes) -> Iterator[tuple[str, File]]:
    delimiter = b"\r\n--" + boundary
    _, *parts = (b"\r\n" + body).split(delimiter)
    # A body whose last delimiter does not say that it is the last one was cut off.
    if not parts or not parts[-1].startswith(b"--"):
        return
    for part in parts[:-1]:
        head, has_content, content = part.partition(b"\r\n\r\n")
        headers = HeaderParser().parsestr(head.decode("utf-8", "replace").lstrip())
        name = _quoted(headers, "name")
        if has_content and name is not None:
            yield name, _file(headers, content)


def _file(headers: Message, content: bytes) -> File:
    name = _quoted(headers, "filename") or _UNNAMED
    try:
        return File(name, content, headers.get("Content-Type"))
    except ValueError:
        return File(name, content)


def _quoted(headers: Message, parameter: str) -> str | None:
    """Return a parameter of a part's disposition, its escapes as HTML's forms have them."""
    found = re.search(_QUOTED.format(parameter), headers.get("Content-Disposition", ""))
    if found is None:
        return None
    text = re.sub("|".join(_ESCAPES), lambda one: _ESCAPES[one[0].upper()], found[1], flags=re.I)
    return text.replace('\\"', '"')


def _header(name: str, value: str) -> Message:
    message = Message()
    message[name] = value
    return message
