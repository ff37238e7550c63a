"""The abstract motifs of the demo's pictures: each fills a picture with SVG shapes in three colours, dark to light."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import cos, pi, radians, sin
from random import Random


@dataclass(frozen=True, slots=True)
class Canvas:
    """Size in pixels and the colours of a motif."""

    width: int
    height: int
    dark: str
    middle: str
    light: str


def waves(c: Canvas) -> Iterator[str]:
    """Three rows of waves under a light sky."""
    yield _background(c.light)
    for row, opacity in enumerate((0.45, 0.7, 1.0)):
        top = c.height * (0.5 + 0.16 * row)
        line = " ".join(f"{x},{top + sin(x / 90 + row) * (26 - 6 * row):.1f}" for x in range(0, c.width + 20, 20))
        colour = c.dark if row == 2 else c.middle
        yield f'<polygon points="0,{c.height} {line} {c.width},{c.height}" fill="{colour}" fill-opacity="{opacity}"/>'


def hills(c: Canvas) -> Iterator[str]:
    """Hills behind each other, the furthest the palest."""
    yield _background(c.light)
    for row in range(7):
        top = c.height * (0.5 + 0.07 * row)
        line = " ".join(
            f"{x},{top + cos(x / (170 + 23 * row) + 2.1 * row) * (46 - 3 * row):.1f}"
            for x in range(0, c.width + 20, 20)
        )
        colour = c.dark if row > 4 else c.middle
        yield (
            f'<polygon points="0,{c.height} {line} {c.width},{c.height}" fill="{colour}" '
            f'fill-opacity="{0.16 + 0.12 * row:.2f}"/>'
        )


def sun(c: Canvas) -> Iterator[str]:
    """A low sun in broad bands."""
    yield _background(c.dark)
    x, y = c.width * 0.74, c.height * 0.98
    for ring in range(6, 0, -1):
        colour = c.light if ring == 1 else c.middle
        opacity = 1 if ring == 1 else 0.18 + 0.08 * (6 - ring)
        yield _circle(x, y, c.height * 0.15 * ring, colour, opacity)


def hexagons(c: Canvas) -> Iterator[str]:
    """A honeycomb that thins out towards the left."""
    yield _background(c.dark)
    radius = c.height / 9
    for row in range(-1, 8):
        for column in range(14):
            x = c.width * 0.42 + column * radius * 1.75 + (row % 2) * radius * 0.87
            yield _hexagon(
                x, row * radius * 1.5, radius * 0.93, (c.middle, c.light)[(row + 2 * column) % 5 == 0], column / 14
            )


def grid(c: Canvas) -> Iterator[str]:
    """Small dots, twenty-one of them larger."""
    yield _background(c.dark)
    step, chance = c.height / 12, Random(21)
    places = [(column, row) for column in range(int(c.width / step) + 1) for row in range(12)]
    right = [place for place in places if place[0] * step > c.width * 0.45 and place[1] > 0]
    large = set(chance.sample(right, 21))
    for column, row in places:
        x, y = column * step, (row + 0.5) * step
        if (column, row) in large:
            yield _circle(x, y, step * 0.3, c.light, 1)
        else:
            yield _circle(x, y, step * 0.09, c.middle, 0.25 + 0.6 * x / c.width)


def circles(c: Canvas) -> Iterator[str]:
    """Rings of different sizes that overlap."""
    yield _background(c.dark)
    for index in range(11):
        x = c.width * (0.5 + 0.055 * index)
        y = c.height * (0.5 + 0.34 * sin(index * 1.9))
        radius = c.height * (0.13 + 0.05 * (index % 4))
        yield _ring(x, y, radius, (c.middle, c.light)[index % 3 == 0], 0.75, c.height * 0.03)


def ribbons(c: Canvas) -> Iterator[str]:
    """Ribbons in two colours that cross."""
    yield _background(c.dark)
    for index, colour in enumerate((c.middle, c.light, c.middle, c.light)):
        left, right = round(c.height * (0.1 + 0.27 * index)), round(c.height * (0.95 - 0.27 * index))
        x1, x2, x3 = round(c.width * 0.4), round(c.width * 0.65), round(c.width * 0.7)
        yield (
            f'<path d="M{x1},{left} C{x2},{left} {x3},{right} {c.width},{right}" fill="none" '
            f'stroke="{colour}" stroke-opacity="0.85" '
            f'stroke-width="{c.height * 0.075:.0f}" stroke-linecap="round"/>'
        )


def aurora(c: Canvas) -> Iterator[str]:
    """Bands of northern light over a dark sky."""
    yield _background(c.dark)
    for band in range(28):
        x = c.width * (0.25 + 0.028 * band)
        top = c.height * (0.12 + 0.1 * sin(band / 2.4))
        length = c.height * (0.42 + 0.12 * cos(band / 1.7))
        colour = c.light if band % 4 == 0 else c.middle
        yield (
            f'<rect x="{x:.0f}" y="{top:.0f}" width="{c.width * 0.019:.0f}" height="{length:.0f}" rx="14" '
            f'fill="{colour}" fill-opacity="{0.3 + 0.3 * abs(sin(band)):.2f}"/>'
        )


def bridge(c: Canvas) -> Iterator[str]:
    """A bridge with round arches before an evening sky."""
    yield _background(c.middle)
    yield _circle(c.width * 0.8, c.height * 0.42, c.height * 0.2, c.light, 0.9)
    deck, span = c.height * 0.62, c.width / 8
    yield f'<rect x="0" y="{deck:.0f}" width="{c.width}" height="{c.height - deck:.0f}" fill="{c.dark}"/>'
    for arch in range(8):
        x = (arch + 0.5) * span
        yield _circle(x, c.height, span * 0.36, c.light, 0.75)


def diagonals(c: Canvas) -> Iterator[str]:
    """Slanted lines, fast as lights on a road."""
    yield _background(c.dark)
    for index in range(22):
        x, width = c.width * (0.38 + 0.034 * index), 3 + 9 * (index % 4)
        colour = (c.middle, c.middle, c.light)[index % 3]
        yield (
            f'<line x1="{x:.0f}" y1="{c.height}" x2="{x + c.height * 0.9:.0f}" y2="0" stroke="{colour}" '
            f'stroke-opacity="{0.35 + 0.03 * index:.2f}" stroke-width="{width}"/>'
        )


def skyline(c: Canvas) -> Iterator[str]:
    """Towers and roofs as plain blocks under an evening sky."""
    yield (
        f'<linearGradient id="sky" x2="0" y2="1"><stop stop-color="{c.middle}"/>'
        f'<stop offset="1" stop-color="{c.light}"/></linearGradient>' + _background("url(#sky)")
    )
    heights = (0.2, 0.34, 0.28, 0.5, 0.24, 0.42, 0.62, 0.3, 0.22, 0.46, 0.58, 0.36, 0.26, 0.5, 0.3, 0.4)
    step = c.width / len(heights)
    for index, height in enumerate(heights):
        tall, width = c.height * height * 0.85, step * (0.45 if height > 0.45 else 1.02)
        yield (
            f'<rect x="{index * step:.0f}" y="{c.height - tall:.0f}" width="{width:.0f}" height="{tall:.0f}" '
            f'fill="{c.dark}" fill-opacity="{0.75 + 0.25 * (index % 2)}"/>'
        )


def stars(c: Canvas) -> Iterator[str]:
    """Stars joined by fine lines."""
    yield _background(c.dark)
    chance = Random(14)
    places = [
        (c.width * (0.4 + 0.58 * chance.random()), c.height * (0.06 + 0.7 * chance.random())) for _star in range(26)
    ]
    for (x1, y1), (x2, y2) in zip(sorted(places), sorted(places)[1:], strict=False):
        yield f'<line x1="{x1:.0f}" y1="{y1:.0f}" x2="{x2:.0f}" y2="{y2:.0f}" stroke="{c.middle}" stroke-width="3"/>'
    for index, (x, y) in enumerate(places):
        yield _circle(x, y, 4 + index % 9, c.light, 1)


def orbits(c: Canvas) -> Iterator[str]:
    """Three orbits around a bright point."""
    yield _background(c.dark)
    x, y = c.width * 0.74, c.height * 0.5
    for turn in (0, 60, 120):
        yield (
            f'<ellipse cx="{x:.0f}" cy="{y:.0f}" rx="{c.height * 0.44:.0f}" ry="{c.height * 0.16:.0f}" fill="none" '
            f'stroke="{c.middle}" stroke-width="{c.height * 0.02:.0f}" transform="rotate({turn} {x:.0f} {y:.0f})"/>'
        )
        yield _circle(
            x + c.height * 0.44 * cos(radians(turn)),
            y + c.height * 0.44 * sin(radians(turn)),
            c.height * 0.03,
            c.light,
            1,
        )
    yield _circle(x, y, c.height * 0.06, c.light, 1)


MOTIFS: dict[str, Callable[[Canvas], Iterator[str]]] = {
    motif.__name__: motif
    for motif in (
        waves,
        hills,
        sun,
        hexagons,
        grid,
        circles,
        ribbons,
        aurora,
        bridge,
        diagonals,
        skyline,
        stars,
        orbits,
    )
}
# Where the shapes lie at the bottom, the words stand at the top; on a light sky they have the dark colour.
WORDS_ABOVE = frozenset({"waves", "hills", "skyline", "bridge"})
DARK_WORDS = WORDS_ABOVE - {"bridge"}


def _background(colour: str) -> str:
    return f'<rect width="100%" height="100%" fill="{colour}"/>'


def _circle(x: float, y: float, radius: float, colour: str, opacity: float) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{colour}" fill-opacity="{opacity:.2f}"/>'


def _ring(x: float, y: float, radius: float, colour: str, opacity: float, width: float) -> str:
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="none" stroke="{colour}" '
        f'stroke-opacity="{opacity:.2f}" stroke-width="{width:.1f}"/>'
    )


def _hexagon(x: float, y: float, radius: float, colour: str, opacity: float) -> str:
    corners = " ".join(
        f"{x + radius * sin(corner * pi / 3):.1f},{y + radius * cos(corner * pi / 3):.1f}" for corner in range(6)
    )
    return f'<polygon points="{corners}" fill="{colour}" fill-opacity="{opacity:.2f}"/>'
