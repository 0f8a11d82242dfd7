#!/bin/sh
# griffe compares two releases of a package and names what breaks its users; gates of releases rely on it. It
# finds nothing where `def` becomes `async def` or the reverse, which breaks every caller; nothing where a
# typing.NamedTuple has its fields in another order or one more that is required, though of a dataclass it
# tells both; nothing where an exception is derived from another class, so that `except` passes it by; nothing
# where a name leaves __all__. Of constants and return types it finds nothing either, though BreakageKind has
# ATTRIBUTE_CHANGED_VALUE, ATTRIBUTE_CHANGED_TYPE and RETURN_CHANGED_TYPE.
#
# Seen with griffelib 2.4.1, Python 3.11, both trees read without importing them:
#   function removed: OBJECT_REMOVED
#   dataclass, fields in another order: PARAMETER_MOVED
#   dataclass, one more required field: PARAMETER_ADDED_REQUIRED
#   named tuple, fields in another order: nothing
#   named tuple, one more required field: nothing
#   def becomes async def: nothing
#   async def becomes def: nothing
#   exception derived from another class: nothing
#   name leaves __all__: nothing
#   constant with another value: nothing
#   function returns another type: nothing
#
# What follows: beside find_breaking_changes() compare yourself whether "async" is in a function's labels, the
# fields of named tuples in order, bases, values and annotations, and a module's `exports`.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip --disable-pip-version-check --quiet install griffelib==2.4.1 >&2

cat >"$folder/compare.py" <<'PYTHON'
"""Write two releases of a package for each case, and print which breaks griffe finds between them."""

import sys
from pathlib import Path

import griffe

DATACLASS = "from dataclasses import dataclass\n\n\n@dataclass\nclass Member:\n"
TUPLE = "from typing import NamedTuple\n\n\nclass Member(NamedTuple):\n"
CASES = {
    "function removed": ("def fetch(name): ...\n", ""),
    "dataclass, fields in another order": (
        DATACLASS + "    name: str\n    role: str\n",
        DATACLASS + "    role: str\n    name: str\n",
    ),
    "dataclass, one more required field": (
        DATACLASS + "    name: str\n",
        DATACLASS + "    name: str\n    role: str\n",
    ),
    "named tuple, fields in another order": (
        TUPLE + "    name: str\n    role: str\n",
        TUPLE + "    role: str\n    name: str\n",
    ),
    "named tuple, one more required field": (
        TUPLE + "    name: str\n",
        TUPLE + "    name: str\n    role: str\n",
    ),
    "def becomes async def": ("def fetch(name): ...\n", "async def fetch(name): ...\n"),
    "async def becomes def": ("async def fetch(name): ...\n", "def fetch(name): ...\n"),
    "exception derived from another class": (
        "class Missing(LookupError): ...\n",
        "class Missing(Exception): ...\n",
    ),
    "name leaves __all__": (
        "__all__ = ['fetch', 'send']\n\n\ndef fetch(): ...\n\n\ndef send(): ...\n",
        "__all__ = ['send']\n\n\ndef fetch(): ...\n\n\ndef send(): ...\n",
    ),
    "constant with another value": ("LIMIT: int = 100\n", "LIMIT: int = 50\n"),
    "function returns another type": (
        "def fetch() -> int: ...\n",
        "def fetch() -> str: ...\n",
    ),
}


def load(folder, source):
    package = folder / "members"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(source)
    return griffe.load("members", search_paths=[folder], allow_inspection=False)


for number, (case, sources) in enumerate(CASES.items()):
    old, new = (load(Path(sys.argv[1], str(number), str(i)), text) for i, text in enumerate(sources))
    kinds = sorted({breakage.kind.name for breakage in griffe.find_breaking_changes(old, new)})
    print(f"{case}: {', '.join(kinds) or 'nothing'}")
PYTHON

"$folder/venv/bin/python" "$folder/compare.py" "$folder/trees" >"$folder/seen"
cat "$folder/seen"

cat >"$folder/expected" <<'EXPECTED'
function removed: OBJECT_REMOVED
dataclass, fields in another order: PARAMETER_MOVED
dataclass, one more required field: PARAMETER_ADDED_REQUIRED
named tuple, fields in another order: nothing
named tuple, one more required field: nothing
def becomes async def: nothing
async def becomes def: nothing
exception derived from another class: nothing
name leaves __all__: nothing
constant with another value: nothing
function returns another type: nothing
EXPECTED
diff "$folder/expected" "$folder/seen"
