"""Whole jobs of small specs, of both clients, against a server that answers as it is told."""

from __future__ import annotations

from typing import Any

import pytest

from .package import Generated

_SERVER = '''
import asyncio
import threading
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit
from wecom_client import AsyncWeComClient, BatchError

def day(text):
    """Return the first second of a day in UTC+8."""
    return int(datetime.fromisoformat(text + "T00:00:00+08:00").timestamp())

class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, answer):
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer, self.seen = answer, []
        self.thread = threading.Thread(target=self.serve_forever, args=(0.01,))
        self.thread.start()

    def end(self):
        self.shutdown()
        self.thread.join()
        self.server_close()

class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def handle_call(self):
        size = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(size)
        address = urlsplit(self.path)
        sent = dict(parse_qsl(address.query)) | (json.loads(body) if body else {})
        del sent["access_token"]
        self.server.seen.append(sent)
        answer = {"errcode": 0, "errmsg": "ok", **self.server.answer(sent)}
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = handle_call

    def log_message(self, *_):
        pass

def with_sync(url, use, shown):
    with WeComClient(access_token="t", base_url=url, clock=lambda: NOON) as client:
        return shown(use(client))

def with_async(url, use, shown):
    async def run():
        async with AsyncWeComClient(access_token="t", base_url=url, clock=lambda: NOON) as client:
            found = use(client)
            if hasattr(found, "__aiter__"):
                return shown([one async for one in found])
            return shown(await found)
    return asyncio.run(run())

def both(answer, use, shown):
    """Show what each client makes of a job, and what was sent for it."""
    found = []
    for run in (with_sync, with_async):
        server = Server(answer)
        try:
            result = run(f"http://127.0.0.1:{server.server_port}", use, shown)
        finally:
            server.end()
        found.append([result, server.seen])
    show(found)
'''


def run(golden: Generated, program: str) -> tuple[Any, Any]:
    """Return what both clients made of a job, and what they sent for it: it is the same."""
    (result, seen), asynchronous = golden.run(_SERVER + program)
    assert asynchronous == [result, seen]
    return result, seen


@pytest.mark.parametrize(
    ("options", "count", "first"), [("", "20", 0), ('page_size=3, from_key="4"', "3", 4)]
)
def test_pages_are_gone_through_by_their_cursor(
    golden: Generated, options: str, count: str, first: int
) -> None:
    result, seen = run(
        golden,
        f"""
def answer(sent):
    at = int(sent.get("from_key", 0))
    parcels = [{{"number": number}} for number in (at, at + 1)]
    return {{"parcel_list": parcels, "next_key": str(at + 2) if at < 4 else ""}}

both(
    answer,
    lambda client: client.depot.iter_list("a", {options}),
    lambda found: [(type(one).__name__, one.number) for one in found],
)
""",
    )
    assert result == [["Parcel", number] for number in range(first, 6)]
    keys = [{"from_key": str(at)} if at else {} for at in range(first, 6, 2)]
    assert seen == [{"place": "a", "count": count, **key} for key in keys]


def test_pages_are_gone_through_by_their_offset(golden: Generated) -> None:
    result, seen = run(
        golden,
        """
def answer(sent):
    at = sent.get("start", 0)
    times = range(at, min(at + sent["page_size"], 5))
    return {"scans": [{"at": time} for time in times], "next_start": at + len(times)}

both(
    answer,
    lambda client: client.depot.iter_scan(class_="c", start=1, page_size=2),
    lambda found: [one.at for one in found],
)
""",
    )
    assert result == [1, 2, 3, 4]
    assert seen == [{"page_size": 2, "class": "c", "start": start} for start in (1, 3, 5)]


def test_a_page_size_that_the_spec_leaves_open_has_to_be_given(golden: Generated) -> None:
    found = golden.run(
        """
        try:
            Client().depot.iter_scan()
        except TypeError as error:
            show(str(error))
        """
    )
    assert "page_size" in found


BATCH = """
def answer(sent):
    codes = {"b": 90001, "c": 90002, "x": 90003}
    failed = [one for one in sent["parcels"] if one in codes]
    own = {"meaning": "own"}
    return {"lost_list": [{"parcel": one, "errcode": codes[one], **own} for one in failed]}

def shown(result):
    failed = [(one.parcel, one.meaning, one.remedy, one.meaning_) for one in result.failed]
    resume_on = result.resume_on and result.resume_on.isoformat()
    return [result.done, failed, result.unknown, result.not_tried, resume_on]

"""


def test_a_batch_takes_any_number_of_elements(golden: Generated) -> None:
    result, seen = run(
        golden,
        BATCH + 'both(answer, lambda c: c.depot.del_all(iter("abaccd"), reason="r"), shown)',
    )
    assert result[0] == ["a", "c", "d"]
    assert [one[:2] + one[3:] for one in result[1]] == [["b", "no such order", "own"]]
    assert result[2:] == [[], [], None]
    assert seen == [{"reason": "r", "parcels": pair} for pair in (["a", "b"], ["c", "d"])]


