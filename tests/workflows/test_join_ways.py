"""Join ways: a register that loses none that was made, rotation, and joins by state."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from wecom_client import (
    InvalidRequestError,
    NotFoundError,
    ParameterError,
    TransportError,
)
from wecom_client.simulator import Simulator
from wecom_client.workflows import Collected, IncompleteError

from ..model import limit, need_limit
from .callers import DAY, MIDNIGHT, Caller, answering, workflow

join_ways = workflow("join_ways")
members = workflow("group_members")
Register = join_ways.JoinWayRegister


class Memory:
    """A store of one's own."""

    def __init__(self) -> None:
        self.saved: Any = None
        self.is_broken = False

    def load(self) -> Any:
        return None if self.saved is None else json.loads(self.saved)

    def save(self, saved: Any) -> None:
        if self.is_broken:
            raise OSError("disk full")
        self.saved = json.dumps(saved)


@pytest.fixture
def register(tmp_path: Path) -> Any:
    return Register(tmp_path / "join_ways.json")


def test_a_join_way_is_made_changed_and_deleted_under_a_name_of_ones_own(
    caller: Caller, sim: Simulator, register: Any, tmp_path: Path
) -> None:
    first, second = sim.add_group("abel"), sim.add_group("abel")
    options = {"state": "fair", "remark": "r", "room_base_name": "Sales", "room_base_id": 10}
    made = caller(lambda wecom: join_ways.add(wecom, register, "春", 2, [first], **options))
    assert (made.name, made.pending, made.config["state"]) == ("春", None, "fair")
    assert sim.join_ways[made.config_id].state == "fair"
    assert Register(tmp_path / "join_ways.json")["春"] == made

    # what was set elsewhere meanwhile stays, too
    caller(
        lambda wecom: wecom.externalcontact.groupchat.update_join_way(
            made.config_id, 2, [first, second], **{**options, "remark": "elsewhere"}
        )
    )
    caller(lambda wecom: join_ways.update(wecom, register, "春", state="autumn"))
    way = sim.join_ways[made.config_id]
    assert (way.state, way.remark, way.room_base_id) == ("autumn", "elsewhere", 10)
    assert way.chat_id_list == (first, second)
    caller(lambda wecom: join_ways.update(wecom, register, "春", auto_create_room=0, state=None))
    way = sim.join_ways[made.config_id]
    assert (way.auto_create_room, way.room_base_name, way.state) == (0, "", "")
    assert dict(register["春"].config) == {
        "scene": 2,
        "remark": "elsewhere",
        "auto_create_room": 0,
        "chat_id_list": [first, second],
        "mark_source": True,
    }

    caller(lambda wecom: join_ways.delete(wecom, register, "春"))
    assert dict(sim.join_ways) == {}
    assert dict(register.join_ways) == {}


def test_what_was_certainly_not_made_does_not_stay_in_the_register(
    caller: Caller, sim: Simulator, register: Any
) -> None:
    group = sim.add_group("abel")
    sim.dismiss(group)
    refused = {
        NotFoundError: (2, [group], {}),
        ParameterError: (2, [], {}),
        TypeError: (2, [group], {"sate": "x"}),
    }
    for error, (scene, ids, options) in refused.items():
        with pytest.raises(error):
            caller(lambda wecom: join_ways.add(wecom, register, "x", scene, ids, **options))  # noqa: B023
    nobody = answering(lambda path, body: ConnectionRefusedError(), asynchronous=False)
    with pytest.raises(TransportError):
        nobody(lambda wecom: join_ways.add(wecom, register, "x", 2, [group]))
    assert dict(register.join_ways) == {}


