"""The command line: `python -m wecom_client.simulator`, with a port, a seed file and faults.

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

from .dispatcher import known_operations
from .faults.kinds import KINDS
from .faults.methods import CONCURRENCY_LIMIT, PLATFORM_LIMITS, RATE_LIMIT
from .faults.text import FaultError, add_faults, load_faults
from .seed import SeedError, load_seed
from .simulator import Simulator
from .tokens import TOKEN_OPERATION

_LOOK_SECONDS = 0.5
# Where OPERATION stands, help shows one that the specs have.
_WHICH_CALLS = """\
which calls they strike: skip=N, every=N, calls=[N,...], probability=P, seed=N, count=N,
between=[FROM,TO] (seconds after the start); without any of them, all calls but gettoken

examples:
  --fault error:OPERATION,errcode=45009,count=2
  --fault drop_after:OPERATION,calls=[2]
  --fault slow_before,seconds=0.02 --fault concurrency_limit,calls=8
  --fault expire_token,probability=0.01,seed=7
  --fault rate_limit:OPERATION,calls=100,seconds=60
"""


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
        if options.faults is not None:
            load_faults(options.faults, simulator)
        add_faults(options.fault, simulator)
        if options.platform_limits:
            simulator.add_platform_limits()
        simulator.start()
    except (SeedError, FaultError) as error:
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
        epilog=_epilog(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--port", type=_port, default=0, metavar="N", help="default: a free one")
    parser.add_argument("--seed", type=Path, metavar="FILE", help="what to begin with, as JSON")
    parser.add_argument(
        "--fault",
        action="append",
        default=[],
        metavar="KIND[:OPERATION][,OPTION=VALUE...]",
        help="what is to go wrong; may be given several times",
    )
    parser.add_argument(
        "--faults", type=Path, metavar="FILE", help="the same as a JSON list of objects"
    )
    parser.add_argument(
        "--platform-limits",
        action="store_true",
        help="answer 45009 to whoever calls an operation more often than the platform allows",
    )
    return parser


def _epilog() -> str:
    own = {kind: "".join(f",{option}=..." for option in options) for kind, options in KINDS.items()}
    limits = {
        RATE_LIMIT: ",calls=N,seconds=...",
        CONCURRENCY_LIMIT: ",calls=N",
        PLATFORM_LIMITS: "",
    }
    kinds = "\n".join(f"  {kind}{options}" for kind, options in (own | limits).items())
    title = (
        "kinds (before: nothing is done for the call; after: it is; slow: waits before or after):"
    )
    operations = known_operations().keys() - {TOKEN_OPERATION}
    operation = min(operations, key=lambda path: (len(path), path))
    return f"{title}\n{kinds}\n\n{_WHICH_CALLS.replace('OPERATION', operation)}"


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"a port is a number from 0 to 65535, not {text!r}")
    return int(text)


def _fail(message: str) -> int:
    print(message, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
