"""A journey that fails is tried once more, as Playwright's own runner does in CI: a browser on a busy machine loses a
click now and then. Three at the most in a run, so that what is broken stays red; what failed first is printed."""

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "journeys" in item.path.parts or "open_page" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.flaky(reruns=1))