def test_a_join_way_whose_answer_was_lost_stays_and_can_be_adopted_or_forgotten(
    caller: Caller, sim: Simulator, register: Any
) -> None:
    group = sim.add_group("abel")
    sim.add_fault("drop_after", operation="add_join_way", count=1)
    with pytest.raises(TransportError):
        caller(lambda wecom: join_ways.add(wecom, register, "x", 2, [group]))
    [way] = register
    assert (way.name, way.config_id, way.pending) == ("x", None, "add")
    for act in (
        lambda wecom: join_ways.add(wecom, register, "x", 2, [group]),
        lambda wecom: join_ways.update(wecom, register, "x", state="s"),
        lambda wecom: join_ways.delete(wecom, register, "x"),
    ):
        with pytest.raises(ValueError, match="'x'"):
            caller(act)
    assert len(sim.join_ways) == 1
    [config_id] = sim.join_ways
    caller(lambda wecom: join_ways.adopt(wecom, register, "x", config_id))
    assert register["x"].config_id == config_id
    assert register["x"].config["chat_id_list"] == [group]
    with pytest.raises(ValueError, match="already"):
        caller(lambda wecom: join_ways.adopt(wecom, register, "x", config_id))
    register.forget("x")
    with pytest.raises(KeyError):
        register["x"]


def test_a_deletion_whose_answer_was_lost_is_ended_by_the_next_one(
    caller: Caller, sim: Simulator, register: Any
) -> None:
    group = sim.add_group("abel")
    caller(lambda wecom: join_ways.add(wecom, register, "x", 2, [group]))
    sim.add_fault("drop_after", operation="del_join_way", count=1)
    with pytest.raises(TransportError):
        caller(lambda wecom: join_ways.delete(wecom, register, "x"))
    assert register["x"].pending == "delete"
    caller(lambda wecom: join_ways.delete(wecom, register, "x"))
    assert dict(register.join_ways) == {}


def test_a_join_way_that_an_application_does_not_see_stays_in_the_register(
    caller: Caller, register: Any
) -> None:
    way = register.put(join_ways.RegisteredJoinWay("x", "another's"))
    for _ in range(2):
        with pytest.raises(NotFoundError):
            caller(lambda wecom: join_ways.delete(wecom, register, "x"))
    assert register["x"] == way


def test_any_store_serves_and_a_config_id_that_cannot_be_saved_is_told(
    caller: Caller, sim: Simulator
) -> None:
    group, store = sim.add_group("abel"), Memory()
    register = Register(store)

    class Breaking(Memory):
        def save(self, saved: Any) -> None:
            super().save(saved)
            self.is_broken = True

    caller(lambda wecom: join_ways.add(wecom, register, "x", 2, [group]))
    assert Register(store)["x"].config_id in sim.join_ways
    with pytest.raises(OSError, match="disk full") as raised:
        caller(lambda wecom: join_ways.add(wecom, Register(Breaking()), "y", 2, [group]))
    [other] = sim.join_ways.keys() - {register["x"].config_id}
    assert other in raised.value.__notes__[0]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"version": 1}', '{"version": 1, "join_ways": {"x": {}}}']
)
def test_a_file_that_holds_something_else_is_never_written_over(text: str, tmp_path: Path) -> None:
    path = tmp_path / "register.json"
    path.write_text(text)
    register = Register(path)
    with pytest.raises(ValueError, match=r"register\.json"):
        list(register)
    with pytest.raises(ValueError, match=r"register\.json"):
        register.put(join_ways.RegisteredJoinWay("x", "id"))
    assert path.read_text() == text


