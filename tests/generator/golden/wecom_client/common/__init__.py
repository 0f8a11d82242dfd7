# Generated from specs/common/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `common`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import Later
from .._runtime.namespace import Namespace

if TYPE_CHECKING:
    from ._async import AsyncCommon

__all__ = ["AsyncCommon", "Common"]

if not TYPE_CHECKING:
    __getattr__ = Later(__name__, {"AsyncCommon": "._async"})
    __dir__ = __getattr__.names


class Common(Namespace):
    """Operations below `common`."""
