# Generated from specs/externalcontact/add_intercept_rule.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""新建敏感词规则

Makes a rule that watches for words, and for kinds of text, in what members send to customers.
Returns its id.

Permissions:
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 管理敏感词.
    Third-party applications (第三方应用): Permission 管理敏感词.

Quotas:
    100 rules of a company in all.

Notes:
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/95097#新建敏感词规则 (2024-03-07)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from .._runtime.answers import Answer
from .._runtime.checks import Array, Integer, Object, String
from .._runtime.cross_field import RequiredUnlessGiven
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = [
    "OPERATION",
    "REQUEST",
    "AddInterceptRuleAnswer",
    "ApplicableRangeParam",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/add_intercept_rule",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/95097#新建敏感词规则",
    title="新建敏感词规则",
    effect="write",
)

REQUEST = Object(
    {
        "rule_name": String(min_length=1, max_length=20),
        "word_list": Array(String(min_length=1, max_length=32), min_items=1, max_items=300),
        "semantics_list": Array(
            Integer(enum={1: "mobile numbers", 2: "mail addresses", 3: "red packets (红包)"}),
            min_items=1,
        ),
        "intercept_type": Integer(
            enum={
                1: "the member is warned, and the message is not sent",
                2: "the member is only warned",
            }
        ),
        "applicable_range": Object(
            {
                "user_list": Array(String(min_length=1), min_items=1, max_items=1000),
                "department_list": Array(Integer(), min_items=1, max_items=1000),
            },
            rules=(RequiredUnlessGiven("user_list", ("department_list",)),),
        ),
    },
    required=("rule_name", "word_list", "intercept_type", "applicable_range"),
)


class ApplicableRangeParam(TypedDict, total=False):
    """The members whom the rule is for."""

    user_list: Sequence[str]
    """Userids of the members, who must be in the application's visible range. 1 to 1000 elements.
    Each not empty. Required unless department_list is given.
    """
    department_list: Sequence[int]
    """Ids of the departments whose members the rule is for; they must be in the application's
    visible range. 1 to 1000 elements.
    """


def build_request(
    rule_name: str,
    word_list: Sequence[str],
    intercept_type: int,
    applicable_range: ApplicableRangeParam,
    *,
    semantics_list: Sequence[int] | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `add_intercept_rule` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "rule_name": rule_name,
            "word_list": word_list,
            "intercept_type": intercept_type,
            "applicable_range": applicable_range,
            "semantics_list": semantics_list,
        },
        _settings,
        extra,
    )


class AddInterceptRuleAnswer(Answer):
    """The answer of `add_intercept_rule`.

    What the platform leaves out is None (an array `()`), whatever the annotation says, in the
    parts of the answer too. `answer.raw.get("rule_id") is None` asks, and type checkers let it
    pass.
    """

    rule_id: str
    """Id of the new rule."""


class _Methods(_Bound):
    """`add_intercept_rule` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def add_intercept_rule(
        self,
        rule_name: str,
        word_list: Sequence[str],
        intercept_type: int,
        applicable_range: ApplicableRangeParam,
        *,
        semantics_list: Sequence[int] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AddInterceptRuleAnswer:
        """新建敏感词规则

        Makes a rule that watches for words, and for kinds of text, in what members send to
        customers. Returns its id.

        Args:
            rule_name: Name of the rule. 1 to 20 characters.
            word_list: The words that the rule watches for. 1 to 300 elements. Each 1 to 32
                characters.
            intercept_type: What happens to a message that has such a word or text. 1: the
                member is warned, and the message is not sent; 2: the member is only warned.
            applicable_range: The members whom the rule is for. Annotate a variable for it as
                ApplicableRangeParam, from wecom_client.externalcontact.add_intercept_rule.
                user_list (optional): Userids of the members, who must be in the application's
                    visible range. 1 to 1000 elements. Each not empty. Required unless
                    department_list is given.
                department_list (optional): Ids of the departments whose members the rule is
                    for; they must be in the application's visible range. 1 to 1000 elements.
            semantics_list: Kinds of text that the rule watches for besides the words. At least
                1 element. Each 1: mobile numbers; 2: mail addresses; 3: red packets (红包).

        Returns:
            AddInterceptRuleAnswer: rule_id.

        Raises:
            APIError: 40003 invalid userid; 40031 invalid list of userids; 40066 the list of
                departments is empty or names an unknown one; 41068 the list of words to
                intercept is too long; 41069 there are as many intercept rules as allowed; 41076
                the intercept rule applies to too many; 41077 the name of the intercept rule is
                taken; 41083 a word to intercept is not accepted; 41084 a semantic rule to
                intercept is not accepted; 48002 the application may not call this API; 60011 no
                permission for this member, department or tag.

        Quotas:
            100 rules of a company in all.

        A call whose outcome is unknown is not sent again. A second call would make a second
        rule, or be refused for its name although the rule is there.

        Document: https://developer.work.weixin.qq.com/document/path/95097#新建敏感词规则 (2024-03-07)
        """
        request = build_request(
            rule_name,
            word_list,
            intercept_type,
            applicable_range,
            semantics_list=semantics_list,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, AddInterceptRuleAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`add_intercept_rule` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def add_intercept_rule(
        self,
        rule_name: str,
        word_list: Sequence[str],
        intercept_type: int,
        applicable_range: ApplicableRangeParam,
        *,
        semantics_list: Sequence[int] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AddInterceptRuleAnswer:
        """新建敏感词规则

        Makes a rule that watches for words, and for kinds of text, in what members send to
        customers. Returns its id.

        Args:
            rule_name: Name of the rule. 1 to 20 characters.
            word_list: The words that the rule watches for. 1 to 300 elements. Each 1 to 32
                characters.
            intercept_type: What happens to a message that has such a word or text. 1: the
                member is warned, and the message is not sent; 2: the member is only warned.
            applicable_range: The members whom the rule is for. Annotate a variable for it as
                ApplicableRangeParam, from wecom_client.externalcontact.add_intercept_rule.
                user_list (optional): Userids of the members, who must be in the application's
                    visible range. 1 to 1000 elements. Each not empty. Required unless
                    department_list is given.
                department_list (optional): Ids of the departments whose members the rule is
                    for; they must be in the application's visible range. 1 to 1000 elements.
            semantics_list: Kinds of text that the rule watches for besides the words. At least
                1 element. Each 1: mobile numbers; 2: mail addresses; 3: red packets (红包).

        Returns:
            AddInterceptRuleAnswer: rule_id.

        Raises:
            APIError: 40003 invalid userid; 40031 invalid list of userids; 40066 the list of
                departments is empty or names an unknown one; 41068 the list of words to
                intercept is too long; 41069 there are as many intercept rules as allowed; 41076
                the intercept rule applies to too many; 41077 the name of the intercept rule is
                taken; 41083 a word to intercept is not accepted; 41084 a semantic rule to
                intercept is not accepted; 48002 the application may not call this API; 60011 no
                permission for this member, department or tag.

        Quotas:
            100 rules of a company in all.

        A call whose outcome is unknown is not sent again. A second call would make a second
        rule, or be refused for its name although the rule is there.

        Document: https://developer.work.weixin.qq.com/document/path/95097#新建敏感词规则 (2024-03-07)
        """
        request = build_request(
            rule_name,
            word_list,
            intercept_type,
            applicable_range,
            semantics_list=semantics_list,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, AddInterceptRuleAnswer, self._rules)
