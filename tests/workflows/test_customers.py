"""The walk from members over customers to details, into a file: whoever is left out is told."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from generator.model import at_path
from wecom_client import AuthenticationError, ParameterError, RateLimitError, TransportError
from wecom_client.simulator import Simulator
from wecom_client.workflows import IncompleteError

from ..model import operations
from .callers import Caller, answering, workflow

customers = workflow("customers")
export = workflow("export")

_USERIDS = at_path(operations()["externalcontact/batch/get_by_user"].request, "userid_list")
assert _USERIDS is not None
MOST = int(_USERIDS.constraints["maxItems"])
"""How many members one call takes."""

HOSTILE = '=HYPERLINK("https://example.test")'


class Company:
    """Members with their customers, answered two a page as the pages say."""

    def __init__(self, **members: list[str]) -> None:
        self.members = members
        self.refused: dict[str, int] = {}
        self.unlicensed: list[str] = []
        self.fails_on_page = 0
        self.asked: list[list[str]] = []

    def __call__(self, path: str, body: Any) -> Any:
        if path.endswith("get_follow_user_list"):
            return {"follow_user": [*self.members]}
        assert path == "externalcontact/batch/get_by_user"
        userids = body["userid_list"]
        self.asked.append(userids)
        if codes := [self.refused[one] for one in userids if one in self.refused]:
            return {"errcode": codes[0], "errmsg": ""}
        begin = int(body.get("cursor") or 0)
        if self.fails_on_page and begin == 2 * (self.fails_on_page - 1):
            return TimeoutError()
        every = [(userid, one) for userid in userids for one in self.members.get(userid, ())]
        return {
            "external_contact_list": [
                {
                    "external_contact": {"external_userid": one, "name": HOSTILE},
                    "follow_info": {"userid": userid, "remark": "r", "createtime": 1702569600},
                }
                for userid, one in every[begin : begin + 2]
            ],
            "next_cursor": str(begin + 2) if begin + 2 < len(every) else "",
            "fail_info": {
                "unlicensed_userid_list": [one for one in userids if one in self.unlicensed]
            },
        }


def walk(company: Company, path: Path, *, asynchronous: bool) -> int:
    """Owner → customers → details → file."""
    call = answering(company, asynchronous=asynchronous)
    found = call(lambda wecom: customers.customers_of_members(wecom))
    columns = {
        "id": "external_contact.external_userid",
        "name": "external_contact.name",
        "owner": "follow_info.userid",
        "since": "follow_info.createtime",
    }
    written: int = export.write_csv(found, path, columns, times=["follow_info.createtime"])
    return written


def test_the_whole_tree_is_walked_into_a_file(asynchronous: bool, tmp_path: Path) -> None:
    company = Company(abel=["wm1", "wm2", "wm3"], bea=[], carl=["wm1"])
    assert walk(company, tmp_path / "x.csv", asynchronous=asynchronous) == 4
    with (tmp_path / "x.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["owner"], row["id"]) for row in rows] == [
        ("abel", "wm1"),
        ("abel", "wm2"),
        ("abel", "wm3"),
        ("carl", "wm1"),
    ]
    assert {row["since"] for row in rows} == {"2023-12-15 00:00:00"}
    assert {row["name"] for row in rows} == {f"'{HOSTILE}"}


def test_the_customers_of_the_simulator_are_walked_whatever_is_wrong_with_single_members(
    caller: Caller, sim: Simulator, tmp_path: Path
) -> None:
    made = [sim.add_customer("abel", name=HOSTILE, remark="r") for _ in range(MOST + 1)]
    sim.add_customer("bea", made[0])
    for userid in ("carl", "dora", "emil"):
        sim.add_member(userid)
    sim.add_customer("carl")
    sim.set_licence("carl", valid=False)
    sim.add_customer("dora")
    sim.resign("dora")

    found = caller(lambda wecom: customers.customers_of_members(wecom))
    assert [row.external_contact.external_userid for row in found.rows] == [*made, made[0]]
    assert {one.key: one.error.errcode for one in found.failures} == {"carl": 701008}
    every = caller(lambda wecom: customers.customers_of_members(wecom, ["dora", "abel", "nobody"]))
    assert len(every.rows) == len(made)
    assert [one.key for one in every.failures] == ["dora", "nobody"]
    columns = ["external_contact.name", "follow_info.remark"]
    assert export.write_csv(found.rows, tmp_path / "x.csv", columns) == len(made) + 1


def test_a_second_page_that_fails_leaves_no_file(asynchronous: bool, tmp_path: Path) -> None:
    company = Company(abel=["wm1", "wm2", "wm3"])
    company.fails_on_page = 2
    with pytest.raises(TransportError):
        walk(company, tmp_path / "x.csv", asynchronous=asynchronous)
    assert list(tmp_path.iterdir()) == []


def test_members_whose_customers_are_missing_are_told_and_no_file_looks_whole(
    asynchronous: bool, tmp_path: Path
) -> None:
    names = {f"member-{number:03}": [f"wm{number}"] for number in range(MOST + 20)}
    company = Company(**names)
    company.refused = {"member-007": 40003, "member-050": 84061, "member-119": 60030}
    company.unlicensed = ["member-001"]
    company.members["member-001"] = []
    call = answering(company, asynchronous=asynchronous)
    found = call(lambda wecom: customers.customers_of_members(wecom, [*names, "member-000"]))

    assert {one.key: one.error.errcode for one in found.failures} == {
        "member-001": 701008,
        "member-007": 40003,
        "member-119": 60030,
    }
    gone = {"member-001", "member-007", "member-050", "member-119"}
    assert [row.follow_info.userid for row in found.rows] == [
        one for one in names if one not in gone
    ]
    assert len(company.asked) < len(names)
    with pytest.raises(IncompleteError):
        walk(company, tmp_path / "x.csv", asynchronous=asynchronous)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("errcode", "error"), [(40001, AuthenticationError), (45009, RateLimitError)]
)
def test_what_is_no_fault_of_a_member_ends_the_walk(
    errcode: int, error: type[Exception], asynchronous: bool
) -> None:
    company = Company(abel=["wm1"], bea=["wm2"])
    company.refused = {"bea": errcode}
    call = answering(company, asynchronous=asynchronous, patience=0)
    with pytest.raises(error):
        call(lambda wecom: customers.customers_of_members(wecom))
    assert all(len(one) == 2 for one in company.asked)


def test_nobody_has_no_customers_and_what_cannot_be_members_is_refused(asynchronous: bool) -> None:
    company = Company()
    call = answering(company, asynchronous=asynchronous)
    assert call(lambda wecom: customers.customers_of_members(wecom)).rows == ()
    assert call(lambda wecom: customers.customers_of_members(wecom, [])).rows == ()
    with pytest.raises(TypeError, match="one text"):
        call(lambda wecom: customers.customers_of_members(wecom, "abel"))
    with pytest.raises(ParameterError):
        call(lambda wecom: customers.customers_of_members(wecom, [""]))
    assert company.asked == []
