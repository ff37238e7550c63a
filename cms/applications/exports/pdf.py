"""Tables as a PDF to be printed or handed round: A4 across, headings on each page."""

from datetime import datetime
from importlib.resources import as_file, files

from fpdf import FPDF
from fpdf.enums import TableBordersLayout
from fpdf.fonts import FontFace

from cms.applications.exports.tables import Cell, Document, Table
from cms.applications.receipt_pdf import printable

FAMILY = "Open Sans"
FONTS = {"": "OpenSans-Regular.ttf", "B": "OpenSans-Bold.ttf"}
MARGIN, SMALL, PLAIN, LARGE = 12, 7.5, 9, 15
LONGEST_CELL = 600
"""Characters; what is longer is in the workbook."""


class _Pages(FPDF):
    """A4 across; each page ends with its number and what it belongs to."""

    def __init__(self, title: str) -> None:
        self._about = title
        super().__init__(orientation="landscape", format="A4")
        self.set_margin(MARGIN)
        self.set_auto_page_break(True, MARGIN + 4)
        for style, name in FONTS.items():
            with as_file(files("ttf_opensans").joinpath("ttf", name)) as path:
                self.add_font(FAMILY, style, path)

    def footer(self) -> None:
        self.set_y(-MARGIN)
        self.set_font(FAMILY, "", SMALL)
        self.cell(0, 6, f"{printable(self._about)} · {self.page_no()}/{{nb}}", align="R")


def pdf(document: Document, made_at: datetime) -> bytes:
    """The same document and moment give the same bytes."""
    pages = _Pages(document.title)
    pages.set_title(document.title)
    pages.set_lang(document.language)
    pages.set_creator("Cluster CMS")
    pages.set_creation_date(made_at)
    pages.add_page()
    _heading(pages, document)
    for table in document.tables:
        _table(pages, table)
    return bytes(pages.output())


def _heading(pages: FPDF, document: Document) -> None:
    pages.set_font(FAMILY, "B", LARGE)
    pages.multi_cell(0, LARGE * 0.5, printable(document.title), align="L", new_x="LMARGIN", new_y="NEXT")
    pages.set_font(FAMILY, "", PLAIN)
    for line in document.facts:
        pages.multi_cell(0, PLAIN * 0.5, printable(line), align="L", new_x="LMARGIN", new_y="NEXT")


def _table(pages: FPDF, table: Table) -> None:
    pages.ln(5)
    pages.set_font(FAMILY, "B", PLAIN + 2)
    pages.cell(0, 8, printable(table.title), new_x="LMARGIN", new_y="NEXT")
    pages.set_font(FAMILY, "", SMALL)
    with pages.table(
        col_widths=tuple(column.width for column in table.columns),
        borders_layout=TableBordersLayout.HORIZONTAL_LINES,
        headings_style=FontFace(emphasis="BOLD"),
        line_height=SMALL * 0.5,
        padding=1,
        text_align="LEFT",
    ) as drawn:
        for cells in ([column.label for column in table.columns], *table.rows):
            drawn.row([_text(one) for one in cells])


def _text(value: Cell) -> str:
    if value is None:
        return ""
    text = f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else printable(str(value))
    return text if len(text) <= LONGEST_CELL else f"{text[:LONGEST_CELL]} […]"
