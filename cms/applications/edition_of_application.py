"""The draft edition of an accepted application, and the organisations on it."""

from dataclasses import replace
from typing import Any

from cms.access.actor import Actor
from cms.applications.case import Case
from cms.applications.edition_draft import (
    HOST,
    ORGANISER,
    SUPPORTER,
    cleaned,
    edition_data,
    host_data,
    partners,
    supporter_data,
)
from cms.content.rules.country_zone import country_zone
from cms.content.rules.slug import slug_from
from cms.content.rules.title_words import title_key, title_words
from cms.content.sites import known_sites
from cms.content_types import registry
from cms.items.actions.create_item import new_draft, store_new
from cms.items.free_slugs import free_slugs
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from storage.documents import Item
from storage.mongo import Session

ORIGIN = "application:"
"""Before the id of the application: no second draft can come of it."""


async def draft_edition(services: Services, actor: Actor, case: Case, dates: int, session: Session) -> Item:
    """Made in the name of whoever accepts, who need not have the right to create editions: the decision is one. Raises
    Invalid where the answers do not say what an edition needs."""
    writer = replace(actor, roles={case.call.site: frozenset({"editor"})}, item_roles={}, only=None)
    application, site = case.application, case.call.site
    series = await _there(services, case.data.get("series"), session)
    zone = country_zone(case.answers.get("country")) or await _zone_of_site(services, site, session)
    data = cleaned(
        "Edition", edition_data(case.answers, application.locale, series=series, time_zone=zone, dates=dates)
    )
    _require_city(data)
    data["partners"] = await _partners(services, writer, case, session)
    slugs = await free_slugs(services, registry["Edition"], [site], _edition_slugs(data), session)
    draft = new_draft(
        services, writer, type="Edition", site=site, data=data, slugs=slugs, origin=f"{ORIGIN}{application.id}"
    )
    return await store_new(services, writer, draft, session)


def _require_city(data: dict[str, Any]) -> None:
    """All else is filled in later. Raises Invalid."""
    if not data.get("city"):
        text = (
            "An edition is called by its city, and this application names none: its form has no question with the key "
            "“city”, or it was not answered. Create the edition by hand, and tell the applicant in a mail of your own."
        )
        raise Invalid([Problem("city", "CITY_MISSING", text)])


async def _partners(services: Services, writer: Actor, case: Case, session: Session) -> list[dict[str, str]]:
    answers, locale = case.answers, case.application.locale
    organiser = await _there(services, case.data.get("organiser"), session)
    host = await _organisation(services, writer, case.call.site, host_data(answers, locale), session)
    supporter = await _organisation(services, writer, case.call.site, supporter_data(answers, locale), session)
    return partners([(ORGANISER, organiser), (HOST, host), (SUPPORTER, supporter)])


async def _organisation(
    services: Services, writer: Actor, site: str, data: dict[str, Any] | None, session: Session
) -> str | None:
    """The one of the library with this name, else a new draft."""
    if data is None or not (fine := cleaned("Organisation", data)).get("name"):
        return None
    kind = registry["Organisation"]
    if there := await _of_name(services, next(iter(fine["name"].values())), session):
        return there
    wanted = {language: slug_from(text) for language, text in fine["name"].items()}
    slugs = await free_slugs(services, kind, [], wanted, session)
    draft = new_draft(services, writer, type="Organisation", site=site, data=fine, slugs=slugs)
    return (await store_new(services, writer, draft, session)).id


async def _of_name(services: Services, name: str, session: Session) -> str | None:
    """The id of the organisation that is called so in one of its languages, whatever the case, accents and script."""
    words = title_words([name])
    for one in await services.repository.items.with_title_words("Organisation", words, session) if words else ():
        if title_key(name) in map(title_key, (one.data.get("name") or {}).values()):
            return one.id
    return None


def _edition_slugs(data: dict[str, Any]) -> dict[str, str]:
    """ "plovdiv-2025"."""
    year = data.get("start", "")[:4]
    return {locale: slug_from(f"{city} {year}") for locale, city in (data.get("city") or {}).items()}


async def _there(services: Services, id: str | None, session: Session) -> str | None:
    """The id, unless its item is gone."""
    item = await services.repository.items.get(id, session) if id else None
    return item.id if item and item.deleted_at is None else None


async def _zone_of_site(services: Services, site: str, session: Session) -> str:
    found = await known_sites(services.repository, [site], session)
    return found[0].time_zone if found else "UTC"
