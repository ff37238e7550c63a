"""The content type of the recipe in `docs/architecture.md`, as somebody writes it into a package of their own."""

import json
from pathlib import Path

PACKAGE = "tender_types"
MODULE = '''"""What is bought, by whom, and until when one may offer."""

from collections.abc import Mapping
from typing import Any

from cms.content.fields import Choice, Date, Embedded, EmbeddedList, EmbeddedOne, Integer, Reference, Text
from cms.content_types import ContentType
from cms.content_types.computed import Computed
from cms.content_types.delivery import Delivery, Order
from cms.content_types.listing import Column, Listing
from cms.content_types.parts import Seo

SIZES = {
    "small": {"en": "Small", "cs": "Malá", "bg": "Малка"},
    "large": {"en": "Large", "cs": "Velká", "bg": "Голяма"},
}
LARGE = 100_000


def size_of(data: Mapping[str, Any]) -> str | None:
    amounts = [lot.get("amount", 0) for lot in data.get("lots", ())]
    return ("large" if sum(amounts) >= LARGE else "small") if amounts else None


class Lot(Embedded):
    subject = Text(localized=True, required=True)
    amount = Integer(required=True, description="In euros, without VAT.")


class Tender(ContentType):
    """A public tender."""

    delivery = Delivery(
        plural="tenders",
        one="tender",
        segment="tenders",
        summary="lead",
        orders=(Order("closes", descending=True),),
        filters=("buyer", "size", "closes"),
    )
    listing = Listing(icon="briefcase", columns=(Column("closes", is_day=True), Column("lots")), order="latest")

    title = Text(localized=True, required=True, max_length=200)
    lead = Text(localized=True, max_length=1000, multiline=True)
    buyer = Reference("Organisation", required=True)
    closes = Date(required=True)
    lots = EmbeddedList(Lot, max_items=50)
    seo = EmbeddedOne(Seo, group="seo")
    size = Computed(Choice(SIZES, enum="TenderSize", description="By the sum of its lots."), size_of)

    @classmethod
    def day_of(cls, data: dict[str, Any]) -> str:
        return data.get("closes") or ""
'''
TEXTS = {
    "singular": {"en": "Tender", "cs": "Zakázka", "bg": "Търг"},
    "plural": {"en": "Tenders", "cs": "Zakázky", "bg": "Търгове"},
    "new": {"en": "New tender", "cs": "Nová zakázka", "bg": "Нов търг"},
    "fields": {
        "amount": {"en": "Amount", "cs": "Částka", "bg": "Сума"},
        "buyer": {"en": "Buyer", "cs": "Zadavatel", "bg": "Възложител"},
        "closes": {"en": "Closes", "cs": "Lhůta", "bg": "Краен срок"},
        "lots": {"en": "Lots", "cs": "Části", "bg": "Позиции"},
        "subject": {"en": "Subject", "cs": "Předmět", "bg": "Предмет"},
    },
    "parts": {"Lot": {"en": "Lot", "cs": "Část", "bg": "Позиция"}},
}


def write_package(folder: Path) -> None:
    """One Python file and its texts."""
    (folder / PACKAGE / "texts").mkdir(parents=True)
    (folder / PACKAGE / "tender.py").write_text(MODULE, "utf-8")
    (folder / PACKAGE / "texts" / "Tender.json").write_text(json.dumps(TEXTS, ensure_ascii=False), "utf-8")
