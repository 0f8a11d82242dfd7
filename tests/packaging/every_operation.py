"""Calls every operation with an installed package; `wheel.py` runs it in an empty environment.

It reads from stdin where the simulator is and what to call, as JSON, and says what was wrong.
"""

from __future__ import annotations

import json
import sys
import warnings
from functools import reduce
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any


def main() -> int:
    """Make the calls; return the exit code."""
    import wecom_client

    plan = json.load(sys.stdin)
    home = Path(wecom_client.__file__).resolve().parent
    problems = [f"{name} is installed too" for name in plan["strangers"] if find_spec(name)]
    if not home.is_relative_to(Path(sys.prefix).resolve()):
        problems.append(f"the package at {home} is not the installed one")
    if not (home / "py.typed").is_file():
        problems.append("py.typed is missing")
    if version("wecom-client") != wecom_client.__version__:
        problems.append(f"its version is {wecom_client.__version__}")
    # some of the documents' examples hold what the platform ignores
    warnings.simplefilter("ignore", wecom_client.ParameterWarning)
    called = set()
    with wecom_client.WeComClient(**plan["client"]) as wecom:
        for path, arguments, files, expected_code in plan["calls"]:
            called.add(path)
            method: Any = reduce(getattr, plan["modules"][path].split(".")[1:], wecom)
            for parameter, (name, text) in files.items():
                arguments[parameter] = wecom_client.File(name, text.encode())
            try:
                errcode = method(**arguments).errcode
            except wecom_client.APIError as error:
                errcode = error.errcode
            except wecom_client.WeComError as error:
                problems.append(str(error))
                continue
            print(f"{path}: errcode {errcode}")
            if errcode != expected_code:
                problems.append(f"{path}: errcode {errcode}, not {expected_code}")
    expected = plan["modules"].keys() - {"gettoken", *plan["left_out"]}
    problems += [f"{path} was not called" for path in expected - called]
    print("\n".join(problems) or f"all {len(called)} operations answered")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
