"""Seeding: the calls by which a test looks at transfers of customers, and lets customers refuse."""

from __future__ import annotations

from ...seed_checks import USERID
from ...seeding import CompanySeeding, taking
from .records import CustomerTransfer
from .state import CustomerTransfersState


class Seeding(CompanySeeding):
    """Transfers of customers. All times are Unix seconds."""

    @property
    def customer_transfers(self) -> tuple[CustomerTransfer, ...]:
        """The transfers of customers in the order in which they began."""
        return tuple(one for _, one in self._customer_transfers.transfers())

    @property
    def customer_limit(self) -> int:
        """How many customers a member can have, for transfers to them."""
        return self._customer_transfers.customer_limit

    @customer_limit.setter
    def customer_limit(self, count: int) -> None:
        self._customer_transfers.customer_limit = count

    @property
    def transfer_delay(self) -> int:
        """After how many seconds a transfer of a customer is carried out: 24 hours, or fewer."""
        return self._customer_transfers.transfer_delay

    @transfer_delay.setter
    def transfer_delay(self, seconds: int) -> None:
        self._customer_transfers.transfer_delay = seconds

    @property
    def transfer_page_size(self) -> int:
        """How many customers a page of `transfer_result` has, 1000 at most."""
        return self._customer_transfers.transfer_page_size

    @transfer_page_size.setter
    def transfer_page_size(self, count: int) -> None:
        self._customer_transfers.transfer_page_size = count

    @taking({"external_userid": USERID, "handover_userid": USERID})
    def refuse_transfer(self, external_userid: str, handover_userid: str | None = None) -> None:
        """Let a customer refuse to be handed over, while that waits for its time.

        `handover_userid` says from whom, where that waits more than once.

        Raises:
            ValueError: no such transfer waits, or more than one does.
        """
        relations = self._customer_transfers.customers.follows.get(external_userid, {})
        givers = [
            userid
            for userid in relations
            if handover_userid in (None, userid)
            and self._customer_transfers.waiting(external_userid, userid) is not None
        ]
        if not givers:
            raise ValueError(f"no transfer of {external_userid!r} waits for its time")
        if len(givers) > 1:
            among = ", ".join(map(repr, givers))
            raise ValueError(f"say from whom {external_userid!r} is not handed over: {among}")
        self._customer_transfers.refuse(external_userid, givers[0])

    @property
    def _customer_transfers(self) -> CustomerTransfersState:
        return self._company.state(CustomerTransfersState)
