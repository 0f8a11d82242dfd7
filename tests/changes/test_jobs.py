"""Whole jobs that specs gain, lose or change: each is found with its rule, and nothing else."""

from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.changes.job_changes import job_changes
from generator.changes.model_changes import compare_apis, operations
from generator.changes.report import as_markdown, as_text
from generator.changes.rules import RULES, Change
from generator.model import Api
from generator.spec.schema import keys_below
from generator.targets import read_api
from generator.targets.python.render import Renderer

from .changing import CLOSE, GET, LIST, Edit, Specs, at, code_changes, specs, write
from .edits import both


def with_jobs() -> Specs:
    """Return specs with every kind of job."""
    files = specs()
    listing = at(files, LIST)
    listing["request"] |= {"offset": {"type": "integer"}, "from_key": {"type": "string"}}
    listing["request"]["ids"] = {"type": "array", "maxItems": 9, "items": {"type": "string"}}
    listing["response"] |= {"next_offset": {"type": "integer"}, "total": {"type": "integer"}}
    figures = {"id": {"type": "string"}, "count": {"type": "integer", "overDays": "sum"}}
    rows = {"type": "array", "items": {"type": "object", "properties": figures}}
    listing["response"] |= {"rows": rows, "other_rows": copy.deepcopy(rows)}
    listing["pagination"] = {
        "position": "offset", "next": "next_offset", "size": "limit", "items": "rows",
    }  # fmt: skip
    listing["window"] = {
        "begin": "begin_day", "end": "end_day", "parameter": "owner_filter.userid_list",
        "items": "rows", "key": "id", "omit": ["order_by"],
    }  # fmt: skip
    at(files, GET)["batch"] = {"parameter": "order_id", "argument": "order_ids"}
    close = at(files, CLOSE)
    close["request"]["order_ids"]["maxItems"] = 9
    close["quotas"] = [{"limit": 7, "days": 1, "scope": "x"}]
    close["batch"] = {"parameter": "order_ids", "argument": "all_ids", "done": [90504]}
    return files


def api(files: Specs, folder: Path) -> Api:
    return read_api(write(files, folder))


def found(edit: Edit, folder: Path) -> tuple[Change, ...]:
    """Return what an edit of the specs with jobs changes."""
    files = with_jobs()
    edit(files)
    return compare_apis(api(with_jobs(), folder / "old"), api(files, folder / "new"))


def put(path: str, key: str, value: Any = None) -> Edit:
    """Return an edit that sets a key, or takes it out."""

    def edit(files: Specs) -> None:
        *above, last = key.split(".")
        target = at(files, path)
        for part in above:
            target = target[part]
        target[last] = copy.deepcopy(value)
        if value is None:
            del target[last]

    return edit


