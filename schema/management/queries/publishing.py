"""What is about to go live, and what would go along."""

from typing import Optional

import strawberry

from cms.catalog.unpublished_targets import seen_targets
from schema.management.answer import bounded
from schema.management.context import ManagementInfo
from schema.management.scalars import Locale
from schema.management.unpublished_targets import UnpublishedTargets, unpublished


@strawberry.type
class PublishingQueries:
    @strawberry.field(
        description="Look before publishing: what the draft refers to in these languages, directly and through others, "
        "that visitors would not see."
    )
    async def unpublished_targets(
        self, info: ManagementInfo, id: strawberry.ID, locales: list[Locale]
    ) -> Optional[UnpublishedTargets]:
        wanted = bounded("locales", locales)
        return unpublished(await seen_targets(info.context.desk, info.context.actor, str(id), wanted))
