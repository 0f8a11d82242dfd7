"""Every operation through the generated client: examples, signatures, the simulator."""

from __future__ import annotations

import contextlib
import copy
import importlib
import inspect
import pickle
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, get_type_hints

import pytest

import wecom_client
from generator.model import Field
from generator.targets.python.naming import python_name
from wecom_client import (
    NotFoundError,
    ParameterError,
    PartialFailureError,
    TooLargeError,
    WeComClient,
)
from wecom_client.simulator import Simulator
from wecom_client.simulator.query import values_of

from ..declarations import Answer, Record
from ..model import OPERATIONS, SPECS, fill, limit, methods, needs, operation, operations, outside
from .operations import COUNTS_OR_NOT, DAY, NOON, TODAY, arguments, method_at, module

UTC8 = timezone(timedelta(hours=8))


@pytest.fixture
def sim() -> Iterator[Simulator]:
    with Simulator(clock=lambda: NOON) as simulator:
        yield simulator


@pytest.fixture
def wecom(sim: Simulator) -> Iterator[WeComClient]:
    with WeComClient(sim.corp_id, sim.secret, base_url=sim.base_url, clock=lambda: NOON) as client:
        yield client


def answer_class(path: str) -> type[Answer]:
    """Return the class of an operation's answer."""
    owner = module(path)
    return next(
        one
        for one in vars(owner).values()
        if isinstance(one, type) and issubclass(one, Answer) and one.__module__ == owner.__name__
    )


@pytest.mark.parametrize("path", operations())
def test_every_operation_says_what_it_does_to_what_the_platform_holds(
    path: str, wecom: WeComClient
) -> None:
    stated = operations()[path]
    assert module(path).OPERATION.effect == stated.effect
    assert stated.effect in ("read", "write", "destroy")
    # What only reads may be asked again; what does not, says why it may or may not.
    assert stated.repeatable or stated.effect != "read"
    assert stated.repeatable_reason
    told = " ".join(method_at(wecom, path).__doc__.split())
    assert ("no other call brings back" in told) is (stated.effect == "destroy")


def test_every_operation_is_a_method_at_its_url_path(wecom: WeComClient) -> None:
    files = {one.relative_to(SPECS).with_suffix("").as_posix() for one in SPECS.rglob("*/*.yaml")}
    assert operations().keys() == {one for one in files if not one.endswith("/_shapes")}
    for path in operations():
        assert callable(method_at(wecom, path))
        where = ".".join(map(python_name, path.split("/")))
        assert importlib.import_module(f"wecom_client.{where}").build_request


@pytest.mark.parametrize("path", operations())
def test_required_parameters_come_first_and_optional_ones_are_keywords(
    path: str, wecom: WeComClient
) -> None:
    found = inspect.signature(method_at(wecom, path)).parameters
    fields = operations()[path].request
    required = [field.name for field in fields if field.required]
    optional = [field.name for field in fields if not field.required]
    assert list(found) == [*required, *optional, "extra"]
    assert all(found[name].kind is inspect.Parameter.POSITIONAL_OR_KEYWORD for name in required)
    optional.append("extra")
    assert all(found[name].kind is inspect.Parameter.KEYWORD_ONLY for name in optional)
    assert all(found[name].default is None for name in optional)


@pytest.mark.parametrize("path", operations())
def test_hovering_tells_title_page_every_parameter_and_what_is_raised(path: str) -> None:
    operation = operations()[path]
    with WeComClient(access_token="t") as client:
        said = inspect.getdoc(method_at(client, path)) or ""
    for part in (operation.title, operation.page, *(["APIError: "] if operation.errors else [])):
        assert part in said
    for field in operation.request:
        assert f"{field.name}: " in said
    for code in operation.errors:
        assert str(code) in said
    for quota in operation.quotas:
        assert str(quota.limit) in said


def read(record: Any, fields: tuple[Field, ...]) -> dict[str, Any]:
    """Read every field of an answer and return it as the JSON that it came from."""
    found = {}
    for field in fields:
        value = getattr(record, python_name(field.name))
        if field.name not in record.raw:
            assert value in (None, ())
            continue
        if field.type == "object" and value is not None:
            value = read(value, field.properties)
        elif field.type == "array" and field.items is not None:
            inner = field.items
            value = [read(one, inner.properties) if inner.properties else one for one in value]
        if value is not None:
            found[field.name] = value
    return found


