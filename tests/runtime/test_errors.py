"""Errors: what they carry and say, and that they travel."""

from __future__ import annotations

import copy
import json
import pickle
import re
import subprocess
import sys

import pytest

import wecom_client
from wecom_client import (
    APIError,
    BatchError,
    BatchResult,
    Failure,
    JournalError,
    ParameterError,
    PartialFailureError,
    Problem,
    ResponseError,
    TransportError,
    WeComError,
)

from ..declarations import ErrorEntry, ErrorTable
from ..flows import KINDS, LANGUAGES, WORDINGS, api_error, error_entry
from ..generator.package import ROOT

PAGE = "https://developer.work.weixin.qq.com/document/path/92127"
TRANSFER = "externalcontact/groupchat/transfer"
PROBLEMS = [Problem("chat_id_list", "minItems", "is empty"), Problem("new_owner", "type", "is int")]
TABLE = {90500: ErrorEntry("conflict", "the owner has not resigned", "use onjob_transfer")}
SAMPLES = [
    WeComError("something"),
    ParameterError(TRANSFER, PROBLEMS, PAGE),
    api_error(90500, "not resigned", TRANSFER, PAGE, TABLE),
    api_error(-1, "busy", TRANSFER, PAGE, {}, after_unknown=True),
    api_error(-1, "busy", TRANSFER, PAGE, {}, after_unknown=True, language="zh"),
    TransportError("no answer came", TRANSFER, "unknown", 502, PAGE),
    ResponseError("HTML", TRANSFER, PAGE),
    PartialFailureError(TRANSFER, [Failure("wr1", 90500, "x", "meaning", "remedy")], PAGE),
    PartialFailureError(TRANSFER, [Failure("wr1", 90500, "x", "meaning", "remedy")], PAGE, "zh"),
    BatchError("stopped", TRANSFER, BatchResult(["wr1"], [], [], [], None, []), PAGE),
    BatchError("stopped", TRANSFER, BatchResult(["wr1"], [], [], [], None, []), PAGE, "zh"),
    JournalError("is not what a job wrote", "/var/job.jsonl", 3, "look", TRANSFER, PAGE),
]
NAMES = [f"{type(one).__name__}-{getattr(one, 'language', '')}" for one in SAMPLES]


@pytest.mark.parametrize("error", SAMPLES, ids=NAMES)
def test_an_error_that_was_pickled_is_the_same_error(error: WeComError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert again == error
    assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))


@pytest.mark.parametrize("error", SAMPLES, ids=NAMES)
def test_an_error_copies_without_its_history(error: WeComError) -> None:
    try:
        raise error from KeyError("history")
    except WeComError as raised:
        twin = copy.copy(raised)
    assert twin == error
    assert (twin.__cause__, twin.__context__, twin.__traceback__) == (None, None, None)


@pytest.mark.parametrize("error", SAMPLES, ids=NAMES)
def test_an_error_can_be_hashed_whatever_it_carries(error: WeComError) -> None:
    assert {error: 1}[copy.copy(error)] == 1


def test_errors_of_other_classes_or_content_differ() -> None:
    assert len(set(SAMPLES)) == len(SAMPLES)
    assert SAMPLES[1] != PROBLEMS


@pytest.mark.parametrize("error", SAMPLES[1:], ids=NAMES[1:])
def test_the_text_names_operation_and_page(error: WeComError) -> None:
    assert TRANSFER in str(error)
    assert PAGE in str(error)


def test_no_page_is_named_where_there_is_none() -> None:
    assert "see" not in str(ParameterError("call", PROBLEMS, ""))


def test_a_parameter_error_lists_every_problem_on_a_line_of_its_own() -> None:
    error = ParameterError(TRANSFER, PROBLEMS, PAGE)
    assert isinstance(error, ValueError)
    assert error.problems == tuple(PROBLEMS)
    lines = str(error).splitlines()
    assert "chat_id_list: is empty [minItems]" in lines[1]
    assert "new_owner: is int [type]" in lines[2]


def test_an_api_error_says_what_the_table_knows_and_what_the_platform_wrote() -> None:
    error = api_error(90500, "hint: [1]", TRANSFER, PAGE, TABLE)
    assert (error.errcode, error.errmsg, error.operation) == (90500, "hint: [1]", TRANSFER)
    assert (error.meaning, error.remedy, error.doc_url) == (
        "the owner has not resigned",
        "use onjob_transfer",
        PAGE,
    )
    for part in ("90500", error.meaning, error.remedy, error.errmsg):
        assert part in str(error)


@pytest.mark.parametrize(
    ("errclass", "name"),
    [
        ("authentication", "AuthenticationError"),
        ("token", "TokenError"),
        ("permission", "PermissionDeniedError"),
        ("rate_limit", "RateLimitError"),
        ("busy", "BusyError"),
        ("quota", "QuotaError"),
        ("not_found", "NotFoundError"),
        ("conflict", "ConflictError"),
        ("parameter", "InvalidRequestError"),
        ("too_large", "TooLargeError"),
    ],
)
def test_the_class_column_chooses_the_class(errclass: str, name: str) -> None:
    table = {7: ErrorEntry(errclass, "meaning", "remedy")}
    assert type(api_error(7, "", TRANSFER, PAGE, table)) is getattr(wecom_client, name)


