"""Whole jobs whose operations, parameters, fields and records have names that are taken."""

from __future__ import annotations

from pathlib import Path

from .folders import messages
from .package import Generated
from .taken_names import KEPT, NAMES, batch

PAIRS = [(name, KEPT[index % len(KEPT)]) for index, name in enumerate(NAMES)]
"""The name of everything in a job of `keys`, and that of its records."""


def test_batches_of_taken_names_send_and_read_by_them(named: Generated) -> None:
    found = named.run(
        f"""
        found = []
        for index, (name, kept) in enumerate({PAIRS!r}):
            client = Client({{kept: [{{name: "b", "errcode": 1}}]}})
            result = getattr(client.keys, f"batch_{{index}}_all")(["a", "b", "c"])
            sent = [one[3][name] for one in client.sent]
            failed = [record.raw[name] for record in result.failed]
            found.append([result.done, failed, result.unknown, sent])
        show(found)
        """
    )
    # the second answer names an element that its call did not have: "b" has failed, and that once
    assert found == [[["a"], ["b"], ["c"], [["a", "b"], ["c"]]] for _ in NAMES]


def test_windows_of_taken_names_send_and_read_by_them(named: Generated) -> None:
    found = named.run(
        f"""
        import inspect

        found = []
        for index, (name, kept) in enumerate({PAIRS!r}):
            client = Client({{kept: [{{name: "k", "data_": {{name: 2}}}}]}})
            method = getattr(client.keys, f"window_{{index}}_all")
            begin = next(iter(inspect.signature(method).parameters))
            who = {{name: ["a", "b", "c"]}}
            answer = method(**{{begin: 86400, "end_": 86400 * 7, "who_": who}})
            records = [one.raw[name] for one in getattr(answer, kept)]
            figures = [one.raw["data_"][name] for one in getattr(answer, kept)]
            days = [(one[3][name] + 8 * 3600) // 86400 for one in client.sent]
            sent = [[day, one[3]["who_"][name]] for day, one in zip(days, client.sent)]
            found.append([records, figures, sent])
        show(found)
        """
    )
    parts = [[day, ids] for ids in (["a", "b"], ["c"]) for day in (1, 6)]
    assert found == [[["k"], [8], parts] for _ in NAMES]


def test_pages_of_taken_names_are_gone_through(named: Generated) -> None:
    found = named.run(
        f"""
        found = []
        for index, (name, kept) in enumerate({PAIRS!r}):
            client = Client({{kept: [{{name: "k"}}]}})
            pages = getattr(client.keys, f"iter_window_{{index}}")(page_size=3)
            found.append([[one.raw[name] for one in pages], client.sent[0][3]])
        show(found)
        """
    )
    assert found == [[["k"], {f"{name}_2": 3}] for name in NAMES]


def test_an_argument_may_be_called_as_the_parameter_that_it_stands_for(tmp_path: Path) -> None:
    (message,) = messages(tmp_path, {"rooms/list": batch("id", "failed", "id", "self") | {"x": 1}})
    assert "unknown key 'x'" in message
