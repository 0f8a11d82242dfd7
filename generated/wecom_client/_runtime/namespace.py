# Copied from templates/wecom_client/_runtime/namespace.py: edit that file, then run 'make generate'.
"""The base of the namespaces through which operations are called: `wecom.group.operation(…)`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

if TYPE_CHECKING:
    from .async_client import AsyncClient
    from .flow import Rules
    from .sync_client import SyncClient


class Bound:
    """The methods of operations, in a namespace or in the client itself.

    What a method says of errors are those that are its own. All of them raise these, which are
    below `WeComError`: ParameterError (an argument breaks a limit; nothing was sent), APIError (the
    platform refused the call, for a reason that its document names or for another), TransportError
    (no answer; `.outcome` says whether the call may have been carried out) and ResponseError (what
    came is not an answer). All of them take `extra`, too: a mapping of what the platform takes and
    the spec does not have yet, sent unchecked, by a whole job with each of its calls.
    """

    __slots__ = ()

    if TYPE_CHECKING:
        _client: SyncClient
        _rules: Rules


class AsyncBound:
    """The same for an asynchronous client."""

    __slots__ = ()

    if TYPE_CHECKING:
        _client: AsyncClient
        _rules: Rules


class Child(property):
    """A namespace within another one, or a client's, whose modules are loaded at its first use.

    `package`: the one that asks for it; `module`: the inner one; `name`: the namespace's class.
    """

    def __init__(self, package: str, module: str, name: str, doc: str) -> None:
        loaded: Any = None

        def namespace(owner: Any) -> Any:
            nonlocal loaded
            if loaded is None:
                loaded = getattr(import_module(f".{module}", package), name)
            return owner._namespace(loaded)

        super().__init__(namespace)
        self.__doc__ = doc  # a text that a property is made with is hidden by that of its subclass


class _Bound:
    """Operations of one URL folder, bound to a client and to what its calls keep to."""

    __slots__ = ("__weakref__", "_client", "_rules")

    if TYPE_CHECKING:
        _client: Any
        _rules: Rules

    def __init__(self, client: Any, rules: Any) -> None:
        object.__setattr__(self, "_client", client)
        object.__setattr__(self, "_rules", rules)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        kind = type(self).__name__
        raise AttributeError(f"{kind} cannot be changed: with_options() returns one with options")

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            f"a {type(self).__name__} belongs to a client, and is not copied or pickled:"
            " with_options() makes another one"
        )

    def with_options(
        self: B,
        *,
        timeout: float | tuple[float, float] | None = None,
        total_timeout: float | None = None,
        retries: int | None = None,
        rate: float | None = None,
    ) -> B:
        """Return the same operations with options of their own; connections and token stay shared.

        What is left out stays as it is here. `timeout`: seconds, or seconds for the connection and
        for the answer. `total_timeout`: seconds for a whole call, all its sends and waits.
        `retries`: sends of a call after the first, 0 to 100. `rate`: calls a minute of these
        operations together, in the place of the client's rate. Where the token store counts them
        (Redis), all that share it wait for the interval of each call.

        Raises:
            ValueError: an option that cannot be.
        """
        rules = self._client._rules_with(self._rules, timeout, total_timeout, retries, rate)
        return type(self)(self._client, rules)

    def _namespace(self, namespace: type[C]) -> C:
        if self._rules is self._client._rules:
            child: C = self._client._namespace(namespace)
            return child
        return namespace(self._client, self._rules)


B = TypeVar("B", bound=_Bound)
C = TypeVar("C", bound=_Bound)


class Namespace(_Bound):
    """Operations of one URL folder, bound to a client; made once for each client."""

    __slots__ = ()

    if TYPE_CHECKING:
        _client: SyncClient


class AsyncNamespace(_Bound):
    """The same for an asynchronous client."""

    __slots__ = ()

    if TYPE_CHECKING:
        _client: AsyncClient
