"""A register of one's own join ways, their rotation, and joins by `state` over days.

No operation lists join ways (客户群「加入群聊」): who made one keeps its config id, or loses it.
Here each has a name of your own, and stands in a register:

    register = JoinWayRegister("join_ways.json")
    join_ways.add(wecom, register, "spring fair", 2, [chat_id], state="fair")

An application sees those that it made itself alone, so that a register belongs to one application.
Whether the platform puts the groups that it makes by itself (`auto_create_room`) into a join way's
`chat_id_list` its page leaves open; what is changed here is read anew each time.

Document: https://developer.work.weixin.qq.com/document/path/92229
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from .._runtime.errors import APIError, NotFoundError, ResponseError, TransportError, WeComError
from .._runtime.jobs.results import Outcome
from .._runtime.problems import date_of_day, day_of_seconds
from ..externalcontact.groupchat import add_join_way, update_join_way
from ..externalcontact.groupchat.get import GetAnswer
from ._join_way_register import JoinWayRegister, JoinWayStore, RegisteredJoinWay
from ._portions import unique
from ._steps import Client, Each, Flow, checked, over_client
from .group_members import GroupMember

__all__ = [
    "OPERATIONS",
    "JoinWayRegister",
    "JoinWayStore",
    "JoinsOfDay",
    "RegisteredJoinWay",
    "Rotation",
    "add",
    "adopt",
    "delete",
    "joins_by_state",
    "rotate_when_full",
    "update",
]

OPERATIONS = (
    "externalcontact/groupchat/add_join_way",
    "externalcontact/groupchat/get_join_way",
    "externalcontact/groupchat/update_join_way",
    "externalcontact/groupchat/del_join_way",
    "externalcontact/groupchat/get",
)


@over_client
def add(
    wecom: Client,
    /,
    register: JoinWayRegister,
    name: str,
    scene: int,
    chat_id_list: Sequence[str],
    **options: Any,
) -> Flow[RegisteredJoinWay]:
    """Make a join way, and keep it in the register.

    The register has it before the call is made. Where it certainly was not made, it is taken out;
    where nobody knows, it stays with `pending="add"` and no config id.

    Args:
        wecom: The client.
        register: Where it is kept.
        name: Your own for it, not taken yet.
        scene: As in `add_join_way`, as are the rest.
        chat_id_list: Ids of the groups that it leads to, 1 to 5.
        options: `remark`, `auto_create_room`, `room_base_name`, `room_base_id`, `state`,
            `mark_source`, `extra`.

    Returns:
        RegisteredJoinWay: with its config id.

    Raises:
        TypeError: no register, or a name that is no text.
        ValueError: the register has the name already.
        ParameterError, APIError, TransportError, ResponseError: as `add_join_way`.
    """
    checked("register", register, JoinWayRegister)
    checked("name", name, str)
    request = add_join_way.build_request(scene, chat_id_list, **options, _settings=wecom._settings)
    way = RegisteredJoinWay(name, None, request.json or {}, "add")
    register.put_new(way)
    try:
        answer = yield lambda: wecom._send(request, add_join_way.AddJoinWayAnswer)
    except WeComError as error:
        if not _may_have_been_carried_out(error):
            register.forget(name)
        raise
    if not answer.config_id:
        raise ResponseError("the answer has no config_id", request.path, request.operation.doc_url)
    try:
        return register.put(replace(way, config_id=answer.config_id, pending=None))
    except Exception as error:
        error.add_note(f"the join way {name!r} was made; its config id is {answer.config_id}")
        raise


@over_client
def adopt(
    wecom: Client, register: JoinWayRegister, name: str, config_id: str
) -> Flow[RegisteredJoinWay]:
    """Put a join way that exists already into the register, as the platform has it.

    Args:
        wecom: The client of the application that made it.
        register: Where it is kept.
        name: Your own for it: a new one, or one whose `add` was left without an outcome.
        config_id: The join way's id.

    Returns:
        RegisteredJoinWay: with its config.

    Raises:
        TypeError: no register, or a name that is no text.
        ValueError: the register has the name already.
        ParameterError, APIError, TransportError, ResponseError: as `get_join_way`.
    """
    known = checked("register", register, JoinWayRegister).join_ways.get(checked("name", name, str))
    if known is not None and known.pending != "add":
        raise ValueError(f"the register has a join way {name!r} already")
    answer = yield lambda: wecom.externalcontact.groupchat.get_join_way(config_id)
    return register.put(RegisteredJoinWay(name, config_id, _config_in(answer)))


@over_client
def update(
    wecom: Client, /, register: JoinWayRegister, name: str, **changes: Any
) -> Flow[RegisteredJoinWay]:
    """Change some parameters of a join way, and keep all others.

    `update_join_way` replaces all of them: what is left out goes back to its default. So the
    present ones are read first, and sent with the changes. A parameter that the platform has and
    the spec has not goes back to its default, unless it is passed in `extra`.

    Args:
        wecom: The client of the application that made it.
        register: Where it is kept.
        name: Your own for it.
        changes: Parameters of `update_join_way`; None: back to the default.

    Returns:
        RegisteredJoinWay: with its config as sent.

    Raises:
        TypeError: no register is given.
        KeyError: the register has no such name.
        ValueError: the register has no config id of it.
        ParameterError, APIError, TransportError, ResponseError: as `get_join_way` and
            `update_join_way`.
    """
    way = checked("register", register, JoinWayRegister)[name]
    config = yield from _present_config(wecom, way)
    return (yield from _overwrite(wecom, register, way, config, changes))


@over_client
def delete(wecom: Client, register: JoinWayRegister, name: str) -> Flow[None]:
    """Delete a join way, and take it out of the register.

    Where nobody knows whether it was deleted, it stays with `pending="delete"`; deleting it again
    then takes the platform's "no such join way" for a yes.

    Args:
        wecom: The client of the application that made it.
        register: Where it is kept.
        name: Your own for it.

    Raises:
        TypeError: no register is given.
        KeyError: the register has no such name.
        ValueError: the register has no config id of it: `forget` takes it out.
        APIError, TransportError, ResponseError: as `del_join_way`. A NotFoundError may say that
            another application made it.
    """
    way = checked("register", register, JoinWayRegister)[name]
    config_id = _config_id_of(way)
    register.mark(way, "delete")
    try:
        yield lambda: wecom.externalcontact.groupchat.del_join_way(config_id)
    except WeComError as error:
        is_gone = isinstance(error, NotFoundError) and way.pending == "delete"
        if not is_gone:
            if not _may_have_been_carried_out(error):
                register.put(way)
            raise
    register.forget(name)


@dataclass(frozen=True)
class Rotation:
    """What became of the groups of a join way.

    `before`, `after`: its groups. `full`, `gone`: those of `before` that have no room, and those
    that no longer exist. `stayed`: those of them that stay, as no spare group was left; while
    `after` has a group with room, customers still get in. `failures`: an `Outcome` for each group
    that could not be read: those of `before` stay, spare ones are not taken.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    full: tuple[str, ...]
    gone: tuple[str, ...]
    stayed: tuple[str, ...]
    failures: tuple[Outcome[GetAnswer], ...]

    @property
    def is_changed(self) -> bool:
        """Whether the join way leads to other groups than before."""
        return self.before != self.after


