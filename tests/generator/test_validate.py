"""What is wrong with a spec is named with its place and what to do about it."""

from __future__ import annotations

import builtins
import keyword
import os
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml

from .folders import api, changed, messages, operation, operations, rendered, write
from .package import ROOT

IDS = {"type": "array", "items": {"type": "string"}}


def field(**keys: Any) -> dict[str, Any]:
    """Return a spec with one parameter `x`."""
    return changed(request={"x": keys}, examples=None)


PROBLEMS: list[tuple[str, dict[str, Any], str]] = [
    ("an unknown key", changed(sumary="x"), "did you mean 'summary'?"),
    ("a misspelt limit", field(type="array", maxItem=3, items={"type": "string"}), "'maxItems'?"),
    ("a key that is like no other", changed(zzz=1), "known ones: title"),
    ("a missing key", changed(title=None), "lacks 'title'"),
    ("a text for a number", field(type="string", maxLength="ten"), "must be a whole number"),
    ("a number for a text", changed(summary=7), "must be text"),
    ("a wrong type name", field(type="strng"), "did you mean 'string'?"),
    ("a wrong method", changed(method="PUT"), "must be one of POST, GET"),
    ("a negative length", field(type="string", minLength=-1), "must be at least 0"),
    ("a page that is no address", changed(page="see above"), "does not fit"),
    ("minimum above maximum", field(type="integer", minimum=5, maximum=4), "above its 'maximum'"),
    ("minLength above maxLength", field(type="string", minLength=5, maxLength=4), "'maxLength'"),
    ("minBytes above maxBytes", field(type="string", minBytes=5, maxBytes=4), "'maxBytes'"),
    (
        "minItems above maxItems",
        field(type="array", minItems=5, maxItems=4, items={"type": "string"}),
        "above its 'maxItems' of 4",
    ),
    (
        "minDaysAgo above maxDaysAgo",
        field(type="integer", format="day", minDaysAgo=5, maxDaysAgo=4),
        "above its 'maxDaysAgo'",
    ),
    ("a default below the minimum", field(type="integer", minimum=5, default=4), "'default'"),
    ("a default that is no choice", field(type="integer", enum={"1": "a"}, default=4), "'default'"),
    ("a default of another type", field(type="integer", default="4"), "'default' of 'x'"),
    ("a choice of another type", field(type="integer", enum={"one": "a"}), "not of type integer"),
    ("a limit of another type", field(type="integer", maxLength=3), "says nothing about type"),
    ("days without the format", field(type="integer", maxDaysAgo=3), "needs 'format: day'"),
    ("a span without a begin", field(type="integer", format="day", maxSpanDays=3), "'notBefore'"),
    ("an array without items", field(type="array"), "is an array without 'items'"),
    ("an object without fields", field(type="object"), "'additionalProperties: true'"),
    ("no type", field(description="x"), "lacks 'type'"),
    ("a condition of a parameter", field(type="string", condition="only so"), "belongs to answers"),
    (
        "a required answer field",
        changed(response={"x": {"type": "string", "required": True}}, examples=None),
        "belongs to parameters",
    ),
    (
        "a sibling that does not exist",
        field(type="integer", format="day", notBefore="y"),
        "names 'y'",
    ),
    ("a default from nobody", field(type="integer", defaultFrom="y"), "names 'y'"),
    ("ignored unless nobody", field(type="string", ignoredUnless={"y": 1}), "names 'y'"),
    (
        "ignored unless a value that cannot be",
        changed(
            request={
                "f": {"type": "integer", "enum": {"0": "no", "1": "yes"}},
                "x": {"type": "string", "ignoredUnless": {"f": 2}},
            },
            examples=None,
        ),
        "'f' can never be that value",
    ),
    ("a name that is no identifier", changed(request={"a-b": IDS}, examples=None), "'a-b'"),
    ("a name with dots", changed(request={"a.b": IDS}, examples=None), "'a.b'"),
    ("a name with a slash", changed(request={"../b": IDS}, examples=None), "'../b'"),
    (
        "two parameters of one Python name",
        changed(request={"from": IDS, "from_": IDS}, examples=None),
        "would both be 'from_' in Python",
    ),
    ("the token as a parameter", changed(request={"access_token": IDS}, examples=None), "implied"),
    ("the code as a field", changed(response={"errcode": IDS}, examples=None), "implied"),
    (
        "an example that breaks a limit",
        changed(examples__request={"ids": []}),
        "the example breaks its own spec",
    ),
    (
        "an example with an unknown field",
        changed(examples__response={"errcode": 0, "errmsg": "ok", "x": 1}),
        "the example breaks its own spec",
    ),
    ("an unknown error code", changed(errors=[12345]), "12345 is not in errors.yaml"),
    ("failures that are nowhere", changed(failures={"field": "f", "key": "k"}), "no array"),
    (
        "failures without their key",
        changed(failures={"field": "rooms", "key": "k"}),
        "have no 'k'",
    ),
    ("a GET with a list", changed(method="GET"), "which a GET query cannot hold"),
    ("a call without a token", changed(security="none"), "only the token endpoint"),
    ("a reference to nowhere", field(**{"$ref": "_shapes.yaml#/y"}), "no such shape"),
    ("a reference out of the folder", field(**{"$ref": "../../x.yaml#/y"}), "no shapes are there"),
    ("a reference to the web", field(**{"$ref": "https://x.invalid/y.yaml#/z"}), "'$ref' is"),
    ("a reference to a file", field(**{"$ref": "/etc/passwd#/x"}), "no shapes are there"),
    ("a reference to a spec", field(**{"$ref": "list.yaml#/request/x"}), "no shapes are there"),
    ("a reference into nowhere", field(**{"$ref": "_shapes.yaml#/room/items/x"}), "no such shape"),
    ("a reference without quotes", field(**{"$ref": None}), "begins with # into quotes"),
    ("a reference to keys", field(**{"$ref": "_shapes.yaml#/room/properties"}), "no such shape"),
    ("a reference to a file only", field(**{"$ref": "_shapes.yaml"}), "does not fit"),
    ("a method in small letters", changed(method="post"), "did you mean 'POST'?"),
    ("a key in other letters", field(type="string", MAXLENGTH=3), "did you mean 'maxLength'?"),
    ("a yes", changed(repeatable="yes"), "must be true or false, is the text 'yes'"),
    ("nothing", {**changed(), "repeatable": None}, "must be true or false, is nothing"),
    ("a list of required names", field(type="object", required=["a"]), "must be true or false"),
    ("a list of choices", field(type="string", enum=["a"]), "each with its meaning"),
    ("a choice without quotes", field(type="string", enum={1: "a"}), "put it into quotes"),
    ("a choice in quotes", field(type="integer", enum={"1": "a"}), "take the quotes off"),
    ("a fraction for an integer", field(type="integer", minimum=1.5), "for an integer it is whole"),
    ("a float for an integer", field(type="integer", maximum=100.0), "for an integer it is whole"),
    ("an infinite limit", field(type="number", maximum="1e999"), "must be a number"),
    ("a range of a day", field(type="integer", format="day", minimum=1), "beside 'format: day'"),
    ("a range of a flag", field(type="integer", enum={0: "a", 1: "b"}, maximum=1), "of 0 and 1"),
    ("a required element", field(type="array", items={"type": "string", "required": True}), "elem"),
    (
        "a default element",
        field(type="array", items={"type": "string", "default": "a"}),
        "elements",
    ),
    ("two defaults", field(type="integer", default=1, defaultFrom="y"), "both 'default' and"),
    ("a default of too many bytes", field(type="string", maxBytes=2, default="群"), "2 bytes"),
    ("a default from itself", field(type="integer", defaultFrom="x"), "names 'x'; beside it"),
    (
        "not before what is no day",
        changed(
            request={
                "y": {"type": "integer"},
                "x": {"type": "integer", "format": "day", "notBefore": "y"},
            },
            examples=None,
        ),
        "which is no day",
    ),
    ("a format of text", field(type="string", format="day"), "only about integer"),
    ("items of text", field(type="string", items={"type": "string"}), "only about array"),
    ("an empty name", changed(request={"": IDS}, examples=None), "cannot be a name"),
    ("a name with a line end", changed(request={"a\n": IDS}, examples=None), "cannot be a name"),
    ("a name in Chinese", changed(request={"群": IDS}, examples=None), "cannot be a name"),
    ("a name with an underscore", changed(request={"_a": IDS}, examples=None), "cannot be a name"),
    ("a nested name", field(type="object", properties={"a b": IDS}), "'a b' cannot be a name"),
    (
        "two fields of one Python name",
        changed(response={"raw": IDS, "raw_": IDS}, examples=None),
        "would both be 'raw_' in Python",
    ),
    ("an error code twice", changed(errors=[40001, 40001]), "the same element twice"),
    ("an error code as text", changed(errors=["40001"]), "'errors[0]' must be a whole number"),
    ("half a failure", changed(failures={"field": "rooms"}), "lacks 'key'"),
    ("a quota of nothing", changed(quotas=[{"limit": 0, "scope": "x"}]), "must be at least 1"),
    ("an unknown application", changed(permissions={"all": "x"}), "known ones: any, self_built"),
    ("an empty note", changed(notes=[""]), "must not be empty"),
    ("an address with a line end", changed(page="https://x.invalid/\n"), "does not fit"),
    ("a German day", changed(updated="1.12.2023"), "YYYY-MM-DD"),
    ("a deviation without reason", changed(deviations=[{"field": "path"}]), "lacks 'reason'"),
    (
        "an example that is no whole number",
        changed(examples__request={"ids": ["a"], "limit": 50.0}),
        "50.0 is not of type 'integer'",
    ),
]


