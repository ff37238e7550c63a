"""An edition's fields from its facts and our texts."""

from collections.abc import Callable, Mapping
from typing import Any

from cms.demo.data import read
from cms.demo.files.documents import edition_documents
from cms.demo.loading.loading import rich

# A number that the order of the dates cannot give, because the date is not known.
NUMBERS = {"heilbronn-2025": 20}
VIDEOS = {"burgas-2023": "https://example.org/videos/burgas-2023"}
TEXTS = ("city", "region", "lead_before", "lead_after", "objectives", "target_group", "linked_projects", "time_zone")
LISTS = ("event_types", "event_targets", "registration", "matchmaking")

Facts = dict[str, Any]


def edition_data(
    facts: Facts, text: Facts, *, series: str, files: Mapping[str, str], organisation: Callable[[str], str]
) -> dict[str, Any]:
    """`files` is {key: id}, `organisation` gives the id for a name as the facts write it."""
    slug = facts["slug"]
    announced = facts.get("announcedDates", {})
    return {
        **{name: text[name] for name in (*TEXTS, *LISTS) if name in text},
        "series": series,
        "theme": ({"en": facts["theme"]} if "theme" in facts else {}) | text.get("theme", {}),
        "country": facts["countryCode"],
        "list_label": {"en": facts["listLabel"]} if "listLabel" in facts else None,
        "start": facts.get("startDate"),
        "end": facts.get("endDate"),
        "postponed_from": announced.get("startDate"),
        "number_override": NUMBERS.get(slug),
        "mode": facts.get("mode"),
        "focus": rich(text["focus"]),
        "context": rich(text.get("context", {})),
        "venue": _venue(facts, text),
        "sectors": text.get("sectors") or sectors_of(facts.get("topics", [])),
        "banner": files[f"banner/{slug}"],
        "discover": _discover(slug, text, files),
        "video": VIDEOS.get(slug),
        "documents": [
            {"kind": kind, "label": label, "file": files[key]} for kind, label, key in edition_documents(facts)
        ],
        "attendance": [
            {"number": one["value"], "basis": one["basis"], "source": one["source"]}
            for one in facts.get("attendance", [])
        ],
        "partners": [
            {"organisation": organisation(one["organisation"]), "role": one["role"]} for one in facts["partners"]
        ],
    }


def sectors_of(topics: list[str]) -> list[str]:
    """The terms that stand for these topics, each once."""
    terms = read("texts/vocabularies/sectors.json")["terms"]
    slugs = {topic: term["slug"] for term in terms for topic in term["topics"]}
    return list(dict.fromkeys(slugs[topic] for topic in topics))


def _venue(facts: Facts, text: Facts) -> Facts | None:
    venue = facts.get("venue")
    return {**venue, "name": {"en": venue["name"], **text.get("venue", {})}} if venue else None


def _discover(slug: str, text: Facts, files: Mapping[str, str]) -> Facts | None:
    written = text.get("discover")
    if not written:
        return None
    return {"title": written["title"], "body": rich(written["body"]), "image": files[f"discover/{slug}"]}
