"""Every operation under every fault, through both clients, ends as the tables say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from functools import cache

import pytest

from tests.model import GROUPCHAT, KNOWN, on_purpose, operations
from tests.model import OPERATIONS as GENERATED
from wecom_client.simulator.faults.kinds import KINDS

from .runner import DRIVERS, OPERATIONS, CaseResult, CaseRunner
from .table import COLD, WARM
from .table_format import Row, faults

ROWS = {row.title: row for row in (*WARM, *COLD)}
READING = {"list", "get", "get_join_way", "statistic", "statistic_group_by_day"}


class Matrix:
    """Runs each case once, whichever tests look at it."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._runner = cache(self._make)
        self.run = cache(self._run)

    def close(self) -> None:
        self._stack.close()

    def _run(self, driver: str, name: str, row: Row) -> CaseResult:
        return self._runner(driver, name).run(name, row, cold=row in COLD)

    def _make(self, driver: str, name: str) -> CaseRunner:
        return self._stack.enter_context(closing(CaseRunner(driver)))


@pytest.fixture(scope="module")
def matrix() -> Iterator[Matrix]:
    with closing(Matrix()) as made:
        yield made


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize("name", OPERATIONS)
@pytest.mark.parametrize("title", ROWS)
def test_a_call_ends_as_the_table_says(matrix: Matrix, driver: str, name: str, title: str) -> None:
    row = ROWS[title]
    is_repeatable = operations()[f"{GROUPCHAT}/{name}"].repeatable
    result = matrix.run(driver, name, row)
    assert result.end == (row.repeatable if is_repeatable else row.final)

    undisturbed = matrix.run(driver, name, ROWS["nothing goes wrong"])
    assert bool(undisturbed.change) == (name not in READING)
    assert result.change == (undisturbed.change if result.end.done else frozenset())
    if result.error is None:
        assert result.answer == undisturbed.answer


@pytest.mark.parametrize("name", OPERATIONS)
@pytest.mark.parametrize("title", ROWS)
def test_both_clients_send_the_same_requests(matrix: Matrix, name: str, title: str) -> None:
    row = ROWS[title]
    ours, theirs = (matrix.run(driver, name, row) for driver in ("sync", "async"))
    assert ours.requests == theirs.requests
    assert ours.end == theirs.end
    assert ours.answer == theirs.answer


def test_the_tables_know_every_operation_and_every_fault() -> None:
    others = {path for path in set(GENERATED) - {"gettoken"} if path.startswith(f"{GROUPCHAT}/")}
    others -= {f"{GROUPCHAT}/{name}" for name in OPERATIONS}
    assert not others, on_purpose(f"which operations are called ({sorted(KNOWN)})", "runner.py")
    used = {fault.kind for row in ROWS.values() for fault in faults(row.faults)}
    assert used == set(KINDS)


@pytest.mark.parametrize("row", ROWS.values(), ids=list(ROWS))
def test_no_row_does_a_thing_twice_or_tells_of_work_as_not_done(row: Row) -> None:
    assert row.final.done <= 1
    for end in (row.repeatable, row.final):
        assert end.done <= end.sends
        may_be_done = end.outcome in ("ok", "unknown", "garbled") or end.outcome.endswith("?")
        assert may_be_done or not end.done
        assert end.outcome != "ok" or end.done
