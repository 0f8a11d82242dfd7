# Generated from specs/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""A typed client for the server API of WeCom that checks parameters before anything is sent."""

from typing import TYPE_CHECKING

from ._client import WeComClient
from ._runtime import Later
from ._runtime.answers import FailedRecord
from ._runtime.errors import (
    APIError,
    AuthenticationError,
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
    ResponseWarning,
    TokenError,
    TooLargeError,
    TransportError,
    WeComError,
)
from ._runtime.jobs.results import BatchResult, JournalError, Outcome, Progress
from ._runtime.jobs.sync_jobs import Items, Outcomes
from ._runtime.problems import Problem
from ._runtime.request import Operation, Request, Settings
from ._version import __version__

if TYPE_CHECKING:
    from . import externalcontact as externalcontact
    from . import media as media
    from ._async_client import AsyncWeComClient
    from ._failed_records import AnyFailedRecord, BatchError
    from ._frequency_limits import FREQUENCY_LIMITS
    from ._runtime.custom_transport import HTTPRequest, HTTPResponse, Transport
    from ._runtime.files import File
    from ._runtime.frequency import FrequencyLimit
    from ._runtime.hooks import HookCall, Hooks
    from ._runtime.jobs.async_jobs import AsyncItems, AsyncOutcomes
    from ._runtime.stores import FileTokenStore, MemoryTokenStore, RedisTokenStore
    from ._runtime.token_store import TokenStore

__all__ = [
    "FREQUENCY_LIMITS",
    "APIError",
    "AnyFailedRecord",
    "AsyncItems",
    "AsyncOutcomes",
    "AsyncWeComClient",
    "AuthenticationError",
    "BatchError",
    "BatchResult",
    "BusyError",
    "ConflictError",
    "FailedRecord",
    "Failure",
    "File",
    "FileTokenStore",
    "FrequencyLimit",
    "HTTPRequest",
    "HTTPResponse",
    "HookCall",
    "Hooks",
    "InvalidRequestError",
    "Items",
    "JournalError",
    "MemoryTokenStore",
    "NotFoundError",
    "Operation",
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
    "ResponseWarning",
    "Settings",
    "TokenError",
    "TokenStore",
    "TooLargeError",
    "Transport",
    "TransportError",
    "WeComClient",
    "WeComError",
    "__version__",
]

if not TYPE_CHECKING:
    from ._runtime.jobs.results import BatchError

    # what few programs use is imported by those that do
    _LATER = {
        "FREQUENCY_LIMITS": "._frequency_limits",
        "AnyFailedRecord": "._runtime.jobs.results",
        "AsyncItems": "._runtime.jobs.async_jobs",
        "AsyncOutcomes": "._runtime.jobs.async_jobs",
        "AsyncWeComClient": "._async_client",
        "File": "._runtime.files",
        "FileTokenStore": "._runtime.stores",
        "FrequencyLimit": "._runtime.frequency",
        "HTTPRequest": "._runtime.custom_transport",
        "HTTPResponse": "._runtime.custom_transport",
        "HookCall": "._runtime.hooks",
        "Hooks": "._runtime.hooks",
        "MemoryTokenStore": "._runtime.stores",
        "RedisTokenStore": "._runtime.stores",
        "TokenStore": "._runtime.token_store",
        "Transport": "._runtime.custom_transport",
        "externalcontact": "",
        "media": "",
    }
    __getattr__ = Later(__name__, _LATER)
    __dir__ = __getattr__.names
