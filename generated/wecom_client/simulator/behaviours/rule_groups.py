# Copied from templates/wecom_client/simulator/behaviours/rule_groups.py: edit that file, then run 'make generate'.
"""Rule groups, of customer contact and of moments: made, read, listed, changed and deleted.

What the pages leave open is decided so:

- An application sees the rule groups that it made and no other: those of another one, as well as
  unknown ones, are 60030, also as the one above. The one that the admin console begins with is of
  no application's, so that it is in no list.
- Somebody in charge, or a member of a range, who is unknown or has resigned is 40003, an unknown
  department 60003. Who resigns later stays. Nobody is the super administrator.
- A node without the id that its type calls for is 40063. One that stands twice counts once.
- With another rule group above it, a range is one whose nodes are all in that one's: as they are,
  or members of one of its departments. A node that is not is 60011, and so is a change by which
  the range of a rule group below would have such.
- A rule group can be made without a range. A sixth level, and a range of more than 3000 nodes, are
  40058.
- Rights that are left out are as where a rule group is made, there and in a change: given. What
  every rule group may do is given whatever a request says. Without any right in it, a change leaves
  the rights as they are. Below another rule group, rights are those of the topmost one, now.
- A change takes away before it adds. What it takes away and is not there is passed over.
- A rule group with another below it is not deleted: 40058.
- Lists are in the order in which all was made. A limit below 1 is 40058.
- Calls are carried out one after the other, so that none meets 45035.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from ..._runtime.checks import Array, Boolean, Check, Integer, Object
from ..behaviour import Route, Seed
from ..company import Company, State
from ..cursors import Cursors, page_of
from ..refusals import EMPTY_OR_MISSING, MALFORMED, RefusalError
from ..seed_checks import ID, USERID
from .directory import joined, people_of, require_departments, require_members

_DEFAULT_LIMIT = 1000
_MOST_LEVELS = 5
_MOST_NODES = 3000
_MEMBER, _DEPARTMENT = 1, 2
_ID_NAMES = {_MEMBER: "userid", _DEPARTMENT: "partyid"}
_NOT_VISIBLE = 60030
_NOT_ALLOWED = 60011
_INVALID_CURSOR = 50100
_UNKNOWN_DEPARTMENT = 60003

_NODE: Mapping[str, Check] = {
    "type": Integer(enum={_MEMBER: "member", _DEPARTMENT: "department"}),
    "userid": USERID,
    "partyid": Integer(),
}


@dataclass(frozen=True, slots=True)
class RangeNode:
    """A member (`type` 1) or a department (2) that a rule group is for.

    `number` says how many were put into ranges before it.
    """

    type: int
    id: str | int
    number: int = field(default=0, compare=False)

    def answer(self) -> dict[str, Any]:
        """Return it as lists have it."""
        return {"type": self.type, _ID_NAMES[self.type]: self.id}


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """A rule group. `application` made it, and alone sees it; `parent_id` 0: it is at the top.

    `rights` are those that were given to it, which count where no other rule group is above it.
    """

    strategy_id: int
    application: str
    parent_id: int
    name: str
    create_time: int
    admins: tuple[str, ...]
    rights: Mapping[str, bool]
    nodes: tuple[RangeNode, ...] = ()


class RuleGroupsState(State):
    """Rule groups of one kind, in the order in which they were made."""

    rights: ClassVar[Sequence[str]]
    """What the people in charge may do."""
    lasting: ClassVar[Sequence[str]] = ()
    """Those of the rights that cannot be taken away."""

    def __init__(self, company: Company) -> None:
        """Begin without any."""
        super().__init__(company)
        self.groups: dict[int, RuleGroup] = {}
        self.cursors = Cursors(_INVALID_CURSOR)
        self._made = 0
        self._numbered = 0

    def own(self, strategy_id: int, application: str) -> RuleGroup:
        """Return a rule group of an application.

        Raises:
            RefusalError: 60030, it made none with this id.
        """
        group = self.groups.get(strategy_id)
        if group is None or group.application != application:
            raise RefusalError(_NOT_VISIBLE, f"no privilege to access this strategy: {strategy_id}")
        return group

    def add(self, given: Mapping[str, Any], application: str) -> RuleGroup:
        """Make a rule group of what a request gives.

        Raises:
            RefusalError: it cannot be.
        """
        parent_id = given.get("parent_id") or 0
        parent = self.own(parent_id, application) if parent_id else None
        if parent is not None and len(self._line(parent)) >= _MOST_LEVELS:
            raise RefusalError(MALFORMED, f"there are {_MOST_LEVELS} levels of strategies at most")
        group = RuleGroup(
            strategy_id=self._made + 1,
            application=application,
            parent_id=parent_id,
            name=given["strategy_name"],
            create_time=self.company.now(),
            admins=self._people(given["admin_list"]),
            rights=self._rights(given.get("privilege") or {}),
            nodes=self._nodes(given.get("range") or ()),
        )
        self._require_range(group)
        self._made += 1
        self.groups[group.strategy_id] = group
        return group

    def change(self, group: RuleGroup, given: Mapping[str, Any]) -> None:
        """Change a rule group in what a request gives.

        Raises:
            RefusalError: it cannot be, and nothing has changed.
        """
        removed = {*self._nodes(given.get("range_del") or (), must_exist=False)}
        kept = [node for node in group.nodes if node not in removed]
        added = self._nodes(given.get("range_add") or ())
        nodes = (*kept, *(node for node in added if node not in kept))
        changed = replace(group, nodes=nodes, name=given.get("strategy_name") or group.name)
        if given.get("admin_list"):
            changed = replace(changed, admins=self._people(given["admin_list"]))
        if given.get("privilege"):
            changed = replace(changed, rights=self._rights(given["privilege"]))
        self._require_range(changed)
        for child in self.below(group.strategy_id):
            self._require_within(child.nodes, changed)
        self.groups[group.strategy_id] = changed

    def remove(self, group: RuleGroup) -> None:
        """Delete a rule group.

        Raises:
            RefusalError: 40058, another one is below it.
        """
        if any(self.below(group.strategy_id)):
            raise RefusalError(MALFORMED, f"strategy {group.strategy_id} has others below it")
        del self.groups[group.strategy_id]

    def below(self, strategy_id: int) -> list[RuleGroup]:
        """Return the rule groups directly below one."""
        return [one for one in self.groups.values() if one.parent_id == strategy_id]

    def rights_of(self, group: RuleGroup) -> Mapping[str, bool]:
        """Return what the people in charge of a rule group may do."""
        return self._line(group)[-1].rights

    def _line(self, group: RuleGroup) -> list[RuleGroup]:
        """Return a rule group, the one above it, and so on to the top."""
        line = [group]
        while line[-1].parent_id:
            line.append(self.groups[line[-1].parent_id])
        return line

    def _rights(self, given: Mapping[str, bool]) -> dict[str, bool]:
        return {name: name in self.lasting or given.get(name) is not False for name in self.rights}

    def _people(self, userids: Iterable[str]) -> tuple[str, ...]:
        require_members(self.company, userids)
        return tuple(dict.fromkeys(userids))

    def _nodes(
        self, given: Iterable[Mapping[str, Any]], *, must_exist: bool = True
    ) -> tuple[RangeNode, ...]:
        nodes: dict[RangeNode, None] = {}
        for one in given:
            name = _ID_NAMES[one["type"]]
            if one.get(name) is None:
                raise RefusalError(EMPTY_OR_MISSING, f"{name} missing in a node of the range")
            nodes[RangeNode(one["type"], one[name], self._numbered)] = None
            self._numbered += 1
        if must_exist:
            ids = [node.id for node in nodes]
            require_members(self.company, (one for one in ids if isinstance(one, str)))
            require_departments(
                self.company, (one for one in ids if isinstance(one, int)), _UNKNOWN_DEPARTMENT
            )
        return tuple(nodes)

    def _require_range(self, group: RuleGroup) -> None:
        if len(group.nodes) > _MOST_NODES:
            raise RefusalError(MALFORMED, f"a range has {_MOST_NODES} nodes at most")
        if group.parent_id:
            self._require_within(group.nodes, self.groups[group.parent_id])

    def _require_within(self, nodes: Iterable[RangeNode], parent: RuleGroup) -> None:
        ids = [node.id for node in parent.nodes if isinstance(node.id, int)]
        people = people_of(self.company, (), ids)
        within = {*parent.nodes, *(RangeNode(_MEMBER, userid) for userid in people)}
        for node in nodes:
            if node not in within:
                text = f"{node.id!r} is not in the range of strategy {parent.strategy_id}"
                raise RefusalError(_NOT_ALLOWED, text)


def taken(rights: Iterable[str]) -> dict[str, Check]:
    """Return what a call takes that makes a rule group of a kind with these rights."""
    return {
        "strategy_name": ID,
        "admin_list": Array(USERID, min_items=1),
        "parent_id": Integer(minimum=0),
        "privilege": Object(dict.fromkeys(rights, Boolean())),
        "range": Array(Object(_NODE, required=("type",))),
        "application": ID,
    }


def seed_of(checks: Mapping[str, Check], add: Callable[[Any, Any], None]) -> Seed:
    """Return the list in a seed file of rule groups of which a call takes this."""
    return Seed(Object(checks, required=("strategy_name", "admin_list")), add)


def made(
    state: RuleGroupsState,
    given: Mapping[str, Any],
    application: str,
    add_member: Callable[[str], None],
) -> int:
    """Make a rule group for a test; the members that it names come to the company.

    Raises:
        ValueError: it cannot be, and nothing has changed.
    """
    nodes = given["range"] or ()
    named = [
        *given["admin_list"],
        *(one["userid"] for one in nodes if one["type"] == _MEMBER and one.get("userid")),
    ]
    with joined(state.company, named, add_member):
        return state.add(given, application).strategy_id


def _create(state: RuleGroupsState, params: dict[str, Any], application: str) -> dict[str, Any]:
    return {"strategy_id": state.add(params, application).strategy_id}


def _get(state: RuleGroupsState, params: dict[str, Any], application: str) -> dict[str, Any]:
    group = state.own(params["strategy_id"], application)
    told = {
        "strategy_id": group.strategy_id,
        "parent_id": group.parent_id,
        "strategy_name": group.name,
        "create_time": group.create_time,
        "admin_list": list(group.admins),
        "privilege": dict(state.rights_of(group)),
    }
    return {"strategy": told}


def _list(state: RuleGroupsState, params: dict[str, Any], application: str) -> dict[str, Any]:
    own = ((one.strategy_id, one) for one in state.groups.values())
    own = (item for item in own if item[1].application == application)
    found, next_cursor = page_of(own, params, state.cursors, _DEFAULT_LIMIT, application)
    answer = {"strategy": [{"strategy_id": one.strategy_id} for one in found]}
    return _with_cursor(answer, next_cursor)


def _get_range(state: RuleGroupsState, params: dict[str, Any], application: str) -> dict[str, Any]:
    group = state.own(params["strategy_id"], application)
    nodes = ((node.number, node) for node in group.nodes)
    found, next_cursor = page_of(nodes, params, state.cursors, _DEFAULT_LIMIT, group.strategy_id)
    return _with_cursor({"range": [node.answer() for node in found]}, next_cursor)


def _with_cursor(answer: dict[str, Any], next_cursor: str) -> dict[str, Any]:
    return {**answer, "next_cursor": next_cursor} if next_cursor else answer


def _edit(state: RuleGroupsState, params: dict[str, Any], application: str) -> dict[str, Any]:
    state.change(state.own(params["strategy_id"], application), params)
    return {}


def _delete(state: RuleGroupsState, params: dict[str, Any], application: str) -> dict[str, Any]:
    state.remove(state.own(params["strategy_id"], application))
    return {}


def routes() -> dict[str, Route[Any]]:
    """Return what carries out the operations of rule groups of either kind."""
    return {
        "create": Route(_create),
        "get": Route(_get),
        "get_range": Route(_get_range),
        "list": Route(_list),
        "edit": Route(_edit),
        "del": Route(_delete),
    }
