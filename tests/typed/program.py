"""A program as users write it, with what strict type checkers have to take without a word."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import date

import wecom_client
from wecom_client import (
    APIError,
    AsyncWeComClient,
    BatchError,
    BatchResult,
    FailedRecord,
    FileTokenStore,
    HookCall,
    Outcome,
    PartialFailureError,
    Progress,
    TokenStore,
    TransportError,
    WeComClient,
)
from wecom_client.externalcontact import Externalcontact
from wecom_client.externalcontact.groupchat import (
    AsyncGroupchat,
    FailedChat,
    Groupchat,
    OwnerFilterParam,
)
from wecom_client.externalcontact.groupchat.get import GetAnswer, Member
from wecom_client.externalcontact.groupchat.list import GroupChat
from wecom_client.externalcontact.groupchat.statistic import OwnerFilterParam as OwnersParam
from wecom_client.simulator import Simulator


def names(groups: Iterable[GroupChat]) -> list[str]:
    return [f"{group.chat_id} {group.status}" for group in groups]


def first_page(groupchat: Groupchat, owners: list[str]) -> tuple[list[str], str]:
    owner_filter: OwnerFilterParam = {"userid_list": owners}
    page = groupchat.list(100, owner_filter=owner_filter, status_filter=0)
    every = groupchat.iter_list(owner_filter=owner_filter)
    return names(page.group_chat_list) + names(every), page.next_cursor


def plain_values(externalcontact: Externalcontact) -> list[str]:
    links: list[str] = [
        one.upper() for one in externalcontact.customer_acquisition.iter_list_link()
    ]
    for state in externalcontact.iter_transfer_result("zhangsan", "lisi"):
        links.append(state.external_userid)
    for outcome in externalcontact.get_many(links):
        links += (
            [] if outcome.answer is None else [one.userid for one in outcome.answer.follow_user]
        )
    return links


async def plain_values_too(client: AsyncWeComClient) -> list[str]:
    links = client.externalcontact.customer_acquisition.iter_list_link()
    return [one.upper() async for one in links]


def hand_over(groupchat: Groupchat, chat_ids: list[str], to: str) -> list[str]:
    try:
        result = groupchat.transfer_all(chat_ids, to)
    except BatchError as error:
        failure = error.result.failed[0]
        print(failure.chat_id, failure.errcode + 1, failure.meaning.upper(), failure.remedy.upper())
        result = error.result
    resume: date | None = result.resume_on
    print(tell(result), resume, [one.path for one in groupchat.transfer_all([], to, dry_run=True)])
    return [failed.chat_id.upper() for failed in result.failed if failed.errcode > 90000]


def tell(result: BatchResult[FailedRecord]) -> str:
    return "; ".join([*(f"{one.meaning} {one.errcode}" for one in result.failed), *result.rest])


def members(outcome: Outcome[GetAnswer]) -> tuple[Member, ...]:
    if outcome.answer is None:
        return ()
    inviters = [
        one.invitor.userid for one in outcome.result().group_chat.member_list if one.invitor
    ]
    print(outcome.key, outcome.error, inviters)
    return outcome.answer.group_chat.member_list


def on_progress(progress: Progress) -> None:
    print(progress.done + progress.failed, progress.total)


def handle(client: WeComClient, chat_id: str) -> int:
    try:
        answer = client.externalcontact.groupchat.transfer([chat_id], "zhangsan")
        answer.raise_for_failures()
    except PartialFailureError as error:
        return sum(failure.errcode for failure in error.failures)
    except APIError as error:
        return error.errcode
    except TransportError as error:
        return error.status or (1 if error.outcome == "unknown" else 2)
    failed: tuple[FailedChat, ...] = answer.failed_chat_list
    return answer.errcode + len(failed)


def test_handover(store: TokenStore) -> None:
    with Simulator() as sim:
        chat_id = sim.add_group("lisi", members=["wm-customer"])
        sim.add_fault("drop_after", operation="transfer", calls=[2])
        with WeComClient(
            sim.corp_id, sim.secret, base_url=sim.base_url, token_store=store
        ) as client:
            below: Externalcontact = client.externalcontact
            owners: OwnersParam = {"userid_list": ["lisi"]}
            for day in below.groupchat.statistic_group_by_day_all(date(2026, 8, 1), owners).items:
                print(day.stat_time, day.data.new_member_cnt)
            for outcome in below.groupchat.get_many([chat_id], on_progress=on_progress):
                print(members(outcome))
            print(client.call("GET", "externalcontact/get_follow_user_list")["errcode"])
        assert sim.groups[chat_id].owner == "zhangsan"
        assert sim.requests[-1].path.endswith("transfer")


async def later(groupchat: AsyncGroupchat, chat_ids: list[str]) -> str:
    answer = await groupchat.get(chat_ids[0], need_name=True)
    async for group in groupchat.iter_list():
        print(group.chat_id)
    async for outcome in groupchat.get_many(chat_ids, concurrency=20, rate=600):
        print(members(outcome))
    try:
        await groupchat.onjob_transfer_all(chat_ids, "zhangsan")
    except BatchError as error:
        return error.result.failed[0].chat_id
    return answer.group_chat.name


class Refusals:
    def __init__(self) -> None:
        self.hints: list[str] = []

    def after_error(self, call: HookCall) -> None:
        if call.outcome == "errcode" and call.hint is not None:
            self.hints.append(f"{call.operation.upper()} {call.attempt + 1} {call.hint.upper()}")


async def main() -> None:
    hooks = Refusals()
    async with AsyncWeComClient(access_token=lambda: "token", hooks=hooks) as client:
        print(await later(client.externalcontact.groupchat, ["wr"]))


if __name__ == "__main__":
    test_handover(FileTokenStore("/run/token"))
    print(wecom_client.__version__, wecom_client.externalcontact.groupchat.Groupchat)
    print(wecom_client.externalcontact.groupchat.list.build_request(1).path.upper())
    asyncio.run(main())
