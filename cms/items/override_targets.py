"""What an override refers to, and the languages in which that is looked for."""

from cms.content.sites import known_sites
from cms.items.overrides import Place
from cms.items.unpublished_targets import GoingLive
from cms.kernel.desk import Desk
from storage.documents import SiteOverride
from storage.mongo import Session


async def override_root(desk: Desk, place: Place, override: SiteOverride, session: Session) -> GoingLive:
    """What the override refers to, in the languages in which its site shows the item."""
    leaves = tuple(place.part.leaves(override.data, ""))
    return GoingLive(override.id, leaves, tuple(await shown_locales(desk, place, session)))


async def shown_locales(desk: Desk, place: Place, session: Session) -> list[str]:
    """The languages of the site in which the item is live."""
    live = [locale for locale, state in place.item.states.items() if state.version is not None]
    [rules] = await known_sites(desk.repository, [place.site], session) or [None]
    return [locale for locale in live if rules and locale in rules.locales]
