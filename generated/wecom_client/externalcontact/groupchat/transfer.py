# Generated from specs/externalcontact/groupchat/transfer.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""分配离职成员的客户群

Hands groups whose owners have left the company over to another member. Groups that could not be
handed over come back in failed_chat_list, each with its own error code.

Permissions:
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用). The owners of the groups must be in the
        application's visible range.
    Third-party applications (第三方应用): Permission 企业客户权限 > 客户联系 >
        分配离职成员的客户群. The owners of the groups must be in the application's visible
        range.

Quotas:
    300 groups of one owner given to a new owner in 1 day. The document leaves open whether each
        new owner is counted apart; the server decides.

Notes:
    The owner of each group must have left the company; use onjob_transfer while the owner is
        still employed.
    The new owner must be set up for customer contact, with a verified name and an activated
        account.
    The new owner must have logged in to WeCom within the last year.
    The old owner must have left no more than a year ago and have logged in at least once during
        the year before leaving.

Document: https://developer.work.weixin.qq.com/document/path/92127 (2023-12-01)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from os import PathLike as _PathLike
from typing import Any, Literal, overload

from ..._error_table import ERRORS
from ..._runtime.answers import PartialAnswer
from ..._runtime.checks import Array, Object, String
from ..._runtime.jobs.declarations import Batch
from ..._runtime.jobs.results import BatchResult
from ..._runtime.namespace import AsyncBound as _AsyncBound
from ..._runtime.namespace import Bound as _Bound
from ..._runtime.records import many
from ..._runtime.request import DEFAULTS, Operation, Request, Settings
from ._shapes import FailedChat

__all__ = ["BATCH", "OPERATION", "REQUEST", "FailedChat", "TransferAnswer", "build_request"]

