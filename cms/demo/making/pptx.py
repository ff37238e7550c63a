"""Real PPTX files, 16:9, with a title slide and slides of lines."""

import io
import zipfile
from datetime import datetime
from typing import Any, cast

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.shapes.placeholder import SlidePlaceholder
from pptx.slide import Slide
from pptx.util import Inches, Pt

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
LEFT, ACROSS = Inches(0.9), Inches(11.5)
TITLE_LAYOUT, LINES_LAYOUT = 0, 1
# ZIP knows no date before 1980; a fixed one makes the bytes the same each time.
FIXED_DATE = (1980, 1, 1, 0, 0, 0)


def pptx(job: dict[str, Any]) -> bytes:
    """job: as for `cms.demo.making.pdf`, without layout. The same job always gives the same bytes."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    moment = datetime.fromisoformat(job["date"])
    about = deck.core_properties
    about.title, about.author, about.language = job["title"], job["author"], job["language"]
    about.created = about.modified = moment
    about.last_modified_by, about.revision = "Cluster CMS demo", 1
    _fill(deck.slides.add_slide(deck.slide_layouts[TITLE_LAYOUT]), job["title"], job["cover"], job, 2.2)
    for page in job["pages"]:
        _fill(deck.slides.add_slide(deck.slide_layouts[LINES_LAYOUT]), page["heading"], page["lines"], job, 0.6)
    written = io.BytesIO()
    deck.save(written)
    return _without_dates(written.getvalue())


def _fill(slide: Slide, heading: str, lines: list[str], job: dict[str, Any], top: float) -> None:
    title, body = (cast(SlidePlaceholder, slide.placeholders[number]) for number in (0, 1))
    for shape, y, height in ((title, top, 1.5), (body, top + 1.7, 6.3 - top - 1.7)):
        shape.left, shape.width = LEFT, ACROSS
        shape.top, shape.height = Inches(y), Inches(height)
    title.text_frame.text = heading
    run = title.text_frame.paragraphs[0].runs[0]
    run.font.size, run.font.bold = Pt(30), True
    run.font.color.rgb = RGBColor.from_string(job["colour"].lstrip("#").upper())
    body.text_frame.text = "\n".join(lines)
    for paragraph in body.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(20)
    foot = slide.shapes.add_textbox(LEFT, Inches(6.9), ACROSS, Inches(0.4))
    foot.text_frame.text = job["footer"]
    foot.text_frame.paragraphs[0].runs[0].font.size = Pt(10)


def _without_dates(archive: bytes) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, FIXED_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return result.getvalue()
