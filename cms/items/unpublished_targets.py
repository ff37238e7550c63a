"""What is about to be live refers to, and visitors would not see."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cms.content.fields.field import Leaf
from cms.items.checks import content_type
from cms.items.snapshot import written_locales
from cms.kernel.services import Services
from storage.documents import Item
from storage.mongo import Session

MAX_TARGETS = 100


@dataclass(frozen=True, slots=True)
class GoingLive:
    """Something of the item `id` that is about to be live in `locales`: the values in `leaves`."""

    id: str
    leaves: tuple[Leaf, ...]
    locales: tuple[str, ...]


def going_live(item: Item, locales: Sequence[str]) -> GoingLive:
    """The item as it is given: its draft, or a version of it."""
    return GoingLive(item.id, tuple(content_type(item.type).leaves(item.data, "")), tuple(locales))


@dataclass(frozen=True, slots=True)
class Target:
    """`locales`: those in which to publish it. The item `source` refers to it in its field `at`, among others."""

    item: Item
    locales: tuple[str, ...]
    source: str
    at: str


@dataclass(frozen=True, slots=True)
class Targets:
    """The nearest first. `gone`: ids that are referred to and lie in the recycle bin or are purged. `is_complete`:
    False where there are more than `MAX_TARGETS`."""

    found: list[Target]
    gone: frozenset[str]
    is_complete: bool


async def unpublished_targets(
    services: Services,
    roots: Sequence[GoingLive],
    session: Session | None = None,
    *,
    through: Collection[str] | None = None,
) -> Targets:
    """Everything that `roots` refer to in their facts and their texts in their languages, that is not live where it
    would be shown and is none of them; and what that refers to in turn, of all targets or of those in `through`.

    A target goes along in those of the languages that it has texts or an address in; one that has none of them in all
    that it has, one of facts alone in the languages asked for: the last two only where nothing at all of it is live.
    """
    search = _Search(frozenset(one.id for one in roots), through)
    level = list(roots)
    while level:
        uses = search.new_uses(level)
        known = await services.repository.items.with_ids(list(uses), session)
        search.gone |= uses.keys() - {item.id for item in known}
        level = [one for item in known if (one := search.take(item, uses[item.id]))]
        if len(search.found) > MAX_TARGETS:
            break
    found = list(search.found.values())
    return Targets(found[:MAX_TARGETS], frozenset(search.gone), is_complete=len(found) <= MAX_TARGETS)


@dataclass(frozen=True, slots=True)
class _Use:
    source: str
    at: str
    locales: tuple[str, ...]


@dataclass
class _Search:
    roots: frozenset[str]
    through: Collection[str] | None
    found: dict[str, Target] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    asked: dict[str, set[str]] = field(default_factory=dict)

    def new_uses(self, level: Sequence[GoingLive]) -> Mapping[str, _Use]:
        """{target: its first use}, with the languages that it was not asked about before."""
        found: dict[str, _Use] = {}
        for id, use in (pair for one in level for pair in _uses(one)):
            known = self.asked.setdefault(id, set())
            fresh = tuple(locale for locale in use.locales if locale not in known)
            if fresh and id not in self.roots:
                known.update(fresh)
                before = found.get(id)
                found[id] = (
                    replace(before, locales=(*before.locales, *fresh)) if before else replace(use, locales=fresh)
                )
        return found

    def take(self, item: Item, use: _Use) -> GoingLive | None:
        """Notes the target where it would not be seen; answers it where it is to be followed."""
        missing = _missing_locales(item, use.locales)
        if not missing:
            return None
        before = self.found.get(item.id)
        locales = dict.fromkeys((*(before.locales if before else ()), *missing))
        self.found[item.id] = Target(item, tuple(locales), (before or use).source, (before or use).at)
        is_followed = self.through is None or item.id in self.through
        return going_live(item, use.locales) if is_followed else None


def _uses(one: GoingLive) -> Iterator[tuple[str, _Use]]:
    for leaf in one.leaves:
        if leaf.locale is None or leaf.locale in one.locales:
            for id in leaf.field.value_references(leaf.value):
                yield id, _Use(one.id, leaf.at, one.locales)


def _missing_locales(item: Item, locales: Sequence[str]) -> list[str]:
    written = written_locales(content_type(item.type), item)
    live = {locale for locale, state in item.states.items() if state.version is not None}
    wanted = [locale for locale in locales if locale in written]
    if wanted:
        return [locale for locale in wanted if locale not in live]
    return [] if live else list(written or locales)
