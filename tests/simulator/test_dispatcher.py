"""The dispatcher: routing, methods, bodies, checks and fallback, for operations of any name."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from wecom_client.simulator import Simulator
from wecom_client.simulator.behaviour import Handler
from wecom_client.simulator.dispatcher import Dispatcher
from wecom_client.simulator.refusals import ProblemCodes
from wecom_client.simulator.tokens import TokenIssuer
from wecom_client.simulator.wire import receive

from ..declarations import (
    Answer,
    Array,
    Boolean,
    Check,
    Day,
    Integer,
    Number,
    Object,
    Pagination,
    String,
)
from ..model import nested, outside, path_of
from .helpers import Api, at

_LIST = path_of("list")
_NOW = at("2024-05-15 12:00")


@pytest.mark.parametrize("path", ["/", "/cgi-bin/", "/cgi-bin/no/such", "/externalcontact"])
def test_an_unknown_path_is_a_404(api: Api, path: str) -> None:
    assert api.http.post(api.sim.base_url + path, timeout=60).status_code == 404


def test_a_wrong_method_is_refused_with_40063(api: Api) -> None:
    query = {"access_token": api.renew()}
    assert api.send("GET", _LIST, query=query)["errcode"] == 40063
    query = {"corpid": api.sim.corp_id, "corpsecret": api.sim.secret}
    assert api.send("POST", "gettoken", query=query)["errcode"] == 40063


@pytest.mark.parametrize(
    "body",
    [
        b'{"limit": 1',
        b"\xff\xfe",
        b"[1]",
        b'"limit"',
        b"null",
        b'{"limit": NaN}',
        b'{"limit": 1, "cursor": "\\ud800"}',
        b'{"limit": ' + b"[" * 100_000,
    ],
)
def test_a_body_that_is_no_json_object_is_told(api: Api, body: bytes) -> None:
    answer = api.send("POST", _LIST, query={"access_token": api.renew()}, data=body)
    assert answer["errcode"] == 40058
    assert "Warning: wrong json format." in answer["errmsg"]


def test_an_empty_body_counts_as_an_empty_object(api: Api) -> None:
    answer = api.send("POST", _LIST, query={"access_token": api.renew()})
    assert answer["errcode"] == 40063
    assert "limit" in answer["errmsg"]


@pytest.mark.parametrize(
    ("body", "errcode"),
    [
        ({}, 40063),
        ({"limit": None}, 40063),
        ({"limit": "10"}, 40058),
        ({"limit": True}, 40058),
        ({"limit": 10, "ofset": 0}, 40058),
    ],
)
def test_a_request_that_breaks_its_spec_gets_the_platforms_code(
    api: Api, body: dict[str, Any], errcode: int
) -> None:
    assert api.call("list", **body)["errcode"] == errcode


@pytest.mark.parametrize(
    ("field", "rule", "errcode"),
    [
        ("limit", "minimum", 40058),
        ("limit", "maximum", 701101),
        ("status_filter", "enum", 40058),
        ("owner_filter.userid_list", "maxItems", 701102),
    ],
)
def test_a_value_outside_its_limits_gets_the_platforms_code(
    api: Api, field: str, rule: str, errcode: int
) -> None:
    body = {"limit": 10, **nested(field, outside("list", field, rule))}
    assert api.call("list", **body)["errcode"] == errcode


def test_an_unknown_field_is_refused_by_its_name(api: Api) -> None:
    answer = api.call("list", limit=10, onwer_filter={"userid_list": ["abel"]})
    assert answer["errcode"] == 40058
    assert "onwer_filter" in answer["errmsg"]


def test_the_errmsg_ends_like_the_platforms(api: Api) -> None:
    errmsg = api.call("get", chat_id="none")["errmsg"]
    assert ", hint: [" in errmsg
    address = "https://open.work.weixin.qq.com/devtool/query?e=40050"
    assert errmsg.endswith(f"], from ip: 127.0.0.1, more info at {address}")


def test_the_errmsg_tells_every_problem(api: Api) -> None:
    too_many = outside("transfer", "chat_id_list", "maxItems")
    errmsg = api.call("transfer", chat_id_list=[""] * len(too_many))["errmsg"]
    assert f"chat_id_list: must have at most {len(too_many) - 1} elements" in errmsg
    assert "more" in errmsg


def test_requests_are_recorded_in_order_without_token_and_secret(api: Api, sim: Simulator) -> None:
    api.call("list", limit=1)
    api.send("POST", _LIST, query={"access_token": api.token}, data=b"{")
    assert [(seen.method, seen.operation, seen.body) for seen in sim.requests] == [
        ("GET", "gettoken", None),
        ("POST", _LIST, {"limit": 1}),
        ("POST", _LIST, None),
    ]
    assert sim.requests[1].path == f"/cgi-bin/{_LIST}"
    assert sim.requests[0].query == {"corpid": sim.corp_id, "corpsecret": "***"}
    assert sim.requests[1].query == {"access_token": "***"}
    assert api.token not in repr(sim.requests)
    assert sim.secret not in repr(sim.requests)


def test_text_travels_as_utf8(api: Api, sim: Simulator) -> None:
    chat_id = sim.add_group("zhangsan", name="销售客服群 😀")
    answer = api.call("get", chat_id=chat_id)
    assert answer["group_chat"]["name"] == "销售客服群 😀"


class _Other:
    """A dispatcher of two operations that no behaviour knows, one of them with GET."""

    def __init__(
        self,
        monkeypatch: pytest.MonkeyPatch,
        handlers: Mapping[str, Handler] = {},
        codes: Mapping[str, ProblemCodes] = {},
    ) -> None:
        self.tokens = TokenIssuer(lambda: _NOW)
        query = {"corpid": self.tokens.corp_id, "corpsecret": self.tokens.add_application()}
        self.token = self.tokens.issue(query)["access_token"]
        _add_module(
            monkeypatch,
            "other_spec_create",
            "POST",
            Object({"name": String(min_length=1)}, required=("name",)),
        )
        fields: dict[str, Check] = {
            "count": Integer(maximum=9),
            "since": Day(),
            "share": Number(),
            "deep": Boolean(),
            "name": String(),
        }
        _add_module(monkeypatch, "other_spec_read", "GET", Object(fields))
        self.dispatcher = Dispatcher(
            self.tokens,
            lambda: _NOW,
            handlers=handlers,
            codes=codes,
            operations={"other/create": "other_spec_create", "other/read": "other_spec_read"},
            examples={"other/create": {"errcode": 0, "errmsg": "ok", "id": "example"}},
        )

    def send(self, method: str, path: str, body: bytes = b"", /, **query: str) -> dict[str, Any]:
        query["access_token"] = self.token
        reply = self.dispatcher.answer(receive(method, f"/cgi-bin/{path}", query, body))
        answer = json.loads(reply.body)
        assert isinstance(answer, dict)
        return answer


def _add_module(monkeypatch: pytest.MonkeyPatch, name: str, method: str, request: Object) -> None:
    module: Any = ModuleType(name)
    module.OPERATION = SimpleNamespace(method=method, errcode_required=True, query=(), file="")
    module.REQUEST = request
    monkeypatch.setitem(sys.modules, name, module)


@pytest.fixture
def other(monkeypatch: pytest.MonkeyPatch) -> _Other:
    return _Other(monkeypatch)


def test_an_operation_without_behaviour_is_checked_and_answered_with_its_example(
    other: _Other,
) -> None:
    assert other.send("POST", "other/create", b'{"name": "x"}') == {
        "errcode": 0,
        "errmsg": "ok",
        "id": "example",
    }
    assert other.send("POST", "other/create", b"{}")["errcode"] == 40063


def test_an_example_of_a_page_is_the_last_one(
    other: _Other, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would be answered again and again otherwise, and announce more each time."""
    operation: Any = SimpleNamespace(path="other/create", doc_url="")
    request = Object({"name": String(), "cursor": String()})
    paged: Pagination[str] = Pagination(
        operation, request, Answer, position="cursor", next="id", items="names"
    )
    monkeypatch.setattr(sys.modules["other_spec_create"], "PAGINATION", paged, raising=False)
    assert other.send("POST", "other/create", b'{"name": "x"}') == {"errcode": 0, "errmsg": "ok"}


