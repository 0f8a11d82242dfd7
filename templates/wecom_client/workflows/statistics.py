"""Statistics of customer groups over all days that the platform keeps, with their gaps told.

The platform keeps figures for a number of days (half a year), the last of them yesterday, and
answers for so many owners and days at a time. Here any number of owners is asked for over all of
these days, and what did not come shows: there is a row for each day or owner that was asked for,
whether an answer had it or not.

Document: https://developer.work.weixin.qq.com/document/path/92133
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from .._runtime.errors import ResponseError, WeComError
from .._runtime.jobs.results import Outcome
from .._runtime.problems import date_of_day, day_of_seconds
from ..externalcontact.groupchat import statistic, statistic_group_by_day
from ._portions import portions
from ._results import Collected
from ._steps import Client, Flow, over_client

__all__ = [
    "OPERATIONS",
    "History",
    "StatisticOfDay",
    "StatisticOfOwner",
    "statistics_by_day",
    "statistics_by_owner",
]

OPERATIONS = (
    "externalcontact/groupchat/statistic_group_by_day",
    "externalcontact/groupchat/statistic",
)


@dataclass(frozen=True)
class StatisticOfDay:
    """The figures of the groups of all owners on one day of UTC+8.

    `data`: the figures by the document's names (`data.new_member_cnt`); None where no answer had
    the day. `missing_owners`: those who were asked for in a call whose answer lacks the day: their
    groups are not in the figures.
    """

    day: date
    data: Any
    missing_owners: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether every answer had the day."""
        return not self.missing_owners


@dataclass(frozen=True)
class StatisticOfOwner:
    """The figures of the groups of one owner over all days.

    `data`: the figures by the document's names; None where no answer had the owner, who may have no
    groups.
    """

    owner: str
    data: Any

    @property
    def is_whole(self) -> bool:
        """Whether an answer had the owner."""
        return self.data is not None


R = TypeVar("R", StatisticOfDay, StatisticOfOwner)

_NO_ANSWER_OF_OWNER = "no answer had it; an owner without groups may be in none"


@dataclass(frozen=True)
class History(Collected[R]):
    """Statistics from the first to the last day, both included.

    `rows`: one for each day, or for each owner, that was asked for. `failures`: an `Outcome` for
    each of the `gaps`, by day or owner. Going through the whole, or exporting it, raises
    `IncompleteError` where there are any; `rows` is what there is.
    """

    # Once more, as annotations are read in the module of the class.
    rows: tuple[R, ...]
    failures: tuple[Outcome[Any], ...] = ()
    first_day: date = field(kw_only=True)
    last_day: date = field(kw_only=True)

    @property
    def gaps(self) -> tuple[R, ...]:
        """The rows for which an answer is missing."""
        return tuple(row for row in self.rows if not row.is_whole)


@over_client
def statistics_by_day(
    wecom: Client,
    owners: Iterable[str],
    *,
    first_day: date | None = None,
    last_day: date | None = None,
) -> Flow[History[StatisticOfDay]]:
    """Return the figures of each day, the groups of all owners together.

    `new_chat_cnt` and `new_member_cnt` count the day; all others run up to and including it. Within
    the owners of one call the platform does not say whose figures it has. Of more owners than one
    call takes, the figures that the spec knows are added up, and others left out.

    Args:
        wecom: The client.
        owners: Userids of the owners, any number.
        first_day: The first day of UTC+8. None: the earliest that the platform keeps.
        last_day: The last day. None: yesterday.

    Returns:
        History[StatisticOfDay]: a row for every day; `failures` names those that an answer lacked.

    Raises:
        ParameterError: a day outside of what the platform keeps, or no owners.
        WeComError: a call failed; nothing is returned then.
    """
    module, window = statistic_group_by_day, statistic_group_by_day.WINDOW
    first, last = _days(wecom, module.REQUEST, window, first_day, last_day)
    found: dict[date, Any] = {}
    missing: dict[date, list[str]] = {}
    days = [first + timedelta(days) for days in range((last - first).days + 1)]
    asked_for = portions("owners", owners, window.size)
    for portion in asked_for:
        answer = yield _asked(
            wecom.externalcontact.groupchat.statistic_group_by_day_all, first, last, portion
        )
        own = {day: item for item in answer.items if (day := _day_of(item.stat_time)) is not None}
        for day in days:
            if day not in own:
                missing.setdefault(day, []).extend(portion)
            else:
                found[day] = _sum(window, found[day], own[day]) if day in found else own[day]
    rows = [
        StatisticOfDay(day, found[day].data if day in found else None, tuple(missing.get(day, ())))
        for day in days
    ]
    asked = sum(map(len, asked_for))
    return _history(first, last, rows, lambda row: (row.day, _lacking(row, asked)))


