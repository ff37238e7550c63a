"""Real PDF files: slides in 16:9 or an A4 paper, with a title page."""

from datetime import UTC, datetime
from typing import Any

from fpdf import FPDF

from cms.demo.making.fonts import BOLD, REGULAR, font_path

FAMILY = "Open Sans"
# In millimetres: (width, height), then margin, size of headings and of text in points.
LAYOUTS = {"slides": ((338.7, 190.5), 24, 30, 18), "paper": ((210, 297), 22, 19, 11)}


class _Pages(FPDF):
    """Each page carries a line in the document's colour, its number and where it comes from."""

    def __init__(self, job: dict[str, Any]) -> None:
        self.job = job
        self.sheet, margin, self.large, self.small = LAYOUTS[job["layout"]]
        super().__init__(format=self.sheet)
        self.set_margin(margin)
        self.set_auto_page_break(True, margin)
        self.add_font(FAMILY, "", font_path(REGULAR))
        self.add_font(FAMILY, "B", font_path(BOLD))

    def header(self) -> None:
        self.set_fill_color(self.job["colour"])
        self.rect(0, 0, self.sheet[0], 6, style="F")

    def footer(self) -> None:
        self.set_y(-14)
        self.set_font(FAMILY, "", 8)
        self.set_text_color("#555555")
        self.cell(0, 6, f"{self.job['footer']}    {self.page_no()}")

    def block(self, text: str, size: float, style: str = "", colour: str = "#222222") -> None:
        self.set_font(FAMILY, style, size)
        self.set_text_color(colour)
        self.multi_cell(0, size * 0.55, text, align="L", new_x="LMARGIN", new_y="NEXT")


def pdf(job: dict[str, Any]) -> bytes:
    """job: {layout slides/paper, title, author, language, date ISO, colour, footer, cover [lines],
    pages [{heading, lines, bullets?}]}. The same job always gives the same bytes."""
    pages = _Pages(job)
    pages.set_title(job["title"])
    pages.set_author(job["author"])
    pages.set_lang(job["language"])
    pages.set_creator("Cluster CMS demo")
    pages.set_creation_date(datetime.fromisoformat(job["date"]).replace(tzinfo=UTC))
    _cover(pages, job)
    for page in job["pages"]:
        _page(pages, page)
    return bytes(pages.output())


def _cover(pages: _Pages, job: dict[str, Any]) -> None:
    pages.add_page()
    pages.set_y(pages.sheet[1] * 0.3)
    pages.block(job["title"], pages.large * 1.15, "B", job["colour"])
    pages.ln(6)
    for line in job["cover"]:
        pages.block(line, pages.small * 1.1)


def _page(pages: _Pages, page: dict[str, Any]) -> None:
    pages.add_page()
    pages.block(page["heading"], pages.large, "B", pages.job["colour"])
    pages.ln(5)
    for line in page["lines"]:
        pages.block(f"•  {line}" if page.get("bullets", True) else line, pages.small)
        pages.ln(pages.small * 0.2)
