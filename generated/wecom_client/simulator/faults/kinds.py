# Copied from templates/wecom_client/simulator/faults/kinds.py: edit that file, then run 'make generate'.
"""Kinds: what a fault does to a call.

| kind | options | |
|---|---|---|
| `error` | `errcode` | the call is answered with that code; nothing is done |
| `refuse_token` | | the call is answered with 40014 although its token lives on |
| `expire_token` | | the call's token ends: this call and all later ones with it get 42001 |
| `drop_…` | `reset` | the connection is closed without an answer; `reset`: by a TCP reset |
| `cut_…` | | the answer announces its length, breaks off in the middle, the connection closes |
| `html_…` | | HTTP 200 with a page, as a captive portal or a proxy would send |
| `status_…` | `status` | another HTTP status, 300 to 599, with a page, or a place to go to |
| `empty_…` | | HTTP 200 without a body |
| `garbage_…` | | HTTP 200 with a body that says it is JSON, and is not |
| `slow_…` | `seconds` | the answer waits, in real time; other calls go on |

Each `…` is `before` (nothing is done for the call) or `after` (the call is carried out, and its
caller does not learn it); `slow_before` waits and then does the work, `slow_after` the other way
round. The two token faults concern calls whose token is alive.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from ..refusals import RefusalError
from ..wire import Delivery, Reply
from .values import seconds_above_zero, whole

BEFORE, AFTER = "before", "after"
_HTML = "text/html"
_PORTAL = b"<!DOCTYPE html>\n<html><body><h1>Please sign in to this network</h1></body></html>\n"
_GARBAGE = b'{"errcode":0,"errmsg":"ok"\xff\xfe'
PLACEHOLDER = Reply(200, b'{"errcode":0,"errmsg":"ok"}')
"""The reply that is spoiled where nothing was done."""


class Options(NamedTuple):
    """What a kind may be told; None: it was not."""

    errcode: int | None = None
    status: int | None = None
    seconds: float | None = None
    reset: bool | None = None


class Effect(NamedTuple):
    """What one fault does, its options resolved.

    `executes`: the call is carried out. `spoil` turns the reply to it, or one that stands in, into
    what is sent. A pause alone leaves the call to the other faults.
    """

    executes: bool = True
    refusal: RefusalError | None = None
    spoil: Callable[[Reply], Reply] | None = None
    pause_before: float = 0
    pause_after: float = 0
    about_token: bool = False
    ends_token: bool = False

    @property
    def is_pause(self) -> bool:
        """Whether it delays the call and does nothing else to it."""
        return bool(self.pause_before or self.pause_after)


def effect(kind: str, options: Options) -> Effect:
    """Return what a kind of fault does.

    Raises:
        TypeError: an option is missing, of a wrong type, or not one of this kind.
        ValueError: there is no such kind, or an option has no meaning.
    """
    if not isinstance(kind, str) or kind not in KINDS:
        raise ValueError(f"there is no fault {kind!r}; there are {', '.join(KINDS)}")
    takes = KINDS[kind]
    for name, value in zip(options._fields, options, strict=True):
        if value is not None and name not in takes:
            own = ", ".join(takes) or "no option of its own"
            raise TypeError(f"{kind} takes {own}, not {name}")
        if value is None and takes.get(name):
            raise TypeError(f"{kind} needs {name}")
    if kind in _CALL_EFFECTS:
        return _CALL_EFFECTS[kind](options)
    what, _, when = kind.rpartition("_")
    if what == "slow":
        pause = seconds_above_zero(options.seconds)
        return Effect(pause_before=pause) if when == BEFORE else Effect(pause_after=pause)
    return Effect(executes=when == AFTER, spoil=_SPOILS[what](options))


def _error(options: Options) -> Effect:
    errcode = whole("errcode", options.errcode, None)
    if not errcode:
        raise ValueError("errcode must be another number than 0, which is success")
    return Effect(executes=False, refusal=RefusalError(errcode, "injected"))


def _refuse_token(options: Options) -> Effect:
    refusal = RefusalError(40014, "invalid access_token")
    return Effect(executes=False, refusal=refusal, about_token=True)


def _expire_token(options: Options) -> Effect:
    return Effect(about_token=True, ends_token=True)


def _drop(options: Options) -> Callable[[Reply], Reply]:
    if not isinstance(options.reset, (bool, type(None))):
        raise TypeError(f"reset must be true or false, is {options.reset!r}")
    delivery = Delivery.RESET if options.reset else Delivery.CLOSE
    return lambda reply: replace(reply, delivery=delivery)


def _cut(options: Options) -> Callable[[Reply], Reply]:
    return lambda reply: replace(reply, delivery=Delivery.CUT)


def _html(options: Options) -> Callable[[Reply], Reply]:
    return lambda reply: Reply(200, _PORTAL, _HTML)


def _status(options: Options) -> Callable[[Reply], Reply]:
    status = whole("status", options.status, None)
    if not 300 <= status <= 599:
        raise ValueError(f"status must be from 300 to 599, is {status}")
    page = f"<html><body><h1>{status}</h1></body></html>\n".encode()
    headers = {"Location": "/"} if status < 400 else None
    return lambda reply: Reply(status, page, _HTML, headers=headers)


def _empty(options: Options) -> Callable[[Reply], Reply]:
    return lambda reply: Reply(200, b"")


def _garbage(options: Options) -> Callable[[Reply], Reply]:
    return lambda reply: Reply(200, _GARBAGE)


_CALL_EFFECTS: Mapping[str, Callable[[Options], Effect]] = {
    "error": _error,
    "refuse_token": _refuse_token,
    "expire_token": _expire_token,
}
_SPOILS: Mapping[str, Callable[[Options], Callable[[Reply], Reply]]] = {
    "drop": _drop,
    "cut": _cut,
    "html": _html,
    "status": _status,
    "empty": _empty,
    "garbage": _garbage,
}
_TAKES: Mapping[str, Mapping[str, bool]] = {
    "drop": {"reset": False},
    "status": {"status": True},
    "slow": {"seconds": True},
}
KINDS: Mapping[str, Mapping[str, bool]] = {
    "error": {"errcode": True},
    "refuse_token": {},
    "expire_token": {},
    **{
        f"{what}_{when}": _TAKES.get(what, {})
        for what in (*_SPOILS, "slow")
        for when in (BEFORE, AFTER)
    },
}
"""Kind → its own options, and whether they are needed."""
