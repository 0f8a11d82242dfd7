"""What the machine's environment must not change in tests, demonstration, benchmarks and soak."""

from __future__ import annotations

import os
import signal
import sys
from typing import Any

_PROXIES = ("http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "no_proxy")
PROXIES = (*_PROXIES, *(name.upper() for name in _PROXIES))
CERTIFICATES = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR")
TRUST = (*CERTIFICATES, "NETRC")


def reach_loopback_directly() -> None:
    """Take proxies and certificates of this machine out of this process and of what it starts.

    The client goes through its users' proxies, to 127.0.0.1 too; the servers here are its own.
    """
    for name in (*PROXIES, *TRUST):
        os.environ.pop(name, None)
    # Where no variable names a proxy, those of the system's settings would count.
    os.environ["no_proxy"] = "127.0.0.1,localhost"


def prepare_command() -> None:
    """Let a command of the tests reach its servers, and print in any locale."""
    reach_loopback_directly()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def leave_speed_out_if_told() -> None:
    """With WITHOUT_SPEED in the environment, be as a machine without the extra `speed`.

    The tests run with it, as it is installed for them.
    """
    if os.environ.get("WITHOUT_SPEED"):
        absent: Any = None
        sys.modules["msgspec"] = absent


def pass_on_interrupts() -> None:
    """Let processes that are started take a Ctrl-C: a shell's background jobs ignore it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
