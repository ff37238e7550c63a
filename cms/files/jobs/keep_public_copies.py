"""Copies what was public before `CMS_FILES_URL` was set, and what got lost since; takes away what nobody asked to."""

from cms.files.public_copies import bring_copies_up_to_date, files_to_copy
from cms.kernel.services import Services


async def keep_public_copies(services: Services) -> None:
    """Raises Unavailable, ObjectMissing."""
    if services.settings.files_url is None:
        return
    for id in [one async for one in files_to_copy(services)]:
        await bring_copies_up_to_date(services, id)
