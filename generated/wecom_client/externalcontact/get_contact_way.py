# Generated from specs/externalcontact/get_contact_way.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取企业已配置的「联系我」方式

Returns the configuration of one contact way: where it is shown, the members behind it, and the
address of its QR code.

Permissions:
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 配置「联系我」二维码.
    Third-party applications (第三方应用): Permission 配置「联系我」二维码 (an application for
        customer acquisition, 营销获客, has 「联系我」二维码 chosen as its 客户建联方式).

Notes:
    A picture comes with pic_url, though it is set by media_id.
    Temporary chats are for companies in health care alone.

Document: https://developer.work.weixin.qq.com/document/path/92228#获取企业已配置的「联系我」方式 (2025-12-11)
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
    "Conclusions",
    "ContactWay",
    "GetContactWayAnswer",
    "Image",
    "Link",
    "Miniprogram",
    "Text",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/get_contact_way",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/92228#获取企业已配置的「联系我」方式",
    title="获取企业已配置的「联系我」方式",
    effect="read",
)

REQUEST = Object({"config_id": String(min_length=1)}, required=("config_id",))


def build_request(
    config_id: str,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `get_contact_way` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "config_id": config_id,
        },
        _settings,
        extra,
    )


class Text(Record):
    """The text of the message."""

    content: str
    """The text itself."""


class Image(Record):
    """A picture."""

    pic_url: str
    """Address of the picture."""


class Link(Record):
    """A link, shown with title, description and picture."""

    title: str
    """Title of the link."""
    picurl: str
    """Address of the picture."""
    desc: str
    """Description of the link."""
    url: str
    """Where the link leads."""


class Miniprogram(Record):
    """A page of a mini program."""

    title: str
    """Title of the message."""
    pic_media_id: str
    """Media id of the cover."""
    appid: str
    """Appid of the mini program."""
    page: str
    """Path of the page in the mini program."""


class Conclusions(Record):
    """What the customer receives by itself when the temporary chat ends."""

    text: Text | None = one(Text)
    """The text of the message. Present only if the conclusions have a text."""
    image: Image | None = one(Image)
    """A picture. Present only if the conclusions have a picture."""
    link: Link | None = one(Link)
    """A link, shown with title, description and picture. Present only if the conclusions have a
    link.
    """
    miniprogram: Miniprogram | None = one(Miniprogram)
    """A page of a mini program. Present only if the conclusions have a mini program."""


class ContactWay(Record):
    """A way to add members, a QR code or a mini program button, as it is configured."""

    config_id: str
    """Id of the contact way."""
    type: int
    """How many members stand behind the contact way. 1: one member; 2: several members."""
    scene: int
    """Where customers meet the contact way. 1: button in a mini program (plug-in); 2: QR code."""
    style: int | None
    """Look of the button in the mini program (scene 1). The page shows each look. 1: first look;
    2: second look; 3: third look, for one member (type 1) alone. Present only with scene = 1
    (button in a mini program).
    """
    remark: str
    """Reminder for yourself, what the contact way is for."""
    skip_verify: bool
    """Whether customers become contacts at once, without the member's consent."""
    state: str
    """Mark of your own that tells channels apart. `externalcontact.get` returns it for each
    customer who came this way.
    """
    user: tuple[str, ...] = values()
    """Userids of the members behind the contact way."""
    party: tuple[int, ...] = values()
    """Ids of the departments whose members stand behind the contact way."""
    is_temp: bool
    """Whether the contact way opens a temporary chat (临时会话)."""
    expires_in: int
    """How long the QR code of a temporary chat is good, in seconds."""
    chat_expires_in: int
    """How long a temporary chat lasts from when the contact was added, in seconds."""
    unionid: str
    """Unionid of the customer who may have the temporary chat."""
    mark_source: bool
    """Whether customers who come this way are marked as having come by a contact way of this
    application. It counts for applications for customer acquisition (营销获客) alone.
    """
    qr_code: str | None
    """Address of the QR code's image. Present only with scene = 2 (QR code)."""
    conclusions: Conclusions | None = one(Conclusions)
    """What the customer receives by itself when the temporary chat ends. Present only if the
    contact way has conclusions.
    """


