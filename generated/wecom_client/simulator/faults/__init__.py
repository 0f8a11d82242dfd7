# Copied from templates/wecom_client/simulator/faults/__init__.py: edit that file, then run 'make generate'.
"""Faults: what goes wrong between a client and the platform, injected call by call.

`methods` has the calls by which they are added, `kinds` what each of them does, `schedule` which
calls it strikes, `limits` rate and concurrency, `injector` what they do to an arriving call, `text`
the command line's and the file's way to say the same. None of these knows an operation by name, and
none knows HTTP: a spoiled reply says how it is to be sent, and the server sends it so.
"""

from __future__ import annotations

from .injector import Fault
from .methods import Faults

__all__ = ["Fault", "Faults"]
