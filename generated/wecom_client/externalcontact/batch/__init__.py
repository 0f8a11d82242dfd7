# Generated from specs/externalcontact/batch/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `externalcontact/batch`."""

from __future__ import annotations

from ..._runtime.namespace import AsyncNamespace, Namespace
from ...externalcontact._shapes import (
    ExternalAttrItem,
    ExternalAttrItemMiniprogram,
    ExternalAttrItemText,
    ExternalContact,
    ExternalProfile,
    Web,
)
from . import get_by_user as get_by_user

__all__ = [
    "AsyncBatchNamespace",
    "BatchNamespace",
    "ExternalAttrItem",
    "ExternalAttrItemMiniprogram",
    "ExternalAttrItemText",
    "ExternalContact",
    "ExternalProfile",
    "Web",
]


class BatchNamespace(get_by_user._Methods, Namespace):
    """Operations below `externalcontact/batch`."""

    __slots__ = ()


class AsyncBatchNamespace(get_by_user._AsyncMethods, AsyncNamespace):
    """Operations below `externalcontact/batch`, with await."""

    __slots__ = ()
