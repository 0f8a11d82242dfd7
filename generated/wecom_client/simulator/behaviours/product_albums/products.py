# Copied from templates/wecom_client/simulator/behaviours/product_albums/products.py: edit that file, then run 'make generate'.
"""Products of product albums: made, read, listed, changed and deleted.

What the page leaves open is decided so:

- Every product is the company's: each application reads and lists all. One that another application
  made is 48002 to change or to delete. An id that was never there is 41075, that of a product that
  was deleted 41074.
- Pictures are those of `upload_attachment`, uploaded for product albums: another id, or one whose
  three days are over, is 40007, one uploaded for moments, or as no picture, 41072. A product keeps
  its pictures. Where the specs lack that operation, any id is taken.
- A description that cannot be is 41087, a price 41086, a code 41085. A price is 0 or more.
- A limit above the greatest is refused, as the checks are the specs'; below 1 it is 40058. Behind
  the last page, `next_cursor` is empty.
- How many products there can be is not on the page: as many as `product_limit`, else 41202.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ...cursors import page_of
from ...refusals import RefusalError
from .state import Product, ProductAlbumsState

_DEFAULT_LIMIT = 50
_FIELDS = ("description", "price", "product_sn", "attachments")
_FOR_PRODUCTS = 2
_NOT_ALLOWED = 48002
_DELETED = 41074
_UNKNOWN = 41075
_WRONG_PRICE = 41086
_FULL = 41202


def add_product_album(
    state: ProductAlbumsState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Make a product and return its id."""
    _require_pictures(state, params)
    return {"product_id": make(state, params, application).product_id}


def get_product_album(
    state: ProductAlbumsState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Return a product."""
    product = _known(state, params)
    return {"product": {**_told(product), "create_time": product.create_time}}


def get_product_album_list(
    state: ProductAlbumsState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """List the products."""
    numbered = ((one.number, one) for one in state.products.values())
    found, next_cursor = page_of(numbered, params, state.cursors, _DEFAULT_LIMIT)
    return {"next_cursor": next_cursor, "product_list": [_told(one) for one in found]}


def update_product_album(
    state: ProductAlbumsState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Change a product in what is given."""
    product = _own(state, params, application)
    _require_pictures(state, params)
    state.products[product.product_id] = replace(product, **_given(params))
    return {}


def delete_product_album(
    state: ProductAlbumsState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Delete a product."""
    product = _own(state, params, application)
    del state.products[product.product_id]
    state.deleted.add(product.product_id)
    return {}


def make(
    state: ProductAlbumsState,
    params: Mapping[str, Any],
    application: str,
    product_id: str | None = None,
) -> Product:
    """Make a product of what a request gives.

    Raises:
        RefusalError: it cannot be.
    """
    if len(state.products) >= state.product_limit:
        raise RefusalError(_FULL, f"there are {len(state.products)} products, as many as can be")
    product = Product(
        product_id=product_id or state.company.new_text_id("pd"),
        application=application,
        create_time=state.company.now(),
        number=state.made,
        **_given(params),
    )
    state.add(product)
    return product


def _given(params: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: params[name] for name in _FIELDS if name in params}
    if "attachments" in kept:
        kept["attachments"] = tuple(kept["attachments"])
    if kept.get("price", 0) < 0:
        raise RefusalError(_WRONG_PRICE, "price must be at least 0")
    return kept


def _told(product: Product) -> dict[str, Any]:
    return {
        "product_id": product.product_id,
        "description": product.description,
        "price": product.price,
        "product_sn": product.product_sn,
        "attachments": list(product.attachments),
    }


def _known(state: ProductAlbumsState, params: Mapping[str, Any]) -> Product:
    product = state.products.get(params["product_id"])
    if product is None:
        was_there = params["product_id"] in state.deleted
        raise RefusalError(_DELETED if was_there else _UNKNOWN, "invalid product_id")
    return product


def _own(state: ProductAlbumsState, params: Mapping[str, Any], application: str) -> Product:
    product = _known(state, params)
    if product.application != application:
        raise RefusalError(_NOT_ALLOWED, "another application made this product")
    return product


def _require_pictures(state: ProductAlbumsState, params: Mapping[str, Any]) -> None:
    uploads = state.company.find_state("media_uploads")
    for one in params.get("attachments", ()) if uploads is not None else ():
        # With its own checks off, a client may leave the id of a picture out.
        uploads.require_usable(one["image"].get("media_id", ""), "image", _FOR_PRODUCTS)
