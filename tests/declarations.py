"""What generated modules are made of, for tests that declare operations of their own."""

from __future__ import annotations

from wecom_client._runtime.answers import Answer, PartialAnswer
from wecom_client._runtime.checks import (
    Anything,
    Array,
    Boolean,
    Check,
    Day,
    Flag,
    Integer,
    Number,
    Object,
    String,
)
from wecom_client._runtime.cross_field import IgnoredUnless, NotBefore
from wecom_client._runtime.errcodes import ErrorEntry
from wecom_client._runtime.jobs.declarations import Batch, Bulk, Pagination, Window
from wecom_client._runtime.namespace import AsyncNamespace, Namespace
from wecom_client._runtime.problems import Report
from wecom_client._runtime.records import Record, many, one, renamed, values

__all__ = [
    "Answer",
    "Anything",
    "Array",
    "AsyncNamespace",
    "Batch",
    "Boolean",
    "Bulk",
    "Check",
    "Day",
    "ErrorEntry",
    "Flag",
    "IgnoredUnless",
    "Integer",
    "Namespace",
    "NotBefore",
    "Number",
    "Object",
    "Pagination",
    "PartialAnswer",
    "Record",
    "Report",
    "String",
    "Window",
    "many",
    "one",
    "renamed",
    "values",
]
