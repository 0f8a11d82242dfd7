"""Members of many groups as one row a person, and status beside details."""

from __future__ import annotations

import asyncio
import csv
import pickle
from pathlib import Path
from typing import Any

import pytest

from wecom_client import APIError, AsyncWeComClient, HTTPResponse, ParameterError
from wecom_client.simulator import Simulator
from wecom_client.workflows import Collected, IncompleteError

from ..model import limit, needs
from .callers import DAY, GROUPCHAT, MIDNIGHT, Caller, answering, workflow

members = workflow("group_members")
status = workflow("group_status")
write_csv = workflow("export").write_csv


@needs("add_join_way")
def test_each_person_is_one_row_with_groups_first_join_inviter_and_state(
    caller: Caller, sim: Simulator
) -> None:
    early, late = MIDNIGHT - 9 * DAY, MIDNIGHT - 2 * DAY
    first = sim.add_group("abel", members=["wm-one"], create_time=early)
    second = sim.add_group("bea", create_time=early)
    way = caller(
        lambda wecom: wecom.externalcontact.groupchat.add_join_way(2, [second], state="fair")
    )
    sim.join(second, "wm-one", at=late, invitor="bea", join_scene=2)
    sim.join(second, "wm-three", at=late, via=way.config_id)
    sim.join(first, "wm-two", at=late, unionid="u-two", name="=1+1")

    found = caller(lambda wecom: members.members_of_groups(wecom, [second, first, second]))

    assert found.is_complete
    rows = {row.userid: row for row in found}
    assert list(rows) == ["abel", "bea", "wm-one", "wm-three", "wm-two"]
    one = rows["wm-one"]
    assert (one.type, one.chat_ids, one.first.chat_id) == (2, (first, second), first)
    assert (one.first.join_time, one.joins[1].join_time) == (early, late)
    assert (one.first.invitor, one.joins[1].invitor, one.joins[1].join_scene) == (None, "bea", 2)
    assert rows["abel"].type == 1
    assert (rows["wm-three"].first.state, rows["wm-three"].first.join_scene) == ("fair", 3)
    assert (rows["wm-two"].unionid, rows["wm-two"].name) == ("u-two", None)
    named = caller(lambda wecom: members.members_of_groups(wecom, [first], need_name=True))
    assert [row.name for row in named if row.userid == "wm-two"] == ["=1+1"]


def _get(failing: dict[str, Any], groups: dict[str, list[Any]]) -> Any:
    def answer(path: str, body: Any) -> Any:
        assert path == f"{GROUPCHAT}/get"
        chat_id = body["chat_id"]
        if chat_id in failing:
            return failing[chat_id]
        return {"group_chat": {"chat_id": chat_id, "member_list": groups[chat_id]}}

    return answer


def test_groups_that_cannot_be_read_stand_in_the_result_and_no_export_looks_whole(
    asynchronous: bool, tmp_path: Path
) -> None:
    groups = {"wr1": [{"userid": "wm1", "type": 2, "join_time": 5, "state": "s"}]}
    failing = {"wr2": {"errcode": 49008, "errmsg": ""}, "wr3": TimeoutError()}
    call = answering(_get(failing, groups), asynchronous=asynchronous)
    found = call(lambda wecom: members.members_of_groups(wecom, ["wr1", "wr2", "wr3", "wr2"]))

    assert not found.is_complete
    assert sorted(one.key for one in found.failures) == ["wr2", "wr3"]
    assert [(row.userid, row.first.state) for row in found.rows] == [("wm1", "s")]
    with pytest.raises(IncompleteError) as raised:
        write_csv(found, tmp_path / "people.csv", ["userid"])
    assert "2 could not be read" in str(raised.value)
    assert "wr2: " in str(raised.value)
    assert list(tmp_path.iterdir()) == []
    assert write_csv(found.rows, tmp_path / "people.csv", ["userid"]) == 1
    assert str(pickle.loads(pickle.dumps(raised.value))) == str(raised.value)


def test_people_without_some_fields_are_kept_and_those_without_ids_never_mixed(
    asynchronous: bool,
) -> None:
    groups = {
        "wr1": [
            {"type": 2, "unionid": "u"},
            {"type": 2},
            {"userid": "x", "type": 1, "join_time": 9},
        ],
        "wr2": [
            {"type": 2, "unionid": "u", "join_time": 3},
            {"type": 2},
            {"userid": "x", "type": 2, "join_time": "soon"},
        ],
        "wr3": [],
    }
    call = answering(_get({}, groups), asynchronous=asynchronous)
    found = call(lambda wecom: members.members_of_groups(wecom, list(groups)))
    assert sorted((str(row.userid), row.type, len(row.joins)) for row in found) == [
        ("None", 2, 1),
        ("None", 2, 1),
        ("None", 2, 2),
        ("x", 1, 1),
        ("x", 2, 1),
    ]
    assert [row.first.join_time for row in found][:2] == [3, 9]


