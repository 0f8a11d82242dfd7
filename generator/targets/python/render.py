"""Model and templates to files: `{path: bytes}`, the same on every machine and run."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import jinja2

from ...jobs.kinds import jobs_of, named
from ...marker import marked
from ...model import Api, ErrorCode, Group, Operation
from .docstrings import module_docstring
from .expressions import Annotations, Imports, innermost, object_check
from .failed_records import any_failed_record
from .job_code import constant, definitions
from .layout import (
    Call,
    Code,
    annotated,
    assigned,
    call,
    docstring,
    lay_out,
    literal,
    returned,
    wrap,
)
from .methods import MethodWriter, OwnClasses
from .naming import (
    PACKAGE,
    answer_name,
    class_name,
    member_name,
    module_name,
    natural_order,
    package_names,
)
from .records import Classes, ShapeClass, ShapeKey
from .signatures import ASYNC, SYNC, Side, parameters_of

_ABSENT = (
    "What the platform leaves out is None (an array `()`), whatever the annotation says, in the "
    'parts of the answer too. `answer.raw.get("{}") is None` asks, and type checkers let it pass.'
)
"""The contract of all records, where a reader of one of them sees it."""
TEMPLATES = Path(__file__).resolve().parents[3] / "templates"
COMMAND = "python -m generator generate"


@dataclass(frozen=True)
class Child:
    """A namespace within a namespace."""

    name: str
    class_name: str
    path: str


def render(api: Api) -> dict[str, bytes]:
    """Return the files of the package."""
    return Renderer(api).render()


@dataclass
class Renderer:
    """Renders one API into files."""

    api: Api
    templates: Path = TEMPLATES
    files: dict[str, bytes] = field(default_factory=dict)
    _used_records: set[ShapeKey] = field(default_factory=set)
    _used_mappings: set[ShapeKey] = field(default_factory=set)
    _own_classes: dict[str, OwnClasses] = field(default_factory=dict)
    """By the path of each operation, the classes in its own file."""
    _shape_parts: dict[ShapeClass, set[ShapeClass]] = field(default_factory=dict)
    """The shapes that the class of each shape consists of."""

    def render(self) -> dict[str, bytes]:
        """Return every file of the output."""
        self._copy()
        operations = [one for group in self.api.root.walk() for one in group.operations]
        drafts = [(one, self._operation(one)) for one in [self.api.token, *operations]]
        self._shapes()
        for draft in drafts:
            self._write_operation(*draft)
        for group in self.api.root.walk():
            if group.path:
                self._group(group)
        self._root(operations)
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
        environment.filters["annotated"] = annotated
        environment.filters["assigned"] = assigned
        environment.filters["called"] = _called
        environment.filters["returned"] = returned
        return environment

    @cached_property
    def _errors(self) -> Mapping[int, ErrorCode]:
        return {error.code: error for error in self.api.errors}

    def _copy(self) -> None:
        for path in sorted(self.templates.rglob("*")):
            relative = path.relative_to(self.templates)
            is_hidden = any(part.startswith((".", "__pycache__")) for part in relative.parts)
            if (path.suffix == ".py" or path.name == "py.typed") and not is_hidden:
                content, source = path.read_bytes(), f"{TEMPLATES.name}/{relative.as_posix()}"
                self.files[relative.as_posix()] = (
                    marked(source, content) if path.suffix == ".py" else content
                )

    def _write(self, path: str, template: str, source: str, **values: Any) -> None:
        text = self._environment.get_template(template).render(
            source=source, command=COMMAND, **values
        )
        text = text.rstrip() + "\n"
        ast.parse(text, path)
        self.files[path] = text.encode()

    def _operation(self, operation: Operation) -> dict[str, Any]:
        """Return what an operation's file consists of, and note the shapes that it uses."""
        package = operation.path.rpartition("/")[0]
        classes = Classes(_imports(package), package)
        imports = classes.imports
        imports.use_runtime("request", "DEFAULTS", "Operation", "Request", "Settings")
        request = object_check(operation.request, imports)
        parameters = parameters_of(operation, Annotations(imports), classes.parameter)
        self._answer(operation, classes)
        jobs = definitions(operation, imports, classes.answers)
        self._used_records |= classes.used_records
        self._used_mappings |= classes.used_mappings
        own = OwnClasses(classes.parameters, classes.answers, classes)
        self._own_classes[operation.path] = own
        return {
            "docstring": docstring(module_docstring(operation)),
            "operation": lay_out(_operation_call(operation), before=len("OPERATION = ")),
            "request": lay_out(request, before=len("REQUEST = ")),
            "parameters": parameters,
            "name": operation.name,
            "jobs": jobs,
        }

    def _write_operation(self, operation: Operation, values: Mapping[str, Any]) -> None:
        classes = self._own_classes[operation.path].classes
        classes.take(self._with_parts(classes.shared))
        constants = ("OPERATION", "REQUEST", *map(constant, jobs_of(operation)))
        self._write(
            _operation_file(operation),
            "wecom_client/[group]/[operation].py.jinja",
            f"specs/{operation.path}.yaml",
            **values,
            records=classes.records,
            mappings=classes.mappings,
            imports=classes.imports.lines(),
            exported=_exported(classes.public_names(*constants, "build_request")),
        )

    def _with_parts(self, shapes: Iterable[ShapeClass]) -> set[ShapeClass]:
        """Return classes of shapes, and those that they consist of, however deep."""
        found: set[ShapeClass] = set()
        left = [*shapes]
        while left:
            one = left.pop()
            if one not in found:
                found.add(one)
                left += self._shape_parts.get(one, ())
        return found

    def _answer(self, operation: Operation, classes: Classes) -> None:
        doc = wrap(f"The answer of `{operation.name}`.", indent=1)
        if operation.response:
            doc += ["", *wrap(_ABSENT.format(operation.response[0].name), indent=1)]
        name, failures = answer_name(operation.name), operation.failures
        if failures is None:
            classes.answer(name, "Answer", doc, operation.response)
            return
        classes.imports.use_table()
        options = {"operation": Code("OPERATION"), "errors": Code("ERRORS")}
        classes.answer(
            name,
            "PartialAnswer",
            doc,
            operation.response,
            listed=failures.field,
            **options,
            failures=failures.field,
            key=failures.key,
        )

    @cached_property
    def _failed_shapes(self) -> frozenset[ShapeKey]:
        """The shapes that answers list their failed elements as."""
        operations = [one for group in self.api.root.walk() for one in group.operations]
        found = set()
        for one in [self.api.token, *operations]:
            listed = named(one.response, one.failures.field) if one.failures is not None else None
            shape = innermost(listed).shape if listed is not None else None
            if shape is not None:
                found.add(shape)
        return frozenset(found)

    def _group(self, group: Group) -> None:
        for side, file in ((SYNC, "__init__"), (ASYNC, "_async")):
            imports = _imports(group.path)
            imports.use_runtime("namespace", f"{side.prefix}Namespace")
            name = class_name(group.name, "Namespace")
            members = self._members(group, imports, side, name)
            below = f"below `{group.path}`"
            ending = ", with await" if side is ASYNC else ""
            self._write(
                _file(group.path, file),
                f"wecom_client/[group]/{file}.py.jinja",
                f"specs/{group.path}/",
                docstring=docstring([f"The operations {below}{ending}."]),
                class_name=side.prefix + name,
                class_docstring=docstring([f"Operations {below}."], indent=1),
                **members,
                twin=ASYNC.prefix + name,
                modules=_modules(group),
                imports=imports.lines(),
            )

    def _members(self, group: Group, imports: Imports, side: Side, twin: str) -> dict[str, Any]:
        """Return what a namespace consists of; `twin` is the name of the synchronous one."""
        paths = [one.path for one in group.operations] + [one.path for one in group.groups]
        jobs = (job.name for one in group.operations for job in jobs_of(one))
        annotations = Annotations(imports, frozenset([*map(member_name, paths), *jobs]))
        names = {twin, ASYNC.prefix + twin, side.prefix + twin}
        classes = Classes(imports, group.path, reserved=names)
        writer = MethodWriter(side, classes, annotations, self._errors)
        children = _children(group, imports, side)
        own = [self._own_classes[one.path] for one in group.operations]
        methods = [writer.method(*one) for one in zip(group.operations, own, strict=True)]
        if side is SYNC and group.path:
            shapes = (shape for one in own for shape in one.classes.shared)
            classes.take(self._with_parts(shapes))
            imports.use("typing", "TYPE_CHECKING")
            imports.use(imports.runtime, "Later")
        return {
            "methods": methods,
            "children": children,
            "property": annotations.builtin("property") if children else "",
            "exported": _exported(classes.public_names(*names)),
        }

    def _shapes(self) -> None:
        """Write the shapes that are used, inner folders first: they use those around them."""
        for group in reversed([*self.api.root.walk()]):
            key = f"{group.path}/_shapes.yaml" if group.path else "_shapes.yaml"
            shapes = {(key, name): shape for name, shape in (group.shapes or {}).items()}
            classes = Classes(_imports(group.path), group.path, shapes, self._failed_shapes)
            for one in sorted(self._used_mappings & shapes.keys()):
                classes.shape_mapping(one)
            for one in sorted(self._used_records & shapes.keys()):
                classes.shape_record(one)
            self._used_records |= classes.used_records
            self._used_mappings |= classes.used_mappings
            self._shape_parts |= classes.parts
            if classes.records or classes.mappings:
                self._write_shapes(group, key, classes)

    def _write_shapes(self, group: Group, key: str, classes: Classes) -> None:
        below = f" below `{group.path}`" if group.path else ""
        self._write(
            _file(group.path, "_shapes"),
            "wecom_client/[group]/_shapes.py.jinja",
            f"specs/{key}",
            docstring=docstring([f"Shapes that several operations{below} share."]),
            records=classes.records,
            mappings=classes.mappings,
            imports=classes.imports.lines(),
        )

    def _root(self, operations: list[Operation]) -> None:
        modules = {
            one.path: f"{PACKAGE}.{module_name(one.path)}" for one in [self.api.token, *operations]
        }
        examples = {one.path: one.example_response for one in operations}
        rows = {error.code: _error_entry(error) for error in self.api.errors}
        self._write_root("_error_table", "specs/errors.yaml")
        self._write_root(
            "_error_codes",
            "specs/errors.yaml",
            table=_assigned("ROWS: dict[int, ErrorEntry]", rows),
        )
        self._write_root("_operations", "specs/", table=_assigned("OPERATIONS", _sorted(modules)))
        self._write_root(
            "simulator/_examples", "specs/", table=_assigned("EXAMPLES", _sorted(examples))
        )
        self._write_failed_record(operations)
        self._write_client(self.api.root)

    def _write_failed_record(self, operations: list[Operation]) -> None:
        imports = _imports("")
        imports.use_table()
        record = any_failed_record(operations, self._own_classes, imports)
        if record.open_fields:
            imports.use("typing", "Any")
        self._write_root("_failed_records", "specs/", record=record, imports=imports.lines())

    def _write_client(self, root: Group) -> None:
        token = member_name(self.api.token.path)
        for side, file, home, base in (
            (SYNC, "_client", "sync_client", "SyncClient"),
            (ASYNC, "_async_client", "async_client", "AsyncClient"),
        ):
            imports = _imports("")
            imports.use_runtime(home, base)
            imports.use("._error_table", "ERRORS")
            imports.alias(".", token, f"_{token}")
            self._write_root(
                file,
                "specs/",
                token_module=f"_{token}",
                **self._members(root, imports, side, "WeComClient"),
                imports=imports.lines(),
            )
        self._write_root("__init__", "specs/", modules=_modules(root))

    def _write_root(self, name: str, source: str, **values: Any) -> None:
        self._write(f"wecom_client/{name}.py", f"wecom_client/{name}.py.jinja", source, **values)


