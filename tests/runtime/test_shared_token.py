"""One application's token and its store, played without any server, thread or wait."""

from __future__ import annotations

import pytest

from wecom_client._runtime.guarded_store import Turn
from wecom_client._runtime.redact import Secret
from wecom_client._runtime.retry import Verdict
from wecom_client._runtime.steps import Ask, Grant, Issued, NeedToken, NoToken

from .plays import Company, token_of


def grant_of(got: Issued | NoToken) -> Grant:
    assert isinstance(got, Issued)
    return got.grant


def test_the_first_client_fetches_and_the_others_take_its_token() -> None:
    company = Company()
    clients = [company.client() for _ in range(5)]
    assert {token_of(company.obtain(client)) for client in clients} == {"token-1"}
    assert company.fetches == 1
    assert not company.store.locked


def test_a_client_that_has_a_token_does_not_ask_the_store() -> None:
    company = Company()
    client = company.client()
    company.obtain(client)
    company.store.asked.clear()
    assert token_of(company.obtain(client)) == "token-1"
    assert company.store.asked == []


def test_a_refused_token_is_replaced_by_the_first_and_the_others_take_the_new_one() -> None:
    company = Company()
    clients = [company.client() for _ in range(5)]
    first = grant_of([company.obtain(client) for client in clients].pop())
    assert {token_of(company.obtain(client, first)) for client in clients} == {"token-2"}
    assert company.fetches == 2


def test_a_token_that_has_ended_is_fetched_once_for_all() -> None:
    company = Company()
    clients = [company.client() for _ in range(3)]
    for client in clients:
        company.obtain(client)
    company.now += 7200
    assert {token_of(company.obtain(client)) for client in clients} == {"token-2"}


def test_the_same_text_fetched_anew_counts_as_another_token() -> None:
    company = Company()
    one, other = company.client(), company.client()
    first = grant_of(company.obtain(one))
    company.obtain(other)
    company.obtain(one, first)
    text = company.store.texts["key"]
    company.store.texts["key"] = text.replace("token-2", "token-1")
    assert grant_of(company.obtain(other, first)).serial == "serial-2"
    assert company.fetches == 2


def test_whoever_waits_for_the_lock_takes_what_its_holder_saved() -> None:
    company = Company()
    holder, waiter = company.client(), company.client()

    def fetch_as_the_holder() -> None:
        company.store.locked = False
        company.obtain(holder)

    company.store.locked = True
    company.store.meanwhile = [lambda: None, lambda: None, fetch_as_the_holder]
    got = company.obtain(waiter)
    assert token_of(got) == "token-1"
    assert company.fetches == 1
    assert isinstance(got, Issued)
    assert got.waited == pytest.approx(0.02 + 0.04)


def test_a_lock_that_is_never_released_is_waited_for_with_growing_pauses_for_a_while() -> None:
    company = Company()
    company.store.locked = True
    got = company.obtain(company.client(), patience=10.0)
    assert token_of(got) == "token-1"
    assert company.waits[:6] == [0.02, 0.04, 0.08, 0.16, 0.25, 0.25]
    assert 9.5 < sum(company.waits) <= 10.0
    # The store works: what was fetched is for the others, too.
    assert token_of(company.obtain(company.client())) == "token-1"


def test_nobody_waits_longer_than_a_lock_can_last() -> None:
    company = Company()
    company.store.locked = True
    company.obtain(company.client(), patience=1000.0)
    assert sum(company.waits) <= 16


def test_those_who_waited_for_a_failed_fetch_share_its_failure() -> None:
    company = Company()
    company.refusal = Verdict("errcode", errcode=40001, errmsg="wrong secret")
    holder, waiter = company.client(), company.client()

    def fail_as_the_holder() -> None:
        company.store.locked = False
        assert company.obtain(holder) == NoToken(company.refusal)  # type: ignore[arg-type]

    company.store.locked = True
    company.store.meanwhile = [fail_as_the_holder]
    assert company.obtain(waiter) == NoToken(company.refusal)
    assert company.fetches == 1


def test_a_failure_from_before_does_not_keep_anybody_from_trying() -> None:
    company = Company()
    company.refusal = Verdict("lost")
    company.obtain(company.client())
    company.refusal = None
    assert token_of(company.obtain(company.client())) == "token-2"


def test_a_failure_is_stored_without_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    company = Company()
    client = company.client()
    client._rules = client._rules._replace(secrets=(Secret("h1dden-secret"),))
    company.refusal = Verdict("errcode", None, 40001, "no: h1dden-secret", "h1dden-secret", 200)
    company.obtain(client)
    text = company.store.texts["key"]
    assert "h1dden" not in text
    assert "no: ***" in text


def test_time_spent_waiting_is_taken_from_the_callers_patience() -> None:
    company = Company()
    company.store.locked = True
    got = company.obtain(company.client(), patience=1.0)
    assert isinstance(got, Issued)
    assert got.waited == pytest.approx(sum(company.waits) + 0.5)


def test_a_flow_that_is_closed_while_it_holds_the_lock_releases_it() -> None:
    company = Company()
    client = company.client()
    client._fetching = lambda patience: iter([Ask(lambda: None)])  # type: ignore[assignment, return-value]
    flow = client.obtaining(NeedToken(None, 20.0), False)
    outcome = None
    for _ in range(4):
        step = flow.send(outcome)
        assert isinstance(step, Ask)
        outcome = step.function()
    assert company.store.locked
    flow.close()
    assert not company.store.locked


def test_a_lock_that_comes_after_its_taker_was_torn_away_is_released() -> None:
    company = Company()
    turn = Turn(company.client()._store, 15.0)
    turn.end()
    assert not turn.take()
    assert not company.store.locked


def test_a_forked_child_leaves_its_parents_lock_alone() -> None:
    company = Company()
    turn = Turn(company.client()._store, 15.0)
    assert turn.take()
    turn._process -= 1
    turn.end()
    assert company.store.locked
