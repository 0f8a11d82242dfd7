# Generated from specs/externalcontact/get_intercept_rule_list.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""获取敏感词规则列表

Lists the company's rules that watch for words in what members send to customers: ids, names and
when each was made. `get_intercept_rule` has the rest.

Permissions:
    Every application: An application gets every rule of the company.
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 管理敏感词.
    Third-party applications (第三方应用): Permission 管理敏感词.

Notes:
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/95097#获取敏感词规则列表 (2024-03-07)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Object
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.records import Record, many
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "GetInterceptRuleListAnswer", "Rule", "build_request"]

OPERATION = Operation(
    path="externalcontact/get_intercept_rule_list",
    method="GET",
    repeatable=True,
    doc_url="https://developer.work.weixin.qq.com/document/path/95097#获取敏感词规则列表",
    title="获取敏感词规则列表",
    effect="read",
)

REQUEST = Object({})


def build_request(
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `get_intercept_rule_list` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {},
        _settings,
        extra,
    )


class Rule(Record):
    """One rule."""

    rule_id: str
    """Id of the rule."""
    rule_name: str
    """Name of the rule."""
    create_time: int
    """When the rule was made, Unix seconds."""


class GetInterceptRuleListAnswer(Answer):
    """The answer of `get_intercept_rule_list`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("rule_list") is None` asks, and type checkers let
    it pass.
    """

    rule_list: tuple[Rule, ...] = many(Rule)
    """The rules."""


class _Methods(_Bound):
    """`get_intercept_rule_list` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def get_intercept_rule_list(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> GetInterceptRuleListAnswer:
        """获取敏感词规则列表

        Lists the company's rules that watch for words in what members send to customers: ids,
        names and when each was made. `get_intercept_rule` has the rest.

        Returns:
            GetInterceptRuleListAnswer: rule_list.

        Raises:
            APIError: 48002 the application may not call this API.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/95097#获取敏感词规则列表 (2024-03-07)
        """
        request = build_request(
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, GetInterceptRuleListAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`get_intercept_rule_list` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def get_intercept_rule_list(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> GetInterceptRuleListAnswer:
        """获取敏感词规则列表

        Lists the company's rules that watch for words in what members send to customers: ids,
        names and when each was made. `get_intercept_rule` has the rest.

        Returns:
            GetInterceptRuleListAnswer: rule_list.

        Raises:
            APIError: 48002 the application may not call this API.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/95097#获取敏感词规则列表 (2024-03-07)
        """
        request = build_request(
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, GetInterceptRuleListAnswer, self._rules)
