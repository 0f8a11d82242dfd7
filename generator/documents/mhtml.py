"""A page that a browser saved as a single file (MHTML): the text of its HTML part, its address."""

from __future__ import annotations

import codecs
import email
import re
from email.message import Message

from .blocks import DocumentError

_FIELD = re.compile(rb"[!-9;-~]+[ \t]*:")
_PAGES = ("text/html", "application/xhtml+xml")
_META = re.compile(
    rb"<meta\b[^>]{0,300}?\bcharset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.I
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252", "us-ascii": "utf-8"}
"""What browsers read, whatever a page calls it: a set of characters that holds the named one."""


def is_mhtml(head: bytes) -> bool:
    """Say whether a file begins as a message whose body is a page, or parts with one."""
    head = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if not _FIELD.match(head):
        return False
    above = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    kind = email.message_from_bytes(above).get_content_type()
    is_message = re.search(rb"^(?:mime-version|content-type)[ \t]*:", above, re.I | re.M)
    return is_message is not None and (kind.startswith("multipart/") or kind in _PAGES)


def read_mhtml(content: bytes, name: str) -> tuple[str, str]:
    """Return the text of the page and its address, which is empty where nothing says it.

    Raises:
        DocumentError: no part is a page, or it cannot be decoded.
    """
    try:
        message = email.message_from_bytes(content.removeprefix(codecs.BOM_UTF8).lstrip())
        address = _field(message, "Snapshot-Content-Location")
        part = _page(message, address)
    except RecursionError:
        part = None
    if part is None:
        raise DocumentError(
            f"{name} is a page in a single file (MHTML) without a part that is HTML; save the page "
            "from the browser once more"
        )
    data = part.get_payload(decode=True)
    text = _decoded(data if isinstance(data, bytes) else b"", part, name)
    stated = (address, _field(part, "Content-Location"), _field(message, "Content-Location"))
    return text, next((one for one in stated if one.startswith("https://")), "")


def _page(message: Message, address: str) -> Message | None:
    """Return the part that is the page itself, and none of the frames in it."""
    pages = [
        part
        for part in message.walk()
        if part.get_content_type() in _PAGES and not part.is_multipart()
    ]
    start = message.get_param("start")
    root = start.strip() if isinstance(start, str) else ""
    for name, wanted in (("Content-ID", root), ("Content-Location", address)):
        for one in pages:
            if wanted and _field(one, name) == wanted:
                return one
    return pages[0] if pages else None


def _field(message: Message, name: str) -> str:
    """Return a field without the line ends that its length brought into it."""
    return "".join(str(message.get(name, "")).split())


def _decoded(data: bytes, part: Message, name: str) -> str:
    mark, charset = next((one for one in _MARKS if data.startswith(one[0])), (b"", ""))
    data = data[len(mark) :]
    meta = _META.search(data[:4096])
    stated = charset or str(part.get_content_charset() or "")
    stated = stated or (meta[1].decode("ascii", "replace").lower() if meta else "utf-8")
    try:
        return data.decode(_WIDER.get(stated, stated))
    except LookupError:
        raise DocumentError(f"{name}: its page is in {stated!r}, which is not known") from None
    except (UnicodeDecodeError, ValueError) as error:
        raise DocumentError(f"{name}: its page is not {stated}, as it says: {error}") from None
