# Copied from templates/wecom_client/simulator/seed.py: edit that file, then run 'make generate'.
"""The seed file: a JSON object that says what the simulator begins with.

```json
{
  "visible_people": 40,
  "daily_transfers": 300,
  "join_way_limit": 500000,
  "members": ["zhangsan", {"userid": "lisi", "name": "Li Si", "resigned": true}],
  "groups": [
    {
      "owner": "lisi",
      "chat_id": "wrExample",
      "name": "Support",
      "members": ["wm-one", {"userid": "wm-two", "name": "Two", "state": "poster"}],
      "messages": [{"day": "2024-05-01", "count": 3, "senders": ["lisi", "wm-one"]}]
    }
  ]
}
```

`members` and `groups` take what `Simulator.add_member` and `Simulator.add_group` take; the numbers
are those that `Simulator` is made with.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from .._runtime.checks import Array, Boolean, Check, Integer, Number, Object, String
from .._runtime.decode import decode_json, decode_text
from .._runtime.problems import Report
from .seeding import Seeding

_ID = String(min_length=1)
_IDS = Array(_ID)


class SeedError(ValueError):
    """The seed file cannot be used; the message says where and why, one problem a line."""


@dataclass(frozen=True, slots=True)
class _TextOr:
    """A text, or an object."""

    other: Object

    def check(self, value: Any, path: str, report: Report) -> Any:
        """Check one of both."""
        return (_ID if isinstance(value, str) else self.other).check(value, path, report)


@dataclass(frozen=True, slots=True)
class _Date:
    """A day as `YYYY-MM-DD`."""

    def check(self, value: Any, path: str, report: Report) -> Any:
        """Check one day and return it as a date."""
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            report.problem(path, "type", f"must be a day as YYYY-MM-DD, is {value!r}")
            return value


_MEMBER: Mapping[str, Check] = {
    "userid": _ID,
    "name": String(),
    "customer_contact": Boolean(),
    "verified": Boolean(),
    "activated": Boolean(),
    "last_login": Number(),
    "resigned": Boolean(),
}
_GROUP_MEMBER: Mapping[str, Check] = {
    "userid": _ID,
    "type": Integer(enum={1: "member of the company", 2: "customer"}),
    "join_time": Integer(),
    "join_scene": Integer(enum={1: "invited", 2: "invited by a link", 3: "scanned a QR code"}),
    "name": String(),
    "unionid": String(),
    "invitor": _ID,
    "group_nickname": String(),
    "state": String(),
}
_MESSAGES: Mapping[str, Check] = {"day": _Date(), "count": Integer(minimum=0), "senders": _IDS}
_GROUP: Mapping[str, Check] = {
    "owner": _ID,
    "name": String(),
    "members": Array(_TextOr(Object(_GROUP_MEMBER, required=("userid",)))),
    "admins": _IDS,
    "notice": String(),
    "create_time": Integer(),
    "status": Integer(),
    "migrated": Boolean(),
    "chat_id": _ID,
    "messages": Array(Object(_MESSAGES, required=("day", "count"))),
}
_NUMBERS = ("visible_people", "daily_transfers", "join_way_limit")
_SEED = Object(
    {
        **{name: Integer(minimum=0) for name in _NUMBERS},
        "members": Array(_TextOr(Object(_MEMBER, required=("userid",)))),
        "groups": Array(Object(_GROUP, required=("owner",))),
    }
)


def load_seed(path: Path, simulator: Seeding) -> None:
    """Put what a seed file says into a simulator.

    Raises:
        SeedError: the file cannot be read, is no JSON, has unknown or wrong fields (all are told),
            or says something that cannot be.
    """
    try:
        content = decode_json(decode_text(path.read_bytes()))
    except OSError as error:
        raise SeedError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        flaw = f"byte 0x{error.object[error.start]:02x} is not {error.encoding.upper()}"
        raise SeedError(f"{path}:{line}: {flaw}; save the file as UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise SeedError(f"{path}: is not JSON: {error}") from error
    report = Report(wire=True)
    seed = _SEED.check(content, "", report)
    if report.problems:
        raise SeedError("\n".join(f"{path}: {problem}" for problem in report.problems))
    try:
        _sow(seed, simulator)
    except _ImpossibleError as error:
        raise SeedError(f"{path}: {error}") from error


class _ImpossibleError(ValueError):
    """A call refused what the file says."""


@contextmanager
def _at(place: str) -> Generator[None, None, None]:
    try:
        yield
    except ValueError as error:
        raise _ImpossibleError(f"{place}: {error}") from error


def _sow(seed: Mapping[str, Any], simulator: Seeding) -> None:
    for name in _NUMBERS:
        if name in seed:
            setattr(simulator, name, seed[name])
    for index, item in enumerate(seed.get("members", ())):
        member = {"userid": item} if isinstance(item, str) else dict(item)
        with _at(f"members[{index}]"):
            resigned = member.pop("resigned", False)
            simulator.add_member(**member)
            if resigned:
                simulator.resign(member["userid"])
    for index, item in enumerate(seed.get("groups", ())):
        group = dict(item)
        with _at(f"groups[{index}]"):
            messages = group.pop("messages", ())
            chat_id = simulator.add_group(**group)
            for message in messages:
                simulator.set_messages(chat_id, **message)
