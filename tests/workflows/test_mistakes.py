"""What people pass by mistake: each is told what was expected, and what to do."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from wecom_client import AsyncWeComClient, WeComClient

from .callers import workflow

# What takes what another workflow made: its module and name, that argument, and the type of it.
TAKES = {
    "create": ("mass_messages", "plan", "MassMessagePlan"),
    "find_lost": ("mass_messages", "report", "MassMessageReport"),
    "follow": ("mass_messages", "messages", "MassMessageReport"),
    "hand_over": ("leaver", "plan", "LeaverPlan"),
    "find_lost of a leaver": ("leaver", "report", "HandOver"),
    "customer_states": ("leaver", "plan", "LeaverPlan"),
}


async def made_later() -> None:
    """Stand for a workflow that nobody awaited."""


def refusing(request: Any) -> Any:
    raise AssertionError("nothing is to be sent")


def client() -> WeComClient:
    return WeComClient(access_token="test", transport=refusing)


@pytest.mark.parametrize(("module", "argument", "kind"), TAKES.values(), ids=TAKES.keys())
def test_what_another_workflow_makes_is_asked_for_by_name(
    module: str, argument: str, kind: str, request: pytest.FixtureRequest
) -> None:
    function = getattr(workflow(module), request.node.callspec.id.partition(" ")[0])
    coroutine = made_later()
    with client() as wecom:
        with pytest.raises(TypeError, match=f"^{argument} must be a {kind}, is int$"):
            function(wecom, 7)
        text = f"^{argument} must be a {kind}, is coroutine: await it first$"
        with pytest.raises(TypeError, match=text):
            function(wecom, coroutine)
    coroutine.close()


TAKES_MANY: dict[str, tuple[str, Callable[[Any], Callable[..., Any]]]] = {
    "a batch": (
        "leaver",
        lambda wecom: partial(wecom.externalcontact.groupchat.transfer_all, new_owner="b"),
    ),
    "a bulk read": ("leaver", lambda wecom: wecom.externalcontact.groupchat.get_many),
    "pages": ("customers", lambda wecom: wecom.externalcontact.batch.iter_get_by_user),
    "groups": (
        "group_members",
        lambda wecom: partial(workflow("group_members").members_of_groups, wecom),
    ),
    "customers": (
        "customers",
        lambda wecom: partial(workflow("customers").customers_of_members, wecom),
    ),
    "statistics": (
        "statistics",
        lambda wecom: partial(workflow("statistics").statistics_by_day, wecom),
    ),
}


@pytest.mark.parametrize(("module", "function"), TAKES_MANY.values(), ids=TAKES_MANY.keys())
def test_a_generator_that_is_at_its_end_is_no_empty_list(
    module: str, function: Callable[[Any], Callable[..., Any]]
) -> None:
    workflow(module)  # for its operations
    ids = (one for one in ["a"])
    assert list(ids) == ["a"]
    with client() as wecom, pytest.raises(ValueError, match="is a generator that is at its end"):
        function(wecom)(ids)


JOIN_WAYS: dict[str, tuple[str, tuple[Any, ...], dict[str, Any], str]] = {
    "a path to add to": ("add", ("x.json", "a", 2, ["wr"]), {}, "register must be a JoinWayReg"),
    "a path to adopt into": ("adopt", ("x.json", "a", "c"), {}, "register must be a JoinWayReg"),
    "a path to update": (
        "update",
        ("x.json", "a"),
        {},
        "register must be a JoinWayRegister, is str",
    ),
    "a path to delete in": ("delete", ("x.json", "a"), {}, "register must be a JoinWayRegister"),
    "a number for a name": ("add", (None, 5, 2, ["wr"]), {}, "name must be a str, is int"),
    "a number to adopt": ("adopt", (None, 5, "c"), {}, "name must be a str, is int"),
    "one group": ("rotate_when_full", (None, "a", "wr"), {"capacity": 9}, "spare must be a list"),
    "a text": ("rotate_when_full", (None, "a", []), {"capacity": "9"}, "capacity must be a whole"),
    "no room": ("rotate_when_full", (None, "a", []), {"capacity": 0}, "capacity must be a whole"),
}


@pytest.mark.parametrize(("name", "given", "options", "text"), JOIN_WAYS.values(), ids=JOIN_WAYS)
def test_what_a_register_cannot_take_is_refused_before_anything_is_sent(
    name: str, given: tuple[Any, ...], options: dict[str, Any], text: str, tmp_path: Path
) -> None:
    module = workflow("join_ways")
    register = module.JoinWayRegister(tmp_path / "register.json")
    with client() as wecom, pytest.raises((TypeError, ValueError), match=f"^{text}"):
        getattr(module, name)(wecom, given[0] or register, *given[1:], **options)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("given", ["x", [{"msgtype": "image", "image": {}}], {"image": {}}, None])
def test_what_is_no_attachment_is_no_part_of_a_template(given: Any) -> None:
    with pytest.raises(TypeError, match=r"^attachment must be one as image\(…\) or link"):
        workflow("attachments").template_part(given)


def test_records_that_were_not_awaited_are_told_from_others(tmp_path: Path) -> None:
    coroutine = made_later()
    write_csv: Callable[..., Any] = workflow("export").write_csv
    with pytest.raises(TypeError, match="is coroutine: await it first"):
        write_csv(coroutine, tmp_path / "x.csv", ["a"])
    coroutine.close()


def test_a_workflow_that_nobody_awaits_goes_by_its_own_name() -> None:
    members_of_groups: Callable[..., Any] = workflow("group_members").members_of_groups
    running = members_of_groups(AsyncWeComClient(access_token="test"), ["wr"])
    assert inspect.iscoroutine(running)
    assert (running.__name__, running.__qualname__) == ("members_of_groups", "members_of_groups")
    running.close()
