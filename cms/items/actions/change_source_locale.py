"""Say which of its languages an item is translated from."""

from typing import Annotated

from cms.access.action import action
from cms.access.parameters import Id, Locale
from cms.items.item_change import ItemChange
from cms.items.translation.state import begun_locales
from cms.items.translation_notes import drafted, first_marks, note_standing
from cms.kernel.errors import Invalid, Problem
from storage.documents import Item


@action(
    right="update",
    event="ItemSourceLocaleChanged",
    offered="Say which of its languages an item is translated from; its other texts count as current.",
)
async def change_source_locale(
    change: ItemChange, id: Id, locale: Annotated[Locale, "One in which something is written."]
) -> Item:
    """The item, whose other texts all count as made from the present ones in `locale`.

    Raises NotFound, NotPermitted, Invalid (nothing is written in that language).
    """
    item, kind, before = change.item, change.kind, change.item.source_locale
    if locale not in begun_locales(drafted(kind, item)):
        raise Invalid([Problem("locale", "NOT_BEGUN", "Write something in this language first.", locale)])
    if locale != before:
        item.source_locale, item.made_from = locale, first_marks(kind, locale, item.data, item.version)
        note_standing(kind, item)
    await change.store()
    change.tell(locale=locale, before=before)
    return item
