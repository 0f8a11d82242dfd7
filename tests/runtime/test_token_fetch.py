"""The fetch of a token: what is asked for, how long it lives, and what stands for no token."""

from __future__ import annotations

from typing import Any

import pytest

from ..exchange import NoToken, Secret, Send
from ..flows import fetch_token
from .flow_runs import DROPPED, NOT_MADE, OK, SECRET, Run, rules, run_flow, says


def fetch(*outcomes: Any, patience: float = 20.0) -> Run:
    flow = fetch_token("corp", SECRET, rules(), lambda: 1000.0, patience)
    return run_flow(flow, list(outcomes))


def test_a_token_is_asked_for_with_corp_id_and_secret() -> None:
    [send] = fetch(OK).of(Send)
    assert send.request.params == {"corpid": "corp", "corpsecret": SECRET}
    assert (send.request.method, send.request.path, send.token) == ("GET", "gettoken", None)


def test_a_token_lives_for_expires_in_from_when_it_was_asked_for() -> None:
    issued = fetch(says(0, access_token="t", expires_in=3600)).result
    assert (issued.grant.token, issued.grant.expires_at) == (Secret("t"), 4600.0)


@pytest.mark.parametrize(
    "expires_in", [None, 0, -5, True, 1.5, "3600s", "", [], 10**30, float(10**300)]
)
def test_an_odd_life_is_taken_for_two_hours(expires_in: object) -> None:
    issued = fetch(says(0, access_token="t", expires_in=expires_in)).result
    assert issued.grant.expires_at == 8200.0


@pytest.mark.parametrize("token", [None, "", 5, ["t"]])
def test_an_answer_without_a_token_is_no_token(token: object) -> None:
    got = fetch(says(0, access_token=token)).result
    assert isinstance(got, NoToken)
    assert "access_token" in got.verdict.detail


def test_a_token_is_fetched_again_after_what_may_be_repeated() -> None:
    came = fetch(says(-1), DROPPED, NOT_MADE, says(0, access_token="t"))
    assert came.sends == 4
    assert came.result.waited == came.waited == 3.5


def test_a_fetch_that_fails_returns_why_and_raises_nothing() -> None:
    assert fetch(says(40001)).result.verdict.errcode == 40001
    assert fetch(DROPPED).result.verdict.kind == "lost"
    assert fetch(says(40014)).result.verdict.kind == "token"


def test_a_fetch_keeps_to_the_patience_that_is_left() -> None:
    assert fetch(says(45009), patience=2.0).waited == 1.5


def test_two_fetches_of_one_token_are_two_grants() -> None:
    same = says(0, access_token="t")
    assert fetch(same).result.grant != fetch(same).result.grant
