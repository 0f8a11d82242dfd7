"""The project's own table of error codes: complete, in two languages, and in our own words."""

from __future__ import annotations

import re
from functools import cache

import pytest

from generator.model import ErrorCode
from generator.spec.schema import SPECS
from generator.targets import read_api
from wecom_client import APIError

from ..flows import KINDS, api_error
from ..model import ERRORS

SITE = SPECS.parents[1] / "shared" / "documents" / "site" / "2026-01"
LIST = SITE / "附录" / "003-全局错误码.md"
CUSTOMER_CONTACT = SITE / "015-客户联系"

HAN = "[\u4e00-\u9fff]"
# As many characters as a few words have: "the visible range of the application" takes seven.
A_FEW_WORDS = 8

needs_list = pytest.mark.skipif(not LIST.is_file(), reason="the vendor's list is not here")


@cache
def table() -> dict[int, ErrorCode]:
    return {one.code: one for one in read_api(SPECS).errors}


@cache
def vendors_codes() -> frozenset[int]:
    return frozenset(map(int, re.findall(r"^\|\s*(-?\d+)\s*\|", LIST.read_text("utf-8"), re.M)))


def chinese_texts() -> list[tuple[int, str]]:
    rows = table().values()
    return [(one.code, text) for one in rows for text in (one.meaning_zh, one.remedy_zh)]


def english_texts() -> list[tuple[int, str]]:
    return [(one.code, text) for one in table().values() for text in (one.meaning, one.remedy)]


def words(text: str) -> str:
    """Return a text without what stands between its words."""
    return re.sub(r"[\W_]+", "", text).lower()


def shared(text: str, page: str) -> str:
    """Return the longest part of a text, by its Chinese characters, that a page has too."""
    best = ""
    for begin in range(len(text)):
        end = begin + 1
        while end <= len(text) and text[begin:end] in page:
            if _length(text[begin:end]) > _length(best):
                best = text[begin:end]
            end += 1
    return best


def _length(text: str) -> int:
    return len(re.findall(HAN, text))


def test_the_file_is_sorted_by_code() -> None:
    text = (SPECS / "errors.yaml").read_text("utf-8")
    codes = [int(code) for code in re.findall(r"^(-?\d+):", text, re.M)]
    assert codes == sorted(set(codes))


def test_every_code_has_a_meaning_and_a_remedy_in_both_languages() -> None:
    assert [code for code, text in english_texts() if not re.search("[a-z]", text)] == []
    assert [code for code, text in chinese_texts() if not re.search(HAN, text)] == []


def test_english_texts_are_ascii_and_neither_begin_nor_end_as_sentences() -> None:
    for code, text in english_texts():
        assert re.fullmatch(r"[\x20-\x7e]+", text), (code, text)
        assert not re.search(r"[.,;:\s]$|^\s|  ", text), (code, text)
        assert not re.match(r"[A-Z][a-z]", text), (code, text)


def test_chinese_texts_are_set_alike() -> None:
    """Chinese marks, blanks between Chinese and Latin words, and no mark at the end."""
    for code, text in chinese_texts():
        assert not re.search(rf"{HAN}[A-Za-z0-9]|[A-Za-z0-9_]{HAN}", text), (code, text)
        assert not re.search(rf"{HAN}[,.;:()?!]|[,;:()?!]{HAN}", text), (code, text)
        assert not re.search(r"[。，；：\s]$|^\s|  ", text), (code, text)
        assert not re.search(r"[，；。、（）「」] | [，；。、（）「」]", text), (code, text)


@pytest.mark.parametrize(
    ("term", "variants"),
    [
        ("access_token", ("accesstoken", "AccessToken", "access token")),
        ("userid", ("UserID", "UserId", "userId", "user id")),
        ("corpid", ("CorpID", "CorpId", "corp id")),
        ("成员", ("员工", "雇员")),
        ("企业", ("公司", "组织")),
        ("管理后台", ("管理端", "后台管理")),
        ("可见范围", ("可视范围",)),
        ("客户群", ("外部群", "客户群聊")),
        ("响应", ("应答", "返回包", "回包")),
    ],
)
def test_a_thing_has_one_name(term: str, variants: tuple[str, ...]) -> None:
    texts = [*english_texts(), *chinese_texts()]
    assert [(code, text) for code, text in texts for one in variants if one in text] == []
    assert any(term in text for _, text in texts)


def test_every_class_is_one_that_raises_an_exception_of_its_own() -> None:
    for one in table().values():
        raised = type(api_error(one.code, "", "a/b", "", ERRORS))
        assert (raised is APIError) == (one.error_class == ""), one


def test_what_the_call_flow_acts_on_has_the_same_class_with_and_without_the_table() -> None:
    for code in KINDS:
        known = type(api_error(code, "", "a/b", "", ERRORS))
        assert known is type(api_error(code, "", "a/b", "", {})) is not APIError, code


@pytest.mark.parametrize(
    ("code", "name"),
    [
        (-1, "BusyError"),
        (40014, "TokenError"),
        (42001, "TokenError"),
        (45009, "RateLimitError"),
        (6000, "ConflictError"),
        (45035, "ConflictError"),
        (45033, "RateLimitError"),
        (45036, "RateLimitError"),
        (48011, "PermissionDeniedError"),
        (610023, "QuotaError"),
        (610024, "PermissionDeniedError"),
    ],
)
def test_a_code_raises_the_class_of_its_family(code: int, name: str) -> None:
    assert type(api_error(code, "", "a/b", "", ERRORS)).__name__ == name


def test_the_generated_table_holds_what_the_specs_say() -> None:
    assert list(ERRORS) == sorted(table())
    for code, one in table().items():
        assert tuple(ERRORS[code]) == (
            one.error_class,
            one.meaning,
            one.remedy,
            one.meaning_zh,
            one.remedy_zh,
        )


@needs_list
def test_every_code_is_one_of_the_vendors() -> None:
    assert set(table()) <= vendors_codes()


@needs_list
def test_no_text_is_the_vendors_own() -> None:
    page = words(LIST.read_text("utf-8"))
    copied = [(code, text, shared(words(text), page)) for code, text in chinese_texts()]
    assert [one for one in copied if _length(one[2]) >= A_FEW_WORDS] == []


@needs_list
@pytest.mark.skipif(not CUSTOMER_CONTACT.is_dir(), reason="the vendor's pages are not here")
def test_every_code_that_a_page_of_customer_contact_names_is_known() -> None:
    pages = [page.read_text("utf-8") for page in sorted(CUSTOMER_CONTACT.rglob("*.md"))]
    named = {code for page in pages for code in _named(page)}
    assert {81017, 90500, 40096} <= named
    assert named - set(table()) == set()


def _named(page: str) -> set[int]:
    """Return the codes of the vendor's list that a page names, numbers of pages aside."""
    text = re.sub(r"(?s)\A---.*?\n---\n|https?://\S+|\]\([^)]*\)|#\d+", "", page)
    numbers = {int(one) for one in re.findall(r"(?<![\d.])\d{4,7}(?![\d.])", text)}
    return (numbers & vendors_codes()) - {0}


@needs_list
@pytest.mark.parametrize("family", [400, 401, 402, 410, 411, 430, 440, 450, 460, 480, 600, 6100])
def test_a_family_of_general_codes_is_known_as_a_whole(family: int) -> None:
    members = {code for code in vendors_codes() if code // 100 == family}
    assert members
    assert members - set(table()) == set()
