"""Small specs that use every feature: what they render to, checked, imported and used.

The golden tree is written anew by `python -m tests.generator.refresh`.
"""

from __future__ import annotations

import difflib
from typing import Any

import pytest

from generator.targets import read_api

from .folders import operations
from .package import GOLDEN, GOLDEN_SPECS, Generated, contents
from .refresh import golden_files

GOLDEN_FILES = {path for path, content in contents(GOLDEN).items() if content is not None}
OPERATIONS = {one.path: one for one in operations(read_api(GOLDEN_SPECS).root)}


def test_the_golden_tree_has_every_file_and_no_other() -> None:
    assert set(golden_files()) == GOLDEN_FILES


@pytest.mark.parametrize("path", sorted(GOLDEN_FILES))
def test_a_rendered_file_is_the_golden_one(path: str) -> None:
    rendered = golden_files().get(path, b"").decode().splitlines()
    expected = (GOLDEN / path).read_text("utf-8").splitlines()
    difference = "\n".join(
        difflib.unified_diff(expected, rendered, "golden", "rendered", lineterm="")
    )
    assert not difference, f"if this is meant, run python -m tests.generator.refresh\n{difference}"


def test_every_module_can_be_imported_first(golden: Generated) -> None:
    found = golden.run(
        """
        import importlib, sys
        for module in operations().values():
            for name in [one for one in sys.modules if one.startswith("wecom_client")]:
                del sys.modules[name]
            importlib.import_module(module)
        show(sorted(operations()))
        """
    )
    assert found == sorted([*OPERATIONS, "gettoken"])


def test_an_answer_without_an_errcode_is_a_success_where_the_spec_says_so(
    golden: Generated,
) -> None:
    pytest.importorskip("aiohttp")
    found = golden.run(
        """
        import asyncio
        from wecom_client import AsyncWeComClient, WeComClient
        from wecom_client.simulator import Simulator
        with Simulator() as sim:
            keys = sim.corp_id, sim.secret
            with WeComClient(*keys, base_url=sim.base_url) as wecom:
                answer = wecom.media.get("m", day=1700000000)
            async def ask():
                async with AsyncWeComClient(*keys, base_url=sim.base_url) as wecom:
                    return await wecom.media.get("m", day=1700000000)
            other = asyncio.run(ask())
            try:
                with WeComClient(*keys, base_url=sim.base_url) as wecom:
                    wecom.call("GET", "media/get", params={"media_id": "m"})
            except Exception as error:
                kind = type(error).__name__
        show([answer.errcode, answer.errmsg, answer.raw, other.raw, kind])
        """
    )
    assert found == [None, None, {}, {}, "ResponseError"]


@pytest.fixture(scope="module")
def sent(golden: Generated) -> dict[str, Any]:
    """What is sent for the example request of every operation."""
    requests = {path: dict(one.example_request) for path, one in OPERATIONS.items()}
    found: dict[str, Any] = golden.run(
        f"""
        import importlib, keyword
        found = {{}}
        for path, values in {requests!r}.items():
            module = importlib.import_module(operations()[path])
            taken = lambda name: keyword.iskeyword(name) or name in ("self", "extra")
            values = {{name + "_" * taken(name): value for name, value in values.items()}}
            try:
                request = module.build_request(**values)
            except (ParameterError, TypeError) as error:
                found[path] = str(error)
            else:
                found[path] = [request.method, request.path, dict(request.params), request.json]
        show(found)
        """
    )
    return found


@pytest.mark.parametrize("path", [path for path in OPERATIONS if OPERATIONS[path].example_request])
def test_the_example_request_is_what_is_sent(sent: dict[str, Any], path: str) -> None:
    operation = OPERATIONS[path]
    if operation.method == "GET":
        query = {
            name: str(value).lower() if isinstance(value, bool) else str(value)
            for name, value in operation.example_request.items()
        }
        assert sent[path] == ["GET", path, query, None]
    else:
        assert sent[path] == ["POST", path, {}, operation.example_request]


def test_operations_are_methods_by_their_url_paths(golden: Generated) -> None:
    found = golden.run(
        """
        client = Client()
        names = client.names
        names.list(1), names.get(), names.del_(), names.import_(), names.str(), names.int()
        names.type(), names.property.alpha(), names.zed.alpha()
        names.tell_those_who_deliver_of_part_2()
        client.media.media.upload("a"), client.media.get("m"), client.call_()
        client.shop.order.cancel(["o"]), client.delivery.track({"city": "c"}, "a")
        show([path for _, path, _, _ in client.sent])
        """
    )
    assert found == [
        *("names/list", "names/get", "names/del", "names/import", "names/str", "names/int"),
        *("names/type", "names/property/alpha", "names/zed/alpha"),
        "names/tell_those_who_deliver_of_part_2",
        *("media/media/upload", "media/get", "call", "shop/order/cancel", "delivery/track"),
    ]


