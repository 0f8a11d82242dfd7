"""The behaviour of product albums: products made, read, listed, changed and deleted.

`products` says what the page leaves open and how it is decided. A seed file has `products`, with
what `Simulator.add_product` takes:

```json
{"products": [{"product_id": "pExample", "description": "A lamp", "price": 30000}]}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._runtime.checks import Object
from ...behaviour import Behaviour, Route, Seed
from ...refusals import ProblemCodes
from . import products
from .seeding import PRODUCT, Seeding
from .state import Product, ProductAlbumsState

__all__ = ["BEHAVIOUR", "GROUP", "SETTINGS", "Product", "Seeding"]

GROUP = "externalcontact"
SETTINGS = {"product_limit": 10_000}

_FIELDS: ProblemCodes = {
    **{("description", rule): 41087 for rule in ("required", "type", "minLength", "maxLength")},
    **{("price", rule): 41086 for rule in ("required", "type", "maximum")},
    **{("product_sn", rule): 41085 for rule in ("type", "minLength", "maxBytes", "pattern")},
    **{("attachments", rule): 41088 for rule in ("required", "minItems")},
    ("attachments", "maxItems"): 41064,
    ("attachments.type", "enum"): 41065,
}


def _add(simulator: Seeding, item: Mapping[str, Any]) -> None:
    simulator.add_product(**item)


BEHAVIOUR = Behaviour(
    group=GROUP,
    state=ProductAlbumsState,
    routes={
        "add_product_album": Route(products.add_product_album, _FIELDS),
        "get_product_album": Route(products.get_product_album),
        "get_product_album_list": Route(products.get_product_album_list),
        "update_product_album": Route(products.update_product_album, _FIELDS),
        "delete_product_album": Route(products.delete_product_album),
    },
    settings=SETTINGS,
    seeds={"products": Seed(Object(PRODUCT, required=("description",)), _add)},
)
