"""Mistakes in the arguments of `Simulator` and of the calls that arrange its state."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from math import inf, nan
from typing import Any

import pytest

from wecom_client.simulator import Simulator
from wecom_client.simulator.behaviour import setting_checks
from wecom_client.simulator.seeding import CompanySeeding

from ..model import operations


class Wrong:
    """What no argument can be."""


SETTINGS = sorted(setting_checks(Simulator.behaviours.values()))
CALLS = {
    name: call
    for base in inspect.getmro(Simulator)
    if issubclass(base, CompanySeeding) and base.__module__.endswith("seeding")
    for name, call in vars(base).items()
    if inspect.isfunction(call) and not name.startswith("_")
}


def names_of(call: Any) -> list[str]:
    """Return the parameters of a call, without the one that stands for further fields."""
    _, *parameters = inspect.signature(call).parameters.values()
    return [one.name for one in parameters if one.kind is not inspect.Parameter.VAR_KEYWORD]


def needed_of(call: Any) -> list[str]:
    """Return the parameters of a call that cannot be left out."""
    parameters = inspect.signature(call).parameters
    return [name for name in names_of(call) if parameters[name].default is inspect.Parameter.empty]


def arguments() -> Iterator[tuple[str, str]]:
    """Return every argument that a call takes, further fields included."""
    for name, call in CALLS.items():
        for argument in sorted({*names_of(call), *getattr(call, "checks", ())}):
            yield name, argument


def state_of(sim: Simulator) -> list[Any]:
    """Return all that a test can look at."""
    properties = inspect.getmembers(type(sim), lambda one: isinstance(one, property))
    return [repr(getattr(sim, name)) for name, _ in properties if name != "base_url"]


def mappings_of(sim: Simulator) -> Iterator[Mapping[Any, Any]]:
    """Yield the records that a test can look at, of which two simulators may have equal ones."""
    for name, _ in inspect.getmembers(type(sim), lambda one: isinstance(one, property)):
        if (
            name[0] != "_"
            and name != "base_url"
            and isinstance(value := getattr(sim, name), Mapping)
        ):
            yield value


@pytest.mark.parametrize(("call", "argument"), list(arguments()), ids=str)
def test_an_argument_of_a_wrong_type_is_told_by_its_name_and_changes_nothing(
    call: str, argument: str
) -> None:
    sim = Simulator(lambda: 1_700_000_000)
    before = state_of(sim)
    given: dict[str, Any] = dict.fromkeys(needed_of(CALLS[call]), "x")
    with pytest.raises(ValueError, match=rf"^{call}: (.*; )?{argument} must ") as raised:
        getattr(sim, call)(**{**given, argument: Wrong()})
    assert "Wrong" in str(raised.value)
    assert state_of(sim) == before


@pytest.mark.parametrize("call", CALLS)
def test_a_call_names_itself_where_it_is_called_in_no_way_that_it_can_be(call: str) -> None:
    with pytest.raises(TypeError, match=rf"^{call}\(\) "):
        getattr(Simulator(), call)(*["x"] * 30)


@pytest.mark.parametrize(("call", "argument"), list(arguments()), ids=str)
def test_what_no_answer_could_hold_is_refused(call: str, argument: str) -> None:
    sim = Simulator(lambda: 1_700_000_000)
    before = state_of(sim)
    given = dict.fromkeys(needed_of(CALLS[call]), "x")
    half = "\ud800"
    for value in (half, [half], {"x": half}, {"x": nan}, {"x": Wrong()}, {"x": {"y": b"z"}}):
        with pytest.raises(ValueError, match=rf"^{call}: (.*; )?{argument}\S* (must|is) "):
            getattr(sim, call)(**{**given, argument: value})
    assert state_of(sim) == before


@pytest.mark.parametrize("call", CALLS)
def test_what_cannot_be_left_out_cannot_be_none(call: str) -> None:
    parameters = inspect.signature(CALLS[call]).parameters
    needed = [
        name for name in needed_of(CALLS[call]) if "None" not in str(parameters[name].annotation)
    ]
    if not needed:
        return
    with pytest.raises(ValueError, match="must not be None") as raised:
        getattr(Simulator(), call)(**dict.fromkeys(needed))
    assert [name for name in needed if f"{name} must not be None" not in str(raised.value)] == []


@pytest.mark.parametrize("name", SETTINGS)
@pytest.mark.parametrize("value", [-1, -0.5, inf, nan, "5", b""], ids=repr)
def test_a_setting_that_cannot_be_is_refused_wherever_it_is_set(name: str, value: Any) -> None:
    with pytest.raises(ValueError, match=f"^Simulator: {name} must "):
        Simulator(**{name: value})
    sim = Simulator()
    before = getattr(sim, name)
    with pytest.raises(ValueError, match=f"^Simulator: {name} must "):
        setattr(sim, name, value)
    assert getattr(sim, name) == before


@pytest.mark.parametrize("name", [name for name in SETTINGS if name != "visible_people"])
def test_a_setting_cannot_be_none(name: str) -> None:
    given: dict[str, Any] = {name: None}
    with pytest.raises(ValueError, match=f"{name} must not be None"):
        Simulator(**given)


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ({"clock": 5}, "clock must be a function that returns Unix seconds, is 5"),
        ({"port": -1}, "port must be at least 0"),
        ({"port": 65536}, "port must be at most 65535"),
        ({"port": "8080"}, "port must be an integer, is str '8080'"),
        ({"port": None}, "port must not be None"),
        ({"record_requests": 1}, "record_requests must be True or False"),
        ({"visible_people": -1, "port": "x"}, "port must .*; visible_people must"),
    ],
)
def test_an_option_that_cannot_be_is_refused(options: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValueError, match=f"^Simulator: {complaint}"):
        Simulator(**options)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("transfer_page_size", 0),
        ("transfer_page_size", 1001),
        ("transfer_delay", 86_401),
        ("mass_message_period", 30),
        ("visible_people", True),
    ],
)
def test_a_setting_has_the_limits_of_what_it_means(name: str, value: Any) -> None:
    if name not in SETTINGS:
        pytest.skip("the specs lack its group")
    with pytest.raises(ValueError, match=f"{name} must "):
        setattr(Simulator(), name, value)


def test_several_mistakes_of_a_call_are_told_at_once() -> None:
    sim = Simulator()
    with pytest.raises(ValueError, match=r"name must be .*; last_login must") as found:
        sim.add_member("abel", name=7, last_login=-5)  # type: ignore[arg-type]
    assert "add_member: " in str(found.value)
    assert not sim.members


TAKING_ATTACHMENTS = {
    "add_moment": "externalcontact/add_moment_task",
    "add_mass_message": "externalcontact/add_msg_template",
    "add_welcome_template": "externalcontact/group_welcome_template/add",
}


@pytest.mark.parametrize("call", TAKING_ATTACHMENTS)
@pytest.mark.parametrize("kind", ["image", "video", "link", "miniprogram", "file"])
def test_an_attachment_that_lacks_what_answers_tell_of_it_is_refused(call: str, kind: str) -> None:
    sim = Simulator()
    if TAKING_ATTACHMENTS[call] not in operations():
        pytest.skip("the specs lack the operation, and so what it takes")
    sim.add_customer("abel", "wm-1")
    before = state_of(sim)
    for content in ({}, {"title": "x"}, {"media_id": ""}, {"media_id": 7}, "x"):
        given: dict[str, Any] = {"attachments": [{"msgtype": kind, kind: content}]}
        if call == "add_welcome_template":
            given = {kind: content}
        creator = {} if call == "add_welcome_template" else {"creator": "abel"}
        with pytest.raises(ValueError, match=f"^{call}: .*(must|required)"):
            getattr(sim, call)(text="x", **creator, **given)
    assert state_of(sim) == before


@pytest.mark.parametrize("call", CALLS)
def test_none_is_as_good_as_left_out_wherever_something_can_be(call: str) -> None:
    further = sorted({*CALLS[call].checks} - {*names_of(CALLS[call])})  # type: ignore[attr-defined]
    needed = dict.fromkeys(needed_of(CALLS[call]), "x")
    made = []
    for given in ({}, dict.fromkeys(further)):
        sim = Simulator(lambda: 1_700_000_000)
        try:
            getattr(sim, call)(**needed, **given)
        except ValueError as error:
            made.append([str(error)])
        else:
            made.append([repr(one) for one in mappings_of(sim)])
    assert made[0] == made[1]
