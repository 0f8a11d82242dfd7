"""The journal of a batch: a job goes on where a process that died had come to."""

from __future__ import annotations

import asyncio
import datetime
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wecom_client import BatchError, BatchResult, JournalError, ParameterError, Request

from .fixtures import MOVES, MOVES_OF_EVERY, TODAY, FakeServer, Runner
from .moving import Store, ids, refused

MakeRunner = Callable[..., Runner]

DAY = 86400
TOKEN = "a-token-of-the-tests"


def entries(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("ascii").splitlines()]


def sent(runner: Runner) -> list[str]:
    return [name for body in runner.server.seen for name in body["thing_ids"]]


def places(result: BatchResult[Any]) -> dict[str, list[str]]:
    return {
        "done": sorted(result.done),
        "failed": sorted(one.thing_id for one in result.failed),
        "unknown": sorted(result.unknown),
        "not_tried": sorted(result.not_tried),
    }


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "job.jsonl"


def test_each_call_stands_in_the_journal_before_it_is_sent_and_its_outcome_after(
    make_runner: MakeRunner, journal: Path
) -> None:
    store, seen = Store(), []
    store.held = {"i11"}

    def server(request: Request) -> Any:
        seen.append(entries(journal)[-1])
        return store(request)

    mask = os.umask(0)
    try:
        result = make_runner(server).batch(ids(0, 12), journal=journal)
    finally:
        os.umask(mask)
    first, second = ids(0, 10), ids(10, 12)
    begun = [{"call": 1, "at": TODAY + 3600, "elements": first}]
    begun += [{"call": 2, "at": TODAY + 3600, "elements": second}]
    assert seen == begun
    head, *others = entries(journal)
    assert head == {
        "wecom_client_journal": 1,
        "operation": "things/move",
        "arguments": {"place": "here"},
        "argument": "ids",
        "elements": ids(0, 12),
    }
    assert [one for one in others if "elements" in one] == begun
    answers = [one["answer"]["failed"] for one in others if "answer" in one]
    assert answers == [[], [refused("i11") | {"errmsg": "no: i11"}]]
    assert len(result.done) == 11
    assert stat.S_IMODE(journal.stat().st_mode) == 0o600


def test_a_finished_job_that_is_run_again_has_its_result_and_sends_nothing(
    make_runner: MakeRunner, journal: Path
) -> None:
    store = Store()
    store.held = {"i3"}
    runner = make_runner(store)
    result = runner.batch(ids(0, 25), journal=str(journal))
    content = journal.read_bytes()
    # In another order, and one of them twice: they are the same elements.
    again = runner.batch([*reversed(ids(0, 25)), "i7"], journal=journal)
    assert places(again) == places(result)
    assert again.failed[0].meaning == "somebody holds it"
    assert len(runner.server.seen) == 3
    assert journal.read_bytes() == content


def test_the_errors_of_a_journal_speak_the_language_of_the_client(
    make_runner: MakeRunner, journal: Path
) -> None:
    store = Store()
    store.held = {"i3"}
    make_runner(store).batch(ids(0, 5), journal=journal)
    result = make_runner(Store(), language="zh").batch(ids(0, 5), journal=journal)
    assert result.failed[0]._language == "zh"


@pytest.mark.parametrize("fault", ["before", "after"])
def test_a_lost_call_stays_unknown_and_the_rest_is_sent(
    make_runner: MakeRunner, journal: Path, fault: str
) -> None:
    with pytest.raises(BatchError):
        make_runner(Store({2: fault})).batch(ids(0, 35), journal=journal)
    runner = make_runner(Store())
    result = runner.batch(ids(0, 35), journal=journal)
    assert sent(runner) == ids(20, 35)
    assert result.unknown == result.rest == tuple(ids(10, 20))
    assert set(result.done) == {*ids(0, 10), *ids(20, 35)}


