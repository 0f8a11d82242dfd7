"""Hand-over of a member who left, in one go: groups first, then customers.

Look first, then carry out what was looked at, then ask how it ended:

    plan = plan_of_leaver(wecom, "lisi", "zhangsan")     # reads alone
    report = hand_over(wecom, plan)                      # two batches
    states = customer_states(wecom, plan)                # a day later, and until all are settled

A group changes hands at once, and only so many of one owner a day; the transfer of a customer is
begun by the call, carried out after 24 hours, and may be refused by the customer. What is left on
the next day is what `plan_of_leaver` finds then: to run all of it again is safe.

Documents: https://developer.work.weixin.qq.com/document/path/92127 (groups),
https://developer.work.weixin.qq.com/document/path/92124 (who left),
https://developer.work.weixin.qq.com/document/path/94081 (customers),
https://developer.work.weixin.qq.com/document/path/94082 (their results)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from .._runtime.jobs.results import BatchError, BatchResult
from .._runtime.request import Request
from ..externalcontact.groupchat.transfer import BATCH as GROUPS
from ._steps import Client, Each, Flow, over_client

__all__ = [
    "OPERATIONS",
    "CustomerStates",
    "HandOver",
    "Leaver",
    "LeaverPlan",
    "customer_states",
    "hand_over",
    "leavers",
    "plan_of_leaver",
]

OPERATIONS = (
    "externalcontact/groupchat/list",
    "externalcontact/groupchat/transfer",
    "externalcontact/get_unassigned_list",
    "externalcontact/resigned/transfer_customer",
    "externalcontact/resigned/transfer_result",
)

_OWNER_RESIGNED = 1
_WAITING = 2


@dataclass(frozen=True)
class Leaver:
    """A member who left, with the customers who wait for somebody else.

    `left_at`: Unix seconds. `external_userids`: the customers.
    """

    userid: str
    left_at: int
    external_userids: tuple[str, ...]


@dataclass(frozen=True)
class LeaverPlan:
    """What is to be handed over, and the calls of a run in which nothing fails.

    `chat_ids`: groups that wait for a new owner. `other_groups`: groups of the member in another
    state, by chat id (0 the owner is with the company, 2 being handed on, 3 handed on): they are
    not touched. `external_userids`: customers who wait. `group_calls`, `customer_calls`: what
    today's run would send; the day's quota of groups counts.
    """

    handover_userid: str
    takeover_userid: str
    chat_ids: tuple[str, ...]
    other_groups: Mapping[str, int]
    external_userids: tuple[str, ...]
    group_calls: tuple[Request, ...]
    customer_calls: tuple[Request, ...]

    @property
    def groups_today(self) -> int:
        """How many groups the quota lets a run of today hand over."""
        return sum(len((call.json or {})[GROUPS.parameter]) for call in self.group_calls)

    @property
    def days(self) -> int:
        """On how many days there has to be a run for all groups to be handed over; 0: on none."""
        if self.chat_ids and not self.groups_today:
            raise ValueError("nothing can be handed over a day")
        runs = -(-len(self.chat_ids) // self.groups_today) if self.chat_ids else 0
        return max(runs, 1 if self.external_userids else 0)


@dataclass(frozen=True)
class HandOver:
    """How far a hand-over came.

    `groups`, `customers`: the results of both batches; of a customer, `done` says that the transfer
    began. `errors`: of batches that stopped, whose results say how far they came.
    """

    plan: LeaverPlan
    groups: BatchResult[Any]
    customers: BatchResult[Any]
    errors: tuple[BatchError, ...]

    @property
    def is_complete(self) -> bool:
        """Whether every group was handed over, and every transfer of a customer begun."""
        results = self.groups, self.customers
        return not self.errors and not any(
            one.failed or one.unknown or one.not_tried for one in results
        )


@dataclass(frozen=True)
class CustomerStates:
    """How far the transfers of customers have come.

    `by_status`: external userids by status: 1 taken over, 2 waiting to be taken over, 3 the
    customer refused, 4 the member who takes over has as many customers as allowed. `unlisted`:
    customers of the plan of whom the platform knows no transfer.
    """

    by_status: Mapping[int, tuple[str, ...]]
    unlisted: tuple[str, ...]

    @property
    def is_settled(self) -> bool:
        """Whether no transfer is waiting."""
        return not self.by_status.get(_WAITING)


@over_client
def leavers(wecom: Client) -> Flow[tuple[Leaver, ...]]:
    """Return the members who left and whose customers wait for somebody else.

    A member who left groups alone is not among them: no operation lists these. Their groups are
    found by `plan_of_leaver`, by the userid.

    Args:
        wecom: The client.

    Returns:
        tuple[Leaver, ...]: the one who left first comes first.

    Raises:
        WeComError: a page failed; nothing is returned then.
    """
    left: dict[str, int] = {}
    customers: dict[str, dict[str, None]] = {}

    def note(record: Any) -> None:
        userid, time = record.handover_userid, record.dimission_time
        left[userid] = max(time if isinstance(time, int) else 0, left.get(userid, 0))
        customers.setdefault(userid, {})[record.external_userid] = None

    yield Each(wecom.externalcontact.iter_get_unassigned_list(), note)
    found = [Leaver(userid, time, tuple(customers[userid])) for userid, time in left.items()]
    return tuple(sorted(found, key=lambda one: (one.left_at, one.userid)))


@over_client
def plan_of_leaver(
    wecom: Client,
    handover_userid: str,
    takeover_userid: str,
    *,
    groups: bool = True,
    customers: bool = True,
) -> Flow[LeaverPlan]:
    """Find what a member left behind, and say what handing it over would send; only reads.

    Args:
        wecom: The client.
        handover_userid: Userid of the member who left.
        takeover_userid: Userid of the member who takes over.
        groups: Whether the groups are part of it.
        customers: Whether the customers are.

    Returns:
        LeaverPlan: for `hand_over`.

    Raises:
        ParameterError: a userid that cannot be.
        WeComError: a page failed; nothing is returned then.
    """
    contact = wecom.externalcontact
    statuses: dict[str, int] = {}
    waiting: dict[str, None] = {}
    if groups:
        listed = contact.groupchat.iter_list(owner_filter={"userid_list": [handover_userid]})
        yield Each(listed, lambda group: statuses.update({group.chat_id: group.status}))
    if customers:
        found = yield from _waiting_customers(wecom, handover_userid)
        waiting.update(dict.fromkeys(found))
    chat_ids = [one for one, status in statuses.items() if status == _OWNER_RESIGNED]
    others = {one: status for one, status in statuses.items() if status != _OWNER_RESIGNED}
    group_calls = yield lambda: contact.groupchat.transfer_all(
        chat_ids, takeover_userid, dry_run=True
    )
    customer_calls = yield lambda: contact.resigned.transfer_customer_all(
        handover_userid, takeover_userid, list(waiting), dry_run=True
    )
    return LeaverPlan(
        handover_userid,
        takeover_userid,
        tuple(chat_ids),
        others,
        tuple(waiting),
        group_calls,
        customer_calls,
    )


@over_client
def hand_over(wecom: Client, plan: LeaverPlan) -> Flow[HandOver]:
    """Hand over the groups of a plan, then its customers.

    A batch that stops does not keep the other one from being carried out: both results stand in the
    report. Whatever interrupts the second one (Ctrl-C, a cancelled task) goes on its way with its
    result in the attribute `result`, and with that of the groups in `groups`.

    Args:
        wecom: The client.
        plan: What `plan_of_leaver` found.

    Returns:
        HandOver: what became of every group and customer.

    Raises:
        ParameterError: a plan that cannot be.
    """
    contact = wecom.externalcontact
    errors: list[BatchError] = []
    groups = yield from _batch(
        lambda: contact.groupchat.transfer_all(plan.chat_ids, plan.takeover_userid), errors
    )
    try:
        customers = yield from _batch(
            lambda: contact.resigned.transfer_customer_all(
                plan.handover_userid, plan.takeover_userid, plan.external_userids
            ),
            errors,
        )
    except BaseException as interruption:
        with suppress(AttributeError):  # of a class that has no room for it
            interruption.groups = groups  # type: ignore[attr-defined]
        raise
    return HandOver(plan, groups, customers, tuple(errors))


@over_client
def customer_states(wecom: Client, plan: LeaverPlan) -> Flow[CustomerStates]:
    """Ask how far the transfers of the customers of a plan have come.

    Args:
        wecom: The client.
        plan: What was handed over.

    Returns:
        CustomerStates: of every customer handed over between the two members, those of earlier
            plans included.

    Raises:
        WeComError: a page failed; nothing is returned then.
    """
    states: dict[str, int] = {}
    listed = wecom.externalcontact.resigned.iter_transfer_result(
        plan.handover_userid, plan.takeover_userid
    )
    yield Each(listed, lambda one: states.update({one.external_userid: one.status}))
    by_status: dict[int, list[str]] = {}
    for userid, status in states.items():
        by_status.setdefault(status, []).append(userid)
    return CustomerStates(
        {status: tuple(by_status[status]) for status in sorted(by_status, key=str)},
        tuple(one for one in plan.external_userids if one not in states),
    )


def _waiting_customers(wecom: Client, handover_userid: str) -> Flow[list[str]]:
    """Return the customers of a member who left; the platform lists those of all."""
    found: list[str] = []

    def note(record: Any) -> None:
        if record.handover_userid == handover_userid:
            found.append(record.external_userid)

    yield Each(wecom.externalcontact.iter_get_unassigned_list(), note)
    return found


def _batch(job: Callable[[], Any], errors: list[BatchError]) -> Flow[BatchResult[Any]]:
    """Carry out a batch; one that stops leaves its result as well."""
    try:
        result: BatchResult[Any] = yield job
    except BatchError as error:
        errors.append(error)
        return error.result
    return result
