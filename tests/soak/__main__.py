"""`make soak`: run it, hold the reports against the simulator's state, and print the table.

It ends with 1 where an invariant does not hold, and after two minutes at the latest.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from tests.environment import prepare_command
from tests.model import KNOWN, methods, reason
from tests.progress import progress
from tests.redis_server import MISSING, find_program, running_redis
from wecom_client import FileTokenStore, RedisTokenStore, TokenStore, WeComClient
from wecom_client.simulator import Simulator
from wecom_client.simulator.faults import Fault

from .invariants import INVARIANTS, JOBS, Facts, Reports
from .scenario import Size, add_faults, facts_of, seed
from .workload import Entry

ROOT = Path(__file__).resolve().parents[2]
MOST_SECONDS = 120.0
_GRACE_SECONDS = 25.0
"""For the last round of each process; who is not at its end by then is stopped."""
_SHOWN = 5


class Outcome(NamedTuple):
    """One soak: what the simulator knows, what the processes wrote, and what ended badly."""

    store: str
    facts: Facts
    reports: dict[str, list[Entry]]
    faults: list[Fault]
    calls: int
    seconds: float
    failures: list[str]

    def verdicts(self) -> dict[str, list[str]]:
        """Return what speaks against each invariant."""
        found = {
            title: list(invariant(self.facts, self.reports))
            for title, invariant in INVARIANTS.items()
        }
        return {"every process came to its end": self.failures, **found}


def soak(size: Size, store: str, seed_number: int, deadline: float) -> Outcome:
    """Run one soak with one store, `file` or `redis`; what runs at the deadline is stopped."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        where = stack.enter_context(_place(store, folder))
        sim = stack.enter_context(Simulator())
        plans = seed(sim, size)
        faults = add_faults(sim, seed_number)
        begin = time.monotonic()
        workers = {}
        for number, lanes in enumerate(plans):
            name = f"w{number}"
            plan = {
                "kind": ("sync", "async")[number % 2],
                "base_url": sim.base_url,
                "corp_id": sim.corp_id,
                "secret": sim.secret,
                "store_kind": store,
                "store": where,
                "seconds": size.seconds,
                "lanes": lanes,
                "log": str(folder / f"{name}.jsonl"),
            }
            workers[name] = stack.enter_context(_worker(plan, folder / f"{name}.err"))
        print(f"soaking: {len(workers)} processes, {store} store, {size.seconds:.0f} s", flush=True)
        failures = [
            text for name, worker in workers.items() for text in _wait_for(name, worker, deadline)
        ]
        seconds = time.monotonic() - begin
        failures += [
            f"{name}: {text}"
            for name in workers
            for text in (folder / f"{name}.err").read_text("utf-8").splitlines()[-_SHOWN:]
        ]
        sim.clear_faults()
        _call_once_more(sim, store, where)
        facts = facts_of(sim, faults, plans)
        reports = {name: _read(folder / f"{name}.jsonl") for name in workers}
        return Outcome(store, facts, reports, faults, len(sim.requests), seconds, failures)


@contextmanager
def _place(store: str, folder: Path) -> Iterator[str]:
    if store == "file":
        yield str(folder / "token.json")
        return
    with running_redis() as server:
        yield server.url


@contextmanager
def _worker(plan: Mapping[str, Any], errors: Path) -> Iterator[subprocess.Popen[str]]:
    """Start a process and tell it its plan; on the way out, whatever happens, it is ended."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "generated"), str(ROOT)])}
    with errors.open("w", encoding="utf-8") as file:
        worker = subprocess.Popen(
            [sys.executable, "-m", "tests.soak.worker"],
            env=env,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stderr=file,
            text=True,
            # A Ctrl-C is for the parent, which ends the others.
            start_new_session=True,
        )
    try:
        if worker.stdin is not None:
            json.dump(plan, worker.stdin)
            worker.stdin.close()
        yield worker
    finally:
        worker.kill()
        worker.wait()


def _wait_for(name: str, worker: subprocess.Popen[str], ends: float) -> list[str]:
    try:
        status = worker.wait(max(0.1, ends - time.monotonic()))
    except subprocess.TimeoutExpired:
        return [f"{name} did not come to its end in time"]
    return [f"{name} ended with status {status}"] if status else []


def _call_once_more(sim: Simulator, store: str, where: str) -> None:
    """Call with the shared token: where that has ended, nobody may have fetched another yet."""
    made: TokenStore = (
        RedisTokenStore.from_url(where) if store == "redis" else FileTokenStore(where)
    )
    with WeComClient(sim.corp_id, sim.secret, base_url=sim.base_url, token_store=made) as wecom:
        methods(wecom).list(1, owner_filter={"userid_list": ["nobody"]})


def _read(log: Path) -> list[Entry]:
    if not log.exists():
        return []
    return [json.loads(line) for line in log.read_text("utf-8").splitlines() if line]


def report(outcome: Outcome, verdicts: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the table."""
    lines = [
        f"{len(outcome.reports)} processes, {outcome.store} store, {outcome.seconds:.1f} s:"
        f" {outcome.calls} calls, {outcome.calls / outcome.seconds:.0f} calls a second",
        "",
        *_table("faults", _hits(outcome.faults)),
        "",
        *_table("jobs", _jobs(outcome.reports)),
        "",
        *_table("tokens", _tokens(outcome.facts)),
        "",
        *_leaks(outcome.reports),
        "",
    ]
    for title, flaws in verdicts.items():
        lines.append(f"{title:<42} {f'VIOLATED ({len(flaws)})' if flaws else 'holds'}")
        lines += [f"    {flaw}" for flaw in flaws[:_SHOWN]]
    return lines