class GetContactWayAnswer(Answer):
    """The answer of `get_contact_way`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("contact_way") is None` asks, and type checkers let
    it pass.
    """

    contact_way: ContactWay = one(ContactWay)
    """A way to add members, a QR code or a mini program button, as it is configured."""


BULK: Bulk[GetContactWayAnswer] = Bulk(
    OPERATION, REQUEST, GetContactWayAnswer, parameter="config_id", argument="config_ids"
)


class _Methods(_Bound):
    """`get_contact_way` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def get_contact_way(
        self,
        config_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> GetContactWayAnswer:
        """获取企业已配置的「联系我」方式

        Returns the configuration of one contact way: where it is shown, the members behind it,
        and the address of its QR code.

        Args:
            config_id: Id of the contact way. Not empty.

        Returns:
            GetContactWayAnswer: contact_way.

        Raises:
            APIError: 41043 config_id is missing; 41044 invalid config_id.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92228#获取企业已配置的「联系我」方式 (2025-12-11)
        """
        request = build_request(
            config_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, GetContactWayAnswer, self._rules)

    def get_contact_way_many(
        self,
        config_ids: Iterable[str],
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Outcomes[GetContactWayAnswer]:
        """获取企业已配置的「联系我」方式

        Returns the configuration of one contact way: where it is shown, the members behind it,
        and the address of its QR code.

        Makes one call for each of any number of config_ids, several at the same time. It slows
        down by itself where the platform answers that calls come too often, and then recovers.
        An element whose call fails has its error in its outcome; the others go on.

        Args:
            config_ids: Any iterable, taken from while the calls go on. Of each element: Id of
                the contact way. Not empty.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            Outcomes: an iterator of Outcome, each with `key`, `answer` (GetContactWayAnswer, or
                None) and `error` (a WeComError, or None). Close it, or use it in a `with`
                statement, to end the job early.

        Document: https://developer.work.weixin.qq.com/document/path/92228#获取企业已配置的「联系我」方式 (2025-12-11)
        """
        return self._client._bulk(
            BULK, {}, config_ids, concurrency, rate, ordered, on_progress, extra, self._rules
        )


class _AsyncMethods(_AsyncBound):
    """`get_contact_way` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def get_contact_way(
        self,
        config_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> GetContactWayAnswer:
        """获取企业已配置的「联系我」方式

        Returns the configuration of one contact way: where it is shown, the members behind it,
        and the address of its QR code.

        Args:
            config_id: Id of the contact way. Not empty.

        Returns:
            GetContactWayAnswer: contact_way.

        Raises:
            APIError: 41043 config_id is missing; 41044 invalid config_id.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92228#获取企业已配置的「联系我」方式 (2025-12-11)
        """
        request = build_request(
            config_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, GetContactWayAnswer, self._rules)

    def get_contact_way_many(
        self,
        config_ids: Iterable[str] | AsyncIterable[str],
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncOutcomes[GetContactWayAnswer]:
        """获取企业已配置的「联系我」方式

        Returns the configuration of one contact way: where it is shown, the members behind it,
        and the address of its QR code.

        Makes one call for each of any number of config_ids, several at the same time. It slows
        down by itself where the platform answers that calls come too often, and then recovers.
        An element whose call fails has its error in its outcome; the others go on.

        Args:
            config_ids: Any iterable, an asynchronous one too, taken from while the calls go on.
                Of each element: Id of the contact way. Not empty.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            AsyncOutcomes: for `async for`, without `await`, an iterator of Outcome, each with
                `key`, `answer` (GetContactWayAnswer, or None) and `error` (a WeComError, or
                None). `await` its `aclose`, or use it in an `async with` statement, to end the
                job early.

        Document: https://developer.work.weixin.qq.com/document/path/92228#获取企业已配置的「联系我」方式 (2025-12-11)
        """
        return self._client._bulk(
            BULK, {}, config_ids, concurrency, rate, ordered, on_progress, extra, self._rules
        )
