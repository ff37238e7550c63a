"""Who asks."""

import strawberry

from schema.management.context import ManagementInfo
from schema.management.people import Viewer, viewer_of


@strawberry.type
class ViewerQueries:
    @strawberry.field
    def viewer(self, info: ManagementInfo) -> Viewer:
        return viewer_of(info)
