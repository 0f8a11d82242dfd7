"""Calls through the client against bare requests, to one server in a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import requests

from wecom_client import WeComClient

from .checks import OWNER, chat_ids, page_size
from .measure import Row, best, interleave, timed
from .server import ANSWERS, serving

NEEDS = ("get", "list", "transfer")


def rows(quick: bool) -> Iterator[Row]:
    """Compare single calls."""
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
            0.48,
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
    return best(what, taken, "requests", aim)
