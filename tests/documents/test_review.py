"""A check's report reads like a review: facts first, no noise, and nothing of a page is markup."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from generator.documents.review import LONGEST

from .pages import DELETED, LENT, LISTED, SITE, Tree, page, shelf


@pytest.fixture(scope="module")
def accepted(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    return Tree(tmp_path_factory.mktemp("tree"))


NOISE = {
    "lines that moved": ("<h2>", "\n\n\n<h2>"),
    "full width": ("书要按时归还。读者只可借三本。", "书要按时归还｡读者只可借三本｡"),
    "a blank more": ("读者只可借三本", "读者 只可借 三本"),
    "two paragraphs": ("书要按时归还。读者", "书要按时归还。</p>\n<p>读者"),
    "another placeholder in the address": ("access_token=ACCESS_TOKEN", "access_token=TOKEN"),
    "a placeholder in the example": ('"room": "east"', '"room": "ROOM"'),
    "the token in the example": ('{"room"', '{"access_token": "ACCESS_TOKEN", "room"'),
    "parameters of the example in another order": (
        '{"room": "east", "limit": 10}', '{"limit": 10, "room": "east"}',
    ),
    "bold": ("书要按时归还", "<strong>书要按时归还</strong>"),
    "marks of bold": ("书要按时归还", "**书要按时归还**"),
    "marks of code": ("读者只可借三本", "读者只可借`三本`"),
    "another level of a heading": ("<h2>查看 lend</h2>", "<h3>查看 lend</h3>"),
    "rows in another order": (
        "<tr><td>room</td><td>是</td><td>string</td><td>房间名</td></tr>\n"
        "<tr><td>limit</td><td>否</td><td>integer</td><td>数量，取值范围 1 ~ 50，默认为10</td></tr>",
        "<tr><td>limit</td><td>否</td><td>integer</td><td>数量，取值范围 1 ~ 50，默认为10</td></tr>\n"
        "<tr><td>room</td><td>是</td><td>string</td><td>房间名</td></tr>",
    ),
    "sentences in another order": ("书要按时归还。读者只可借三本。", "读者只可借三本。书要按时归还。"),
    "a sentence at another place of its operation": (
        "<p>注意事项</p><p>书要按时归还。读者只可借三本。</p>",
        "<p>接口说明</p><p>书要按时归还。</p><p>注意事项</p><p>读者只可借三本。</p>",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NOISE)
def test_what_only_looks_different_is_no_finding(name: str, accepted: Tree) -> None:
    old, new = NOISE[name]
    assert LENT.count(old) == 1
    assert accepted.found(accepted.page("noise.html", page(7002, LENT.replace(old, new)))) == []


NEWS = {
    "a word more": ("书要按时归还", "书要按时按量归还", "notes"),
    "a placeholder that is none": ('"room": "east"', '"room": "west"', "examples.request"),
    "descriptions of two fields that changed places": (
        "<td>房间名</td></tr>\n<tr><td>limit</td><td>否</td><td>integer</td><td>数量，",
        "<td>数量</td></tr>\n<tr><td>limit</td><td>否</td><td>integer</td><td>房间名，",
        "request.room",
    ),
    "the same sentence twice": ("读者只可借三本。", "读者只可借三本。读者只可借三本。", "notes"),
}


@pytest.mark.parametrize("name", NEWS)
def test_what_says_something_else_is_a_finding(name: str, accepted: Tree) -> None:
    old, new, field = NEWS[name]
    assert LENT.count(old) == 1
    found = accepted.found(accepted.page("news.html", page(7002, LENT.replace(old, new))))
    assert field in [one[1] for one in found]


UPDATED = (
    LISTED.replace("1 ~ 50", "1 ~ 80")
    .replace("<tr><td>limit", "<tr><td>mark</td><td>是</td><td>string</td><td>记号</td></tr>\n<tr><td>limit")
    .replace("书要按时归还", "书要早些归还")
    .replace("读者只可借三本", "读者只可借四本")
)  # fmt: skip


@pytest.fixture
def updated(accepted: Tree) -> Path:
    deleted = DELETED.replace("书要按时归还", "书要早些归还")
    return accepted.page("updated.html", page(7001, UPDATED, deleted, day="2026/01/05"))


def test_a_report_has_the_page_then_facts_then_sentences_then_what_to_do(
    accepted: Tree, updated: Path
) -> None:
    code, said = accepted.run("check", updated)
    lines = [
        re.sub(r" \(.*\)$", "", line)
        for line in said.replace(f"{accepted.specs}", "SPECS").split("\n")
    ]
    assert code == 1
    assert lines[:4] == [
        str(updated), f"  {SITE}/7001", "  updated 2025-03-05 → 2026-01-05", "  facts",
    ]  # fmt: skip
    order = [
        "    library/shelf/list", "      request.mark [row], new: string, required", "      request.limit [maximum]",
        "        document: 80", "        spec:     50", "    library/shelf: list, del",
        "      updated [value]", "  sentences",
    ]  # fmt: skip
    places = [lines.index(one) for one in order]
    assert places == sorted(places)
    assert any(
        re.match(r"      2 sentences in notes changed, lines? \d+: 书要早些归还$", one)
        for one in lines
    )
    assert any(
        re.match(r"      1 sentence in notes changed, line \d+: 书要早些归还$", one)
        for one in lines
    )
    steps = [place for place, line in enumerate(lines) if line.startswith("next: ")]
    assert steps == [*range(steps[0], len(lines) - 2)]
    assert len({lines[step] for step in steps}) == len(steps) == 3
    assert lines[-2].startswith(f"{updated}: 2 operations, 6 findings (4 facts, 2 of sentences), ")


def test_a_command_to_run_next_can_be_told_from_the_quotes_round_it(accepted: Tree) -> None:
    moved = page(7002, LENT.replace("书要按时归还", "书要早些归还"))
    plain, spaced = (accepted.page(name, moved) for name in ("new.html", "new state/it's.html"))
    _, said = accepted.run("check", plain)
    assert f"; then 'docs accept {plain}' records" in said
    _, said = accepted.run("check", spaced)
    found = re.search("; then `(docs accept .*)` records", said)
    assert found, said
    assert shlex.split(found[1]) == ["docs", "accept", str(spaced)]


EXAMPLES = {
    "a parameter more": ('"limit": 10}', '"limit": 10, "all": true}', "all is in the document alone"),
    "another value": ('"limit": 10}', '"limit": true}', "limit is true, in the spec 10"),
    "another text": ('"east"', '"west"', 'room is "west", in the spec "east"'),
}  # fmt: skip


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_that_differs_has_a_word_and_a_place_on_both_sides(
    name: str, accepted: Tree
) -> None:
    old, new, difference = EXAMPLES[name]
    assert LENT.count(old) == 1
    _, said = accepted.run(
        "check", accepted.page("example.html", page(7002, LENT.replace(old, new)))
    )
    lines = said.split("\n")
    start = lines.index("      examples.request [value]")
    assert lines[start + 1].startswith(f"        document: {difference} (")
    assert re.fullmatch(r" {8}spec: {5}an example \(.*lend\.yaml:\d+\)", lines[start + 2])


def test_a_new_row_is_told_in_the_words_of_documents(accepted: Tree) -> None:
    row = "<tr><td>quiet</td><td>否</td><td>bool</td><td>是否安静，默认为true</td></tr>\n"
    text = LENT.replace("<tr><td>limit", f"{row}<tr><td>limit")
    _, said = accepted.run("check", accepted.page("quiet.html", page(7002, text)))
    assert "request.quiet [row], new: boolean, optional, default true\n" in said


def test_next_steps_and_the_total_stand_once_for_all_pages(accepted: Tree, updated: Path) -> None:
    other = accepted.page("also.html", page(7002, LENT.replace("1 ~ 50", "1 ~ 60")))
    fine = accepted.pages / "desk.html"
    _, said = accepted.run("check", updated, other)
    assert said.count("next: facts: ") == 1
    assert said.rstrip().rpartition("\n")[2].startswith("2 documents: 3 operations, 7 findings")
    _, said = accepted.run("check", fine, accepted.pages / "shelves.html")
    assert said.split("\n")[0] == (
        f"{fine}: 1 operation, 0 findings, {accepted_deviations(said)} accepted as deviations, "
        "0 doubts, 0 not understood"
    )


def accepted_deviations(said: str) -> str:
    found = re.search(r"(\d+) accepted", said)
    return found[1] if found else ""


def markdown(tree: Tree, *paths: Path) -> str:
    code, said = tree.run("check", *paths, "--format", "markdown")
    assert code in (0, 1)
    return said


def test_markdown_has_the_same_in_the_same_order(accepted: Tree, updated: Path) -> None:
    said = markdown(accepted, updated)
    order = [
        "### `updated.html`", f"<{SITE}/7001> · updated 2025-03-05 → 2026-01-05", "**Facts**",
        "- `library/shelf/list`", "  - `request.mark` [row], new: `string, required`: document `mark` (",
        "  - `request.limit` [maximum]: document `80` (", "; spec `50` (",
        "- `library/shelf`: `list`, `del`", "  - `updated` [value]: document `2026-01-05` (",
        "<details><summary>Sentences</summary>", "  - 2 sentences in `notes` changed, line",
        "</details>", "**Next**", "- facts: correct the spec", ": 2 operations, 6 findings",
    ]  # fmt: skip
    places = [said.index(one) for one in order]
    assert places == sorted(places)


HOSTILE = (
    "@somebody <b>x</b> [a](http://b.example) `code` ``two`` # head <!-- x --> |a|b| $$x$$ "
    "<details> #12 GH-3 **bold** \\` https://evil.example/x &lt;"
)


def test_nothing_of_a_page_is_markup_in_markdown(accepted: Tree) -> None:
    escaped = HOSTILE.replace("&", "&amp;").replace("<", "&lt;")
    text = LENT.replace("书要按时归还", f"书{escaped}").replace("房间名", f"名{escaped}")
    said = markdown(accepted, accepted.page("hostile`.html", page(7002, text)))
    bare = re.sub(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", "", said)
    assert "somebody" in said
    left = bare.replace("<details><summary>Sentences</summary>", "").replace("</details>", "")
    left = left.replace(f"<{SITE}/7002>", "")
    for mark in ("@", "<", "](", "https://", "#12", "GH-3", "**bold", "$$", "|"):
        assert mark not in left
    assert len([line for line in said.split("\n") if line.startswith("#")]) == 1


def test_a_report_in_markdown_is_the_body_of_a_pull_request_however_much_there_is(
    accepted: Tree,
) -> None:
    rows = "".join(
        f"<tr><td>field_{number}</td><td>否</td><td>string</td><td>{'长' * 90}</td></tr>\n"
        for number in range(2000)
    )
    text = LENT.replace("<tr><td>limit", f"{rows}<tr><td>limit")
    sentences = "。".join(f"第{number}句{'话' * 70}" for number in range(2000))
    said = markdown(
        accepted, accepted.page("long.html", page(7002, text.replace("书要按时归还", sentences)))
    )
    assert len(said) <= LONGEST < 65_536
    assert len(said) > LONGEST // 2
    assert re.search(r"\n\d+ further lines did not fit in here\.\n", said)
    assert said.count("<details>") == said.count("</details>")
    assert "**Next**" in said
    assert said.rstrip().rpartition("\n")[2].count("findings") == 1


def test_what_was_accepted_of_doubts_is_counted_apart(accepted: Tree) -> None:
    text = LENT.replace("数量，", "数量，最多七八位，")
    path = accepted.page("unclear.html", page(7002, text))
    _, said = accepted.run("check", path)
    assert "  not understood\n" in said
    assert "1 not understood\n" in said
    assert "next: doubts, and what was not understood: read those lines" in said


def test_a_long_word_of_a_page_is_shown_in_part(accepted: Tree) -> None:
    path = accepted.page("word.html", page(7002, LENT.replace("书要按时归还", "长" * 5000)))
    for form in ("text", "markdown"):
        _, said = accepted.run("check", path, "--format", form)
        assert "长" * 100 not in said


def test_files_left_out_are_told_in_markdown(accepted: Tree, tmp_path: Path) -> None:
    (tmp_path / "about.md").write_text("# 关于 @somebody\n", "utf-8")
    (tmp_path / "desk.html").write_text((accepted.pages / "desk.html").read_text("utf-8"), "utf-8")
    said = markdown(accepted, tmp_path)
    assert f"- `left out: {tmp_path / 'about.md'} is not a document" in said
    assert shelf("a/b") not in said
