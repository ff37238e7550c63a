"""A test that fails is tried once more, as Playwright's own runner does in CI: on a busy machine a browser loses a
click, and another process is late, now and then. Three at the most in a run (`pyproject.toml`): what is broken stays
red. What failed first is printed with its traceback. A property fails again: Hypothesis keeps the example."""

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(pytest.mark.flaky(reruns=1))
