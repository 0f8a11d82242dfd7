"""Files that people take for a page and that hold no text to read: their format, by their bytes."""

from __future__ import annotations

import zipfile
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
_PICTURE = "a picture, whose text nothing here reads"
_ZIP = f"a ZIP archive; {_UNPACK}"
_OFFICE = f"a file of an older Microsoft Office (OLE); {_EXPORT}"
_SOURCE = "save the page as 'Page Source' (HTML), or its text as UTF-8"
_PROPERTY_LIST = f"a binary property list, such as a web archive of Safari; {_SOURCE}"
_MARKS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"%PDF-", f"a PDF; {_PAGE}"),
    (0, b"%!PS", f"PostScript; {_PAGE}"),
    (0, b"{\\rtf", f"rich text (RTF); {_EXPORT}"),
    (0, b"PK\x03\x04", _ZIP),
    (0, b"PK\x05\x06", _ZIP),
    (0, b"PK\x07\x08", _ZIP),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OFFICE),
    (0, b"\x1f\x8b", f"compressed (gzip); {_UNPACK}"),
    (0, b"BZh", f"compressed (bzip2); {_UNPACK}"),
    (0, b"\xfd7zXZ\x00", f"compressed (xz); {_UNPACK}"),
    (0, b"\x28\xb5\x2f\xfd", f"compressed (zstd); {_UNPACK}"),
    (0, b"7z\xbc\xaf\x27\x1c", f"a 7-Zip archive; {_UNPACK}"),
    (0, b"Rar!\x1a\x07", f"a RAR archive; {_UNPACK}"),
    (0, b"bplist0", _PROPERTY_LIST),
    (0, b"SQLite format 3\x00", f"an SQLite database; {_PAGE}"),
    (0, b"\x89PNG\r\n\x1a\n", f"{_PICTURE} (PNG); {_PAGE}"),
    (0, b"\xff\xd8\xff", f"{_PICTURE} (JPEG); {_PAGE}"),
    (0, b"GIF87a", f"{_PICTURE} (GIF); {_PAGE}"),
    (0, b"GIF89a", f"{_PICTURE} (GIF); {_PAGE}"),
    (0, b"II*\x00", f"{_PICTURE} (TIFF); {_PAGE}"),
    (0, b"MM\x00*", f"{_PICTURE} (TIFF); {_PAGE}"),
    (0, b"\x00\x00\x01\x00", f"{_PICTURE} (icon); {_PAGE}"),
    (0, b"ITSF\x03", f"compiled HTML help (CHM); {_UNPACK}"),
    (8, b"WEBP", f"{_PICTURE} (WebP); {_PAGE}"),
    (4, b"ftypheic", f"{_PICTURE} (HEIC); {_PAGE}"),
    (4, b"ftypavif", f"{_PICTURE} (AVIF); {_PAGE}"),
    (4, b"ftyp", f"a film; {_PAGE}"),
    (257, b"ustar", f"a tar archive; {_UNPACK}"),
    (60, b"BOOKMOBI", f"a Kindle book; {_UNPACK}"),
)
"""Where a mark stands, the mark, and what it says: the format, and what to do instead."""
_IN_ZIP = {
    "word/": f"a Word file; {_EXPORT}",
    "xl/": f"an Excel file; {_EXPORT}",
    "ppt/": f"a PowerPoint file; {_EXPORT}",
}
_TYPES_IN_ZIP = {
    "application/epub+zip": f"an EPUB book; {_UNPACK}",
    "application/vnd.oasis.opendocument.text": f"an OpenDocument text (ODT); {_EXPORT}",
    "application/vnd.oasis.opendocument": f"an OpenDocument file; {_EXPORT}",
}
_IN_OLE = {
    "WordDocument": f"a Word file of an older kind (.doc); {_EXPORT}",
    "Workbook": f"an Excel file of an older kind (.xls); {_EXPORT}",
    "PowerPoint Document": f"a PowerPoint file of an older kind (.ppt); {_EXPORT}",
}
_BY_NAME = {
    ".docx": _IN_ZIP["word/"],
    ".docm": _IN_ZIP["word/"],
    ".xlsx": _IN_ZIP["xl/"],
    ".xlsm": _IN_ZIP["xl/"],
    ".pptx": _IN_ZIP["ppt/"],
    ".odt": _TYPES_IN_ZIP["application/vnd.oasis.opendocument.text"],
    ".epub": _TYPES_IN_ZIP["application/epub+zip"],
    ".doc": _IN_OLE["WordDocument"],
    ".xls": _IN_OLE["Workbook"],
    ".ppt": _IN_OLE["PowerPoint Document"],
    ".webarchive": f"a web archive of Safari; {_SOURCE}",
}
"""What a name says of a damaged file whose bytes tell no more than the family."""
_MAX_ENTRIES = 2_000


def refuse_what_is_no_text(path: Path, head: bytes) -> None:
    """Raise for a file in a format that holds no text to read; `head` is how it begins.

    Raises:
        DocumentError: it names the format and says what to save instead.
    """
    # some write a mark of byte order, or empty lines, before the mark of a PDF or of rich text
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n") or head
    found = next((kind for place, mark, kind in _MARKS if head.startswith(mark, place)), None)
    named = _BY_NAME.get(path.suffix.lower())
    if found == _ZIP:
        found = _in_zip(path) or named or found
    elif found == _OFFICE:
        # the program by the name of a stream, where the directory stands near the beginning
        streams = (kind for name, kind in _IN_OLE.items() if name.encode("utf-16-le") in head)
        found = next(streams, None) or named or found
    elif found == _PROPERTY_LIST:
        found = named or found
    if found is not None:
        raise DocumentError(f"{path} is {found}")


def _in_zip(path: Path) -> str | None:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()[:_MAX_ENTRIES]
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                said = archive.read("mimetype").decode("ascii", "replace")
                types = (kind for mark, kind in _TYPES_IN_ZIP.items() if said.startswith(mark))
                return next(types, None)
    except Exception:  # of a damaged archive: what the library of its packing raises, too
        return None
    if "[Content_Types].xml" not in names:
        return None
    parts = (kind for mark, kind in _IN_ZIP.items() for name in names if name.startswith(mark))
    return next(parts, None)
