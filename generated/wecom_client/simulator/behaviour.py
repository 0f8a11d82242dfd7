# Copied from templates/wecom_client/simulator/behaviour.py: edit that file, then run 'make generate'.
"""What a behaviour is: how the simulator carries out operations, beyond checks and examples.

A behaviour is a package in `behaviours/`. Its `__init__` has, as literals:

- `GROUP`, the path of a group of the specs: the package is copied where the specs have operations
  in that group. Several behaviours may share one.
- `SETTINGS`, the keywords that `Simulator` takes and seed files hold, each with its default: a
  number, a text, True or False. Each is a property of `Seeding` that can be set, and is set before
  anything else happens. A number is 0 or more, unless `limits` of the behaviour says otherwise.
- `__all__`: what is named here, and the records that `wecom_client.simulator` exports as well.

And beside them:

- `BEHAVIOUR`, a `Behaviour`.
- `Seeding`, a `seeding.CompanySeeding` with the calls that `Simulator` offers to tests. `Simulator`
  is made of those of all behaviours, so their names, private ones too, must differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Generic, TypeVar

from .._runtime.checks import Boolean, Check, Integer, Number, String
from .company import Company, State
from .refusals import ProblemCodes

_State = TypeVar("_State", bound=State)

_CHECKS: Mapping[type, Check] = {
    bool: Boolean(),
    int: Integer(minimum=0),
    float: Number(minimum=0),
    str: String(),
}

Handler = Callable[[dict[str, Any], str], dict[str, Any]]
"""(request that passed the checks, application) → fields of the answer; raises `RefusalError`."""


@dataclass(frozen=True, slots=True)
class Route(Generic[_State]):
    """What carries out one operation, and its own codes for requests that break the spec."""

    handler: Callable[[_State, dict[str, Any], str], dict[str, Any]]
    codes: ProblemCodes = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Seed:
    """A list in the seed file: how an element is checked, and what puts it into a `Simulator`.

    `add` raises ValueError where the element cannot be.
    """

    check: Check
    add: Callable[[Any, Any], None]


@dataclass(frozen=True, slots=True)
class Behaviour(Generic[_State]):
    """What operations of a group do to their state, and how tests and seed files arrange it.

    `routes` go by the operation's name in the group, `settings` are `SETTINGS`, and `seeds` go by
    the key in the seed file. `limits` are checks of settings that take less than their type does.
    """

    group: str
    state: Callable[[Company], _State]
    routes: Mapping[str, Route[_State]]
    settings: Mapping[str, Any] = field(default_factory=dict)
    seeds: Mapping[str, Seed] = field(default_factory=dict)
    limits: Mapping[str, Check] = field(default_factory=dict)

    def handlers(self, state: _State) -> dict[str, Handler]:
        """Return what carries out the operations, by their paths."""
        return {
            f"{self.group}/{name}": partial(route.handler, state)
            for name, route in self.routes.items()
        }

    def codes(self) -> dict[str, ProblemCodes]:
        """Return the codes of their own that operations have, by their paths."""
        return {f"{self.group}/{name}": route.codes for name, route in self.routes.items()}

    def setting_checks(self) -> dict[str, Check]:
        """Return what the values of its settings must be."""
        plain = {name: _CHECKS[type(default)] for name, default in self.settings.items()}
        return {**plain, **self.limits}


def setting_checks(behaviours: Iterable[Behaviour[Any]]) -> dict[str, Check]:
    """Return what the values of a simulator's settings must be, in a seed file, too."""
    checks: dict[str, Check] = {"visible_people": Integer(minimum=0)}
    for behaviour in behaviours:
        checks |= behaviour.setting_checks()
    return checks
