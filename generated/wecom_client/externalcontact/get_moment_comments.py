# Generated from specs/externalcontact/get_moment_comments.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取客户朋友圈的互动数据

Returns who commented on one member's moment and who liked it, customers and members, and when.

Permissions:
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用), or one had with the secret of customer contact
        (「客户联系」secret). A self-built application's answer has what members in its visible
        range do, and nothing of others.
    Third-party applications (第三方应用): Permission 企业客户权限 > 客户朋友圈 >
        获取企业全部的发表记录, for which the provider applies in the provider console. Where
        the application was installed before, an administrator agrees to the change in the admin
        console under 应用管理 > 应用详情页 > 授权信息.

Document: https://developer.work.weixin.qq.com/document/path/93333#获取客户朋友圈的互动数据 (2023-12-01)
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
from .._runtime.records import Record, many
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = [
    "BULK",
    "OPERATION",
    "REQUEST",
    "Comment",
    "GetMomentCommentsAnswer",
    "Like",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/get_moment_comments",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/93333#获取客户朋友圈的互动数据",
    title="获取客户朋友圈的互动数据",
    effect="read",
)

REQUEST = Object(
    {"moment_id": String(min_length=1), "userid": String(min_length=1)},
    required=("moment_id", "userid"),
)


def build_request(
    moment_id: str,
    userid: str,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `get_moment_comments` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "moment_id": moment_id,
            "userid": userid,
        },
        _settings,
        extra,
    )


class Comment(Record):
    """One comment."""

    external_userid: str | None
    """External userid of the contact who commented. Present only without userid."""
    userid: str | None
    """Userid of the member who commented. Present only without external_userid."""
    create_time: int
    """When it was written, Unix seconds."""


class Like(Record):
    """One like."""

    external_userid: str | None
    """External userid of the contact who liked the moment. Present only without userid."""
    userid: str | None
    """Userid of the member who liked the moment. Present only without external_userid."""
    create_time: int
    """When it was given, Unix seconds."""


class GetMomentCommentsAnswer(Answer):
    """The answer of `get_moment_comments`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("comment_list") is None` asks, and type checkers
    let it pass.
    """

    comment_list: tuple[Comment, ...] = many(Comment)
    """The comments; their words are not among the data."""
    like_list: tuple[Like, ...] = many(Like)
    """The likes."""


BULK: Bulk[GetMomentCommentsAnswer] = Bulk(
    OPERATION, REQUEST, GetMomentCommentsAnswer, parameter="moment_id", argument="moment_ids"
)


class _Methods(_Bound):
    """`get_moment_comments` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def get_moment_comments(
        self,
        moment_id: str,
        userid: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> GetMomentCommentsAnswer:
        """获取客户朋友圈的互动数据

        Returns who commented on one member's moment and who liked it, customers and members,
        and when.

        Args:
            moment_id: Id of the moment, from `get_moment_list`. Not empty.
            userid: Userid of the member who published the moment: of the company's, one of
                `get_moment_task` who has published it; of a member's own, its creator. Not
                empty.

        Returns:
            GetMomentCommentsAnswer: comment_list, like_list.

        Raises:
            APIError: 40003 invalid userid; 41059 moment_id is missing; 41060 the moment_id is
                unknown; 41061 the member did not publish this moment; 41062 the member has not
                published the company's moment yet; 41079 the moment is still being distributed;
                60030 outside the application's visible range.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/93333#获取客户朋友圈的互动数据 (2023-12-01)
        """
        request = build_request(
            moment_id,
            userid,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, GetMomentCommentsAnswer, self._rules)

    def get_moment_comments_many(
        self,
        moment_ids: Iterable[str],
        userid: str,
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Outcomes[GetMomentCommentsAnswer]:
        """获取客户朋友圈的互动数据

        Returns who commented on one member's moment and who liked it, customers and members,
        and when.

        Makes one call for each of any number of moment_ids, several at the same time. It slows
        down by itself where the platform answers that calls come too often, and then recovers.
        An element whose call fails has its error in its outcome; the others go on.

        Args:
            moment_ids: Any iterable, taken from while the calls go on. Of each element: Id of
                the moment, from `get_moment_list`. Not empty.
            userid: Userid of the member who published the moment: of the company's, one of
                `get_moment_task` who has published it; of a member's own, its creator. Not
                empty.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            Outcomes: an iterator of Outcome, each with `key`, `answer`
                (GetMomentCommentsAnswer, or None) and `error` (a WeComError, or None). Close
                it, or use it in a `with` statement, to end the job early.

        Document: https://developer.work.weixin.qq.com/document/path/93333#获取客户朋友圈的互动数据 (2023-12-01)
        """
        return self._client._bulk(
            BULK,
            {"userid": userid},
            moment_ids,
            concurrency,
            rate,
            ordered,
            on_progress,
            extra,
            self._rules,
        )


class _AsyncMethods(_AsyncBound):
    """`get_moment_comments` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def get_moment_comments(
        self,
        moment_id: str,
        userid: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> GetMomentCommentsAnswer:
        """获取客户朋友圈的互动数据

        Returns who commented on one member's moment and who liked it, customers and members,
        and when.

        Args:
            moment_id: Id of the moment, from `get_moment_list`. Not empty.
            userid: Userid of the member who published the moment: of the company's, one of
                `get_moment_task` who has published it; of a member's own, its creator. Not
                empty.

        Returns:
            GetMomentCommentsAnswer: comment_list, like_list.

        Raises:
            APIError: 40003 invalid userid; 41059 moment_id is missing; 41060 the moment_id is
                unknown; 41061 the member did not publish this moment; 41062 the member has not
                published the company's moment yet; 41079 the moment is still being distributed;
                60030 outside the application's visible range.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/93333#获取客户朋友圈的互动数据 (2023-12-01)
        """
        request = build_request(
            moment_id,
            userid,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, GetMomentCommentsAnswer, self._rules)

    def get_moment_comments_many(
        self,
        moment_ids: Iterable[str] | AsyncIterable[str],
        userid: str,
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncOutcomes[GetMomentCommentsAnswer]:
        """获取客户朋友圈的互动数据

        Returns who commented on one member's moment and who liked it, customers and members,
        and when.

        Makes one call for each of any number of moment_ids, several at the same time. It slows
        down by itself where the platform answers that calls come too often, and then recovers.
        An element whose call fails has its error in its outcome; the others go on.

        Args:
            moment_ids: Any iterable, an asynchronous one too, taken from while the calls go on.
                Of each element: Id of the moment, from `get_moment_list`. Not empty.
            userid: Userid of the member who published the moment: of the company's, one of
                `get_moment_task` who has published it; of a member's own, its creator. Not
                empty.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            AsyncOutcomes: for `async for`, without `await`, an iterator of Outcome, each with
                `key`, `answer` (GetMomentCommentsAnswer, or None) and `error` (a WeComError, or
                None). `await` its `aclose`, or use it in an `async with` statement, to end the
                job early.

        Document: https://developer.work.weixin.qq.com/document/path/93333#获取客户朋友圈的互动数据 (2023-12-01)
        """
        return self._client._bulk(
            BULK,
            {"userid": userid},
            moment_ids,
            concurrency,
            rate,
            ordered,
            on_progress,
            extra,
            self._rules,
        )
