"""The language of a client: what its errors and answers say of a code, and in which words."""

from __future__ import annotations

import asyncio
import copy
import pickle
import re
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any

import pytest

from generator.targets import read_api
from wecom_client import (
    APIError,
    AsyncWeComClient,
    BatchError,
    PartialFailureError,
    PermissionDeniedError,
    WeComClient,
    WeComError,
)
from wecom_client.simulator import Simulator

from ..model import SPECS, methods, needs, path_of

ERRORS = {row.code: row for row in read_api(SPECS).errors}
CHINESE = re.compile("[\u4e00-\u9fff]")
ENGLISH_WORDS = ("what to do", " see ", "failed", "carried out", "done", ": ", ", ", "; ")

Run = Callable[..., Any]


@pytest.fixture
def sim() -> Iterator[Simulator]:
    with Simulator() as simulator:
        simulator.add_member("abel")
        simulator.add_member("cain")
        yield simulator


@pytest.fixture(params=["sync", "async"])
def run(request: pytest.FixtureRequest, sim: Simulator) -> Run:
    """Run what a function of the operations makes with a client of a language."""

    def run_sync(language: str, work: Callable[[Any], Any]) -> Any:
        options: Any = {"base_url": sim.base_url, "language": language}
        with WeComClient(sim.corp_id, sim.secret, **options) as wecom:
            came = work(methods(wecom))
            return list(came) if hasattr(came, "__next__") else came

    def run_async(language: str, work: Callable[[Any], Any]) -> Any:
        options: Any = {"base_url": sim.base_url, "language": language}

        async def run() -> Any:
            async with AsyncWeComClient(sim.corp_id, sim.secret, **options) as wecom:
                came = work(methods(wecom))
                if hasattr(came, "__anext__"):
                    return [one async for one in came]
                return await came

        return asyncio.run(run())

    return run_sync if request.param == "sync" else run_async


def failure(run: Run, language: str, work: Callable[[Any], Any]) -> WeComError:
    with pytest.raises(WeComError) as caught:
        run(language, work)
    return caught.value


def listed(groupchat: Any) -> Any:
    return groupchat.list(1)


def assert_chinese(error: WeComError) -> None:
    """Check that a text reads as one, whatever stands in it of the platform's own."""
    text = str(error)
    for line in text.splitlines():
        assert CHINESE.search(line) or line.startswith("  errmsg："), line
    own = re.sub(r"errmsg：.*|（[^（）]*hint[^（）]*）|https://\S+", "", text)
    assert [word for word in ENGLISH_WORDS if word in own] == []


@needs("list")
def test_an_error_says_in_the_clients_language_what_its_code_means(
    run: Run, sim: Simulator
) -> None:
    sim.add_fault("error", operation=path_of("list"), errcode=60030)
    row = ERRORS[60030]
    english, chinese = (failure(run, language, listed) for language in ("en", "zh"))
    assert isinstance(english, PermissionDeniedError)
    assert isinstance(chinese, PermissionDeniedError)
    assert (english.meaning, english.remedy) == (row.meaning, row.remedy)
    assert (chinese.meaning, chinese.remedy) == (row.meaning_zh, row.remedy_zh)
    assert_chinese(chinese)
    assert not CHINESE.search(str(english))


@needs("list")
@pytest.mark.parametrize("errcode", [987654, 610023])
def test_a_code_without_class_or_entry_is_told_in_the_language_too(
    run: Run, sim: Simulator, errcode: int
) -> None:
    sim.add_fault("error", operation=path_of("list"), errcode=errcode)
    assert_chinese(failure(run, "zh", listed))


@needs("list")
def test_an_error_of_gettoken_is_told_in_the_language_too(run: Run, sim: Simulator) -> None:
    sim.add_fault("error", operation="gettoken", errcode=40013)
    error = failure(run, "zh", listed)
    assert isinstance(error, APIError)
    assert error.operation == "gettoken"
    assert_chinese(error)


@needs("list")
def test_an_error_keeps_its_language_when_it_travels(run: Run, sim: Simulator) -> None:
    sim.add_fault("error", operation=path_of("list"), errcode=60030)
    error = failure(run, "zh", listed)
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert str(again) == str(error)
        assert again == error


