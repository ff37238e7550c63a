"""The figures as pictures: SVG written by hand, as bars and a curve need no library."""

from collections.abc import Iterator, Sequence
from statistics import median

from benchmarks.ceiling.figures import Ceiling, Pair

WIDTH, LABELS, BAR, GAP = 760, 250, 16, 12
FONT = 'font-family="sans-serif" font-size="13"'
COLOURS = ("#9aa5b1", "#1f5fbf")


def bars(pairs: Sequence[Pair]) -> str:
    """Requests per second of each pair: its standard above, ours below."""
    largest = max(median(turns.rates) for pair in pairs for turns in (pair.standard, pair.ours))
    height = len(pairs) * (2 * BAR + GAP) + GAP
    return _svg(height, "Requests per second", "".join(_pair(at, pair, largest) for at, pair in enumerate(pairs)))


def _pair(at: int, pair: Pair, largest: float) -> str:
    top = GAP + at * (2 * BAR + GAP)
    rows = zip((pair.against, pair.name), (pair.standard, pair.ours), COLOURS, strict=True)
    return "".join(
        _bar(top + number * BAR, name, median(turns.rates), largest, colour)
        for number, (name, turns, colour) in enumerate(rows)
    )


def _bar(top: int, name: str, value: float, largest: float, colour: str) -> str:
    width = max(1.0, (WIDTH - LABELS - 80) * value / largest)
    return (
        f'<text x="{LABELS - 8}" y="{top + BAR - 4}" text-anchor="end" {FONT}>{name}</text>'
        f'<rect x="{LABELS}" y="{top}" width="{width:.1f}" height="{BAR - 2}" fill="{colour}"/>'
        f'<text x="{LABELS + width + 6:.1f}" y="{top + BAR - 4}" {FONT}>{value:,.0f}</text>'
    )


def curve(waits: Sequence[float], target: float) -> str:
    """Share of changes that were seen after so many milliseconds."""
    most = max(target, *waits) * 1.05
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in _points(sorted(waits), most))
    at = _across(target, most)
    return _svg(
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


def _svg(height: int, title: str, inner: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">'
        f'<title>{title}</title><rect width="100%" height="100%" fill="white"/>{inner}</svg>\n'
    )


def pictures(done: Ceiling) -> dict[str, str]:
    """{name of the file: what is in it}."""
    return {"pages.svg": bars(done.pairs), "visible.svg": curve(done.visible.waits, done.visible.most_p99)}
