"""Tags of the company given to many customers, or taken from them: a call each, all accounted for.

A tag belongs to what ties a customer to a member, so that each call is about a pair of them.

Document: https://developer.work.weixin.qq.com/document/path/92118
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal, TypeAlias

from .._runtime.answers import answer_in
from .._runtime.jobs.calls import Call
from .._runtime.jobs.journal import Job, Journal, Recorded
from .._runtime.jobs.results import Outcome
from .._runtime.request import Request
from ..externalcontact import mark_tag
from ._portions import listed
from ._results import carried, first_line
from ._steps import Client, Flow, over_client
from ._writes import Came, Kept, Writes

__all__ = ["OPERATIONS", "Pair", "TagReport", "mark_tags"]

OPERATIONS = ("externalcontact/mark_tag",)

Pair: TypeAlias = tuple[str, str]
"""Userid of a member, and external userid of one of their customers."""

_State: TypeAlias = Literal["done", "refused", "unknown", "not_tried"]


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
    journal: str | os.PathLike[str] | None = None,
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
        journal: The path of a file that notes each call before and after it, and that the first run
            makes. A run with the file of an earlier one, for the same pairs and tags, goes on with
            whoever is not done, after kill -9 as well; those who were refused are tried again.

    Returns:
        TagReport: what came of each pair, in all runs with the journal.

    Raises:
        TypeError: pairs that are none.
        ValueError: pairs are a generator that is at its end.
        ParameterError: an id that cannot be, or no tag; nothing was sent.
        JournalError: the journal cannot serve, or is that of other pairs or tags; nothing was sent.
    """
    given = dict.fromkeys(map(_pair, listed("pairs", pairs)))
    requests = {
        (userid, external_userid): mark_tag.build_request(
            userid,
            external_userid,
            add_tag=add_tag,
            remove_tag=remove_tag,
            _settings=wecom._settings,
        )
        for userid, external_userid in given
    }
    kept = None if journal is None else _journal(journal, [*requests], add_tag, remove_tag)
    return (yield from _Job(wecom, requests, Writes(wecom, kept)).run())


def _pair(one: Any) -> Pair:
    if not isinstance(one, (tuple, list)) or len(one) != 2:
        raise TypeError(f"pairs must be pairs of userid and external userid, one is {one!r}")
    return (one[0], one[1])


def _journal(
    path: str | os.PathLike[str],
    pairs: Sequence[Pair],
    add_tag: Sequence[str] | None,
    remove_tag: Sequence[str] | None,
) -> Journal:
    if not isinstance(path, (str, os.PathLike)):
        raise TypeError(f"journal must be the path of a file, is {path!r}")
    operation, given = mark_tag.OPERATION, {"add_tag": add_tag, "remove_tag": remove_tag}
    arguments = {name: list(one) for name, one in given.items() if one is not None}
    job = Job(operation.path, arguments, "pairs", [[*one] for one in pairs])
    return Journal(path, job, operation.doc_url)


class _Job:
    """Pairs under way, and what came of those that were sent."""

    def __init__(self, wecom: Client, requests: Mapping[Pair, Request], writes: Writes) -> None:
        self._requests = requests
        self._language = wecom._rules.language
        self._writes = writes
        self._came: dict[Pair, Came] = {}

    def run(self) -> Flow[TagReport]:
        """Make one call after the other until all is done, or something ends the run."""
        self._take_in((yield from self._writes.open()))
        try:
            with carried(self._report):
                for pair, request in self._requests.items():
                    if self._writes.error is None and self._state(pair) != "done":
                        call = Call(request, mark_tag.MarkTagAnswer)
                        yield from self._writes.make(call, [[*pair]], partial(self._note, pair))
        finally:
            self._writes.close()
        return self._report()

    def _note(self, pair: Pair, came: Came) -> Kept:
        self._came[pair] = came
        if came.state == "done":
            return answer_in(self._language, mark_tag.MarkTagAnswer, came.raw)
        return "unknown" if came.state == "unknown" else "not_tried"

    def _take_in(self, recorded: list[Recorded]) -> None:
        """Go on after the calls of a journal; of several about one pair the last one counts."""
        for one in recorded:
            state: _State = "unknown" if one.is_lost else "not_tried"
            for userid, external_userid in one.elements:
                came = Came(state if one.answer is None else "done", one.at)
                self._came[userid, external_userid] = came

    def _state(self, pair: Pair) -> _State:
        came = self._came.get(pair)
        return "not_tried" if came is None else came.state

    def _report(self) -> TagReport:
        pairs: dict[_State, list[Pair]] = {}
        for pair in self._requests:
            pairs.setdefault(self._state(pair), []).append(pair)
        return TagReport(
            tuple(pairs.get("done", ())),
            tuple(Outcome(one, None, self._came[one].error) for one in pairs.get("refused", ())),
            tuple(pairs.get("unknown", ())),
            tuple(pairs.get("not_tried", ())),
            self._writes.error,
        )
