"""Pictures and logos: a motif with words, drawn as SVG."""

from typing import Any

import pyvips

from cms.demo.making.fonts import text_path, text_width
from cms.demo.making.motifs import DARK_WORDS, MOTIFS, WORDS_ABOVE, Canvas

MARGIN = 80


def picture(job: dict[str, Any]) -> bytes:
    """JPEG. job: {motif, colours [dark, middle, light], width, height, words? (large), small? (the line above)}."""
    canvas = Canvas(job["width"], job["height"], *job["colours"])
    shapes = "".join(MOTIFS[job["motif"]](canvas))
    words = _words(canvas, job) if job.get("words") else ""
    return _drawn(canvas.width, canvas.height, shapes + words).jpegsave_buffer(Q=90, subsample_mode="off", keep=0)


def logo(job: dict[str, Any]) -> bytes:
    """PNG, 480 × 240 pixels. job: {text, colours [field, bar]}."""
    field, bar = job["colours"]
    size = min(110.0, 110 * 400 / text_width(job["text"], 110))
    x = (480 - text_width(job["text"], size)) / 2
    image = _drawn(
        480,
        240,
        f'<rect width="480" height="240" rx="28" fill="{field}"/>'
        f'<rect x="40" y="186" width="400" height="14" rx="7" fill="{bar}"/>'
        f'<path d="{text_path(job["text"], x, 110 + size * 0.36, size)}" fill="#ffffff"/>',
    )
    return image.pngsave_buffer(keep=0)


def _words(canvas: Canvas, job: dict[str, Any]) -> str:
    large, small = canvas.height * 0.2, canvas.height * 0.055
    size = large * min(1.0, canvas.width * 0.55 / text_width(job["words"], large))
    baseline = canvas.height * (0.36 if job["motif"] in WORDS_ABOVE else 0.88)
    above = text_path(job.get("small", ""), MARGIN, baseline - size * 0.98, small)
    colour = canvas.dark if job["motif"] in DARK_WORDS else canvas.light
    return f'<path d="{above} {text_path(job["words"], MARGIN, baseline, size)}" fill="{colour}"/>'


def _drawn(width: int, height: int, shapes: str) -> pyvips.Image:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{shapes}</svg>'
    return pyvips.Image.svgload_buffer(svg.encode()).flatten(background=[255, 255, 255])
