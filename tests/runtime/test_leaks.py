"""Neither secret nor token stands in an exception, its history, a traceback, a repr or a log."""

from __future__ import annotations

import asyncio
import io
import logging
import pickle
import traceback
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote, quote_plus

import pytest

from wecom_client import WeComClient, WeComError

from ..declarations import Answer
from .helpers import LIST, SECRET, Either, aread, read, write
from .loopback import (
    CERTIFICATE,
    OK,
    Behaviour,
    Loopback,
    drop,
    echo_token,
    http,
    raw,
    refuse_all_but,
    reset,
    says,
    silent,
    unused_port,
)

TOKEN = "t0ken/+of=the&platform"
GIVEN = "g1ven/+by=the&caller"


def spellings(text: str) -> set[str]:
    return {text, quote(text), quote(text, safe=""), quote_plus(text)}


FORBIDDEN = spellings(SECRET) | spellings(TOKEN) | spellings(GIVEN)


def assert_clean(text: str) -> None:
    assert not [word for word in FORBIDDEN if word in text]


def family(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an exception and all that hang on it."""
    if error is not None:
        yield error
        yield from family(error.__cause__)
        yield from family(error.__context__)


def echo_everything(exchange: Any) -> bool:
    target = "&".join(f"{name}={value}" for name, value in exchange.seen.query.items())
    return raw(http(f"<html>{exchange.seen.path}?{target}".encode()))(exchange)


def redirect(exchange: Any) -> bool:
    there = f"Location: {exchange.server.base_url}/?access_token={quote(TOKEN)}\r\n"
    return raw(http(b"", 302, there))(exchange)


def damaged(exchange: Any) -> bool:
    return raw(http(TOKEN.encode(), headers="Content-Encoding: gzip\r\n"), keep=False)(exchange)


def behaviours(said: str) -> list[Behaviour]:
    """List what a server may do that repeats what it was sent."""
    return [
        drop,
        reset,
        silent,
        echo_token,
        echo_everything,
        redirect,
        damaged,
        refuse_all_but(),
        says({"errcode": -1, "errmsg": said}),
        says({"errcode": 45009, "errmsg": {"sent": said}}),
        says({"errcode": "48001", "errmsg": f"{SECRET} and {quote(said, safe='')}"}),
        says({"errmsg": said, said: SECRET}),
        says([said]),
        says(OK, 500),
        raw(http(f'{{"errcode": 0, "errmsg": "{said}'.encode(), length=500), keep=False),
        raw(f"HTTP/1.1 {said}\r\n\r\n".encode(), keep=False),
        raw(f"{said}\r\n\r\n".encode(), keep=False),
        raw(f"HTTP/1.1 500 X\r\n{said}\r\n\r\n".encode(), keep=False),
        raw(f"HTTP/1.1 500 X\r\nX-Sent: {said}\r\nContent-Length: 0\r\n\r\n".encode()),
    ]


def hasty_where(nobody_answers: bool) -> tuple[float, float]:
    """Return the seconds to wait for a connection and for an answer."""
    return (60.0, 0.1 if nobody_answers else 60.0)


_NUMBERS = range(len(behaviours("")))


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> Iterator[io.StringIO]:
    """Collect what every logger writes at DEBUG."""
    caplog.set_level(logging.DEBUG)
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    logging.getLogger().addHandler(handler)
    yield stream
    logging.getLogger().removeHandler(handler)
    for record in caplog.records:
        assert_clean(repr(vars(record)))
    assert_clean(stream.getvalue())


def assert_no_leak(work: Callable[[], object], expected: type[BaseException] = WeComError) -> None:
    try:
        work()
    except expected as raised:
        error = raised
    else:
        pytest.fail("the call was to fail")
    for one in family(error):
        assert_clean(f"{one} {one!r} {vars(one)!r} {one.args!r}")
    assert (error.__cause__, error.__context__) == (None, None)
    told = traceback.TracebackException.from_exception(error, capture_locals=True)
    frames = [frame for frame in told.stack if "/_runtime/" in frame.filename]
    assert frames
    for frame in frames:
        assert_clean(f"{frame.line} {frame.locals}")
    assert_clean(repr(pickle.loads(pickle.dumps(error))) if expected is WeComError else "")


@pytest.mark.parametrize("behaviour", behaviours(TOKEN), ids=_NUMBERS)
@pytest.mark.parametrize("call", [read, write])
def test_a_failing_call_leaks_nothing(
    behaviour: Behaviour, call: Any, server: Loopback, connect: Any, log: io.StringIO
) -> None:
    server.script("gettoken", says({**OK, "access_token": TOKEN, "expires_in": 7200}))
    server.script("externalcontact/groupchat/list", behaviour)
    server.script("externalcontact/groupchat/transfer", behaviour)
    client = connect(timeout=hasty_where(behaviour is silent))
    assert_no_leak(lambda: call(client))
    assert_clean(f"{client!r} {client._tokens!r} {client._transport!r} {vars(client)!r}")
    assert log.getvalue()


@pytest.mark.parametrize("behaviour", behaviours(SECRET), ids=_NUMBERS)
def test_a_failing_gettoken_leaks_nothing(
    behaviour: Behaviour, server: Loopback, connect: Any, log: io.StringIO
) -> None:
    server.script("gettoken", behaviour)
    client = connect(timeout=hasty_where(behaviour is silent))
    assert_no_leak(lambda: write(client))


@pytest.mark.parametrize("access_token", [GIVEN, lambda: GIVEN])
@pytest.mark.parametrize("behaviour", [drop, echo_token, echo_everything, refuse_all_but()])
def test_a_failing_call_with_a_token_of_the_caller_leaks_nothing(
    behaviour: Behaviour, access_token: Any, server: Loopback, connect: Any, log: io.StringIO
) -> None:
    server.script("externalcontact/groupchat/transfer", behaviour)
    assert_no_leak(lambda: write(connect(access_token=access_token)))


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_connection_that_cannot_be_made_leaks_nothing(
    scheme: str, server: Loopback, connect: Any, log: io.StringIO
) -> None:
    base_url = f"{scheme}://127.0.0.1:{unused_port()}"
    assert_no_leak(lambda: write(connect(base_url=base_url)))
    assert_no_leak(lambda: write(connect(access_token=GIVEN, base_url=base_url)))


def test_a_proxy_that_is_not_there_leaks_nothing(connect: Any, log: io.StringIO) -> None:
    proxies = {"http": f"http://127.0.0.1:{unused_port()}"}
    client = connect(access_token=GIVEN, base_url="http://wecom.invalid", proxies=proxies)
    assert_no_leak(lambda: write(client))


@pytest.mark.parametrize("tls", [False, True])
def test_a_cancelled_call_and_an_event_loop_that_complains_leak_nothing(
    tls: bool, server: Loopback, make_async: Any, log: io.StringIO
) -> None:
    """In its debug mode, asyncio logs tasks, slow steps, and what was left open."""
    server.tls = tls
    server.script(LIST, *[silent] * 4, says(OK))
    server.script("gettoken", says({**OK, "access_token": TOKEN, "expires_in": 7200}))
    client = make_async(timeout=60.0, verify=str(CERTIFICATE))
    frames: list[traceback.FrameSummary] = []

    async def interrupted() -> None:
        try:
            await aread(client)
        except asyncio.CancelledError as error:
            told = traceback.TracebackException.from_exception(error, capture_locals=True)
            frames.extend(frame for frame in told.stack if "/_runtime/" in frame.filename)
            raise

    async def work() -> None:
        asyncio.get_running_loop().slow_callback_duration = 0.0
        tasks = [asyncio.create_task(interrupted()) for _ in range(4)]
        while server.count(LIST) < 4:
            await asyncio.sleep(0)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        assert await aread(client) == OK
        await client.aclose()

    asyncio.run(work(), debug=True)
    assert "Executing" in log.getvalue()
    assert "send" in {frame.name for frame in frames}
    for frame in frames:
        assert_clean(f"{frame.line} {frame.locals}")


@pytest.mark.parametrize(
    ("args", "options"),
    [
        ((None, SECRET), {}),
        (("", SECRET), {}),
        ((5, SECRET), {}),
        (("corp", SECRET), {"checks": "all"}),
        (("corp", SECRET), {"base_url": "no url"}),
        (("corp", SECRET), {"timeout": -1}),
        (("corp", SECRET), {"clock": 5}),
        (("corp", SECRET.encode()), {}),
        (("corp", SECRET), {"access_token": TOKEN}),
        ((), {"access_token": TOKEN, "timeout": -1}),
    ],
)
def test_a_refused_argument_leaks_nothing(args: Any, options: Any) -> None:
    assert_no_leak(lambda: WeComClient(*args, **options), expected=(ValueError, TypeError))  # type: ignore[arg-type]


def test_calls_that_succeed_leak_nothing_into_the_log(
    server: Loopback, connect: Any, log: io.StringIO
) -> None:
    server.script("gettoken", says({**OK, "access_token": TOKEN, "expires_in": 7200}))
    client = connect()
    read(client)
    write(client)
    if "urllib3" in log.getvalue():  # which shows the URL
        assert "access_token=***" in log.getvalue()
        assert "corpsecret=***" in log.getvalue()


def test_the_log_is_silent_by_default(
    server: Loopback, client: Either, capfd: pytest.CaptureFixture[str]
) -> None:
    server.script("externalcontact/groupchat/transfer", drop)
    with pytest.raises(WeComError):
        write(client)
    assert capfd.readouterr() == ("", "")


def test_an_answer_that_repeats_the_token_is_as_it_came_and_its_repr_is_clean(
    server: Loopback, connect: Any
) -> None:
    echo = {**OK, "errmsg": f"ok {TOKEN}", "failed_chat_list": [{"errmsg": f"token={TOKEN}"}]}
    server.script("gettoken", says({**OK, "access_token": TOKEN, "expires_in": 7200}))
    server.script("externalcontact/groupchat/transfer", says(echo))
    client = connect()
    assert write(client) == echo
    assert_clean(repr(Answer(echo)))


@pytest.mark.parametrize("secret", ["b", "sale", "secret", "access_token", "名", SECRET])
def test_data_that_looks_like_a_secret_is_as_it_came(
    server: Loopback, connect: Any, secret: str
) -> None:
    names = ["secret sale", "access_token=abc", '"corpsecret": "x"', f"the {secret} b 名", SECRET]
    came = {**OK, "errmsg": f"ok {secret}", "failed_chat_list": [{"errmsg": one} for one in names]}
    server.script("externalcontact/groupchat/transfer", says(came))
    assert write(connect("corp", secret)) == came


def test_every_logger_that_the_libraries_have_is_guarded(client: Either) -> None:
    read(client)
    libraries = {"aiohttp", "requests", "urllib3"}
    names = {
        name
        for name, logger in logging.Logger.manager.loggerDict.items()
        if name.partition(".")[0] in libraries and isinstance(logger, logging.Logger)
    }
    for name in names | {"aiohttp.client", "urllib3.connectionpool"}:
        record = logging.LogRecord(name, logging.INFO, "", 0, "access_token=%s", ("abc",), None)
        assert logging.getLogger(name).filter(record), name
        assert record.getMessage() == "access_token=***", name