CHANGES: dict[str, tuple[Edit, list[tuple[str, str]]]] = {
    "pages are gone": (
        put(LIST, "pagination"),
        [
            ("job.removed", "iter_list"),
            ("job.argument-added", "list_all(offset)"),
            ("job.argument-added", "list_all(limit)"),
        ],
    ),
    "a window is gone": (put(LIST, "window"), [("job.removed", "list_all")]),
    "a batch is gone": (put(CLOSE, "batch"), [("job.removed", "close_all")]),
    "reading many is gone": (put(GET, "batch"), [("job.removed", "get_many")]),
    "a batch of one element a call": (
        both(
            put(CLOSE, "request.one", {"type": "string"}),
            put(CLOSE, "batch", {"parameter": "one", "argument": "ones"}),
            put(CLOSE, "repeatable", True),
        ),
        [
            ("job.removed", "close_all"),
            ("operation.repeatable-gained", "repeatable"),
            ("job.added", "close_many"),
            ("request.added-optional", "request.one"),
        ],
    ),
    "other records": (
        both(
            put(LIST, "pagination.items", "other_rows"),
            put(LIST, "window.items", "other_rows"),
        ),
        [("job.fact", "window.items"), ("job.records", "pagination.items")],
    ),
    "a total": (put(LIST, "pagination.total", "total"), [("job.fact", "pagination.total")]),
    "another position": (
        both(
            put(LIST, "pagination.position", "from_key"),
            put(LIST, "pagination.next", "next_cursor"),
        ),
        [
            ("job.fact", "pagination.next"),
            ("job.fact", "pagination.position"),
            ("job.argument-added", "list_all(offset)"),
            ("job.argument-removed", "list_all(from_key)"),
        ],
    ),
    "larger pages": (
        put(LIST, "request.limit.maximum", 2000),
        [("job.page-size", "iter_list(page_size)"), ("request.maximum.wider", "request.limit")],
    ),
    "pages whose size nobody can say any more": (
        put(LIST, "pagination.size"),
        [
            ("job.fact", "pagination.size"),
            ("job.argument-removed", "iter_list(page_size)"),
            ("job.argument-added", "iter_list(limit)"),
            ("job.argument-added", "list_all(limit)"),
        ],
    ),
    "pages of any number of elements": (
        put(LIST, "pagination.parameter", "ids"),
        [("job.fact", "pagination.parameter"), ("job.argument-removed", "iter_list(offset)")],
    ),
    "reading many goes through pages": (
        both(
            put(GET, "request.after", {"type": "string"}),
            put(GET, "response.then", {"type": "string"}),
            put(GET, "response.names", {"type": "array", "items": {"type": "string"}}),
            put(GET, "pagination", {"position": "after", "next": "then", "items": "names"}),
        ),
        [
            ("job.added", "iter_get"),
            ("request.added-optional", "request.after"),
            ("response.added", "response.names"),
            ("response.added", "response.then"),
        ],
    ),
    "pages of any size": (
        both(put(LIST, "request.limit.maximum"), put(LIST, "request.limit.default")),
        [
            ("job.page-size-required", "iter_list(page_size)"),
            ("request.default", "request.limit"),
            ("request.maximum.wider", "request.limit"),
        ],
    ),
    "another name for the elements": (
        put(CLOSE, "batch.argument", "ids"),
        [
            ("job.argument-removed", "close_all(all_ids)"),
            ("job.argument-required", "close_all(ids)"),
        ],
    ),
    "another name for what is read": (
        put(GET, "batch.argument", "ids"),
        [
            ("job.argument-removed", "get_many(order_ids)"),
            ("job.argument-required", "get_many(ids)"),
        ],
    ),
    "other codes": (put(CLOSE, "batch.done", [90508]), [("job.fact", "batch.done")]),
    "codes of the quota": (put(CLOSE, "batch.used_up", [45009]), [("job.fact", "batch.used_up")]),
    "no quota any more": (
        put(CLOSE, "quotas"),
        [("job.argument-removed", "close_all(daily_limit)"), ("quota.removed", "quotas")],
    ),
    "another key": (
        both(
            put(LIST, "response.rows.items.properties.name", {"type": "string"}),
            put(LIST, "window.key", "name"),
        ),
        [("job.fact", "window.key"), ("response.added", "response.rows.name")],
    ),
    "more left out": (
        put(LIST, "window.omit", ["order_by", "descending"]),
        [("job.argument-removed", "list_all(descending)")],
    ),
    "nothing left out": (
        put(LIST, "window.omit"),
        [("job.argument-added", "list_all(order_by)")],
    ),
    "another meaning over days": (
        put(LIST, "response.rows.items.properties.count.overDays", "latest"),
        [("response.overDays", "response.rows.count")],
    ),
    "a new parameter": (
        put(LIST, "request.more", {"type": "string"}),
        [("request.added-optional", "request.more")],
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_of_a_job_is_found_and_nothing_else(name: str, tmp_path: Path) -> None:
    edit, expected = CHANGES[name]
    changes = found(edit, tmp_path)
    # rows of another array that has the same records are of no interest here
    rows = [one for one in changes if "other_rows" not in one.field]
    assert sorted((one.rule, one.field) for one in rows) == sorted(expected)


def test_a_job_that_comes_is_a_feature_and_one_that_goes_breaks(tmp_path: Path) -> None:
    before, after = api(specs(), tmp_path / "old"), api(with_jobs(), tmp_path / "new")
    come = [one for one in compare_apis(before, after) if one.rule.startswith("job.")]
    gone = [one for one in compare_apis(after, before) if one.rule.startswith("job.")]
    names = {"iter_list", "list_all", "get_many", "close_all"}
    assert {one.field for one in come} == {one.field for one in gone} == names
    assert {one.kind for one in come} == {"added"}
    assert all(one.breaking for one in gone)


KEYS = [
    (path, key, part)
    for path, key in ((LIST, "pagination"), (GET, "batch"), (CLOSE, "batch"), (LIST, "window"))
    for part in keys_below(key)
    if part not in ("argument", "omit")
]


@pytest.mark.parametrize(("path", "key", "part"), KEYS)
def test_no_key_of_a_job_is_overlooked(path: str, key: str, part: str, tmp_path: Path) -> None:
    """What the other two keys change, the arguments of a method, stands in the table above."""
    old = operations(api(with_jobs(), tmp_path))[path]
    job = next(one for one in old.jobs if one.key == key)
    others = tuple(one for one in old.jobs if one is not job)
    new = replace(old, jobs=(replace(job, stated={**job.stated, part: "x"}), *others))
    assert [one.field for one in job_changes(old, new)] == [f"{key}.{part}"]
    assert not list(job_changes(old, old))


@pytest.mark.parametrize(
    ("rule", "old", "new", "text"),
    [
        ("job.removed", "iter_a", None, "- `a/b`: `iter_a` is no longer there"),
        ("job.added", None, "iter_a", "- `a/b`: `iter_a` is a new method for a whole job."),
        ("job.page-size", 5, 7, "- `a/b`: `iter_a` is `7` when left out, was `5`."),
        ("job.page-size", None, 7, "- `a/b`: `iter_a` may now be left out."),
        ("job.fact", (1,), (1, 2), "- `a/b`: `iter_a` is now `1`, `2`, was `1`."),
        ("job.fact", None, "total", "- `a/b`: `iter_a` is now `total`."),
        ("job.fact", "total", None, "- `a/b`: `iter_a` is no longer stated, was `total`."),
    ],
)
def test_a_change_of_a_job_is_a_sentence(rule: str, old: Any, new: Any, text: str) -> None:
    change = Change(rule, "a/b", "iter_a", old, new)
    assert text in as_markdown([change])
    assert f"[{rule}]" in as_text([change])


def test_every_rule_of_jobs_is_used_here() -> None:
    used = {rule for _, rows in CHANGES.values() for rule, _ in rows}
    assert {rule for rule in RULES if rule.startswith("job.")} <= used


def test_what_both_clients_lose_is_told_once(tmp_path: Path) -> None:
    files = Renderer(api(with_jobs(), tmp_path)).render()
    cut = dict(files)
    for path in ("wecom_client/shop/order/list.py", "wecom_client/shop/order/close.py"):
        text = files[path].decode().replace("def iter_list(", "def walk_list(")
        text = text.replace("daily_limit: int | None = 7", "daily_limit: int | None = 8")
        cut[path] = text.encode()
    client = "wecom_client.WeComClient.shop.order"
    rows = [(one.rule, one.operation, one.field) for one in code_changes(files, cut)]
    assert sorted(rows) == [
        ("surface.added", LIST, f"{client}.walk_list"),
        ("surface.argument-default", CLOSE, f"{client}.close_all(daily_limit)"),
        ("surface.removed", LIST, f"{client}.iter_list"),
    ]


def test_what_only_the_asynchronous_client_loses_is_told(tmp_path: Path) -> None:
    files = Renderer(api(with_jobs(), tmp_path)).render()
    path = "wecom_client/shop/order/get.py"
    text = files[path].decode().replace("    async def get(", "    async def fetch(")
    changes = code_changes(files, {**files, path: text.encode()})
    assert {one.field for one in changes} == {
        "wecom_client.AsyncWeComClient.shop.order.get",
        "wecom_client.AsyncWeComClient.shop.order.fetch",
    }
