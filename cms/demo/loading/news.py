"""News of both sites, and the summaries of editions."""

import datetime as dt
from typing import Any

from cms.content.richtext import from_html
from cms.demo.data import editions, read_folder
from cms.demo.loading.blocks import localized_blocks
from cms.demo.loading.editions import edition_origin
from cms.demo.loading.loading import Loading
from cms.demo.loading.placer import Draft
from cms.files.address import file_url

AS_WRITTEN = ("kind", "title", "lead", "published_at", "related_projects", "tags")
SUMMARY_AFTER = dt.timedelta(days=14)

News = dict[str, Any]


async def load_news(loading: Loading) -> None:
    await loading.each("News", read_folder("texts/news").values(), lambda news: _place_news(loading, news))


async def _place_news(loading: Loading, news: News) -> None:
    key = news["key"]
    images = await loading.shelf.ids(f"news/{key}")
    documents = [action["document"] for action in news.get("actions", []) if "document" in action]
    addresses = {document: await _address(loading, document) for document in documents}

    def draft() -> Draft:
        data = {
            **{name: news[name] for name in AS_WRITTEN if name in news},
            "body": localized_blocks(loading.placer, news["body"]),
            "image": images.get(f"news/{key}"),
            "edition": loading.placer.id_of(edition_origin(news["edition"])) if "edition" in news else None,
            "actions": [
                {"label": action["label"], "url": action.get("url") or addresses[action["document"]]}
                for action in news.get("actions", [])
            ],
            "event_facts": _event_facts(loading, news),
        }
        return Draft("NewsItem", news["site"], data, list(news["title"]), news["slugs"], news.get("shared", []))

    await loading.placer.place(f"demo:news:{key}", draft)


async def _address(loading: Loading, document: str) -> str:
    """Of "burgas-2023:agenda_draft"."""
    file = await loading.shelf.file(f"document/{document.replace(':', '/')}")
    return file_url(file.id, file.data["filename"])


def _event_facts(loading: Loading, news: News) -> News | None:
    facts = news.get("event_facts")
    if not facts:
        return None
    return {**facts, "organisers": [loading.placer.id_of(f"demo:organisation:{key}") for key in facts["organisers"]]}


async def load_summaries(loading: Loading) -> None:
    """Of exactly those editions that have one according to the facts."""
    summarised = [edition for edition in editions().values() if edition[0]["hasSummary"]]
    await loading.each("Event summaries", summarised, lambda edition: _place_summary(loading, *edition))


async def _place_summary(loading: Loading, facts: News, text: News) -> None:
    slug = facts["slug"]
    banner = (await loading.shelf.file(f"banner/{slug}")).id
    summary = text["summary"]

    def draft() -> Draft:
        data = {
            "kind": "event_summary",
            "title": {"en": summary["title"]},
            "lead": {"en": summary["lead"]},
            "body": {"en": [{"kind": "text", "body": from_html(summary["body"])}]},
            "published_at": (dt.date.fromisoformat(facts["endDate"]) + SUMMARY_AFTER).isoformat(),
            "image": banner,
            "edition": loading.placer.id_of(edition_origin(slug)),
            "tags": [facts["city"]],
        }
        return Draft("NewsItem", "eccp", data, ["en"], {"en": f"summary-{slug}"}, ["nca"])

    await loading.placer.place(f"demo:summary:{slug}", draft)
