"""Make an item's draft live together with everything unpublished that it refers to: all of it or nothing."""

from collections.abc import Sequence

from cms import workflow
from cms.access import Actor
from cms.actions.check import load_item
from cms.actions.go_live import go_live, publication_problems, step_problems
from cms.actions.publish_item import require_locales
from cms.actions.unpublished_targets import MOST_TARGETS, Targets, unpublished_targets
from cms.desk import Desk
from cms.errors import Invalid, Problem
from storage.documents import Item
from storage.mongo import Session


async def publish_with_targets(desk: Desk, actor: Actor, id: str, locales: Sequence[str]) -> list[Item]:
    """The item, now live in `locales`, and then the targets that went along, each in its languages as
    `unpublished_targets` finds them.

    Raises NotFound, NotPermitted, TransitionNotAllowed (no locale given, or archived in one), and Invalid with
    everything that stops the item or one of its targets, missing rights on those among it, or when there are too many.
    """
    require_locales(locales)

    async def write(session: Session) -> list[Item]:
        item = await load_item(desk, id, session)
        for locale in locales:
            workflow.require("publish", actor, item, locale)
        targets = await unpublished_targets(desk, item, locales, session)
        if problems := await _problems(desk, actor, item, locales, targets, session):
            raise Invalid(problems)
        for one in reversed(targets.found):
            await go_live(desk, actor, one.item, one.item, one.locales, session, together_with=id)
        await go_live(desk, actor, item, item, locales, session)
        return [item, *(one.item for one in targets.found)]

    return await desk.transact(write)


async def _problems(
    desk: Desk, actor: Actor, item: Item, locales: Sequence[str], targets: Targets, session: Session
) -> list[Problem]:
    if not targets.is_complete:
        message = f"It refers to more than {MOST_TARGETS} unpublished items; publish some of them before."
        return [Problem("", "TOO_MANY", message)]
    found = await publication_problems(desk, actor, item, locales, session)
    for one in targets.found:
        found += await step_problems(desk, actor, one.item, one.locales, session)
    return found
