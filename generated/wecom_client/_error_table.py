# Generated from specs/errors.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""The platform's error codes: class, meaning and remedy of each."""

from __future__ import annotations

from ._runtime.errors import ErrorEntry

ERRORS: dict[int, ErrorEntry] = {
    -1: ErrorEntry("busy", "the platform is busy", "wait and send again, three sends altogether"),
    40001: ErrorEntry(
        "authentication",
        "the secret is wrong, or corpid and secret do not belong together",
        "check both; do not retry",
    ),
    40003: ErrorEntry(
        "parameter",
        "invalid userid",
        "1 to 64 characters, and present in the company's directory",
    ),
    40013: ErrorEntry("authentication", "invalid corpid", "check the company id"),
    40014: ErrorEntry("token", "invalid access_token", "fetch a new token, retry once"),
    40031: ErrorEntry(
        "parameter",
        "invalid list of userids",
        "check spelling and the application's visible range",
    ),
    40035: ErrorEntry("parameter", "invalid argument", "read errmsg"),
    40050: ErrorEntry("not_found", "the chat id does not exist", "check the id"),
    40058: ErrorEntry(
        "parameter",
        "malformed or out-of-range argument",
        "check JSON, types and lengths",
    ),
    40063: ErrorEntry(
        "parameter",
        "a required argument is empty or missing",
        "check the required fields and the HTTP method",
    ),
    40091: ErrorEntry(
        "authentication",
        "the secret belongs to another company",
        "check the secret",
    ),
    40096: ErrorEntry(
        "parameter",
        "invalid external contact userid",
        "use the id of this company or provider",
    ),
    40125: ErrorEntry("parameter", "invalid open userid", "check the id"),
    40128: ErrorEntry(
        "quota",
        "transferred too often within 90 days",
        "wait for the window to pass",
    ),
    40129: ErrorEntry("conflict", "a transfer of this customer is already running", "wait"),
    40143: ErrorEntry("permission", "the member taking over is blocked", "choose another member"),
    41001: ErrorEntry("token", "access_token is missing", "send it in the query, not in the body"),
    41002: ErrorEntry("authentication", "corpid is missing", "send corpid"),
    41004: ErrorEntry("authentication", "corpsecret is missing", "send corpsecret"),
    41009: ErrorEntry("parameter", "userid is missing", "send it"),
    41038: ErrorEntry("parameter", "scene is missing", "send scene"),
    41040: ErrorEntry("parameter", "invalid scene", "1 or 2"),
    41043: ErrorEntry("parameter", "config_id is missing", "send it"),
    41044: ErrorEntry("not_found", "invalid config_id", "only the creating application sees it"),
    41045: ErrorEntry(
        "quota",
        "the number of configured ways reached its limit",
        "delete unused ones",
    ),
    41091: ErrorEntry("parameter", "a join way may name at most 5 groups", "send 1 to 5 chat ids"),
    42001: ErrorEntry("token", "access_token expired", "fetch a new token, retry once"),
    42009: ErrorEntry("token", "suite_access_token expired", "fetch a new suite token"),
    45009: ErrorEntry(
        "rate_limit",
        "call frequency exceeded",
        "back off; the block lasts about as long as the limit's own window",
    ),
    45029: ErrorEntry("too_large", "the answer is too large", "narrow the filter or lower limit"),
    45031: ErrorEntry("authentication", "the secret is judged unsafe", "reset the secret"),
    45033: ErrorEntry("rate_limit", "too many calls at the same time", "lower the concurrency"),
    46004: ErrorEntry("not_found", "the user does not exist", "check the userid"),
    48001: ErrorEntry("permission", "the API is not granted to the application", "grant it"),
    48002: ErrorEntry(
        "permission",
        "the application may not call this API",
        "add it to the applications allowed to call customer contact",
    ),
    48006: ErrorEntry(
        "permission",
        "the grant was withdrawn",
        "an administrator must enable it again",
    ),
    49008: ErrorEntry("not_found", "the group was dismissed", "remove it from your list"),
    50001: ErrorEntry("permission", "the domain is not trusted", "register it"),
    50002: ErrorEntry("permission", "the member is outside the permitted range", "widen the range"),
    60011: ErrorEntry(
        "permission",
        "no permission for this member, department or tag",
        "widen the visible range",
    ),
    60020: ErrorEntry(
        "permission",
        "the caller's IP address is not allowed",
        "add the address to the trusted list",
    ),
    60021: ErrorEntry(
        "permission",
        "the userid is outside the application's visible range",
        "widen the visible range",
    ),
    60030: ErrorEntry(
        "permission",
        "outside the application's visible range",
        "widen the visible range",
    ),
    60111: ErrorEntry("not_found", "the userid does not exist", "check the userid"),
    81013: ErrorEntry(
        "permission",
        "all users, departments or tags are invalid or not permitted",
        "check them",
    ),
    81017: ErrorEntry(
        "too_large",
        "more than 1,000 people visible and no owner filter given",
        "pass owner_filter",
    ),
    84061: ErrorEntry(
        "not_found",
        "no such external contact relation",
        "the customer is no longer a contact",
    ),
    84074: ErrorEntry(
        "permission",
        "no external contact permission",
        "configure customer contact for the member",
    ),
    90500: ErrorEntry("conflict", "the owner of the group has not resigned", "use onjob_transfer"),
    90501: ErrorEntry("parameter", "the chat is not a customer group", "check the id"),
    90502: ErrorEntry("conflict", "the owner of the group has resigned", "use transfer"),
    90503: ErrorEntry(
        "conflict",
        "the group is full and nobody can be removed automatically",
        "confirm in the app",
    ),
    90504: ErrorEntry("conflict", "the new owner is already the owner", "nothing to do"),
    90507: ErrorEntry("conflict", "the group of a resigned member is being inherited", "wait"),
    90508: ErrorEntry(
        "conflict",
        "the group of a resigned member was inherited already",
        "nothing to do",
    ),
    90509: ErrorEntry("parameter", "not a customer group of this company", "check the id"),
    301002: ErrorEntry(
        "permission",
        "no permission for the application",
        "use that application's token",
    ),
    701101: ErrorEntry("parameter", "limit is above 1000", "1 to 1000"),
    701102: ErrorEntry("parameter", "more than 100 users", "at most 100"),
    701105: ErrorEntry("parameter", "invalid cursor", "use the cursor of the previous answer"),
}
