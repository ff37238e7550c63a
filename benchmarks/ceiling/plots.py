"""The figures as pictures."""

from collections.abc import Iterator, Sequence
from statistics import median

from benchmarks.ceiling.figures import Ceiling, Pair
from benchmarks.svg import COLOURS, FONT, WIDTH, Bar, bar_chart, svg


def bars(pairs: Sequence[Pair]) -> str:
    """Requests per second of each pair: its standard above, ours below."""
    return bar_chart("Requests per second", [list(_pair(each)) for each in pairs])


def _pair(pair: Pair) -> Iterator[Bar]:
    for name, turns, colour in zip((pair.against, pair.name), (pair.standard, pair.ours), COLOURS, strict=True):
        yield Bar(name, median(turns.rates), f"{median(turns.rates):,.0f}", colour)


def curve(waits: Sequence[float], target: float) -> str:
    """Share of changes that were seen after so many milliseconds."""
    most = max(target, *waits) * 1.05
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in _points(sorted(waits), most))
    at = _across(target, most)
    return svg(
        300,
        "Changes seen in every other process, by milliseconds after the acknowledgement",
        f'<polyline points="{points}" fill="none" stroke="{COLOURS[1]}" stroke-width="2"/>'
        f'<line x1="{at:.1f}" x2="{at:.1f}" y1="20" y2="270" stroke="#b3261e" stroke-dasharray="4"/>'
        f'<text x="{at - 4:.1f}" y="34" text-anchor="end" {FONT}>target {target:.0f} ms</text>'
        f'<text x="40" y="290" {FONT}>0</text>'
        f'<text x="{WIDTH - 20}" y="290" text-anchor="end" {FONT}>{most:.0f} ms</text>',
    )


def _points(waits: Sequence[float], most: float) -> Iterator[tuple[float, float]]:
    yield _across(0.0, most), 270.0
    for number, wait in enumerate(waits, 1):
        yield _across(wait, most), 270.0 - 250.0 * number / len(waits)


def _across(milliseconds: float, most: float) -> float:
    return 40.0 + (WIDTH - 60) * milliseconds / most


def pictures(done: Ceiling) -> dict[str, str]:
    """{name of the file: what is in it}."""
    return {"pages.svg": bars(done.pairs), "visible.svg": curve(done.visible.waits, done.visible.most_p99)}
