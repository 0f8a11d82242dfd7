"""What examples show of a request or an answer: which fields stand where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .examples import type_of

_MAX_PATHS = 20_000


@dataclass
class Witness:
    """The shape that examples have together, by dotted path; arrays are gone through."""

    paths: dict[str, int] = field(default_factory=dict)
    """Each path, in the order of the examples, with the line of the example that shows it."""
    values: dict[str, list[Any]] = field(default_factory=dict)
    objects: dict[str, list[str]] = field(default_factory=dict)
    """The names in the object at a path; the whole example is at the empty path."""
    by_name: dict[str, list[str]] = field(default_factory=dict)

    def add(self, value: Any, line: int, path: str = "") -> None:
        """Take one example, which stands at a path."""
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, list):
                self.add(one, line, path)
            if not isinstance(one, dict):
                continue
            names = self.objects.setdefault(path, [])
            for name, inner in one.items():
                below = f"{path}.{name}" if path else str(name)
                if below not in self.paths:
                    if len(self.paths) >= _MAX_PATHS:
                        return
                    self.paths[below] = line
                    names.append(str(name))
                    self.by_name.setdefault(str(name), []).append(below)
                self.values.setdefault(below, []).append(inner)
                self.add(inner, line, below)

    def join(self, other: Witness) -> None:
        """Take what other examples show, too."""
        for path, line in other.paths.items():
            if path not in self.paths:
                self.paths[path] = line
                self.by_name.setdefault(path.rpartition(".")[2], []).append(path)
        for path, values in other.values.items():
            self.values.setdefault(path, []).extend(values)
        for path, names in other.objects.items():
            mine = self.objects.setdefault(path, [])
            mine.extend(name for name in names if name not in mine)

    def ending(self, path: str) -> list[str]:
        """Return the paths that have the names of this one in its order, and end with its last.

        What documents leave out on the way is left out by many of them; the shallowest is first.
        """
        *above, name = path.split(".")
        found = [one for one in self.by_name.get(name, []) if _has_in_order(one, above)]
        return sorted(found, key=lambda one: one.count("."))

    def best_object(self, names: Sequence[str]) -> str | None:
        """Return the path of the one object that has most of these names, if there is one."""
        best, most = _best({
            path: sum(name in inside for name in names) for path, inside in self.objects.items()
        })  # fmt: skip
        return best if most * 2 > len(names) else None

    def kind_of(self, example: Mapping[str, Any]) -> str | None:
        """Return the path of the one object that an example is another kind of, if there is one.

        They have half of its names in common, and a word among them that says which kind it is.
        """
        scores: dict[str, int] = {}
        for path, inside in self.objects.items():
            common = [name for name in example if path and name in inside]
            words = [name for name in common if isinstance(example[name], str)]
            is_told = any(type_of(self.values[f"{path}.{name}"]) == "string" for name in words)
            if is_told and len(common) * 2 >= len(example):
                scores[path] = len(common)
        return _best(scores)[0]

    def named(self, name: str) -> list[Any]:
        """Return all values that the examples have under a name, wherever it stands."""
        return [one for path in self.by_name.get(name, ()) for one in self.values.get(path, ())]


def _best(scores: Mapping[str, int]) -> tuple[str | None, int]:
    """Return the path with the highest score, None where there are several, and that score."""
    most = max(scores.values(), default=0)
    best = [path for path, score in scores.items() if score == most]
    return best[0] if len(best) == 1 else None, most


def _has_in_order(path: str, names: Sequence[str]) -> bool:
    parts = iter(path.split(".")[:-1])
    return all(name in parts for name in names)
