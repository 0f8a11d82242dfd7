"""Tags of many customers: each pair stands in one place, and nothing else is lost either."""

from __future__ import annotations

from typing import Any

import pytest

from wecom_client import APIError, ParameterError, TransportError
from wecom_client.simulator import Simulator

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


def _run(fates: list[Any], asynchronous: bool = False) -> tuple[Any, list[str]]:
    """Mark all pairs, the calls ending as they are told to; return the report, and who was sent."""
    sent: list[str] = []

    def answer(path: str, body: Any) -> Any:
        sent.append(body["external_userid"])
        return fates[len(sent) - 1] if len(sent) <= len(fates) else {}

    call = answering(answer, asynchronous=asynchronous)
    return call(lambda wecom: tags.mark_tags(wecom, PAIRS, add_tag=["t"])), sent


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
    ],
    ids=["a text", "half a pair", "a number", "ids", "an empty id", "no tag", "one tag"],
)
def test_what_cannot_be_is_found_before_anything_is_sent(
    pairs: Any, options: dict[str, Any], error: type[Exception]
) -> None:
    def answer(path: str, body: Any) -> Any:
        raise AssertionError("something was sent")

    call = answering(answer, asynchronous=False)
    with pytest.raises(error):
        call(lambda wecom: tags.mark_tags(wecom, pairs, **options))
