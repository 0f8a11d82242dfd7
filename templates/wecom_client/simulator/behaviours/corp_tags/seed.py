"""What a seed file says of the company's tags.

```json
{
  "corp_tag_limit": 10000,
  "tag_groups": [
    {"name": "Level", "tags": ["new", {"name": "VIP", "id": "etExample", "order": 9}]}
  ]
}
```

`tag_groups` take what `Simulator.add_tag_group` takes. Customers who have tags come after them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._runtime.checks import Array, Check, Integer, Object
from ...behaviour import Seed
from ...seed_checks import ID, TextOr
from .seeding import Seeding

_TAG: Mapping[str, Check] = {"name": ID, "id": ID, "order": Integer(minimum=0)}
_GROUP: Mapping[str, Check] = {
    "name": ID,
    "tags": Array(TextOr(Object(_TAG, required=("name",))), min_items=1),
    "group_id": ID,
    "order": Integer(minimum=0),
    "create_time": Integer(minimum=0),
    "application": ID,
    "strategy_id": Integer(),
}


def _add_tag_group(simulator: Seeding, item: Mapping[str, Any]) -> None:
    simulator.add_tag_group(**item)


SEEDS = {"tag_groups": Seed(Object(_GROUP, required=("name", "tags")), _add_tag_group)}
