"""Give leave to see the drafts of a site."""

from collections.abc import Awaitable
from datetime import timedelta
from typing import Optional

import strawberry

from cms.items import actions
from schema.management.answer import MutationResult, outcome
from schema.management.context import ManagementInfo
from schema.management.items.types.preview import Preview, preview
from schema.management.scalars import Locale
from storage.documents import Preview as StoredPreview

LONGEST_HOURS = 30 * 24


@strawberry.input
class CreatePreviewInput:
    site: str = strawberry.field(description="Key of a published site; the right to change its items is needed.")
    locale: Optional[Locale] = strawberry.field(default=None, description="Left out, the site's default one.")
    path: Optional[str] = strawberry.field(default=None, description="Where to begin; left out, the home page.")
    item: Optional[strawberry.ID] = strawberry.field(default=None, description="Begin where this item is shown.")
    hours: int = strawberry.field(default=48, description=f"How long it lasts, at most {LONGEST_HOURS}.")
    as_of: Optional[str] = strawberry.field(
        default=None,
        description="Local time of the site, such as 2024-05-31T18:00: what is scheduled shows as of then. Left out: "
        "every draft as if it were published now.",
    )


@strawberry.type(description="Either `preview`, or `refusal` and then nothing was changed.")
class CreatePreviewResult(MutationResult):
    preview: Optional[Preview] = strawberry.field(
        default=None, description="With its token and address; null where it was refused."
    )


@strawberry.mutation(description="Give leave to see the drafts of a site, at an address that ends by itself.")
async def create_preview(info: ManagementInfo, input: CreatePreviewInput) -> CreatePreviewResult:
    return await outcome(CreatePreviewResult, "preview", _create(info, input), preview)


def _create(info: ManagementInfo, input: CreatePreviewInput) -> Awaitable[StoredPreview]:
    return actions.create_preview(
        info.context.services,
        info.context.actor,
        input.site,
        locale=input.locale,
        path=input.path,
        item=str(input.item) if input.item else None,
        lasts=timedelta(hours=min(input.hours, LONGEST_HOURS + 1)),
        as_of=input.as_of,
    )
