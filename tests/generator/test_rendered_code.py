"""Rendered code passes the project's linter, formatter and mypy --strict, whatever the specs say.

So do programs of users where they are right, and what is wrong with them is seen.
"""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from .package import ROOT, Generated, typed_requests

WRONG = [
    ("a job without its elements", "client.depot.del_all()"),
    ("elements of another type", "client.depot.weigh_all(['a'])"),
    ("a field that records lack", "[one.nummer for one in client.depot.iter_list('a')]"),
    ("a dry run as a result", "client.depot.del_all(['a'], dry_run=True).done"),
    ("an option that a job lacks", "client.depot.weigh_all([1], daily_limit=5)"),
    ("a page size that has to be given", "client.depot.iter_scan()"),
    (
        "an answer that may be missing",
        "[one.answer.parcel for one in client.depot.read_many('a', [1])]",
    ),
    ("a parameter that a merged answer has not", "client.depot.counts_all(sort='a')"),
    ("elements that come later than they can", "client.depot.read_many('a', ASYNC_NUMBERS)"),
    ("an answer that was not awaited", "LATER.depot.counts_all().days"),
    ("an iterator that is awaited", "asyncio.run(LATER.depot.iter_counts())"),
    ("a name that nothing has", "wecom_client.AsyncWecomClient"),
    ("a missing field", 'client.shop.order.create({}, {"name": "b"})'),
    ("a wrong field", 'client.shop.order.create({"sku": 1}, {"name": "b"})'),
    ("a keyword as a key", 'client.names.list(1, filter={"import": 5})'),
    ("a number for a text", 'client.media.get("m", type=1)'),
    ("a text for a flag", 'client.media.get("m", flag="1")'),
    ("a misspelt parameter", 'client.media.get("m", sice=2)'),
    ("a positional option", 'client.media.get("m", "image")'),
    ("a conditional field without a guard", "client.names.get().class_.tuple"),
    ("a field of another type", "client.names.get().int.upper()"),
    (
        "a mapping for a list",
        'client.delivery.track({"city": "c"}, "a", addresses={"city": "d"})',
    ),
]
RIGHT = [
    'sum(parcel.number for parcel in client.depot.iter_list("a", from_key="b"))',
    'client.depot.del_all(("a",)).failed[0].meaning.upper() + "".join(RESULT.not_tried)',
    'client.depot.del_all(iter("ab"), dry_run=True)[0].json',
    "isinstance(client.depot.del_all([], dry_run=bool(BUYER)), BatchResult)",
    'client.depot.weigh_all(range(3)).failed[0].errcode + next(client.odd.int_many(["a"])).key',
    '[one.answer.parcel.number for one in client.depot.read_many("a", [1]) if one.answer]',
    'client.depot.read_many("a", [1], on_progress=lambda progress: print(progress.done))',
    "client.depot.counts_all(depots=[1]).days[0].count + 1",
    "LATER.depot.iter_counts().position, LATER.depot.read_many('a', ASYNC_NUMBERS)",
    'asyncio.run(LATER.depot.del_all(["a"])).failed[0].remedy.upper()',
    'asyncio.run(LATER.depot.del_all(["a"], dry_run=True))[0].json',
    'client.shop.order.create({"sku": "a", "from": {"city": "c"}}, {"name": "b"}).order_id.upper()',
    'client.names.list(1, filter={"import": "a", "in": ("b",)}, type=1)',
    'client.media.get_.sample("m").size + asyncio.run(LATER.media.get_.sample("m")).size',
    'client.media.get("m", type="image", flag=True, day=datetime.date(2023, 1, 1))',
    "client.names.get().list[0].del_ + client.names.get().items[0]",
    "[part.part.id for part in client.shop.order.create(ARTICLE, BUYER).parts]",
    "client.names.list(1, type=client.names.get().int)",
]
HEAD = (
    "import asyncio\n"
    "import datetime\n"
    "from collections.abc import AsyncIterator\n"
    "import wecom_client\n"
    "from wecom_client import AsyncWeComClient, BatchResult, WeComClient\n"
    "from wecom_client.depot.del_ import LostParcel\n"
    "from wecom_client.shop.order.create import ArticleParam, PersonParam\n"
    'ARTICLE: ArticleParam = {"sku": "a"}\n'
    'BUYER: PersonParam = {"name": "b"}\n'
    'client = WeComClient(access_token="t")\n'
    'LATER = AsyncWeComClient(access_token="t")\n'
    "RESULT: BatchResult[LostParcel]\n"
    "ASYNC_NUMBERS: AsyncIterator[int]\n"
)


@pytest.fixture(params=["golden", "named"])
def package(request: pytest.FixtureRequest) -> Generated:
    found: Generated = request.getfixturevalue(request.param)
    shutil.copy(ROOT / "pyproject.toml", found.path.parent)
    return found


def tool(package: Generated, *command: str) -> str:
    """Run a tool where the project's settings for generated code hold; return its complaints."""
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=package.path.parent,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout + done.stderr if done.returncode else ""


def test_rendered_code_passes_ruff(package: Generated) -> None:
    assert not tool(package, "ruff", "check", "--no-cache", "--quiet", "generated")


def test_rendered_code_is_formatted(package: Generated) -> None:
    assert not tool(package, "ruff", "format", "--no-cache", "--diff", "generated")


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The folder in which mypy keeps what it knows: most of all packages is the same."""
    return f"--cache-dir={tmp_path_factory.mktemp('mypy')}"


@typed_requests
def test_code_of_taken_names_passes_mypy(named: Generated, cache: str) -> None:
    shutil.copy(ROOT / "pyproject.toml", named.path.parent)
    assert not tool(named, "mypy", cache, "generated")


@pytest.fixture(scope="module")
def said(golden: Generated, cache: str) -> list[str]:
    """What mypy says of the package, and of a program that uses it."""
    lines = [HEAD, *(expression for _, expression in WRONG), *RIGHT]
    (golden.path.parent / "user.py").write_text("\n".join(lines), "utf-8")
    shutil.copy(ROOT / "pyproject.toml", golden.path.parent)
    found = tool(golden, "mypy", cache, "--no-pretty", "generated", "user.py").splitlines()
    assert found
    return found[:-1]


@pytest.fixture(scope="module")
def type_errors(said: list[str]) -> set[str]:
    """The lines of the program in which mypy finds mistakes."""
    lines = (golden_line(one) for one in said if one.startswith("user.py:"))
    return {line for line in lines if line}


def golden_line(error: str) -> str:
    number = int(error.split(":")[1]) - HEAD.count("\n") - 2
    return [*(expression for _, expression in WRONG), *RIGHT][number]


@typed_requests
def test_the_golden_code_passes_mypy(said: list[str]) -> None:
    assert not [one for one in said if not one.startswith("user.py:")]


@pytest.mark.parametrize(("name", "expression"), WRONG, ids=[name for name, _ in WRONG])
def test_a_type_checker_sees_what_callers_do_wrong(
    type_errors: set[str], name: str, expression: str
) -> None:
    assert expression in type_errors, f"{name} went unnoticed"


def test_a_type_checker_has_nothing_against_what_is_right(type_errors: set[str]) -> None:
    assert not type_errors & {*RIGHT}
