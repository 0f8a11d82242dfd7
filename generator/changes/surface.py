"""Generated files to their public surface: what code of users can name, call and read.

Public are the names that a public package lists in `__all__`, what can be reached from them by
attributes (`wecom_client.WeComClient.externalcontact.groupchat.list`), and what the modules of
operations define. In which private module something stands is of no interest: names are followed
through imports, assignments and base classes.
"""

from __future__ import annotations

import ast
import builtins
import keyword
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import griffe

from ..jobs import operation_names
from ..problems import Location
from .reader import Package, PackageError

_PASSING = {
    griffe.ParameterKind.positional_only: "by position only",
    griffe.ParameterKind.positional_or_keyword: "by position or keyword",
    griffe.ParameterKind.var_positional: "as any number of positions",
    griffe.ParameterKind.keyword_only: "by keyword only",
    griffe.ParameterKind.var_keyword: "as any number of keywords",
}
_SELF = re.compile(r"\bSelf\b")
_SPECIAL = re.compile(
    "__(a?enter|a?exit|a?iter|a?next|await|bool|call|contains|float|getitem|int|len|lt|setitem)__"
)
"""Methods that users call by the syntax of Python."""
_ENUMS = {"Enum", "IntEnum", "StrEnum", "Flag", "IntFlag"}
_MARKED = re.compile(r"(Required|NotRequired)\[(.*)\]")


@dataclass(frozen=True)
class Argument:
    """One argument of a function or class; `default` is None where it must be given."""

    name: str
    passing: str
    annotation: str
    default: str | None


@dataclass(frozen=True)
class Member:
    """A public name: a class with its constructor's arguments, a function, or an attribute.

    `annotation`: of an attribute, of what a function returns, or of what another word stands for.
    `bases`: what a class can be caught or passed as. `traits`: see `RULES`, `surface.…-lost`.
    `operation`: the path of the operation that it serves, empty for what serves them all.
    """

    nature: str
    operation: str
    arguments: tuple[Argument, ...] = ()
    annotation: str = ""
    bases: tuple[str, ...] = ()
    overloads: tuple[Member, ...] = ()
    value: str = ""
    traits: frozenset[str] = frozenset()
    location: Location | None = field(default=None, compare=False)


Surface = Mapping[str, Member]
"""Public names, dotted from the package on."""


