# Copied from templates/wecom_client/_runtime/stores/__init__.py: edit that file, then run 'make generate'.
"""Where tokens are kept, so that whoever shares a store fetches them once."""

from ..token_store import TokenStore
from .file import FileTokenStore
from .memory import MemoryTokenStore
from .redis import RedisTokenStore

__all__ = ["FileTokenStore", "MemoryTokenStore", "RedisTokenStore", "TokenStore"]
