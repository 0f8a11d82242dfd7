"""Data to model: every file of a folder of specs, and the rules across files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, filterfalse
from pathlib import Path
from typing import Any

from ..jobs import READERS, read_jobs
from ..model import (
    Api,
    ErrorCode,
    Failures,
    Field,
    FrequencyLimit,
    FrequencyLimits,
    Group,
    Operation,
    Quota,
)
from ..problems import Location, Problem, SpecError
from . import schema
from .copies import copies
from .deviations import deviation_problems, deviations_of, named_documents, unknown_documents
from .failures import has_success
from .fields import FieldReader
from .json_schema import breaches, object_schema
from .load import SHAPES, SPEC_NEEDS, Source, load, spec_files
from .names import path_part_fault
from .references import Layer, Node, Resolver
from .uploads import upload_problems

ERRORS, FREQUENCY_LIMITS = "errors.yaml", "frequency_limits.yaml"
_TABLES = {ERRORS: "errors", FREQUENCY_LIMITS: "frequency_limits"}
"""Files at the top of a folder of specs that are none, each with the name of its schema."""
_NEEDS = {
    "spec": SPEC_NEEDS,
    "shapes": "it holds shapes, a mapping each, such as 'NAME: {type: object, properties: …}'; "
    "without any, delete it",
    "errors": "it holds error codes, each with 'class:', 'meaning:' and 'remedy:'; "
    "without it, the project's own count",
    "frequency_limits": "it needs 'page:', 'updated:' and 'limits:'; "
    "without it, the project's own count",
}
"""What a file has to hold, by the name of its schema."""
_PLACED_WITHIN = ("failures", *READERS)
_TAKEN_OVER: Mapping[str, Any] = {
    **dict.fromkeys(("title", "summary", "page", "updated", "repeatable_reason", "effect"), ""),
    "kind": "operation",
    "repeatable": False,
    "errcode_required": True,
    "permissions": {},
}
"""Keys of a spec that the model has as they are, each with what it is where it is left out."""
_QUOTA: Mapping[str, Any] = {"limit": 0, "scope": "", "days": None, "description": "", "per": None}
_ANSWER_FIELDS = (
    Field("errcode", Location("every answer"), "integer"),
    Field("errmsg", Location("every answer"), "string"),
)


Rules = Callable[[Api], Iterable[Problem]]
"""What a target cannot render, whatever else may be wrong with the specs."""


def read_api(folder: Path, rules: Iterable[Rules] = ()) -> Api:
    """Read a folder of specs; what it lacks of the platform's own files comes from the project's.

    Raises:
        SpecError: with every problem of every file, those that `rules` find among them.
    """
    reader = _Reader(folder)
    api = reader.read()
    if api is not None:
        reader.problems += [problem for find in rules for problem in find(api)]
    if reader.problems or api is None:
        raise SpecError(reader.problems)
    return api


class _Reader:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []

    def read(self) -> Api | None:
        if not self.folder.is_dir():
            said = "is not a folder; --specs takes a folder of specs"
            self._problem(Location(str(self.folder)), said)
            return None
        paths = [*spec_files(self.folder)]
        shared = {one.key: one for one in self._sources(filter(self._is_shared, paths))}
        own, limits = (shared.pop(name, None) for name in _TABLES)
        errors = self._platform_errors if own is None else self._table(own)
        resolver = Resolver(shared)
        operations: list[Operation] = []
        named: list[tuple[Location, str]] = []
        # one at a time: places take more room than all that a spec says
        for source in self._sources(filterfalse(self._is_shared, paths)):
            operations.append(_OperationReader(source, resolver, errors, self.problems).read())
            named += named_documents(source)
        shape_fields = {
            key.rpartition("/")[0]: self._shapes(source, resolver) for key, source in shared.items()
        }
        self.problems.extend(resolver.problems)
        token = self._token(operations)
        if not operations and not self.problems:
            self._problem(Location(str(self.folder)), "has no spec; a spec is a .yaml file in it")
        if token is None:
            return None
        self.problems.extend(copies(operations))
        pages = [one.page for one in operations]
        self.problems.extend(unknown_documents(self.folder, named, pages))
        plain = [operation for operation in operations if operation.kind == "operation"]
        root = self._root(plain, shape_fields)
        table = tuple(errors[code] for code in sorted(errors))
        return Api(root, table, token, self._frequency_limits(limits))

    def _problem(self, place: Location, message: str) -> None:
        self.problems.append(Problem(place, message))

    def _is_shared(self, path: Path) -> bool:
        return path.name == SHAPES or (path.name in _TABLES and path.parent == self.folder)

    def _sources(self, paths: Iterable[Path]) -> Iterator[Source]:
        return filter(None, (self._source(path, self.folder) for path in paths))

    def _source(self, path: Path, folder: Path) -> Source | None:
        """Load a file and hold it against the JSON Schema of its kind."""
        if not self._has_good_name(path, folder):
            return None
        in_folder = path.relative_to(folder).as_posix()
        kind = "shapes" if path.name == SHAPES else _TABLES.get(in_folder, "spec")
        source, problems = load(path, folder, _NEEDS[kind])
        self.problems.extend(problems)
        if source is None:
            return None
        data, problems = schema.check(source, f"{kind}.schema.json")
        self.problems.extend(problems)
        return replace(source, data=data) if isinstance(data, Mapping) else None

    def _has_good_name(self, path: Path, folder: Path) -> bool:
        relative = path.relative_to(folder)
        place = Location(str(path))
        if path.suffix != ".yaml":
            self._problem(place, f"ends in {path.suffix}; specs end in .yaml")
            return False
        stem = () if path.name == SHAPES else (path.stem,)
        for part in (*relative.parts[:-1], *stem):
            fault = path_part_fault(part)
            if fault:
                self._problem(place, fault)
                return False
        return True

    @cached_property
    def _platform_errors(self) -> dict[int, ErrorCode]:
        """The project's own table, for specs without one."""
        return self._table(self._source(schema.SPECS / ERRORS, schema.SPECS))

    def _table(self, source: Source | None) -> dict[int, ErrorCode]:
        table = {}
        for code, row in (source.data if source else {}).items():
            if isinstance(row, Mapping):
                table[int(code)] = _error_code(int(code), row)
        return table

    def _frequency_limits(self, own: Source | None) -> FrequencyLimits:
        """Return the folder's own limits, or else the project's."""
        source = own or self._source(schema.SPECS / FREQUENCY_LIMITS, schema.SPECS)
        stated = source.data if source is not None else {}
        rows = [row for row in stated.get("limits", ()) if isinstance(row, Mapping)]
        limits = (FrequencyLimit(**row) for row in rows if {"calls", "per", "of"} <= row.keys())
        return FrequencyLimits(stated.get("page", ""), stated.get("updated", ""), tuple(limits))

    def _shapes(self, source: Source, resolver: Resolver) -> dict[str, Field]:
        reader = FieldReader(resolver)
        fields = {
            str(name): reader.shape(str(name), resolver.node(source, (str(name),), data))
            for name, data in source.data.items()
            if isinstance(data, Mapping)
        }
        self.problems.extend(reader.problems)
        return fields

    def _token(self, operations: list[Operation]) -> Operation | None:
        found = [operation for operation in operations if operation.kind == "token"]
        for second in found[1:]:
            self._problem(second.location, f"is a second token endpoint beside {found[0].path}")
        if found and "/" in found[0].path:
            self._problem(
                found[0].location, "is the token endpoint; move it to the top of the folder"
            )
        token = found[0] if found else None
        if token is None and self.folder.resolve() != schema.SPECS:
            token = next((one for one in self._platform_operations() if one.kind == "token"), None)
        for one in operations:
            if token is not None and one.kind != "token" and one.path == token.path:
                self._problem(one.location, "is the path of the token endpoint; say 'kind: token'")
        return token

    def _platform_operations(self) -> Iterator[Operation]:
        for path in sorted(schema.SPECS.glob("*.yaml")):
            source = self._source(path, schema.SPECS) if path.name not in _TABLES else None
            if source is not None:
                errors = self._platform_errors
                yield _OperationReader(source, Resolver({}), errors, self.problems).read()

    def _root(
        self, operations: Iterable[Operation], shapes: Mapping[str, Mapping[str, Field]]
    ) -> Group:
        own: dict[str, list[Operation]] = defaultdict(list)
        for one in sorted(operations, key=lambda each: each.path):
            own[one.path.rpartition("/")[0]].append(one)
        homes = (home.split("/") for home in {*own, *shapes})
        folders = sorted({path for home in homes for path in accumulate(home, "{}/{}".format)})

        def group(path: str) -> Group:
            inner = (one for one in folders if one and one.rpartition("/")[0] == path)
            place = Location(str(self.folder / path))
            groups = tuple(map(group, inner))
            return Group(path, place, tuple(own.get(path, ())), shapes.get(path, {}), groups)

        return group("")


