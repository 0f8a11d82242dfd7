#!/bin/sh
# wechatpy asks for a new access token and repeats the call where a token is refused (40001, 40014, 42001),
# and does so without end: each repetition is a call inside the last, and only Python's recursion limit ends
# it. One call of a program is then hundreds at the platform, and as many at gettoken, whose frequency WeCom
# limits. It needs a refusal that a new token does not cure, such as a token store whose reads lag behind its
# writes. What the caller sees is a RecursionError, which `except WeChatClientException` does not catch.
#
# Seen with wechatpy 1.8.18, odoo-wechatpy 2.0.0.5, Python 3.11, recursion limit 1000 (some 488 here; fewer
# where the call itself is deep in a program):
#   wechatpy 1.8.18: hundreds of calls, as many of gettoken, ended in RecursionError
#   wechatpy 1.8.18, auto_retry=False: 1 call, 1 of gettoken, ended in WeChatClientException 40014
#   odoo-wechatpy 2.0.0.5: hundreds of calls, as many of gettoken, ended in RecursionError
#   odoo-wechatpy 2.0.0.5, auto_retry=False: 1 call, 1 of gettoken, ended in WeChatClientException 40014
#
# What follows: pass auto_retry=False and repeat once yourself. Whoever renews tokens should compare the one
# that was refused with the one that came, and count.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/venv"
python="$folder/venv/bin/python"
install() {
  "$python" -m pip --disable-pip-version-check --quiet install "$@" >&2
}
install "wechatpy[cryptography]==1.8.18" requests==2.34.2 requests-pkcs12==1.27
# Both share the name of their module, so the second has a folder; the rest it needs is there.
install --target "$folder/odoo-wechatpy" --no-deps odoo-wechatpy==2.0.0.5

cat >"$folder/count.py" <<'PYTHON'
"""Make one call to a platform that refuses every token, and count what arrives there."""

import json
import sys
import threading
import warnings
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version

counted = Counter()


class Platform(BaseHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def answer(self, **fields):
        body = json.dumps(fields).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        counted["gettoken"] += 1
        token = f"T{counted['gettoken']}"
        self.answer(errcode=0, errmsg="ok", access_token=token, expires_in=7200)

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        counted["call"] += 1
        self.answer(errcode=40014, errmsg="invalid access_token")


def count(auto_retry):
    class Client(WeChatClient):
        API_BASE_URL = root

        def fetch_access_token(self):
            return self._fetch_access_token(f"{root}gettoken", {})

    counted.clear()
    client = Client("ww01", "secret", auto_retry=auto_retry)
    try:
        came = client.external_contact_group_chat.list()
    except Exception as error:
        came = f"{type(error).__name__} {getattr(error, 'errcode', '')}".strip()
    print(f"{name}: {dict(counted)}", file=sys.stderr)
    calls, tokens = counted["call"], counted["gettoken"]
    if calls >= 200 and abs(calls - tokens) <= 1:
        return f"hundreds of calls, as many of gettoken, ended in {came}"
    return f"{calls} call, {tokens} of gettoken, ended in {came}"


warnings.simplefilter("ignore")
name = sys.argv[1]
if name == "wechatpy":
    from wechatpy.enterprise import WeChatClient
else:
    from wechatpy.work import WeChatClient
sys.setrecursionlimit(1000)
server = ThreadingHTTPServer(("127.0.0.1", 0), Platform)
threading.Thread(target=server.serve_forever, daemon=True).start()
root = f"http://127.0.0.1:{server.server_port}/cgi-bin/"
print(f"{name} {version(name)}: {count(True)}")
print(f"{name} {version(name)}, auto_retry=False: {count(False)}")
PYTHON

for name in wechatpy odoo-wechatpy; do
  NO_PROXY=127.0.0.1 PYTHONPATH="$folder/$name" "$python" "$folder/count.py" "$name"
done >"$folder/seen"
cat "$folder/seen"

cat >"$folder/expected" <<'EXPECTED'
wechatpy 1.8.18: hundreds of calls, as many of gettoken, ended in RecursionError
wechatpy 1.8.18, auto_retry=False: 1 call, 1 of gettoken, ended in WeChatClientException 40014
odoo-wechatpy 2.0.0.5: hundreds of calls, as many of gettoken, ended in RecursionError
odoo-wechatpy 2.0.0.5, auto_retry=False: 1 call, 1 of gettoken, ended in WeChatClientException 40014
EXPECTED
diff "$folder/expected" "$folder/seen"
