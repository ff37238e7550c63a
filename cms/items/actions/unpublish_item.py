"""Take an item away from visitors, in one or several languages; the draft stays."""

from collections.abc import Sequence
from typing import Annotated

from cms.access.action import action
from cms.access.parameters import Id, Locale
from cms.items import workflow
from cms.items.item_change import ItemChange
from cms.items.publication import unpublish_locales
from cms.kernel.errors import Invalid, Problem, TransitionNotAllowed
from cms.kernel.services import Services
from storage.documents import Item
from storage.mongo import Session


@action(
    right="publish",
    event="ItemUnpublished",
    offered="Take an item away from visitors in one or several languages; the draft stays.",
)
async def unpublish_item(
    change: ItemChange,
    id: Id,
    locales: Annotated[Sequence[Locale], "At most 40; each must be live."],
    *,
    even_if_used: Annotated[
        bool, "Also where something live refers to an item that would be live in no language; see `impact`."
    ] = False,
) -> Item:
    """The item, no longer live in `locales`.

    Raises NotFound, NotPermitted, TransitionNotAllowed (not live in one of them), and unless `even_if_used` Invalid
    with everything live that refers to an item that would be live in no language any more.
    """
    item = change.item
    for locale in locales:
        workflow.require("unpublish", change.actor, item, locale)
        if workflow.state_of(item, locale).version is None:
            raise TransitionNotAllowed(f"It is not published in {locale}.")
    left = [one for one, state in item.states.items() if state.version is not None and one not in locales]
    if not left and not even_if_used:
        await refuse_if_used(change.services, item, change.session)
    change.is_recorded = True  # by taking it away
    await unpublish_locales(change.services, change.actor, item, locales, change.session)
    return item


async def refuse_if_used(services: Services, item: Item, session: Session) -> None:
    """Raises Invalid, one problem per use, when something live refers to the item."""
    uses = await services.repository.references.to(item.id, "live", session)
    if uses:
        raise Invalid(
            [Problem("", "STILL_USED", f"The live item {use.source} refers to it in {use.at}.") for use in uses[:20]]
        )
