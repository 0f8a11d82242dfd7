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

from ...._runtime.checks import Array, Check, Object
from ...behaviour import Seed
from ...seed_checks import DayText
from .seeding import GROUP, MESSAGES, Seeding

_MESSAGES: Mapping[str, Check] = {
    **{name: check for name, check in MESSAGES.items() if name != "chat_id"},
    "day": DayText(),
}
_GROUP: Mapping[str, Check] = {
    **GROUP,
    "messages": Array(Object(_MESSAGES, required=("day", "count"))),
}


def _add_group(simulator: Seeding, item: Mapping[str, Any]) -> None:
    group = dict(item)
    messages = group.pop("messages", ())
    chat_id = simulator.add_group(**group)
    for message in messages:
        simulator.set_messages(chat_id, **message)


SEEDS = {"groups": Seed(Object(_GROUP, required=("owner",)), _add_group)}
