"""A whole run over few items: servers started, every query measured, the report complete."""

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from rich.progress import Progress

from benchmarks.figures import Results
from benchmarks.report import COLUMNS, growths, markdown, tables
from benchmarks.run import Plan, run_on
from cms.kernel.engines import EngineAddresses
from cms.kernel.services import Services
from tests.benchmarks.conftest import ITEMS

NAMES = ["news list", "late news page", "edition page", "deep edition list"]
ROUNDS = 2


@pytest.fixture(scope="module")
async def measured(
    loaded_services: Services, addresses: EngineAddresses, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Results, str]:
    """The results of a run, and the machine."""
    plan = Plan([ITEMS], seconds=0.01, rounds=ROUNDS, connections=2)
    logs: Path = tmp_path_factory.mktemp("logs")
    return await run_on(plan, addresses, logs, Progress(disable=True))


def test_every_query_is_measured_in_every_round(measured: tuple[Results, str]) -> None:
    results, machine = measured

    assert [figures.query for figures in results.figures] == NAMES
    for figures in results.figures:
        assert figures.items == ITEMS and figures.fields > 100
        assert len(figures.rates) == len(figures.cpu) == len(figures.latencies) == ROUNDS
        assert min(figures.rates) > 0 and figures.p50 <= figures.p99
        assert 0 < min(figures.commands) <= max(figures.commands) <= 10
    assert "cores" in machine and "MongoDB" in machine


def test_the_yardstick_answers_the_same_bytes_without_the_database(measured: tuple[Results, str]) -> None:
    results, _machine = measured

    assert list(results.yardsticks) == NAMES
    for name, hello in results.yardsticks.items():
        assert hello.answer == results.of(name)[0].answer
        assert max(hello.commands) == 0 < min(hello.rates)


def test_the_report_has_a_row_for_each_database_and_one_for_the_yardstick(measured: tuple[Results, str]) -> None:
    written = markdown(*measured).splitlines()

    rows = [line for line in written if line.startswith("|")]
    assert len(rows) == 2 + 2 * len(NAMES)
    assert {row.count("|") for row in rows} == {len(COLUMNS) + 2}
    assert sum(line.startswith("- ") for line in written) >= 3 + len(NAMES)


def test_the_terminal_shows_a_table_for_each_query(measured: tuple[Results, str]) -> None:
    shown = StringIO()

    Console(file=shown, width=120).print(tables(measured[0]))

    assert all(name in shown.getvalue() for name in (*NAMES, *COLUMNS))


def test_growth_is_told_from_the_smallest_database_to_the_largest(measured: tuple[Results, str]) -> None:
    assert [(one.query, one.items, one.cpu, one.p50) for one in growths(measured[0])] == [
        (name, ITEMS, 1.0, 1.0) for name in NAMES
    ]
