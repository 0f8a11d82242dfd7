# Generated from specs/depot/_shapes.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""Shapes that several operations below `depot` share."""

from __future__ import annotations

from .._error_table import ERRORS
from .._runtime.answers import FailedRecord
from .._runtime.records import Record, renamed


class Figures(Record):
    """Figures."""

    came: int
    """Parcels that came."""
    weight: float
    """Weight of what came."""
    here: int
    """Parcels that are here."""
    label: str
    """No figure."""


class LostParcel(FailedRecord, errors=ERRORS):
    """A parcel that could not be sent back, and why."""

    parcel: str
    """Its id."""
    errcode: int
    """Error code."""
    errmsg: str
    """Its text."""
    meaning_: str = renamed("meaning")
    """A name that such a record has already."""


class Parcel(Record):
    """A parcel."""

    number: int
    """Its number."""
    place: str | None
    """Where it is. Present only while it is here."""
