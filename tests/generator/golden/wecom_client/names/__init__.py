# Generated from specs/names/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `names`."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .._runtime import Later
from .._runtime.namespace import AsyncNamespace, Child, Namespace
from . import del_ as del_
from . import get as get
from . import import_ as import_
from . import int as int
from . import list as list
from . import str as str
from . import tell_those_who_deliver_of_part_2 as tell_those_who_deliver_of_part_2
from . import tell_those_who_deliver_of_part_10 as tell_those_who_deliver_of_part_10
from . import type as type

if TYPE_CHECKING:
    from . import property as property
    from . import zed as zed
    from .property import AsyncProperty as _AsyncProperty
    from .property import Property as _Property
    from .zed import AsyncZed as _AsyncZed
    from .zed import Zed as _Zed

__all__ = ["AsyncNames", "Names"]

if not TYPE_CHECKING:
    __getattr__ = Later(__name__, dict.fromkeys(["property", "zed"], ""))
    __dir__ = __getattr__.names


class Names(
    del_.Methods,
    get.Methods,
    import_.Methods,
    int.Methods,
    list.Methods,
    str.Methods,
    tell_those_who_deliver_of_part_10.Methods,
    tell_those_who_deliver_of_part_2.Methods,
    type.Methods,
    Namespace,
):
    """Operations below `names`."""

    __slots__ = ()

    if TYPE_CHECKING:

        @builtins.property
        def property(self) -> _Property:
            """Operations below `names/property`."""

        @builtins.property
        def zed(self) -> _Zed:
            """Operations below `names/zed`."""
    else:
        property = Child(__package__, "property", "Property", "Operations below `names/property`.")
        zed = Child(__package__, "zed", "Zed", "Operations below `names/zed`.")


class AsyncNames(
    del_.AsyncMethods,
    get.AsyncMethods,
    import_.AsyncMethods,
    int.AsyncMethods,
    list.AsyncMethods,
    str.AsyncMethods,
    tell_those_who_deliver_of_part_10.AsyncMethods,
    tell_those_who_deliver_of_part_2.AsyncMethods,
    type.AsyncMethods,
    AsyncNamespace,
):
    """Operations below `names`, with await."""

    __slots__ = ()

    if TYPE_CHECKING:

        @builtins.property
        def property(self) -> _AsyncProperty:
            """Operations below `names/property`."""

        @builtins.property
        def zed(self) -> _AsyncZed:
            """Operations below `names/zed`."""
    else:
        property = Child(
            __package__, "property", "AsyncProperty", "Operations below `names/property`."
        )
        zed = Child(__package__, "zed", "AsyncZed", "Operations below `names/zed`.")
