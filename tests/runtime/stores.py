"""What stands between a client and its token store: the breakers, the lock, the text of a token.

And what the stores of the package rely on, where a test has to replace or to read it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from wecom_client._runtime.guarded_store import (
    LOOK_AGAIN_SECONDS,
    CircuitBreaker,
    GuardedStore,
    StoreLock,
)
from wecom_client._runtime.stores import file as _file
from wecom_client._runtime.stores import redis as _redis
from wecom_client._runtime.token_serialization import (
    StoredToken,
    UnreadableTokenError,
    deserialize,
    serialize,
)

__all__ = [
    "LOOK_AGAIN_SECONDS",
    "REDIS_SCRIPTS",
    "CircuitBreaker",
    "GuardedStore",
    "StoreLock",
    "StoredToken",
    "UnreadableTokenError",
    "deserialize",
    "serialize",
    "set_mounts",
]

REDIS_SCRIPTS = (_redis._TAKE, _redis._RELEASE, _redis._RESERVE)
"""What a server of Redis is sent to run."""


def set_mounts(patch: pytest.MonkeyPatch, path: Path) -> None:
    """Have file stores read from here what the system has mounted."""
    patch.setattr(_file, "_MOUNTS", path)
