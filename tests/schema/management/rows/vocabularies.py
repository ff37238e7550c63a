"""Mutations about the terms of vocabularies."""

from typing import Any

from cms.access.actor import SYSTEM
from cms.items.actions import create_item
from tests.schema.management.roles import Row, Stage


def about_terms(**given: Any) -> Row:
    """Of a vocabulary of eccp, which is in the library of all sites."""

    async def prepare(stage: Stage) -> dict[str, Any]:
        terms = [{"slug": slug, "label": {"en": slug}} for slug in ("health", "medicine")]
        data = {"key": "sectors", "title": {"en": "Sectors"}, "terms": terms}
        await create_item(stage.services, SYSTEM, type="Vocabulary", site="eccp", data=data)
        return {"vocabulary": "sectors", "baseVersion": 1, **given}

    return Row("publish", prepare, library=True, event=True)


ROWS = {
    "mergeTerms": about_terms(**{"from": "health", "into": "medicine"}),
    "renameTerm": about_terms(slug="health", to="healthcare"),
}
