"""Hooks see every send of both clients, and change nothing."""

from __future__ import annotations

import asyncio
import functools
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from contextvars import ContextVar
from types import SimpleNamespace
from typing import Any

import pytest

from wecom_client import (
    APIError,
    AsyncWeComClient,
    HookCall,
    Hooks,
    TransportError,
    WeComClient,
    WeComError,
)

from .helpers import LIST, SECRET, TRANSFER, Connect, aread, read, write
from .loopback import (
    OK,
    Behaviour,
    Held,
    Loopback,
    drop,
    echo_token,
    http,
    raw,
    refuse_all_but,
    says,
    silent,
    unused_port,
)
from .test_leaks import TOKEN, assert_clean, log

__all__ = ["log"]

HINT = "1576065934_28_e0fae07666aa64636023c1fa7e8f49a4"


class Seen(Hooks):
    """Keeps what it sees."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, HookCall]] = []

    def before_send(self, call: HookCall) -> None:
        self.calls.append(("before_send", call))

    def after_answer(self, call: HookCall) -> None:
        self.calls.append(("after_answer", call))

    def after_error(self, call: HookCall) -> None:
        self.calls.append(("after_error", call))

    def of(self, operation: str) -> list[tuple[str, int, str | None, int]]:
        return [
            (name, call.attempt, call.outcome, call.errcode)
            for name, call in self.calls
            if call.operation == operation
        ]

    @property
    def last(self) -> HookCall:
        return self.calls[-1][1]


@pytest.fixture
def seen() -> Seen:
    return Seen()


def attempt_of(work: Callable[[], object]) -> None:
    with suppress(WeComError):
        work()


def test_a_call_is_seen_before_it_is_sent_and_after_its_answer(
    connect: Connect, seen: Seen
) -> None:
    read(connect(hooks=seen))
    sends = [("before_send", 1, None, 0), ("after_answer", 1, "done", 0)]
    assert seen.of("gettoken") == sends
    assert seen.of(LIST) == sends
    assert [call.operation for _, call in seen.calls] == ["gettoken"] * 2 + [LIST] * 2


@pytest.mark.parametrize(
    ("behaviour", "outcome", "errcode"),
    [
        (says({"errcode": 60003, "errmsg": "no"}), "errcode", 60003),
        (says({"errcode": "60003", "errmsg": "no"}), "errcode", 60003),
        (raw(http(b"", 403)), "rejected", 0),
        (raw(http(b"<html>")), "garbled", 0),
        (drop, "lost", 0),
    ],
    ids=["a code", "a code as text", "HTTP 403", "HTML", "no answer"],
)
def test_a_send_that_failed_is_seen_with_what_became_of_it(
    behaviour: Behaviour,
    outcome: str,
    errcode: int,
    server: Loopback,
    connect: Connect,
    seen: Seen,
) -> None:
    server.script(TRANSFER, behaviour)
    attempt_of(lambda: write(connect(hooks=seen)))
    assert seen.of(TRANSFER) == [
        ("before_send", 1, None, 0),
        ("after_error", 1, outcome, errcode),
    ]


def test_a_connection_that_is_not_made_is_seen(connect: Connect, seen: Seen) -> None:
    client = connect(access_token="t", base_url=f"http://127.0.0.1:{unused_port()}", hooks=seen)
    with pytest.raises(TransportError):
        write(client)
    assert {outcome for _, _, outcome, _ in seen.of(TRANSFER)} == {None, "not_made"}


def test_each_send_of_a_call_is_seen_with_its_number(
    server: Loopback, connect: Connect, seen: Seen
) -> None:
    server.script(LIST, says({"errcode": -1}), drop, says(OK))
    read(connect(hooks=seen))
    assert [one for one in seen.of(LIST) if one[0] != "before_send"] == [
        ("after_error", 1, "busy", -1),
        ("after_error", 2, "lost", 0),
        ("after_answer", 3, "done", 0),
    ]


def test_a_renewed_token_goes_on_with_the_numbers(
    server: Loopback, connect: Connect, seen: Seen
) -> None:
    server.script(LIST, refuse_all_but("token-2"))
    read(connect(hooks=seen))
    assert [(call.operation, call.attempt) for _, call in seen.calls[::2]] == [
        ("gettoken", 1),
        (LIST, 1),
        ("gettoken", 1),
        (LIST, 2),
    ]


@pytest.mark.parametrize(
    ("errmsg", "hint"),
    [
        (f"no, hint: [{HINT}], from ip: 9.30.0.138, more info at https://x?e=48002", HINT),
        ("no. hint:[1700000000123456789] more", "1700000000123456789"),
        ("Hint: [ 1 ]", "1"),
        ("no", None),
        ("hint: []", None),
        ("hint: [", None),
        ("", None),
        (None, None),
        ({"hint": "[1]"}, None),
        (f"hint: [{TOKEN}]", "***"),
        (f"hint: [access_token={TOKEN}]", "access_token=***"),
    ],
)
def test_the_hint_of_an_errmsg_is_read(
    errmsg: object, hint: str | None, server: Loopback, connect: Connect, seen: Seen
) -> None:
    server.script("gettoken", says({**OK, "access_token": TOKEN, "expires_in": 7200}))
    server.script(TRANSFER, says({"errcode": 48002, "errmsg": errmsg}))
    attempt_of(lambda: write(connect(hooks=seen)))
    assert seen.last.hint == hint


def test_the_hint_of_an_answer_is_read_too(server: Loopback, connect: Connect, seen: Seen) -> None:
    text = f"ok, hint: [{HINT}]"
    server.script(TRANSFER, says({"errcode": 0, "errmsg": text}))
    write(connect(hooks=seen))
    assert (seen.last.outcome, seen.last.hint) == ("done", HINT)


def test_the_duration_is_that_of_one_send(
    server: Loopback, make_sync: Callable[..., WeComClient], seen: Seen
) -> None:
    now = [5.0]

    class Client(make_sync().__class__):  # type: ignore[misc]
        _tools = WeComClient._tools._replace(
            monotonic=lambda: now[0], sleep=lambda _: now.append(now.pop() + 100)
        )

    def later(exchange: Any) -> bool:
        now[0] += 2.5
        return says({"errcode": -1})(exchange)

    server.script(LIST, later, says(OK))
    with Client("corp", SECRET, base_url=server.base_url, hooks=seen) as client:
        read(client)
    durations = [call.duration for _, call in seen.calls if call.operation == LIST]
    assert durations == [0.0, 2.5, 0.0, 0.0]


def test_hooks_see_neither_url_nor_parameter_nor_secret(
    server: Loopback, connect: Connect, seen: Seen
) -> None:
    server.script("gettoken", says({**OK, "access_token": TOKEN, "expires_in": 7200}))
    server.script(TRANSFER, echo_token)
    attempt_of(lambda: write(connect(hooks=seen)))
    for _, call in seen.calls:
        assert_clean(repr(call))
        assert_clean(repr(tuple(call)))
        assert "abel" not in repr(call)
    assert HookCall._fields == ("operation", "attempt", "outcome", "errcode", "duration", "hint")


def test_what_hooks_see_cannot_be_changed(connect: Connect) -> None:
    kept: list[HookCall] = []
    read(connect(hooks=SimpleNamespace(before_send=kept.append)))
    with pytest.raises(AttributeError):
        kept[0].attempt = 5  # type: ignore[misc]


@pytest.mark.parametrize("name", ["before_send", "after_answer", "after_error"])
def test_one_method_is_enough(name: str, server: Loopback, connect: Connect) -> None:
    kept: list[HookCall] = []
    server.script(LIST, says({"errcode": -1}), says(OK))
    read(connect(hooks=SimpleNamespace(**{name: kept.append, "of_another_kind": 5})))
    assert LIST in {call.operation for call in kept}


@pytest.mark.parametrize("name", ["before_send", "after_answer", "after_error"])
def test_a_hook_that_raises_is_logged_clean_and_changes_nothing(
    name: str, server: Loopback, connect: Connect, log: Any
) -> None:
    def fail(call: HookCall) -> None:
        raise ValueError(f"of the hook's own, {SECRET}")

    server.script(LIST, says({"errcode": -1}), says(OK))
    assert read(connect(hooks=SimpleNamespace(**{name: fail}))) == OK
    assert server.count(LIST) == 2
    assert f"{LIST}: the hook {name} failed: Traceback" in log.getvalue()
    assert "ValueError: of the hook's own, ***" in log.getvalue()


@pytest.mark.parametrize("name", ["before_send", "after_answer"])
@pytest.mark.parametrize("interruption", [KeyboardInterrupt, SystemExit])
def test_an_interruption_in_a_hook_goes_up(
    name: str, interruption: type[BaseException], make_sync: Callable[..., WeComClient]
) -> None:
    def fail(call: HookCall) -> None:
        raise interruption

    with make_sync(hooks=SimpleNamespace(**{name: fail})) as client, pytest.raises(interruption):
        read(client)


@pytest.mark.skipif(not hasattr(signal, "SIGUSR1"), reason="no signals to send")
def test_what_a_signal_handler_raises_in_a_hook_goes_up(
    make_sync: Callable[..., WeComClient],
) -> None:
    def end(*_: object) -> None:
        raise TimeoutError("the time is over")

    def strike(call: HookCall) -> None:
        os.kill(os.getpid(), signal.SIGUSR1)

    before = signal.signal(signal.SIGUSR1, end)
    try:
        with (
            make_sync(hooks=SimpleNamespace(before_send=strike)) as client,
            pytest.raises(TimeoutError, match="the time is over"),
        ):
            read(client)
    finally:
        signal.signal(signal.SIGUSR1, before)


def test_a_cancelled_send_is_seen(
    server: Loopback, make_async: Callable[..., AsyncWeComClient], seen: Seen
) -> None:
    held = Held(silent)
    server.script(LIST, held)

    async def work() -> None:
        async with make_async(hooks=seen) as client:
            task = asyncio.ensure_future(aread(client))
            await held.wait_for(1)
            task.cancel()
            held.leave.set()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(work())
    assert seen.of(LIST) == [("before_send", 1, None, 0), ("after_error", 1, "interrupted", 0)]


_TENANT: ContextVar[str] = ContextVar("tenant", default="nobody")


def test_hooks_run_in_the_context_of_the_caller(connect: Connect) -> None:
    found: list[str] = []
    hooks = SimpleNamespace(before_send=lambda call: found.append(_TENANT.get()))
    client = connect(hooks=hooks)
    token = _TENANT.set("mine")
    read(client)
    _TENANT.reset(token)
    assert found == ["mine", "mine"]


def test_hooks_run_in_the_thread_of_the_caller(make_sync: Callable[..., WeComClient]) -> None:
    found: list[int] = []
    hooks = SimpleNamespace(after_answer=lambda call: found.append(threading.get_ident()))
    with make_sync(hooks=hooks) as client:
        read(client)
    assert set(found) == {threading.get_ident()}


class Asynchronous:
    async def after_error(self, call: HookCall) -> None:
        pass


class AsynchronousObject:
    async def __call__(self, call: HookCall) -> None:
        pass


@pytest.mark.parametrize(
    ("hooks", "match"),
    [
        (5, "at least one of the methods before_send, after_answer and after_error, is int"),
        ({"before_send": print}, "is dict"),
        (print, "at least one"),
        (SimpleNamespace(before_sent=print), "at least one"),
        (Hooks, "is the class Hooks"),
        (SimpleNamespace(before_send=5), r"hooks\.before_send must be a method, is int"),
        (Asynchronous(), r"hooks\.after_error must be a plain method"),
        (
            SimpleNamespace(before_send=AsynchronousObject()),
            r"hooks\.before_send must be a plain method",
        ),
        (
            SimpleNamespace(
                before_send=functools.partial(Asynchronous.after_error, Asynchronous())
            ),
            r"hooks\.before_send must be a plain method",
        ),
    ],
)
@pytest.mark.parametrize("client", [WeComClient, AsyncWeComClient])
def test_what_can_be_no_hooks_is_refused(client: Any, hooks: Any, match: str) -> None:
    with pytest.raises(TypeError, match=match):
        client("corp", "secret", hooks=hooks)


def test_a_hook_that_returns_something_to_await_is_told_of(connect: Connect, log: Any) -> None:
    hooks = SimpleNamespace(before_send=lambda call: Asynchronous().after_error(call))
    assert read(connect(hooks=hooks)) == OK
    assert "something to await, which nobody does" in log.getvalue()


def test_an_error_is_the_same_with_hooks(server: Loopback, connect: Connect, seen: Seen) -> None:
    server.script(TRANSFER, says({"errcode": 60003, "errmsg": "no such member"}))
    told: list[APIError] = []
    for hooks in (None, seen):
        with pytest.raises(APIError) as raised:
            write(connect(hooks=hooks))
        told.append(raised.value)
    assert told[0] == told[1]


@pytest.fixture(autouse=True)
def no_warning_is_left(recwarn: pytest.WarningsRecorder) -> Iterator[None]:
    yield
    assert [str(one.message) for one in recwarn] == []
