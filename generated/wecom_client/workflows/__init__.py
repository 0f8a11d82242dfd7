# Copied from templates/wecom_client/workflows/__init__.py: edit that file, then run 'make generate'.
"""Workflows: what programs do with several operations, one module each, for either client.

A function of a workflow takes a client first. With a `WeComClient` it returns its result; with an
`AsyncWeComClient` it is awaited:

    members = members_of_groups(wecom, chat_ids)
    members = await members_of_groups(wecom, chat_ids)

Each module is there where the specs have the operations that stand in its `OPERATIONS`; importing
one that was left out says which the specs lack. Nothing here is imported by `import wecom_client`.
"""

from ._results import Collected, IncompleteError

__all__ = ["Collected", "IncompleteError"]
