# Generated from specs/ by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""What type checkers take for the error of a job that they do not know, and its failed elements.

`except BatchError` does not say whose error it is, and so not what the failed elements' records are
called. Type checkers see a record with the fields of all of them, which passes for each; at run
time it is one of them, and this module is not imported.
"""

from __future__ import annotations

from ._error_table import ERRORS
from ._runtime.jobs.results import BatchError as _BatchError
from ._runtime.jobs.results import BatchResult
from .externalcontact.groupchat.onjob_transfer import FailedChat as _FailedChat
from .externalcontact.transfer_customer import BegunTransfer as _BegunTransfer


class AnyFailedRecord(_BegunTransfer, _FailedChat, errors=ERRORS):
    """A failed element of whatever job, with the fields that the records of failed ones have."""


class BatchError(_BatchError):
    __doc__ = _BatchError.__doc__

    result: BatchResult[AnyFailedRecord]
