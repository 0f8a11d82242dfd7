# Generated from specs/externalcontact/groupchat/onjob_transfer.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""分配在职成员的客户群

Hands groups whose owners still work for the company over to another member. Groups that could
not be handed over come back in failed_chat_list, each with its own error code.

Permissions:
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用). The owners of the groups must be in the
        application's visible range.
    Third-party applications (第三方应用): Permission 企业客户权限 > 客户联系 >
        分配在职成员的客户群. The owners of the groups must be in the application's visible
        range.

Quotas:
    300 groups of one owner given to a new owner in 1 day. The document leaves open whether each
        new owner is counted apart; the server decides.
    2 transfers of one group in 90 days. Calendar days; it keeps customers from being passed
        around.

Notes:
    The owner of each group must still be with the company; use transfer after the owner has
        left.
    The new owner must be set up for customer contact, with a verified name and an activated
        account.
    The new owner and the old one must each have logged in to WeCom within the last year.

Document: https://developer.work.weixin.qq.com/document/path/95703 (2023-12-01)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..._error_table import ERRORS
from ..._runtime.answers import PartialAnswer, many
from ..._runtime.checks import Array, Object, String
from ..._runtime.jobs.declarations import Batch
from ..._runtime.request import DEFAULTS, Operation, Request, Settings
from ._shapes import FailedChat

__all__ = ["BATCH", "OPERATION", "REQUEST", "FailedChat", "OnjobTransferAnswer", "build_request"]

OPERATION = Operation(
    path="externalcontact/groupchat/onjob_transfer",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/95703",
    title="分配在职成员的客户群",
)

REQUEST = Object(
    {
        "chat_id_list": Array(String(min_length=1), min_items=1, max_items=100),
        "new_owner": String(min_length=1),
    },
    required=("chat_id_list", "new_owner"),
)


def build_request(
    chat_id_list: Sequence[str],
    new_owner: str,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `onjob_transfer` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "chat_id_list": chat_id_list,
            "new_owner": new_owner,
        },
        _settings,
        extra,
    )


class OnjobTransferAnswer(
    PartialAnswer,
    operation=OPERATION,
    errors=ERRORS,
    failures="failed_chat_list",
    key="chat_id",
):
    """The answer of `onjob_transfer`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("failed_chat_list") is None` asks, and type
    checkers let it pass.
    """

    failed_chat_list: tuple[FailedChat, ...] = many(FailedChat)
    """Groups that were not handed over; the others were."""


BATCH: Batch[FailedChat] = Batch(
    OPERATION,
    REQUEST,
    OnjobTransferAnswer,
    parameter="chat_id_list",
    argument="chat_ids",
    done=(90504, 90508),
    used_up=(45009,),
)