@pytest.mark.parametrize(
    ("spec", "said"), [case[1:] for case in PROBLEMS], ids=[c[0] for c in PROBLEMS]
)
def test_a_problem_is_named_with_its_place_and_what_to_do(
    tmp_path: Path, spec: dict[str, Any], said: str
) -> None:
    room = {"type": "object", "properties": {"type": {"type": "string"}}}
    shapes = {"rooms/_shapes": {"shape": {"type": "string"}, "room": room}}
    found = messages(tmp_path, {"rooms/list": spec, **shapes})
    assert any(said in message for message in found), found
    assert all(message.startswith("rooms/list.yaml:") for message in found)


def test_the_fine_spec_has_no_problem(tmp_path: Path) -> None:
    assert api(tmp_path, {"rooms/list": changed()}).root.groups[0].operations[0].name == "list"


def test_a_place_is_the_line_and_column_of_the_key(tmp_path: Path) -> None:
    text = (
        "title: t\nsummary: s\npage: https://x.invalid\nmethod: POST\nrepeatable: true\n"
        "request:\n  ids:\n    type: array\n    maxItms: 3\n"
        "    items: {type: string, minLngth: 1}\n"
    )
    assert [message.split(" ")[0] for message in messages(tmp_path, {"rooms/list": text})] == [
        "rooms/list.yaml:9:5:",
        "rooms/list.yaml:10:27:",
    ]


