"""Calls through the client against bare requests, to one server in a process of its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import requests

from tests.model import module_of
from wecom_client import WeComClient

from .checks import OWNER, chat_ids, page_size
from .measure import Row, interleave, row, timed
from .server import ANSWERS, group_of, serving

NEEDS = ("get", "list", "transfer")


def rows(quick: bool) -> Iterator[Row]:
    """Compare single calls, then what comes after the answer has arrived."""
    rounds = 5 if quick else 400
    with (
        serving() as url,
        WeComClient("corp", "secret", base_url=url) as wecom,
        requests.Session() as session,
    ):
        ours: Any = wecom.externalcontact.groupchat
        get, list_, transfer = (_bare(session, url, name) for name in ("get", "list", "transfer"))
        ids, owner, size = chat_ids(), OWNER, page_size()
        chat = ids[0]
        yield _compare(
            "one call, list",
            lambda: ours.list(size),
            lambda: list_({"limit": size}),
            1.05,
            rounds,
        )
        yield _compare(
            f"one call, transfer of {len(ids)} groups",
            lambda: ours.transfer(ids, owner),
            lambda: transfer({"chat_id_list": ids, "new_owner": owner}),
            1.05,
            rounds,
        )
        yield _compare(
            "one call, get of 200 members, fields untouched",
            lambda: ours.get(chat, need_name=1),
            lambda: get({"chat_id": chat, "need_name": 1}),
            1.10,
            rounds,
        )
    yield from _reading(rounds)


def _bare(session: requests.Session, url: str, operation: str) -> Callable[[Any], Any]:
    """Return what a program without us writes, its address already put together."""
    token = ANSWERS["/cgi-bin/gettoken"]["access_token"]
    address = f"{url}/cgi-bin/externalcontact/groupchat/{operation}?access_token={token}"
    return lambda body: session.post(address, json=body, timeout=(5, 30)).json()


def _compare(
    what: str, ours: Callable[[], Any], theirs: Callable[[], Any], aim: float, rounds: int
) -> Row:
    answer, expected = ours(), theirs()
    if answer.raw != expected:
        raise AssertionError(f"{what}: the answers differ")
    taken = interleave([timed(ours, 5), timed(theirs, 5)], rounds)
    return row(what, taken, "requests", aim)


def _reading(rounds: int) -> Iterator[Row]:
    body = json.dumps(group_of(200), ensure_ascii=False)
    answer = module_of("get").GetAnswer
    for what, read, aim in (
        ("get of 200 members, decoded, fields untouched", answer, 1.05),
        ("get of 200 members, decoded and each field read", partial(_read_all, answer), 1.50),
    ):
        ours = timed(lambda read=read: read(json.loads(body)), 5)  # type: ignore[misc]
        taken = interleave([ours, timed(lambda: json.loads(body), 5)], rounds)
        yield row(what, taken, "json.loads", aim)


def _read_all(answer: Callable[[Any], Any], decoded: Any) -> None:
    for member in answer(decoded).group_chat.member_list:
        invitor = member.invitor
        _ = (
            member.userid,
            member.type,
            member.unionid,
            member.join_time,
            member.join_scene,
            invitor and invitor.userid,
            member.group_nickname,
            member.name,
            member.state,
        )