@pytest.mark.parametrize("path", operations())
def test_every_field_of_the_documents_example_is_read_back(path: str) -> None:
    operation = operations()[path]
    example = copy.deepcopy(dict(operation.example_response))
    answer = answer_class(path)(copy.deepcopy(example))
    assert {"errcode": answer.errcode, "errmsg": answer.errmsg} | read(
        answer, operation.response
    ) == example
    assert answer.raw == example
    assert pickle.loads(pickle.dumps(answer)) == answer


@pytest.mark.parametrize("path", operations())
def test_an_answer_with_nothing_in_it_reads_as_none_and_empty(path: str) -> None:
    answer = answer_class(path)({"errcode": 0})
    for field in operations()[path].response:
        assert getattr(answer, field.name) in (None, ())


@pytest.mark.parametrize("path", operations())
def test_annotations_say_none_only_where_the_document_makes_a_field_conditional(path: str) -> None:
    pending: list[tuple[type[Record], tuple[Field, ...]]] = [
        (answer_class(path), operations()[path].response)
    ]
    while pending:
        record, fields = pending.pop()
        source = inspect.get_annotations(record)
        for field in fields:
            # an array that is absent is ()
            may_lack = bool(field.condition) and field.type != "array"
            assert ("None" in source[field.name]) == may_lack
        hints = get_type_hints(record)
        for field in fields:
            inner = field.items if field.items is not None else field
            kinds = [hints[field.name], *getattr(hints[field.name], "__args__", ())]
            pending += [
                (kind, inner.properties)
                for kind in kinds
                if isinstance(kind, type) and issubclass(kind, Record)
            ]


@COUNTS_OR_NOT
@pytest.mark.parametrize("path", operations())
def test_the_documents_example_reaches_the_wire_as_it_stands(
    path: str, sim: Simulator, wecom: WeComClient
) -> None:
    values = arguments(operations()[path])
    target = method_at(wecom, path)
    # the simulator knows none of the example's groups; what counts here is what it received
    with contextlib.suppress(wecom_client.APIError):
        target(**values)
    seen = sim.requests[-1]
    spec = operations()[path]
    query = values_of(seen.query, module(path).REQUEST)
    assert (seen.method, seen.path) == (spec.method, f"/cgi-bin/{path}")
    in_query = {one.name for one in spec.request if spec.method == "GET" or one.sent_in}
    files = {one.name for one in spec.request if one.is_file}
    body = {name: one for name, one in values.items() if name not in in_query | files}
    assert query == {name: one for name, one in values.items() if name in in_query}
    assert seen.body == (None if spec.method == "GET" or files else body)
    assert (seen.files or {}) == {name: values[name] for name in files}


def test_two_problems_come_in_one_error_and_nothing_is_sent(
    sim: Simulator, wecom: WeComClient
) -> None:
    too_few = outside("transfer", "chat_id_list", "minItems")
    with pytest.raises(ParameterError) as caught:
        methods(wecom).transfer(too_few, 7)
    assert {(one.path, one.rule) for one in caught.value.problems} == {
        ("chat_id_list", "minItems"),
        ("new_owner", "type"),
    }
    assert caught.value.operation == operation("transfer").path
    assert caught.value.doc_url == operation("transfer").page
    assert sim.requests == []


def test_a_group_of_somebody_who_left_is_handed_over(sim: Simulator, wecom: WeComClient) -> None:
    chat = sim.add_group("lisi", name="售后群", members=["wm-customer"])
    kept = sim.add_group("wangwu")
    sim.add_member("zhangsan")
    sim.resign("lisi")
    sent = fill("transfer", "chat_id_list", [chat, kept])
    answer = methods(wecom).transfer(sent, "zhangsan")
    assert sim.groups[chat].owner == "zhangsan"
    assert [one.chat_id for one in answer.failed_chat_list] == [kept]
    with pytest.raises(PartialFailureError, match=r"90500.*onjob_transfer"):
        answer.raise_for_failures()


def test_groups_are_listed_page_by_page(sim: Simulator, wecom: WeComClient) -> None:
    chats = {sim.add_group("zhangsan") for _ in range(5)}
    found, cursor = set(), None
    while cursor != "":
        page = methods(wecom).list(2, cursor=cursor)
        found |= {group.chat_id for group in page.group_chat_list}
        cursor = page.next_cursor
    assert found == chats


