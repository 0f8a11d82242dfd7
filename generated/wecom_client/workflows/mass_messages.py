# Copied from templates/wecom_client/workflows/mass_messages.py: edit that file, then run 'make generate'.
"""Mass messages to more customers or groups than one call takes: plan, make, find out, follow.

A message is made as tasks: a call takes 10,000 customers or 2,000 groups at most, and each sender
has calls of their own. Making a task sends nothing: members confirm it, or do not.

    plan = plan_for_customers(wecom, owners=["abel"], text={"content": "…"})  # only reads
    report = create(wecom, plan, journal="spring.jsonl")
    states = follow(wecom, report, deadline=time.time() + 86400)

A call whose answer was lost may have made its task, and to make it again would have customers
receive the message twice: no run does. `find_lost` reads what the platform has. Its list names no
creator for what was made through the API, so that a task is told by its time, its content, its
sender, and those for whom it is meant.

Documents: https://developer.work.weixin.qq.com/document/path/92135,
https://developer.work.weixin.qq.com/document/path/93338
"""

from __future__ import annotations

import os
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .._runtime.errors import APIError
from .._runtime.jobs.journal import Job, Journal
from .._runtime.jobs.results import JournalError, Outcome
from .._runtime.problems import date_of_day, day_of_seconds
from ..externalcontact import add_msg_template
from ..externalcontact.groupchat.list import OwnerFilterParam
from ._mass_message_job import MassMessageJob
from ._mass_message_plan import (
    RECEIVERS,
    ChatType,
    MassMessagePlan,
    MassMessageReport,
    MessageTask,
    TaskOutcome,
    shared_out,
)
from ._mass_message_results import Deliveries, Delivery, follow
from ._mass_message_search import LostTasks
from ._portions import most_items, portions, unique
from ._results import IncompleteError
from ._steps import Client, Each, Flow, checked, from_disk, over_client

__all__ = [
    "OPERATIONS",
    "Deliveries",
    "Delivery",
    "MassMessagePlan",
    "MassMessageReport",
    "MessageTask",
    "TaskOutcome",
    "create",
    "find_lost",
    "follow",
    "plan_for_customers",
    "plan_for_groups",
    "plan_of_journal",
]

OPERATIONS = (
    "externalcontact/add_msg_template",
    "externalcontact/get_groupmsg_list_v2",
    "externalcontact/get_groupmsg_task",
    "externalcontact/get_groupmsg_send_result",
    "externalcontact/list",
    "externalcontact/groupchat/list",
    "externalcontact/groupchat/get",
)

_WITHOUT_CUSTOMERS = 84061


@over_client
def plan_for_customers(
    wecom: Client,
    external_userids: Iterable[str] | None = None,
    *,
    owners: Iterable[str] | None = None,
    text: add_msg_template.TextParam | None = None,
    attachments: Sequence[add_msg_template.AttachmentParam] | None = None,
    allow_select: bool | None = None,
) -> Flow[MassMessagePlan]:
    """Say who would send a message to which customers, in which calls; only reads.

    Args:
        wecom: The client.
        external_userids: The customers, any number. None: all customers of the owners.
        owners: Userids of the members who are to send. A customer of several of them gets the
            message from the first one. None: for each customer, the platform asks the member who
            talked with the customer last.
        text: As in `add_msg_template`, as are the rest.
        attachments: What is sent besides the text.
        allow_select: Whether members may leave customers out.

    Returns:
        MassMessagePlan: for `create`.

    Raises:
        TypeError: neither customers nor owners are given, or one text for several of them.
        ParameterError: a message or an id that cannot be.
        IncompleteError: the customers of some owners could not be read.
    """
    content = {"text": text, "attachments": attachments, "allow_select": allow_select}
    wanted = None if external_userids is None else unique("external_userids", external_userids)
    senders = None if owners is None else unique("owners", owners)
    if senders is None:
        if wanted is None:
            raise TypeError("give external_userids, owners, or both")
        return _plan(wecom, "single", content, {None: wanted}, wanted)
    owned = yield from _customers_of(wecom, senders)
    return _plan(wecom, "single", content, shared_out(senders, owned, wanted), wanted)


