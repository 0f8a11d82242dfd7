"""The matrix: faults, and how a call of a repeatable and of any other operation ends under them.

It follows from few rules. An outcome that nobody knows (`…_before` and `…_after` look the same to
the client) is tried again up to three sends where the operation may be repeated, else not. -1 is
tried three times, 45009, 45036 and 45033 up to six times, and so are 45035 and 6000 where the
operation may be repeated; a token is renewed once a call. What may have been carried out is never
told as not carried out, whatever comes after it. HTTP 3xx and 4xx mean that nothing was done, so
there is none of them after the work.
"""

from __future__ import annotations

from .table_format import Row, row

WARM: tuple[Row, ...] = (
    row("nothing goes wrong", "", "ok 1 1"),
    # refusals that pass
    row("busy once", "error(-1)@1", "ok 2 1"),
    row("busy twice", "error(-1)@1,2", "ok 3 1"),
    row("busy always", "error(-1)", "BusyError 3 0"),
    row("45009 once", "error(45009)@1", "ok 2 1"),
    row("45009 always", "error(45009)", "RateLimitError 6 0"),
    row("45036 once", "error(45036)@1", "ok 2 1"),
    row("45036 always", "error(45036)", "RateLimitError 6 0"),
    row("45033 once", "error(45033)@1", "ok 2 1"),
    row("45033 always", "error(45033)", "RateLimitError 6 0"),
    row("busy, 45009, 45033", "error(-1)@1 error(45009)@2 error(45033)@3", "ok 4 1"),
    row("45035 once", "error(45035)@1", "ok 2 1", "ConflictError 1 0"),
    row("45035 always", "error(45035)", "ConflictError 6 0", "ConflictError 1 0"),
    row("6000 once", "error(6000)@1", "ok 2 1", "ConflictError 1 0"),
    row("6000 always", "error(6000)", "ConflictError 6 0", "ConflictError 1 0"),
    row("busy, 45035", "error(-1)@1 error(45035)@2", "ok 3 1", "ConflictError 2 0"),
    # refusals that are final
    row("40001", "error(40001)", "AuthenticationError 1 0"),
    row("41001", "error(41001)", "TokenError 1 0"),
    row("60030", "error(60030)", "PermissionDeniedError 1 0"),
    row("48011", "error(48011)", "PermissionDeniedError 1 0"),
    row("610023", "error(610023)", "QuotaError 1 0"),
    row("610024", "error(610024)", "PermissionDeniedError 1 0"),
    row("40128", "error(40128)", "QuotaError 1 0"),
    row("40050", "error(40050)", "NotFoundError 1 0"),
    row("90504", "error(90504)", "ConflictError 1 0"),
    row("40058", "error(40058)", "InvalidRequestError 1 0"),
    row("45029", "error(45029)", "TooLargeError 1 0"),
    row("a code that nobody knows", "error(987654)", "APIError 1 0"),
    row("redirect", "status_before(302)", "not_sent 1 0"),
    row("HTTP 400", "status_before(400)", "not_sent 1 0"),
    row("HTTP 404", "status_before(404)", "not_sent 1 0"),
    row("HTTP 429", "status_before(429)", "not_sent 1 0"),
    # tokens
    row("token refused once", "refuse_token@1", "ok 2 1 +1"),
    row("token refused always", "refuse_token", "TokenError 2 0 +1"),
    row("token ends", "expire_token@1", "ok 2 1 +1"),
    row("each token ends", "expire_token", "TokenError 2 0 +1"),
    row("40014 of another cause", "error(40014)", "TokenError 2 0 +1"),
    # outcomes that nobody knows
    row("drop before, once", "drop_before@1", "ok 2 1", "unknown 1 0"),
    row("drop before, always", "drop_before", "unknown 3 0", "unknown 1 0"),
    row("drop after, once", "drop_after@1", "ok 2 2", "unknown 1 1"),
    row("drop after, twice", "drop_after@1,2", "ok 3 3", "unknown 1 1"),
    row("drop after, always", "drop_after", "unknown 3 3", "unknown 1 1"),
    row("reset before, once", "drop_before(reset)@1", "ok 2 1", "unknown 1 0"),
    row("reset before, always", "drop_before(reset)", "unknown 3 0", "unknown 1 0"),
    row("reset after, once", "drop_after(reset)@1", "ok 2 2", "unknown 1 1"),
    row("reset after, always", "drop_after(reset)", "unknown 3 3", "unknown 1 1"),
    row("cut before, once", "cut_before@1", "ok 2 1", "unknown 1 0"),
    row("cut before, always", "cut_before", "unknown 3 0", "unknown 1 0"),
    row("cut after, once", "cut_after@1", "ok 2 2", "unknown 1 1"),
    row("cut after, always", "cut_after", "unknown 3 3", "unknown 1 1"),
    row("500 before, once", "status_before(500)@1", "ok 2 1", "unknown 1 0"),
    row("502 before, always", "status_before(502)", "unknown 3 0", "unknown 1 0"),
    row("503 after, once", "status_after(503)@1", "ok 2 2", "unknown 1 1"),
    row("504 after, always", "status_after(504)", "unknown 3 3", "unknown 1 1"),
    row("HTML before, once", "html_before@1", "ok 2 1", "garbled 1 0"),
    row("HTML before, always", "html_before", "garbled 3 0", "garbled 1 0"),
    row("HTML after, once", "html_after@1", "ok 2 2", "garbled 1 1"),
    row("HTML after, always", "html_after", "garbled 3 3", "garbled 1 1"),
    row("empty before, once", "empty_before@1", "ok 2 1", "garbled 1 0"),
    row("empty before, always", "empty_before", "garbled 3 0", "garbled 1 0"),
    row("empty after, once", "empty_after@1", "ok 2 2", "garbled 1 1"),
    row("empty after, always", "empty_after", "garbled 3 3", "garbled 1 1"),
    row("garbage before, once", "garbage_before@1", "ok 2 1", "garbled 1 0"),
    row("garbage before, always", "garbage_before", "garbled 3 0", "garbled 1 0"),
    row("garbage after, once", "garbage_after@1", "ok 2 2", "garbled 1 1"),
    row("garbage after, always", "garbage_after", "garbled 3 3", "garbled 1 1"),
    row("slow before, once", "slow_before(0.6)@1", "ok 2 2", "unknown 1 1"),
    row("slow before, always", "slow_before(0.6)", "unknown 3 3", "unknown 1 1"),
    row("slow after, once", "slow_after(0.6)@1", "ok 2 2", "unknown 1 1"),
    row("slow after, always", "slow_after(0.6)", "unknown 3 3", "unknown 1 1"),
    # one after the other
    row("lost, HTML", "drop_after@1 html_after@2", "ok 3 3", "unknown 1 1"),
    row("lost, lost, HTML", "drop_after@1,2 html_before@3", "garbled 3 2", "unknown 1 1"),
    row("HTML, cut, lost", "html_after@1 cut_before@2 drop_after@3", "unknown 3 2", "garbled 1 1"),
    row("lost, busy", "drop_after@1 error(-1)@2", "ok 3 2", "unknown 1 1"),
    row("lost, busy ever after", "drop_after@1 error(-1)", "unknown 4 1", "unknown 1 1"),
    row("lost, 45009 ever after", "drop_before@1 error(45009)", "unknown 6 0", "unknown 1 0"),
    row("lost, 404", "drop_after@1 status_before(404)@2", "unknown 2 1", "unknown 1 1"),
    row("lost, 60030", "drop_after@1 error(60030)@2", "PermissionDeniedError? 2 1", "unknown 1 1"),
    row("lost, 45035", "drop_after@1 error(45035)@2", "ok 3 2", "unknown 1 1"),
    row("lost, 6000 ever after", "drop_after@1 error(6000)", "ConflictError? 6 1", "unknown 1 1"),
    row("lost, token refused", "drop_after@1 refuse_token@2", "ok 3 2 +1", "unknown 1 1"),
    row(
        "lost, token refused twice",
        "drop_after@1 refuse_token@2,3",
        "TokenError? 3 1 +1",
        "unknown 1 1",
    ),
    row("busy, lost", "error(-1)@1 drop_after@2", "ok 3 2", "unknown 2 1"),
    row("45009, HTML", "error(45009)@1 html_after@2", "ok 3 2", "garbled 2 1"),
    row("token refused, lost", "refuse_token@1 drop_after@2", "ok 3 2 +1", "unknown 2 1 +1"),
    row("token ends, lost before", "expire_token@1 drop_before@2", "ok 3 1 +1", "unknown 2 0 +1"),
    row("token refused, 60030", "refuse_token@1 error(60030)@2", "PermissionDeniedError 2 0 +1"),
    row("token ends, busy", "expire_token@1 error(-1)@2", "ok 3 1 +1"),
    row("45009, busy, token ends", "error(45009)@1 error(-1)@2 expire_token@3", "ok 4 1 +1"),
    # no new token to be had
    row("token ends, no other", "expire_token@1 gettoken:drop_after", "not_sent 1 0 +3"),
    row(
        "token ends, secret wrong",
        "expire_token@1 gettoken:error(40001)",
        "AuthenticationError 1 0 +1",
    ),
    row(
        "lost, token ends, no other",
        "drop_after@1 expire_token@2 gettoken:drop_before",
        "unknown 2 1 +3",
        "unknown 1 1",
    ),
    row(
        "lost, token ends, secret wrong",
        "drop_after@1 expire_token@2 gettoken:error(40001)",
        "unknown 2 1 +1",
        "unknown 1 1",
    ),
)
"""Calls of a client that has a token."""

