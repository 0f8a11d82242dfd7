# Generated from specs/externalcontact/update_intercept_rule.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""修改敏感词规则

Changes a rule that watches for words in what members send to customers. What is left out stays.
An application changes the rules that it made itself.

Permissions:
    Every application: An application changes only the rules that it made itself.
    Self-built applications (自建应用): The application must be listed under 客户联系 >
        可调用接口的应用.
    Applications developed on behalf (代开发应用): Permission 管理敏感词.
    Third-party applications (第三方应用): Permission 管理敏感词.

Quotas:
    10000 members whom one rule names by userid in all. For more, name departments.

Notes:
    The platform looks past an empty word_list; here it is refused.
    Since 2023-12-01 00:00 the secret of the system application no longer serves; companies that
        already used it are spared for now.

Document: https://developer.work.weixin.qq.com/document/path/95097#修改敏感词规则 (2024-03-07)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from .._runtime.answers import Answer
from .._runtime.checks import Array, Integer, Object, String
from .._runtime.namespace import AsyncBound as _AsyncBound
from .._runtime.namespace import Bound as _Bound
from .._runtime.request import DEFAULTS, Operation, Request, Settings

__all__ = [
    "OPERATION",
    "REQUEST",
    "AddApplicableRangeParam",
    "ExtraRuleParam",
    "RemoveApplicableRangeParam",
    "UpdateInterceptRuleAnswer",
    "build_request",
]

OPERATION = Operation(
    path="externalcontact/update_intercept_rule",
    method="POST",
    repeatable=False,
    doc_url="https://developer.work.weixin.qq.com/document/path/95097#修改敏感词规则",
    title="修改敏感词规则",
    effect="write",
)

REQUEST = Object(
    {
        "rule_id": String(min_length=1),
        "rule_name": String(min_length=1, max_length=20),
        "word_list": Array(String(min_length=1, max_length=32), min_items=1, max_items=300),
        "extra_rule": Object(
            {
                "semantics_list": Array(
                    Integer(
                        enum={1: "mobile numbers", 2: "mail addresses", 3: "red packets (红包)"}
                    )
                )
            },
            required=("semantics_list",),
        ),
        "intercept_type": Integer(
            enum={
                1: "the member is warned, and the message is not sent",
                2: "the member is only warned",
            }
        ),
        "add_applicable_range": Object(
            {
                "user_list": Array(String(min_length=1), min_items=1, max_items=1000),
                "department_list": Array(Integer(), min_items=1, max_items=1000),
            }
        ),
        "remove_applicable_range": Object(
            {
                "user_list": Array(String(min_length=1), min_items=1, max_items=1000),
                "department_list": Array(Integer(), min_items=1, max_items=1000),
            }
        ),
    },
    required=("rule_id",),
)


class ExtraRuleParam(TypedDict):
    """What the rule watches for besides the words, in the place of what it did before."""

    semantics_list: Sequence[int]
    """Kinds of text that the rule watches for. An empty list takes all of them away. Each 1:
    mobile numbers; 2: mail addresses; 3: red packets (红包).
    """


class AddApplicableRangeParam(TypedDict, total=False):
    """The members whom the rule is for from now on, besides those before."""

    user_list: Sequence[str]
    """Userids of the members, who must be in the application's visible range. 1 to 1000 elements.
    Each not empty.
    """
    department_list: Sequence[int]
    """Ids of the departments whose members the rule is for; they must be in the application's
    visible range. 1 to 1000 elements.
    """


class RemoveApplicableRangeParam(TypedDict, total=False):
    """The members whom the rule is for no more."""

    user_list: Sequence[str]
    """Userids of the members, who must be in the application's visible range. 1 to 1000 elements.
    Each not empty.
    """
    department_list: Sequence[int]
    """Ids of the departments whose members the rule is for; they must be in the application's
    visible range. 1 to 1000 elements.
    """


