# Copied from templates/wecom_client/workflows/transfers.py: edit that file, then run 'make generate'.
"""Transfers of customers between members, followed until they end.

`transfer_customer` begins transfers, in service or of a member who left; they end within a day, or
when the customer refuses. Here the transfers of any number of pairs of members are read page by
page, again and again until none is waiting, or until a deadline.

Documents: https://developer.work.weixin.qq.com/document/path/94088 (in service),
https://developer.work.weixin.qq.com/document/path/94082 (of members who left)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from .._runtime.errors import ParameterError, WeComError
from .._runtime.jobs.results import Outcome
from ._polling import Polling, polling
from ._results import Collected, carried, not_read
from ._steps import Client, Each, Flow, over_client

__all__ = ["OPERATIONS", "Pair", "Transfer", "Transfers", "follow_transfers"]

OPERATIONS = (
    "externalcontact/transfer_result",
    "externalcontact/resigned/transfer_result",
)

Pair: TypeAlias = tuple[str, str]
"""The member who hands over, and the one who takes over."""

State = Literal["taken_over", "waiting", "refused", "limit_reached", "unlisted", "unknown"]

_STATES: Mapping[object, State] = MappingProxyType(
    {1: "taken_over", 2: "waiting", 3: "refused", 4: "limit_reached"}
)
_ENDED = frozenset({"taken_over", "refused", "limit_reached"})


@dataclass(frozen=True)
class Transfer:
    """How far the transfer of a customer has come.

    `state`:
        "taken_over"; "waiting"; "refused", by the customer; "limit_reached", the member who takes
        over has as many customers as allowed; "unlisted", the platform knows no such transfer;
        "unknown", it could not be read, or the platform has a status that the page has not.
    `status`: the platform's number, where there is one. `takeover_time`: Unix seconds, when the
    customer is, or was, taken over.
    """

    external_userid: str
    handover_userid: str
    takeover_userid: str
    state: State
    status: int | None = None
    takeover_time: int | None = None


@dataclass(frozen=True)
class Transfers(Collected[Transfer]):
    """How far transfers have come.

    `failures`: pairs whose transfers could not be read, by pair; of their customers those are
    "unknown" whose end had not been read before. Going through the whole, or exporting it, raises
    `IncompleteError` then.
    """

    # Once more, as annotations are read in the module of the class.
    rows: tuple[Transfer, ...]
    failures: tuple[Outcome[Any], ...] = ()
    is_settled: bool = False
    """Whether all was read, and every transfer has ended: none waits, is unlisted or unknown.

    Nor has anything ended between two members of whom the platform knows no transfer at all.
    """

    @property
    def by_state(self) -> Mapping[State, tuple[str, ...]]:
        """The external userids by state."""
        found: defaultdict[State, list[str]] = defaultdict(list)
        for row in self.rows:
            found[row.state].append(row.external_userid)
        return MappingProxyType({state: tuple(found[state]) for state in found})


@over_client
def follow_transfers(
    wecom: Client,
    pairs: Mapping[Pair, Iterable[str]] | Iterable[Pair],
    *,
    resigned: bool = False,
    deadline: float | datetime | None = None,
    interval: float = 3600,
    sleep: Callable[[float], Any] | None = None,
) -> Flow[Transfers]:
    """Say how far the transfers between members have come; read until none is waiting.

    A pair of whose transfers none waits is not read again. One that never began is not waited for,
    and nothing is settled then. Whatever interrupts it goes on its way
    with what is known in its attribute `result`.

    Args:
        wecom: The client.
        pairs: Pairs of userids, who hands over and who takes over: for all that the platform knows
            of them. Or a mapping from each pair to the external userids that were handed over: for
            these alone.
        resigned: Whether those who hand over have left.
        deadline: Until when to ask again, Unix seconds by the client's clock, or a time with its
            zone. None: ask once.
        interval: Seconds between two rounds.
        sleep: Waits for so many seconds; with an asynchronous client it is awaited. None: as the
            client waits.

    Returns:
        Transfers: a row for each customer of each pair.

    Raises:
        TypeError: what is given are not pairs.
        ValueError: a deadline or an interval that cannot be.
        ParameterError: a userid that cannot be.
    """
    given = _given(pairs)
    following = _Following(wecom, given, polling(interval, deadline, sleep), resigned=resigned)
    return (yield from following.run())


def _given(
    pairs: Mapping[Pair, Iterable[str]] | Iterable[Pair],
) -> dict[Pair, tuple[str, ...] | None]:
    """Return the customers of each pair; None: all."""
    given: dict[Pair, tuple[str, ...] | None] = {}
    for pair in pairs:
        if not isinstance(pair, tuple) or len(pair) != 2:
            raise TypeError(f"a pair is (handover_userid, takeover_userid), is {pair!r}")
        given[pair] = None
        if isinstance(pairs, Mapping):
            if isinstance(pairs[pair], (str, bytes)):
                raise TypeError(f"customers of {pair!r} must be a list, are one text")
            given[pair] = tuple(dict.fromkeys(pairs[pair]))
    return given


class _Following:
    """Pairs whose transfers are read again and again."""

    def __init__(
        self,
        wecom: Client,
        pairs: Mapping[Pair, tuple[str, ...] | None],
        when: Polling,
        *,
        resigned: bool,
    ) -> None:
        contact = wecom.externalcontact
        self._wecom = wecom
        self._pairs = pairs
        self._when = when
        self._listed = (
            contact.resigned.iter_transfer_result if resigned else contact.iter_transfer_result
        )
        self._found: dict[Pair, dict[str, Transfer]] = {}
        self._errors: dict[Pair, WeComError] = {}

    def run(self) -> Flow[Transfers]:
        """Read all pairs, again and again those with transfers that wait."""
        with carried(self._transfers):
            while True:
                for pair in self._pairs:
                    if not self._is_read_and_over(pair):
                        yield from self._read(pair)
                if all(map(self._is_read_and_over, self._pairs)):
                    break
                if not (yield from self._when.next_round(self._wecom)):
                    break
        return self._transfers()

    def _read(self, pair: Pair) -> Flow[None]:
        found: dict[str, Transfer] = {}

        def note(record: Any) -> None:
            name, status = record.external_userid, record.status
            if isinstance(name, str):
                state = _STATES.get(status, "unknown")
                found[name] = Transfer(name, *pair, state, status, record.takeover_time)

        try:
            yield Each(self._listed(*pair), note)
        except ParameterError:
            raise
        except WeComError as error:
            # Kept, the traceback would keep every frame's variables.
            self._errors[pair] = error.with_traceback(None)
        else:
            self._errors.pop(pair, None)
            self._found[pair] = found

    def _is_read_and_over(self, pair: Pair) -> bool:
        """Whether to ask again would find nothing else, as far as anybody knows."""
        if pair in self._errors or pair not in self._found:
            return False
        return not any(row.state == "waiting" for row in self._rows(pair))

    def _rows(self, pair: Pair) -> list[Transfer]:
        """Return a row for each customer of a pair: what was read, or why nothing was."""
        found, is_cut = self._found.get(pair, {}), pair in self._errors or pair not in self._found
        names = self._pairs[pair]
        rows = []
        for name in found if names is None else names:
            row = found.get(name)
            if row is None or (is_cut and row.state == "waiting"):
                row = Transfer(name, *pair, "unknown" if is_cut else "unlisted")
            rows.append(row)
        return rows

    def _transfers(self) -> Transfers:
        failures: list[Outcome[Any]] = [
            Outcome(pair, None, self._errors.get(pair) or not_read())
            for pair in self._pairs
            if pair in self._errors or pair not in self._found
        ]
        rows = [row for pair in self._pairs for row in self._rows(pair)]
        none_began = any(
            names is None and not self._found.get(pair) for pair, names in self._pairs.items()
        )
        is_settled = not (failures or none_began) and all(row.state in _ENDED for row in rows)
        return Transfers(tuple(rows), tuple(failures), is_settled)
