"""What is remembered of moments, and of the jobs that make them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from ...._runtime.problems import date_of_day, day_of_seconds
from ...company import Company, State
from ...cursors import Cursors
from .records import Moment, MomentJob, MomentTask

_INVALID_CURSOR = 701105


class MomentsState(State):
    """Moments in the order of their creation, and jobs."""

    moment_delay: int
    moment_limit: int

    def __init__(self, company: Company) -> None:
        """Begin without any."""
        super().__init__(company)
        self.moments: dict[str, Moment] = {}
        self.jobs: dict[str, MomentJob] = {}
        self.cursors = Cursors(_INVALID_CURSOR)
        self.made = 0
        self._due: dict[str, Callable[[MomentJob], None]] = {}
        self._made_in: Counter[tuple[int, int]] = Counter()

    def put(self, moment: Moment) -> None:
        """Add a moment that is not there yet."""
        self.moments[moment.moment_id] = replace(moment, number=self.made)
        self.made += 1

    def put_task(self, moment: Moment, task: MomentTask) -> None:
        """Put a changed task of a moment in the place of what it was."""
        tasks = {**moment.tasks, task.userid: task}
        self.moments[moment.moment_id] = replace(moment, tasks=tasks)

    def begin(self, job: MomentJob, carry_out: Callable[[MomentJob], None]) -> None:
        """Let a job wait for its time."""
        self.jobs[job.jobid] = job
        self._due[job.jobid] = carry_out
        self._made_in[self._month(job.begun_at)] += 1

    def made_this_month(self) -> int:
        """Return how many moments applications asked for in this month of UTC+8."""
        return self._made_in[self._month(self.company.now())]

    def catch_up(self) -> None:
        """Carry out the jobs whose time has come."""
        now = self.company.now() if self._due else 0
        for jobid, carry_out in list(self._due.items()):
            if self.jobs[jobid].due <= now:
                del self._due[jobid]
                carry_out(self.jobs[jobid])

    def can_publish(self, userid: str) -> bool:
        """Whether somebody is employed and set up for customer contact."""
        member = self.company.members.get(userid)
        return member is not None and member.employed and member.customer_contact

    def customers_of(self, userid: str, tags: Iterable[str] | None) -> tuple[str, ...]:
        """Return the customers of a member: all, or those to whom the member gave one of tags."""
        customers = self._customers
        found: list[str] = customers.customers_of(userid)
        if tags is None:
            return tuple(found)
        asked, follows = {*tags}, customers.follows
        return tuple(one for one in found if asked.intersection(follows[one][userid].tags))

    def is_corp_tag(self, tag_id: str) -> bool:
        """Whether there is a tag of the company, and of no rule group, with this id."""
        tags = self.company.find_state("corp_tags")
        if not tags.has_tag(tag_id):
            return False
        return bool(tags.group_of(tag_id, of_rules=None).strategy_id is None)

    @property
    def _customers(self) -> Any:
        """The state of customers, which is there wherever this one is: both are of one group."""
        return self.company.find_state("customers")

    @staticmethod
    def _month(time: int) -> tuple[int, int]:
        day = date_of_day(day_of_seconds(time))
        return day.year, day.month