@needs("transfer")
def test_failed_elements_are_told_in_the_clients_language(run: Run, sim: Simulator) -> None:
    chat_id = sim.add_group("abel")  # who has not resigned
    row = ERRORS[90500]

    def transfer(groupchat: Any) -> Any:
        return groupchat.transfer([chat_id], "cain")

    for language, texts in (
        ("en", (row.meaning, row.remedy)),
        ("zh", (row.meaning_zh, row.remedy_zh)),
    ):
        answer = run(language, transfer)
        for one in (answer, pickle.loads(pickle.dumps(answer)), copy.deepcopy(answer)):
            (record,) = one.failed_chat_list
            for told in (record, pickle.loads(pickle.dumps(record)), copy.deepcopy(record)):
                assert (told.meaning, told.remedy) == texts
            with pytest.raises(PartialFailureError) as caught:
                one.raise_for_failures()
            (failed,) = caught.value.failures
            assert (failed.meaning, failed.remedy) == texts
            again = pickle.loads(pickle.dumps(caught.value))
            assert str(again) == str(caught.value)
            if language == "zh":
                assert_chinese(caught.value)


@needs("transfer")
def test_a_language_is_no_part_of_what_an_answer_holds(run: Run, sim: Simulator) -> None:
    chat_id = sim.add_group("abel")

    def transfer(groupchat: Any) -> Any:
        return groupchat.transfer([chat_id], "cain")

    english, chinese = (run(language, transfer) for language in ("en", "zh"))
    assert english == chinese
    assert english.raw == chinese.raw
    by_hand = type(chinese)(chinese.raw)
    assert by_hand.failed_chat_list[0].meaning == ERRORS[90500].meaning


@needs("transfer")
def test_a_batch_tells_its_failures_in_the_clients_language(run: Run, sim: Simulator) -> None:
    chat_id = sim.add_group("abel")
    result = run("zh", lambda groupchat: groupchat.transfer_all([chat_id], "cain"))
    assert [one.meaning for one in result.failed] == [ERRORS[90500].meaning_zh]
    again = pickle.loads(pickle.dumps(result))
    assert [one.remedy for one in again.failed] == [ERRORS[90500].remedy_zh]


@needs("transfer")
def test_a_batch_that_stopped_reads_as_one_text(run: Run, sim: Simulator) -> None:
    sim.add_fault("error", operation="transfer", errcode=60030)
    error = failure(run, "zh", lambda groupchat: groupchat.transfer_all(["wr1"], "cain"))
    assert isinstance(error, BatchError)
    assert ERRORS[60030].meaning_zh in str(error)
    assert_chinese(error)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


@needs("get")
def test_a_bulk_read_tells_its_errors_in_the_clients_language(run: Run, sim: Simulator) -> None:
    outcomes = run("zh", lambda groupchat: groupchat.get_many(["wr-unknown"]))
    (error,) = [one.error for one in outcomes]
    assert isinstance(error, APIError)
    assert error.meaning == ERRORS[error.errcode].meaning_zh


@needs("list")
def test_an_iterator_tells_its_errors_in_the_clients_language(run: Run, sim: Simulator) -> None:
    sim.add_fault("error", operation=path_of("list"), errcode=60030)
    error = failure(run, "zh", lambda groupchat: groupchat.iter_list())
    assert isinstance(error, APIError)
    assert error.meaning == ERRORS[60030].meaning_zh


@pytest.mark.parametrize("client", [WeComClient, AsyncWeComClient])
@pytest.mark.parametrize("language", ["de", "zh-CN", "EN", "", None, 1, ["en"]])
def test_a_language_that_there_is_not_is_refused_in_the_constructor(
    client: Any, language: Any
) -> None:
    with pytest.raises(ValueError, match="language must be"):
        client("corp", "secret", language=language)


@needs("list")
def test_a_language_may_be_a_member_of_an_enumeration_of_texts(run: Run, sim: Simulator) -> None:
    class Language(str, Enum):  # noqa: UP042 -- as users write it
        CHINESE = "zh"

    sim.add_fault("error", operation=path_of("list"), errcode=60030)
    error = failure(run, Language.CHINESE, listed)
    assert_chinese(error)
    assert_chinese(pickle.loads(pickle.dumps(error)))