def test_full_and_dismissed_groups_make_room_for_spare_ones(
    caller: Caller, sim: Simulator, register: Any
) -> None:
    need_limit("add_join_way", "chat_id_list", "maxItems", 3)
    full = sim.add_group("abel", members=["wm-one", "wm-two"])
    roomy, gone, spare = (sim.add_group("abel") for _ in range(3))
    options = {"state": "fair", "auto_create_room": 0}
    ids = [full, roomy, gone]
    made = caller(lambda wecom: join_ways.add(wecom, register, "x", 2, ids, **options))
    sim.dismiss(gone)

    def rotate(*spare: str, **options: Any) -> Any:
        return caller(
            lambda wecom: join_ways.rotate_when_full(
                wecom, register, "x", spare, capacity=3, **options
            )
        )

    planned = rotate(full, "wr-unknown", spare, dry_run=True)
    assert sim.join_ways[made.config_id].chat_id_list == tuple(ids)
    rotation = rotate(full, "wr-unknown", spare)
    assert (rotation.before, rotation.after) == (planned.before, planned.after)
    assert rotation.after == (spare, roomy)
    assert (rotation.full, rotation.gone, rotation.stayed) == ((full,), (gone,), ())
    assert [one.key for one in rotation.failures] == ["wr-unknown"]
    way = sim.join_ways[made.config_id]
    assert (way.chat_id_list, way.state, way.auto_create_room) == ((spare, roomy), "fair", 0)
    assert register["x"].config["chat_id_list"] == [spare, roomy]

    sent = len(sim.requests)
    assert not rotate().is_changed
    assert not any(one.path.endswith("update_join_way") for one in sim.requests[sent:])
    with pytest.raises(ValueError, match="capacity"):
        caller(lambda wecom: join_ways.rotate_when_full(wecom, register, "x", (), capacity=0))


def test_without_spare_groups_full_ones_stay_and_an_unreadable_one_does_too(
    caller: Caller, sim: Simulator, register: Any
) -> None:
    first, second = (sim.add_group("abel", members=["wm-one"]) for _ in range(2))
    caller(lambda wecom: join_ways.add(wecom, register, "x", 2, [first, second]))
    sim.add_fault("error", operation="groupchat/get", errcode=60030, count=1)
    rotation = caller(
        lambda wecom: join_ways.rotate_when_full(wecom, register, "x", (), capacity=2)
    )
    assert rotation.after == (first, second)
    assert len(rotation.failures) == len(rotation.full) == 1
    assert rotation.stayed == rotation.full
    sim.dismiss(first)
    sim.dismiss(second)
    rotation = caller(
        lambda wecom: join_ways.rotate_when_full(wecom, register, "x", (), capacity=2)
    )
    assert (rotation.is_changed, rotation.stayed) == (False, (first, second))


def test_a_refused_change_leaves_the_register_as_it_was(
    caller: Caller, sim: Simulator, register: Any
) -> None:
    group = sim.add_group("abel")
    made = caller(lambda wecom: join_ways.add(wecom, register, "x", 2, [group]))
    too_long = "s" * (limit("update_join_way", "state", "maxLength") + 1)
    with pytest.raises(ParameterError):
        caller(lambda wecom: join_ways.update(wecom, register, "x", state=too_long))
    sim.add_fault("error", operation="update_join_way", errcode=41040, count=1)
    with pytest.raises(InvalidRequestError):
        caller(lambda wecom: join_ways.update(wecom, register, "x", state="s"))
    assert register["x"] == made


def test_joins_are_counted_by_day_of_utc_8_and_state() -> None:
    def join(chat_id: str, time: Any, state: str | None) -> Any:
        return members.Join(chat_id, time, 3, None, state, None)

    def person(name: str, *joins: Any) -> Any:
        return members.GroupMember(name, 2, None, None, joins)

    rows = (
        person("a", join("1", MIDNIGHT - 1, "fair"), join("2", MIDNIGHT, "fair")),
        person("b", join("1", MIDNIGHT, "fair")),
        person("c", join("1", MIDNIGHT + DAY - 1, ""), join("2", None, "shop")),
    )
    found = join_ways.joins_by_state(Collected(rows))
    today, yesterday = date(2023, 12, 15), date(2023, 12, 14)
    assert [(one.day, one.state, one.joins, one.people) for one in found] == [
        (yesterday, "fair", 1, 1),
        (today, None, 1, 1),
        (today, "fair", 2, 1),
        (None, "shop", 1, 0),
    ]
    assert join_ways.joins_by_state(()) == ()
    outcome: Any = object()
    with pytest.raises(IncompleteError):
        join_ways.joins_by_state(Collected(rows, (outcome,)))
