"""An item as editors see it."""

from datetime import datetime
from typing import Annotated, Optional

import strawberry

from cms.items import workflow
from cms.items.checks import content_type
from cms.items.live import is_changed
from cms.items.publication import publication_problems
from cms.items.queries.history import list_versions
from cms.items.queries.items import gone_at
from cms.items.queries.overrides import item_overrides
from cms.items.queries.uses import list_uses
from cms.items.snapshot import written_locales
from cms.items.translation.languages import languages_of, sites_of
from schema.management.accounts.types.people import Person, PersonWithRoles, people_on, person
from schema.management.context import ManagementInfo
from schema.management.enums import ReleaseAction, World
from schema.management.files.types.item_file import ItemFile, item_file
from schema.management.ids import ID_OF
from schema.management.items.types.appearance import Appearance
from schema.management.items.types.history import Version, version
from schema.management.items.types.item_teamwork import ItemTeamwork
from schema.management.items.types.override import Override, override
from schema.management.items.types.uses import Use, use
from schema.management.pages import DEFAULT_PAGE, After, Connection, First, page
from schema.management.problems import Problem, problem
from schema.management.scalars import Json, Locale
from storage.documents import Item as StoredItem
from storage.documents import Planned


@strawberry.type(description="An item's address in one language, without the part that its type adds.")
class Slug:
    locale: str = strawberry.field(description="The language of the address.")
    slug: str = strawberry.field(description="Such as `iasi-2023`; of a page a path, empty for the home page.")


@strawberry.type(description="What a scheduled release is to do with one language of an item.")
class PlannedRelease:
    release: strawberry.ID = strawberry.field(description=ID_OF["release"])
    action: ReleaseAction = strawberry.field(description="Whether it goes live or away.")
    at: datetime = strawberry.field(description="When the release is due.")


@strawberry.type(description="Where one language of an item stands.")
class LocaleState:
    item: strawberry.Private[StoredItem]
    locale: str = strawberry.field(description="The language that is told of.")
    state: str = strawberry.field(
        description="private, pending, published or archived: where the draft stands. What visitors see a "
        "version of is published, or pending while changes to it wait for review."
    )
    live_version: Optional[int] = strawberry.field(description="The version that visitors see, null for none.")
    published_at: Optional[datetime] = strawberry.field(
        description="When it went live last; null for what is not live."
    )
    effective: Optional[datetime] = strawberry.field(description="When `scheduledVersion` is to become live.")
    scheduled_version: Optional[int] = strawberry.field(description="Null where nothing is scheduled.")
    goes_along: list[strawberry.ID] = strawberry.field(description="Ids of what becomes live together with it.")
    expires: Optional[datetime] = strawberry.field(description="When what is live is to go.")
    planned: Optional[PlannedRelease] = strawberry.field(description="What a scheduled release is to do with it.")
    submitted_by: Optional[Person] = strawberry.field(
        description="Who asked for the review that it waits for; null where it waits for none."
    )
    is_sent_back: bool = strawberry.field(description="The last review sent it back, and nobody submitted it since.")
    allowed_transitions: list[str] = strawberry.field(
        description="What the viewer may do next: submit, withdraw, send_back, publish, unpublish, archive, reopen."
    )

    @strawberry.field(description="Whether publishing would change what visitors see in this language.")
    async def is_changed(self, info: ManagementInfo) -> bool:
        return is_changed(self.item, await info.context.live.load(self.item.id), self.locale)


