"""Calls and jobs of both clients bring answers that were decoded straight into their classes."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from wecom_client import AsyncWeComClient, FailedRecord, Hooks, WeComClient
from wecom_client.simulator import Simulator

from ..declarations import Answer
from ..decoding import answered, is_decoded, needs_speed
from ..model import OPERATIONS, methods, needs

pytestmark = needs_speed

Run = Callable[..., Any]


class Seen(Hooks):
    def __init__(self) -> None:
        self.outcomes: list[str | None] = []

    def after_answer(self, call: Any) -> None:
        self.outcomes.append(call.outcome)


@pytest.fixture
def sim() -> Iterator[Simulator]:
    with Simulator() as simulator:
        simulator.add_member("abel")
        simulator.add_member("cain")
        yield simulator


@pytest.fixture(params=["sync", "async"])
def run(request: pytest.FixtureRequest, sim: Simulator) -> Run:
    """Run what a function of the operations makes, and list what it iterates over."""

    def run_sync(work: Callable[[Any], Any], **options: Any) -> Any:
        with WeComClient(sim.corp_id, sim.secret, base_url=sim.base_url, **options) as wecom:
            came = work(methods(wecom))
            return list(came) if hasattr(came, "__next__") else came

    async def run_async(work: Callable[[Any], Any], options: Any) -> Any:
        async with AsyncWeComClient(
            sim.corp_id, sim.secret, base_url=sim.base_url, **options
        ) as wecom:
            came = work(methods(wecom))
            return [one async for one in came] if hasattr(came, "__anext__") else await came

    if request.param == "sync":
        return run_sync
    return lambda work, **options: asyncio.run(run_async(work, options))


@pytest.mark.parametrize("path", OPERATIONS)
def test_the_answer_of_each_operation_is_decoded(path: str) -> None:
    module = importlib.import_module(OPERATIONS[path])
    (answer,) = {
        one
        for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, Answer) and one.__module__ == module.__name__
    }
    assert is_decoded(answered(answer, b'{"errcode":0,"errmsg":"ok","new":{}}', "msgspec"))


@needs("get")
@pytest.mark.parametrize("hooks", [None, Seen()], ids=["", "hooks"])
def test_calls_bring_decoded_answers(run: Run, sim: Simulator, hooks: Seen | None) -> None:
    chat_id = sim.add_group("abel", name="群", members=["cain"])
    answer = run(lambda groupchat: groupchat.get(chat_id), hooks=hooks)
    assert is_decoded(answer)
    assert is_decoded(answer.group_chat.member_list[0])
    assert answer.raw["group_chat"]["name"] == answer.group_chat.name == "群"
    if hooks is not None:
        assert hooks.outcomes[-2:] == ["done", "done"]  # that of the token, too


@needs("get", "list")
def test_jobs_bring_decoded_answers(run: Run, sim: Simulator) -> None:
    ids = [sim.add_group("abel") for _ in range(5)]
    outcomes = run(lambda groupchat: groupchat.get_many(ids))
    assert all(is_decoded(one.answer) for one in outcomes)
    listed = run(lambda groupchat: groupchat.iter_list(page_size=2))
    assert all(map(is_decoded, listed))
    assert {one.raw["chat_id"] for one in listed} == {one.chat_id for one in listed} == {*ids}


@needs("transfer")
@pytest.mark.parametrize("language", ["en", "zh"])
def test_failed_elements_are_decoded_and_speak_the_clients_language(
    run: Run, sim: Simulator, language: str
) -> None:
    chat_id = sim.add_group("abel")
    answer = run(lambda groupchat: groupchat.transfer([chat_id], "cain"), language=language)
    (failed,) = answer.failed_chat_list
    assert isinstance(failed, FailedRecord)
    assert is_decoded(failed)
    assert failed.meaning.isascii() == (language == "en")
    (again,) = run(
        lambda groupchat: groupchat.transfer_all([chat_id], "cain"), language=language
    ).failed
    assert again.meaning == failed.meaning
