"""Making mass messages: who is to send what to whom, and who cannot be sent to.

What the page leaves open is decided so:

- A sender who is unknown or has resigned refuses the call with 40003, one who is not set up for
  customer contact with 84074.
- Ids that cannot be sent to stand in `fail_list`: customers whom nobody, or the sender, has not
  added, groups that the sender does not own, dismissed ones and unknown ones. An id that stands
  twice counts once. Where nobody is left to send to, the call is refused with 41048.
- Without a sender, a customer's message goes to the member who talked with the customer last
  (`Simulator.talk`), or added the customer last. A sender who is named sends to all of theirs.
- Tags are those that the sender gave; without a sender, those that any member gave. A filter alone
  goes over all customers of the company. A tag that neither the company nor a rule group has is
  41110.
- Groups that are not named are chosen when the member sends: all that they own then, unless
  `Simulator.send_message` says which.
- The tasks are there at once, so that 41063 is met as a fault alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any

from ...refusals import RefusalError
from .records import GROUP, SINGLE, MassMessage, SendTask
from .state import GroupMessagesState


def add_msg_template(
    state: GroupMessagesState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Make a mass message of the company's."""
    message, failed = make(state, params)
    return {"fail_list": failed, "msgid": message.msgid}


def make(
    state: GroupMessagesState,
    params: dict[str, Any],
    *,
    msgid: str | None = None,
    creator: str | None = None,
    personal: bool = False,
) -> tuple[MassMessage, list[str]]:
    """Make a mass message; return it, and the receivers that cannot be sent to."""
    chat_type = params.get("chat_type") or SINGLE
    sender = params.get("sender")
    if sender is not None:
        _require_able_to_send(state, sender)
    if chat_type == GROUP:
        tasks, failed = _for_groups(state, str(sender), params.get("chat_id_list"))
    else:
        tasks, failed = _for_customers(state, sender, params)
    if not tasks:
        raise RefusalError(41048, "there is nobody to send to")
    message = MassMessage(
        msgid=state.company.new_text_id("msg") if msgid is None else msgid,
        chat_type=chat_type,
        create_time=state.company.now(),
        text=(params.get("text") or {}).get("content", ""),
        attachments=tuple(params.get("attachments") or ()),
        creator=creator,
        personal=personal,
        allow_select=chat_type == SINGLE and params.get("allow_select", False),
        tasks={task.userid: task for task in tasks},
    )
    state.put(message)
    return message, failed


def _require_able_to_send(state: GroupMessagesState, userid: str) -> None:
    member = state.company.members.get(userid)
    if member is None or not member.employed:
        raise RefusalError(40003, "invalid userid: sender is not a member of the company")
    if not member.customer_contact:
        raise RefusalError(84074, "no external contact permission: sender")


def _for_groups(
    state: GroupMessagesState, sender: str, chat_ids: list[str] | None
) -> tuple[list[SendTask], list[str]]:
    if not chat_ids:
        return [SendTask(sender, None)], []
    named = dict.fromkeys(chat_ids)
    reached = tuple(chat_id for chat_id in named if state.owns(sender, chat_id))
    failed = [chat_id for chat_id in named if chat_id not in set(reached)]
    return [SendTask(sender, reached)] if reached else [], failed


def _for_customers(
    state: GroupMessagesState, sender: str | None, params: dict[str, Any]
) -> tuple[list[SendTask], list[str]]:
    named = params.get("external_userid")
    wanted: list[set[str]] = []
    if not named and params.get("tag_filter"):
        wanted = _tags(state, params["tag_filter"])
    receivers: dict[str, list[str]] = {}
    failed = []
    for external_userid in dict.fromkeys(named or state.customers_of(sender)):
        followers = state.followers(external_userid)
        if sender is not None:
            followers = {userid: one for userid, one in followers.items() if userid == sender}
        if not followers:
            failed.append(external_userid)
        elif _has_tags(followers.values(), wanted):
            userid = state.last_to_talk(external_userid, followers)
            receivers.setdefault(userid, []).append(external_userid)
    tasks = [SendTask(userid, tuple(theirs)) for userid, theirs in receivers.items()]
    return tasks, failed if named else []


def _tags(state: GroupMessagesState, tag_filter: dict[str, Any]) -> list[set[str]]:
    """Return the tags of a filter, a set for each group of it."""
    groups = [set(group["tag_list"]) for group in tag_filter["group_list"]]
    for tag_id in chain.from_iterable(groups):
        if not state.has_tag(tag_id):
            raise RefusalError(41110, f"invalid tag id: {tag_id}")
    return groups


def _has_tags(relations: Iterable[Any], wanted: list[set[str]]) -> bool:
    given = {tag for relation in relations for tag in relation.tags}
    return all(given & group for group in wanted)