@strawberry.type(description="What editors write and publish, such as an edition or a page, as its draft is now.")
class Item(ItemTeamwork):
    id: strawberry.ID = strawberry.field(
        description="The same everywhere: in webhooks, and as `itemId` of the delivery API."
    )
    type: str = strawberry.field(description="Name of its content type; see `contentTypes`.")
    site: str = strawberry.field(description="Key of the site that owns it.")
    shared: list[str] = strawberry.field(description="Keys of the sites that show it too.")
    version: int = strawberry.field(description="Of the draft; each change makes a new one. `baseVersion` of changes.")
    data: Json = strawberry.field(description="The draft in all languages, as the content type's fields describe it.")
    slugs: list[Slug] = strawberry.field(description="One per language that has an address.")
    created_at: datetime = strawberry.field(description="When it was made.")
    created_by: Optional[Person] = strawberry.field(
        description="Who made it; some roles allow more on one's own items."
    )
    modified_at: datetime = strawberry.field(description="Of the last change of the draft.")
    modified_by: Optional[Person] = strawberry.field(description="Who made that change.")
    deleted_at: Optional[datetime] = strawberry.field(description="Set while it lies in the recycle bin.")
    deleted_by: Optional[Person] = strawberry.field(description="Who put it there; null while it does not lie there.")

    @strawberry.field(description="When the recycle bin gives it up for good; null for what does not lie there.")
    def gone_at(self, info: ManagementInfo) -> Optional[datetime]:
        return gone_at(info.context.services, self.stored)

    @strawberry.field(description="What editors call it: its title in this language, or else in any other.")
    def title(
        self,
        locale: Annotated[
            Optional[Locale],
            strawberry.argument(description="In which it is wanted; left out, the first that there is."),
        ] = None,
    ) -> str:
        return content_type(self.type).titles.working(self.stored.data, locale)

    @strawberry.field(description="Some fields of the draft, at most 20: {name: value}, for lists.")
    def values(
        self,
        of: Annotated[
            list[str], strawberry.argument(description="Names of fields; those without a value are left out.")
        ],
    ) -> Json:
        return Json({name: self.stored.data[name] for name in of[:20] if name in self.stored.data})

    @strawberry.field(
        description="What an editor still has to see to, though it may be published without: banner, agenda, slides, "
        "summary."
    )
    async def missing(self, info: ManagementInfo) -> list[str]:
        return await info.context.missing.load(self.stored)

    @strawberry.field(description="The file that it holds; null for items that are no files.")
    def file(self) -> Optional[ItemFile]:
        return item_file(self.stored)

    @strawberry.field(
        description="Path of the picture by which people recognise it, as WebP at least so wide; null for none."
    )
    async def picture_url(
        self, info: ManagementInfo, width: Annotated[int, strawberry.argument(description="In pixels, at least 1.")]
    ) -> Optional[str]:
        field = content_type(self.type).titles.picture
        id = self.stored.data.get(field) if field else None
        found = await info.context.items.load(id) if id else None
        file = item_file(found) if found else None
        return file.rendition_url(width) if file else None

    @strawberry.field(description="Of a person: as what they stand in the latest programme; null for none.")
    async def last_appearance(self, info: ManagementInfo) -> Optional[Appearance]:
        found = await info.context.appearances.load(self.stored.id)
        return Appearance(found=found) if found else None

    @strawberry.field(
        description="Each language that something is written in, or that has an address or a state; of what has facts "
        "alone and is live nowhere, each of its sites."
    )
    async def states(self, info: ManagementInfo) -> list[LocaleState]:
        locales = self.stored.locales or await self._languages_of_sites(info)
        return [_state(info, self.stored, locale) for locale in locales]

    async def _languages_of_sites(self, info: ManagementInfo) -> list[str]:
        known = {site.key: site for site in await info.context.all_sites()}
        return languages_of(sites_of(self.stored, known))

    @strawberry.field(
        description="The languages that something is written in or that have an address; none where it has facts alone."
    )
    def written_in(self) -> list[str]:
        return written_locales(content_type(self.type), self.stored)

    @strawberry.field(description="One language, begun or not.")
    def state(
        self,
        info: ManagementInfo,
        locale: Annotated[Locale, strawberry.argument(description="Any language; one that is not begun is private.")],
    ) -> LocaleState:
        return _state(info, self.stored, locale)

    @strawberry.field(description="Those who have roles on this item alone, by name.")
    async def people(self, info: ManagementInfo) -> list[PersonWithRoles]:
        return await people_on(info, self.stored)

    @strawberry.field(description="What the viewer may do with it, by the names of rights.")
    def rights(self, info: ManagementInfo) -> list[str]:
        return info.context.actor.rights_on(self.stored)

    @strawberry.field(
        description="All that stops the viewer from publishing it in this language, but for missing rights."
    )
    async def problems(
        self,
        info: ManagementInfo,
        locale: Annotated[Locale, strawberry.argument(description="In which it would be published.")],
    ) -> list[Problem]:
        services, actor = info.context.services, info.context.actor
        return [problem(one) for one in await publication_problems(services, actor, self.stored, [locale])]

    @strawberry.field(description="Whether publishing would change what visitors see in any language that is live.")
    async def is_changed(self, info: ManagementInfo) -> bool:
        live = await info.context.live.load(self.stored.id)
        return any(is_changed(self.stored, live, locale) for locale in (live or {"locales": ()})["locales"])

    @strawberry.field(description="What sites show differently of it, as far as the viewer may read that.")
    async def overrides(self, info: ManagementInfo) -> list[Override]:
        return [override(one) for one in await item_overrides(info.context.services, info.context.actor, self.stored)]

    @strawberry.field(description="Every version, newest first.")
    async def versions(
        self, info: ManagementInfo, first: First = DEFAULT_PAGE, after: After = None
    ) -> Connection[Version]:
        return await page(info, list_versions(info.context.services, self.stored), version, first, after)

    @strawberry.field(description="Where other items refer to it: in drafts unless another world is named.")
    async def used_by(
        self,
        info: ManagementInfo,
        world: Annotated[Optional[World], strawberry.argument(description="DRAFT where left out.")] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
    ) -> Connection[Use]:
        return await page(
            info, list_uses(info.context.services, self.stored, str((world or World.DRAFT).value)), use, first, after
        )


def item(stored: StoredItem) -> Item:
    return Item(
        stored=stored,
        id=strawberry.ID(stored.id),
        type=stored.type,
        site=stored.site,
        shared=stored.shared,
        version=stored.version,
        data=Json(stored.data),
        slugs=[Slug(locale=locale, slug=slug) for locale, slug in sorted(stored.slugs.items())],
        created_at=stored.created_at,
        created_by=person(stored.created_by),
        modified_at=stored.modified_at,
        modified_by=person(stored.modified_by),
        deleted_at=stored.deleted_at,
        deleted_by=person(stored.deleted_by),
    )


def _state(info: ManagementInfo, stored: StoredItem, locale: str) -> LocaleState:
    state = workflow.state_of(stored, locale)
    return LocaleState(
        item=stored,
        locale=locale,
        state=state.state,
        live_version=state.version,
        published_at=state.published_at,
        effective=state.effective,
        scheduled_version=state.scheduled_version,
        goes_along=[strawberry.ID(one.item) for one in state.along],
        expires=state.expires,
        planned=_planned(state.planned),
        submitted_by=person(state.submitted_by),
        is_sent_back=state.is_sent_back,
        allowed_transitions=workflow.allowed_transitions(info.context.actor, stored, locale),
    )


def _planned(stored: Planned | None) -> PlannedRelease | None:
    if stored is None:
        return None
    return PlannedRelease(release=strawberry.ID(stored.release), action=ReleaseAction(stored.action), at=stored.at)
