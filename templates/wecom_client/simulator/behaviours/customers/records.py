"""The state as records: customers, and what ties each to the members who have added it.

Records are immutable; a change puts a new one in the old one's place, so that a test may look at
one while requests go on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

WECHAT = 1
WECOM = 2

SCANNED = 1
ASSIGNED = 202


@dataclass(frozen=True, slots=True)
class Customer:
    """An external contact; `type` is 1 for a WeChat user, 2 for a WeCom user.

    `unionid` is a WeChat user's; `position`, `corp_name`, `corp_full_name` and `external_profile`
    are a WeCom user's. None: the contact has none, or does not show it.
    """

    external_userid: str
    name: str
    type: int = WECHAT
    gender: int = 0
    avatar: str = ""
    unionid: str | None = None
    position: str | None = None
    corp_name: str | None = None
    corp_full_name: str | None = None
    external_profile: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class OwnTag:
    """A tag that a member made for themselves alone."""

    group_name: str
    tag_name: str


@dataclass(frozen=True, slots=True)
class Follow:
    """What ties a customer to a member who has added it: how it came, and the member's notes.

    `tags` are ids of tags of the company and of rule groups. `state` is that of the contact way or
    link the customer came through; None: came otherwise.
    """

    userid: str
    external_userid: str
    createtime: int
    add_way: int = SCANNED
    oper_userid: str = ""
    state: str | None = None
    remark: str = ""
    description: str = ""
    remark_corp_name: str | None = None
    remark_mobiles: tuple[str, ...] = ()
    remark_pic_mediaid: str | None = None
    wechat_channels: Mapping[str, Any] | None = None
    tags: tuple[str, ...] = ()
    own_tags: tuple[OwnTag, ...] = ()

    def handed_over(self, userid: str, time: int) -> Follow:
        """Return what ties the customer to the member who takes it over from this one."""
        return replace(
            self,
            userid=userid,
            createtime=time,
            add_way=ASSIGNED,
            oper_userid=self.userid,
            state=None,
            wechat_channels=None,
            own_tags=(),
        )
