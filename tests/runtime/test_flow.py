"""The call flow, without any server, transport or wait."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest

from wecom_client import (
    APIError,
    AuthenticationError,
    BusyError,
    ConflictError,
    NotFoundError,
    Operation,
    ParameterError,
    RateLimitError,
    Request,
    ResponseError,
    TokenError,
    TransportError,
)

from ..exchange import (
    AccessToken,
    Issued,
    NeedToken,
    NoReply,
    NoToken,
    Reply,
    Secret,
    Send,
    Verdict,
    Wait,
)
from ..flows import call, fetch_token
from .flow_runs import (
    DROPPED,
    GETTOKEN,
    HTML,
    NOT_MADE,
    OK,
    READ,
    SECRET,
    UNTRUSTED,
    WRITE,
    Tokens,
    rules,
    run,
    run_flow,
    says,
)


def test_a_call_asks_for_a_token_sends_once_and_returns_the_decoded_answer() -> None:
    came = run(READ, OK)
    assert came.steps == [
        NeedToken(None, 20.0),
        Send(Request(READ, {}, {"limit": 10}), b'{"limit":10}', Secret("token-1"), fresh=False),
    ]
    assert came.result == {"errcode": 0, "errmsg": "ok", "total": 3}


def test_a_body_that_cannot_be_encoded_is_refused_before_anything_else() -> None:
    came = run_flow(call(Request(READ, {}, {"limit": {1}}), rules()), [OK])
    assert isinstance(came.error, ParameterError)
    assert came.steps == []


@pytest.mark.parametrize(("operation", "fresh"), [(READ, False), (WRITE, True)])
def test_only_what_may_not_be_repeated_wants_a_fresh_connection(
    operation: Operation, fresh: bool
) -> None:
    assert [step.fresh for step in run(operation, OK).of(Send)] == [fresh]


@pytest.mark.parametrize("errcode", [40014, 42001])
def test_a_refused_token_is_renewed_at_once_and_the_call_sent_again(errcode: int) -> None:
    came = run(WRITE, says(errcode), OK)
    assert came.result["total"] == 3
    assert [step.token.reveal() for step in came.of(Send)] == ["token-1", "token-2"]
    assert [step.refused and step.refused.token.reveal() for step in came.of(NeedToken)] == [
        None,
        "token-1",
    ]
    assert not came.of(Wait)


def test_a_second_refusal_ends_the_call() -> None:
    came = run(READ, says(40014))
    assert type(came.error) is TokenError
    assert (came.sends, len(came.of(NeedToken))) == (2, 2)


def test_a_second_refusal_ends_the_call_also_when_something_else_lay_between() -> None:
    came = run(READ, says(40014), says(-1), says(42001))
    assert type(came.error) is TokenError
    assert came.sends == 3


@pytest.mark.parametrize("errcode", [41001, 42009, 40001, 48001])
def test_no_other_code_renews_the_token(errcode: int) -> None:
    came = run(READ, says(errcode))
    assert isinstance(came.error, APIError)
    assert (came.sends, len(came.of(NeedToken))) == (1, 1)


def test_a_source_with_no_other_token_ends_the_call_at_the_first_refusal() -> None:
    def tokens(need: NeedToken) -> Issued | NoToken:
        if need.refused:
            return NoToken(Verdict("token"), refused_again=True)
        return Issued(AccessToken(Secret("given")))

    came = run(READ, says(40014, "invalid: given"), tokens=tokens)
    assert type(came.error) is TokenError
    assert came.error.errmsg == "invalid: ***"
    assert came.sends == 1


@pytest.mark.parametrize("operation", [READ, WRITE])
@pytest.mark.parametrize("outcome", [says(-1), says(45009), says(45036), says(45033), NOT_MADE])
def test_what_was_not_carried_out_is_sent_again(operation: Operation, outcome: Any) -> None:
    came = run(operation, outcome, outcome, OK)
    assert came.result["total"] == 3
    assert [step.seconds for step in came.of(Wait)] == [0.5, 1.0]


@pytest.mark.parametrize("outcome", [DROPPED, HTML, Reply(502, b"")])
def test_an_unknown_outcome_is_repeated_only_where_the_operation_allows_it(outcome: Any) -> None:
    assert run(READ, outcome, OK).result["total"] == 3
    failed = run(WRITE, outcome, OK)
    assert failed.error is not None
    assert failed.error.outcome == "unknown"  # type: ignore[attr-defined]
    assert failed.sends == 1


@pytest.mark.parametrize("errcode", [45035, 6000])
def test_a_conflict_is_waited_out_by_operations_that_may_be_repeated(errcode: int) -> None:
    waited = run(READ, says(errcode), says(errcode), OK)
    assert waited.result["total"] == 3
    assert [step.seconds for step in waited.of(Wait)] == [0.5, 1.0]
    assert {step.kind for step in waited.of(Wait)} == {"conflict"}

    lasting = run(READ, says(errcode))
    assert type(lasting.error) is ConflictError
    assert lasting.sends == 6
    assert lasting.waited <= 20


@pytest.mark.parametrize("errcode", [45035, 6000])
def test_a_write_that_collided_is_not_sent_again(errcode: int) -> None:
    came = run(WRITE, says(errcode), OK)
    assert type(came.error) is ConflictError
    assert came.sends == 1
    assert not came.error.after_unknown


@pytest.mark.parametrize("errcode", [45035, 6000])
def test_a_conflict_after_a_lost_send_says_that_the_earlier_one_may_count(errcode: int) -> None:
    raised = run(READ, DROPPED, says(errcode)).error
    assert type(raised) is ConflictError
    assert raised.after_unknown


@pytest.mark.parametrize(
    ("outcome", "sends", "error"),
    [(says(-1), 3, BusyError), (DROPPED, 3, TransportError), (HTML, 3, ResponseError)]
    + [(says(45009), 6, RateLimitError), (says(45033), 6, RateLimitError)]
    + [(NOT_MADE, 6, TransportError)],
)
def test_each_kind_has_its_number_of_sends(outcome: Any, sends: int, error: type) -> None:
    came = run(READ, outcome)
    assert type(came.error) is error
    assert came.sends == sends


@pytest.mark.parametrize(
    ("outcome", "error", "outcome_says", "status"),
    [
        (DROPPED, TransportError, "unknown", None),
        (Reply(503, b""), TransportError, "unknown", 503),
        (NOT_MADE, TransportError, "not_sent", None),
        (UNTRUSTED, TransportError, "not_sent", None),
        (Reply(302, b""), TransportError, "not_sent", 302),
        (Reply(404, b""), TransportError, "not_sent", 404),
        (HTML, ResponseError, "unknown", None),
    ],
)
def test_a_failure_to_the_end_says_what_is_known(
    outcome: Any, error: type[Any], outcome_says: str, status: int | None
) -> None:
    raised: Any = run(READ, outcome).error
    assert type(raised) is error
    assert raised.outcome == outcome_says
    assert getattr(raised, "status", None) == status
    assert (raised.operation, raised.doc_url) == (READ.path, READ.doc_url)


@pytest.mark.parametrize(
    "outcome", [UNTRUSTED, Reply(302, b""), Reply(404, b""), says(49008), says(90500), OK]
)
def test_what_is_final_is_sent_once(outcome: Any) -> None:
    assert run(READ, outcome).sends == 1


@pytest.mark.parametrize("outcome", [says(45009), NOT_MADE, DROPPED, HTML, says(-1)])
def test_a_call_that_keeps_failing_ends_within_20_seconds_of_waiting(outcome: Any) -> None:
    came = run(READ, outcome)
    assert came.error is not None
    assert came.waited <= 20


def test_a_mixture_of_failures_with_slow_tokens_ends_within_20_seconds_of_waiting() -> None:
    grants = iter(
        [
            Issued(AccessToken(Secret("token-a")), waited=7.0),
            Issued(AccessToken(Secret("token-b")), waited=7.0),
        ]
    )
    outcomes = [says(45009), says(40014), NOT_MADE, DROPPED, says(45033)]
    came = run(READ, *outcomes, tokens=lambda need: next(grants))
    assert came.error is not None
    assert came.waited + 14.0 <= 20
    assert [step.patience for step in came.of(NeedToken)] == [20.0, 12.5]


@pytest.mark.parametrize("before", [DROPPED, Reply(502, b"")])
@pytest.mark.parametrize("after", [says(-1), says(45009), NOT_MADE, Reply(404, b""), UNTRUSTED])
def test_an_earlier_unknown_outcome_stays_unknown(before: Any, after: Any) -> None:
    raised = run(READ, before, after).error
    assert isinstance(raised, TransportError)
    assert raised.outcome == "unknown"
    assert "sent again in vain" in raised.message


def test_a_final_code_after_an_unknown_outcome_says_that_the_earlier_send_may_count() -> None:
    raised = run(READ, DROPPED, says(49008)).error
    assert type(raised) is NotFoundError
    assert raised.after_unknown
    assert "may have been carried out" in str(raised)
    assert not run(READ, says(49008)).error.after_unknown  # type: ignore[union-attr]


def test_a_token_that_cannot_be_had_after_an_unknown_outcome_leaves_it_unknown() -> None:
    no_token = NoToken(Verdict("busy", errcode=-1))
    answers: Iterator[Any] = iter([Issued(AccessToken(Secret("token-a"))), no_token])
    raised = run(READ, DROPPED, says(40014), tokens=lambda need: next(answers)).error
    assert isinstance(raised, TransportError)
    assert raised.outcome == "unknown"
    assert "no token to be had" in str(raised)


@pytest.mark.parametrize("kind", ["lost", "garbled", "not_made", "rejected"])
def test_no_token_to_be_had_means_that_nothing_was_sent(kind: Any) -> None:
    no_token = NoToken(Verdict(kind, detail="the reason", status=502))
    came = run(WRITE, OK, tokens=lambda need: no_token)
    assert isinstance(came.error, TransportError)
    assert (came.error.outcome, came.error.operation) == ("not_sent", WRITE.path)
    assert "no token to be had: the reason" in str(came.error)
    assert came.sends == 0


def test_an_errcode_of_gettoken_is_its_own_error() -> None:
    no_token = NoToken(Verdict("errcode", errcode=40001, errmsg="bad the-secret"))
    raised = run(READ, OK, tokens=lambda need: no_token).error
    assert type(raised) is AuthenticationError
    assert (raised.operation, raised.doc_url) == ("gettoken", GETTOKEN.doc_url)
    assert raised.errmsg == "bad ***"


def test_errmsg_is_cleaned_of_the_secret_and_of_every_token_used() -> None:
    raised = run(READ, says(40014), says(49008, "token-1 token-2 the-secret access_token=x")).error
    assert isinstance(raised, APIError)
    assert raised.errmsg == "*** *** *** access_token=***"


def test_details_of_a_transport_are_cleaned() -> None:
    raised = run(WRITE, NoReply("lost", "GET /x?a=token-1")).error
    assert isinstance(raised, TransportError)
    assert "token-1" not in raised.message


def test_steps_do_not_show_token_or_secret() -> None:
    fetched = run_flow(fetch_token("corp", SECRET, rules(), lambda: 0.0, 20.0), [says(40001)])
    came = run(READ, says(40014), OK)
    assert fetched.sends == 1
    assert "token-" not in repr(came.steps)
    assert "the-secret" not in repr(fetched.steps)


def test_waits_are_logged_with_operation_errcode_and_count(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG, "wecom_client")
    run(READ, says(45009), OK)
    first, last = caplog.records
    assert (first.levelname, last.levelname) == ("INFO", "DEBUG")
    fields: Any = first
    assert (fields.operation, fields.errcode, fields.sends, fields.wait) == (
        READ.path,
        45009,
        1,
        0.5,
    )
    assert (
        first.getMessage() == f"{READ.path}: send 1: rate, errcode 45009; sending again in 0.50 s"
    )
    assert last.getMessage() == f"{READ.path}: send 2: done"


def test_an_unknown_outcome_is_logged_as_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    run(WRITE, NoReply("lost", "no answer to token-1"))
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert caplog.messages == [f"{WRITE.path}: send 1: lost, no answer to ***"]


@pytest.mark.parametrize(
    ("outcome", "kind"),
    [(says(-1), "busy"), (says(45009), "rate"), (says(45033), "crowd"), (DROPPED, "lost")]
    + [(says(45036), "rate"), (says(45035), "conflict"), (says(6000), "conflict")]
    + [(NOT_MADE, "not_made"), (HTML, "garbled")],
)
def test_a_wait_says_what_it_is_for(outcome: Any, kind: str) -> None:
    assert [step.kind for step in run(READ, outcome, OK).of(Wait)] == [kind]


def taking(*takens: bool) -> Tokens:
    """Give out tokens that were taken from a store, or fetched."""
    left = iter(takens)
    numbers = iter(range(1, 99))
    return lambda need: Issued(
        AccessToken(Secret(f"token-{next(numbers)}"), serial="x"), taken=next(left)
    )


def test_a_token_of_a_store_that_has_ended_too_is_followed_by_a_fetched_one() -> None:
    came = run(WRITE, says(40014), says(40014), OK, tokens=taking(False, True, False))
    assert came.result["total"] == 3
    assert came.sends == 3


@pytest.mark.parametrize(
    ("takens", "sends"), [((False, False), 2), ((False, True, False), 3), ((True, True, True), 3)]
)
def test_a_call_whose_every_token_is_refused_ends(takens: tuple[bool, ...], sends: int) -> None:
    came = run(WRITE, says(40014), tokens=taking(*takens))
    assert isinstance(came.error, TokenError)
    assert came.sends == sends
