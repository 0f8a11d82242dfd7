"""Tokens: refusals of gettoken, the token's life, and refusals of dead tokens."""

from __future__ import annotations

import pytest

from wecom_client.simulator import Simulator

from ..model import path_of
from .helpers import Api, Clock


def test_a_token_lives_7200_seconds(api: Api) -> None:
    answer = api.get_token(corpid=api.sim.corp_id, corpsecret=api.sim.secret)
    assert answer["errcode"] == 0
    assert answer["expires_in"] == 7200
    assert 0 < len(answer["access_token"]) <= 512


def test_asking_again_returns_the_same_token_and_what_is_left_of_its_life(
    api: Api, clock: Clock
) -> None:
    first = api.renew()
    clock.now += 7000
    answer = api.get_token(corpid=api.sim.corp_id, corpsecret=api.sim.secret)
    assert answer["access_token"] == first
    assert answer["expires_in"] == 200


def test_after_its_end_a_token_is_refused_with_42001_and_another_one_is_issued(
    api: Api, clock: Clock
) -> None:
    first = api.renew()
    clock.now += 7200
    assert api.call("list", limit=1)["errcode"] == 42001
    assert api.renew() != first
    assert api.call("list", limit=1)["errcode"] == 0


def test_expire_token_ends_a_token_early(api: Api, sim: Simulator) -> None:
    first = api.renew()
    sim.expire_token()
    assert api.call("list", limit=1)["errcode"] == 42001
    assert api.renew() != first
    assert api.call("list", limit=1)["errcode"] == 0


def test_expire_token_before_any_token_was_issued_is_harmless(api: Api, sim: Simulator) -> None:
    sim.expire_token()
    assert api.call("list", limit=1)["errcode"] == 0


@pytest.mark.parametrize(
    ("query", "errcode"),
    [
        ({"corpsecret": "{secret}"}, 41002),
        ({"corpid": "", "corpsecret": "{secret}"}, 41002),
        ({"corpid": "{corp_id}"}, 41004),
        ({"corpid": "ww0", "corpsecret": "{secret}"}, 40013),
        ({"corpid": "{corp_id}", "corpsecret": "wrong"}, 40001),
    ],
)
def test_gettoken_refuses_what_is_missing_or_wrong(
    api: Api, query: dict[str, str], errcode: int
) -> None:
    known = {"corp_id": api.sim.corp_id, "secret": api.sim.secret}
    answer = api.get_token(**{name: text.format(**known) for name, text in query.items()})
    assert answer["errcode"] == errcode
    assert "access_token" not in answer


def test_a_call_without_a_token_is_refused_with_41001(api: Api) -> None:
    answer = api.send("POST", path_of("list"), json={"limit": 1})
    assert answer["errcode"] == 41001


def test_a_token_in_the_body_does_not_count(api: Api) -> None:
    body = {"limit": 1, "access_token": api.renew()}
    answer = api.send("POST", path_of("list"), json=body)
    assert answer["errcode"] == 41001


def test_a_token_that_was_never_issued_is_refused_with_40014(api: Api) -> None:
    api.token = "invented"
    assert api.call("list", limit=1)["errcode"] == 40014


def test_two_simulators_do_not_know_each_others_tokens(api: Api) -> None:
    token = api.renew()
    with Simulator() as other:
        foreign = Api(other)
        foreign.token = token
        assert foreign.call("list", limit=1)["errcode"] == 40014
        foreign.http.close()


def test_each_application_has_its_own_token(api: Api, sim: Simulator) -> None:
    other = Api(sim, sim.add_application())
    assert other.renew() != api.renew()
    assert other.call("list", limit=1)["errcode"] == 0
    other.http.close()


def test_tokens_are_counted_with_their_requests_and_their_ends(
    api: Api, sim: Simulator, clock: Clock
) -> None:
    def counts() -> tuple[int, int, int]:
        return sim.token_requests, sim.tokens_issued, sim.tokens_ended

    assert counts() == (0, 0, 0)
    api.get_token(corpid=sim.corp_id, corpsecret="wrong")
    api.renew()
    api.renew()
    assert counts() == (2, 1, 0)
    sim.expire_token()
    sim.expire_token()
    assert counts() == (2, 1, 1)
    api.renew()
    clock.now += 7200
    assert counts() == (3, 2, 2)
