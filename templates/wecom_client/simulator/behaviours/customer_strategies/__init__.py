"""The behaviour of rule groups of customer contact: made, read, listed, changed and deleted.

`rule_groups` says what the page leaves open and how it is decided. A seed file has
`customer_strategies`, with what `Simulator.add_customer_strategy` takes, after its `departments`:

```json
{"customer_strategies": [
  {"strategy_name": "Sales", "admin_list": ["lisi"], "range": [{"type": 1, "userid": "lisi"}]}
]}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...behaviour import Behaviour
from ..rule_groups import routes, seed_of
from .seeding import RULE_GROUP, Seeding
from .state import CustomerStrategiesState

__all__ = ["BEHAVIOUR", "GROUP", "SETTINGS", "Seeding"]

GROUP = "externalcontact/customer_strategy"
SETTINGS: dict[str, int] = {}


def _add(simulator: Seeding, item: Mapping[str, Any]) -> None:
    simulator.add_customer_strategy(**item)


BEHAVIOUR = Behaviour(
    group=GROUP,
    state=CustomerStrategiesState,
    routes=routes(),
    settings=SETTINGS,
    seeds={"customer_strategies": seed_of(RULE_GROUP, _add)},
)
