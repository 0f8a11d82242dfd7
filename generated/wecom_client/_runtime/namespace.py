"""The base of the namespaces through which operations are called: `wecom.group.operation(…)`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from .async_client import AsyncClient
    from .sync_client import SyncClient


class Namespace:
    """Operations of one URL folder, bound to a client; made once for each client."""

    __slots__ = ("_client",)

    def __init__(self, client: Any) -> None:
        self._client: SyncClient = client

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"

    def _child(self, namespace: type[N]) -> N:
        return self._client._namespace(namespace)


class AsyncNamespace:
    """The same for an asynchronous client."""

    __slots__ = ("_client",)

    def __init__(self, client: Any) -> None:
        self._client: AsyncClient = client

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"

    def _child(self, namespace: type[AN]) -> AN:
        return self._client._namespace(namespace)


AnyNamespace = Namespace | AsyncNamespace

N = TypeVar("N", bound=Namespace)
AN = TypeVar("AN", bound=AsyncNamespace)