@over_client
def plan_for_groups(
    wecom: Client,
    chat_ids: Iterable[str] | None = None,
    *,
    owners: Iterable[str] | None = None,
    text: add_msg_template.TextParam | None = None,
    attachments: Sequence[add_msg_template.AttachmentParam] | None = None,
) -> Flow[MassMessagePlan]:
    """Say who would send a message to which groups, in which calls; only reads.

    Only its owner sends to a group.

    Args:
        wecom: The client.
        chat_ids: Ids of the groups, any number. None: all groups of the owners.
        owners: Userids of the owners. None: each group is read, to find its owner.
        text: As in `add_msg_template`, as are the rest.
        attachments: What is sent besides the text.

    Returns:
        MassMessagePlan: for `create`.

    Raises:
        TypeError: neither groups nor owners are given, or one text for several of them.
        ParameterError: a message or an id that cannot be.
        IncompleteError: some groups could not be read.
        WeComError: a list of groups failed.
    """
    content = {"text": text, "attachments": attachments}
    wanted = None if chat_ids is None else unique("chat_ids", chat_ids)
    senders = None if owners is None else unique("owners", owners)
    if senders is not None:
        owned = yield from _groups_of(wecom, senders)
    elif wanted is not None:
        owned = yield from _by_owner(wecom, wanted)
    else:
        raise TypeError("give chat_ids, owners, or both")
    return _plan(wecom, "group", content, shared_out(list(owned), owned, wanted), wanted)


@over_client
def create(
    wecom: Client,
    plan: MassMessagePlan,
    *,
    journal: str | os.PathLike[str] | None = None,
    dry_run: bool = False,
) -> Flow[MassMessageReport]:
    """Make the tasks of a plan.

    One that the platform refuses does not keep the others from being made. Where a token, a limit
    or the connection is the reason, or where two answers in a row were lost, the run ends, and the
    rest is not tried. Whatever interrupts it (Ctrl-C, a cancelled task) goes on its way with the
    report in its attribute `result`.

    Args:
        wecom: The client.
        plan: What `plan_for_customers`, `plan_for_groups` or `plan_of_journal` returned.
        journal: The path of a file in which each call is noted before it is sent, and what came of
            it afterwards. The same call with the same plan and file goes on after whatever ended
            the process: what was made stays, what was lost is not sent again, all others are.
        dry_run: Send nothing: the report says what the journal knows, and its `rest` what would be
            sent.

    Returns:
        MassMessageReport: what came of every task.

    Raises:
        TypeError: no plan is given.
        JournalError: the journal cannot serve; nothing was sent.
    """
    job = _job(wecom, checked("plan", plan, MassMessagePlan), journal)
    if dry_run:
        yield from job.read()
        return job.report()
    return (yield from job.run())


@over_client
def find_lost(
    wecom: Client,
    report: MassMessageReport,
    *,
    journal: str | os.PathLike[str] | None = None,
    known: Iterable[str] = (),
) -> Flow[MassMessageReport]:
    """Find out whether the tasks whose answers were lost were made after all.

    One that is found has its msgid. One that is not found is "not_tried" once ten minutes have
    passed since its call, so that the next run makes it; before that, and where several messages or
    several tasks fit, it stays "unknown".

    Args:
        wecom: The client.
        report: That of `create`.
        journal: The file that `create` had: what is found out is noted there.
        known: Ids of messages that are none of these tasks, such as those of an earlier run with
            the same words.

    Returns:
        MassMessageReport: the report with what was found out.

    Raises:
        TypeError: no report is given.
        JournalError: the journal cannot serve.
        OSError: the journal cannot be written.
        WeComError: a list of messages failed; nothing is changed then.
    """
    job = _job(wecom, checked("report", report, MassMessageReport).plan, journal)
    if journal is None:
        job.outcomes = list(report.outcomes)
    return (yield from job.settle(LostTasks(wecom, known)))


@over_client
def plan_of_journal(wecom: Client, journal: str | os.PathLike[str]) -> Flow[MassMessagePlan]:
    """Return the plan that a journal was begun with, to go on with it after a crash.

    A new plan would not do: customers come and go, and a journal belongs to one plan.

    Args:
        wecom: The client.
        journal: The file that `create` had.

    Returns:
        MassMessagePlan: for `create` and `find_lost`, with the same file.

    Raises:
        JournalError: there is no such file, or it is not the journal of a mass message.
        ParameterError: a message that cannot be any more.
    """
    operation, path = add_msg_template.OPERATION, os.fspath(journal)
    asked = Journal(path, Job(operation.path, {}, "tasks", ()), operation.doc_url)
    found: Job | JournalError | None = yield from_disk(wecom, asked.job)
    if isinstance(found, JournalError):
        raise found
    if found is None:
        remedy = "name the file of a run that was begun"
        raise JournalError("was not begun", path, None, remedy, operation.path, operation.doc_url)
    kept = _kept(found.arguments)
    if kept is None:
        remedy = "name the file that create had"
        kind = "is not the journal of a mass message"
        raise JournalError(kind, path, 1, remedy, operation.path, operation.doc_url)
    chat_type, content, receivers = kept
    tasks = [_task(wecom, chat_type, content, sender, theirs) for sender, theirs in receivers]
    return MassMessagePlan(chat_type, content, tuple(tasks), (), _days_of_month(wecom))


