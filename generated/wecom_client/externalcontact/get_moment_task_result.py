# Generated from specs/externalcontact/get_moment_task_result.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取任务创建结果

Says how far the making of a moment has come that `add_moment_task` began, and once it is done,
with which moment_id and which senders and tags were not valid.

Permissions:
    Every application: Only jobs that were begun before can be asked for.

Notes:
    A job id is good for 24 hours.
    The answer has an errcode of its own, and result another one, which says what came of the
        job.

Document: https://developer.work.weixin.qq.com/document/path/95094#获取任务创建结果 (2025-09-11)
"""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterable, Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Object, String
from .._runtime.jobs.async_jobs import AsyncOutcomes
from .._runtime.jobs.declarations import Bulk
from .._runtime.jobs.results import Progress
from .._runtime.jobs.sync_jobs import Outcomes
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.records import Record, one, values
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = [
    "BULK",
    "OPERATION",
    "REQUEST",
    "GetMomentTaskResultAnswer",
    "InvalidExternalContactList",
    "InvalidSenderList",
    "Result",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/get_moment_task_result",
    method="GET",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/95094#获取任务创建结果",
    title="获取任务创建结果",
    effect="read",
)

REQUEST = Object({"jobid": String(min_length=1, max_bytes=64)}, required=("jobid",))


def build_request(
    jobid: str,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `get_moment_task_result` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "jobid": jobid,
        },
        _settings,
        extra,
    )


class InvalidSenderList(Record):
    """Senders who are not valid, since they do not exist or are outside the application's visible
    range.
    """

    user_list: tuple[str, ...] = values()
    """Userids of these members."""
    department_list: tuple[int, ...] = values()
    """Ids of these departments."""


class InvalidExternalContactList(Record):
    """Customers who are not valid."""

    tag_list: tuple[str, ...] = values()
    """Ids of the tags that are not valid."""


class Result(Record):
    """What came of it. It counts once the job is done (status 3)."""

    errcode: int
    """Error code of the making of the moment. 0 says that it was made."""
    errmsg: str
    """What the error code means, in words."""
    moment_id: str
    """Id of the moment, for `get_moment_task` and the others that take one."""
    invalid_sender_list: InvalidSenderList = one(InvalidSenderList)
    """Senders who are not valid, since they do not exist or are outside the application's visible
    range.
    """
    invalid_external_contact_list: InvalidExternalContactList = one(InvalidExternalContactList)
    """Customers who are not valid."""


class GetMomentTaskResultAnswer(Answer):
    """The answer of `get_moment_task_result`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("status") is None` asks, and type checkers let it
    pass.
    """

    status: int
    """How far the job has come. 1: it begins; 2: under way; 3: done."""
    type: str
    """Kind of the job; always add_moment_task."""
    result: Result | None = one(Result)
    """What came of it. It counts once the job is done (status 3). Present only if the job is
    done.
    """


BULK: Bulk[GetMomentTaskResultAnswer] = Bulk(
    OPERATION, REQUEST, GetMomentTaskResultAnswer, parameter="jobid", argument="jobids"
)


class _Methods(_Bound):
    """`get_moment_task_result` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def get_moment_task_result(
        self,
        jobid: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> GetMomentTaskResultAnswer:
        """获取任务创建结果

        Says how far the making of a moment has come that `add_moment_task` began, and once it
        is done, with which moment_id and which senders and tags were not valid.

        Args:
            jobid: Id of the job, from `add_moment_task`. Not empty. At most 64 bytes of UTF-8.

        Returns:
            GetMomentTaskResultAnswer: status, type, result.

        Raises:
            APIError: 40058 malformed or out-of-range argument.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/95094#获取任务创建结果 (2025-09-11)
        """
        request = build_request(
            jobid,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, GetMomentTaskResultAnswer, self._rules)

    def get_moment_task_result_many(
        self,
        jobids: Iterable[str],
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Outcomes[GetMomentTaskResultAnswer]:
        """获取任务创建结果

        Says how far the making of a moment has come that `add_moment_task` began, and once it
        is done, with which moment_id and which senders and tags were not valid.

        Makes one call for each of any number of jobids, several at the same time. It slows down
        by itself where the platform answers that calls come too often, and then recovers. An
        element whose call fails has its error in its outcome; the others go on.

        Args:
            jobids: Any iterable, taken from while the calls go on. Of each element: Id of the
                job, from `add_moment_task`. Not empty. At most 64 bytes of UTF-8.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            Outcomes: an iterator of Outcome, each with `key`, `answer`
                (GetMomentTaskResultAnswer, or None) and `error` (a WeComError, or None). Close
                it, or use it in a `with` statement, to end the job early.

        Document: https://developer.work.weixin.qq.com/document/path/95094#获取任务创建结果 (2025-09-11)
        """
        return self._client._bulk(
            BULK, {}, jobids, concurrency, rate, ordered, on_progress, extra, self._rules
        )


class _AsyncMethods(_AsyncBound):
    """`get_moment_task_result` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def get_moment_task_result(
        self,
        jobid: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> GetMomentTaskResultAnswer:
        """获取任务创建结果

        Says how far the making of a moment has come that `add_moment_task` began, and once it
        is done, with which moment_id and which senders and tags were not valid.

        Args:
            jobid: Id of the job, from `add_moment_task`. Not empty. At most 64 bytes of UTF-8.

        Returns:
            GetMomentTaskResultAnswer: status, type, result.

        Raises:
            APIError: 40058 malformed or out-of-range argument.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/95094#获取任务创建结果 (2025-09-11)
        """
        request = build_request(
            jobid,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, GetMomentTaskResultAnswer, self._rules)

    def get_moment_task_result_many(
        self,
        jobids: Iterable[str] | AsyncIterable[str],
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncOutcomes[GetMomentTaskResultAnswer]:
        """获取任务创建结果

        Says how far the making of a moment has come that `add_moment_task` began, and once it
        is done, with which moment_id and which senders and tags were not valid.

        Makes one call for each of any number of jobids, several at the same time. It slows down
        by itself where the platform answers that calls come too often, and then recovers. An
        element whose call fails has its error in its outcome; the others go on.

        Args:
            jobids: Any iterable, an asynchronous one too, taken from while the calls go on. Of
                each element: Id of the job, from `add_moment_task`. Not empty. At most 64 bytes
                of UTF-8.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            AsyncOutcomes: for `async for`, without `await`, an iterator of Outcome, each with
                `key`, `answer` (GetMomentTaskResultAnswer, or None) and `error` (a WeComError,
                or None). `await` its `aclose`, or use it in an `async with` statement, to end
                the job early.

        Document: https://developer.work.weixin.qq.com/document/path/95094#获取任务创建结果 (2025-09-11)
        """
        return self._client._bulk(
            BULK, {}, jobids, concurrency, rate, ordered, on_progress, extra, self._rules
        )
