# Copied from templates/wecom_client/simulator/behaviours/groupchat/seed.py: edit that file, then run 'make generate'.
"""What a seed file says of customer groups.

```json
{
  "daily_transfers": 300,
  "join_way_limit": 500000,
  "education": false,
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

`groups` take what `Simulator.add_group` takes, and `messages` in them what `set_messages` does.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._runtime.checks import Array, Boolean, Check, Integer, Object, String
from ...behaviour import Seed
from ...seed_checks import ID, IDS, DayText, TextOr
from .seeding import Seeding

_GROUP_MEMBER: Mapping[str, Check] = {
    "userid": ID,
    "type": Integer(enum={1: "member of the company", 2: "customer"}),
    "join_time": Integer(),
    "join_scene": Integer(enum={1: "invited", 2: "invited by a link", 3: "scanned a QR code"}),
    "name": String(),
    "unionid": String(),
    "invitor": ID,
    "group_nickname": String(),
    "state": String(),
}
_MESSAGES: Mapping[str, Check] = {"day": DayText(), "count": Integer(minimum=0), "senders": IDS}
_GROUP: Mapping[str, Check] = {
    "owner": ID,
    "name": String(),
    "members": Array(TextOr(Object(_GROUP_MEMBER, required=("userid",)))),
    "admins": IDS,
    "notice": String(),
    "create_time": Integer(),
    "status": Integer(),
    "migrated": Boolean(),
    "chat_id": ID,
    "messages": Array(Object(_MESSAGES, required=("day", "count"))),
}


def _add_group(simulator: Seeding, item: Mapping[str, Any]) -> None:
    group = dict(item)
    messages = group.pop("messages", ())
    chat_id = simulator.add_group(**group)
    for message in messages:
        simulator.set_messages(chat_id, **message)


SEEDS = {"groups": Seed(Object(_GROUP, required=("owner",)), _add_group)}
