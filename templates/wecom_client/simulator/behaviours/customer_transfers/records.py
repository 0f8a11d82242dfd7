"""The state as records: customers on their way from one member to another.

Records are immutable; a change puts a new one in the old one's place, so that a test may look at
one while requests go on.
"""

from __future__ import annotations

from dataclasses import dataclass

TAKEN_OVER = 1
WAITING = 2
REFUSED = 3
TAKEOVER_FULL = 4


@dataclass(frozen=True, slots=True)
class CustomerTransfer:
    """A customer who is handed over, was, or refused it.

    `status` and `takeover_time` are the numbers that `transfer_result` answers with; a transfer
    that waits has the time at which it is carried out. `on_job`: the first member was in service
    when it began. `message` is what the customer is told, None for the platform's own words.
    """

    external_userid: str
    handover_userid: str
    takeover_userid: str
    begun_at: int
    takeover_time: int
    on_job: bool
    status: int = WAITING
    message: str | None = None
