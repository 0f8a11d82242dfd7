"""The layers of the runtime: a module imports from those below it alone, and no loop is possible.

Every import counts, those for type checkers and those inside functions as well: a loop that only a
type checker sees is one that a reader has to walk.
"""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import wecom_client

PACKAGE = Path(wecom_client.__file__).parent
RUNTIME = "_runtime"

# From the bottom. Modules of one row do not know each other.
LAYERS = (
    ("_runtime", "_runtime.jobs"),
    (
        "_runtime.decode",
        "_runtime.file_formats",
        "_runtime.frequency",
        "_runtime.named",
        "_runtime.near",
        "_runtime.redact",
        "_runtime.values",
    ),
    ("_runtime.monitoring", "_runtime.thread_executor", "_runtime.errcodes", "_runtime.problems"),
    ("_runtime.file_lock",),
    ("_runtime.files", "_runtime.speed"),
    ("_runtime.multipart",),
    ("_runtime.records",),
    ("_runtime.cross_field", "_runtime.elements", "_runtime.retry"),
    ("_runtime.checks", "_runtime.wording"),
    ("_runtime.check_compiler", "_runtime.errors"),
    ("_runtime.request",),
    ("_runtime.answers", "_runtime.arguments", "_runtime.steps"),
    ("_runtime.fast", "_runtime.rate", "_runtime.route", "_runtime.token_store"),
    ("_runtime.send_errors",),
    ("_runtime.hooks", "_runtime.token_serialization"),
    ("_runtime.flow", "_runtime.guarded_store"),
    ("_runtime.stores.file", "_runtime.stores.memory", "_runtime.stores.redis"),
    ("_runtime.stores", "_runtime.token_cache"),
    ("_runtime.async_connector", "_runtime.sync_token_sources", "_runtime.sync_transport"),
    ("_runtime.async_token_sources", "_runtime.async_transport", "_runtime.custom_transport"),
    ("_runtime.client",),
    ("_runtime.jobs.declarations", "_runtime.jobs.calls", "_runtime.jobs.rate_controller"),
    ("_runtime.jobs.results",),
    ("_runtime.jobs.merging", "_runtime.jobs.pagination"),
    ("_runtime.jobs.journal",),
    ("_runtime.jobs.batch",),
    ("_runtime.jobs.bulk",),
    ("_runtime.jobs.task_pool", "_runtime.jobs.thread_pool", "_runtime.jobs.window"),
    ("_runtime.jobs.async_jobs", "_runtime.jobs.sync_jobs"),
    ("_runtime.jobs.methods",),
    ("_runtime.async_client", "_runtime.sync_client"),
    ("_runtime.namespace",),
)
LEVELS = {module: level for level, row in enumerate(LAYERS) for module in row}


def test_no_module_of_the_runtime_imports_one_of_its_own_layer_or_of_a_higher_one() -> None:
    assert list(breaches(PACKAGE)) == []


def test_every_layer_names_modules_that_there_are() -> None:
    assert [module for module in LEVELS if not _file_of(module).is_file()] == []


@pytest.mark.parametrize(
    "planted",
    [
        "from .jobs.results import BatchError\n",
        "from .jobs import results\n",
        f"import {PACKAGE.name}.{RUNTIME}.jobs.results\n",
        "if TYPE_CHECKING:\n    from .jobs.results import BatchError\n",
        "def later() -> None:\n    from .jobs.results import BatchError\n",
    ],
    ids=["module", "name", "absolute", "type_checking", "function"],
)
def test_an_import_that_closes_a_loop_is_named(planted: str, tmp_path: Path) -> None:
    package = shutil.copytree(PACKAGE, tmp_path / PACKAGE.name)
    errors = package / RUNTIME / "errors.py"
    errors.write_text(f"{errors.read_text()}\n{planted}")

    assert [breach.partition(": ")[2] for breach in breaches(package)] == [
        "_runtime.errors imports _runtime.jobs.results, which is not below it"
    ]


def test_a_module_that_no_layer_names_is_refused(tmp_path: Path) -> None:
    package = shutil.copytree(PACKAGE, tmp_path / PACKAGE.name)
    (package / RUNTIME / "extras.py").write_text("")

    assert list(breaches(package)) == ["_runtime/extras.py:1: _runtime.extras stands in no layer"]


def breaches(package: Path) -> Iterator[str]:
    """Name each import that does not lead downwards, with its place."""
    modules = {_dotted(package, file): file for file in sorted(package.rglob("*.py"))}
    for module, file in modules.items():
        if module.partition(".")[0] != RUNTIME:
            continue
        where = file.relative_to(package).as_posix()
        if module not in LEVELS:
            yield f"{where}:1: {module} stands in no layer"
            continue
        for line, imported in imports_of(module, modules):
            if _level(imported, modules, set()) >= LEVELS[module]:
                yield f"{where}:{line}: {module} imports {imported}, which is not below it"


def _level(module: str, modules: dict[str, Path], seen: set[str]) -> int:
    """Return the layer of a module; one outside of the runtime is as high as what it imports."""
    if module in LEVELS or module in seen:
        return LEVELS.get(module, -1)
    seen.add(module)
    found = {imported for _, imported in imports_of(module, modules)}
    return max((_level(imported, modules, seen) for imported in found), default=-1)


def imports_of(module: str, modules: dict[str, Path]) -> Iterator[tuple[int, str]]:
    """Yield every module of the package that a module imports, with the line, wherever it does."""
    file = modules[module]
    package = module if file.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = _base(package, node)
            names = [f"{base}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            if name.partition(".")[0] == PACKAGE.name:
                yield node.lineno, _module_in(name.partition(".")[2], modules)


def _base(package: str, node: ast.ImportFrom) -> str:
    """Return what the names of a `from … import` belong to, seen from outside of the package."""
    if not node.level:
        return node.module or ""
    parents = [PACKAGE.name, *filter(None, package.split("."))]
    return ".".join([*parents[: len(parents) - node.level + 1], *filter(None, [node.module])])


def _module_in(name: str, modules: dict[str, Path]) -> str:
    """Return the module in which a dotted name ends: the name itself, or one of its parents."""
    while name and name not in modules:
        name = name.rpartition(".")[0]
    return name


def _file_of(module: str) -> Path:
    path = PACKAGE.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def _dotted(package: Path, file: Path) -> str:
    parts = file.relative_to(package).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")
