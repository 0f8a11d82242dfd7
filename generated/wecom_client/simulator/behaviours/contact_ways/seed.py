# Copied from templates/wecom_client/simulator/behaviours/contact_ways/seed.py: edit that file, then run 'make generate'.
"""What a seed file says of contact ways and departments.

```json
{
  "contact_way_limit": 500000,
  "daily_temporary_contact_ways": 100000,
  "departments": [{"department": 2, "userids": ["lisi", "zhangsan"]}],
  "contact_ways": [
    {"user": ["lisi"], "config_id": "example", "state": "poster", "create_time": 1790000000},
    {"user": [], "party": [2], "scene": 1}
  ]
}
```

`departments` take what `Simulator.add_department` takes, and `contact_ways` what `add_contact_way`
does. Customers who came through them come after them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._runtime.checks import Object
from ...behaviour import Seed
from .seeding import CONTACT_WAY, DEPARTMENT, Seeding


def _add_department(simulator: Seeding, item: Mapping[str, Any]) -> None:
    simulator.add_department(**item)


def _add_contact_way(simulator: Seeding, item: Mapping[str, Any]) -> None:
    simulator.add_contact_way(**item)


SEEDS = {
    "departments": Seed(Object(DEPARTMENT, required=("department", "userids")), _add_department),
    "contact_ways": Seed(Object(CONTACT_WAY, required=("user",)), _add_contact_way),
}
