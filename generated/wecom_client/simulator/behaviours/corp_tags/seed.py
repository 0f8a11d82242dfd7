# Copied from templates/wecom_client/simulator/behaviours/corp_tags/seed.py: edit that file, then run 'make generate'.
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

from ...._runtime.checks import Object
from ...behaviour import Seed
from .seeding import TAG_GROUP, Seeding


def _add_tag_group(simulator: Seeding, item: Mapping[str, Any]) -> None:
    simulator.add_tag_group(**item)


SEEDS = {"tag_groups": Seed(Object(TAG_GROUP, required=("name", "tags")), _add_tag_group)}
