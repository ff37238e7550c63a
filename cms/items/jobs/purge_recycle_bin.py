"""Purges what has lain in the recycle bin for as long as the settings say."""

from datetime import timedelta

import structlog

from cms.access.actor import SYSTEM
from cms.items.actions.purge_item import purge_item
from cms.kernel.errors import CmsError
from cms.kernel.services import Services

log = structlog.get_logger(__name__)

BATCH = 100


async def purge_recycle_bin(services: Services) -> None:
    """One transaction per item; what cannot be purged now does not stop the others. Raises Unavailable."""
    before = services.clock() - timedelta(days=services.settings.recycle_bin_days)
    last = ""
    while ids := await services.repository.items.deleted_before(before, last, BATCH):
        for id in ids:
            try:
                await purge_item(services, SYSTEM, id, deleted_before=before)
            except CmsError:
                log.exception("recycle_bin.not_purged", item=id)
        last = ids[-1]
