# Generated from specs/externalcontact/get_moment_list.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取企业全部的发表列表

Lists the moments that the company and its members made for customers within an interval of 30
days at most, page by page, with what they show. Pass each answer's next_cursor as the next
call's cursor.

Permissions:
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用). The answer has what members in its visible range
        do, and nothing of others.
    Third-party applications (第三方应用): Permission 企业客户权限 > 客户朋友圈 >
        获取企业全部的发表记录, for which the provider applies in the provider console. Where
        the application was installed before, an administrator agrees to the change in the admin
        console under 应用管理 > 应用详情页 > 授权信息.

Notes:
    The company's moments are made for it as a whole, and published once members confirm them;
        members make others themselves.
    Moments that were deleted are not listed, though the admin console shows them, too.

Document: https://developer.work.weixin.qq.com/document/path/93333#获取企业全部的发表列表 (2023-12-01)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Integer, Object, String
from .._runtime.cross_field import NotBefore
from .._runtime.jobs.async_jobs import AsyncItems
from .._runtime.jobs.declarations import Pagination
from .._runtime.jobs.sync_jobs import Items
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.records import Record, many, one
from .._runtime.request import DEFAULTS, Operation, Request, Settings
from ._shapes import MediaImage, Text

__all__ = [
    "OPERATION",
    "PAGES",
    "PAGINATION",
    "REQUEST",
    "GetMomentListAnswer",
    "Link",
    "Location",
    "MediaImage",
    "Moment",
    "Text",
    "Video",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/get_moment_list",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/93333#获取企业全部的发表列表",
    title="获取企业全部的发表列表",
    effect="read",
)

REQUEST = Object(
    {
        "start_time": Integer(),
        "end_time": Integer(),
        "creator": String(min_length=1),
        "filter_type": Integer(
            enum={0: "the company's", 1: "those of members themselves", 2: "either"}
        ),
        "cursor": String(),
        "limit": Integer(maximum=20),
    },
    required=("start_time", "end_time"),
    rules=(NotBefore("end_time", "start_time", max_span_days=30, exact=True),),
)


def build_request(
    start_time: int,
    end_time: int,
    *,
    creator: str | None = None,
    filter_type: int | None = None,
    cursor: str | None = None,
    limit: int | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `get_moment_list` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "start_time": start_time,
            "end_time": end_time,
            "creator": creator,
            "filter_type": filter_type,
            "cursor": cursor,
            "limit": limit,
        },
        _settings,
        extra,
    )


class Video(Record):
    """The video. It and its cover are had by their media ids, as temporary media (获取临时素材)."""

    media_id: str
    """Media id of the video."""
    thumb_media_id: str
    """Media id of the video's cover."""


class Link(Record):
    """The link to a web page."""

    title: str
    """Title of the link."""
    url: str
    """Where the link leads."""


class Location(Record):
    """The place that the moment names."""

    latitude: str
    """Latitude in degrees, as text."""
    longitude: str
    """Longitude in degrees, as text."""
    name: str
    """Name of the place."""


class Moment(Record):
    """One moment."""

    moment_id: str
    """Id of the moment."""
    creator: str | None
    """Userid of the member who made it. Not for moments that were made by `add_moment_task`."""
    create_time: int
    """When it was made, Unix seconds."""
    create_type: int
    """Who made it. 0: the company; 1: a member."""
    visible_type: int
    """To whom it is visible. 0: to a part of the customers; 1: public."""
    text: Text | None = one(Text)
    """The text of the moment. Present only if the moment has a text."""
    image: tuple[MediaImage, ...] = many(MediaImage)
    """The pictures. They are had by their media ids, as temporary media (获取临时素材). Present
    only if the moment has pictures.
    """
    video: Video | None = one(Video)
    """The video. It and its cover are had by their media ids, as temporary media (获取临时素材).
    Present only if the moment has a video.
    """
    link: Link | None = one(Link)
    """The link to a web page. Present only if the moment has a link."""
    location: Location | None = one(Location)
    """The place that the moment names. Present only if the moment names a place."""


class GetMomentListAnswer(Answer):
    """The answer of `get_moment_list`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("next_cursor") is None` asks, and type checkers let
    it pass.
    """

    next_cursor: str
    """Cursor of the next page. Empty when there are no more."""
    moment_list: tuple[Moment, ...] = many(Moment)
    """The moments of this page."""


PAGINATION: Pagination[Moment] = Pagination(
    OPERATION,
    REQUEST,
    GetMomentListAnswer,
    position="cursor",
    next="next_cursor",
    size="limit",
    items="moment_list",
)

PAGES = PAGINATION


