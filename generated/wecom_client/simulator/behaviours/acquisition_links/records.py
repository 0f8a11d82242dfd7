# Copied from templates/wecom_client/simulator/behaviours/acquisition_links/records.py: edit that file, then run 'make generate'.
"""The state as records: customer acquisition links.

Records are immutable; a change puts a new one in the old one's place, so that a test may look at
one while requests go on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class AcquisitionLink:
    """A link by which customers add members; `application` made it, and alone sees it.

    `number` says how many were made before it.
    """

    link_id: str
    application: str
    link_name: str
    create_time: int
    user_list: tuple[str, ...] = ()
    department_list: tuple[int, ...] = ()
    skip_verify: bool = True
    mark_source: bool = True
    priority_option: Mapping[str, Any] | None = None
    number: int = 0

    @property
    def url(self) -> str:
        """The address of the link."""
        return f"https://work.example/ca/{self.link_id}"


@dataclass(frozen=True, slots=True)
class AcquiredCustomer:
    """A customer who came by a link to a member; `state` is the channel, or None.

    `number` says how many came by links before.
    """

    external_userid: str
    userid: str
    time: int
    state: str | None
    number: int
