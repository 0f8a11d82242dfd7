"""What type checkers see of a workflow: a result with one client, an awaitable with the other."""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterator
from typing import assert_type, get_type_hints

from wecom_client import AsyncWeComClient, WeComClient
from wecom_client.workflows import Collected

from .callers import workflow

workflow("group_members")  # where the specs lack what it calls, nothing below can be imported

from wecom_client.workflows.export import write_csv  # noqa: E402
from wecom_client.workflows.group_members import GroupMember, members_of_groups  # noqa: E402


def _with_a_client(wecom: WeComClient) -> None:
    assert_type(members_of_groups(wecom, ["wr"], need_name=True), Collected[GroupMember])
    assert_type(write_csv(["a"], "x.csv", {"id": "."}), int)


async def _with_an_asynchronous_client(
    wecom: AsyncWeComClient, records: AsyncIterator[str]
) -> None:
    assert_type(await members_of_groups(wecom, ["wr"], need_name=True), Collected[GroupMember])
    assert_type(await write_csv(records, "x.csv", {"id": "."}), int)


def test_a_workflow_shows_as_the_function_that_it_is() -> None:
    assert inspect.isfunction(members_of_groups)
    assert (members_of_groups.__doc__ or "").startswith("Read groups")
    assert [*inspect.signature(members_of_groups).parameters][:2] == ["wecom", "chat_ids"]
    hints = get_type_hints(members_of_groups)
    assert (hints["need_name"], hints["return"]) == (bool, Collected[GroupMember])
