"""The generator's order: one direction from specs to files, and no way back."""

from __future__ import annotations

from pathlib import Path

from tests.imports import Graph, circle, imports_of

from .package import ROOT

LAYERS = (
    ("decode", "marker", "near", "paths", "problems", "visible"),
    ("annotations", "model", "output"),
    ("jobs",),
    ("spec",),
    ("targets",),
    ("adopt", "documents", "changes"),
    ("cli",),
    ("__main__",),
)
"""Who may import whom: each its own layer's modules and packages by none, those above by all."""
LEVEL = {name: level for level, layer in enumerate(LAYERS) for name in layer}


def faults(graph: Graph) -> list[str]:
    """Return every import against the order, and every module that has no place in it."""
    found = []
    for module, imported in graph.items():
        home = module.partition(".")[0]
        if module and home not in LEVEL:
            found.append(f"{module}: has no layer")
            continue
        for other, line in imported.items():
            there = other.partition(".")[0]
            if there != home and there in LEVEL and LEVEL[there] >= LEVEL.get(home, 0):
                found.append(f"{module}:{line}: imports {other}")
    return found


def test_every_import_of_the_generator_goes_down() -> None:
    graph = imports_of(ROOT / "generator")
    assert {module.partition(".")[0] for module in graph} - {""} == LEVEL.keys()
    assert faults(graph) == []


def test_no_modules_of_the_generator_import_each_other_in_a_circle() -> None:
    assert circle(imports_of(ROOT / "generator")) == []


def test_an_import_against_the_order_is_found(tmp_path: Path) -> None:
    for name, text in (
        ("model", "def names():\n    from .targets.python import naming\n"),
        ("targets/python/naming", "from ...jobs import rules\n"),
        ("jobs/rules", "if TYPE_CHECKING:\n    from ..targets.python.naming import python_name\n"),
        ("extras", ""),
    ):
        file = tmp_path / f"{name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    graph = imports_of(tmp_path)
    assert sorted(faults(graph)) == [
        "extras: has no layer",
        "jobs.rules:2: imports targets.python.naming",
        "model:2: imports targets.python.naming",
    ]
    assert set(circle(graph)) == {"jobs.rules", "targets.python.naming"}