OPERATION = Operation(
    path="externalcontact/groupchat/transfer",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/92127",
    title="分配离职成员的客户群",
    effect="write",
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
    """Check the arguments of `transfer` and return what would be sent; nothing is sent here.

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


class TransferAnswer(
    PartialAnswer, operation=OPERATION, errors=ERRORS, failures="failed_chat_list", key="chat_id"
):
    """The answer of `transfer`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("failed_chat_list") is None` asks, and type
    checkers let it pass.
    """

    failed_chat_list: tuple[FailedChat, ...] = many(FailedChat)
    """Groups that were not handed over; the others were."""


BATCH: Batch[FailedChat] = Batch(
    OPERATION,
    REQUEST,
    TransferAnswer,
    parameter="chat_id_list",
    argument="chat_ids",
    done=(90504, 90508),
    used_up=(45009,),
)


class _Methods(_Bound):
    """`transfer` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def transfer(
        self,
        chat_id_list: Sequence[str],
        new_owner: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> TransferAnswer:
        """分配离职成员的客户群

        Hands groups whose owners have left the company over to another member. Groups that
        could not be handed over come back in failed_chat_list, each with its own error code.

        Args:
            chat_id_list: Ids of the groups to hand over. 1 to 100 elements. Each not empty.
            new_owner: Userid of the member who becomes the owner. Not empty.

        Returns:
            TransferAnswer: failed_chat_list.

        Raises:
            APIError: 40003 invalid userid; 40050 the chat id does not exist; 40143 the member
                taking over is blocked; 40205 the member has not logged in within the last year;
                49008 the group was dismissed; 60030 outside the application's visible range;
                84074 no external contact permission; 90500 the owner of the group has not
                resigned; 90501 the chat is not a customer group; 90503 the group is full and
                nobody can be removed automatically; 90504 the new owner is already the owner;
                90507 the group of a resigned member is being inherited; 90508 the group of a
                resigned member was inherited already; 90509 not a customer group of this
                company.

        Quotas:
            300 groups of one owner given to a new owner in 1 day. The document leaves open
                whether each new owner is counted apart; the server decides.

        A call whose outcome is unknown is not sent again. Each transfer counts against a quota,
        and a group handed over fails the second time.

        Document: https://developer.work.weixin.qq.com/document/path/92127 (2023-12-01)
        """
        request = build_request(
            chat_id_list,
            new_owner,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, TransferAnswer, self._rules)

    @overload
    def transfer_all(
        self,
        chat_ids: Iterable[str],
        new_owner: str,
        *,
        daily_limit: int | None = 300,
        journal: str | _PathLike[str] | None = None,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[False] = False,
    ) -> BatchResult[FailedChat]: ...

    @overload
    def transfer_all(
        self,
        chat_ids: Iterable[str],
        new_owner: str,
        *,
        daily_limit: int | None = 300,
        journal: str | _PathLike[str] | None = None,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[True],
    ) -> tuple[Request, ...]: ...

    @overload
    def transfer_all(
        self,
        chat_ids: Iterable[str],
        new_owner: str,
        *,
        daily_limit: int | None = 300,
        journal: str | _PathLike[str] | None = None,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool,
    ) -> BatchResult[FailedChat] | tuple[Request, ...]: ...

    def transfer_all(
        self,
        chat_ids: Iterable[str],
        new_owner: str,
        *,
        daily_limit: int | None = 300,
        journal: str | _PathLike[str] | None = None,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool = False,
    ) -> BatchResult[FailedChat] | tuple[Request, ...]:
        """分配离职成员的客户群

        Hands groups whose owners have left the company over to another member. Groups that
        could not be handed over come back in failed_chat_list, each with its own error code.

        Takes any number of chat_ids, 100 a call, each of them once. A call that fails ends the
        job. Elements that answer 90504 (the new owner is already the owner) or 90508 (the group
        of a resigned member was inherited already) count as done. The day's quota is used up
        where one answers 45009 (call frequency exceeded).

        Args:
            chat_ids: Ids of the groups to hand over. Each not empty. Any number; of equal ones
                the first counts.
            new_owner: Userid of the member who becomes the owner. Not empty.
            daily_limit: how many this run may carry out; the rest is not tried. Left out, 300,
                the quota of a day; None: no limit but the platform's, whose refusal counts in
                any case.
            journal: path of a file in which each call is noted before it is sent, and then what
                came of it. The same call with the same file goes on where a process that died
                had come to: what is done stays done, a call of which nobody noted the outcome
                is `unknown` and not sent again, the rest is sent.
            dry_run: True: return the calls that would be made, and send nothing.

        Returns:
            BatchResult: `done`, `failed` (each a FailedChat with `meaning` and `remedy`),
                `unknown` (of a call whose outcome nobody knows), `not_tried`, and `resume_on`,
                the day on which the quota allows more, or None. With dry_run a tuple of
                Request.

        Raises:
            BatchError: a call failed, for a reason of its own; `.result` says how far the job
                came, so that the rest can be done later.
            JournalError: the journal is that of another job, or cannot serve; nothing was sent.

        Quotas:
            300 groups of one owner given to a new owner in 1 day. The document leaves open
                whether each new owner is counted apart; the server decides.

        Document: https://developer.work.weixin.qq.com/document/path/92127 (2023-12-01)
        """
        return self._client._batch(
            BATCH,
            {"new_owner": new_owner},
            chat_ids,
            daily_limit,
            journal,
            dry_run,
            extra,
            self._rules,
        )


class _AsyncMethods(_AsyncBound):
    """`transfer` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def transfer(
        self,
        chat_id_list: Sequence[str],
        new_owner: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> TransferAnswer:
        """分配离职成员的客户群

        Hands groups whose owners have left the company over to another member. Groups that
        could not be handed over come back in failed_chat_list, each with its own error code.

        Args:
            chat_id_list: Ids of the groups to hand over. 1 to 100 elements. Each not empty.
            new_owner: Userid of the member who becomes the owner. Not empty.

        Returns:
            TransferAnswer: failed_chat_list.

        Raises:
            APIError: 40003 invalid userid; 40050 the chat id does not exist; 40143 the member
                taking over is blocked; 40205 the member has not logged in within the last year;
                49008 the group was dismissed; 60030 outside the application's visible range;
                84074 no external contact permission; 90500 the owner of the group has not
                resigned; 90501 the chat is not a customer group; 90503 the group is full and
                nobody can be removed automatically; 90504 the new owner is already the owner;
                90507 the group of a resigned member is being inherited; 90508 the group of a
                resigned member was inherited already; 90509 not a customer group of this
                company.

        Quotas:
            300 groups of one owner given to a new owner in 1 day. The document leaves open
                whether each new owner is counted apart; the server decides.

        A call whose outcome is unknown is not sent again. Each transfer counts against a quota,
        and a group handed over fails the second time.

        Document: https://developer.work.weixin.qq.com/document/path/92127 (2023-12-01)
        """
        request = build_request(
            chat_id_list,
            new_owner,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, TransferAnswer, self._rules)

    @overload
    async def transfer_all(
        self,
        chat_ids: Iterable[str],
        new_owner: str,
        *,
        daily_limit: int | None = 300,
        journal: str | _PathLike[str] | None = None,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[False] = False,
    ) -> BatchResult[FailedChat]: ...

    @overload
    async def transfer_all(
        self,
        chat_ids: Iterable[str],
        new_owner: str,
        *,
        daily_limit: int | None = 300,
        journal: str | _PathLike[str] | None = None,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[True],
    ) -> tuple[Request, ...]: ...

    @overload
    async def transfer_all(
        self,
        chat_ids: Iterable[str],
        new_owner: str,
        *,
        daily_limit: int | None = 300,
        journal: str | _PathLike[str] | None = None,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool,
    ) -> BatchResult[FailedChat] | tuple[Request, ...]: ...

    async def transfer_all(
        self,
        chat_ids: Iterable[str],
        new_owner: str,
        *,
        daily_limit: int | None = 300,
        journal: str | _PathLike[str] | None = None,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool = False,
    ) -> BatchResult[FailedChat] | tuple[Request, ...]:
        """分配离职成员的客户群

        Hands groups whose owners have left the company over to another member. Groups that
        could not be handed over come back in failed_chat_list, each with its own error code.

        Takes any number of chat_ids, 100 a call, each of them once. A call that fails ends the
        job. Elements that answer 90504 (the new owner is already the owner) or 90508 (the group
        of a resigned member was inherited already) count as done. The day's quota is used up
        where one answers 45009 (call frequency exceeded).

        Args:
            chat_ids: Ids of the groups to hand over. Each not empty. Any number; of equal ones
                the first counts.
            new_owner: Userid of the member who becomes the owner. Not empty.
            daily_limit: how many this run may carry out; the rest is not tried. Left out, 300,
                the quota of a day; None: no limit but the platform's, whose refusal counts in
                any case.
            journal: path of a file in which each call is noted before it is sent, and then what
                came of it. The same call with the same file goes on where a process that died
                had come to: what is done stays done, a call of which nobody noted the outcome
                is `unknown` and not sent again, the rest is sent.
            dry_run: True: return the calls that would be made, and send nothing.

        Returns:
            BatchResult: `done`, `failed` (each a FailedChat with `meaning` and `remedy`),
                `unknown` (of a call whose outcome nobody knows), `not_tried`, and `resume_on`,
                the day on which the quota allows more, or None. With dry_run a tuple of
                Request.

        Raises:
            BatchError: a call failed, for a reason of its own; `.result` says how far the job
                came, so that the rest can be done later.
            JournalError: the journal is that of another job, or cannot serve; nothing was sent.

        Quotas:
            300 groups of one owner given to a new owner in 1 day. The document leaves open
                whether each new owner is counted apart; the server decides.

        Document: https://developer.work.weixin.qq.com/document/path/92127 (2023-12-01)
        """
        return await self._client._batch(
            BATCH,
            {"new_owner": new_owner},
            chat_ids,
            daily_limit,
            journal,
            dry_run,
            extra,
            self._rules,
        )