def test_the_clients_own_call_stays_beside_an_operation_of_that_name(golden: Generated) -> None:
    found = golden.run(
        """
        client = Client()
        client.call("POST", "some/thing", json={"a": 1})
        show(client.sent)
        """
    )
    assert found == [["POST", "some/thing", {}, {"a": 1}]]


def test_a_folder_with_shapes_alone_is_no_namespace(golden: Generated) -> None:
    assert golden.run("show(hasattr(Client(), 'common'))") is False


def test_parameters_are_sent_by_their_names_in_the_document(golden: Generated) -> None:
    found = golden.run(
        """
        client = Client()
        client.names.list(
            1, class_="c", self_="s", id="i", none=True, type=2, request="r", str="t",
            filter={"import": "m", "in": ["n"]},
        )
        show(client.sent[0][3])
        """
    )
    assert found == {
        "from": 1,
        "class": "c",
        "self": "s",
        "id": "i",
        "none": True,
        "type": 2,
        "request": "r",
        "str": "t",
        "filter": {"import": "m", "in": ["n"]},
    }


def test_required_parameters_come_first_and_others_by_name_alone(golden: Generated) -> None:
    found = golden.run(
        """
        import inspect
        client = Client()
        parameters = inspect.signature(client.shop.order.create).parameters.values()
        show([[one.name, one.kind.name, one.default is one.empty] for one in parameters][:4])
        """
    )
    assert found == [
        ["article", "POSITIONAL_OR_KEYWORD", True],
        ["buyer", "POSITIONAL_OR_KEYWORD", True],
        ["gift", "KEYWORD_ONLY", False],
        ["remark", "KEYWORD_ONLY", False],
    ]


def test_every_kind_of_limit_is_checked_at_its_path(golden: Generated) -> None:
    found = golden.run(
        """
        create = Client().shop.order.create
        show(refused(
            create,
            {"sku": "", "price": {"amount": -1, "currency": "EUR"}, "tags": ["too long"] * 4},
            {"birthday": "x"},
            gift={"sku": "123456789"},
            wrap=2,
            paper="x" * 11,
            express=1,
            tip=99.6,
            rate=0.7,
            count=0,
            rows=[[1, 2], [3], [-1, "x"]],
            parts=[{"id": 1}, {"note": 5}, {"id": 2, "parts": [{}]}],
            extra=[],
            known={"size": 1},
            cards=[
                {"kind": "text"},
                {"kind": "photo", "text": "x"},
                {"kind": "film", "image": {"id": "", "address": ""}},
                {"kind": "door", "image": {"id": "x"}},
            ],
            coupon="x",
            voucher=0,
            channels=["mini_shop", "door"],
            begin=date(2023, 11, 15),
            end=date(2023, 11, 1),
        ))
        """
    )
    assert sorted(map(tuple, found)) == [
        ("article.price.amount", "minimum"),
        ("article.price.currency", "enum"),
        ("article.sku", "minLength"),
        ("article.tags", "maxItems"),
        *((f"article.tags[{index}]", "maxLength") for index in range(4)),
        ("begin", "minDaysAgo"),
        ("buyer.birthday", "type"),
        ("buyer.name", "required"),
        ("cards[0].text", "requiredWhen"),
        ("cards[1].image", "requiredWhen"),
        ("cards[2].image.id", "requiredUnlessGiven"),
        ("cards[3].kind", "enum"),
        ("channels[1]", "enum"),
        ("count", "minimum"),
        ("coupon", "forbiddenWhenGiven"),
        ("end", "notBefore"),
        ("express", "type"),
        ("extra", "type"),
        ("gift.price", "required"),
        ("gift.sku", "maxLength"),
        ("known.colour", "required"),
        ("paper", "maxLength"),
        ("parts[1].id", "required"),
        ("parts[1].note", "type"),
        ("parts[2].parts[0].id", "required"),
        ("rate", "enum"),
        ("rows[1]", "minItems"),
        ("rows[2][0]", "minimum"),
        ("rows[2][1]", "type"),
        ("tip", "maximum"),
        ("wrap", "enum"),
    ]


def test_byte_limits_count_bytes(golden: Generated) -> None:
    found = golden.run(
        """
        upload = Client().media.media.upload
        show([refused(upload, name) for name in ("图图图", "图图图x", "")])
        """
    )
    assert found == [[], [["name", "maxBytes"]], [["name", "minBytes"]]]


def test_a_query_is_checked_and_sent_as_text(golden: Generated) -> None:
    found = golden.run(
        """
        client = Client()
        client.media.get("m", size=7, ratio=0.5, whole=False, flag=True, day=date(2023, 11, 1))
        show([client.sent[0][2], refused(client.media.get, "", type="x", size=101, ratio=1e21)])
        """
    )
    query = {"media_id": "m", "size": "7", "ratio": "0.5", "whole": "false", "flag": "1"}
    assert found == [
        {**query, "day": "1698768000"},
        [["media_id", "minLength"], ["type", "enum"], ["size", "maximum"], ["ratio", "maximum"]],
    ]


