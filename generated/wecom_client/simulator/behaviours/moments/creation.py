# Copied from templates/wecom_client/simulator/behaviours/moments/creation.py: edit that file, then run 'make generate'.
"""Making moments by a job, reading what came of it, and ending moments.

What the pages leave open is decided so:

- The job is done `moment_delay` seconds after the call, at once unless that is set. Before, it is
  under way (2), and has no result. Who publishes is decided then, who sees it when a member does.
- A jobid is 40058 where it is unknown, or 24 hours have passed.
- An application asks for the jobs of all others, and reads and ends their moments, too.
- A member who is unknown, has resigned or is not set up for customer contact stands among the
  invalid senders, as an unknown department does; a tag that is unknown or of a rule group stands
  among the invalid customers. Where nobody is left of those named, or no tag, the result says 40003
  or 41110, with an empty moment_id.
- With tags, members have a task who gave one of them to a customer. A member who leaves keeps the
  task, and cannot publish it.
- Attachments of several kinds are 41065, more than one video or link 41064, neither text nor
  attachments 41089. A text is 45002 beyond 2,000 characters, where one of ASCII counts half: the
  4,000 bytes that the page names as well are two for each of the others, not UTF-8. Of a link's
  title nothing more is looked at than its specs say.
- The ids of pictures, videos and covers are those of `upload_attachment`, uploaded for moments:
  another one is 40007, one uploaded for product albums, or as something else, 41072. Pixels and
  seconds are not looked at.
- Moments count for the month of UTC+8 in which they were asked for; above `moment_limit` it is
  41210. The limit of ten a minute is met as a fault alone.
- One that was ended already is ended again without an error; those of members are 41067.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from ...refusals import MALFORMED, RefusalError
from ..directory import departments, people_of
from .records import Moment, MomentJob, MomentTask
from .state import MomentsState

_DAY = 86400
_FOR_MOMENTS = 1
_MOST_HALVES = 4000
_UNDER_WAY, _DONE = 2, 3
_NO_SENDER = 40003
_UNKNOWN_TAG = 41110
_MEDIA = {"image": "image", "video": "video", "link": "image"}
"""What the media id of each kind of attachment is of."""


def add_moment_task(
    state: MomentsState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Begin the job that makes a moment of the company's, and return its id."""
    require_content(params)
    _require_uploads(state, params.get("attachments", ()))
    if state.made_this_month() >= state.moment_limit:
        raise RefusalError(41210, f"the company has made {state.moment_limit} moments this month")
    now = state.company.now()
    jobid = state.company.new_text_id("job")
    job = MomentJob(jobid, now, now + state.moment_delay, params)
    state.begin(job, partial(_carry_out, state))
    state.catch_up()
    return {"jobid": jobid}


