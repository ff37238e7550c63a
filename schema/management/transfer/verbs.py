"""Export and import of whole sites."""

import strawberry

from schema.management.transfer.mutations.export_site import export_site
from schema.management.transfer.mutations.import_site import import_site


@strawberry.type
class TransferVerbs:
    export_site = strawberry.mutation(export_site, description="Have a whole site written into one archive.")
    import_site = strawberry.mutation(
        import_site,
        description="Have an archive of a whole site read in; larger ones than uploads may be by `cms site`.",
    )
