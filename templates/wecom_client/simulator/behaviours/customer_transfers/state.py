"""What is remembered of transfers: all that began, and which of them wait for their time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ...._runtime.problems import day_of_seconds
from ...company import Company, State
from ...cursors import Cursors
from .records import REFUSED, TAKEN_OVER, TAKEOVER_FULL, WAITING, CustomerTransfer

_INVALID_CURSOR = 701105


class CustomerTransfersState(State):
    """Transfers in the order in which they began.

    One ends as refused, too, where the customer is no contact of the first member any more when the
    time comes; and where the second member has left by then, with no record left of it.
    """

    customer_limit: int
    transfer_delay: int
    transfer_page_size: int

    def __init__(self, company: Company) -> None:
        """Begin without transfers."""
        super().__init__(company)
        self.cursors = Cursors(_INVALID_CURSOR)
        self._transfers: list[CustomerTransfer | None] = []
        self._numbers_of: defaultdict[str, list[int]] = defaultdict(list)
        self._waiting: dict[tuple[str, str], int] = {}
        self._next_due: int | None = None

    @property
    def customers(self) -> Any:
        """The state of customers, which is there wherever this one is: both are of one group."""
        return self.company.find_state("customers")

    def transfers(self) -> Iterable[tuple[int, CustomerTransfer]]:
        """Return the transfers, each with its number in their order."""
        return ((number, one) for number, one in enumerate(self._transfers) if one is not None)

    def begin(self, transfer: CustomerTransfer) -> None:
        """Let a transfer wait for its time."""
        number = len(self._transfers)
        self._transfers.append(transfer)
        self._numbers_of[transfer.external_userid].append(number)
        self._waiting[transfer.external_userid, transfer.handover_userid] = number
        due = transfer.takeover_time
        self._next_due = due if self._next_due is None else min(due, self._next_due)

    def waiting(self, external_userid: str, handover_userid: str) -> CustomerTransfer | None:
        """Return the transfer that waits for its time, or None."""
        number = self._waiting.get((external_userid, handover_userid))
        return None if number is None else self._transfers[number]

    def refuse(self, external_userid: str, handover_userid: str) -> None:
        """Let a customer refuse the transfer that waits."""
        number = self._waiting.pop((external_userid, handover_userid))
        self._end(number, REFUSED)
        self._set_next_due()

    def is_full(self, userid: str) -> bool:
        """Whether a member has as many customers as can be."""
        return len(self.customers.customers_of(userid)) >= self.customer_limit

    def transfers_since(self, external_userid: str, day: int) -> int:
        """Return how often a customer was handed over in service from a day on, or is now."""
        transfers = (self._transfers[number] for number in self._numbers_of[external_userid])
        return sum(
            one.on_job
            and one.status in (TAKEN_OVER, WAITING)
            and day_of_seconds(one.begun_at) >= day
            for one in transfers
            if one is not None
        )

    def catch_up(self) -> None:
        """Carry out the transfers whose time has come."""
        if self._next_due is None or self.company.now() < self._next_due:
            return
        now = self.company.now()
        for key, number in list(self._waiting.items()):
            transfer = self._transfers[number]
            if transfer is not None and transfer.takeover_time <= now:
                del self._waiting[key]
                self._carry_out(number, transfer)
        self._set_next_due()

    def _carry_out(self, number: int, transfer: CustomerTransfer) -> None:
        taker, customer = transfer.takeover_userid, transfer.external_userid
        relations = self.customers.follows.get(customer, {})
        if not self.company.members[taker].employed:
            self._transfers[number] = None
        elif transfer.handover_userid not in relations:
            self._end(number, REFUSED)
        elif taker not in relations and self.is_full(taker):
            self._end(number, TAKEOVER_FULL)
        else:
            time = transfer.takeover_time
            self.customers.hand_over(customer, transfer.handover_userid, taker, time)
            self._transfers[number] = replace(transfer, status=TAKEN_OVER)

    def _end(self, number: int, status: int) -> None:
        transfer = self._transfers[number]
        if transfer is not None:
            self._transfers[number] = replace(transfer, status=status, takeover_time=0)

    def _set_next_due(self) -> None:
        waiting = (self._transfers[number] for number in self._waiting.values())
        times = [one.takeover_time for one in waiting if one is not None]
        self._next_due = min(times, default=None)
