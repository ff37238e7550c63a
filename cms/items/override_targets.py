"""What an override refers to, and the languages in which that is looked for."""

from cms.content.sites import known_sites
from cms.items.overrides import ItemOnSite
from cms.items.unpublished_targets import GoingLive
from cms.kernel.services import Services
from storage.documents import SiteOverride
from storage.mongo import Session


async def override_root(services: Services, place: ItemOnSite, override: SiteOverride, session: Session) -> GoingLive:
    """What the override refers to, in the languages in which its site shows the item."""
    leaves = tuple(place.part.leaves(override.data, ""))
    return GoingLive(override.id, leaves, tuple(await shown_locales(services, place, session)))


async def shown_locales(services: Services, place: ItemOnSite, session: Session) -> list[str]:
    """The languages of the site in which the item is live."""
    live = [locale for locale, state in place.item.states.items() if state.version is not None]
    [rules] = await known_sites(services.repository, [place.site], session) or [None]
    return [locale for locale in live if rules and locale in rules.locales]
