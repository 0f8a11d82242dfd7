"""`docs import`: drafts of documents, checked as specs and against the documents before written."""

from __future__ import annotations

import shutil
import tempfile
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..model import Api, Operation
from ..output import replace_file
from ..problems import Problem, SpecError
from ..spec.load import spec_files
from ..spec.names import LOCKS, document_name, path_part_fault
from ..spec.schema import SPECS
from ..targets import read_api
from .blocks import DocumentError
from .conformance import compare
from .draft_repair import repair
from .drafts import Draft, Drafter
from .facts import DocumentFacts, OperationFacts
from .findings import Finding
from .given import Document
from .lock import GROUP_LOCK, Lock, accepted, read_locks, write_lock
from .operation_check import deviation_of

_ROUNDS = 8
"""How often a draft is tried: what one repair uncovers, the next one mends."""


@dataclass(frozen=True)
class Held:
    """An operation, the document that it is drafted from, and those that hold it besides."""

    facts: OperationFacts
    document: Document
    others: tuple[Document, ...] = ()


@dataclass(frozen=True)
class Import:
    """What an import would write, by path below the output, and what to look at."""

    files: dict[str, bytes | None]
    """None: a file that is no longer needed, as what it held stands elsewhere."""
    drafts: Mapping[str, Draft]
    held: Mapping[str, Held]
    left_out: Mapping[str, str]
    """Operations that could not be drafted, and why."""
    same: frozenset[str]
    """Those whose spec is there already, as drafted."""
    kept: frozenset[str]
    """Those whose spec is there already and differs from its draft."""
    replaced: frozenset[str]
    """Those whose spec was there and differs, and is to be replaced."""
    findings: tuple[Finding, ...]
    """What a check of the documents would report of the drafts that are written."""

    @property
    def written(self) -> dict[str, Draft]:
        """The drafts that are new or replace a spec."""
        unwritten = self.same | self.kept
        return {key: one for key, one in self.drafts.items() if key not in unwritten}


def make(
    documents: Sequence[Document], output: Path | None = None, *, overwrite: bool = False
) -> Import:
    """Draft the specs of documents beside those that are there, and hold them against each other.

    Raises:
        DocumentError: nothing can be drafted; it says why.
        SpecError: the specs that are there have problems.
    """
    there = {path.relative_to(output).as_posix() for path in spec_files(output)} if output else ()
    api = read_api(output if output is not None and there else SPECS)
    with tempfile.TemporaryDirectory() as folder:
        tree = _Tree(Path(folder), documents, api, overwrite)
        if output is not None and output.is_dir():
            read_locks(output)  # one that cannot be used is told by its own name
            _copy(output, tree.root)
        return tree.made()


def _copy(output: Path, root: Path) -> None:
    """Copy the specs and locks of a folder."""
    locks = [*output.rglob(GROUP_LOCK), *(output / LOCKS).glob("*")]
    for path in (*spec_files(output), *(one for one in locks if one.is_file())):
        target = root / path.relative_to(output)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


def _by_operation(documents: Iterable[Document]) -> Iterator[Held]:
    """Yield each operation once: of several documents, that which says most of it counts."""
    found: dict[str, list[tuple[int, OperationFacts, Document]]] = defaultdict(list)
    for document in documents:
        for one in document.facts.operations:
            found[one.key].append((_extent(one), one, document))
    for ranked in found.values():
        _, facts, document = max(ranked, key=lambda each: each[0])
        yield Held(facts, document, tuple(other for *_, other in ranked if other is not document))


def _extent(facts: OperationFacts) -> int:
    examples = (facts.example_request, facts.example_response)
    return len(facts.request) + len(facts.response) + sum(one is not None for one in examples)


