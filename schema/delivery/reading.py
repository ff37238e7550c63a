"""A visitor's reading of one site in one language, with which everything below a query begins."""

from cms.content.rules.wall_time import local_day
from cms.content.sites import rules_of
from cms.items.addresses import LIBRARY
from cms.items.visibility import not_hidden
from cms.kernel.errors import Invalid, NotFound, Problem, QueryNotRegistered
from schema.delivery.context import DeliveryContext
from schema.delivery.projection.read_context import SITE, ReadContext
from schema.execution.request_end import at_request_end
from storage.conditions import EVERYTHING
from storage.documents import Preview
from storage.freshness import changes_at, depends_on
from storage.repositories.registered_queries import tag_of_registered


async def read_site(context: DeliveryContext, key: str, locale: str | None, preview: str | None = None) -> ReadContext:
    """A visitor's reading of the site, or with a preview's token that of the drafts on it.

    Raises NotFound for a site, Invalid for a language or a preview that is not there, QueryNotRegistered.
    """
    grant = await _preview_grant(context, key, preview) if preview else None
    source, now = context.drafts if grant else context.published, context.clock()
    by_clock = grant is None or grant.moment is not None
    moment = (grant.moment if grant else None) or now
    shown = not_hidden(LIBRARY, moment) if by_clock else EVERYTHING
    document, ahead = await source.site_at(key[:64], moment, within=shown)
    if document is None:
        changes_at(ahead.next_of(SITE, LIBRARY))
        raise NotFound(f'There is no site "{key[:64]}". Give the key of a published site.')
    if grant is None and document["data"].get("registered_queries_only"):
        await _check_registered(context, key)
    rules = rules_of(document["data"])
    if locale is not None and locale not in rules.locales:
        offered = ", ".join(rules.locales)
        raise Invalid(
            [Problem("locale", "LOCALE_NOT_OFFERED", f"This site is offered in: {offered}; not in {locale}.")]
        )
    day = local_day(grant.moment, rules.time_zone) if grant and grant.moment else None
    options = {"by_clock": by_clock, "day": day, "preview": preview, "addresses": context.addresses}
    reading = ReadContext(source, rules, document, locale, moment, ahead, **options)
    at_request_end(reading.forget)
    return reading


async def _check_registered(context: DeliveryContext, site: str) -> None:
    """Raises QueryNotRegistered, Unavailable."""
    depends_on(tag_of_registered(site))
    asked = context.document_hash
    if asked and context.is_registered and not await context.is_registered(site, asked):
        raise QueryNotRegistered(
            f"The site {site} answers registered queries only, and this document is not one of them. Register it: "
            f"cms queries push {site} FILE."
        )


async def _preview_grant(context: DeliveryContext, site: str, token: str) -> Preview:
    grant = await context.open_preview(token)
    if grant is None or grant.site != site:
        message = "This preview has ended or is not for this site; ask for a new address."
        raise Invalid([Problem("preview", "BAD_PREVIEW_TOKEN", message)])
    return grant
