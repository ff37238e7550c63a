"""What an item refers to that visitors would not see once the item is live."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cms.actions.check import content_type
from cms.actions.snapshot import written_locales
from cms.desk import Desk
from cms.errors import Invalid, Problem
from storage.documents import Item
from storage.mongo import Session

MOST_TARGETS = 100


@dataclass(frozen=True, slots=True)
class Target:
    """`locales`: those in which to publish it. The item `source` refers to it in its field `at`, among others."""

    item: Item
    locales: tuple[str, ...]
    source: str
    at: str


@dataclass(frozen=True, slots=True)
class Targets:
    """The nearest first. `is_complete`: False where there are more than `MOST_TARGETS`."""

    found: list[Target]
    is_complete: bool


@dataclass(frozen=True, slots=True)
class _Use:
    source: str
    at: str


async def unpublished_targets(
    desk: Desk, item: Item, locales: Sequence[str], session: Session | None = None
) -> Targets:
    """Everything that the draft refers to in its facts and its texts in `locales`, that is not live where it would be
    shown; and what those refer to in turn.

    A target goes along in those of `locales` that it has texts or an address in; one that has none of them in all that
    it has, one of facts alone in `locales`: the last two only where nothing at all of them is live. What lies in the
    recycle bin is none.
    """
    found: list[Target] = []
    seen, level = {item.id}, [item]
    while level:
        uses = {id: use for one in level for id, use in _uses(one, locales) if id not in seen}
        seen |= uses.keys()
        known = await desk.repository.items.with_ids(list(uses), session)
        fresh = [target for one in known if (target := _target(one, locales, uses))]
        if len(found) + len(fresh) > MOST_TARGETS:
            return Targets([*found, *fresh][:MOST_TARGETS], is_complete=False)
        found += fresh
        level = [target.item for target in fresh]
    return Targets(found, is_complete=True)


async def refuse_unpublished_targets(desk: Desk, item: Item, locales: Sequence[str], session: Session) -> None:
    """Raises Invalid, one problem per target."""
    targets = await unpublished_targets(desk, item, locales, session)
    if targets.found:
        raise Invalid([_problem(one, item) for one in targets.found])


def _problem(target: Target, item: Item) -> Problem:
    at = target.at if target.source == item.id else ""
    message = f"The {target.item.type} it refers to is not published in {', '.join(target.locales)}."
    return Problem(at, "UNPUBLISHED_TARGET", f"{message} Publish it before, or together.", None, target.item.id)


def _uses(item: Item, locales: Sequence[str]) -> Iterator[tuple[str, _Use]]:
    for leaf in content_type(item.type).leaves(item.data, ""):
        if leaf.locale is None or leaf.locale in locales:
            for id in leaf.field.value_references(leaf.value):
                yield id, _Use(item.id, leaf.at)


def _target(item: Item, locales: Sequence[str], uses: Mapping[str, _Use]) -> Target | None:
    missing = _missing_locales(item, locales)
    use = uses[item.id]
    return Target(item, tuple(missing), use.source, use.at) if missing else None


def _missing_locales(item: Item, locales: Sequence[str]) -> list[str]:
    written = written_locales(content_type(item.type), item)
    live = {locale for locale, state in item.states.items() if state.version is not None}
    wanted = [locale for locale in locales if locale in written]
    if wanted:
        return [locale for locale in wanted if locale not in live]
    return [] if live else list(written or locales)
