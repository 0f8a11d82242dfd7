"""A document against the specs: its operations at their places, and the document as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model import Operation
from .facts import DocumentFacts, OperationFacts, Stated
from .findings import MOVED, RENAMED, Finding
from .lock import PAGE, Lock
from .operation_check import OperationCheck, same_page, same_words, text_findings
from .texts import Texts, count, sentences


@dataclass(frozen=True)
class Conformance:
    """What a comparison came to; operations are named by their whole paths."""

    matched: tuple[str, ...]
    missing_in_specs: tuple[str, ...]
    missing_in_document: tuple[str, ...]
    """Operations of specs that the document held when it was accepted."""
    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...]


def compare(facts: DocumentFacts, operations: Mapping[str, Operation], lock: Lock) -> Conformance:
    """Compare a document's facts with the specs; `lock` is what was accepted of it."""
    return _Comparison(facts, operations, lock).compare()


class _Comparison:
    def __init__(
        self, facts: DocumentFacts, operations: Mapping[str, Operation], lock: Lock
    ) -> None:
        self.facts = facts
        self.lock = lock
        self.specs = operations
        self.paired = dict(self._pairs())
        stating = frozenset(self._stating())
        self.checks = [
            OperationCheck(one, facts.source, operations[self.paired[one.key]], lock, stating)
            for one in facts.operations
            if one.key in self.paired
        ]

    def compare(self) -> Conformance:
        moved = self._moved()
        title = self.facts.source.title if self._is_renamed() else ""
        for check in self.checks:
            check.compare(title, self._has_title(check.facts), moved is not None)
        found = [one for check in self.checks for one in check.findings]
        renamed = [] if any(one.rule == RENAMED for one in found) else [*self._renamed()]
        page = [*([moved] if moved else ()), *renamed, *self._texts()]
        matched = tuple(
            self.paired[one.key] for one in self.facts.operations if one.key in self.paired
        )
        gone = self.lock.operations & self.specs.keys() - set(matched)
        return Conformance(
            matched,
            tuple(one.key for one in self.facts.operations if one.key not in self.paired),
            tuple(key for key in self.specs if key in gone),
            (*(page if matched else ()), *found),
            tuple(one for check in self.checks for one in check.accepted),
        )

    def _pairs(self) -> Iterator[tuple[str, str]]:
        """Yield the keys of operations, each with that of its spec.

        One that has no spec at its address is the one of its title that the document had before,
        at another address.
        """
        keys = {one.key for one in self.facts.operations}
        yield from ((key, key) for key in keys & self.specs.keys())
        gone = self.lock.operations & self.specs.keys() - keys
        for one in self.facts.operations:
            if one.key in self.specs or one.path is None or one.title is None:
                continue
            title = str(one.title.value)
            same = [key for key in sorted(gone) if same_words(self.specs[key].title, title)]
            if len(same) == 1:
                gone -= {same[0]}
                yield one.key, same[0]

    def _stating(self) -> Iterator[str]:
        """Yield the heads that the document states, or stated when it was accepted.

        A copy that somebody made by hand has no address: that says nothing of the page's.
        """
        for head in ("title", "page", "updated"):
            was_stated = head != "page" and head in self.lock.source
            if was_stated or any(getattr(one, head) for one in self.facts.operations):
                yield head

    def _moved(self) -> Finding | None:
        """Find that the page has another address than when it was accepted, or than in specs."""
        address = self.facts.source.address
        if not address:
            return None
        line = 1
        place: Stated | None = None
        for check in self.checks:
            stated = check.facts.page
            if stated is None or not same_page(str(stated.value), address):
                continue
            line = stated.line
            if (
                not same_page(check.spec.page, address)
                and ("page", "section") not in check.deviating
            ):
                where = check.place("page")
                place = place or Stated(check.spec.page, where.line, where.file)
        before = self.lock.source.get("address", "")
        if before and not same_page(before, address):
            place = place or Stated(before, 1, str(self.lock.file))
        return Finding("", "page", MOVED, Stated(address, line), place) if place else None

    def _has_title(self, one: OperationFacts) -> bool:
        """Say whether an operation has a title of its own: a page of several has one for all."""
        of_page = self.facts.source.title
        is_pages = one.title is not None and of_page and same_words(str(one.title.value), of_page)
        return not (is_pages and len(self.facts.operations) > 1)

    def _is_renamed(self) -> bool:
        now, before = self.facts.source.title, self.lock.source.get("title", "")
        return bool(now and before) and not same_words(now, before)

    def _renamed(self) -> Iterator[Finding]:
        """Find that a page has another title, where no operation's own title tells it."""
        if self._is_renamed():
            source, lock = self.facts.source, self.lock
            old = Stated(lock.source["title"], 1, str(lock.file))
            yield Finding("", "title", RENAMED, Stated(source.title, source.title_line or 1), old)

    def _texts(self) -> Iterator[Finding]:
        """Find sentences of the document itself, and count those of what nobody has accepted."""
        own: Texts = {"notes": sentences(self.facts.texts)}
        new = [one for one in self.checks if one.known_texts is None]
        if self.lock.is_new:
            number = _number(own) + sum(_number(one.texts) for one in new)
            yield from _never_accepted("", number, 1)
            return
        yield from text_findings("", own, self.lock.texts.get(PAGE, {}), {"notes"}, 1)
        for one in new:
            yield from _never_accepted(one.spec.path, _number(one.texts), one.facts.line)


def _number(texts: Texts) -> int:
    return sum(one.says for found in texts.values() for one in found)


def _never_accepted(operation: str, number: int, line: int) -> Iterator[Finding]:
    if number:
        said = f"{count(number, 'sentence')} that nobody has accepted yet"
        yield Finding(operation, "notes", "text", Stated(said, line), None)
