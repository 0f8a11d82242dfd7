"""Faults as text: `kind[:operation][,option=value…]`, and a file with a JSON list of objects.

```json
[
  {"kind": "error", "operation": "groupchat/get", "errcode": 45009, "count": 2},
  {"kind": "drop_after", "operation": "transfer", "calls": [2]},
  {"kind": "rate_limit", "calls": 100, "seconds": 60}
]
```

is the same as `error:groupchat/get,errcode=45009,count=2`, `drop_after:transfer,calls=[2]` and
`rate_limit,calls=100,seconds=60`. The options are those of `Simulator.add_fault`, or, for the
limits, of `add_rate_limit`, `add_concurrency_limit` and `add_platform_limits`; their values are
JSON.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from . import kinds
from .methods import CONCURRENCY_LIMIT, PLATFORM_LIMITS, RATE_LIMIT, Faults

# A comma inside of a list, such as [2,5], separates no options.
_COMMA = re.compile(r",(?![^\[]*\])")


class FaultError(ValueError):
    """A text or a file is not a valid fault; the message says where and why, one problem a line."""


def add_faults(texts: Iterable[str], simulator: Faults) -> None:
    """Add what texts such as `error:groupchat/get,errcode=45009` say.

    Raises:
        FaultError: some of them are not valid (all of these are told).
    """
    _add_all(((f"--fault {text!r}", _parse, text) for text in texts), simulator)


def load_faults(path: Path, simulator: Faults) -> None:
    """Add what a file says.

    Raises:
        FaultError: the file cannot be read or is not a JSON list, or some of its elements are not
            valid (all of these are told).
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise FaultError(f"{path}: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise FaultError(f"{path}: is not valid JSON: {error}") from error
    if not isinstance(content, list):
        raise FaultError(f"{path}: must be a list of faults")
    _add_all(
        ((f"{path}: [{index}]", _described, item) for index, item in enumerate(content)), simulator
    )


_Source = tuple[str, Callable[[Any], dict[str, Any]], Any]


def _add_all(sources: Iterable[_Source], simulator: Faults) -> None:
    problems = []
    for place, read, source in sources:
        try:
            _add(read(source), simulator)
        except (TypeError, ValueError) as error:
            problems.append(f"{place}: {error}")
    if problems:
        raise FaultError("\n".join(problems))


def _parse(text: str) -> dict[str, Any]:
    what, *options = _COMMA.split(text)
    kind, _, operation = what.partition(":")
    described: dict[str, Any] = {"kind": kind}
    if operation:
        described["operation"] = operation
    for option in options:
        name, sign, value = option.partition("=")
        if not sign or name in described:
            raise ValueError(f"{option!r} is not a further option=value")
        try:
            described[name] = json.loads(value)
        except (ValueError, RecursionError):
            raise ValueError(f"{name} must be JSON such as 3, 0.5, true or [2,5]") from None
    return described


def _described(item: object) -> dict[str, Any]:
    if not isinstance(item, dict):
        raise TypeError(f"must be an object, is {item!r}")
    return item


def _add(described: Mapping[str, Any], simulator: Faults) -> None:
    options = dict(described)
    kind = options.pop("kind", None)
    limits: Mapping[str, Callable[..., object]] = {
        RATE_LIMIT: simulator.add_rate_limit,
        CONCURRENCY_LIMIT: simulator.add_concurrency_limit,
        PLATFORM_LIMITS: simulator.add_platform_limits,
    }
    if not isinstance(kind, str) or kind not in {*limits, *kinds.KINDS}:
        known = ", ".join((*kinds.KINDS, *limits))
        raise ValueError(f"there is no fault {kind!r}; there are {known}")
    add = limits.get(kind)
    if add is None:
        options["kind"] = kind
        add = simulator.add_fault
    parameters = inspect.signature(add).parameters
    for name in options:
        if name not in parameters:
            known = ", ".join(parameter for parameter in parameters if parameter != "kind")
            known = f"there are {known}" if known else "it takes none"
            raise ValueError(f"{kind} has no option {name!r}; {known}")
    for parameter in parameters.values():
        if parameter.default is parameter.empty and parameter.name not in options:
            raise ValueError(f"{kind} needs {parameter.name}")
    add(**options)
