"""Tags of many customers: each pair stands in one place, and nothing else is lost either."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from wecom_client import APIError, JournalError, ParameterError, TransportError
from wecom_client.simulator import Simulator

from ..flows import Journal
from .callers import NOON, Caller, answering, workflow

tags = workflow("tags")

PAIRS = [("abel", f"wm{number}") for number in range(5)]


@pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
def test_customers_of_the_simulator_are_tagged_and_who_is_none_is_refused(
    asynchronous: bool,
) -> None:
    with Simulator(lambda: NOON) as sim:
        company: Any = sim
        company.add_tag_group("level", [{"name": "VIP", "id": "et-vip"}])
        for userid, customer in PAIRS:
            company.add_customer(userid, customer)
        options = {"corp_id": sim.corp_id, "secret": sim.secret, "base_url": sim.base_url}
        call = Caller(asynchronous=asynchronous, clock=lambda: NOON, **options)
        asked = [*PAIRS[:2], ("abel", "wm-nobody"), *PAIRS[2:], PAIRS[0]]
        report = call(lambda wecom: tags.mark_tags(wecom, asked, add_tag=["et-vip"]))
        assert report.done == tuple(PAIRS)
        assert [one.key for one in report.refused] == [("abel", "wm-nobody")]
        assert (report.rest, report.error, report.is_complete) == ((), None, False)
        assert all(company.follows[one]["abel"].tags == ("et-vip",) for _, one in PAIRS)
        report = call(lambda wecom: tags.mark_tags(wecom, iter(PAIRS), remove_tag=["et-vip"]))
        assert report.is_complete
        assert not any(company.follows[one]["abel"].tags for _, one in PAIRS)


def _run(
    fates: list[Any], asynchronous: bool = False, pairs: Any = PAIRS, **options: Any
) -> tuple[Any, list[str]]:
    """Mark all pairs, the calls ending as they are told to; return the report, and who was sent."""
    sent: list[str] = []

    def answer(path: str, body: Any) -> Any:
        sent.append(body["external_userid"])
        return fates[len(sent) - 1] if len(sent) <= len(fates) else {}

    call = answering(answer, asynchronous=asynchronous)
    given = {"add_tag": ["t"], **options}
    return call(lambda wecom: tags.mark_tags(wecom, pairs, **given)), sent


LOST = ConnectionResetError("gone")
REFUSED = {"errcode": 84061, "errmsg": "not external contact"}


@pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize(
    ("fates", "done", "refused", "unknown", "not_tried", "error"),
    [
        ([], "01234", "", "", "", None),
        ([LOST], "1234", "", "0", "", None),
        ([LOST, {}, LOST], "134", "", "02", "", None),
        ([LOST, REFUSED, LOST], "34", "1", "02", "", None),
        ([{}, LOST, LOST], "0", "", "12", "34", TransportError),
        ([{}, ConnectionRefusedError("no")], "0", "", "", "1234", TransportError),
        ([{}, {"errcode": 48002, "errmsg": ""}], "0234", "1", "", "", None),
        ([{}, {"errcode": 40014, "errmsg": ""}], "0", "", "", "1234", APIError),
        ([REFUSED] * 5, "", "01234", "", "", None),
    ],
)
def test_each_pair_stands_in_one_place(
    fates: list[Any],
    done: str,
    refused: str,
    unknown: str,
    not_tried: str,
    error: type[Exception] | None,
    asynchronous: bool,
) -> None:
    report, sent = _run(fates, asynchronous)
    places = report.done, [one.key for one in report.refused], report.unknown, report.not_tried
    found = ["".join(name[2:] for _, name in place) for place in places]
    assert found == [done, refused, unknown, not_tried]
    assert error is None if report.error is None else isinstance(report.error, error or ())
    assert sent == [f"wm{number}" for number in sorted(done + refused + unknown)] or not_tried
    assert report.rest == (*report.unknown, *report.not_tried)
    assert str(report).startswith(f"{len(done)} done, {len(refused)} refused, {len(unknown)} ")


@pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
def test_an_interruption_carries_the_report(asynchronous: bool) -> None:
    class Interruption(BaseException):
        result: Any

    with pytest.raises(Interruption) as raised:
        _run([{}, Interruption()], asynchronous)
    report = raised.value.result
    assert (report.done, report.unknown) == (tuple(PAIRS[:1]), tuple(PAIRS[1:2]))
    assert report.not_tried == tuple(PAIRS[2:])


@pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
def test_a_run_with_the_journal_of_an_earlier_one_goes_on_with_who_is_not_done(
    asynchronous: bool, tmp_path: Path
) -> None:
    path = tmp_path / "tags.jsonl"
    fates = [{}, REFUSED, LOST, ConnectionRefusedError("no")]
    first, sent = _run(fates, asynchronous, journal=path)
    assert sent == ["wm0", "wm1", "wm2", "wm3"]
    assert (first.done, first.unknown) == (tuple(PAIRS[:1]), tuple(PAIRS[2:3]))
    assert isinstance(first.error, TransportError)
    again = [*reversed(PAIRS), PAIRS[0]]
    second, sent = _run([{}, {}, {}, REFUSED], asynchronous, again, journal=str(path))
    assert sent == ["wm4", "wm3", "wm2", "wm1"]
    assert second.done == (PAIRS[4], PAIRS[3], PAIRS[2], PAIRS[0])
    assert [one.key for one in second.refused] == [PAIRS[1]]
    third, sent = _run([], asynchronous, journal=path)
    assert (third.is_complete, sent) == (True, ["wm1"])
    assert _run([], asynchronous, journal=path) == (third, [])
    assert all(json.loads(line) for line in path.read_text().splitlines())


@pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
def test_what_was_sent_as_the_process_was_killed_is_sent_once_more(
    asynchronous: bool, tmp_path: Path
) -> None:
    path, copy = tmp_path / "tags.jsonl", tmp_path / "killed.jsonl"
    sent: list[str] = []

    def answer(route: str, body: Any) -> Any:
        sent.append(body["external_userid"])
        if len(sent) == 3:
            # What kill -9 would leave now, with the beginning of a line.
            copy.write_bytes(path.read_bytes() + b'{"call"')
        return {}

    call = answering(answer, asynchronous=asynchronous)
    options: dict[str, Any] = {"add_tag": ["t"]}
    call(lambda wecom: tags.mark_tags(wecom, PAIRS, journal=path, **options))
    sent[:] = [""] * 3
    report = call(lambda wecom: tags.mark_tags(wecom, PAIRS, journal=copy, **options))
    assert (report.is_complete, sent[3:]) == (True, ["wm2", "wm3", "wm4"])


@pytest.mark.parametrize(
    ("pairs", "options", "complaint"),
    [
        (PAIRS[1:], {}, "was begun with other pairs: 1 of its 5 are not given now"),
        ([*PAIRS, ("bella", "wm0")], {}, "and 1 are new"),
        (PAIRS, {"add_tag": ["u"]}, "was begun with another add_tag"),
        (PAIRS, {"remove_tag": ["u"]}, "was begun with another remove_tag"),
    ],
    ids=["fewer", "more", "another tag", "one more tag"],
)
def test_a_journal_belongs_to_its_pairs_and_tags(
    pairs: Any, options: dict[str, Any], complaint: str, tmp_path: Path
) -> None:
    path = tmp_path / "tags.jsonl"
    _run([], journal=path)
    before = path.read_bytes()
    with pytest.raises(JournalError, match=complaint):
        _run([AssertionError("something was sent")], False, pairs, journal=path, **options)
    assert path.read_bytes() == before


@pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
def test_a_journal_that_cannot_be_written_any_more_ends_the_run(
    asynchronous: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = Journal.begin

    def full(self: Journal, number: int, at: int, elements: Any) -> Exception | None:
        return OSError("disk full") if number == 3 else begin(self, number, at, elements)

    monkeypatch.setattr(Journal, "begin", full)
    report, sent = _run([], asynchronous, journal=tmp_path / "tags.jsonl")
    assert (str(report.error), sent) == ("disk full", ["wm0", "wm1"])
    assert (report.done, report.not_tried) == (tuple(PAIRS[:2]), tuple(PAIRS[2:]))


@pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
def test_an_interruption_is_noted_in_the_journal_and_leaves_it_to_others(
    asynchronous: bool, tmp_path: Path
) -> None:
    class Interruption(BaseException):
        pass

    path = tmp_path / "tags.jsonl"
    with pytest.raises(Interruption):
        _run([{}, Interruption()], asynchronous, journal=path)
    *_, last = path.read_text().splitlines()
    assert json.loads(last) == {"call": 2, "outcome": "unknown"}
    report, sent = _run([], asynchronous, journal=path)
    assert (report.is_complete, sent) == (True, ["wm1", "wm2", "wm3", "wm4"])


@pytest.mark.parametrize(
    ("pairs", "options", "error"),
    [
        ("abel", {"add_tag": ["t"]}, TypeError),
        ([("abel",)], {"add_tag": ["t"]}, TypeError),
        ([["abel", 7]], {"add_tag": ["t"]}, ParameterError),
        (["abel"], {"add_tag": ["t"]}, TypeError),
        ([*PAIRS, ("abel", "")], {"add_tag": ["t"]}, ParameterError),
        (PAIRS, {}, ParameterError),
        (PAIRS, {"add_tag": "t"}, ParameterError),
        (PAIRS, {"add_tag": ["t"], "journal": 7}, TypeError),
    ],
    ids=["a text", "half a pair", "a number", "ids", "an empty id", "no tag", "one tag", "journal"],
)
def test_what_cannot_be_is_found_before_anything_is_sent(
    pairs: Any, options: dict[str, Any], error: type[Exception]
) -> None:
    def answer(path: str, body: Any) -> Any:
        raise AssertionError("something was sent")

    call = answering(answer, asynchronous=False)
    with pytest.raises(error):
        call(lambda wecom: tags.mark_tags(wecom, pairs, **options))
