"""Tables as a workbook for Excel and LibreOffice, in which no answer of an applicant ever becomes a formula.

Texts are written as texts, whatever they begin with, and never as links; those that a program would take for a formula
once somebody edits the cell, or saves the sheet as CSV and opens it again, carry the quote prefix besides. Source:
OWASP, CSV Injection.
"""

import re
from io import BytesIO
from typing import Any

import xlsxwriter

from cms.applications.exports.tables import Cell, Document, Table

LONGEST_CELL = 32_767
"""Characters, the limit of Excel."""
CUT = " […]"
FORMULA = re.compile(r"^[\s\x00-\x20]*[=+\-@＝＋－＠|%]")
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def xlsx(document: Document) -> bytes:
    """One sheet per table, its heading frozen and filterable."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, OPTIONS) as book:
        book.set_properties({"title": document.title, "comments": "\n".join(document.facts)})
        styles = _styles(book)
        for table in document.tables:
            _write(book.add_worksheet(NOT_IN_NAMES.sub(" ", table.title)[:31]), table, styles)
    return file.getvalue()


def _styles(book: Any) -> dict[str, Any]:
    text = {"text_wrap": True, "valign": "top"}
    return {
        "head": book.add_format({**text, "bold": True, "bottom": 1}),
        "text": book.add_format(text),
        "quoted": book.add_format({**text, "quote_prefix": True}),
        "number": book.add_format({"valign": "top", "num_format": "0.##"}),
    }


def _write(sheet: Any, table: Table, styles: dict[str, Any]) -> None:
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width)
        _cell(sheet, 0, place, column.label, styles, "head")
    for number, row in enumerate(table.rows, 1):
        for place, value in enumerate(row):
            _cell(sheet, number, place, value, styles)
    sheet.freeze_panes(1, 0)
    if table.columns:
        sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)


def _cell(sheet: Any, row: int, place: int, value: Cell, styles: dict[str, Any], style: str = "text") -> None:
    if value is None or value == "":
        return
    if isinstance(value, str):
        text = NOT_IN_XML.sub("", value)
        quoted = style == "text" and FORMULA.match(text)
        sheet.write_string(row, place, _shortened(text), styles["quoted" if quoted else style])
    else:
        sheet.write_number(row, place, value, styles["number"])


def _shortened(text: str) -> str:
    """Excel counts in UTF-16."""
    if len(text.encode("utf-16-le")) <= 2 * LONGEST_CELL:
        return text
    kept = text.encode("utf-16-le")[: 2 * (LONGEST_CELL - len(CUT))]
    return kept.decode("utf-16-le", "ignore") + CUT