def _imports(package: str) -> Imports:
    depth = package.count("/") + 1 if package else 0
    return Imports("." * (depth + 1) + "_runtime")


def _children(group: Group, imports: Imports, side: Side) -> list[Child]:
    found = []
    for inner in group.groups:
        if inner.has_operations:
            name = member_name(inner.path)
            cls = side.prefix + class_name(inner.name, "Namespace")
            home = f".{name}" if side is SYNC else f".{name}._async"
            imports.alias(home, cls, f"_{cls}")
            found.append(Child(name, f"_{cls}", inner.path))
    return found


def _modules(group: Group) -> list[str]:
    """Return the packages of the groups within a group, in the order of imports.

    Those that are called as a builtin are left out: they would hide it from the whole file.
    """
    names = (member_name(one.path) for one in group.groups if one.has_operations)
    return sorted((one for one in names if not hasattr(builtins, one)), key=natural_order)


def _file(package: str, module: str) -> str:
    """Return the path of a module in the output."""
    return "/".join(["wecom_client", *package_names(package), f"{module}.py"])


def _operation_file(operation: Operation) -> str:
    return _file(operation.path.rpartition("/")[0], member_name(operation.path))


def _operation_call(operation: Operation) -> Any:
    return call(
        "Operation",
        path=operation.path,
        method=operation.method,
        repeatable=operation.repeatable,
        doc_url=operation.page,
        title=" ".join(operation.title.split()),
        errcode_required=None if operation.errcode_required else False,
    )


def _called(function: str, *arguments: Any, indent: int = 0, before: int = 0) -> str:
    """Return a call; arguments that are text are Python already."""
    parts = tuple((None, Code(one) if isinstance(one, str) else one) for one in arguments)
    return lay_out(Call(function, parts), indent=indent, before=before)


def _code(value: Any) -> str:
    return value.text if isinstance(value, Code) else literal(value)


def _error_entry(error: ErrorCode) -> Call:
    chinese = (error.meaning_zh, error.remedy_zh) if error.meaning_zh else ()
    return call("ErrorEntry", error.error_class, error.meaning, error.remedy, *chinese)


def _assigned(name: str, rows: Mapping[Any, Any]) -> str:
    return lay_out(dict(rows), before=len(name) + 3)


def _exported(names: list[str]) -> str:
    return lay_out(names, before=len("__all__ = "))


def _sorted(rows: Mapping[str, Any]) -> dict[str, Any]:
    return dict(sorted(rows.items()))
