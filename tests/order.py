"""In which order the workers of a run take its files: those that take minutes first, so that all workers end together.

Left to itself, xdist begins with the files of many tests, and these are the quick ones.
"""

from pathlib import PurePath

import pytest

SLOWEST = ("journeys", "engines"), ("embedded", "platform")
"""Folders: those of browsers, then those that start engines or install."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: turn(item.path))


def turn(path: PurePath) -> int:
    """The lower, the earlier."""
    return next((at for at, folders in enumerate(SLOWEST) if {*folders} & {*path.parts}), len(SLOWEST))
