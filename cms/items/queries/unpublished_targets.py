"""What would go along when items are published, as the person sees it who asks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from cms.access.actor import Actor
from cms.access.reach import may_read
from cms.items.checks import content_type
from cms.items.override_targets import override_root
from cms.items.overrides import place_of, stored_override
from cms.items.publication import step_problems
from cms.items.queries.items import get_item
from cms.items.release_plan import load_release, release_roots
from cms.items.translation.state import standing
from cms.items.translation_notes import drafted
from cms.items.unpublished_targets import GoingLive, Target, going_live, unpublished_targets
from cms.kernel.errors import Problem
from cms.kernel.services import Services
from storage.documents import Item
from storage.mongo import Session


@dataclass(frozen=True, slots=True)
class SeenTarget:
    """`item` is None where this person may not read it, and then nothing more is told of it."""

    target: Target
    item: Item | None
    may_publish: bool
    problems: list[Problem]


@dataclass(frozen=True, slots=True)
class Copies:
    """An item that is to go live in `locale` with `count` texts that are still those of its source language."""

    item: Item
    locale: str
    count: int


@dataclass(frozen=True, slots=True)
class SeenTargets:
    """The nearest first; `is_complete`: False where there are more. `copies`: of items asked about themselves."""

    found: list[SeenTarget]
    is_complete: bool
    copies: list[Copies] = field(default_factory=list)


async def seen_targets(services: Services, actor: Actor, asked: Sequence[tuple[str, Sequence[str]]]) -> SeenTargets:
    """Of the items `asked` about, each with the languages in which it is to be published. Raises NotFound."""
    items = [(await get_item(services, actor, id), locales) for id, locales in asked]
    seen = await _seen_of(services, actor, [going_live(item, locales) for item, locales in items])
    return replace(seen, copies=[one for item, locales in items for one in _copies(item, locales)])


async def seen_release_targets(services: Services, actor: Actor, id: str) -> SeenTargets:
    """Of a release, but for what is in it. Raises NotFound, NotPermitted."""
    release = await load_release(services, actor, id)
    return await _seen_of(services, actor, await release_roots(services, release))


async def seen_override_targets(services: Services, actor: Actor, id: str, site: str) -> SeenTargets:
    """Of what `site` shows differently of an item. Raises NotFound, NotPermitted, Invalid, TransitionNotAllowed."""

    async def read(session: Session) -> GoingLive:
        place = await place_of(services, actor, id, site, "publish", session)
        return await override_root(services, place, await stored_override(services, place, session), session)

    return await _seen_of(services, actor, [await services.transact(read)])


async def _seen_of(services: Services, actor: Actor, roots: Sequence[GoingLive]) -> SeenTargets:
    targets = await unpublished_targets(services, roots)
    return SeenTargets([await _seen(services, actor, one) for one in targets.found], targets.is_complete)


def _copies(item: Item, locales: Sequence[str]) -> Iterator[Copies]:
    draft = drafted(content_type(item.type), item)
    for locale in locales:
        if count := standing(draft, locale).copied:
            yield Copies(item, locale, count)


async def _seen(services: Services, actor: Actor, target: Target) -> SeenTarget:
    if not may_read(actor, target.item):
        return SeenTarget(target, None, may_publish=False, problems=[])
    found = await step_problems(services, actor, target.item, target.locales)
    may_publish = actor.may_on("publish", target.item)
    return SeenTarget(target, target.item, may_publish, [one for one in found if one.code != "NOT_PERMITTED"])
