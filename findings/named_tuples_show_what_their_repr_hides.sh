#!/bin/sh
# What a local variable shows in an error report is not its repr where it is a tuple: sentry-sdk and
# elastic-apm take every tuple apart, a typing.NamedTuple with a __repr__ of its own too, and send its
# fields. Of an object of any other class both send the repr. rich, which prints tracebacks with
# variables, heeds the __repr__ of a named tuple.
#
# Seen with sentry-sdk 2.75.0, elastic-apm 6.26.2, rich 15.0.0, Python 3.11:
#   sentry-sdk: named tuple shown with its fields, object by its repr
#   elastic-apm: named tuple shown with its fields, object by its repr
#   rich: named tuple by its repr, object by its repr
#
# What follows: a class whose repr leaves something out on purpose must not be a tuple where such a
# report can reach its instances; a plain class, as the object above is one, is not taken apart.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip --disable-pip-version-check --quiet install \
  sentry-sdk==2.75.0 elastic-apm==6.26.2 rich==15.0.0 >&2

cat >"$folder/shown.py" <<'PYTHON'
"""Raise an error below which two variables stand, and say how each tool shows them."""

import io
import sys
from importlib.metadata import version
from typing import NamedTuple

import elasticapm
import rich.console
import rich.traceback
import sentry_sdk
from sentry_sdk.transport import Transport


class Parcel(NamedTuple):
    sender: str
    note: str

    def __repr__(self):
        return f"<parcel of {self.sender}>"


class Letter:
    def __init__(self, note):
        self.note = note

    def __repr__(self):
        return "<letter>"


def work(parcel, letter):
    raise LookupError("no such street")


def with_sentry():
    events = []

    class Keep(Transport):
        def capture_envelope(self, envelope):
            events.extend(item.payload.json for item in envelope.items)

    sentry_sdk.init(
        dsn="http://public@127.0.0.1:9/1", transport=Keep, default_integrations=False
    )
    try:
        work(Parcel("Ann", "for the roses"), Letter("for the violets"))
    except LookupError:
        sentry_sdk.capture_exception()
    sentry_sdk.flush()
    frames = events[0]["exception"]["values"][0]["stacktrace"]["frames"]
    return next(one["vars"] for one in frames if one["function"] == "work")


def with_elastic():
    events = []

    class Keep(elasticapm.Client):
        def queue(self, event_type, data, flush=False):
            events.append(data)

    client = Keep(
        service_name="post",
        server_url="http://127.0.0.1:9",
        central_config=False,
        disable_log_record_factory=True,
        metrics_interval="0s",
        cloud_provider="none",
    )
    try:
        work(Parcel("Ann", "for the roses"), Letter("for the violets"))
    except LookupError:
        client.capture_exception()
    client.close()
    error = next(one for one in events if "exception" in one)
    frames = error["exception"]["stacktrace"]
    return next(one["vars"] for one in frames if one["function"] == "work")


def with_rich():
    told = io.StringIO()
    console = rich.console.Console(file=told, width=200)
    try:
        work(Parcel("Ann", "for the roses"), Letter("for the violets"))
    except LookupError:
        console.print(rich.traceback.Traceback(show_locals=True))
    text = told.getvalue()
    lines = [line for line in text.splitlines() if "parcel = " in line or "letter = " in line]
    return {"parcel": next(x for x in lines if "parcel" in x), "letter": lines}


def shown(kind, text, name, note):
    return f"{kind} {name}" if note in str(text) else f"{kind} by its repr"


for tool, look in (("sentry-sdk", with_sentry), ("elastic-apm", with_elastic), ("rich", with_rich)):
    found = look()
    parcel = shown("named tuple", found["parcel"], "shown with its fields", "for the roses")
    letter = shown("object", found["letter"], "shown with its fields", "for the violets")
    print(f"{tool}: {parcel}, {letter}")

names = ("sentry-sdk", "elastic-apm", "rich")
print(", ".join(f"{name} {version(name)}" for name in names), file=sys.stderr)
PYTHON

"$folder/venv/bin/python" "$folder/shown.py" >"$folder/found"
cat "$folder/found"
cat >"$folder/expected" <<'EXPECTED'
sentry-sdk: named tuple shown with its fields, object by its repr
elastic-apm: named tuple shown with its fields, object by its repr
rich: named tuple by its repr, object by its repr
EXPECTED
diff "$folder/expected" "$folder/found" >&2