def test_a_call_refused_whole_is_sent_again(make_runner: MakeRunner, journal: Path) -> None:
    store = Store({2: {"errcode": 60111, "errmsg": "no such place"}})
    runner = make_runner(store)
    with pytest.raises(BatchError, match="call 2 failed"):
        runner.batch(ids(0, 15), journal=journal)
    assert runner.batch(ids(0, 15), journal=journal).done == tuple(ids(0, 15))
    assert sent(runner) == [*ids(0, 10), *ids(10, 15), *ids(10, 15)]


@pytest.mark.parametrize(
    ("interruption", "unknown"),
    [(KeyboardInterrupt(), ids(10, 20)), (ValueError("a bug"), ids(10, 20))],
)
def test_an_interrupted_call_is_unknown_to_the_next_run(
    make_runner: MakeRunner, journal: Path, interruption: BaseException, unknown: list[str]
) -> None:
    runner = make_runner(Store({2: interruption}))
    with pytest.raises(type(interruption)):
        runner.batch(ids(0, 25), journal=journal)
    assert entries(journal)[-1] == {"call": 2, "outcome": "unknown"}
    assert runner.batch(ids(0, 25), journal=journal).unknown == tuple(unknown)


def test_what_was_interrupted_before_it_was_sent_is_sent_by_the_next_run(
    make_runner: MakeRunner, journal: Path
) -> None:
    answers: list[Any] = [TOKEN, ValueError("the vault is closed"), TOKEN, TOKEN]

    def token() -> str:
        came = answers.pop(0)
        if isinstance(came, Exception):
            raise came
        return str(came)

    runner = make_runner(Store(), access_token=token)
    with pytest.raises(ValueError, match="the vault is closed"):
        runner.batch(ids(0, 25), journal=journal)
    assert entries(journal)[-1] == {"call": 2, "outcome": "not_tried"}
    assert runner.batch(ids(0, 25), journal=journal).done == tuple(ids(0, 25))


def _cut(content: bytes, size: int) -> tuple[set[str], set[str]]:
    """Return the elements that a journal cut there says to be over, and to be under way."""
    whole = [json.loads(line) for line in content[:size].split(b"\n")[:-1]]
    begun = {one["call"]: one["elements"] for one in whole if "at" in one}
    ended = {one["call"] for one in whole if "at" not in one and "call" in one}
    over = {name for call in ended for name in begun[call]}
    return over, {name for call in begun.keys() - ended for name in begun[call]}


