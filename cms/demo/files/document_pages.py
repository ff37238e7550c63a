"""What stands on the pages of the demo's documents: the facts and texts of the item that they belong to."""

import re
from typing import Any

from cms.content.rules.labels import PARTNER_ROLES
from cms.demo.data import read

Page = dict[str, Any]


def edition_pages(kind: str, facts: dict[str, Any], text: dict[str, Any]) -> list[Page]:
    """Of an agenda, input paper, booklet or proceedings."""
    theme = facts.get("theme") or text["theme"]["en"]
    about = _page("About this edition", [f"Theme: {theme}", *_paragraphs(text["focus"]["en"])], bullets=False)
    aims = _page("Objectives", text["objectives"]["en"])
    partners = _page("Partners", [f"{PARTNER_ROLES[p['role']]['en']}: {p['organisation']}" for p in facts["partners"]])
    where = _page("Where and when", _where(facts), bullets=False)
    pages = {
        "agenda_draft": [where, _page("Draft", ["Subject to change."], bullets=False), aims],
        "agenda_final": [where, *_sessions(facts["slug"]), aims, partners],
        "input_paper": [about, _page("The region", _region(facts, text), bullets=False), aims],
        "booklet": [where, about, partners],
        "proceedings": [about, aims, partners],
    }
    return pages[kind]


def call_pages(call: dict[str, Any]) -> list[Page]:
    criteria = [f"{one['label']['en']}: {one['weight']} of 100" for one in call["criteria"]]
    cutoffs = [at.replace("T", ", ") + ", Brussels time" for at in call["cutoffs"]]
    return [
        _page("The call", _paragraphs(call["body"]["en"]), bullets=False),
        _page("Cut-off dates", cutoffs),
        _page("Criteria", criteria),
        _page("The host provides", call["host_provides"]["en"]),
        _page("The platform provides", call["platform_provides"]["en"]),
    ]


def _page(heading: str, lines: list[str], *, bullets: bool = True) -> Page:
    return {"heading": heading, "lines": lines, "bullets": bullets}


def _paragraphs(html: str) -> list[str]:
    return [re.sub(r"<[^>]+>", "", part) for part in re.findall(r"<(?:p|li|h2)>(.*?)</(?:p|li|h2)>", html)]


def _where(facts: dict[str, Any]) -> list[str]:
    venue = facts.get("venue") or {}
    place = ", ".join(filter(None, (venue.get("name"), venue.get("street"), facts["city"], facts["country"])))
    return [f"{facts['startDate']} – {facts['endDate']}", place]


def _region(facts: dict[str, Any], text: dict[str, Any]) -> list[str]:
    topics = ", ".join(facts.get("topics", []))
    named = f"{facts.get('region', facts['city'])}, {facts['country']}"
    return [named, *([f"Topics of the edition: {topics}."] if topics else []), text["lead_before"]["en"]]


def _sessions(slug: str) -> list[Page]:
    """The programme, where it is known."""
    programme = read("facts/iasi_programme.json")
    if slug != programme["edition"]:
        return []
    sessions = [programme["opening"], *programme["days"][0]["sessions"]]
    return [_page("22 November 2023", [line for session in sessions for line in _lines(session)])]


def _lines(session: dict[str, Any]) -> list[str]:
    return [session["title"], *(child["title"] for child in session.get("children", []))]
