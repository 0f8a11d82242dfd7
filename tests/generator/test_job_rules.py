"""What `pagination`, `batch` and `window` must fit: each breach is named with its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from operator import getitem
from pathlib import Path
from typing import Any, get_args

import pytest

from generator.jobs import READERS, operation_names
from generator.model import Batch, Job, Pagination
from wecom_client._runtime.async_client import AsyncClient
from wecom_client._runtime.jobs import declarations
from wecom_client._runtime.sync_client import SyncClient

from .folders import changed, messages, operation

TEXT = {"type": "string"}
NUMBER = {"type": "integer"}
NUMBERS = {"type": "array", "items": NUMBER}


def record(**fields: Any) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "object", "properties": fields}}


def day(**keys: Any) -> dict[str, Any]:
    return {"type": "integer", "format": "day", **keys}


PAGED = changed(
    request={
        "place": TEXT,
        "cursor": TEXT,
        "offset": NUMBER,
        "limit": {"type": "integer", "maximum": 100, "default": 50},
        "flag": {"type": "integer", "enum": {0: "no", 1: "yes"}},
        "since": day(),
    },
    response={
        "rooms": record(id=TEXT),
        "next": TEXT,
        "next_offset": NUMBER,
        "total": NUMBER,
        "names": {"type": "array", "items": TEXT},
        "bag": {"type": "object", "properties": {"a": TEXT}},
        "from": record(id=TEXT),
    },
    pagination={"position": "cursor", "next": "next", "size": "limit", "items": "rooms"},
    examples=None,
)
BATCH = changed(
    request={
        "ids": {"type": "array", "required": True, "maxItems": 9, "items": TEXT},
        "numbers": {"type": "array", "maxItems": 9, "items": NUMBER},
        "many": {"type": "array", "items": TEXT},
        "rooms": {**record(a=TEXT), "maxItems": 9},
        "pairs": {"type": "array", "maxItems": 9, "minItems": 2, "items": TEXT},
        "id": TEXT,
        "flag": {"type": "boolean"},
        "bag": {"type": "object", "properties": {"a": TEXT}},
    },
    response={"failed": record(id=TEXT, errcode=NUMBER), "class": record(id=TEXT, errcode=NUMBER)},
    failures={"field": "failed", "key": "id"},
    quotas=[{"limit": 5, "days": 1, "scope": "x"}, {"limit": 3, "days": 1, "scope": "y"}],
    batch={"parameter": "ids", "argument": "all_ids", "done": [90504], "used_up": [45009]},
    examples=None,
)
WINDOW = changed(
    request={
        "begin": day(required=True),
        "end": day(notBefore="begin", defaultFrom="begin", maxSpanDays=3),
        "open_end": day(notBefore="begin", maxSpanDays=3),
        "later": day(notBefore="end", defaultFrom="begin", maxSpanDays=3),
        "long": day(notBefore="begin", defaultFrom="begin"),
        "short": day(notBefore="begin", defaultFrom="begin", maxSpanDays=0),
        "sort": TEXT,
        "who": {
            "type": "object",
            "properties": {"ids": {"type": "array", "maxItems": 9, "items": TEXT}, "id": TEXT},
        },
        "limit": NUMBER,
        "offset": NUMBER,
    },
    response={
        "rows": record(
            id=TEXT,
            count={**NUMBER, "overDays": "sum"},
            data={
                "type": "object",
                "properties": {"rate": {"type": "number", "overDays": "latest"}, "text": TEXT},
            },
        ),
        "bare": record(id=TEXT, data={"type": "object", "properties": {"count": NUMBER}}),
        "listed": record(id=TEXT, counts=NUMBERS),
        "others": record(id=TEXT, name=TEXT),
        "next": NUMBER,
    },
    window={
        "begin": "begin",
        "end": "end",
        "parameter": "who.ids",
        "items": "rows",
        "key": "id",
        "omit": ["sort"],
    },
    examples=None,
)
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


PROBLEMS: list[tuple[str, dict[str, Any], str]] = [
    ("pages of a call that is not repeatable", of(PAGED, repeatable=False), "'repeatable: true'"),
    ("no such position", of(PAGED, pagination__position="x"), "the request has: place, cursor"),
    ("a flag as a position", of(PAGED, pagination__position="flag"), "neither a cursor (string)"),
    ("a day as a position", of(PAGED, pagination__position="since"), "neither a cursor (string)"),
    (
        "a position that is required",
        of(PAGED, request__cursor={**TEXT, "required": True}),
        "the first page is asked for without it",
    ),
    ("no such size", of(PAGED, pagination__size="x"), "'size' names 'x'"),
    ("a text as a size", of(PAGED, pagination__size="place"), "no number of records"),
    ("a flag as a size", of(PAGED, pagination__size="flag"), "no number of records"),
    ("one parameter for both", of(PAGED, pagination__size="cursor"), "are two parameters"),
    ("no such next position", of(PAGED, pagination__next="x"), "the answer has: rooms, next"),
    ("a next position of another type", of(PAGED, pagination__next="total"), "of type integer"),
    ("no such items", of(PAGED, pagination__items="x"), "'items' names 'x'"),
    ("items that are texts", of(PAGED, pagination__items="names"), "no array of objects"),
    ("items that are one object", of(PAGED, pagination__items="bag"), "no array of objects"),
    ("items of another name in Python", of(PAGED, pagination__items="from"), "called 'from_'"),
    ("a total beside a cursor", of(PAGED, pagination__total="total"), "nothing beside the cursor"),
    (
        "a total that is a text",
        of(PAGED, pagination={**OTHER_PAGES, "items": "rooms", "next": "total", "total": "next"}),
        "'next' is no number of records",
    ),
    ("pages without a size", of(PAGED, pagination__size=None), "lacks 'size'"),
    ("an unknown key of pages", of(PAGED, pagination__sise="limit"), "did you mean 'size'?"),
    (
        "an option's name as a parameter",
        of(PAGED, request__page_size=TEXT),
        "'page_size' is an option of iter_list already",
    ),
    ("a batch over nothing", of(BATCH, batch__parameter="x"), "the request has: ids, numbers"),
    ("a batch over a flag", of(BATCH, batch__parameter="flag"), "is of type boolean"),
    ("a batch over an object", of(BATCH, batch__parameter="bag"), "is of type object"),
    ("a batch without a limit", of(BATCH, batch__parameter="many"), "needs a 'maxItems'"),
    ("a batch over pairs", of(BATCH, batch__parameter="pairs"), "the last call may have 1"),
    ("a batch over objects", of(BATCH, batch__parameter="rooms"), "neither strings nor integers"),
    ("a batch without failures", of(BATCH, failures=None), "needs 'failures'"),
    (
        "failures of another type",
        of(BATCH, batch__parameter="numbers"),
        "'id' is of type string, and the elements of 'numbers'",
    ),
    ("failures of another name", of(BATCH, failures__field="class"), "is called 'class_'"),
    ("an unknown code", of(BATCH, batch__done=[12345]), "12345 is not in errors.yaml"),
    ("an unknown code of a quota", of(BATCH, batch__used_up=[12345]), "12345 is not in"),
    ("a code of both", of(BATCH, batch__done=[45009]), "45009 cannot mean both"),
    (
        "a quota that is nowhere",
        of(BATCH, quotas=[{"limit": 5, "days": 2, "scope": "x"}]),
        "'quotas' with 'days: 1'",
    ),
    ("a code that is a text", of(BATCH, batch__done=["90504"]), "must be a whole number"),
    (
        "an argument that is a parameter",
        of(BATCH, batch__argument="numbers"),
        "'numbers' is a parameter already; choose another name",
    ),
    (
        "an argument that is an option",
        of(BATCH, batch__argument="dry_run"),
        "'dry_run' is an option of list_all already",
    ),
    (
        "a parameter that is an option",
        of(BATCH, request__daily_limit=NUMBER),
        "'daily_limit' is an option of list_all already; leave the job out",
    ),
    ("an argument that is no name", of(BATCH, batch__argument="a b"), "does not fit"),
    (
        "one element a call, not repeatable",
        of(BATCH, batch={"parameter": "id", "argument": "x"}, repeatable=False),
        "'batch' makes calls that are sent again",
    ),
    (
        "one element a call, and codes of failures",
        of(BATCH, batch__parameter="id"),
        "'done' needs a 'parameter' that is an array",
    ),
    (
        "a batch in pages",
        of(PAGED, batch={"parameter": "place", "argument": "x"}),
        "'batch' and 'pagination' exclude each other",
    ),
    (
        "a batch and a window",
        of(
            WINDOW,
            request__ids={"type": "array", "maxItems": 9, "items": TEXT},
            response__failed=record(id=TEXT, errcode=NUMBER),
            failures={"field": "failed", "key": "id"},
            batch={"parameter": "ids", "argument": "all_ids"},
        ),
        "would both be list_all",
    ),
    ("a window that is not repeatable", of(WINDOW, repeatable=False), "'window' makes calls"),
    ("no such begin", of(WINDOW, window__begin="x"), "'begin' names 'x'"),
    ("a begin that is no day", of(WINDOW, window__begin="sort"), "'sort', which is no day"),
    ("no such end", of(WINDOW, window__end="x"), "'end' names 'x'"),
    ("an end that is no day", of(WINDOW, window__end="limit"), "'limit', which is no day"),
    ("an end without a span", of(WINDOW, window__end="long"), "'maxSpanDays' of 1 or more"),
    ("a span of nothing", of(WINDOW, window__end="short"), "'maxSpanDays' of 1 or more"),
    ("an end of another begin", of(WINDOW, window__end="later"), "needs 'notBefore: begin'"),
    ("an end that may be left out", of(WINDOW, window__end="open_end"), "'defaultFrom: begin'"),
    ("no such array", of(WINDOW, window__parameter="who.x"), "leads to no array"),
    ("a path to a text", of(WINDOW, window__parameter="who.id"), "leads to no array"),
    ("a path through a text", of(WINDOW, window__parameter="sort.ids"), "leads to no array"),
    ("a path that is none", of(WINDOW, window__parameter="who..ids"), "does not fit"),
    (
        "an array without a limit",
        of(WINDOW, request__who__properties__ids={"type": "array", "items": TEXT}),
        "'ids' needs a 'maxItems'",
    ),
    ("no such records", of(WINDOW, window__items="x"), "the answer has: rows"),
    ("no such key", of(WINDOW, window__key="x"), "have no string or integer 'x'; they have: id"),
    ("a key that is an object", of(WINDOW, window__key="data"), "no string or integer 'data'"),
    ("a figure without its meaning", of(WINDOW, window__items="bare"), "'data.count' is a number"),
    ("figures in an array", of(WINDOW, window__items="listed"), "an array with numbers"),
    ("an unknown one left out", of(WINDOW, window__omit=["x"]), "'omit' names 'x'"),
    ("a required one left out", of(WINDOW, window__omit=["begin"]), "cannot be left out"),
    ("the end left out", of(WINDOW, window__omit=["end"]), "cannot be left out"),
    ("what is split left out", of(WINDOW, window__omit=["who"]), "'who' is what is split"),
    (
        "other records in pages",
        of(WINDOW, pagination=OTHER_PAGES),
        "'items' of 'pagination' and 'window' are the same",
    ),
    (
        "pages of a size that nobody says",
        of(
            WINDOW,
            pagination={**OTHER_PAGES, "items": "rows"},
            request__limit={**NUMBER, "required": True},
        ),
        "'limit' needs a 'maximum'",
    ),
    (
        "a meaning over days of a text",
        of(WINDOW, response__rows=record(id={**TEXT, "overDays": "sum"})),
        "'overDays' of 'id' says nothing about type 'string'",
    ),
    (
        "a meaning over days of a parameter",
        of(WINDOW, request__limit={**NUMBER, "overDays": "sum"}),
        "'overDays' belongs to answers",
    ),
    (
        "a meaning over days that is none",
        of(WINDOW, response__next={**NUMBER, "overDays": "average"}),
        "must be one of sum, latest",
    ),
]


@pytest.mark.parametrize(
    ("name", "spec", "expected"), PROBLEMS, ids=[name for name, _, _ in PROBLEMS]
)
def test_a_breach_is_named(name: str, spec: dict[str, Any], expected: str, tmp_path: Path) -> None:
    found = messages(tmp_path, {"rooms/list": spec})
    assert expected in "\n".join(found)
    assert all(one.startswith("rooms/list.yaml:") for one in found)


@pytest.mark.parametrize("name", [name for name, _, _ in PROBLEMS])
def test_a_breach_is_named_once(name: str, tmp_path: Path) -> None:
    spec, expected = next((spec, text) for one, spec, text in PROBLEMS if one == name)
    found = messages(tmp_path, {"rooms/list": spec})
    assert len([one for one in found if expected in one]) == 1


def test_a_breach_stands_at_its_key(tmp_path: Path) -> None:
    text = (
        "title: x\nsummary: x\npage: https://example.invalid/x\nmethod: POST\nrepeatable: true\n"
        "request:\n  limit: {type: integer}\n  cursor: {type: string}\n"
        "response:\n  rows: {type: array, items: {type: object, properties: {a: {type: string}}}}\n"
        "pagination:\n  position: cursor\n  size: limit\n  items: rows\n  next: gone\n"
    )
    assert messages(tmp_path, {"list": text}) == [
        "list.yaml:15:3: 'next' names 'gone'; the answer has: rows"
    ]


def typed(data: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the path of each field of a spec that has a type."""
    for key, inner in data.items() if isinstance(data, dict) else ():
        if isinstance(inner, dict):
            yield from typed(inner, (*path, key))
            if isinstance(inner.get("type"), str):
                yield (*path, key)