def test_a_batch_stops_at_the_least_quota_of_a_day(golden: Generated) -> None:
    job = "both(answer, lambda c: c.depot.del_all(map(str, range(8))), shown)"
    result, seen = run(golden, BATCH + job)
    assert result == [["0", "1", "2", "3", "4"], [], [], ["5", "6", "7"], "2023-11-16"]
    assert [len(one["parcels"]) for one in seen] == [2, 2, 1]


def test_a_batch_stops_where_the_platform_says_that_the_quota_is_used_up(golden: Generated) -> None:
    job = 'both(answer, lambda c: c.depot.del_all(list("axef"), daily_limit=None), shown)'
    result, seen = run(golden, BATCH + job)
    assert [result[0], result[3:]] == [["a"], [["e", "f"], "2023-11-16"]]
    assert [one[0] for one in result[1]] == ["x"]
    assert len(seen) == 1


def test_a_dry_run_returns_the_calls_and_makes_none(golden: Generated) -> None:
    result, seen = run(
        golden,
        BATCH
        + """
both(
    answer,
    lambda client: client.depot.del_all(["a", "b", "c"], dry_run=True),
    lambda calls: [(call.path, call.json) for call in calls],
)
""",
    )
    bodies = [{"parcels": ["a", "b"]}, {"parcels": ["c"]}]
    assert (result, seen) == ([["depot/del", body] for body in bodies], [])


def test_a_batch_without_a_quota_knows_no_daily_limit(golden: Generated) -> None:
    result, seen = run(
        golden,
        """
def answer(sent):
    codes = {2: 90001, 5: None}
    return {"failed": [{"number": one, "errcode": codes.get(one, 0)} for one in sent["numbers"]]}

both(
    answer,
    lambda client: client.depot.weigh_all(range(1, 6)),
    lambda found: [
        found.done, [(type(one).__name__, one.meaning) for one in found.failed], found.unknown
    ],
)
""",
    )
    assert result == [[1, 3, 4], [["FailedItem", "no such order"]], [5]]
    assert seen == [{"numbers": [1, 2, 3]}, {"numbers": [4, 5]}]


def test_a_call_that_fails_ends_a_batch_and_says_how_far_it_came(golden: Generated) -> None:
    result, _ = run(
        golden,
        """
def answer(sent):
    return {"errcode": 90001} if "c" in sent["parcels"] else {}

def use(client):
    try:
        found = client.depot.del_all("abcd"[i] for i in range(4))
    except BatchError as error:
        return error.result
    async def later():
        try:
            return await found
        except BatchError as error:
            return error.result
    return later()

both(answer, use, lambda result: [result.done, result.not_tried])
""",
    )
    assert result == [["a", "b"], ["c", "d"]]


BULK = """
def answer(sent):
    return {"errcode": 90001 if sent.get("number") == "2" else 0}

def shown(found):
    return [[one.key, type(one.answer).__name__, type(one.error).__name__] for one in found]

"""


def test_elements_are_read_one_a_call(golden: Generated) -> None:
    options = "whole=True, ordered=True, concurrency=1"
    job = f'both(answer, lambda c: c.depot.read_many("de", [3, 1, 2], {options}), shown)'
    result, seen = run(golden, BULK + job)
    assert result == [
        [3, "ReadAnswer", "NoneType"],
        [1, "ReadAnswer", "NoneType"],
        [2, "NoneType", "NotFoundError"],
    ]
    assert seen == [{"language": "de", "number": number, "whole": "1"} for number in "312"]


def test_an_operation_at_the_top_has_its_job_there(golden: Generated) -> None:
    job = "both(answer, lambda c: c.take_many(iter('ba'), concurrency=1), shown)"
    result, seen = run(golden, BULK + job)
    assert result == [[key, "TakeAnswer", "NoneType"] for key in "ba"]
    assert seen == [{"id": "b"}, {"id": "a"}]


def test_elements_may_come_asynchronously(golden: Generated) -> None:
    _, seen = run(
        golden,
        BULK
        + """
async def elements():
    for element in "ab":
        yield element

def use(client):
    is_async = isinstance(client, AsyncWeComClient)
    ids = elements() if is_async else list("ab")
    return client.take_many(ids, ordered=True, concurrency=1)

both(answer, use, shown)
""",
    )
    assert seen == [{"id": "a"}, {"id": "b"}]


