"""Requests: what checks lead to, what is encoded, and who is told of a warning."""

from __future__ import annotations

import json
import logging
import pickle
import sys
import warnings
from contextlib import suppress
from datetime import UTC, datetime
from decimal import Decimal
from enum import Enum, IntEnum
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wecom_client import Operation, ParameterError, ParameterWarning, Request, Settings

from ..declarations import Anything, Array, Boolean, Integer, Object, String

POST = Operation("a/b", "POST", False, "https://example.invalid/doc", "标题")
GET = Operation("a/c", "GET", True, "https://example.invalid/doc")
SCHEMA = Object(
    {"name": String(min_length=1, truncates_at=3), "size": Integer(maximum=9), "any": Anything()},
    required=("name",),
)


def test_all_problems_come_in_one_error_with_operation_and_page() -> None:
    with pytest.raises(ParameterError) as caught:
        POST.build(SCHEMA, {"name": "", "size": 10}, Settings())
    assert [(one.path, one.rule) for one in caught.value.problems] == [
        ("name", "minLength"),
        ("size", "maximum"),
    ]
    assert caught.value.operation == "a/b"
    assert caught.value.doc_url == POST.doc_url


class Kind(str, Enum):  # noqa: UP042 -- as users write it; a StrEnum has another str()
    OPEN = "open"


class Size(IntEnum):
    SMALL = 1


@pytest.mark.parametrize("checks", ["error", "off"])
@pytest.mark.parametrize("described", [True, False])
def test_members_of_enumerations_go_out_by_value_in_queries_and_bodies(
    checks: Any, described: bool
) -> None:
    fields: dict[str, Any] = {"kind": String(), "size": Integer()} if described else {}
    schema = Object(fields, additional_properties=True)
    values = {"kind": Kind.OPEN, "size": Size.SMALL}
    settings = Settings(checks=checks)
    assert dict(GET.build(schema, values, settings).params) == {"kind": "open", "size": "1"}
    assert POST.build(schema, values, settings).encode() == b'{"kind":"open","size":1}'
    named: Any = GET.build(Object({}), {}, Settings(), {Kind.OPEN: Size.SMALL}).params
    assert urlencode(named) == "open=1"


@pytest.mark.parametrize("method", ["items", "__iter__", "__len__", "keys"])
def test_an_object_that_cannot_be_read_is_no_crash_of_the_encoder(method: str) -> None:
    def raising(*_: Any) -> Any:
        raise RuntimeError("of the caller's own")

    value = type("Hostile", (dict,), {method: raising})(a=1)
    request = POST.build(Object({"any": Anything()}), {"any": value}, Settings())
    with suppress(ParameterError):  # of some methods the encoder has no need
        assert request.encode() == b'{"any":{"a":1}}'


def test_warn_logs_each_problem_and_sends(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "wecom_client"):
        request = POST.build(SCHEMA, {"name": "", "size": 10}, Settings(checks="warn"))
    assert request.json == {"name": "", "size": 10}
    assert len(caplog.records) == 2
    assert "a/b" in caplog.text


def test_off_sends_without_a_word(caplog: pytest.LogCaptureFixture) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        request = POST.build(SCHEMA, {"name": "long", "size": 10}, Settings(checks="off"))
    assert request.json == {"name": "long", "size": 10}
    assert not caught
    assert not caplog.records


def test_a_warning_points_at_the_line_of_the_caller() -> None:
    with pytest.warns(ParameterWarning, match="a/b: name: the platform keeps 3") as caught:
        POST.build(SCHEMA, {"name": "long"}, Settings())
    assert caught[0].filename == __file__


def test_a_get_request_sends_its_parameters_as_text_in_the_query() -> None:
    schema = Object({"on": Boolean(), "n": Integer(), "s": String(), "left_out": String()})
    request = GET.build(schema, {"on": True, "n": 3, "s": "群", "left_out": None}, Settings())
    assert dict(request.params) == {"on": "true", "n": "3", "s": "群"}
    assert request.json is None
    assert request.encode() is None


def test_a_body_is_utf8_json() -> None:
    request = POST.build(SCHEMA, {"name": "群", "size": 1}, Settings())
    body = request.encode()
    assert body == '{"name":"群","size":1}'.encode()
    assert json.loads(body) == request.json


