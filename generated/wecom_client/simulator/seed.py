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

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .._runtime.checks import Array, Boolean, Check, Integer, Number, Object, String
from .._runtime.decode import decode_json, decode_text
from .._runtime.problems import Report
from ._behaviours import BEHAVIOURS
from .behaviour import Seed
from .seed_checks import ID, TextOr
from .seeding import CompanySeeding

_MEMBER: Mapping[str, Check] = {
    "userid": ID,
    "name": String(),
    "customer_contact": Boolean(),
    "verified": Boolean(),
    "activated": Boolean(),
    "last_login": Number(),
    "resigned": Boolean(),
}


class SeedError(ValueError):
    """The seed file cannot be used; the message says where and why, one problem a line."""


def load_seed(path: Path, simulator: CompanySeeding) -> None:
    """Put what a seed file says into a simulator.

    Raises:
        SeedError: the file cannot be read, is not JSON, has unknown or wrong fields (all are told),
            or says something that cannot be.
    """
    try:
        content = decode_json(decode_text(path.read_bytes()))
    except OSError as error:
        raise SeedError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        flaw = f"byte 0x{error.object[error.start]:02x} is not {error.encoding.upper()}"
        raise SeedError(f"{path}:{line}: {flaw}; save the file as UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise SeedError(f"{path}: is not JSON: {error}") from error
    report = Report(wire=True)
    seed = _SEED.check(content, "", report)
    if report.problems:
        raise SeedError("\n".join(f"{path}: {problem}" for problem in report.problems))
    try:
        _apply(seed, list(content), simulator)
    except _ImpossibleError as error:
        raise SeedError(f"{path}: {error}") from error


class _ImpossibleError(ValueError):
    """A call refused what the file says."""


@contextmanager
def _at(place: str) -> Generator[None, None, None]:
    try:
        yield
    except ValueError as error:
        raise _ImpossibleError(f"{place}: {error}") from error


def _apply(seed: Mapping[str, Any], order: Sequence[str], simulator: CompanySeeding) -> None:
    for name in seed.keys() & _SETTINGS.keys():
        setattr(simulator, name, seed[name])
    lists = [key for key in order if key in _LISTS]
    for key in sorted(lists, key=lambda key: key != "members"):
        for index, item in enumerate(seed[key]):
            with _at(f"{key}[{index}]"):
                _LISTS[key].add(simulator, item)


def _add_member(simulator: CompanySeeding, item: str | Mapping[str, Any]) -> None:
    member = {"userid": item} if isinstance(item, str) else dict(item)
    resigned = member.pop("resigned", False)
    simulator.add_member(**member)
    if resigned:
        simulator.resign(member["userid"])


_SETTINGS: dict[str, Check] = {"visible_people": Integer(minimum=0)}
_LISTS = {"members": Seed(TextOr(Object(_MEMBER, required=("userid",))), _add_member)}
for _behaviour in BEHAVIOURS.values():
    _SETTINGS.update(_behaviour.settings)
    _LISTS.update(_behaviour.seeds)
_SEED = Object({**_SETTINGS, **{key: Array(seed.check) for key, seed in _LISTS.items()}})
