"""Model and templates to files: `{path: bytes}`, the same on every machine and run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain, count
from pathlib import Path
from typing import Any

import jinja2

from ...marker import marked
from ...model import Api, ErrorCode, FrequencyLimits, Group, Operation
from .behaviours import Behaviours, behaviours_of
from .docstrings import module_docstring
from .expressions import Annotations, object_check
from .failed_records import any_failed_record
from .formatting import formatted
from .jobs import writer_of
from .layout import call, docstring, python
from .methods import Methods
from .naming import JOBS, PACKAGE, Namespaces, class_name, member_name
from .records import Classes, ShapeClass, ShapeKey
from .signatures import ASYNC, SIDES, SYNC, parameters_of
from .workflows import FOLDER, Workflows, workflows_of

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"
COMMAND = "python -m generator generate"


@dataclass(frozen=True)
class Child:
    """A namespace within a namespace."""

    name: str
    class_name: str
    path: str
    alias: str
    """What its class is imported as: `room` and `async_room` both have an `AsyncRoom`."""


def render(api: Api) -> dict[str, bytes]:
    """Return the files of the package."""
    return Renderer(api).render()


@dataclass
class Renderer:
    """Renders one API into files."""

    api: Api
    templates: Path = TEMPLATES
    _used_shapes: set[ShapeClass] = field(default_factory=set)
    _failed_shapes: set[ShapeKey | None] = field(default_factory=set)
    """Those that answers list their failed elements as."""
    _classes: dict[str, Classes] = field(default_factory=dict)
    """By the path of each operation, the classes in its own file."""
    _shape_parts: dict[ShapeClass, set[ShapeClass]] = field(default_factory=dict)
    """The shapes that the class of each shape consists of."""

    def render(self) -> dict[str, bytes]:
        """Return every file of the output."""
        return dict(sorted({**self._copies(), **formatted(self._texts())}.items()))

    def _texts(self) -> Iterator[tuple[str, str]]:
        """Yield path and text of each rendered file, before it is formatted."""
        drafts = [(one, self._operation(one)) for one in [self.api.token, *self.api.operations]]
        yield from self._shapes()
        for draft in drafts:
            yield self._operation_file(*draft)
        for group in self.api.root.walk():
            if group.path:
                yield self._group(group)
        yield from self._root()

    @cached_property
    def _errors(self) -> Mapping[int, ErrorCode]:
        return {error.code: error for error in self.api.errors}

    @cached_property
    def _namespaces(self) -> Namespaces:
        every = [self.api.token, *self.api.operations]
        return Namespaces(frozenset(one.path for one in every))

    @cached_property
    def _behaviours(self) -> Behaviours:
        groups = {group.path for group in self.api.root.walk() if group.operations}
        return behaviours_of(self.templates, groups)

    @cached_property
    def _workflows(self) -> Workflows:
        return workflows_of(self.templates, {one.path for one in self.api.operations})

    def _copies(self) -> dict[str, bytes]:
        files = {}
        optional = self._behaviours, self._workflows
        for path in sorted(self.templates.rglob("*")):
            relative = path.relative_to(self.templates)
            is_hidden = any(part.startswith((".", "__pycache__")) for part in relative.parts)
            is_copied = path.suffix == ".py" or path.name == "py.typed"
            is_left_out = any(one.leave_out(relative) for one in optional)
            if is_copied and not is_hidden and not is_left_out:
                content, source = path.read_bytes(), f"{TEMPLATES.name}/{relative.as_posix()}"
                files[relative.as_posix()] = (
                    marked(source, content) if path.suffix == ".py" else content
                )
        return files

    def _text(self, path: str, template: str, source: str, **values: Any) -> tuple[str, str]:
        found = _environment(self.templates).get_template(template)
        above = "." * path.count("/")
        return path, found.render(source=source, command=COMMAND, above=above, **values)

    def _file(self, group: str, module: str) -> str:
        """Return the path of a module in the output."""
        return "/".join([PACKAGE, *self._namespaces.names(group), f"{module}.py"])

    def _operation(self, operation: Operation) -> dict[str, Any]:
        """Return what an operation's file consists of, and note the shapes that it uses."""
        classes = Classes(operation.path.rpartition("/")[0], self._namespaces)
        parameters = parameters_of(operation, Annotations(), classes.parameter)
        classes.answer(operation)
        self._used_shapes |= classes.shared
        self._failed_shapes.add(classes.failed_shape)
        self._classes[operation.path] = classes
        both = [Methods(operation, classes, self._errors, side) for side in SIDES]
        methods = [(one, [writer_of(one, job) for job in operation.jobs]) for one in both]
        return {
            "docstring": module_docstring(operation),
            "operation": _operation_call(operation),
            "request": object_check(operation.request),
            "parameters": parameters,
            "name": operation.name,
            "jobs": methods[0][1],
            "methods": methods if operation is not self.api.token else [],
        }

    def _operation_file(self, operation: Operation, values: Mapping[str, Any]) -> tuple[str, str]:
        classes = self._classes[operation.path]
        group = operation.path.rpartition("/")[0]
        classes.take(self._with_parts(classes.shared))
        constants = [name for job in values["jobs"] for name in job.constants]
        return self._text(
            self._file(group, member_name(operation.path)),
            "wecom_client/[group]/[operation].py.jinja",
            f"specs/{operation.path}.yaml",
            **values,
            classes=classes,
            exported=classes.public_names("OPERATION", "REQUEST", *constants, "build_request"),
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

    def _group(self, group: Group) -> tuple[str, str]:
        name = class_name(group.name, "Namespace")
        names = [f"{side.prefix}{name}" for side in SIDES]
        classes = Classes(group.path, self._namespaces, reserved=names)
        shapes = (one for each in group.operations for one in self._classes[each.path].shared)
        classes.take(self._with_parts(shapes))
        below = f"below `{group.path}`"
        return self._text(
            self._file(group.path, "__init__"),
            "wecom_client/[group]/__init__.py.jinja",
            f"specs/{group.path}/",
            docstring=docstring([f"The operations {below}."]),
            class_docstrings=[
                docstring([f"Operations {below}{ending}."], indent=1)
                for ending in ("", ", with await")
            ],
            class_names=names,
            imports=classes.imports,
            exported=classes.public_names(*names),
            **_members(group, self._namespaces),
        )

    def _shapes(self) -> Iterator[tuple[str, str]]:
        """Yield the shapes that are used, inner folders first: they use those around them."""
        for group in reversed([*self.api.root.walk()]):
            key = f"{group.path}/_shapes.yaml" if group.path else "_shapes.yaml"
            shapes = {(key, name): shape for name, shape in (group.shapes or {}).items()}
            classes = Classes(group.path, self._namespaces, shapes, self._failed_shapes)
            classes.define_shapes(self._used_shapes)
            self._used_shapes |= classes.shared
            self._shape_parts |= classes.parts
            if not classes.records and not classes.mappings:
                continue
            below = f" below `{group.path}`" if group.path else ""
            yield self._text(
                self._file(group.path, "_shapes"),
                "wecom_client/[group]/_shapes.py.jinja",
                f"specs/{key}",
                docstring=docstring([f"Shapes that several operations{below} share."]),
                classes=classes,
            )

    def _root(self) -> Iterator[tuple[str, str]]:
        operations = self.api.operations
        modules = {
            one.path: f"{PACKAGE}.{self._namespaces.module(one.path)}"
            for one in [self.api.token, *operations]
        }
        examples = {one.path: one.example_response for one in operations}
        rows = {error.code: _error_entry(error) for error in self.api.errors}
        yield self._root_text("_error_table", "specs/errors.yaml")
        yield self._root_text("_error_codes", "specs/errors.yaml", table=rows)
        stated = self.api.frequency_limits
        yield self._root_text(
            "_frequency_limits",
            "specs/frequency_limits.yaml",
            docstring=docstring(_frequency_lines(stated)),
            limits=tuple(
                call("FrequencyLimit", one.calls, one.per, one.of, operation=one.operation)
                for one in stated.limits
            ),
        )
        yield self._root_text("_operations", "specs/", table=_sorted(modules))
        yield self._root_text("simulator/_examples", "specs/", table=_sorted(examples))
        yield self._root_text(
            "_failed_records", "specs/", record=any_failed_record(operations, self._classes)
        )
        behaviours = self._behaviours.copied
        yield self._root_text("simulator/__init__", "specs/", behaviours=behaviours)
        yield self._root_text(
            "simulator/simulator",
            "specs/",
            behaviours=behaviours,
            settings=[setting for one in behaviours for setting in one.settings],
            left_out=sorted({one.group for one in self._behaviours.left_out}),
        )
        for one in self._workflows.left_out:
            template = f"{FOLDER}/_left_out.py.jinja"
            yield self._text(one.path, template, "specs/", workflow=one)
        members = _members(self.api.root, self._namespaces)
        token = member_name(self.api.token.path)
        yield self._root_text("_client", "specs/", token=token, side=SYNC, **members)
        yield self._root_text("_async_client", "specs/", token=token, side=ASYNC, **members)
        yield self._root_text("__init__", "specs/", **members)

    def _root_text(self, name: str, source: str, **values: Any) -> tuple[str, str]:
        path = f"{PACKAGE}/{name}.py"
        return self._text(path, f"{path}.jinja", source, **values)


def _members(group: Group, namespaces: Namespaces) -> dict[str, Any]:
    """Return what is below a group: modules of operations, and namespaces."""
    inner = [one for one in group.groups if one.has_operations]
    classes = [class_name(one.name, "Namespace") for one in inner]
    children = [
        Child(namespaces.name(one.path), name, one.path, alias)
        for one, name, alias in zip(inner, classes, _aliases(classes), strict=True)
    ]
    operations = [member_name(one.path) for one in group.operations]
    names = frozenset([*operations, *(one.name for one in children)])
    return {
        "operations": operations,
        "children": children,
        "property": Annotations(names).builtin("property"),
    }


def _aliases(classes: Iterable[str]) -> list[str]:
    """Return names for classes of both clients, of which no two are the same."""
    found: list[str] = []
    taken: set[str] = set()
    for name in classes:
        names = chain([name], (f"{name}{number}" for number in count(2)))
        alias = next(one for one in names if taken.isdisjoint((one, f"Async{one}")))
        taken |= {alias, f"Async{alias}"}
        found.append(alias)
    return found


def _operation_call(operation: Operation) -> Any:
    return call(
        "Operation",
        path=operation.path,
        method=operation.method,
        repeatable=operation.repeatable,
        doc_url=operation.page,
        title=" ".join(operation.title.split()),
        errcode_required=None if operation.errcode_required else False,
        query=tuple(one.name for one in operation.request if one.sent_in) or None,
        effect=operation.effect or None,
        file=next((one.name for one in operation.request if one.is_file), None),
    )


@cache  # `diff` renders two trees
def _environment(templates: Path) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - the output is Python, written by `python` and `docstring`
    )
    environment.filters["python"] = python
    environment.globals["kinds_of_jobs"] = ", ".join(JOBS)
    return environment


def _frequency_lines(stated: FrequencyLimits) -> list[str]:
    """Return what a user reads of the limits."""
    lines = ["How often the platform lets an operation be called before it answers 45009.", ""]
    lines += [f"- {one}" for one in stated.limits]
    page = f"Page: {stated.page} (updated {stated.updated})" if stated.page else ""
    return [*lines, *(["", page] if page else [])]


def _error_entry(error: ErrorCode) -> Any:
    chinese = (error.meaning_zh, error.remedy_zh) if error.meaning_zh else ()
    return call("ErrorEntry", error.error_class, error.meaning, error.remedy, *chinese)


def _sorted(rows: Mapping[str, Any]) -> dict[str, Any]:
    return dict(sorted(rows.items()))
