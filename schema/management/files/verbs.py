"""What may be done with files: uploads by ticket, and other bytes at the same address."""

import strawberry

from schema.management.files.mutations.cancel_upload import cancel_upload
from schema.management.files.mutations.complete_upload import complete_upload
from schema.management.files.mutations.create_upload import create_upload
from schema.management.files.mutations.replace_file import replace_file


@strawberry.type
class FileVerbs:
    create_upload = strawberry.mutation(create_upload, description="Ask for a ticket, then put the bytes to its `url`.")
    complete_upload = strawberry.mutation(
        complete_upload, description="Make a file of the uploaded bytes, as a private draft. May be asked again."
    )
    replace_file = strawberry.mutation(
        replace_file,
        description="Put uploaded bytes behind a file's address, as a new version of its draft. May be asked again.",
    )
    cancel_upload = strawberry.mutation(cancel_upload, description="Give a ticket back, and forget its bytes.")
