"""What generated modules are made of, for tests that declare operations of their own.

With it how the client makes their answers: in a language, or one of the answers of many calls.
"""

from __future__ import annotations

from wecom_client._runtime.answers import (
    Answer,
    PartialAnswer,
    answer_in,
    language_of,
    merged_answer,
)
from wecom_client._runtime.checks import (
    Anything,
    Array,
    Binary,
    Boolean,
    Check,
    Day,
    Flag,
    Integer,
    Number,
    Object,
    String,
)
from wecom_client._runtime.cross_field import (
    FileFormats,
    ForbiddenWhenGiven,
    IgnoredUnless,
    IgnoredWhenGiven,
    NotBefore,
    RequiredUnlessGiven,
    RequiredWhen,
)
from wecom_client._runtime.errcodes import ErrorEntry, ErrorTable
from wecom_client._runtime.file_formats import BEGINNINGS
from wecom_client._runtime.jobs.declarations import Batch, Bulk, Pagination, Window
from wecom_client._runtime.namespace import AsyncNamespace, Namespace
from wecom_client._runtime.problems import Report
from wecom_client._runtime.records import Record, many, one, renamed, value_of, values
from wecom_client._runtime.request import accepted

__all__ = [
    "BEGINNINGS",
    "Answer",
    "Anything",
    "Array",
    "AsyncNamespace",
    "Batch",
    "Binary",
    "Boolean",
    "Bulk",
    "Check",
    "Day",
    "ErrorEntry",
    "ErrorTable",
    "FileFormats",
    "Flag",
    "ForbiddenWhenGiven",
    "IgnoredUnless",
    "IgnoredWhenGiven",
    "Integer",
    "Namespace",
    "NotBefore",
    "Number",
    "Object",
    "Pagination",
    "PartialAnswer",
    "Record",
    "Report",
    "RequiredUnlessGiven",
    "RequiredWhen",
    "String",
    "Window",
    "accepted",
    "answer_in",
    "language_of",
    "many",
    "merged_answer",
    "one",
    "renamed",
    "value_of",
    "values",
]
