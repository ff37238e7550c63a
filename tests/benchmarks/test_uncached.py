"""The benchmark of answers that are not kept, over few items: everything is measured, and judged by its targets."""

import json
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.gauge import CommandCount, Usage
from benchmarks.load import Load
from benchmarks.uncached import before
from benchmarks.uncached.before import code_of
from benchmarks.uncached.figures import Case, Costs, Execution, Uncached
from benchmarks.uncached.report import markdown, notes, rows, verdicts
from benchmarks.uncached.results import write
from benchmarks.uncached.run import Plan, outline, run
from cms.kernel.engines import EngineAddresses
from cms.kernel.services import Services
from tests.benchmarks.conftest import ITEMS


async def test_every_query_is_measured_on_a_real_server_and_execution_beside_graphql_core(
    loaded_services: Services, addresses: EngineAddresses, tmp_path: Path
) -> None:
    plan = Plan(ITEMS, rounds=2, seconds=0.02, connections=2, before=None)

    done = await run(plan, addresses, tmp_path, lambda step: None)

    assert len(done.cases) == 4
    for case in done.cases:
        assert len(case.now.cpu) == len(case.now.p50) == len(case.now.rates) == 2
        assert min(case.now.rates) > 0 < min(case.now.commands)
    assert [one.name for one in done.executions] == ["deep", "light"]
    for one in done.executions:
        assert len(one.ours) == len(one.bare) == len(one.finding) == 2
        assert min(*one.ours, *one.bare, *one.finding) > 0


def costs(cpu: float, rate: float) -> Costs:
    """Of three rounds, of which one is disturbed for all."""
    noise = (1.0, 3.0, 1.0)
    turns = [cpu * each for each in noise]
    return Costs(turns, turns, turns, [rate / each for each in noise], turns, turns)


def measured(cpu: float, rate: float, deep: float, light: float) -> Uncached:
    case = Case("q1", 1000, 10, costs(8.0 * cpu, 100 * rate), costs(8.0, 100))
    executions = [
        Execution("deep", 9, [deep] * 3, [5.0] * 3, [1.0] * 3),
        Execution("light", 9, [light] * 3, [5.0] * 3, [1.0] * 3),
    ]
    return Uncached("a machine", 1000, 16, "abc", [case], executions)


@pytest.mark.parametrize(
    ("figures", "judged"),
    [
        ((0.25, 4.0, 0.25, 0.4), ["within", "within", "within"]),
        ((0.26, 4.0, 0.25, 0.4), ["MISSED", "within", "within"]),
        ((0.25, 3.9, 0.25, 0.4), ["MISSED", "within", "within"]),
        ((0.25, 4.0, 0.26, 0.4), ["within", "MISSED", "within"]),
        ((0.25, 4.0, 0.25, 0.41), ["within", "within", "MISSED"]),
    ],
)
def test_each_target_is_judged(figures: tuple[float, float, float, float], judged: list[str]) -> None:
    done = measured(*figures)

    assert [line.partition(":")[0] for line in verdicts(done)] == judged
    assert done.is_within == ("MISSED" not in judged)


def test_cpu_is_that_of_application_and_database_together() -> None:
    own = Costs()

    own.add_alone(Load([0.001, 0.003, 0.002], 1.0), Usage(1.0, 2.0, 10, 0), Usage(1.3, 2.6, 16, 0))

    assert own.cpu == pytest.approx([300.0]) and own.database_cpu == pytest.approx([200.0])
    assert own.commands == [2.0] and own.p50 == [2.0]


def test_without_the_code_of_before_its_column_is_left_out_and_a_line_says_so() -> None:
    done = measured(1.0, 1.0, 0.1, 0.1)
    done.before = done.cases[0].before = None

    assert done.is_within and len(verdicts(done)) == 2
    assert [row[0] for row in rows(done)] == ["q1, 10 fields, 1.0 KB"]
    assert any("not in this repository" in line for line in notes(done))


