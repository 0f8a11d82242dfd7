"""Hand-over of a member who left, in one go: groups first, then customers.

Look first, then carry out what was looked at, then ask how it ended:

    plan = plan_of_leaver(wecom, "lisi", "zhangsan")     # reads alone
    report = hand_over(wecom, plan)                      # two batches
    states = customer_states(wecom, plan)                # a day later, and until all are settled

A group changes hands at once, and only so many of one owner a day; the transfer of a customer is
begun by the call, carried out after 24 hours, and may be refused by the customer. What is left on
the next day is what `plan_of_leaver` finds then: to run all of it again is safe. With a journal,
the same lines go on with the same plan instead, after kill -9 as well, so that the report of the
last day has what was done on the first.

Documents: https://developer.work.weixin.qq.com/document/path/92127 (groups),
https://developer.work.weixin.qq.com/document/path/92124 (who left),
https://developer.work.weixin.qq.com/document/path/94081 (customers),
https://developer.work.weixin.qq.com/document/path/94082 (their results)
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

from .._runtime.errors import APIError
from .._runtime.jobs.declarations import Batch
from .._runtime.jobs.journal import Job, Journal
from .._runtime.jobs.results import BatchError, BatchResult, JournalError
from .._runtime.request import Request
from ..externalcontact.groupchat.transfer import BATCH as GROUPS
from ..externalcontact.resigned.transfer_customer import BATCH as CUSTOMERS
from ._leaver_records import WAITING, CustomerStates, HandOver, Leaver, LeaverPlan
from ._results import is_of_one
from ._steps import Client, Each, Flow, checked, from_disk, over_client

__all__ = [
    "OPERATIONS",
    "CustomerStates",
    "HandOver",
    "Leaver",
    "LeaverPlan",
    "customer_states",
    "find_lost",
    "hand_over",
    "leavers",
    "plan_of_leaver",
]

OPERATIONS = (
    "externalcontact/groupchat/get",
    "externalcontact/groupchat/list",
    "externalcontact/groupchat/transfer",
    "externalcontact/get_unassigned_list",
    "externalcontact/resigned/transfer_customer",
    "externalcontact/resigned/transfer_result",
)

_OWNER_RESIGNED = 1
_TAKEN_OVER = 1


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
    journal: str | os.PathLike[str] | None = None,
) -> Flow[LeaverPlan]:
    """Find what a member left behind, and say what handing it over would send; only reads.

    Args:
        wecom: The client.
        handover_userid: Userid of the member who left.
        takeover_userid: Userid of the member who takes over.
        groups: Whether the groups are part of it.
        customers: Whether the customers are.
        journal: The path of a file, to whose name `.groups` and `.customers` are added: the
            journals of the two batches, which `hand_over` makes. Where they are there, the plan is
            the one that they were begun with, and its calls are those that are left. What the
            member left behind besides is for another journal.

    Returns:
        LeaverPlan: for `hand_over`.

    Raises:
        ParameterError: a userid that cannot be.
        JournalError: a journal cannot serve, or is that of other members.
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
    others = {one: status for one, status in statuses.items() if status != _OWNER_RESIGNED}
    chat_ids = [one for one in statuses if one not in others]
    base = None if journal is None else os.fspath(journal)
    if groups:
        chat_ids = (yield from _begun_with(wecom, GROUPS, _groups_in(base))) or chat_ids
    external_userids = list(waiting)
    if customers:
        begun = yield from _begun_with(wecom, CUSTOMERS, _customers_in(base))
        external_userids = begun or external_userids
    members = handover_userid, takeover_userid
    return (yield from _plan(wecom, *members, chat_ids, others, external_userids, base))


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
        HandOver: what became of every group and customer, in all runs with the plan's journal.

    Raises:
        TypeError: no plan is given.
        ParameterError: a plan that cannot be.
        JournalError: a journal cannot serve; what it is about was not handed over.
    """
    checked("plan", plan, LeaverPlan)
    contact = wecom.externalcontact
    errors: list[BatchError] = []
    groups = yield from _batch(
        lambda: contact.groupchat.transfer_all(
            plan.chat_ids,
            plan.takeover_userid,
            journal=_groups_in(plan.journal) if plan.chat_ids else None,
        ),
        errors,
    )
    try:
        customers = yield from _batch(
            lambda: contact.resigned.transfer_customer_all(
                plan.handover_userid,
                plan.takeover_userid,
                plan.external_userids,
                journal=_customers_in(plan.journal) if plan.external_userids else None,
            ),
            errors,
        )
    except BaseException as interruption:
        with suppress(AttributeError):  # of a class that has no room for it
            interruption.groups = groups  # type: ignore[attr-defined]
        raise
    return HandOver(plan, groups, customers, tuple(errors))


@over_client
def find_lost(wecom: Client, report: HandOver) -> Flow[HandOver]:
    """Find out about the groups and customers of whom nobody knows whether they were handed over.

    A group is done where the one who takes over owns it, and not tried where the one who left still
    does. A customer is done where the transfer is on its way or has ended well, and not tried where
    the platform knows none, and the customer waits for somebody. Whoever is neither stays unknown,
    such as one who refused, now or before, or a group that cannot be read any more. A journal is
    left as it is: hand over what was not tried with a new plan.

    Args:
        wecom: The client.
        report: That of `hand_over`.

    Returns:
        HandOver: the report with what was found out.

    Raises:
        TypeError: no report is given.
        WeComError: a call failed; nothing is returned then.
    """
    plan, contact = checked("report", report, HandOver).plan, wecom.externalcontact
    owned = {plan.takeover_userid: True, plan.handover_userid: False}
    groups: dict[str, bool | None] = {}
    for chat_id in report.groups.unknown:
        try:
            answer = yield partial(contact.groupchat.get, chat_id)
        except APIError as error:
            if not is_of_one(error):
                raise
        else:
            groups[chat_id] = owned.get(answer.group_chat.owner)
    customers: dict[str, bool | None] = {}
    if report.customers.unknown:
        waiting = yield from _waiting_customers(wecom, plan.handover_userid)
        customers.update(dict.fromkeys(waiting, False))
        listed = contact.resigned.iter_transfer_result(plan.handover_userid, plan.takeover_userid)
        yield Each(listed, lambda one: customers.update({one.external_userid: _has_begun(one)}))
    return replace(
        report,
        groups=report.groups.settled(groups),
        customers=report.customers.settled(customers),
    )


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
        TypeError: no plan is given.
        WeComError: a page failed; nothing is returned then.
    """
    checked("plan", plan, LeaverPlan)
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


