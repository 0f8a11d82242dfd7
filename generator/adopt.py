"""Edits made in copies of hand-written files, taken back to the files that were copied."""

from __future__ import annotations

import codecs
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .decode import conflict_line
from .marker import is_crlf, marked, source_of, unmarked
from .output import MANIFEST, compare, file_hash, locked, manifest, recorded, replaced
from .problems import RunError


class AdoptError(RunError):
    """Edits cannot be taken over, each with the reason; nothing was written."""


class _Refusal(Exception):
    """Why one edit cannot be taken over."""


@dataclass(frozen=True)
class Adopter:
    """Takes edits from an output back to the project that it was rendered from."""

    files: Mapping[str, bytes]
    """What is rendered now."""
    output: Path
    project: Path
    """The folder that the marker lines start at."""

    def adopt(self, paths: Sequence[Path] = ()) -> list[tuple[str, str]]:
        """Write edits into the sources of the copies, and the copies as they are then rendered.

        `paths` are copies below the output; without them every edited file is taken. Returns each
        copy with its source.

        Raises:
            AdoptError: what cannot be taken over, all of it.
            OutputError: a file cannot be read or written; all are as they were.
        """
        edited = {one.path: one.kind for one in compare(self.files, self.output)}
        names = [self._name(path) for path in paths]
        if not paths:
            edits = (path for path, kind in edited.items() if kind == "edited")
            names = [path for path in edits if path != MANIFEST]
        sources: dict[str, bytes] = {}
        refused = []
        for path in dict.fromkeys(names):
            try:
                if path in edited or path not in self.files:
                    sources[path] = self._adopted(path, edited.get(path, "stale"))
            except _Refusal as refusal:
                refused.append(f"{self.output / path} {refusal}")
        if refused:
            raise AdoptError("\n".join([*refused, "nothing was written"]))
        if sources:
            self._write(sources)
        return [(path, source_of(self.files[path])) for path in sources]

    def _name(self, path: Path) -> str:
        """Return a path as the output has it; it may be given as `check` prints it."""
        output = self.output.resolve()
        # the last part is not resolved: a link is to be seen as one
        full = path.parent.resolve() / path.name
        return (
            full.relative_to(output).as_posix() if full.is_relative_to(output) else path.as_posix()
        )

    def _adopted(self, path: str, kind: str) -> bytes:
        """Return what the source of a copy becomes."""
        copy, rendered = self.output / path, self.files.get(path, b"")
        if kind == "stale":
            raise _Refusal("is not rendered from anything: put it where it belongs by hand")
        name = source_of(rendered)
        source = self.project / name
        # a page may begin with words of a spec, and those with ours
        if not (name and source.is_file() and marked(name, source.read_bytes()) == rendered):
            raise _Refusal(f"is not a copy: {_rendered_from(rendered)}")
        if kind == "missing":
            raise _Refusal(f"is missing: 'generate' writes it from {name}")
        if kind == "outdated":
            raise _Refusal(f"was not edited: {name} changed, and 'generate' writes the copy anew")
        for one in (copy, source):
            if one.is_symlink():
                raise _Refusal(f"cannot be taken over: {one} is a symbolic link")
        hashes = {digest for listed, digest in recorded(self.output) if listed == path}
        if file_hash(rendered) not in hashes:
            raise _Refusal(
                f"was edited, and by {MANIFEST} {name} is not what was copied into it, so it was "
                "edited as well: put the one edit to the other by hand, then run 'make generate'"
            )
        return _as_source(copy.read_bytes(), name, source.read_bytes())

    def _write(self, sources: Mapping[str, bytes]) -> None:
        targets = {source_of(self.files[path]): content for path, content in sources.items()}
        copies = {path: marked(source_of(self.files[path]), one) for path, one in sources.items()}
        hashes = [(path, digest) for path, digest in recorded(self.output) if path not in copies]
        hashes += [(path, file_hash(content)) for path, content in copies.items()]
        with (
            locked(self.output),
            replaced(self.project, targets),
            replaced(self.output, {**copies, MANIFEST: manifest(hashes)}),
        ):
            pass


def _rendered_from(rendered: bytes) -> str:
    """Say what a rendered file was made from, in the words of its own first line."""
    first = rendered.decode("utf-8", "replace").partition("\n")[0].removeprefix("# ").rstrip(".")
    made = f"{first[0].lower()}{first[1:]}; " if first.startswith("Generated from ") else ""
    return f"{made}edit the spec, the template or what it is copied from, then run 'make generate'"


def _as_source(copy: bytes, name: str, source: bytes) -> bytes:
    """Return an edited copy as its source has it: without the marker line, with its line ends."""
    try:
        text = copy.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = copy.count(b"\n", 0, error.start) + 1
        raise _Refusal(f"is not UTF-8 in line {line}: save it as UTF-8") from None
    if conflict := conflict_line(text):
        raise _Refusal(f"holds a merge conflict of git's in line {conflict}: settle it first")
    plain = text.replace("\r\n", "\n").encode()
    if source.startswith(codecs.BOM_UTF8):
        plain = codecs.BOM_UTF8 + plain
    adopted = unmarked(plain)
    if marked(name, adopted) != plain:
        raise _Refusal(f"lacks its first line, '{_marker(name)}': put it back where it was")
    return adopted.replace(b"\n", b"\r\n") if is_crlf(source) else adopted


def _marker(name: str) -> str:
    return marked(name, b"").decode().strip()