def test_days_and_elements_are_split_and_merged(golden: Generated) -> None:
    result, seen = run(
        golden,
        """
def answer(sent):
    rows = []
    for depot in sent["where"]["inner"]["depots"]:
        days = (sent["last"] - sent["first"]) // 86400 + 1
        data = {"came": days, "weight": 0.5 * days, "here": sent["last"], "label": depot}
        rows.append({"depot": depot, "data": data, "rate": 0.1})
    return {"rows": rows}

both(
    answer,
    lambda client: client.depot.figures_all(
        day("2023-11-01"), day("2023-11-05"), {"inner": {"depots": ["a", "b", "c", "a"]}}
    ),
    lambda found: [type(found).__name__, [one.raw for one in found.rows]],
)
""",
    )
    last = 1699113600
    data = {"came": 5, "weight": 2.5, "here": last}
    assert result == [
        "FiguresAnswer",
        [{"depot": one, "data": {**data, "label": one}, "rate": 0.1} for one in "abc"],
    ]
    asked = [(one["where"]["inner"]["depots"], one["first"], one["last"]) for one in seen]
    days = [(1698768000, 1698854400), (1698940800, 1699027200), (last, last)]
    assert asked == [(depots, *span) for depots in (["a", "b"], ["c"]) for span in days]


def test_what_comes_in_pages_is_merged_whole(golden: Generated) -> None:
    result, seen = run(
        golden,
        """
def answer(sent):
    at = sent.get("offset", 0)
    days = [{"day": sent["since"] + number, "count": len(sent["depots"])} for number in range(3)]
    return {"days": days[at : at + sent["limit"]], "then": min(at + 2, 3), "all": 3}

both(
    answer,
    lambda client: client.depot.counts_all(since=86400 * 1000, depots=[1, 2, 3]),
    lambda found: [found.all, found.then, [(one.day, one.count) for one in found.days]],
)
""",
    )
    start = 86400 * 1000
    assert result == [3, 3, [[start + number, 3] for number in range(3)]]
    assert [(one["depots"], one["limit"], one.get("offset", 0)) for one in seen] == [
        (depots, 2, offset) for depots in ([1, 2], [3]) for offset in (0, 2)
    ]


def test_arguments_of_jobs_are_checked_under_the_names_that_they_have_there(
    golden: Generated,
) -> None:
    found = golden.run(
        """
        depot = Client().depot
        show([
            refused(depot.iter_list, "", page_size=0),
            refused(depot.del_all, ["a", "", 5], reason=1, daily_limit=-1),
            refused(depot.read_many, 5, "abc", concurrency=0),
            refused(depot.figures_all, date(2023, 11, 2), date(2023, 11, 1), {"inner": {}}),
        ])
        """
    )
    assert [sorted(map(tuple, one)) for one in found] == [
        [("page_size", "minimum"), ("place", "minLength")],
        [
            ("class_[1]", "minLength"),
            ("class_[2]", "type"),
            ("daily_limit", "minimum"),
            ("reason", "type"),
        ],
        [("concurrency", "minimum"), ("language", "type"), ("numbers", "type")],
        [("last", "notBefore"), ("where.inner.depots", "required")],
    ]


NAMES = """
def answer(sent):
    at, number = int(sent.get("from_key", 0)), int(sent["number"])
    if (number, at) == (8, 2):
        return {"errcode": 90001, "errmsg": "gone"}
    names = [f"{number}-{one}" for one in (at, at + 1)]
    following = str(at + 2) if at < 4 and number > 6 else ""
    return {"number": number, "names": names, "next_key": following}

"""


def test_pages_of_plain_values_are_gone_through_without_a_size(golden: Generated) -> None:
    result, seen = run(golden, NAMES + "both(answer, lambda c: c.depot.iter_names(7), list)")
    assert result == [f"7-{one}" for one in range(6)]
    assert seen == [{"number": "7"}, *({"number": "7", "from_key": key} for key in "24")]


def test_a_bulk_read_has_all_pages_of_each_element_or_its_error(golden: Generated) -> None:
    result, seen = run(
        golden,
        NAMES
        + """
both(
    answer,
    lambda client: client.depot.names_many([7, 8, 5], ordered=True, concurrency=1),
    lambda found: [
        [one.key, one.answer and [*one.answer.names], one.error and one.error.errcode]
        for one in found
    ],
)
""",
    )
    assert result == [
        [7, [f"7-{one}" for one in range(6)], None],
        [8, None, 90001],
        [5, ["5-0", "5-1"], None],
    ]
    assert [one["number"] for one in seen] == ["7", "7", "7", "8", "8", "5"]


def test_the_type_of_a_plain_value_stands_at_its_iterator(golden: Generated) -> None:
    found = golden.run(
        """
        import inspect
        from wecom_client import AsyncWeComClient
        show([
            inspect.signature(client("c", "s").depot.iter_names).return_annotation
            for client in (WeComClient, AsyncWeComClient)
        ])
        """
    )
    assert found == ["Items[str]", "AsyncItems[str]"]
