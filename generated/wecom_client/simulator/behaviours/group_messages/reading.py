# Copied from templates/wecom_client/simulator/behaviours/group_messages/reading.py: edit that file, then run 'make generate'.
"""Reading mass messages: the list, the tasks of members, and what came of them.

What the page leaves open is decided so:

- All lists are in the order of creation. The month that an interval has at most is one of 31 days;
  a longer one, and one that ends before it begins, is refused with 40058. Both ends count.
- Every application reads the messages of all, those that members made themselves included, which
  are sent at once.
- A `limit` below 1 is refused with 40058. One above the greatest is refused as well, although the
  page says that the platform takes the default: a program is to see it before production.
- Whoever has no task of a message is refused with 40003.
- What a link was made without is read as an empty text.
- Of messages to groups there are results of groups that were sent to and of those that had received
  enough, none of others.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...cursors import page_size
from ...refusals import RefusalError
from .records import GROUP, NOT_SENT, SENT, SINGLE, MassMessage, SendResult, SendTask
from .state import GroupMessagesState

_LIST_PAGE = 50
_PAGE = 500
_ANY_ORIGIN = 2


def get_groupmsg_list_v2(
    state: GroupMessagesState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """List the messages of an interval, with their contents."""
    first, last = params["start_time"], params["end_time"]
    chat_type = params.get("chat_type", SINGLE)
    creator = params.get("creator")
    origin = params.get("filter_type", _ANY_ORIGIN)
    found = [
        message
        for message in state.messages.values()
        if first <= message.create_time <= last
        and message.chat_type == chat_type
        and (creator is None or message.creator == creator)
        and (origin == _ANY_ORIGIN or message.personal == bool(origin))
    ]
    asked = ("messages", chat_type, first, last, creator, origin)
    page, cursor = _page(state, found, params, asked, _LIST_PAGE)
    return {"group_msg_list": [_message(one) for one in page], "next_cursor": cursor}


def get_groupmsg_task(
    state: GroupMessagesState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """List who is to send a message, and whether they did."""
    message = known_message(state, params)
    tasks = list(message.tasks.values())
    page, cursor = _page(state, tasks, params, ("tasks", message.msgid), _PAGE)
    return {"task_list": [_task(task) for task in page], "next_cursor": cursor}


def get_groupmsg_send_result(
    state: GroupMessagesState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """List what came of one member's task, by customer or group."""
    message = known_message(state, params)
    task = message.tasks.get(params["userid"])
    if task is None:
        raise RefusalError(40003, "invalid userid: no such task of this message")
    results = list(task.all_results())
    if message.chat_type == GROUP:
        results = [one for one in results if one.status != NOT_SENT]
    asked = ("results", message.msgid, task.userid)
    page, cursor = _page(state, results, params, asked, _PAGE)
    key = "chat_id" if message.chat_type == GROUP else "external_userid"
    return {"send_list": [_result(key, task, one) for one in page], "next_cursor": cursor}


def known_message(state: GroupMessagesState, params: dict[str, Any]) -> MassMessage:
    """Return the message that a request names.

    Raises:
        RefusalError: 41047, there is none.
    """
    message = state.messages.get(params["msgid"])
    if message is None:
        raise RefusalError(41047, "invalid msgid")
    return message


def _page(
    state: GroupMessagesState,
    records: list[Any],
    params: dict[str, Any],
    asked: tuple[Any, ...],
    default: int,
) -> tuple[list[Any], str]:
    """Return a page of records, which only become more at the end, and the next one's cursor."""
    begin = state.cursors.place(params.get("cursor"), asked) or 0
    end = begin + page_size(params, default)
    return records[begin:end], state.cursors.give(end, asked) if end < len(records) else ""


def _message(message: MassMessage) -> dict[str, Any]:
    answer: dict[str, Any] = {"msgid": message.msgid}
    if message.creator is not None:
        answer["creator"] = message.creator
    answer |= {"create_time": message.create_time, "create_type": int(message.personal)}
    if message.text:
        answer["text"] = {"content": message.text}
    answer["attachments"] = [_attachment(one) for one in message.attachments]
    return answer


def _attachment(attachment: Mapping[str, Any]) -> dict[str, Any]:
    """Return an attachment as it is read: of its own kind alone, a picture by one of its names."""
    kind = attachment["msgtype"]
    content = {key: one for key, one in attachment[kind].items() if key != "pic_media_id"}
    if kind == "link":
        content = {"picurl": "", "desc": "", **content}
    if content.get("media_id"):
        content.pop("pic_url", None)
    return {"msgtype": kind, kind: content}


def _task(task: SendTask) -> dict[str, Any]:
    answer: dict[str, Any] = {"userid": task.userid, "status": task.status}
    if task.send_time is not None:
        answer["send_time"] = task.send_time
    return answer


def _result(key: str, task: SendTask, result: SendResult) -> dict[str, Any]:
    answer: dict[str, Any] = {
        key: result.receiver,
        "userid": task.userid,
        "status": result.status,
    }
    if result.status == SENT:
        answer["send_time"] = result.send_time
    return answer
