# Copied from templates/wecom_client/simulator/behaviours/customer_transfers/__init__.py: edit that file, then run 'make generate'.
"""The behaviour of transfers: customers given from one member to another, a day later.

`handover` and `results` say what the pages leave open and how it is decided.
"""

from __future__ import annotations

from ...._runtime.checks import Integer
from ...behaviour import Behaviour, Route
from ...refusals import ProblemCodes
from . import handover, results
from .records import CustomerTransfer
from .seeding import Seeding
from .state import CustomerTransfersState

__all__ = ["BEHAVIOUR", "GROUP", "SETTINGS", "CustomerTransfer", "Seeding"]

GROUP = "externalcontact"
SETTINGS = {"customer_limit": 20_000, "transfer_delay": 86_400, "transfer_page_size": 1000}

_PAGE: ProblemCodes = {("page_size", "maximum"): 701101}

BEHAVIOUR = Behaviour(
    group=GROUP,
    state=CustomerTransfersState,
    routes={
        "transfer_customer": Route(handover.transfer_customer),
        "transfer_result": Route(results.transfer_result),
        "resigned/transfer_customer": Route(handover.transfer_resigned),
        "resigned/transfer_result": Route(results.resigned_result),
        "get_unassigned_list": Route(results.get_unassigned_list, _PAGE),
    },
    settings=SETTINGS,
    limits={
        "transfer_delay": Integer(minimum=0, maximum=86_400),
        "transfer_page_size": Integer(minimum=1, maximum=1000),
    },
)