SPECS = {
    "pages": PAGED,
    "batch": BATCH,
    "bulk": of(BATCH, batch={"parameter": "id", "argument": "all_ids"}),
    "window": WINDOW,
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


def test_the_token_endpoint_has_no_jobs(tmp_path: Path) -> None:
    spec = of(PAGED, kind="token", security="none")
    assert any("belongs to operations" in one for one in messages(tmp_path, {"gettoken": spec}))


@pytest.mark.parametrize(
    ("spec", "names"),
    [
        (PAGED, ["iter_list"]),
        (of(PAGED, pagination=OTHER_PAGES | {"items": "rooms", "next": "total"}), ["iter_list"]),
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
    assert hasattr(declarations, kind.__name__)
    for client in (SyncClient, AsyncClient):
        assert hasattr(client, f"_{kind.__name__.lower()}")


def test_every_key_that_is_read_gives_a_kind_of_job() -> None:
    assert {kind.key for kind in get_args(Job)} == READERS.keys()


def test_a_size_parameter_may_be_called_as_the_jobs_own_option(tmp_path: Path) -> None:
    request = {"page_size": NUMBER, "cursor": TEXT}
    spec = of(PAGED, request=request, pagination__size="page_size")
    (job,) = operation(tmp_path, spec).jobs
    assert [one.name for one in job.fields] == ["cursor"]


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
