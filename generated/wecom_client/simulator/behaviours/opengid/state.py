# Copied from templates/wecom_client/simulator/behaviours/opengid/state.py: edit that file, then run 'make generate'.
"""The opengids of groups, by which mini programs know them, turned into chat ids.

What the page leaves open is decided so: a group that was dismissed is no customer group any more
(90501), one of another company is not the caller's (90509), and an opengid that nobody has is
90511. The groups are those of the behaviour of customer groups; specs without it have none.
"""

from __future__ import annotations

from typing import Any

from ...company import Company, State
from ...refusals import RefusalError


class OpengidState(State):
    """The chat ids by opengid; None for a group of another company."""

    def __init__(self, company: Company) -> None:
        """Begin without opengids."""
        super().__init__(company)
        self.chat_ids: dict[str, str | None] = {}

    def group(self, chat_id: str) -> Any:
        """Return a customer group, dismissed or not; None where there is none."""
        groupchat = self.company.find_state("groupchat")
        return None if groupchat is None else groupchat.groups.get(chat_id)


def opengid_to_chatid(
    state: OpengidState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Return the chat id of the group that an opengid belongs to."""
    opengid = params["opengid"]
    if opengid not in state.chat_ids:
        raise RefusalError(90511, "invalid opengid")
    chat_id = state.chat_ids[opengid]
    if chat_id is None:
        raise RefusalError(90509, "not a customer group of this company")
    if state.group(chat_id).dismissed_at is not None:
        raise RefusalError(90501, "chat is not a customer group: it was dismissed")
    return {"chat_id": chat_id}
