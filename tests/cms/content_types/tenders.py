"""A content type of another package: one Python file and its words."""

import importlib.util
import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cms.content_types import registry

MODULE = "tenders_of_a_test"
DECLARED = """
from cms.content.fields import Choice, Date, Embedded, EmbeddedList, Text
from cms.content_types import ContentType
from cms.content_types.delivery import Delivery, Order
from cms.content_types.listing import Column, Listing

PROCEDURES = {"open": {"en": "Open", "cs": "Otevřené", "bg": "Открита"}}


class Lot(Embedded):
    subject = Text(localized=True)


class Tender(ContentType):
    delivery = Delivery(
        plural="tenders", one="tender", segment="tenders", orders=(Order("deadline"),), filters=("procedure",)
    )
    listing = Listing(
        group="library", icon="briefcase", columns=(Column("procedure"), Column("deadline", is_day=True))
    )

    title = Text(localized=True, required=True)
    procedure = Choice(PROCEDURES, enum="TenderProcedure")
    deadline = Date(doc="The last day.")
    lots = EmbeddedList(Lot)

    @classmethod
    def day_of(cls, data):
        return data.get("deadline") or ""
"""
WORDS: Mapping[str, Any] = {
    "singular": {"en": "Tender", "cs": "Zakázka", "bg": "Търг"},
    "plural": {"en": "Tenders", "cs": "Zakázky", "bg": "Търгове"},
    "new": {"en": "New tender", "cs": "Nová zakázka", "bg": "Нов търг"},
    "fields": {
        "deadline": {"en": "Deadline", "cs": "Lhůta", "bg": "Срок"},
        "lots": {"en": "Lots", "cs": "Části", "bg": "Позиции"},
        "procedure": {"en": "Procedure", "cs": "Řízení", "bg": "Процедура"},
        "subject": {"en": "Subject", "cs": "Předmět", "bg": "Предмет"},
        "title": {"en": "Name of the tender", "cs": "Název zakázky", "bg": "Наименование на търга"},
    },
    "help": {"deadline": {"cs": "Poslední den.", "bg": "Последният ден."}},
    "parts": {"Lot": {"en": "Lot", "cs": "Část", "bg": "Позиция"}},
}


def written(package: Path, declared: str = DECLARED, words: Mapping[str, Any] = WORDS) -> Path:
    """The module of the type, with its words beside it."""
    (package / "texts").mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "tender.py").write_text(declared, "utf-8")
    (package / "texts" / "Tender.json").write_text(json.dumps(words, ensure_ascii=False, indent=2), "utf-8")
    return package / "tender.py"


@contextmanager
def tender_declared(package: Path, declared: str = DECLARED, words: Mapping[str, Any] = WORDS) -> Iterator[None]:
    """The type is there inside; raises `WrongDeclaration` where it may not be."""
    spec = importlib.util.spec_from_file_location(MODULE, written(package, declared, words))
    assert spec and spec.loader
    module = sys.modules[MODULE] = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
        yield
    finally:
        registry.pop("Tender", None)
        del sys.modules[MODULE]