def test_all_problems_of_all_files_come_at_once_in_order(tmp_path: Path) -> None:
    specs = {
        "a/one": changed(title=None, zzz=1, request={"x": {"type": "integer", "maxLength": 1}}),
        "b/two": "a: [",
        "c/three": b"title: \xff\n",
        "d/four": changed(method="PUT"),
    }
    found = messages(tmp_path, specs)
    assert [message.split(".yaml")[0] for message in found] == sorted(
        message.split(".yaml")[0] for message in found
    )
    for part in ("a/one", "b/two", "c/three", "d/four", "lacks 'title'", "'zzz'", "maxLength"):
        assert any(part in message for message in found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: [unclosed", "is not valid YAML"),
        ("title: a\ntitle: b\n", "a second time; the first is in line 1"),
        ("title: !!python/object/apply:os.system ['true']\n", "has a tag"),
        ("a: &x 1\nb: 2\n", "has an anchor"),
        ("a: *x\n", "has an alias"),
        ("<<: {a: 1}\n", "has a merge key"),
        ("a: 1\n---\nb: 2\n", "second YAML document"),
        ("", "is empty"),
        ("# nothing\n", "is empty"),
        ("just text\n", "must be a mapping"),
        ("- a\n- b\n", "must be a mapping"),
        ("[" * 200 + "]" * 200, "nested more than"),
        ("? [a]\n: b\n", "a list as a key"),
        ("title: \x07\n", "control character"),
    ],
)
def test_yaml_that_is_none_or_could_do_harm_is_refused(
    tmp_path: Path, text: str, said: str
) -> None:
    found = messages(tmp_path, {"rooms/list": text})
    assert any(said in message for message in found), found


