# Copied from templates/wecom_client/simulator/refusals.py: edit that file, then run 'make generate'.
"""Refusals: which of the platform's error codes a call ends with, and the text around it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from .._runtime.problems import Problem

ProblemCodes = Mapping[tuple[str, str], int]
"""(field, rule) → error code; the field's path stands without indices."""

MALFORMED = 40058
EMPTY_OR_MISSING = 40063

_CODES_BY_RULE = {
    "required": EMPTY_OR_MISSING,
    "minItems": EMPTY_OR_MISSING,
    "minLength": EMPTY_OR_MISSING,
    "requiredUnlessGiven": EMPTY_OR_MISSING,
    "requiredWhen": EMPTY_OR_MISSING,
}
_FILE_CODES = {"required": 44001, "minBytes": 40006, "maxBytes": 45001, "fileFormats": 40004}
_INDEX = re.compile(r"\[\d+\]")
_SHOWN = 10


def codes_of_file(field: str) -> ProblemCodes:
    """Return the codes of a file that is missing, or not of the size or format it should be of."""
    return {(field, rule): code for rule, code in _FILE_CODES.items()}


class RefusalError(Exception):
    """The whole call is refused with an error code of the platform."""

    def __init__(self, errcode: int, detail: str) -> None:
        """Refuse with `errcode`; `detail` opens the `errmsg`."""
        super().__init__(errcode, detail)
        self.errcode = errcode
        self.detail = detail

    def answer(self, hint: str) -> dict[str, Any]:
        """Return the answer that the platform gives, its hint and address included."""
        address = f"https://open.work.weixin.qq.com/devtool/query?e={self.errcode}"
        errmsg = f"{self.detail}, hint: [{hint}], from ip: 127.0.0.1, more info at {address}"
        return {"errcode": self.errcode, "errmsg": errmsg}


def refusal_of(problems: Sequence[Problem], codes: ProblemCodes) -> RefusalError:
    """Return the refusal for a request that broke its spec.

    The first problem decides the code: the operation's own for that field and rule, else 40063 for
    what is missing or empty, else 40058. The `errmsg` tells all of them.
    """
    first = problems[0]
    own = codes.get((_INDEX.sub("", first.path), first.rule))
    errcode = own if own is not None else _CODES_BY_RULE.get(first.rule, MALFORMED)
    told = "; ".join(map(str, problems[:_SHOWN]))
    rest = len(problems) - _SHOWN
    return RefusalError(errcode, f"{told}; and {rest} more" if rest > 0 else told)
