"""What a parameter means that is given and empty: nobody, everybody, nothing, or a slip.

A program whose list of owners came out empty must not be answered as if it had asked for everybody.
Each parameter refuses what is empty, or stands here with the reason why a valid call may say it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from operator import getitem
from typing import Any

import pytest

from generator.model import Field, Operation
from wecom_client import ParameterError, WeComClient

from ..model import GROUPCHAT, methods, needs, operations
from .operations import (
    COUNTS_OR_NOT,
    NOON,
    arguments,
    build,
    fields_below,
    file_of,
    parameters,
    path_text,
    put,
)

pytestmark = COUNTS_OR_NOT
MAY_BE_EMPTY = {
    "add_applicable_range{}": "one of two lists, as sender_list; without them it changes nobody",
    "content": "a message of attachments alone; programs that always send a text say so with it",
    "cursor": "an empty cursor is the first page; the loop that begins with '' is a common one",
    "desc": "a link without a description",
    "description": "a customer without one; the page lets it be empty beside another note",
    "link{}": "of conclusions: the page says of none of the parts that it is required",
    "media_id": "an image that pic_url names",
    "miniprogram{}": "of conclusions: the page says of none of the parts that it is required",
    "pic_url": "an image that media_id names",
    "picurl": "a link without a picture",
    "priority_option{}": "of a customer acquisition link: all of it is optional",
    "privilege{}": "create gives the rights that rule groups have by default, edit changes none",
    "remark": (
        "a join way or contact way without a reminder, a customer without a name of the member's "
        "own; what overwrites takes one away with it"
    ),
    "remark_company": "a customer without one; the page lets it be empty beside another note",
    "remark_mobiles[]": "one empty text in the place of numbers takes all of them away",
    "remove_applicable_range{}": "one of two lists, as sender_list; without them it changes nobody",
    "room_base_name": "the platform names the groups; update_join_way takes a name away with it",
    "semantics_list": "of extra_rule: an empty list takes all of them away, as the page says",
    "sender_list{}": "user_list, department_list or both; the page does not say that one is needed",
    "state": "a join way or contact way without a mark; what overwrites takes one away with it",
    "text{}": "a message of attachments alone, as with an empty content",
    "title": "a link of a moment without a title",
    "visible_range{}": "senders, customers or both; the page does not say that one is needed",
}
"""What may be given and empty, by name; elements of an array have its name with [], objects {}.

A list of this name that says `minItems` is refused all the same.
"""


def empties(field: Field) -> Iterator[Any]:
    """Yield every form of nothing that a field of its type can have."""
    if field.is_file:
        yield file_of(0)
    elif field.type == "string":
        yield ""
    elif field.type == "array":
        yield from ([], (), range(0))
    elif field.type == "object":
        yield {}
        yield dict.fromkeys(one.name for one in field.properties)


def cases() -> Iterator[tuple[str, tuple[Any, ...], Any]]:
    for path, operation in operations().items():
        for way, field in fields_below(operation.request):
            if may_be_empty(field) and name_of(way, field) in MAY_BE_EMPTY:
                continue
            for empty in empties(field):
                yield path, way, empty


def name_of(way: tuple[Any, ...], field: Field) -> str:
    name = f"{way[-2]}[]" if isinstance(way[-1], int) else str(way[-1])
    return f"{name}{{}}" if field.type == "object" else name


def open_to_nothing(operation: Operation) -> dict[tuple[Any, ...], Field]:
    """Return the parameters that take what is empty, by the way to each."""
    return {way: field for way, field in fields_below(operation.request) if may_be_empty(field)}


def may_be_empty(field: Field) -> bool:
    if field.type == "object":
        return not any(one.required or one.required_unless_given for one in field.properties)
    if field.type == "array":
        return not field.min_items
    least = "minBytes" if field.is_file else "minLength"
    refuses = field.enum or field.constraints.get(least)
    return field.type == "string" and not (field.required or refuses)


@pytest.mark.parametrize(
    ("path", "way", "empty"),
    list(cases()),
    ids=lambda one: path_text(one) if isinstance(one, tuple) and one else None,
)
def test_what_is_given_and_empty_is_refused_before_anything_is_sent(
    path: str, way: tuple[Any, ...], empty: Any
) -> None:
    values = arguments(operations()[path])
    values = put(values, way, empty, operations()[path].request)
    with pytest.raises(ParameterError) as caught:
        build(path, values)
    place = path_text(way)
    assert any(
        one.path == place or one.path.startswith(f"{place}.") for one in caught.value.problems
    )
    assert {one.rule for one in caught.value.problems} <= {
        "minLength",
        "fileFormats",
        "minBytes",
        "minItems",
        "required",
        "requiredUnlessGiven",
        "enum",
    }


@pytest.mark.parametrize("path", operations())
def test_what_may_be_empty_has_its_reason_and_is_sent_empty(path: str) -> None:
    ways = open_to_nothing(operations()[path])
    assert {name_of(way, field) for way, field in ways.items()} <= MAY_BE_EMPTY.keys()
    for way, field in ways.items():
        operation, nothing = operations()[path], next(empties(field))
        request = build(path, put(arguments(operation), way, nothing, operation.request))
        sent: Any = reduce(getitem, way, parameters(request))
        assert sent == nothing


def test_every_reason_is_of_a_parameter_that_exists() -> None:
    found = [way for one in operations().values() for way in open_to_nothing(one).items()]
    known = {name_of(way, field) for way, field in found}
    assert MAY_BE_EMPTY.keys() <= known


@pytest.mark.parametrize("owners", [{}, {"userid_list": []}, {"userid_list": [""]}])
@pytest.mark.parametrize(
    "method", ["list", "iter_list", "statistic", "iter_statistic", "statistic_all"]
)
@needs("list", "statistic")
def test_no_method_takes_an_empty_filter_for_everybody(method: str, owners: dict[str, Any]) -> None:
    operation = next(
        one
        for path, one in operations().items()
        if path == f"{GROUPCHAT}/{one.name}"
        and method in [one.name, *(job.name for job in one.jobs)]
    )
    given = {**arguments(operation), "owner_filter": owners}
    left_out = {"cursor", "offset", "order_by", "order_asc"} | (
        {"limit"} if "_" in method else set()
    )
    with WeComClient(access_token="t", base_url="http://127.0.0.1:9", clock=lambda: NOON) as client:
        call = getattr(methods(client), method)
        with pytest.raises(ParameterError) as caught:
            list(call(**{name: one for name, one in given.items() if name not in left_out}))
    assert all(one.path.startswith("owner_filter.userid_list") for one in caught.value.problems)
