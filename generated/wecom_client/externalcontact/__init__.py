# Generated from specs/externalcontact/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `externalcontact`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import Later
from .._runtime.namespace import AsyncNamespace, Namespace
from .._runtime.namespace import Child as _Child_
from . import add_contact_way as add_contact_way
from . import add_corp_tag as add_corp_tag
from . import add_intercept_rule as add_intercept_rule
from . import add_moment_task as add_moment_task
from . import add_msg_template as add_msg_template
from . import add_product_album as add_product_album
from . import add_strategy_tag as add_strategy_tag
from . import cancel_groupmsg_send as cancel_groupmsg_send
from . import cancel_moment_task as cancel_moment_task
from . import close_temp_chat as close_temp_chat
from . import contact_list as contact_list
from . import customer_acquisition_quota as customer_acquisition_quota
from . import del_contact_way as del_contact_way
from . import del_corp_tag as del_corp_tag
from . import del_intercept_rule as del_intercept_rule
from . import del_strategy_tag as del_strategy_tag
from . import delete_product_album as delete_product_album
from . import edit_corp_tag as edit_corp_tag
from . import edit_strategy_tag as edit_strategy_tag
from . import get as get
from . import get_contact_way as get_contact_way
from . import get_corp_tag_list as get_corp_tag_list
from . import get_follow_user_list as get_follow_user_list
from . import get_groupmsg_list_v2 as get_groupmsg_list_v2
from . import get_groupmsg_send_result as get_groupmsg_send_result
from . import get_groupmsg_task as get_groupmsg_task
from . import get_intercept_rule as get_intercept_rule
from . import get_intercept_rule_list as get_intercept_rule_list
from . import get_moment_comments as get_moment_comments
from . import get_moment_customer_list as get_moment_customer_list
from . import get_moment_list as get_moment_list
from . import get_moment_send_result as get_moment_send_result
from . import get_moment_task as get_moment_task
from . import get_moment_task_result as get_moment_task_result
from . import get_product_album as get_product_album
from . import get_product_album_list as get_product_album_list
from . import get_strategy_tag_list as get_strategy_tag_list
from . import get_unassigned_list as get_unassigned_list
from . import get_user_behavior_data as get_user_behavior_data
from . import list as list
from . import list_contact_way as list_contact_way
from . import mark_tag as mark_tag
from . import opengid_to_chatid as opengid_to_chatid
from . import remark as remark
from . import remind_groupmsg_send as remind_groupmsg_send
from . import send_welcome_msg as send_welcome_msg
from . import transfer_customer as transfer_customer
from . import transfer_result as transfer_result
from . import update_contact_way as update_contact_way
from . import update_intercept_rule as update_intercept_rule
from . import update_product_album as update_product_album
from ._shapes import (
    Attachment2,
    AttachmentParam,
    BegunTransfer,
    ExternalAttrItem,
    ExternalAttrItemMiniprogram,
    ExternalAttrItemText,
    ExternalContact,
    ExternalProfile,
    File,
    FileParam2,
    ImageParam2,
    ImageParam3,
    LinkParam2,
    LinkParam3,
    MediaImage,
    MiniprogramParam2,
    MiniprogramParam3,
    Product,
    SetConclusionsParam,
    Tag,
    TagGroup,
    Text,
    TextParam2,
    TransferState,
    Video,
    VideoParam2,
    Web,
)

if TYPE_CHECKING:
    from . import batch as batch
    from . import customer_acquisition as customer_acquisition
    from . import customer_strategy as customer_strategy
    from . import group_welcome_template as group_welcome_template
    from . import groupchat as groupchat
    from . import moment_strategy as moment_strategy
    from . import resigned as resigned
    from .batch import AsyncBatchNamespace as _AsyncBatchNamespace
    from .batch import BatchNamespace as _BatchNamespace
    from .customer_acquisition import AsyncCustomerAcquisition as _AsyncCustomerAcquisition
    from .customer_acquisition import CustomerAcquisition as _CustomerAcquisition
    from .customer_strategy import AsyncCustomerStrategy as _AsyncCustomerStrategy
    from .customer_strategy import CustomerStrategy as _CustomerStrategy
    from .group_welcome_template import AsyncGroupWelcomeTemplate as _AsyncGroupWelcomeTemplate
    from .group_welcome_template import GroupWelcomeTemplate as _GroupWelcomeTemplate
    from .groupchat import AsyncGroupchat as _AsyncGroupchat
    from .groupchat import Groupchat as _Groupchat
    from .moment_strategy import AsyncMomentStrategy as _AsyncMomentStrategy
    from .moment_strategy import MomentStrategy as _MomentStrategy
    from .resigned import AsyncResigned as _AsyncResigned
    from .resigned import Resigned as _Resigned

