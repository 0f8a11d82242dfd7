"""Tags of the company given to many customers, or taken from them: a call each, all accounted for.

A tag belongs to what ties a customer to a member, so that each call is about a pair of them.

Document: https://developer.work.weixin.qq.com/document/path/92118
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from .._runtime.errors import WeComError
from .._runtime.jobs.calls import Call, outcome_of
from .._runtime.jobs.results import Outcome
from ..externalcontact import mark_tag
from ._portions import listed
from ._results import carried, first_line
from ._steps import Client, Flow, over_client
from ._writes import Writes

__all__ = ["OPERATIONS", "Pair", "TagReport", "mark_tags"]

OPERATIONS = ("externalcontact/mark_tag",)

Pair: TypeAlias = tuple[str, str]
"""Userid of a member, and external userid of one of their customers."""


@dataclass(frozen=True)
class TagReport:
    """What came of each pair; each stands in one of the four places.

    `done`: tagged. `refused`: an `Outcome` each, with the pair as `key` and the `error`. `unknown`:
    their answer was lost. `not_tried`: the run ended before them, with `error`.
    """

    done: tuple[Pair, ...]
    refused: tuple[Outcome[Any], ...]
    unknown: tuple[Pair, ...]
    not_tried: tuple[Pair, ...]
    error: Exception | None = None

    @property
    def rest(self) -> tuple[Pair, ...]:
        """What to give to the next run: to give a tag twice, or to take it twice, is no more."""
        return (*self.unknown, *self.not_tried)

    @property
    def is_complete(self) -> bool:
        """Whether all are done."""
        return not (self.refused or self.rest)

    def __str__(self) -> str:
        """Return the numbers, and why the run ended."""
        parts = [
            f"{len(self.done)} done",
            f"{len(self.refused)} refused",
            f"{len(self.unknown)} unknown",
            f"{len(self.not_tried)} not tried",
        ]
        why = "" if self.error is None else f" ({first_line(self.error)})"
        return f"{', '.join(parts)}{why}"


@over_client
def mark_tags(
    wecom: Client,
    pairs: Iterable[Pair],
    *,
    add_tag: Sequence[str] | None = None,
    remove_tag: Sequence[str] | None = None,
) -> Flow[TagReport]:
    """Give tags to many customers and take tags from them, a call for each, one after the other.

    What is wrong with a pair or a tag is found before anything is sent. A customer who is refused
    keeps no other from being tagged. Where a token, a limit or the connection is the reason, or
    where two answers in a row were lost, the run ends, and the rest is not tried. Whatever
    interrupts it (Ctrl-C, a cancelled task) goes on its way with the report in its attribute
    `result`.

    Args:
        wecom: The client.
        pairs: Pairs of userid and external userid, any number; of equal ones the first counts. Of
            rows of `customers_of_members`: `(row.follow_info.userid,
            row.external_contact.external_userid)`.
        add_tag: Ids of tags that all of these customers get.
        remove_tag: Ids of tags that are taken from all of them.

    Returns:
        TagReport: what came of each pair.

    Raises:
        TypeError: pairs that are none.
        ValueError: pairs are a generator that is at its end.
        ParameterError: an id that cannot be, or no tag; nothing was sent.
    """
    given = dict.fromkeys(map(_pair, listed("pairs", pairs)))
    job = _Job(wecom, [*given], add_tag, remove_tag)
    return (yield from job.run())


def _pair(one: Any) -> Pair:
    if not isinstance(one, (tuple, list)) or len(one) != 2:
        raise TypeError(f"pairs must be pairs of userid and external userid, one is {one!r}")
    return (one[0], one[1])


class _Job:
    """Pairs under way, and what came of those that were sent."""

    def __init__(
        self,
        wecom: Client,
        pairs: Sequence[Pair],
        add_tag: Sequence[str] | None,
        remove_tag: Sequence[str] | None,
    ) -> None:
        self._left = list(reversed(pairs))
        self._requests = {
            (userid, external_userid): mark_tag.build_request(
                userid,
                external_userid,
                add_tag=add_tag,
                remove_tag=remove_tag,
                _settings=wecom._settings,
            )
            for userid, external_userid in pairs
        }
        self._writes = Writes(wecom)
        self._done: list[Pair] = []
        self._refused: list[Outcome[Any]] = []
        self._unknown: list[Pair] = []

    def run(self) -> Flow[TagReport]:
        """Make one call after the other until all is done, or something ends the run."""
        with carried(self._report):
            while self._left and self._writes.error is None:
                yield from self._mark(self._left.pop())
        return self._report()

    def _mark(self, pair: Pair) -> Flow[None]:
        call = Call(self._requests[pair], mark_tag.MarkTagAnswer)
        try:
            yield self._writes.send(call)
        except WeComError as error:
            self._note(pair, call, error)
        except BaseException as interruption:
            is_lost = outcome_of(call, interruption) == "unknown"
            (self._unknown if is_lost else self._left).append(pair)
            raise
        else:
            self._writes.succeeded()
            self._done.append(pair)

    def _note(self, pair: Pair, call: Call, error: WeComError) -> None:
        """Put a pair whose call failed where it belongs."""
        state = self._writes.failed(call, error)
        if state == "unknown":
            self._unknown.append(pair)
        elif state == "refused":
            # Kept with its outcome, the traceback would keep every frame's variables.
            self._refused.append(Outcome(pair, None, error.with_traceback(None)))
        else:
            self._left.append(pair)

    def _report(self) -> TagReport:
        return TagReport(
            tuple(self._done),
            tuple(self._refused),
            tuple(self._unknown),
            tuple(reversed(self._left)),
            self._writes.error,
        )
