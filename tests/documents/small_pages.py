"""Small documents in the project's own words, each with the facts or the report that is right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.documents.facts import DocumentFacts, FieldFact, OperationFacts
from generator.documents.reading import read_text

from .site.expectations import differences, field_of

HOST = "https://qyapi.weixin.qq.com/cgi-bin"
TOKEN = "| access_token | 是 | 凭证 |"


def table(heads: Sequence[str], rows: Iterable[str]) -> str:
    """Return a table of Markdown; a row is its cells with pipes between."""
    lines = [" | ".join(heads), " | ".join("---" for _ in heads), *rows]
    return "\n".join(f"| {line.strip('| ')} |" for line in lines)


def page(
    request: Iterable[str] = (),
    response: Iterable[str] = (),
    *,
    sent: str = "",
    came: str = '{"errcode": 0, "errmsg": "ok"}',
    heads: Sequence[str] = ("参数", "必须", "说明"),
    answer_heads: Sequence[str] = ("参数", "说明"),
    behind: str = "",
    title: str = "查询甲",
    method: str = "POST",
    address: str = "sample/query_a?access_token=ACCESS_TOKEN",
    answer: str = "返回结果：",
) -> str:
    """Return a page of one operation as the vendor writes it."""
    example = f"**请求示例：**\n\n```\n{sent}\n```\n\n" if sent else ""
    return (
        f"# {title}\n\n**请求方式：**{method}（**HTTPS**）\n**请求地址：**{HOST}/{address}\n\n"
        f"{example}**参数说明：**\n\n{table(heads, request)}\n\n"
        f"**{answer}**\n\n```\n{came}\n```\n\n**参数说明：**\n\n"
        f"{table(answer_heads, ['errcode | 码', 'errmsg | 语', *response])}\n{behind}"
    )


@dataclass(frozen=True)
class Case:
    """A document and what is right: fields as in `site/expected`, or a report that names a word."""

    text: str
    request: str = ""
    response: str = ""
    excludes: tuple[str, ...] = ()
    """Paths, of either side, that are no fields."""
    reported: str = ""
    """A word that the report must hold: of what was not understood, or is doubted."""

    def faults(self) -> list[str]:
        """Return what is not right in how the project reads it."""
        facts = read_text(self.text)
        is_said = not self.reported or self._is_reported(facts)
        missing = [] if is_said else [f"nothing is said of {self.reported}"]
        return [*missing, *self._wrong(facts)]

    def _is_reported(self, facts: DocumentFacts) -> bool:
        reports = (*facts.not_understood, *facts.doubts)
        return any(self.reported in f"{one.text} {one.why}" for one in reports)

    def _wrong(self, facts: DocumentFacts) -> Iterable[str]:
        if not facts.operations:
            yield "no operation"
            return
        operation = facts.operations[0]
        for side, expected in (("request", self.request), ("response", self.response)):
            found = fields(operation, side)
            for line in filter(str.strip, expected.split("\n")):
                field = field_of(line.strip())
                if field.path not in found:
                    yield f"{side}.{field.path} is missing"
                else:
                    for one in differences(found[field.path], field, side):
                        yield f"{side}.{field.path}: {one}"
            yield from (f"{side}.{path} is none" for path in self.excludes if path in found)


def fields(operation: OperationFacts, side: str) -> dict[str, FieldFact]:
    """Return the fields of one side by path."""
    return {one.path: one for one in getattr(operation, side)}
