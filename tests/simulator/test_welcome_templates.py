"""Welcome templates: what of them counts, who may change them, and how many there can be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from wecom_client import WeComClient
from wecom_client.simulator.seed import SeedError, load_seed

from .helpers import Methods, code_of

_TEXT = {"content": "Welcome, %NICKNAME%"}
_LINK = {"title": "t", "url": "https://p.example"}
_MINI = {"title": "t", "pic_media_id": "m", "appid": "wx", "page": "/p"}
_FILE, _VIDEO = {"media_id": "f"}, {"media_id": "v"}
_PICTURE = {"pic_url": "https://p.example/p"}

pytestmark = pytest.mark.filterwarnings("ignore::wecom_client.ParameterWarning")


@pytest.fixture
def templates(contact: Any) -> Any:
    return Methods(contact.group_welcome_template)


_KEPT: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"text": _TEXT}, {"text": _TEXT}),
    ({"image": _PICTURE}, {"image": _PICTURE}),
    ({"image": {"media_id": "m", **_PICTURE}}, {"image": {"pic_url": "https://p.example/m"}}),
    (
        {"text": _TEXT, "image": _PICTURE, "link": _LINK, "video": _VIDEO},
        {"text": _TEXT, "image": _PICTURE},
    ),
    (
        {"video": _VIDEO, "miniprogram": _MINI, "link": _LINK},
        {"link": {**_LINK, "picurl": "", "desc": ""}},
    ),
    ({"video": _VIDEO, "file": _FILE, "miniprogram": _MINI}, {"miniprogram": _MINI}),
    ({"video": _VIDEO, "file": _FILE}, {"file": _FILE}),
    ({"video": _VIDEO, "text": {}}, {"video": _VIDEO}),
]


@pytest.mark.parametrize(("given", "kept"), _KEPT, ids=repr)
def test_a_template_has_its_text_and_the_first_kind_of_attachment(
    templates: Any, sim: Any, given: dict[str, Any], kept: dict[str, Any]
) -> None:
    def contents(template_id: str) -> dict[str, Any]:
        raw: dict[str, Any] = templates.get(template_id).raw
        return {key: one for key, one in raw.items() if not key.startswith("err")}

    added = templates.add(**given).template_id
    assert contents(added) == kept
    edited = templates.add(text={"content": "old"}, file=_FILE, notify=0).template_id
    templates.edit(edited, **given)
    assert contents(edited) == kept
    assert [sim.welcome_templates[one].notify for one in (added, edited)] == [True, False]


def test_a_template_is_gone_once_it_is_deleted_and_its_place_free(templates: Any, sim: Any) -> None:
    sim.welcome_template_limit = 2
    first, second = (templates.add(text=_TEXT).template_id for _ in range(2))
    assert code_of(templates.add, text=_TEXT) == 41055
    assert code_of(templates.del_, first) == 0
    assert list(sim.welcome_templates) == [second]
    codes = [code_of(templates.del_, first), code_of(templates.get, first)]
    assert [*codes, code_of(templates.edit, first, text=_TEXT)] == [40037] * 3
    assert code_of(templates.add, text=_TEXT) == 0


def test_what_says_nothing_is_refused_and_changes_nothing(templates: Any, sim: Any) -> None:
    template_id = templates.add(text=_TEXT).template_id
    for call in (templates.add, lambda **one: templates.edit(template_id, **one)):
        assert code_of(call) == 40063
        assert code_of(call, text={"content": ""}) == 40063
        assert code_of(call, text=_TEXT, image={}) == 40063
    assert [one.text for one in sim.welcome_templates.values()] == [_TEXT["content"]]
    for method in (templates.get, templates.edit, templates.del_):
        assert code_of(method, "") == 40036


def test_an_application_reads_the_templates_of_others_and_changes_its_own(
    templates: Any, sim: Any
) -> None:
    made = templates.add(text=_TEXT).template_id
    with WeComClient(sim.corp_id, sim.add_application(), base_url=sim.base_url) as client:
        other: Any = client
        theirs = Methods(other.externalcontact.group_welcome_template)
        assert theirs.get(made).text.content == _TEXT["content"]
        assert code_of(theirs.edit, made, text={"content": "mine"}) == 41058
        assert code_of(theirs.del_, made) == 41058
    assert sim.welcome_templates[made].text == _TEXT["content"]


def test_a_template_that_was_there_before_is_the_applications_own(
    templates: Any, sim: Any, tmp_path: Path
) -> None:
    path = tmp_path / "seed.json"
    one = {"template_id": "msg-1", "text": "Welcome", "link": _LINK}
    path.write_text(json.dumps({"welcome_templates": [one, {"file": _FILE}]}))
    load_seed(path, sim)
    assert templates.get("msg-1").link.title == _LINK["title"]
    assert code_of(templates.edit, "msg-1", text=_TEXT) == 0
    for seed, complaint in (
        ({"welcome_templates": [one]}, r"\[0\]: template_id 'msg-1' is taken"),
        ({"welcome_templates": [{}]}, r"\[0\]: text and attachments are all missing"),
        ({"welcome_templates": [{"voice": {}}]}, r"\[0\].voice"),
        ({"welcome_template_limit": 2, "welcome_templates": [{"text": "x"}]}, "its limit"),
    ):
        path.write_text(json.dumps(seed))
        with pytest.raises(SeedError, match=complaint):
            load_seed(path, sim)
    with pytest.raises(ValueError, match="unknown kind 'voice'"):
        sim.add_welcome_template(voice={})
    assert len(sim.welcome_templates) == 2
