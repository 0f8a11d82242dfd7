#!/bin/sh
# WeCom's callbacks of events carry no MsgId, messages do. wechatpy gives both an `id`, and that of every event
# is 0: where callbacks that come twice are known by it (WeCom sends one again that was not answered within
# 5 s), the first event is worked on and all others of all customers and groups pass for its repetition. The
# members of a group's event have no attribute, and in the dictionary behind it they are text where one member
# changed and a list where several did: a loop over them runs over letters.
#
# Seen with wechatpy 1.8.18 and odoo-wechatpy 2.0.0.5, xmltodict 1.0.4, Python 3.11:
#   wechatpy 1.8.18, customer added: UnknownMessage, id 0
#   wechatpy 1.8.18, two members: UnknownMessage, id 0, list of 2
#   wechatpy 1.8.18, one member: UnknownMessage, id 0, str of 3
#   wechatpy 1.8.18, text: TextMessage, id 7001
#   odoo-wechatpy 2.0.0.5, customer added: ChangeExternalContactEvent, id 0
#   odoo-wechatpy 2.0.0.5, two members: ChangeExternalChatEvent, id 0, list of 2
#   odoo-wechatpy 2.0.0.5, one member: ChangeExternalChatEvent, id 0, str of 3
#   odoo-wechatpy 2.0.0.5, text: TextMessage, id 7001
#
# What follows: know an event again by what it says (event, change type, ids and CreateTime, or a digest of the
# decrypted text), and read MemChangeList as a list only after asking which of the two it is.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/venv"
python="$folder/venv/bin/python"
install() {
  "$python" -m pip --disable-pip-version-check --quiet install "$@" >&2
}
install "wechatpy[cryptography]==1.8.18" xmltodict==1.0.4 requests-pkcs12==1.27
# Both share the name of their module, so the second has a folder; the rest it needs is there.
install --target "$folder/odoo-wechatpy" --no-deps odoo-wechatpy==2.0.0.5

cat >"$folder/read.py" <<'PYTHON'
"""Read three events and a message as WeCom sends them once decrypted, and print what tells them apart."""

import sys
import warnings
from importlib.metadata import version

warnings.simplefilter("ignore")
name = sys.argv[1]
if name == "wechatpy":
    from wechatpy.enterprise import parse_message
else:
    from wechatpy.work import parse_message

GROUP = (
    "<MsgType>event</MsgType><Event>change_external_chat</Event><ChatId>wr01</ChatId>"
    "<ChangeType>update</ChangeType><UpdateDetail>add_member</UpdateDetail><JoinScene>1</JoinScene>"
)
CALLBACKS = {
    "customer added": (
        "<MsgType>event</MsgType><Event>change_external_contact</Event>"
        "<ChangeType>add_external_contact</ChangeType><UserID>ann</UserID>"
        "<ExternalUserID>wm1</ExternalUserID>"
    ),
    "two members": GROUP + "<MemChangeList><Item>wm1</Item><Item>wm2</Item></MemChangeList>",
    "one member": GROUP + "<MemChangeList><Item>wm3</Item></MemChangeList>",
    "text": "<MsgType>text</MsgType><Content>hello</Content><MsgId>7001</MsgId><AgentID>1</AgentID>",
}
for number, (case, body) in enumerate(CALLBACKS.items()):
    read = parse_message(
        "<xml><ToUserName>ww01</ToUserName><FromUserName>sys</FromUserName>"
        f"<CreateTime>{1795000000 + number}</CreateTime>{body}</xml>"
    )
    text = f"{name} {version(name)}, {case}: {type(read).__name__}, id {read.id}"
    if "MemChangeList" in body:
        assert not [one for one in dir(read) if "change_list" in one]
        items = read._data["MemChangeList"]["Item"]
        text += f", {type(items).__name__} of {len(items)}"
    print(text)
PYTHON

for name in wechatpy odoo-wechatpy; do
  PYTHONPATH="$folder/$name" "$python" "$folder/read.py" "$name"
done >"$folder/seen"
cat "$folder/seen"

cat >"$folder/expected" <<'EXPECTED'
wechatpy 1.8.18, customer added: UnknownMessage, id 0
wechatpy 1.8.18, two members: UnknownMessage, id 0, list of 2
wechatpy 1.8.18, one member: UnknownMessage, id 0, str of 3
wechatpy 1.8.18, text: TextMessage, id 7001
odoo-wechatpy 2.0.0.5, customer added: ChangeExternalContactEvent, id 0
odoo-wechatpy 2.0.0.5, two members: ChangeExternalChatEvent, id 0, list of 2
odoo-wechatpy 2.0.0.5, one member: ChangeExternalChatEvent, id 0, str of 3
odoo-wechatpy 2.0.0.5, text: TextMessage, id 7001
EXPECTED
diff "$folder/expected" "$folder/seen"