def test_no_groups_are_no_members(asynchronous: bool) -> None:
    call = answering(_get({}, {}), asynchronous=asynchronous)
    assert call(lambda wecom: members.members_of_groups(wecom, [])) == Collected(())


def test_where_the_ids_end_with_an_error_nothing_is_returned(asynchronous: bool) -> None:
    def answer(path: str, body: Any) -> Any:
        if path.endswith("/list"):
            if body.get("cursor"):
                return {"errcode": 41039, "errmsg": ""}
            return {"group_chat_list": [{"chat_id": "wr1", "status": 0}], "next_cursor": "2"}
        return {"group_chat": {"chat_id": "wr1", "member_list": [{"userid": "a", "type": 1}]}}

    def act(wecom: Any) -> Any:
        groups = wecom.externalcontact.groupchat.iter_list()
        if asynchronous:
            return members.members_of_groups(wecom, (one.chat_id async for one in groups))
        return members.members_of_groups(wecom, (one.chat_id for one in groups))

    with pytest.raises(APIError):
        answering(answer, asynchronous=asynchronous)(act)
    with pytest.raises(APIError):
        answering(answer, asynchronous=asynchronous)(lambda wecom: status.groups_with_status(wecom))


def test_what_cannot_be_a_client_or_ids_is_refused(caller: Caller, sim: Simulator) -> None:
    with pytest.raises(TypeError, match="must be a client"):
        members.members_of_groups([], ["wr1"])
    with pytest.raises(ParameterError):
        caller(lambda wecom: members.members_of_groups(wecom, "wr1"))
    with pytest.raises(ParameterError):
        caller(lambda wecom: status.groups_with_status(wecom, owners=[]))
    assert [one for one in sim.requests if one.path != "gettoken"] == []


def test_a_cancelled_reading_ends_its_calls() -> None:
    """The client closes without a warning of tasks that nobody awaits."""

    async def main() -> None:
        begun = asyncio.Event()

        async def answer(request: Any) -> HTTPResponse:
            begun.set()
            await asyncio.Event().wait()
            raise AssertionError

        async with AsyncWeComClient(access_token="test", transport=answer) as wecom:
            reading = members.members_of_groups(wecom, ["wr1", "wr2"])
            task = asyncio.ensure_future(reading)
            await begun.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(main())


def test_status_stands_beside_the_details_of_every_group(caller: Caller, sim: Simulator) -> None:
    active, left = sim.add_group("abel", name="one"), sim.add_group("lisi", name="two")
    sim.resign("lisi")
    owners = [f"nobody-{n}" for n in range(limit("list", "owner_filter.userid_list", "maxItems"))]

    found = caller(
        lambda wecom: status.groups_with_status(wecom, owners=["abel", *owners, "lisi", "abel"])
    )

    assert [(one.chat_id, one.status, one.group.name) for one in found] == [
        (active, 0, "one"),
        (left, 1, "two"),
    ]
    assert sum(one.path.endswith("/list") for one in sim.requests) == 2
    waiting = caller(
        lambda wecom: status.groups_with_status(wecom, owners=["abel", "lisi"], status_filter=1)
    )
    assert [one.chat_id for one in waiting] == [left]


def test_a_group_whose_details_fail_keeps_its_status_and_is_told(
    caller: Caller, sim: Simulator, tmp_path: Path
) -> None:
    sim.add_group("abel")
    sim.add_group("abel")
    sim.add_fault("error", operation="groupchat/get", errcode=90501, count=1)
    found = caller(lambda wecom: status.groups_with_status(wecom))
    assert sorted(one.group is None for one in found.rows) == [False, True]
    assert [one.error.errcode for one in found.failures] == [90501]
    with pytest.raises(IncompleteError):
        found.raise_for_failures()
    columns = ["chat_id", "status", "group.owner"]
    write_csv(found.rows, tmp_path / "groups.csv", columns)
    with (tmp_path / "groups.csv").open(newline="") as file:
        assert sorted(row["group.owner"] for row in csv.DictReader(file)) == ["", "abel"]
