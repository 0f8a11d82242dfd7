"""A monitoring tool is asked to look away in its own way, and no tool fails a call."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar, copy_context
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from .helpers import Either, read
from .loopback import OK
from .transports import unobserved

NAMES = ("opentelemetry.context", "sentry_sdk", "elasticapm.traces")


@pytest.fixture(autouse=True)
def no_tool(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delitem(sys.modules, name, raising=False)


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Make a module look loaded, with some of what the real one has."""

    def loaded(name: str, **members: Any) -> Any:
        module = ModuleType(name)
        vars(module).update(members)
        monkeypatch.setitem(sys.modules, name, module)
        return module

    return loaded


class Transactions:
    """The context of Elastic's agent: one transaction."""

    def __init__(self, now: object = "a transaction") -> None:
        self._now = ContextVar("transaction", default=now)

    def get_transaction(self) -> object:
        return self._now.get()

    def set_transaction(self, now: object) -> None:
        self._now.set(now)


def test_where_no_tool_is_loaded_nothing_is_made() -> None:
    assert unobserved() is unobserved()


@pytest.mark.parametrize("name", NAMES)
def test_a_tool_that_is_only_half_loaded_fails_no_call(
    name: str, load: Callable[..., Any], client: Either
) -> None:
    load(name)
    assert read(client) == OK


@pytest.mark.parametrize("name", NAMES)
def test_a_tool_whose_import_was_forbidden_fails_no_call(
    name: str, monkeypatch: pytest.MonkeyPatch, client: Either
) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    assert read(client) == OK


def test_a_tool_that_raises_fails_no_call_and_keeps_no_other_from_looking_away(
    load: Callable[..., Any], client: Either
) -> None:
    def fail(*_: object) -> Any:
        raise RuntimeError("no")

    load("opentelemetry.context", get_current=dict, set_value=fail, attach=fail, detach=fail)
    context = Transactions()
    load("elasticapm.traces", execution_context=context)
    with unobserved():
        assert context.get_transaction() is None
    assert context.get_transaction() == "a transaction"
    assert read(client) == OK


def test_a_tool_that_raises_at_the_end_keeps_no_other_from_looking_again(
    load: Callable[..., Any],
) -> None:
    @contextmanager
    def isolation_scope() -> Iterator[Any]:
        yield SimpleNamespace()
        raise RuntimeError("no")

    sentry = load("sentry_sdk", isolation_scope=isolation_scope, get_current_scope=SimpleNamespace)
    context = Transactions()
    load("elasticapm.traces", execution_context=context)
    with unobserved():
        assert sentry
    assert context.get_transaction() == "a transaction"


def test_a_sentry_that_nobody_switched_on_is_left_alone(load: Callable[..., Any]) -> None:
    asked: list[str] = []
    load(
        "sentry_sdk",
        is_initialized=lambda: False,
        isolation_scope=lambda: asked.append("isolation_scope"),
    )
    with unobserved():
        pass
    assert asked == []


def test_a_sentry_before_its_version_2_gets_a_hub_that_is_thrown_away(
    load: Callable[..., Any],
) -> None:
    class Hub:
        def __init__(self, other: object) -> None:
            self.scope = SimpleNamespace(span="a span")

        def __enter__(self) -> Hub:
            hubs.append(self)
            return self

        def __exit__(self, *_: object) -> None:
            hubs.pop()

    hubs: list[Hub] = []
    Hub.current = Hub(None)  # type: ignore[attr-defined]
    load("sentry_sdk", Hub=Hub)
    with unobserved():
        [hub] = hubs
        assert hub.scope.span is None
    assert hubs == []
    assert Hub.current.scope.span == "a span"  # type: ignore[attr-defined]


def test_an_elastic_agent_without_a_transaction_is_left_alone(load: Callable[..., Any]) -> None:
    context = Transactions(None)
    load("elasticapm.traces", execution_context=context)
    with unobserved():
        context.set_transaction("of somebody else")
    assert context.get_transaction() == "of somebody else"


def test_one_inside_another_ends_alone(load: Callable[..., Any]) -> None:
    context = Transactions()
    load("elasticapm.traces", execution_context=context)
    with unobserved():
        with unobserved():
            pass
        assert context.get_transaction() is None
    assert context.get_transaction() == "a transaction"


def test_what_is_left_where_it_was_not_entered_changes_nothing_there(
    load: Callable[..., Any],
) -> None:
    """A coroutine that nobody finishes is closed by whoever drops it."""
    context = Transactions()
    load("elasticapm.traces", execution_context=context)
    hidden = unobserved()
    copy_context().run(hidden.__enter__)
    context.set_transaction("of somebody else")
    hidden.__exit__(None, None, None)
    assert context.get_transaction() == "of somebody else"
