"""The hint "did you mean": slips of the keyboard are taken back, other words never."""

from __future__ import annotations

import pytest

from generator.near import nearest

from .package import ROOT

KNOWN = (
    ["userid_list", "chat_id", "owner_filter", "new_owner", "opengid", "day_begin_time"]
    + ["day_end_time", "include_list", "minItems", "maxItems", "data", "attr_1", "attr_2"]
    + ["size", "string", "POST", "limit"]
)
SLIPS = {
    "userids_list": "userid_list",
    "UserID_List": "userid_list",
    "userid-list": "userid_list",
    "useridlist": "userid_list",
    "user_id_list": "userid_list",
    "usrid_list": "userid_list",
    "uesrid_list": "userid_list",
    "userid_lsit": "userid_list",
    "userid_lists": "userid_list",
    "chatid": "chat_id",
    "chat_ids": "chat_id",
    "chatId": "chat_id",
    "ownerFilter": "owner_filter",
    "owner_fiter": "owner_filter",
    "owner_filtter": "owner_filter",
    "new_ownner": "new_owner",
    "maxItms": "maxItems",
    "max_items": "maxItems",
    "MAXITEMS": "maxItems",
    "sise": "size",
    "strng": "string",
    "post": "POST",
    "limt": "limit",
    "daybegintime": "day_begin_time",
}
OTHER_WORDS = (
    ["partyid_list", "tagid_list", "corpid_list", "unionid_list", "external_userid_list"]
    + ["open_userid_list", "userid", "user_list", "department_list", "chat_list", "openid"]
    + ["openid_list", "day_start_time", "day_time", "begin_time", "exclude_list", "midItems"]
    + ["items", "date", "attr_3", "attr", "old_owner", "owner", "group_filter", "id", "", "_"]
    + ["群", "用户列表", "x" * 100_000, "_" * 100_000, "userid_list" * 20]
)


@pytest.mark.parametrize("written", SLIPS)
def test_a_slip_is_taken_for_what_was_meant(written: str) -> None:
    assert nearest(written, KNOWN) == SLIPS[written]


@pytest.mark.parametrize("written", OTHER_WORDS)
def test_another_word_is_not_taken_for_a_slip(written: str) -> None:
    assert nearest(written, KNOWN) is None


def test_of_two_that_are_as_near_none_is_proposed() -> None:
    assert nearest("sender", ["vsender", "sendeer", "sennder"]) is None
    assert nearest("ownerfilter", ["owner_filter", "ownerFilter"]) is None


def test_the_specs_and_the_arguments_have_one_rule() -> None:
    copies = ("generator/near.py", "templates/wecom_client/_runtime/near.py")
    one, other = ((ROOT / path).read_text("utf-8") for path in copies)
    assert one == other
