"""One item of every kind that is cloned, and what all of them share: sites, menus, vocabularies."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from benchmarks.content.edition import make_edition
from benchmarks.content.maker import HOME, LANGUAGES, NEIGHBOUR, Maker
from cms.content.richtext import from_html
from cms.content.sites import SiteRules, rules_of
from cms.demo.data import read_folder
from cms.kernel.services import Services
from storage.conditions import EVERYTHING
from storage.published import Document

MOST = 1000
SITES: list[dict[str, Any]] = [
    {"key": HOME, "name": {"en": "European Clusters"}, "locales": ["en"], "default_locale": "en"},
    {"key": NEIGHBOUR, "name": {"en": "Czech Clusters"}, "locales": ["cs", "en"], "default_locale": "cs"},
]


@dataclass(frozen=True, slots=True)
class Templates:
    """`snapshots`: {content type: its live documents}."""

    sites: dict[str, SiteRules]
    snapshots: dict[str, list[Document]]

    def one(self, type: str) -> Document:
        return self.snapshots[type][0]


async def make_templates(services: Services) -> list[str]:
    """The ids of all that is live then: to be called in a database that has nothing else."""
    maker = Maker(services)
    for site in SITES:
        await maker.make("Site", {**site, "time_zone": "Europe/Prague"}, site=site["key"])
    for vocabulary in read_folder("texts/vocabularies").values():
        await maker.make("Vocabulary", _vocabulary(vocabulary))
    title = {"en": "Clusters meet Regions", "cs": "Klastry a regiony"}
    series = await maker.make("Series", {"title": title}, LANGUAGES, shared=[NEIGHBOUR])
    picture = await maker.picture("green-hills.jpg", "Soft green hills, one behind the other.")
    edition = await make_edition(maker, series, picture)
    await _make_news(maker, edition, picture)
    await maker.make("Page", {"title": {"en": "About us"}, "blocks": {"en": _body("en")}})
    for slot in ("main", "footer"):
        await _make_menu(maker, slot, series)
    return [document["_id"] for document in await services.repository.published.find(EVERYTHING, fields=[], limit=MOST)]


async def read_templates(services: Services, ids: Sequence[str]) -> Templates:
    """Those with these ids."""
    snapshots: dict[str, list[Document]] = {}
    for document in sorted(await services.repository.published.by_ids(ids), key=itemgetter("_id")):
        snapshots.setdefault(document["type"], []).append(document)
    rules = [rules_of(document["data"]) for document in snapshots["Site"]]
    return Templates({one.key: one for one in rules}, snapshots)


def _vocabulary(texts: dict[str, Any]) -> dict[str, Any]:
    terms = [{"slug": term["slug"], "label": term["label"]} for term in texts["terms"]]
    return {"key": texts["key"], "title": texts["title"], "terms": terms}


async def _make_news(maker: Maker, edition: str, picture: str) -> None:
    title = {"en": "Come to Iași: clusters and regions meet", "cs": "Přijeďte do Jas: klastry a regiony se setkají"}
    data = {
        "kind": "invitation",
        "title": title,
        "lead": dict.fromkeys(LANGUAGES, "Clusters from three countries meet with guests from the EU and do business."),
        "body": {locale: _body(locale) for locale in LANGUAGES},
        "published_at": "2023-08-31",
        "image": picture,
        "edition": edition,
        "actions": [{"label": dict.fromkeys(LANGUAGES, "Register"), "url": "https://example.org/register"}],
        "tags": ["iasi"],
    }
    await maker.make("NewsItem", data, LANGUAGES, shared=[NEIGHBOUR])


def _body(locale: str) -> list[dict[str, Any]]:
    paragraph = (
        f"<p>Three days show how a region ({locale}) can innovate with its clusters. {'Come and see. ' * 30}</p>"
    )
    return [{"kind": "text", "heading": "Reasons to come", "body": from_html(paragraph * 3)} for _ in range(2)]


async def _make_menu(maker: Maker, slot: str, series: str) -> None:
    entries = [{"label": {"en": f"Entry {number}"}, "url": f"/entry-{number}"} for number in range(5)]
    entries.append({"label": {"en": "The series"}, "target": series})
    await maker.make("Menu", {"slot": slot, "entries": entries})
