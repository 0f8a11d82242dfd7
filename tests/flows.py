"""What decides without I/O, for tests that play its driver: which step comes next, and what fails.

The call flow and the fetch of a token, what a reply means and whether there is a next send, one
application's token, the rate of a job, and the error that a code becomes. None of it waits or
sends: a test carries the steps out, sets the clock, and looks at what is asked for.
"""

from __future__ import annotations

from wecom_client._runtime.errcodes import LANGUAGES
from wecom_client._runtime.errors import api_error, error_entry
from wecom_client._runtime.flow import Rules, call, decoder_of, fetch_token
from wecom_client._runtime.jobs.bulk import MOST_CALLS
from wecom_client._runtime.jobs.journal import Journal
from wecom_client._runtime.jobs.rate_controller import RateController, Rest
from wecom_client._runtime.rate import RateLimit
from wecom_client._runtime.retry import KINDS, Attempts, classify
from wecom_client._runtime.token_cache import TokenCache
from wecom_client._runtime.wording import WORDINGS

__all__ = [
    "KINDS",
    "LANGUAGES",
    "MOST_CALLS",
    "WORDINGS",
    "Attempts",
    "Journal",
    "RateController",
    "RateLimit",
    "Rest",
    "Rules",
    "TokenCache",
    "api_error",
    "call",
    "classify",
    "decoder_of",
    "error_entry",
    "fetch_token",
]
