# Generated from specs/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""A typed client for the server API of WeCom that checks parameters before anything is sent."""

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
from ._runtime.problems import Problem
from ._runtime.request import Request, Settings

__all__ = [
    "APIError",
    "AuthenticationError",
    "BatchError",
    "BusyError",
    "ConflictError",
    "Failure",
    "InvalidRequestError",
    "NotFoundError",
    "ParameterError",
    "ParameterWarning",
    "PartialFailureError",
    "PermissionDeniedError",
    "Problem",
    "QuotaError",
    "RateLimitError",
    "Request",
    "ResponseError",
    "Settings",
    "TokenError",
    "TooLargeError",
    "TransportError",
    "WeComClient",
    "WeComError",
]
