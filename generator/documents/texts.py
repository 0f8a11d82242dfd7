"""Sentences: what carries no parsed fact, by place, and how it differs from what was accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .facts import OperationFacts, Prose, chunk_hash

TYPE_MARK = "#type"
"""Ends the place that holds how a table words a field's type."""
TOKEN = "request.access_token"
_SHOWN = 60


@dataclass(frozen=True)
class Sentence:
    """A sentence of a document, and the hash that stands for it where it is not kept."""

    hash: str
    line: int
    text: str


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
            return f"{count(self.gone, 'accepted sentence')} gone" if self.gone else "another order"
        first = self.new[0].text
        said = f"new: {first if len(first) <= _SHOWN else first[: _SHOWN - 1] + '…'}"
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
    for side, fields in (("request", operation.request), ("response", operation.response)):
        for one in fields:
            place = f"{side}.{one.path}"
            if one.text is not None:
                texts[place] = sentences([one.text])
            if one.type_text:
                texts[place + TYPE_MARK] = sentences([Prose(one.type_text, one.line)])
            for value, meaning in one.enum.items():
                texts[f"{place}={value}"] = sentences([Prose(meaning.value, meaning.line)])
    return {place: found for place, found in texts.items() if found}


def sentences(proses: Iterable[Prose]) -> list[Sentence]:
    """Return the sentences of some prose."""
    return [
        Sentence(chunk_hash(chunk), line, chunk)
        for prose in proses
        for chunk, line in prose.chunks()
    ]


def changes(
    now: Mapping[str, list[Sentence]], known: Mapping[str, list[str]], places: Iterable[str]
) -> list[Change]:
    """Return each place whose sentences are not those that were accepted."""
    found = []
    for place in sorted(places):
        before, after = list(known.get(place, [])), now.get(place, [])
        if before == [one.hash for one in after]:
            continue
        new = _surplus(after, before)
        gone = len(before) - (len(after) - len(new))
        line = new[0].line if new else after[0].line if after else 0
        found.append(Change(place, tuple(new), gone, line))
    return found


def _surplus(after: list[Sentence], before: list[str]) -> list[Sentence]:
    """Return the sentences that stand there more often than they were accepted."""
    left = Counter(before)
    new = []
    for sentence in after:
        left[sentence.hash] -= 1
        if left[sentence.hash] < 0:
            new.append(sentence)
    return new


def count(number: int, noun: str) -> str:
    """Return a number of things in words."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
