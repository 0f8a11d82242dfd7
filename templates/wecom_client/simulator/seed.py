"""The seed file: a JSON object that says what the simulator begins with.

```json
{
  "visible_people": 40,
  "members": ["zhangsan", {"userid": "lisi", "name": "Li Si", "resigned": true}]
}
```

`visible_people` is a setting of `Simulator`, and `members` take what `Simulator.add_member` takes.
Each behaviour adds settings and lists of its own. Settings come first, then the members, then the
lists of behaviours in the order of the file.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .._runtime.checks import Array, Boolean, Check, Object
from .._runtime.decode import decode_json, decode_text
from .._runtime.problems import Report
from .base import BaseSimulator
from .behaviour import Seed, setting_checks
from .seed_checks import USERID, TextOr
from .seeding import MEMBER

_MEMBER: Mapping[str, Check] = {**MEMBER, "resigned": Boolean()}

_FIRST = ("members",)
"""Lists that are taken before all others, which are taken in the order of the file."""


class SeedError(ValueError):
    """The seed file cannot be used; the message says where and why, one problem a line."""


def load_seed(path: Path, simulator: BaseSimulator) -> None:
    """Put what a seed file says into a simulator.

    Raises:
        SeedError: the file cannot be read, is not JSON, has unknown or wrong fields (all are told),
            or says something that cannot be.
    """
    content = _content_of(path)
    settings, lists = _parts(simulator)
    checks = {**settings, **{key: Array(seed.check) for key, seed in lists.items()}}
    report = Report(wire=True)
    checked = Object(checks).check(content, "", report)
    if report.problems:
        raise SeedError("\n".join(f"{path}: {problem}" for problem in report.problems))
    try:
        for name in checked.keys() & settings.keys():
            setattr(simulator, name, checked[name])
        for key in sorted(content.keys() & lists.keys(), key=[*_FIRST, *content].index):
            for index, item in enumerate(checked[key]):
                with _at(f"{key}[{index}]"):
                    lists[key].add(simulator, item)
    except _ImpossibleError as error:
        raise SeedError(f"{path}: {error}") from error


def _content_of(path: Path) -> Any:
    try:
        text = decode_text(path.read_bytes())
        content = decode_json(text)
    except OSError as error:
        raise SeedError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        flaw = f"byte 0x{error.object[error.start]:02x} is not {error.encoding.upper()}"
        raise SeedError(f"{path}:{line}: {flaw}; save the file as UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise SeedError(f"{path}: is not JSON: {error}") from error
    twice: dict[str, None] = {}

    def note_repeated(pairs: list[tuple[str, Any]]) -> None:
        for name, count in Counter(name for name, _ in pairs).items():
            if count > 1:
                twice[f"{path}: the key {name!r} stands {count} times in one object"] = None

    # Of equal keys JSON keeps the last one, and what the others say would be lost unnoticed.
    json.loads(text, strict=False, object_pairs_hook=note_repeated)
    if twice:
        raise SeedError("\n".join(twice))
    return content


def _parts(simulator: BaseSimulator) -> tuple[dict[str, Check], dict[str, Seed]]:
    """Return the checks of the settings, and the lists, that a file for this simulator may hold."""
    lists = {"members": Seed(TextOr(Object(_MEMBER, required=("userid",)), USERID), _add_member)}
    for behaviour in simulator.behaviours.values():
        lists |= behaviour.seeds
    return setting_checks(simulator.behaviours.values()), lists


class _ImpossibleError(ValueError):
    """A call refused what the file says."""


@contextmanager
def _at(place: str) -> Generator[None, None, None]:
    try:
        yield
    except ValueError as error:
        raise _ImpossibleError(f"{place}: {error}") from error


def _add_member(simulator: BaseSimulator, item: str | Mapping[str, Any]) -> None:
    member = {"userid": item} if isinstance(item, str) else dict(item)
    resigned = member.pop("resigned", False)
    simulator.add_member(**member)
    if resigned:
        simulator.resign(member["userid"])