def test_an_alias_bomb_is_refused_at_its_first_alias(tmp_path: Path) -> None:
    bomb = "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n"
    assert "anchor" in messages(tmp_path, {"rooms/list": bomb})[0]


def test_a_byte_that_is_no_utf8_is_placed_by_characters(tmp_path: Path) -> None:
    content = "title: 群\nsummary: 群群".encode() + b"\xff\n"
    (message,) = messages(tmp_path, {"rooms/list": content})
    assert message.startswith("rooms/list.yaml:2:12: is not UTF-8 (byte 0xff)")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("rooms/list.yml", "specs end in .yaml"),
        ("Rooms/list.yaml", "cannot be part of a URL path"),
        ("rooms/my-list.yaml", "cannot be part of a URL path"),
        ("rooms/list.all.yaml", "cannot be part of a URL path"),
        ("rooms/list.YAML", "specs end in .yaml"),
        ("rooms/_list.yaml", "cannot be part of a URL path"),
        ("rooms/1.yaml", "cannot be part of a URL path"),
        ("my rooms/list.yaml", "cannot be part of a URL path"),
        ("群/list.yaml", "cannot be part of a URL path"),
        (f"rooms/{'x' * 41}.yaml", "at most 40"),
        ("List.yaml", "cannot be part of a URL path"),
        *(
            (f"{folder}/{device}.yaml", f"{device!r} is a device to Windows")
            for folder in ("rooms", "rooms/inner")
            for device in ("aux", "con", "nul", "prn", "com1", "com9", "lpt1", "lpt9")
        ),
        ("nul/list.yaml", "'nul' is a device to Windows"),
        ("rooms/com3/list.yaml", "'com3' is a device to Windows"),
        ("prn.yaml", "'prn' is a device to Windows"),
        ("rooms/aux.all.yaml", "cannot be part of a URL path"),
        ("CON/_shapes.yaml", "cannot be part of a URL path"),
        ("con/_shapes.yaml", "'con' is a device to Windows"),
    ],
)
def test_a_file_in_the_wrong_place_is_named(tmp_path: Path, name: str, said: str) -> None:
    file = os.fsdecode(name.encode())  # a locale may have no such character
    found = messages(tmp_path, {file: changed(), "a/b": changed()})
    assert any(said in message for message in found)


@pytest.mark.parametrize("name", ["aux_", "auxiliary", "com", "com10", "console", "lpt", "null"])
def test_a_name_that_only_looks_like_a_device_of_windows_is_fine(tmp_path: Path, name: str) -> None:
    assert operations(api(tmp_path, {f"rooms/{name}": changed()}).root)[0].name == name


def test_no_generated_file_is_called_like_a_device_of_windows(tmp_path: Path) -> None:
    names = [*dir(builtins)[-20:], *keyword.kwlist, "aux_"]
    specs = {f"rooms/{name}": changed() for name in names if name[0].isalpha() and name.islower()}
    stems = {PurePosixPath(path).name.partition(".")[0] for path in rendered(tmp_path, specs)}
    assert "aux_" in stems
    assert not stems & {"aux", "con", "nul", "prn"}
    assert len({stem.lower() for stem in stems}) == len(stems)


