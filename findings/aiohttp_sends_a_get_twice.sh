#!/bin/sh
# aiohttp's client sends GET, HEAD, PUT and DELETE a second time by itself where the server closes the
# connection without an answer: also on a connection that was made for the request, where it cannot be
# an idle one that had ended, and with force_close=True. POST and PATCH are sent once. No option turns it
# off. A server that carries the request out before it closes does so twice.
#
# Seen with aiohttp 3.14.5, Python 3.11:
#   GET: sent 2, ended in ServerDisconnectedError
#   HEAD: sent 2, ended in ServerDisconnectedError
#   PUT: sent 2, ended in ServerDisconnectedError
#   DELETE: sent 2, ended in ServerDisconnectedError
#   POST: sent 1, ended in ServerDisconnectedError
#   PATCH: sent 1, ended in ServerDisconnectedError
#   GET with a middleware that raises another class: sent 1, ended in Once
#
# What follows: where a repetition is yours to decide, pass a middleware that turns ClientOSError and
# ServerDisconnectedError into a class of your own.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip --disable-pip-version-check --quiet install aiohttp==3.14.5 >&2

cat >"$folder/count.py" <<'PYTHON'
"""Send one request of each method to a server that closes without an answer, and count."""

import asyncio

import aiohttp


class Once(Exception):
    pass


async def once(request, handler):
    try:
        return await handler(request)
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError) as problem:
        raise Once from problem


async def count(method, **options):
    sent = 0

    async def close(reader, writer):
        nonlocal sent
        await reader.readuntil(b"\r\n\r\n")
        sent += 1
        writer.close()

    server = await asyncio.start_server(close, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    connector = aiohttp.TCPConnector(force_close=True)
    async with aiohttp.ClientSession(connector=connector, **options) as session:
        try:
            async with session.request(method, f"http://127.0.0.1:{port}/"):
                came = "an answer"
        except Exception as error:
            came = type(error).__name__
    server.close()
    return f"sent {sent}, ended in {came}"


async def main():
    for method in ("GET", "HEAD", "PUT", "DELETE", "POST", "PATCH"):
        print(f"{method}: {await count(method)}")
    name = "GET with a middleware that raises another class"
    print(f"{name}: {await count('GET', middlewares=(once,))}")


asyncio.run(main())
PYTHON

"$folder/venv/bin/python" "$folder/count.py" | tee "$folder/seen"

cat >"$folder/expected" <<'EXPECTED'
GET: sent 2, ended in ServerDisconnectedError
HEAD: sent 2, ended in ServerDisconnectedError
PUT: sent 2, ended in ServerDisconnectedError
DELETE: sent 2, ended in ServerDisconnectedError
POST: sent 1, ended in ServerDisconnectedError
PATCH: sent 1, ended in ServerDisconnectedError
GET with a middleware that raises another class: sent 1, ended in Once
EXPECTED
diff "$folder/expected" "$folder/seen"
