# Copied from templates/wecom_client/simulator/behaviours/opengid/__init__.py: edit that file, then run 'make generate'.
"""The behaviour of opengids: turned into chat ids of customer groups.

A seed file has `opengids`, with what `Simulator.add_opengid` takes, after its `groups`:

```json
{"groups": [{"owner": "lisi", "chat_id": "wrExample"}],
 "opengids": [{"opengid": "oGExample", "chat_id": "wrExample"}]}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._runtime.checks import Object
from ...behaviour import Behaviour, Route, Seed
from .seeding import OPENGID, Seeding
from .state import OpengidState, opengid_to_chatid

__all__ = ["BEHAVIOUR", "GROUP", "SETTINGS", "Seeding"]

GROUP = "externalcontact"
SETTINGS: dict[str, int] = {}


def _add_opengid(simulator: Seeding, item: Mapping[str, Any]) -> None:
    simulator.add_opengid(item.get("chat_id"), opengid=item.get("opengid"))


BEHAVIOUR = Behaviour(
    group=GROUP,
    state=OpengidState,
    routes={"opengid_to_chatid": Route(opengid_to_chatid)},
    settings=SETTINGS,
    seeds={"opengids": Seed(Object(OPENGID), _add_opengid)},
)
