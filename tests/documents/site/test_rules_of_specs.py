"""Rules between parameters that specs have: each is the page's, or a deviation says that it is not.

`docs check` holds what a page states against its spec, and not the other way round: most pages put
these rules into prose that nothing reads. A shape takes its rules along to every operation that
uses it, though, and the page of one of them need not state them.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents.facts import OperationFacts
from generator.documents.given import read_given
from generator.documents.operation_check import flattened
from generator.documents.stated import Statements
from generator.model import Operation
from generator.targets import read_api

from ..helpers import SPECS
from .pages import NEW, needs_site

pytestmark = needs_site

RULES = (
    "ignoredWhenGiven",
    "forbiddenWhenGiven",
    "requiredWhen",
    "requiredUnlessGiven",
    "notBefore",
)

_KIND = [
    f"attachments.{kind} requiredWhen msgtype {kind}"
    for kind in ("image", "link", "miniprogram", "video", "file")
]
_PICTURE = ["media_id requiredUnlessGiven pic_url", "pic_url ignoredWhenGiven media_id"]
_CONCLUSIONS = [
    "conclusions.text requiredUnlessGiven image link miniprogram",
    "conclusions.link ignoredWhenGiven image",
    "conclusions.miniprogram ignoredWhenGiven image link",
]
_IN_GROUP = ["group_name ignoredWhenGiven group_id", "order ignoredWhenGiven group_id"]

IN_PROSE: dict[str, list[str]] = {
    "add_contact_way": _CONCLUSIONS,
    "update_contact_way": _CONCLUSIONS,
    "add_corp_tag": ["group_id requiredUnlessGiven group_name", *_IN_GROUP],
    "add_strategy_tag": _IN_GROUP,
    "get_corp_tag_list": ["tag_id ignoredWhenGiven group_id"],
    "get_strategy_tag_list": ["tag_id ignoredWhenGiven group_id"],
    "add_intercept_rule": ["applicable_range.user_list requiredUnlessGiven department_list"],
    "add_moment_task": ["text requiredUnlessGiven attachments"],
    "add_msg_template": [
        "sender requiredUnlessGiven external_userid tag_filter",
        "sender requiredWhen chat_type group",
        "tag_filter ignoredWhenGiven external_userid",
        *_KIND,
        *(f"attachments.image.{rule}" for rule in _PICTURE),
    ],
    "send_welcome_msg": [*_KIND, *(f"attachments.image.{rule}" for rule in _PICTURE)],
    "group_welcome_template/add": [
        "link ignoredWhenGiven image",
        "miniprogram ignoredWhenGiven image link",
        "file ignoredWhenGiven image link miniprogram",
        "video ignoredWhenGiven image link miniprogram file",
        *(f"image.{rule}" for rule in _PICTURE),
    ],
}
"""What pages state in words that the reader does not take for a rule, found there by hand.

Read the page before you add a line: what it does not state is a deviation of the spec."""


def _not_read(facts: OperationFacts, spec: Operation) -> Iterator[str]:
    """Yield the rules of a spec that its page was not read to state and no deviation names."""
    statements = Statements(facts)
    deviating = {(one.field, one.rule) for one in spec.deviations}
    for path, field in flattened(spec.request):
        for rule in RULES:
            value, place = field.constraints.get(rule), f"request.{path}"
            if value is None or (place, rule) in deviating or statements.of(place, rule):
                continue
            yield f"{path} {rule} {_words(value)}"


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(_words(one) for one in value)
    return str(value)


def test_a_rule_between_parameters_is_stated_by_the_page_or_told_as_a_deviation() -> None:
    operations = read_api(SPECS).by_path
    found = {
        spec.path.partition("/")[2]: sorted(_not_read(facts, spec))
        for document in read_given([NEW]).documents
        for facts in document.facts.operations
        if (spec := operations.get(facts.key))
    }
    assert len(found) > 80, "the pages were not read"
    assert {path: rules for path, rules in found.items() if rules} == {
        path: sorted(rules) for path, rules in IN_PROSE.items()
    }
