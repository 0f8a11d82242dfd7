"""Product albums: products with pictures that were uploaded for them, and whose they are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from wecom_client import File, WeComClient
from wecom_client.simulator import Simulator
from wecom_client.simulator.seed import load_seed

from .helpers import Clock, Methods, code_of

pytestmark = pytest.mark.skipif(
    not (hasattr(Simulator, "add_product") and hasattr(Simulator, "add_media_upload")),
    reason="the specs lack product albums, or uploads for them",
)


def pictures(*media_ids: str) -> list[dict[str, Any]]:
    return [{"type": "image", "image": {"media_id": one}} for one in media_ids]


@pytest.fixture
def media(sim: Simulator) -> Any:
    with WeComClient(sim.corp_id, sim.secret, base_url=sim.base_url) as wecom:
        yield Methods(wecom.media)


def test_a_product_has_the_pictures_that_were_uploaded_for_it(
    contact: Any, media: Any, sim: Simulator, clock: Clock
) -> None:
    picture = File("lamp.png", b"\xff\xd8\xff" + b"x" * 6)
    uploaded = media.upload_attachment("image", 2, picture)
    assert (uploaded.type, uploaded.created_at) == ("image", clock.now)
    made = contact.add_product_album("A lamp", 100, pictures(uploaded.media_id)).product_id
    contact.update_product_album(made, price=200, product_sn="L1")
    clock.now += 3 * 86400
    read = contact.get_product_album(made).product
    assert (read.description, read.price, read.product_sn) == ("A lamp", 200, "L1")
    assert read.raw["attachments"] == pictures(uploaded.media_id)
    assert code_of(contact.add_product_album, "x", 1, pictures(uploaded.media_id)) == 40007

    other = sim.add_product("A chair")
    page = contact.get_product_album_list(limit=1)
    contact.delete_product_album(made)
    rest = contact.get_product_album_list(cursor=page.next_cursor)
    assert [one.product_id for one in (*page.product_list, *rest.product_list)] == [made, other]
    assert rest.next_cursor == ""
    calls = contact.get_product_album, contact.update_product_album, contact.delete_product_album
    assert [code_of(call, made) for call in calls] == [41074] * 3
    assert [code_of(call, "never") for call in calls] == [41075] * 3


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"attachments": pictures("unknown")}, 40007),
        ({"attachments": pictures("film")}, 41072),
        ({"attachments": pictures("of-moment")}, 41072),
        ({"attachments": pictures(*["lamp"] * 10)}, 41064),
        ({"attachments": []}, 41088),
        ({"attachments": [{"type": "video", "image": {"media_id": "lamp"}}]}, 41065),
        ({"price": -1}, 41086),
        ({"price": 5_000_001}, 41086),
        ({"description": "x" * 301}, 41087),
        ({"product_sn": "no-dash"}, 41085),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    given: dict[str, Any], code: int, contact: Any, sim: Simulator
) -> None:
    sim.add_media_upload("lamp", attachment_type=2)
    sim.add_media_upload("of-moment", attachment_type=1)
    sim.add_media_upload("film", media_type="video", attachment_type=2)
    made = sim.add_product("A lamp")
    before = dict(sim.products)
    values = {"description": "x", "price": 1, "attachments": pictures("lamp"), **given}
    assert code_of(contact.add_product_album, **values) == code
    assert code_of(contact.update_product_album, made, **given) == code
    assert dict(sim.products) == before


def test_all_read_a_product_and_the_application_that_made_it_changes_it(
    contact: Any, sim: Simulator
) -> None:
    made = sim.add_product("A lamp")
    sim.product_limit = 1
    sim.add_media_upload("lamp", attachment_type=2)
    assert code_of(contact.add_product_album, "x", 1, pictures("lamp")) == 41202
    with WeComClient(sim.corp_id, sim.add_application(), base_url=sim.base_url) as wecom:
        other = Methods(wecom.externalcontact)
        assert other.get_product_album(made).product.description == "A lamp"
        assert len(other.get_product_album_list().product_list) == 1
        assert code_of(other.update_product_album, made, price=1) == 48002
        assert code_of(other.delete_product_album, made) == 48002
    assert code_of(contact.get_product_album_list, cursor="x") == 701105
    assert code_of(contact.get_product_album_list, limit=0) == 40058


def test_seed_files_have_products_and_uploads(sim: Simulator, tmp_path: Path) -> None:
    path = tmp_path / "seed.json"
    uploads = [{"media_id": "M", "media_type": "image", "attachment_type": 2}]
    products = [{"description": "A lamp", "price": 5, "product_id": "lamp", "media_ids": ["M"]}]
    path.write_text(json.dumps({"media_uploads": uploads, "products": products}))
    load_seed(path, sim)
    assert (sim.products["lamp"].price, sim.media_uploads["M"].attachment_type) == (5, 2)
    with pytest.raises(ValueError, match="'M' is taken"):
        sim.add_media_upload("M")
    with pytest.raises(ValueError, match="'lamp' is taken"):
        sim.add_product("x", product_id="lamp")
