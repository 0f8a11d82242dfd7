"""Moments: the job that makes one, who publishes it for whom, what comes of it, and its end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from wecom_client import WeComClient
from wecom_client.simulator import Simulator
from wecom_client.simulator.seed import load_seed

from .helpers import Clock, at, code_of

pytestmark = pytest.mark.skipif(
    not hasattr(Simulator, "add_moment"), reason="the specs lack customer contact"
)
NOON = at("2024-05-15 12:00")
TEXT = {"content": "Spring fair"}


@pytest.fixture
def company(sim: Simulator) -> Simulator:
    """Members with customers, some of whom have the tag et-vip."""
    sim.add_tag_group("Level", [{"name": "VIP", "id": "et-vip"}])
    sim.add_tag_group("Level", [{"name": "x", "id": "et-rule"}], strategy_id=1)
    sim.add_customer("abel", "wm-1", tags=["et-vip"])
    sim.add_customer("abel", "wm-2")
    sim.add_customer("bella", "wm-3")
    sim.add_customer("bella", "wm-1")
    sim.add_member("silent", customer_contact=False)
    sim.add_member("left")
    sim.resign("left")
    sim.add_department(2, ["bella", "silent"])
    return sim


def made(contact: Any, **given: Any) -> Any:
    """Make a moment and return what came of its job."""
    jobid = contact.add_moment_task(**given).jobid
    answer = contact.get_moment_task_result(jobid)
    assert (answer.status, answer.type) == (3, "add_moment_task")
    return answer.result


def tasks(contact: Any, moment_id: str) -> dict[str, int]:
    return {one.userid: one.publish_status for one in contact.get_moment_task(moment_id).task_list}


def seen_by(contact: Any, moment_id: str, userid: str) -> list[str]:
    reached = contact.get_moment_send_result(moment_id, userid).customer_list
    chosen = contact.get_moment_customer_list(moment_id, userid).customer_list
    assert [one.external_userid for one in chosen] == [one.external_userid for one in reached]
    assert {one.userid for one in chosen} <= {userid}
    return [one.external_userid for one in reached]


def test_a_moment_is_made_published_seen_and_talked_about(contact: Any, company: Simulator) -> None:
    result = made(contact, text=TEXT)
    assert (result.errcode, result.invalid_sender_list.user_list) == (0, ())
    moment = result.moment_id
    assert tasks(contact, moment) == {"abel": 0, "bella": 0}
    assert code_of(contact.get_moment_send_result, moment, "abel") == 41062
    assert code_of(contact.get_moment_comments, moment, "silent") == 41061
    company.publish_moment(moment, "abel")
    assert tasks(contact, moment) == {"abel": 1, "bella": 0}
    assert seen_by(contact, moment, "abel") == ["wm-1", "wm-2"]
    company.comment_moment(moment, "abel", "wm-1")
    company.like_moment(moment, "abel", "bella")
    said = contact.get_moment_comments(moment, "abel").raw
    assert said["comment_list"] == [{"external_userid": "wm-1", "create_time": NOON}]
    assert said["like_list"] == [{"userid": "bella", "create_time": NOON}]
    page = contact.get_moment_customer_list(moment, "abel", limit=1)
    rest = contact.get_moment_customer_list(moment, "abel", cursor=page.next_cursor)
    assert [one.external_userid for one in rest.customer_list] == ["wm-2"]
    assert (
        code_of(contact.get_moment_send_result, moment, "abel", cursor=page.next_cursor) == 701105
    )


def test_who_publishes_and_who_sees_it_are_those_who_were_chosen(
    contact: Any, company: Simulator
) -> None:
    whom = {"user_list": ["abel", "nobody", "left", "silent"], "department_list": [2, 9]}
    result = made(contact, text=TEXT, visible_range={"sender_list": whom})
    assert tasks(contact, result.moment_id) == {"abel": 0, "bella": 0}
    assert result.raw["invalid_sender_list"] == {
        "user_list": ["nobody", "left", "silent"],
        "department_list": [9],
    }
    tags = {"tag_list": ["et-vip", "et-none", "et-rule"]}
    result = made(contact, text=TEXT, visible_range={"external_contact_list": tags})
    assert tasks(contact, result.moment_id) == {"abel": 0}
    assert result.raw["invalid_external_contact_list"] == {"tag_list": ["et-none", "et-rule"]}
    company.publish_moment(result.moment_id, "abel")
    assert seen_by(contact, result.moment_id, "abel") == ["wm-1"]
    both = {"external_contact_list": tags, "sender_list": {"user_list": ["bella"]}}
    assert tasks(contact, made(contact, text=TEXT, visible_range=both).moment_id) == {}
    none: list[tuple[dict[str, Any], int]] = [
        ({"sender_list": {"user_list": ["left"]}}, 40003),
        ({"external_contact_list": {"tag_list": ["et-rule"]}}, 41110),
    ]
    for given, code in none:
        result = made(contact, text=TEXT, visible_range=given)
        assert (result.errcode, result.moment_id) == (code, "")
    listed = contact.get_moment_list(NOON - 1, NOON + 1).moment_list
    assert [one.visible_type for one in listed] == [1, 0, 0]


def test_a_job_takes_its_time_and_is_known_for_a_day(
    contact: Any, company: Simulator, clock: Clock
) -> None:
    company.moment_delay = 60
    jobid = contact.add_moment_task(text=TEXT).jobid
    answer = contact.get_moment_task_result(jobid)
    assert (answer.status, "result" in answer.raw, len(company.moments)) == (2, False, 0)
    clock.now += 60
    assert contact.get_moment_task_result(jobid).status == 3
    assert [one.create_time for one in company.moments.values()] == [NOON + 60]
    clock.now += 86400
    codes = [code_of(contact.get_moment_task_result, one) for one in (jobid, "none")]
    assert codes == [40058, 40058]


def attached(*kinds: str, media_id: str = "M") -> list[dict[str, Any]]:
    link = {"url": "https://p.example"}
    return [
        {"msgtype": one, one: {**(link if one == "link" else {}), "media_id": media_id}}
        for one in kinds
    ]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({}, 41089),
        ({"text": {"content": ""}}, 41089),
        ({"text": {"content": "字" * 2001}}, 45002),
        ({"text": {"content": "字" * 1999 + "abc"}}, 45002),
        ({"text": {"content": "字" * 1999 + "ab"}}, 0),
        ({"text": {"content": "a" * 4000}}, 0),
        ({"attachments": attached("image", "link")}, 41065),
        ({"attachments": attached("video", "video")}, 41064),
        ({"attachments": attached(*["image"] * 10)}, 41064),
        ({"attachments": attached("image", media_id="none")}, 40007),
        ({"attachments": attached("video")}, 41072),
        ({"attachments": attached("link", media_id="product")}, 41072),
        ({"attachments": attached(*["image"] * 9)}, 0),
        ({"attachments": attached("link")}, 0),
    ],
    ids=lambda one: f"{str(one)[:50]}…{str(one)[-8:]}",
)
def test_what_does_not_go_together_makes_no_moment(
    given: dict[str, Any], code: int, contact: Any, company: Simulator
) -> None:
    if not hasattr(company, "add_media_upload"):
        pytest.skip("the specs lack uploads")
    company.add_media_upload("M", media_type="image", attachment_type=1)
    company.add_media_upload("product", media_type="image", attachment_type=2)
    assert code_of(contact.add_moment_task, **given) == code
    assert len(company.moments) == (code == 0)


def test_moments_are_listed_by_time_kind_and_creator(
    contact: Any, company: Simulator, clock: Clock
) -> None:
    own = company.add_moment("abel", "Mine", create_time=NOON - 10)
    theirs = company.add_moment(text="Ours", senders=["bella"])
    clock.now += 10

    def listed(**asked: Any) -> list[str]:
        given = {"start_time": NOON - 11, "end_time": NOON + 1, **asked}
        return [one.moment_id for one in contact.get_moment_list(**given).moment_list]

    assert listed() == listed(filter_type=2) == [own, theirs]
    assert (listed(filter_type=0), listed(filter_type=1)) == ([theirs], [own])
    assert (listed(creator="abel"), listed(creator="bella")) == ([own], [])
    assert (listed(start_time=NOON - 10), listed(end_time=NOON)) == ([theirs], [own])
    read = contact.get_moment_list(NOON - 11, NOON + 1, limit=1)
    assert (read.moment_list[0].creator, read.moment_list[0].create_type) == ("abel", 1)
    asked = {"start_time": NOON - 11, "end_time": NOON + 1, "cursor": read.next_cursor}
    assert [one.moment_id for one in contact.get_moment_list(**asked).moment_list] == [theirs]
    assert code_of(contact.get_moment_list, **asked, filter_type=1) == 701105
    for begin, end in ((NOON, NOON), (NOON, NOON + 30 * 86400 + 1)):
        assert code_of(contact.get_moment_list, begin, end) == 40058


def test_an_ended_moment_is_published_by_nobody_any_more(contact: Any, company: Simulator) -> None:
    moment = made(contact, text=TEXT).moment_id
    company.publish_moment(moment, "abel")
    contact.cancel_moment_task(moment)
    contact.cancel_moment_task(moment)
    with pytest.raises(ValueError, match="was ended"):
        company.publish_moment(moment, "bella")
    assert seen_by(contact, moment, "abel") == ["wm-1", "wm-2"]
    own = company.add_moment("abel", "Mine")
    codes = [code_of(contact.cancel_moment_task, one) for one in (own, "none", "")]
    assert codes == [41067, 41060, 41059]
    assert code_of(contact.get_moment_task, own) == 41067


def test_a_month_has_so_many_moments(contact: Any, company: Simulator, clock: Clock) -> None:
    company.moment_limit = 1
    made(contact, text=TEXT)
    assert code_of(contact.add_moment_task, text=TEXT) == 41210
    clock.now = at("2024-06-01")
    with WeComClient(company.corp_id, company.secret, base_url=company.base_url) as wecom:
        assert made(wecom.externalcontact, text=TEXT).errcode == 0


@pytest.mark.parametrize(
    ("call", "given", "complaint"),
    [
        ("add_moment", {"creator": "left", "text": "x"}, "'left' has left"),
        ("add_moment", {"creator": "new"}, "both empty"),
        ("add_moment", {"creator": "abel", "text": "x", "senders": ["abel"]}, "no senders"),
        ("add_moment", {"text": "x", "senders": ["new", "silent"]}, "'silent' has left, or is not"),
        ("add_moment", {"text": "x", "moment_id": "M"}, "'M' is taken"),
        ("add_moment", {"attachments": [{"msgtype": "image"}]}, r"attachments\[0\].*image"),
        ("like_moment", {"moment_id": "M", "userid": "abel", "by": "left"}, "does not see"),
        ("publish_moment", {"moment_id": "none", "userid": "abel"}, "no moment 'none'"),
        ("publish_moment", {"moment_id": "M", "userid": "bella"}, "'bella' is not asked"),
        ("publish_moment", {"moment_id": "M", "userid": "abel"}, "has published 'M' already"),
        ("comment_moment", {"moment_id": "M", "userid": "abel", "by": "wm-3"}, "does not see"),
        ("comment_moment", {"moment_id": "W", "userid": "abel", "by": "abel"}, "has not published"),
        ("like_moment", {"moment_id": "M", "userid": "abel", "by": "wm-1"}, "likes it already"),
    ],
    ids=str,
)
def test_what_cannot_be_is_told_to_a_test_and_changes_nothing(
    call: str, given: dict[str, Any], complaint: str, company: Simulator
) -> None:
    company.add_moment("abel", "Mine", moment_id="M")
    company.like_moment("M", "abel", "wm-1")
    company.add_moment(text="Ours", senders=["abel"], moment_id="W")
    before = dict(company.moments), dict(company.members)
    with pytest.raises(ValueError, match=complaint):
        getattr(company, call)(**given)
    assert (dict(company.moments), dict(company.members)) == before


def test_a_seed_file_has_moments(company: Simulator, tmp_path: Path) -> None:
    path = tmp_path / "seed.json"
    ours = {"text": "Ours", "senders": ["bella"], "published": True, "moment_id": "ours"}
    path.write_text(json.dumps({"moments": [{"creator": "abel", "text": "Mine"}, ours]}))
    load_seed(path, company)
    mine = next(iter(company.moments.values()))
    assert (mine.creator, mine.tasks["abel"].customers) == ("abel", ("wm-1", "wm-2"))
    assert company.moments["ours"].tasks["bella"].customers == ("wm-3", "wm-1")
