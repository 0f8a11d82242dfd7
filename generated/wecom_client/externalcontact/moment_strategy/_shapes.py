# Generated from specs/externalcontact/moment_strategy/_shapes.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""Shapes that several operations below `externalcontact/moment_strategy` share."""

from __future__ import annotations

from typing import TypedDict


class RightsParam(TypedDict, total=False):
    """What the people in charge of a rule group may do."""

    view_moment_list: bool
    """See everything that members publish in the moments of customers."""
    send_moment: bool
    """Let members publish in the moments of customers."""
    manage_moment_cover_and_sign: bool
    """Set cover and signature of the moments."""
