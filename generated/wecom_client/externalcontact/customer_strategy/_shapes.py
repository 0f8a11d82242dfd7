# Generated from specs/externalcontact/customer_strategy/_shapes.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""Shapes that several operations below `externalcontact/customer_strategy` share."""

from __future__ import annotations

from typing import TypedDict


class RightsParam(TypedDict, total=False):
    """What the people in charge of a rule group may do."""

    view_customer_list: bool
    """See the list of customers. Every rule group has this right; it cannot be taken away."""
    view_customer_data: bool
    """See the statistics of customers. Every rule group has this right; it cannot be taken away."""
    view_room_list: bool
    """See the list of groups. Every rule group has this right; it cannot be taken away."""
    contact_me: bool
    """Use contact ways (「联系我」). Every rule group has this right; it cannot be taken away."""
    join_room: bool
    """Use join ways (「加入群聊」). Every rule group has this right; it cannot be taken away."""
    share_customer: bool
    """Share customers with other members."""
    oper_resign_customer: bool
    """Assign customers of members who left."""
    oper_resign_group: bool
    """Assign customer groups of members who left."""
    send_customer_msg: bool
    """Send messages to customers."""
    edit_welcome_msg: bool
    """Set welcome messages."""
    view_behavior_data: bool
    """See how members contact customers, in numbers."""
    view_room_data: bool
    """See the statistics of groups."""
    send_group_msg: bool
    """Send messages to customer groups."""
    room_deduplication: bool
    """Remove members who are in several customer groups (去重)."""
    rapid_reply: bool
    """Set quick replies."""
    onjob_customer_transfer: bool
    """Transfer customers of members who are with the company."""
    edit_anti_spam_rule: bool
    """Change the rules that protect members from being disturbed (防骚扰)."""
    export_customer_list: bool
    """Export the list of customers."""
    export_customer_data: bool
    """Export the statistics of members and their customers."""
    export_customer_group_list: bool
    """Export the list of customer groups."""
    manage_customer_tag: bool
    """Set the company's tags for customers."""