def build_request(
    rule_id: str,
    *,
    rule_name: str | None = None,
    word_list: Sequence[str] | None = None,
    extra_rule: ExtraRuleParam | None = None,
    intercept_type: int | None = None,
    add_applicable_range: AddApplicableRangeParam | None = None,
    remove_applicable_range: RemoveApplicableRangeParam | None = None,
    extra: Mapping[str, Any] | None = None,
    _settings: Settings = DEFAULTS,
) -> Request:
    """Check the arguments of `update_intercept_rule` and return what would be sent; nothing is sent here.

    Raises:
        ParameterError: with every argument that breaks a limit.
    """
    return OPERATION.build(
        REQUEST,
        {
            "rule_id": rule_id,
            "rule_name": rule_name,
            "word_list": word_list,
            "extra_rule": extra_rule,
            "intercept_type": intercept_type,
            "add_applicable_range": add_applicable_range,
            "remove_applicable_range": remove_applicable_range,
        },
        _settings,
        extra,
    )


class UpdateInterceptRuleAnswer(Answer):
    """The answer of `update_intercept_rule`."""


class _Methods(_Bound):
    """`update_intercept_rule` of `WeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    def update_intercept_rule(
        self,
        rule_id: str,
        *,
        rule_name: str | None = None,
        word_list: Sequence[str] | None = None,
        extra_rule: ExtraRuleParam | None = None,
        intercept_type: int | None = None,
        add_applicable_range: AddApplicableRangeParam | None = None,
        remove_applicable_range: RemoveApplicableRangeParam | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> UpdateInterceptRuleAnswer:
        """修改敏感词规则

        Changes a rule that watches for words in what members send to customers. What is left
        out stays. An application changes the rules that it made itself.

        Args:
            rule_id: Id of the rule. Not empty.
            rule_name: Name of the rule. 1 to 20 characters.
            word_list: The words that the rule watches for, in the place of those before. 1 to
                300 elements. Each 1 to 32 characters.
            extra_rule: What the rule watches for besides the words, in the place of what it did
                before. Annotate a variable for it as ExtraRuleParam, from
                wecom_client.externalcontact.update_intercept_rule.
                semantics_list (required): Kinds of text that the rule watches for. An empty
                    list takes all of them away. Each 1: mobile numbers; 2: mail addresses; 3:
                    red packets (红包).
            intercept_type: What happens to a message that has such a word or text. 1: the
                member is warned, and the message is not sent; 2: the member is only warned.
            add_applicable_range: The members whom the rule is for from now on, besides those
                before. Annotate a variable for it as AddApplicableRangeParam, from
                wecom_client.externalcontact.update_intercept_rule.
                user_list (optional): Userids of the members, who must be in the application's
                    visible range. 1 to 1000 elements. Each not empty.
                department_list (optional): Ids of the departments whose members the rule is
                    for; they must be in the application's visible range. 1 to 1000 elements.
            remove_applicable_range: The members whom the rule is for no more. Annotate a
                variable for it as RemoveApplicableRangeParam, from
                wecom_client.externalcontact.update_intercept_rule.
                user_list (optional): Userids of the members, who must be in the application's
                    visible range. 1 to 1000 elements. Each not empty.
                department_list (optional): Ids of the departments whose members the rule is
                    for; they must be in the application's visible range. 1 to 1000 elements.

        Returns:
            UpdateInterceptRuleAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40003 invalid userid; 40031 invalid list of userids; 40066 the list of
                departments is empty or names an unknown one; 41068 the list of words to
                intercept is too long; 41070 the intercept rule is unknown; 41071 the intercept
                rule was deleted; 41076 the intercept rule applies to too many; 41077 the name
                of the intercept rule is taken; 41083 a word to intercept is not accepted; 41084
                a semantic rule to intercept is not accepted; 48002 the application may not call
                this API; 60011 no permission for this member, department or tag.

        Quotas:
            10000 members whom one rule names by userid in all. For more, name departments.

        A call whose outcome is unknown is not sent again. After a first call that did succeed,
        whom remove_applicable_range names is gone, and the page does not say how that is
        answered.

        Document: https://developer.work.weixin.qq.com/document/path/95097#修改敏感词规则 (2024-03-07)
        """
        request = build_request(
            rule_id,
            rule_name=rule_name,
            word_list=word_list,
            extra_rule=extra_rule,
            intercept_type=intercept_type,
            add_applicable_range=add_applicable_range,
            remove_applicable_range=remove_applicable_range,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, UpdateInterceptRuleAnswer, self._rules)


class _AsyncMethods(_AsyncBound):
    """`update_intercept_rule` of `AsyncWeComClient`, and the whole jobs that are made of its calls."""

    __slots__ = ()

    async def update_intercept_rule(
        self,
        rule_id: str,
        *,
        rule_name: str | None = None,
        word_list: Sequence[str] | None = None,
        extra_rule: ExtraRuleParam | None = None,
        intercept_type: int | None = None,
        add_applicable_range: AddApplicableRangeParam | None = None,
        remove_applicable_range: RemoveApplicableRangeParam | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> UpdateInterceptRuleAnswer:
        """修改敏感词规则

        Changes a rule that watches for words in what members send to customers. What is left
        out stays. An application changes the rules that it made itself.

        Args:
            rule_id: Id of the rule. Not empty.
            rule_name: Name of the rule. 1 to 20 characters.
            word_list: The words that the rule watches for, in the place of those before. 1 to
                300 elements. Each 1 to 32 characters.
            extra_rule: What the rule watches for besides the words, in the place of what it did
                before. Annotate a variable for it as ExtraRuleParam, from
                wecom_client.externalcontact.update_intercept_rule.
                semantics_list (required): Kinds of text that the rule watches for. An empty
                    list takes all of them away. Each 1: mobile numbers; 2: mail addresses; 3:
                    red packets (红包).
            intercept_type: What happens to a message that has such a word or text. 1: the
                member is warned, and the message is not sent; 2: the member is only warned.
            add_applicable_range: The members whom the rule is for from now on, besides those
                before. Annotate a variable for it as AddApplicableRangeParam, from
                wecom_client.externalcontact.update_intercept_rule.
                user_list (optional): Userids of the members, who must be in the application's
                    visible range. 1 to 1000 elements. Each not empty.
                department_list (optional): Ids of the departments whose members the rule is
                    for; they must be in the application's visible range. 1 to 1000 elements.
            remove_applicable_range: The members whom the rule is for no more. Annotate a
                variable for it as RemoveApplicableRangeParam, from
                wecom_client.externalcontact.update_intercept_rule.
                user_list (optional): Userids of the members, who must be in the application's
                    visible range. 1 to 1000 elements. Each not empty.
                department_list (optional): Ids of the departments whose members the rule is
                    for; they must be in the application's visible range. 1 to 1000 elements.

        Returns:
            UpdateInterceptRuleAnswer: errcode and errmsg alone.

        Raises:
            APIError: 40003 invalid userid; 40031 invalid list of userids; 40066 the list of
                departments is empty or names an unknown one; 41068 the list of words to
                intercept is too long; 41070 the intercept rule is unknown; 41071 the intercept
                rule was deleted; 41076 the intercept rule applies to too many; 41077 the name
                of the intercept rule is taken; 41083 a word to intercept is not accepted; 41084
                a semantic rule to intercept is not accepted; 48002 the application may not call
                this API; 60011 no permission for this member, department or tag.

        Quotas:
            10000 members whom one rule names by userid in all. For more, name departments.

        A call whose outcome is unknown is not sent again. After a first call that did succeed,
        whom remove_applicable_range names is gone, and the page does not say how that is
        answered.

        Document: https://developer.work.weixin.qq.com/document/path/95097#修改敏感词规则 (2024-03-07)
        """
        request = build_request(
            rule_id,
            rule_name=rule_name,
            word_list=word_list,
            extra_rule=extra_rule,
            intercept_type=intercept_type,
            add_applicable_range=add_applicable_range,
            remove_applicable_range=remove_applicable_range,
            extra=extra,
            _settings=self._client._settings,
        )
        return await self._client._send(request, UpdateInterceptRuleAnswer, self._rules)
