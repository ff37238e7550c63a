"""The twenty presentations of Iași: PDF or PPTX, about the talk they belong to."""

from collections.abc import Iterator
from typing import Any

from cms.content.rules.slug import slug_from
from cms.demo.data import iasi_talks, read
from cms.demo.files.wanted_file import WantedFile

FOOTER = "Demonstration file made by Cluster CMS. The slides that the speaker showed are not reproduced here."
EDITION = "Clusters meet Regions, Iași, 21–23 November 2023"


def presentation_key(number: int) -> str:
    """`number` counts the talks from 1."""
    return f"presentation/iasi-2023/{number:02}"


def presentations() -> Iterator[WantedFile]:
    ours = read("texts/iasi_presentations.json")
    for number, ((session, talk), own) in enumerate(zip(iasi_talks(), ours, strict=True), 1):
        speaker = talk["speakers"][0]
        filename = f"iasi-2023-{number:02}-{slug_from(speaker['name'])}.{own['format']}"
        yield WantedFile(presentation_key(number), filename, _job(session, talk, speaker, own))


def _job(session: dict[str, Any], talk: dict[str, Any], speaker: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    role = f"{speaker['role']}, " if speaker["role"] else ""
    who = f"{role}{speaker['organisation']}"
    return {
        "make": own["format"],
        "layout": "slides",
        "title": talk["title"] or own["title"],
        "author": speaker["name"],
        "language": "en",
        "date": "2023-11-22",
        "colour": "#1b4332",
        "footer": FOOTER,
        "cover": [speaker["name"], who, EDITION],
        "pages": [
            {"heading": session.get("groupTitle") or session["title"], "lines": [session["title"], who]},
            {"heading": own["heading"], "lines": own["lines"]},
            {"heading": "Questions for the discussion", "lines": own["questions"]},
        ],
    }
