# Generated from specs/externalcontact/groupchat/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The operations below `externalcontact/groupchat`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, overload

from ..._runtime import Later
from ..._runtime.checks import DayLike
from ..._runtime.jobs.results import BatchResult, Items, Outcomes, Progress
from ..._runtime.namespace import Namespace
from ..._runtime.request import Request
from . import add_join_way as _add_join_way
from . import del_join_way as _del_join_way
from . import get as _get
from . import get_join_way as _get_join_way
from . import list as _list
from . import onjob_transfer as _onjob_transfer
from . import statistic as _statistic
from . import statistic_group_by_day as _statistic_group_by_day
from . import transfer as _transfer
from . import update_join_way as _update_join_way
from ._shapes import FailedChat, JoinWay, OwnerFilterParam, StatisticData

if TYPE_CHECKING:
    from ._async import AsyncGroupchat

__all__ = [
    "AsyncGroupchat",
    "FailedChat",
    "Groupchat",
    "JoinWay",
    "OwnerFilterParam",
    "StatisticData",
]

if not TYPE_CHECKING:
    __getattr__ = Later(__name__, {"AsyncGroupchat": "._async"})
    __dir__ = __getattr__.names


class Groupchat(Namespace):
    """Operations below `externalcontact/groupchat`."""

    def add_join_way(
        self,
        scene: int,
        chat_id_list: Sequence[str],
        *,
        remark: str | None = None,
        auto_create_room: bool | int | None = None,
        room_base_name: str | None = None,
        room_base_id: int | None = None,
        state: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _add_join_way.AddJoinWayAnswer:
        """配置客户群进群方式

        Makes a join way: a QR code or a mini program button by which customers join given
        groups. With auto_create_room (the default) a new group is made when these are full.
        Returns the join way's config_id.

        Args:
            scene: Where customers meet the join way. 1: button in a mini program (plug-in); 2:
                QR code.
            chat_id_list: Ids of the groups that the join way leads to. 1 to 5 elements. Each
                not empty.
            remark: Reminder for yourself, what the join way is for. The platform keeps the
                first 30 characters; more gives a warning.
            auto_create_room: Whether a new group is made when the groups are full. 0: no new
                group; 1: a new group is made. Left out, it is 1.
            room_base_name: Beginning of the names of groups made automatically. At most 40
                characters. Counts only where auto_create_room is 1; otherwise gives a warning.
            room_base_id: Number that the first group made automatically gets behind
                room_base_name; later groups count up. Counts only where auto_create_room is 1;
                otherwise gives a warning.
            state: Mark of your own that tells channels apart. `get` returns it for each member
                who came this way. At most 30 characters.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            AddJoinWayAnswer: config_id.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call: 40050 the chat id does not exist; 41038
                scene is missing; 41040 invalid scene; 41045 the number of configured ways
                reached its limit; 41091 a join way may name at most 5 groups; 49008 the group
                was dismissed; 84074 no external contact permission; 90501 the chat is not a
                customer group; 90509 not a customer group of this company.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        Quotas:
            500000 join ways that a company makes through the API in all. The 「联系我」 contact
                ways made through the API count against the same number.

        A call whose outcome is unknown is not sent again. A second call would make a second
        join way.

        Document: https://developer.work.weixin.qq.com/document/path/92229#配置客户群进群方式 (2023-12-01)
        """
        request = _add_join_way.build_request(
            scene,
            chat_id_list,
            remark=remark,
            auto_create_room=auto_create_room,
            room_base_name=room_base_name,
            room_base_id=room_base_id,
            state=state,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, _add_join_way.AddJoinWayAnswer, self._rules)

    def del_join_way(
        self,
        config_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> _del_join_way.DelJoinWayAnswer:
        """删除客户群进群方式配置

        Deletes one join way that this application made.

        Args:
            config_id: Id of the join way. Not empty.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            DelJoinWayAnswer: errcode and errmsg alone.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call: 41043 config_id is missing; 41044 invalid
                config_id.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is not sent again. After a first call that did succeed,
        the second may answer that there is no such join way.

        Document: https://developer.work.weixin.qq.com/document/path/92229#删除客户群进群方式配置 (2023-12-01)
        """
        request = _del_join_way.build_request(
            config_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, _del_join_way.DelJoinWayAnswer, self._rules)

    def get(
        self,
        chat_id: str,
        *,
        need_name: bool | int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _get.GetAnswer:
        """获取客户群详情

        Returns one customer group: its name, owner, notice and admins, and its members with the
        time and the way each of them joined. Members' names come only with need_name = 1.

        Args:
            chat_id: Id of the group. Not empty.
            need_name: Whether the members' names are returned (group_chat.member_list.name). 0:
                without names; 1: with names. Left out, it is 0.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            GetAnswer: group_chat.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call: 40050 the chat id does not exist; 49008 the
                group was dismissed; 60030 outside the application's visible range; 90501 the
                chat is not a customer group; 90509 not a customer group of this company.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92122 (2023-12-01)
        """
        request = _get.build_request(
            chat_id,
            need_name=need_name,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, _get.GetAnswer, self._rules)

    def get_many(
        self,
        chat_ids: Iterable[str],
        *,
        need_name: bool | int | None = None,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Outcomes[_get.GetAnswer]:
        """获取客户群详情

        Returns one customer group: its name, owner, notice and admins, and its members with the
        time and the way each of them joined. Members' names come only with need_name = 1.

        Makes one call for each of any number of chat_ids, several at the same time. It slows
        down by itself where the platform answers that calls come too often, and then recovers.
        An element whose call fails has its error in its outcome; the others go on.

        Args:
            chat_ids: Any iterable, taken from while the calls go on. Of each element: Id of the
                group. Not empty.
            need_name: Whether the members' names are returned (group_chat.member_list.name). 0:
                without names; 1: with names. Left out, it is 0.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            Outcomes: an iterator of Outcome, each with `key`, `answer` (GetAnswer, or None) and
                `error` (a WeComError, or None). Close it, or use it in a `with` statement, to
                end the job early.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.

        Document: https://developer.work.weixin.qq.com/document/path/92122 (2023-12-01)
        """
        return self._client._bulk(
            _get.BULK,
            {"need_name": need_name},
            chat_ids,
            concurrency,
            rate,
            ordered,
            on_progress,
            extra,
            self._rules,
        )

    def get_join_way(
        self,
        config_id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> _get_join_way.GetJoinWayAnswer:
        """获取客户群进群方式配置

        Returns the configuration of one join way that this application made: where it is shown,
        the groups it leads to, and for a QR code the image's address.

        Args:
            config_id: Id of the join way. Not empty.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            GetJoinWayAnswer: join_way.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call: 41043 config_id is missing; 41044 invalid
                config_id.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92229#获取客户群进群方式配置 (2023-12-01)
        """
        request = _get_join_way.build_request(
            config_id,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, _get_join_way.GetJoinWayAnswer, self._rules)

    def list(
        self,
        limit: int,
        *,
        status_filter: int | None = None,
        owner_filter: OwnerFilterParam | None = None,
        cursor: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _list.ListAnswer:
        """获取客户群列表

        Lists the company's customer groups, page by page, with the follow-up status of each;
        filtered by status or by owner. Pass each answer's next_cursor as the next call's
        cursor.

        Args:
            limit: Greatest number of groups in the answer. 1 to 1000.
            status_filter: Only groups in this stage of being handed on. 0: every group (no
                filter); 1: owner resigned, waiting for a new owner; 2: being handed on; 3:
                handed on. Left out, it is 0.
            owner_filter: Only groups of these owners. Without it (not advised), groups of every
                owner in the application's visible range; with more than 1000 people in that
                range the call then fails with 81017. Annotate a variable for it as
                OwnerFilterParam, from wecom_client.externalcontact.groupchat.
                userid_list (required): Userids of the owners. 1 to 100 elements. Each not
                    empty.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            ListAnswer: group_chat_list, next_cursor.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call: 40031 invalid list of userids; 45029 the
                answer is too large; 60030 outside the application's visible range; 81017 more
                than 1,000 people visible and no owner filter given; 701101 limit is above 1000;
                701102 more than 100 users; 701105 invalid cursor.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92120 (2023-12-01)
        """
        request = _list.build_request(
            limit,
            status_filter=status_filter,
            owner_filter=owner_filter,
            cursor=cursor,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, _list.ListAnswer, self._rules)

    def iter_list(
        self,
        *,
        status_filter: int | None = None,
        owner_filter: OwnerFilterParam | None = None,
        cursor: str | None = None,
        page_size: int = 1000,
        extra: Mapping[str, Any] | None = None,
    ) -> Items[_list.GroupChat]:
        """获取客户群列表

        Lists the company's customer groups, page by page, with the follow-up status of each;
        filtered by status or by owner. Pass each answer's next_cursor as the next call's
        cursor.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            status_filter: Only groups in this stage of being handed on. 0: every group (no
                filter); 1: owner resigned, waiting for a new owner; 2: being handed on; 3:
                handed on. Left out, it is 0.
            owner_filter: Only groups of these owners. Without it (not advised), groups of every
                owner in the application's visible range; with more than 1000 people in that
                range the call then fails with 81017. Annotate a variable for it as
                OwnerFilterParam, from wecom_client.externalcontact.groupchat.
                userid_list (required): Userids of the owners. 1 to 100 elements. Each not
                    empty.
            cursor: Where to go on, the next_cursor of the previous answer. Left out for the
                first page.
            page_size: Greatest number of groups in the answer. 1 to 1000. Left out, it is 1000.
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            Items: an iterator of GroupChat. Its `position` is the cursor to pass in order to go
                on from there.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: while iterating: the platform refused the call: 40031 invalid list of
                userids; 45029 the answer is too large; 60030 outside the application's visible
                range; 81017 more than 1,000 people visible and no owner filter given; 701101
                limit is above 1000; 701102 more than 100 users; 701105 invalid cursor.
            TransportError: while iterating: no answer; `.outcome` says whether the call may
                have been carried out.
            ResponseError: while iterating: the answer is no JSON object with an errcode.

        Document: https://developer.work.weixin.qq.com/document/path/92120 (2023-12-01)
        """
        return self._client._pagination(
            _list.PAGINATION,
            {"status_filter": status_filter, "owner_filter": owner_filter},
            cursor,
            page_size,
            extra,
            self._rules,
        )

    def onjob_transfer(
        self,
        chat_id_list: Sequence[str],
        new_owner: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> _onjob_transfer.OnjobTransferAnswer:
        """分配在职成员的客户群

        Hands groups whose owners still work for the company over to another member. Groups that
        could not be handed over come back in failed_chat_list, each with its own error code.

        Args:
            chat_id_list: Ids of the groups to hand over. 1 to 100 elements. Each not empty.
            new_owner: Userid of the member who becomes the owner. Not empty.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            OnjobTransferAnswer: failed_chat_list.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call: 40003 invalid userid; 40050 the chat id
                does not exist; 40128 transferred too often within 90 days; 40143 the member
                taking over is blocked; 49008 the group was dismissed; 60030 outside the
                application's visible range; 84074 no external contact permission; 90501 the
                chat is not a customer group; 90502 the owner of the group has resigned; 90503
                the group is full and nobody can be removed automatically; 90504 the new owner
                is already the owner; 90509 not a customer group of this company.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        Quotas:
            300 groups of one owner given to a new owner in 1 day. The document leaves open
                whether each new owner is counted apart; the server decides.
            2 transfers of one group in 90 days. Calendar days; it keeps customers from being
                passed around.

        A call whose outcome is unknown is not sent again. Each transfer counts against quotas,
        and a group handed over fails the second time.

        Document: https://developer.work.weixin.qq.com/document/path/95703 (2023-12-01)
        """
        request = _onjob_transfer.build_request(
            chat_id_list,
            new_owner,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, _onjob_transfer.OnjobTransferAnswer, self._rules)

    @overload
    def onjob_transfer_all(
        self,
        chat_ids: Iterable[str],
        new_owner: str,
        *,
        daily_limit: int | None = 300,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[False] = False,
    ) -> BatchResult[FailedChat]: ...

    @overload
    def onjob_transfer_all(
        self,
        chat_ids: Iterable[str],
        new_owner: str,
        *,
        daily_limit: int | None = 300,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[True],
    ) -> tuple[Request, ...]: ...

    @overload
    def onjob_transfer_all(
        self,
        chat_ids: Iterable[str],
        new_owner: str,
        *,
        daily_limit: int | None = 300,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool,
    ) -> BatchResult[FailedChat] | tuple[Request, ...]: ...

    def onjob_transfer_all(
        self,
        chat_ids: Iterable[str],
        new_owner: str,
        *,
        daily_limit: int | None = 300,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool = False,
    ) -> BatchResult[FailedChat] | tuple[Request, ...]:
        """分配在职成员的客户群

        Hands groups whose owners still work for the company over to another member. Groups that
        could not be handed over come back in failed_chat_list, each with its own error code.

        Takes any number of chat_ids, 100 a call, each of them once. A call that fails ends the
        job. Elements that answer 90504 (the new owner is already the owner) or 90508 (the group
        of a resigned member was inherited already) count as done. The day's quota is used up
        where one answers 45009 (call frequency exceeded).

        Args:
            chat_ids: Ids of the groups to hand over. Each not empty. Any number; of equal ones
                the first counts.
            new_owner: Userid of the member who becomes the owner. Not empty.
            daily_limit: how many this run may carry out; the rest is not tried. Left out, 300,
                the quota of a day; None: no limit but the platform's, whose refusal counts in
                any case.
            dry_run: True: return the calls that would be made, and send nothing.
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            BatchResult: `done`, `failed` (each a FailedChat with `meaning` and `remedy`),
                `unknown` (of a call whose outcome nobody knows), `not_tried`, and `resume_on`,
                the day on which the quota allows more, or None. With dry_run a tuple of
                Request.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            BatchError: a call failed, for a reason of its own; `.result` says how far the job
                came, so that the rest can be done later.

        Quotas:
            300 groups of one owner given to a new owner in 1 day. The document leaves open
                whether each new owner is counted apart; the server decides.
            2 transfers of one group in 90 days. Calendar days; it keeps customers from being
                passed around.

        Document: https://developer.work.weixin.qq.com/document/path/95703 (2023-12-01)
        """
        return self._client._batch(
            _onjob_transfer.BATCH,
            {"new_owner": new_owner},
            chat_ids,
            daily_limit,
            dry_run,
            extra,
            self._rules,
        )

    def statistic(
        self,
        day_begin_time: DayLike,
        owner_filter: OwnerFilterParam,
        *,
        day_end_time: DayLike | None = None,
        order_by: int | None = None,
        order_asc: bool | int | None = None,
        offset: int | None = None,
        limit: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _statistic.StatisticAnswer:
        """获取「群聊数据统计」数据-按群主聚合的方式

        Returns group statistics of the given owners, one record an owner, over an interval of
        days within the last 180 days. Sorted and paged: go on with next_offset until it equals
        total.

        Args:
            day_begin_time: First day, Unix seconds at 00:00 UTC+8 (a later second counts as its
                day). A day in UTC+8: Unix seconds, a date, or an aware datetime, the latter two
                sent as that day's 00:00. From 180 days ago to yesterday.
            owner_filter: The owners whose groups are counted. Annotate a variable for it as
                OwnerFilterParam, from wecom_client.externalcontact.groupchat.
                userid_list (required): Userids of the owners. 1 to 100 elements. Each not
                    empty.
            day_end_time: Last day, itself included, Unix seconds at 00:00 UTC+8. Left out, only
                the first day counts. A day in UTC+8: Unix seconds, a date, or an aware
                datetime, the latter two sent as that day's 00:00. From 180 days ago to
                yesterday. Not before day_begin_time, at most 30 days after it. Left out, it is
                the same as day_begin_time.
            order_by: What the records are sorted by. 1: number of new groups; 2: number of
                groups; 3: number of new members; 4: number of members. Left out, it is 1.
            order_asc: Whether the smallest comes first. 0: descending; 1: ascending. Left out,
                it is 0.
            offset: Number of records to pass over, the next_offset of the previous answer. At
                least 0. Left out, it is 0.
            limit: Greatest number of records in the answer. 1 to 1000. Left out, it is 500.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            StatisticAnswer: total, next_offset, items.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call: 40031 invalid list of userids; 60030
                outside the application's visible range; 81017 more than 1,000 people visible
                and no owner filter given; 701101 limit is above 1000; 701102 more than 100
                users.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92133#按群主聚合的方式 (2023-12-01)
        """
        request = _statistic.build_request(
            day_begin_time,
            owner_filter,
            day_end_time=day_end_time,
            order_by=order_by,
            order_asc=order_asc,
            offset=offset,
            limit=limit,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, _statistic.StatisticAnswer, self._rules)

    def iter_statistic(
        self,
        day_begin_time: DayLike,
        owner_filter: OwnerFilterParam,
        *,
        day_end_time: DayLike | None = None,
        order_by: int | None = None,
        order_asc: bool | int | None = None,
        offset: int | None = None,
        page_size: int = 1000,
        extra: Mapping[str, Any] | None = None,
    ) -> Items[_statistic.Item]:
        """获取「群聊数据统计」数据-按群主聚合的方式

        Returns group statistics of the given owners, one record an owner, over an interval of
        days within the last 180 days. Sorted and paged: go on with next_offset until it equals
        total.

        Goes through the records of all pages, one page at a time in memory: a page is asked for
        when its first record is taken. Pages that lead in a circle end with a ResponseError.

        Args:
            day_begin_time: First day, Unix seconds at 00:00 UTC+8 (a later second counts as its
                day). A day in UTC+8: Unix seconds, a date, or an aware datetime, the latter two
                sent as that day's 00:00. From 180 days ago to yesterday.
            owner_filter: The owners whose groups are counted. Annotate a variable for it as
                OwnerFilterParam, from wecom_client.externalcontact.groupchat.
                userid_list (required): Userids of the owners. 1 to 100 elements. Each not
                    empty.
            day_end_time: Last day, itself included, Unix seconds at 00:00 UTC+8. Left out, only
                the first day counts. A day in UTC+8: Unix seconds, a date, or an aware
                datetime, the latter two sent as that day's 00:00. From 180 days ago to
                yesterday. Not before day_begin_time, at most 30 days after it. Left out, it is
                the same as day_begin_time.
            order_by: What the records are sorted by. 1: number of new groups; 2: number of
                groups; 3: number of new members; 4: number of members. Left out, it is 1.
            order_asc: Whether the smallest comes first. 0: descending; 1: ascending. Left out,
                it is 0.
            offset: Number of records to pass over, the next_offset of the previous answer. At
                least 0. Left out, it is 0.
            page_size: Greatest number of records in the answer. 1 to 1000. Left out, it is
                1000.
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            Items: an iterator of Item. Its `position` is the offset to pass in order to go on
                from there.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: while iterating: the platform refused the call: 40031 invalid list of
                userids; 60030 outside the application's visible range; 81017 more than 1,000
                people visible and no owner filter given; 701101 limit is above 1000; 701102
                more than 100 users.
            TransportError: while iterating: no answer; `.outcome` says whether the call may
                have been carried out.
            ResponseError: while iterating: the answer is no JSON object with an errcode.

        Document: https://developer.work.weixin.qq.com/document/path/92133#按群主聚合的方式 (2023-12-01)
        """
        return self._client._pagination(
            _statistic.PAGINATION,
            {
                "day_begin_time": day_begin_time,
                "day_end_time": day_end_time,
                "owner_filter": owner_filter,
                "order_by": order_by,
                "order_asc": order_asc,
            },
            offset,
            page_size,
            extra,
            self._rules,
        )

    def statistic_all(
        self,
        day_begin_time: DayLike,
        owner_filter: OwnerFilterParam,
        *,
        day_end_time: DayLike | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _statistic.StatisticAnswer:
        """获取「群聊数据统计」数据-按群主聚合的方式

        Returns group statistics of the given owners, one record an owner, over an interval of
        days within the last 180 days. Sorted and paged: go on with next_offset until it equals
        total.

        Takes any number of days and of elements of owner_filter.userid_list: makes a call for
        at most 30 days and 100 elements each, and merges records of the same owner. Over days,
        data.new_chat_cnt and data.new_member_cnt add up. Of data.chat_total, data.chat_has_msg,
        data.member_total, data.member_has_msg, data.msg_total and data.migrate_trainee_chat_cnt
        the last day's counts. Over elements all of them add up.

        Args:
            day_begin_time: First day, Unix seconds at 00:00 UTC+8 (a later second counts as its
                day). A day in UTC+8: Unix seconds, a date, or an aware datetime, the latter two
                sent as that day's 00:00. From 180 days ago to yesterday.
            owner_filter: The owners whose groups are counted. Annotate a variable for it as
                OwnerFilterParam, from wecom_client.externalcontact.groupchat.
                userid_list (required): Userids of the owners. At least 1 element. Each not
                    empty.
            day_end_time: Last day, itself included, Unix seconds at 00:00 UTC+8. Left out, only
                the first day counts. A day in UTC+8: Unix seconds, a date, or an aware
                datetime, the latter two sent as that day's 00:00. From 180 days ago to
                yesterday. Not before day_begin_time. Left out, it is the same as
                day_begin_time.
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            StatisticAnswer: the merged records, as if one call had brought them.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call: 40031 invalid list of userids; 60030
                outside the application's visible range; 81017 more than 1,000 people visible
                and no owner filter given; 701101 limit is above 1000; 701102 more than 100
                users.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        Document: https://developer.work.weixin.qq.com/document/path/92133#按群主聚合的方式 (2023-12-01)
        """
        return self._client._window(
            _statistic.WINDOW,
            {
                "day_begin_time": day_begin_time,
                "day_end_time": day_end_time,
                "owner_filter": owner_filter,
            },
            extra,
            self._rules,
        )

    def statistic_group_by_day(
        self,
        day_begin_time: DayLike,
        owner_filter: OwnerFilterParam,
        *,
        day_end_time: DayLike | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _statistic_group_by_day.StatisticGroupByDayAnswer:
        """获取「群聊数据统计」数据-按自然日聚合的方式

        Returns group statistics of the given owners taken together, one record a day, over an
        interval of days within the last 180 days. All days come in one answer.

        Args:
            day_begin_time: First day, Unix seconds at 00:00 UTC+8 (a later second counts as its
                day). A day in UTC+8: Unix seconds, a date, or an aware datetime, the latter two
                sent as that day's 00:00. From 180 days ago to yesterday.
            owner_filter: The owners whose groups are counted. Annotate a variable for it as
                OwnerFilterParam, from wecom_client.externalcontact.groupchat.
                userid_list (required): Userids of the owners. 1 to 100 elements. Each not
                    empty.
            day_end_time: Last day, itself included, Unix seconds at 00:00 UTC+8. Left out, only
                the first day counts. A day in UTC+8: Unix seconds, a date, or an aware
                datetime, the latter two sent as that day's 00:00. From 180 days ago to
                yesterday. Not before day_begin_time, at most 30 days after it. Left out, it is
                the same as day_begin_time.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            StatisticGroupByDayAnswer: items.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call: 40031 invalid list of userids; 60030
                outside the application's visible range; 81017 more than 1,000 people visible
                and no owner filter given; 701102 more than 100 users.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again. It only reads.

        Document: https://developer.work.weixin.qq.com/document/path/92133#按自然日聚合的方式 (2023-12-01)
        """
        request = _statistic_group_by_day.build_request(
            day_begin_time,
            owner_filter,
            day_end_time=day_end_time,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(
            request,
            _statistic_group_by_day.StatisticGroupByDayAnswer,
            self._rules,
        )

    def statistic_group_by_day_all(
        self,
        day_begin_time: DayLike,
        owner_filter: OwnerFilterParam,
        *,
        day_end_time: DayLike | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _statistic_group_by_day.StatisticGroupByDayAnswer:
        """获取「群聊数据统计」数据-按自然日聚合的方式

        Returns group statistics of the given owners taken together, one record a day, over an
        interval of days within the last 180 days. All days come in one answer.

        Takes any number of days and of elements of owner_filter.userid_list: makes a call for
        at most 30 days and 100 elements each, and merges records of the same stat_time. Over
        days, data.new_chat_cnt and data.new_member_cnt add up. Of data.chat_total,
        data.chat_has_msg, data.member_total, data.member_has_msg, data.msg_total and
        data.migrate_trainee_chat_cnt the last day's counts. Over elements all of them add up.

        Args:
            day_begin_time: First day, Unix seconds at 00:00 UTC+8 (a later second counts as its
                day). A day in UTC+8: Unix seconds, a date, or an aware datetime, the latter two
                sent as that day's 00:00. From 180 days ago to yesterday.
            owner_filter: The owners whose groups are counted. Annotate a variable for it as
                OwnerFilterParam, from wecom_client.externalcontact.groupchat.
                userid_list (required): Userids of the owners. At least 1 element. Each not
                    empty.
            day_end_time: Last day, itself included, Unix seconds at 00:00 UTC+8. Left out, only
                the first day counts. A day in UTC+8: Unix seconds, a date, or an aware
                datetime, the latter two sent as that day's 00:00. From 180 days ago to
                yesterday. Not before day_begin_time. Left out, it is the same as
                day_begin_time.
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            StatisticGroupByDayAnswer: the merged records, as if one call had brought them.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call: 40031 invalid list of userids; 60030
                outside the application's visible range; 81017 more than 1,000 people visible
                and no owner filter given; 701102 more than 100 users.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        Document: https://developer.work.weixin.qq.com/document/path/92133#按自然日聚合的方式 (2023-12-01)
        """
        return self._client._window(
            _statistic_group_by_day.WINDOW,
            {
                "day_begin_time": day_begin_time,
                "day_end_time": day_end_time,
                "owner_filter": owner_filter,
            },
            extra,
            self._rules,
        )

    def transfer(
        self,
        chat_id_list: Sequence[str],
        new_owner: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> _transfer.TransferAnswer:
        """分配离职成员的客户群

        Hands groups whose owners have left the company over to another member. Groups that
        could not be handed over come back in failed_chat_list, each with its own error code.

        Args:
            chat_id_list: Ids of the groups to hand over. 1 to 100 elements. Each not empty.
            new_owner: Userid of the member who becomes the owner. Not empty.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            TransferAnswer: failed_chat_list.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call: 40003 invalid userid; 40050 the chat id
                does not exist; 40143 the member taking over is blocked; 49008 the group was
                dismissed; 60030 outside the application's visible range; 84074 no external
                contact permission; 90500 the owner of the group has not resigned; 90501 the
                chat is not a customer group; 90503 the group is full and nobody can be removed
                automatically; 90504 the new owner is already the owner; 90507 the group of a
                resigned member is being inherited; 90508 the group of a resigned member was
                inherited already; 90509 not a customer group of this company.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        Quotas:
            300 groups of one owner given to a new owner in 1 day. The document leaves open
                whether each new owner is counted apart; the server decides.

        A call whose outcome is unknown is not sent again. Each transfer counts against a quota,
        and a group handed over fails the second time.

        Document: https://developer.work.weixin.qq.com/document/path/92127 (2023-12-01)
        """
        request = _transfer.build_request(
            chat_id_list,
            new_owner,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, _transfer.TransferAnswer, self._rules)

    @overload
    def transfer_all(
        self,
        chat_ids: Iterable[str],
        new_owner: str,
        *,
        daily_limit: int | None = 300,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[False] = False,
    ) -> BatchResult[FailedChat]: ...

    @overload
    def transfer_all(
        self,
        chat_ids: Iterable[str],
        new_owner: str,
        *,
        daily_limit: int | None = 300,
        extra: Mapping[str, Any] | None = None,
        dry_run: Literal[True],
    ) -> tuple[Request, ...]: ...

    @overload
    def transfer_all(
        self,
        chat_ids: Iterable[str],
        new_owner: str,
        *,
        daily_limit: int | None = 300,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool,
    ) -> BatchResult[FailedChat] | tuple[Request, ...]: ...

    def transfer_all(
        self,
        chat_ids: Iterable[str],
        new_owner: str,
        *,
        daily_limit: int | None = 300,
        extra: Mapping[str, Any] | None = None,
        dry_run: bool = False,
    ) -> BatchResult[FailedChat] | tuple[Request, ...]:
        """分配离职成员的客户群

        Hands groups whose owners have left the company over to another member. Groups that
        could not be handed over come back in failed_chat_list, each with its own error code.

        Takes any number of chat_ids, 100 a call, each of them once. A call that fails ends the
        job. Elements that answer 90504 (the new owner is already the owner) or 90508 (the group
        of a resigned member was inherited already) count as done. The day's quota is used up
        where one answers 45009 (call frequency exceeded).

        Args:
            chat_ids: Ids of the groups to hand over. Each not empty. Any number; of equal ones
                the first counts.
            new_owner: Userid of the member who becomes the owner. Not empty.
            daily_limit: how many this run may carry out; the rest is not tried. Left out, 300,
                the quota of a day; None: no limit but the platform's, whose refusal counts in
                any case.
            dry_run: True: return the calls that would be made, and send nothing.
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            BatchResult: `done`, `failed` (each a FailedChat with `meaning` and `remedy`),
                `unknown` (of a call whose outcome nobody knows), `not_tried`, and `resume_on`,
                the day on which the quota allows more, or None. With dry_run a tuple of
                Request.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            BatchError: a call failed, for a reason of its own; `.result` says how far the job
                came, so that the rest can be done later.

        Quotas:
            300 groups of one owner given to a new owner in 1 day. The document leaves open
                whether each new owner is counted apart; the server decides.

        Document: https://developer.work.weixin.qq.com/document/path/92127 (2023-12-01)
        """
        return self._client._batch(
            _transfer.BATCH,
            {"new_owner": new_owner},
            chat_ids,
            daily_limit,
            dry_run,
            extra,
            self._rules,
        )

    def update_join_way(
        self,
        config_id: str,
        scene: int,
        chat_id_list: Sequence[str],
        *,
        remark: str | None = None,
        auto_create_room: bool | int | None = None,
        room_base_name: str | None = None,
        room_base_id: int | None = None,
        state: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _update_join_way.UpdateJoinWayAnswer:
        """更新客户群进群方式配置

        Replaces the whole configuration of a join way. Nothing is kept from before: a parameter
        left out goes back to its default, so pass every value that shall stay.

        Args:
            config_id: Id of the join way. Not empty.
            scene: Where customers meet the join way. 1: button in a mini program (plug-in); 2:
                QR code.
            chat_id_list: Ids of the groups that the join way leads to. 1 to 5 elements. Each
                not empty.
            remark: Reminder for yourself, what the join way is for. The platform keeps the
                first 30 characters; more gives a warning.
            auto_create_room: Whether a new group is made when the groups are full. 0: no new
                group; 1: a new group is made. Left out, it is 1.
            room_base_name: Beginning of the names of groups made automatically. At most 40
                characters. Counts only where auto_create_room is 1; otherwise gives a warning.
            room_base_id: Number that the first group made automatically gets behind
                room_base_name; later groups count up. Counts only where auto_create_room is 1;
                otherwise gives a warning.
            state: Mark of your own that tells channels apart. `get` returns it for each member
                who came this way. At most 30 characters.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            UpdateJoinWayAnswer: errcode and errmsg alone.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call: 40050 the chat id does not exist; 41038
                scene is missing; 41040 invalid scene; 41043 config_id is missing; 41044 invalid
                config_id; 41091 a join way may name at most 5 groups; 49008 the group was
                dismissed; 90501 the chat is not a customer group; 90509 not a customer group of
                this company.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again. It overwrites; the second call leaves
        what the first one left.

        Document: https://developer.work.weixin.qq.com/document/path/92229#更新客户群进群方式配置 (2023-12-01)
        """
        request = _update_join_way.build_request(
            config_id,
            scene,
            chat_id_list,
            remark=remark,
            auto_create_room=auto_create_room,
            room_base_name=room_base_name,
            room_base_id=room_base_id,
            state=state,
            extra=extra,
            _settings=self._client._settings,
        )
        return self._client._send(request, _update_join_way.UpdateJoinWayAnswer, self._rules)
