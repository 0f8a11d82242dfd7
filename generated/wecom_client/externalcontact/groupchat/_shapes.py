# Generated from specs/externalcontact/groupchat/_shapes.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""Shapes that several operations below `externalcontact/groupchat` share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from ..._error_table import ERRORS
from ..._runtime.answers import FailedRecord
from ..._runtime.records import Record, values


class OwnerFilterParam(TypedDict):
    """Only groups of these owners."""

    userid_list: Sequence[str]
    """Userids of the owners. 1 to 100 elements. Each not empty."""


class FailedChat(FailedRecord, errors=ERRORS):
    """A group that was not handed over, and why."""

    chat_id: str
    """Id of the group."""
    errcode: int
    """Error code for this group alone."""
    errmsg: str
    """The platform's text for that code."""


class JoinWay(Record):
    """A way to join groups, a QR code or a mini program button, as it is configured."""

    config_id: str
    """Id of the join way."""
    scene: int
    """Where customers meet the join way. 1: button in a mini program (plug-in); 2: QR code."""
    remark: str
    """Reminder for yourself, what the join way is for."""
    auto_create_room: int
    """Whether a new group is made when the groups are full. 0: no new group; 1: a new group is
    made.
    """
    room_base_name: str
    """Beginning of the names of groups made automatically."""
    room_base_id: int
    """Number that the first group made automatically gets behind room_base_name; later groups
    count up.
    """
    chat_id_list: tuple[str, ...] = values()
    """Ids of the groups that the join way leads to."""
    qr_code: str
    """Address of the QR code's image, or of the mini program plug-in (scene 1)."""
    state: str
    """Mark of your own that tells channels apart. `get` returns it for each member who came this
    way.
    """
    mark_source: bool
    """Whether customers who come this way are marked as having come by a join way of this
    application. It counts for applications for customer acquisition (营销获客) alone.
    """


class StatisticData(Record):
    """The figures."""

    new_chat_cnt: int
    """Groups newly made in the interval (by day, on that day)."""
    chat_total: int
    """All groups, up to and including the day."""
    chat_has_msg: int
    """Groups in which messages were sent, up to and including the day."""
    new_member_cnt: int
    """Members who joined in the interval (by day, on that day)."""
    member_total: int
    """All members, up to and including the day."""
    member_has_msg: int
    """Members who sent messages, up to and including the day."""
    msg_total: int
    """Messages, up to and including the day."""
    migrate_trainee_chat_cnt: int | None
    """Groups newly migrated, up to and including the day. Present only for companies in education
    and training.
    """
