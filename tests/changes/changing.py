"""A small set of specs to change, and a repository to change them in."""

from __future__ import annotations

import copy
import json
import os
import subprocess
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml

from generator.changes.model_changes import compare_apis
from generator.changes.rules import Change
from generator.changes.surface import surface_of
from generator.changes.surface_changes import merged, surface_changes
from generator.cli import main
from generator.model import Api
from generator.targets import read_api

Specs = dict[str, dict[str, Any]]
"""Files of a folder of specs by their path."""
Edit = Callable[[Specs], object]

PROJECT = Path(__file__).resolve().parents[2]
PAGE = "https://developer.work.weixin.qq.com/document/path/90000"
LIST, GET, CLOSE = "shop/order/list", "shop/order/get", "shop/order/close"

SHAPES = {
    "owner_filter": {
        "description": "Owners.",
        "type": "object",
        "properties": {
            "userid_list": {
                "description": "Their ids.",
                "type": "array",
                "minItems": 1,
                "maxItems": 100,
                "items": {"type": "string", "minLength": 1, "maxLength": 64},
            },
            "strict": {"description": "Owners alone.", "type": "boolean"},
        },
    },
    "order": {
        "description": "One order.",
        "type": "object",
        "properties": {
            "order_id": {"description": "Its id.", "type": "string", "maxLength": 32},
            "state": {
                "description": "Its state.",
                "type": "integer",
                "enum": {1: "open", 2: "closed"},
            },
            "remark": {
                "description": "Its remark.",
                "type": "string",
                "condition": "only where one was set",
            },
            "made": {"description": "When.", "type": "integer", "format": "timestamp"},
        },
    },
}
REQUEST = {
    "begin_day": {
        "description": "First day.",
        "type": "integer",
        "format": "day",
        "required": True,
        "minDaysAgo": 1,
        "maxDaysAgo": 180,
    },
    "name": {
        "description": "Part of the name.",
        "type": "string",
        "required": True,
        "minLength": 2,
        "maxLength": 40,
        "minBytes": 2,
        "maxBytes": 128,
    },
    "end_day": {
        "description": "Last day.",
        "type": "integer",
        "format": "day",
        "defaultFrom": "begin_day",
        "notBefore": "begin_day",
        "maxSpanDays": 30,
    },
    "limit": {
        "description": "Greatest number.",
        "type": "integer",
        "minimum": 1,
        "maximum": 1000,
        "default": 500,
    },
    "order_by": {
        "description": "Order.",
        "type": "integer",
        "enum": {1: "by name", 2: "by day", 3: "by owner"},
    },
    "descending": {
        "description": "Greatest first.",
        "type": "integer",
        "enum": {0: "no", 1: "yes"},
        "default": 0,
    },
    "remark": {"description": "Remark.", "type": "string", "truncatesAt": 30},
    "remark_lang": {
        "description": "Its language.",
        "type": "string",
        "ignoredUnless": {"descending": 1},
    },
    "code": {"description": "Code.", "type": "string", "requiredWhen": {"kind": [1, 2]}},
    "kind": {"description": "Kind.", "type": "integer"},
    "first": {
        "description": "One of three.",
        "type": "string",
        "requiredUnlessGiven": ["second", "third"],
    },
    "second": {"description": "One of three.", "type": "string", "forbiddenWhenGiven": ["third"]},
    "third": {"description": "One of three.", "type": "string"},
    "owner_filter": {"$ref": "_shapes.yaml#/owner_filter", "description": "Whose orders."},
    "extra": {"description": "More.", "type": "object", "additionalProperties": True},
}


def _top(title: str, *, repeatable: bool) -> dict[str, Any]:
    return {
        "title": title,
        "summary": f"Does what {title} says.",
        "page": PAGE,
        "updated": "2023-12-01",
        "method": "POST",
        "repeatable": repeatable,
        "repeatable_reason": "So it is.",
    }


