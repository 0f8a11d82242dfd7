"""Sentences: what carries no parsed fact, by place, and how it differs from what was accepted."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from .facts import OperationFacts, Prose, chunk_hash

TYPE_MARK = "#type"
"""Ends the place that holds how a table words a field's type."""
MEANING_MARK = "="
"""Stands in a place between a field and the value whose meaning is held."""
TOKEN = "request.access_token"
_SHOWN = 60
_LONGEST = 200
"""Of a sentence that is tried with its blanks at other places."""
_JOINED = 12

_MARKS = re.compile(r"\*+|~~+|`+|!!(?:#[0-9a-fA-F]{6})?|\\(?=[^\w\s])|^#{1,6}(?![0-9a-fA-F]{6}$)")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_PLACEHOLDER = re.compile(r"(?:(?<=[?&])|^)(\w+)=(?:[A-Z][A-Z0-9_]*|\$?\{\w+\}|xxx+)(?![\w-])")
_NO_WORDS = re.compile(r"[-+>=|•·#_\\/—–…]+")


@dataclass(frozen=True)
class Sentence:
    """A sentence of a document, and the hash that stands for it where it is not kept."""

    hash: str
    line: int
    text: str
    raw: str = ""
    """Where it has marks that only format it: its hash with them, by which older locks have it."""

    @property
    def says(self) -> bool:
        """Whether it has words, and not marks alone."""
        return bool(self.text)


@dataclass(frozen=True)
class Change:
    """What is new at a place, what is gone from it, and the line to look at."""

    place: str
    new: tuple[Sentence, ...]
    gone: int
    line: int

    def __str__(self) -> str:
        """Say it with the first new sentence, shortened."""
        if not self.new:
            return f"{count(self.gone, 'accepted sentence')} gone"
        said = f"new: {shortened(self.new[0].text)}"
        if len(self.new) > 1:
            said += f" (and {len(self.new) - 1} more)"
        return said + (f"; {count(self.gone, 'accepted sentence')} gone" if self.gone else "")


Texts = dict[str, list[Sentence]]
"""Place → its sentences."""


def texts_of(operation: OperationFacts) -> Texts:
    """Return the sentences of an operation by place: its prose, each field, each meaning."""
    texts: Texts = {place: sentences(proses) for place, proses in operation.texts.items()}
    for kind, prose in operation.permissions.items():
        texts[f"permission.{kind}"] = sentences([prose])
    if operation.token is not None:
        # never empty: the row itself is held, too
        row = Sentence(chunk_hash("access_token"), operation.token.line, "access_token")
        own = sentences([operation.token.text]) if operation.token.text else []
        texts[TOKEN] = [row, *own]
    for side, fields, further in (
        ("request", operation.request, operation.further_requests),
        ("response", operation.response, operation.further_responses),
    ):
        for one in fields:
            place = f"{side}.{one.path}"
            if one.text is not None:
                texts[place] = sentences([one.text])
            if one.type_text:
                texts[place + TYPE_MARK] = sentences([Prose(one.type_text, one.line)])
            for value, meaning in one.enum.items():
                texts[f"{place}{MEANING_MARK}{value}"] = sentences(
                    [Prose(meaning.value, meaning.line)]
                )
        texts.setdefault(f"examples.{side}", []).extend(
            _example(one.value, one.line) for one in further
        )
    return {place: found for place, found in texts.items() if found}


def _example(value: object, line: int) -> Sentence:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return Sentence(chunk_hash(text), line, text)


def sentences(proses: Iterable[Prose]) -> list[Sentence]:
    """Return the sentences of some prose, without what only formats them."""
    found = []
    for prose in proses:
        for chunk, line in prose.chunks():
            text = _plain(chunk)
            raw = "" if text == chunk else chunk_hash(chunk)
            found.append(Sentence(chunk_hash(text), line, text, raw))
    return found


def _plain(chunk: str) -> str:
    """Return a sentence without marks of Markdown, and with addresses without placeholders."""
    if _COLOUR.fullmatch(chunk) or _NO_WORDS.fullmatch(chunk):
        return ""
    text = _MARKS.sub("", _LINK.sub(r"\1", chunk))
    return _PLACEHOLDER.sub(r"\1=", text).strip()


