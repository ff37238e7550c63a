"""Show visitors of a site what it says differently of an item."""

from cms.access.action import action
from cms.content_types.overriding import ORDER
from cms.content_types.pins import MAX_PINS
from cms.items.accompanying_targets import (
    IGNORE,
    LEAVE_TARGETS,
    NO_TARGETS,
    TargetsChoice,
    along_problems,
    divide_targets,
)
from cms.items.override_change import OverrideChange
from cms.items.override_targets import override_root, shown_locales
from cms.items.overrides import ItemOnSite, rule_problems
from cms.items.picture_checks import picture_problems
from cms.items.publication import publish_locales
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from storage.documents import SiteOverride
from storage.mongo import Session


@action(right="publish", event="OverridePublished")
async def publish_override(
    change: OverrideChange, id: str, site: str, targets: TargetsChoice = LEAVE_TARGETS
) -> SiteOverride:
    """The override of the item `id` on `site`, its draft now live in all its languages, with the `targets` that go
    along.

    Raises NotFound, NotPermitted (`publish` on `site`), TransitionNotAllowed (there is none), and Invalid with all
    that is wrong with it or with what goes along, or refused targets.
    """
    services, actor, session = change.services, change.actor, change.session
    place, stored = change.place, await change.stored()
    division = NO_TARGETS
    if targets.what != IGNORE:
        root = await override_root(services, place, stored, session)
        division = await divide_targets(services, [root], targets, session)
    problems = [*division.problems, *await override_problems(services, place, stored, session)]
    if problems := [*problems, *await along_problems(services, actor, division.along, session)]:
        raise Invalid(problems)
    for one in division.along:
        await publish_locales(services, actor, one.item, one.item, one.locales, session, together_with=id)
    live = {"live": stored.data, "live_version": stored.version, "published_at": change.now}
    return await change.store(stored, live)


async def override_problems(
    services: Services, place: ItemOnSite, override: SiteOverride, session: Session
) -> list[Problem]:
    """Everything that stops it from being published."""
    if not override.data:
        return [Problem("", "EMPTY", "It says nothing; withdraw it to show the original.")]
    leaves = list(place.part.leaves(override.data, ""))
    found = list(rule_problems(place, override.data))
    found += await picture_problems(services, leaves, await shown_locales(services, place, session), session)
    return [*found, *await _place_problems(services, place, override, session)]


async def _place_problems(
    services: Services, place: ItemOnSite, override: SiteOverride, session: Session
) -> list[Problem]:
    if override.data.get(ORDER) is None:
        return []
    others = await services.repository.overrides.ordered(place.site, "live", session)
    first = [one["item"] for one in others if one["type"] == place.item.type and one["item"] != place.item.id]
    if len(first) < MAX_PINS:
        return []
    message = f"At most {MAX_PINS} items of a type come first on a site; take the order of another away: {first[-1]}."
    return [Problem(ORDER, "TOO_MANY", message)]