def test_what_the_server_would_ignore_is_sent_with_a_warning(golden: Generated) -> None:
    found = golden.run(
        """
        import warnings
        client = Client()
        article, buyer = {"sku": "a"}, {"name": "b"}
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            client.shop.order.create(article, buyer, remark="too long", paper="red")
        show([len(caught), client.sent[0][3]["remark"], client.sent[0][3]["paper"]])
        """
    )
    assert found == [2, "too long", "red"]


def test_answer_fields_have_the_documents_names_where_python_lets_them(golden: Generated) -> None:
    answer = OPERATIONS["names/get"].example_response
    found = golden.run(
        f"""
        answer = Client({answer!r}).names.get()
        show([
            answer.raw == {answer!r}, answer.raw_, answer.int, answer.str, answer.items,
            answer.values, answer.others, answer.from_, answer.None_, answer.one.a,
            answer.class_.tuple, answer.list[0].del_, answer.record.a, answer.answer.a,
            answer.settings.a, answer.open["any"],
        ])
        """
    )
    expected = [True, "r", 1, "s", [1], ["v"], ["o"], "f", True]
    assert found == [*expected, "x", [1, 2], 3, "x", "x", "x", ["thing"]]


def test_an_empty_answer_has_none_and_empty_tuples(golden: Generated) -> None:
    found = golden.run(
        """
        answer = Client().names.get()
        show([answer.raw_, answer.items, answer.values, answer.class_, answer.list, answer.one])
        """
    )
    assert found == [None, [], [], None, [], None]


def test_nested_and_shared_records_of_an_answer_are_typed(golden: Generated) -> None:
    answer = OPERATIONS["shop/order/create"].example_response
    found = golden.run(
        f"""
        from wecom_client.shop.order.create import Address, Article
        answer = Client({answer!r}).shop.order.create({{"sku": "a"}}, {{"name": "b"}})
        show([
            isinstance(answer.article, Article), isinstance(answer.article.from_, Address),
            answer.article.price.amount, answer.article.from_.city, answer.article.tags,
            answer.price.amount, answer.days, answer.rows, answer.parts[0].part.id,
            answer.boxes[0][0]["id"], answer.extra["any"],
        ])
        """
    )
    expected = [1.5, "深圳", [], 1.5, [1, 2], [[1], [2, 3]], 2, 1, "thing"]
    assert found == [True, True, *expected]


def test_listed_failures_are_raised_on_request(golden: Generated) -> None:
    answer = OPERATIONS["shop/order/cancel"].example_response
    found = golden.run(
        f"""
        from wecom_client import PartialFailureError
        try:
            Client({answer!r}).shop.order.cancel(["o1"]).raise_for_failures()
        except PartialFailureError as error:
            show([[one.key, one.errcode, one.meaning] for one in error.failures])
        """
    )
    assert found == [["o1", 90001, "no such order"]]


def test_the_error_table_is_the_one_of_the_specs(golden: Generated) -> None:
    found = golden.run(
        """
        show([[code, *map(str, (one.errclass, one.remedy))] for code, one in errors().items()])
        """
    )
    assert found == [
        [-1, "busy", "wait and send again"],
        [40014, "token", "fetch a new token"],
        [90001, "not_found", 'check the id; "quotes", {{ braces }} and \\ are text'],
        [90002, "conflict", "nothing to do"],
        [90003, "quota", "go on tomorrow"],
    ]


def test_the_error_table_is_told_in_the_language_of_the_client(golden: Generated) -> None:
    found = golden.run(
        """
        def meaning(errcode, language):
            try:
                Client({"errcode": errcode}, language=language).names.get()
            except WeComError as error:
                return error.meaning
        show([meaning(n, one) for n in (90002, 90003) for one in ("en", "zh")])
        """
    )
    assert found == [
        "the parcel is not here any more",
        "包裹已不在这里",
        "today's parcels are used up",
        "today's parcels are used up",
    ]


def test_a_whole_call_works_against_a_server(golden: Generated) -> None:
    found = golden.run(
        """
        import threading
        from http.server import BaseHTTPRequestHandler, HTTPServer

        seen = []

        class Handler(BaseHTTPRequestHandler):
            def answer(self):
                size = int(self.headers.get("Content-Length") or 0)
                seen.append([self.command, self.path, self.rfile.read(size).decode()])
                body = b'{"errcode": 0, "access_token": "t", "expires_in": 7200, "order_id": "o"}'
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = answer

            def log_message(self, *_):
                pass

        server = HTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}"
        with WeComClient("corp", "secret", base_url=url) as client:
            order = client.shop.order.create({"sku": "a"}, {"name": "王"})
            client.media.get("图 1")
        server.shutdown()
        server.server_close()
        show([order.order_id, seen])
        """
    )
    assert found == [
        "o",
        [
            ["GET", "/cgi-bin/gettoken?corpid=corp&corpsecret=secret", ""],
            [
                "POST",
                "/cgi-bin/shop/order/create?access_token=t",
                '{"article":{"sku":"a"},"buyer":{"name":"王"}}',
            ],
            ["GET", "/cgi-bin/media/get?access_token=t&media_id=%E5%9B%BE+1", ""],
        ],
    ]
