"""Mass messages: who is asked to send what, what comes of it, and how it is read, page by page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wecom_client.simulator import Simulator
from wecom_client.simulator.seed import SeedError, load_seed

from .helpers import DAY, Clock, at, code_of

_TEXT = {"content": "Hello"}
_NOON = at("2024-05-15 12:00")

pytestmark = pytest.mark.filterwarnings("ignore::wecom_client.ParameterWarning")


@pytest.fixture(autouse=True)
def _company(sim: Simulator) -> None:
    """Give abel the customers wm-1 and wm-2, bella wm-2 and wm-3, nobody wm-gone, and groups."""
    sim.add_tag_group("kind", [{"name": one, "id": one} for one in ("vip", "north", "south")])
    for userid, customer, tags in (
        ("abel", "wm-1", ["vip"]),
        ("abel", "wm-2", ["vip", "north"]),
        ("bella", "wm-2", []),
        ("bella", "wm-3", ["north"]),
    ):
        sim.add_customer(userid, customer, tags=tags)
    sim.add_customer("bella", "wm-gone", tags=["vip"])
    sim.remove_customer("bella", "wm-gone")
    sim.add_group("abel", chat_id="wr-1")
    sim.add_group("abel", chat_id="wr-2")
    sim.add_group("bella", chat_id="wr-3")


def _make(contact: Any, **request: Any) -> str:
    return str(contact.add_msg_template(**{"text": _TEXT, **request}).msgid)


def _results(contact: Any, msgid: str, userid: str) -> dict[str, int]:
    found = contact.get_groupmsg_send_result(msgid, userid).send_list
    assert all((one.send_time is not None) == (one.status == 1) for one in found)
    return {one.external_userid or one.chat_id: one.status for one in found}


_ASKED: list[tuple[dict[str, Any], dict[str, Any], list[str]]] = [
    # (request, receivers by the member who is to send, fail_list)
    ({"external_userid": ["wm-1", "wm-3", "wm-1"]}, {"abel": ("wm-1",), "bella": ("wm-3",)}, []),
    ({"external_userid": ["wm-2", "wm-0", "wm-gone"]}, {"bella": ("wm-2",)}, ["wm-0", "wm-gone"]),
    ({"external_userid": ["wm-2", "wm-3"], "sender": "abel"}, {"abel": ("wm-2",)}, ["wm-3"]),
    ({"sender": "abel"}, {"abel": ("wm-1", "wm-2")}, []),
    ({"tag_filter": [["vip"]]}, {"abel": ("wm-1",), "bella": ("wm-2",)}, []),
    ({"tag_filter": [["vip"], ["north", "south"]]}, {"bella": ("wm-2",)}, []),
    ({"tag_filter": [["vip"]], "sender": "abel"}, {"abel": ("wm-1", "wm-2")}, []),
    ({"tag_filter": [["vip"]], "external_userid": ["wm-3"]}, {"bella": ("wm-3",)}, []),
    (
        {"chat_type": "group", "sender": "abel", "chat_id_list": ["wr-2", "wr-3", "wr-0"]},
        {"abel": ("wr-2",)},
        ["wr-3", "wr-0"],
    ),
    ({"chat_type": "group", "sender": "abel"}, {"abel": None}, []),
    (
        {"chat_type": "group", "sender": "abel", "external_userid": ["wm-3"]},
        {"abel": None},
        [],
    ),
    ({"sender": "abel", "chat_id_list": ["wr-3"]}, {"abel": ("wm-1", "wm-2")}, []),
]


def test_members_are_asked_to_send_to_those_whom_the_request_means(
    contact: Any, sim: Simulator
) -> None:
    for request, asked, failed in _ASKED:
        if "tag_filter" in request:
            groups = [{"tag_list": tags} for tags in request["tag_filter"]]
            request = {**request, "tag_filter": {"group_list": groups}}
        answer = contact.add_msg_template(text=_TEXT, **request)
        assert list(answer.fail_list) == failed, request
        tasks = sim.mass_messages[answer.msgid].tasks
        assert {userid: task.receivers for userid, task in tasks.items()} == asked, request
        listed = contact.get_groupmsg_task(answer.msgid).task_list
        assert {one.userid: one.status for one in listed} == dict.fromkeys(asked, 0)


_IMAGE = {"msgtype": "image", "image": {"media_id": "m"}}
_REFUSED: list[tuple[dict[str, Any], int]] = [
    ({"external_userid": ["wm-0"]}, 41048),
    ({"external_userid": ["wm-3"], "sender": "abel"}, 41048),
    ({"tag_filter": {"group_list": [{"tag_list": ["south"]}]}}, 41048),
    ({"tag_filter": {"group_list": [{"tag_list": ["vip", "west"]}]}}, 41110),
    ({"sender": "idle"}, 41048),
    ({"chat_type": "group", "sender": "abel", "chat_id_list": ["wr-3"]}, 41048),
    ({"sender": "nobody"}, 40003),
    ({"sender": "left"}, 40003),
    ({"chat_type": "group", "sender": "aside"}, 84074),
    ({"chat_type": "group"}, 40063),
    ({}, 40063),
    ({"sender": "abel", "text": None}, 40063),
    ({"sender": "abel", "attachments": [_IMAGE] * 10}, 41064),
    ({"sender": "abel", "attachments": [{"msgtype": "voice"}]}, 41065),
    ({"sender": "abel", "attachments": [{"msgtype": "link"}]}, 40063),
]


def test_a_message_that_cannot_be_is_refused_and_leaves_nothing(
    contact: Any, sim: Simulator
) -> None:
    sim.add_member("idle")
    sim.add_member("aside", customer_contact=False)
    sim.add_member("left")
    sim.resign("left")
    for request, errcode in _REFUSED:
        found = code_of(contact.add_msg_template, **{"text": _TEXT, **request})
        assert found == errcode, request
    assert not sim.mass_messages


def test_a_customers_message_goes_to_who_talked_last_and_never_to_who_has_left(
    contact: Any, sim: Simulator, clock: Clock
) -> None:
    clock.now += 60
    sim.talk("abel", "wm-2")
    assert list(sim.mass_messages[_make(contact, external_userid=["wm-2"])].tasks) == ["abel"]
    clock.now += 60
    sim.talk("bella", "wm-2")
    assert list(sim.mass_messages[_make(contact, external_userid=["wm-2"])].tasks) == ["bella"]
    sim.resign("bella")
    assert list(sim.mass_messages[_make(contact, external_userid=["wm-2"])].tasks) == ["abel"]
    answer = contact.add_msg_template(text=_TEXT, external_userid=["wm-1", "wm-3"])
    assert answer.fail_list == ("wm-3",)


def test_a_message_reaches_customers_once_its_member_sends_it(
    contact: Any, sim: Simulator, clock: Clock
) -> None:
    msgid = _make(contact, external_userid=["wm-1", "wm-2", "wm-3"])
    assert _results(contact, msgid, "abel") == {"wm-1": 0}
    clock.now += 60
    sim.send_message(msgid, "bella")
    tasks = {one.userid: one for one in contact.get_groupmsg_task(msgid).task_list}
    assert (tasks["abel"].status, tasks["abel"].send_time) == (0, None)
    assert (tasks["bella"].status, tasks["bella"].send_time) == (2, _NOON + 60)
    assert _results(contact, msgid, "abel") == {"wm-1": 0}
    assert _results(contact, msgid, "bella") == {"wm-2": 1, "wm-3": 1}


def test_results_say_who_is_no_contact_any_more_and_who_has_received_enough(
    contact: Any, sim: Simulator, clock: Clock
) -> None:
    sim.mass_message_period = 1
    first, second = (_make(contact, sender="abel") for _ in range(2))
    sim.add_mass_message("bella", text="mine", external_userid=["wm-2"], personal=True)
    sim.send_message(first, "abel")
    assert _results(contact, first, "abel") == {"wm-1": 1, "wm-2": 3}
    sim.remove_customer("abel", "wm-1")
    clock.now += DAY
    sim.send_message(second, "abel")
    assert _results(contact, second, "abel") == {"wm-1": 2, "wm-2": 1}


@pytest.mark.parametrize(
    ("period", "last", "next_"),
    [
        (0, "2024-05-31 23:59", "2024-06-01 00:00"),
        (7, "2024-05-19 23:59", "2024-05-20 00:00"),
        (1, "2024-05-15 23:59", "2024-05-16 00:00"),
    ],
)
def test_a_receiver_gets_as_many_messages_as_the_period_has_days(
    contact: Any, sim: Simulator, clock: Clock, period: int, last: str, next_: str
) -> None:
    sim.mass_message_period = period

    def sent() -> int:
        msgid = _make(contact, chat_type="group", sender="bella", chat_id_list=["wr-3"])
        sim.send_message(msgid, "bella")
        return _results(contact, msgid, "bella")["wr-3"]

    received = [sent() for _ in range((period or 31) + 1)]
    assert received == [1] * (period or 31) + [3]
    clock.now = at(last)
    assert sent() == 3
    clock.now = at(next_)
    assert sent() == 1


def test_groups_that_were_not_named_are_chosen_when_the_member_sends(
    contact: Any, sim: Simulator
) -> None:
    chosen, all_ = (_make(contact, chat_type="group", sender="abel") for _ in range(2))
    assert _results(contact, chosen, "abel") == {}
    sim.send_message(chosen, "abel", receivers=["wr-2"])
    assert _results(contact, chosen, "abel") == {"wr-2": 1}
    sim.dismiss("wr-1")
    sim.add_group("abel", chat_id="wr-4")
    sim.send_message(all_, "abel")
    assert _results(contact, all_, "abel") == {"wr-2": 1, "wr-4": 1}


def test_a_group_that_the_member_lost_before_sending_has_no_result(
    contact: Any, sim: Simulator
) -> None:
    msgid = _make(contact, chat_type="group", sender="abel", chat_id_list=["wr-1", "wr-2"])
    sim.dismiss("wr-1")
    sim.send_message(msgid, "abel")
    assert _results(contact, msgid, "abel") == {"wr-2": 1}


def test_a_member_who_may_choose_leaves_customers_out(contact: Any, sim: Simulator) -> None:
    sim.mass_message_period = 1
    msgid = _make(contact, sender="abel", allow_select=True)
    sim.send_message(msgid, "abel", receivers=["wm-2", "wm-2"])
    assert _results(contact, msgid, "abel") == {"wm-2": 1, "wm-1": 0}


def test_contents_are_read_as_they_were_made(contact: Any, sim: Simulator) -> None:
    link = {"title": "t", "picurl": "https://p.example/p", "desc": "d", "url": "https://p.example"}
    mini = {"title": "t", "pic_media_id": "m", "appid": "wx", "page": "/p"}
    sent: list[dict[str, Any]] = [
        {"msgtype": "image", "image": {"media_id": "m", "pic_url": "https://p.example/p"}},
        {"msgtype": "image", "image": {"pic_url": "https://p.example/p"}},
        {"msgtype": "link", "link": link, "video": {"media_id": "m"}},
        {"msgtype": "miniprogram", "miniprogram": mini},
        {"msgtype": "video", "video": {"media_id": "m"}},
        {"msgtype": "file", "file": {"media_id": "m"}},
    ]
    _make(contact, sender="abel", attachments=sent)
    contact.add_msg_template(sender="abel", attachments=sent[-1:])
    full, bare = contact.get_groupmsg_list_v2("single", _NOON, _NOON).raw["group_msg_list"]
    assert (full["text"], full["create_time"], full["create_type"]) == (_TEXT, _NOON, 0)
    assert "creator" not in full
    assert full["attachments"] == [
        {"msgtype": "image", "image": {"media_id": "m"}},
        sent[1],
        {"msgtype": "link", "link": link},
        {"msgtype": "miniprogram", "miniprogram": {"title": "t", "appid": "wx", "page": "/p"}},
        *sent[4:],
    ]
    assert "text" not in bare


def test_the_list_is_filtered_by_time_kind_origin_and_creator(
    contact: Any, sim: Simulator, clock: Clock
) -> None:
    api = _make(contact, sender="abel")
    group = _make(contact, chat_type="group", sender="abel")
    clock.now += 10
    own = sim.add_mass_message("abel", text="mine", personal=True)
    admin = sim.add_mass_message("boss", text="ours", sender="abel")
    day = (_NOON, _NOON + DAY)
    asked: list[tuple[tuple[Any, ...], dict[str, Any], list[str]]] = [
        (("single", *day), {}, [api, own, admin]),
        (("single", *day), {"filter_type": 2}, [api, own, admin]),
        (("single", *day), {"filter_type": 1}, [own]),
        (("single", *day), {"filter_type": 0}, [api, admin]),
        (("single", *day), {"creator": "abel"}, [own]),
        (("single", *day), {"creator": "boss", "filter_type": 0}, [admin]),
        (("single", _NOON, _NOON + 9), {}, [api]),
        (("single", _NOON + 10, _NOON + 10), {}, [own, admin]),
        (("group", *day), {}, [group]),
        (("single", _NOON - 31 * DAY, _NOON), {}, [api]),
    ]
    for args, filters, expected in asked:
        found = contact.get_groupmsg_list_v2(*args, **filters).group_msg_list
        assert [one.msgid for one in found] == expected, (args, filters)
    found = contact.get_groupmsg_list_v2("single", *day).group_msg_list
    assert [(one.creator, one.create_type) for one in found] == [
        (None, 0),
        ("abel", 1),
        ("boss", 0),
    ]
    too_long, backwards = (_NOON - 31 * DAY - 1, _NOON), (_NOON, _NOON - 1)
    for interval in (too_long, backwards):
        assert code_of(contact.get_groupmsg_list_v2, "single", *interval) == 40058


def test_every_page_is_read_once(contact: Any, sim: Simulator) -> None:
    msgids = [_make(contact, external_userid=["wm-1", "wm-2", "wm-3"]) for _ in range(3)]
    for number in range(2):
        sim.add_customer("abel", f"wm-more-{number}")
    long = _make(contact, sender="abel")
    found = contact.iter_get_groupmsg_list_v2("single", _NOON, _NOON, page_size=2)
    assert [one.msgid for one in found] == [*msgids, long]
    tasks = contact.iter_get_groupmsg_task(long, page_size=1)
    assert [one.userid for one in tasks] == ["abel"]
    assert [one.userid for one in contact.iter_get_groupmsg_task(msgids[0], page_size=1)] == [
        "abel",
        "bella",
    ]
    sim.send_message(long, "abel")
    results = contact.iter_get_groupmsg_send_result(long, "abel", page_size=3)
    assert [one.external_userid for one in results] == ["wm-1", "wm-2", "wm-more-0", "wm-more-1"]
    page = contact.get_groupmsg_task(msgids[0], limit=1)
    assert page.next_cursor
    assert code_of(contact.get_groupmsg_task, msgids[1], cursor=page.next_cursor) == 701105
    assert code_of(contact.get_groupmsg_task, msgids[0], limit=0) == 40058


_UNKNOWN: list[tuple[str, tuple[Any, ...], dict[str, Any], int]] = [
    ("get_groupmsg_task", ("msg-0",), {}, 41047),
    ("get_groupmsg_send_result", ("msg-0", "abel"), {}, 41047),
    ("remind_groupmsg_send", ("msg-0",), {}, 41047),
    ("cancel_groupmsg_send", ("msg-0",), {}, 41047),
    ("get_groupmsg_task", ("",), {}, 41046),
    ("remind_groupmsg_send", ("",), {}, 41046),
    ("cancel_groupmsg_send", ("",), {}, 41046),
    ("get_groupmsg_send_result", ("", "abel"), {}, 41046),
    ("get_groupmsg_task", ("msg-0",), {"limit": 1001}, 40058),
    ("get_groupmsg_send_result", ("msg-0", "abel"), {"limit": 1001}, 40058),
    ("get_groupmsg_list_v2", ("single", _NOON, _NOON), {"limit": 101}, 40058),
    ("get_groupmsg_list_v2", ("single", _NOON, _NOON), {"cursor": "CURSOR"}, 701105),
]


def test_what_is_unknown_or_beyond_its_limit_is_refused(contact: Any) -> None:
    for name, args, options, errcode in _UNKNOWN:
        assert code_of(getattr(contact, name), *args, **options) == errcode, (name, args, options)


def test_who_has_no_task_has_no_results(contact: Any) -> None:
    msgid = _make(contact, sender="abel")
    assert code_of(contact.get_groupmsg_send_result, msgid, "bella") == 40003


def test_a_message_is_reminded_of_three_times_in_24_hours(
    contact: Any, sim: Simulator, clock: Clock
) -> None:
    msgid, other = (_make(contact, sender="abel") for _ in range(2))
    codes = []
    for _ in range(4):
        codes.append(code_of(contact.remind_groupmsg_send, msgid))
        clock.now += 3600
    assert codes == [0, 0, 0, 41094]
    assert code_of(contact.remind_groupmsg_send, other) == 0
    clock.now = _NOON + DAY
    assert [code_of(contact.remind_groupmsg_send, msgid) for _ in range(2)] == [0, 41094]
    assert sim.mass_messages[msgid].reminders == (
        _NOON,
        _NOON + 3600,
        _NOON + 7200,
        _NOON + DAY,
    )


def test_a_message_that_was_cancelled_is_sent_by_nobody_and_keeps_what_was_sent(
    contact: Any, sim: Simulator
) -> None:
    msgid = _make(contact, external_userid=["wm-1", "wm-3"])
    sim.send_message(msgid, "bella")
    assert code_of(contact.cancel_groupmsg_send, msgid) == 0
    assert code_of(contact.cancel_groupmsg_send, msgid) == 41093
    assert code_of(contact.remind_groupmsg_send, msgid) == 41093
    with pytest.raises(ValueError, match="was cancelled"):
        sim.send_message(msgid, "abel")
    assert {one.userid: one.status for one in contact.get_groupmsg_task(msgid).task_list} == {
        "abel": 0,
        "bella": 2,
    }
    assert _results(contact, msgid, "bella") == {"wm-3": 1}


def test_a_message_of_a_members_own_is_sent_at_once_and_cannot_be_ended(
    contact: Any, sim: Simulator
) -> None:
    msgid = sim.add_mass_message("abel", text="mine", chat_type="group", personal=True)
    assert contact.get_groupmsg_task(msgid).task_list[0].status == 2
    assert _results(contact, msgid, "abel") == {"wr-1": 1, "wr-2": 1}
    assert code_of(contact.cancel_groupmsg_send, msgid) == 41047
    assert code_of(contact.remind_groupmsg_send, msgid) == 41047


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        (lambda sim, made: sim.send_message("msg-0", "abel"), "no mass message 'msg-0'"),
        (lambda sim, made: sim.send_message(made, "bella"), "'bella' is not asked .*: 'abel'"),
        (lambda sim, made: sim.send_message(made, "abel", receivers=["wm-1"]), "no choice"),
        (lambda sim, made: sim.resign("abel") or sim.send_message(made, "abel"), "has left"),
        (lambda sim, made: [sim.send_message(made, "abel") for _ in "12"], "has sent"),
        (lambda sim, made: sim.talk("abel", "wm-3"), "no customer of 'abel'"),
        (lambda sim, made: sim.add_mass_message("abel", text="x", msgid=made), "is taken"),
        (lambda sim, made: sim.add_mass_message("abel"), "text or attachments"),
        (lambda sim, made: sim.add_mass_message("abel", text="x", chat_type="group"), "a sender"),
        (
            lambda sim, made: sim.add_mass_message("abel", text="x", external_userid=["wm-0"]),
            "nobody to send to",
        ),
        (
            lambda sim, made: sim.add_mass_message(
                "abel", text="x", external_userid=["wm-1", "wm-0"]
            ),
            "cannot be sent to: 'wm-0'",
        ),
        (
            lambda sim, made: sim.add_mass_message("abel", text="x", sender="bella", personal=True),
            "not 'bella'",
        ),
        (lambda sim, made: sim.add_mass_message("zoe", text="x", personal=True), "not a member"),
    ],
)
def test_a_call_that_cannot_be_is_told_and_makes_nothing(
    contact: Any, sim: Simulator, call: Callable[[Simulator, str], Any], complaint: str
) -> None:
    made = _make(contact, sender="abel")
    with pytest.raises(ValueError, match=complaint):
        call(sim, made)
    assert list(sim.mass_messages) == [made]


def test_a_choice_that_is_not_offered_is_told(contact: Any, sim: Simulator) -> None:
    msgid = _make(contact, sender="abel", allow_select=True)
    with pytest.raises(ValueError, match="is not for 'wm-3'"):
        sim.send_message(msgid, "abel", receivers=["wm-1", "wm-3"])
    assert sim.mass_messages[msgid].tasks["abel"].send_time is None


def test_a_seed_file_holds_mass_messages(tmp_path: Path) -> None:
    path = tmp_path / "seed.json"
    seed = {
        "mass_message_period": 7,
        "customers": [{"userid": "abel", "external_userid": "wm-1"}],
        "groups": [{"owner": "abel"}],
        "mass_messages": [
            {"creator": "boss", "text": "one", "external_userid": ["wm-1"], "sent": True},
            {"creator": "boss", "text": "two", "sender": "abel", "msgid": "msg-2"},
            {"creator": "abel", "text": "mine", "chat_type": "group", "personal": True},
        ],
    }
    path.write_text(json.dumps(seed))
    sim = Simulator()
    load_seed(path, sim)
    found = [
        (one.text, one.creator, one.personal, one.tasks["abel"].status)
        for one in sim.mass_messages.values()
    ]
    assert found == [
        ("one", "boss", False, 2),
        ("two", "boss", False, 0),
        ("mine", "abel", True, 2),
    ]
    assert list(sim.mass_messages)[1] == "msg-2"
    assert sim.mass_message_period == 7
    path.write_text(json.dumps({"mass_messages": [{"creator": "boss", "text": "x"}]}))
    with pytest.raises(SeedError, match=r"mass_messages\[0\]: there is nobody to send to"):
        load_seed(path, Simulator())
