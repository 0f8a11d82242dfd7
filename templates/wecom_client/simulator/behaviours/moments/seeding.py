"""Seeding: the calls by which a test lets members publish moments, and others react to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from ...._runtime.checks import Array, Check, Object, String
from ...refusals import RefusalError
from ...seed_checks import ID, TIME, USERID, USERIDS, Sent
from ...seeding import CompanySeeding, taking
from ..directory import joined
from .creation import require_able_to_publish, require_content
from .records import Moment, MomentReaction, MomentTask
from .state import MomentsState

_CONTENT = Object({}, additional_properties=True)
_KINDS: Mapping[str, str] = {"image": "a picture", "video": "a video", "link": "a link"}
_ATTACHMENT: Mapping[str, Check] = {
    "msgtype": String(enum=_KINDS),
    **dict.fromkeys(_KINDS, _CONTENT),
}
_ATTACHMENTS = Array(Object(_ATTACHMENT, required=("msgtype",)))
MOMENT: Mapping[str, Check] = {
    "creator": USERID,
    "text": String(),
    "senders": USERIDS,
    "attachments": Sent("externalcontact/add_moment_task", "attachments", _ATTACHMENTS),
    "moment_id": ID,
    "create_time": TIME,
}
"""What `add_moment` takes."""
_OF_MEMBER: Mapping[str, Check] = {"moment_id": ID, "userid": USERID}


class Seeding(CompanySeeding):
    """Moments, and what people do with them. All times are Unix seconds."""

    @property
    def moments(self) -> Mapping[str, Moment]:
        """The moments by moment id, those that members made themselves included."""
        return MappingProxyType(self._moments.moments)

    @property
    def moment_delay(self) -> int:
        """After how many seconds the job is done that makes a moment."""
        return self._moments.moment_delay

    @moment_delay.setter
    def moment_delay(self, seconds: int) -> None:
        self._moments.moment_delay = seconds

    @property
    def moment_limit(self) -> int:
        """How many moments the company can make through the API in a month."""
        return self._moments.moment_limit

    @moment_limit.setter
    def moment_limit(self, count: int) -> None:
        self._moments.moment_limit = count

    @taking(MOMENT)
    def add_moment(
        self,
        creator: str | None = None,
        text: str = "",
        *,
        senders: Sequence[str] | None = None,
        attachments: Sequence[Mapping[str, Any]] = (),
        moment_id: str | None = None,
        create_time: float | None = None,
    ) -> str:
        """Make a moment outside the API, for all customers, and return its id.

        With a `creator` it is a member's own, who publishes it now. Without, it is the company's,
        and waits for `senders` to publish it (None: everybody who can). `attachments` are as
        `add_moment_task` takes them, with any media ids. Members come to the company where they are
        missing.

        Raises:
            ValueError: the id is taken, there is neither text nor attachment, attachments do not go
                together or lack what they are, both creator and senders are given, or one of them
                has left or is not set up for customer contact.
        """
        state = self._moments
        if moment_id is not None and moment_id in state.moments:
            raise ValueError(f"moment_id {moment_id!r} is taken")
        for index, one in enumerate(attachments):
            if not one.get(one["msgtype"]):
                raise ValueError(f"attachments[{index}] has no {one['msgtype']!r}")
        try:
            require_content({"text": {"content": text}, "attachments": attachments})
        except RefusalError as refusal:
            raise ValueError(refusal.detail) from refusal
        if creator is not None and senders is not None:
            raise ValueError("a member's own moment has no senders: leave one of both out")
        given = [creator] if creator is not None else (senders or ())
        with joined(self._company, given, self.add_member):
            for userid in given:
                require_able_to_publish(state, userid)
        if creator is None and senders is None:
            given = [one for one in self._company.members if state.can_publish(one)]
        moment = Moment(
            moment_id=moment_id or self._company.new_text_id("mom"),
            create_time=self._time(create_time),
            text=text,
            attachments=tuple(attachments),
            creator=creator,
            tasks={userid: MomentTask(userid) for userid in given},
        )
        state.put(moment)
        if creator is not None:
            self.publish_moment(moment.moment_id, creator)
        return moment.moment_id

    @taking(_OF_MEMBER)
    def publish_moment(self, moment_id: str, userid: str) -> None:
        """Let a member publish a moment of the company's now, to the customers it is for.

        Raises:
            ValueError: there is no such moment or task of the member's, it was ended or published,
                or the member has left or is not set up for customer contact.
        """
        moment, task = self._task_of_moment(moment_id, userid)
        if task.publish_time is not None:
            raise ValueError(f"{userid!r} has published {moment_id!r} already")
        if moment.cancelled_at is not None:
            raise ValueError(f"moment {moment_id!r} was ended")
        try:
            require_able_to_publish(self._moments, userid)
        except RefusalError as refusal:
            raise ValueError(refusal.detail) from refusal
        customers = self._moments.customers_of(userid, moment.tags)
        published = replace(task, publish_time=self._company.now(), customers=customers)
        self._moments.put_task(moment, published)

    @taking({**_OF_MEMBER, "by": USERID})
    def comment_moment(self, moment_id: str, userid: str, by: str) -> None:
        """Let somebody comment now on what a member published: a customer who sees it, or a member.

        Raises:
            ValueError: there is nothing of the kind, or they do not see it.
        """
        moment, task, reaction = self._reaction_to_moment(moment_id, userid, by)
        self._moments.put_task(moment, replace(task, comments=(*task.comments, reaction)))

    @taking({**_OF_MEMBER, "by": USERID})
    def like_moment(self, moment_id: str, userid: str, by: str) -> None:
        """Let somebody like what a member published: a customer who sees it, or a member.

        Raises:
            ValueError: there is nothing of the kind, they do not see it, or like it already.
        """
        moment, task, reaction = self._reaction_to_moment(moment_id, userid, by)
        if any(one.by == by for one in task.likes):
            raise ValueError(f"{by!r} likes it already")
        self._moments.put_task(moment, replace(task, likes=(*task.likes, reaction)))

    def _task_of_moment(self, moment_id: str, userid: str) -> tuple[Moment, MomentTask]:
        moment = self._moments.moments.get(moment_id)
        if moment is None:
            raise ValueError(f"there is no moment {moment_id!r}")
        task = moment.tasks.get(userid)
        if task is None:
            senders = ", ".join(map(repr, moment.tasks)) or "nobody"
            raise ValueError(f"{userid!r} is not asked to publish {moment_id!r}: {senders}")
        return moment, task

    def _reaction_to_moment(
        self, moment_id: str, userid: str, by: str
    ) -> tuple[Moment, MomentTask, MomentReaction]:
        moment, task = self._task_of_moment(moment_id, userid)
        if task.publish_time is None:
            raise ValueError(f"{userid!r} has not published {moment_id!r}: publish_moment first")
        member = self._company.members.get(by)
        is_of_member = member is not None and member.employed
        if not is_of_member and by not in task.customers:
            raise ValueError(f"{by!r} does not see it")
        return moment, task, MomentReaction(by, is_of_member, self._company.now())

    @property
    def _moments(self) -> MomentsState:
        return self._company.state(MomentsState)
