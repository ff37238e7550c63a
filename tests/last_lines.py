"""What a run has to say at its end, however many processes it had: a test calls `say_at_the_end("…")`."""

from collections.abc import Callable
from typing import Any

import pytest

SAID = "said at the end"
SayAtTheEnd = Callable[[str], None]


@pytest.fixture
def say_at_the_end(record_property: Callable[[str, object], None]) -> SayAtTheEnd:
    """Properties of reports are what xdist's workers hand to the process that prints."""
    return lambda line: record_property(SAID, line)


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: Any) -> None:
    reports = [report for found in terminalreporter.stats.values() for report in found]
    properties = [one for report in reports for one in getattr(report, "user_properties", ())]
    for line in sorted({str(value) for name, value in properties if name == SAID}):
        terminalreporter.write_line(line)
