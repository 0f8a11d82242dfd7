# Copied from templates/wecom_client/workflows/customers.py: edit that file, then run 'make generate'.
"""All customers of all members, with their details: who is left out is told, too.

`batch.iter_get_by_user` goes through the customers of any number of members, and its `skipped` has
those without a valid licence for external contact (互通许可). But one userid that is wrong, or of
somebody who has left, has the call for a hundred members refused. Here both are told by member, and
all others read.

Documents: https://developer.work.weixin.qq.com/document/path/92571,
https://developer.work.weixin.qq.com/document/path/92994
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .._error_table import ERRORS
from .._runtime.errors import APIError, WeComError, api_error
from .._runtime.jobs.results import Outcome
from ..externalcontact.batch import get_by_user
from ..externalcontact.batch.get_by_user import ExternalContact
from ._portions import most_items, portions, unique
from ._results import Collected
from ._steps import Client, Each, Flow, over_client

__all__ = ["OPERATIONS", "ExternalContact", "customers_of_members"]

OPERATIONS = ("externalcontact/get_follow_user_list", "externalcontact/batch/get_by_user")

_WITHOUT_CUSTOMERS = 84061
_WITHOUT_LICENCE = 701008
# What a single one of many members can be the reason of, so that the others are asked for alone.
_OF_MEMBERS = frozenset({40003, 40031, 48011, 60011, 60030, 84074, _WITHOUT_CUSTOMERS})


@over_client
def customers_of_members(
    wecom: Client, userids: Iterable[str] | None = None
) -> Flow[Collected[ExternalContact]]:
    """Return the customers of members with their details, a row for each member of each customer.

    All of them are kept in memory: with very many, go through `batch.iter_get_by_user` instead.

    Args:
        wecom: The client.
        userids: Userids of the members, any number. None: everybody whom `get_follow_user_list`
            names.

    Returns:
        Collected[ExternalContact]: `rows`, each with `external_contact` and `follow_info`, and
            `failures`, the members whose customers are not among them: those without a licence,
            those outside the application's visible range, those who have left. A member without
            customers is none of them.

    Raises:
        ParameterError: a userid that cannot be.
        WeComError: a call failed for a reason that is not one of its members; nothing is returned
            then.
    """
    if userids is None:
        answer = yield lambda: wecom.externalcontact.get_follow_user_list()
        userids = answer.follow_user
    given = unique("userids", userids)
    if not given:
        return Collected(())
    left = portions("userids", given, most_items(get_by_user.REQUEST, "userid_list"))
    left.reverse()
    rows: list[ExternalContact] = []
    failures: dict[str, Outcome[Any]] = {}
    while left:
        portion = left.pop()
        try:
            found, unlicensed = yield from _read(wecom, portion)
        except APIError as error:
            if error.errcode not in _OF_MEMBERS:
                raise
            if len(portion) > 1:
                half = len(portion) // 2
                left += [portion[half:], portion[:half]]
            elif error.errcode != _WITHOUT_CUSTOMERS:
                failures[portion[0]] = _failure(portion[0], error)
        else:
            rows += found
            failures |= {one: _failure(one, _without_licence(wecom)) for one in unlicensed}
    return Collected(tuple(rows), tuple(failures.values()))


def _read(wecom: Client, portion: list[str]) -> Flow[tuple[list[ExternalContact], tuple[str, ...]]]:
    """Read all pages of some members; return the records, and who of them has no licence."""
    found: list[ExternalContact] = []
    items = wecom.externalcontact.batch.iter_get_by_user(portion)
    yield Each(items, found.append)
    return found, items.skipped


def _without_licence(wecom: Client) -> WeComError:
    operation, language = get_by_user.OPERATION, wecom._rules.language
    return api_error(
        _WITHOUT_LICENCE, "", operation.path, operation.doc_url, ERRORS, language=language
    )


def _failure(userid: str, error: WeComError) -> Outcome[Any]:
    # Kept with its outcome, the traceback would keep every frame's variables.
    return Outcome(userid, None, error.with_traceback(None))
