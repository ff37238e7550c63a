"""What stands in the headers of a mail, so that nothing in it ends its line."""

import re
from email.headerregistry import HeaderRegistry
from email.policy import SMTP
from functools import cache
from typing import Any

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
LONGEST_SUBJECT = 200


class _Headers(HeaderRegistry):
    """Python's own makes a new class for every header of every mail."""

    def __getitem__(self, name: str) -> Any:
        return _kind_of_header(name)


@cache
def _kind_of_header(name: str) -> Any:
    return HeaderRegistry()[name]


POLICY = SMTP.clone(header_factory=_Headers())


def shortened_line(subject: str) -> str:
    line = one_line(subject)
    return line if len(line) <= LONGEST_SUBJECT else line[: LONGEST_SUBJECT - 1] + "…"


def one_line(text: str) -> str:
    """Nothing in a header may end its line."""
    return " ".join(CONTROL.sub(" ", text).split())
