"""What `pagination`, `batch` and `window` come to; what they must fit stands in `cases/`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from operator import getitem
from pathlib import Path
from typing import Any, get_args

import pytest

from generator.jobs import READERS, operation_names
from generator.model import Batch, Bulk, Job, Pagination
from wecom_client import AsyncWeComClient, WeComClient

from .. import declarations
from .cases import base
from .folders import changed, messages, operation

TEXT = {"type": "string"}
NUMBER = {"type": "integer"}
PAGED, BATCH, WINDOW = base("pagination"), base("batch"), base("window")
OTHER_PAGES = {"position": "offset", "next": "next", "size": "limit", "items": "others"}


def of(spec: dict[str, Any], **keys: Any) -> dict[str, Any]:
    """Return a spec with keys replaced; None takes one out, `a__b` goes below."""
    found: dict[str, Any] = {**spec}
    for path, value in keys.items():
        first, _, rest = path.partition("__")
        if rest:
            found[first] = of(found[first], **{rest: value})
        elif value is None:
            found.pop(first)
        else:
            found[first] = value
    return found


def typed(data: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the path of each field of a spec that has a type."""
    for key, inner in data.items() if isinstance(data, dict) else ():
        if isinstance(inner, dict):
            yield from typed(inner, (*path, key))
            if isinstance(inner.get("type"), str):
                yield (*path, key)


IDS = {"type": "array", "maxItems": 9, "items": {"type": "string"}}
PORTIONS = of(PAGED, request__ids=IDS, pagination__parameter="ids")
SPECS = {
    "pages": PAGED,
    "batch": BATCH,
    "bulk": of(BATCH, batch={"parameter": "id", "argument": "all_ids"}),
    "window": WINDOW,
    "many in pages": of(PAGED, batch={"parameter": "place", "argument": "places"}),
    "pages of many": PORTIONS,
    "both": of(WINDOW, pagination={**OTHER_PAGES, "items": "rows"}),
}


def unshared(data: Any) -> Any:
    """Return a copy of which no part stands twice."""
    if isinstance(data, dict):
        return {key: unshared(inner) for key, inner in data.items()}
    return [unshared(inner) for inner in data] if isinstance(data, list) else data


@pytest.mark.parametrize("name", SPECS)
def test_a_missing_type_is_the_only_problem_it_makes(name: str, tmp_path: Path) -> None:
    for number, path in enumerate(typed(SPECS[name])):
        spec = unshared(SPECS[name])
        del reduce(getitem, path, spec)["type"]
        found = messages(tmp_path / str(number), {"list": spec})
        assert ["lacks 'type'" in one for one in found] == [True], (path, found)


@pytest.mark.parametrize(
    ("spec", "names"),
    [
        (PAGED, ["iter_list"]),
        (of(PAGED, pagination=OTHER_PAGES | {"items": "rooms", "next": "total"}), ["iter_list"]),
        (of(PAGED, pagination__items="names"), ["iter_list"]),
        (of(PAGED, pagination__size=None), ["iter_list"]),
        (of(PAGED, batch={"parameter": "place", "argument": "places"}), ["iter_list", "list_many"]),
        (PORTIONS, ["iter_list"]),
        (BATCH, ["list_all"]),
        (of(BATCH, batch={"parameter": "id", "argument": "ids_"}), ["list_many"]),
        (WINDOW, ["list_all"]),
        (of(WINDOW, pagination={**OTHER_PAGES, "items": "rows"}), ["iter_list", "list_all"]),
        (
            of(WINDOW, batch={"parameter": "sort", "argument": "sorts"}),
            ["list_many", "list_all"],
        ),
    ],
)
def test_what_fits_gives_methods(spec: dict[str, Any], names: list[str], tmp_path: Path) -> None:
    assert [job.name for job in operation(tmp_path, spec).jobs] == names


