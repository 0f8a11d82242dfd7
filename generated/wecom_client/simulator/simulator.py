# Generated from specs/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The simulator, with the behaviours of the groups that the specs have."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from .base import BaseSimulator
from .behaviour import Behaviour
from .behaviours import (
    acquisition_links,
    contact_ways,
    corp_tags,
    customer_strategies,
    customer_transfers,
    customers,
    group_messages,
    groupchat,
    intercept_rules,
    media_uploads,
    moment_strategies,
    moments,
    opengid,
    product_albums,
    welcome_templates,
)


class Simulator(
    acquisition_links.Seeding,
    contact_ways.Seeding,
    corp_tags.Seeding,
    customer_strategies.Seeding,
    customer_transfers.Seeding,
    customers.Seeding,
    group_messages.Seeding,
    groupchat.Seeding,
    intercept_rules.Seeding,
    media_uploads.Seeding,
    moment_strategies.Seeding,
    moments.Seeding,
    opengid.Seeding,
    product_albums.Seeding,
    welcome_templates.Seeding,
    BaseSimulator,
):
    """A WeCom that runs on loopback.

    ```python
    with Simulator() as sim:
        sim.add_member("zhangsan")
        wecom = WeComClient(sim.corp_id, sim.secret, base_url=sim.base_url)
    ```

    It keeps its state from one `start` to the next. Its calls may be made from any thread, while
    requests are served. `requests` holds what it received, in order, and what became of it; a test
    may clear it. `add_fault`, `add_rate_limit` and `add_concurrency_limit` let calls fail.
    """

    behaviours: ClassVar[Mapping[str, Behaviour[Any]]] = {
        "acquisition_links": acquisition_links.BEHAVIOUR,
        "contact_ways": contact_ways.BEHAVIOUR,
        "corp_tags": corp_tags.BEHAVIOUR,
        "customer_strategies": customer_strategies.BEHAVIOUR,
        "customer_transfers": customer_transfers.BEHAVIOUR,
        "customers": customers.BEHAVIOUR,
        "group_messages": group_messages.BEHAVIOUR,
        "groupchat": groupchat.BEHAVIOUR,
        "intercept_rules": intercept_rules.BEHAVIOUR,
        "media_uploads": media_uploads.BEHAVIOUR,
        "moment_strategies": moment_strategies.BEHAVIOUR,
        "moments": moments.BEHAVIOUR,
        "opengid": opengid.BEHAVIOUR,
        "product_albums": product_albums.BEHAVIOUR,
        "welcome_templates": welcome_templates.BEHAVIOUR,
    }
    _left_out: ClassVar[Sequence[str]] = []

    def __init__(
        self,
        clock: Callable[[], float] = time.time,
        port: int = 0,
        *,
        visible_people: int | None = None,
        acquisition_link_limit: int = 10000,
        contact_way_limit: int = 500000,
        daily_temporary_contact_ways: int = 100000,
        corp_tag_limit: int = 10000,
        customer_limit: int = 20000,
        transfer_delay: int = 86400,
        transfer_page_size: int = 1000,
        customer_tag_limit: int = 3000,
        mass_message_period: int = 0,
        daily_transfers: int = 300,
        join_way_limit: int = 500000,
        education: bool = False,
        intercept_rule_limit: int = 100,
        moment_delay: int = 0,
        moment_limit: int = 100000,
        product_limit: int = 10000,
        welcome_template_limit: int = 100,
        record_requests: bool = True,
    ) -> None:
        """Prepare a simulator; it serves from `start`, or from the `with`, on.

        `clock` returns Unix seconds and decides about tokens, quotas and days. `port` 0 takes a
        free one. A simulator that serves for days should not record its requests. All else can be
        set later, too: the attributes of the same names say what they mean.
        """
        super().__init__(
            clock,
            port,
            {
                "visible_people": visible_people,
                "acquisition_link_limit": acquisition_link_limit,
                "contact_way_limit": contact_way_limit,
                "daily_temporary_contact_ways": daily_temporary_contact_ways,
                "corp_tag_limit": corp_tag_limit,
                "customer_limit": customer_limit,
                "transfer_delay": transfer_delay,
                "transfer_page_size": transfer_page_size,
                "customer_tag_limit": customer_tag_limit,
                "mass_message_period": mass_message_period,
                "daily_transfers": daily_transfers,
                "join_way_limit": join_way_limit,
                "education": education,
                "intercept_rule_limit": intercept_rule_limit,
                "moment_delay": moment_delay,
                "moment_limit": moment_limit,
                "product_limit": product_limit,
                "welcome_template_limit": welcome_template_limit,
            },
            record_requests=record_requests,
        )
