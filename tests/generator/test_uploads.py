"""`format: binary`: a parameter that is a file, from the spec to what is sent."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.changes.field_changes import request_changes
from generator.changes.rules import RULES
from generator.targets.json_schema import render

from .folders import api, changed, messages, operation, write
from .package import Generated, generate

FILE: dict[str, Any] = {"type": "string", "format": "binary"}
KIND: dict[str, Any] = {"type": "integer", "in": "query", "required": True}
REQUEST: dict[str, Any] = {
    "kind": KIND,
    "media": {**FILE, "required": True, "minBytes": 2, "maxBytes": 9},
}


FORMATTED: dict[str, Any] = {
    "kind": {**KIND, "type": "string", "enum": {"image": "a picture", "other": "anything"}},
    "media": {**FILE, "required": True, "fileFormats": {"kind": {"image": ["JPG", "PNG"]}}},
}


def spec(**request: Any) -> dict[str, Any]:
    return changed(request=request or REQUEST, response=None, examples=None)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Generated:
    folder = tmp_path_factory.mktemp("uploads")
    specs = {
        "rooms/paint": spec(),
        "rooms/look": spec(media=FILE),
        "rooms/show": spec(**FORMATTED),
        # whose answer has a class called File
        "rooms/read": changed(
            request={"picture": FILE},
            response={"file": {"type": "object", "properties": {"id": {"type": "string"}}}},
            examples=None,
        ),
    }
    return generate(write(folder / "specs", specs), folder / "package")


def test_a_file_is_the_body_and_all_else_stands_in_the_address(package: Generated) -> None:
    found = package.run(
        """
        from wecom_client import File
        from wecom_client.rooms import look, paint, read
        one = paint.build_request(3, File("a", b"ab"), extra={"new": "x"})
        none = look.build_request()
        show([dict(one.params), one.json, list(one.files), none.files, none.encode() is None,
              list(read.build_request(picture=File("a", b"")).files)])
        """
    )
    assert found == [{"kind": "3", "new": "x"}, None, ["media"], {}, False, ["picture"]]


def test_its_size_is_checked(package: Generated) -> None:
    found = package.run(
        """
        from wecom_client import File
        from wecom_client.rooms.paint import build_request
        values = [File("a", b"1"), File("a", b"1" * 10), "a", None]
        show([refused(build_request, 1, value) for value in values])
        """
    )
    assert found == [[["media", rule]] for rule in ("minBytes", "maxBytes", "type", "required")]


def test_what_is_extra_is_something_that_an_address_can_hold(package: Generated) -> None:
    found = package.run(
        """
        from wecom_client import File
        from wecom_client.rooms.paint import build_request
        show(refused(build_request, 1, File("a", b"ab"), extra={"new": [1]}))
        """
    )
    assert found == [["extra.new", "type"]]


def test_the_simulator_takes_it_and_refuses_a_form_without_it(package: Generated) -> None:
    found = package.run(
        """
        from wecom_client import APIError, File, WeComClient
        from wecom_client.simulator import Simulator

        def code(*arguments, **options):
            try:
                with WeComClient(sim.corp_id, sim.secret, base_url=sim.base_url, **options) as one:
                    return one.rooms.paint(*arguments).errcode
            except APIError as error:
                return error.errcode

        with Simulator() as sim:
            codes = [code(1, File("a", b"ab"))]
            wrong = [None, File("a", b"1"), File("a", b"1" * 10)]
            codes += [code(1, one, checks="off") for one in wrong]
            codes += [code("x", File("a", b"ab"), checks="off")]
            with WeComClient(sim.corp_id, sim.secret, base_url=sim.base_url) as wecom:
                try:
                    wecom.call("POST", "rooms/paint", params={"kind": 1}, json={"media": "ab"})
                except APIError as error:
                    codes.append(error.errcode)
            show([codes, sorted(sim.requests[1].files), sim.requests[1].body])
        """
    )
    assert found == [[0, 44001, 40006, 45001, 40058, 44001], ["media"], None]


def test_a_file_of_another_format_is_refused_by_both_clients_and_by_the_simulator(
    package: Generated,
) -> None:
    found = package.run(
        """
        import asyncio
        from wecom_client import APIError, AsyncWeComClient, File, ParameterError, WeComClient
        from wecom_client.simulator import Simulator

        FILES = [File("a.gif", b"\\x89PNG\\r\\n\\x1a\\n"), File("a.png", b"GIF89a")]

        def outcome(error):
            return getattr(error, "errcode", None) or error.problems[0].rule

        async def codes(**options):
            found = []
            async with AsyncWeComClient(sim.corp_id, sim.secret, **options) as later:
                with WeComClient(sim.corp_id, sim.secret, **options) as now:
                    for kind in ("image", "other"):
                        for file in FILES:
                            try:
                                found.append(now.rooms.show(kind, file).errcode)
                            except (APIError, ParameterError) as error:
                                found.append(outcome(error))
                            try:
                                found.append((await later.rooms.show(kind, file)).errcode)
                            except (APIError, ParameterError) as error:
                                found.append(outcome(error))
            return found

        with Simulator() as sim:
            show([asyncio.run(codes(base_url=sim.base_url)),
                  asyncio.run(codes(base_url=sim.base_url, checks="off"))])
        """
    )
    assert found == [
        [0, 0, "fileFormats", "fileFormats", 0, 0, 0, 0],
        [0, 0, 40004, 40004, 0, 0, 0, 0],
    ]


def test_whoever_reads_the_method_learns_what_to_pass(package: Generated) -> None:
    text = package.run("from wecom_client.rooms import Rooms\nshow(Rooms.paint.__doc__)")
    told = " ".join(text.split())
    assert "A wecom_client.File: File.read(path), or File(name, content)" in told
    assert "2 to 9 bytes." in told
    assert "UTF-8" not in told
    text = package.run("from wecom_client.rooms import Rooms\nshow(Rooms.show.__doc__)")
    assert "JPG or PNG where kind is image." in " ".join(text.split())


def test_json_schema_says_that_it_is_a_file(tmp_path: Path) -> None:
    files = render(api(tmp_path, {"rooms/paint": spec()}))
    media = json.loads(files["schemas/rooms/paint.json"])["$defs"]["request"]["properties"]["media"]
    assert (media["type"], media["contentMediaType"]) == ("string", "application/octet-stream")
    assert "minBytes" not in media
    assert media["description"].endswith("multipart/form-data. 2 to 9 bytes.")
    files = render(api(tmp_path / "other", {"rooms/show": spec(**FORMATTED)}))
    media = json.loads(files["schemas/rooms/show.json"])["$defs"]["request"]["properties"]["media"]
    assert "fileFormats" not in media
    assert media["description"].endswith("form-data. JPG or PNG where kind is image.")


TWO = {"type": "string", "in": "query", "enum": {"a": "A", "b": "B"}}
NESTED = {"type": "object", "properties": {"x": FILE}}
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"method": "GET", "request": {"x": FILE}}, "'x' is a file, and a GET has no body"),
    ({"response": {"x": FILE}}, "'format: binary' of 'x' belongs to parameters"),
    ({"response": {"o": NESTED}}, "'format: binary' of 'x' belongs to parameters"),
    ({"request": {"o": {**NESTED}}}, "belongs to a parameter itself, not to what is in one"),
    ({"request": {"o": {"type": "array", "items": FILE}}}, "belongs to a parameter itself"),
    ({"request": {"x": FILE, "y": FILE}}, "'y' is a second file beside 'x'"),
    ({"request": {"x": FILE, "y": {"type": "string"}}}, "say 'in: query' of 'y'"),
    ({"request": {"x": {**FILE, "type": "integer"}}}, "only about string"),
    ({"request": {"x": {"type": "string", "format": "day"}}}, "only about integer"),
    *(
        ({"request": {"x": {**FILE, key: value}}}, f"{key!r} of 'x' says nothing beside")
        for key, value in {
            "minLength": 1, "maxLength": 2, "pattern": "^a$", "enum": {"a": "A"}, "default": "a",
            "truncatesAt": 3, "in": "query",
        }.items()
    ),
    (
        {"request": {"x": {**FILE, "fileFormats": {"k": {"c": ["PNG"]}}}, "k": TWO}},
        "'k' can never be that value",
    ),
    (
        {"request": {"x": {**FILE, "fileFormats": {"y": {"a": ["PNG"]}}}, "k": TWO}},
        "'fileFormats' of 'x' names 'y'",
    ),
    (
        {"request": {"x": {**FILE, "fileFormats": {"k": {"a": ["TIFF"]}}}, "k": TWO}},
        "must be one of JPG, PNG, MP4",
    ),
    (
        {"request": {"x": {"type": "string", "fileFormats": {"k": {"a": ["PNG"]}}}, "k": TWO}},
        "'fileFormats' of 'x' needs 'format: binary'",
    ),
    (
        {"request": {"x": {**FILE, "minBytes": 3, "maxBytes": 2}}},
        "'minBytes' of 'x' is 3, above its 'maxBytes' of 2",
    ),
    (
        {"request": {"x": FILE}, "batch": {"parameter": "x", "argument": "xs"}},
        "'batch' cannot be over 'x', a file",
    ),
    (
        {"request": {"x": {**FILE, "minBytes": 3}}, "examples": {"request": {"x": "ab"}}},
        "the example breaks its own spec",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("keys", "says"), WRONG)
def test_a_use_without_sense_is_refused(keys: dict[str, Any], says: str, tmp_path: Path) -> None:
    wrong = changed(request=None, response=None, examples=None) | keys
    (found,) = messages(tmp_path, {"rooms/list": wrong})
    assert says in found


@pytest.mark.parametrize("to_file", [True, False])
def test_a_text_that_becomes_a_file_or_was_one_breaks_callers(
    to_file: bool, tmp_path: Path
) -> None:
    sides = [
        operation(tmp_path / name, spec(media=media)).request
        for name, media in (("text", {"type": "string", "in": "query"}), ("file", FILE))
    ]
    old, new = sides if to_file else reversed(sides)
    found = {one.rule for one in request_changes("rooms/list", old, new)}
    assert "request.format.changed" in found
    assert "request.format.changed" in RULES
