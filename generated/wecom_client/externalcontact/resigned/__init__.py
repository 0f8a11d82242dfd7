# Generated from specs/externalcontact/resigned/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `externalcontact/resigned`."""

from __future__ import annotations

from ..._runtime.namespace import AsyncNamespace, Namespace
from ...externalcontact._shapes import BegunTransfer, TransferState
from . import transfer_customer as transfer_customer
from . import transfer_result as transfer_result

__all__ = ["AsyncResigned", "BegunTransfer", "Resigned", "TransferState"]


class Resigned(transfer_customer._Methods, transfer_result._Methods, Namespace):
    """Operations below `externalcontact/resigned`."""

    __slots__ = ()


class AsyncResigned(transfer_customer._AsyncMethods, transfer_result._AsyncMethods, AsyncNamespace):
    """Operations below `externalcontact/resigned`, with await."""

    __slots__ = ()
