"""The verb `docs fetch`: the pages that specs name, saved as files that `docs check` reads."""

from __future__ import annotations

import argparse
import contextlib
import json
import re
import shlex
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urldefrag, urlsplit, urlunsplit

from requests.utils import requote_uri

from ..decode import NotText, decode
from ..model import Operation
from ..output import OutputError, replace_file
from ..spec.names import page_id
from ..targets import read_api
from ..visible import visible
from .blocks import DocumentError
from .download import Answer, Downloader, NotToBeHad, Sleep, reason_of
from .reading import read_text
from .texts import count, quoted
from .vendor_site import CONTENT, NoMarkdown, document_id, document_of, why_no_operation

_SUFFIXES = (".html", ".md", ".mhtml")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<lines>(?:[^\n]*\n){0,200}?)---[ \t]*(?:\n|\Z)")
_NO_HOST = re.compile(r"[^\w.:\[\]-]")
_SOURCE_URL = re.compile(r"^source_url[ \t]*:[ \t]*\S", re.M)
_SAVED_FROM = re.compile(r"<!--\s{0,9}saved from url=", re.I)
_LONGEST_NAME = 100


@dataclass(frozen=True)
class Page:
    """A page that specs name, and the name of its file."""

    address: str
    name: str


@dataclass(frozen=True)
class Outcome:
    """What became of a page: `unchanged` is one whose file already holds what came."""

    page: str
    status: Literal["saved", "unchanged", "failed"]
    file: str = ""
    operations: int = 0
    moved_to: str = ""
    reason: str = ""

    def __str__(self) -> str:
        """Return the line that tells it."""
        if self.status == "failed":
            return f"not to be had: {self.page}: {self.reason}"
        moved = f"; the page is now {self.moved_to}" if self.moved_to else ""
        return f"{self.status}: {self.file}: {count(self.operations, 'operation')}{moved}"


@dataclass(frozen=True)
class _Document:
    """A good page, as its file is to hold it."""

    text: str
    operations: int
    is_html: bool
    address: str


def _stated_in(specs: Path) -> Iterator[Operation]:
    """Yield the operations of a tree; its token endpoint may be this project's own."""
    api = read_api(specs)
    yield from api.operations
    if Path(api.token.location.file).resolve().is_relative_to(specs.resolve()):
        yield api.token


def run_fetch(options: argparse.Namespace, sleep: Sleep = time.sleep) -> int:
    """Save the pages that the specs name; 1 where one could not be had."""
    base = _origin_of(options.base_url)
    pages = pages_of(one.page for one in _stated_in(options.specs))
    if not pages:
        raise DocumentError(f"the specs in {options.specs} name no page; there is nothing to fetch")
    _prepare(options.output)
    outcomes = []
    with Downloader(sleep, options.pause) as downloader:
        for outcome in Fetcher(downloader, options.output, base).outcomes(pages):
            outcomes.append(outcome)
            if options.format == "text":
                print(visible(str(outcome)), flush=True)
    failed = [one for one in outcomes if one.status == "failed"]
    if options.format == "json":
        found = Counter(one.status for one in outcomes)
        counts = {status: found[status] for status in ("saved", "unchanged", "failed")}
        data = {"pages": [asdict(one) for one in outcomes], **counts}
        print(json.dumps(data, indent=2, ensure_ascii=False))
    else:
        for line in _summary(outcomes, options.output):
            print(visible(line))
    return 1 if failed else 0


def _summary(outcomes: Sequence[Outcome], output: Path) -> Iterator[str]:
    found = Counter(one.status for one in outcomes)
    yield (
        f"{output}: {count(len(outcomes), 'page')} named by the specs, {found['saved']} saved, "
        f"{found['unchanged']} unchanged, {found['failed']} not to be had"
    )
    if found["failed"]:
        yield (
            f"next: open the pages that could not be had in a browser and save each into {output}, "
            "named by the number at the end of its address, as HTML or as a single file (MHTML)"
        )
    if found["failed"] < len(outcomes):
        yield f"next: {quoted(f'docs check {shlex.quote(str(output))}')} says what moved"


def pages_of(addresses: Iterable[str]) -> list[Page]:
    """Return each page once, in the order of names; a place in a page is no page of its own."""
    found = sorted({urldefrag(address).url for address in addresses})
    short = {one: _file_name(page_id(one)) for one in found}
    times = Counter(name.casefold() for name in short.values())
    pages = []
    for address, name in short.items():
        alone = name and times[name.casefold()] == 1
        pages.append(Page(address, name if alone else _file_name(address.partition("://")[2])))
    return sorted(pages, key=lambda one: (one.name, one.address))


def _file_name(text: str) -> str:
    return re.sub(r"[^\w-]+", "-", text).strip("-")[-_LONGEST_NAME:]


