"""What a seed file says of mass messages.

```json
{
  "mass_message_period": 0,
  "mass_messages": [
    {"creator": "admin", "text": "Hello", "external_userid": ["wmExample"], "sent": true},
    {"creator": "lisi", "text": "Hello", "chat_type": "group", "personal": true}
  ]
}
```

`mass_messages` take what `Simulator.add_mass_message` takes; one that is `sent` was sent by all of
its members. They stand after the customers and groups that they are for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._runtime.checks import Boolean, Check, Object
from ...behaviour import Seed
from .seeding import MASS_MESSAGE, Seeding

_MASS_MESSAGE: Mapping[str, Check] = {**MASS_MESSAGE, "sent": Boolean()}


def _add_mass_message(simulator: Seeding, item: Mapping[str, Any]) -> None:
    values = dict(item)
    sent = values.pop("sent", False) and not values.get("personal", False)
    msgid = simulator.add_mass_message(**values)
    if sent:
        for userid in simulator.mass_messages[msgid].tasks:
            simulator.send_message(msgid, userid)


SEEDS = {"mass_messages": Seed(Object(_MASS_MESSAGE, required=("creator",)), _add_mass_message)}
