"""What may be done with previews."""

import strawberry

from schema.management.items.mutations.create_preview import create_preview
from schema.management.items.mutations.revoke_preview import revoke_preview


@strawberry.type
class PreviewVerbs:
    create_preview = strawberry.mutation(
        create_preview, description="Give leave to see the drafts of a site, at an address that ends by itself."
    )
    revoke_preview = strawberry.mutation(revoke_preview, description="End a preview at once.")