@over_client
def rotate_when_full(
    wecom: Client,
    register: JoinWayRegister,
    name: str,
    spare: Iterable[str],
    *,
    capacity: int,
    dry_run: bool = False,
) -> Flow[Rotation]:
    """Put spare groups into the places of those groups of a join way that are full, or gone.

    The groups are read first; the join way is changed only where one has to go and there is one to
    come. Its other parameters stay.

    Args:
        wecom: The client of the application that made it.
        register: Where it is kept.
        name: Your own for the join way.
        spare: Ids of groups to lead to next, in their order; full ones are passed over.
        capacity: With how many members, those of the company included, a group counts as full. The
            pages state no limit of a group: take yours.
        dry_run: True: return what would become of the groups, and change nothing.

    Returns:
        Rotation: what became of the groups.

    Raises:
        TypeError: no register is given, or one text for the spare groups.
        KeyError: the register has no such name.
        ValueError: the register has no config id of it, or a capacity that cannot be.
        ParameterError, APIError, TransportError, ResponseError: as `get_join_way` and
            `update_join_way`.
    """
    if not isinstance(capacity, int) or capacity < 1:
        raise ValueError(f"capacity must be a whole number, 1 at least, is {capacity!r}")
    candidates = unique("spare", spare)
    way = checked("register", register, JoinWayRegister)[name]
    config = yield from _present_config(wecom, way)
    before = tuple(config.get("chat_id_list") or ())
    others = [one for one in candidates if one not in before]
    groups: dict[str, Outcome[GetAnswer]] = {}
    read = wecom.externalcontact.groupchat.get_many([*before, *others])
    yield Each(read, lambda outcome: groups.update({outcome.key: outcome}), closes=True)
    rotation = _rotation(before, others, groups, capacity)
    if rotation.is_changed and not dry_run:
        yield from _overwrite(wecom, register, way, config, {"chat_id_list": list(rotation.after)})
    return rotation


