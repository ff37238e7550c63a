"""Who asks."""

import strawberry

from schema.management.accounts.types.people import Viewer, viewer_of
from schema.management.context import ManagementInfo


@strawberry.type
class ViewerQueries:
    @strawberry.field(description="Who asks, with the roles of this moment.")
    def viewer(self, info: ManagementInfo) -> Viewer:
        return viewer_of(info)
