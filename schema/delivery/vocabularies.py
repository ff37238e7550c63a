"""The labels of terms: every vocabulary in one query, once per request and only where terms are asked for."""

from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.read_context import ReadContext, Target, loader
from schema.delivery.projection.selection import Selection

MOST = 200


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
        terms = document["data"].get("terms", ())
        reading.vocabularies[document["data"]["key"]] = {term["slug"]: term["label"] for term in terms}
