"""Files that people take for a page and that hold no text to read: their format, by their bytes."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

from .blocks import DocumentError

HEAD = 65_536
"""How many bytes tell the format."""

_PAGE = (
    "save the page itself from the browser, as HTML or as a single file (MHTML), or its text as "
    "UTF-8"
)
_EXPORT = "save it from its program as a web page (HTML) or as plain text in UTF-8"
_UNPACK = "unpack it, and name the page inside"


@dataclass(frozen=True)
class Kind:
    """A format, as a sentence names it, and what to do instead."""

    name: str
    advice: str


_PDF = Kind("a PDF", _PAGE)
_ZIP = Kind("a ZIP archive", _UNPACK)
_OFFICE = Kind("a file of an older Microsoft Office (OLE)", _EXPORT)
_EBOOK = Kind("an EPUB book", _UNPACK)
_PICTURE = "a picture, whose text nothing here reads"
_PROPERTY_LIST = Kind(
    "a binary property list, such as a web archive of Safari",
    "save the page as 'Page Source' (HTML), or its text as UTF-8",
)
_MARKS: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", _PDF),
    (b"%!PS", Kind("PostScript", _PAGE)),
    (b"{\\rtf", Kind("rich text (RTF)", _EXPORT)),
    (b"PK\x03\x04", _ZIP),
    (b"PK\x05\x06", _ZIP),
    (b"PK\x07\x08", _ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OFFICE),
    (b"\x1f\x8b", Kind("compressed (gzip)", _UNPACK)),
    (b"BZh", Kind("compressed (bzip2)", _UNPACK)),
    (b"\xfd7zXZ\x00", Kind("compressed (xz)", _UNPACK)),
    (b"\x28\xb5\x2f\xfd", Kind("compressed (zstd)", _UNPACK)),
    (b"7z\xbc\xaf\x27\x1c", Kind("a 7-Zip archive", _UNPACK)),
    (b"Rar!\x1a\x07", Kind("a RAR archive", _UNPACK)),
    (b"bplist0", _PROPERTY_LIST),
    (b"SQLite format 3\x00", Kind("an SQLite database", _PAGE)),
    (b"\x89PNG\r\n\x1a\n", Kind(f"{_PICTURE} (PNG)", _PAGE)),
    (b"\xff\xd8\xff", Kind(f"{_PICTURE} (JPEG)", _PAGE)),
    (b"GIF87a", Kind(f"{_PICTURE} (GIF)", _PAGE)),
    (b"GIF89a", Kind(f"{_PICTURE} (GIF)", _PAGE)),
    (b"II*\x00", Kind(f"{_PICTURE} (TIFF)", _PAGE)),
    (b"MM\x00*", Kind(f"{_PICTURE} (TIFF)", _PAGE)),
    (b"\x00\x00\x01\x00", Kind(f"{_PICTURE} (icon)", _PAGE)),
    (b"ITSF\x03", Kind("compiled HTML help (CHM)", _UNPACK)),
)
_SECOND_MARKS: tuple[tuple[int, bytes, Kind], ...] = (
    (8, b"WEBP", Kind(f"{_PICTURE} (WebP)", _PAGE)),
    (4, b"ftypheic", Kind(f"{_PICTURE} (HEIC)", _PAGE)),
    (4, b"ftypavif", Kind(f"{_PICTURE} (AVIF)", _PAGE)),
    (4, b"ftyp", Kind("a film", _PAGE)),
    (257, b"ustar", Kind("a tar archive", _UNPACK)),
    (60, b"BOOKMOBI", Kind("a Kindle book", _UNPACK)),
)
"""What stands behind the first bytes, and where."""
_IN_ZIP = (
    ("word/", Kind("a Word file", _EXPORT)),
    ("xl/", Kind("an Excel file", _EXPORT)),
    ("ppt/", Kind("a PowerPoint file", _EXPORT)),
)
_TYPES_IN_ZIP = (
    ("application/epub+zip", _EBOOK),
    ("application/vnd.oasis.opendocument.text", Kind("an OpenDocument text (ODT)", _EXPORT)),
    ("application/vnd.oasis.opendocument", Kind("an OpenDocument file", _EXPORT)),
)
_IN_OLE = (
    ("WordDocument", Kind("a Word file of an older kind (.doc)", _EXPORT)),
    ("Workbook", Kind("an Excel file of an older kind (.xls)", _EXPORT)),
    ("PowerPoint Document", Kind("a PowerPoint file of an older kind (.ppt)", _EXPORT)),
)
_BY_NAME = {
    ".docx": _IN_ZIP[0][1],
    ".docm": _IN_ZIP[0][1],
    ".xlsx": _IN_ZIP[1][1],
    ".xlsm": _IN_ZIP[1][1],
    ".pptx": _IN_ZIP[2][1],
    ".odt": _TYPES_IN_ZIP[1][1],
    ".epub": _EBOOK,
    ".doc": _IN_OLE[0][1],
    ".xls": _IN_OLE[1][1],
    ".ppt": _IN_OLE[2][1],
    ".webarchive": Kind("a web archive of Safari", _PROPERTY_LIST.advice),
}
"""What a name says of a damaged file whose bytes tell no more than the family."""
_MAX_ENTRIES = 2_000


def refuse_what_is_no_text(path: Path, head: bytes) -> None:
    """Raise for a file in a format that holds no text to read; `head` is how it begins.

    Raises:
        DocumentError: it names the format and says what to save instead.
    """
    kind = _kind(path, head)
    if kind is not None:
        raise DocumentError(f"{path} is {kind.name}; {kind.advice}")


def _kind(path: Path, head: bytes) -> Kind | None:
    # some write a mark of byte order, or empty lines, before the mark of a PDF or of rich text
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n") or head
    found = next((kind for mark, kind in _MARKS if head.startswith(mark)), None)
    if found is None:
        marks = (kind for place, mark, kind in _SECOND_MARKS if head.startswith(mark, place))
        found = next(marks, None)
    named = _BY_NAME.get(path.suffix.lower())
    if found is _ZIP:
        return _in_zip(path) or named or found
    if found is _OFFICE:
        return _in_ole(head) or named or found
    return named if found is _PROPERTY_LIST and named else found


def _in_zip(path: Path) -> Kind | None:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()[:_MAX_ENTRIES]
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                said = archive.read("mimetype").decode("ascii", "replace")
                found = (kind for mark, kind in _TYPES_IN_ZIP if said.startswith(mark))
                return next(found, None)
    except Exception:  # of a damaged archive: what the library of its packing raises, too
        return None
    if "[Content_Types].xml" not in names:
        return None
    return next(
        (kind for mark, kind in _IN_ZIP if any(name.startswith(mark) for name in names)), None
    )


def _in_ole(head: bytes) -> Kind | None:
    """Return the program by the name of a stream, where the directory stands near the beginning."""
    return next((kind for name, kind in _IN_OLE if name.encode("utf-16-le") in head), None)