def test_a_journal_cut_at_any_byte_loses_nothing_and_sends_nothing_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process may die, and a disk lose its power, in the middle of any line."""
    monkeypatch.setattr(os, "fsync", lambda handle: None)  # for each byte, it takes its time
    whole = tmp_path / "whole.jsonl"
    first = Store()
    first.held = {"i4"}
    expected = Runner(FakeServer(first), asynchronous=False).batch(ids(0, 13), journal=whole)
    content = whole.read_bytes()
    for size in range(len(content)):
        journal = tmp_path / f"{size}.jsonl"
        journal.write_bytes(content[:size])
        over, lost = _cut(content, size)
        store = Store()
        store.held = {"i4"}
        runner = Runner(FakeServer(store), asynchronous=False)
        result = runner.batch(ids(0, 13), journal=journal)
        assert set(sent(runner)) == {*ids(0, 13)} - over - lost, size
        assert len(sent(runner)) == len(set(sent(runner)))
        found = places(result)
        assert set(found["unknown"]) == lost, size
        assert [name for name in found["done"] if name in lost] == []
        assert sorted([*found["done"], *found["failed"], *found["unknown"]]) == sorted(ids(0, 13))
        assert set(found["done"]) == set(expected.done) - lost
        silent = Runner(FakeServer(Store()), asynchronous=False)
        assert places(silent.batch(ids(0, 13), journal=journal)) == found
        assert silent.server.seen == []
        assert all(entries(journal))


@pytest.mark.parametrize("tail", [b"\0" * 7, b"\0" * 7 + b"\n", b'{"call": 2, "at": 1, "ele\n'])
def test_what_a_power_failure_left_of_the_last_line_is_no_line(
    make_runner: MakeRunner, journal: Path, tail: bytes
) -> None:
    runner = make_runner(Store())
    runner.batch(ids(0, 5), journal=journal)
    content = journal.read_bytes()
    journal.write_bytes(content + tail)
    assert runner.batch(ids(0, 5), journal=journal).done == tuple(ids(0, 5))
    assert journal.read_bytes() == content


def _edited(edit: Callable[[list[dict[str, Any]]], object]) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        lines = entries(path)
        edit(lines)
        path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), "ascii")

    return change


def _text(text: str) -> Callable[[Path], None]:
    return lambda path: path.write_text(text) and None  # type: ignore[return-value]


UNFIT: dict[str, tuple[Callable[[Path], object], str]] = {
    "of another operation": (
        _edited(lambda lines: lines[0].update(operation="things/drop")),
        ":1 is the journal of 'things/drop'",
    ),
    "with another argument": (
        _edited(lambda lines: lines[0]["arguments"].update(place="there")),
        ":1 was begun with another place\n  what to do: make the call that it was begun with",
    ),
    "with an argument more": (
        _edited(lambda lines: lines[0]["arguments"].update(note=True)),
        "was begun with another note",
    ),
    "with other elements": (
        _edited(lambda lines: lines[0].update(elements=[*ids(0, 11), "x"])),
        "was begun with other ids: 1 of its 12 are not given now, and 14 are new",
    ),
    "of a version to come": (
        _edited(lambda lines: lines[0].update(wecom_client_journal=2)),
        ":1 is of another version, 2",
    ),
    "a list of ids": (_text("i1\ni2\n"), " is not the journal of a job\n  what to do: name a file"),
    "a word": (_text("notes"), "is not the journal of a job"),
    "other lines of JSON": (_text('{"a": 1}\n[]\n'), "is not the journal of a job"),
    "a line that is no JSON": (
        lambda path: path.write_bytes(path.read_bytes().replace(b'"call": 2, "at"', b'"call" 2')),
        ":4 is not what a job wrote\n  what to do: find out what became of its elements",
    ),
    "a call twice over": (_edited(lambda lines: lines.append(lines[-1])), ":8 is not what a job"),
    "an end without its call": (_edited(lambda lines: lines.pop(1)), ":2 is not what a job wrote"),
    "an outcome that there is not": (
        _edited(lambda lines: lines[-1].pop("answer") and lines[-1].update(outcome="fine")),
        ":7 is not what a job wrote",
    ),
    "elements of another job": (
        _edited(lambda lines: lines[1]["elements"].append("x")),
        ":2 is not what a job wrote",
    ),
    "a number for elements": (_edited(lambda lines: lines[1].update(elements=3)), ":2 is not what"),
}


@pytest.mark.parametrize(("spoil", "said"), UNFIT.values(), ids=UNFIT)
def test_a_file_that_is_not_the_journal_of_this_job_is_refused_and_left_as_it_is(
    make_runner: MakeRunner, journal: Path, spoil: Callable[[Path], object], said: str
) -> None:
    runner = make_runner(Store())
    runner.batch(ids(0, 25), journal=journal)
    spoil(journal)
    content = journal.read_bytes()
    for is_dry in (False, True):
        with pytest.raises(JournalError) as caught:
            runner.batch(ids(0, 25), journal=journal, dry_run=is_dry)
        assert said in str(caught.value)
        assert str(caught.value).startswith(f"things/move: the journal {journal}")
        assert caught.value.path == str(journal)
    assert journal.read_bytes() == content
    assert len(runner.server.seen) == 3


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: path.mkdir(), "cannot be used"),
        (lambda path: path.symlink_to("/dev/null"), "is a symbolic link"),
        (os.mkfifo, "is not a plain file"),
    ],
    ids=["folder", "link", "pipe"],
)
def test_what_is_no_plain_file_is_refused(
    make_runner: MakeRunner, journal: Path, make: Callable[[Path], object], said: str
) -> None:
    make(journal)
    with pytest.raises(JournalError, match=said):
        make_runner(Store()).batch(ids(0, 3), journal=journal)


def test_a_folder_that_is_not_there_is_told(make_runner: MakeRunner, tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="No such file or directory") as caught:
        make_runner(Store()).batch(ids(0, 3), journal=tmp_path / "none" / "job.jsonl")
    assert "on a disk of this machine" in caught.value.remedy


def test_a_second_job_on_one_journal_is_refused_until_the_first_is_over(
    make_runner: MakeRunner, asynchronous: bool, journal: Path
) -> None:
    store, refusals = Store(), []
    second = Runner(FakeServer(Store()), asynchronous=False)

    def server(request: Request) -> Any:
        with pytest.raises(JournalError, match="is in use by another job") as caught:
            second.batch(ids(0, 25), journal=journal)
        refusals.append(caught.value)
        return store(request)

    make_runner(server).batch(ids(0, 25), journal=journal)
    assert [one.remedy for one in refusals] == ["wait for its end, or name another file"] * 3
    assert second.batch(ids(0, 25), journal=journal).done == tuple(ids(0, 25))
    assert second.server.seen == []


@pytest.mark.parametrize("failing", range(1, 7))
def test_a_full_disk_ends_the_job_before_anything_more_is_sent(
    make_runner: MakeRunner, journal: Path, failing: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, written = os.fsync, []

    def fsync(handle: int) -> None:
        if stat.S_ISREG(os.fstat(handle).st_mode):
            written.append(handle)
            if len(written) == failing + 1:
                raise OSError(28, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    runner = make_runner(Store())
    with pytest.raises(BatchError, match="No space left on device") as caught:
        runner.batch(ids(0, 25), journal=journal)
    calls = failing // 2
    assert len(runner.server.seen) == calls
    assert caught.value.result.done == tuple(ids(0, min(25, calls * 10)))
    assert caught.value.result.unknown == ()
    result = runner.batch(ids(0, 25), journal=journal)
    # What came of the last call could not be noted: the next run does not know it.
    lost = ids(calls * 10 - 10, min(25, calls * 10)) if failing % 2 == 0 else []
    assert result.unknown == tuple(lost)
    assert len(result.done) + len(lost) == 25


def test_what_the_quota_of_a_day_refused_is_sent_on_another_day(
    make_runner: MakeRunner, journal: Path
) -> None:
    store = Store(quota=13)
    runner = make_runner(store)
    for _ in range(2):  # on the same day, nothing more is sent
        result = runner.batch(ids(0, 30), journal=journal)
        assert result.rest == tuple(ids(13, 30))
        assert result.resume_on is not None
    assert len(runner.server.seen) == 2
    for days, quota, done in ((1, 20, 20), (2, 99, 30), (3, 99, 30)):
        store.quota, runner.server.now = quota, float(TODAY + days * DAY)
        result = runner.batch(ids(0, 30), journal=journal)
        assert len(result.done) == done == len(store.moved)
    assert (result.failed, result.rest, result.resume_on) == ((), (), None)
    assert store.moved == ids(0, 30)


def test_the_daily_limit_counts_all_runs_of_a_day(make_runner: MakeRunner, journal: Path) -> None:
    store = Store({2: "after"})
    runner = make_runner(store)
    with pytest.raises(BatchError):
        runner.batch(ids(0, 60), daily_limit=30, journal=journal)
    result = runner.batch(ids(0, 60), daily_limit=30, journal=journal)
    assert len(store.moved) == 30
    assert result.resume_on == datetime.date.fromtimestamp(TODAY + DAY + 8 * 3600)
    assert runner.batch(ids(0, 60), daily_limit=5, journal=journal).not_tried == tuple(ids(30, 60))
    runner.server.now += DAY
    result = runner.batch(ids(0, 60), daily_limit=25, journal=journal)
    assert (len(result.done), result.not_tried) == (45, tuple(ids(55, 60)))


def test_a_dry_run_reads_the_journal_and_leaves_it_as_it_is(
    make_runner: MakeRunner, journal: Path
) -> None:
    runner = make_runner(Store({2: "after"}))
    assert len(runner.batch(ids(0, 25), journal=journal, dry_run=True)) == 3
    assert not journal.exists()
    with pytest.raises(BatchError):
        runner.batch(ids(0, 25), journal=journal)
    journal.write_bytes(journal.read_bytes() + b'{"cal')
    content = journal.read_bytes()
    plan = runner.batch(ids(0, 25), journal=journal, dry_run=True)
    assert [one.json["thing_ids"] for one in plan] == [ids(20, 25)]
    assert journal.read_bytes() == content


def test_no_token_and_no_secret_stands_in_a_journal(make_runner: MakeRunner, journal: Path) -> None:
    text = f"no, you sent access_token={TOKEN} and {TOKEN}"
    failed = [{"thing_id": "i1", "errcode": 7002, "errmsg": text}]
    make_runner(Store({1: {"failed": failed}})).batch(ids(0, 2), journal=journal)
    assert TOKEN not in journal.read_text()
    assert "no, you sent access_token=***" in journal.read_text()


def test_answers_that_list_every_element_are_gone_on_with_as_they_are(
    make_runner: MakeRunner, journal: Path
) -> None:
    listed = [{"thing_id": "i0", "errcode": 0}, {"thing_id": "i1", "errcode": 7002}]
    runner = make_runner(Store({1: {"failed": listed}}))
    result = runner.batch(ids(0, 3), journal=journal, batch=MOVES_OF_EVERY)
    again = runner.batch(ids(0, 3), journal=journal, batch=MOVES_OF_EVERY)
    assert places(again) == places(result)
    assert again.unknown == ("i2",)
    assert len(runner.server.seen) == 1


@pytest.mark.parametrize(
    ("elements", "path", "problem"),
    [
        (["i0", 1.5], "job", "ids[1]"),
        ([True], "job", "ids[0]"),
        (["i0"], 7, "journal"),
        (["i0"], "", "journal"),
    ],
)
def test_what_a_journal_cannot_hold_is_refused_before_there_is_one(
    make_runner: MakeRunner, tmp_path: Path, elements: list[Any], path: Any, problem: str
) -> None:
    given = tmp_path / path if path == "job" else path
    with pytest.raises(ParameterError) as caught:
        make_runner(Store(), checks="off").batch(elements, journal=given)
    assert [one.path for one in caught.value.problems] == [problem]
    assert list(tmp_path.iterdir()) == []


def test_numbers_and_texts_of_a_journal_are_told_apart(
    make_runner: MakeRunner, journal: Path
) -> None:
    runner = make_runner(Store(), checks="off")
    assert runner.batch([1, "1"], journal=journal).done == (1, "1")
    assert runner.batch([1, "1"], journal=journal).done == (1, "1")
    with pytest.raises(JournalError, match="1 of its 2 are not given now"):
        runner.batch([1], journal=journal)


@pytest.mark.parametrize("moment", range(0, 30, 3))
def test_a_task_that_is_cancelled_at_any_moment_leaves_a_journal_to_go_on_with(
    journal: Path, moment: int
) -> None:
    store = Store()

    async def run() -> None:
        runner = Runner(FakeServer(store), asynchronous=True)
        job = runner.client._batch(MOVES, {"place": "here"}, ids(0, 35), None, journal, False)
        task = asyncio.ensure_future(job)
        for _ in range(moment):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
        await runner.client.aclose()

    asyncio.run(run())
    before = {*store.moved}
    runner = Runner(FakeServer(store), asynchronous=False)
    result = runner.batch(ids(0, 35), journal=journal)
    assert not {*sent(runner)} & (before | {*result.unknown})
    assert {*result.done} - before == {*sent(runner)}
    assert len(result.done) + len(result.unknown) == 35
