"""The package: what it exports, and what it says where aiohttp is missing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from wecom_client import simulator


def _run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=300, check=False
    )


@pytest.mark.parametrize("name", simulator.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    assert getattr(simulator, name).__doc__


def test_without_aiohttp_the_error_names_the_extra() -> None:
    code = "import sys; sys.modules['aiohttp'] = None; import wecom_client.simulator"
    done = _run(code)
    assert done.returncode == 1
    last = done.stderr.strip().splitlines()[-1]
    assert last == 'ImportError: the simulator needs aiohttp: pip install "wecom-client[simulator]"'


def test_the_client_alone_does_not_import_aiohttp() -> None:
    code = "import sys, wecom_client; sys.exit('aiohttp' in sys.modules)"
    assert _run(code).returncode == 0
