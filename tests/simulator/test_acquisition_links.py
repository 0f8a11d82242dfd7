"""Customer acquisition links: whom they lead to, whose they are, and the allowance for them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from wecom_client import WeComClient
from wecom_client.simulator import Simulator
from wecom_client.simulator.seed import load_seed

from .helpers import Clock, Methods, at, code_of

pytestmark = pytest.mark.skipif(
    not hasattr(Simulator, "add_acquisition_link"), reason="the specs lack customer contact"
)


@pytest.fixture
def links(contact: Any, sim: Simulator) -> Any:
    for userid in ("abel", "bella"):
        sim.add_member(userid)
    sim.add_department(2, ["bella", "carl"])
    return Methods(contact.customer_acquisition)


def test_a_link_is_made_read_changed_listed_and_deleted(links: Any, sim: Simulator) -> None:
    whom = {"user_list": ["abel", "abel"], "department_list": [2]}
    made = links.create_link("Fair", whom, skip_verify=False).link
    read = links.get(made.link_id)
    assert read.link.raw == {
        "link_name": "Fair",
        "url": made.url,
        "create_time": at("2024-05-15 12:00"),
        "skip_verify": False,
        "mark_source": True,
    }
    assert read.range.raw == {"user_list": ["abel"], "department_list": [2]}
    assert "priority_option" not in read.raw

    first = {"priority_type": 2, "priority_userid_list": ["bella"]}
    links.update_link(made.link_id, link_name="Hall", priority_option=first)
    assert links.get(made.link_id).raw["priority_option"] == first
    all_of_company = {"priority_type": 1, "priority_userid_list": ["bella"]}
    whom = {"user_list": ["bella"]}
    links.update_link(made.link_id, range=whom, priority_option=all_of_company)
    read = links.get(made.link_id)
    assert (read.link.link_name, read.link.skip_verify) == ("Hall", False)
    assert read.range.raw == {**whom, "department_list": []}
    assert read.raw["priority_option"] == {"priority_type": 1}

    other = links.create_link("Other", whom).link.link_id
    page = links.list_link(limit=1)
    links.delete_link(made.link_id)
    rest = links.list_link(limit=1, cursor=page.next_cursor)
    assert (page.link_id_list, rest.link_id_list) == ((made.link_id,), (other,))
    assert rest.next_cursor == ""
    calls = links.get, links.delete_link, links.update_link
    assert [code_of(call, made.link_id) for call in calls] == [40058] * 3
    assert [*sim.acquisition_links] == [other]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"range": {"user_list": ["nobody"]}}, 40003),
        ({"range": {"user_list": ["left"]}}, 40003),
        ({"range": {"user_list": ["dumb"]}}, 84074),
        ({"range": {"department_list": [9]}}, 60123),
        ({"range": {"user_list": ["u1"], "department_list": [3]}}, 40058),
        ({"range": {}}, 40063),
        ({"link_name": "x" * 1000}, 40058),
        (
            {"priority_option": {"priority_type": 2, "priority_userid_list": ["nobody"]}},
            40003,
        ),
        ({"priority_option": {"priority_type": 2}}, 40063),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    given: dict[str, Any], code: int, links: Any, sim: Simulator
) -> None:
    sim.add_member("left")
    sim.resign("left")
    sim.add_member("dumb", customer_contact=False)
    sim.add_member("u1")
    sim.add_department(3, [f"d{number}" for number in range(500)])
    sim.add_acquisition_link("full", department_list=[3])
    made = sim.add_acquisition_link("Fair", ["abel"])
    before = dict(sim.acquisition_links)
    values = {"link_name": "x", "range": {"user_list": ["abel"]}, **given}
    assert code_of(links.create_link, **values) == code
    assert code_of(links.update_link, made, **given) == code
    assert dict(sim.acquisition_links) == before


def test_an_application_has_links_of_its_own_and_all_share_their_number(
    links: Any, sim: Simulator
) -> None:
    made = sim.add_acquisition_link("Fair", ["abel"])
    sim.acquisition_link_limit = 2
    with WeComClient(sim.corp_id, sim.add_application(), base_url=sim.base_url) as wecom:
        other = Methods(wecom.externalcontact.customer_acquisition)
        codes = [code_of(call, made) for call in (other.get, other.update_link, other.delete_link)]
        assert codes == [41098] * 3
        other.create_link("Theirs", {"user_list": ["abel"]})
        assert code_of(other.create_link, "More", {"user_list": ["abel"]}) == 41095
        assert len(other.list_link().link_id_list) == 1
    assert links.list_link().link_id_list == (made,)
    codes = [code_of(links.list_link, cursor="x"), code_of(links.list_link, limit=0)]
    assert codes == [50100, 40058]


def test_customers_who_came_by_a_link_are_listed_and_counted(
    links: Any, contact: Any, sim: Simulator, clock: Clock
) -> None:
    link = sim.add_acquisition_link("Fair", ["abel"], department_list=[2])
    other = sim.add_acquisition_link("Other", ["abel"])
    sim.add_acquisition_quota(date(2024, 5, 16), 1)
    sim.add_acquisition_quota(date(2024, 5, 20), 5)
    first = sim.add_customer("abel", via=link, state="poster")
    clock.now += 86400
    second = sim.add_customer("bella", first, via=link)
    third = sim.add_customer("abel", via=other)
    sim.talk("bella", second)
    came = links.customer(link).raw["customer_list"]
    assert came == [
        {"external_userid": first, "userid": "abel", "chat_status": 0, "state": "poster"},
        {"external_userid": first, "userid": "bella", "chat_status": 1},
    ]
    page = links.customer(link, limit=1)
    rest = links.customer(link, cursor=page.next_cursor)
    assert [one.raw for one in (*page.customer_list, *rest.customer_list)] == came
    assert rest.next_cursor == ""
    assert code_of(links.customer, other, cursor=page.next_cursor) == 50100
    follow = contact.get(third).follow_user[0]
    assert follow.add_way == 16
    today = at("2024-05-16")
    counted = [links.statistic(one, at("2024-05-15"), today) for one in (link, other)]
    assert [one.new_customer_cnt for one in counted] == [2, 1]
    assert links.statistic(link, today, today).click_link_customer_cnt == 1
    answer = contact.customer_acquisition_quota()
    assert (answer.total, answer.balance) == (6, 3)
    calls = (links.customer, "none"), (links.statistic, "none", today, today)
    assert [code_of(*call) for call in calls] == [40058, 40058]


def test_a_link_leads_to_its_members_alone(links: Any, sim: Simulator) -> None:
    link = sim.add_acquisition_link("Fair", ["abel"])
    with pytest.raises(ValueError, match="does not lead to 'bella'"):
        sim.add_customer("bella", via=link)
    sim.resign("abel")
    with pytest.raises(ValueError, match="'abel' has resigned"):
        sim.add_customer("abel", via=link)
    assert dict(sim.customers) == {}


def test_who_has_left_keeps_no_change_of_anything_else_from_being_made(
    links: Any, sim: Simulator
) -> None:
    whom = {"user_list": ["abel", "bella"]}
    first = {"priority_type": 2, "priority_userid_list": ["abel"]}
    link = links.create_link("Fair", whom, priority_option=first).link.link_id
    sim.resign("abel")
    links.update_link(link, link_name="Hall")
    assert sim.acquisition_links[link].link_name == "Hall"
    assert sim.acquisition_links[link].user_list == ("abel", "bella")
    for named in ({"range": whom}, {"priority_option": first}):
        assert code_of(links.update_link, link, **named) == 40003


def test_the_allowance_lasts_until_its_days(contact: Any, sim: Simulator, clock: Clock) -> None:
    sim.add_acquisition_quota(at("2024-05-20 18:00"), 200)
    sim.add_acquisition_quota(date(2024, 5, 15), 300)
    sim.add_acquisition_quota(date(2024, 5, 20), 1)
    today, later = at("2024-05-15"), at("2024-05-20")

    def told() -> tuple[int, int, list[dict[str, int]]]:
        answer = contact.customer_acquisition_quota()
        return answer.total, answer.balance, answer.raw["quota_list"]

    of_later = {"expire_date": later, "balance": 201}
    assert told() == (501, 501, [{"expire_date": today, "balance": 300}, of_later])
    clock.now += 86400
    assert told() == (501, 201, [of_later])


def test_mistakes_of_a_test_and_of_a_seed_file_are_told(sim: Simulator, tmp_path: Path) -> None:
    sim.add_acquisition_link("Fair", ["abel"], link_id="caA")
    given: list[tuple[dict[str, Any], str]] = [
        ({"user_list": ["abel"], "link_id": "caA"}, "'caA' is taken"),
        ({}, "leads to somebody"),
        ({"user_list": ["new"], "department_list": [9]}, "invalid partyid: 9"),
        ({"user_list": ["new"], "priority_option": {"priority_type": 2}}, "priority_userid_list"),
    ]
    for arguments, complaint in given:
        with pytest.raises(ValueError, match=complaint):
            sim.add_acquisition_link("x", **arguments)
    assert [*sim.members] == ["abel"]
    path = tmp_path / "seed.json"
    option = {"priority_type": 2, "priority_userid_list": ["abel"]}
    link = {"link_name": "Seeded", "user_list": ["new"], "priority_option": option}
    quota = {"expire_date": "2024-06-01", "balance": 5}
    path.write_text(json.dumps({"acquisition_links": [link], "acquisition_quotas": [quota]}))
    load_seed(path, sim)
    assert [one.link_name for one in sim.acquisition_links.values()] == ["Fair", "Seeded"]
