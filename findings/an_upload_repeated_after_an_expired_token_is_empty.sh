#!/bin/sh
# Three clients of WeCom repeat an upload by themselves where its access token has expired, and what they
# send the second time is an empty file: the first attempt has read the file to its end, and nobody goes back
# to its start. WeCom refuses files of 5 bytes and less, so the caller is told that a file is empty that is
# not, wherever a token ends before its time; the next call, with the file opened anew, succeeds.
#
# Seen with wechatpy 1.8.18, odoo-wechatpy 2.0.0.5, pten 0.4.22, requests 2.34.2, Python 3.11. The platform on
# loopback answers 42001 to the first token, and 44001 (media file is empty) to an empty file:
#   wechatpy 1.8.18, open file: sent 29 bytes, then 0 bytes; ended in errcode 44001
#   odoo-wechatpy 2.0.0.5, open file: sent 29 bytes, then 0 bytes; ended in errcode 44001
#   pten 0.4.22, open file: sent 29 bytes, then 0 bytes; ended in errcode 44001
#   wechatpy 1.8.18, bytes: sent 29 bytes, then 29 bytes; ended in media_id M1
#
# What follows: hand these clients a name and bytes, not an open file. Whoever repeats a request must be able
# to make its body anew; the size that was sent is worth a look where 44001 is said of a good file.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/venv"
python="$folder/venv/bin/python"
install() {
  "$python" -m pip --disable-pip-version-check --quiet install "$@" >&2
}
install "wechatpy[cryptography]==1.8.18" requests==2.34.2 requests-pkcs12==1.27
# odoo-wechatpy has a module of wechatpy's name, so it has a folder; the rest it needs is there. Of pten's many
# dependencies its calls of the platform use requests alone.
install --target "$folder/odoo-wechatpy" --no-deps odoo-wechatpy==2.0.0.5
install --target "$folder/pten" --no-deps pten==0.4.22

cat >"$folder/upload.py" <<'PYTHON'
"""Upload a file while the platform says once that the token has expired, and say what arrived."""

import json
import logging
import sys
import threading
import warnings
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version
from pathlib import Path

CONTENT = b"%PDF-1.7 an offer of 29 bytes"
arrived = []


class Platform(BaseHTTPRequestHandler):
    """Gives out tokens that count up; the first of them has always expired."""

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
        self.answer(errcode=0, errmsg="ok", access_token=f"T{Platform.tokens}", expires_in=7200)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        head = f"Content-Type: {self.headers['Content-Type']}\r\n\r\n".encode()
        (part,) = message_from_bytes(head + body).get_payload()
        arrived.append(len(part.get_payload(decode=True)))
        if "access_token=T1" in self.path:
            self.answer(errcode=42001, errmsg="access_token expired")
        elif arrived[-1] <= 5:
            self.answer(errcode=44001, errmsg="empty media data")
        else:
            self.answer(errcode=0, errmsg="ok", type="file", media_id="M1", created_at="1795000000")


def with_wechatpy(file):
    if name == "wechatpy":
        from wechatpy.enterprise import WeChatClient
    else:
        from wechatpy.work import WeChatClient

    class Client(WeChatClient):
        API_BASE_URL = f"{root}/cgi-bin/"

        def fetch_access_token(self):
            return self._fetch_access_token(f"{root}/cgi-bin/gettoken", {})

    return Client("ww01", "secret").media.upload("file", file)


def with_pten(file):
    from pten.wwapi import CORP_API_TYPE, AbstractApi, CorpApi

    logging.disable()
    AbstractApi.BASE_URL = root
    keys = folder / "pten_keys.ini"
    keys.write_text(f"[globals]\nlog_path={folder}/log\n[ww]\ncorpid=ww01\napp_secret=secret\n")
    arguments = {"type": "file", "files": {"file": file}}
    return CorpApi(keys).http_call(CORP_API_TYPE["MEDIA_UPLOAD"], arguments)


name, folder, form = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
warnings.simplefilter("ignore")
server = ThreadingHTTPServer(("127.0.0.1", 0), Platform)
threading.Thread(target=server.serve_forever, daemon=True).start()
root = f"http://127.0.0.1:{server.server_port}"
path = folder / "offer.pdf"
path.write_bytes(CONTENT)
upload = with_pten if name == "pten" else with_wechatpy
with path.open("rb") as file:
    try:
        result = upload(file if form == "file" else (path.name, file.read()))
        came = f"media_id {result['media_id']}"
    except Exception as error:
        came = f"errcode {getattr(error, 'errCode' if name == 'pten' else 'errcode')}"
given = "open file" if form == "file" else "bytes"
sizes = ", then ".join(f"{size} bytes" for size in arrived)
print(f"{name} {version(name)}, {given}: sent {sizes}; ended in {came}")
PYTHON

for line in "wechatpy file" "odoo-wechatpy file" "pten file" "wechatpy bytes"; do
  name=${line% *}
  NO_PROXY=127.0.0.1 PYTHONPATH="$folder/$name" "$python" "$folder/upload.py" "$name" "$folder" "${line#* }"
done | tee "$folder/seen"

cat >"$folder/expected" <<'EXPECTED'
wechatpy 1.8.18, open file: sent 29 bytes, then 0 bytes; ended in errcode 44001
odoo-wechatpy 2.0.0.5, open file: sent 29 bytes, then 0 bytes; ended in errcode 44001
pten 0.4.22, open file: sent 29 bytes, then 0 bytes; ended in errcode 44001
wechatpy 1.8.18, bytes: sent 29 bytes, then 29 bytes; ended in media_id M1
EXPECTED
diff "$folder/expected" "$folder/seen"
