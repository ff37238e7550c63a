"""Figures of rounds, and what is concluded from them."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.figures import Figures, Results
from benchmarks.gauge import Usage
from benchmarks.load import Load
from benchmarks.memory import Memory, cache_bytes
from benchmarks.report import growths, is_within, notes
from benchmarks.sizes_results import write


def figures(items: int, cpu: list[float], latencies: list[list[float]]) -> Figures:
    made = Figures("news list", items, b"{}")
    made.rates, made.database_cpu, made.commands = [10.0], [1.0], [3.0]
    made.cpu, made.latencies = cpu, latencies
    return made


def results(*measured: Figures) -> Results:
    return Results(list(measured), {"news list": figures(1, [0.1], [[0.1]])}, [Memory(1, 1, 1, 0)])


def test_costs_are_shared_among_the_requests_of_a_round() -> None:
    made = Figures("news list", 1_000, b"{}")

    made.add_busy(Load([0.01] * 4, seconds=2.0), Usage(1.0, 5.0, 100, 0), Usage(1.2, 5.1, 112, 0))
    made.add_alone(Load([0.010, 0.030, 0.020], seconds=0.06))

    assert (made.rates, made.commands, made.p50) == ([2.0], [3.0], 20.0)
    assert made.cpu == pytest.approx([50.0]) and made.database_cpu == pytest.approx([25.0])


def test_a_round_that_was_disturbed_for_all_does_not_count_as_growth() -> None:
    small = figures(1_000, cpu=[5.0, 9.0, 50.0], latencies=[[5.0], [9.0], [50.0]])
    large = figures(100_000, cpu=[5.5, 9.9, 55.0], latencies=[[5.0], [9.0], [50.0]])

    (grown,) = growths(results(large, small))

    assert (grown.items, grown.p50) == (100_000, 1.0) and grown.cpu == pytest.approx(1.1)
    assert grown.is_within_target


@pytest.mark.parametrize(("cpu", "latency"), [(7.0, 5.0), (5.0, 7.0)])
def test_growth_of_either_cost_beyond_the_target_is_told(cpu: float, latency: float) -> None:
    small = figures(1_000, cpu=[5.0], latencies=[[5.0]])
    large = figures(100_000, cpu=[cpu], latencies=[[latency]])

    told = notes(results(small, large), "a machine")

    assert any("MORE than the target" in note for note in told)


def test_what_finds_more_in_a_larger_database_has_no_target() -> None:
    small, large = figures(1_000, cpu=[5.0], latencies=[[5.0]]), figures(100_000, cpu=[9.0], latencies=[[9.0]])
    large.finds_more = True

    told = notes(results(small, large), "a machine")

    assert is_within(results(small, large)) and any("× 1.80" in note and "no target" in note for note in told)


def test_the_slowest_requests_are_looked_for_in_all_rounds() -> None:
    made = figures(1_000, cpu=[1.0], latencies=[[1.0] * 99, [100.0] * 99])

    assert made.p99 == 100.0 and made.p50 == 50.5


METRICS = """# TYPE cms_cache_bytes gauge
cms_cache_bytes 1000.0
cms_cache_entries 7.0
cms_entity_cache_bytes{process="1"} 2.5e+06
cms_clock_drift_seconds 3.0
"""


def test_what_caches_hold_is_what_their_gauges_say() -> None:
    assert cache_bytes(METRICS) == 2_501_000


@pytest.mark.parametrize(("caches", "is_much"), [(50_000_000, False), (49_999_999, True)])
def test_memory_is_judged_without_what_caches_hold(caches: int, is_much: bool) -> None:
    one = figures(1_000, cpu=[5.0], latencies=[[5.0]])
    measured = Results([one], {"news list": one}, [Memory(1_000, 90_000_000, 300_000_000, caches)])

    assert is_within(measured) != is_much
    assert any("MORE than the target" in note for note in notes(measured, "a machine")) == is_much


def test_the_results_of_sizes_name_their_commit_and_show_the_ends(tmp_path: Path) -> None:
    sizes = [figures(items, cpu=[cpu], latencies=[[5.0]]) for items, cpu in ((10, 5.0), (100, 5.5), (1_000, 6.0))]

    write(results(*sizes), "a machine", tmp_path)

    written = json.loads((tmp_path / "sizes.json").read_text())
    assert written["commit"] and [one["cpu"] for one in written["figures"]] == [[5.0], [5.5], [6.0]]
    picture = ElementTree.fromstring((tmp_path / "sizes.svg").read_text())
    shown = [each.text for each in picture.iter("{http://www.w3.org/2000/svg}text")]
    assert shown == ["news list, 10 items", "6.00 ms", "news list, 1,000 items", "7.00 ms"]
