#!/bin/sh
# WeCom may end an access token before its time and answers 42001 or 40014 from then on; its pages ask
# programs to fetch a new one then. Two clients of 2026 never do: wecomkit, also with max_retries, raises at
# each call until the time that gettoken had named is over (about two hours); snowland-qyweixin never asks
# again while the object lives, whatever expires_in said, and raises nothing: what says errcode 42001 is
# returned like any other answer, so from two hours after the start on a program that does not look at
# errcode sends nothing and sees no error.
#
# Seen with wecomkit 0.2.0, snowland-qyweixin 0.1.0, Python 3.11; the platform on loopback has ended the first
# token and honours the second; three messages are sent, and one more after the client was told to renew:
#   wecomkit 0.2.0: 1 token fetched; raised 42001, raised 42001, raised 42001; renewed: errcode 0
#   snowland-qyweixin 0.1.0: 1 token fetched; returned 42001, returned 42001, returned 42001; renewed: errcode 0
#
# What follows: look at errcode yourself, and after 42001 or 40014 call wecomkit's
# get_access_token(force_refresh=True) or snowland-qyweixin's refresh_token() once before the next try.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip --disable-pip-version-check --quiet install \
  wecomkit==0.2.0 snowland-qyweixin==0.1.0 snowland-http==0.3.2 requests==2.34.2 >&2

cat >"$folder/send.py" <<'PYTHON'
"""Send messages with a token that the platform has ended, and say what each client makes of it."""

import asyncio
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version

from qywechat import common
from qywechat.message import _message
from wecomkit import AsyncWeComClient, WeComConfig
from wecomkit.exceptions import WeComAPIError


class Platform(BaseHTTPRequestHandler):
    tokens = 0

    def log_message(self, *args):
        pass

    def answer(self, **fields):
        body = json.dumps(fields).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        Platform.tokens += 1
        token = f"T{Platform.tokens}"
        self.answer(errcode=0, errmsg="ok", access_token=token, expires_in=7200)

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        if self.path.endswith("access_token=T1"):
            self.answer(errcode=42001, errmsg="access_token expired")
        else:
            self.answer(errcode=0, errmsg="ok", msgid="M1")


def told(name, outcomes, tokens, last):
    fetched = f"{tokens} token fetched"
    print(f"{name} {version(name)}: {fetched}; {', '.join(outcomes)}; renewed: errcode {last['errcode']}")


async def with_wecomkit():
    outcomes = []
    config = WeComConfig("ww01", "secret", base_url=root, max_retries=3, retry_backoff=0)
    async with AsyncWeComClient(config) as client:
        for _ in range(3):
            try:
                answer = await client.messages.send_text(1, "We open at nine.", to_user="ann")
                outcomes.append(f"returned {answer['errcode']}")
            except WeComAPIError as error:
                outcomes.append(f"raised {error.errcode}")
        tokens = Platform.tokens
        await client.get_access_token(force_refresh=True)
        last = await client.messages.send_text(1, "We open at nine.", to_user="ann")
    told("wecomkit", outcomes, tokens, last)


def with_snowland():
    official = "https://qyapi.weixin.qq.com"
    common.GETTOKEN_URL = common.GETTOKEN_URL.replace(official, root)
    _message.MESSAGE_SEND_URL = _message.MESSAGE_SEND_URL.replace(official, root)
    client = _message.MessageClient("ww01", "secret", 1)
    outcomes = []
    for _ in range(3):
        answer = client.send_text("We open at nine.", touser="ann")
        outcomes.append(f"returned {answer['errcode']}")
    tokens = Platform.tokens
    client.refresh_token()
    told("snowland-qyweixin", outcomes, tokens, client.send_text("We open at nine.", touser="ann"))


server = ThreadingHTTPServer(("127.0.0.1", 0), Platform)
threading.Thread(target=server.serve_forever, daemon=True).start()
root = f"http://127.0.0.1:{server.server_port}"
asyncio.run(with_wecomkit())
Platform.tokens = 0
with_snowland()
PYTHON

NO_PROXY=127.0.0.1 "$folder/venv/bin/python" "$folder/send.py" >"$folder/seen"
cat "$folder/seen"

cat >"$folder/expected" <<'EXPECTED'
wecomkit 0.2.0: 1 token fetched; raised 42001, raised 42001, raised 42001; renewed: errcode 0
snowland-qyweixin 0.1.0: 1 token fetched; returned 42001, returned 42001, returned 42001; renewed: errcode 0
EXPECTED
diff "$folder/expected" "$folder/seen"
