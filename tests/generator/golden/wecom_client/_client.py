# Generated from specs/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The synchronous client with every namespace of the specs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from . import call_ as _call_
from . import gettoken as _gettoken
from . import take as _take
from ._error_table import ERRORS
from ._runtime.jobs.results import Progress
from ._runtime.jobs.sync_jobs import Outcomes
from ._runtime.sync_client import SyncClient
from .delivery import Delivery as _Delivery
from .depot import Depot as _Depot
from .media import Media as _Media
from .names import Names as _Names
from .odd import Odd as _Odd
from .shop import Shop as _Shop


class WeComClient(SyncClient):
    __doc__ = SyncClient.__doc__

    _errors = ERRORS
    _token_operation = _gettoken.OPERATION

    @property
    def delivery(self) -> _Delivery:
        """Operations below `delivery`."""
        return self._namespace(_Delivery)

    @property
    def depot(self) -> _Depot:
        """Operations below `depot`."""
        return self._namespace(_Depot)

    @property
    def media(self) -> _Media:
        """Operations below `media`."""
        return self._namespace(_Media)

    @property
    def names(self) -> _Names:
        """Operations below `names`."""
        return self._namespace(_Names)

    @property
    def odd(self) -> _Odd:
        """Operations below `odd`."""
        return self._namespace(_Odd)

    @property
    def shop(self) -> _Shop:
        """Operations below `shop`."""
        return self._namespace(_Shop)

    def call_(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> _call_.CallAnswer:
        """根目录的操作

        Stands in no folder.

        Args:
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            CallAnswer: ip_list.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/call
        """
        request = _call_.build_request(
            extra=extra,
            _settings=self._settings,
        )
        return self._send(request, _call_.CallAnswer, self._rules)

    def take(
        self,
        id: str,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> _take.TakeAnswer:
        """取

        A job of an operation at the top.

        Args:
            id: A text.
            extra: what the platform takes and the spec does not have yet, sent unchecked.

        Returns:
            TakeAnswer: errcode and errmsg alone.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.
            APIError: the platform refused the call.
            TransportError: no answer; `.outcome` says whether the call may have been carried
                out.
            ResponseError: the answer is no JSON object with an errcode.

        A call whose outcome is unknown is sent again.

        Document: https://example.com/doc/take
        """
        request = _take.build_request(
            id,
            extra=extra,
            _settings=self._settings,
        )
        return self._send(request, _take.TakeAnswer, self._rules)

    def take_many(
        self,
        ids: Iterable[str],
        *,
        concurrency: int = 8,
        rate: float | None = None,
        ordered: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Outcomes[_take.TakeAnswer]:
        """取

        A job of an operation at the top.

        Makes one call for each of any number of ids, several at the same time. It slows down by
        itself where the platform answers that calls come too often, and then recovers. An
        element whose call fails has its error in its outcome; the others go on.

        Args:
            ids: Any iterable, taken from while the calls go on. Of each element: A text.
            concurrency: calls at the same time, 1 to 128.
            rate: most calls a minute, together with all that share a token store which counts
                them (Redis). None: as many as go.
            ordered: True: outcomes in the order of the elements; False: as they come.
            on_progress: is called with a Progress (done, failed, total) at each outcome, and
                when all calls begin to wait for the platform (waiting_until, in Unix seconds).
            extra: what the platform takes and the spec does not have yet, sent unchecked, by
                each call.

        Returns:
            Outcomes: an iterator of Outcome, each with `key`, `answer` (TakeAnswer, or None)
                and `error` (a WeComError, or None). Close it, or use it in a `with` statement,
                to end the job early.

        Raises:
            ParameterError: an argument breaks a limit; nothing was sent.

        Document: https://example.com/doc/take
        """
        return self._bulk(
            _take.BULK,
            {},
            ids,
            concurrency,
            rate,
            ordered,
            on_progress,
            extra,
            self._rules,
        )
