# Generated from specs/externalcontact/group_welcome_template/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `externalcontact/group_welcome_template`."""

from __future__ import annotations

from ..._runtime.namespace import AsyncNamespace, Namespace
from ...externalcontact._shapes import Link, Miniprogram, Text
from . import add as add
from . import del_ as del_
from . import edit as edit
from . import get as get

__all__ = ["AsyncGroupWelcomeTemplate", "GroupWelcomeTemplate", "Link", "Miniprogram", "Text"]


class GroupWelcomeTemplate(add._Methods, del_._Methods, edit._Methods, get._Methods, Namespace):
    """Operations below `externalcontact/group_welcome_template`."""

    __slots__ = ()


class AsyncGroupWelcomeTemplate(
    add._AsyncMethods, del_._AsyncMethods, edit._AsyncMethods, get._AsyncMethods, AsyncNamespace
):
    """Operations below `externalcontact/group_welcome_template`, with await."""

    __slots__ = ()
