# Copied from templates/wecom_client/simulator/behaviours/intercept_rules/__init__.py: edit that file, then run 'make generate'.
"""The behaviour of intercept rules: made, read, listed, changed and deleted.

`rules` says what the page leaves open and how it is decided. A seed file has `intercept_rules`,
with what `Simulator.add_intercept_rule` takes:

```json
{"intercept_rules": [{"rule_name": "Prices", "word_list": ["cheap"], "user_list": ["lisi"]}]}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._runtime.checks import Object
from ...behaviour import Behaviour, Route, Seed
from ...refusals import ProblemCodes
from . import rules
from .seeding import INTERCEPT_RULE, Seeding
from .state import InterceptRule, InterceptRulesState

__all__ = ["BEHAVIOUR", "GROUP", "SETTINGS", "InterceptRule", "Seeding"]

GROUP = "externalcontact"
SETTINGS = {"intercept_rule_limit": 100}

_FIELDS: ProblemCodes = {
    ("word_list", "maxItems"): 41068,
    **{("word_list", rule): 41083 for rule in ("minLength", "maxLength")},
    ("semantics_list", "enum"): 41084,
    ("extra_rule.semantics_list", "enum"): 41084,
    **{
        (f"{key}.{name}", "maxItems"): 41076
        for key in ("applicable_range", "add_applicable_range")
        for name in ("user_list", "department_list")
    },
}


def _add(simulator: Seeding, item: Mapping[str, Any]) -> None:
    simulator.add_intercept_rule(**item)


BEHAVIOUR = Behaviour(
    group=GROUP,
    state=InterceptRulesState,
    routes={
        "add_intercept_rule": Route(rules.add_intercept_rule, _FIELDS),
        "get_intercept_rule": Route(rules.get_intercept_rule),
        "get_intercept_rule_list": Route(rules.get_intercept_rule_list),
        "update_intercept_rule": Route(rules.update_intercept_rule, _FIELDS),
        "del_intercept_rule": Route(rules.del_intercept_rule),
    },
    settings=SETTINGS,
    seeds={
        "intercept_rules": Seed(Object(INTERCEPT_RULE, required=("rule_name", "word_list")), _add)
    },
)
