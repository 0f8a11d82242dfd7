# Generated from specs/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""A typed client for the server API of WeCom that checks parameters before anything is sent."""

from typing import TYPE_CHECKING

from ._client import WeComClient
from ._runtime.errors import (
    APIError,
    AuthenticationError,
    BatchError,
    BusyError,
    ConflictError,
    Failure,
    InvalidRequestError,
    NotFoundError,
    ParameterError,
    ParameterWarning,
    PartialFailureError,
    PermissionDeniedError,
    QuotaError,
    RateLimitError,
    ResponseError,
    TokenError,
    TooLargeError,
    TransportError,
    WeComError,
)
from ._runtime.jobs.results import BatchResult, Items, Outcome, Outcomes, Progress
from ._runtime.problems import Problem
from ._runtime.request import Request, Settings
from ._version import __version__

if TYPE_CHECKING:
    from ._async_client import AsyncWeComClient
    from ._runtime.jobs.tasks import AsyncItems, AsyncOutcomes
    from ._runtime.stores import FileTokenStore, MemoryTokenStore, RedisTokenStore, TokenStore

__all__ = [
    "APIError",
    "AsyncItems",
    "AsyncOutcomes",
    "AsyncWeComClient",
    "AuthenticationError",
    "BatchError",
    "BatchResult",
    "BusyError",
    "ConflictError",
    "Failure",
    "FileTokenStore",
    "InvalidRequestError",
    "Items",
    "MemoryTokenStore",
    "NotFoundError",
    "Outcome",
    "Outcomes",
    "ParameterError",
    "ParameterWarning",
    "PartialFailureError",
    "PermissionDeniedError",
    "Problem",
    "Progress",
    "QuotaError",
    "RateLimitError",
    "RedisTokenStore",
    "Request",
    "ResponseError",
    "Settings",
    "TokenError",
    "TokenStore",
    "TooLargeError",
    "TransportError",
    "WeComClient",
    "WeComError",
    "__version__",
]

if not TYPE_CHECKING:
    # what few programs use is imported by those that do
    _LATER = {
        "AsyncItems": "_runtime.jobs.tasks",
        "AsyncOutcomes": "_runtime.jobs.tasks",
        "AsyncWeComClient": "_async_client",
        "FileTokenStore": "_runtime.stores",
        "MemoryTokenStore": "_runtime.stores",
        "RedisTokenStore": "_runtime.stores",
        "TokenStore": "_runtime.stores",
    }

    def __getattr__(name):
        if name not in _LATER:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(f".{_LATER[name]}", __name__), name)
        globals()[name] = value
        return value

    def __dir__():
        return sorted({*globals(), *__all__})