FILES: Specs = {
    "shop/order/_shapes.yaml": SHAPES,
    f"{LIST}.yaml": {
        **_top("列出订单", repeatable=True),
        "effect": "read",
        "request": REQUEST,
        "response": {
            "order_list": {
                "description": "The orders.",
                "type": "array",
                "items": {"$ref": "_shapes.yaml#/order"},
            },
            "next_cursor": {"description": "Where to go on.", "type": "string"},
        },
        "errors": [40003, 40050],
        "quotas": [
            {"limit": 300, "days": 1, "scope": "lists of a company"},
            {"limit": 9000, "scope": "lists of an owner", "description": "About."},
        ],
        "permissions": {"any": "Nothing.", "self_built": "Listed as callable."},
        "notes": ["Orders are kept for a year.", "Closed ones too."],
        "examples": {"response": {"errcode": 0}},
        "deviations": [
            {
                "field": "request.name",
                "rule": "minLength",
                "document": "absent",
                "reason": "It is needed.",
                "source": "a guess",
            }
        ],
    },
    f"{GET}.yaml": {
        **_top("查看订单", repeatable=True),
        "request": {"order_id": {"description": "Its id.", "type": "string", "required": True}},
        "response": {"order": {"$ref": "_shapes.yaml#/order"}},
        "examples": {"request": {"order_id": "a"}},
    },
    f"{CLOSE}.yaml": {
        **_top("关闭订单", repeatable=False),
        "errcode_required": False,
        "request": {
            "order_ids": {
                "description": "Which.",
                "type": "array",
                "required": True,
                "items": {"type": "string"},
            },
            "owner_filter": {"$ref": "_shapes.yaml#/owner_filter"},
        },
        "response": {
            "failed_list": {
                "description": "Those that stayed open.",
                "type": "array",
                "items": {
                    "description": "One.",
                    "type": "object",
                    "properties": {
                        "order_id": {"description": "Its id.", "type": "string"},
                        "errcode": {"description": "Why.", "type": "integer"},
                        "errmsg": {"description": "Why.", "type": "string"},
                    },
                },
            }
        },
        "failures": {"field": "failed_list", "key": "order_id"},
    },
}


def specs() -> Specs:
    """Return the files of the folder, fresh to be changed."""
    return copy.deepcopy(FILES)


def write(files: Specs, folder: Path) -> Path:
    """Write files of specs and return their folder."""
    for path, data in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True), "utf-8")
    return folder


@cache
def unchanged() -> Api:
    """Return the model of the specs as they are."""
    with TemporaryDirectory() as folder:
        return read_api(write(specs(), Path(folder)))


def edited(edit: Edit, folder: Path) -> Api:
    """Return the model of the specs after an edit."""
    files = specs()
    edit(files)
    return read_api(write(files, folder))


def changed(edit: Edit, folder: Path) -> tuple[Change, ...]:
    """Return what an edit of the specs changes."""
    return compare_apis(unchanged(), edited(edit, folder))


def code_changes(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> tuple[Change, ...]:
    """Return what changed in the public surface of generated files, each change once."""
    return merged(surface_changes(surface_of(old), surface_of(new)))


def at(files: Specs, where: str) -> dict[str, Any]:
    """Return the mapping at a place such as `shop/order/list request.limit`."""
    path, _, inner = where.partition(" ")
    data: dict[str, Any] = files[f"{path}.yaml"]
    for key in inner.split(".") if inner else ():
        data = data[key]
    return data


class Repository:
    """A git repository of its own, out of reach of the user's settings."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str) -> str:
        # a git hook that runs these tests says where its own repository is
        inherited = {name: text for name, text in os.environ.items() if name[:4] != "GIT_"}
        surroundings = {
            **inherited,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            **{f"GIT_{who}_{what}": f"{who}@example.com".lower()
               for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        }  # fmt: skip
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, env=surroundings, check=True,
            capture_output=True, text=True,
        )  # fmt: skip
        return done.stdout.strip()

    def commit(self) -> str:
        """Commit all there is and return the hash."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "A step")
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def own_git(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no git hook that runs the tests lead git to its own repository."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)


def diff(*arguments: str | Path) -> int:
    return main(["diff", *map(str, arguments)])


def rows(capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str, str]]:
    report = json.loads(capsys.readouterr().out)
    return [(one["rule"], one["operation"], one["field"]) for one in report["changes"]]
