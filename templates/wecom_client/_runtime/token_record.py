"""What stands in a token store under one key: a token, or why the last fetch of one failed."""

from __future__ import annotations

import json
import math
from typing import get_args

from .flow import Grant
from .named import Named
from .redact import Secret
from .retry import Kind, Verdict

_FAILURES = tuple(kind for kind in get_args(Kind) if kind != "done")


class Failed(Named):
    """A failed fetch; by its `id`, those who waited for it know it from an older one."""

    id: str
    verdict: Verdict


class StoredToken(Named):
    """What a store holds for an application, which may be nothing."""

    grant: Grant | None = None
    failed: Failed | None = None


def write_record(record: StoredToken) -> str:
    """Return the text that is kept; only the store sees the token in it."""
    fields: dict[str, object] = {}
    if record.grant is not None:
        token, fields["expires_at"], fields["serial"] = record.grant
        fields["token"] = token.reveal()
    if record.failed is not None:
        verdict = record.failed.verdict._asdict()
        del verdict["answer"]
        fields["failed"] = {"id": record.failed.id, **verdict}
    return json.dumps(fields)


def read_record(text: str) -> StoredToken | None:
    """Read what was kept; None: it is not ours."""
    try:
        fields = json.loads(text)
    except (ValueError, TypeError, RecursionError):
        return None
    if not isinstance(fields, dict):
        return None
    grant = _grant(fields) if "token" in fields else None
    failed = _failed(fields["failed"]) if "failed" in fields else None
    return None if grant is None and failed is None else StoredToken(grant, failed)


def _grant(fields: dict[str, object]) -> Grant | None:
    token, serial, end = fields["token"], fields.get("serial"), fields.get("expires_at")
    if not isinstance(token, str) or not isinstance(serial, str) or not token or not serial:
        return None
    if isinstance(end, bool) or not isinstance(end, (int, float)) or not math.isfinite(end):
        return None
    return Grant(Secret(token), end, serial)


def _failed(note: object) -> Failed | None:
    if not isinstance(note, dict) or note.get("kind") not in _FAILURES:
        return None
    texts = [note.get(name) for name in ("id", "errmsg", "detail")]
    status, errcode = note.get("status"), note.get("errcode")
    if not all(isinstance(text, str) for text in texts) or type(errcode) is not int:
        return None
    if status is not None and type(status) is not int:
        return None
    verdict = Verdict(note["kind"], None, errcode, note["errmsg"], note["detail"], status)
    return Failed(note["id"], verdict)
