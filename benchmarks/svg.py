"""Pictures of figures: SVG written by hand, as bars and curves need no library."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, LABELS, THICKNESS, GAP = 760, 250, 16, 12
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
