"""What an HTTP outcome means, and whether and when the same request may be sent again; no I/O."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any, Literal

from .decode import decode_json, decode_text, number_of
from .named import Named, Opaque


class Reply(Opaque):
    """An HTTP answer; `flaw` says why its body could not be decoded.

    The body is not shown: a server may echo the URL, and with it the token.
    """

    status: int
    body: bytes
    flaw: str = ""

    def __repr__(self) -> str:
        return f"Reply(status={self.status}, …)"


class NoReply(Opaque):
    """No HTTP answer.

    `not_made`: the connection never came about. `refused`: nor would it at a second try (an
    untrusted certificate, a wrong setting). `lost`: the request may have reached the server.
    """

    kind: Literal["not_made", "refused", "lost"]
    detail: str

    def __repr__(self) -> str:
        return f"NoReply({self.kind!r}, …)"


Kind = Literal[
    "done",
    "token",  # the token was refused, and a new one may help
    "busy",
    "rate",  # too often
    "crowd",  # too many at the same time
    "conflict",  # the same data is being changed by somebody else
    "errcode",  # any other code: final
    "not_made",
    "rejected",  # HTTP 3xx or 4xx, or a connection that can never be made: final
    "lost",  # timeout, broken connection, HTTP 5xx
    "garbled",  # HTTP 2xx without an answer of the platform
]


Decode = Callable[[bytes], Any]
"""Makes an answer of bytes; None: they are to be read as JSON, whatever is wrong with them."""

KINDS: Mapping[int, Kind] = {
    40014: "token",
    42001: "token",
    -1: "busy",
    45009: "rate",
    45036: "rate",
    45033: "crowd",
    45035: "conflict",
    6000: "conflict",
}
"""The codes on which the call flow acts; any other one is final."""


class Verdict(Opaque):
    """What one send came to; `answer` where it is done: the JSON, or what `decode` made of it.

    Its texts are shown once they are clean.
    """

    kind: Kind
    answer: Any = None
    errcode: int = 0
    errmsg: str = ""
    detail: str = ""
    status: int | None = None

    def __repr__(self) -> str:
        return f"Verdict({self.kind!r}, errcode={self.errcode}, status={self.status}, …)"

    @property
    def is_unknown(self) -> bool:
        """Whether the platform may have carried the request out without our knowing."""
        return self.kind in ("lost", "garbled")


def classify(
    outcome: Reply | NoReply, errcode_required: bool = True, decode: Decode | None = None
) -> Verdict:
    """Say what an outcome means; `errcode_required`: a success says so by an errcode of 0.

    `decode`: what makes an answer of the body of a success, if it can, in the place of JSON.
    """
    if isinstance(outcome, NoReply):
        return Verdict(
            "rejected" if outcome.kind == "refused" else outcome.kind, detail=outcome.detail
        )
    status = outcome.status
    if 200 <= status < 300:
        return _classify_body(outcome, errcode_required, decode)
    detail = f"the server answered HTTP {status}"
    if 300 <= status < 400:
        detail += ", a redirect, which is not followed: check base_url and proxies"
    return Verdict("rejected" if 300 <= status < 500 else "lost", detail=detail, status=status)


def _classify_body(reply: Reply, errcode_required: bool, decode: Decode | None) -> Verdict:
    if decode is not None and not reply.flaw and (done := decode(reply.body)) is not None:
        return Verdict("done", done, errmsg=_text(done.errmsg))
    answer, flaw = (None, reply.flaw) if reply.flaw else _decode(reply.body)
    if answer is not None and "errcode" not in answer and not errcode_required:
        return Verdict("done", answer, errmsg=_text(answer.get("errmsg")))
    errcode = number_of(answer.get("errcode")) if answer is not None else None
    if answer is None or errcode is None:
        flaw = flaw or "a JSON object without a numeric errcode"
        return Verdict("garbled", detail=f"HTTP {reply.status} came with {flaw}")
    if errcode == 0:
        return Verdict("done", answer, errmsg=_text(answer.get("errmsg")))
    errmsg = answer.get("errmsg")
    kind = KINDS.get(errcode, "errcode")
    return Verdict(kind, errcode=errcode, errmsg="" if errmsg is None else str(errmsg))


def _text(errmsg: Any) -> str:
    return errmsg if isinstance(errmsg, str) else ""


def _decode(body: bytes) -> tuple[dict[str, Any] | None, str]:
    """Return the JSON object, or None and what came instead of one."""
    # Bytes that no text holds become U+FFFD: one bad name must not hide what the answer says.
    text = decode_text(body, errors="replace")
    if not text.strip():
        return None, "an empty body"
    try:
        decoded = decode_json(text)
    except RecursionError:
        return None, "JSON that is nested too deeply"
    except ValueError:
        return None, "HTML" if text.lstrip().startswith("<") else "a body that is not JSON, or cut"
    if isinstance(decoded, dict):
        return decoded, ""
    return None, f"JSON that is not an object, but {type(decoded).__name__}"


class Policy(Named):
    """How often and how long to try.

    Waits double from `first` up to `longest` seconds; a random part, up to half of each, is taken
    off, so that clients which failed together do not come back together. `budget`: seconds that one
    call may wait altogether. `sends`, `busy_sends`, `unknown_sends`: sends of one call altogether,
    of those answered -1, and of those whose outcome is unknown.
    """

    first: float = 0.5
    longest: float = 8.0
    budget: float = 20.0
    sends: int = 6
    busy_sends: int = 3
    unknown_sends: int = 3


DEFAULT_POLICY = Policy()


class Deadline:
    """The end of one call, whatever it still has to do."""

    def __init__(self, seconds: float | None, monotonic: Callable[[], float]) -> None:
        """Begin now; None: there is no end."""
        self._monotonic = monotonic
        self._end = None if seconds is None else monotonic() + seconds

    @property
    def left(self) -> float | None:
        """Seconds until the end, below 0 after it; None: there is none."""
        return None if self._end is None else self._end - self._monotonic()

    @property
    def is_over(self) -> bool:
        """Whether it is past."""
        left = self.left
        return left is not None and left <= 0

    def put_off(self, seconds: float) -> None:
        """Put it off: the client itself held the call up."""
        if self._end is not None:
            self._end += seconds


class Attempts:
    """Keeps count of the sends of one call."""

    def __init__(
        self,
        policy: Policy,
        random: Callable[[], float],
        budget: float,
        deadline: Deadline | None = None,
    ) -> None:
        self._policy = policy
        self.deadline = deadline or Deadline(None, time.monotonic)
        self._random = random
        self._waits = 0
        self._busy = 0
        self._unknown = 0
        self.sends = 0
        self.patience = budget
        self.unknown: Verdict | None = None

    def count(self, verdict: Verdict) -> None:
        """Remember what a send came to."""
        self.sends += 1
        if verdict.kind == "busy":
            self._busy += 1
        elif verdict.is_unknown:
            self._unknown += 1
            self.unknown = verdict

    def pause(self, verdict: Verdict, repeatable: bool) -> float | None:
        """Return the seconds to wait before the next send, or None where there must be none."""
        policy = self._policy
        is_for_reads = verdict.is_unknown or verdict.kind == "conflict"
        may_repeat = repeatable if is_for_reads else verdict.kind in _NOT_CARRIED_OUT
        if (
            not may_repeat
            or self.sends >= policy.sends
            or self._busy >= policy.busy_sends
            or self._unknown >= policy.unknown_sends
        ):
            return None
        doubled: float = policy.first * 2**self._waits
        wait = min(policy.longest, doubled) * (1 - self._random() / 2)
        left = self.deadline.left
        if wait > self.patience or (left is not None and wait >= left):
            return None
        self._waits += 1
        self.patience -= wait
        return wait


# A write that collided was not carried out either, but what it was meant to change has changed
# since: whether it still makes sense is for its caller to say.
_NOT_CARRIED_OUT = frozenset({"busy", "rate", "crowd", "not_made"})
