"""What pages state where no operation is read: in a table that several pages share, and in prose."""

from __future__ import annotations

import re

import yaml

from generator.documents.operation_check import flattened
from generator.targets import read_api

from ..helpers import SPECS
from .pages import Page, front_matter, needs_site, outside_of_fences, pages, rows

pytestmark = needs_site

PROFILE_PAGE = "92230"
PROFILE = "external_contact.external_profile."
IN_LINKS = re.compile(r"\]\([^)]*\)|https?://\S+|<[^>]*>")
FRONT_MATTER = 6
"""How many lines it takes: its numbers are those of documents."""
NUMBER = re.compile(r"(?<![\d.])\d{5,6}(?![\d.])")


def page_id(page: Page) -> str:
    """Return the number by which addresses of pages end."""
    return front_matter(page).get("category_id", "")


def test_fields_shown_to_people_outside_are_those_of_the_page_that_describes_them() -> None:
    (page,) = (page for page in pages() if page_id(page) == PROFILE_PAGE)
    stated = {row.cells[0]: row.cells[1] for row in rows(page)}
    assert len(stated) > 10
    not_returned = [name for name, text in stated.items() if "不返回该字段" in text]
    assert not_returned == ["wechat_channels"]
    expected = {name for name in stated if name.partition(".")[0] not in not_returned}
    operations = read_api(SPECS).by_path
    for path, place in {
        "externalcontact/get": PROFILE,
        "externalcontact/batch/get_by_user": f"external_contact_list.{PROFILE}",
    }.items():
        known = {name for name, _ in flattened(operations[path].response)}
        assert {f"{place}{name}" for name in expected} == {
            name for name in known if name.startswith(place)
        }, path


def test_error_codes_in_the_words_of_a_page_are_named_by_its_operations() -> None:
    codes = yaml.safe_load((SPECS / "errors.yaml").read_text("utf-8"))
    operations = list(read_api(SPECS).by_path.values())
    found, missing = set(), []
    for page in pages():
        end = f"/path/{page_id(page)}"
        here = [one for one in operations if one.page.partition("#")[0].endswith(end)]
        known = {code for one in here for code in one.errors}
        lines = outside_of_fences(page) if here else ()
        for line, text in ((line, text) for line, text in lines if line > FRONT_MATTER):
            numbers = {int(number) for number in NUMBER.findall(IN_LINKS.sub("", text))}
            found |= numbers & codes.keys()
            missing += [f"{page.name}:{line}: {one}" for one in numbers & codes.keys() - known]
    assert len(found) > 2, "the pages were not read"
    assert not missing
