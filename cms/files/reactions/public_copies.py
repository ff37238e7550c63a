"""A file that became public, or is no longer: its copies follow, in a lane of their own, as pictures take long."""

from cms.files.public_copies import bring_copies_up_to_date
from cms.kernel.services import Services
from cms.kernel.work.lanes import COPIES
from storage.documents import OutboxEvent
from storage.mongo import Session

COPIES_DUE = "PublicCopiesDue"


async def ask_for_copies(services: Services, event: OutboxEvent) -> None:
    if services.settings.files_url is None:
        return
    now = services.clock()
    due = OutboxEvent(
        name=COPIES_DUE, lane=COPIES, group=event.item, at=now, due_at=now, item=event.item, type=event.type
    )

    async def add(session: Session) -> None:
        await services.repository.outbox.add(due, session)

    await services.transact(add)


async def copy_public_file(services: Services, event: OutboxEvent) -> None:
    await bring_copies_up_to_date(services, event.item)
