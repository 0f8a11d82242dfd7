# Generated from specs/externalcontact/groupchat/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `externalcontact/groupchat`."""

from __future__ import annotations

from ..._runtime.namespace import AsyncNamespace, Namespace
from . import add_join_way as add_join_way
from . import del_join_way as del_join_way
from . import get as get
from . import get_join_way as get_join_way
from . import list as list
from . import onjob_transfer as onjob_transfer
from . import statistic as statistic
from . import statistic_group_by_day as statistic_group_by_day
from . import transfer as transfer
from . import update_join_way as update_join_way
from ._shapes import FailedChat, JoinWay, OwnerFilterParam, StatisticData

__all__ = [
    "AsyncGroupchat",
    "FailedChat",
    "Groupchat",
    "JoinWay",
    "OwnerFilterParam",
    "StatisticData",
]


class Groupchat(
    add_join_way._Methods,
    del_join_way._Methods,
    get._Methods,
    get_join_way._Methods,
    list._Methods,
    onjob_transfer._Methods,
    statistic._Methods,
    statistic_group_by_day._Methods,
    transfer._Methods,
    update_join_way._Methods,
    Namespace,
):
    """Operations below `externalcontact/groupchat`."""

    __slots__ = ()


class AsyncGroupchat(
    add_join_way._AsyncMethods,
    del_join_way._AsyncMethods,
    get._AsyncMethods,
    get_join_way._AsyncMethods,
    list._AsyncMethods,
    onjob_transfer._AsyncMethods,
    statistic._AsyncMethods,
    statistic_group_by_day._AsyncMethods,
    transfer._AsyncMethods,
    update_join_way._AsyncMethods,
    AsyncNamespace,
):
    """Operations below `externalcontact/groupchat`, with await."""

    __slots__ = ()
