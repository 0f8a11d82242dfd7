"""What flows, drivers and transports exchange: tests take the place of one of them with these."""

from __future__ import annotations

from wecom_client._runtime.client import Tools
from wecom_client._runtime.redact import Secret
from wecom_client._runtime.retry import DEFAULT_POLICY, NoReply, Policy, Reply, Verdict
from wecom_client._runtime.steps import (
    AccessToken,
    Ask,
    Issued,
    NeedToken,
    NoToken,
    Send,
    Step,
    Wait,
)

__all__ = [
    "DEFAULT_POLICY",
    "AccessToken",
    "Ask",
    "Issued",
    "NeedToken",
    "NoReply",
    "NoToken",
    "Policy",
    "Reply",
    "Secret",
    "Send",
    "Step",
    "Tools",
    "Verdict",
    "Wait",
]
