# Generated from specs/externalcontact/customer_acquisition/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `externalcontact/customer_acquisition`."""

from __future__ import annotations

from ..._runtime.namespace import AsyncNamespace, Namespace
from . import create_link as create_link
from . import customer as customer
from . import delete_link as delete_link
from . import get as get
from . import get_chat_info as get_chat_info
from . import list_link as list_link
from . import statistic as statistic
from . import update_link as update_link
from ._shapes import Range

__all__ = ["AsyncCustomerAcquisition", "CustomerAcquisition", "Range"]


class CustomerAcquisition(
    create_link._Methods,
    customer._Methods,
    delete_link._Methods,
    get._Methods,
    get_chat_info._Methods,
    list_link._Methods,
    statistic._Methods,
    update_link._Methods,
    Namespace,
):
    """Operations below `externalcontact/customer_acquisition`."""

    __slots__ = ()


class AsyncCustomerAcquisition(
    create_link._AsyncMethods,
    customer._AsyncMethods,
    delete_link._AsyncMethods,
    get._AsyncMethods,
    get_chat_info._AsyncMethods,
    list_link._AsyncMethods,
    statistic._AsyncMethods,
    update_link._AsyncMethods,
    AsyncNamespace,
):
    """Operations below `externalcontact/customer_acquisition`, with await."""

    __slots__ = ()
