#!/bin/sh
# asyncio: abort() of a TLS transport that was closed twice does nothing. The second close() makes the
# transport forget its protocol, and abort() then has nobody to tell: the socket stays open until the peer
# has answered the farewell, or for ssl_shutdown_timeout (30 s), or leaves a ResourceWarning where the event
# loop ends before. Closed once, or never, it is aborted at once; without TLS any number of closes is fine.
#
# It happens where two pieces of code each end a connection in their own way, a parser that closes it for
# what came and a pool that closes what the parser gave up, and a third one means to abort it.
#
# Seen with Python 3.11.7, 3.12.1 and 3.13.0:
#   TLS, close() 0 times, then abort(): closed
#   TLS, close() 1 times, then abort(): closed
#   TLS, close() 2 times, then abort(): open
#   plain, close() 2 times, then abort(): closed
#
# What follows: abort before a transport is closed a second time (`is_closing()` tells), not after.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip --disable-pip-version-check --quiet install trustme==1.2.1 >&2

cat >"$folder/close.py" <<'PYTHON'
"""Close a transport some times, abort it, and look whether its socket is closed a few turns later."""

import asyncio
import ssl

import trustme


async def outcome(closes, server_side, client_side):
    async def serve(reader, writer):
        await over.wait()
        writer.transport.abort()

    over = asyncio.Event()
    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=server_side)
    port = server.sockets[0].getsockname()[1]
    _, writer = await asyncio.open_connection("127.0.0.1", port, ssl=client_side)
    transport, sock = writer.transport, writer.get_extra_info("socket")
    for _ in range(closes):
        transport.close()
    transport.abort()
    for _ in range(3):
        await asyncio.sleep(0)
    found = "open" if sock.fileno() >= 0 else "closed"
    over.set()
    server.close()
    await asyncio.sleep(0.1)
    return found


authority = trustme.CA()
server_side = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
authority.issue_cert("127.0.0.1").configure_cert(server_side)
client_side = ssl.create_default_context()
authority.configure_trust(client_side)
for closes in (0, 1, 2):
    found = asyncio.run(outcome(closes, server_side, client_side))
    print(f"TLS, close() {closes} times, then abort(): {found}")
print("plain, close() 2 times, then abort():", asyncio.run(outcome(2, None, None)))
PYTHON

"$folder/venv/bin/python" "$folder/close.py" | tee "$folder/seen"

cat >"$folder/expected" <<'TEXT'
TLS, close() 0 times, then abort(): closed
TLS, close() 1 times, then abort(): closed
TLS, close() 2 times, then abort(): open
plain, close() 2 times, then abort(): closed
TEXT
diff "$folder/expected" "$folder/seen"
