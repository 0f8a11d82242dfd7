# Copied from templates/wecom_client/simulator/behaviours/moment_strategies/__init__.py: edit that file, then run 'make generate'.
"""The behaviour of rule groups of moments: made, read, listed, changed and deleted.

`rule_groups` says what the page leaves open and how it is decided. A seed file has
`moment_strategies`, with what `Simulator.add_moment_strategy` takes, after its `departments`:

```json
{"moment_strategies": [
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
from .state import MomentStrategiesState

__all__ = ["BEHAVIOUR", "GROUP", "SETTINGS", "Seeding"]

GROUP = "externalcontact/moment_strategy"
SETTINGS: dict[str, int] = {}


def _add(simulator: Seeding, item: Mapping[str, Any]) -> None:
    simulator.add_moment_strategy(**item)


BEHAVIOUR = Behaviour(
    group=GROUP,
    state=MomentStrategiesState,
    routes=routes(),
    settings=SETTINGS,
    seeds={"moment_strategies": seed_of(RULE_GROUP, _add)},
)
