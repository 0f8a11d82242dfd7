"""Model and templates to files: `{path: bytes}`, the same on every machine and run."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import jinja2

from .docstrings import method_docstring, module_docstring
from .expressions import Annotations, Imports, innermost, object_check
from .layout import Code, call, docstring, lay_out, literal, wrap
from .model import Api, ErrorCode, Field, Group, Operation
from .naming import PARAMETERS_RESERVED, ROOT_RESERVED, class_name, python_name
from .records import Classes, ShapeKey

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
COMMAND = "python -m generator generate"


@dataclass(frozen=True)
class Parameter:
    """One parameter of a generated function."""

    name: str
    wire_name: str
    annotation: str
    required: bool


@dataclass(frozen=True)
class Method:
    """One method of a generated namespace."""

    name: str
    module: str
    parameters: tuple[Parameter, ...]
    answer: str
    docstring: str


@dataclass(frozen=True)
class Child:
    """A namespace within a namespace."""

    name: str
    class_name: str


@dataclass
class Renderer:
    """Renders one API into files."""

    api: Api
    templates: Path = TEMPLATES
    files: dict[str, bytes] = field(default_factory=dict)
    _used_records: set[ShapeKey] = field(default_factory=set)
    _used_mappings: set[ShapeKey] = field(default_factory=set)

    def render(self) -> dict[str, bytes]:
        """Return every file of the output."""
        self._copy()
        self._operation(self.api.token)
        for group in _groups(self.api.root):
            for operation in group.operations:
                self._operation(operation)
            if group.path:
                self._group(group)
        self._shapes()
        self._root()
        return dict(sorted(self.files.items()))

    @cached_property
    def _environment(self) -> jinja2.Environment:
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(self.templates),
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            autoescape=False,  # noqa: S701 - the output is Python, written by `literal` and `docstring`
        )
        environment.filters["literal"] = literal
        return environment

    @cached_property
    def _errors(self) -> Mapping[int, ErrorCode]:
        return {error.code: error for error in self.api.errors}

    def _copy(self) -> None:
        for path in sorted(self.templates.rglob("*")):
            relative = path.relative_to(self.templates)
            if path.is_file() and path.suffix != ".jinja" and "__pycache__" not in relative.parts:
                self.files[relative.as_posix()] = path.read_bytes()

    def _write(self, path: str, template: str, source: str, **values: Any) -> None:
        text = self._environment.get_template(template).render(
            source=source, command=COMMAND, **values
        )
        text = text.rstrip() + "\n"
        ast.parse(text, path)
        self.files[path] = text.encode()

    def _operation(self, operation: Operation) -> None:
        package = operation.path.rpartition("/")[0]
        classes = Classes(_imports(package), package)
        imports = classes.imports
        imports.use_runtime("request", "DEFAULTS", "Operation", "Request", "Settings")
        request = object_check(operation.request, imports)
        parameters = self._parameters(operation, imports, classes)
        self._answer(operation, classes)
        self._write(
            _operation_file(operation),
            "wecom_client/[group]/[operation].py.jinja",
            f"specs/{operation.path}.yaml",
            docstring=docstring(module_docstring(operation)),
            operation=lay_out(_operation_call(operation), before=len("OPERATION = ")),
            request=lay_out(request, before=len("REQUEST = ")),
            parameters=parameters,
            name=operation.name,
            records=classes.records,
            mappings=classes.mappings,
            imports=imports.lines(),
        )
        self._used_records |= classes.used_records
        self._used_mappings |= classes.used_mappings

    def _answer(self, operation: Operation, classes: Classes) -> None:
        base, options = "Answer", {}
        if operation.failures is not None:
            table = classes.imports.runtime.replace("_runtime", "_error_table")
            classes.imports.use(table, "ERRORS")
            base = "PartialAnswer"
            options = {
                "operation": Code("OPERATION"),
                "errors": Code("ERRORS"),
                "failures": operation.failures.field,
                "key": operation.failures.key,
            }
        doc = wrap(f"The answer of `{operation.name}`.", indent=1)
        classes.answer(_answer_name(operation), base, doc, operation.response, **options)

    def _parameters(
        self,
        operation: Operation,
        imports: Imports,
        classes: Classes,
        shadowed: frozenset[str] = frozenset(),
    ) -> tuple[Parameter, ...]:
        annotations = Annotations(imports, shadowed)
        found = []
        for one in operation.request:
            record = classes.parameter(one)
            found.append(
                Parameter(
                    python_name(one.name, PARAMETERS_RESERVED),
                    one.name,
                    annotations.parameter(one, record),
                    one.required,
                )
            )
        return tuple(sorted(found, key=lambda parameter: not parameter.required))

    def _group(self, group: Group) -> None:
        imports = _imports(group.path)
        imports.use_runtime("namespace", "Namespace")
        self._write(
            _file(group.path, "__init__"),
            "wecom_client/[group]/__init__.py.jinja",
            f"specs/{group.path}/",
            docstring=docstring([f"The operations below `{group.path}`."]),
            class_name=class_name(group.name),
            class_docstring=docstring([f"Operations below `{group.path}`."], indent=1),
            methods=self._methods(group, imports),
            children=_children(group, imports),
            imports=imports.lines(),
        )

    def _methods(self, group: Group, imports: Imports) -> list[Method]:
        members = [one.name for one in group.operations] + [one.name for one in group.groups]
        names = frozenset(_member_name(name, group) for name in members)
        return [self._method(one, group, imports, names) for one in group.operations]

    def _method(
        self, operation: Operation, group: Group, imports: Imports, names: frozenset[str]
    ) -> Method:
        name = _member_name(operation.name, group)
        module = f"_{name}"
        imports.alias(".", name, module)
        classes = _ClassesElsewhere(imports, group.path, home=module)
        doc = method_docstring(operation, self._errors, _answer_name(operation))
        return Method(
            name,
            module,
            self._parameters(operation, imports, classes, names),
            f"{module}.{_answer_name(operation)}",
            docstring(doc, indent=2),
        )

    def _shapes(self) -> None:
        """Write the shapes that files refer to, and those that they refer to in turn."""
        for group in _groups(self.api.root):
            key = f"{group.path}/_shapes.yaml" if group.path else "_shapes.yaml"
            classes = Classes(_imports(group.path), group.path, key)
            done: set[tuple[bool, str]] = set()
            while True:
                wanted = [
                    *((True, name) for file, name in self._used_records if file == key),
                    *((False, name) for file, name in self._used_mappings if file == key),
                ]
                pending = sorted(set(wanted) - done)
                if not pending:
                    break
                done.update(pending)
                for is_record, name in pending:
                    shape = (group.shapes or {})[name]
                    (classes.shape_record if is_record else classes.shape_mapping)(name, shape)
                self._used_records |= classes.used_records
                self._used_mappings |= classes.used_mappings
            if done:
                self._write_shapes(group, key, classes)

    def _write_shapes(self, group: Group, key: str, classes: Classes) -> None:
        self._write(
            _file(group.path, "_shapes"),
            "wecom_client/[group]/_shapes.py.jinja",
            f"specs/{key}",
            docstring=docstring([f"Shapes that several operations below `{group.path}` share."]),
            records=sorted(classes.records, key=lambda one: one.name),
            mappings=sorted(classes.mappings, key=lambda one: one.name),
            imports=classes.imports.lines(),
        )

    def _root(self) -> None:
        root = self.api.root
        operations = [one for group in _groups(root) for one in group.operations]
        modules = {
            one.path: _operation_file(one).removesuffix(".py").replace("/", ".")
            for one in [self.api.token, *operations]
        }
        examples = {one.path: one.example_response for one in operations}
        rows = {
            error.code: call("ErrorEntry", error.error_class, error.meaning, error.remedy)
            for error in self.api.errors
        }
        self._write_root("_error_table", "specs/errors.yaml", table=_assigned("ERRORS", rows))
        self._write_root("_operations", "specs/", table=_assigned("OPERATIONS", _sorted(modules)))
        self._write_root(
            "simulator/_examples", "specs/", table=_assigned("EXAMPLES", _sorted(examples))
        )
        self._write_client(root)

    def _write_client(self, root: Group) -> None:
        imports = _imports("")
        imports.use_runtime("client", "SyncClient")
        imports.use("._error_table", "ERRORS")
        token = _member_name(self.api.token.name, root)
        imports.alias(".", token, f"_{token}")
        self._write_root(
            "_client",
            "specs/",
            methods=self._methods(root, imports),
            children=_children(root, imports),
            token_module=f"_{token}",
            imports=imports.lines(),
        )
        self._write_root("__init__", "specs/")

    def _write_root(self, name: str, source: str, **values: Any) -> None:
        self._write(f"wecom_client/{name}.py", f"wecom_client/{name}.py.jinja", source, **values)


class _ClassesElsewhere(Classes):
    """Names the parameter classes that an operation's file defines, seen from another file."""

    def __init__(self, imports: Imports, package: str, home: str) -> None:
        super().__init__(imports, package)
        self._home = home

    def parameter(self, one: Field, *, prefix: str = "") -> str | None:
        """Return the name, with its module where the class is not shared."""
        name = Classes(_imports(self.package), self.package).parameter(one)
        if name is None or innermost(one).shape is not None:
            return super().parameter(one)
        return f"{self._home}.{name}"


