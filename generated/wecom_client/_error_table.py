# Generated from specs/errors.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The platform's error codes; what is said of them is loaded when one is looked up."""

from __future__ import annotations

from collections.abc import Mapping

from ._runtime.errcodes import ErrorEntry, ErrorTable


def _rows() -> Mapping[int, ErrorEntry]:
    from ._error_codes import ROWS

    return ROWS


ERRORS = ErrorTable(_rows)
