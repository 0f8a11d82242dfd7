# Generated from specs/externalcontact/get_intercept_rule.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取敏感词规则详情

Returns one rule that watches for words in what members send to customers: its words, what
happens to messages with them, and whom it is for.

Permissions:
    Every application: Of the members and departments whom the rule is for, an application gets
        those in its visible range.
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 管理敏感词.
    Third-party applications (第三方应用): Permission 管理敏感词.

Notes:
    The table says here that words have 30 characters at most; `add_intercept_rule` and
        `update_intercept_rule` take 32.
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/95097#获取敏感词规则详情 (2024-03-07)
"""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterable, Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Object, String
from .._runtime.jobs.async_jobs import AsyncOutcomes
from .._runtime.jobs.declarations import Bulk
from .._runtime.jobs.results import Progress
from .._runtime.jobs.sync_jobs import Outcomes
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.records import Record, one, values
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = [
    "BULK",
    "OPERATION",
    "REQUEST",
    "ApplicableRange",
    "ExtraRule",
    "GetInterceptRuleAnswer",
    "Rule",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/get_intercept_rule",
    method="POST",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/95097#获取敏感词规则详情",
    title="获取敏感词规则详情",
    effect="read",
)

REQUEST = Object({"rule_id": String(min_length=1)}, required=("rule_id",))


def build_request(
    rule_id: str,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `get_intercept_rule` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "rule_id": rule_id,
        },
        _settings,
        extra,
    )


class ApplicableRange(Record):
    """The members whom the rule is for."""

    user_list: tuple[str, ...] = values()
    """Userids of the members who are in the application's visible range."""
    department_list: tuple[int, ...] = values()
    """Ids of the departments in the application's visible range whose members the rule is for."""


class ExtraRule(Record):
    """More that the rule watches for, as `update_intercept_rule` takes it. The table has it, the
    example does not.
    """

    semantics_list: tuple[int, ...] = values()
    """Kinds of text that the rule watches for besides the words."""


class Rule(Record):
    """A rule that watches for words in what members send to customers."""

    rule_id: str
    """Id of the rule."""
    rule_name: str
    """Name of the rule."""
    word_list: tuple[str, ...] = values()
    """The words that the rule watches for."""
    semantics_list: tuple[int, ...] = values()
    """Kinds of text that the rule watches for besides the words. Present only where it does not
    stand in extra_rule.
    """
    intercept_type: int
    """What happens to a message that has such a word or text. 1: the member is warned, and the
    message is not sent; 2: the member is only warned.
    """
    applicable_range: ApplicableRange = one(ApplicableRange)
    """The members whom the rule is for."""
    extra_rule: ExtraRule | None = one(ExtraRule)
    """More that the rule watches for, as `update_intercept_rule` takes it. The table has it, the
    example does not. Present only where semantics_list does not stand in the rule itself.
    """
    create_time: int | None
    """When the rule was made, Unix seconds. The table has it, the example does not. Present only
    where the platform returns it.
    """


class GetInterceptRuleAnswer(Answer):
    """The answer of `get_intercept_rule`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("rule") is None` asks, and type checkers let it
    pass.
    """

    rule: Rule = one(Rule)
    """A rule that watches for words in what members send to customers."""


BULK: Bulk[GetInterceptRuleAnswer] = Bulk(
    OPERATION, REQUEST, GetInterceptRuleAnswer, parameter="rule_id", argument="rule_ids"
)


class _Methods(_Bound):
    """`get_intercept_rule` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def get_intercept_rule(
        self,
        rule_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> GetInterceptRuleAnswer:
        """获取敏感词规则详情

        Returns one rule that watches for words in what members send to customers: its words,
        what happens to messages with them, and whom it is for.

        Args:
            rule_id: Id of the rule. Not empty.

        Returns:
            GetInterceptRuleAnswer: rule.

        Raises:
            APIError: 41070 the intercept rule is unknown; 41071 the intercept rule was deleted;
                48002 the application may not call this API.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/95097#获取敏感词规则详情 (2024-03-07)
        """
        request = build_request(
            rule_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, GetInterceptRuleAnswer, self._rules)

    def get_intercept_rule_many(
        self,
        rule_ids: Iterable[str],
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Outcomes[GetInterceptRuleAnswer]:
        """获取敏感词规则详情

        Returns one rule that watches for words in what members send to customers: its words,
        what happens to messages with them, and whom it is for.

        Makes one call for each of any number of rule_ids, several at the same time. It slows
        down by itself where the platform answers that calls come too often, and then recovers.
        An element whose call fails has its error in its outcome; the others go on.

        Args:
            rule_ids: Any iterable, taken from while the calls go on. Of each element: Id of the
                rule. Not empty.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            Outcomes: an iterator of Outcome, each with `key`, `answer` (GetInterceptRuleAnswer,
                or None) and `error` (a WeComError, or None). Close it, or use it in a `with`
                statement, to end the job early.

        Document: https://developer.work.weixin.qq.com/document/path/95097#获取敏感词规则详情 (2024-03-07)
        """
        return self._client._bulk(
            BULK, {}, rule_ids, concurrency, rate, ordered, on_progress, extra, self._rules
        )


class _AsyncMethods(_AsyncBound):
    """`get_intercept_rule` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def get_intercept_rule(
        self,
        rule_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> GetInterceptRuleAnswer:
        """获取敏感词规则详情

        Returns one rule that watches for words in what members send to customers: its words,
        what happens to messages with them, and whom it is for.

        Args:
            rule_id: Id of the rule. Not empty.

        Returns:
            GetInterceptRuleAnswer: rule.

        Raises:
            APIError: 41070 the intercept rule is unknown; 41071 the intercept rule was deleted;
                48002 the application may not call this API.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/95097#获取敏感词规则详情 (2024-03-07)
        """
        request = build_request(
            rule_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, GetInterceptRuleAnswer, self._rules)

    def get_intercept_rule_many(
        self,
        rule_ids: Iterable[str] | AsyncIterable[str],
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncOutcomes[GetInterceptRuleAnswer]:
        """获取敏感词规则详情

        Returns one rule that watches for words in what members send to customers: its words,
        what happens to messages with them, and whom it is for.

        Makes one call for each of any number of rule_ids, several at the same time. It slows
        down by itself where the platform answers that calls come too often, and then recovers.
        An element whose call fails has its error in its outcome; the others go on.

        Args:
            rule_ids: Any iterable, an asynchronous one too, taken from while the calls go on.
                Of each element: Id of the rule. Not empty.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).

        Returns:
            AsyncOutcomes: for `async for`, without `await`, an iterator of Outcome, each with
                `key`, `answer` (GetInterceptRuleAnswer, or None) and `error` (a WeComError, or
                None). `await` its `aclose`, or use it in an `async with` statement, to end the
                job early.

        Document: https://developer.work.weixin.qq.com/document/path/95097#获取敏感词规则详情 (2024-03-07)
        """
        return self._client._bulk(
            BULK, {}, rule_ids, concurrency, rate, ordered, on_progress, extra, self._rules
        )