def surface_of(files: Mapping[str, bytes]) -> Surface:
    """Return the public surface of generated files.

    Raises:
        PackageError: a file is not valid Python, or classes are made from each other.
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
    _listed: dict[str, str] = field(default_factory=dict)
    """Classes that are public by their own names, so that their members are noted once."""

    def read(self) -> None:
        modules = self.package.modules.items()
        stated = {name: _operation_of_module(module) for name, module in modules}
        self._operations = {name: path for name, path in stated.items() if path}
        doors: list[tuple[griffe.Module, str]] = []
        for path, module in modules:
            listed = [str(name) for name in module.exports or ()]
            if any(part.startswith("_") for part in path.split(".")):
                continue
            if path in self._operations:
                doors += [(module, name) for name in listed or _own_names(module)]
            elif self._is_group(path):
                # the client's attributes lead to namespaces, operations' modules have the shapes
                self.found.update({f"{path}.{name}": Member("class", "") for name in listed})
            else:
                doors += [(module, name) for name in listed]
                for name in listed:
                    target = self.package.find(module, name)
                    if target is not None and target.is_class:
                        self._listed.setdefault(target.path, name)
        for module, name in doors:
            self._note(f"{module.path}.{name}", self.package.find(module, name), module)

    def _is_group(self, name: str) -> bool:
        """Say whether a package holds operations; the whole one, which has a client, does not."""
        return "." in name and any(one.startswith(f"{name}.") for one in self._operations)

    def _operation(self, key: str, item: griffe.Object | None = None) -> str:
        """Return the operation of a name: that of its module, or of the method that it is."""
        parts = key.split(".")
        homes = [".".join(parts[:end]) for end in range(len(parts) - 1, 1, -1)]
        if item is not None:
            homes.append(item.module.path)
        # a client's attributes are called as the modules are: package.Client.group.operation
        known = (self._operations.get(one, "") for one in (*homes, *_modules(parts)))
        return next(filter(None, known), "")

    def _described(self, key: str, item: griffe.Object, nature: str, **facts: Any) -> Member:
        place = self.package.location(item)
        return Member(nature, self._operation(key, item), location=place, **facts)

    def _note(
        self, key: str, item: griffe.Object | None, module: griffe.Module, *above: str
    ) -> None:
        """Note a public name, and what it leads to; `above` are the classes that it stands in."""
        if item is None or item.is_module:
            self.found[key] = Member("value", self._operation(key))
        elif isinstance(item, griffe.Function):
            is_bound = bool(above) and "staticmethod" not in item.labels
            self.found[key] = self._function(key, item, is_bound)
        elif isinstance(item, griffe.Class):
            if item.path not in above:
                self._class(key, item)
        elif above:
            self._attribute(key, item, above)
        else:
            alias = self.package.alias(module, key.rpartition(".")[2])
            text = self.package.text(*alias) if alias else ""
            self.found[key] = self._described(key, item, "value", annotation=text)

    def _class(self, key: str, item: griffe.Class) -> None:
        is_mapping = self._is_mapping(item)
        is_frozen = any("frozen=True" in str(one.value) for one in item.decorators)
        bases = ("TypedDict",) if is_mapping else dict.fromkeys(self._ancestors(item))
        self.found[key] = self._described(
            key,
            item,
            "class",
            arguments=tuple(self._keys(item) if is_mapping else self._constructor(item)),
            bases=tuple(bases),
            traits=frozenset(() if is_frozen else {"open"}),
        )
        if not is_mapping:
            for name, member in self._members(item).items():
                self._note(f"{key}.{name}", member, item.module, item.path)

    def _ancestors(self, item: griffe.Class, steps: int = 20) -> Iterator[str]:
        """Return what users can name of the classes that one is made from, at any distance."""
        for base, name in self.package.bases(item):
            if isinstance(base, griffe.Class):
                if base.path in self._listed:
                    yield self._listed[base.path]
                if steps:
                    yield from self._ancestors(base, steps - 1)
            else:
                yield name
                above = getattr(builtins, name, object)
                yield from (one.__name__ for one in above.__mro__[1:-1])

    def _members(self, item: griffe.Class) -> dict[str, griffe.Object]:
        """Return the public members of a class, those of bases that are not public too."""
        found: dict[str, griffe.Object] = {}
        for base, _ in reversed(list(self.package.bases(item))):
            if isinstance(base, griffe.Class) and base.path not in self._listed:
                found |= self._members(base)
        for name, member in item.members.items():
            target: griffe.Object | None = member if isinstance(member, griffe.Object) else None
            value = getattr(member, "value", None)
            if isinstance(member, griffe.Alias):
                target = self.package.find(item.module, member.target_path)
            elif "class-attribute" in member.labels and isinstance(value, griffe.Expr):
                target = self.package.find(item.module, str(value)) or target
            if target is not None and (not name.startswith("_") or _SPECIAL.fullmatch(name)):
                found[name] = target
        return found

    def _attribute(self, key: str, item: griffe.Object, above: tuple[str, ...]) -> None:
        is_property, annotation = "property" in item.labels, _annotation(item)
        is_enum = isinstance(item.parent, griffe.Class) and self._is_enum(item.parent)
        self.found[key] = self._described(
            key,
            item,
            "attribute",
            annotation=self.package.text(item.module, annotation),
            value=str(getattr(item, "value", "")) if is_enum and not is_property else "",
            traits=frozenset({"settable"} if "writable" in item.labels else ()),
        )
        target = self.package.find(item.module, str(annotation)) if is_property else None
        if isinstance(target, griffe.Class) and target.path not in (*above, *self._listed):
            for name, inner in self._members(target).items():
                self._note(f"{key}.{name}", inner, target.module, *above, target.path)

    def _function(self, key: str, item: griffe.Function, is_bound: bool) -> Member:
        above = self._ancestors(item.parent) if isinstance(item.parent, griffe.Class) else ()
        traits = {
            "unbound": bool({"staticmethod", "classmethod"} & item.labels),
            "needed": "abstractmethod" in item.labels or "Protocol" in above,
        }
        return self._described(
            key,
            item,
            "async function" if "async" in item.labels else "function",
            arguments=self._arguments(item, is_bound),
            # of the class that it is seen on, `Self` is another name
            annotation=_SELF.sub(key.split(".")[-2], self.package.text(item.module, item.returns)),
            overloads=tuple(self._function(key, one, is_bound) for one in item.overloads or ()),
            traits=frozenset(name for name, is_so in traits.items() if is_so),
        )

    def _arguments(self, item: griffe.Function, is_bound: bool) -> tuple[Argument, ...]:
        """Return what callers may pass; private arguments are none of their business."""
        return tuple(
            Argument(
                one.name.lstrip("*"),
                _PASSING[one.kind],
                self.package.text(item.module, one.annotation),
                _text(one.default),
            )
            for one in list(item.parameters)[is_bound:]
            if one.kind and (one.default is None or not one.name.startswith("_"))
        )

    def _constructor(self, item: griffe.Class) -> tuple[Argument, ...]:
        """Return the arguments of a class, none where it has them from a base that is public."""
        for name in ("__init__", "__new__"):
            member = item.members.get(name)
            if isinstance(member, griffe.Function):
                return self._arguments(member, is_bound=True)
        for base, name in self.package.bases(item):
            if name == "NamedTuple":
                return tuple(self._fields(item))
            if isinstance(base, griffe.Class):
                return () if base.path in self._listed else self._constructor(base)
        return ()

    def _fields(self, item: griffe.Class) -> Iterator[Argument]:
        for one in item.attributes.values():
            if one.annotation is not None and "instance-attribute" in one.labels:
                text = self.package.text(item.module, one.annotation)
                yield Argument(one.name, "by position or keyword", text, _text(one.value))

    def _is_enum(self, item: griffe.Class) -> bool:
        return not _ENUMS.isdisjoint(self._ancestors(item))

    def _is_mapping(self, item: griffe.Class) -> bool:
        """Say whether a class is a TypedDict."""
        return any(
            name == "TypedDict"
            or (isinstance(base, griffe.Class) and self._is_mapping(base))
            or _typed_dict_call(base) is not None
            for base, name in self.package.bases(item)
        )

    def _keys(self, item: griffe.Class) -> Iterator[Argument]:
        """Return the keys of a TypedDict as if they were the arguments of its class."""
        for base, _ in self.package.bases(item):
            call = _typed_dict_call(base)
            listed = call.arguments[1] if call else None
            if base is not None and call is not None and isinstance(listed, griffe.ExprDict):
                is_total = "total=False" not in map(str, call.arguments)
                for key, value in zip(listed.keys, listed.values, strict=True):
                    if isinstance(key, str):  # a constant
                        name = str(ast.literal_eval(key))
                        yield self._key(base.module, name, str(value), is_total)
            elif isinstance(base, griffe.Class):
                yield from self._keys(base)
        for one in item.attributes.values():
            is_total = str(item.keywords.get("total")) != "False"
            yield self._key(item.module, one.name, str(one.annotation), is_total)

    def _key(self, module: griffe.Module, name: str, text: str, is_total: bool) -> Argument:
        spelt = self.package.text(module, text)
        marked = _MARKED.fullmatch(spelt)
        if marked:
            is_total, spelt = marked[1] == "Required", marked[2]
        return Argument(name, "by keyword only", spelt, None if is_total else "absent")


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _operation_of_module(module: griffe.Module) -> str:
    """Return the path of the operation that a module describes, nothing for another module."""
    builder = module.members.get("build_request")
    if builder is None or builder.is_alias:
        return ""
    call = getattr(module.members.get("OPERATION"), "value", None)
    for stated in call.arguments if isinstance(call, griffe.ExprCall) else ():
        if isinstance(stated, griffe.ExprKeyword) and stated.name == "path":
            return str(ast.literal_eval(str(stated.value)))
    parts = module.path.split(".")[1:]
    return "/".join(part[:-1] if keyword.iskeyword(part[:-1]) else part for part in parts)


def _own_names(module: griffe.Module) -> list[str]:
    """Return what a module defines; those of old versions list nothing."""
    members = module.members.items()
    return [name for name, one in members if not (name.startswith("_") or one.is_alias)]


def _modules(parts: list[str]) -> Iterator[str]:
    """Return the modules that a client's attribute can belong to: its own, or that of its job."""
    home = [parts[0], *parts[2:-1]]
    for name in (parts[-1], *operation_names(parts[-1])):
        yield ".".join([*home, name])
        yield ".".join([*home, f"{name}_"])


def _typed_dict_call(item: griffe.Object | None) -> griffe.ExprCall | None:
    """Return the call that makes a TypedDict whose keys cannot stand in a class."""
    call = getattr(item, "value", None)
    if isinstance(call, griffe.ExprCall) and str(call.function).split(".")[-1] == "TypedDict":
        return call if len(call.arguments) > 1 else None
    return None


def _annotation(item: griffe.Object) -> object:
    """Return what an attribute is annotated with; one that a constructor sets has an argument's."""
    stated, value = getattr(item, "annotation", None), getattr(item, "value", None)
    if stated is None and isinstance(value, griffe.ExprName) and item.parent is not None:
        maker = item.parent.members.get("__init__")
        if "class-attribute" not in item.labels and isinstance(maker, griffe.Function):
            named = [one for one in maker.parameters if one.name == value.name]
            return named[0].annotation if named else None
    return stated
