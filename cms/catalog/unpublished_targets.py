"""What would go along when an item is published, as the person sees it who asks."""

from collections.abc import Sequence
from dataclasses import dataclass

from cms.access import Actor
from cms.actions.go_live import step_problems
from cms.actions.unpublished_targets import Target, unpublished_targets
from cms.catalog.items import get_item
from cms.catalog.reach import may_read
from cms.desk import Desk
from cms.errors import Problem
from storage.documents import Item


@dataclass(frozen=True, slots=True)
class SeenTarget:
    """`item` is None where this person may not read it, and then nothing more is told of it."""

    target: Target
    item: Item | None
    may_publish: bool
    problems: list[Problem]


@dataclass(frozen=True, slots=True)
class SeenTargets:
    """The nearest first; `is_complete`: False where there are more."""

    found: list[SeenTarget]
    is_complete: bool


async def seen_targets(desk: Desk, actor: Actor, id: str, locales: Sequence[str]) -> SeenTargets:
    """Raises NotFound."""
    item = await get_item(desk, actor, id)
    targets = await unpublished_targets(desk, item, locales)
    return SeenTargets([await _seen(desk, actor, one) for one in targets.found], targets.is_complete)


async def _seen(desk: Desk, actor: Actor, target: Target) -> SeenTarget:
    if not may_read(actor, target.item):
        return SeenTarget(target, None, may_publish=False, problems=[])
    found = await step_problems(desk, actor, target.item, target.locales)
    may_publish = actor.may_on("publish", target.item)
    return SeenTarget(target, target.item, may_publish, [one for one in found if one.code != "NOT_PERMITTED"])
