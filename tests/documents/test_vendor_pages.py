"""The vendor's pages of the customer groups against the project's specs, alone and together.

They lie beside the checkout, if anywhere. The module of 2023 holds the same operations; what is
accepted of one document is accepted of that one alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from generator.model import Deviation
from generator.spec.names import page_id

from ..model import GROUPCHAT, need, on_purpose
from .helpers import SPECS, VENDOR_DOCUMENT, Difference, checked, held, run
from .site.pages import NEW, needs_site

pytestmark = needs_site

MODULE = "QQ.weixin.work.externalcontact.groupchat"
_ADDRESS = re.compile(r"^source_url: \S*/path/(\d+)$", re.MULTILINE)

SPECS_HELD = held(SPECS, GROUPCHAT)
NAMED = sorted({page_id(one.page) for one in SPECS_HELD.group.operations})
"""The pages that the specs name, by their ids."""
PAGES = {
    found[1]: path
    for path in sorted(NEW.rglob("*.md"))
    if (found := _ADDRESS.search(path.read_text("utf-8"))) and found[1] in NAMED
}
HAVE_MODULE = pytest.mark.skipif(
    not VENDOR_DOCUMENT.is_file(), reason="the vendor's module is not beside the checkout"
)


def page(name: str) -> str:
    if name not in PAGES:
        pytest.skip(f"no spec names the page {name}")
    return PAGES[name].read_text("utf-8")


def test_every_page_that_the_specs_name_is_there() -> None:
    assert sorted(PAGES) == NAMED, on_purpose(
        "that all pages of the customer groups lie beside the checkout", "as a reason to leave out"
    )


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_alone_is_held_by_the_specs(name: str) -> None:
    code, report = checked(PAGES[name], SPECS)
    left = [*report["doubts"], *report["not_understood"]]
    told = [*report["findings"], *(one for one in left if not one["accepted"])]
    assert (code, told) == (0, []), on_purpose(
        f"that the specs hold all of page {name},",
        "in the page beside the checkout, or as a deviation in the spec",
    )
    assert report["operations"]["matched"] == len(_of_page(name))


@HAVE_MODULE
def test_the_module_and_the_pages_are_held_in_one_run() -> None:
    documents = [VENDOR_DOCUMENT, *PAGES.values()]
    code, said = run("docs", "check", *documents, "--specs", SPECS)
    assert code == 0, said
    twice = 2 * len(SPECS_HELD.group.operations)
    total = said.splitlines()[-1]
    assert total.startswith(f"{len(documents)} documents: {twice} operations, 0 findings, ")
    assert total.endswith(", 0 doubts, 0 not understood")


def deviations() -> Iterator[tuple[str, Deviation, str]]:
    """Yield what is about one document: the path of the operation, and the document."""
    for operation in SPECS_HELD.group.operations:
        for one in operation.deviations:
            for document in one.documents:
                yield operation.path, one, document


@pytest.mark.parametrize("document", sorted({one for _, _, one in deviations()}))
def test_what_a_deviation_is_about_is_a_document_of_its_operation(document: str) -> None:
    assert document in {MODULE, *PAGES}
    lock = SPECS_HELD.locks.by_id[document]
    assert {path for path, _, one in deviations() if one == document} <= lock.operations


def test_what_the_module_lacks_is_no_deviation_from_a_page() -> None:
    """Every page says where an operation is, how it is called, and when it was changed."""
    about = {
        (operation.name, one.field): one.documents
        for operation in SPECS_HELD.group.operations
        for one in operation.deviations
        if one.field in ("path", "method", "updated")
    }
    assert set(about.values()) == {(MODULE,)}


@dataclass(frozen=True)
class Edit:
    """In a page, from the address of an operation on: what becomes what, once."""

    page: str
    operation: str
    old: str
    new: str
    says: tuple[tuple[str, str], ...]

    def apply(self, text: str) -> str:
        begin = text.index(f"groupchat/{self.operation}?") if self.operation else 0
        edited, count = re.subn(self.old, self.new, text[begin:], count=1, flags=re.MULTILINE)
        assert count == 1
        return text[:begin] + edited

    @property
    def differences(self) -> set[Difference]:
        return {(self.operation, field, rule) for field, rule in self.says}


EDITS = [
    # what is accepted of the module is a finding in a page
    Edit("92229", "add_join_way", r"^\|mark_source.*\n", "",
         (("request.mark_source", "row"),)),
    Edit("92229", "add_join_way", r'"mark_source":true', '"remarks":1',
         (("examples.request", "value"),)),
    Edit("92229", "update_join_way", r"默认值为true", "默认值为false",
         (("request.mark_source", "default"),)),
    Edit("92229", "get_join_way", r"(?<=^\|qr_code\|).*", "二维码，仅在配置为群二维码时返回|",
         (("response.join_way.qr_code", "condition"), ("response.join_way.qr_code", "text"))),
    Edit("92122", "get", "，拒绝", ",拒绝", (("examples.response", "value"),)),
    Edit("92133", "statistic", r"^\|limit.*\n", "",
         (("request.limit", "row"),)),
    Edit("92133", "statistic", r"</br></br>默认为1", "", (("request.order_by", "default"),)),
    # what is accepted of a page counts while the page says it
    Edit("92133", "statistic", r"默认降序", "默认升序", (("request.order_asc", "text"),)),
    Edit("92120", "list", r"当群主为离职成员时", "当群主已离职时",
         (("request.owner_filter", "text"),)),
]  # fmt: skip


@pytest.mark.parametrize("one", EDITS, ids=lambda one: f"{one.operation}-{one.old}")
def test_an_edit_of_a_page_is_found_where_it_is(one: Edit) -> None:
    need(one.operation)
    text = page(one.page)
    assert SPECS_HELD.differences(text) == set()
    found = SPECS_HELD.differences(one.apply(text))
    # words that nobody has looked at may be ones that nothing understands
    assert {each for each in found if each[2] != "not understood"} == one.differences


def test_another_date_of_a_page_is_told_of_each_of_its_operations() -> None:
    text = page("92229").replace("2026/01/05", "2026/02/06")
    assert SPECS_HELD.differences(text) == {
        (name, "updated", "value") for name in _of_page("92229")
    }


def test_another_heading_of_an_operation_is_told_though_its_title_deviates() -> None:
    need("statistic")
    text = page("92133").replace("## 按群主聚合的方式", "## 按员工聚合的方式")
    assert SPECS_HELD.differences(text) == {("statistic", "title", "value")}


def test_the_appendix_is_held_with_the_page() -> None:
    text = page("92229")
    begin, end = text[: len(text) // 2], text[len(text) // 2 :]
    edited = end.replace("该成员入群方式", "该成员入群渠道")
    assert edited != end
    assert SPECS_HELD.differences(begin + edited)


def _of_page(name: str) -> list[str]:
    return [one.name for one in SPECS_HELD.group.operations if page_id(one.page) == name]
