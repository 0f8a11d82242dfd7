# Copied from templates/wecom_client/simulator/behaviours/welcome_templates/__init__.py: edit that file, then run 'make generate'.
"""The behaviour of welcome templates: added, edited, read and deleted.

A seed file has `welcome_templates`, with what `Simulator.add_welcome_template` takes:

```json
{"welcome_templates": [{"template_id": "msgExample", "text": "Welcome, %NICKNAME%"}]}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._runtime.checks import Object
from ...behaviour import Behaviour, Route, Seed
from ...refusals import ProblemCodes
from . import state
from .seeding import TEMPLATE, Seeding
from .state import WelcomeTemplate, WelcomeTemplatesState

__all__ = ["BEHAVIOUR", "GROUP", "SETTINGS", "Seeding", "WelcomeTemplate"]

GROUP = "externalcontact/group_welcome_template"
SETTINGS = {"welcome_template_limit": 100}

_TEMPLATE_ID: ProblemCodes = {
    ("template_id", "required"): 40036,
    ("template_id", "minLength"): 40036,
}


def _add_template(simulator: Seeding, item: Mapping[str, Any]) -> None:
    simulator.add_welcome_template(**item)


BEHAVIOUR = Behaviour(
    group=GROUP,
    state=WelcomeTemplatesState,
    routes={
        "add": Route(state.add_template),
        "edit": Route(state.edit, _TEMPLATE_ID),
        "get": Route(state.get, _TEMPLATE_ID),
        "del": Route(state.delete, _TEMPLATE_ID),
    },
    settings=SETTINGS,
    seeds={"welcome_templates": Seed(Object(TEMPLATE), _add_template)},
)
