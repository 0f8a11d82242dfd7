"""Export of records as CSV or JSON Lines: a file is there once it is whole, and not before.

Records come from anything that can be iterated over: a list, a generator, a job such as
`iter_list`, the outcomes of a bulk read, or a result of another workflow. Where they come
asynchronously (`async for`), the export is awaited:

    write_csv(groupchat.iter_list(), "groups.csv", ["chat_id", "status"])
    await write_csv(groupchat.iter_list(), "groups.csv", ["chat_id", "status"])

They are taken one by one and written to a file beside the target, which takes the target's place
after the last one. When the second page fails, the error goes on its way, and the target is as it
was: not there, or the one of yesterday. What was taken is gone with it: a job or a generator that
was begun is refused, as a file of what is left of it would look whole.
"""

from __future__ import annotations

import csv
import json
import os
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from types import AsyncGeneratorType, GeneratorType
from typing import Any, TextIO

from .._runtime.jobs.async_jobs import AsyncItems, AsyncOutcomes
from .._runtime.jobs.calls import is_at_end
from .._runtime.jobs.results import Outcome
from .._runtime.jobs.sync_jobs import Items, Outcomes
from ._columns import Column, columns_of, plain
from ._files import replacing
from ._steps import Each, Flow, over_records

__all__ = ["OPERATIONS", "write_csv", "write_json_lines"]

OPERATIONS = ()

# A spreadsheet takes a text that begins so for a formula, in a Chinese or Japanese one also with
# the wide characters, and may pass over white space before it.
_FORMULA = re.compile(r"[\t\r\n]|[\s\ufeff\u200b\x00]*[=+\-@\uff1d\uff0b\uff0d\uff20]")
# Within JSON these may stand as they are, but many readers of lines take them for the end of one.
_LINE_ENDS = {ord(char): f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"}


@over_records
def write_csv(
    records: Any,
    path: str | os.PathLike[str],
    columns: Sequence[str] | Mapping[str, str],
    *,
    times: Collection[str] = (),
    bom: bool = False,
) -> Flow[int]:
    """Write records to a CSV file in UTF-8, a record a line below the headings.

    A text that a spreadsheet would take for a formula (it begins with =, +, -, @, their wide forms,
    a tab or an end of line) gets an apostrophe before it; numbers stay numbers. Nothing is written
    for what is absent. Of an array of plain values, all stand in the cell, with "; " between them;
    objects stand there as JSON.

    Args:
        records: What to write; an asynchronous iterator makes this function one to be awaited. An
            outcome of a bulk read that failed ends the export with its error, unless a column shows
            `error`.
        path: The file, replaced once all is written.
        columns: Paths such as `"chat_id"`, `"answer.group_chat.name"`, `"follow_user[0].remark"`,
            or headings with their paths. A path through an array without a number takes all its
            elements; `"."` is the record itself.
        times: Those of the paths whose numbers are Unix seconds, to be written as times of UTC+8,
            such as `2026-11-28 12:00:00`.
        bom: Whether a byte order mark comes first, without which Excel does not take the file for
            UTF-8.

    Returns:
        int: how many records were written.

    Raises:
        ValueError: columns that cannot be, one of which no record knows the name, or records some
            of which were taken before.
        OSError: the file cannot be written.
        WeComError: the records ended with it.
    """
    chosen = columns_of(columns, times)

    def write_to(file: TextIO) -> Callable[[Any], object]:
        rows = csv.writer(file, lineterminator="\r\n")
        rows.writerow([_cell(one.heading) for one in chosen])
        return lambda record: rows.writerow([_cell(one.value(record)) for one in chosen])

    encoding = "utf-8-sig" if bom else "utf-8"
    return (yield from _written(records, path, encoding, chosen, write_to))


@over_records
def write_json_lines(
    records: Any,
    path: str | os.PathLike[str],
    columns: Sequence[str] | Mapping[str, str] | None = None,
    *,
    times: Collection[str] = (),
) -> Flow[int]:
    """Write records to a file of JSON Lines in UTF-8, a record a line.

    Args:
        records: As `write_csv` takes them. Without columns, an outcome of a bulk read that failed
            is a line with its `error`.
        path: The file, replaced once all is written.
        columns: As `write_csv` takes them; the headings are the keys. None: all that the platform
            answered, in its own form.
        times: Those of the paths whose numbers are Unix seconds, to be written as times of UTC+8,
            such as `2026-11-28T12:00:00+08:00`.

    Returns:
        int: how many records were written.

    Raises:
        ValueError: columns that cannot be, one of which no record knows the name, or records some
            of which were taken before.
        OSError: the file cannot be written.
        WeComError: the records ended with it.
    """
    chosen = columns_of({"record": "."} if columns is None else columns, times)

    def write_to(file: TextIO) -> Callable[[Any], object]:
        if columns is None:
            return lambda record: file.write(_line(record))
        return lambda record: file.write(_line({one.heading: one.value(record) for one in chosen}))

    return (
        yield from _written(records, path, "utf-8", () if columns is None else chosen, write_to)
    )


def _written(
    records: Any,
    path: str | os.PathLike[str],
    encoding: str,
    columns: tuple[Column, ...],
    write_to: Callable[[TextIO], Callable[[Any], object]],
) -> Flow[int]:
    """Write every record, and put the file in place."""
    if _were_begun(records):
        raise ValueError(
            f"some records were taken from this {type(records).__name__} before, and a file of what"
            " is left would look whole: begin it anew"
        )
    shows_errors = not columns or any(one.begins_with == "error" for one in columns)
    count = 0
    with replacing(path, encoding) as file:
        write = write_to(file)

        def take(record: Any) -> None:
            nonlocal count
            if not shows_errors and isinstance(record, Outcome):
                record.result()
            write(record)
            count += 1

        # What an export that failed took is gone: nobody can go on with such a job.
        yield Each(records, take, closes=isinstance(records, (Outcomes, AsyncOutcomes)))
        for one in columns:
            one.check()
    return count


def _were_begun(records: Any) -> bool:
    """Whether something was taken from records that can be gone through but once."""
    if isinstance(records, (Items, AsyncItems, Outcomes, AsyncOutcomes)):
        return records._has_begun
    if isinstance(records, AsyncGeneratorType):
        # Python 3.11 does not say whether one is under way.
        return is_at_end(records) or getattr(records, "ag_suspended", False)
    return isinstance(records, GeneratorType) and (is_at_end(records) or records.gi_suspended)


def _line(record: Any) -> str:
    value = plain(record)
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:  # half a character, which JSON can hold and UTF-8 cannot
        text = json.dumps(value)
    return f"{text.translate(_LINE_ENDS)}\n"


def _cell(value: Any) -> Any:
    """Return what stands in a cell: a number as it is, anything else as a text."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    text = _text(value)
    return f"'{text}" if _FORMULA.match(text) else text


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}"
    if isinstance(value, (list, tuple)) and not any(map(_is_object, value)):
        return "; ".join(map(_text, value))
    value = plain(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _is_object(value: Any) -> bool:
    return isinstance(plain(value), (dict, list))
