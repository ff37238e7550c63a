"""`pytest --fast`: tests that need neither the engines nor a browser nor another process, for every minute of the day.

Which these are is seen from what they take: those with a fixture of `STARTING` are left out, and one that starts a
process by itself is skipped when it does so.
"""

import sys
from collections.abc import Generator, Mapping
from pathlib import Path

import pytest

from tests.fixtures_on_demand import SHARED, conftests_of, fixtures_of, functions_of, needed_by, parameters, path_of

STARTING = frozenset({"engines", "seaweedfs", "browser"})
"""The fixtures at the bottom of all others that take long to start."""
CMS_PROCESS = "tests.journeys.cms_process"
STARTS_A_PROCESS = ("subprocess.Popen", "os.posix_spawn", "os.fork")
_testing = False


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--fast", action="store_true", help="only tests that need no engine, browser or other process")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("fast"):
        sys.addaudithook(_skip_what_starts_a_process)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """A module of nothing but tests that are left out need not be imported."""
    if config.getoption("fast") and collection_path.name.startswith("test_") and collection_path.suffix == ".py":
        return is_all_slow(collection_path) or None


def is_all_slow(module: Path) -> bool:
    """As far as parameters and imports show it; what marks ask for is seen when the module has been imported."""
    if CMS_PROCESS in needed_by(module):
        return True
    places = [*map(path_of, SHARED), *conftests_of(module), module]
    asked = {name: fixtures for place in places for name, fixtures in fixtures_of(place).items()}
    tests = [each for each in functions_of(module) if each.name.startswith("test_")]
    return bool(tests) and all(STARTING & _closure(parameters(test), asked) for test in tests)


def _closure(names: frozenset[str], asked: Mapping[str, frozenset[str]]) -> set[str]:
    reached, waiting = set[str](), list(names)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += asked.get(name, ())
    return reached


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("fast"):
        slow = [item for item in items if STARTING & set(getattr(item, "fixturenames", ()))]
        config.hook.pytest_deselected(items=slow)
        left_out = set(slow)
        items[:] = [item for item in items if item not in left_out]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """Libraries ask other programs about this machine when they are imported: that is no test's doing."""
    global _testing
    _testing = True
    try:
        return (yield)
    finally:
        _testing = False


def _skip_what_starts_a_process(event: str, _arguments: tuple[object, ...]) -> None:
    if _testing and event in STARTS_A_PROCESS:
        pytest.skip("starts a process, which --fast leaves out")
