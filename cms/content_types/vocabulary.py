"""An ordered list of terms with labels: sectors, event types, event targets, countries."""

from collections.abc import Iterator
from typing import Any

from cms.content.fields import Embedded, EmbeddedList, Key, Text
from cms.content_types.content_type import ContentType
from cms.content_types.delivery import Delivery
from cms.content_types.listing import Column, Listing
from cms.kernel.errors import Problem
from storage.conditions import EVERYTHING, Condition, equal
from storage.documents.reference_edge import term_target
from storage.mongo import Session
from storage.repository import Repository


class Term(Embedded):
    slug = Key(required=True)
    label = Text(localized=True, fallback=True, required=True, max_length=120)


async def _used(repository: Repository, key: str, slugs: set[str], session: Any) -> dict[str, int]:
    """{slug: how many items use it} of those that are used."""
    counts = {slug: await repository.references.count_sources(term_target(key, slug), session) for slug in slugs}
    return {slug: count for slug, count in counts.items() if count}


class Vocabulary(ContentType):
    delivery = Delivery(
        plural="vocabularies", within=("Site.vocabulary", "Site.vocabularies"), looked_up_by=("data.key",)
    )
    library = True
    listing = Listing(
        group="structure",
        icon="list",
        place=3,
        columns=(Column("key", share=1.4), Column("terms", share=0.8)),
        order="title",
    )

    key = Key(required=True)
    title = Text(localized=True, fallback=True, required=True, max_length=120)
    terms = EmbeddedList(Term, max_items=500)

    @classmethod
    def unique_keys(cls, data: dict[str, Any], site: str) -> list[str]:
        return [f"vocabulary:{data.get('key')}"]

    @classmethod
    def leaned_on(cls, site: str) -> Condition | None:
        """All: words such as the names of countries come from some that nothing refers to."""
        return EVERYTHING

    @classmethod
    async def change_problems(
        cls, repository: Repository, before: dict[str, Any], after: dict[str, Any], session: Session
    ) -> list[Problem]:
        key = before.get("key")
        slugs = {term["slug"] for term in before.get("terms", ()) if term.get("slug")}
        if not key or after.get("key") == key or not await _used(repository, key, slugs, session):
            return []
        return [Problem("key", "FIXED", "Items use terms of this vocabulary, so its key cannot be changed.")]

    @classmethod
    async def use_problems(cls, repository: Repository, id: str, data: dict[str, Any], session: Any) -> list[Problem]:
        """Terms that would go and are used."""
        live = await repository.published.matching(equal({"_id": id}), ["data"], session)
        before = {term["slug"] for document in live for term in document["data"].get("terms", ())}
        gone = before - {term.get("slug") for term in data.get("terms", ())}
        used = await _used(repository, data.get("key", ""), gone, session)
        return [
            Problem("terms", "TERM_USED", f"The term {slug} is used by {count} item(s); merge it into another one.")
            for slug, count in sorted(used.items())
        ]

    @classmethod
    def problems(cls, data: dict[str, Any], at: str, locale: str) -> Iterator[Problem]:
        seen: set[str] = set()
        for term in data.get("terms", ()):
            if term.get("slug") in seen:
                yield Problem(f"terms.{term['id']}.slug", "REPEATED", "Another term has this slug already.")
            seen.add(term.get("slug", ""))