def get_moment_task_result(
    state: MomentsState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Say how far a job has come, and what came of it."""
    job = state.jobs.get(params["jobid"])
    if job is None or state.company.clock() >= job.begun_at + _DAY:
        raise RefusalError(MALFORMED, "invalid jobid")
    told: dict[str, Any] = {"type": "add_moment_task"}
    if job.result is None:
        return {**told, "status": _UNDER_WAY}
    return {**told, "status": _DONE, "result": dict(job.result)}


def cancel_moment_task(
    state: MomentsState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Let no further member publish a moment."""
    moment = company_moment(state, params)
    if moment.cancelled_at is None:
        cancelled = replace(moment, cancelled_at=state.company.now())
        state.moments[moment.moment_id] = cancelled
    return {}


def known_moment(state: MomentsState, params: Mapping[str, Any]) -> Moment:
    """Return the moment that a request names.

    Raises:
        RefusalError: 41060, there is none.
    """
    moment = state.moments.get(params["moment_id"])
    if moment is None:
        raise RefusalError(41060, "invalid moment_id")
    return moment


def company_moment(state: MomentsState, params: Mapping[str, Any]) -> Moment:
    """Return the moment of the company's that a request names.

    Raises:
        RefusalError: there is none (41060), or a member made it (41067).
    """
    moment = known_moment(state, params)
    if moment.creator is not None:
        raise RefusalError(41067, "a member made this moment")
    return moment


def require_content(params: Mapping[str, Any]) -> None:
    """Refuse a moment that says nothing, or whose attachments do not go together.

    Raises:
        RefusalError: 41089, 41064, 41065 or 45002.
    """
    text = (params.get("text") or {}).get("content") or ""
    attachments = params.get("attachments") or ()
    if not text and not attachments:
        raise RefusalError(41089, "text and attachments are both empty")
    if sum(1 if one.isascii() else 2 for one in text) > _MOST_HALVES:
        raise RefusalError(45002, "invalid text size")
    kinds = {one["msgtype"] for one in attachments}
    if len(kinds) > 1:
        raise RefusalError(41065, "invalid attachments msgtype")
    if kinds and kinds != {"image"} and len(attachments) > 1:
        raise RefusalError(41064, "invalid attachments size")


def require_able_to_publish(state: MomentsState, userid: str) -> None:
    """Refuse somebody who has left, or is not set up for customer contact, with 40003."""
    if not state.can_publish(userid):
        text = f"{userid!r} has left, or is not set up for customer contact"
        raise RefusalError(_NO_SENDER, text)


def _require_uploads(state: MomentsState, attachments: Iterable[Mapping[str, Any]]) -> None:
    uploads = state.company.find_state("media_uploads")
    for one in attachments if uploads is not None else ():
        kind = one["msgtype"]
        uploads.require_usable(one[kind].get("media_id", ""), _MEDIA[kind], _FOR_MOMENTS)


def _carry_out(state: MomentsState, job: MomentJob) -> None:
    """Make the moment of a job, and note what came of it."""
    wanted = job.params.get("visible_range") or {}
    senders, strange, gone = _senders(state, wanted.get("sender_list") or {})
    asked = (wanted.get("external_contact_list") or {}).get("tag_list")
    tags = None if asked is None else tuple(one for one in asked if state.is_corp_tag(one))
    told: dict[str, Any] = {
        "errcode": 0,
        "errmsg": "ok",
        "moment_id": "",
        "invalid_sender_list": {"user_list": strange, "department_list": gone},
        "invalid_external_contact_list": {
            "tag_list": [one for one in asked or () if one not in (tags or ())]
        },
    }
    if not senders:
        told |= {"errcode": _NO_SENDER, "errmsg": "there is nobody to publish it"}
    elif tags is not None and not tags:
        told |= {"errcode": _UNKNOWN_TAG, "errmsg": "invalid tagid"}
    else:
        if tags is not None:
            senders = [one for one in senders if state.customers_of(one, tags)]
        moment = Moment(
            moment_id=state.company.new_text_id("mom"),
            create_time=job.due,
            text=(job.params.get("text") or {}).get("content", ""),
            attachments=tuple(job.params.get("attachments") or ()),
            tags=tags,
            tasks={userid: MomentTask(userid) for userid in senders},
        )
        state.put(moment)
        told["moment_id"] = moment.moment_id
    state.jobs[job.jobid] = replace(job, result=told)


def _senders(
    state: MomentsState, wanted: Mapping[str, Any]
) -> tuple[list[str], list[str], list[int]]:
    """Return who is to publish, and the members and departments that cannot."""
    users, ids = wanted.get("user_list") or (), wanted.get("department_list") or ()
    if not users and not ids:
        return [one for one in state.company.members if state.can_publish(one)], [], []
    known = departments(state.company)
    gone = [one for one in dict.fromkeys(ids) if known is not None and one not in known]
    strange = [one for one in dict.fromkeys(users) if not state.can_publish(one)]
    meant = people_of(state.company, users, ids)
    able = [one for one in state.company.members if one in meant and state.can_publish(one)]
    return able, strange, gone
