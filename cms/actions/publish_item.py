"""Make an item's draft live in one or several locales."""

from collections.abc import Sequence

from cms import workflow
from cms.access import Actor
from cms.actions.check import load_item
from cms.actions.go_live import go_live, publication_problems
from cms.actions.publish_checks import WARNINGS
from cms.actions.unpublished_targets import refuse_unpublished_targets
from cms.desk import Desk
from cms.errors import Invalid, TransitionNotAllowed
from storage.documents import Item
from storage.mongo import Session


async def publish_item(
    desk: Desk,
    actor: Actor,
    id: str,
    locales: Sequence[str],
    *,
    even_with_unpublished_targets: bool = True,
    even_if_used: bool = False,
) -> Item:
    """The item, now live in `locales`. Facts become live for every locale, texts only for these.

    Raises NotFound, NotPermitted, TransitionNotAllowed (no locale given, or archived in one), and Invalid with all
    that is missing, a second person's hand on a site with four eyes among it, and unless
    `even_with_unpublished_targets` each item that it refers to and that visitors would not see. `even_if_used` lets the
    problems in `WARNINGS` pass.
    """
    require_locales(locales)

    async def write(session: Session) -> Item:
        item = await load_item(desk, id, session)
        for locale in locales:
            workflow.require("publish", actor, item, locale)
        problems = await publication_problems(desk, actor, item, locales, session)
        if problems := [one for one in problems if not (even_if_used and one.code in WARNINGS)]:
            raise Invalid(problems)
        if not even_with_unpublished_targets:
            await refuse_unpublished_targets(desk, item, locales, session)
        await go_live(desk, actor, item, item, locales, session)
        return item

    return await desk.transact(write)


def require_locales(locales: Sequence[str]) -> None:
    """Raises TransitionNotAllowed."""
    if not locales:
        raise TransitionNotAllowed("Say in which languages to publish.")
