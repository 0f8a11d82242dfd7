"""What a lane does, over and over: each whole job, and what it reported; no I/O.

`rounds` yields each `Call` and is sent its `CallOutcome`. A thread or a task carries out one lane.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Generator, Iterator
from typing import Any, NamedTuple

from wecom_client import APIError, BatchError, ResponseError, TransportError, WeComError

DAY = 86400
_TRIES = 5
_READ = 50

Entry = dict[str, Any]
"""A line of a log, as JSON keeps it; `job` says which of them it is."""


class Call(NamedTuple):
    """Call this method, and take all that it returns."""

    method: str
    args: tuple[Any, ...] = ()
    kwargs: dict[str, Any] = {}  # noqa: RUF012 (never changed)


class CallOutcome(NamedTuple):
    """What came of it: the answer, or the records taken, and the error that ended it."""

    answer: Any
    error: WeComError | None
    position: Any = None


Workload = Generator[Call, CallOutcome, None]


def outcome_of(error: WeComError | None) -> str:
    """Say what an outcome tells of the work: `done`, `not`, or `unknown`."""
    if error is None:
        return "done"
    if isinstance(error, APIError):
        return "unknown" if error.after_unknown else "not"
    if isinstance(error, TransportError):
        return "not" if error.outcome == "not_sent" else "unknown"
    return "unknown" if isinstance(error, ResponseError) else "not"


class Lane:
    """The jobs of one lane, over groups, owners and join ways that no other lane touches.

    `plan`: `name`, `owners`, `groups` (ids), `today` (its first second), `days` and `latest` (how
    many days ago the first and the last are that a job asks for); of one call, `most_owners`,
    `most_days` and `least_groups`, and of one page, `groups_page` and `figures_page`;
    `asked_owners`, of how many owners a job of several calls asks; and `batches`, each with
    `method`, `ids`, `new_owner`, `tries`, and `at`, the second from which on it is carried out.
    """

    def __init__(
        self, plan: dict[str, Any], log: Callable[[Entry], None], seconds: Callable[[], float]
    ) -> None:
        self._plan = plan
        self._log = log
        self._seconds = seconds
        self._batches = list(plan["batches"])

    def rounds(self, until: float, after_round: Callable[[int], None]) -> Workload:
        """Go on until the time is over; every job comes at least once."""
        for number in itertools.count():
            for job in self._jobs(number):
                yield from job
                if number and self._seconds() >= until:
                    return
            after_round(number)

    def _jobs(self, number: int) -> Iterator[Workload]:
        while self._batches and self._seconds() >= self._batches[0]["at"]:
            yield self._batch(self._batches.pop(0))
        yield self._get_many(number)
        yield self._iter_list()
        yield self._iter_statistic()
        yield self._statistic_all()
        yield self._statistic_group_by_day_all()
        yield self._join_way(number)

    def _batch(self, batch: dict[str, Any]) -> Workload:
        """Hand groups over; what is left is sent again, so often as the plan says."""
        rest, ever_unknown, failed = batch["ids"], set(), []
        done: list[str] = []
        errors: list[str] = []
        for _ in range(batch["tries"]):
            came = yield Call(batch["method"], (rest, batch["new_owner"]))
            if isinstance(came.error, BatchError):
                errors.append(type(came.error).__name__)
                result = came.error.result
            elif came.error is not None:
                raise came.error
            else:
                result = came.answer
            done += result.done
            failed += [[one.chat_id, one.errcode] for one in result.failed]
            ever_unknown |= set(result.unknown)
            rest = result.rest
            if not rest:
                break
        self._note(
            batch["method"],
            ids=batch["ids"],
            new_owner=batch["new_owner"],
            done=done,
            failed=failed,
            unknown=[one for one in rest if one in ever_unknown],
            not_tried=[one for one in rest if one not in ever_unknown],
            errors=errors,
        )

    def _get_many(self, number: int) -> Workload:
        groups = self._plan["groups"]
        begin = number * _READ % len(groups)
        wanted = [*groups[begin : begin + _READ], f"wr-nobody-{self._plan['name']}"]
        came = yield Call("get_many", (wanted,), {"concurrency": 6, "ordered": number % 2 == 0})
        got = [
            [one.key, None if one.error else one.answer.group_chat.owner, _name(one.error)]
            for one in came.answer
        ]
        self._note("get_many", got=got, wanted=wanted, error=_name(came.error))

    def _iter_list(self) -> Workload:
        """List own groups; where that breaks off, go on from there."""
        listed: list[str] = []
        position, errors = None, []
        for _ in range(_TRIES):
            asked = self._plan["owners"][: self._plan["most_owners"]]
            owners = {"userid_list": asked}
            named = {
                "owner_filter": owners,
                "page_size": self._plan["groups_page"],
                "cursor": position,
            }
            came = yield Call("iter_list", (), named)
            listed += [one.chat_id for one in came.answer]
            if came.error is None:
                break
            errors.append(_name(came.error))
            position = came.position
        complete = came.error is None
        self._note("iter_list", owners=len(asked), listed=listed, complete=complete, errors=errors)

    def _iter_statistic(self) -> Workload:
        asked = self._plan["owners"][: self._plan["most_owners"]]
        end = self._plan["today"] - self._plan["latest"] * DAY
        begin = end - (self._plan["most_days"] - 1) * DAY
        named = {"day_end_time": end, "page_size": self._plan["figures_page"]}
        came = yield Call("iter_statistic", (begin, {"userid_list": asked}), named)
        self._note_figures("iter_statistic", begin, asked, came.answer, came.error)

    def _statistic_all(self) -> Workload:
        begin, owners, named = self._all_days()
        came = yield Call("statistic_all", (begin, owners), named)
        items = () if came.error else came.answer.items
        self._note_figures("statistic_all", begin, owners["userid_list"], items, came.error)

    def _statistic_group_by_day_all(self) -> Workload:
        begin, owners, named = self._all_days()
        came = yield Call("statistic_group_by_day_all", (begin, owners), named)
        items = () if came.error else came.answer.items
        days = [[one.stat_time, one.data.new_chat_cnt, one.data.chat_total] for one in items]
        error = _name(came.error)
        self._note(
            "statistic_group_by_day_all",
            begin=begin,
            end=named["day_end_time"],
            owners=len(owners["userid_list"]),
            days=days,
            complete=not error,
            error=error,
        )

    def _all_days(self) -> tuple[int, dict[str, Any], dict[str, Any]]:
        today = self._plan["today"]
        return (
            today - self._plan["days"] * DAY,
            {"userid_list": self._plan["owners"][: self._plan["asked_owners"]]},
            {"day_end_time": today - self._plan["latest"] * DAY},
        )

    def _note_figures(
        self, job: str, begin: int, asked: list[str], records: Any, error: WeComError | None
    ) -> None:
        figures = [[one.owner, one.data.new_chat_cnt, one.data.chat_total] for one in records]
        self._note(
            job,
            begin=begin,
            owners=len(asked),
            figures=figures,
            complete=error is None,
            error=_name(error),
        )

    def _note(self, job: str, **fields: Any) -> None:
        self._log({"lane": self._plan["name"], "job": job, **fields})

    def _join_way(self, number: int) -> Workload:
        """Add a join way, change it, read it, and every other time delete it."""
        state = f"{self._plan['name']}-{number}"
        entry: Entry = {"state": state, "updated": "not", "deleted": "not", "read": None}
        group = self._plan["groups"][number % len(self._plan["groups"])]
        groups = [group] * self._plan["least_groups"]
        came = yield Call("add_join_way", (2, groups), {"state": state, "remark": "new"})
        entry["added"] = outcome_of(came.error)
        if came.error is None:
            config_id = came.answer.config_id
            named = {"state": state, "remark": "changed"}
            came = yield Call("update_join_way", (config_id, 2, groups), named)
            entry["updated"] = outcome_of(came.error)
            came = yield Call("get_join_way", (config_id,))
            entry["read"] = None if came.error else came.answer.join_way.remark
            if number % 2:
                came = yield Call("del_join_way", (config_id,))
                entry["deleted"] = outcome_of(came.error)
        self._note("join_way", **entry)


def _name(error: WeComError | None) -> str | None:
    return None if error is None else type(error).__name__
