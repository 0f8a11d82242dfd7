"""The command line: `python -m wecom_client.simulator [--port N] [--seed FILE]`.

Once it serves, it prints one line, a JSON object with `base_url`, `corp_id` and `secret`, so that a
program in any language can be pointed at it. It runs until SIGINT or SIGTERM. Exit code 0: it was
stopped so; 2: it could not start.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from .seed import SeedError, load_seed
from .simulator import Simulator

_LOOK_SECONDS = 0.5


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until told to stop, and return the exit code."""
    options = _parser().parse_args(arguments)
    # Nobody can look at the requests from outside, and they would fill the memory.
    simulator = Simulator(port=options.port, record_requests=False)
    stopping = threading.Event()
    for signum in (signal.SIGINT, signal.SIGTERM):
        signal.signal(signum, lambda *_: stopping.set())
    try:
        if options.seed is not None:
            load_seed(options.seed, simulator)
        simulator.start()
    except SeedError as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(f"cannot listen on port {options.port}: {error.strerror}")
    credentials = {
        "base_url": simulator.base_url,
        "corp_id": simulator.corp_id,
        "secret": simulator.secret,
    }
    print(json.dumps(credentials), flush=True)
    # Without a timeout, Ctrl+C would not be noticed on Windows.
    while not stopping.wait(_LOOK_SECONDS):
        pass
    simulator.stop()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m wecom_client.simulator",
        description="A WeCom that runs on loopback. Prints base_url, corp_id and secret as JSON.",
    )
    parser.add_argument("--port", type=_port, default=0, metavar="N", help="default: a free one")
    parser.add_argument("--seed", type=Path, metavar="FILE", help="what to begin with, as JSON")
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"a port is a number from 0 to 65535, not {text!r}")
    return int(text)


def _fail(message: str) -> int:
    print(message, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
