# Copied from templates/wecom_client/_runtime/tls.py: edit that file, then run 'make generate'.
"""What TLS takes, the same for both clients: one context for the server and for the proxy."""

from __future__ import annotations

import ssl
from pathlib import Path
from typing import NoReturn

from .route import Route, named_by


def context_of(route: Route) -> ssl.SSLContext:
    """Make the context of a route; one without need of TLS trusts nobody.

    Raises:
        OSError: a file of certificates is missing or holds none.
    """
    if not route.needs_tls:
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if route.authorities is None:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        tls.check_hostname = False
        tls.verify_mode = ssl.CERT_NONE
    else:
        tls = _trusting(*route.authorities)
    if route.cert is not None:
        cert, key = (route.cert, None) if isinstance(route.cert, str) else route.cert
        tls.load_cert_chain(_existing(cert), key and _existing(key), _ask_nobody)
    return tls


def _trusting(first: str, *others: str) -> ssl.SSLContext:
    # This function sets what is strict in the Python at hand. Given no place, it would trust the
    # certificates of the system.
    try:
        tls = ssl.create_default_context(cafile=_file(first), capath=_folder(first))
        for path in others:
            tls.load_verify_locations(_file(path), _folder(path))
    except ssl.SSLError:
        flaw = f"no certificates in {', '.join((first, *others))}{named_by(first)}"
    else:
        return tls
    # Out of the `except`: of an error with a cause, the cause alone would be told.
    raise OSError(flaw)


def _file(path: str) -> str | None:
    return None if Path(_existing(path)).is_dir() else path


def _folder(path: str) -> str | None:
    return path if Path(_existing(path)).is_dir() else None


def _existing(path: str) -> str:
    if not path or not Path(path).exists():
        raise FileNotFoundError(f"no certificate at {path!r}{named_by(path)}")
    return path


def _ask_nobody() -> NoReturn:
    # Without this, OpenSSL asks for the password at the terminal, and waits.
    raise OSError("the private key of the client's certificate is encrypted: pass one that is not")
