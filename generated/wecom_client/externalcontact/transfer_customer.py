# Generated from specs/externalcontact/transfer_customer.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""分配在职成员的客户

Hands customers of a member who still works for the company over to another member. The answer
says of each customer whether the transfer began; it is carried out after 24 hours, and
`transfer_result` says how it ended.

Permissions:
    Every application: The member who takes over must be in the application's visible range, be
        set up for customer contact, and have an activated account and a verified name.
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用).
    Third-party applications (第三方应用): Permission 企业客户权限 > 客户联系 > 在职继承.

Quotas:
    2 transfers of one customer of a member in service in 90 days. Calendar days count.

Notes:
    Both members must have logged in to WeCom at least once within the last year.
    Each customer must be one of handover_userid, a contact that this member added while set up
        for customer contact.
    No event about a customer added (添加企业客户事件) comes where the member who takes over was
        the customer's contact already, or had handed the same customer on before and now gets
        it back.
    An older operation handed over customers of members in service and of members who left
        alike; it is not developed further.

Document: https://developer.work.weixin.qq.com/document/path/92125 (2023-12-01)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from os import PathLike as _PathLike
from typing import Any, Literal, overload

from .._error_table import ERRORS
from .._runtime.answers import PartialAnswer
from .._runtime.checks import Array, Object, String
from .._runtime.jobs.declarations import Batch
from .._runtime.jobs.results import BatchResult
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.records import many
from .._runtime.request import DEFAULTS, Operation, Request, Settings
from ._shapes import BegunTransfer

__all__ = [
    "BATCH",
    "OPERATION",
    "REQUEST",
    "BegunTransfer",
    "TransferCustomerAnswer",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/transfer_customer",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/92125",
    title="分配在职成员的客户",
    effect="write",
)

REQUEST = Object(
    {
        "handover_userid": String(min_length=1),
        "takeover_userid": String(min_length=1),
        "external_userid": Array(String(min_length=1), min_items=1, max_items=100),
        "transfer_success_msg": String(min_length=1, max_length=200),
    },
    required=("handover_userid", "takeover_userid", "external_userid"),
)


def build_request(
    handover_userid: str,
    takeover_userid: str,
    external_userid: Sequence[str],
    *,
    transfer_success_msg: str | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `transfer_customer` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "handover_userid": handover_userid,
            "takeover_userid": takeover_userid,
            "external_userid": external_userid,
            "transfer_success_msg": transfer_success_msg,
        },
        _settings,
        extra,
    )


class TransferCustomerAnswer(
    PartialAnswer,
    operation=OPERATION,
    errors=ERRORS,
    failures="customer",
    key="external_userid",
    every=True,
):
    """The answer of `transfer_customer`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("customer") is None` asks, and type checkers let it
    pass.
    """

    customer: tuple[BegunTransfer, ...] = many(BegunTransfer)
    """The customers sent, each with the outcome."""


BATCH: Batch[BegunTransfer] = Batch(
    OPERATION,
    REQUEST,
    TransferCustomerAnswer,
    parameter="external_userid",
    argument="external_userids",
)


