# Generated from specs/externalcontact/group_welcome_template/get.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取入群欢迎语素材

Returns the contents of one template of the library of welcomes for customer groups.

Permissions:
    Self-built applications (自建应用): Token of a self-built application on the company's list
        of callable applications (可调用应用).
    Third-party applications (第三方应用): Permission 企业客户权限 > 客户联系 >
        配置入群欢迎语素材.

Notes:
    The page has pic_url alone for a picture here, and no media_id.

Document: https://developer.work.weixin.qq.com/document/path/92366#获取入群欢迎语素材 (2023-12-01)
"""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterable, Mapping
from typing import Any

from ..._runtime.answers import Answer
from ..._runtime.checks import Object, String
from ..._runtime.jobs.async_jobs import AsyncOutcomes
from ..._runtime.jobs.declarations import Bulk
from ..._runtime.jobs.results import Progress
from ..._runtime.jobs.sync_jobs import Outcomes
from ..._runtime.namespace import AsyncBound as _AsyncBound
from ..._runtime.namespace import Bound as _Bound
from ..._runtime.records import Record, one
from ..._runtime.request import DEFAULTS, Operation, Request, Settings
from ...externalcontact._shapes import Link, Miniprogram, Text

__all__ = [
    "BULK",
    "OPERATION",
    "REQUEST",
    "File",
    "GetAnswer",
    "Image",
    "Link",
    "Miniprogram",
    "Text",
    "Video",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/group_welcome_template/get",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/92366#获取入群欢迎语素材",
    title="获取入群欢迎语素材",
    effect="read",
)

REQUEST = Object({"template_id": String(min_length=1)}, required=("template_id",))


def build_request(
    template_id: str,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `get` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "template_id": template_id,
        },
        _settings,
        extra,
    )


class Image(Record):
    """A picture."""

    pic_url: str
    """Address of the picture."""


class File(Record):
    """A file."""

    media_id: str
    """Media id of the file, of the platform's operations for media (素材管理); where the template
    was given one of an asynchronous upload (异步上传临时素材), it is one of these.
    """


class Video(Record):
    """A video."""

    media_id: str
    """Media id of the video, of the platform's operations for media (素材管理); where the template
    was given one of an asynchronous upload (异步上传临时素材), it is one of these.
    """


class GetAnswer(Answer):
    """The answer of `get`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("text") is None` asks, and type checkers let it
    pass.
    """

    text: Text | None = one(Text)
    """The text of the message. Present only if the template has a text."""
    image: Image | None = one(Image)
    """A picture. Present only if the template has a picture."""
    link: Link | None = one(Link)
    """A link, shown with title, description and picture. Present only if the template has a
    link.
    """
    miniprogram: Miniprogram | None = one(Miniprogram)
    """A page of a mini program. Present only if the template has a mini program."""
    file: File | None = one(File)
    """A file. Present only if the template has a file."""
    video: Video | None = one(Video)
    """A video. Present only if the template has a video."""


BULK: Bulk[GetAnswer] = Bulk(
    OPERATION, REQUEST, GetAnswer, parameter="template_id", argument="template_ids"
)


class _Methods(_Bound):
    """`get` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def get(
        self,
        template_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> GetAnswer:
        """获取入群欢迎语素材

        Returns the contents of one template of the library of welcomes for customer groups.

        Args:
            template_id: Id of the template. Not empty.

        Returns:
            GetAnswer: text, image, link, miniprogram, file, video.

        Raises:
            APIError: 40036 the length of the template id is wrong; 40037 the template id is
                unknown.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92366#获取入群欢迎语素材 (2023-12-01)
        """
        request = build_request(
            template_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, GetAnswer, self._rules)

    def get_many(
        self,
        template_ids: Iterable[str],
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Outcomes[GetAnswer]:
        """获取入群欢迎语素材

        Returns the contents of one template of the library of welcomes for customer groups.

        Makes one call for each of any number of template_ids, several at the same time. It
        slows down by itself where the platform answers that calls come too often, and then
        recovers. An element whose call fails has its error in its outcome; the others go on.

        Args:
            template_ids: Any iterable, taken from while the calls go on. Of each element: Id of
                the template. Not empty.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            Outcomes: an iterator of Outcome, each with `key`, `answer` (GetAnswer, or None) and
                `error` (a WeComError, or None). Close it, or use it in a `with` statement, to
                end the job early.

        Document: https://developer.work.weixin.qq.com/document/path/92366#获取入群欢迎语素材 (2023-12-01)
        """
        return self._client._bulk(
            BULK, {}, template_ids, concurrency, rate, ordered, on_progress, extra, self._rules
        )


class _AsyncMethods(_AsyncBound):
    """`get` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def get(
        self,
        template_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> GetAnswer:
        """获取入群欢迎语素材

        Returns the contents of one template of the library of welcomes for customer groups.

        Args:
            template_id: Id of the template. Not empty.

        Returns:
            GetAnswer: text, image, link, miniprogram, file, video.

        Raises:
            APIError: 40036 the length of the template id is wrong; 40037 the template id is
                unknown.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92366#获取入群欢迎语素材 (2023-12-01)
        """
        request = build_request(
            template_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, GetAnswer, self._rules)

    def get_many(
        self,
        template_ids: Iterable[str] | AsyncIterable[str],
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncOutcomes[GetAnswer]:
        """获取入群欢迎语素材

        Returns the contents of one template of the library of welcomes for customer groups.

        Makes one call for each of any number of template_ids, several at the same time. It
        slows down by itself where the platform answers that calls come too often, and then
        recovers. An element whose call fails has its error in its outcome; the others go on.

        Args:
            template_ids: Any iterable, an asynchronous one too, taken from while the calls go
                on. Of each element: Id of the template. Not empty.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            AsyncOutcomes: for `async for`, without `await`, an iterator of Outcome, each with
                `key`, `answer` (GetAnswer, or None) and `error` (a WeComError, or None).
                `await` its `aclose`, or use it in an `async with` statement, to end the job
                early.

        Document: https://developer.work.weixin.qq.com/document/path/92366#获取入群欢迎语素材 (2023-12-01)
        """
        return self._client._bulk(
            BULK, {}, template_ids, concurrency, rate, ordered, on_progress, extra, self._rules
        )
