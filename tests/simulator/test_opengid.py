"""Opengids: which group a mini program means by one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from wecom_client.simulator import Simulator
from wecom_client.simulator.seed import SeedError, load_seed

from .helpers import code_of


def test_an_opengid_leads_to_its_group_while_that_exists(contact: Any, sim: Simulator) -> None:
    chat_ids = [sim.add_group("abel") for _ in range(2)]
    opengids = [sim.add_opengid(chat_id) for chat_id in (*chat_ids, chat_ids[0])]
    found = [contact.opengid_to_chatid(opengid).chat_id for opengid in opengids]
    assert found == [*chat_ids, chat_ids[0]]
    sim.dismiss(chat_ids[0])
    strange = sim.add_opengid(None)
    codes = [code_of(contact.opengid_to_chatid, one) for one in (*opengids, strange, "oG-none")]
    assert codes == [90501, 0, 90501, 90509, 90511]
    assert sim.opengids[strange] is None


def test_a_group_that_does_not_exist_gets_no_opengid(sim: Simulator) -> None:
    chat_id = sim.add_group("abel")
    sim.add_opengid(chat_id, opengid="oG")
    for given, opengid, complaint in (
        ("wr-none", None, "no group 'wr-none'"),
        (chat_id, "oG", "'oG' is taken"),
        (chat_id, "", "opengid must have at least 1 character"),
    ):
        with pytest.raises(ValueError, match=complaint):
            sim.add_opengid(given, opengid=opengid)
    assert dict(sim.opengids) == {"oG": chat_id}


def test_a_seed_file_holds_opengids(tmp_path: Path) -> None:
    path = tmp_path / "seed.json"
    group, opengids = {"owner": "abel", "chat_id": "wr"}, [{"opengid": "oG", "chat_id": "wr"}]
    path.write_text(json.dumps({"groups": [group], "opengids": [*opengids, {"opengid": "oG-2"}]}))
    sim = Simulator()
    load_seed(path, sim)
    assert dict(sim.opengids) == {"oG": "wr", "oG-2": None}
    path.write_text(json.dumps({"opengids": opengids}))
    with pytest.raises(SeedError, match=r"opengids\[0\]: there is no group 'wr'"):
        load_seed(path, Simulator())
