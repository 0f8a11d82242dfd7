# Copied from templates/wecom_client/simulator/behaviours/moments/records.py: edit that file, then run 'make generate'.
"""The state as records: moments, what members did with them, and the jobs that make them.

Records are immutable; a change puts a new one in the old one's place, so that a test may look at
one while requests go on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class MomentReaction:
    """A comment or a like; `by` is an external userid, or the userid of a member."""

    by: str
    is_of_member: bool
    create_time: int

    def answer(self) -> dict[str, Any]:
        """Return it as the answer has it."""
        name = "userid" if self.is_of_member else "external_userid"
        return {name: self.by, "create_time": self.create_time}


@dataclass(frozen=True, slots=True)
class MomentTask:
    """What a member is asked to publish; `publish_time` None: not yet.

    `customers` have seen it since then.
    """

    userid: str
    publish_time: int | None = None
    customers: tuple[str, ...] = ()
    comments: tuple[MomentReaction, ...] = ()
    likes: tuple[MomentReaction, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment, with the tasks of its members by userid.

    `creator`: None for one that an application made. `tags`: those of the customers who see it;
    None: all customers do. `number` says how many were made before it.
    """

    moment_id: str
    create_time: int
    text: str = ""
    attachments: tuple[Mapping[str, Any], ...] = ()
    creator: str | None = None
    tags: tuple[str, ...] | None = None
    tasks: Mapping[str, MomentTask] = field(default_factory=dict)
    cancelled_at: int | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class MomentJob:
    """A job that makes a moment: what it was asked for, and from when on the moment is there.

    `result`: None until then.
    """

    jobid: str
    begun_at: int
    due: int
    params: Mapping[str, Any]
    result: Mapping[str, Any] | None = None
