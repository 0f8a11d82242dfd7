"""`pagination`, `batch` and `window` of a spec, held against its fields, breach by breach."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..model import Batch, ErrorCode, Field, Operation, Pagination, Window
from ..problems import Location, Problem
from .kinds import at_path, daily_quota, figures, jobs_of, named

_PLAIN = ("string", "integer")


class JobReader:
    """Reads the jobs of one spec. What the schema found faulty is not there any more."""

    def __init__(
        self,
        data: Mapping[str, Any],
        place: Callable[..., Location],
        operation: Operation,
        errors: Mapping[int, ErrorCode],
    ) -> None:
        """Take a spec's data, where each of its keys stands, and what else was read from it."""
        self.data = data
        self.place = place
        self.operation = operation
        self.errors = errors
        self.problems: list[Problem] = []

    def read(self) -> Operation:
        """Return the operation with those of its jobs that can work."""
        readers: Mapping[str, Callable[[Mapping[str, Any]], Pagination | Batch | Window | None]] = {
            "pagination": self._pagination,
            "batch": self._batch,
            "window": self._window,
        }
        for key, read in readers.items():
            data = self.data.get(key)
            if not isinstance(data, Mapping):
                continue
            if self.operation.kind == "token":
                self._problem((key,), f"{key!r} belongs to operations; take it out")
                continue
            before = len(self.problems)
            found = read(data)
            if len(self.problems) == before and found is not None:
                part: dict[str, Any] = {key: found}
                self.operation = replace(self.operation, **part)
        self._check_combination()
        return self.operation

    def _problem(self, key: tuple[str, ...], message: str) -> None:
        self._problem_at(self.place(*key), message)

    def _problem_at(self, place: Location, message: str) -> None:
        self.problems.append(Problem(place, message))

    def _field(
        self, key: tuple[str, str], name: str, fields: Iterable[Field], side: str
    ) -> Field | None:
        """Return the field that a key names; a problem where there is none."""
        found = named(fields, name)
        if found is None:
            known = ", ".join(one.name for one in fields) or "nothing"
            self._problem(key, f"{key[1]!r} names {name!r}; the {side} has: {known}")
            return None
        # a type that is missing or wrong is a problem of its own, and the only one it makes
        return found if found.type else None

    def _parameter(self, job: str, key: str, data: Mapping[str, Any]) -> Field | None:
        return self._field((job, key), data[key], self.operation.request, "request")

    def _answer(self, job: str, key: str, data: Mapping[str, Any]) -> Field | None:
        return self._field((job, key), data[key], self.operation.response, "answer")

    def _check_repeatable(self, job: str) -> None:
        if not self.operation.repeatable:
            self._problem(
                (job,),
                f"{job!r} makes calls that are sent again when their outcome is unknown; it needs "
                "'repeatable: true'",
            )

    def _records(self, job: str, data: Mapping[str, Any]) -> Field | None:
        """Return the field that `items` names: an array of records."""
        found = self._answer(job, "items", data)
        if found is None:
            return None
        records = found.items if found.type == "array" else None
        if records is not None and not records.type:
            return None
        if records is None or records.type != "object" or not records.properties:
            self._problem(
                (job, "items"), f"'items' names {found.name!r}, which is no array of objects"
            )
            return None
        return found

    def _pagination(self, data: Mapping[str, Any]) -> Pagination | None:
        if not {"position", "next", "size", "items"} <= data.keys():
            return None
        self._check_repeatable("pagination")
        position = self._parameter("pagination", "position", data)
        self._records("pagination", data)
        self._check_size(data)
        if position is not None:
            self._check_position(position, data)
        return Pagination(
            data["position"], data["next"], data["size"], data["items"], data.get("total")
        )

    def _check_size(self, data: Mapping[str, Any]) -> None:
        key = ("pagination", "size")
        size = self._parameter(*key, data)
        if data["size"] == data["position"]:
            self._problem(key, "'size' and 'position' are two parameters")
        elif size is not None and (size.type != "integer" or size.format or size.enum):
            self._problem(key, f"'size' names {size.name!r}, which is no number of records")

    def _check_position(self, position: Field, data: Mapping[str, Any]) -> None:
        key = ("pagination", "position")
        if position.type not in _PLAIN or position.format or position.enum:
            self._problem(
                key,
                f"'position' names {position.name!r}, which is neither a cursor (string) nor an "
                "offset (integer)",
            )
            return
        if position.required:
            self._problem(
                key, f"{position.name!r} is required, but the first page is asked for without it"
            )
        following = self._answer("pagination", "next", data)
        if following is not None and following.type != position.type:
            self._problem(
                ("pagination", "next"),
                f"{following.name!r} is of type {following.type}, and {position.name!r}, which it "
                f"is the next value of, of type {position.type}",
            )
        self._check_total(position, data)

    def _check_total(self, position: Field, data: Mapping[str, Any]) -> None:
        if "total" not in data:
            return
        total = self._answer("pagination", "total", data)
        if position.type != "integer":
            self._problem(
                ("pagination", "total"),
                f"'total' says nothing beside the cursor {position.name!r}; take it out",
            )
        elif total is not None and total.type != "integer":
            self._problem(("pagination", "total"), f"{total.name!r} is no number of records")

    def _batch(self, data: Mapping[str, Any]) -> Batch | None:
        if not {"parameter", "argument"} <= data.keys():
            return None
        parameter = self._parameter("batch", "parameter", data)
        if parameter is None:
            return None
        if parameter.type == "array":
            self._check_array(("batch", "parameter"), parameter)
            self._check_failures(parameter)
            self._check_codes(data)
        elif parameter.type in _PLAIN:
            self._check_repeatable("batch")
            for key in ("done", "used_up"):
                if key in data:
                    self._problem(
                        ("batch", key), f"{key!r} needs a 'parameter' that is an array; take it out"
                    )
        else:
            self._problem(
                ("batch", "parameter"),
                f"{parameter.name!r} is of type {parameter.type}; a batch is over an array, a "
                "string or an integer",
            )
        done, used_up = (tuple(data.get(key, ())) for key in ("done", "used_up"))
        return Batch(data["parameter"], data["argument"], done, used_up)

    def _check_array(self, key: tuple[str, str], parameter: Field) -> None:
        """An array of any length is cut into calls and put together again by its elements."""
        name, elements = parameter.name, parameter.items
        if not parameter.max_items:
            self._problem(key, f"{name!r} needs a 'maxItems' of 1 or more: how many a call takes")
        if (parameter.min_items or 0) > 1:
            self._problem(
                key, f"{name!r} has 'minItems' {parameter.min_items}, but the last call may have 1"
            )
        if elements is None or elements.type not in ("", *_PLAIN):
            self._problem(key, f"the elements of {name!r} are neither strings nor integers")

    def _check_failures(self, parameter: Field) -> None:
        failures = self.operation.failures
        if failures is None:
            if not isinstance(self.data.get("failures"), Mapping):
                self._problem(
                    ("batch",), "a batch over an array needs 'failures': which elements failed"
                )
            return
        listed = named(self.operation.response, failures.field)
        records = listed.items if listed is not None else None
        if listed is None or records is None:
            return
        key = named(records.properties, failures.key)
        if key is None or parameter.items is None or not (key.type and parameter.items.type):
            return
        if key.type != parameter.items.type:
            self._problem(
                ("failures", "key"),
                f"{key.name!r} is of type {key.type}, and the elements of {parameter.name!r} that "
                f"it names are of type {parameter.items.type}",
            )

    def _check_codes(self, data: Mapping[str, Any]) -> None:
        for key in ("done", "used_up"):
            for code in data.get(key, ()):
                if code not in self.errors:
                    self._problem(
                        ("batch", key),
                        f"the error code {code} is not in errors.yaml; add it there with its "
                        "meaning",
                    )
        for code in sorted({*data.get("done", ())} & {*data.get("used_up", ())}):
            self._problem(("batch", "used_up"), f"{code} cannot mean both 'done' and 'used_up'")
        if data.get("used_up") and daily_quota(self.operation) is None:
            self._problem(
                ("batch", "used_up"), "'used_up' needs the quota of a day: 'quotas' with 'days: 1'"
            )

    def _window(self, data: Mapping[str, Any]) -> Window | None:
        if not {"begin", "end", "parameter", "items", "key"} <= data.keys():
            return None
        self._check_repeatable("window")
        self._check_days(data)
        split = at_path(self.operation.request, data["parameter"])
        key = ("window", "parameter")
        if split is not None and not split.type:
            pass
        elif split is None or split.type != "array":
            self._problem(
                key,
                f"{data['parameter']!r} leads to no array in the request; give the names of the "
                "objects around it, joined by dots",
            )
        else:
            self._check_array(key, split)
        self._check_omitted(data)
        found = Window(
            data["begin"],
            data["end"],
            data["parameter"],
            data["items"],
            data["key"],
            tuple(data.get("omit", ())),
        )
        records = self._records("window", data)
        if records is not None and records.items is not None:
            self._check_figures(found, records.items)
        return found

    def _check_days(self, data: Mapping[str, Any]) -> None:
        begin, end = (self._parameter("window", key, data) for key in ("begin", "end"))
        for side, one in (("begin", begin), ("end", end)):
            if one is not None and one.format != "day":
                self._problem(("window", side), f"{side!r} names {one.name!r}, which is no day")
        if begin is None or end is None:
            return
        key = ("window", "end")
        if not end.max_span_days:
            self._problem(key, f"{end.name!r} needs a 'maxSpanDays' of 1 or more")
        if end.not_before != begin.name:
            self._problem(key, f"{end.name!r} needs 'notBefore: {begin.name}'")
        if not end.required and end.default_from != begin.name:
            self._problem(
                key, f"{end.name!r} needs 'required: true' or 'defaultFrom: {begin.name}'"
            )

    def _check_omitted(self, data: Mapping[str, Any]) -> None:
        split = data["parameter"].partition(".")[0]
        for name in data.get("omit", ()):
            found = self._field(("window", "omit"), name, self.operation.request, "request")
            if found is not None and (found.required or name in (data["begin"], data["end"])):
                self._problem(("window", "omit"), f"{name!r} cannot be left out of a call")
            elif name == split:
                self._problem(("window", "omit"), f"{name!r} is what is split")

    def _check_figures(self, window: Window, records: Field) -> None:
        key = named(records.properties, window.key)
        if key is None or key.type not in ("", *_PLAIN):
            plain = ", ".join(one.name for one in records.properties if one.type in _PLAIN)
            self._problem(
                ("window", "key"),
                f"the records of {window.items!r} have no string or integer {window.key!r}; they "
                f"have: {plain or 'none'}",
            )
        for path, one in figures(replace(self.operation, window=window)):
            if one.over_days is None:
                self._problem_at(
                    one.location,
                    f"{path!r} is a number in records that are merged over days; say 'overDays: "
                    "sum' or 'overDays: latest'",
                )
        for one in _numbers_in_arrays(records.properties):
            self._problem_at(
                one.location,
                f"{one.name!r} is an array with numbers in records that are merged; nothing says "
                "which of them belong together",
            )

    def _check_combination(self) -> None:
        operation = self.operation
        pagination, batch, window = operation.pagination, operation.batch, operation.window
        if batch is not None and pagination is not None:
            self._problem(
                ("batch",), "'batch' and 'pagination' exclude each other: the pages would be lost"
            )
        kinds = [job.kind for job in jobs_of(operation)]
        if "batch" in kinds and "window" in kinds:
            self._problem(
                ("batch",),
                f"'batch' over an array and 'window' would both be {operation.name}_all; keep one",
            )
        if pagination is None or window is None:
            return
        if pagination.items != window.items:
            self._problem(("window", "items"), "'items' of 'pagination' and 'window' are the same")
        size = named(operation.request, pagination.size)
        if size is not None and size.required and size.maximum is None:
            self._problem(
                ("pagination", "size"),
                f"{size.name!r} needs a 'maximum': 'window' asks for pages of that size",
            )


def _numbers_in_arrays(fields: Iterable[Field]) -> Iterator[Field]:
    for one in fields:
        if one.type == "array" and one.items is not None and _has_number(one.items):
            yield one
        yield from _numbers_in_arrays(one.properties)


def _has_number(one: Field) -> bool:
    inner = (*one.properties, *([one.items] if one.items is not None else []))
    return one.type in ("integer", "number") or any(map(_has_number, inner))
