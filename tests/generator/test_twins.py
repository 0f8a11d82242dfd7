"""Each method of the synchronous client has an asynchronous twin that takes the same."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import pytest

from wecom_client import AsyncWeComClient, WeComClient
from wecom_client.externalcontact import AsyncExternalcontact, Externalcontact
from wecom_client.externalcontact.groupchat import AsyncGroupchat, Groupchat

from ..model import operations
from .package import Generated


def public(cls: type) -> list[str]:
    return [name for name in dir(cls) if not name.startswith("_") and name != "with_options"]


def test_every_job_of_the_specs_is_a_method() -> None:
    jobs = {job.name for operation in operations().values() for job in operation.jobs}
    assert jobs
    assert {
        name for name in public(Groupchat) if inspect.isfunction(getattr(Groupchat, name))
    } > jobs


@pytest.mark.parametrize(
    ("one", "other"), [(Groupchat, AsyncGroupchat), (Externalcontact, AsyncExternalcontact)]
)
def test_a_namespace_and_its_twin_have_the_same_members(one: type, other: type) -> None:
    assert public(one) == public(other)


def plain(signature: inspect.Signature) -> Iterator[tuple[str, object, object, str]]:
    """Return parameters with what an asynchronous iterable may be as well left out."""
    for one in signature.parameters.values():
        annotation = re.sub(r" \| AsyncIterable\[\w+\]", "", str(one.annotation))
        yield one.name, one.kind, one.default, annotation


@pytest.mark.parametrize("name", public(Groupchat))
def test_a_method_and_its_twin_take_and_return_the_same(name: str) -> None:
    signatures = [inspect.signature(getattr(cls, name)) for cls in (Groupchat, AsyncGroupchat)]
    one, other = signatures
    assert list(plain(one)) == list(plain(other))
    returned = re.sub(r"\bAsync(?=[A-Z])", "", str(other.return_annotation))
    assert returned == one.return_annotation


@pytest.mark.parametrize("name", public(AsyncGroupchat))
def test_what_returns_something_to_iterate_over_is_not_awaited(name: str) -> None:
    is_iterated = name.startswith("iter_") or name.endswith("_many")
    assert inspect.iscoroutinefunction(getattr(AsyncGroupchat, name)) is not is_iterated


def told(cls: type, name: str) -> str:
    # Python 3.13 cleans docstrings itself, and those before do not
    return " ".join(inspect.cleandoc(getattr(cls, name).__doc__).split())


@pytest.mark.parametrize("name", public(AsyncGroupchat))
def test_a_twin_tells_all_that_the_method_tells(name: str) -> None:
    one, other = told(Groupchat, name), told(AsyncGroupchat, name)
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


@pytest.mark.parametrize("name", public(Groupchat))
def test_no_method_sends_its_reader_to_another_one(name: str) -> None:
    for cls in (Groupchat, AsyncGroupchat):
        text = told(cls, name)
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