class _Methods(_Bound):
    """`get_moment_list` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def get_moment_list(
        self,
        start_time: int,
        end_time: int,
        *,
        creator: str | None = None,
        filter_type: int | None = None,
        cursor: str | None = None,
        limit: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> GetMomentListAnswer:
        """获取企业全部的发表列表

        Lists the moments that the company and its members made for customers within an interval
        of 30 days at most, page by page, with what they show. Pass each answer's next_cursor as
        the next call's cursor.

        Args:
            start_time: Only moments after this time, which itself is not within the interval;
                Unix seconds.
            end_time: Only moments before this time, which itself is not within the interval;
                Unix seconds. Not before start_time, at most 30 days after it.
            creator: Only moments that this member made, by userid. Not empty.
            filter_type: Only moments of this origin. 0: the company's; 1: those of members
                themselves; 2: either. Left out, it is 2.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            limit: Greatest number of moments in the answer. The platform takes a greater one
                for the default. At most 20. Left out, it is 20.

        Returns:
            GetMomentListAnswer: next_cursor, moment_list.

        Raises:
            APIError: 40003 invalid userid; 40058 malformed or out-of-range argument; 41211 the
                company has not enabled customer moments; 60030 outside the application's
                visible range; 701105 invalid cursor.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/93333#获取企业全部的发表列表 (2023-12-01)
        """
        request = build_request(
            start_time,
            end_time,
            creator=creator,
            filter_type=filter_type,
            cursor=cursor,
            limit=limit,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, GetMomentListAnswer, self._rules)

    def iter_get_moment_list(
        self,
        start_time: int,
        end_time: int,
        *,
        creator: str | None = None,
        filter_type: int | None = None,
        cursor: str | None = None,
        page_size: int = 20,
        extra: Mapping[str, Any] | None = None,
    ) -> Items[Moment]:
        """获取企业全部的发表列表

        Lists the moments that the company and its members made for customers within an interval
        of 30 days at most, page by page, with what they show. Pass each answer's next_cursor as
        the next call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            start_time: Only moments after this time, which itself is not within the interval;
                Unix seconds.
            end_time: Only moments before this time, which itself is not within the interval;
                Unix seconds. Not before start_time, at most 30 days after it.
            creator: Only moments that this member made, by userid. Not empty.
            filter_type: Only moments of this origin. 0: the company's; 1: those of members
                themselves; 2: either. Left out, it is 2.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            page_size: Greatest number of moments in the answer. The platform takes a greater
                one for the default. At most 20. Left out, it is 20.

        Returns:
            Items: an iterator of Moment. Its `position` is the cursor to pass in order to go on
                from there.

        Raises:
            APIError: while iterating: 40003 invalid userid; 40058 malformed or out-of-range
                argument; 41211 the company has not enabled customer moments; 60030 outside the
                application's visible range; 701105 invalid cursor.

        Document: https://developer.work.weixin.qq.com/document/path/93333#获取企业全部的发表列表 (2023-12-01)
        """
        return self._client._pagination(
            PAGINATION,
            {
                "start_time": start_time,
                "end_time": end_time,
                "creator": creator,
                "filter_type": filter_type,
            },
            cursor,
            page_size,
            extra,
            self._rules,
        )


class _AsyncMethods(_AsyncBound):
    """`get_moment_list` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def get_moment_list(
        self,
        start_time: int,
        end_time: int,
        *,
        creator: str | None = None,
        filter_type: int | None = None,
        cursor: str | None = None,
        limit: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> GetMomentListAnswer:
        """获取企业全部的发表列表

        Lists the moments that the company and its members made for customers within an interval
        of 30 days at most, page by page, with what they show. Pass each answer's next_cursor as
        the next call's cursor.

        Args:
            start_time: Only moments after this time, which itself is not within the interval;
                Unix seconds.
            end_time: Only moments before this time, which itself is not within the interval;
                Unix seconds. Not before start_time, at most 30 days after it.
            creator: Only moments that this member made, by userid. Not empty.
            filter_type: Only moments of this origin. 0: the company's; 1: those of members
                themselves; 2: either. Left out, it is 2.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            limit: Greatest number of moments in the answer. The platform takes a greater one
                for the default. At most 20. Left out, it is 20.

        Returns:
            GetMomentListAnswer: next_cursor, moment_list.

        Raises:
            APIError: 40003 invalid userid; 40058 malformed or out-of-range argument; 41211 the
                company has not enabled customer moments; 60030 outside the application's
                visible range; 701105 invalid cursor.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/93333#获取企业全部的发表列表 (2023-12-01)
        """
        request = build_request(
            start_time,
            end_time,
            creator=creator,
            filter_type=filter_type,
            cursor=cursor,
            limit=limit,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, GetMomentListAnswer, self._rules)

    def iter_get_moment_list(
        self,
        start_time: int,
        end_time: int,
        *,
        creator: str | None = None,
        filter_type: int | None = None,
        cursor: str | None = None,
        page_size: int = 20,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncItems[Moment]:
        """获取企业全部的发表列表

        Lists the moments that the company and its members made for customers within an interval
        of 30 days at most, page by page, with what they show. Pass each answer's next_cursor as
        the next call's cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            start_time: Only moments after this time, which itself is not within the interval;
                Unix seconds.
            end_time: Only moments before this time, which itself is not within the interval;
                Unix seconds. Not before start_time, at most 30 days after it.
            creator: Only moments that this member made, by userid. Not empty.
            filter_type: Only moments of this origin. 0: the company's; 1: those of members
                themselves; 2: either. Left out, it is 2.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            page_size: Greatest number of moments in the answer. The platform takes a greater
                one for the default. At most 20. Left out, it is 20.

        Returns:
            AsyncItems: for `async for`, without `await`, an iterator of Moment. Its `position`
                is the cursor to pass in order to go on from there.

        Raises:
            APIError: while iterating: 40003 invalid userid; 40058 malformed or out-of-range
                argument; 41211 the company has not enabled customer moments; 60030 outside the
                application's visible range; 701105 invalid cursor.

        Document: https://developer.work.weixin.qq.com/document/path/93333#获取企业全部的发表列表 (2023-12-01)
        """
        return self._client._pagination(
            PAGINATION,
            {
                "start_time": start_time,
                "end_time": end_time,
                "creator": creator,
                "filter_type": filter_type,
            },
            cursor,
            page_size,
            extra,
            self._rules,
        )
