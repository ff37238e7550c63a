"""Take an item away from visitors, in one or several languages; the draft stays."""

from collections.abc import Sequence

from cms.access.actor import Actor
from cms.access.load_item import load_item
from cms.items import workflow
from cms.items.publication import unpublish_locales
from cms.kernel.errors import Invalid, Problem, TransitionNotAllowed
from cms.kernel.services import Services
from storage.documents import Item
from storage.mongo import Session


async def unpublish_item(
    services: Services, actor: Actor, id: str, locales: Sequence[str], *, even_if_used: bool = False
) -> Item:
    """The item, no longer live in `locales`.

    Raises NotFound, NotPermitted, TransitionNotAllowed (not live in one of them), and unless `even_if_used` Invalid
    with everything live that refers to an item that would be live in no language any more.
    """

    async def write(session: Session) -> Item:
        item = await load_item(services, id, session)
        for locale in locales:
            workflow.require("unpublish", actor, item, locale)
            if workflow.state_of(item, locale).version is None:
                raise TransitionNotAllowed(f"It is not published in {locale}.")
        left = [one for one, state in item.states.items() if state.version is not None and one not in locales]
        if not left and not even_if_used:
            await refuse_if_used(services, item, session)
        await unpublish_locales(services, actor, item, locales, session)
        return item

    return await services.transact(write)


async def refuse_if_used(services: Services, item: Item, session: Session) -> None:
    """Raises Invalid, one problem per use, when something live refers to the item."""
    uses = await services.repository.references.to(item.id, "live", session)
    if uses:
        raise Invalid(
            [Problem("", "STILL_USED", f"The live item {use.source} refers to it in {use.at}.") for use in uses[:20]]
        )
