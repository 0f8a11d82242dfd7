# Copied from templates/wecom_client/_runtime/token_serialization.py: edit that file, then run 'make generate'.
"""What stands in a token store under one key: a token, or why the last fetch of one failed."""

from __future__ import annotations

import json
from typing import Any, get_args

from .decode import decode_json, decode_text, flaw_of, is_finite
from .named import Named
from .redact import Secret
from .retry import Kind, Verdict
from .steps import AccessToken, is_sendable

_FAILURES = tuple(kind for kind in get_args(Kind) if kind != "done")


# What gettoken says of a secret, a company or a credential that is wrong. Whoever goes on trying
# gets the address of the whole company banned.
REFUSED_SECRET = frozenset({40001, 40013, 40091})
BARRED_SECONDS = 60.0


class FailedFetch(Named):
    """A failed fetch; by its `id`, those who waited for it know it from an older one.

    `at`: when it failed, in Unix seconds.
    """

    id: str
    verdict: Verdict
    at: float = 0.0

    def bars(self, now: float) -> bool:
        """Whether the same secret must not be tried again yet.

        Who noted it may have a clock that is ahead of ours. One that was put back bars no longer
        than one that is right by as much.
        """
        is_recent = abs(now - self.at) < BARRED_SECONDS
        return self.verdict.errcode in REFUSED_SECRET and is_recent


class StoredToken(Named):
    """What a store holds for an application, which may be nothing."""

    grant: AccessToken | None = None
    failed: FailedFetch | None = None


def serialize(record: StoredToken) -> str:
    """Return the text that is kept; only the store sees the token in it."""
    fields: dict[str, object] = {}
    if record.grant is not None:
        token, fields["expires_at"], fields["serial"] = record.grant
        fields["token"] = token.reveal()
    if record.failed is not None:
        verdict = record.failed.verdict._asdict()
        del verdict["answer"]
        fields["failed"] = {"id": record.failed.id, "at": record.failed.at, **verdict}
    return json.dumps(fields)


class UnreadableTokenError(ValueError):
    """What is stored is not ours; the text says where it fails, and nothing of what it says."""


def deserialize(data: str | bytes) -> StoredToken:
    """Read what was kept.

    Raises:
        UnreadableTokenError: it is not ours.
    """
    try:
        # A store that decodes has made a letter of a byte order mark.
        text = data.removeprefix("\ufeff") if isinstance(data, str) else decode_text(data)
        fields = decode_json(text)
    except (ValueError, RecursionError) as problem:
        flaw = flaw_of(problem)
    except (TypeError, AttributeError):
        flaw = "no text"
    else:
        record = _record(fields) if isinstance(fields, dict) else StoredToken()
        if record != StoredToken():
            return record
        flaw = "another form"
    raise UnreadableTokenError(flaw)


def _record(fields: dict[str, Any]) -> StoredToken:
    grant = _grant(fields) if "token" in fields else None
    failed = _failed(fields["failed"]) if "failed" in fields else None
    return StoredToken(grant, failed)


def _grant(fields: dict[str, Any]) -> AccessToken | None:
    token, serial, end = fields["token"], fields.get("serial"), fields.get("expires_at", "")
    if not isinstance(serial, str) or not serial or not is_sendable(token) or not is_finite(end):
        return None
    return AccessToken(Secret(token), end, serial)


def _failed(note: object) -> FailedFetch | None:
    if not isinstance(note, dict) or note.get("kind") not in _FAILURES:
        return None
    texts = [note.get(name) for name in ("id", "errmsg", "detail")]
    status, errcode = note.get("status"), note.get("errcode")
    if not all(isinstance(text, str) for text in texts) or type(errcode) is not int:
        return None
    if status is not None and type(status) is not int:
        return None
    verdict = Verdict(note["kind"], None, errcode, note["errmsg"], note["detail"], status)
    at = note.get("at", 0.0)  # clients of 0.1 left it out
    return FailedFetch(note["id"], verdict, at if is_finite(at) else 0.0)
