"""Redaction: texts, reprs and log records keep no secret."""

from __future__ import annotations

import copy
import logging
import pickle
import sys
from collections.abc import Iterator
from types import FrameType
from typing import Any
from urllib.parse import quote, quote_plus

import pytest

from wecom_client._runtime.redact import (
    HTTP_LOGGERS,
    CleaningFilter,
    clean,
    clean_of_all,
    guard_loggers,
)

from ..exchange import Secret

TOKEN = "tok en/+=&%"


@pytest.mark.parametrize(
    "text",
    [
        f"you sent {TOKEN}.",
        f"you sent {quote(TOKEN)}.",
        f"you sent {quote(TOKEN, safe='')}.",
        f"you sent {quote_plus(TOKEN)}.",
    ],
)
def test_a_known_secret_goes_in_each_way_that_a_url_writes_it(text: str) -> None:
    assert clean(text, [Secret(TOKEN)]) == "you sent ***."


def test_a_short_secret_does_not_take_its_letters_out_of_words() -> None:
    assert clean("no route to t, t-1 or 't'", [Secret("t")]) == "no route to ***, ***-1 or '***'"


def test_a_secret_within_another_leaves_nothing_of_either() -> None:
    assert clean("123abcdefgh456", [Secret("abcdefgh"), Secret("123abcdefgh456")]) == "***"


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
def test_a_value_named_like_a_token_goes_though_nobody_knows_it(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


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
def test_hint_and_address_of_the_platform_stay(text: str) -> None:
    assert clean(text, [Secret("")]) == text


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
def logger() -> Iterator[logging.Logger]:
    logger = logging.getLogger("tests.redact")
    logger.setLevel(logging.DEBUG)
    guard_loggers([logger.name])
    yield logger
    logger.filters.clear()


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


def test_a_logger_is_guarded_once() -> None:
    guard_loggers(HTTP_LOGGERS)
    guard_loggers(HTTP_LOGGERS)
    for name in HTTP_LOGGERS:
        filters = logging.getLogger(name).filters
        assert sum(isinstance(one, CleaningFilter) for one in filters) == 1


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
def test_a_known_secret_goes_however_its_characters_are_escaped(text: str) -> None:
    assert clean(f"you sent {text}.", [Secret(TOKEN)]) == "you sent ***."


@pytest.mark.parametrize("text", ["access_token%253Dabc", "access_token: abc", "access_token=abc"])
def test_a_named_token_goes_also_cut_and_encoded(text: str) -> None:
    assert "abc" not in clean(text)


def test_a_text_is_cleaned_while_other_threads_make_secrets() -> None:
    """A thread may come in between any two lines, those of the standard library too."""
    kept = [Secret("a-secret-of-before")]

    def come_in(frame: FrameType, event: str, _: object) -> Any:
        if len(kept) < 50:
            kept.append(Secret("a-secret-made-meanwhile"))
        return come_in

    tracer = sys.gettrace()
    sys.settrace(come_in)
    try:
        cleaned = clean_of_all("told a-secret-of-before")
    finally:
        sys.settrace(tracer)
    assert cleaned == "told ***"
    assert len(kept) > 2