def test_a_copy_that_nobody_finished_is_named_with_both_places(tmp_path: Path) -> None:
    text = (ROOT / "specs/gettoken.yaml").read_text("utf-8").replace("kind: token\n", "")
    text = text.replace("security: none\n", "")
    (said,) = messages(tmp_path, {"b/one": text, "b/two": text, "b/three": changed()})
    assert said == (
        "b/two.yaml:2:1: has the title and the page of 'b/one' (b/one.yaml:2:1); if one was copied "
        "from the other, finish it"
    )


def test_a_whole_group_may_be_a_copy_of_another(tmp_path: Path) -> None:
    text = yaml.safe_dump(changed(), allow_unicode=True)
    assert len(api(tmp_path, {"a/list": text, "b/list": text}).root.groups) == 2


@pytest.mark.parametrize(
    "other", [changed(title="其他"), changed(page="https://example.invalid/rooms#other")]
)
def test_operations_may_share_a_page_or_a_title(tmp_path: Path, other: dict[str, Any]) -> None:
    specs = {"rooms/list": changed(), "rooms/get": other}
    texts = {name: yaml.safe_dump(spec, allow_unicode=True) for name, spec in specs.items()}
    assert len(operations(api(tmp_path, texts).root)) == 2


DEVIATING = changed(
    request={
        "ids": {"type": "array", "items": {"type": "string"}},
        "filter": {
            "type": "object",
            "properties": {"userid_list": {"type": "array", "items": {"type": "string"}}},
        },
        "shape": {"$ref": "_shapes.yaml#/room"},
        "pairs": {"type": "array", "items": {"type": "array", "items": {"type": "integer"}}},
    },
    response={
        "rooms": {
            "type": "array",
            "items": {"type": "object", "properties": {"id": {"type": "string"}}},
        }
    },
    examples=None,
)


def deviating(field: str, rule: str = "minItems", document: str = "absent") -> dict[str, Any]:
    stated = {"rule": rule, "document": document, "reason": "r", "source": "s"}
    room = {"type": "object", "properties": {"type": {"type": "string"}}}
    return {
        "rooms/list": {**DEVIATING, "deviations": [{"field": field, **stated}]},
        "rooms/_shapes": {"room": room},
    }


@pytest.mark.parametrize(
    "field",
    ["path", "title", "page", "method", "updated", "permissions", "quotas", "notes", "examples"]
    + ["examples.request", "examples.response", "errors", "failures", "request", "response"]
    + [
        "permissions.third_party",
        "repeatable",
        "request.ids",
        "request.ids[]",
        "request.filter.userid_list[]",
    ]
    + ["request.pairs[]", "request.pairs[][]", "request.shape.type", "response.rooms.id"]
    + ["response.rooms[].id", "response.rooms[]", "response.errcode", "request.access_token"],
)
def test_a_deviation_may_concern_whatever_a_spec_has(tmp_path: Path, field: str) -> None:
    assert len(operations(api(tmp_path, deviating(field)).root)) == 1


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (
            "request.fliter",
            "concerns 'fliter', which 'request' does not have; did you mean 'filter'?",
        ),
        ("request.limit", "which 'request' does not have; it has: ids, filter, shape, pairs"),
        ("request.filter.partyid_list", "'request.filter' does not have; it has: userid_list"),
        ("request.filter.userid_list[].x", "'request.filter.userid_list[]' does not have; it has"),
        ("request.filter[]", "concerns the elements of 'request.filter', which is no array"),
        ("request.ids[][]", "concerns the elements of 'request.ids[]', which is no array"),
        ("request.ids.x", "'request.ids' does not have; it has: no fields"),
        ("request..ids", "has two dots, or one at its end, behind 'request'"),
        ("request.ids.", "has two dots, or one at its end, behind 'request.ids'"),
        ("response.ids", "which 'response' does not have; it has: rooms"),
        ("response.rooms.ids", "did you mean 'id'?"),
        ("response.errcode.x", "which 'response' does not have"),
        ("ids", "'ids' is nothing of a spec; known ones: path, title"),
        ("metod", "'metod' is nothing of a spec; did you mean 'method'?"),
        ("requests.ids", "'requests.ids' is nothing of a spec; did you mean 'request'?"),
        ("path.x", "'path.x' is nothing of a spec"),
        ("examples.request.ids", "is nothing of a spec"),
        (
            "examples.answer",
            "which 'examples' does not have; it has: request, response",
        ),
        ("examples.reqest", "'examples' does not have; did you mean 'request'?"),
        ("permissions.third", "which 'permissions' does not have; it has: any, self_built"),
        ("quotas.x", "'quotas.x' is nothing of a spec"),
        ("notes.0", "'notes.0' is nothing of a spec"),
    ],
)
def test_a_deviation_that_concerns_nothing_is_refused_at_its_place(
    tmp_path: Path, field: str, said: str
) -> None:
    (message,) = messages(tmp_path, deviating(field))
    assert said in message
    line = message.split(":")[1]
    text = (tmp_path / "rooms/list.yaml").read_text("utf-8").split("\n")
    assert text[int(line) - 1] == f"- field: {field}"


