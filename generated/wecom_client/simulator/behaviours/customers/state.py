# Copied from templates/wecom_client/simulator/behaviours/customers/state.py: edit that file, then run 'make generate'.
"""What is remembered of customers: who they are, and which members have added them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ...company import Company, State
from ...cursors import Cursors
from .records import WECHAT, Customer, Follow

_INVALID_CURSOR = 50100


class CustomersState(State):
    """Customers in the order of their coming, and their relations to members.

    The relations of a member who resigns stay: the customers wait to be handed over.
    """

    customer_tag_limit: int

    def __init__(self, company: Company) -> None:
        """Begin without customers."""
        super().__init__(company)
        self.customers: dict[str, Customer] = {}
        self.unlicensed: set[str] = set()
        """Userids of members without a valid licence for external contact."""
        self.cursors = Cursors(_INVALID_CURSOR)
        self._follows: dict[str, dict[str, Follow]] = {}
        self._numbers: dict[str, dict[str, int]] = {}
        self._last_number = 0

    @property
    def follows(self) -> Mapping[str, Mapping[str, Follow]]:
        """The relations by external userid, then by userid."""
        return self._follows

    def new_external_userid(self, kind: int = WECHAT) -> str:
        """Return an unused external userid that looks like the platform's."""
        return self.company.new_text_id("wm" if kind == WECHAT else "wo")

    def follow(self, userid: str, external_userid: str, **fields: Any) -> Follow:
        """Let a member have added a customer, and return their relation.

        `fields` are fields of `Follow`: left out, it begins now, by the customer's own doing. A
        relation that is there already is replaced, and a customer that is unknown comes to be.
        """
        self.customers.setdefault(external_userid, Customer(external_userid, external_userid))
        values = {"createtime": self.company.now(), "oper_userid": external_userid, **fields}
        made = Follow(userid, external_userid, **values)
        self.put_follow(made)
        return made

    def put_follow(self, follow: Follow) -> None:
        """Put a relation in the place of what it was."""
        self._follows.setdefault(follow.external_userid, {})[follow.userid] = follow
        numbers = self._numbers.setdefault(follow.userid, {})
        if follow.external_userid not in numbers:
            self._last_number += 1
            numbers[follow.external_userid] = self._last_number

    def unfollow(self, userid: str, external_userid: str) -> None:
        """End the relation of a member and a customer.

        Raises:
            KeyError: there is none.
        """
        del self._follows[external_userid][userid]
        del self._numbers[userid][external_userid]

    def hand_over(self, external_userid: str, from_userid: str, to_userid: str, time: int) -> None:
        """Give a customer of one member to another, with notes and the company's tags.

        A member who has added the customer already keeps their own relation as it is.

        Raises:
            KeyError: it is no customer of the first one.
        """
        old = self._follows[external_userid][from_userid]
        self.unfollow(from_userid, external_userid)
        if to_userid not in self._follows[external_userid]:
            self.put_follow(old.handed_over(to_userid, time))

    def forget_tags(self, tag_ids: Collection[str]) -> None:
        """Take tags that are no more from all customers."""
        for follow in [one for each in self._follows.values() for one in each.values()]:
            if not set(tag_ids).isdisjoint(follow.tags):
                kept = tuple(tag_id for tag_id in follow.tags if tag_id not in tag_ids)
                self.put_follow(replace(follow, tags=kept))

    def customers_of(self, userid: str) -> list[str]:
        """Return the external userids of a member's customers, in the order they were added.

        Those of a member who resigned are the ones that wait to be handed over.
        """
        return list(self._numbers.get(userid, ()))

    def numbered(self, userid: str, after: int = 0) -> Iterator[tuple[int, Follow]]:
        """Yield a member's relations in the order they began, each with its number in it.

        A number is of one relation alone, over all members, and stays while the relation lasts.
        """
        for external_userid, number in self._numbers.get(userid, {}).items():
            if number > after:
                yield number, self._follows[external_userid][userid]

    def followers(self, external_userid: str, after: int = 0) -> Iterator[tuple[int, Follow]]:
        """Yield a customer's relations to members who serve, numbered as `numbered` has them."""
        for userid, follow in self._follows.get(external_userid, {}).items():
            number = self._numbers[userid][external_userid]
            if number > after and self.serves(userid):
                yield number, follow

    def serves(self, userid: str) -> bool:
        """Whether somebody is a member in service who is set up for customer contact."""
        member = self.company.members.get(userid)
        return member is not None and member.employed and member.customer_contact