def _error_code(code: int, row: Mapping[str, Any]) -> ErrorCode:
    chinese = row.get("zh")
    rows = (row, chinese if isinstance(chinese, Mapping) else {})
    texts = (one.get(key, "") for one in rows for key in ("meaning", "remedy"))
    return ErrorCode(code, row.get("class", ""), *texts)


@dataclass
class _OperationReader:
    """Reads one spec; what its data lacks was reported before and reads as empty here."""

    source: Source
    resolver: Resolver
    errors: Mapping[int, ErrorCode]
    problems: list[Problem]

    def _problem(self, place: Location, message: str) -> None:
        self.problems.append(Problem(place, message))

    def read(self) -> Operation:
        data = self.source.data
        method = data.get("method", "POST")
        node = Node((Layer(self.source, (), data),))
        request = self._fields(node, "request", FieldReader(self.resolver, True, method == "GET"))
        response = self._fields(node, "response", FieldReader(self.resolver, is_answer=True))
        examples = data.get("examples", {})
        operation = Operation(
            path=self.source.key[: -len(".yaml")],
            location=self.source.at(),
            method=method,
            **{key: data.get(key, left_out) for key, left_out in _TAKEN_OVER.items()},
            request=request,
            response=response,
            failures=self._failures(data.get("failures"), response),
            jobs=(),
            errors=tuple(self._codes(data.get("errors", []))),
            quotas=tuple(self._quotas(data.get("quotas", []))),
            notes=tuple(data.get("notes", [])),
            example_request=examples.get("request", {}),
            example_response=examples.get("response", {}),
            deviations=tuple(one for _, one in deviations_of(data)),
            places=dict(_places(self.source, data)),
        )
        self._check_examples(operation, examples)
        self._check_kind(operation)
        self.problems.extend(deviation_problems(operation, self.source))
        operation, problems = read_jobs(data, operation, self.errors)
        self.problems.extend((*problems, *upload_problems(operation)))
        return operation

    def _fields(self, node: Node, key: str, reader: FieldReader) -> tuple[Field, ...]:
        fields = reader.fields(node, key)
        self.problems.extend(reader.problems)
        implied = (
            {field.name for field in _ANSWER_FIELDS} if key == "response" else {"access_token"}
        )
        for field in fields:
            if field.name in implied:
                self._problem(
                    field.location, f"{field.name!r} is implied by every operation; take it out"
                )
        return fields

    def _failures(self, stated: Any, response: tuple[Field, ...]) -> Failures | None:
        if not isinstance(stated, Mapping) or len(stated) < 2:
            return None
        failures = Failures(stated["field"], stated["key"], stated.get("every", False))
        place = self.source.at_key("failures", "field")
        listed = next((field for field in response if field.name == failures.field), None)
        if listed is None or listed.items is None:
            self._problem(place, f"{failures.field!r} is not an array of the answer")
            return None
        names = [field.name for field in listed.items.properties]
        for name in (failures.key, "errcode"):
            if name not in names:
                self._problem(place, f"the records of {failures.field!r} have no {name!r}")
        example = self.source.data.get("examples", {}).get("response")
        if not failures.every and has_success(example, failures.field):
            text = f"an element of {failures.field!r} in the example has the errcode 0"
            self._problem(place, f"{text}; say 'every: true' if that means that it did not fail")
        return failures

    def _quotas(self, stated: list[Mapping[str, Any]]) -> Iterator[Quota]:
        for index, one in enumerate(stated):
            if {"days", "per"} <= one.keys():
                place = self.source.at_key("quotas", index, "per")
                self._problem(place, "a quota counts over 'days' or 'per' a time, not over both")
            yield Quota(**{**_QUOTA, **one})

    def _codes(self, codes: list[Any]) -> Iterator[int]:
        for index, code in enumerate(codes):
            if code in self.errors:
                yield code
            else:
                self._problem(
                    self.source.at("errors", index),
                    f"the error code {code} is not in {ERRORS}; add it there with its meaning",
                )

    def _check_examples(self, operation: Operation, examples: Mapping[str, Any]) -> None:
        sides = {
            "request": operation.request,
            "response": (*_ANSWER_FIELDS, *operation.response),
        }
        for side, fields in sides.items():
            if side not in examples:
                continue
            for error in breaches(object_schema(fields), examples[side]):
                where = ("examples", side, *(_pointer(error.absolute_path)))
                self._problem(
                    self.source.at_key(*where),
                    f"the example breaks its own spec: {schema.shortened(error.message)}",
                )

    def _check_kind(self, operation: Operation) -> None:
        security = self.source.data.get("security", "access_token")
        if operation.kind == "token" and security != "none":
            self._problem(self.source.at_key("kind"), "the token endpoint needs 'security: none'")
        if operation.kind == "operation" and security == "none":
            self._problem(
                self.source.at_key("security"), "only the token endpoint goes without a token"
            )


def _places(source: Source, data: Mapping[str, Any]) -> Iterator[tuple[str, Location]]:
    for key, value in data.items():
        yield key, source.at_key(key)
        for inner in value if isinstance(value, Mapping) and key in _PLACED_WITHIN else ():
            yield f"{key}.{inner}", source.at_key(key, inner)


def _pointer(path: Iterable[Any]) -> Iterator[Any]:
    return (part if isinstance(part, int) else str(part) for part in path)