def _imports(package: str) -> Imports:
    depth = package.count("/") + 1 if package else 0
    return Imports("." * (depth + 1) + "_runtime")


def _children(group: Group, imports: Imports) -> list[Child]:
    found = []
    for inner in group.groups:
        name = _member_name(inner.name, group)
        cls = class_name(inner.name)
        imports.alias(f".{name}", cls, f"_{cls}")
        found.append(Child(name, f"_{cls}"))
    return found


def _groups(group: Group) -> Iterator[Group]:
    yield group
    for inner in group.groups:
        yield from _groups(inner)


def _member_name(name: str, group: Group) -> str:
    return python_name(name, () if group.path else ROOT_RESERVED)


def _file(package: str, module: str) -> str:
    """Return the path of a module in the output."""
    parts = package.split("/") if package else []
    folders = [
        python_name(part, () if index else ROOT_RESERVED) for index, part in enumerate(parts)
    ]
    return "/".join(["wecom_client", *folders, f"{module}.py"])


def _operation_file(operation: Operation) -> str:
    package = operation.path.rpartition("/")[0]
    return _file(package, python_name(operation.name, () if package else ROOT_RESERVED))


def _answer_name(operation: Operation) -> str:
    return f"{class_name(operation.name)}Answer"


def _operation_call(operation: Operation) -> Any:
    return call(
        "Operation",
        path=operation.path,
        method=operation.method,
        repeatable=operation.repeatable,
        doc_url=operation.page,
        title=" ".join(operation.title.split()),
    )


def _code(value: Any) -> str:
    return value.text if isinstance(value, Code) else literal(value)


def _assigned(name: str, rows: Mapping[Any, Any]) -> str:
    return lay_out(dict(rows), before=len(name) + 3)


def _sorted(rows: Mapping[str, Any]) -> dict[str, Any]:
    return dict(sorted(rows.items()))
