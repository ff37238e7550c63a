"""The one root field: a site, read in one language."""

from typing import Any, Optional

import strawberry
from strawberry.types.info import Info

from cms.errors import Invalid, NotFound, Problem
from cms.sites import rules_of
from schema.delivery.context import DeliveryContext
from schema.delivery.projection.reading import Reading
from schema.delivery.projection.selection import selection_of
from schema.delivery.scalars import Locale
from schema.delivery.site import Site


@strawberry.type
class Query:
    @strawberry.field(
        description="A regional site by its key. The language is chosen here and holds for everything below; left out "
        "it is the site's default one. `preview` is the token of a preview address."
    )
    async def site(
        self, info: Info[DeliveryContext, Any], key: str, locale: Optional[Locale] = None, preview: Optional[str] = None
    ) -> Site:
        reading = await read_site(info.context, key, locale)
        if preview:
            raise Invalid(
                [Problem("preview", "BAD_PREVIEW_TOKEN", "This preview token is not valid; ask for a new one.")]
            )
        return await _view(reading, info)


async def read_site(context: DeliveryContext, key: str, locale: str | None) -> Reading:
    """A visitor's reading of the site. Raises NotFound for a site, Invalid for a language that is not there."""
    document = await context.published.find_one({"type": "Site", "data.key": key[:64]})
    if document is None:
        raise NotFound(f"There is no site {key[:64]!r}.")
    rules = rules_of(document["data"])
    if locale is not None and locale not in rules.locales:
        offered = ", ".join(rules.locales)
        raise Invalid(
            [Problem("locale", "LOCALE_NOT_OFFERED", f"This site is offered in: {offered}; not in {locale}.")]
        )
    return Reading(context.published, rules, document, locale or rules.default_locale, context.clock())


async def _view(reading: Reading, info: Any) -> Any:
    built = await reading.built([reading.site_document], selection_of(info))
    return built[0] if built else None
