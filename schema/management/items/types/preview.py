"""Leave to see drafts."""

from datetime import datetime
from typing import Any, Optional

import strawberry

from cms.items.previews import PreviewTokens
from cms.items.queries.previews import address_of, preview_templates
from schema.management.accounts.types.people import Person, person
from schema.management.context import ManagementInfo
from storage.documents import Preview as StoredPreview


@strawberry.type(description="Leave to see all drafts of a site, for whoever has its token.")
class Preview:
    stored: strawberry.Private[StoredPreview]
    id: strawberry.ID = strawberry.field(description="For `revokePreview`; it is not the token.")
    site: str = strawberry.field(description="Key of the site whose drafts are shown.")
    locale: str = strawberry.field(description="The language in which it begins.")
    path: str = strawberry.field(description="Where it begins on the site.")
    item: Optional[strawberry.ID] = strawberry.field(description="The item that it was made for.")
    as_of: Optional[datetime] = strawberry.field(
        description="The moment as of which it shows what is scheduled; null: every draft as if it were published now."
    )
    created_at: datetime = strawberry.field(description="When it was given out.")
    created_by: Optional[Person] = strawberry.field(description="Who gave it out.")
    expires: datetime = strawberry.field(description="When it ends by itself; it can then be found no more.")

    @strawberry.field(description="For `site(preview:)` of the delivery API.")
    def token(self, info: ManagementInfo) -> str:
        return PreviewTokens.of(info.context.services).token(self.stored)

    @strawberry.field(
        description="Where the site shows it; null while the site's settings have no `preview_url`. Whoever has it "
        "sees the drafts."
    )
    async def url(self, info: ManagementInfo) -> Optional[str]:
        templates = await preview_templates(info.context.services, [self.site])
        token = PreviewTokens.of(info.context.services).token(self.stored)
        return address_of(self.stored, templates.get(self.site), token)


def preview(stored: StoredPreview) -> Preview:
    return Preview(
        stored=stored,
        id=strawberry.ID(stored.id),
        site=stored.site,
        locale=stored.locale,
        path=stored.path,
        item=strawberry.ID(stored.item) if stored.item else None,
        as_of=stored.moment,
        created_at=stored.created,
        created_by=person(stored.by),
        expires=stored.expires,
    )


def preview_of(document: dict[str, Any]) -> Preview:
    return preview(StoredPreview.model_validate(document))
