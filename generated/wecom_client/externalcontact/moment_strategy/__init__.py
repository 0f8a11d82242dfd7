# Generated from specs/externalcontact/moment_strategy/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `externalcontact/moment_strategy`."""

from __future__ import annotations

from ..._runtime.namespace import AsyncNamespace, Namespace
from . import create as create
from . import del_ as del_
from . import edit as edit
from . import get as get
from . import get_range as get_range
from . import list as list
from ._shapes import RightsParam

__all__ = ["AsyncMomentStrategy", "MomentStrategy", "RightsParam"]


class MomentStrategy(
    create._Methods,
    del_._Methods,
    edit._Methods,
    get._Methods,
    get_range._Methods,
    list._Methods,
    Namespace,
):
    """Operations below `externalcontact/moment_strategy`."""

    __slots__ = ()


class AsyncMomentStrategy(
    create._AsyncMethods,
    del_._AsyncMethods,
    edit._AsyncMethods,
    get._AsyncMethods,
    get_range._AsyncMethods,
    list._AsyncMethods,
    AsyncNamespace,
):
    """Operations below `externalcontact/moment_strategy`, with await."""

    __slots__ = ()
