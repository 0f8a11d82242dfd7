# Generated from specs/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""A WeCom that runs on loopback, for the tests of programs that use it.

`Simulator` is all that most programs need; `python -m wecom_client.simulator` serves one. Beneath
it: `server` (HTTP), `wire` (calls and replies), `dispatcher` (routing, token, checks, errors, for
any operation), `tokens`, `refusals`, `cursors`, `faults` (what goes wrong), `company` (members, and
what behaviours remember), `seeding` (calls for tests), `seed` and `__main__` (the command line),
`base` (all of these together), `behaviour` (what `behaviours/` are: what operations of a group do).
"""

from __future__ import annotations

from .behaviours.acquisition_links import AcquisitionLink
from .behaviours.contact_ways import ContactWay, TemporaryChat
from .behaviours.corp_tags import CorpTag, TagGroup
from .behaviours.customer_transfers import CustomerTransfer
from .behaviours.customers import Customer, Follow, OwnTag
from .behaviours.group_messages import MassMessage, SendResult, SendTask
from .behaviours.groupchat import DayOfMessages, Group, GroupMember, Handover, JoinWay, Stay
from .behaviours.intercept_rules import InterceptRule
from .behaviours.media_uploads import MediaUpload
from .behaviours.moments import Moment, MomentReaction, MomentTask
from .behaviours.product_albums import Product
from .behaviours.welcome_templates import WelcomeTemplate
from .company import Member
from .faults import Fault
from .simulator import Simulator
from .wire import SeenRequest

__all__ = (
    "AcquisitionLink",
    "ContactWay",
    "CorpTag",
    "Customer",
    "CustomerTransfer",
    "DayOfMessages",
    "Fault",
    "Follow",
    "Group",
    "GroupMember",
    "Handover",
    "InterceptRule",
    "JoinWay",
    "MassMessage",
    "MediaUpload",
    "Member",
    "Moment",
    "MomentReaction",
    "MomentTask",
    "OwnTag",
    "Product",
    "SeenRequest",
    "SendResult",
    "SendTask",
    "Simulator",
    "Stay",
    "TagGroup",
    "TemporaryChat",
    "WelcomeTemplate",
)
