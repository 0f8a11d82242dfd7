"""The call flow, without I/O: what to send, after which outcome, how long to wait, what to raise.

`call` and `fetch_token` are flows (steps.py says what that is).

Outcomes are values. No exception of a transport travels, so the errors raised here hold none in
`__cause__` or `__context__`, where a URL with its token would stand.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Generator, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from .decode import number_of
from .errcodes import ErrorEntry, Language
from .errors import ResponseError, TransportError, WeComError, api_error
from .named import Named
from .redact import Secret, clean
from .request import Operation, Request, warn_of_lost_parameters
from .retry import Attempts, Deadline, Decode, Policy, Verdict, classify
from .steps import AccessToken, Issued, NeedToken, NoToken, Send, Step, Wait, is_sendable

if TYPE_CHECKING:
    from .answers import Answer
    from .hooks import Dispatcher
    from .rate import RateControl, RateLimit

_log = logging.getLogger("wecom_client")

_USUAL_LIFE = 7200
_LONGEST_LIFE = 31 * 86400


class Rules(Named):
    """What all calls of one client have in common, or of one `with_options`.

    `monotonic`: seconds, for `total_timeout`, which bounds one call. `timeout`: as in `Send`.
    `limit`: the calls a minute of all calls; `pace`: that of a job, which keeps to the limit too.
    `patience`: seconds that a job waits for the platform in all.
    """

    errors: Mapping[int, ErrorEntry]
    token_operation: Operation
    policy: Policy
    random: Callable[[], float]
    secrets: tuple[Secret, ...] = ()
    monotonic: Callable[[], float] = time.monotonic
    timeout: tuple[float, float] | None = None
    total_timeout: float | None = None
    limit: RateLimit | None = None
    pace: RateControl | None = None
    patience: float = 0.0
    language: Language = "en"
    hooks: Dispatcher | None = None


def call(
    request: Request, rules: Rules, answer: type[Answer] | None = None
) -> Generator[Step, Any, Any]:
    """Carry out one call and return the decoded JSON.

    `answer`: the class that will be made of it. Where that can be had at once, the answer itself is
    returned.

    Raises:
        ParameterError: the body cannot be encoded.
        APIError, TransportError, ResponseError: as their classes say.
    """
    operation = request.operation
    body = request.encode()
    deadline = Deadline(rules.total_timeout, rules.monotonic)
    attempts = Attempts(rules.policy, rules.random, rules.policy.budget, deadline)
    refused: tuple[AccessToken, Verdict] | None = None
    used: tuple[Secret, ...] = ()
    while True:
        got = yield NeedToken(refused[0] if refused else None, attempts.patience, deadline.left)
        if isinstance(got, NoToken):
            raise _without_token(got, refused, operation, attempts, rules, used)
        attempts.patience -= got.waited
        # By place, as at each call: by name it takes ten times as long.
        send = Send(request, body, got.grant.token, not operation.repeatable)
        verdict = yield from _exchange(send, attempts, rules, answer)
        if verdict.answer is not None:
            warn_of_lost_parameters(operation.path, verdict.errmsg)
            return verdict.answer
        used = (*used, got.grant.token)
        # One renewal a call; a token that only lay in a store may have ended long ago.
        is_renewed = refused is not None and (not got.taken or len(used) > 2)
        if verdict.kind != "token" or is_renewed:
            raise _error(verdict, operation, attempts, rules, used)
        refused = got.grant, verdict
        _log.info("%s: token refused with errcode %d, renewing it", operation.path, verdict.errcode)


def fetch_token(
    corp_id: str, secret: Secret, rules: Rules, clock: Callable[[], float], patience: float
) -> Generator[Step, Any, Issued | NoToken]:
    """Fetch a token; return it, or why there is none: many may wait, so nothing is raised."""
    operation = rules.token_operation
    rules = rules._replace(limit=None)  # which is one of the calls that the token is for
    request = Request(operation, {"corpid": corp_id, "corpsecret": secret}, None)
    deadline = Deadline(rules.total_timeout, rules.monotonic)
    attempts = Attempts(rules.policy, rules.random, patience, deadline)
    asked_at = clock()
    verdict = yield from _exchange(Send(request, None, None, fresh=False), attempts, rules)
    if verdict.answer is None:
        return NoToken(verdict)
    token = _token_of(verdict.answer)
    if token is None:
        return NoToken(Verdict("garbled", detail="the answer holds no access_token"))
    expires_at = asked_at + _life(verdict.answer.get("expires_in"))
    _log.debug("%s: a token was fetched", operation.path)
    grant = AccessToken(token, expires_at, os.urandom(8).hex())
    return Issued(grant, patience - attempts.patience)


def _token_of(answer: Mapping[str, Any]) -> Secret | None:
    token: Any = answer.get("access_token")
    return Secret(token) if is_sendable(token) else None


def _life(expires_in: object) -> int:
    seconds = number_of(expires_in)
    return seconds if seconds is not None and 0 < seconds <= _LONGEST_LIFE else _USUAL_LIFE


def _exchange(
    send: Send, attempts: Attempts, rules: Rules, answer: type[Answer] | None = None
) -> Generator[Step, Any, Verdict]:
    """Send until the outcome is final."""
    operation = send.request.operation
    known = rules.secrets if send.token is None else (*rules.secrets, send.token)
    decode = decoder_of(answer, known) if answer is not None else None
    while True:
        if (pace := rules.pace or rules.limit) is not None:
            yield from _acquire(pace, rules, attempts.deadline)
        if attempts.deadline.is_over:
            detail = f"the {rules.total_timeout:g} s of total_timeout were over before it was sent"
            return Verdict("rejected", detail=detail)
        limited, left = send, attempts.deadline.left
        if rules.timeout is not None or left is not None:
            limited = send._replace(timeout=rules.timeout, left=left)
        if rules.hooks is None:
            verdict = classify((yield limited), operation.errcode_required, decode)
        else:
            verdict = yield from rules.hooks.watch(limited, attempts.sends + 1, known, decode)
        if attempts.deadline.is_over and verdict.is_unknown:
            told = f"{verdict.detail}; the {rules.total_timeout:g} s of total_timeout are over"
            verdict = verdict._replace(detail=told)
        attempts.count(verdict)
        wait = attempts.pause(verdict, operation.repeatable)
        if wait is not None and not _may_wait(rules, verdict, wait):
            wait = None
        level = _level(verdict, wait)
        if _log.isEnabledFor(level):
            _report(level, send, verdict, attempts.sends, wait, known)
        if wait is None:
            return verdict
        yield Wait(wait, verdict.kind)


def decoder_of(answer: type[Answer], secrets: tuple[Secret, ...]) -> Decode | None:
    """Return what decodes a body straight into this class, if anything here can.

    `secrets`: what the bytes may not hold, as they are kept.
    """
    decode = _fast()
    return None if decode is None else partial(decode, answer, secrets)


@cache
def _fast() -> Callable[..., Any] | None:
    # Not at the top: the first answer is early enough, and not everybody has what it takes.
    try:
        from .fast import answer_of
    except ImportError:
        return None
    return answer_of


def _acquire(
    pace: RateControl | RateLimit, rules: Rules, deadline: Deadline
) -> Generator[Step, Any, None]:
    """Wait until a send may go out; that time is the client's own, and not the call's."""
    began = rules.monotonic()
    yield from pace.acquire()
    deadline.put_off(rules.monotonic() - began)


def _may_wait(rules: Rules, verdict: Verdict, wait: float) -> bool:
    """Tell a job's pace of a refusal, and return whether the job has patience for the wait."""
    if rules.pace is None or verdict.kind not in ("rate", "crowd"):
        return True
    return rules.pace.refused(verdict.kind, wait)


