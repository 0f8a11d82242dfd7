"""A traceback that shows local variables shows neither secret nor token below an interruption."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any

import pytest

from wecom_client import AsyncWeComClient, MemoryTokenStore, RedisTokenStore, WeComClient

from ..exchange import NoReply, Reply, Verdict
from .helpers import LIST, TRANSFER, aread, awrite, read, write
from .loopback import OK, Exchange, Held, Loopback, http, says, silent
from .test_leaks import FORBIDDEN, TOKEN, family
from .transports import QUERY_WRITER

HERE = str(Path(__file__).parents[1])
PATHS = {"gettoken": write, LIST: read, TRANSFER: write}
WHERE = ["before the answer", "in its head", "in its body"]

only_where_signals_are = pytest.mark.skipif(
    not hasattr(signal, "pthread_kill"), reason="this system has no signals to send"
)


def said(where: str) -> bytes:
    """Return how much of an answer comes before the interruption."""
    head, _, body = http(b'{"errcode": 0', length=999).partition(b"\r\n\r\n")
    return {WHERE[0]: b"", WHERE[1]: head[:20], WHERE[2]: head + b"\r\n\r\n" + body}[where]


def interrupt(exchange: Exchange) -> bool:
    """Press Ctrl-C while the main thread waits for more."""
    signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
    return silent(exchange)


@pytest.fixture(autouse=True)
def tokens(server: Loopback) -> None:
    server.script("gettoken", says({**OK, "access_token": TOKEN, "expires_in": 7200}))


@pytest.fixture
def ctrl_c() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def frames_of_all(error: BaseException) -> Iterator[FrameType]:
    """Yield the frames of an exception and of all that hang on it."""
    for one in family(error):
        trace: TracebackType | None = one.__traceback__
        while trace is not None:
            yield trace.tb_frame
            trace = trace.tb_next


def frames(error: BaseException) -> Iterator[FrameType]:
    """Yield those frames, those of the tests aside."""
    found = frames_of_all(error)
    return (one for one in found if not one.f_code.co_filename.startswith(HERE))


def rendered(value: object) -> str:
    """Show a value as tools do: its repr, and what sequences and mappings hold, taken apart."""
    inner: list[object] = []
    if isinstance(value, dict):
        inner = [*value.keys(), *value.values()]
    elif isinstance(value, (tuple, list, set, frozenset)):
        inner = list(value)
    return " ".join([repr(value), *map(rendered, inner)])


def assert_shows_nothing(error: BaseException) -> None:
    shown = [
        f"{frame.f_code.co_qualname}: {name}"
        for frame in frames(error)
        for name, value in frame.f_locals.items()
        if any(word in rendered(value) for word in FORBIDDEN)
    ]
    assert shown == []
    assert any("_runtime" in frame.f_code.co_filename for frame in frames(error))


@only_where_signals_are
@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("path", PATHS)
def test_a_ctrl_c_while_the_socket_is_read_shows_nothing(
    path: str, where: str, server: Loopback, sync_client: WeComClient, ctrl_c: None
) -> None:
    def behave(exchange: Exchange) -> bool:
        exchange.sock.sendall(said(where))
        return interrupt(exchange)

    server.script(path, behave)
    with pytest.raises(KeyboardInterrupt) as raised:
        PATHS[path](sync_client)
    assert_shows_nothing(raised.value)
    assert family_of(raised.value) == [KeyboardInterrupt]


@only_where_signals_are
def test_a_ctrl_c_keeps_what_the_caller_was_handling(
    server: Loopback, sync_client: WeComClient, ctrl_c: None
) -> None:
    def handle() -> None:
        try:
            raise ValueError("of the caller")
        except ValueError:
            read(sync_client)

    server.script(LIST, interrupt)
    with pytest.raises(KeyboardInterrupt) as raised:
        handle()
    assert family_of(raised.value) == [KeyboardInterrupt, ValueError]
    assert_shows_nothing(raised.value)


@only_where_signals_are
def test_a_client_is_of_use_after_a_ctrl_c(
    server: Loopback, sync_client: WeComClient, ctrl_c: None
) -> None:
    server.script(LIST, interrupt, says(OK))
    with pytest.raises(KeyboardInterrupt):
        read(sync_client)
    assert read(sync_client) == OK


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("path", PATHS)
def test_a_cancellation_shows_nothing(
    path: str, where: str, server: Loopback, make_async: Callable[..., AsyncWeComClient]
) -> None:
    held = Held(silent)

    def behave(exchange: Exchange) -> bool:
        exchange.sock.sendall(said(where))
        return held(exchange)

    server.script(path, behave)

    async def work() -> BaseException:
        async with make_async() as client:
            task = asyncio.ensure_future(aread(client) if path == LIST else awrite(client))
            await held.wait_for(1)
            for _ in range(20):
                await asyncio.sleep(0)  # until what was said has been read
            task.cancel()
            held.leave.set()
            with pytest.raises(asyncio.CancelledError) as raised:
                await task
            return raised.value

    assert_shows_nothing(asyncio.run(work()))


@pytest.mark.parametrize("path", PATHS)
def test_the_end_of_a_timeout_of_the_callers_shows_nothing(
    path: str, server: Loopback, make_async: Callable[..., AsyncWeComClient]
) -> None:
    held = Held(silent)
    server.script(path, held)

    async def limited(client: AsyncWeComClient) -> None:
        async with asyncio.timeout(None) as limit:

            def end(_: object) -> None:
                limit.reschedule(asyncio.get_running_loop().time())

            asyncio.ensure_future(held.wait_for(1)).add_done_callback(end)
            await (aread(client) if path == LIST else awrite(client))

    async def work() -> BaseException:
        async with make_async() as client:
            with pytest.raises(TimeoutError) as raised:
                await limited(client)
            held.leave.set()
            return raised.value

    error = asyncio.run(work())
    assert_shows_nothing(error)
    assert asyncio.CancelledError in family_of(error)


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, SystemExit, GeneratorExit])
@pytest.mark.parametrize(
    "place",
    [
        "http.client.HTTPConnection.putrequest",
        "urllib3.util.connection.create_connection",
        "urllib3.connection.HTTPConnection.connect",
        "urllib3.connectionpool.HTTPConnectionPool._make_request",
        "urllib3.response.HTTPResponse.stream",
        QUERY_WRITER,
    ],
)
def test_an_interruption_anywhere_in_a_send_shows_nothing(
    place: str,
    interruption: type[BaseException],
    monkeypatch: pytest.MonkeyPatch,
    sync_client: WeComClient,
) -> None:
    def interrupted(*_: object, **__: object) -> Any:
        raise interruption

    monkeypatch.setattr(place, interrupted)
    with pytest.raises(interruption) as raised:
        write(sync_client)
    assert_shows_nothing(raised.value)


@pytest.mark.parametrize(
    "place",
    [
        "aiohttp.client_reqrep.ClientResponse.start",
        "aiohttp.connector.TCPConnector._create_connection",
        "aiohttp.streams.StreamReader.read",
        QUERY_WRITER,
    ],
)
def test_an_interruption_anywhere_in_an_asynchronous_send_shows_nothing(
    place: str, monkeypatch: pytest.MonkeyPatch, make_async: Callable[..., AsyncWeComClient]
) -> None:
    def interrupted(*_: object, **__: object) -> Any:
        raise asyncio.CancelledError

    monkeypatch.setattr(place, interrupted)

    async def work() -> BaseException:
        async with make_async() as client:
            with pytest.raises(asyncio.CancelledError) as raised:
                await awrite(client)
            return raised.value

    assert_shows_nothing(asyncio.run(work()))


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, SystemExit])
def test_an_interruption_while_a_store_saves_the_token_shows_nothing(
    interruption: type[BaseException], make_sync: Callable[..., WeComClient]
) -> None:
    class Store(MemoryTokenStore):
        answers_at_once = False

        def save(self, key: str, text: str, seconds: float) -> None:
            raise interruption

    with make_sync(token_store=Store()) as client, pytest.raises(interruption) as raised:
        write(client)
    assert_shows_nothing(raised.value)
    assert not [one for one in frames_of_all(raised.value) if one.f_code is Store.save.__code__]


def test_an_interrupted_command_of_a_redis_store_shows_nothing() -> None:
    class Client:
        def eval(self, *args: object) -> object:
            raise KeyboardInterrupt

        def get(self, *args: object) -> object:
            answer = TOKEN
            raise KeyboardInterrupt(len(answer))

    store = RedisTokenStore(Client())  # type: ignore[arg-type]
    with pytest.raises(KeyboardInterrupt) as raised:
        store.load("key")
    assert_shows_nothing(raised.value)


@pytest.mark.parametrize(
    "value",
    [Reply(200, TOKEN.encode()), NoReply("lost", TOKEN), Verdict("done", {"access_token": TOKEN})],
)
def test_what_a_server_said_is_not_shown_by_tools_that_take_sequences_apart(value: object) -> None:
    assert TOKEN not in rendered(value)
    assert not isinstance(value, (tuple, dict))


def family_of(error: BaseException) -> list[type[BaseException]]:
    return [type(one) for one in family(error)]
