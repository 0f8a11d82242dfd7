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

from ...._runtime.checks import Array, Boolean, Check, Integer, Object, String
from ...behaviour import Seed
from ...seed_checks import ID, IDS
from .seeding import Seeding

_DEPARTMENT: Mapping[str, Check] = {"department": Integer(), "userids": IDS}
_WAY: Mapping[str, Check] = {
    "user": IDS,
    "config_id": ID,
    "application": ID,
    "create_time": Integer(minimum=0),
    "scene": Integer(minimum=1, maximum=2),
    "party": Array(Integer()),
    "style": Integer(minimum=1, maximum=3),
    "remark": String(),
    "skip_verify": Boolean(),
    "state": String(),
    "is_temp": Boolean(),
    "expires_in": Integer(minimum=0),
    "chat_expires_in": Integer(minimum=0),
    "unionid": ID,
    "is_exclusive": Boolean(),
    "mark_source": Boolean(),
    "conclusions": Object({}, additional_properties=True),
}


def _add_department(simulator: Seeding, item: Mapping[str, Any]) -> None:
    simulator.add_department(**item)


def _add_contact_way(simulator: Seeding, item: Mapping[str, Any]) -> None:
    simulator.add_contact_way(**item)


SEEDS = {
    "departments": Seed(Object(_DEPARTMENT, required=("department", "userids")), _add_department),
    "contact_ways": Seed(Object(_WAY, required=("user",)), _add_contact_way),
}
