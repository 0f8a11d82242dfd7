#!/bin/sh
# PyYAML's loaders in C (CSafeLoader, CBaseLoader) and in Python (SafeLoader, so yaml.safe_load) are taken for
# one parser at two speeds, and many programs use the first where it is there and else the second. They do not
# accept the same files: a tab at the end of a line, after a colon or before a comment is white space to the
# loader in C, as YAML says, and an error to the one in Python; `{name:}` the other way round. A tab at the end
# of a line is not seen in an editor. So a file passes every gate that reads it in C and fails at a reader's
# yaml.safe_load, or on a machine whose PyYAML was built without libyaml.
# Nor do they count lines alike: where a file does not end in a line feed, what ends there ends, says the one in
# C, in a line that the file does not have.
#
# Seen with PyYAML 6.0.4, Python 3.11 (CSafeLoader, then SafeLoader):
#   tab at the end of a line: {'name': 'ann'}, ScannerError
#   tab after a colon: {'name': 'ann'}, ScannerError
#   tab before a comment: {'name': 'ann'}, ScannerError
#   tab after a comma: {'names': ['ann', 'bob']}, ScannerError
#   nothing between colon and brace: ScannerError, {'name': None}
#   mapping without a last line feed ends in line, column (from 1): 3 1, 2 10
#   mapping with a last line feed ends in line, column (from 1): 3 1, 3 1
#
# What follows: refuse tabs in a gate of your own, test with both loaders where both are used, and do not look
# the line of an end mark up in the file without a bound.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip --disable-pip-version-check --quiet install PyYAML==6.0.4 >&2

cat >"$folder/load.py" <<'PYTHON'
"""Load the same texts with both loaders, and print side by side what comes."""

import yaml

TEXTS = {
    "tab at the end of a line": "name: ann\t\n",
    "tab after a colon": "name:\tann\n",
    "tab before a comment": "name: ann\t# who owns the group\n",
    "tab after a comma": "names: [ann,\tbob]\n",
    "nothing between colon and brace": "{name:}\n",
}
ENDS = {
    "mapping without a last line feed": "name: ann\nrole: two",
    "mapping with a last line feed": "name: ann\nrole: two\n",
}
LOADERS = (yaml.CSafeLoader, yaml.SafeLoader)


def loaded(text, loader):
    try:
        return repr(yaml.load(text, Loader=loader))
    except yaml.YAMLError as error:
        return type(error).__name__


def end(text, loader):
    mark = yaml.compose(text, Loader=loader).end_mark
    return f"{mark.line + 1} {mark.column + 1}"


for case, text in TEXTS.items():
    print(f"{case}: {', '.join(loaded(text, loader) for loader in LOADERS)}")
for case, text in ENDS.items():
    places = ", ".join(end(text, loader) for loader in LOADERS)
    print(f"{case} ends in line, column (from 1): {places}")
PYTHON

"$folder/venv/bin/python" "$folder/load.py" >"$folder/seen"
cat "$folder/seen"

cat >"$folder/expected" <<'EXPECTED'
tab at the end of a line: {'name': 'ann'}, ScannerError
tab after a colon: {'name': 'ann'}, ScannerError
tab before a comment: {'name': 'ann'}, ScannerError
tab after a comma: {'names': ['ann', 'bob']}, ScannerError
nothing between colon and brace: ScannerError, {'name': None}
mapping without a last line feed ends in line, column (from 1): 3 1, 2 10
mapping with a last line feed ends in line, column (from 1): 3 1, 3 1
EXPECTED
diff "$folder/expected" "$folder/seen"
