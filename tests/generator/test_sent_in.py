"""`in: query`: parameters of a POST that stand in the address, from the spec to what is sent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .folders import changed, messages, write
from .package import Generated, generate

REQUEST: dict[str, Any] = {
    "kind": {"type": "string", "in": "query", "required": True, "enum": {"a": "A", "b": "B"}},
    "size": {"type": "integer", "in": "query", "maximum": 9},
    "whole": {"type": "boolean", "in": "query"},
    "name": {"type": "string", "required": True},
    "tags": {"type": "array", "items": {"type": "string"}},
}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Generated:
    folder = tmp_path_factory.mktemp("sent-in")
    alone = {"kind": REQUEST["kind"]}
    specs = {
        "rooms/add": changed(request=REQUEST, response=None, examples=None),
        "rooms/touch": changed(request=alone, response=None, examples=None),
    }
    return generate(write(folder / "specs", specs), folder / "package")


def test_what_stands_in_the_address_is_not_in_the_body(package: Generated) -> None:
    found = package.run(
        """
        from wecom_client.rooms.add import build_request
        full = build_request("a", "n", size=3, whole=True, tags=["x"])
        bare = build_request("b", "n")
        show([dict(full.params), full.json, dict(bare.params), bare.json])
        """
    )
    assert found == [
        {"kind": "a", "size": "3", "whole": "true"},
        {"name": "n", "tags": ["x"]},
        {"kind": "b"},
        {"name": "n"},
    ]


def test_a_body_without_parameters_is_an_empty_object(package: Generated) -> None:
    found = package.run(
        """
        from wecom_client.rooms.touch import build_request
        one = build_request("a", extra={"new": 1})
        show([build_request("a").json, one.json, dict(one.params)])
        """
    )
    assert found == [{}, {"new": 1}, {"kind": "a"}]


def test_the_limits_of_what_stands_in_the_address_are_checked(package: Generated) -> None:
    found = package.run(
        """
        from wecom_client.rooms.add import build_request
        try:
            build_request("c", "n", size=10)
        except ParameterError as error:
            show([[one.path, one.rule] for one in error.problems])
        """
    )
    assert found == [["kind", "enum"], ["size", "maximum"]]


def test_the_simulator_takes_them_from_the_address_alone(package: Generated) -> None:
    found = package.run(
        """
        from wecom_client import APIError, WeComClient
        from wecom_client.simulator import Simulator
        with Simulator() as sim:
            with WeComClient(sim.corp_id, sim.secret, base_url=sim.base_url) as wecom:
                codes = [wecom.rooms.add("a", "n", size=3, whole=False).errcode]
                ways = [({}, {"kind": "a", "name": "n"}), ({"kind": "a"}, {"name": "n"})]
                for params, body in ways:
                    try:
                        wecom.call("POST", "rooms/add", params=params, json=body)
                        codes.append(0)
                    except APIError as error:
                        codes.append(error.errcode > 0)
        show(codes)
        """
    )
    assert found == [0, True, 0]


def test_whoever_reads_the_method_learns_where_it_is_sent(package: Generated) -> None:
    text = package.run("from wecom_client.rooms import Rooms\nshow(Rooms.add.__doc__)")
    assert "Sent in the query." in text


PLACED = {"type": "string", "in": "query"}
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"method": "GET", "request": {"x": PLACED}}, "a GET sends every parameter in the query"),
    ({"response": {"x": PLACED}}, "'in' of 'x' belongs to parameters"),
    (
        {"request": {"o": {"type": "object", "properties": {"x": PLACED}}}},
        "'in' of 'x' belongs to parameters, not to what is in them",
    ),
    (
        {"request": {"x": {"type": "array", "in": "query", "items": {"type": "string"}}}},
        "'in' of 'x' says nothing about type 'array'",
    ),
    ({"request": {"x": {"type": "string", "in": "body"}}}, "'in' must be one of query"),
]


@pytest.mark.parametrize(("keys", "says"), WRONG)
def test_a_use_without_sense_is_refused(keys: dict[str, Any], says: str, tmp_path: Path) -> None:
    spec = changed(request=None, response=None, examples=None) | keys
    (found,) = messages(tmp_path, {"rooms/list": spec})
    assert says in found
