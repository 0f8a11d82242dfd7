"""Names of classes in programs of these tests, as today's specs have them."""

from __future__ import annotations

import inspect
import re
from typing import Any

from ..model import module_of


def with_names_of_the_specs(program: str) -> str:
    """Return a program in which classes that stand for shapes are called as the specs call them.

    Where the specs lack an operation that has such a class, the test is skipped.
    """
    failed = inspect.get_annotations(module_of("transfer").TransferAnswer)["failed_chat_list"]
    shared = inspect.get_annotations(module_of("list").build_request)["owner_filter"]
    own = inspect.get_annotations(module_of("statistic").build_request)["owner_filter"]
    program = re.sub(r"\bOwnerFilterParam(?= as\b)", _class_in(own), program)
    program = re.sub(r"\bOwnerFilterParam\b(?! as\b)", _class_in(shared), program)
    return re.sub(r"\bFailedChat\b", _class_in(failed), program)


def _class_in(annotation: Any) -> str:
    """Return the class that an annotation such as `tuple[FailedChat, ...]` names."""
    [name] = re.findall(r"\b(?!None\b)[A-Z]\w+", annotation)
    return str(name)