@over_client
def statistics_by_owner(
    wecom: Client,
    owners: Iterable[str],
    *,
    first_day: date | None = None,
    last_day: date | None = None,
) -> Flow[History[StatisticOfOwner]]:
    """Return the figures of each owner over all days.

    `new_chat_cnt` and `new_member_cnt` are sums over the days. All others are those of the last
    call, for a part of the days, whose answer had the owner.

    Args:
        wecom: The client.
        owners: Userids of the owners, any number.
        first_day: The first day of UTC+8. None: the earliest that the platform keeps.
        last_day: The last day. None: yesterday.

    Returns:
        History[StatisticOfOwner]: a row for every owner, in the order given; behind them those
            whom the platform answered without having been asked for.

    Raises:
        ParameterError: a day outside of what the platform keeps, or no owners.
        WeComError: a call failed; nothing is returned then.
    """
    module, window = statistic, statistic.WINDOW
    first, last = _days(wecom, module.REQUEST, window, first_day, last_day)
    every = [one for portion in portions("owners", owners, window.size) for one in portion]
    answer = yield _asked(wecom.externalcontact.groupchat.statistic_all, first, last, every)
    found = {item.owner: item.data for item in answer.items}
    names = dict.fromkeys([*every, *found])
    rows = [StatisticOfOwner(owner, found.get(owner)) for owner in names]
    return _history(first, last, rows, lambda row: (row.owner, _NO_ANSWER_OF_OWNER))


def _history(
    first: date, last: date, rows: Sequence[R], failure: Callable[[R], tuple[object, str]]
) -> History[R]:
    """Put rows together; `failure` says by what a gap is known, and what is missing."""
    gaps = [failure(row) for row in rows if not row.is_whole]
    failures = tuple(Outcome[Any](key, None, WeComError(text)) for key, text in gaps)
    return History(tuple(rows), failures, first_day=first, last_day=last)


def _lacking(row: StatisticOfDay, asked: int) -> str:
    missing = len(row.missing_owners)
    if missing == asked:
        return "no answer had it"
    return f"{missing} of {asked} owners are not in its figures, as an answer did not have it"


def _asked(job: Any, first: date, last: date, owners: Sequence[str]) -> Any:
    """Return the call of a job, with its arguments."""
    return lambda: job(first, {"userid_list": owners}, day_end_time=last)


def _days(
    wecom: Client, request: Any, window: Any, first: date | None, last: date | None
) -> tuple[date, date]:
    """Return the first and the last day; those not given by the limits of the operation."""
    for name, day in (("first_day", first), ("last_day", last)):
        if day is not None and (isinstance(day, datetime) or not isinstance(day, date)):
            raise TypeError(f"{name} must be a date, and no moment, is {day!r}")
    today = day_of_seconds(int(wecom._settings.clock()))
    earliest = request.properties[window.begin].max_days_ago
    latest = request.properties[window.end].min_days_ago
    if (first is None and earliest is None) or (last is None and latest is None):
        raise ValueError("give first_day and last_day: the spec has no limit to take them from")
    return (
        date_of_day(today - earliest) if first is None else first,
        date_of_day(today - latest) if last is None else last,
    )


def _day_of(time: object) -> date | None:
    if not isinstance(time, int):
        return None
    try:
        return date_of_day(day_of_seconds(time))
    except (ValueError, OverflowError):
        return None


def _sum(window: Any, one: Any, other: Any) -> Any:
    """Add up two records of the same day, of different owners: all figures add up over these."""
    raw: dict[str, Any] = {}
    for path in (*window.sums, *window.latest):
        names = path.split(".")
        figures = [_figure(window, record.raw, names) for record in (one, other)]
        known = [figure for figure in figures if figure is not None]
        holder = raw
        for name in names[:-1]:
            holder = holder.setdefault(name, {})
        if known:
            holder[names[-1]] = sum(known)
    return type(one)({window.key: one.raw[window.key], **raw})


def _figure(window: Any, raw: Any, names: Sequence[str]) -> int | float | None:
    for name in names:
        raw = raw.get(name) if isinstance(raw, Mapping) else None
    if raw is None or (isinstance(raw, (int, float)) and not isinstance(raw, bool)):
        return raw
    operation = window.operation
    text = f"{'.'.join(names)} is not a number"
    raise ResponseError(text, operation.path, operation.doc_url)
