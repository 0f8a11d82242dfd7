"""What is remembered of rule groups of customer contact, with their rights."""

from __future__ import annotations

from ..rule_groups import RuleGroupsState

_LASTING = (
    "view_customer_list",
    "view_customer_data",
    "view_room_list",
    "contact_me",
    "join_room",
)


class CustomerStrategiesState(RuleGroupsState):
    """Rule groups of customer contact, in the order in which they were made."""

    rights = (
        *_LASTING,
        "share_customer",
        "oper_resign_customer",
        "oper_resign_group",
        "send_customer_msg",
        "edit_welcome_msg",
        "view_behavior_data",
        "view_room_data",
        "send_group_msg",
        "room_deduplication",
        "rapid_reply",
        "onjob_customer_transfer",
        "edit_anti_spam_rule",
        "export_customer_list",
        "export_customer_data",
        "export_customer_group_list",
        "manage_customer_tag",
    )
    lasting = _LASTING
