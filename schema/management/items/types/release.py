"""Releases: items that go live, or away, at one moment."""

from datetime import datetime
from typing import Any, Optional

import strawberry

from cms.kernel.errors import Problem as FoundProblem
from schema.management.accounts.types.people import Person, person
from schema.management.context import ManagementInfo
from schema.management.enums import ReleaseAction, ReleaseState
from schema.management.ids import ID_OF
from schema.management.items.types.item import Item, item
from schema.management.items.types.unpublished_targets import UnpublishedTargets
from schema.management.problems import Problem, problem
from storage.documents import Release as StoredRelease
from storage.documents import ReleaseEntry as StoredEntry
from storage.documents import ReleaseProblem as StoredProblem


@strawberry.type(description="What a release does with one item.")
class ReleaseEntry:
    id: strawberry.ID = strawberry.field(description=ID_OF["item"])
    action: ReleaseAction = strawberry.field(description="Whether the item goes live or away.")
    locales: list[str] = strawberry.field(description="In which it does.")
    version: Optional[int] = strawberry.field(
        description="The version that goes live, or went; null for whatever it is when the release is published."
    )
    even_if_used: bool = strawberry.field(description="It goes away though something live refers to it.")

    @strawberry.field(description="Null where the viewer may not read it, or when it was deleted.")
    async def item(self, info: ManagementInfo) -> Optional[Item]:
        found = await info.context.items.load(str(self.id))
        return item(found) if found else None


@strawberry.type(description="Items that go live, or away, at one moment: all of them or none.")
class Release:
    id: strawberry.ID = strawberry.field(description="As mutations about it take it.")
    name: str = strawberry.field(description="What editors call it.")
    site: str = strawberry.field(description="Key of the site in whose time it is scheduled.")
    state: ReleaseState = strawberry.field(description="Where it stands.")
    entries: list[ReleaseEntry] = strawberry.field(description="What it does, one entry for each item and action.")
    problems: list[Problem] = strawberry.field(description="Of one that failed: what stopped it.")
    scheduled_for: Optional[datetime] = strawberry.field(
        description="The moment at which it goes live; null where it was not scheduled."
    )
    scheduled_by: Optional[Person] = strawberry.field(description="Who scheduled it; null where nobody did.")
    published_at: Optional[datetime] = strawberry.field(description="When it went live; null before.")
    published_by: Optional[Person] = strawberry.field(description="Who published it; null before.")
    created_at: datetime = strawberry.field(description="When it was begun.")
    created_by: Optional[Person] = strawberry.field(description="Who began it.")
    modified_at: datetime = strawberry.field(description="Of the last change of its name, entries or schedule.")
    modified_by: Optional[Person] = strawberry.field(description="Who made that change.")


@strawberry.type(description="What would become of a release now.")
class ReleaseCheck:
    is_ready: bool = strawberry.field(description="Whether nothing stops it: `problems` is empty.")
    problems: list[Problem] = strawberry.field(description="All that stops any of its items, each with its item.")
    unpublished_targets: UnpublishedTargets = strawberry.field(
        description="What its items refer to, visitors do not see, and is not in it: a warning."
    )


def release(stored: StoredRelease) -> Release:
    times: dict[str, Any] = {
        name: getattr(stored, name) for name in ("scheduled_for", "published_at", "created_at", "modified_at")
    }
    people: dict[str, Any] = {
        name: person(getattr(stored, name)) for name in ("scheduled_by", "published_by", "created_by", "modified_by")
    }
    return Release(
        id=strawberry.ID(stored.id),
        name=stored.name,
        site=stored.site,
        state=ReleaseState(stored.state),
        entries=[_entry(one) for one in stored.entries],
        problems=[_problem(one) for one in stored.problems],
        **times,
        **people,
    )


def _entry(stored: StoredEntry) -> ReleaseEntry:
    return ReleaseEntry(
        id=strawberry.ID(stored.item),
        action=ReleaseAction(stored.action),
        locales=stored.locales,
        version=stored.version,
        even_if_used=stored.even_if_used,
    )


def _problem(stored: StoredProblem) -> Problem:
    return problem(FoundProblem(**stored.model_dump()))
