"""The limits on how often operations are called are those of the vendor's page."""

from __future__ import annotations

import re

import yaml

from ..model import SPECS
from .site.pages import NEW, needs_site

UNITS = {"万次": 10_000, "次": 1}
TIMES = {"分": "minute", "小时": "hour"}
WHOSE = {"每企业": "company", "每ip": "address", "第三方应用提供商每ip": "provider_address"}


@needs_site
def test_the_limits_of_every_operation_are_those_of_the_page() -> None:
    stated = yaml.safe_load((SPECS / "frequency_limits.yaml").read_text("utf-8"))
    number = stated["page"].rpartition("/")[2]
    (text,) = (
        text
        for path in (NEW / "附录").glob("*.md")
        if f"/path/{number}\n" in (text := path.read_text("utf-8"))
    )
    found = {
        (int(count) * UNITS[unit], TIMES[time], WHOSE[whose])
        for whose, said in re.findall(r"^- (\S*?)调用单个cgi/api不可超过(.*)", text, re.M)
        for count, unit, time in re.findall(r"([0-9]+)(万次|次)/(小时|分)", said)
    }
    for_each = [row for row in stated["limits"] if "operation" not in row]
    assert len(found) == 6
    assert found == {(row["calls"], row["per"], row["of"]) for row in for_each}
    for row in stated["limits"]:
        if "operation" in row:
            assert f"调用{row['operation']}不可超过{row['calls']}次/" in text
    updated = stated["updated"]
    assert str(updated).replace("-", "/") in text
