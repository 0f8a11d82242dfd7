# Copied from templates/wecom_client/simulator/behaviours/moments/reading.py: edit that file, then run 'make generate'.
"""Reading moments: which there are, who has published them, who sees them, and what was said.

What the pages leave open is decided so:

- The list is in the order of creation, its times both left out, as the page says. A first one that
  is not before the last, and more than 30 days between them, are 40058. With a creator it has those
  that this member made, and none of applications. An ended one stays in it.
- A limit above the greatest is refused, as the checks are the specs'; below 1 it is 40058. A cursor
  belongs to what was asked for: with anything else it is 701105.
- Of a member who has no task of a moment, what is asked is 41061; who has not published it yet is
  41062. Of a member's own moment its creator is asked for.
- Who was chosen to see a moment and whom it reached are the same: the customers of the member, with
  one of the tags where there are any, at the time of publishing.
"""

from __future__ import annotations

from typing import Any

from ...cursors import page_of
from ...refusals import MALFORMED, RefusalError
from .creation import company_moment, known_moment
from .records import Moment, MomentTask
from .state import MomentsState

_OF_COMPANY, _OF_MEMBER, _EITHER = 0, 1, 2


def get_moment_list(
    state: MomentsState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """List the moments that were made between two times."""
    begin, end = params["start_time"], params["end_time"]
    if begin == end:
        raise RefusalError(MALFORMED, "end_time must be after start_time")
    kind, creator = params.get("filter_type", _EITHER), params.get("creator")
    found = [
        (one.number, one)
        for one in state.moments.values()
        if begin < one.create_time < end
        and kind in (_EITHER, _kind(one))
        and creator in (None, one.creator)
    ]
    page, next_cursor = page_of(found, params, state.cursors, 20, (begin, end, kind, creator))
    return {"next_cursor": next_cursor, "moment_list": [_told(one) for one in page]}


def get_moment_task(
    state: MomentsState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """List the members who are to publish a moment of the company's."""
    moment = company_moment(state, params)
    tasks = enumerate(moment.tasks.values())
    page, next_cursor = page_of(tasks, params, state.cursors, 500, moment.moment_id)
    told = [
        {"userid": one.userid, "publish_status": int(one.publish_time is not None)} for one in page
    ]
    return {"next_cursor": next_cursor, "task_list": told}


def get_moment_customer_list(
    state: MomentsState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """List the customers who were chosen to see what a member published."""
    task = _published(state, params)
    asked = ("chosen", params["moment_id"], task.userid)
    page, next_cursor = page_of(enumerate(task.customers), params, state.cursors, 500, asked)
    told = [{"userid": task.userid, "external_userid": one} for one in page]
    return {"next_cursor": next_cursor, "customer_list": told}


def get_moment_send_result(
    state: MomentsState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """List the customers whom it reached."""
    task = _published(state, params)
    asked = ("reached", params["moment_id"], task.userid)
    page, next_cursor = page_of(enumerate(task.customers), params, state.cursors, 3000, asked)
    told = [{"external_userid": one} for one in page]
    return {"next_cursor": next_cursor, "customer_list": told}


def get_moment_comments(
    state: MomentsState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Return the comments and likes of what a member published."""
    task = _published(state, params)
    return {
        "comment_list": [one.answer() for one in task.comments],
        "like_list": [one.answer() for one in task.likes],
    }


def _published(state: MomentsState, params: dict[str, Any]) -> MomentTask:
    task = known_moment(state, params).tasks.get(params["userid"])
    if task is None:
        raise RefusalError(41061, "the member has no task of this moment")
    if task.publish_time is None:
        raise RefusalError(41062, "the member has not published it yet")
    return task


def _kind(moment: Moment) -> int:
    return _OF_COMPANY if moment.creator is None else _OF_MEMBER


def _told(moment: Moment) -> dict[str, Any]:
    told: dict[str, Any] = {
        "moment_id": moment.moment_id,
        "create_time": moment.create_time,
        "create_type": _kind(moment),
        "visible_type": int(moment.tags is None),
    }
    if moment.creator is not None:
        told["creator"] = moment.creator
    if moment.text:
        told["text"] = {"content": moment.text}
    for one in moment.attachments:
        content = one[one["msgtype"]]
        if one["msgtype"] == "image":
            told.setdefault("image", []).append({"media_id": content.get("media_id", "")})
        elif one["msgtype"] == "video":
            media_id = content.get("media_id", "")
            told["video"] = {"media_id": media_id, "thumb_media_id": f"{media_id}_thumb"}
        else:
            told["link"] = {"title": content.get("title", ""), "url": content.get("url", "")}
    return told