def test_a_visible_range_above_a_thousand_people_wants_an_owner_filter(
    sim: Simulator, wecom: WeComClient
) -> None:
    sim.visible_people = 1001
    with pytest.raises(TooLargeError, match="owner_filter"):
        methods(wecom).list(10)


def test_names_come_only_when_they_are_asked_for(sim: Simulator, wecom: WeComClient) -> None:
    chat = sim.add_group("zhangsan", members=[{"userid": "wm-customer", "name": "王语嫣"}])
    groupchat = methods(wecom)
    assert {one.name for one in groupchat.get(chat).group_chat.member_list} == {None}
    assert "王语嫣" in {
        one.name for one in groupchat.get(chat, need_name=True).group_chat.member_list
    }


def test_a_join_way_is_made_read_overwritten_and_deleted(
    sim: Simulator, wecom: WeComClient
) -> None:
    chats = fill("add_join_way", "chat_id_list", [sim.add_group("zhangsan")])
    groupchat = methods(wecom)
    config = groupchat.add_join_way(
        2, chats, remark="展会", auto_create_room=False, mark_source=False
    ).config_id
    made = groupchat.get_join_way(config).join_way
    assert (made.scene, made.remark, made.auto_create_room) == (2, "展会", 0)
    assert made.mark_source is False
    assert made.qr_code
    groupchat.update_join_way(config, 1, chats)
    changed = groupchat.get_join_way(config).join_way
    assert (changed.scene, changed.auto_create_room, changed.mark_source) == (1, 1, True)
    assert changed.qr_code not in (None, made.qr_code)
    assert changed.remark in (None, "")
    groupchat.del_join_way(config)
    with pytest.raises(NotFoundError) as caught:
        groupchat.get_join_way(config)
    assert caught.value.errcode == 41044


NIGHT = datetime(2023, 12, 15, tzinfo=UTC8)


@pytest.mark.parametrize(
    "form",
    [
        lambda midnight: int(midnight.timestamp()),
        lambda midnight: midnight.date(),
        lambda midnight: midnight.replace(hour=9, minute=30),
        lambda midnight: (midnight + timedelta(hours=1)).astimezone(UTC),
    ],
    ids=["seconds", "date", "in the morning", "the day before in UTC"],
)
@pytest.mark.parametrize("name", ["statistic", "statistic_group_by_day"])
def test_statistics_take_a_day_in_every_form(
    form: Callable[[datetime], Any], name: str, sim: Simulator, wecom: WeComClient
) -> None:
    ago = limit(name, "day_begin_time", "minDaysAgo")
    sim.add_group("zhangsan", create_time=NOON - (ago + 2) * DAY)
    owners = fill(name, "owner_filter.userid_list", ["zhangsan"])
    day = form(NIGHT - timedelta(days=ago))
    (record,) = getattr(methods(wecom), name)(day, {"userid_list": owners}).items
    assert sim.requests[-1].body["day_begin_time"] == TODAY - ago * DAY
    assert record.data.chat_total == 1
    assert record.raw.get("stat_time", TODAY - ago * DAY) == TODAY - ago * DAY
    assert record.raw.get("owner", "zhangsan") == "zhangsan"


@pytest.mark.parametrize("mode", ["warn", "off"])
def test_a_limit_that_the_platform_relaxed_locks_nobody_out(mode: Any, sim: Simulator) -> None:
    too_many = outside("list", "limit", "maximum")
    with (
        WeComClient(
            sim.corp_id, sim.secret, base_url=sim.base_url, checks=mode, clock=lambda: NOON
        ) as wecom,
        pytest.raises(wecom_client.InvalidRequestError),
    ):
        methods(wecom).list(too_many)
    assert sim.requests[-1].body == {"limit": too_many}


def test_public_names_are_listed_and_exist() -> None:
    for name in wecom_client.__all__:
        assert getattr(wecom_client, name)
    assert OPERATIONS.keys() == {*operations(), "gettoken"}


@needs("list")
@pytest.mark.parametrize(
    ("owners", "rule"), [({}, "required"), ({"userid_list": []}, "minItems")], ids=["{}", "[]"]
)
def test_a_filter_without_owners_does_not_mean_everybody(owners: Any, rule: str) -> None:
    client = WeComClient(access_token="t", base_url="http://127.0.0.1:9")
    with pytest.raises(ParameterError) as caught:
        methods(client).list(1, owner_filter=owners)
    assert [(one.path, one.rule) for one in caught.value.problems] == [
        ("owner_filter.userid_list", rule)
    ]
