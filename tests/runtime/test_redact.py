"""Redaction: texts, reprs and log records keep no secret."""

from __future__ import annotations

import copy
import logging
import pickle
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any
from urllib.parse import quote, quote_plus

import pytest

from wecom_client import APIError, WeComClient

from ..declarations import Answer
from ..exchange import Secret
from .helpers import LIST, read
from .loopback import Loopback, says

TOKEN = "tok en/+=&%"
Said = Callable[..., str]


@pytest.fixture
def said(server: Loopback, make_sync: Callable[..., WeComClient]) -> Said:
    """Return what an error tells of the platform's text, with a token and perhaps a secret."""

    def tell(errmsg: str, token: str = TOKEN, secret: str = "") -> str:
        server.script("gettoken", says({"errcode": 0, "access_token": token, "expires_in": 7200}))
        server.script(LIST, says({"errcode": 90500, "errmsg": errmsg}))
        client = make_sync("corp", secret) if secret else make_sync(access_token=token)
        with client, pytest.raises(APIError) as caught:
            read(client)
        return caught.value.errmsg

    return tell


@pytest.mark.parametrize(
    "text",
    [
        f"you sent {TOKEN}.",
        f"you sent {quote(TOKEN)}.",
        f"you sent {quote(TOKEN, safe='')}.",
        f"you sent {quote_plus(TOKEN)}.",
    ],
)
def test_a_known_secret_goes_in_each_way_that_a_url_writes_it(said: Said, text: str) -> None:
    assert said(text) == "you sent ***."


def test_a_short_secret_does_not_take_its_letters_out_of_words(said: Said) -> None:
    assert said("no route to t, t-1 or 't'", "t") == "no route to ***, ***-1 or '***'"


def test_a_secret_within_another_leaves_nothing_of_either(said: Said) -> None:
    assert said("123abcdefgh456", "123abcdefgh456", "abcdefgh") == "***"


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("GET /x?access_token=AbC-_1&debug=1", "GET /x?access_token=***&debug=1"),
        ("/gettoken?corpid=ww1&corpsecret=Zz%2F9 HTTP", "/gettoken?corpid=ww1&corpsecret=*** HTTP"),
        (
            "suite_access_token=a provider_access_token=b",
            "suite_access_token=*** provider_access_token=***",
        ),
        ("ACCESS_TOKEN=abc", "ACCESS_TOKEN=***"),
        ("redirect_to=%3Faccess_token%3Dabc", "redirect_to=%3Faccess_token%3D***"),
        (
            '{"access_token": "abc", "expires_in": 7200}',
            '{"access_token": "***", "expires_in": 7200}',
        ),
        (r'"{\"access_token\":\"abc\"}"', r'"{\"access_token\":\"***\"}"'),
        ("{'corpsecret': 'abc', 'a': 'b'}", "{'corpsecret': '***', 'a': 'b'}"),
    ],
)
def test_a_value_named_like_a_token_goes_though_nobody_knows_it(
    said: Said, text: str, cleaned: str
) -> None:
    assert said(text) == cleaned


@pytest.mark.parametrize(
    "text",
    [
        "invalid access_token, hint: [1700000000123456789], from ip: 10.0.0.1, more info at "
        "https://open.work.weixin.qq.com/devtool/query?e=40014",
        "access_token missing",
        "ok",
        "",
    ],
)
def test_hint_and_address_of_the_platform_stay(said: Said, text: str) -> None:
    assert said(text) == text


def test_a_secret_shows_itself_only_when_asked() -> None:
    secret = Secret("abc")
    assert secret.reveal() == "abc"
    assert "abc" not in f"{secret} {secret!r} {[secret]} {copy.copy([secret])}"
    with pytest.raises(TypeError, match="not pickled"):
        pickle.dumps(secret)


def test_secrets_compare_by_their_text() -> None:
    assert Secret("a") == Secret("a")
    assert Secret("a") != Secret("b")
    assert Secret("a") != "a"
    assert len({Secret("a"), Secret("a")}) == 1