@dataclass(frozen=True)
class JoinsOfDay:
    """How many joined on a day by join ways of one state.

    `day`: of UTC+8; None where the platform told no time. `state`: None of those who came by a join
    way without a state, or otherwise. `joins`: of any of the groups, so that who joined two counts
    twice. `people`: those of them whose first join this was, each person once.
    """

    day: date | None
    state: str | None
    joins: int
    people: int


def joins_by_state(members: Iterable[GroupMember]) -> tuple[JoinsOfDay, ...]:
    """Count joins by day and state, over members as `members_of_groups` returns them.

    Who has left the groups since is not counted: the platform names those who are in them now.

    Args:
        members: The result of `members_of_groups`, which raises where it is not complete, or its
            `rows`.

    Returns:
        tuple[JoinsOfDay, ...]: sorted by day, then by state.

    Raises:
        IncompleteError: `members` is a result that lacks groups.
    """
    joins: Counter[tuple[date | None, str | None]] = Counter()
    people: Counter[tuple[date | None, str | None]] = Counter()
    for member in members:
        keys = [(_day_of(join.join_time), join.state or None) for join in member.joins]
        joins.update(keys)
        people[keys[0]] += 1
    order = sorted(joins, key=lambda key: (key[0] or date.max, key[1] or ""))
    return tuple(JoinsOfDay(*key, joins[key], people[key]) for key in order)


def _present_config(wecom: Client, way: RegisteredJoinWay) -> Flow[dict[str, Any]]:
    """Read a join way; what the platform does not tell is as it was sent last."""
    config_id = _config_id_of(way)
    answer = yield lambda: wecom.externalcontact.groupchat.get_join_way(config_id)
    return {**way.config, **_config_in(answer)}


def _overwrite(
    wecom: Client,
    register: JoinWayRegister,
    way: RegisteredJoinWay,
    config: Mapping[str, Any],
    changes: Mapping[str, Any],
) -> Flow[RegisteredJoinWay]:
    """Send a join way's parameters with changes, and keep what was sent."""
    names = update_join_way.REQUEST.properties
    # An empty text is the default, and what only counts with another value would give a warning.
    kept = {name: value for name, value in config.items() if name in names and value != ""}
    creates = changes.get("auto_create_room", kept.get("auto_create_room"))
    if creates is not None and not creates:
        kept = {name: value for name, value in kept.items() if not name.startswith("room_base_")}
    sent = {**kept, **changes, "config_id": _config_id_of(way)}
    request = update_join_way.build_request(**sent, _settings=wecom._settings)
    yield lambda: wecom._send(request, update_join_way.UpdateJoinWayAnswer)
    config = {name: one for name, one in (request.json or {}).items() if name != "config_id"}
    return register.put(replace(way, config=config))


def _config_in(answer: Any) -> dict[str, Any]:
    """Return the parameters among what the platform tells of a join way."""
    names = add_join_way.REQUEST.properties
    raw = answer.join_way.raw
    return {name: one for name, one in raw.items() if name in names and one is not None}


def _config_id_of(way: RegisteredJoinWay) -> str:
    if way.config_id is None:
        raise ValueError(
            f"nobody knows whether the join way {way.name!r} was made: forget it, or adopt it by"
            " its config id"
        )
    return way.config_id


def _may_have_been_carried_out(error: WeComError) -> bool:
    if isinstance(error, APIError):
        return error.after_unknown
    return not isinstance(error, TransportError) or error.outcome == "unknown"


def _rotation(
    before: tuple[str, ...],
    spare: list[str],
    groups: Mapping[str, Outcome[GetAnswer]],
    capacity: int,
) -> Rotation:
    """Decide which groups stay, and which come."""

    def is_full(chat_id: str) -> bool:
        answer = groups[chat_id].answer
        return answer is not None and len(answer.group_chat.member_list) >= capacity

    def has_room(chat_id: str) -> bool:
        return groups[chat_id].answer is not None and not is_full(chat_id)

    full = [one for one in before if is_full(one)]
    gone = [one for one in before if isinstance(groups[one].error, NotFoundError)]
    to_come = iter([one for one in spare if has_room(one)])
    after: list[str] = []
    stayed: list[str] = []
    for chat_id in before:
        if chat_id not in full and chat_id not in gone:
            after.append(chat_id)
        elif (coming := next(to_come, None)) is not None:
            after.append(coming)
        elif chat_id in full:
            after.append(chat_id)
            stayed.append(chat_id)
    if not after:  # a join way leads somewhere
        after, stayed = list(before), list(before)
    failures = [one for key, one in groups.items() if one.error is not None and key not in gone]
    return Rotation(before, tuple(after), tuple(full), tuple(gone), tuple(stayed), tuple(failures))


def _day_of(time: object) -> date | None:
    if not isinstance(time, int):
        return None
    try:
        return date_of_day(day_of_seconds(time))
    except (ValueError, OverflowError):
        return None
