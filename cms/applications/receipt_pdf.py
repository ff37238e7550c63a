"""The receipt as a PDF: one page with reference, time, files and fingerprint, in the applicant's language."""

import unicodedata
from functools import cache
from importlib.resources import as_file, files
from typing import Any

from babel.numbers import format_decimal
from fontTools.ttLib import TTFont
from fpdf import FPDF

from cms.applications.receipt_content import Receipt
from cms.applications.words import say, word_locale
from cms.content.rules.locale_data import locale_data

FAMILY = "Open Sans"
FONT = "OpenSans-Regular.ttf"
"""One weight: each font costs as much as the rest of the page."""
QUIET, LOUD = "#5a5a5a", "#111111"
MARGIN, PLAIN, LARGE = 22, 10, 20
NAMES_WIDTH = 48
UNKNOWN = "?"


class _Page(FPDF):
    def __init__(self, about: str) -> None:
        self._about = about
        super().__init__(format="A4")
        self.set_margin(MARGIN)
        self.set_auto_page_break(True, MARGIN)
        with as_file(files("ttf_opensans").joinpath("ttf", FONT)) as path:
            self.add_font(FAMILY, "", path)

    def footer(self) -> None:
        self.set_y(-MARGIN)
        self.set_font(FAMILY, "", 8)
        self.set_text_color(QUIET)
        self.cell(0, 6, f"{self._about} · {self.page_no()}/{{nb}}", align="R")

    def line_of(self, text: str, size: float = PLAIN, colour: str = LOUD) -> None:
        self.set_font(FAMILY, "", size)
        self.set_text_color(colour)
        self.multi_cell(0, size * 0.55, printable(text), align="L", new_x="LMARGIN", new_y="NEXT")

    def fact(self, name: str, value: str) -> None:
        if not value:
            return
        top = self.get_y()
        self.set_font(FAMILY, "", PLAIN)
        self.set_text_color(QUIET)
        self.multi_cell(NAMES_WIDTH, PLAIN * 0.55, name, align="L", new_x="LMARGIN", new_y="NEXT")
        below = self.get_y()
        self.set_xy(self.l_margin + NAMES_WIDTH, top)
        self.set_text_color(LOUD)
        self.multi_cell(0, PLAIN * 0.55, printable(value), align="L", new_x="LMARGIN", new_y="NEXT")
        self.set_y(max(below, self.get_y()) + 2)


def receipt_pdf(receipt: Receipt) -> bytes:
    """The same receipt gives the same bytes."""
    locale = receipt.locale
    page = _Page(receipt.reference)
    page.set_title(f"{say('receipt.title', locale)} {receipt.reference}")
    page.set_lang(word_locale(locale))
    page.set_creator("Cluster CMS")
    page.set_creation_date(receipt.at)
    page.add_page()
    page.line_of(say("receipt.title", locale), LARGE)
    page.ln(3)
    page.line_of(receipt.call, PLAIN + 2)
    page.ln(6)
    for name, value in _facts(receipt):
        page.fact(say(f"receipt.{name}", locale), value)
    for one in receipt.files:
        page.fact(say("receipt.file", locale), f"{one.filename}\n{_size(one.bytes, locale)}, SHA-256 {one.sha256}")
    page.ln(4)
    page.line_of(say("receipt.about_the_hash", locale), PLAIN - 1, QUIET)
    return bytes(page.output())


def _facts(receipt: Receipt) -> list[tuple[str, str]]:
    return [
        ("reference", receipt.reference),
        ("received", receipt.received),
        *([("organisation", receipt.organisation)] if receipt.organisation else []),
        ("email", receipt.email),
        ("cutoff", receipt.cutoff),
        ("hash", receipt.hash),
    ]


def _size(length: int, locale: str) -> str:
    kilobytes: Any = max(1, round(length / 1024))
    return f"{format_decimal(kilobytes, locale=locale_data(word_locale(locale)))} kB"


def printable(text: str) -> str:
    """With the name of each sign that the font has not ("[factory]" for an emoji), and a question mark for a letter."""
    return "".join(one if one in "\n " or ord(one) in _letters() else _named(one) for one in _plain(text))


def _named(sign: str) -> str:
    if unicodedata.category(sign) == "Sk":  # the colour of a skin belongs to the sign before
        return ""
    name = unicodedata.name(sign, "") if unicodedata.category(sign)[0] == "S" else ""
    return f"[{name.lower()}]" if name else UNKNOWN


def _plain(text: str) -> str:
    return "".join(
        letter for letter in text if letter == "\n" or unicodedata.category(letter) not in ("Cc", "Cf", "Mn")
    )


@cache
def _letters() -> frozenset[int]:
    with as_file(files("ttf_opensans").joinpath("ttf", FONT)) as path:
        return frozenset(TTFont(path).getBestCmap() or ())
