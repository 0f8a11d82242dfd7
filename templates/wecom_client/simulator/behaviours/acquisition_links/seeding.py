"""Seeding: the calls by which a test makes customer acquisition links, and gives an allowance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from ...._runtime.checks import Array, Boolean, Check, Integer, Object, String
from ...._runtime.problems import day_of_date, day_of_seconds
from ...seed_checks import ID, USERIDS, DayOrSecond, Sent
from ...seeding import CompanySeeding, taking
from ...tokens import FIRST_APPLICATION
from ..directory import joined
from .links import make
from .records import AcquisitionLink
from .state import AcquisitionLinksState

_PRIORITY: Mapping[str, Check] = {
    "priority_type": Integer(minimum=1, maximum=2),
    "priority_userid_list": USERIDS,
}
LINK: Mapping[str, Check] = {
    "link_name": String(min_length=1, max_length=30),
    "user_list": USERIDS,
    "department_list": Array(Integer()),
    "skip_verify": Boolean(),
    "mark_source": Boolean(),
    "priority_option": Sent(
        "externalcontact/customer_acquisition/create_link",
        "priority_option",
        Object(_PRIORITY, required=("priority_type",)),
    ),
    "link_id": ID,
    "application": ID,
}
"""What `add_acquisition_link` takes."""
QUOTA: Mapping[str, Check] = {"expire_date": DayOrSecond(), "balance": Integer(minimum=0)}
"""What `add_acquisition_quota` takes."""


class Seeding(CompanySeeding):
    """Customer acquisition links. All times are Unix seconds."""

    @property
    def acquisition_links(self) -> Mapping[str, AcquisitionLink]:
        """The customer acquisition links of all applications by link id."""
        return MappingProxyType(self._acquisition_links.links)

    @property
    def acquisition_link_limit(self) -> int:
        """How many customer acquisition links there can be."""
        return self._acquisition_links.acquisition_link_limit

    @acquisition_link_limit.setter
    def acquisition_link_limit(self, count: int) -> None:
        self._acquisition_links.acquisition_link_limit = count

    @taking(LINK)
    def add_acquisition_link(
        self,
        link_name: str,
        user_list: Sequence[str] = (),
        *,
        department_list: Sequence[int] = (),
        skip_verify: bool = True,
        mark_source: bool = True,
        priority_option: Mapping[str, Any] | None = None,
        link_id: str | None = None,
        application: str = FIRST_APPLICATION,
    ) -> str:
        """Make a customer acquisition link to members and departments, and return its id.

        The members come to the company where they are missing; departments have to be there.
        `application` is who made it, the one of `secret` unless said otherwise.

        Raises:
            ValueError: the id is taken, the link leads to nobody or to too many, there is no such
                department, or somebody has resigned or is not set up for customer contact.
        """
        if link_id is not None and link_id in self._acquisition_links.links:
            raise ValueError(f"link_id {link_id!r} is taken")
        if not user_list and not department_list:
            raise ValueError("a link leads to somebody: give user_list or department_list")
        params: dict[str, Any] = {
            "link_name": link_name,
            "range": {"user_list": user_list, "department_list": department_list},
            "skip_verify": skip_verify,
            "mark_source": mark_source,
        }
        if priority_option is not None:
            params["priority_option"] = {"priority_userid_list": [], **priority_option}
        with joined(self._company, user_list, self.add_member):
            return make(self._acquisition_links, params, application, link_id).link_id

    @taking(QUOTA)
    def add_acquisition_quota(self, expire_date: date | float, balance: int) -> None:
        """Add to the allowance for customer acquisition, with the day on which it expires.

        `expire_date` is a date, or a second of the day in UTC+8.
        """
        if isinstance(expire_date, date):
            day = day_of_date(expire_date)
        else:
            day = day_of_seconds(int(expire_date))
        self._acquisition_links.quotas[day] += balance
        self._acquisition_links.obtained += balance

    @property
    def _acquisition_links(self) -> AcquisitionLinksState:
        return self._company.state(AcquisitionLinksState)
