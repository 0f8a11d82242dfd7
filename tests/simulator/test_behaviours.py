"""Behaviours: each comes with its group of the specs, and brings all that is its own."""

from __future__ import annotations

import inspect
import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from generator.output import publish
from generator.targets import read_api
from generator.targets.python.behaviours import behaviours_of
from generator.targets.python.render import TEMPLATES, Renderer
from wecom_client.simulator import Simulator
from wecom_client.simulator.base import BaseSimulator
from wecom_client.simulator.faults import Faults
from wecom_client.simulator.seeding import CompanySeeding

from ..generator.package import ROOT, Generated
from ..model import GROUPCHAT, SPECS

_LABELS = Path(__file__).with_name("labels")
_BEHAVIOURS = Path("wecom_client/simulator/behaviours")

Render = Callable[..., Generated]


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The templates, and beside the behaviours that they have, one of labels."""
    made = tmp_path_factory.mktemp("labels") / "templates"
    shutil.copytree(TEMPLATES, made)
    shutil.copytree(_LABELS / "behaviour", made / _BEHAVIOURS / "labels")
    return made


@pytest.fixture(scope="module")
def labels(templates: Path, tmp_path_factory: pytest.TempPathFactory) -> Generated:
    """A package of labels alone."""
    return _render(_LABELS / "specs", templates, tmp_path_factory.mktemp("alone"))


@pytest.fixture(scope="module")
def both(templates: Path, tmp_path_factory: pytest.TempPathFactory) -> Generated:
    """A package of customer groups and of labels, whose group is the one around theirs."""
    home = tmp_path_factory.mktemp("both")
    shutil.copytree(SPECS, home / "specs")
    shutil.copytree(_LABELS / "specs", home / "specs", dirs_exist_ok=True)
    return _render(home / "specs", templates, home)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Generated:
    """A package of labels from the templates as they are, which have no behaviour for them."""
    return _render(_LABELS / "specs", TEMPLATES, tmp_path_factory.mktemp("plain"))


def _render(specs: Path, templates: Path, home: Path) -> Generated:
    publish(Renderer(read_api(specs), templates).render(), home / "generated")
    return Generated(home / "generated")


_CONNECTED = """
from wecom_client.simulator import Simulator
from wecom_client import APIError, WeComClient

