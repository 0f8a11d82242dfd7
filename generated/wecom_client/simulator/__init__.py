# Copied from templates/wecom_client/simulator/__init__.py: edit that file, then run 'make generate'.
"""A WeCom that runs on loopback, for the tests of programs that use it.

`Simulator` is the door; `python -m wecom_client.simulator` serves one. The rooms: `server` (HTTP),
`wire` (calls and replies), `frame` (routing, token, checks, errors; general), `tokens`, `refusals`,
`company` and `state` (what is remembered), `seeding` (calls for tests), `faults` (what goes wrong),
`groupchat` (what the customer-group operations do), `seed` and `__main__` (the command line).
"""

from __future__ import annotations

from .faults import Fault
from .simulator import Simulator
from .state import DayOfMessages, Group, GroupMember, Handover, JoinWay, Member, Stay
from .wire import SeenRequest

__all__ = [
    "DayOfMessages",
    "Fault",
    "Group",
    "GroupMember",
    "Handover",
    "JoinWay",
    "Member",
    "SeenRequest",
    "Simulator",
    "Stay",
]
