"""Pages of the vendor's site imported into an empty tree, and how good the drafts are.

`python -m tests.documents.site_import FOLDER…` prints the measure of any pages, with each offender.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.documents.given import read_given
from generator.documents.importing import Import, make
from generator.targets import read_api
from generator.targets.python.naming import Namespaces, parameter_name

from ..generator.package import Generated, end_programs, generate
from .helpers import run

_ADDRESS = re.compile(
    r"(?:请求|接口)(?:地址|链接|url)[^\n]{0,40}?(?:\n[^\n]{0,20})?https?://[^\s?/]+/cgi-bin/(?P<path>[\w/-]+)",
    re.IGNORECASE,
)
"""An address under a label, read more crudely than the reader does."""


@dataclass
class Measured:
    """What an import of pages came to; each list names the offenders."""

    made: Import
    said: str
    stated: frozenset[str]
    """The operations that an address line states."""
    missing: list[str] = field(default_factory=list)
    invalid: list[str] = field(default_factory=list)
    not_imported: list[str] = field(default_factory=list)
    """Modules that cannot be imported."""
    tried: int = 0
    """Example requests."""
    refused: list[str] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)
    """Of a check of the same pages."""

    @property
    def drafted_share(self) -> float:
        """The part of the stated operations that was drafted."""
        return 1 - len(self.missing) / max(1, len(self.stated))

    @property
    def accepted_share(self) -> float:
        """The part of the example requests that `build_request` takes."""
        return 1 - len(self.refused) / max(1, self.tried)

    def report(self) -> Iterator[str]:
        """Put the measure into lines."""
        made, stated = self.made, len(self.stated)
        yield f"drafts: {len(made.drafts)}; left out: {len(made.left_out)}"
        yield f"of {stated} operations that an address states: {self.drafted_share:.1%} drafted"
        yield f"example requests accepted: {self.tried - len(self.refused)} of {self.tried}"
        for what in ("missing", "invalid", "not_imported", "refused", "findings"):
            offenders = getattr(self, what)
            yield f"{what}: {len(offenders)}"
            yield from (f"  {one}" for one in offenders)


def measure(folders: Sequence[Path], home: Path) -> Measured:
    """Import pages into an empty tree below `home`, generate from it, and try what came out."""
    specs, output = home / "specs", home / "output"
    _, said = run("docs", "import", *folders, "--output", specs)
    made = make(read_given(folders).documents)
    found = Measured(made, said, frozenset(_stated(folders)))
    found.missing = sorted(f"{one}: {made.left_out.get(one, 'not read')}" for one in found.stated
                           if not (specs / f"{one}.yaml").is_file())  # fmt: skip
    code, validated = run("validate", "--specs", specs)
    if code:
        found.invalid = validated.splitlines()
        return found
    package = generate(specs, output)
    api = read_api(specs)
    names = Namespaces(frozenset(one.path for one in (api.token, *api.operations)))
    modules = {one.path: f"wecom_client.{names.module(one.path)}" for one in api.operations}
    found.not_imported = _not_imported(package, modules.values())
    examples = [*_examples(made, modules)]
    found.tried = len(examples)
    if not found.not_imported:
        found.refused = _refused(package, modules, examples, home)
    _, checked = run("docs", "check", *folders, "--specs", specs, "--format", "json")
    found.findings = [*_findings(json.loads(checked))]
    return found


def _stated(folders: Iterable[Path]) -> Iterator[str]:
    for folder in folders:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else [folder]:
            if path.is_file():
                text = path.read_text("utf-8", errors="replace").replace("*", "")
                yield from (one["path"].strip("/") for one in _ADDRESS.finditer(text))


def _not_imported(package: Generated, modules: Iterable[str]) -> list[str]:
    found: list[str] = package.run(
        f"""
        import importlib
        found = []
        for name in {sorted(modules)!r}:
            try:
                importlib.import_module(name).build_request
            except Exception as error:
                found.append(f"{{name}}: {{error!r}}")
        show(found)
        """
    )
    return found


def _examples(made: Import, modules: Mapping[str, str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the first example request of each operation that has one."""
    for key, held in made.held.items():
        stated = held.facts.example_request
        if key in modules and stated is not None and isinstance(stated.value, dict):
            yield key, {name: one for name, one in stated.value.items() if name != "access_token"}


def _refused(
    package: Generated,
    modules: Mapping[str, str],
    examples: Sequence[tuple[str, dict[str, Any]]],
    home: Path,
) -> list[str]:
    calls = [
        [
            key,
            modules[key],
            {_argument(name): one for name, one in example.items()},
            _day(example) or 1.7e9,
        ]
        for key, example in examples
    ]
    (home / "examples.json").write_text(json.dumps(calls), "utf-8")
    found: list[str] = package.run(
        f"""
        import importlib, warnings
        from pathlib import Path
        found = []
        calls = json.loads(Path({str(home / "examples.json")!r}).read_bytes())
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for key, module, arguments, day in calls:
                settings = Settings(clock=lambda: day)
                try:
                    importlib.import_module(module).build_request(**arguments, _settings=settings)
                except Exception as error:
                    found.append(f"{{key}}: {{error}}")
        show(found)
        """
    )
    return found


def _day(value: Any) -> float:
    """Return a time two days after the latest one in an example: pages grow older."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    own = [float(value)] if type(value) is int and 1e9 < value < 4e9 else []
    return max([*(one + 172_800 for one in own), *map(_day, inside)], default=0.0)


def _argument(name: str) -> str:
    try:
        return parameter_name(name)
    except ValueError:
        return name


def _findings(report: Any) -> Iterator[str]:
    for one in report["findings"]:
        key = f"{one['group']}/{one['operation']}".strip("/")
        yield f"{key}: {one['field']} [{one['rule']}] of {Path(one['file']).name}"
    operations = report["operations"]
    for kind in ("missing_in_specs", "missing_in_document"):
        yield from (f"{one}: {kind}" for one in operations[kind])


def main(arguments: Sequence[str]) -> int:
    """Print the measure of the pages in folders."""
    with tempfile.TemporaryDirectory() as home:
        try:
            for line in measure([Path(one) for one in arguments], Path(home)).report():
                print(line)
        finally:
            end_programs()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
