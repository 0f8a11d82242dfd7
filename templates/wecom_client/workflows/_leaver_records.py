"""The hand-over of a leaver: what is planned, how far it came, and how the transfers ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .._runtime.jobs.results import BatchError, BatchResult
from .._runtime.request import Request

WAITING = 2
_ENDED = frozenset({1, 3, 4})


@dataclass(frozen=True)
class Leaver:
    """A member who left, with the customers who wait for somebody else.

    `left_at`: Unix seconds. `external_userids`: the customers.
    """

    userid: str
    left_at: int
    external_userids: tuple[str, ...]


@dataclass(frozen=True)
class LeaverPlan:
    """What is to be handed over, and the calls of a run in which nothing fails.

    `chat_ids`: groups that wait for a new owner. `other_groups`: groups of the member in another
    state, by chat id (0 the owner is with the company, 2 being handed on, 3 handed on): they are
    not touched. `external_userids`: customers who wait. `group_calls`, `customer_calls`: what
    today's run would send; the day's quota of groups counts. `groups_today`: how many groups these
    are about; `groups_left`: how many the runs with the journal have not tried; `groups_a_day`: how
    many of them the quota lets a day have. `journal`: what the paths of both journals begin with.
    """

    handover_userid: str
    takeover_userid: str
    chat_ids: tuple[str, ...]
    other_groups: Mapping[str, int]
    external_userids: tuple[str, ...]
    group_calls: tuple[Request, ...]
    customer_calls: tuple[Request, ...]
    groups_today: int
    groups_left: int
    groups_a_day: int
    journal: str | None = None

    @property
    def days(self) -> int:
        """On how many days there has to be a run for all groups to be handed over; 0: on none."""
        later = self.groups_left - self.groups_today
        if later and not self.groups_a_day:
            raise ValueError("nothing can be handed over a day")
        today = 1 if self.group_calls or self.customer_calls else 0
        runs = -(-later // self.groups_a_day) if later else 0
        return today + runs


@dataclass(frozen=True)
class HandOver:
    """How far a hand-over came.

    `groups`, `customers`: the results of both batches; of a customer, `done` says that the transfer
    began. `errors`: of batches that stopped, whose results say how far they came.
    """

    plan: LeaverPlan
    groups: BatchResult[Any]
    customers: BatchResult[Any]
    errors: tuple[BatchError, ...]

    @property
    def is_complete(self) -> bool:
        """Whether every group was handed over, and every transfer of a customer begun."""
        results = self.groups, self.customers
        return not any(one.failed or one.unknown or one.not_tried for one in results)


@dataclass(frozen=True)
class CustomerStates:
    """How far the transfers of customers have come.

    `by_status`: external userids by status: 1 taken over, 2 waiting to be taken over, 3 the
    customer refused, 4 the member who takes over has as many customers as allowed. `unlisted`:
    customers of the plan of whom the platform knows no transfer: it never began, or the member who
    was to take over has left.
    """

    by_status: Mapping[int, tuple[str, ...]]
    unlisted: tuple[str, ...]

    @property
    def is_settled(self) -> bool:
        """Whether every transfer has ended: nobody is waiting, or unlisted.

        A customer whose transfer was refused as a whole stays unlisted: who asks until all is
        settled needs a deadline.
        """
        return not self.unlisted and _ENDED.issuperset(self.by_status)