def _kept(
    arguments: Mapping[str, Any],
) -> tuple[ChatType, dict[str, Any], list[tuple[str | None, list[str]]]] | None:
    """Return what a journal says of its plan; None: it was not written by `create`."""
    content, tasks = arguments.get("content"), arguments.get("tasks")
    chat_type = next((one for one in RECEIVERS if one == arguments.get("chat_type")), None)
    if chat_type is None or not isinstance(content, dict) or not isinstance(tasks, list):
        return None
    for task in tasks:
        if not isinstance(task, list) or [type(one) for one in task[1:]] != [list] or not task[1]:
            return None
    return chat_type, content, [(sender, receivers) for sender, receivers in tasks]


def _customers_of(wecom: Client, owners: Sequence[str]) -> Flow[dict[str, Sequence[str]]]:
    """Return the customers of each owner."""
    owned: dict[str, Sequence[str]] = dict.fromkeys(owners, ())
    failures: list[Outcome[Any]] = []

    def note(outcome: Outcome[Any]) -> None:
        answer, error = outcome.answer, outcome.error
        if answer is not None:
            owned[outcome.key] = answer.external_userid
        elif not (isinstance(error, APIError) and error.errcode == _WITHOUT_CUSTOMERS):
            failures.append(outcome)

    if owners:
        yield Each(wecom.externalcontact.list_many(owners), note, closes=True)
    if failures:
        raise IncompleteError(failures)
    return owned


def _groups_of(wecom: Client, owners: Sequence[str]) -> Flow[dict[str, list[str]]]:
    """Return the groups of each owner."""
    owned: dict[str, list[str]] = {}
    for owner in owners:
        groups: list[Any] = []
        only: OwnerFilterParam = {"userid_list": [owner]}
        yield Each(wecom.externalcontact.groupchat.iter_list(owner_filter=only), groups.append)
        owned[owner] = [group.chat_id for group in groups]
    return owned


def _by_owner(wecom: Client, chat_ids: Sequence[str]) -> Flow[dict[str, list[str]]]:
    """Return groups by their owners."""
    owned: dict[str, list[str]] = {}
    failures: list[Outcome[Any]] = []

    def note(outcome: Outcome[Any]) -> None:
        if outcome.answer is not None:
            owned.setdefault(outcome.answer.group_chat.owner, []).append(outcome.key)
        else:
            failures.append(outcome)

    if chat_ids:
        yield Each(
            wecom.externalcontact.groupchat.get_many(chat_ids, ordered=True), note, closes=True
        )
    if failures:
        raise IncompleteError(failures)
    return owned


def _plan(
    wecom: Client,
    chat_type: ChatType,
    given: Mapping[str, Any],
    by_sender: Mapping[str | None, Sequence[str]],
    wanted: Sequence[str] | None,
) -> MassMessagePlan:
    size = most_items(add_msg_template.REQUEST, RECEIVERS[chat_type])
    content = {name: one for name, one in given.items() if one is not None}
    tasks = [
        _task(wecom, chat_type, content, sender, portion)
        for sender, receivers in by_sender.items()
        if receivers
        for portion in portions(RECEIVERS[chat_type], receivers, size)
    ]
    if tasks:  # as it is sent, and as a journal keeps it
        sent = tasks[0].request.json or {}
        content = {name: sent[name] for name in content}
    reached = {one for receivers in by_sender.values() for one in receivers}
    without = tuple(one for one in wanted or () if one not in reached)
    return MassMessagePlan(chat_type, content, tuple(tasks), without, _days_of_month(wecom))


def _task(
    wecom: Client,
    chat_type: ChatType,
    content: Mapping[str, Any],
    sender: str | None,
    receivers: Sequence[str],
) -> MessageTask:
    # An empty list is none to the platform: it would have all customers of the sender.
    values: dict[str, Any] = {RECEIVERS[chat_type]: list(receivers), "sender": sender, **content}
    request = add_msg_template.build_request(
        chat_type=chat_type, **values, _settings=wecom._settings
    )
    return MessageTask(sender, tuple(receivers), request)


def _days_of_month(wecom: Client) -> int:
    today = date_of_day(day_of_seconds(int(wecom._settings.clock())))
    return monthrange(today.year, today.month)[1]


def _job(
    wecom: Client, plan: MassMessagePlan, path: str | os.PathLike[str] | None
) -> MassMessageJob:
    operation = add_msg_template.OPERATION
    journal = None
    if path is not None:
        tasks = [[task.sender, list(task.receivers)] for task in plan.tasks]
        arguments = {"chat_type": plan.chat_type, "content": plan.content, "tasks": tasks}
        job = Job(operation.path, arguments, "tasks", list(range(len(tasks))))
        journal = Journal(path, job, operation.doc_url)
    return MassMessageJob(wecom, plan, add_msg_template.AddMsgTemplateAnswer, journal)
