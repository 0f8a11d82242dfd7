# Copied from templates/wecom_client/_runtime/stores/redis.py: edit that file, then run 'make generate'.
"""A token store in Redis, shared by processes and machines, which can share a rate limit too."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..decode import decode_text
from ..monitoring import unobserved
from ..redact import Secret
from ..send_errors import Stray

if TYPE_CHECKING:
    from redis import Redis
else:
    Redis = Any  # the annotation is there also where redis-py is not

_PREFIX = "wecom_client:"
_SECONDS = 1.0

# redis-py repeats a command after a timeout and cannot know whether it was carried out; any of its
# copies may arrive after commands that were sent later. So each script has a second key, which
# remembers, for longer than clients repeat, what it came to.
_REMEMBER_MILLISECONDS = 600_000

# KEYS[2] exists once the taker, ARGV[1], was turned down or has released the lock.
_TAKE = """
if redis.call('exists', KEYS[2]) == 1 then return 0 end
if redis.call('set', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return 1 end
if redis.call('get', KEYS[1]) == ARGV[1] then return 1 end
redis.call('set', KEYS[2], '', 'PX', ARGV[3])
return 0
"""
_RELEASE = """
redis.call('set', KEYS[2], '', 'PX', ARGV[2])
if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end
return 0
"""
# Microseconds, by the clock of Redis, as the machines' own clocks differ. KEYS[2] holds the number
# of the session's last reservation, ARGV[2], and its slot. Redis 3.2 to 4 allow TIME before a write
# only to a script that has its effects replicated.
_RESERVE = """
if redis.replicate_commands then redis.replicate_commands() end
local time = redis.call('time')
local now = time[1] * 1000000 + time[2]
local number, taken = string.match(redis.call('get', KEYS[2]) or '', '^(%d+) (%d+)$')
if number and tonumber(number) >= tonumber(ARGV[2]) then return math.max(0, taken - now) end
local slot = tonumber(redis.call('get', KEYS[1]) or 0)
if slot < now then slot = now end
local free = slot + tonumber(ARGV[1])
redis.call('set', KEYS[1], string.format('%.0f', free), 'PX', math.ceil((free - now) / 1000) + 1000)
redis.call('set', KEYS[2], string.format('%s %.0f', ARGV[2], slot), 'PX', ARGV[3])
return slot - now
"""


class RedisTokenStore:
    """Keeps tokens in Redis; make it with `from_url`, or pass a client of redis-py.

    Keys begin with `wecom_client:`. A Redis that does not answer within a second is left alone for
    some seconds, and calls go on without it.

    A client that you pass keeps its own timeouts and repetitions, and calls wait until it gives up:
    for a Redis that hangs about a minute with the defaults of redis-py 8, and without end with
    those of 5 to 7. `socket_timeout=1, retry=None` makes it as quick as `from_url`. However often a
    client repeats a command, it counts once.

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
        # By process: a forked child must not go on with the numbers of its parent's sessions.
        self._sessions: dict[int, list[tuple[str, int]]] = {}

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
        usual: dict[str, Any] = {
            "socket_connect_timeout": _SECONDS,
            "socket_timeout": _SECONDS,
            "retry": again,
        }
        # Redis before 6 knows no other protocol, and we need none.
        usual["protocol"] = 2
        # redis-py tells its name (Redis 7.2); a proxy that does not know that may hang up. Where it
        # has the class, the older options warn.
        is_new = hasattr(redis, "DriverInfo")
        usual |= {"driver_info": None} if is_new else {"lib_name": None, "lib_version": None}
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
        # Of the pool's settings, those that are not secret.
        pool = getattr(self._client, "connection_pool", None)
        told = getattr(pool, "connection_kwargs", {})
        where = told.get("path") or f"{told.get('host', '?')}:{told.get('port', '?')}"
        return f"<RedisTokenStore {where}/{told.get('db', 0)}>"

    def load(self, key: str) -> str | None:
        """Return the text saved last.

        Raises:
            UnicodeDecodeError: it is not text.
        """
        value = self._command(self._client.get, _PREFIX + key)
        return decode_text(value) if isinstance(value, bytes) else value

    def save(self, key: str, text: str, seconds: float) -> None:
        """Keep the text for so long."""
        # A late repetition may bring an older token back. It does little harm: once it has ended,
        # nobody takes it, and if it was refused, that costs a refusal and another token.
        self._command(self._client.set, _PREFIX + key, text, px=_milliseconds(seconds))

    def try_lock(self, key: str, seconds: float) -> Callable[[], None] | None:
        """Take the key's lock, for so long at most."""
        mine = os.urandom(16).hex()
        keys = _keys(f"lock:{key}", mine)
        if not self._run(_TAKE, keys, mine, _milliseconds(seconds)):
            return None

        def release() -> None:
            self._run(_RELEASE, keys, mine)

        return release

    def reserve(self, key: str, interval: float) -> float:
        """Reserve the next free slot of all who use the key; return the seconds until then.

        Slots are `interval` seconds apart.
        """
        sessions = self._sessions.setdefault(os.getpid(), [])
        try:
            session, number = sessions.pop()
        except IndexError:
            session, number = os.urandom(16).hex(), 1
        keys, microseconds = _keys(f"rate:{key}", session), max(1, round(interval * 1e6))
        wait = self._run(_RESERVE, keys, microseconds, number)
        # Where no answer came, a repetition may still be under way: then the session is not used
        # again. So there are as many as there are threads that reserve at the same time.
        sessions.append((session, number + 1))
        return wait / 1e6

    def _run(self, script: str, keys: tuple[str, str], *args: object) -> int:
        """Run a script, which learns last how long to remember what it came to."""
        given = (*keys, *args, _REMEMBER_MILLISECONDS)
        return int(self._command(self._client.eval, script, len(keys), *given))

    def _command(self, command: Callable[..., Any], *args: object, **options: object) -> Any:
        """Send a command where no monitoring looks on: tokens stand in commands and answers."""
        try:
            with unobserved():
                return command(*args, **options)
        except Exception:
            raise
        except BaseException as problem:
            interruption = Stray(problem)
        raise interruption.take()


def _keys(name: str, mark: str) -> tuple[str, str]:
    """Return the key, and the one that remembers: by its braces on the same node of a cluster."""
    key = _PREFIX + name
    return key, f"{_PREFIX}{{{key}}}:{mark}"


def _milliseconds(seconds: float) -> int:
    return max(1, round(seconds * 1000))
