"""The behaviour of mass messages: made, sent by members, read, and ended.

`creation`, `reading` and `sending` say what the pages leave open and how it is decided.
"""

from __future__ import annotations

from ...._runtime.checks import Integer
from ...behaviour import Behaviour, Route
from ...refusals import ProblemCodes
from . import creation, reading, sending
from .records import MassMessage, SendResult, SendTask
from .seed import SEEDS
from .seeding import Seeding
from .state import GroupMessagesState

__all__ = [
    "BEHAVIOUR",
    "GROUP",
    "SETTINGS",
    "MassMessage",
    "Seeding",
    "SendResult",
    "SendTask",
]

GROUP = "externalcontact"
SETTINGS = {"mass_message_period": 0}

_MSGID: ProblemCodes = {("msgid", "required"): 41046, ("msgid", "minLength"): 41046}
_ATTACHMENTS: ProblemCodes = {
    ("attachments", "maxItems"): 41064,
    ("attachments.msgtype", "enum"): 41065,
}

BEHAVIOUR = Behaviour(
    group=GROUP,
    state=GroupMessagesState,
    routes={
        "add_msg_template": Route(creation.add_msg_template, _ATTACHMENTS),
        "get_groupmsg_list_v2": Route(reading.get_groupmsg_list_v2),
        "get_groupmsg_task": Route(reading.get_groupmsg_task, _MSGID),
        "get_groupmsg_send_result": Route(reading.get_groupmsg_send_result, _MSGID),
        "remind_groupmsg_send": Route(sending.remind_groupmsg_send, _MSGID),
        "cancel_groupmsg_send": Route(sending.cancel_groupmsg_send, _MSGID),
    },
    settings=SETTINGS,
    seeds=SEEDS,
    limits={"mass_message_period": Integer(enum={0: "a month", 7: "a week", 1: "a day"})},
)
