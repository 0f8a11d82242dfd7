"""The behaviour of customer acquisition links: made, read, listed, changed and deleted.

`links` says what the pages leave open and how it is decided. A seed file has `acquisition_links`,
with what `Simulator.add_acquisition_link` takes, and `acquisition_quotas`, with what
`add_acquisition_quota` takes:

```json
{"acquisition_links": [{"link_name": "Fair", "user_list": ["lisi"], "link_id": "caExample"}],
 "acquisition_quotas": [{"expire_date": "2027-01-31", "balance": 500}]}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._runtime.checks import Object
from ...behaviour import Behaviour, Route, Seed
from ...seed_checks import DayText
from . import links
from .records import AcquisitionLink
from .seeding import LINK, QUOTA, Seeding
from .state import AcquisitionLinksState

__all__ = ["BEHAVIOUR", "GROUP", "SETTINGS", "AcquisitionLink", "Seeding"]

GROUP = "externalcontact"
SETTINGS = {"acquisition_link_limit": 10_000}

_QUOTA = Object({**QUOTA, "expire_date": DayText()}, required=("expire_date", "balance"))


def _add_link(simulator: Seeding, item: Mapping[str, Any]) -> None:
    simulator.add_acquisition_link(**item)


def _add_quota(simulator: Seeding, item: Mapping[str, Any]) -> None:
    simulator.add_acquisition_quota(**item)


BEHAVIOUR = Behaviour(
    group=GROUP,
    state=AcquisitionLinksState,
    routes={
        "customer_acquisition/create_link": Route(links.create_link),
        "customer_acquisition/get": Route(links.get),
        "customer_acquisition/list_link": Route(links.list_link),
        "customer_acquisition/update_link": Route(links.update_link),
        "customer_acquisition/delete_link": Route(links.delete_link),
        "customer_acquisition/customer": Route(links.customer, {("limit", "maximum"): 701101}),
        "customer_acquisition/statistic": Route(links.statistic),
        "customer_acquisition_quota": Route(links.quota),
    },
    settings=SETTINGS,
    seeds={
        "acquisition_links": Seed(Object(LINK, required=("link_name",)), _add_link),
        "acquisition_quotas": Seed(_QUOTA, _add_quota),
    },
)
