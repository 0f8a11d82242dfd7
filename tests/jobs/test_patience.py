"""Pages and figures wait out a block as bulk reads do; a batch ends with what is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from wecom_client import BatchError, RateLimitError
from wecom_client._runtime.request import Request

from .worlds import BY_CURSOR, TODAY, Runner, counts

Play = Callable[..., Runner]

BLOCKED = {"errcode": 45009, "errmsg": "too often"}
IN_DAYS = {"first": TODAY - 86400 * 20, "last": TODAY - 86400, "owners": {"ids": ["abel"]}}


def blocked_for(seconds: float, answer: Callable[[Request], Any]) -> Callable[[Runner], Any]:
    """Return a server that refuses every call after its first, for so long."""

    def server(runner: Runner) -> Callable[[Request], Any]:
        begin = TODAY + 3600

        def serve(request: Request) -> Any:
            is_first = len(runner.world.seen) == 1
            return answer(request) if is_first or runner.world.now > begin + seconds else BLOCKED

        return serve

    return server


def started(play: Play, server: Callable[[Runner], Any], **options: Any) -> Runner:
    runner = play(page, **options)
    runner.world.server = server(runner)
    return runner


def page(request: Request) -> Any:
    assert request.json is not None
    number = int(request.json.get("cursor") or 0)
    following = str(number + 1) if number < 3 else ""
    return {"things": [{"thing_id": f"t{number}"}], "next_cursor": following}


def moved(request: Request) -> Any:
    return {"failed": []}


def counted(request: Request) -> Any:
    return {"counts": []}


@pytest.mark.parametrize("seconds", [60, 3600])
def test_pages_are_fetched_on_after_a_block(play: Play, seconds: int) -> None:
    runner = started(play, blocked_for(seconds, page))
    assert [one.thing_id for one in runner.take(runner.items(BY_CURSOR))] == [
        f"t{number}" for number in range(4)
    ]


@pytest.mark.parametrize("seconds", [60, 3600])
def test_figures_are_fetched_on_after_a_block(play: Play, seconds: int) -> None:
    runner = started(play, blocked_for(seconds, counted))
    assert runner.window(counts("count", "owner", paged=False), IN_DAYS).errcode == 0
    assert len(runner.world.seen) > 4


def test_a_block_ends_a_batch_with_what_is_done(play: Play) -> None:
    """It changes something: whether it still should an hour later is not for it to say."""
    runner = started(play, blocked_for(60, moved))
    with pytest.raises(BatchError) as caught:
        runner.batch([f"i{number}" for number in range(30)])
    result = caught.value.result
    assert (len(result.done), result.unknown, len(result.not_tried)) == (10, (), 20)
    assert runner.world.now < TODAY + 3600 + 30


def test_without_patience_a_block_ends_a_job_at_once(play: Play) -> None:
    runner = started(play, blocked_for(60, page), patience=0)
    items = runner.items(BY_CURSOR)
    assert len(runner.take(items, 1)) == 1
    with pytest.raises(RateLimitError):
        runner.take(items, 1)
    assert runner.world.waits == []
