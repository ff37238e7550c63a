"""What is written and read: two sites that share news and editions, with all that follows from something else."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from cms.access.actor import SYSTEM, TOKEN_RIGHTS
from cms.accounts.actions.create_token import create_token
from cms.accounts.people import actor_of, create_account
from cms.content.richtext import from_html
from cms.items.actions import create_item, publish_item, share_item
from cms.kernel.services import Services

SITES = ("eccp", "nca")
_SESSION = "a session"
_EUROPE = {"time_zone": "Europe/Brussels"}


@dataclass(frozen=True, slots=True)
class Scene:
    """`items`: {name: id of the item}; `secret`: a token for everything that an administrator may do."""

    items: dict[str, str]
    secret: str

    def named(self, prefix: str) -> list[str]:
        return [id for name, id in self.items.items() if name.startswith(prefix)]


async def make_scene(services: Services) -> Scene:
    items = await _Maker(services).everything()
    owner = await create_account(
        services,
        email="writer@example.org",
        name="Writer",
        password="correct horse battery",
        roles={"*": ["administrator"]},
    )
    expires = services.clock() + timedelta(days=30)
    scopes = sorted(TOKEN_RIGHTS)
    token = await create_token(services, actor_of(owner), _SESSION, name="writers", scopes=scopes, expires=expires)
    return Scene(items, token.secret)


class _Maker:
    def __init__(self, services: Services) -> None:
        self._services, self._items = services, dict[str, str]()

    async def everything(self) -> dict[str, str]:
        await self._sites()
        await self._programme()
        await self._news()
        await self._pages()
        return self._items

    async def _publish(
        self, name: str, type: str, data: dict[str, Any], locales: tuple[str, ...] = ("en",), **more: Any
    ) -> str:
        services, shared = self._services, more.pop("shared", ())
        item = await create_item(services, SYSTEM, type=type, site=more.pop("site", "eccp"), data=data, **more)
        if shared:
            await share_item(services, SYSTEM, item.id, list(shared))
        await publish_item(services, SYSTEM, item.id, list(locales))
        self._items[name] = item.id
        return item.id

    async def _sites(self) -> None:
        both = {"en": "Czech clusters", "cs": "České klastry"}
        european = {"key": "eccp", "name": {"en": "Europe"}, "locales": ["en"], "default_locale": "en", **_EUROPE}
        await self._publish("site-eccp", "Site", european)
        czech = {"key": "nca", "name": both, "locales": ["cs", "en"], "default_locale": "cs", **_EUROPE}
        await self._publish("site-nca", "Site", {**czech, "fallback_order": ["cs", "en"]}, ("cs", "en"), site="nca")

    async def _programme(self) -> None:
        terms = [{"slug": "ict", "label": {"en": "ICT", "cs": "IT"}}, {"slug": "bio", "label": {"en": "Bio"}}]
        await self._publish("vocabulary", "Vocabulary", {"key": "sectors", "title": {"en": "Sectors"}, "terms": terms})
        series = await self._publish(
            "series", "Series", {"title": {"en": "Meetings"}}, shared=["nca"], slugs={"en": "meetings"}
        )
        person = await self._publish("person", "Person", {"name": "Jana Nováková"})
        partner = await self._publish("partner", "Organisation", {"name": {"en": "Cluster"}})
        speakers = [{"person": person, "capacity": "speaker"}]
        session = {
            "type": "keynote",
            "title": {"en": "Keynotes"},
            "talks": [{"title": {"en": "A"}, "speakers": speakers}],
        }
        days = [{"label": {"en": "Day 1"}, "date": "2030-11-21", "sessions": [session]}]
        texts = {
            "city": {"en": "Iasi", "cs": "Jasy"},
            "theme": {"en": "Regions", "cs": "Regiony"},
            "lead_before": {"en": "Come.", "cs": "Přijďte."},
        }
        facts = {"country": "RO", "start": "2030-11-21", "end": "2030-11-21", "time_zone": "Europe/Bucharest"}
        more = {"series": series, "sectors": ["ict"], "partners": [{"organisation": partner, "role": "host"}]}
        slugs = dict.fromkeys(("en", "cs"), "iasi")
        data = {**texts, **facts, **more, "days": days}
        await self._publish("edition", "Edition", data, ("en", "cs"), slugs=slugs, shared=["nca"])

    async def _news(self) -> None:
        text = {"kind": "text", "body": from_html(f'<p>The <a data-item="{self._items["edition"]}">programme</a>.</p>')}
        for number in range(4):
            title = {"en": f"News {number}", "cs": f"Novinka {number}"}
            facts = {"kind": "news", "published_at": f"2024-03-0{number + 1}", "edition": self._items["edition"]}
            body = {"en": [{"id": "a", **text}], "cs": [{"id": "a", **text}]}
            data = {"title": title, "lead": {"en": "Lead", "cs": "Úvod"}, "body": body, **facts}
            slugs = {"en": f"news-{number}", "cs": f"novinka-{number}"}
            await self._publish(f"news-{number}", "NewsItem", data, ("en", "cs"), slugs=slugs, shared=["nca"])

    async def _pages(self) -> None:
        kinds: list[dict[str, Any]] = [
            {"kind": "edition_list", "status": "upcoming"},
            {"kind": "news_list", "limit": 3},
        ]
        blocks = [{"id": f"b{number}", **one} for number, one in enumerate(kinds)]
        for site in SITES:
            page = {"title": {"en": "Home"}, "blocks": {"en": blocks}}
            home = await self._publish(f"page-{site}", "Page", page, slugs={"en": "home"}, site=site)
            targets = (home, self._items["edition"], self._items["news-0"])
            entries = [{"id": f"e{n}", "label": {"en": f"Entry {n}"}, "target": id} for n, id in enumerate(targets)]
            await self._publish(f"menu-{site}", "Menu", {"slot": "main", "entries": entries}, site=site)