def _level(verdict: Verdict, wait: float | None) -> int:
    if wait is not None:
        return logging.INFO
    return logging.WARNING if verdict.is_unknown else logging.DEBUG


def _report(
    level: int,
    send: Send,
    verdict: Verdict,
    sends: int,
    wait: float | None,
    known: tuple[Secret, ...],
) -> None:
    fields = {
        "operation": send.request.operation.path,
        "outcome": verdict.kind,
        "errcode": verdict.errcode,
        "status": verdict.status,
        "sends": sends,
        "wait": wait,
    }
    why = f"errcode {verdict.errcode}" if verdict.errcode else clean(verdict.detail, known)
    why = f", {why}" if why else ""
    then = "" if wait is None else f"; sending again in {wait:.2f} s"
    path = fields["operation"]
    _log.log(level, "%s: send %d: %s%s%s", path, sends, verdict.kind, why, then, extra=fields)


def _without_token(
    got: NoToken,
    refused: tuple[AccessToken, Verdict] | None,
    operation: Operation,
    attempts: Attempts,
    rules: Rules,
    used: tuple[Secret, ...],
) -> WeComError:
    verdict = got.verdict
    if refused and got.refused_again:
        return _error(refused[1], operation, attempts, rules, used)
    if verdict.errcode and attempts.unknown is None:
        return _error(verdict, rules.token_operation, attempts, rules, used)
    detail = verdict.detail or f"errcode {verdict.errcode}"
    verdict = Verdict("rejected", detail=f"no token to be had: {detail}", status=verdict.status)
    return _error(verdict, operation, attempts, rules, used)


def _error(
    verdict: Verdict,
    operation: Operation,
    attempts: Attempts,
    rules: Rules,
    tokens: tuple[Secret, ...],
) -> WeComError:
    """Make the error of a final verdict.

    An earlier send with an unknown outcome may have been carried out, whatever came after it: that
    must not turn into "nothing was carried out".
    """
    secrets = (*rules.secrets, *tokens)
    verdict = verdict._replace(
        errmsg=clean(verdict.errmsg, secrets), detail=clean(verdict.detail, secrets)
    )
    path, page, before = operation.path, operation.doc_url, attempts.unknown
    if verdict.kind == "garbled":
        return ResponseError(verdict.detail, path, page)
    if verdict.kind == "lost":
        return TransportError(verdict.detail, path, "unknown", verdict.status, page)
    detail = verdict.detail or f"errcode {verdict.errcode}, {verdict.errmsg}"
    if before and verdict.kind in ("busy", "rate", "crowd", "not_made", "rejected"):
        lost = clean(before.detail, secrets)
        message = f"{lost}; sent again in vain: {detail}"
        return TransportError(message, path, "unknown", before.status or verdict.status, page)
    if verdict.errcode:
        code, text = verdict.errcode, verdict.errmsg
        is_after = before is not None
        return api_error(code, text, path, page, rules.errors, is_after, rules.language)
    return TransportError(verdict.detail, path, "not_sent", verdict.status, page)
