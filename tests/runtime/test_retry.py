"""Retry: what an HTTP outcome means, and when there is a next send."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ..exchange import DEFAULT_POLICY, NoReply, Policy, Reply, Verdict
from ..flows import Attempts, classify


def answer(**fields: Any) -> Reply:
    return Reply(200, json.dumps(fields).encode())


def attempts(policy: Policy = DEFAULT_POLICY, random: float = 0.0) -> Attempts:
    return Attempts(policy, lambda: random, policy.budget)


def waits_of(kinds: list[Any], repeatable: bool, counter: Attempts) -> list[float]:
    waits = []
    for kind in kinds:
        verdict = Verdict(kind)
        counter.count(verdict)
        wait = counter.pause(verdict, repeatable)
        if wait is None:
            break
        waits.append(wait)
    return waits


@pytest.mark.parametrize(
    ("errcode", "kind"),
    [
        (40014, "token"),
        (42001, "token"),
        (-1, "busy"),
        (45009, "rate"),
        (45036, "rate"),
        (45033, "crowd"),
        (45035, "conflict"),
        (6000, "conflict"),
        (41001, "errcode"),
        (42009, "errcode"),
        (40001, "errcode"),
        (90500, "errcode"),
        (123456, "errcode"),
    ],
)
def test_an_errcode_has_its_meaning_as_number_and_as_text(errcode: int, kind: str) -> None:
    for written in (errcode, str(errcode)):
        verdict = classify(answer(errcode=written, errmsg="why"))
        assert (verdict.kind, verdict.errcode, verdict.errmsg) == (kind, errcode, "why")


@pytest.mark.parametrize("errcode", [0, "0", 0.0], ids=repr)
def test_errcode_0_is_done_and_the_answer_stays_as_it_came(errcode: object) -> None:
    verdict = classify(answer(errcode=errcode, errmsg="ok", chat_id="wr1"))
    assert verdict.kind == "done"
    assert verdict.answer == {"errcode": errcode, "errmsg": "ok", "chat_id": "wr1"}


@pytest.mark.parametrize(
    ("errcode", "number"),
    [
        (-1, -1),
        (10**30, 10**30),
        (" -1 ", -1),
        ("3.0", 3),
        ("1234567890123", 1234567890123),
        (40058.0, 40058),
        ("0.5", None),
        ("3.", None),
        ("1e3", None),
        ("9" * 30, None),
        (1e300, None),
        ("", None),
        ("٤", None),
        ("1_000", None),
        (False, None),
        ({}, None),
    ],
    ids=repr,
)
def test_an_errcode_is_a_whole_number_however_it_was_sent(errcode: object, number: object) -> None:
    verdict = classify(answer(errcode=errcode))
    assert (verdict.kind == "garbled") == (number is None)
    assert verdict.errcode == (number or 0)
    assert type(verdict.errcode) is int


@given(number=st.integers(-(10**15), 10**15))
def test_every_spelling_of_an_errcode_is_that_number(number: int) -> None:
    spellings = (number, str(number), f" {number} ", f"{number}.0", float(number))
    assert {classify(answer(errcode=one)).errcode for one in spellings} == {number}


JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-32")


@given(value=JSON, encoding=st.sampled_from(ENCODINGS), is_ascii=st.booleans())
def test_json_means_what_it_means_to_the_standard_library(
    value: Any, encoding: str, is_ascii: bool
) -> None:
    whole = {"errcode": 0, "value": value}
    body = json.dumps(whole, ensure_ascii=is_ascii).encode(encoding)
    assert classify(Reply(200, body)).answer == whole


@pytest.mark.parametrize("errmsg", [None, 5, ["a"]])
def test_an_errmsg_that_is_no_text_does_no_harm(errmsg: object) -> None:
    assert isinstance(classify(answer(errcode=90500, errmsg=errmsg)).errmsg, str)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"  \n",
        b"<html><body>502</body></html>",
        b'{"errcode": 0, "group_chat',
        b"[]",
        b'[{"errcode": 0}]',
        b"0",
        b"null",
        b'"ok"',
        b"{}",
        b'{"errmsg": "ok"}',
        b'{"errcode": null}',
        b'{"errcode": true}',
        b'{"errcode": "ok"}',
        b'{"errcode": 0.5}',
        b'{"errcode": [0]}',
        b'{"errcode": NaN}',
        b'{"errcode": 0, "rate": NaN}',
        b'{"errcode": 0, "rate": -Infinity}',
        b'{"errcode": 1e999}',
        b'{"errcode": 0} trailing',
        b"{'errcode': 0}",
        '{"errcode": 0}'.encode("utf-16-le"),
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"errcode": ' + b"9" * 5000 + b"}",
    ],
    ids=lambda body: repr(body[:30]),
)
def test_a_body_that_is_no_answer_of_the_platform_is_garbled(body: bytes) -> None:
    verdict = classify(Reply(200, body))
    assert (verdict.kind, verdict.status) == ("garbled", None)
    assert "HTTP 200" in verdict.detail


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ('{"errcode": 0, "name": "群"}'.encode("utf-8-sig"), "群"),
        ('{"errcode": 0, "name": "群"}'.encode("utf-16"), "群"),
        ('\ufeff{"errcode": 0, "name": "群"}'.encode("utf-16-be"), "群"),
        ('\ufeff{"errcode": 0, "name": "群"}'.encode("utf-32-be"), "群"),
        (b'{"errcode": "0", "name": "a\nb\x01"}', "a\nb\x01"),
        (b'{"errcode": 0.0, "name": "a\xff"}', "a\ufffd"),
    ],
    ids=["utf-8 with a mark", "utf-16", "utf-16-be", "utf-32-be", "control characters", "no text"],
)
def test_an_answer_is_read_as_peers_read_it(body: bytes, name: str) -> None:
    verdict = classify(Reply(200, body))
    assert verdict.answer is not None
    assert verdict.answer["name"] == name


def test_a_body_whose_compression_is_damaged_is_garbled() -> None:
    verdict = classify(Reply(200, b"", "a body whose compression is damaged"))
    assert verdict.kind == "garbled"
    assert "compression" in verdict.detail


@pytest.mark.parametrize("body", [b"", b'{"errcode": 0}', b'{"errcode": 40014}', b"<html>"])
@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (301, "rejected"),
        (304, "rejected"),
        (307, "rejected"),
        (400, "rejected"),
        (404, "rejected"),
        (407, "rejected"),
        (429, "rejected"),
        (500, "lost"),
        (502, "lost"),
        (504, "lost"),
        (999, "lost"),
    ],
)
def test_another_status_decides_whatever_the_body_says(status: int, kind: str, body: bytes) -> None:
    verdict = classify(Reply(status, body))
    assert (verdict.kind, verdict.status, verdict.errcode) == (kind, status, 0)
    assert str(status) in verdict.detail


@pytest.mark.parametrize(
    ("outcome", "kind"), [("not_made", "not_made"), ("refused", "rejected"), ("lost", "lost")]
)
def test_no_reply_keeps_what_is_known(outcome: Any, kind: str) -> None:
    verdict = classify(NoReply(outcome, "why"))
    assert (verdict.kind, verdict.detail, verdict.status) == (kind, "why", None)


def test_bodies_and_texts_from_outside_are_not_shown() -> None:
    reply = answer(errcode=90500, errmsg="token-1", access_token="token-1")
    lost = NoReply("lost", "token-1")
    assert "token-1" not in repr(
        [reply, classify(reply), lost, classify(lost), classify(answer(errcode=0))]
    )


def test_waits_double_up_to_the_longest() -> None:
    waits = waits_of(["rate"] * 9, True, attempts(Policy(sends=10, budget=1000)))
    assert waits == [0.5, 1, 2, 4, 8, 8, 8, 8, 8]


def test_the_random_part_takes_off_at_most_half() -> None:
    assert waits_of(["rate"] * 2, True, attempts(random=0.999999)) == pytest.approx(
        [0.25, 0.5], abs=1e-4
    )
    # Such short waits leave the number of sends as the only end.
    assert len(waits_of(["rate"] * 50, True, attempts(random=0.999999))) == 5


def test_a_wait_beyond_the_budget_is_not_begun() -> None:
    assert waits_of(["rate"] * 9, True, attempts(Policy(budget=3.0))) == [0.5, 1]


@given(
    kinds=st.lists(
        st.sampled_from(["busy", "rate", "crowd", "conflict", "not_made", "lost", "garbled"]),
        min_size=30,
    ),
    repeatable=st.booleans(),
    random=st.floats(0, 1, exclude_max=True),
)
def test_no_mixture_of_failures_lasts_longer_than_the_budget(
    kinds: list[str], repeatable: bool, random: float
) -> None:
    waits = waits_of(kinds, repeatable, attempts(random=random))
    assert sum(waits) <= 20
    assert len(waits) < DEFAULT_POLICY.sends