@dataclass
class _Place:
    """A place while its sentences are held against those that were accepted."""

    name: str
    now: Sequence[Sentence]
    left: Counter[str]
    new: list[Sentence] = field(default_factory=list)

    def take_known(self) -> None:
        """Keep what stands there more often than it was accepted, in whatever order."""
        self.new = [one for one in self.now if not self.take(one) and one.says]

    def take(self, sentence: Sentence) -> bool:
        """Say whether an accepted sentence is left that this one is; it is then no longer left."""
        hashes = (sentence.hash, sentence.raw)
        found = next((one for one in hashes if self.left[one] > 0), None)
        if found is not None:
            self.left[found] -= 1
        return found is not None

    def take_respaced(self) -> None:
        """Take what differs in blanks alone: parts that were one sentence, and the reverse."""
        if not self.new or not any(self.left.values()):
            return
        rest = []
        index = 0
        while index < len(self.new):
            length = self._joined(index) or (1 if self._split(self.new[index].text) else 0)
            if not length:
                rest.append(self.new[index])
            index += length or 1
        self.new = rest

    def _joined(self, index: int) -> int:
        """Return how many new sentences are one accepted sentence together, from an index on."""
        text = self.new[index].text
        for end in range(index + 1, min(index + _JOINED, len(self.new))):
            text += self.new[end].text
            if self.take(Sentence(chunk_hash(text), 0, text)):
                return end - index + 1
        return 0

    def _split(self, text: str) -> bool:
        """Say whether a new sentence is several accepted ones together."""
        if not 1 < len(text) <= _LONGEST:
            return False
        begin, parts = 0, []
        left = Counter(self.left)
        while begin < len(text):
            ends = range(len(text), begin, -1)
            hashes = ((end, chunk_hash(text[begin:end])) for end in ends if end - begin < len(text))
            found = next((one for one in hashes if left[one[1]] > 0), None)
            if found is None:
                return False
            left[found[1]] -= 1
            begin = found[0]
            parts.append(found[1])
        self.left = left
        return True


def changes(
    now: Mapping[str, list[Sentence]], known: Mapping[str, list[str]], places: Iterable[str]
) -> list[Change]:
    """Return each place whose sentences are not those that were accepted, in whatever order."""
    found = [
        _Place(name, now.get(name, []), Counter(known.get(name, []))) for name in sorted(places)
    ]
    for place in found:
        place.take_known()
    _take_moved(found)
    result = []
    for place in found:
        place.take_respaced()
        gone = sum(place.left.values())
        if place.new or gone:
            line = next((one.line for one in (*place.new, *place.now)), 0)
            result.append(Change(place.name, tuple(place.new), gone, line))
    return result


def _take_moved(places: Iterable[_Place]) -> None:
    """Take sentences that stand at another place now: not from one field to another."""
    places = [one for one in places if not {MEANING_MARK, TYPE_MARK[0]} & {*one.name}]
    giving: dict[str, list[_Place]] = {}
    for place in places:
        for held in +place.left:
            giving.setdefault(held, []).append(place)
    for place in (one for one in places if one.new and giving):
        own = field_of(place.name)
        place.new = [one for one in place.new if not _comes_from(giving, own, one)]


def _comes_from(giving: Mapping[str, Sequence[_Place]], own: str, sentence: Sentence) -> bool:
    """Say whether another place that may give it to a field has lost a sentence, and take it."""
    for hash_ in (sentence.hash, sentence.raw):
        for place in giving.get(hash_, ()):
            if (not own or field_of(place.name) in ("", own)) and place.take(sentence):
                return True
    return False


def field_of(place: str) -> str:
    """Return the field whose text stands at a place; empty for the prose of an operation."""
    if not place.startswith(("request.", "response.")):
        return ""
    return place.partition(MEANING_MARK)[0].removesuffix(TYPE_MARK)


def hashes_of(found: Iterable[Sentence]) -> list[str]:
    """Return what a lock keeps of sentences, in an order that does not follow theirs."""
    return sorted(one.hash for one in found if one.says)


def shortened(text: str, most: int = _SHOWN) -> str:
    """Return a text, or its beginning."""
    return text if len(text) <= most else text[: most - 1] + "…"


def as_json(value: object) -> str:
    """Return a value as documents and specs write it, and not as Python does."""
    return json.dumps(value, ensure_ascii=False, default=str)


def quoted(command: str) -> str:
    """Return a command as a sentence shows it, also where a path in it has quotes of its own."""
    mark = "`" if "'" in command else "'"
    return f"{mark}{command}{mark}"


def count(number: int, noun: str) -> str:
    """Return a number of things in words."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
