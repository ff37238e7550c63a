"""The queries that are measured, and where in a database they look."""

from dataclasses import dataclass
from typing import Any

import orjson

from benchmarks.content.maker import HOME
from benchmarks.content.mix import mix_of
from cms.kernel.services import Services
from schema.delivery.examples import contract_operations
from schema.delivery.lists.cursors import Cursors
from storage.keyset import Order

PAGE = 20
LEFT = 30
"""News items that are left behind the cursor of the late page."""

NEWS = """query News($site: String!, $l: Locale!, $after: String, $f: NewsItemFilter) { site(key: $site, locale: $l) {
  news(first: 20, after: $after, filter: $f) {
    nodes { id slug url title dateLabel lead kind { label } image { url } } } } }"""

COUNTED_NEWS = NEWS.replace("nodes {", "totalCount nodes {")

DEEP = """query Deep($site: String!, $l: Locale!) { site(key: $site, locale: $l) { editions(first: 20) {
  nodes { slug days { sessions { ...Sess children { ...Sess } } } } } } }
fragment Sess on Session { title talks { title speakers { person { slug name } capacity role organisationName }
  presentations { url filename mime bytes } } }"""


@dataclass(frozen=True, slots=True)
class Query:
    """`variables`: those beside site and locale. `finds_more`: where there is more, so that its costs are not those of
    the same page."""

    name: str
    text: str
    variables: dict[str, Any]
    finds_more: bool = False

    @property
    def body(self) -> bytes:
        return orjson.dumps({"query": self.text, "variables": {"site": HOME, "l": "en", **self.variables}})


async def main_queries(services: Services, items: int, secret_key: str) -> list[Query]:
    """The four that the README tells about."""
    return [
        Query("news list", NEWS, {}),
        Query("late news page", NEWS, {"after": await _late_cursor(services, secret_key)}),
        edition_page(items),
        Query("deep edition list", DEEP, {}),
    ]


def edition_page(items: int, name: str = "edition page") -> Query:
    return edition_page_of(_edition(items), name)


def edition_page_of(slug: str, name: str = "edition page") -> Query:
    return Query(name, contract_operations()["EditionPage"], {"slug": slug})


async def more_queries(services: Services, items: int) -> list[Query]:
    """Pages of the contract, and filters of which few items or none are left."""
    contract = contract_operations()
    middle = mix_of(items).news // 2
    [series] = [one["_id"] for one in await services.repository.published.at_addresses([f"{HOME}/en/series/series-0"])]
    return [
        Query("series landing", series_landing(), {}),
        Query("edition archive", contract["EditionArchive"], {"f": {"status": ["PAST"], "series": [series]}}),
        Query("archive of a country", contract["EditionArchive"], {"f": {"country": ["CZ"]}}, finds_more=True),
        Query("regional home", contract["RegionalHome"], {}),
        Query("news detail", contract["NewsDetail"], {"slug": f"news-{middle - middle % 10}"}),
        Query("news list with its count", COUNTED_NEWS, {}),
        Query("news by a rare tag", NEWS, {"f": {"tags": [f"story-{middle // 3}"]}}),
        Query("news by an unknown tag", NEWS, {"f": {"tags": ["nobody-has-this"]}}),
        Query("news by edition", NEWS, {"f": {"edition": [await _edition_id(services, items)]}}),
        Query("cancelled editions", contract["EditionArchive"], {"f": {"status": ["CANCELLED"]}}),
        Query("country without editions", contract["EditionArchive"], {"f": {"country": ["TV"]}}),
    ]


def series_landing() -> str:
    """With a series that has twenty editions; the contract names another one."""
    return contract_operations()["SeriesLanding"].replace("clusters-meet-regions", "series-0")


def _edition(items: int) -> str:
    """One of the past, with a summary."""
    return f"edition-{mix_of(items).editions // 2}"


async def _edition_id(services: Services, items: int) -> str:
    [found] = await services.repository.published.at_addresses([f"{HOME}/en/editions/{_edition(items)}"])
    return found["_id"]


async def _late_cursor(services: Services, secret_key: str) -> str:
    oldest = Order("keys.published", descending=False)
    found = await services.repository.published.listed(
        "NewsItem", f"{HOME}/en", fields=["keys"], order=oldest, limit=LEFT
    )
    return Cursors(secret_key).seal("NewsItem.", found[-1]["keys"]["published"], found[-1]["_id"])