@pytest.mark.parametrize("kind", get_args(Job))
def test_a_kind_has_one_word_from_the_model_to_the_runtime(kind: type[Job]) -> None:
    assert kind.key in READERS
    assert hasattr(declarations, kind.__name__), "tests/declarations.py lacks its declaration"
    for client in (WeComClient, AsyncWeComClient):
        assert hasattr(client, f"_{kind.__name__.lower()}")


def test_every_key_that_is_read_gives_a_kind_of_job() -> None:
    assert {kind.key for kind in get_args(Job)} == READERS.keys()


def test_a_size_parameter_may_be_called_as_the_jobs_own_option(tmp_path: Path) -> None:
    request = {"page_size": NUMBER, "cursor": TEXT}
    spec = of(PAGED, request=request, pagination__size="page_size")
    (job,) = operation(tmp_path, spec).jobs
    assert [one.name for one in job.fields] == ["cursor"]


def test_where_nobody_can_say_how_large_a_page_is_the_job_has_no_size(tmp_path: Path) -> None:
    request = {"page_size": TEXT, "cursor": TEXT}
    (job,) = operation(tmp_path, of(PAGED, request=request, pagination__size=None)).jobs
    assert job.options == ()
    assert [one.name for one in job.fields] == ["page_size", "cursor"]


def test_reading_many_goes_through_pages_by_itself(tmp_path: Path) -> None:
    spec = of(PAGED, batch={"parameter": "place", "argument": "places"})
    pages, bulk = operation(tmp_path, spec).jobs
    assert isinstance(bulk, Bulk)
    assert bulk.pagination == pages
    assert not {"cursor", "limit"} & {one.name for one in bulk.fields}


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ({"maximum": 100, "default": 50}, 100),
        ({"default": 50}, 50),
        ({}, None),
    ],
)
def test_a_page_has_the_greatest_size_that_the_spec_states(
    size: dict[str, Any], expected: int | None, tmp_path: Path
) -> None:
    spec = of(PAGED, request__limit={"type": "integer", **size})
    (job,) = operation(tmp_path, spec).jobs
    assert isinstance(job, Pagination)
    assert job.page_size == expected


def test_of_several_quotas_of_a_day_the_least_counts(tmp_path: Path) -> None:
    (job,) = operation(tmp_path, BATCH).jobs
    assert isinstance(job, Batch)
    assert job.daily_limit == 3


def test_jobs_and_operations_of_a_folder_have_names_of_their_own(tmp_path: Path) -> None:
    bulk = of(BATCH, batch={"parameter": "id", "argument": "all_ids"})
    plain = changed()
    specs = {
        "rooms/list": PAGED,
        "rooms/iter_list": plain,
        "rooms/get": bulk,
        "rooms/get_many/now": plain,
        "rooms/iter_get_many": plain,
        "rooms/iter": bulk,
        "rooms/iter_iter_many": plain,
    }
    found = [one.partition(": ")[2] for one in messages(tmp_path, specs)]
    assert found == [
        "its job 'get_many' is called like the folder 'rooms/get_many'; leave one of them out",
        "its job 'iter_list' is called like the operation 'rooms/iter_list'; leave one of them out",
    ]


def test_two_jobs_of_a_folder_have_names_of_their_own(tmp_path: Path) -> None:
    bulk = of(BATCH, batch={"parameter": "id", "argument": "all_ids"})
    (found,) = messages(tmp_path, {"rooms/a_many": PAGED, "rooms/iter_a": bulk})
    assert "its job 'iter_a_many' is called like a job of 'rooms/a_many'" in found


@pytest.mark.parametrize(
    ("method", "names"),
    [
        ("iter_list", ["list"]),
        ("iter_a_many", ["a_many", "iter_a"]),
        ("get_all", ["get"]),
        ("list", []),
        ("iter_", []),
        ("_all", []),
    ],
)
def test_a_methods_name_says_of_which_operations_it_can_be_a_job(
    method: str, names: list[str]
) -> None:
    found = [name for name in operation_names(method) if name]
    assert found == names
    methods = [kind.method for kind in get_args(Job)]
    assert all(method in [one.format(name) for one in methods] for name in found)