@dataclass
class _Tree:
    """The folder in which drafts are tried, beside the specs that are there already."""

    root: Path
    documents: Sequence[Document]
    api: Api
    overwrite: bool
    drafts: dict[str, Draft] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)
    provisional: set[str] = field(default_factory=set)
    """Locks that stand there until all are written."""

    def made(self) -> Import:
        """Draft everything, and return what came of it."""
        before = self._contents()
        held = {one.facts.key: one for one in _by_operation(self.documents)}
        self._draft(held)
        self._settle(self.drafts)
        if not self.drafts:
            reasons = "\n".join(f"  {key}: {why}" for key, why in self.left_out.items())
            raise DocumentError(f"no operation can be drafted:\n{reasons}")
        self._deviate_from_others(held)
        same, kept, replaced = self._keep(before)
        operations = read_api(self.root).by_path
        for path in self.provisional:
            self._put_back(path, before)
        findings = self._lock(operations, kept)
        files: dict[str, bytes | None] = {**self._contents()}
        files |= dict.fromkeys(before.keys() - files.keys())
        changed = {path: one for path, one in files.items() if before.get(path) != one}
        return Import(changed, self.drafts, held, self.left_out, same, kept, replaced, findings)

    def _contents(self) -> dict[str, bytes]:
        paths = sorted(path for path in self.root.rglob("*") if path.is_file())
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in paths}

    def _draft(self, held: Mapping[str, Held]) -> None:
        codes = frozenset(error.code for error in self.api.errors)
        for key, one in held.items():
            faults = [fault for part in key.split("/") if (fault := path_part_fault(part))]
            if faults:
                self.left_out[key] = faults[0]
                continue
            self.drafts[key] = Drafter(
                one.facts,
                codes,
                len(one.document.facts.operations) > 1,
                key == self.api.token.path,
            ).draft()

    def _settle(self, keys: Iterable[str]) -> None:
        """Write drafts; take out of them what the rules refuse, until they pass or are left out."""
        changed = [*keys]
        for _ in range(_ROUNDS):
            for key in changed:
                replace_file(self.root / self.drafts[key].path, self.drafts[key].text.encode())
            problems = self._problems()
            if not problems:
                return
            reasons = {key: repair(self.drafts[key], problems[key], self.root) for key in problems}
            self._leave_out({key: reason for key, reason in reasons.items() if reason})
            changed = [key for key in problems if key in self.drafts]
        self._leave_out({key: found[0].message for key, found in self._problems().items()})

    def _problems(self) -> dict[str, list[Problem]]:
        """Return what is wrong with each draft; what concerns a folder, with those inside."""
        if not self.drafts:
            return {}
        try:
            read_api(self.root)
        except SpecError as error:
            found: dict[str, list[Problem]] = defaultdict(list)
            for one in error.problems:
                path = Path(one.location.file)
                key = path.relative_to(self.root).with_suffix("").as_posix()
                inside = [each for each in self.drafts if each.startswith(f"{key}/")]
                for each in [key] if path.is_file() else inside:
                    found[each].append(one)
            strange = found.keys() - self.drafts.keys()
            if strange or not found:
                raise
            return dict(found)
        return {}

    def _leave_out(self, reasons: Mapping[str, str]) -> None:
        for key, reason in reasons.items():
            self.left_out[key] = reason
            (self.root / self.drafts.pop(key).path).unlink(missing_ok=True)

    def _deviate_from_others(self, held: Mapping[str, Held]) -> None:
        """Record where further documents of an operation say something else than its draft."""
        several = {key: held[key] for key in self.drafts if held[key].others}
        if not several:
            return
        operations = read_api(self.root).by_path
        for key, one in several.items():
            for other in one.others:
                alone = replace(
                    other.facts,
                    operations=tuple(each for each in other.facts.operations if each.key == key),
                )
                lock = _LocksOf(self.root).accept(alone, operations, other.path.stem)
                self.provisional.add(write_lock(self.root, lock))  # deviations name it
                for finding in compare(alone, operations, lock).findings:
                    self._deviate(key, finding, other, one.document)
        self._settle(several)

    def _deviate(self, key: str, finding: Finding, other: Document, drafted: Document) -> None:
        name, rule = deviation_of(finding.field, finding.rule)
        said = str(finding.document.value)[:80] if finding.document else ""
        reason = f"The draft follows {drafted.facts.id or drafted.path.name}."
        documents = (other.facts.id,) if other.facts.id else ()
        self.drafts[key].left.deviate(name, rule, said or "absent", reason, documents)

    def _keep(self, before: Mapping[str, bytes]) -> tuple[frozenset[str], ...]:
        """Put back the specs that are there and differ, unless they are to be replaced."""
        there = {key: before[one.path] for key, one in self.drafts.items() if one.path in before}
        same = {key for key, content in there.items() if content == self.drafts[key].text.encode()}
        differ = frozenset(there.keys() - same)
        if self.overwrite:
            return frozenset(same), frozenset(), differ
        for key in differ:
            self._put_back(self.drafts[key].path, before)
        return frozenset(same), differ, frozenset()

    def _put_back(self, path: str, before: Mapping[str, bytes]) -> None:
        if path in before:
            replace_file(self.root / path, before[path])
        else:
            (self.root / path).unlink()

    def _lock(
        self, operations: Mapping[str, Operation], kept: Collection[str]
    ) -> tuple[Finding, ...]:
        """Accept the documents beside their drafts; return what still differs.

        What stood there before is not accepted anew: nobody has looked at it beside this page.
        """
        findings: list[Finding] = []
        locks = _LocksOf(self.root)
        for one in self.documents:
            fresh = [each for each in one.facts.operations if each.key not in kept]
            if not any(each.key in self.drafts for each in fresh):
                continue
            facts = replace(one.facts, operations=tuple(fresh))
            lock = locks.accept(facts, operations, one.path.stem)
            write_lock(self.root, lock)
            findings += compare(facts, operations, lock).findings
        return tuple(findings)


@dataclass
class _LocksOf:
    """The locks of a tree and what is accepted in this run, one of each document."""

    root: Path
    _now: dict[str, Lock] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read the locks that are there."""
        self._there = read_locks(self.root)

    def accept(self, facts: DocumentFacts, operations: Mapping[str, Operation], stem: str) -> Lock:
        """Return the lock that accepts the operations of a document."""
        # a page that is imported beside another one has not moved from there
        old = self._there.of(facts, stem, self._there.by_id)
        if old.id in self._now and facts.id:
            old = self._now[old.id]  # its other operations stand in another file
        number = 2
        while old.id in self._now and not facts.id:
            old, number = Lock(f"{document_name(stem)}-{number}"), number + 1
        lock = self._now[old.id] = accepted(facts, operations, old, looked_at=False)
        return lock