def _hits(faults: Sequence[Fault]) -> Mapping[str, object]:
    hits: Counter[str] = Counter()
    for fault in faults:
        hits["gettoken: " * (fault.operation == "gettoken") + fault.kind] += fault.hits
    return dict(sorted(hits.items()))


def _jobs(reports: Reports) -> Mapping[str, object]:
    entries = [entry for entries in reports.values() for entry in entries]
    counts = {}
    for job in JOBS:
        own = [entry for entry in entries if entry["job"] == job]
        broken = sum(_was_broken(entry) for entry in own)
        counts[job] = f"{len(own)}, {broken} of them with errors told"
    places = ("done", "failed", "unknown", "not_tried")
    batches = [entry for entry in entries if "new_owner" in entry]
    numbers = [f"{sum(len(entry[place]) for entry in batches)} {place}" for place in places]
    return {**counts, "groups handed over": ", ".join(numbers).replace("_", " ")}


def _was_broken(entry: Entry) -> bool:
    if entry["job"] == "get_many":
        return sum(error is not None for _, _, error in entry["got"]) > 1
    if entry["job"] == "join_way":
        return "unknown" in (entry["added"], entry["updated"], entry["deleted"])
    return bool(entry.get("error") or entry.get("errors"))


def _tokens(facts: Facts) -> Mapping[str, object]:
    return {
        "issued": facts.issued,
        "ended": facts.ended,
        "refused while alive": facts.refused,
        "gettoken asked": facts.asked,
        "of these struck by a fault": facts.asked_in_vain,
    }


def _leaks(reports: Reports) -> Iterator[str]:
    moments = ("before", "warm", "end", "after")
    yield f"{'leaks':<8}{'descriptors':<18}{'threads':<14}{'blocks':<34}MiB"
    for name, entries in reports.items():
        entry = next((one for one in entries if one["job"] == "leaks"), {})
        taken = [entry.get(moment, {}) for moment in moments]

        def row(what: str, taken: list[dict[str, int]] = taken, unit: int = 1) -> str:
            return " ".join(str(one[what] // unit) if one else "–" for one in taken)

        yield (
            f"{name:<8}{row('fds'):<18}{row('threads'):<14}{row('blocks'):<34}"
            f"{row('rss', unit=2**20)}"
        )


def _table(title: str, rows: Mapping[str, object]) -> list[str]:
    return [title, *(f"  {name:<30} {value}" for name, value in rows.items())]


def main(arguments: Sequence[str] | None = None) -> int:
    """Soak with each store; return the exit code, 2 where the specs lack an operation."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0, help="of all stores together")
    parser.add_argument("--processes", type=int, default=8)
    parser.add_argument("--store", choices=["file", "redis", "both"], default="both")
    parser.add_argument("--seed", type=int, default=1, help="another number: other faults")
    parser.add_argument("--small", action="store_true", help="some seconds, two processes")
    options = parser.parse_args(arguments)
    if options.store == "redis" and find_program() is None:
        parser.error(MISSING)
    prepare_command()
    if gone := reason(KNOWN):
        print(f"the soak calls every operation, and {gone}")
        return 2
    deadline = time.monotonic() + MOST_SECONDS
    stores = _stores(options.store)
    seconds = min(options.seconds, MOST_SECONDS - _GRACE_SECONDS) / len(stores)
    size = Size(options.processes, seconds)
    if options.small:
        size = Size(2, 1.0, owners=102, batches=2, ids=105)
    is_good = True
    for store in stores:
        # A small one is a test, and a test may take its time.
        grace = MOST_SECONDS if options.small else _GRACE_SECONDS
        ends = min(time.monotonic() + size.seconds + grace, deadline)
        with progress(f"soaking with the {store} store"):
            outcome = soak(size, store, options.seed, ends)
        verdicts = outcome.verdicts()
        print("\n".join(report(outcome, verdicts)), end="\n\n", flush=True)
        is_good = is_good and not any(verdicts.values())
    print("the soak holds" if is_good else "the soak does NOT hold")
    return 0 if is_good else 1


def _stores(wanted: str) -> list[str]:
    if wanted != "both":
        return [wanted]
    if find_program() is None:
        print(f"{MISSING}: the file store alone\n")
        return ["file"]
    return ["file", "redis"]


def run(command: Callable[[], int] = main) -> int:
    """Run the command; Ctrl-C ends it without a traceback, its processes having ended."""
    try:
        return command()
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(run())
