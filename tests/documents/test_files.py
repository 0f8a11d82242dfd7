"""Files that people save as "the page": a single file is read, formats without text are named."""

from __future__ import annotations

import base64
import email.charset
import gzip
import io
import plistlib
import quopri
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from generator.documents.blocks import DocumentError
from generator.documents.facts import as_data
from generator.documents.files import MAX_BYTES
from generator.documents.reading import read_document, read_text

from .formats import HTML, PLAIN
from .helpers import run

ADDRESS = "https://developer.example.com/document/path/70001"


def zipped(**members: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def database() -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("create table pages (text)")
        return connection.serialize()


def office(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + stream.encode("utf-16-le")


NAMED: list[tuple[str, bytes, str]] = [
    ("page.pdf", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "a PDF"),
    ("page.txt", b"\r\n%PDF-1.7\n", "a PDF"),
    ("page.ps", b"%!PS-Adobe-3.0\n", "PostScript"),
    ("page.rtf", b"{\\rtf1\\ansi text}", "rich text (RTF)"),
    ("a.docx", b"PK\x03\x04xxxx", "a Word file"),
    ("a.zip", b"PK\x03\x04xxxx", "a ZIP archive"),
    ("a.zip", zipped(page="x"), "a ZIP archive"),
    ("a.xlsx", b"PK\x03\x04", "an Excel file"),
    ("a.epub", zipped(mimetype="application/epub+zip"), "an EPUB book"),
    (
        "a.bin",
        zipped(mimetype="application/vnd.oasis.opendocument.text"),
        "an OpenDocument text (ODT)",
    ),
    (
        "a.ods",
        zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
        "an OpenDocument file",
    ),
    ("a.doc", office("WordDocument"), "a Word file of an older kind (.doc)"),
    ("a.txt", office("Workbook"), "an Excel file of an older kind (.xls)"),
    ("a.xls", office(""), "an Excel file of an older kind (.xls)"),
    ("a.msg", office(""), "a file of an older Microsoft Office (OLE)"),
    ("a.html", gzip.compress(HTML.encode()), "compressed (gzip)"),
    ("a.html.bz2", b"BZh91AY&SY", "compressed (bzip2)"),
    ("a.html.xz", b"\xfd7zXZ\x00\x00\x04", "compressed (xz)"),
    ("a.html.zst", b"\x28\xb5\x2f\xfd\x04\x00", "compressed (zstd)"),
    ("a.7z", b"7z\xbc\xaf\x27\x1c\x00\x04", "a 7-Zip archive"),
    ("a.rar", b"Rar!\x1a\x07\x01\x00", "a RAR archive"),
    ("a.tar", b"page.html".ljust(257, b"\x00") + b"ustar\x0000", "a tar archive"),
    ("a.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a picture, whose text nothing here reads"),
    ("a.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", "a picture"),
    ("a.gif", b"GIF89a\x01\x00", "a picture"),
    ("a.webp", b"RIFF\x24\x00\x00\x00WEBPVP8 ", "a picture"),
    ("a.tif", b"II*\x00\x08\x00\x00\x00", "a picture"),
    ("a.heic", b"\x00\x00\x00\x18ftypheic", "a picture"),
    ("a.mp4", b"\x00\x00\x00\x18ftypmp42", "a film"),
    ("a.sqlite", database(), "an SQLite database"),
    (
        "a.webarchive",
        plistlib.dumps({"WebMainResource": {}}, fmt=plistlib.FMT_BINARY),
        "a web archive of Safari",
    ),
    ("a.plist", plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY), "a binary property list"),
]


@pytest.mark.parametrize(("name", "content", "kind"), NAMED)
def test_a_format_that_holds_no_text_is_named_with_what_to_do(
    tmp_path: Path, name: str, content: bytes, kind: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    code, said = run("docs", "facts", path)
    assert code == 2
    assert said.startswith(f"{path} is {kind}")
    assert said.partition("; ")[2].startswith(("save ", "unpack "))


@pytest.mark.parametrize(
    ("folder", "kind"), [("word", "a Word"), ("xl", "an Excel"), ("ppt", "a PowerPoint")]
)
def test_an_office_file_is_named_whatever_it_is_called(
    tmp_path: Path, folder: str, kind: str
) -> None:
    path = tmp_path / "page"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(f"{folder}/document.xml", "<document/>")
    with pytest.raises(DocumentError, match=f"is {kind} file; save it from its program"):
        read_document(path)


@pytest.mark.parametrize("packing", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_archive_is_named_wherever_the_damage_is(tmp_path: Path, packing: int) -> None:
    path = tmp_path / "page.odt"
    with zipfile.ZipFile(path, "w", packing) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("[Content_Types].xml", "<Types/>")
    whole = path.read_bytes()
    for place in range(4, len(whole)):
        for changed in (whole[place] ^ 1, whole[place] ^ 0xFF):
            path.write_bytes(bytes([*whole[:place], changed, *whole[place + 1 :]]))
            with pytest.raises(DocumentError, match=r"is an OpenDocument text|is a ZIP archive"):
                read_document(path)


def test_the_size_of_a_file_does_not_hide_its_format(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(b"%PDF-1.4\n".ljust(MAX_BYTES + 1, b" "))
    with pytest.raises(DocumentError, match="is a PDF"):
        read_document(path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (HTML.encode("utf-16-le"), "has bytes of zero|is not UTF-8"),
        (b"some text\x00\x00\x00", ":1:1: is not text \\(it has bytes of zero\\)"),
        (HTML.encode("gb18030"), "is not UTF-8"),
        (b'{"items": []}', "it looks like JSON"),
        (b'{"openapi": "3.1.0"}', "it looks like a description in OpenAPI"),
        (b"openapi: 3.0.1\npaths: {}\n", "it looks like a description in OpenAPI"),
        (b"swagger: '2.0'\n", "it looks like a description in OpenAPI"),
        (b'{"info": {"_postman_id": "x"}}', "it looks like a collection of Postman"),
        (b'syntax = "proto3";\n', "it looks like a file of Protocol Buffers"),
        (
            "## 借书\n请求地址：https://api.library.example.com/v1/books\n".encode(),
            r"its addresses are of another API \(api\.library\.example\.com\)",
        ),
        (
            "## 借书\n请求地址：https://api.weixin.qq.com/cgi-bin/books/lend\n".encode(),
            r"its addresses are of another API \(api\.weixin\.qq\.com\)",
        ),
        ("## 借书\n见 https://www.example.com/books\n".encode(), "was found in it$"),
        ("## 错误码\n见 https://open.work.weixin.qq.com/tool\n".encode(), "was found in it$"),
        (b"", "it is empty"),
        (b"\xef\xbb\xbf \r\n\r\n", "it is empty"),
        (b'<?xml version="1.0"?><w:wordDocument/>', "it looks like XML"),
        (b"<svg xmlns='x'></svg>", "it looks like XML"),
        (b"<!DOCTYPE html><div id=app></div><script src=x></script>", "a script may write what"),
    ],
)
def test_what_is_no_page_gets_a_message_of_its_own(
    tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(content)
    with pytest.raises(DocumentError, match=said):
        read_document(path)


def part(text: str, encoding: int, charset: str = "utf-8") -> MIMEText:
    stated = email.charset.Charset(charset)
    stated.body_encoding = encoding
    return MIMEText(text, "html", stated)  # type: ignore[arg-type]


def single_file(*pages: tuple[MIMEText, str], address: str = ADDRESS, start: str = "") -> bytes:
    """Return a page as Chromium saves it, with the frames and pictures of the page."""
    message = MIMEMultipart("related")
    message.set_param("type", "text/html")
    if start:
        message.set_param("start", start)
    message["From"] = "<Saved by Blink>"
    if address:
        message["Snapshot-Content-Location"] = address
    message["Subject"] = "借阅台"
    for page, location in pages:
        page["Content-Location"] = location
        message.attach(page)
    return message.as_bytes()


def same_as_html(path: Path) -> bool:
    found, expected = as_data(read_document(path)), as_data(read_text(HTML))
    return bool(found["operations"] == expected["operations"])


ENCODINGS: list[tuple[str, int, str]] = [
    ("quoted-printable", email.charset.QP, "utf-8"),
    ("base64", email.charset.BASE64, "utf-8"),
    ("another charset", email.charset.BASE64, "gb2312"),
    ("a wider charset", email.charset.QP, "gb18030"),
    ("two bytes a character", email.charset.BASE64, "utf-16"),
]


@pytest.mark.parametrize(
    ("encoding", "charset"), [one[1:] for one in ENCODINGS], ids=[one[0] for one in ENCODINGS]
)
def test_a_page_in_a_single_file_is_the_page(tmp_path: Path, encoding: int, charset: str) -> None:
    path = tmp_path / "page.mhtml"
    path.write_bytes(single_file((part(HTML, encoding, charset), ADDRESS)))
    assert same_as_html(path)


def bare(text: bytes, fields: str) -> bytes:
    head = (
        f'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n'
        f'\tboundary="----=_x"\r\n\r\n------=_x\r\n{fields}\r\n\r\n'
    )
    return head.encode() + text.replace(b"\n", b"\r\n") + b"\r\n------=_x--\r\n"


META = '<meta http-equiv="Content-Type" content="text/html; charset=gbk">'


@pytest.mark.parametrize(
    "content",
    [
        bare(HTML.encode(), "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit"),
        bare(HTML.encode(), "Content-Type: text/html\r\nContent-Transfer-Encoding: binary"),
        bare(quopri.encodestring(HTML.encode()),
             "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable"),
        bare(base64.encodebytes((META + HTML).encode("gbk")),
             "Content-Type: text/html\r\nContent-Transfer-Encoding: base64"),
        bare(base64.encodebytes(b"\xff\xfe" + HTML.encode("utf-16-le")),
             "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64"),
        b"\xef\xbb\xbf\r\n" + bare(HTML.encode(), "Content-Type: TEXT/HTML; charset=UTF-8"),
        b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + HTML.encode(),
    ],
    ids=["8bit", "binary", "no charset", "charset in the page", "a mark", "a mark before", "alone"],
)  # fmt: skip
def test_a_single_file_is_decoded_as_a_browser_does(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "page.mht"
    path.write_bytes(content)
    assert same_as_html(path)


FRAME = "<html><body><p>advertisement</p></body></html>"


@pytest.mark.parametrize("order", [1, -1])
def test_frames_and_pictures_are_no_part_of_the_page(tmp_path: Path, order: int) -> None:
    pages = [
        (part(FRAME, email.charset.QP), "https://ads.example.com/"),
        (part(HTML, email.charset.QP), ADDRESS),
    ]
    path = tmp_path / "page.mhtml"
    path.write_bytes(single_file(*pages[::order]))
    assert same_as_html(path)


def test_the_part_that_is_named_as_the_root_is_the_page(tmp_path: Path) -> None:
    root = part(HTML, email.charset.QP)
    root["Content-ID"] = "<root@page>"
    frame = part(FRAME, email.charset.QP)
    path = tmp_path / "page.mhtml"
    path.write_bytes(single_file((frame, "x"), (root, "y"), address="", start="<root@page>"))
    assert same_as_html(path)


WITHOUT_PAGE = (
    "<h2>{}</h2><p>请求方式：POST</p><p>请求地址：https://q.example.com/cgi-bin/a/read</p>"
)


def saved(how: str) -> bytes:
    page = f"<html><body>{WITHOUT_PAGE.format('读')}</body></html>"
    comment = f"<!-- saved from url=({len(ADDRESS):04}){ADDRESS} -->"
    made: dict[str, Callable[[], bytes]] = {
        "snapshot": lambda: single_file((part(page, email.charset.QP), ADDRESS)),
        "part": lambda: single_file((part(page, email.charset.QP), ADDRESS), address=""),
        "comment in a single file": lambda: single_file(
            (part(comment + page, email.charset.QP), "cid:x@mhtml.blink"), address=""
        ),
        "comment": lambda: f"<!DOCTYPE html>\n{comment}\n{page}".encode(),
    }
    return made[how]()


@pytest.mark.parametrize("how", ["snapshot", "part", "comment in a single file", "comment"])
def test_the_address_that_a_page_was_saved_from_is_its_page(tmp_path: Path, how: str) -> None:
    path = tmp_path / "page.mhtml"
    path.write_bytes(saved(how))
    (operation,) = read_document(path).operations
    assert operation.name == "read"
    assert operation.page is not None
    assert operation.page.value == ADDRESS


def test_a_file_of_the_disk_is_no_address(tmp_path: Path) -> None:
    path = tmp_path / "page.mhtml"
    path.write_bytes(saved("comment").replace(ADDRESS.encode(), b"file:///home/me/page.html"))
    (operation,) = read_document(path).operations
    assert operation.page is None


def test_pictures_in_a_single_file_do_not_make_the_page_too_large(tmp_path: Path) -> None:
    picture = MIMEText("x" * (MAX_BYTES + 1), "css")
    page = part(HTML, email.charset.QP)
    path = tmp_path / "page.mhtml"
    path.write_bytes(single_file((page, ADDRESS), (picture, "https://example.com/x.css")))
    assert same_as_html(path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (single_file(), "without a part that is HTML"),
        (single_file((MIMEText("x", "css"), "x")), "without a part that is HTML"),
        (bare(b"\xff\xff", "Content-Type: text/html; charset=utf-8"), "is not utf-8, as it says"),
        (
            bare(b"x", "Content-Type: text/html; charset=klingon"),
            "in 'klingon', which is not known",
        ),
        (bare(b"x", "Content-Type: text/html; charset=base64"), "in 'base64'|is not base64"),
        (bare(b"x", "Content-Type: text/html"), "is not a document of operations"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n", "without a part"),
    ],
)
def test_a_single_file_that_cannot_be_read_says_why(
    tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "page.mhtml"
    path.write_bytes(content)
    with pytest.raises(DocumentError, match=said):
        read_document(path)


def test_a_text_that_begins_as_a_field_does_is_a_text(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(f"Content-Type: 说明\n\n{PLAIN}", "utf-8")
    names = [one.name for one in read_document(path).operations]
    assert names == [one.name for one in read_text(PLAIN).operations]
