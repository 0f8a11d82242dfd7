# Copied from templates/wecom_client/_runtime/jobs/__init__.py: edit that file, then run 'make generate'.
"""Whole jobs of more calls than one: paging, batching, splitting and bulk reads.

A job is described by data in an operation's module (`Pagination`, `Batch`, `Bulk`, `Window`); what
it sends next is decided here without I/O, and carried out by the synchronous and the asynchronous
client alike.
"""
