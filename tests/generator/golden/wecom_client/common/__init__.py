# Generated from specs/common/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `common`."""

from __future__ import annotations

from .._runtime.namespace import Namespace


class Common(Namespace):
    """Operations below `common`."""
