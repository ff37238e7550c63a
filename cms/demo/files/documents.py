"""The demo's documents: agendas, papers and booklets of editions, and the papers of the calls."""

import re
from collections.abc import Iterator
from typing import Any

from cms.content.rules.date_label import date_range_label
from cms.content.rules.labels import DOCUMENT_KINDS
from cms.demo.data import Text, editions, read_folder
from cms.demo.files.document_pages import call_pages, edition_pages
from cms.demo.files.wanted_file import WantedFile

FOOTER = "Demonstration file made by Cluster CMS. It is not the document of the organisers."
# What the facts call a file, most telling first.
KINDS = {
    "draft agenda": "agenda_draft",
    "agenda": "agenda_final",
    "input paper": "input_paper",
    "booklet": "booklet",
    "proceedings": "proceedings",
}


def edition_documents(facts: dict[str, Any]) -> list[tuple[str, Text, str]]:
    """(kind, label, key of the file) of each document that the facts mention."""
    found = []
    for mentioned in facts["filesMentioned"]:
        kind = next((kind for words, kind in KINDS.items() if words in mentioned), None)
        if kind:
            _words, _colon, title = mentioned.partition(": ")
            label = {locale: f"{text}: {title}" if title else text for locale, text in DOCUMENT_KINDS[kind].items()}
            found.append((kind, label, f"document/{facts['slug']}/{kind}"))
    return found


def documents() -> Iterator[WantedFile]:
    for slug, (facts, text) in editions().items():
        for mentioned, (kind, label, key) in zip(_documents_mentioned(facts), edition_documents(facts), strict=True):
            title = f"{label['en']} – {facts['listLabel']}"
            job = _paper(title, facts["startDate"], text["banner"]["colours"][0])
            dates = date_range_label(facts["startDate"], facts["endDate"], "en")
            job |= {"cover": ["Clusters meet Regions", dates], "pages": edition_pages(kind, facts, text)}
            yield WantedFile(key, _filename(mentioned) or f"{slug}-{kind.replace('_', '-')}.pdf", job)
    for slug, call in read_folder("texts/calls").items():
        for document in call["documents"]:
            job = _paper(f"{document['label']['en']} – {call['target_period']}", call["opens"][:10], "#0b3d91")
            job |= {"cover": [call["title"]["en"]], "pages": call_pages(call)}
            yield WantedFile(f"call/{slug}/{document['key']}", f"{slug}-{document['key']}.pdf", job)


def _documents_mentioned(facts: dict[str, Any]) -> list[str]:
    return [mentioned for mentioned in facts["filesMentioned"] if any(words in mentioned for words in KINDS)]


def _filename(mentioned: str) -> str | None:
    """The name that the file had, where the facts tell it."""
    found = re.search(r"\(([\w.-]+\.pdf)", mentioned)
    return found.group(1) if found else None


def _paper(title: str, date: str, colour: str) -> dict[str, Any]:
    return {
        "make": "pdf",
        "layout": "paper",
        "title": title,
        "author": "Cluster CMS demo",
        "language": "en",
        "date": date,
        "colour": colour,
        "footer": FOOTER,
    }
