"""Pictures of figures: SVG written by hand, as bars and curves need no library."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, LABELS, THICKNESS, GAP = 760, 320, 250, 16, 12
FONT = 'font-family="sans-serif" font-size="13"'
COLOURS = ("#9aa5b1", "#1f5fbf")
"""Of what is compared with, and of ours."""


@dataclass(frozen=True, slots=True)
class Bar:
    """`shown`: the value as it is written beside."""

    name: str
    value: float
    shown: str
    colour: str = COLOURS[1]


def svg(height: int, title: str, inner: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">'
        f'<title>{title}</title><rect width="100%" height="100%" fill="white"/>{inner}</svg>\n'
    )


def bar_chart(title: str, groups: Sequence[Sequence[Bar]]) -> str:
    """Groups with a gap between them; the longest bar has all the width."""
    largest = max(bar.value for group in groups for bar in group)
    drawn, top = "", GAP
    for group in groups:
        for bar in group:
            drawn += _bar(top, bar, largest)
            top += THICKNESS
        top += GAP
    return svg(top, title, drawn)


def _bar(top: int, bar: Bar, largest: float) -> str:
    width = max(1.0, (WIDTH - LABELS - 80) * bar.value / largest)
    return (
        f'<text x="{LABELS - 8}" y="{top + THICKNESS - 4}" text-anchor="end" {FONT}>{bar.name}</text>'
        f'<rect x="{LABELS}" y="{top}" width="{width:.1f}" height="{THICKNESS - 2}" fill="{bar.colour}"/>'
        f'<text x="{LABELS + width + 6:.1f}" y="{top + THICKNESS - 4}" {FONT}>{bar.shown}</text>'
    )


@dataclass(frozen=True, slots=True)
class Line:
    """`points`: (x, y), by x."""

    name: str
    points: Sequence[tuple[float, float]]
    colour: str = COLOURS[1]


def line_chart(title: str, lines: Sequence[Line]) -> str:
    """Both axes begin at 0; the names stand above, in the colours of their lines."""
    furthest = max((x for line in lines for x, _ in line.points), default=1.0) or 1.0
    largest = max((y for line in lines for _, y in line.points), default=1.0) or 1.0
    drawn = (
        f'<text x="40" y="{HEIGHT - 8}" {FONT}>0</text>'
        f'<text x="{WIDTH - 20}" y="{HEIGHT - 8}" text-anchor="end" {FONT}>{furthest:.1f}</text>'
        f'<text x="40" y="44" {FONT}>{largest:,.0f}</text>'
    )
    for place, line in enumerate(lines):
        points = " ".join(f"{_across(x, furthest):.1f},{_up(y, largest):.1f}" for x, y in line.points)
        drawn += (
            f'<polyline points="{points}" fill="none" stroke="{line.colour}" stroke-width="2"/>'
            f'<text x="{40 + place * 170}" y="20" fill="{line.colour}" {FONT}>{line.name}</text>'
        )
    return svg(HEIGHT, title, drawn)


def _across(value: float, furthest: float) -> float:
    return 40.0 + (WIDTH - 60) * value / furthest


def _up(value: float, largest: float) -> float:
    return HEIGHT - 24.0 - (HEIGHT - 74.0) * value / largest
