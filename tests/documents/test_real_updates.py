"""Pages of the vendor's before and after an update: each change of a fact is told, and no other.

They lie beside the checkout, if anywhere. What is expected was read from the pages by hand.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from .helpers import ROOT, run

SITE = ROOT.parent / "shared" / "documents" / "site"
BEFORE, AFTER = "2025-10", "2026-01"

pytestmark = pytest.mark.skipif(
    not (SITE / BEFORE).is_dir(), reason="the vendor's pages are not beside the checkout"
)

Fact = tuple[str, str, str]


@dataclass(frozen=True)
class Update:
    """A page that the vendor changed: which facts are others, and where sentences are."""

    page: str
    group: str
    facts: frozenset[Fact]
    texts: frozenset[str]
    """Operations of which sentences changed."""


def update(page: str, group: str, operations: str, *facts: str, texts: str) -> Update:
    """Return an update of the date of some operations, and of the facts `operation field rule`."""
    dates = {(name, "updated", "value") for name in operations.split()}
    rows = {(name, field, rule) for name, field, rule in (one.split() for one in facts)}
    return Update(page, group, frozenset(dates | rows), frozenset(texts.split()))


UPDATES = [
    update(
        "012-消息推送/001-创建企业群发.md", "externalcontact", "add_msg_template",
        texts="add_msg_template",
    ),
    update(
        "004-客户管理/001-获取客户列表.md", "externalcontact", "list", texts="list",
    ),
    update(
        "009-联系我与客户入群方式/002-客户群加入群聊管理.md", "externalcontact/groupchat",
        "add_join_way get_join_way update_join_way del_join_way",
        "add_join_way request.mark_source row", "add_join_way examples.request value",
        "get_join_way response.join_way.mark_source row", "get_join_way examples.response value",
        "update_join_way request.mark_source row", "update_join_way examples.request value",
        texts="add_join_way get_join_way update_join_way del_join_way",
    ),
    update(
        "009-联系我与客户入群方式/001-客户联系联系我管理.md", "externalcontact",
        "add_contact_way get_contact_way list_contact_way update_contact_way del_contact_way "
        "close_temp_chat",
        "add_contact_way request.mark_source row", "add_contact_way examples.request value",
        "get_contact_way response.contact_way.mark_source row",
        "get_contact_way examples.response value",
        "update_contact_way request.mark_source row", "update_contact_way examples.request value",
        texts="add_contact_way get_contact_way list_contact_way update_contact_way "
        "del_contact_way close_temp_chat",
    ),
]  # fmt: skip


@pytest.mark.parametrize("one", UPDATES, ids=lambda one: one.page)
def test_every_change_of_a_fact_is_told_and_no_other(one: Update, tmp_path: Path) -> None:
    before, after = (SITE / state / "015-客户联系" / one.page for state in (BEFORE, AFTER))
    specs = tmp_path / "specs"
    run("docs", "import", before, "--group", one.group, "--output", specs)
    assert run("docs", "accept", before, "--specs", specs)[0] == 0
    code, said = run("docs", "check", before, "--specs", specs)
    assert (code, said.count("0 findings")) == (0, 1), said
    code, said = run("docs", "check", after, "--specs", specs, "--format", "json")
    report = json.loads(said)
    found = {(each["operation"], each["field"], each["rule"]) for each in report["findings"]}
    facts = {each for each in found if each[2] != "text"}
    assert (code, facts) == (1, set(one.facts))
    assert {operation for operation, _, rule in found if rule == "text"} - {""} == set(one.texts)
