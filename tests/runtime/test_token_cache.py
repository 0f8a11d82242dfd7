"""One application's token and its store, without any server, thread or wait."""

from __future__ import annotations

import pytest

from ..exchange import AccessToken, Ask, Issued, NeedToken, NoToken, Secret, Verdict
from .fixtures import FakePlatform, token_of
from .stores import StoreLock


def grant_of(got: Issued | NoToken) -> AccessToken:
    assert isinstance(got, Issued)
    return got.grant


def test_a_client_that_has_a_token_does_not_ask_the_store() -> None:
    platform = FakePlatform()
    client = platform.client()
    platform.obtain(client)
    platform.store.asked.clear()
    assert token_of(platform.obtain(client)) == "token-1"
    assert platform.store.asked == []


def test_a_refused_token_is_replaced_by_the_first_and_the_others_take_the_new_one() -> None:
    platform = FakePlatform()
    clients = [platform.client() for _ in range(5)]
    first = grant_of([platform.obtain(client) for client in clients].pop())
    assert {token_of(platform.obtain(client, first)) for client in clients} == {"token-2"}
    assert platform.fetches == 2


def test_the_same_text_fetched_anew_counts_as_another_token() -> None:
    platform = FakePlatform()
    one, other = platform.client(), platform.client()
    first = grant_of(platform.obtain(one))
    platform.obtain(other)
    platform.obtain(one, first)
    text = platform.store.texts["key"]
    platform.store.texts["key"] = text.replace("token-2", "token-1")
    assert grant_of(platform.obtain(other, first)).serial == "serial-2"
    assert platform.fetches == 2


def test_whoever_waits_for_the_lock_takes_what_its_holder_saved() -> None:
    platform = FakePlatform()
    holder, waiter = platform.client(), platform.client()

    def fetch_as_the_holder() -> None:
        platform.store.locked = False
        platform.obtain(holder)

    platform.store.locked = True
    platform.store.meanwhile = [lambda: None, lambda: None, fetch_as_the_holder]
    got = platform.obtain(waiter)
    assert token_of(got) == "token-1"
    assert platform.fetches == 1
    assert isinstance(got, Issued)
    assert got.waited == pytest.approx(0.02 + 0.04)


def test_a_lock_that_is_never_released_is_waited_for_with_growing_pauses_for_a_while() -> None:
    platform = FakePlatform()
    platform.store.locked = True
    got = platform.obtain(platform.client(), patience=10.0)
    assert token_of(got) == "token-1"
    assert platform.waits[:6] == [0.02, 0.04, 0.08, 0.16, 0.25, 0.25]
    assert 9.5 < sum(platform.waits) <= 10.0
    # The store works: what was fetched is for the others, too.
    assert token_of(platform.obtain(platform.client())) == "token-1"


def test_nobody_waits_longer_than_a_lock_can_last() -> None:
    platform = FakePlatform()
    platform.store.locked = True
    platform.obtain(platform.client(), patience=1000.0)
    assert sum(platform.waits) <= 16


def test_those_who_waited_for_a_failed_fetch_share_its_failure() -> None:
    platform = FakePlatform()
    platform.refusal = Verdict("errcode", errcode=40001, errmsg="wrong secret")
    holder, waiter = platform.client(), platform.client()

    def fail_as_the_holder() -> None:
        platform.store.locked = False
        assert platform.obtain(holder) == NoToken(platform.refusal)  # type: ignore[arg-type]

    platform.store.locked = True
    platform.store.meanwhile = [fail_as_the_holder]
    assert platform.obtain(waiter) == NoToken(platform.refusal)
    assert platform.fetches == 1


def test_a_failure_is_stored_without_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    platform = FakePlatform()
    client = platform.client()
    client._rules = client._rules._replace(secrets=(Secret("h1dden-secret"),))
    platform.refusal = Verdict("errcode", None, 40001, "no: h1dden-secret", "h1dden-secret", 200)
    platform.obtain(client)
    text = platform.store.texts["key"]
    assert "h1dden" not in text
    assert "no: ***" in text


def test_time_spent_waiting_is_taken_from_the_callers_patience() -> None:
    platform = FakePlatform()
    platform.store.locked = True
    got = platform.obtain(platform.client(), patience=1.0)
    assert isinstance(got, Issued)
    assert got.waited == pytest.approx(sum(platform.waits) + 0.5)


def test_a_flow_that_is_closed_while_it_holds_the_lock_releases_it() -> None:
    platform = FakePlatform()
    client = platform.client()
    client._fetching = lambda patience: iter([Ask(lambda: None)])  # type: ignore[assignment, return-value]
    flow = client.obtaining(NeedToken(None, 20.0), False)
    outcome = None
    for _ in range(4):
        step = flow.send(outcome)
        assert isinstance(step, Ask)
        outcome = step.function()
    assert platform.store.locked
    flow.close()
    assert not platform.store.locked


def test_a_lock_that_comes_after_its_taker_was_torn_away_is_released() -> None:
    platform = FakePlatform()
    lock = StoreLock(platform.client()._store, 15.0)
    lock.end()
    assert not lock.take()
    assert not platform.store.locked


def test_a_forked_child_leaves_its_parents_lock_alone() -> None:
    platform = FakePlatform()
    lock = StoreLock(platform.client()._store, 15.0)
    assert lock.take()
    lock._process -= 1
    lock.end()
    assert platform.store.locked
