# Copied from templates/wecom_client/simulator/behaviours/groupchat/statistics.py: edit that file, then run 'make generate'.
"""Statistics: derived from what happened in the groups, by owner and by day.

An event (a new group, somebody who joined) counts for who owned the group at the end of the event's
day, so that an interval's numbers are the sums of its days' numbers. Totals count the groups owned
at the end of the last day. Days are those of UTC+8; seconds are floored to them. By owner, only
those are listed who owned a group on the last day or to whom an event counts; by day, every day is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from ...._runtime.problems import day_of_seconds, first_second
from .groups import owner_filter
from .records import Group
from .state import GroupchatState

_DEFAULT_LIMIT = 500
_MIGRATED = "migrate_trainee_chat_cnt"
_FIELDS = (
    "new_chat_cnt",
    "chat_total",
    "chat_has_msg",
    "new_member_cnt",
    "member_total",
    "member_has_msg",
    "msg_total",
    _MIGRATED,
)
_ORDERS = {1: "new_chat_cnt", 2: "chat_total", 3: "new_member_cnt", 4: "member_total"}

_Owners = frozenset[str] | None
_Data = Counter[str]


def statistic(state: GroupchatState, params: dict[str, Any], application: str) -> dict[str, Any]:
    """Return one record an owner for an interval, sorted and in pages; equals sort by userid."""
    first, last = _interval(params)
    owners = owner_filter(state, params)
    records: defaultdict[str, _Data] = defaultdict(Counter)
    for history in _histories(state, owners):
        for day in history.event_days(first, last):
            records[history.owner_on(day)].update(history.events(day))
        if history.exists_on(last):
            records[history.owner_on(last)].update(history.totals(last))
    found = sorted(owner for owner in records if owners is None or owner in owners)
    # an order that the specs know and this file does not is taken for the first
    order = _ORDERS.get(params.get("order_by", 1), _ORDERS[1])
    found.sort(key=lambda owner: records[owner][order], reverse=params.get("order_asc", 0) == 0)
    begin = min(params.get("offset", 0), len(found))
    page = found[begin : begin + params.get("limit", _DEFAULT_LIMIT)]
    return {
        "total": len(found),
        "next_offset": begin + len(page),
        "items": [{"owner": owner, "data": _data(state, records[owner])} for owner in page],
    }


def statistic_group_by_day(
    state: GroupchatState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Return one record a day, the groups of all owners asked for taken together."""
    first, last = _interval(params)
    owners = owner_filter(state, params)
    histories = list(_histories(state, owners))
    items = []
    for day in range(first, last + 1):
        data: _Data = Counter()
        for history in histories:
            if owners is None or history.owner_on(day) in owners:
                data.update(history.events(day))
                data.update(history.totals(day))
        items.append({"stat_time": first_second(day), "data": _data(state, data)})
    return {"items": items}


class _History:
    """What happened in one group, by days."""

    def __init__(self, group: Group) -> None:
        self.owner_on = group.owner_on
        self._created = day_of_seconds(group.create_time)
        dismissed = group.dismissed_at
        self._dismissed = None if dismissed is None else day_of_seconds(dismissed)
        joins = [person.join_time for person in group.members]
        joins += [stay.join_time for stay in group.left]
        self._joins = sorted(map(day_of_seconds, joins))
        self._leaves = sorted(day_of_seconds(stay.leave_time) for stay in group.left)
        self._messages = group.messages
        self._migrated = group.migrated

    def exists_on(self, day: int) -> bool:
        """Whether the group exists at the end of a day."""
        return self._created <= day and (self._dismissed is None or day < self._dismissed)

    def event_days(self, first: int, last: int) -> list[int]:
        """Return the days on which `events` has something."""
        days = {self._created, *self._joins}
        return sorted(day for day in days if first <= day <= last)

    def events(self, day: int) -> dict[str, int]:
        """Return the numbers of one day alone."""
        joined = bisect_right(self._joins, day) - bisect_left(self._joins, day)
        return {"new_chat_cnt": int(self._created == day), "new_member_cnt": joined}

    def totals(self, day: int) -> dict[str, int]:
        """Return the numbers up to and including a day; none where the group does not exist."""
        if not self.exists_on(day):
            return {}
        messages = [item for item in self._messages if item.day <= day]
        total = sum(item.count for item in messages)
        return {
            "chat_total": 1,
            "chat_has_msg": int(total > 0),
            "member_total": bisect_right(self._joins, day) - bisect_right(self._leaves, day),
            "member_has_msg": len(frozenset().union(*(item.senders for item in messages))),
            "msg_total": total,
            _MIGRATED: int(self._migrated),
        }


def _histories(state: GroupchatState, owners: _Owners) -> Iterator[_History]:
    """Return the histories of the groups that an owner asked for owns or owned."""
    for group in state.groups.values():
        if (
            owners is None
            or group.owner in owners
            or any(item.old_owner in owners for item in group.handovers)
        ):
            yield _History(group)


def _interval(params: dict[str, Any]) -> tuple[int, int]:
    first = day_of_seconds(params["day_begin_time"])
    end = params.get("day_end_time")
    return first, first if end is None else day_of_seconds(end)


def _data(state: GroupchatState, data: _Data) -> dict[str, int]:
    """Return a record's `data`; migrated groups only for the education trade."""
    return {name: data[name] for name in _FIELDS if state.education or name != _MIGRATED}
