"""Three sites in three languages that share what they show. Every text says which language it is in and whether it is
a draft; titles say the site too: two answers that got mixed up in a client look like neither."""

from collections.abc import Mapping, Sequence
from typing import Any

from cms.access.actor import SYSTEM
from cms.content.richtext import from_html
from cms.content_types import registry
from cms.items.actions import create_item, publish_item, publish_override, update_item, update_override
from cms.kernel.services import Services
from storage.documents import Item

SITES: Sequence[str] = ("eccp", "nca", "burgas")
LOCALES: Sequence[str] = ("en", "cs", "bg")
EDITIONS = 7


def words(text: str) -> dict[str, str]:
    return {locale: f"{text} [{locale}]" for locale in LOCALES}


def formatted(text: str, target: Item) -> dict[str, Any]:
    """With a link to the item."""
    return {
        locale: from_html(f'<h2>{said}</h2><p>With <a data-item="{target.id}">{said}</a></p>')
        for locale, said in words(text).items()
    }


def as_draft(value: Any) -> Any:
    """The same with other words everywhere."""
    if isinstance(value, Mapping):
        return {key: as_draft(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_draft(inner) for inner in value]
    return value.replace("]", ", draft]") if isinstance(value, str) else value


class ThreeSites:
    def __init__(self, services: Services) -> None:
        self.services = services
        self.items: list[Item] = []

    async def lay_down(self) -> None:
        """Publishes everything, and then changes all drafts, which only previews show."""
        for key, default in zip(SITES, LOCALES, strict=True):
            facts = {"key": key, "locales": list(LOCALES), "default_locale": default, "time_zone": "Europe/Sofia"}
            await self._publish("Site", {**facts, "name": words(f"Site {key}")}, site=key, shared=())
        series = await self._series()
        person = await self._publish(
            "Person", {"name": "Jana Nováková", "consent": True, "bio": formatted("Bio", series)}, slug="jana"
        )
        news = [await self._news(number, series, person) for number in (1, 2)]
        editions = [await self._edition(number, series, person) for number in range(1, EDITIONS + 1)]
        await self._call(series)
        await self._pages(editions[0], news[0])
        for item in self.items:
            changes = {name: as_draft(value) for name, value in item.data.items() if value != as_draft(value)}
            await update_item(self.services, SYSTEM, item.id, item.version, changes)

    async def _series(self) -> Item:
        for key in ("sectors", "news-kinds"):
            terms = [{"slug": slug, "label": words(slug)} for slug in ("ict", "news")]
            await self._publish("Vocabulary", {"key": key, "title": words(key), "terms": terms}, shared=())
        return await self._publish("Series", {"title": words("Series")}, slug="meetings")

    async def _edition(self, number: int, series: Item, person: Item) -> Item:
        host = await self._publish("Organisation", {"name": words(f"Host {number}")}, slug=f"host-{number}")
        day = f"2024-05-{number:02}"
        data: dict[str, Any] = {
            "series": series.id,
            "city": words(f"City {number}"),
            "country": "BG",
            "start": day,
            "end": day,
            "time_zone": "Europe/Sofia",
            "theme": words(f"Edition {number}"),
            "lead_before": words("Meet us"),
            "context": formatted("Context", person),
            "venue": {"name": words("Hall"), "city": "Burgas"},
            "sectors": ["ict"],
            "partners": [{"organisation": host.id, "role": "host"}],
            "days": [{"label": words("Day"), "date": day, "sessions": [await self._session(number, person)]}],
        }
        return await self._publish("Edition", data, slug=f"edition-{number}")

    async def _session(self, number: int, person: Item) -> dict[str, Any]:
        facts = {"mime": "application/pdf", "byte_size": 9, "sha256": f"{number:064}"}
        file = await self._publish("FileAsset", {"filename": f"talk-{number}.pdf"}, facts=facts)
        shown = await self._publish("PresentationFile", {"title": words(f"Slides {number}"), "file": file.id})
        speakers = [{"person": person.id, "capacity": "speaker", "role": words("Chair")}]
        talk = {"title": words("Talk"), "speakers": speakers, "presentations": [shown.id]}
        inner = {"type": "panel", "title": words("Panel"), "talks": [talk]}
        return {"type": "keynote", "title": words("Keynotes"), "talks": [talk], "children": [inner]}

    async def _news(self, number: int, series: Item, person: Item) -> Item:
        data = {
            "kind": "news",
            "title": words(f"News {number}"),
            "lead": words("Come"),
            "published_at": f"2024-03-{number:02}",
            "body": self._blocks(
                formatted("News", person), {"kind": "edition_list", "title": "x", "series": series.id}
            ),
        }
        return await self._publish("NewsItem", data, slug=f"news-{number}")

    async def _pages(self, edition: Item, news: Item) -> None:
        about = self._blocks(formatted("About", edition), {"kind": "news_list", "title": "x"})
        await self._publish("Page", {"title": words("About"), "blocks": about}, slug="about")
        home = self._blocks(formatted("Home", news), {"kind": "call_teaser"})
        await self._publish("Page", {"title": words("Home"), "blocks": home}, slug="")
        entries = [{"label": words("About us"), "target": edition.id}]
        for site in SITES:
            await self._publish("Menu", {"slot": "main", "entries": entries}, site=site, shared=())

    def _blocks(self, texts: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
        """A text and another block, in each language."""
        return {
            locale: [
                {"kind": "text", "heading": f"Heading [{locale}]", "body": text},
                {**other, **({"title": f"List [{locale}]"} if "title" in other else {})},
            ]
            for locale, text in texts.items()
        }

    async def _call(self, series: Item) -> None:
        question = {"key": "name", "type": "text", "label": words("Name"), "help": words("Yours")}
        steps = [{"key": "first", "title": words("First"), "questions": [question]}]
        form = await self._publish("ApplicationForm", {"title": words("Form"), "steps": steps}, shared=())
        data = {
            "title": words("Call"),
            "body": formatted("Host us", series),
            "series": series.id,
            "opens": "2024-01-01T09:00",
            "cutoffs": [{"at": "2024-05-31T18:00"}, {"at": "2024-10-31T18:00"}],
            "time_zone": "Europe/Sofia",
            "form": form.id,
        }
        await self._publish("CallForHosts", data, slug="hosts")

    async def _publish(
        self,
        type: str,
        data: dict[str, Any],
        *,
        slug: str | None = None,
        site: str = SITES[0],
        shared: Sequence[str] = SITES[1:],
        facts: dict[str, Any] | None = None,
    ) -> Item:
        slugs = {} if slug is None else dict.fromkeys(LOCALES, slug)
        draft = await create_item(
            self.services, SYSTEM, type=type, site=site, data=data, slugs=slugs, shared=shared, facts=facts
        )
        made = await publish_item(self.services, SYSTEM, draft.id, LOCALES)
        self.items.append(made)
        if shared and "title" in registry[type].overridable:
            await self._shown_differently(made, shared)
        return made

    async def _shown_differently(self, item: Item, sites: Sequence[str]) -> None:
        """By these sites, which give it titles of their own."""
        for site in sites:
            titles = words(f"As {site} calls {item.type} {item.slugs[LOCALES[0]]}")
            await update_override(self.services, SYSTEM, item.id, site, 0, {"title": titles})
            await publish_override(self.services, SYSTEM, item.id, site)
