"""The codes that an operation names: of a parameter that it has, and not of somebody else's."""

from __future__ import annotations

from collections.abc import Mapping

from ..model import operations
from .operations import fields_below

ABOUT: Mapping[int, tuple[str, ...]] = {
    40007: ("media_id", "pic_media_id", "remark_pic_mediaid"),
    40036: ("template_id",),
    40037: ("template_id",),
    40050: ("chat_id", "chat_id_list"),
    40056: ("agentid",),
    40068: ("group_id", "tag_id", "id", "add_tag"),
    40096: ("external_userid",),
    41018: ("tag",),
    41035: ("external_userid",),
    41038: ("scene",),
    41040: ("scene",),
    41043: ("config_id",),
    41044: ("config_id",),
    41046: ("msgid",),
    41047: ("msgid",),
    41049: ("welcome_code",),
    41050: ("welcome_code",),
    41059: ("moment_id",),
    41060: ("moment_id",),
    41064: ("attachments",),
    41065: ("attachments",),
    41070: ("rule_id",),
    41071: ("rule_id",),
    41074: ("product_id",),
    41075: ("product_id",),
    41201: ("chat_key",),
    50100: ("cursor",),
    60123: ("department_list",),
    701105: ("cursor",),
}
"""The parameters, by name, that a code finds fault with: one of them has to be there."""


def test_a_code_about_a_parameter_is_named_by_operations_that_have_it() -> None:
    wrong = [
        f"{one.location}: {code} is about {' or '.join(ABOUT[code])}, which {path} does not have"
        for path, one in operations().items()
        for code in one.errors
        if code in ABOUT
        and not {field.name for _, field in fields_below(one.request)} & set(ABOUT[code])
    ]
    assert not wrong, "\n".join(wrong)


def test_what_concerns_members_departments_or_customers_needs_a_parameter() -> None:
    """An operation without parameters, or with those of pages alone, names nobody to refuse."""
    pages = {"cursor", "limit", "page_size", "offset"}
    nobody = {40003, 40031, 40066, 60030, 60123}
    wrong = [
        f"{one.location}: {path} names nobody, and its errors have {nobody & set(one.errors)}"
        for path, one in operations().items()
        if {field.name for field in one.request} <= pages and nobody & set(one.errors)
    ]
    assert not wrong, "\n".join(wrong)


def test_a_page_above_1000_is_refused_only_where_1000_is_the_greatest() -> None:
    above_1000 = 701101
    wrong = [
        f"{one.location}: {above_1000} is about pages above 1000, those of {path} are longer"
        for path, one in operations().items()
        if above_1000 in one.errors
        and not any(
            field.name in {"limit", "page_size"} and field.constraints.get("maximum", 1000) <= 1000
            for field in one.request
        )
    ]
    assert not wrong, "\n".join(wrong)
