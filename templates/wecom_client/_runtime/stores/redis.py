"""A token store in Redis, shared by processes and machines, which can share a rate limit too."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from ..redact import Secret

if TYPE_CHECKING:
    from redis import Redis

_PREFIX = "wecom_client:"
_SECONDS = 1.0

# Taken also where it is ours already: the connection may have broken before the answer came.
_TAKE = """
if redis.call('set', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return 1 end
if redis.call('get', KEYS[1]) == ARGV[1] then return 1 end
return 0
"""
_RELEASE = """
if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end
return 0
"""
# Microseconds, by the clock of Redis, as the machines' own clocks differ.
_RESERVE = """
local time = redis.call('time')
local now = time[1] * 1000000 + time[2]
local slot = tonumber(redis.call('get', KEYS[1]) or 0)
if slot < now then slot = now end
local free = slot + tonumber(ARGV[1])
redis.call('set', KEYS[1], string.format('%.0f', free), 'PX', math.ceil((free - now) / 1000) + 1000)
return slot - now
"""


class RedisTokenStore:
    """Keeps tokens in Redis; make it with `from_url`, or pass a client of redis-py.

    Keys begin with `wecom_client:`. A Redis that does not answer within a second is left alone for
    some seconds, and calls go on without it; a client that you pass brings its own timeouts.

    Raises:
        TypeError: no synchronous client of redis-py.
    """

    def __init__(self, client: Redis) -> None:
        module = type(client).__module__
        usable = callable(getattr(client, "eval", None)) and not isinstance(client, type)
        if module.startswith("redis.asyncio") or not usable:
            raise TypeError(
                "client must be a redis.Redis (not of redis.asyncio: AsyncWeComClient asks it in a"
                " thread), or use RedisTokenStore.from_url"
            )
        self._client: Any = client

    @classmethod
    def from_url(cls, url: str, **options: Any) -> RedisTokenStore:
        """Connect to `redis://host:6379/0`, `rediss://…` or `unix://…`, when first needed.

        `options` are those of `redis.Redis.from_url`. Unless told otherwise, a connection or an
        answer may take a second.

        Raises:
            ImportError: redis-py is missing.
            ValueError: an address that cannot be used; it is not repeated, for its password.
        """
        hidden = Secret(url)
        del url
        try:
            import redis
            from redis.backoff import NoBackoff
            from redis.retry import Retry
        except ImportError:
            redis = None  # type: ignore[assignment]
        if redis is None:
            raise ImportError('RedisTokenStore needs redis-py: pip install "wecom-client[redis]"')
        # Once more, at once, on a connection that Redis had closed; not after a timeout.
        again = Retry(NoBackoff(), 1, (redis.ConnectionError,))
        usual = {"socket_connect_timeout": _SECONDS, "socket_timeout": _SECONDS, "retry": again}
        try:
            client = redis.Redis.from_url(hidden.reveal(), **{**usual, **options})
            # The options are looked at only when a connection is made.
            client.connection_pool.connection_class(**client.connection_pool.connection_kwargs)
        except (ValueError, AttributeError, TypeError):
            client = None
        if client is None:
            raise ValueError(
                "the address of Redis or an option cannot be used: pass redis://, rediss:// or"
                " unix://, with special characters of a password percent-encoded"
            )
        return cls(client)

    def __repr__(self) -> str:
        # Of the pool's settings, those that are no secret.
        pool = getattr(self._client, "connection_pool", None)
        told = getattr(pool, "connection_kwargs", {})
        where = told.get("path") or f"{told.get('host', '?')}:{told.get('port', '?')}"
        return f"<RedisTokenStore {where}/{told.get('db', 0)}>"

    def load(self, key: str) -> str | None:
        """Return the text saved last."""
        value = self._client.get(_PREFIX + key)
        return value.decode("utf-8", "replace") if isinstance(value, bytes) else value

    def save(self, key: str, text: str, seconds: float) -> None:
        """Keep the text for so long."""
        self._client.set(_PREFIX + key, text, px=_milliseconds(seconds))

    def try_lock(self, key: str, seconds: float) -> Callable[[], None] | None:
        """Take the key's lock, for so long at most."""
        name, mine = f"{_PREFIX}lock:{key}", os.urandom(16).hex()
        if not int(self._client.eval(_TAKE, 1, name, mine, _milliseconds(seconds))):
            return None
        return partial(self._client.eval, _RELEASE, 1, name, mine)

    def reserve(self, key: str, interval: float) -> float:
        """Reserve the next free slot of all who use the key; return the seconds until then.

        Slots are `interval` seconds apart.
        """
        name, microseconds = f"{_PREFIX}rate:{key}", max(1, round(interval * 1e6))
        return int(self._client.eval(_RESERVE, 1, name, microseconds)) / 1e6


def _milliseconds(seconds: float) -> int:
    return max(1, round(seconds * 1000))
