"""Rendered files to their public surface: what code of users can name, call and read.

Public are the names that a public package lists in `__all__`, what can be reached from them by
attributes (`wecom_client.WeComClient.externalcontact.groupchat.list`), and what the modules of
operations define. Read with `ast`: no code of another tree is imported.
"""

from __future__ import annotations

import ast
import keyword
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ..jobs import operation_names
from .package import Definition, Module, Package, PackageError
from .signatures import Argument, Signatures, decorated, is_function, last_name

_PROPERTIES = ("property", "cached_property")
_UNKNOWN = ast.Constant(...)


@dataclass(frozen=True)
class Member:
    """A public name: a class with its constructor's arguments, a function, or an attribute.

    `annotation`: of an attribute, or of what a function returns. `operation`: the path of the
    operation that it serves, empty for what serves them all.
    """

    nature: str
    operation: str
    arguments: tuple[Argument, ...] = ()
    annotation: str = ""
    bases: tuple[str, ...] = ()


Surface = Mapping[str, Member]
"""Public names, dotted from the package on."""


def surface_of(files: Mapping[str, bytes]) -> Surface:
    """Return the public surface of rendered files.

    Raises:
        PackageError: a file is no Python, or classes are made from each other.
    """
    reader = _Reader(Package(files))
    try:
        reader.read()
    except RecursionError as error:
        raise PackageError("the generated classes are nested without end") from error
    return reader.found


@dataclass
class _Reader:
    package: Package
    found: dict[str, Member] = field(default_factory=dict)
    _listed: set[ast.stmt] = field(default_factory=set)
    """Classes that are public by their own names, so that their members are noted once."""

    def __post_init__(self) -> None:
        self.signatures = Signatures(self.package)

    def read(self) -> None:
        doors = []
        for module in self._public_modules():
            if self._operation_of_module(module.name):
                doors.append((module, list(self._names_of_operation(module))))
            elif module.listed is not None and self._is_group(module.name):
                self._note_exports(module, module.listed)
            elif module.listed is not None:
                doors.append((module, list(module.listed)))
                self._listed.update(self._nodes(module, module.listed))
        for module, names in doors:
            for name in names:
                self._name(f"{module.name}.{name}", self.package.find(module, name))

    def _public_modules(self) -> Iterator[Module]:
        for name in self.package.names():
            if not any(part.startswith("_") for part in name.split(".")):
                module = self.package.module(name)
                if module is not None:
                    yield module

    def _is_group(self, name: str) -> bool:
        """Say whether a package holds operations; the whole one, which has a client, does not."""
        inner = (one for one in self.package.names() if one.startswith(f"{name}."))
        return "." in name and any(map(self._operation_of_module, inner))

    def _note_exports(self, module: Module, names: Iterable[str]) -> None:
        """Note what a group's package offers to import; what it is stands elsewhere.

        A client's attributes lead to namespaces, and the operations' modules have the shapes.
        """
        for name in names:
            self.found[f"{module.name}.{name}"] = Member("class", "")

    def _nodes(self, module: Module, names: Iterable[str]) -> Iterator[ast.stmt]:
        for name in names:
            found = self.package.find(module, name)
            if found is not None and found.node is not None:
                yield found.node

    def _names_of_operation(self, module: Module) -> Iterator[str]:
        """Return what an operation's module defines, and the shapes that it shares."""
        yield from (name for name in module.definitions if not name.startswith("_"))
        for name in module.imports:
            found = None if name.startswith("_") else self.package.find(module, name)
            if found is not None and isinstance(found.node, ast.ClassDef):
                home = found.module.name.split(".")[:2]
                if not (home[-1].startswith("_") and self.package.is_package(".".join(home))):
                    yield name

    def _operation_of_module(self, name: str) -> str:
        """Return the path of the operation that a module describes, nothing for another module."""
        module = self.package.module(name)
        if module is None or "build_request" not in module.definitions:
            return ""
        value = getattr(module.definitions.get("OPERATION"), "value", None)
        for stated in value.keywords if isinstance(value, ast.Call) else ():
            if stated.arg == "path" and isinstance(stated.value, ast.Constant):
                return str(stated.value.value)
        parts = name.split(".")[1:]
        return "/".join(part[:-1] if keyword.iskeyword(part[:-1]) else part for part in parts)

    def _operation(self, key: str) -> str:
        """Return the operation of a name: that of its module, or of the method that it is."""
        parts = key.split(".")
        for end in range(len(parts), 1, -1):
            operation = self._operation_of_module(".".join(parts[:end]))
            if operation:
                return operation
        # a client's attributes are called as the modules are: package.Client.group.operation
        return next(filter(None, map(self._operation_of_module, _modules(parts))), "")

    def _name(self, key: str, found: Definition | None) -> None:
        """Note a public name, and what it leads to."""
        operation = self._operation(key)
        node = found.node if found is not None else None
        if found is not None and isinstance(node, ast.ClassDef):
            self._class(key, operation, found.module, node)
        elif found is not None and is_function(node):
            self.found[key] = self._function(operation, found.module, node, bound=False)
        else:
            self.found[key] = Member("value", operation)

    def _class(self, key: str, operation: str, module: Module, node: ast.ClassDef) -> None:
        if self.signatures.is_mapping(module, node):
            keys = tuple(self.signatures.keys(module, node))
            self.found[key] = Member("class", operation, keys, bases=("TypedDict",))
            return
        arguments = self.signatures.constructor(module, node, self._listed)
        bases = tuple(sorted(set(self._public_bases(module, node))))
        self.found[key] = Member("class", operation, arguments, bases=bases)
        for name, member in self._members(module, node).items():
            self._member(f"{key}.{name}", member, (node,))

    def _public_bases(self, module: Module, node: ast.ClassDef) -> Iterator[str]:
        """Return the bases that users can name, those of private bases in their place."""
        for base in node.bases:
            found = self.package.follow(module, base)
            if found is None or not isinstance(found.node, ast.ClassDef):
                yield self.signatures.base_name(module, base)
            elif found.node in self._listed:
                yield found.node.name
            else:
                yield from self._public_bases(found.module, found.node)

    def _members(self, module: Module, node: ast.ClassDef) -> dict[str, Definition]:
        """Return the public members of a class, those of bases that are not public too."""
        found = {
            name: Definition(module, statement)
            for statement in (*_attributes_of_instances(node), *node.body)
            for name in _defined(statement)
            if not name.startswith("_")
        }
        for home, base in self.signatures.bases(module, node):
            if base not in self._listed:
                found = {**self._members(home, base), **found}
        return found

    def _member(self, key: str, member: Definition, above: tuple[ast.stmt, ...]) -> None:
        module, statement = member.module, member.node
        operation = self._operation(key)
        is_property = is_function(statement) and decorated(statement, *_PROPERTIES)
        if is_function(statement) and not is_property:
            bound = not decorated(statement, "staticmethod")
            self.found[key] = self._function(operation, module, statement, bound=bound)
            return
        annotation = statement.returns if is_function(statement) else _annotation(statement)
        text = self.signatures.text(module, annotation)
        self.found[key] = Member("attribute", operation, annotation=text)
        target = self.package.follow(module, annotation) if annotation is not None else None
        if is_property and target is not None and isinstance(target.node, ast.ClassDef):
            if target.node in above or target.node in self._listed:
                return
            for name, inner in self._members(target.module, target.node).items():
                self._member(f"{key}.{name}", inner, (*above, target.node))

    def _function(
        self,
        operation: str,
        module: Module,
        node: ast.FunctionDef | ast.AsyncFunctionDef,
        *,
        bound: bool,
    ) -> Member:
        nature = "async function" if isinstance(node, ast.AsyncFunctionDef) else "function"
        arguments = self.signatures.arguments(module, node, bound=bound)
        return Member(nature, operation, arguments, self.signatures.text(module, node.returns))


