# Generated from specs/externalcontact/get_product_album.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取商品图册

Returns one product of the company's product albums, with its pictures.

Permissions:
    Every application: An application gets every product that is the company's (企业级).
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 管理商品图册.
    Third-party applications (第三方应用): Permission 管理商品图册.

Notes:
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/95096#获取商品图册 (2023-12-15)
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
from .._runtime.records import Record, many, one
from .._runtime.request import DEFAULTS, Operation, Request, Settings
from ._shapes import MediaImage

__all__ = [
    "BULK",
    "OPERATION",
    "REQUEST",
    "Attachment",
    "GetProductAlbumAnswer",
    "MediaImage",
    "Product",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/get_product_album",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/95096#获取商品图册",
    title="获取商品图册",
    effect="read",
)

REQUEST = Object({"product_id": String(min_length=1)}, required=("product_id",))


def build_request(
    product_id: str,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `get_product_album` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "product_id": product_id,
        },
        _settings,
        extra,
    )


class Attachment(Record):
    """One picture."""

    type: str
    """What the attachment is; only pictures are taken. image: a picture."""
    image: MediaImage = one(MediaImage)
    """The picture. It is had by its media id, as temporary media (获取临时素材)."""


class Product(Record):
    """A product of the company's product albums."""

    product_id: str
    """Id of the product."""
    description: str
    """What the product is called and what it is about."""
    price: int
    """Price of the product in fen, hundredths of a yuan."""
    product_sn: str
    """Code of the product."""
    attachments: tuple[Attachment, ...] = many(Attachment)
    """The pictures of the product."""
    create_time: int
    """When the product was made, Unix seconds."""


class GetProductAlbumAnswer(Answer):
    """The answer of `get_product_album`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("product") is None` asks, and type checkers let it
    pass.
    """

    product: Product = one(Product)
    """A product of the company's product albums."""


BULK: Bulk[GetProductAlbumAnswer] = Bulk(
    OPERATION, REQUEST, GetProductAlbumAnswer, parameter="product_id", argument="product_ids"
)


class _Methods(_Bound):
    """`get_product_album` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def get_product_album(
        self,
        product_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> GetProductAlbumAnswer:
        """获取商品图册

        Returns one product of the company's product albums, with its pictures.

        Args:
            product_id: Id of the product. Not empty.

        Returns:
            GetProductAlbumAnswer: product.

        Raises:
            APIError: 41074 the product was deleted; 41075 the product is unknown; 48002 the
                application may not call this API.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/95096#获取商品图册 (2023-12-15)
        """
        request = build_request(
            product_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, GetProductAlbumAnswer, self._rules)

    def get_product_album_many(
        self,
        product_ids: Iterable[str],
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Outcomes[GetProductAlbumAnswer]:
        """获取商品图册

        Returns one product of the company's product albums, with its pictures.

        Makes one call for each of any number of product_ids, several at the same time. It slows
        down by itself where the platform answers that calls come too often, and then recovers.
        An element whose call fails has its error in its outcome; the others go on.

        Args:
            product_ids: Any iterable, taken from while the calls go on. Of each element: Id of
                the product. Not empty.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            Outcomes: an iterator of Outcome, each with `key`, `answer` (GetProductAlbumAnswer,
                or None) and `error` (a WeComError, or None). Close it, or use it in a `with`
                statement, to end the job early.

        Document: https://developer.work.weixin.qq.com/document/path/95096#获取商品图册 (2023-12-15)
        """
        return self._client._bulk(
            BULK, {}, product_ids, concurrency, rate, ordered, on_progress, extra, self._rules
        )


class _AsyncMethods(_AsyncBound):
    """`get_product_album` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def get_product_album(
        self,
        product_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> GetProductAlbumAnswer:
        """获取商品图册

        Returns one product of the company's product albums, with its pictures.

        Args:
            product_id: Id of the product. Not empty.

        Returns:
            GetProductAlbumAnswer: product.

        Raises:
            APIError: 41074 the product was deleted; 41075 the product is unknown; 48002 the
                application may not call this API.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/95096#获取商品图册 (2023-12-15)
        """
        request = build_request(
            product_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, GetProductAlbumAnswer, self._rules)

    def get_product_album_many(
        self,
        product_ids: Iterable[str] | AsyncIterable[str],
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncOutcomes[GetProductAlbumAnswer]:
        """获取商品图册

        Returns one product of the company's product albums, with its pictures.

        Makes one call for each of any number of product_ids, several at the same time. It slows
        down by itself where the platform answers that calls come too often, and then recovers.
        An element whose call fails has its error in its outcome; the others go on.

        Args:
            product_ids: Any iterable, an asynchronous one too, taken from while the calls go
                on. Of each element: Id of the product. Not empty.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            AsyncOutcomes: for `async for`, without `await`, an iterator of Outcome, each with
                `key`, `answer` (GetProductAlbumAnswer, or None) and `error` (a WeComError, or
                None). `await` its `aclose`, or use it in an `async with` statement, to end the
                job early.

        Document: https://developer.work.weixin.qq.com/document/path/95096#获取商品图册 (2023-12-15)
        """
        return self._client._bulk(
            BULK, {}, product_ids, concurrency, rate, ordered, on_progress, extra, self._rules
        )