def code_of(call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except APIError as error:
        return error.errcode
    return 0

def connect(sim):
    return WeComClient(sim.corp_id, sim.secret, base_url=sim.base_url, checks="off")
"""


def _run(package: Generated, program: str) -> Any:
    return package.run(_CONNECTED + inspect.cleandoc(program))


def test_specs_without_a_group_get_no_file_of_its_behaviour(plain: Generated) -> None:
    found = {path.name for path in (plain.path / _BEHAVIOURS).iterdir()}
    theirs = {one.package for one in behaviours_of(TEMPLATES, {"externalcontact"}).copied}
    shared = {name for name in found if name.endswith(".py")}  # of several behaviours
    assert found == {*shared, *theirs}
    assert "groupchat" not in found
    of_groups = [path for path in plain.path.rglob("*.py") if "GroupchatState" in path.read_text()]
    assert not of_groups


def test_an_operation_without_a_behaviour_is_answered_with_its_checked_example(
    plain: Generated,
) -> None:
    found = _run(
        plain,
        """
        with Simulator() as sim, connect(sim) as wecom:
            contact = wecom.externalcontact
            added = contact.add_label("vip", "abel").raw
            show([added["label_id"], code_of(contact.add_label, "too long", "abel")])
        """,
    )
    assert found == ["lb-example", 40058]


def test_a_behaviour_arranges_its_state_where_the_specs_have_none_of_its_operations(
    plain: Generated,
) -> None:
    found = _run(
        plain,
        """
        sim = Simulator(contact_way_limit=7)
        group = sim.add_tag_group("Level", ["VIP"])
        tags = [tag.id for tag in sim.tag_groups[group].tags]
        way = sim.add_contact_way(["abel"], state="poster")
        customer = sim.add_customer("abel", via=way, tags=tags)
        follow = sim.follows[customer]["abel"]
        show([follow.state, len(follow.tags), sim.contact_way_limit])
        """,
    )
    assert found == ["poster", 1, 7]


def test_what_a_missing_behaviour_would_have_is_told_with_the_group_that_the_specs_lack(
    plain: Generated,
) -> None:
    found = _run(
        plain,
        """
        sim = Simulator(visible_people=3)
        sim.add_member("abel")
        sim.resign("abel")
        try:
            sim.add_group("abel")
        except AttributeError as error:
            show([str(error), sim.visible_people, hasattr(sim, "groups")])
        """,
    )
    left_out = behaviours_of(TEMPLATES, {"externalcontact"}).left_out
    groups = ", ".join(sorted({one.group for one in left_out}))
    lacking = f"what belongs to {groups} is left out: the specs have no such group"
    complaint = f"'Simulator' object has no attribute 'add_group'; {lacking}"
    assert GROUPCHAT in groups
    assert found == [complaint, 3, False]


def test_a_simulator_with_all_behaviours_tells_of_no_group_that_is_missing() -> None:
    if Simulator._left_out:
        pytest.skip("the specs have not all groups")
    with pytest.raises(AttributeError, match=r"^'Simulator' object has no attribute 'add_gruop'$"):
        Simulator().add_gruop  # type: ignore[attr-defined] # noqa: B018


def test_behaviours_of_one_group_work_without_operations_and_without_other_groups(
    plain: Generated,
) -> None:
    found = _run(
        plain,
        """
        sim = Simulator()
        customer = sim.add_customer("abel")
        msgid = sim.add_mass_message("boss", text="Hello", sender="abel")
        sim.send_message(msgid, "abel")
        own = sim.add_mass_message("abel", text="Hello", chat_type="group", personal=True)
        opengid = sim.add_opengid(None)
        sim.resign("abel")
        results = [one.status for one in sim.mass_messages[msgid].tasks["abel"].results]
        groups = sim.mass_messages[own].tasks["abel"].results
        show([customer in sim.follows, results, groups, len(sim.opengids)])
        """,
    )
    assert found == [True, [1], [], 1]


def test_a_group_alone_keeps_its_state(tmp_path: Path) -> None:
    group = "externalcontact/group_welcome_template"
    shapes = "externalcontact/_shapes.yaml"
    if not any((SPECS / group).glob("*.yaml")):
        pytest.skip(f"the specs have nothing in {group}")
    shutil.copytree(SPECS / group, tmp_path / "specs" / group)
    shutil.copy(SPECS / shapes, tmp_path / "specs" / shapes)
    found = _run(
        _render(tmp_path / "specs", TEMPLATES, tmp_path),
        """
        with Simulator() as sim, connect(sim) as wecom:
            templates = wecom.externalcontact.group_welcome_template
            template_id = templates.add(text={"content": "Hello"}).template_id
            show([templates.get(template_id).text.content, hasattr(sim, "add_customer")])
        """,
    )
    assert found == ["Hello", False]


@pytest.mark.parametrize("checker", ["ruff check", "ruff format --check", "mypy --strict"])
@pytest.mark.parametrize("package", ["plain", "both"])
@pytest.mark.slow
def test_what_is_put_together_is_as_clean_as_what_is_written(
    request: pytest.FixtureRequest, package: str, checker: str
) -> None:
    home = request.getfixturevalue(package).path
    shutil.copy(ROOT / "pyproject.toml", home.parent)
    command = [sys.executable, "-m", *checker.split(), "generated/wecom_client/simulator"]
    if "ruff" in checker:
        command += ["--no-cache"]
    else:
        command += ["--cache-dir", str(home.parent / ".mypy_cache"), "--follow-imports=silent"]
    done = subprocess.run(
        command, cwd=home.parent, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("package", ["labels", "both"])
def test_a_second_behaviour_keeps_its_own_state(
    request: pytest.FixtureRequest, package: str
) -> None:
    found = _run(
        request.getfixturevalue(package),
        """
        from wecom_client.simulator import Label
        with Simulator(label_limit=2) as sim, connect(sim) as wecom:
            sim.add_member("abel")
            contact = wecom.externalcontact
            added = contact.add_label("vip", "abel").label_id
            read = contact.get_label(added).name
            sim.add_label("lb-seeded", "new", keeper="bella")
            sim.resign("abel")
            left = sim.labels[added] == Label("vip", None)
            codes = [
                code_of(contact.add_label, "more", "bella"),
                code_of(contact.add_label, "longer", "bella"),
                code_of(contact.add_label, "more", "nobody"),
                code_of(contact.del_label, added),
                code_of(contact.get_label, added),
                code_of(contact.add_label, "more", "bella"),
            ]
            show([read, left, codes, len(sim.labels), sorted(sim.members)])
        """,
    )
    assert found == ["vip", True, [40071, 40072, 40003, 0, 40068, 0], 2, ["abel", "bella"]]


def test_a_behaviour_sees_the_state_of_another_one_where_that_exists(
    labels: Generated, both: Generated
) -> None:
    program = """
        with Simulator() as sim, connect(sim) as wecom:
            sim.add_label("lb", "vip", keeper="abel")
            if hasattr(sim, "add_group"):
                sim.add_group("abel")
                sim.add_group("bella")
            show(wecom.externalcontact.get_label("lb").groups)
    """
    assert _run(labels, program) == 0
    assert _run(both, program) == 1


def _seeded(package: Generated, folder: Path, *seeds: Any) -> Any:
    """Return what becomes of a simulator by each seed file: its state, or the complaint."""
    paths = [folder / f"{number}.json" for number, _ in enumerate(seeds)]
    for path, seed in zip(paths, seeds, strict=True):
        path.write_text(json.dumps(seed), encoding="utf-8")
    return _run(
        package,
        f"""
        from pathlib import Path
        from wecom_client.simulator.seed import SeedError, load_seed
        found = []
        for path in {[str(path) for path in paths]}:
            sim = Simulator()
            try:
                load_seed(Path(path), sim)
            except SeedError as error:
                found.append(str(error).replace(path, "seed"))
            else:
                labels = {{key: [one.name, one.keeper] for key, one in sim.labels.items()}}
                groups = getattr(sim, "groups", {{}}).values()
                kinds = [person.type for group in groups for person in group.members[1:]]
                found.append([sim.label_limit, labels, sorted(sim.members), kinds])
        show(found)
        """,
    )


_LABEL = {"label_id": "lb", "name": "vip", "keeper": "abel"}


def test_a_seed_file_has_what_a_behaviour_takes(labels: Generated, tmp_path: Path) -> None:
    seed = {"labels": [_LABEL], "label_limit": 7, "members": ["bella"]}
    found = _seeded(labels, tmp_path, seed)
    assert found == [[7, {"lb": ["vip", "abel"]}, ["abel", "bella"], []]]


def test_what_a_behaviour_refuses_of_a_seed_file_is_told_with_its_place(
    labels: Generated, tmp_path: Path
) -> None:
    refused = {
        "labels[0].name: must have at most 5 characters": {"labels": [{"name": "too long"}]},
        "label_limit: must be": {"label_limit": -1},
        "labels[1]: label_id 'lb' is taken": {"labels": [_LABEL, _LABEL]},
        "groups: ": {"groups": []},
    }
    found = _seeded(labels, tmp_path, *refused.values())
    for complaint, told in zip(refused, found, strict=True):
        assert f"seed: {complaint}" in told


def test_lists_of_behaviours_are_taken_in_the_order_of_the_file(
    both: Generated, tmp_path: Path
) -> None:
    lists = {"labels": [_LABEL], "groups": [{"owner": "bella", "members": ["abel"]}]}
    orders = (("labels", "groups"), ("groups", "labels"))
    found = _seeded(both, tmp_path, *({key: lists[key] for key in order} for order in orders))
    # who is a member of the company already is not taken for a customer
    assert [kinds for *_, kinds in found] == [[1], [2]]


def test_a_behaviour_without_its_literals_is_told_by_its_file(
    templates: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "templates"
    shutil.copytree(templates, broken)
    module = broken / _BEHAVIOURS / "labels" / "__init__.py"
    module.write_text(module.read_text().replace('"externalcontact"', 'str("externalcontact")'))
    with pytest.raises(ValueError, match=r"labels/__init__.py: must have GROUP, SETTINGS, __all__"):
        Renderer(read_api(_LABELS / "specs"), broken).render()


def _repeated(names: Iterable[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


def test_no_two_parts_of_the_simulator_share_a_name() -> None:
    seedings = [base for base in inspect.getmro(Simulator) if base.__module__.endswith("seeding")]
    assert len(seedings) == len({CompanySeeding, *Simulator.behaviours})
    parts = [*seedings, Faults, BaseSimulator]
    names = (name for part in parts for name in vars(part) if not name.startswith("__"))
    assert not _repeated(names)


@pytest.mark.parametrize("what", ["handlers", "settings", "seeds"])
def test_no_two_behaviours_have_the_same(what: str) -> None:
    tables: dict[str, list[Iterable[str]]] = {
        "handlers": [
            [f"{one.group}/{name}" for name in one.routes] for one in Simulator.behaviours.values()
        ],
        "settings": [["visible_people"], *(one.settings for one in Simulator.behaviours.values())],
        "seeds": [["members"], *(one.seeds for one in Simulator.behaviours.values())],
    }
    assert not _repeated(name for table in tables[what] for name in table)


def test_each_setting_can_be_given_and_set_later() -> None:
    settings = [item for one in Simulator.behaviours.values() for item in one.settings.items()]
    sim = Simulator()
    for name, default in settings:
        other = (not default) if isinstance(default, bool) else 1
        assert isinstance(inspect.getattr_static(sim, name), property), f"Seeding lacks {name}"
        assert getattr(sim, name) == default
        given: dict[str, Any] = {name: other}
        assert getattr(Simulator(**given), name) == other
        setattr(sim, name, other)
        assert getattr(sim, name) == other
