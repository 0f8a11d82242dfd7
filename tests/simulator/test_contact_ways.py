"""Contact ways: made, read, listed, changed, deleted, and the customers who come through them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wecom_client import WeComClient
from wecom_client.simulator import Simulator
from wecom_client.simulator.seed import load_seed

from .helpers import DAY, Clock, Methods, at, beyond, code_of

NOON = at("2024-05-15 12:00")
TEXT = {"content": "bye"}
MINI = {"title": "t", "pic_media_id": "M", "appid": "wx", "page": "/p"}
LINK = {"title": "t", "url": "https://a"}


@pytest.fixture
def company(sim: Simulator) -> Simulator:
    """Two members who serve, three who cannot, one who has left, and two departments."""
    sim.add_member("abel")
    sim.add_member("bella")
    sim.add_member("carol", customer_contact=False)
    sim.add_member("dave", verified=False)
    sim.add_member("emil", activated=False)
    sim.add_member("fay")
    sim.resign("fay")
    sim.add_department(2, ["bella", "gus"])
    sim.add_department(3, [f"m{number}" for number in range(100)])
    return sim


def _read(contact: Any, config_id: str) -> dict[str, Any]:
    answer: dict[str, Any] = contact.get_contact_way(config_id).raw["contact_way"]
    return answer


def test_a_contact_way_is_read_as_it_was_made(company: Simulator, contact: Any) -> None:
    fields = {"remark": "r", "skip_verify": False, "state": "poster", "mark_source": False}
    made = contact.add_contact_way(2, 2, user=["abel"], party=[2], is_exclusive=True, **fields)
    found = _read(contact, made.config_id)
    assert found.pop("qr_code") == made.qr_code
    assert found == {
        "config_id": made.config_id,
        "type": 2,
        "scene": 2,
        "user": ["abel"],
        "party": [2],
        "is_temp": False,
        "expires_in": 0,
        "chat_expires_in": 0,
        "unionid": "",
        **fields,
    }
    assert company.contact_ways[made.config_id].is_exclusive


def test_what_counts_in_another_case_alone_is_ignored(company: Simulator, contact: Any) -> None:
    temporary = {"expires_in": 5, "chat_expires_in": 6, "unionid": "u"}
    conclusions = {"text": TEXT}
    ignored = {**temporary, "conclusions": conclusions, "party": [99]}
    code = contact.add_contact_way(1, 2, user=["abel", "abel"], style=1, **ignored).config_id
    found = _read(contact, code)
    assert {"style", "conclusions"} & found.keys() == set()
    assert (found["user"], found["party"], found["unionid"]) == (["abel"], [], "")
    button = contact.add_contact_way(1, 1, user=["abel"], style=3)
    assert button.qr_code is None
    found = _read(contact, button.config_id)
    assert (found["style"], "qr_code" in found) == (3, False)
    chat = contact.add_contact_way(1, 2, user=["abel"], is_temp=True, **ignored).config_id
    found = _read(contact, chat)
    assert {key: found[key] for key in temporary} == temporary
    assert (found["conclusions"], found["skip_verify"]) == (conclusions, True)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"text": TEXT, "miniprogram": MINI}, {"text": TEXT, "miniprogram": MINI}),
        ({"miniprogram": MINI, "link": LINK}, {"link": LINK}),
        (
            {"link": LINK, "text": TEXT, "image": {"media_id": "M"}},
            {"text": TEXT, "image": {"pic_url": "https://pic.example/M"}},
        ),
    ],
)
def test_of_the_conclusions_attachments_the_first_counts(
    company: Simulator, contact: Any, given: dict[str, Any], kept: dict[str, Any]
) -> None:
    made = contact.add_contact_way(1, 2, user=["abel"], is_temp=True, conclusions=given)
    assert _read(contact, made.config_id)["conclusions"] == kept


ABEL = ["abel"]


@pytest.mark.parametrize(
    ("kind", "scene", "given", "errcode"),
    [
        (None, 2, {"user": ABEL}, 41037),
        (3, 2, {"user": ABEL}, 41039),
        (1, None, {"user": ABEL}, 41038),
        (1, 3, {"user": ABEL}, 41040),
        (1, 1, {"user": ABEL, "style": 4}, 41042),
        (2, 1, {"user": ABEL, "style": 3}, 41042),
        (1, 2, {}, 40063),
        (2, 2, {}, 40063),
        (1, 2, {"user": ["abel", "bella"]}, 41041),
        (2, 2, {"user": ABEL, "party": [3]}, 41041),
        (2, 2, {"party": [3]}, 0),
        (2, 2, {"party": [2, 4]}, 40066),
        (2, 2, {"user": ["abel", "nobody"]}, 40003),
        (2, 2, {"user": ["fay"]}, 40003),
        (1, 2, {"user": ["carol"]}, 84074),
        (1, 2, {"user": ["dave"]}, 41054),
        (1, 2, {"user": ["emil"]}, 41054),
        (2, 2, {"user": ABEL, "is_temp": True}, 40058),
    ],
)
def test_a_contact_way_that_cannot_be_is_refused(
    company: Simulator, contact: Any, kind: Any, scene: Any, given: dict[str, Any], errcode: int
) -> None:
    assert code_of(contact.add_contact_way, kind, scene, **given) == errcode
    assert len(company.contact_ways) == (not errcode)


def test_what_is_too_long_is_refused(company: Simulator, contact: Any) -> None:
    most = beyond("externalcontact/add_contact_way", "user", "maxItems")
    text = "x" * beyond("externalcontact/add_contact_way", "remark", "maxLength")
    size = beyond("externalcontact/list_contact_way", "limit", "maximum")
    assert code_of(contact.add_contact_way, 2, 2, user=ABEL * most) == 41041
    assert code_of(contact.add_contact_way, 1, 2, user=ABEL, remark=text) == 40058
    assert code_of(contact.list_contact_way, limit=size) == 701101


def test_an_update_replaces_what_is_given(company: Simulator, contact: Any) -> None:
    fields: dict[str, Any] = {"remark": "r", "state": "poster", "mark_source": False, "party": [2]}
    config_id = company.add_contact_way(["abel"], **fields)
    before = _read(contact, config_id)
    contact.update_contact_way(config_id, user=["bella"], remark="", style=1, expires_in=5)
    changed = {"user": ["bella"], "remark": "", "mark_source": True}
    assert _read(contact, config_id) == {**before, **changed}
    chat = company.add_contact_way(["abel"], is_temp=True, unionid="u", expires_in=60)
    contact.update_contact_way(chat, chat_expires_in=9, conclusions={"text": TEXT})
    found = _read(contact, chat)
    assert (found["expires_in"], found["chat_expires_in"], found["unionid"]) == (60, 9, "")
    assert found["conclusions"] == {"text": TEXT}


def test_who_has_left_keeps_no_update_of_anything_else_from_being_made(
    company: Simulator, contact: Any
) -> None:
    config_id = company.add_contact_way(["abel", "bella"])
    company.resign("abel")
    contact.update_contact_way(config_id, remark="hall 3")
    assert _read(contact, config_id)["remark"] == "hall 3"
    assert _read(contact, config_id)["user"] == ["abel", "bella"]
    assert code_of(contact.update_contact_way, config_id, user=["abel"]) == 40003


@pytest.mark.parametrize(
    ("given", "errcode"),
    [
        ({"user": ["abel", "bella"]}, 41041),
        ({"user": ["nobody"]}, 40003),
        ({"user": ["carol"]}, 84074),
        ({"style": 4}, 41042),
    ],
)
def test_an_update_to_what_cannot_be_changes_nothing(
    company: Simulator, contact: Any, given: dict[str, Any], errcode: int
) -> None:
    config_id = company.add_contact_way(["abel"], scene=1)
    before = company.contact_ways[config_id]
    assert code_of(contact.update_contact_way, config_id, **given) == errcode
    assert company.contact_ways[config_id] == before


def test_only_the_application_that_made_it_knows_a_contact_way(
    company: Simulator, contact: Any, clock: Clock
) -> None:
    config_id = contact.add_contact_way(1, 2, user=["abel"]).config_id
    options: dict[str, Any] = {"base_url": company.base_url, "clock": clock, "checks": "off"}
    names = ["get_contact_way", "update_contact_way", "del_contact_way"]
    with WeComClient(company.corp_id, company.add_application(), **options) as wecom:
        other = Methods(wecom.externalcontact)
        assert [code_of(getattr(other, name), config_id) for name in names] == [41044] * 3
        assert other.list_contact_way().contact_way == ()
    for name in names:
        assert code_of(getattr(contact, name), "") == 41043
        assert code_of(getattr(contact, name), config_id) == 0
    assert [code_of(getattr(contact, name), config_id) for name in names] == [41044] * 3
    assert company.contact_ways == {}


def test_contact_ways_are_listed_by_the_time_they_were_made(
    company: Simulator, contact: Any
) -> None:
    launch = at("2021-07-10")
    times = {"early": launch - 1, "first": launch, "old": NOON - 90 * DAY - 1}
    times |= {"since": NOON - 90 * DAY, "now": NOON}
    for name, time in times.items():
        company.add_contact_way(["abel"], config_id=name, create_time=time)
    company.add_contact_way(["abel"], config_id="chat", is_temp=True)
    company.add_contact_way(["abel"], config_id="other", application="application 2")

    def listed(**asked: int) -> list[str]:
        return [one.config_id for one in contact.list_contact_way(**asked).contact_way]

    assert listed() == ["since", "now"]
    assert listed(start_time=0) == ["first", "old", "since", "now"]
    assert listed(start_time=launch + 1, end_time=NOON - 1) == ["old", "since"]
    assert code_of(contact.list_contact_way, start_time=5, end_time=4) == 40058


def test_the_list_of_contact_ways_comes_in_pages(
    company: Simulator, contact: Any, clock: Clock
) -> None:
    ids = [company.add_contact_way(["abel"]) for _ in range(5)]
    first = contact.list_contact_way(limit=2)
    # what is deleted, made or grows too old meanwhile neither repeats nor hides any
    contact.del_contact_way(ids[0])
    clock.now += 90 * DAY
    company.add_contact_way(["abel"])
    second = contact.list_contact_way(limit=2, cursor=first.next_cursor)
    third = contact.list_contact_way(limit=2, cursor=second.next_cursor)
    pages = [[one.config_id for one in page.contact_way] for page in (first, second, third)]
    assert (pages, third.next_cursor) == ([ids[:2], ids[2:4], ids[4:]], "")
    refused = {"cursor": "garbage"}, {"cursor": first.next_cursor, "start_time": 0}
    assert [code_of(contact.list_contact_way, **given) for given in refused] == [701105] * 2
    assert code_of(contact.list_contact_way, limit=0) == 40058


def test_contact_ways_and_join_ways_count_against_one_number(
    company: Simulator, contact: Any
) -> None:
    company.contact_way_limit = company.join_way_limit = 2
    company.daily_temporary_contact_ways = 1
    chat_id = company.add_group("abel")
    groups = Methods(contact.groupchat)
    kept = groups.add_join_way(2, [chat_id]).config_id
    made = contact.add_contact_way(1, 2, user=ABEL).config_id
    assert code_of(contact.add_contact_way, 1, 2, user=ABEL) == 41045
    assert code_of(groups.add_join_way, 2, [chat_id]) == 41045
    contact.del_contact_way(made)
    assert code_of(groups.add_join_way, 2, [chat_id]) == 0
    groups.del_join_way(kept)
    assert code_of(contact.add_contact_way, 1, 2, user=ABEL) == 0


def test_temporary_chats_have_a_number_of_their_own_a_day(
    company: Simulator, contact: Any, clock: Clock
) -> None:
    company.contact_way_limit, company.daily_temporary_contact_ways = 0, 1
    asked: dict[str, Any] = {"user": ABEL, "is_temp": True}
    made = contact.add_contact_way(1, 2, **asked).config_id
    contact.del_contact_way(made)
    assert code_of(contact.add_contact_way, 1, 2, **asked) == 41045
    clock.now += DAY // 2
    assert code_of(contact.add_contact_way, 1, 2, **asked) == 0


def test_who_comes_through_a_contact_way_carries_its_state(
    company: Simulator, contact: Any
) -> None:
    code = contact.add_contact_way(2, 2, user=ABEL, party=[2], state="poster").config_id
    button = contact.add_contact_way(1, 1, user=ABEL).config_id
    customer = company.add_customer("abel", via=code)
    company.add_customer("gus", customer, via=code, state="other")
    found = contact.get(customer).raw["follow_user"]
    assert [(one["userid"], one["add_way"], one["state"]) for one in found] == [
        ("abel", 1, "poster"),
        ("gus", 1, "other"),
    ]
    assert found[0]["oper_userid"] == customer
    (by_button,) = contact.get(company.add_customer("abel", via=button)).raw["follow_user"]
    assert (by_button["add_way"], "state" in by_button) == (0, False)
    contact.del_contact_way(code)
    assert company.follows[customer]["abel"].state == "poster"


def test_a_temporary_chat_begins_once_and_ends_in_its_time_or_early(
    company: Simulator, contact: Any, clock: Clock
) -> None:
    def way(**fields: Any) -> str:
        made = contact.add_contact_way(1, 2, user=ABEL, is_temp=True, **fields)
        return str(made.config_id)

    first = way(chat_expires_in=60)
    customer = company.add_customer("abel", via=first)
    assert company.temporary_chats["abel", customer].ends == NOON + 60
    assert code_of(contact.update_contact_way, first, remark="x") == 41044
    assert code_of(contact.close_temp_chat, "abel", customer) == 0
    assert code_of(contact.close_temp_chat, "abel", customer) == 84061
    assert list(company.follows[customer]) == ABEL
    late = company.add_customer("abel", via=way(chat_expires_in=60, unionid="u"), unionid="u")
    expired = way(expires_in=60)
    clock.now += 60
    assert code_of(contact.close_temp_chat, "abel", late) == 84061
    assert code_of(contact.update_contact_way, expired, remark="x") == 41044
    with pytest.raises(ValueError, match="has ended"):
        company.add_customer("abel", via=expired)
    with pytest.raises(ValueError, match="has ended"):
        company.add_customer("abel", via=first)


@pytest.mark.parametrize(
    ("userid", "external_userid", "errcode"),
    [
        ("abel", "wm-one", 84061),
        ("abel", "wm-x", 40096),
        ("abel", "", 40096),
        ("fay", "wm-one", 40003),
        ("nobody", "wm-one", 40003),
        ("", "wm-one", 40003),
    ],
)
def test_a_chat_that_is_no_temporary_one_cannot_be_ended(
    company: Simulator, contact: Any, userid: str, external_userid: str, errcode: int
) -> None:
    company.add_customer("abel", "wm-one")
    assert code_of(contact.close_temp_chat, userid, external_userid) == errcode


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        (lambda sim: sim.add_customer("bella", via="w"), "no contact way 'w' leads to 'bella'"),
        (lambda sim: sim.add_customer("abel", via="x"), "no contact way or customer acq.* 'x'"),
        (lambda sim: sim.add_customer("fay", via="of-fay"), "'fay' has resigned"),
        (lambda sim: sim.add_customer("abel", via="of-one"), "is for another customer"),
        (lambda sim: sim.add_contact_way(["abel"], config_id="w"), "'w' is taken"),
        (lambda sim: sim.add_contact_way([]), "not empty without party"),
        (lambda sim: sim.add_contact_way("new"), "must be a list"),
        (lambda sim: sim.add_contact_way(["new"], used=True), "unknown field 'used'"),
        (lambda sim: sim.add_contact_way(["new"], party=[9]), "no department 9"),
        (lambda sim: sim.add_contact_way([""]), r"user\[0\] must have at least 1 character"),
        (lambda sim: sim.add_department(4, "new"), "userids must be a list, is str 'new'"),
        (lambda sim: sim.add_department(4, ["new", ""]), r"userids\[1\] must have at least 1"),
    ],
)
def test_what_cannot_be_is_told_to_a_test(
    company: Simulator, call: Callable[[Simulator], Any], complaint: str
) -> None:
    company.add_contact_way(["abel"], config_id="w")
    company.add_contact_way(["fay"], config_id="of-fay")
    company.add_contact_way(["abel"], config_id="of-one", is_temp=True, unionid="u")
    before = (dict(company.contact_ways), dict(company.members), dict(company.departments))
    with pytest.raises(ValueError, match=complaint):
        call(company)
    now = (dict(company.contact_ways), dict(company.members), dict(company.departments))
    assert (now, dict(company.customers)) == (before, {})


def test_a_seed_file_holds_departments_contact_ways_and_who_came_through(tmp_path: Path) -> None:
    path = tmp_path / "seed.json"
    ways = [{"user": ["abel"], "config_id": "w", "party": [2], "state": "poster"}]
    lists = {
        "departments": [{"department": 2, "userids": ["bella"]}],
        "contact_ways": ways,
        "customers": [{"userid": "bella", "external_userid": "wm-one", "via": "w"}],
    }
    path.write_text(json.dumps({**lists, "contact_way_limit": 9}))
    sim = Simulator()
    load_seed(path, sim)
    assert sim.follows["wm-one"]["bella"].state == "poster"
    assert (sim.contact_ways["w"].type, sim.contact_way_limit) == (2, 9)
