"""Documents that are held against the specs: which counts, and what each came to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..model import Operation
from .blocks import DocumentError
from .conformance import Conformance, compare
from .facts import DocumentFacts, NotUnderstood
from .given import Document, Given
from .lock import Lock, Locks
from .texts import count


@dataclass(frozen=True)
class Checked:
    """A document and what its comparison with the specs came to."""

    document: Path
    facts: DocumentFacts
    conformance: Conformance
    lock: Lock

    @property
    def is_fine(self) -> bool:
        """Whether nothing is left to be looked at."""
        conformance = self.conformance
        missing = conformance.missing_in_document or conformance.missing_in_specs
        return not (conformance.findings or missing or self.open or self.doubts)

    @property
    def open(self) -> list[NotUnderstood]:
        """What was not understood and nobody has looked at."""
        return [one for one in self.facts.not_understood if not self.lock.has_seen(one.hash)]

    @property
    def doubts(self) -> list[NotUnderstood]:
        """Contradictions in the document that nobody has looked at."""
        return [one for one in self.facts.doubts if not self.lock.has_seen(one.hash)]

    @property
    def updated(self) -> tuple[str, str]:
        """The day that the document stated when it was accepted, and that of today."""
        return self.lock.source.get("updated", ""), self.facts.updated


@dataclass(frozen=True)
class Report:
    """What a check of documents came to, and a line for each file that is left out."""

    pages: tuple[Checked, ...]
    left_out: tuple[str, ...]
    strangers: tuple[str, ...]
    """Documents in a folder that have no operation of the specs."""

    @property
    def is_fine(self) -> bool:
        """Whether nothing is left to be looked at."""
        return all(one.is_fine for one in self.pages)


def check_all(
    given: Given, operations: Mapping[str, Operation], locks: Locks, specs: Path
) -> Report:
    """Compare every document that is given.

    Raises:
        DocumentError: none has an operation of the specs, or one that is named has no group.
    """
    concerned, strangers = concerned_by(given, operations, locks, specs)
    ids = [locks.of(one.facts, one.path.stem).id for one in concerned]
    held = [(one, locks.of(one.facts, one.path.stem, ids)) for one in concerned]
    pages = [
        Checked(one.path, one.facts, compare(one.facts, operations, lock), lock)
        for one, lock in held
    ]
    return Report(tuple(_together(pages)), given.left_out, tuple(strangers))


def concerned_by(
    given: Given, operations: Mapping[str, Operation], locks: Locks, specs: Path
) -> tuple[list[Document], list[str]]:
    """Return the documents that have something to do with the specs, and the names of others.

    Raises:
        DocumentError: there is none, or one that is named itself has no group.
    """
    kept, strangers, is_concerned = [], [], False
    for one in given.documents:
        # an address that it states may be another one now
        is_known = any(each.path for each in one.facts.operations) and not (
            locks.of(one.facts, one.path.stem).is_new
        )
        fault = "" if is_known else _fault(one.facts, operations)
        is_concerned |= not fault
        if fault and one.is_named and (_has_no_group(one.facts) or len(given.documents) == 1):
            raise DocumentError(f"{one.path} {fault}")
        if fault and not one.is_named:
            strangers.append(str(one.path))
        else:
            kept.append(one)
    if not is_concerned:
        raise DocumentError(
            f"{specs} has no operation of the {count(len(given.documents), 'document')} given; "
            "name the group with --group PATH where they state no address, or draft them with "
            "'docs import'"
        )
    return kept, strangers


def _has_no_group(facts: DocumentFacts) -> bool:
    return not any(one.group or one.path for one in facts.operations)


def _fault(facts: DocumentFacts, operations: Mapping[str, Operation]) -> str:
    if _has_no_group(facts):
        return "does not name its group; say --group PATH"
    if any(one.key in operations for one in facts.operations):
        return ""
    keys = [one.key for one in facts.operations]
    more = f" and {len(keys) - 1} more" if len(keys) > 1 else ""
    return (
        f"has no operation of the specs ({keys[0]}{more}); where it states no address, name its "
        "group with --group PATH; draft its operations with 'docs import'"
    )


def _together(pages: Iterable[Checked]) -> Iterator[Checked]:
    """Yield the same; an operation is gone only if no document that is given has it."""
    pages = list(pages)
    told = {key for one in pages for key in one.conformance.matched}
    for one in pages:
        missing = [key for key in one.conformance.missing_in_document if key not in told]
        told |= set(missing)
        yield replace(one, conformance=replace(one.conformance, missing_in_document=tuple(missing)))
