"""The register of one's own join ways: what it holds, and the file in which it is kept."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import Any, Literal, Protocol

from ._files import replacing

_VERSION = 1


class JoinWayStore(Protocol):
    """Where a register is kept: in anything that can hold an object of JSON."""

    def load(self) -> Mapping[str, Any] | None:
        """Return what was saved last; None: nothing was."""
        ...

    def save(self, saved: Mapping[str, Any], /) -> None:
        """Keep this in the place of what was saved before, all of it or nothing."""
        ...


@dataclass(frozen=True)
class RegisteredJoinWay:
    """A join way as the register knows it.

    `name`: your own for it. `config_id`: None while nobody knows whether it was made. `config`: its
    parameters, by the document's names, as last sent or read. `pending`: "add" or "delete" where
    such a call was begun and its outcome is not known; else None.
    """

    name: str
    config_id: str | None
    config: Mapping[str, Any] = field(default_factory=dict)
    pending: Literal["add", "delete"] | None = None


class JoinWayRegister:
    """The join ways that an application made, by names of your own.

    The platform has no operation that lists them: a config id that nobody kept is lost, and its
    join way works on. Each change is saved before a call that makes or deletes a join way and after
    it, so that one whose answer was lost shows in `pending`.

    `store`: the path of a JSON file, which is made at the first change, or an object with `load`
    and `save`. Each change reads the store anew and saves it whole: let one process at a time make
    changes.

    Raises:
        ValueError: where it is read, if the store holds something else.
        OSError: where it is read or saved, if the file cannot be.
    """

    def __init__(self, store: str | os.PathLike[str] | JoinWayStore) -> None:
        self._store: JoinWayStore = _File(store) if isinstance(store, (str, os.PathLike)) else store
        self._lock = Lock()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} in {self._store!r}>"

    @property
    def join_ways(self) -> Mapping[str, RegisteredJoinWay]:
        """All join ways by their names, as they stand in the store now."""
        return MappingProxyType(self._load())

    def __getitem__(self, name: str) -> RegisteredJoinWay:
        return self._load()[name]

    def __iter__(self) -> Iterator[RegisteredJoinWay]:
        return iter(self._load().values())

    def forget(self, name: str) -> None:
        """Take a join way out of the register alone: where it exists, it works on.

        Raises:
            KeyError: the register has no such name.
        """
        self._change(lambda ways: ways.pop(name))

    def put(self, way: RegisteredJoinWay) -> RegisteredJoinWay:
        """Save a join way in the place of the one of its name, if there is one."""
        self._change(lambda ways: ways.update({way.name: way}))
        return way

    def put_new(self, way: RegisteredJoinWay) -> None:
        """Save a join way under a name that is not taken.

        Raises:
            ValueError: it is taken.
        """

        def change(ways: dict[str, RegisteredJoinWay]) -> None:
            if way.name in ways:
                raise ValueError(f"the register has a join way {way.name!r} already")
            ways[way.name] = way

        self._change(change)

    def mark(self, way: RegisteredJoinWay, pending: Literal["add", "delete"]) -> None:
        """Save that a call is begun whose outcome may get lost."""
        self.put(replace(way, pending=pending))

    def _change(self, change: Callable[[dict[str, RegisteredJoinWay]], object]) -> None:
        with self._lock:
            ways = self._load()
            change(ways)
            entries = {
                one.name: {
                    "config_id": one.config_id,
                    "pending": one.pending,
                    "config": dict(one.config),
                }
                for one in ways.values()
            }
            self._store.save({"version": _VERSION, "join_ways": entries})

    def _load(self) -> dict[str, RegisteredJoinWay]:
        saved = self._store.load()
        if saved is None:
            return {}
        # What it cannot read it must not take for empty: the next change would write over it.
        if not isinstance(saved, Mapping) or saved.get("version") != _VERSION:
            raise ValueError(f"{self._store!r} holds no register of join ways of this version")
        try:
            return {
                name: RegisteredJoinWay(name, one["config_id"], one["config"], one["pending"])
                for name, one in saved["join_ways"].items()
            }
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"{self._store!r} holds a damaged register of join ways") from error


class _File:
    """A register in a file."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path)

    def __repr__(self) -> str:
        return str(self._path)

    def load(self) -> Any:
        try:
            text = self._path.read_text("utf-8")
        except FileNotFoundError:
            return None
        try:
            return json.loads(text)
        except ValueError as error:
            raise ValueError(f"{self._path} holds no JSON") from error

    def save(self, saved: Mapping[str, Any]) -> None:
        with replacing(self._path) as file:
            json.dump(saved, file, ensure_ascii=False, indent=2)
            file.write("\n")
