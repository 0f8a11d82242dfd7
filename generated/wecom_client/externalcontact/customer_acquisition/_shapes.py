# Generated from specs/externalcontact/customer_acquisition/_shapes.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""Shapes that several operations below `externalcontact/customer_acquisition` share."""

from __future__ import annotations

from ..._runtime.records import Record, values


class Range(Record):
    """The members to whom the link leads."""

    user_list: tuple[str, ...] = values()
    """Userids of the members."""
    department_list: tuple[int, ...] = values()
    """Ids of the departments whose members take part."""
