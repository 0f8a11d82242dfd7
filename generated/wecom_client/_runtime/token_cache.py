# Copied from templates/wecom_client/_runtime/token_cache.py: edit that file, then run 'make generate'.
"""One application's token, shared with others through a store: what to do next, without I/O.

A client keeps its token in its own memory and comes here for another: `TokenCache.obtaining` is
a flow as those of flow.py are. It takes the store's token, or the store's lock and a token of the
platform; who has to wait for the lock takes what its holder got, be it a token or a failure. A
store that does not work stops no call: the client goes on alone and looks at it again later. One
that keeps tokens and has no lock to give still shares them: they may be fetched at the same time.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections import deque
from collections.abc import Callable, Generator
from typing import Any

from .flow import Rules
from .guarded_store import GuardedStore, StoreLock
from .redact import Secret, clean
from .steps import AccessToken, Ask, Issued, NeedToken, NoToken, Step, Wait
from .token_serialization import REFUSED_SECRET, FailedFetch, StoredToken, serialize
from .token_store import TokenStore

TokenFlow = Generator[Step, Any, Issued | NoToken]

_log = logging.getLogger("wecom_client")

# Much longer than a fetch usually takes, and shorter than a call's patience: whoever waits for the
# lock of a process that died still gets it. A fetch that takes longer is not waited for.
LOCK_SECONDS = 15.0
_FIRST_PAUSE = 0.02
_LONGEST_PAUSE = 0.25
_KEEP_FAILURE_SECONDS = 60.0


def store_key(base_url: str, corp_id: str, secret: Secret) -> str:
    """Return the name of a token in any store: a hash, as the secret must not stand there."""
    digest = hashlib.sha256()
    for part in (base_url, corp_id, secret.reveal()):
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


class TokenCache:
    """The token of one client: its memory, and behind it the store."""

    def __init__(
        self,
        store: TokenStore,
        key: str,
        fetching: Callable[[float], TokenFlow],
        rules: Rules,
        clock: Callable[[], float],
        monotonic: Callable[[], float],
    ) -> None:
        """Take the store, the token's name there, and the flow that fetches one with patience."""
        self.let_go: Callable[[Callable[[], None]], object] = _now
        self._store = GuardedStore(store, key, monotonic)
        self._fetching = fetching
        self._rules = rules
        self._clock = clock
        self._grant: AccessToken | None = None
        self._barred: FailedFetch | None = None
        # By serial. Another of them may still stand in a store that was down in the meantime.
        self._refused: deque[str] = deque(maxlen=8)

    def start_anew(self) -> None:
        """Forget the store's locks, in a forked child; the token is kept."""
        self._store.start_anew()

    def kept(self, refused: AccessToken | None) -> AccessToken | None:
        """Return the token in this client's memory, if it is of use."""
        grant = self._usable(self._grant)
        if grant is None or (refused is not None and grant.serial == refused.serial):
            return None
        return grant

    def looks_again(self) -> bool:
        """Whether it is time to see if the store works again; whoever asks has to see."""
        return self._store.keep.is_down and self._store.keep.is_due()

    def reserve(self, interval: float) -> float | None:
        """Return the seconds until the next slot that is reserved by this, or None."""
        return self._store.reserve(interval)

    def obtaining(self, need: NeedToken, look_again: bool) -> TokenFlow:
        """Get a token other than the refused one, in this client's memory, the store, or new."""
        if need.refused is not None:
            self._refused.append(need.refused.serial)
        if (barred := self._bar(self._barred)) is not None:
            return barred
        if self._store.keep.is_down and not look_again:
            return (yield from self._alone(need.patience))
        stored = yield self._store.load()
        if stored is None:
            return (yield from self._alone(need.patience))
        if (got := self._found(stored)) is not None:
            return got
        if (own := self._usable(self._grant)) is not None:
            # The store was down when this token was fetched, or has lost it.
            yield from self._save(StoredToken(own))
            return Issued(own, taken=True)
        if not self._store.lock.is_worth_a_try():
            return (yield from self._fetched(need.patience))
        lock = StoreLock(self._store, LOCK_SECONDS)
        try:
            got = yield from self._with_lock(lock, stored, need.patience)
            yield Ask(lock.end, self._store.at_once or not lock.is_held, is_needed=True)
        except BaseException:
            # An interruption, which no step may follow: perhaps a thread is just taking the lock.
            if self._store.at_once:
                lock.end()
            else:
                self.let_go(lock.end)
            raise
        return got

    def _with_lock(self, lock: StoreLock, before: StoredToken, patience: float) -> TokenFlow:
        """Get what the holder of the lock gets, or fetch a token as its holder."""
        waited, pause = 0.0, _FIRST_PAUSE
        while True:
            is_held = yield self._store.take(lock)
            stored = yield self._store.load()
            if stored is None:
                return (yield from self._alone(patience, waited))
            if (found := self._found(stored, before)) is not None:
                if waited:
                    _log.debug("waited %.1f s for the token that another client fetched", waited)
                return found._replace(waited=waited) if isinstance(found, Issued) else found
            wait = pause * (1 - self._rules.random() / 2)
            if is_held is not False or waited + wait > min(patience, LOCK_SECONDS + 1):
                break
            yield Wait(wait, "lock")
            waited, pause = waited + wait, min(_LONGEST_PAUSE, 2 * pause)
        if is_held is False:
            _log.info("waited %.1f s in vain for the token that another client fetches", waited)
        return (yield from self._fetched(patience, waited, is_holder=bool(is_held)))

    def _fetched(self, patience: float, waited: float = 0.0, is_holder: bool = False) -> TokenFlow:
        """Fetch a token and save it, or why there is none."""
        got = yield from self._alone(patience, waited)
        if isinstance(got, Issued):
            yield from self._save(StoredToken(got.grant))
        # Without the lock, somebody else's token may stand there by now, which a mere loss of an
        # answer must not wipe out.
        elif is_holder or got.verdict.errcode in REFUSED_SECRET:
            yield from self._save(StoredToken(None, self._failed(got)))
        return got

    def _alone(self, patience: float, waited: float = 0.0) -> TokenFlow:
        if (own := self._usable(self._grant)) is not None:
            return Issued(own, waited, taken=True)
        got = yield from self._fetching(max(0.0, patience - waited))
        if isinstance(got, NoToken):
            self._bar(self._failed(got))
            return got
        self._grant = got.grant
        return got._replace(waited=waited + got.waited)

    def _found(
        self, stored: StoredToken, before: StoredToken | None = None
    ) -> Issued | NoToken | None:
        """Return what the store holds for us: a token, or a failure that came while we waited."""
        if (grant := self._usable(stored.grant)) is not None:
            self._grant = grant
            self._store.keep.works()
            return Issued(grant, taken=True)
        failed = stored.failed
        if (barred := self._bar(failed)) is not None:
            return barred
        if before is None or failed is None:
            return None
        seen = before.failed is not None and before.failed.id == failed.id
        return None if seen else NoToken(failed.verdict)

    def _bar(self, failed: FailedFetch | None) -> NoToken | None:
        """Return why the secret must not be tried again now, and remember it; or None."""
        if failed is None or not failed.bars(self._clock()):
            return None
        self._barred = failed
        return NoToken(failed.verdict)

    def _failed(self, got: NoToken) -> FailedFetch:
        verdict, secrets = got.verdict, self._rules.secrets
        errmsg, detail = clean(verdict.errmsg, secrets), clean(verdict.detail, secrets)
        verdict = verdict._replace(errmsg=errmsg, detail=detail)
        return FailedFetch(os.urandom(8).hex(), verdict, self._clock())

    def _save(self, record: StoredToken) -> Generator[Step, Any, None]:
        grant = record.grant
        life = _KEEP_FAILURE_SECONDS if grant is None else grant.expires_at - self._clock()
        if (yield self._store.save(serialize(record), life)):
            self._store.keep.works()

    def _usable(self, grant: AccessToken | None) -> AccessToken | None:
        if grant is None or grant.expires_at <= self._clock() or grant.serial in self._refused:
            return None
        return grant


def _now(work: Callable[[], None]) -> None:
    work()