@pytest.fixture
def logger(sync_client: WeComClient, caplog: pytest.LogCaptureFixture) -> logging.Logger:
    """Return a logger of the libraries below, as it is once there is a client."""
    caplog.set_level(logging.DEBUG, "urllib3.connectionpool")
    return logging.getLogger("urllib3.connectionpool")


def test_a_guarded_logger_cleans_message_and_arguments(
    logger: logging.Logger, caplog: pytest.LogCaptureFixture
) -> None:
    logger.debug('"%s %s" %s', "GET", "/x?access_token=abc", 200)
    logger.debug("%(url)s", {"url": "/x?access_token=abc"})
    logger.debug("/x?access_token=abc")
    assert "abc" not in str([vars(record) for record in caplog.records])
    assert caplog.messages == [
        '"GET /x?access_token=***" 200',
        "/x?access_token=***",
        "/x?access_token=***",
    ]


def test_a_guarded_logger_leaves_harmless_records_as_they_are(
    logger: logging.Logger, caplog: pytest.LogCaptureFixture
) -> None:
    try:
        raise ValueError("harmless")
    except ValueError:
        logger.exception("%s of %d", "one", 2)
    assert caplog.records[0].args == ("one", 2)
    assert caplog.records[0].exc_info is not None


def test_a_guarded_logger_cleans_tracebacks(
    logger: logging.Logger, caplog: pytest.LogCaptureFixture
) -> None:
    try:
        raise ValueError("/x?access_token=abc")
    except ValueError:
        logger.exception("failed")
    assert "ValueError: /x?access_token=***" in caplog.text
    assert "abc" not in caplog.text
    assert caplog.records[0].exc_info is None


def test_a_record_whose_arguments_do_not_fit_is_cleaned_and_loses_them(
    logger: logging.Logger, caplog: pytest.LogCaptureFixture
) -> None:
    logger.debug("two %s %s", "access_token=abc")
    assert caplog.messages == ["two %s %s"]


def test_every_logger_of_the_libraries_below_is_guarded_once(
    make_sync: Callable[..., WeComClient],
) -> None:
    make_sync().close()
    [guard] = logging.getLogger("urllib3.connectionpool").filters
    make_sync().close()
    for name in ("wecom_client", "urllib3", "urllib3.util.retry", "requests", "aiohttp.client"):
        assert logging.getLogger(name).filters.count(guard) == 1


@pytest.mark.parametrize(
    "text",
    [
        "tok%20en%2f%2b%3d%26%25",
        "tok en/%2b=&%25",
        "tok%2520en%252F%252B%253D%2526%2525",
        r"tok en\/+=&%",
        r"\u0074ok en/+=&%",
    ],
)
def test_a_known_secret_goes_however_its_characters_are_escaped(said: Said, text: str) -> None:
    assert said(f"you sent {text}.") == "you sent ***."


@pytest.mark.parametrize("text", ["access_token%253Dabc", "access_token: abc", "access_token=abc"])
def test_a_named_token_goes_also_cut_and_encoded(said: Said, text: str) -> None:
    assert "abc" not in said(text)


def test_a_text_is_cleaned_while_other_threads_make_secrets() -> None:
    """A thread may come in between any two lines, those of the standard library too."""
    kept = [Secret("a-secret-of-before")]
    answer = Answer({"errcode": 0, "errmsg": "told a-secret-of-before"})

    def come_in(frame: FrameType, event: str, _: object) -> Any:
        if len(kept) < 50:
            kept.append(Secret("a-secret-made-meanwhile"))
        return come_in

    tracer = sys.gettrace()
    sys.settrace(come_in)
    try:
        cleaned = repr(answer)
    finally:
        sys.settrace(tracer)
    assert cleaned == "Answer(errcode=0, errmsg='told ***')"
    assert len(kept) > 2