class Endless(dict[str, Any]):
    """A mapping that contains itself."""


class Text(str):
    pass


NUMBERS = [0, -1, 2**63, 2**64, -(2**63) - 1, 10**50, -0.0, 1.0, 1e16, 5e-324, 0.1, float("inf")]
ODD = [float("nan"), Text("a"), Kind.OPEN, Size.SMALL, b"a"]
ANY = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from([*NUMBERS, *ODD])
    # Half a surrogate pair among them, and all that has to be escaped.
    | st.text(st.characters(codec=None), max_size=9)
    | st.sampled_from(["\x00\x1f\x7f", '"/\\', "\b\f\n\r\t", "\u2028\ufeff", "群😀", "\ud83d"])
    | st.sampled_from([datetime(2026, 1, 1, tzinfo=UTC), {1}, Decimal(1), UUID(int=1)]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(st.text(max_size=3), inner, max_size=4)
        | st.dictionaries(st.sampled_from([1, None, True, 1.5, Kind.OPEN, Text("b")]), inner)
        | st.dictionaries(st.text(max_size=3), inner, max_size=4).map(Endless)
        | st.dictionaries(st.text(max_size=3), inner, max_size=4).map(MappingProxyType)
    ),
    max_leaves=8,
)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=20,
)


@given(st.dictionaries(st.text(max_size=3), ANY | PLAIN, max_size=4))
def test_a_body_is_what_json_writes_or_refused_as_json_refuses_it(body: dict[str, Any]) -> None:
    try:
        text = json.dumps(body, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        expected = text.encode()
    except Exception:
        with pytest.raises(ParameterError):
            Request(POST, {}, body).encode()
    else:
        assert Request(POST, {}, body).encode() == expected


@pytest.mark.parametrize("digits", [4300, 4301, 9000])
def test_a_number_that_python_cannot_write_is_refused(digits: int) -> None:
    request = Request(POST, {}, {"a": [10 ** (digits - 1)]})
    if digits <= sys.get_int_max_str_digits():
        assert request.encode() == b'{"a":[1%b]}' % (b"0" * (digits - 1))
        return
    with pytest.raises(ParameterError):
        request.encode()


def test_a_body_too_deep_for_json_is_refused() -> None:
    deep: Any = "a"
    for _ in range(sys.getrecursionlimit() * 100):
        deep = [deep]
    with pytest.raises(ParameterError):
        Request(POST, {}, {"deep": deep}).encode()
    while isinstance(deep, list):  # else freeing it would go as deep
        deep = deep.pop()


def test_an_operation_without_parameters_sends_an_empty_object() -> None:
    assert POST.build(Object({}), {}, Settings()).encode() == b"{}"


def endless() -> dict[str, Any]:
    value = Endless()
    value["again"] = value
    return value


@pytest.mark.parametrize(
    ("value", "path"),
    [
        ("half \ud800", "any"),
        (float("nan"), "any"),
        ({"deep": [1, {2, 3}]}, "any.deep[1]"),
        ({"deep": [object()]}, "any.deep[0]"),
        ({7: "x"}, "any"),
        (b"bytes", "any"),
        (endless(), "any.again"),
    ],
)
def test_what_json_cannot_hold_is_refused_at_its_place_in_every_mode(value: Any, path: str) -> None:
    settings = Settings(checks="off")
    request = POST.build(SCHEMA, {"name": "a", "any": value}, settings)
    if isinstance(value, dict) and 7 in value:
        return  # JSON turns such keys into text; nothing is lost
    with pytest.raises(ParameterError) as caught:
        request.encode()
    assert [(one.path, one.rule) for one in caught.value.problems] == [(path, "type")]


def test_an_encoding_error_is_not_chained_to_the_librarys() -> None:
    request = Request(POST, {}, {"x": object()})
    with pytest.raises(ParameterError) as caught:
        request.encode()
    assert caught.value.__context__ is None


def test_a_request_compares_and_pickles() -> None:
    request = POST.build(Object({"ids": Array(String())}), {"ids": ("a",)}, Settings())
    assert pickle.loads(pickle.dumps(request)) == request