def test_every_class_is_a_word_of_the_specs_a_public_name_and_documented() -> None:
    errors = sys.modules[APIError.__module__]
    row = json.loads((ROOT / "specs/errors.schema.json").read_text("utf-8"))["additionalProperties"]
    words = row["properties"]["class"]["enum"]
    tables = [{7: ErrorEntry(word, "meaning", "remedy")} for word in words]
    chosen = {type(api_error(7, "", TRANSFER, PAGE, table)).__name__ for table in tables}
    defined = {name for name, one in vars(errors).items()
               if isinstance(one, type) and issubclass(one, APIError)}  # fmt: skip
    assert chosen == defined
    assert len(chosen) == len(words)
    assert defined <= {*wecom_client.__all__}
    pages = [
        (ROOT / f"docs/{page}").read_text("utf-8") for page in ("errors.md", "zh-CN/errors.md")
    ]
    for text in (errors.__doc__ or "", *pages):
        assert [name for name in defined if not re.search(rf"\b{name}\b", text)] == []


def test_a_code_that_the_table_lacks_is_a_plain_api_error_with_advice() -> None:
    error = api_error(99999, "", TRANSFER, PAGE, TABLE)
    assert type(error) is APIError
    assert error.meaning
    assert error.remedy


@pytest.mark.parametrize("code", [*KINDS, 99999])
def test_what_no_table_says_is_said_in_chinese_too(code: int) -> None:
    english, chinese = (error_entry(code, {}, language) for language in LANGUAGES)
    assert english.errclass == chinese.errclass
    assert english.meaning.isascii()
    assert english.remedy.isascii()
    assert not chinese.meaning.isascii()
    assert not chinese.remedy.isascii()


def test_a_table_without_chinese_is_read_in_english() -> None:
    assert error_entry(90500, TABLE, "zh") == TABLE[90500]


def test_an_error_table_is_loaded_once_and_by_the_first_look_up_alone() -> None:
    loaded: list[int] = []

    def load() -> dict[int, ErrorEntry]:
        loaded.append(1)
        return TABLE

    table = ErrorTable(load)
    assert loaded == []
    assert error_entry(90500, table) == TABLE[90500]
    assert table.get(1) is None
    assert (list(table), len(table), 90500 in table) == ([90500], 1, True)
    assert loaded == [1]


def test_importing_the_package_loads_no_text_of_an_error() -> None:
    code = (
        "import sys, wecom_client, wecom_client.externalcontact.groupchat as group\n"
        "texts = {'wecom_client._error_codes', 'wecom_client._runtime.wording'}\n"
        "print(*texts & sys.modules.keys())\n"
        "from tests.model import ERRORS\n"
        "print(ERRORS[40014].errclass, *texts & sys.modules.keys())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=300, check=True
    )
    assert done.stdout.splitlines() == ["", "token wecom_client._error_codes"]


def test_an_errcode_of_any_kind_has_an_entry() -> None:
    assert error_entry("90500", TABLE) == TABLE[90500]
    assert error_entry([1], TABLE) == error_entry(None, TABLE) == error_entry(123, TABLE)


def test_a_transport_error_says_whether_a_second_call_is_safe() -> None:
    not_sent = TransportError("no connection", TRANSFER, "not_sent")
    unknown = TransportError("no answer", TRANSFER, "unknown", 502)
    assert (not_sent.outcome, not_sent.status) == ("not_sent", None)
    assert (unknown.outcome, unknown.status) == ("unknown", 502)
    assert "nothing was carried out" in str(not_sent)
    assert "may have been carried out" in str(unknown)


def test_the_outcome_of_a_response_error_is_unknown() -> None:
    assert ResponseError("HTML", TRANSFER).outcome == "unknown"


def test_a_partial_failure_names_each_element_with_code_and_remedy() -> None:
    failures = [
        Failure("wr1", 90500, "", "not resigned", "wait"),
        Failure("wr2", 90501, "", "", ""),
    ]
    error = PartialFailureError(TRANSFER, failures, PAGE)
    assert error.failures == tuple(failures)
    lines = str(error).splitlines()
    assert "wr1" in lines[1]
    assert "90500" in lines[1]
    assert "wait" in lines[1]
    assert "wr2" in lines[2]


def test_every_language_has_words_of_its_own_with_the_same_places() -> None:
    english, chinese = WORDINGS["en"], WORDINGS["zh"]
    for name, one, other in zip(english._fields, english, chinese, strict=True):
        if isinstance(one, str) and isinstance(other, str):
            assert re.findall(r"{\w*}", one) == re.findall(r"{\w*}", other), name
