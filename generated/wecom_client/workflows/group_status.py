# Copied from templates/wecom_client/workflows/group_status.py: edit that file, then run 'make generate'.
"""Status of groups beside their details: `list` has the one, `get` the other.

Documents: https://developer.work.weixin.qq.com/document/path/92120,
https://developer.work.weixin.qq.com/document/path/92122
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from .._runtime.jobs.results import Outcome, Progress
from ..externalcontact.groupchat import list as list_
from ..externalcontact.groupchat.get import GetAnswer, GroupChat
from ._portions import most_items, portions
from ._results import Collected
from ._steps import Client, Each, Flow, over_client

__all__ = ["OPERATIONS", "GroupWithStatus", "groups_with_status"]

OPERATIONS = ("externalcontact/groupchat/list", "externalcontact/groupchat/get")


@dataclass(frozen=True, slots=True)
class GroupWithStatus:
    """A group as `list` and `get` tell it.

    `status`: 0 the owner is with the company, 1 the owner resigned, 2 being handed on, 3 handed on.
    `group`: its details; None where they could not be read, as `failures` says.
    """

    chat_id: str
    status: int
    group: GroupChat | None


@over_client
def groups_with_status(
    wecom: Client,
    *,
    owners: Iterable[str] | None = None,
    status_filter: int | None = None,
    need_name: bool = False,
    concurrency: int = 8,
    rate: float | None = None,
    on_progress: Callable[[Progress], object] | None = None,
) -> Flow[Collected[GroupWithStatus]]:
    """List groups, read the details of each, and return both side by side.

    Args:
        wecom: The client.
        owners: Userids of the owners whose groups are listed, any number; None: every group in the
            application's visible range, which the platform refuses (81017) with more than 1000
            people in it. Groups of owners who left come only where these are named.
        status_filter: As `list` takes it: 1 waiting for a new owner, 2 being handed on, 3 handed
            on.
        need_name: Whether members' names are asked for.
        concurrency: Calls at the same time, 1 to 128.
        rate: Most calls a minute. None: as many as go.
        on_progress: Is called with a Progress at each group whose details came.

    Returns:
        Collected[GroupWithStatus]: `rows`, in the order of the list, and `failures`, the groups
            whose details could not be read: their rows have the status alone.

    Raises:
        ParameterError: an argument that cannot be.
        WeComError: a page of the list failed. Nothing is returned then, as groups would be missing
            of which nobody knows.
    """
    groupchat = wecom.externalcontact.groupchat
    statuses: dict[str, int] = {}

    def note(group: list_.GroupChat) -> None:
        statuses[group.chat_id] = group.status

    for portion in _portions(owners):
        listed = groupchat.iter_list(
            owner_filter=None if portion is None else {"userid_list": portion},
            status_filter=status_filter,
        )
        yield Each(listed, note)
    details: dict[str, GroupChat] = {}
    failures: list[Outcome[GetAnswer]] = []

    def take(outcome: Outcome[GetAnswer]) -> None:
        if outcome.answer is None:
            failures.append(outcome)
        else:
            details[outcome.key] = outcome.answer.group_chat

    read: Any = groupchat.get_many
    outcomes = read(
        list(statuses),
        need_name=need_name or None,
        concurrency=concurrency,
        rate=rate,
        on_progress=on_progress,
    )
    yield Each(outcomes, take, closes=True)
    rows = [GroupWithStatus(one, status, details.get(one)) for one, status in statuses.items()]
    return Collected(tuple(rows), tuple(failures))


def _portions(owners: Iterable[str] | None) -> list[list[str]] | list[None]:
    """Split owners into as many as one call takes; None: of every owner in one walk."""
    if owners is None:
        return [None]
    return portions("owners", owners, most_items(list_.REQUEST, "owner_filter.userid_list"))
