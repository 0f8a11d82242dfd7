# Copied from templates/wecom_client/simulator/behaviours/contact_ways/records.py: edit that file, then run 'make generate'.
"""The state as records: contact ways, and the temporary chats that came of some.

Records are immutable; a change puts a new one in the old one's place, so that a test may look at
one while requests go on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SINGLE = 1
SEVERAL = 2
BUTTON = 1
QR_CODE = 2

_WEEK = 7 * 86400
_DAY = 86400


@dataclass(frozen=True, slots=True)
class ContactWay:
    """A way for customers to add members: QR code (`scene` 2) or mini program button (1).

    `application` is the one that made it, and the only one that sees it. `used`: its temporary chat
    has begun, which ends the QR code. `number` says how many were made before it.
    """

    config_id: str
    application: str
    create_time: int
    type: int
    scene: int
    user: tuple[str, ...] = ()
    party: tuple[int, ...] = ()
    style: int | None = None
    remark: str = ""
    skip_verify: bool = True
    state: str = ""
    is_temp: bool = False
    expires_in: int = _WEEK
    chat_expires_in: int = _DAY
    unionid: str | None = None
    is_exclusive: bool = False
    mark_source: bool = True
    conclusions: Mapping[str, Any] | None = None
    used: bool = False
    number: int = 0

    @property
    def qr_code(self) -> str:
        """The address of the QR code."""
        return f"https://qr.example/contact/{self.config_id}/0"

    def is_over(self, now: float) -> bool:
        """Whether it was for a temporary chat that has begun, or can begin no more."""
        return self.is_temp and (self.used or now >= self.create_time + self.expires_in)


@dataclass(frozen=True, slots=True)
class TemporaryChat:
    """A chat that came of a contact way, and when it ends."""

    userid: str
    external_userid: str
    config_id: str
    ends: int
