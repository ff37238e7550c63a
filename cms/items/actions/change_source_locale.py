"""Say which of its languages an item is translated from."""

from cms.access.actor import Actor
from cms.access.load_item import load_item
from cms.items.change_record import record_change
from cms.items.checks import content_type
from cms.items.translation.state import begun_locales
from cms.items.translation_notes import drafted, first_marks, note_standing
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from storage.documents import Item
from storage.mongo import Session


async def change_source_locale(services: Services, actor: Actor, id: str, locale: str) -> Item:
    """The item, whose other texts all count as made from the present ones in `locale`.

    Raises NotFound, NotPermitted, Invalid (nothing is written in that language).
    """

    async def write(session: Session) -> Item:
        item = await load_item(services, id, session)
        actor.require_on("update", item)
        kind, before = content_type(item.type), item.source_locale
        if locale not in begun_locales(drafted(kind, item)):
            raise Invalid([Problem("locale", "NOT_BEGUN", "Write something in this language first.", locale)])
        if locale != before:
            item.source_locale, item.made_from = locale, first_marks(kind, locale, item.data, item.version)
            note_standing(kind, item)
        await services.repository.items.replace(item, item.version, session)
        told = {"locale": locale, "before": before}
        await record_change(services, actor, "change_source_locale", "ItemSourceLocaleChanged", item, session, **told)
        return item

    return await services.transact(write)