class Fetcher:
    """Fetches pages into a folder, one after another.

    `base` is the origin (`https://host`) to ask instead of the one that an address names.
    """

    def __init__(self, downloader: Downloader, output: Path, base: str = "") -> None:
        self._downloader = downloader
        self._output = output
        self._base = base

    def outcomes(self, pages: Iterable[Page]) -> Iterator[Outcome]:
        """Fetch each page and tell what became of it; a page that cannot be had ends nothing.

        Raises:
            OutputError: a file cannot be written.
        """
        for page in pages:
            try:
                document = self._document(page)
            except NotToBeHad as problem:
                yield Outcome(page.address, "failed", reason=str(problem))
            else:
                yield self._save(page, document)

    def _document(self, page: Page) -> _Document:
        parts = urlsplit(page.address)
        if not self._base and parts.scheme != "https":
            raise NotToBeHad("only https is asked for")
        if "@" in parts.netloc:
            raise NotToBeHad("the address has a user in it, and none is sent")
        asked = requote_uri(self._at(page.address))
        answer = self._downloader.get(asked)
        text = _text_of(answer)
        moved = urlsplit(answer.address)[2:] != urlsplit(asked)[2:]
        address = _on_server(page.address, answer.address) if moved else page.address
        if refusal := reason_of(answer):
            asks = why_no_operation(text)
            raise NotToBeHad(f"{refusal}; {asks}" if asks.startswith("the site asks") else refusal)
        if operations := _operations_in(text):
            return _Document(text, operations, text.lstrip().startswith("<"), address)
        return self._by_document_id(page, address, text)

    def _by_document_id(self, page: Page, address: str, shell: str) -> _Document:
        """Return the Markdown that the script of a page without content would ask for."""
        number = document_id(shell, page_id(address))
        if number is None:
            raise NotToBeHad(why_no_operation(shell))
        answer = self._downloader.post(
            self._at(urlunsplit((*urlsplit(page.address)[:2], CONTENT, "", ""))),
            {"doc_id": str(number)},
        )
        which = f"the Markdown of document {number}"
        if refusal := reason_of(answer):
            raise NotToBeHad(f"{which}: {refusal}")
        try:
            found = document_of(_text_of(answer))
        except NoMarkdown as problem:
            raise NotToBeHad(f"{which}: {problem}") from None
        heads = f"title: {json.dumps(found.title, ensure_ascii=False)}\ndoc_id: {number}\n"
        text = f"---\n{heads}source_url: {_written(address)}\n---\n{found.text}"
        if operations := _operations_in(text):
            return _Document(text, operations, False, address)
        raise NotToBeHad(f"{which}: no operation was found in it")

    def _at(self, address: str) -> str:
        """Return where to ask for an address."""
        return _on_server(self._base, address) if self._base else address

    def _save(self, page: Page, document: _Document) -> Outcome:
        suffix = ".html" if document.is_html else ".md"
        path = self._output / f"{page.name}{suffix}"
        addressed = _with_comment if document.is_html else _with_front_matter
        content = addressed(document.text, document.address).encode()
        is_there = path.is_file() and path.read_bytes() == content
        if not is_there:
            replace_file(path, content)
        for other in _SUFFIXES:
            if other != suffix:  # what the site answered before: a page has one file
                with contextlib.suppress(FileNotFoundError):
                    (self._output / f"{page.name}{other}").unlink()
        moved = document.address if document.address != page.address else ""
        status: Literal["saved", "unchanged"] = "unchanged" if is_there else "saved"
        return Outcome(page.address, status, str(path), document.operations, moved)


def _on_server(origin: str, address: str) -> str:
    """Return an address as one of another server."""
    return urlunsplit((*urlsplit(origin)[:2], *urlsplit(address)[2:]))


def _text_of(answer: Answer) -> str:
    """Return an answer's text, by what its head says, else by its own mark."""
    with contextlib.suppress(LookupError, UnicodeDecodeError):
        if answer.charset:
            return _plain_lines(answer.content.decode(answer.charset))
    try:
        return _plain_lines(decode(answer.content))
    except NotText as flaw:
        raise NotToBeHad(f"the answer {flaw.args[0].partition(';')[0]}") from None


def _plain_lines(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _operations_in(text: str) -> int:
    try:
        return len(read_text(text).operations)
    except DocumentError as error:
        raise NotToBeHad(f"the page cannot be read: {error}") from None


def _written(address: str) -> str:
    """Return an address as files have it, with nothing in it that ends a line or a comment."""
    return requote_uri(address).replace(">", "%3E")


def _with_comment(text: str, address: str) -> str:
    if _SAVED_FROM.search(text[:20_000]):
        return text
    written = _written(address)
    return f"<!-- saved from url=({len(written):04d}){written} -->\n{text}"


def _with_front_matter(text: str, address: str) -> str:
    source = f"source_url: {_written(address)}\n"
    head = _FRONT_MATTER.match(text)
    if head is None:
        return f"---\n{source}---\n{text}"
    if _SOURCE_URL.search(head["lines"]):
        return text
    return f"---\n{head['lines']}{source}{text[head.end('lines') :]}"


def _origin_of(base: str) -> str:
    """Return the origin that was given, if it is one."""
    if base and not _is_origin(base):
        raise DocumentError("--base-url is an origin such as https://docs.example.com, no more")
    return base


def _is_origin(base: str) -> bool:
    try:
        parts = urlsplit(base)
        host = parts.hostname if parts.port != 0 else ""
    except ValueError:  # half an IPv6 address, a port that is none
        return False
    beyond = parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc
    is_clean = not _NO_HOST.search(parts.netloc)
    return parts.scheme in ("http", "https") and bool(host) and is_clean and not beyond


def _prepare(output: Path) -> None:
    """Make the folder, and see that it takes files before anything is asked for."""
    try:
        output.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=output):
            pass
    except OSError as error:
        raise OutputError(f"cannot write into {output}: {error.strerror or error}") from error
