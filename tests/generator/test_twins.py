"""Each method of the synchronous client has an asynchronous twin that takes the same."""

from __future__ import annotations

import inspect
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from wecom_client import AsyncWeComClient, WeComClient

from ..declarations import Namespace
from ..model import operations
from .package import Generated


def public(cls: type) -> list[str]:
    return [name for name in dir(cls) if not name.startswith("_") and name != "with_options"]


def namespaces(one: Any, other: Any) -> Iterator[tuple[type, type]]:
    """Return the classes of both clients' namespaces, and of those inside them."""
    for name in public(type(one)):
        inner, twin = getattr(one, name), getattr(other, name, None)
        if isinstance(inner, Namespace):
            yield type(inner), type(twin)
            yield from namespaces(inner, twin)


NAMESPACES = [*namespaces(WeComClient(access_token="t"), AsyncWeComClient(access_token="t"))]
METHODS = [
    pytest.param(one, other, name, id=f"{one.__name__}.{name}")
    for one, other in NAMESPACES
    for name in public(one)
    if inspect.isfunction(getattr(one, name))
]
every_method = pytest.mark.parametrize(("cls", "twin", "name"), METHODS)


def test_every_job_of_the_specs_is_a_method() -> None:
    jobs = [job.name for operation in operations().values() for job in operation.jobs]
    assert jobs
    methods = Counter(str(method.values[2]) for method in METHODS)
    assert not Counter(jobs) - methods


@pytest.mark.parametrize(("one", "other"), NAMESPACES)
def test_a_namespace_and_its_twin_have_the_same_members(one: type, other: type) -> None:
    assert public(one) == public(other)


def plain(signature: inspect.Signature) -> Iterator[tuple[str, object, object, str]]:
    """Return parameters with what an asynchronous iterable may be as well left out."""
    for one in signature.parameters.values():
        annotation = re.sub(r" \| AsyncIterable\[\w+\]", "", str(one.annotation))
        yield one.name, one.kind, one.default, annotation


@every_method
def test_a_method_and_its_twin_take_and_return_the_same(cls: type, twin: type, name: str) -> None:
    one, other = (inspect.signature(getattr(each, name)) for each in (cls, twin))
    assert list(plain(one)) == list(plain(other))
    returned = re.sub(r"\bAsync(?=[A-Z])", "", str(other.return_annotation))
    assert returned == one.return_annotation


@every_method
def test_what_returns_something_to_iterate_over_is_not_awaited(
    cls: type, twin: type, name: str
) -> None:
    is_iterated = name.startswith("iter_") or name.endswith("_many")
    assert inspect.iscoroutinefunction(getattr(twin, name)) is not is_iterated


def told(cls: type, name: str) -> str:
    # Python 3.13 cleans docstrings itself, and those before do not
    return " ".join(inspect.cleandoc(getattr(cls, name).__doc__).split())


@every_method
def test_a_twin_tells_all_that_the_method_tells(cls: type, twin: type, name: str) -> None:
    one, other = told(cls, name), told(twin, name)
    for word, asynchronous in (
        ("Items: an iterator", "AsyncItems: for `async for`, without `await`, an iterator"),
        ("Outcomes: an iterator", "AsyncOutcomes: for `async for`, without `await`, an iterator"),
        ("Any iterable,", "Any iterable, an asynchronous one too,"),
        ("Close it, or use it in a `with`", "`await` its `aclose`, or use it in an `async with`"),
    ):
        one = one.replace(word, asynchronous)
    assert one == other


def test_the_raw_call_tells_all_in_both_clients() -> None:
    assert told(WeComClient, "call") == told(AsyncWeComClient, "call")


@every_method
def test_no_method_sends_its_reader_to_another_one(cls: type, twin: type, name: str) -> None:
    for each in (cls, twin):
        text = told(each, name)
        assert " Document: https://" in text
        assert "stand there" not in text


def test_every_method_of_any_specs_has_a_twin(golden: Generated) -> None:
    found = golden.run(
        """
        import inspect
        from wecom_client import AsyncWeComClient

        def members(client, cls, path=()):
            for name in dir(cls):
                if name.startswith("_") or name in own:
                    continue
                member = getattr(cls, name)
                if isinstance(member, property):
                    inner = getattr(client, name)
                    yield from members(inner, type(inner), (*path, name))
                else:
                    parameters = inspect.signature(member).parameters.values()
                    yield (*path, name), [[one.name, one.kind.name] for one in parameters]

        own = {"close", "aclose", "with_options"}
        found = []
        for cls in (WeComClient, AsyncWeComClient):
            client = cls("corp", "secret")
            found.append(list(members(client, cls)))
        show(found)
        """
    )
    assert found[0] == found[1]
    assert ["depot", "del_all"] in [path for path, _ in found[0]]
    assert len(found[0]) > 40
