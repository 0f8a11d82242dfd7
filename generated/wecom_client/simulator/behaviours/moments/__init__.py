# Copied from templates/wecom_client/simulator/behaviours/moments/__init__.py: edit that file, then run 'make generate'.
"""The behaviour of moments: made by a job, published by members, read, and ended.

`creation` and `reading` say what the pages leave open and how it is decided. A seed file has
`moments`, with what `Simulator.add_moment` takes, after the customers who see them; one of the
company's that is `published` was published by all of its senders:

```json
{"moments": [
  {"creator": "lisi", "text": "Spring fair", "moment_id": "momExample"},
  {"text": "Spring fair", "senders": ["lisi"], "published": true}
]}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._runtime.checks import Boolean, Object
from ...behaviour import Behaviour, Route, Seed
from ...refusals import ProblemCodes
from . import creation, reading
from .records import Moment, MomentReaction, MomentTask
from .seeding import MOMENT, Seeding
from .state import MomentsState

__all__ = [
    "BEHAVIOUR",
    "GROUP",
    "SETTINGS",
    "Moment",
    "MomentReaction",
    "MomentTask",
    "Seeding",
]

GROUP = "externalcontact"
SETTINGS = {"moment_delay": 0, "moment_limit": 100_000}

_CONTENT: ProblemCodes = {
    ("text", "requiredUnlessGiven"): 41089,
    ("text.content", "maxLength"): 45002,
    ("attachments", "minItems"): 41089,
    ("attachments", "itemsAgreeOn"): 41065,
    ("attachments", "maxItemsWith"): 41064,
    ("attachments.msgtype", "enum"): 41065,
}
_MOMENT_ID: ProblemCodes = {("moment_id", rule): 41059 for rule in ("required", "minLength")}


_MOMENT = {**MOMENT, "published": Boolean()}


def _add(simulator: Seeding, item: Mapping[str, Any]) -> None:
    values = dict(item)
    published = values.pop("published", False) and "creator" not in values
    moment_id = simulator.add_moment(**values)
    for userid in simulator.moments[moment_id].tasks if published else ():
        simulator.publish_moment(moment_id, userid)


BEHAVIOUR = Behaviour(
    group=GROUP,
    state=MomentsState,
    routes={
        "add_moment_task": Route(creation.add_moment_task, _CONTENT),
        "get_moment_task_result": Route(creation.get_moment_task_result),
        "cancel_moment_task": Route(creation.cancel_moment_task, _MOMENT_ID),
        "get_moment_list": Route(reading.get_moment_list),
        "get_moment_task": Route(reading.get_moment_task, _MOMENT_ID),
        "get_moment_customer_list": Route(reading.get_moment_customer_list, _MOMENT_ID),
        "get_moment_send_result": Route(reading.get_moment_send_result, _MOMENT_ID),
        "get_moment_comments": Route(reading.get_moment_comments, _MOMENT_ID),
    },
    settings=SETTINGS,
    seeds={"moments": Seed(Object(_MOMENT), _add)},
)
