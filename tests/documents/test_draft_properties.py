"""Whatever facts a reader gives, the draft is valid, generates, and holds what it was made from."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.documents.facts import FieldFact, OperationFacts, QuotaFact
from generator.targets import read_api, render

from .built_facts import document, drafted, fact, operation

NAMES = ["id", "name", "type", "list", "class", "raw", "extra", "x-y", "1st", "_id", "end", "b2"]
TYPES = ["string", "integer", "number", "boolean", "array", "object", None]
VALUES = st.sampled_from([0, 1, 2, 7, -3, 1.5, "a", "b", "", "1", "群", True, False])
NUMBERS = st.sampled_from([-1, 0, 1, 2, 20, 0.5, 10**15])
LIMITS = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("minItems", "maxItems", "minLength", "maxLength"), st.integers(0, 9)),
        **dict.fromkeys(("minimum", "maximum", "multipleOf"), NUMBERS),
        **dict.fromkeys(("minDaysAgo", "maxDaysAgo", "maxSpanDays"), st.integers(0, 200)),
        "maxBytes": st.integers(0, 64),
        "truncatesAt": st.integers(0, 5),
        "uniqueItems": st.just(True),
        "default": VALUES,
        "defaultFrom": st.sampled_from(NAMES),
        "ignoredUnless": st.builds(lambda name, value: {name: value}, st.sampled_from(NAMES), VALUES),
        "format": st.just("day"),
        "pattern": st.sampled_from(["^a$", "[", "(?<=a)b"]),
    },
)  # fmt: skip
ENUMS = st.dictionaries(VALUES, st.just("meaning"), max_size=3)
JSON = st.recursive(
    VALUES | st.none(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=3)
    ),
    max_leaves=8,
)


@st.composite
def fields(draw: st.DrawFn, *, answers: bool) -> tuple[FieldFact, ...]:
    """Return a tree of fields, as flat as facts have them."""
    found: list[FieldFact] = []
    homes = [""]
    for _ in range(draw(st.integers(0, 6))):
        home = draw(st.sampled_from(homes))
        path = f"{home}.{draw(st.sampled_from(NAMES))}".lstrip(".")
        if any(one.path == path for one in found):
            continue
        kind = draw(st.sampled_from(TYPES))
        origin = draw(st.sampled_from(["table", "table", "table", "example"]))
        worded = kind if origin == "table" else ""
        limits = draw(LIMITS) if worded else {}
        if answers and draw(st.booleans()):
            limits["condition"] = True
        found.append(
            fact(
                path,
                kind,
                type_text=worded or "",
                origin=origin,
                required=draw(st.sampled_from([True, False, None])) if worded else None,
                in_query=draw(st.booleans()) and "." not in path,
                sent_empty=draw(st.booleans()),
                element_type=draw(st.sampled_from(TYPES)) if kind == "array" and worded else None,
                limits=limits,
                enum=draw(ENUMS) if worded else {},
            )
        )
        homes.append(path)
    return tuple(found)


@st.composite
def operations(draw: st.DrawFn) -> OperationFacts:
    keys: dict[str, Any] = {
        "method": draw(st.sampled_from(["GET", "POST"])),
        "response": draw(fields(answers=True)),
        "security": draw(st.sampled_from(["access_token", "none"])),
    }
    for side in ("example_request", "example_response"):
        if draw(st.booleans()):
            keys[side] = draw(JSON)
    quota = st.builds(QuotaFact, st.integers(0, 3), st.sampled_from([None, 0, 1]), st.just(3))
    quota |= st.builds(QuotaFact, st.integers(0, 3), st.none(), st.just(3), st.just("month"))
    one = operation(
        *draw(fields(answers=False)), quotas=tuple(draw(st.lists(quota, max_size=1))), **keys
    )
    if draw(st.booleans()):
        return one
    return operation(*one.request, key="gettoken", response=one.response, method="GET")


@pytest.mark.slow
@given(operations())
@settings(max_examples=30, deadline=None)
def test_every_draft_is_valid_and_holds_its_facts(one: OperationFacts) -> None:
    with tempfile.TemporaryDirectory() as folder:
        page = document(one)
        made = drafted(Path(folder), page)
        assert made.made.left_out == {}
        assert render(read_api(Path(folder)))
        assert made.made.findings == ()
        assert made.check(page).findings == ()
