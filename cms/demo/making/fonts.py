"""The font of all demo files. It comes from a package, because a machine may have none, and has every letter we use."""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

REGULAR = "OpenSans-Regular.ttf"
BOLD = "OpenSans-Bold.ttf"


def font_path(name: str) -> Path:
    return Path(str(files("ttf_opensans"))) / "ttf" / name


@cache
def _font(name: str) -> Any:
    """A TTFont; the attributes of its tables are made when it is read, so no type knows them."""
    return TTFont(font_path(name))


def text_width(text: str, size: float, name: str = BOLD) -> float:
    """In the unit of `size`, without kerning."""
    font = _font(name)
    metrics = font["hmtx"].metrics
    return sum(metrics[glyph][0] for glyph in _glyphs(text, name)) * size / font["head"].unitsPerEm


def text_path(text: str, x: float, y: float, size: float, name: str = BOLD) -> str:
    """The outlines of `text` as the `d` of an SVG path with its baseline at (x, y): no font is needed to draw it."""
    font = _font(name)
    glyphs, metrics = font.getGlyphSet(), font["hmtx"].metrics
    scale = size / font["head"].unitsPerEm
    pen = SVGPathPen(glyphs, lambda number: f"{number:.1f}")
    for glyph in _glyphs(text, name):
        glyphs[glyph].draw(TransformPen(pen, (scale, 0, 0, -scale, x, y)))
        x += metrics[glyph][0] * scale
    return pen.getCommands()


def _glyphs(text: str, name: str) -> list[str]:
    """Raises KeyError for a letter that the font has not: an empty box would go unnoticed."""
    letters = _font(name).getBestCmap()
    return [letters[ord(letter)] for letter in text]