def test_a_row_that_the_document_has_and_the_spec_leaves_out_is_a_deviation(tmp_path: Path) -> None:
    for field in ("request.offset", "request.shape.type.of.it"):
        left_out = deviating(field, "row", "in the table")
        assert len(operations(api(tmp_path / field, left_out).root)) == 1
    assert messages(tmp_path / "b", deviating("request.offset", "row"))
    assert messages(tmp_path / "c", deviating("request.gone.offset", "row", "in the table"))


def test_an_operation_and_a_folder_of_one_name_are_refused(tmp_path: Path) -> None:
    found = messages(tmp_path, {"a/b": changed(), "a/b/c": changed()})
    assert any("Python has one name for both" in message for message in found)


def test_a_folder_that_is_missing_or_empty_is_named(tmp_path: Path) -> None:
    assert "is no folder" in messages(tmp_path / "missing" / "x", {})[0].replace(str(tmp_path), "")
    write(tmp_path / "empty", {"notes.txt": "x"})
    assert "has no spec" in messages(tmp_path / "empty", {})[0]


def test_every_problem_stands_at_its_own_line_and_column(tmp_path: Path) -> None:
    text = (
        "title: 群\n"
        "summary: 群群\n"
        "page: https://x.invalid\n"
        "method: POST\n"
        "repeatable: true\n"
        "request:\n"
        "  1a: {type: string}\n"
        "  b: {description: 群, minLength: 3, maxLength: 2, type: string}\n"
        "  c: {type: integer, default: x}\n"
        "  d: {type: array}\n"
        "errors: [40001, 7]\n"
        "examples:\n"
        "  request: {b: 群群群, c: 群}\n"
    )
    found = messages(tmp_path, {"rooms/list": text})
    assert [message.split(":")[1:3] for message in found] == [
        ["7", "3"],  # the name
        ["8", "23"],  # the lower limit
        ["9", "22"],  # the default
        ["10", "3"],  # the array
        ["11", "17"],  # the code
        ["13", "13"],  # the example's b
        ["13", "21"],  # the example's c
    ]


def test_a_wrong_type_is_the_only_problem_it_makes(tmp_path: Path) -> None:
    spec = changed(
        request={"x": {"type": "interger", "maximum": 3, "default": 2}},
        examples={"request": {"x": 2}},
    )
    (message,) = messages(tmp_path, {"a/b": spec})
    assert "did you mean 'integer'?" in message


def test_a_number_may_have_fractions_for_choices(tmp_path: Path) -> None:
    spec = field(type="number", enum={0.5: "half", 1: "full"}, default=0.5)
    (parameter,) = operation(tmp_path, spec).request
    assert parameter.enum == {0.5: "half", 1: "full"}


