"""What hovering over a whole job shows: what it makes of its operation's limits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ..flows import MOST_CALLS
from .folders import docstrings, folded, rendered
from .test_job_rules import BATCH, NUMBER, OTHER_PAGES, PAGED, TEXT, WINDOW, of


def shown(folder: Path, spec: dict[str, Any], job: str) -> str:
    """Return the docstring of a job on one line."""
    modules = rendered(folder, {"rooms/list": spec})
    return folded(docstrings(modules["rooms/list"])[f"_Methods.{job}"])


@pytest.mark.parametrize(
    ("spec", "job"),
    [
        (PAGED, "iter_list"),
        (BATCH, "list_all"),
        (of(BATCH, batch={"parameter": "id", "argument": "x"}), "list_many"),
        (WINDOW, "list_all"),
    ],
)
def test_a_job_says_what_its_operation_does_and_where_that_stands(
    spec: dict[str, Any], job: str, tmp_path: Path
) -> None:
    text = shown(tmp_path, of(spec, updated="2023-12-01"), job)
    assert text.startswith("读取房间 Reads rooms. ")
    assert text.endswith("Document: https://example.invalid/rooms (2023-12-01)")
    for heading in ("Args:", "Returns:"):
        assert heading in text


def test_pages_have_the_size_that_is_asked_for(tmp_path: Path) -> None:
    text = shown(tmp_path, of(PAGED, errors=[90504]), "iter_list")
    assert "page_size: At most 100. Left out, it is 100." in text
    assert "limit:" not in text
    assert "Items: an iterator of Room. Its `position` is the cursor to pass" in text
    assert "Raises: APIError: while iterating: 90504 the new owner is already the owner" in text


def test_a_page_size_that_is_open_says_no_default(tmp_path: Path) -> None:
    text = shown(tmp_path, of(PAGED, request__limit={**NUMBER, "minimum": 2}), "iter_list")
    assert "page_size: At least 2. Returns:" in text


def test_pages_of_plain_values_say_of_what_type_they_are(tmp_path: Path) -> None:
    text = shown(tmp_path, of(PAGED, pagination__items="names"), "iter_list")
    assert "Items: an iterator of str. Its `position` is the cursor to pass" in text


def test_pages_whose_size_nobody_can_say_have_no_such_argument(tmp_path: Path) -> None:
    text = shown(tmp_path, of(PAGED, pagination__size=None), "iter_list")
    assert "page_size" not in text
    assert "limit: At most 100." in text


def test_pages_of_any_number_of_elements_say_where_to_go_on(tmp_path: Path) -> None:
    ids = {"type": "array", "minItems": 1, "maxItems": 9, "items": {"type": "string"}}
    request = {"ids": ids, "cursor": TEXT, "limit": NUMBER}
    text = shown(tmp_path, of(PAGED, request=request, pagination__parameter="ids"), "iter_list")
    assert "Takes any number of ids, 9 a call, each of them once." in text
    assert "ids: Any number; of equal ones the first counts." in text
    assert "Its `position` is the ids to pass in order to go on from there." in text
    assert "cursor" not in text


def test_reading_many_says_that_it_reads_all_pages(tmp_path: Path) -> None:
    spec = of(PAGED, batch={"parameter": "place", "argument": "places"})
    text = shown(tmp_path, spec, "list_many")
    assert "Of an answer in pages all are read: rooms has the records of all of them." in text
    assert "limit" not in text
    assert "cursor" not in text


def test_a_batch_says_how_many_it_takes_and_when_it_ends(tmp_path: Path) -> None:
    text = shown(tmp_path, BATCH, "list_all")
    assert "Takes any number of all_ids, 9 a call, each of them once." in text
    assert "Elements that answer 90504 (the new owner is already the owner) count as done." in text
    assert "used up where one answers 45009 (call frequency exceeded)." in text
    assert "Left out, 3, the quota of a day" in text
    assert "elements" not in text.partition("all_ids: ")[2].partition("numbers:")[0]
    assert "each a FailedItem with `meaning` and `remedy`" in text
    assert "BatchError: a call failed" in text
    assert "Quotas: 5 x in 1 day. 3 y in 1 day." in text


def test_a_batch_without_a_quota_has_no_limit_to_describe(tmp_path: Path) -> None:
    spec = of(BATCH, quotas=None, batch={"parameter": "ids", "argument": "all_ids"})
    text = shown(tmp_path, spec, "list_all")
    assert "daily_limit" not in text
    assert "count as done" not in text
    assert "used up" not in text


def test_reading_one_a_call_describes_its_options(tmp_path: Path) -> None:
    parameter = {**TEXT, "description": "Id of a room.", "minLength": 1, "default": "a"}
    spec = of(BATCH, request__id=parameter, batch={"parameter": "id", "argument": "room_ids"})
    text = shown(tmp_path, spec, "list_many")
    assert "Makes one call for each of any number of room_ids" in text
    assert "Of each element: Id of a room. Not empty. " in text
    assert "Left out, it is" not in text
    assert f"concurrency: calls at the same time, 1 to {MOST_CALLS}." in text
    for option in ("rate: ", "ordered: ", "on_progress: "):
        assert option in text
    assert "`answer` (ListAnswer, or None)" in text


def test_a_window_says_how_it_splits_and_merges(tmp_path: Path) -> None:
    text = shown(tmp_path, WINDOW, "list_all")
    assert (
        "Takes any number of days and of elements of who.ids: makes a call for at most 3 days and "
        "9 elements each, and merges records of the same id. Over days, count adds up. Of "
        "data.rate the last day's counts. Over elements all of them add up." in text
    )
    assert "sort" not in text


def test_a_window_over_days_alone_says_so_and_keeps_the_limits_of_elements(tmp_path: Path) -> None:
    day = {"type": "integer", "format": "day", "description": "The day."}
    rows = {"type": "array", "items": {"type": "object", "properties": {"day": day, "n": NUMBER}}}
    stated = {"begin": "begin", "end": "end", "items": "days", "key": "day"}
    text = shown(tmp_path, of(WINDOW, response={"days": rows}, window=stated), "list_all")
    assert (
        "Takes any number of days: makes a call for at most 3 days each, and puts their records "
        "together." in text
    )
    assert "ids (optional): At most 9 elements." in text


def test_a_window_has_none_of_the_limits_that_it_keeps_itself(tmp_path: Path) -> None:
    text = shown(tmp_path, WINDOW, "list_all")
    arguments = text.partition("Args:")[2].partition("Returns:")[0]
    assert "Not before begin. Left out, it is the same as begin." in arguments
    assert "ids (optional): any (optional): id (optional):" in arguments
    assert "at most 3 days after it" in shown(tmp_path, WINDOW, "list")
    assert "ids (optional): At most 9 elements." in shown(tmp_path, WINDOW, "list")


def test_a_window_in_pages_is_no_page_itself(tmp_path: Path) -> None:
    spec = of(WINDOW, pagination={**OTHER_PAGES, "items": "rows"})
    text = shown(tmp_path, spec, "list_all")
    assert "offset" not in text
    assert "limit:" not in text
