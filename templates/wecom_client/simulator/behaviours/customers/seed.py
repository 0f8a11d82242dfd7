"""What a seed file says of customers.

```json
{
  "customer_tag_limit": 3000,
  "unlicensed_members": ["wangwu"],
  "customers": [
    {
      "userid": "lisi",
      "external_userid": "wmExample",
      "name": "Li",
      "createtime": 1790000000,
      "add_way": 1,
      "state": "poster",
      "remark": "Li of sales"
    },
    {"userid": "zhangsan", "external_userid": "wmExample"}
  ]
}
```

`unlicensed_members` are members without a licence for external contact. `customers` take what
`Simulator.add_customer` takes, one element for each member of a customer. The tags that they have,
and the contact ways `via` which they came, stand before them in the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._runtime.checks import Object
from ...behaviour import Seed
from ...seed_checks import ID
from .seeding import CUSTOMER, Seeding


def _add_customer(simulator: Seeding, item: Mapping[str, Any]) -> None:
    simulator.add_customer(**item)


def _take_licence(simulator: Seeding, userid: str) -> None:
    simulator.set_licence(userid, valid=False)


SEEDS = {
    "unlicensed_members": Seed(ID, _take_licence),
    "customers": Seed(Object(CUSTOMER, required=("userid",)), _add_customer),
}
