# Generated from specs/depot/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `depot`."""

from __future__ import annotations

from .._runtime.namespace import AsyncNamespace, Namespace
from . import counts as counts
from . import del_ as del_
from . import figures as figures
from . import list as list
from . import read as read
from . import scan as scan
from . import weigh as weigh
from ._shapes import Figures, LostParcel, Parcel

__all__ = ["AsyncDepot", "Depot", "Figures", "LostParcel", "Parcel"]


class Depot(
    counts.Methods,
    del_.Methods,
    figures.Methods,
    list.Methods,
    read.Methods,
    scan.Methods,
    weigh.Methods,
    Namespace,
):
    """Operations below `depot`."""

    __slots__ = ()


class AsyncDepot(
    counts.AsyncMethods,
    del_.AsyncMethods,
    figures.AsyncMethods,
    list.AsyncMethods,
    read.AsyncMethods,
    scan.AsyncMethods,
    weigh.AsyncMethods,
    AsyncNamespace,
):
    """Operations below `depot`, with await."""

    __slots__ = ()