def _plan(
    wecom: Client,
    handover_userid: str,
    takeover_userid: str,
    chat_ids: list[str],
    others: Mapping[str, int],
    external_userids: list[str],
    journal: str | None,
) -> Flow[LeaverPlan]:
    """Find the calls of a plan."""
    contact = wecom.externalcontact
    of_groups = partial(contact.groupchat.transfer_all, chat_ids, takeover_userid, dry_run=True)
    kept = _groups_in(journal) if chat_ids else None
    group_calls = yield partial(of_groups, journal=kept)
    all_calls = yield partial(of_groups, journal=kept, daily_limit=None)
    calls_of_a_day = yield of_groups
    customer_calls = yield partial(
        contact.resigned.transfer_customer_all,
        handover_userid,
        takeover_userid,
        external_userids,
        journal=_customers_in(journal) if external_userids else None,
        dry_run=True,
    )
    return LeaverPlan(
        handover_userid,
        takeover_userid,
        tuple(chat_ids),
        others,
        tuple(external_userids),
        group_calls,
        customer_calls,
        _size(group_calls),
        _size(all_calls),
        _size(calls_of_a_day),
        journal,
    )


def _waiting_customers(wecom: Client, handover_userid: str) -> Flow[list[str]]:
    """Return the customers of a member who left; the platform lists those of all."""
    found: list[str] = []

    def note(record: Any) -> None:
        if record.handover_userid == handover_userid:
            found.append(record.external_userid)

    yield Each(wecom.externalcontact.iter_get_unassigned_list(), note)
    return found


def _has_begun(transfer: Any) -> bool | None:
    """Whether a transfer is the one that was lost; None: it may be one that failed before."""
    return True if transfer.status in (_TAKEN_OVER, WAITING) else None


def _begun_with(wecom: Client, batch: Batch[Any], journal: str | None) -> Flow[list[str] | None]:
    """Return what the journal of a batch was begun with; None: it was not."""
    if journal is None:
        return None
    operation = batch.operation
    asked = Journal(journal, Job(operation.path, {}, batch.argument, ()), operation.doc_url)
    found: Job | JournalError | None = yield from_disk(wecom, asked.job)
    if isinstance(found, JournalError):
        raise found
    return None if found is None else list(found.elements)


def _groups_in(journal: str | None) -> str | None:
    return None if journal is None else f"{journal}.groups"


def _customers_in(journal: str | None) -> str | None:
    return None if journal is None else f"{journal}.customers"


def _size(calls: Iterable[Request]) -> int:
    """Return how many groups calls are about."""
    return sum(len((call.json or {})[GROUPS.parameter]) for call in calls)


def _batch(job: Callable[[], Any], errors: list[BatchError]) -> Flow[BatchResult[Any]]:
    """Carry out a batch; one that stops leaves its result as well."""
    try:
        result: BatchResult[Any] = yield job
    except BatchError as error:
        errors.append(error)
        return error.result
    return result
