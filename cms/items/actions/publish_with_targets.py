"""Make an item's draft live together with unpublished items that it refers to: all of it or nothing."""

from collections.abc import Sequence

from cms.access.action import action
from cms.items import workflow
from cms.items.accompanying_targets import (
    IGNORE,
    NO_TARGETS,
    TAKE_TARGETS,
    TargetsChoice,
    along_problems,
    divide_targets,
)
from cms.items.item_change import ItemChange
from cms.items.publication import publication_problems, publish_locales
from cms.items.publish_checks import WARNINGS
from cms.items.unpublished_targets import going_live
from cms.kernel.errors import Invalid, TransitionNotAllowed
from storage.documents import Item


@action(right="publish", event="ItemPublished", records="publish_item")
async def publish_with_targets(
    change: ItemChange,
    id: str,
    locales: Sequence[str],
    targets: TargetsChoice = TAKE_TARGETS,
    *,
    even_if_used: bool = False,
) -> list[Item]:
    """The item, now live in `locales`, and then the targets that went along, each in its languages as
    `unpublished_targets` finds them. Facts become live for every locale, texts only for these.

    Raises NotFound, NotPermitted, TransitionNotAllowed (no locale given, or archived in one), and Invalid with
    everything that stops the item or one of those that go along, missing rights on these and a second person's hand
    among it, when there are too many, or when there are any that `targets` refuses. `even_if_used` lets the problems in
    `WARNINGS` pass.
    """
    services, actor, item, session = change.services, change.actor, change.item, change.session
    if not locales:
        raise TransitionNotAllowed("Say in which languages to publish.")
    for locale in locales:
        workflow.require("publish", actor, item, locale)
    division = NO_TARGETS
    if targets.what != IGNORE:
        division = await divide_targets(services, [going_live(item, locales)], targets, session)
    problems = [*division.problems, *await publication_problems(services, actor, item, locales, session)]
    problems += await along_problems(services, actor, division.along, session)
    if problems := [one for one in problems if not (even_if_used and one.code in WARNINGS)]:
        raise Invalid(problems)
    change.is_recorded = True  # by publishing, for each of them
    for one in division.along:
        await publish_locales(services, actor, one.item, one.item, one.locales, session, together_with=id)
    await publish_locales(services, actor, item, item, locales, session)
    return [item, *(one.item for one in reversed(division.along))]