__all__ = [
    "AsyncExternalcontact",
    "Attachment2",
    "AttachmentParam",
    "BegunTransfer",
    "ExternalAttrItem",
    "ExternalAttrItemMiniprogram",
    "ExternalAttrItemText",
    "ExternalContact",
    "ExternalProfile",
    "Externalcontact",
    "File",
    "FileParam2",
    "ImageParam2",
    "ImageParam3",
    "LinkParam2",
    "LinkParam3",
    "MediaImage",
    "MiniprogramParam2",
    "MiniprogramParam3",
    "Product",
    "SetConclusionsParam",
    "Tag",
    "TagGroup",
    "Text",
    "TextParam2",
    "TransferState",
    "Video",
    "VideoParam2",
    "Web",
]

if not TYPE_CHECKING:
    __getattr__ = Later(
        __name__,
        dict.fromkeys(
            [
                "batch",
                "customer_acquisition",
                "customer_strategy",
                "group_welcome_template",
                "groupchat",
                "moment_strategy",
                "resigned",
            ],
            "",
        ),
    )
    __dir__ = __getattr__.names


class Externalcontact(
    add_contact_way._Methods,
    add_corp_tag._Methods,
    add_intercept_rule._Methods,
    add_moment_task._Methods,
    add_msg_template._Methods,
    add_product_album._Methods,
    add_strategy_tag._Methods,
    cancel_groupmsg_send._Methods,
    cancel_moment_task._Methods,
    close_temp_chat._Methods,
    contact_list._Methods,
    customer_acquisition_quota._Methods,
    del_contact_way._Methods,
    del_corp_tag._Methods,
    del_intercept_rule._Methods,
    del_strategy_tag._Methods,
    delete_product_album._Methods,
    edit_corp_tag._Methods,
    edit_strategy_tag._Methods,
    get._Methods,
    get_contact_way._Methods,
    get_corp_tag_list._Methods,
    get_follow_user_list._Methods,
    get_groupmsg_list_v2._Methods,
    get_groupmsg_send_result._Methods,
    get_groupmsg_task._Methods,
    get_intercept_rule._Methods,
    get_intercept_rule_list._Methods,
    get_moment_comments._Methods,
    get_moment_customer_list._Methods,
    get_moment_list._Methods,
    get_moment_send_result._Methods,
    get_moment_task._Methods,
    get_moment_task_result._Methods,
    get_product_album._Methods,
    get_product_album_list._Methods,
    get_strategy_tag_list._Methods,
    get_unassigned_list._Methods,
    get_user_behavior_data._Methods,
    list._Methods,
    list_contact_way._Methods,
    mark_tag._Methods,
    opengid_to_chatid._Methods,
    remark._Methods,
    remind_groupmsg_send._Methods,
    send_welcome_msg._Methods,
    transfer_customer._Methods,
    transfer_result._Methods,
    update_contact_way._Methods,
    update_intercept_rule._Methods,
    update_product_album._Methods,
    Namespace,
):
    """Operations below `externalcontact`."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def batch(self) -> _BatchNamespace:
            """Operations below `externalcontact/batch`."""

        @property
        def customer_acquisition(self) -> _CustomerAcquisition:
            """Operations below `externalcontact/customer_acquisition`."""

        @property
        def customer_strategy(self) -> _CustomerStrategy:
            """Operations below `externalcontact/customer_strategy`."""

        @property
        def group_welcome_template(self) -> _GroupWelcomeTemplate:
            """Operations below `externalcontact/group_welcome_template`."""

        @property
        def groupchat(self) -> _Groupchat:
            """Operations below `externalcontact/groupchat`."""

        @property
        def moment_strategy(self) -> _MomentStrategy:
            """Operations below `externalcontact/moment_strategy`."""

        @property
        def resigned(self) -> _Resigned:
            """Operations below `externalcontact/resigned`."""
    else:
        batch = _Child_(
            __package__, "batch", "BatchNamespace", "Operations below `externalcontact/batch`."
        )
        customer_acquisition = _Child_(
            __package__,
            "customer_acquisition",
            "CustomerAcquisition",
            "Operations below `externalcontact/customer_acquisition`.",
        )
        customer_strategy = _Child_(
            __package__,
            "customer_strategy",
            "CustomerStrategy",
            "Operations below `externalcontact/customer_strategy`.",
        )
        group_welcome_template = _Child_(
            __package__,
            "group_welcome_template",
            "GroupWelcomeTemplate",
            "Operations below `externalcontact/group_welcome_template`.",
        )
        groupchat = _Child_(
            __package__, "groupchat", "Groupchat", "Operations below `externalcontact/groupchat`."
        )
        moment_strategy = _Child_(
            __package__,
            "moment_strategy",
            "MomentStrategy",
            "Operations below `externalcontact/moment_strategy`.",
        )
        resigned = _Child_(
            __package__, "resigned", "Resigned", "Operations below `externalcontact/resigned`."
        )


class AsyncExternalcontact(
    add_contact_way._AsyncMethods,
    add_corp_tag._AsyncMethods,
    add_intercept_rule._AsyncMethods,
    add_moment_task._AsyncMethods,
    add_msg_template._AsyncMethods,
    add_product_album._AsyncMethods,
    add_strategy_tag._AsyncMethods,
    cancel_groupmsg_send._AsyncMethods,
    cancel_moment_task._AsyncMethods,
    close_temp_chat._AsyncMethods,
    contact_list._AsyncMethods,
    customer_acquisition_quota._AsyncMethods,
    del_contact_way._AsyncMethods,
    del_corp_tag._AsyncMethods,
    del_intercept_rule._AsyncMethods,
    del_strategy_tag._AsyncMethods,
    delete_product_album._AsyncMethods,
    edit_corp_tag._AsyncMethods,
    edit_strategy_tag._AsyncMethods,
    get._AsyncMethods,
    get_contact_way._AsyncMethods,
    get_corp_tag_list._AsyncMethods,
    get_follow_user_list._AsyncMethods,
    get_groupmsg_list_v2._AsyncMethods,
    get_groupmsg_send_result._AsyncMethods,
    get_groupmsg_task._AsyncMethods,
    get_intercept_rule._AsyncMethods,
    get_intercept_rule_list._AsyncMethods,
    get_moment_comments._AsyncMethods,
    get_moment_customer_list._AsyncMethods,
    get_moment_list._AsyncMethods,
    get_moment_send_result._AsyncMethods,
    get_moment_task._AsyncMethods,
    get_moment_task_result._AsyncMethods,
    get_product_album._AsyncMethods,
    get_product_album_list._AsyncMethods,
    get_strategy_tag_list._AsyncMethods,
    get_unassigned_list._AsyncMethods,
    get_user_behavior_data._AsyncMethods,
    list._AsyncMethods,
    list_contact_way._AsyncMethods,
    mark_tag._AsyncMethods,
    opengid_to_chatid._AsyncMethods,
    remark._AsyncMethods,
    remind_groupmsg_send._AsyncMethods,
    send_welcome_msg._AsyncMethods,
    transfer_customer._AsyncMethods,
    transfer_result._AsyncMethods,
    update_contact_way._AsyncMethods,
    update_intercept_rule._AsyncMethods,
    update_product_album._AsyncMethods,
    AsyncNamespace,
):
    """Operations below `externalcontact`, with await."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def batch(self) -> _AsyncBatchNamespace:
            """Operations below `externalcontact/batch`."""

        @property
        def customer_acquisition(self) -> _AsyncCustomerAcquisition:
            """Operations below `externalcontact/customer_acquisition`."""

        @property
        def customer_strategy(self) -> _AsyncCustomerStrategy:
            """Operations below `externalcontact/customer_strategy`."""

        @property
        def group_welcome_template(self) -> _AsyncGroupWelcomeTemplate:
            """Operations below `externalcontact/group_welcome_template`."""

        @property
        def groupchat(self) -> _AsyncGroupchat:
            """Operations below `externalcontact/groupchat`."""

        @property
        def moment_strategy(self) -> _AsyncMomentStrategy:
            """Operations below `externalcontact/moment_strategy`."""

        @property
        def resigned(self) -> _AsyncResigned:
            """Operations below `externalcontact/resigned`."""
    else:
        batch = _Child_(
            __package__, "batch", "AsyncBatchNamespace", "Operations below `externalcontact/batch`."
        )
        customer_acquisition = _Child_(
            __package__,
            "customer_acquisition",
            "AsyncCustomerAcquisition",
            "Operations below `externalcontact/customer_acquisition`.",
        )
        customer_strategy = _Child_(
            __package__,
            "customer_strategy",
            "AsyncCustomerStrategy",
            "Operations below `externalcontact/customer_strategy`.",
        )
        group_welcome_template = _Child_(
            __package__,
            "group_welcome_template",
            "AsyncGroupWelcomeTemplate",
            "Operations below `externalcontact/group_welcome_template`.",
        )
        groupchat = _Child_(
            __package__,
            "groupchat",
            "AsyncGroupchat",
            "Operations below `externalcontact/groupchat`.",
        )
        moment_strategy = _Child_(
            __package__,
            "moment_strategy",
            "AsyncMomentStrategy",
            "Operations below `externalcontact/moment_strategy`.",
        )
        resigned = _Child_(
            __package__, "resigned", "AsyncResigned", "Operations below `externalcontact/resigned`."
        )
