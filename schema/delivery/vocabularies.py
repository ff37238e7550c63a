"""The labels of terms: every vocabulary in one query, once per request and only where terms are asked for."""

from typing import Optional

import strawberry

from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.read_context import ReadContext, Target, loader
from schema.delivery.projection.selection import Selection
from schema.delivery.values import Term

MOST = 200


@strawberry.type(description="A list of terms that items are described by, such as sectors.")
class Vocabulary:
    key: str = strawberry.field(description="As `vocabulary(key:)` takes it.")
    title: Optional[str] = strawberry.field(
        description="In the language that is read, else in the first of the site's fallback order that it has."
    )
    terms: list[Term] = strawberry.field(description="In the order in which editors put them.")


@loader("terms")
async def load_terms(reading: ReadContext, batch: list[tuple[PublishedItem, Selection]]) -> list[Target]:
    await terms_of(reading)
    return []


async def terms_of(reading: ReadContext) -> dict[str, dict[str, dict[str, str]]]:
    """{vocabulary: {slug: {locale: label}}} of all that are public."""
    await reading.once("vocabularies", lambda: load_vocabularies(reading))
    return reading.vocabularies


async def load_vocabularies(reading: ReadContext) -> None:
    within = reading.not_hidden("Vocabulary")
    for document in await reading.published.keyed("Vocabulary", limit=MOST, within=within):
        data = document["data"]
        terms = data.get("terms", ())
        reading.found["vocabulary", data["key"]] = data.get("title") or {}
        reading.vocabularies[data["key"]] = {term["slug"]: term["label"] for term in terms}


def terms_in(reading: ReadContext, key: str) -> list[Term]:
    """Those of a vocabulary that is loaded, in its order."""
    return [Term(slug=slug, label=reading.term_label(key, slug) or slug) for slug in reading.vocabularies[key]]


async def vocabularies(reading: ReadContext) -> list[Vocabulary]:
    """All that are public, by key."""
    return [
        Vocabulary(key=key, title=_title(reading, key), terms=terms_in(reading, key)) for key in await terms_of(reading)
    ]


def _title(reading: ReadContext, key: str) -> str | None:
    titles = reading.found["vocabulary", key]
    chain = (reading.locale, *reading.site.fallback_order, *titles)
    return next((titles[locale] for locale in chain if titles.get(locale)), None)
