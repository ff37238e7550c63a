"""The edition of Iași: its facts and texts from the demo, its programme, partners, pictures and documents."""

from typing import Any

from benchmarks.content.maker import LANGUAGES, NEIGHBOUR, Maker
from benchmarks.content.programme import PDF, make_days
from cms.content.richtext import from_html
from cms.demo.data import read


async def make_edition(maker: Maker, series: str, banner: str) -> str:
    """The id of the published edition; what it refers to is made on the way."""
    texts = read("texts/editions/iasi-2023.json")
    data = _facts(texts) | _texts(texts) | {"series": series, "banner": banner}
    data["discover"] = await _discover(maker, texts["discover"])
    data["documents"] = await _documents(maker)
    data["partners"] = await _partners(maker)
    data["days"] = await make_days(maker)
    slugs = dict.fromkeys(LANGUAGES, "iasi-2023")
    return await maker.make("Edition", data, LANGUAGES, shared=[NEIGHBOUR], slugs=slugs)


def _facts(texts: dict[str, Any]) -> dict[str, Any]:
    return {
        "country": "RO",
        "start": "2023-11-21",
        "end": "2023-11-23",
        "time_zone": texts["time_zone"],
        "mode": "onsite",
        "sectors": texts["matchmaking"]["sectors"][:4],
        "event_types": texts["event_types"],
        "event_targets": texts["event_targets"],
        "registration": {"url": "https://example.org/register", "closes": "2023-11-17T18:00"},
        "matchmaking": texts["matchmaking"],
        "recordings": [{"label": {"en": "First day"}, "url": "https://example.org/first-day"}],
        "linked_projects": [{"name": "DIGITOUR", "countries": ["BG", "CZ", "ES"], "url": "https://example.org"}],
    }


def _texts(texts: dict[str, Any]) -> dict[str, Any]:
    """The Czech ones are as long as the English ones."""
    plain = ("lead_before", "lead_after", "objectives", "target_group")
    return {
        **{name: dict.fromkeys(LANGUAGES, texts[name]["en"]) for name in plain},
        **{name: dict.fromkeys(LANGUAGES, from_html(texts[name]["en"])) for name in ("focus", "context")},
        "city": {"en": "Iași", "cs": "Jasy"},
        "region": texts["region"],
        "theme": dict.fromkeys(LANGUAGES, "Clusters as drivers of regional innovation eco-systems"),
        "venue": {"name": texts["venue"], "street": "Piața Unirii 5", "city": "Iași"},
    }


async def _discover(maker: Maker, texts: dict[str, Any]) -> dict[str, Any]:
    image = await maker.picture("hills.jpg", "Seven drawn hills in shades of green.")
    return {"title": texts["title"], "body": {"en": from_html(texts["body"]["en"])}, "image": image}


async def _documents(maker: Maker) -> list[dict[str, Any]]:
    return [
        {"kind": kind, "label": {"en": label}, "file": await maker.file(f"{kind}.pdf", PDF, 310_000, page_count=4)}
        for kind, label in (("agenda_final", "Final agenda"), ("input_paper", "Input paper"))
    ]


async def _partners(maker: Maker) -> list[dict[str, Any]]:
    partners = []
    for number, role in enumerate(("organiser", "on_behalf_of", "host", "partner", "partner"), start=1):
        logo = await maker.picture(f"logo-{number}.png", f"The logo of partner {number}.")
        data = {"name": {"en": f"Regional Partner {number}"}, "country": "RO", "url": "https://example.org"}
        partners.append({"organisation": await maker.make("Organisation", data | {"logo": logo}), "role": role})
    return partners