COLD: tuple[Row, ...] = (
    row("no token yet", "", "ok 1 1 +1"),
    *(
        row(f"gettoken: {kind}, once", f"gettoken:{kind}@1", "ok 1 1 +2")
        for kind in (
            "error(-1)",
            "error(45009)",
            "error(45033)",
            "error(45035)",
            "drop_before",
            "drop_after",
            "drop_after(reset)",
            "cut_after",
            "html_after",
            "status_after(503)",
            "empty_before",
            "garbage_after",
        )
    ),
    *(
        row(f"gettoken: {kind}, always", f"gettoken:{kind}", "not_sent 0 0 +3")
        for kind in (
            "drop_before",
            "drop_before(reset)",
            "cut_before",
            "html_before",
            "status_before(500)",
            "empty_after",
            "garbage_before",
        )
    ),
    row("gettoken: busy always", "gettoken:error(-1)", "BusyError 0 0 +3"),
    row("gettoken: 45009 always", "gettoken:error(45009)", "RateLimitError 0 0 +6"),
    row("gettoken: 6000 always", "gettoken:error(6000)", "ConflictError 0 0 +6"),
    row("gettoken: 40001", "gettoken:error(40001)", "AuthenticationError 0 0 +1"),
    row("gettoken: 40014", "gettoken:error(40014)", "TokenError 0 0 +1"),
    row("gettoken: a code that nobody knows", "gettoken:error(987654)", "APIError 0 0 +1"),
    row("gettoken: 302", "gettoken:status_before(302)", "not_sent 0 0 +1"),
    row("gettoken: 404", "gettoken:status_before(404)", "not_sent 0 0 +1"),
    row("gettoken slow, once", "gettoken:slow_before(0.6)@1", "ok 1 1 +2"),
    row("gettoken slow, always", "gettoken:slow_after(0.6)", "not_sent 0 0 +3"),
    row(
        "gettoken late, call lost",
        "gettoken:drop_after@1 drop_after@1",
        "ok 2 2 +2",
        "unknown 1 1 +2",
    ),
)
"""First calls of a client; nothing is sent before there is a token."""
