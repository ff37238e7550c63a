"""What the verbs on releases share: who may, what a release does to its items, and what every change leaves behind."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cms.access.actor import Actor
from cms.content.sites import known_sites
from cms.items import workflow
from cms.items.accompanying_targets import TargetsChoice, divide_targets
from cms.items.checks import content_type, places
from cms.items.publication import (
    as_of_version,
    publication_problems,
    publish_locales,
    transition_problems,
    unpublish_locales,
)
from cms.items.publish_checks import publish_problems
from cms.items.snapshot import write_schedule
from cms.items.unpublished_targets import GoingLive, going_live
from cms.kernel.errors import Invalid, NotFound, Problem, TransitionNotAllowed
from cms.kernel.services import Services
from storage.documents import Item, Planned, Release, ReleaseEntry
from storage.mongo import Session

MAX_ENTRIES = 100
"""Of heavy editions that takes some seconds of one transaction, on a machine that is busy with other things too."""
DRAFT, SCHEDULED, PUBLISHED, FAILED = "draft", "scheduled", "published", "failed"
OPEN = (DRAFT, FAILED)
"""The states in which a release may be changed."""
PUBLISH, UNPUBLISH = "publish", "unpublish"


async def load_release(services: Services, actor: Actor, id: str, session: Session | None = None) -> Release:
    """Raises NotFound, also where this person reads nothing of its site, and NotPermitted."""
    release = await services.repository.releases.get(id, session)
    if release is None or not actor.may("read", release.site):
        raise NotFound(f"There is no release {id}.")
    actor.require("publish", release.site)
    return release


def require_state(release: Release, states: Sequence[str]) -> None:
    """Raises TransitionNotAllowed."""
    if release.state not in states:
        instead = "cancel its schedule first" if release.state == SCHEDULED else "make another one"
        raise TransitionNotAllowed(f"This release is {release.state}; {instead}.")


def release_details(release: Release) -> dict[str, str]:
    """What the audit trail says of every change of it."""
    return {"release": release.id, "name": release.name}


async def store_changed(services: Services, actor: Actor, release: Release, session: Session) -> None:
    release.modified_at, release.modified_by = services.clock(), actor.id
    await services.repository.releases.replace(release, session)


async def write_plan(services: Services, release: Release, session: Session) -> None:
    """Notes with each item what the release is to do with it while it is scheduled, and forgets that otherwise."""
    items = {item.id: item for item in await _items(services, release.entries, session)}
    for entry in release.entries:
        if item := items.get(entry.item):
            planned = _planned(release, entry)
            states = {one: workflow.state_of(item, one) for one in entry.locales}
            changed = {locale: state.model_copy(update={"planned": planned}) for locale, state in states.items()}
            item.states = {**item.states, **changed}
    for item in items.values():
        await services.repository.items.replace(item, item.version, session)
        await write_schedule(services, content_type(item.type), item, session)


def _planned(release: Release, entry: ReleaseEntry) -> Planned | None:
    if release.state != SCHEDULED or release.scheduled_for is None:
        return None
    return Planned(release=release.id, action=entry.action, at=release.scheduled_for)


@dataclass
class Carrying:
    """One release being carried out in one transaction. What may not be done yet, as it needs another item of the
    release to be live, is tried again after that one. `done`: the entries that are through, with their versions;
    `live`: the texts that went live, each in these languages."""

    services: Services
    actor: Actor
    release: Release
    session: Session
    items: dict[str, Item] = field(default_factory=dict)
    done: list[ReleaseEntry] = field(default_factory=list)
    live: list[tuple[Item, list[str]]] = field(default_factory=list)
    sites: set[str] = field(default_factory=set)

    async def run(self) -> None:
        """Publishes, then takes away. Raises Invalid with all that stops any item; nothing of it may then be kept."""
        self.items = {item.id: item for item in await _items(self.services, self.release.entries, self.session)}
        problems = [_gone(entry) for entry in self.release.entries if entry.item not in self.items]
        there = [entry for entry in self.release.entries if entry.item in self.items]
        problems += await self._publish_all([entry for entry in there if entry.action == PUBLISH])
        away = [entry for entry in there if entry.action == UNPUBLISH]
        problems += [problem for entry in away for problem in await self._take_away(entry)]
        problems += [problem for entry in away for problem in await self._use_problems(entry)]
        if problems:
            raise Invalid(problems)

    async def _publish_all(self, entries: list[ReleaseEntry]) -> list[Problem]:
        while entries:
            left = [(entry, found) for entry in entries if (found := await self._publish(entry))]
            if len(left) == len(entries):
                return [problem for _entry, found in left for problem in found]
            entries = [entry for entry, _found in left]
        return []

    async def _publish(self, entry: ReleaseEntry) -> list[Problem]:
        item = self.items[entry.item]
        text = await as_of_version(self.services, item, entry.version, self.session)
        # what was published by hand since it was scheduled is newer and stays
        locales = [one for one in entry.locales if (workflow.state_of(item, one).version or 0) <= text.version]
        if locales and (found := await self._publish_problems(item, text, locales)):
            return [_of_item(problem, item) for problem in found]
        if locales:
            await publish_locales(self.services, self.actor, item, text, locales, self.session, release=self.release.id)
            self.live.append((text, locales))
        self.done.append(entry.model_copy(update={"version": text.version}))
        return []

    async def _publish_problems(self, item: Item, text: Item, locales: Sequence[str]) -> list[Problem]:
        if refused := transition_problems("publish", self.actor, item, locales):
            return refused
        if missing := await self._missing_sites(item):
            return missing
        if text.version == item.version:
            return await publication_problems(self.services, self.actor, item, locales, self.session)
        return await publish_problems(self.services, content_type(item.type), text, locales, self.session)

    async def _missing_sites(self, item: Item) -> list[Problem]:
        """The sites that show the item and are not live, perhaps not yet. `sites` are those known to be."""
        if content_type(item.type).library:
            return []
        if unknown := [key for key in places(item) if key not in self.sites]:
            found = await known_sites(self.services.repository, unknown, self.session)
            self.sites |= {site.key for site in found}
        message = "There is no published site {key}; publish it first, or put it into the release."
        missing = [key for key in places(item) if key not in self.sites]
        return [Problem("site", "UNKNOWN_SITE", message.format(key=key)) for key in missing]

    async def _take_away(self, entry: ReleaseEntry) -> list[Problem]:
        item = self.items[entry.item]
        if refused := transition_problems("unpublish", self.actor, item, entry.locales):
            return refused
        live = [one for one in entry.locales if workflow.state_of(item, one).version is not None]
        if not live and self.release.state != SCHEDULED:
            return [Problem("", "NOT_LIVE", "It is not published in these languages.", None, item.id)]
        if live:
            await unpublish_locales(self.services, self.actor, item, live, self.session, release=self.release.id)
        self.done.append(entry)
        return []

    async def _use_problems(self, entry: ReleaseEntry) -> list[Problem]:
        item = self.items[entry.item]
        is_live = any(state.version is not None for state in item.states.values())
        if entry.even_if_used or is_live:
            return []
        uses = await self.services.repository.references.to(item.id, "live", self.session)
        message = "The live item {source} refers to it in {at}."
        return [
            Problem("", "STILL_USED", message.format(source=use.source, at=use.at), None, item.id) for use in uses[:20]
        ]


def check_entries(release: Release) -> None:
    """Raises Invalid: too many, or one language of an item both ways."""
    if len(release.entries) > MAX_ENTRIES:
        message = f"A release has at most {MAX_ENTRIES} entries; make another one."
        raise Invalid([Problem("items", "TOO_MANY", message)])
    coming = {(one.item, locale) for one in release.entries if one.action == PUBLISH for locale in one.locales}
    going = {(one.item, locale) for one in release.entries if one.action != PUBLISH for locale in one.locales}
    if both := sorted(coming & going):
        message = "It cannot be published and taken away at one moment."
        raise Invalid([Problem("items", "BOTH_WAYS", message, locale, item) for item, locale in both])


async def release_roots(services: Services, release: Release, session: Session | None = None) -> list[GoingLive]:
    """What it is to make live, in the versions that it would now."""
    entries = [entry for entry in release.entries if entry.action == PUBLISH]
    items = {item.id: item for item in await _items(services, entries, session)}
    there = [(items[one.item], one) for one in entries if one.item in items]
    return [going_live(await as_of_version(services, item, one.version, session), one.locales) for item, one in there]


async def take_along(services: Services, release: Release, targets: TargetsChoice, session: Session) -> list[str]:
    """Puts those that go along into the release; answers the ids of what is left unpublished. Raises Invalid where
    `targets` refuses that, or when there are too many."""
    division = await divide_targets(services, await release_roots(services, release, session), targets, session)
    if division.problems:
        raise Invalid(division.problems)
    release.entries += [ReleaseEntry(item=one.item.id, locales=list(one.locales)) for one in division.along]
    check_entries(release)
    return division.left


async def _items(services: Services, entries: Iterable[ReleaseEntry], session: Session | None) -> list[Item]:
    return await services.repository.items.with_ids(list(dict.fromkeys(entry.item for entry in entries)), session)


def _gone(entry: ReleaseEntry) -> Problem:
    return Problem("", "NOT_FOUND", "It was deleted; take it out of the release.", None, entry.item)


def _of_item(problem: Problem, item: Item) -> Problem:
    return Problem(problem.field, problem.code, problem.message, problem.locale, item.id)
