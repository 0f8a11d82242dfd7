# Copied from templates/wecom_client/simulator/behaviours/customers/relations.py: edit that file, then run 'make generate'.
"""What the operations ask of members, of customers, and of what is between the two."""

from __future__ import annotations

from ...refusals import RefusalError
from .records import Follow
from .state import CustomersState


def require_serving(state: CustomersState, userid: str, unknown: int = 40003) -> None:
    """Refuse who has no customers because of what they are.

    Raises:
        RefusalError: no member in service has this userid (`unknown`), or the member is not set up
            for customer contact (84074).
    """
    member = state.company.members.get(userid)
    if member is None or not member.employed:
        raise RefusalError(unknown, f"invalid userid: {userid}")
    if not member.customer_contact:
        raise RefusalError(84074, f"no external contact permission: {userid}")


def required_follow(state: CustomersState, userid: str, external_userid: str) -> Follow:
    """Return the relation of a member and a customer.

    Raises:
        RefusalError: as `require_serving`; nobody has this external userid (40096), or the customer
            is not this member's (84061).
    """
    require_serving(state, userid)
    require_known(state, external_userid)
    follow = state.follows[external_userid].get(userid)
    if follow is None:
        raise RefusalError(84061, "not external contact of this member")
    return follow


def require_known(state: CustomersState, external_userid: str) -> None:
    """Refuse the external userid of nobody with 40096."""
    if external_userid not in state.customers:
        raise RefusalError(40096, "invalid external userid")