def test_the_code_of_a_commit_is_what_was_committed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = tmp_path / "repository"
    repository.mkdir()
    monkeypatch.setattr(before, "ROOT", repository)
    (repository / "file").write_text("then")
    git = ("git", "-C", str(repository), "-c", "user.name=a", "-c", "user.email=a@example.org")
    for command in (("init", "-q"), ("add", "file"), ("commit", "-q", "-m", "Then")):
        subprocess.run([*git, *command], check=True)
    (repository / "file").write_text("now")

    code = code_of("HEAD", tmp_path)

    assert code and (code / "file").read_text() == "then"
    assert code_of("0123456789", tmp_path) is None


def test_the_outline_of_an_answer_has_its_names_and_lengths_but_no_values() -> None:
    answer = {"a": [{"id": "1", "n": 1}, {"id": "2", "n": 2}]}

    assert outline(answer) == outline({"a": [{"id": "x", "n": 5}, {"id": "y", "n": 6}]})
    assert outline(answer) != outline({"a": [{"id": "1", "n": 1}]})
    assert outline(answer) != outline({"a": [{"id": "1", "n": None}, {"id": "2", "n": 2}]})


def test_the_results_name_their_commit_and_hold_every_round(tmp_path: Path) -> None:
    write(measured(0.2, 5.0, 0.1, 0.1), tmp_path)

    written = json.loads((tmp_path / "uncached.json").read_text())
    assert written["commit"] and len(written["verdicts"]) == 3
    assert written["cases"][0]["before"]["rates"] == [100.0, 33.333, 100.0]


def test_the_picture_has_a_bar_for_each_side_of_a_query(tmp_path: Path) -> None:
    write(measured(0.25, 5.0, 0.1, 0.1), tmp_path)

    drawn = ElementTree.fromstring((tmp_path / "uncached.svg").read_text())
    texts = [each.text for each in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert texts == ["before", "8.00 ms", "q1", "2.00 ms"]
    bars = [*drawn.iter("{http://www.w3.org/2000/svg}rect")][1:]
    widths = [float(each.attrib["width"]) for each in bars]
    assert widths[0] == pytest.approx(4 * widths[1], abs=0.2)


def test_the_table_of_the_readme_holds_before_and_now_against_each_other() -> None:
    table = [line for line in markdown(measured(0.2, 5.0, 0.1, 0.15)).splitlines() if line.startswith("|")]

    assert table[2:] == [
        "| q1, 10 fields, 1.0 KB | 2 | 8.00 / 1.60 ms | × 0.20 | 100 / 500 | × 5.0 |",
        "| execution of deep, 9 fields, against bare graphql-core | | 1.00 / 0.10 ms | × 0.10 | | |",
        "| execution of light, 9 fields, against bare graphql-core | | 1.00 / 0.15 ms | × 0.15 | | |",
    ]
    assert {line.count("|") for line in table} == {7}


def test_without_before_the_table_of_the_readme_has_the_figures_of_now() -> None:
    done = measured(0.2, 5.0, 0.1, 0.1)
    done.cases[0].before = None

    assert "| q1, 10 fields, 1.0 KB | 2 | 1.60 ms | | 500 | |" in markdown(done)


class Sent:
    def __init__(self, name: str, **command: object) -> None:
        self.command_name = name
        self.command = command


def test_commands_count_but_for_those_by_which_a_process_hears_of_changes() -> None:
    count = CommandCount()

    for event in (
        Sent("find", find="published"),
        Sent("getMore", getMore=1, collection="published"),
        Sent("aggregate", aggregate="live_changes"),
        Sent("getMore", getMore=1, collection="live_changes"),
        Sent("update", update="live_changes"),
        Sent("hello", hello=1),
        Sent("serverStatus", serverStatus=1),
    ):
        count.started(event)

    assert count.total == 2