def test_hidden_files_and_other_kinds_of_files_are_no_specs(tmp_path: Path) -> None:
    others = {".x/a.yaml": "[", "rooms/.a.yaml": "[", "rooms/a.json": "[", "rooms/a.yaml~": "["}
    root = api(tmp_path, {"rooms/list": changed(), **others}).root
    assert [one.path for one in operations(root)] == ["rooms/list"]


TOKEN = changed(kind="token", security="none", method="GET", request=None, examples=None)


@pytest.mark.parametrize(
    ("specs", "said"),
    [
        ({"gettoken": TOKEN, "other": TOKEN}, "other.yaml:1:1: is a second token endpoint beside"),
        ({"rooms/gettoken": TOKEN}, "rooms/gettoken.yaml:1:1: is the token endpoint; move it"),
        ({"gettoken": changed()}, "gettoken.yaml:1:1: is the path of the token endpoint; say"),
        ({"gettoken": {**TOKEN, "security": "access_token"}}, "needs 'security: none'"),
        ({"gettoken/x": changed()}, "gettoken:1:1: 'gettoken' is an operation too"),
        ({"call": changed(), "call_": changed()}, "'call_' and 'call' would both be 'call_'"),
    ],
)
def test_the_root_of_the_folder_has_rules_of_its_own(
    tmp_path: Path, specs: dict[str, Any], said: str
) -> None:
    (message,) = messages(tmp_path, {"rooms/list": changed(), **specs})
    assert said in message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("5: {class: busy, meaning: m}\n", "errors.yaml:1:1: lacks 'remedy'"),
        ("5: {class: bussy, meaning: m, remedy: r}\n", "errors.yaml:1:12: 'class' must be one of"),
        ("0: {class: busy, meaning: m, remedy: r}\n", "errors.yaml:1:1: the text '0' cannot be"),
        ("x: {class: busy, meaning: m, remedy: r}\n", "errors.yaml:1:1: the text 'x' cannot be"),
        (
            "5: {class: busy, meaning: m, remedy: r, zh: {meaning: m}}\n",
            "errors.yaml:1:41: lacks 'remedy'",
        ),
        (
            "5: {class: busy, meaning: m, remedy: r, zh: {meaning: '', remedy: r}}\n",
            "errors.yaml:1:55: 'meaning' must not be empty",
        ),
        (
            "5: {class: busy, meaning: m, remedy: r, de: {}}\n",
            "errors.yaml:1:41: has the unknown key 'de'",
        ),
        (
            "5: {class: busy, meaning: m, remedy: r}\n5: {class: '', meaning: m, remedy: r}\n",
            "errors.yaml:2:1: has the key 5 a second time",
        ),
        ("5: busy\n", "errors.yaml:1:4: '5' must be a mapping"),
        ("- 5\n", "errors.yaml:1:1: the file must be a mapping, is a list"),
    ],
)
def test_the_error_table_is_checked_as_well(tmp_path: Path, text: str, said: str) -> None:
    assert any(
        one.startswith(said) for one in messages(tmp_path, {"errors": text, "a/b": changed()})
    )


@pytest.mark.parametrize("error_class", ["busy", ""])
@pytest.mark.parametrize("chinese", [{}, {"zh": {"meaning": "忙", "remedy": "等"}}])
def test_a_code_needs_neither_a_class_nor_chinese(
    tmp_path: Path, error_class: str, chinese: dict[str, Any]
) -> None:
    row = {"class": error_class, "meaning": "m", "remedy": "r", **chinese}
    (code,) = api(tmp_path, {"errors": {5: row}, "a/b": changed()}).errors
    assert (code.error_class, code.meaning_zh) == (error_class, "忙" if chinese else "")


def test_an_own_error_table_counts_alone(tmp_path: Path) -> None:
    table = {7: {"class": "busy", "meaning": "m", "remedy": "r"}}
    specs = {"errors": table, "a/b": changed(errors=[7]), "a/c": changed(errors=[40001])}
    (message,) = messages(tmp_path, specs)
    assert "40001 is not in errors.yaml" in message