def _modules(parts: list[str]) -> Iterator[str]:
    """Return the modules that a client's attribute can belong to: its own, or that of its job."""
    home = [parts[0], *parts[2:-1]]
    for name in (parts[-1], *operation_names(parts[-1])):
        yield ".".join([*home, name])
        yield ".".join([*home, f"{name}_"])


def _defined(statement: ast.stmt) -> list[str]:
    """Return the names that a statement of a class defines."""
    if is_function(statement):
        is_setter = decorated(statement, "setter", "deleter")
        return [] if is_setter else [statement.name]
    targets: list[ast.expr] = []
    if isinstance(statement, ast.AnnAssign):
        targets = [statement.target]
    elif isinstance(statement, ast.Assign):
        targets = statement.targets
    return [target.id for target in targets if isinstance(target, ast.Name)]


def _annotation(statement: ast.stmt | None) -> ast.expr | None:
    return statement.annotation if isinstance(statement, ast.AnnAssign) else None


def _attributes_of_instances(node: ast.ClassDef) -> Iterator[ast.stmt]:
    """Return what a constructor sets, as if it were declared in the class."""
    for statement in node.body:
        if not is_function(statement) or statement.name != "__init__":
            continue
        places = (*statement.args.posonlyargs, *statement.args.args, *statement.args.kwonlyargs)
        annotations = {one.arg: one.annotation for one in places}
        for inner in ast.walk(statement):
            targets: list[ast.expr] = []
            annotation: ast.expr = _UNKNOWN
            if isinstance(inner, ast.AnnAssign):
                targets, annotation = [inner.target], inner.annotation
            elif isinstance(inner, ast.Assign):
                value = inner.value.id if isinstance(inner.value, ast.Name) else ""
                targets, annotation = inner.targets, annotations.get(value) or _UNKNOWN
            for target in targets:
                if isinstance(target, ast.Attribute) and last_name(target.value) == "self":
                    name = ast.Name(target.attr, ast.Store())
                    yield ast.AnnAssign(name, annotation, None, 1)
