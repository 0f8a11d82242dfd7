# Generated from specs/externalcontact/del_intercept_rule.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""删除敏感词规则

Deletes a rule that watches for words in what members send to customers. An application deletes
the rules that it made itself.

Permissions:
    Every application: An application deletes only the rules that it made itself.
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 管理敏感词.
    Third-party applications (第三方应用): Permission 管理敏感词.

Notes:
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/95097#删除敏感词规则 (2024-03-07)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.answers import Answer
from .._runtime.checks import Object, String
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = ["OPERATION", "REQUEST", "DelInterceptRuleAnswer", "build_request"]

OPERATION = Operation(
    path="externalcontact/del_intercept_rule",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/95097#删除敏感词规则",
    title="删除敏感词规则",
    effect="destroy",
)

REQUEST = Object({"rule_id": String(min_length=1)}, required=("rule_id",))


def build_request(
    rule_id: str,
    *,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `del_intercept_rule` and return what would be sent; nothing is sent here.

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


class DelInterceptRuleAnswer(Answer):
    """The answer of `del_intercept_rule`."""


class _Methods(_Bound):
    """`del_intercept_rule` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def del_intercept_rule(
        self,
        rule_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> DelInterceptRuleAnswer:
        """删除敏感词规则

        Deletes a rule that watches for words in what members send to customers. An application
        deletes the rules that it made itself.

        Args:
            rule_id: Id of the rule. Not empty.

        Returns:
            DelInterceptRuleAnswer: errcode and errmsg alone.

        Raises:
            APIError: 41070 the intercept rule is unknown; 41071 the intercept rule was deleted;
                48002 the application may not call this API.

        What it takes away or stops, no other call brings back. A call whose outcome is unknown
        is not sent again. The first call deletes it, and a second one may be refused although
        it is gone.

        Document: https://developer.work.weixin.qq.com/document/path/95097#删除敏感词规则 (2024-03-07)
        """
        request = build_request(
            rule_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, DelInterceptRuleAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`del_intercept_rule` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def del_intercept_rule(
        self,
        rule_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> DelInterceptRuleAnswer:
        """删除敏感词规则

        Deletes a rule that watches for words in what members send to customers. An application
        deletes the rules that it made itself.

        Args:
            rule_id: Id of the rule. Not empty.

        Returns:
            DelInterceptRuleAnswer: errcode and errmsg alone.

        Raises:
            APIError: 41070 the intercept rule is unknown; 41071 the intercept rule was deleted;
                48002 the application may not call this API.

        What it takes away or stops, no other call brings back. A call whose outcome is unknown
        is not sent again. The first call deletes it, and a second one may be refused although
        it is gone.

        Document: https://developer.work.weixin.qq.com/document/path/95097#删除敏感词规则 (2024-03-07)
        """
        request = build_request(
            rule_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, DelInterceptRuleAnswer, self._rules)
