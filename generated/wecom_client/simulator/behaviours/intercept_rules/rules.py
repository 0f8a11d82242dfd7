# Copied from templates/wecom_client/simulator/behaviours/intercept_rules/rules.py: edit that file, then run 'make generate'.
"""Intercept rules: made, read, listed, changed and deleted.

What the page leaves open is decided so:

- Each application reads and lists all rules. One that another application made is 48002 to change
  or to delete. An id that was never there is 41070, that of a rule that was deleted 41071.
- No two rules of the company have one name: 41077.
- A member who is unknown or has resigned is 40003, an unknown department 40066; who resigns later
  stays. A change takes away before it adds, and passes over what it takes away and is not there.
  A rule that would be for nobody is 40063, one with more than 10,000 userids 41076.
- The kinds of text to watch for stand in the rule itself, as in the page's example, and not in an
  `extra_rule`; so does no `create_time`.
- Words and kinds that are given twice count once. What is left out of a change stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ...refusals import EMPTY_OR_MISSING, RefusalError
from ..directory import require_departments, require_members
from .state import InterceptRule, InterceptRulesState

_MOST_USERIDS = 10_000
_RANGE = ("user_list", "department_list")
_NOT_ALLOWED = 48002
_UNKNOWN_DEPARTMENT = 40066
_FULL = 41069
_UNKNOWN = 41070
_DELETED = 41071
_TOO_MANY = 41076
_NAME_TAKEN = 41077


def add_intercept_rule(
    state: InterceptRulesState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Make a rule and return its id."""
    return {"rule_id": make(state, params, application).rule_id}


def get_intercept_rule(
    state: InterceptRulesState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Return a rule."""
    rule = _known(state, params)
    told = {
        "rule_id": rule.rule_id,
        "rule_name": rule.rule_name,
        "word_list": list(rule.word_list),
        "semantics_list": list(rule.semantics_list),
        "intercept_type": rule.intercept_type,
        "applicable_range": {name: list(getattr(rule, name)) for name in _RANGE},
    }
    return {"rule": told}


def get_intercept_rule_list(
    state: InterceptRulesState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """List the rules."""
    names = ("rule_id", "rule_name", "create_time")
    rules = [{name: getattr(one, name) for name in names} for one in state.rules.values()]
    return {"rule_list": rules}


def update_intercept_rule(
    state: InterceptRulesState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Change a rule in what is given."""
    rule = _own(state, params, application)
    given = {**params, **params.get("extra_rule", {})}
    added, removed = (params.get(f"{key}_applicable_range", {}) for key in ("add", "remove"))
    _require_known(state, added)
    whom: dict[str, Any] = {}
    for name in _RANGE:
        gone = {*removed.get(name, ())}
        kept = [one for one in getattr(rule, name) if one not in gone]
        whom[name] = tuple(dict.fromkeys([*kept, *added.get(name, ())]))
    changed = replace(rule, **_given(given), **whom)
    _require_possible(state, changed)
    state.rules[rule.rule_id] = changed
    return {}


def del_intercept_rule(
    state: InterceptRulesState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Delete a rule."""
    rule = _own(state, params, application)
    del state.rules[rule.rule_id]
    state.deleted.add(rule.rule_id)
    return {}


def make(
    state: InterceptRulesState,
    params: Mapping[str, Any],
    application: str,
    rule_id: str | None = None,
) -> InterceptRule:
    """Make a rule of what a request gives.

    Raises:
        RefusalError: it cannot be.
    """
    whom = params["applicable_range"]
    _require_known(state, whom)
    given = {**_given(params), **{one: tuple(dict.fromkeys(whom.get(one, ()))) for one in _RANGE}}
    rule = InterceptRule(
        rule_id=rule_id or state.company.new_text_id("ir"),
        application=application,
        create_time=state.company.now(),
        **given,
    )
    _require_possible(state, rule)
    if len(state.rules) >= state.intercept_rule_limit:
        raise RefusalError(_FULL, f"there are {len(state.rules)} rules, as many as can be")
    state.rules[rule.rule_id] = rule
    return rule


def _given(params: Mapping[str, Any]) -> dict[str, Any]:
    names = ("rule_name", "intercept_type")
    kept = {name: params[name] for name in names if name in params}
    for name in ("word_list", "semantics_list"):
        if name in params:
            kept[name] = tuple(dict.fromkeys(params[name]))
    return kept


def _known(state: InterceptRulesState, params: Mapping[str, Any]) -> InterceptRule:
    rule = state.rules.get(params["rule_id"])
    if rule is None:
        was_there = params["rule_id"] in state.deleted
        raise RefusalError(_DELETED if was_there else _UNKNOWN, "invalid rule_id")
    return rule


def _own(state: InterceptRulesState, params: Mapping[str, Any], application: str) -> InterceptRule:
    rule = _known(state, params)
    if rule.application != application:
        raise RefusalError(_NOT_ALLOWED, "another application made this rule")
    return rule


def _require_known(state: InterceptRulesState, whom: Mapping[str, Any]) -> None:
    require_members(state.company, whom.get("user_list", ()))
    require_departments(state.company, whom.get("department_list", ()), _UNKNOWN_DEPARTMENT)


def _require_possible(state: InterceptRulesState, rule: InterceptRule) -> None:
    for other in state.rules.values():
        if other.rule_name == rule.rule_name and other.rule_id != rule.rule_id:
            raise RefusalError(_NAME_TAKEN, f"there is a rule {rule.rule_name!r} already")
    if not rule.user_list and not rule.department_list:
        raise RefusalError(EMPTY_OR_MISSING, "the rule would be for nobody")
    if len(rule.user_list) > _MOST_USERIDS:
        raise RefusalError(_TOO_MANY, f"a rule names {_MOST_USERIDS} userids at most")
