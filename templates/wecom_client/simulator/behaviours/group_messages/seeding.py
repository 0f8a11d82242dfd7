"""Seeding: the calls by which a test makes mass messages, and lets members send them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from ...._runtime.checks import Array, Boolean, Check, Object, String
from ...refusals import RefusalError
from ...seed_checks import ID, IDS, USERID, USERIDS, Sent
from ...seeding import CompanySeeding, taking
from .creation import make
from .records import GROUP, SINGLE, MassMessage, SendTask
from .sending import send
from .state import GroupMessagesState

_ATTACHMENTS = Array(Object({"msgtype": ID}, ("msgtype",), additional_properties=True))
MASS_MESSAGE: Mapping[str, Check] = {
    "msgid": ID,
    "creator": USERID,
    "text": String(),
    "attachments": Sent("externalcontact/add_msg_template", "attachments", _ATTACHMENTS),
    "chat_type": String(enum={SINGLE: "to customers", GROUP: "to customer groups"}),
    "external_userid": USERIDS,
    "chat_id_list": IDS,
    "sender": USERID,
    "personal": Boolean(),
}
"""What `add_mass_message` takes."""


class Seeding(CompanySeeding):
    """Mass messages, and what members do with them. All times are Unix seconds."""

    @property
    def mass_messages(self) -> Mapping[str, MassMessage]:
        """The mass messages by msgid, those that members made themselves included."""
        return MappingProxyType(self._group_messages.messages)

    @property
    def mass_message_period(self) -> int:
        """In how many days a customer or group receives at most as many mass messages.

        0 is the month with its days, 7 the week from Monday on, 1 the day.
        """
        return self._group_messages.mass_message_period

    @mass_message_period.setter
    def mass_message_period(self, days: int) -> None:
        self._group_messages.mass_message_period = days

    @taking(MASS_MESSAGE)
    def add_mass_message(
        self,
        creator: str,
        *,
        text: str = "",
        attachments: Sequence[Mapping[str, Any]] = (),
        chat_type: str = SINGLE,
        external_userid: Sequence[str] | None = None,
        chat_id_list: Sequence[str] | None = None,
        sender: str | None = None,
        personal: bool = False,
        msgid: str | None = None,
    ) -> str:
        """Make a mass message outside the API, and return its msgid.

        One of the company's, made by an administrator, waits for members to send it; a `personal`
        one is sent at once by the member who made it. Receivers are as `add_msg_template` takes
        them; left out, all customers or groups of the sender.

        Raises:
            ValueError: the msgid is taken, there is neither text nor attachment, nobody to send
                to, or a receiver who cannot be sent to; or a sender is missing or cannot send.
        """
        if msgid in self._group_messages.messages:
            raise ValueError(f"msgid {msgid!r} is taken")
        if not text and not attachments:
            raise ValueError("a mass message has a text or attachments")
        if personal and sender not in (None, creator):
            raise ValueError(f"{creator!r} sends a personal message, not {sender!r}")
        if chat_type == GROUP and not personal and sender is None:
            raise ValueError("a message to groups has a sender")
        params = {
            "chat_type": chat_type,
            "external_userid": external_userid,
            "chat_id_list": chat_id_list,
            "sender": creator if personal else sender,
            "text": {"content": text},
            "attachments": attachments,
        }
        made = self._make_message(params, msgid=msgid, creator=creator, personal=personal)
        if personal:
            self.send_message(made, creator)
        return made

    @taking({"msgid": ID, "userid": USERID, "receivers": USERIDS})
    def send_message(
        self, msgid: str, userid: str, *, receivers: Sequence[str] | None = None
    ) -> None:
        """Let a member confirm a mass message and send it now.

        It goes to those for whom it is meant, or to all groups of the member's where none was
        named. `receivers` are fewer of them, where the member may choose: among customers with
        `allow_select`, among groups where none was named.

        Raises:
            ValueError: there is no such message or task of the member's, it was cancelled or sent,
                the member has left, or cannot choose so.
        """
        message = self._group_messages.messages.get(msgid)
        if message is None:
            raise ValueError(f"there is no mass message {msgid!r}")
        task = message.tasks.get(userid)
        if task is None:
            senders = ", ".join(map(repr, message.tasks))
            raise ValueError(f"{userid!r} is not asked to send {msgid!r}: {senders}")
        if message.cancelled_at is not None:
            raise ValueError(f"mass message {msgid!r} was cancelled")
        if task.send_time is not None:
            raise ValueError(f"{userid!r} has sent {msgid!r} already")
        if not self._group_messages.can_send(userid):
            raise ValueError(f"{userid!r} has left, or is not set up for customer contact")
        chosen = self._chosen(message, task, receivers)
        send(self._group_messages, message, task, chosen, self._company.now())

    @taking({"userid": USERID, "external_userid": USERID})
    def talk(self, userid: str, external_userid: str) -> None:
        """Let a member and a customer of theirs talk now.

        A mass message without a sender goes to the member who talked with the customer last.

        Raises:
            ValueError: it is no customer of theirs.
        """
        if userid not in self._group_messages.followers(external_userid):
            raise ValueError(f"{external_userid!r} is no customer of {userid!r}")
        self._group_messages.talk(userid, external_userid, self._company.now())

    def _make_message(self, params: dict[str, Any], **facts: Any) -> str:
        try:
            message, failed = make(self._group_messages, params, **facts)
        except RefusalError as refusal:
            raise ValueError(refusal.detail) from refusal
        if failed:
            del self._group_messages.messages[message.msgid]
            raise ValueError(f"cannot be sent to: {', '.join(map(repr, failed))}")
        return message.msgid

    def _chosen(
        self, message: MassMessage, task: SendTask, receivers: Sequence[str] | None
    ) -> Sequence[str]:
        meant = task.receivers
        if meant is None:
            meant = tuple(self._group_messages.groups_of(task.userid))
        if receivers is None:
            return meant
        if task.receivers is not None and not message.allow_select:
            raise ValueError(f"mass message {message.msgid!r} leaves no choice of receivers")
        strange = [one for one in receivers if one not in set(meant)]
        if strange:
            raise ValueError(f"mass message {message.msgid!r} is not for {strange[0]!r}")
        return tuple(dict.fromkeys(receivers))

    @property
    def _group_messages(self) -> GroupMessagesState:
        return self._company.state(GroupMessagesState)
