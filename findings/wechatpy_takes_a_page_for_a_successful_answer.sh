#!/bin/sh
# Where the platform's answer is no JSON, wechatpy raises nothing: the call returns the Response object of
# requests in place of the answer's dictionary. A page of a proxy with status 200, an empty body and JSON
# that was cut in the middle all look like success to a caller that writes and relies on exceptions, and
# nothing is logged above DEBUG. For a caller that reads a field it is a TypeError far from its cause.
#
# Seen with wechatpy 1.8.18, odoo-wechatpy 2.0.0.5, Python 3.11; one group message is written each time:
#   wechatpy 1.8.18, page of a proxy: returned a Response
#   wechatpy 1.8.18, empty body: returned a Response
#   wechatpy 1.8.18, JSON cut in the middle: returned a Response
#   wechatpy 1.8.18, errcode 41001: raised WeChatClientException
#   odoo-wechatpy 2.0.0.5, page of a proxy: returned a Response
#   odoo-wechatpy 2.0.0.5, empty body: returned a Response
#   odoo-wechatpy 2.0.0.5, JSON cut in the middle: returned a Response
#   odoo-wechatpy 2.0.0.5, errcode 41001: raised WeChatClientException
#
# What follows: a write through these clients has succeeded only where what they return is a dictionary with
# errcode 0; whether it was carried out is unknown otherwise.
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

cat >"$folder/write.py" <<'PYTHON'
"""Write one group message to a platform that answers as told, and say what the caller gets."""

import sys
import threading
import warnings
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version

ANSWERS = {
    "page of a proxy": b"<html><title>Please sign in</title></html>",
    "empty body": b"",
    "JSON cut in the middle": b'{"errcode": 0, "errmsg": "ok", "fail_li',
    "errcode 41001": b'{"errcode": 41001, "errmsg": "access_token missing"}',
}


class Platform(BaseHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        body = ANSWERS[case]
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


warnings.simplefilter("ignore")
name = sys.argv[1]
if name == "wechatpy":
    from wechatpy.enterprise import WeChatClient
else:
    from wechatpy.work import WeChatClient
from wechatpy.exceptions import WeChatClientException

server = ThreadingHTTPServer(("127.0.0.1", 0), Platform)
threading.Thread(target=server.serve_forever, daemon=True).start()
WeChatClient.API_BASE_URL = f"http://127.0.0.1:{server.server_port}/cgi-bin/"
client = WeChatClient("ww01", "secret", access_token="T")
message = {"chat_type": "group", "sender": "ann", "text": {"content": "We open at nine."}}
for case in ANSWERS:
    try:
        came = f"returned a {type(client.external_contact.add_msg_template(message)).__name__}"
    except WeChatClientException as error:
        came = f"raised {type(error).__name__}"
    print(f"{name} {version(name)}, {case}: {came}")
PYTHON

for name in wechatpy odoo-wechatpy; do
  NO_PROXY=127.0.0.1 PYTHONPATH="$folder/$name" "$python" "$folder/write.py" "$name"
done >"$folder/seen"
cat "$folder/seen"

cat >"$folder/expected" <<'EXPECTED'
wechatpy 1.8.18, page of a proxy: returned a Response
wechatpy 1.8.18, empty body: returned a Response
wechatpy 1.8.18, JSON cut in the middle: returned a Response
wechatpy 1.8.18, errcode 41001: raised WeChatClientException
odoo-wechatpy 2.0.0.5, page of a proxy: returned a Response
odoo-wechatpy 2.0.0.5, empty body: returned a Response
odoo-wechatpy 2.0.0.5, JSON cut in the middle: returned a Response
odoo-wechatpy 2.0.0.5, errcode 41001: raised WeChatClientException
EXPECTED
diff "$folder/expected" "$folder/seen"