def test_an_operation_without_an_example_is_answered_with_success(other: _Other) -> None:
    assert other.send("GET", "other/read") == {"errcode": 0, "errmsg": "ok"}


def test_query_parameters_are_read_by_their_type(monkeypatch: pytest.MonkeyPatch) -> None:
    other = _Other(monkeypatch, {"other/read": lambda params, _: {"got": params}})
    sent = {"count": "7", "since": "1600272000", "share": "0.5", "deep": "true", "name": "7"}
    assert other.send("GET", "other/read", b"", **sent)["got"] == {
        "count": 7,
        "since": 1600272000,
        "share": 0.5,
        "deep": True,
        "name": "7",
    }


def test_a_text_is_cut_wherever_its_spec_says_that_the_platform_cuts_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    remark = String(truncates_at=3)
    note = Object({"remark": remark}, additional_properties=True)
    request = Object({"remark": remark, "notes": Array(note)})
    sent = {"remark": "abcd", "notes": [{"remark": "abc", "other": "abcd"}, {"remark": "群群群群"}]}
    other = _Other(monkeypatch, {"other/create": lambda params, _: {"got": params}})
    _add_module(monkeypatch, "other_spec_create", "POST", request)
    assert other.send("POST", "other/create", json.dumps(sent).encode())["got"] == {
        "remark": "abc",
        "notes": [{"remark": "abc", "other": "abcd"}, {"remark": "群群群"}],
    }


@pytest.mark.parametrize(
    "query", [{"count": "10"}, {"count": "x"}, {"count": "1.0"}, {"deep": "1"}, {"nmae": "x"}]
)
def test_query_parameters_are_checked(other: _Other, query: dict[str, str]) -> None:
    assert other.send("GET", "other/read", b"", **query)["errcode"] == 40058


def test_an_operation_may_have_codes_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    other = _Other(monkeypatch, codes={"other/create": {("name", "required"): 41009}})
    assert other.send("POST", "other/create", b"{}")["errcode"] == 41009
