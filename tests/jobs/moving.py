"""A server that moves things, and the things: for tests of batches."""

from __future__ import annotations

from typing import Any

from wecom_client import Request

from ..exchange import NoReply, Reply


def ids(first: int, last: int) -> list[str]:
    return [f"i{number}" for number in range(first, last)]


class Store:
    """A server that moves things; a script says what becomes of a call beside that."""

    def __init__(self, script: dict[int, Any] | None = None, quota: int = 10**6) -> None:
        self.moved: list[str] = []
        self.held: set[str] = set()
        self.script = script or {}
        self.quota = quota
        self.calls = 0

    def __call__(self, request: Request) -> Any:
        self.calls += 1
        fault = self.script.get(self.calls)
        if fault == "before":
            return NoReply("lost", "the line broke")
        if isinstance(fault, (dict, Reply, NoReply, BaseException)):
            return fault
        answer = self.move(request)
        return NoReply("lost", "the line broke") if fault == "after" else answer

    def move(self, request: Request) -> dict[str, Any]:
        assert request.json is not None
        failed = []
        for thing in request.json["thing_ids"]:
            code = self.objection(thing)
            if code:
                failed.append({"thing_id": thing, "errcode": code, "errmsg": f"no: {thing}"})
            else:
                self.moved.append(thing)
        return {"failed": failed}

    def objection(self, thing: str) -> int:
        if thing in self.moved:
            return 7001
        if thing in self.held:
            return 7002
        return 7003 if len(self.moved) >= self.quota else 0


def refused(thing: str, code: object = 7002) -> dict[str, Any]:
    return {"thing_id": thing, "errcode": code, "errmsg": "no"}
