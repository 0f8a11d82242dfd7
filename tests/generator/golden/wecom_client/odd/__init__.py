# Generated from specs/odd/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `odd`."""

from __future__ import annotations

from .._runtime.namespace import AsyncNamespace, Namespace
from . import bool as bool
from . import float as float
from . import int as int
from . import list as list
from . import object as object
from . import overload as overload
from . import tuple as tuple

__all__ = ["AsyncOdd", "Odd"]


class Odd(
    bool.Methods,
    float.Methods,
    int.Methods,
    list.Methods,
    object.Methods,
    overload.Methods,
    tuple.Methods,
    Namespace,
):
    """Operations below `odd`."""

    __slots__ = ()


class AsyncOdd(
    bool.AsyncMethods,
    float.AsyncMethods,
    int.AsyncMethods,
    list.AsyncMethods,
    object.AsyncMethods,
    overload.AsyncMethods,
    tuple.AsyncMethods,
    AsyncNamespace,
):
    """Operations below `odd`, with await."""

    __slots__ = ()