class _Methods(_Bound):
    """`transfer_customer` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def transfer_customer(
        self,
        handover_userid: str,
        takeover_userid: str,
        external_userid: Sequence[str],
        *,
        transfer_success_msg: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> TransferCustomerAnswer:
        """分配在职成员的客户

        Hands customers of a member who still works for the company over to another member. The
        answer says of each customer whether the transfer began; it is carried out after 24
        hours, and `transfer_result` says how it ended.

        Args:
            handover_userid: Userid of the member who looks after the customers so far. Not
                empty.
            takeover_userid: Userid of the member who takes them over. Not empty.
            external_userid: External userids of the customers. 1 to 100 elements. Each not
                empty.
            transfer_success_msg: Message that each customer receives once taken over. Left out,
                the platform sends words of its own. 1 to 200 characters.

        Returns:
            TransferCustomerAnswer: customer.

        Raises:
            APIError: 40003 invalid userid; 40096 invalid external contact userid; 40098 the
                member's identity is not verified; 40099 the member has as many external
                contacts as allowed; 40128 transferred too often within 90 days; 40129 a
                transfer of this customer is already running; 40130 old and new owner are the
                same member; 40131 the old owner is no contact of this customer; 40143 the
                member taking over is blocked; 40205 the member has not logged in within the
                last year; 60030 outside the application's visible range; 84061 no such external
                contact relation; 84074 no external contact permission.

        Quotas:
            2 transfers of one customer of a member in service in 90 days. Calendar days count.

        A call whose outcome is unknown is not sent again. Each transfer counts against a quota,
        and one that is under way fails the second time.

        Document: https://developer.work.weixin.qq.com/document/path/92125 (2023-12-01)
        """
        request = build_request(
            handover_userid,
            takeover_userid,
            external_userid,
            transfer_success_msg=transfer_success_msg,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, TransferCustomerAnswer, self._rules)

    @overload
    def transfer_customer_all(
        self,
        handover_userid: str,
        takeover_userid: str,
        external_userids: Iterable[str],
        *,
        transfer_success_msg: str | None = None,
        journal: str | _PathLike[str] | None = None,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[False] = False,
    ) -> BatchResult[BegunTransfer]: ...

    @overload
    def transfer_customer_all(
        self,
        handover_userid: str,
        takeover_userid: str,
        external_userids: Iterable[str],
        *,
        transfer_success_msg: str | None = None,
        journal: str | _PathLike[str] | None = None,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[True],
    ) -> tuple[Request, ...]: ...

    @overload
    def transfer_customer_all(
        self,
        handover_userid: str,
        takeover_userid: str,
        external_userids: Iterable[str],
        *,
        transfer_success_msg: str | None = None,
        journal: str | _PathLike[str] | None = None,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool,
    ) -> BatchResult[BegunTransfer] | tuple[Request, ...]: ...

    def transfer_customer_all(
        self,
        handover_userid: str,
        takeover_userid: str,
        external_userids: Iterable[str],
        *,
        transfer_success_msg: str | None = None,
        journal: str | _PathLike[str] | None = None,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool = False,
    ) -> BatchResult[BegunTransfer] | tuple[Request, ...]:
        """分配在职成员的客户

        Hands customers of a member who still works for the company over to another member. The
        answer says of each customer whether the transfer began; it is carried out after 24
        hours, and `transfer_result` says how it ended.

        Takes any number of external_userids, 100 a call, each of them once. A call that fails
        ends the job.

        Args:
            handover_userid: Userid of the member who looks after the customers so far. Not
                empty.
            takeover_userid: Userid of the member who takes them over. Not empty.
            external_userids: External userids of the customers. Each not empty. Any number; of
                equal ones the first counts.
            transfer_success_msg: Message that each customer receives once taken over. Left out,
                the platform sends words of its own. 1 to 200 characters.
            journal: path of a file in which each call is noted before it is sent, and then what
                came of it. The same call with the same file goes on where a process that died
                had come to: what is done stays done, a call of which nobody noted the outcome
                is `unknown` and not sent again, the rest is sent.
            dry_run: True: return the calls that would be made, and send nothing.

        Returns:
            BatchResult: `done`, `failed` (each a BegunTransfer with `meaning` and `remedy`),
                `unknown` (of a call whose outcome nobody knows), `not_tried`, and `resume_on`,
                the day on which the quota allows more, or None. With dry_run a tuple of
                Request.

        Raises:
            BatchError: a call failed, for a reason of its own; `.result` says how far the job
                came, so that the rest can be done later.
            JournalError: the journal is that of another job, or cannot serve; nothing was sent.

        Quotas:
            2 transfers of one customer of a member in service in 90 days. Calendar days count.

        Document: https://developer.work.weixin.qq.com/document/path/92125 (2023-12-01)
        """
        return self._client._batch(
            BATCH,
            {
                "handover_userid": handover_userid,
                "takeover_userid": takeover_userid,
                "transfer_success_msg": transfer_success_msg,
            },
            external_userids,
            None,
            journal,
            dry_run,
            extra,
            self._rules,
        )


class _AsyncMethods(_AsyncBound):
    """`transfer_customer` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def transfer_customer(
        self,
        handover_userid: str,
        takeover_userid: str,
        external_userid: Sequence[str],
        *,
        transfer_success_msg: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> TransferCustomerAnswer:
        """分配在职成员的客户

        Hands customers of a member who still works for the company over to another member. The
        answer says of each customer whether the transfer began; it is carried out after 24
        hours, and `transfer_result` says how it ended.

        Args:
            handover_userid: Userid of the member who looks after the customers so far. Not
                empty.
            takeover_userid: Userid of the member who takes them over. Not empty.
            external_userid: External userids of the customers. 1 to 100 elements. Each not
                empty.
            transfer_success_msg: Message that each customer receives once taken over. Left out,
                the platform sends words of its own. 1 to 200 characters.

        Returns:
            TransferCustomerAnswer: customer.

        Raises:
            APIError: 40003 invalid userid; 40096 invalid external contact userid; 40098 the
                member's identity is not verified; 40099 the member has as many external
                contacts as allowed; 40128 transferred too often within 90 days; 40129 a
                transfer of this customer is already running; 40130 old and new owner are the
                same member; 40131 the old owner is no contact of this customer; 40143 the
                member taking over is blocked; 40205 the member has not logged in within the
                last year; 60030 outside the application's visible range; 84061 no such external
                contact relation; 84074 no external contact permission.

        Quotas:
            2 transfers of one customer of a member in service in 90 days. Calendar days count.

        A call whose outcome is unknown is not sent again. Each transfer counts against a quota,
        and one that is under way fails the second time.

        Document: https://developer.work.weixin.qq.com/document/path/92125 (2023-12-01)
        """
        request = build_request(
            handover_userid,
            takeover_userid,
            external_userid,
            transfer_success_msg=transfer_success_msg,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, TransferCustomerAnswer, self._rules)

    @overload
    async def transfer_customer_all(
        self,
        handover_userid: str,
        takeover_userid: str,
        external_userids: Iterable[str],
        *,
        transfer_success_msg: str | None = None,
        journal: str | _PathLike[str] | None = None,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[False] = False,
    ) -> BatchResult[BegunTransfer]: ...

    @overload
    async def transfer_customer_all(
        self,
        handover_userid: str,
        takeover_userid: str,
        external_userids: Iterable[str],
        *,
        transfer_success_msg: str | None = None,
        journal: str | _PathLike[str] | None = None,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[True],
    ) -> tuple[Request, ...]: ...

    @overload
    async def transfer_customer_all(
        self,
        handover_userid: str,
        takeover_userid: str,
        external_userids: Iterable[str],
        *,
        transfer_success_msg: str | None = None,
        journal: str | _PathLike[str] | None = None,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool,
    ) -> BatchResult[BegunTransfer] | tuple[Request, ...]: ...

    async def transfer_customer_all(
        self,
        handover_userid: str,
        takeover_userid: str,
        external_userids: Iterable[str],
        *,
        transfer_success_msg: str | None = None,
        journal: str | _PathLike[str] | None = None,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool = False,
    ) -> BatchResult[BegunTransfer] | tuple[Request, ...]:
        """分配在职成员的客户

        Hands customers of a member who still works for the company over to another member. The
        answer says of each customer whether the transfer began; it is carried out after 24
        hours, and `transfer_result` says how it ended.

        Takes any number of external_userids, 100 a call, each of them once. A call that fails
        ends the job.

        Args:
            handover_userid: Userid of the member who looks after the customers so far. Not
                empty.
            takeover_userid: Userid of the member who takes them over. Not empty.
            external_userids: External userids of the customers. Each not empty. Any number; of
                equal ones the first counts.
            transfer_success_msg: Message that each customer receives once taken over. Left out,
                the platform sends words of its own. 1 to 200 characters.
            journal: path of a file in which each call is noted before it is sent, and then what
                came of it. The same call with the same file goes on where a process that died
                had come to: what is done stays done, a call of which nobody noted the outcome
                is `unknown` and not sent again, the rest is sent.
            dry_run: True: return the calls that would be made, and send nothing.

        Returns:
            BatchResult: `done`, `failed` (each a BegunTransfer with `meaning` and `remedy`),
                `unknown` (of a call whose outcome nobody knows), `not_tried`, and `resume_on`,
                the day on which the quota allows more, or None. With dry_run a tuple of
                Request.

        Raises:
            BatchError: a call failed, for a reason of its own; `.result` says how far the job
                came, so that the rest can be done later.
            JournalError: the journal is that of another job, or cannot serve; nothing was sent.

        Quotas:
            2 transfers of one customer of a member in service in 90 days. Calendar days count.

        Document: https://developer.work.weixin.qq.com/document/path/92125 (2023-12-01)
        """
        return await self._client._batch(
            BATCH,
            {
                "handover_userid": handover_userid,
                "takeover_userid": takeover_userid,
                "transfer_success_msg": transfer_success_msg,
            },
            external_userids,
            None,
            journal,
            dry_run,
            extra,
            self._rules,
        )
