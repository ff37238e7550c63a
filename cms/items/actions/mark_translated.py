"""Say of translations that they are still right as they are, though the text they were made from has changed."""

from collections.abc import Sequence

from cms.access.action import action
from cms.content.fields import Field
from cms.content_types.content_type import ContentType
from cms.items.draft_merge import draft_of_version
from cms.items.item_change import ItemChange
from cms.items.translation.state import open_texts
from cms.items.translation.texts import text_hash, texts
from cms.items.translation_notes import drafted, keep_versions, note_standing
from cms.kernel.errors import Invalid, Problem
from storage.documents import Item, Version
from storage.documents.made_from import MadeFrom


@action(right="update", event="ItemTranslationMarked")
async def mark_translated(
    change: ItemChange, id: str, locale: str, base_version: int, fields: Sequence[str] | None = None
) -> Item:
    """The item, with these texts in `locale` counted as made from the source text of `base_version`, which is the one
    that was looked at; None for all that have a text. One that should stay empty is marked by naming it. What was
    written since stays as it is.

    Raises NotFound, NotPermitted, Conflict (the version is not known any more), Invalid (no such text, or `locale` is
    what the others are translated from).
    """
    item, kind = change.item, change.kind
    source = require_target(item, locale)
    require_texts(kind, item, fields)
    base = await draft_of_version(change.services, item, base_version, change.session)
    marks = _marks(kind, item, base, locale, source, fields)
    known, item.made_from = item.made_from, _replaced(item.made_from, marks)
    note_standing(kind, item)
    await keep_versions(change.services, item, known, change.session)
    await change.store()
    change.tell(locale=locale, fields=[mark.at for mark in marks])
    return item


def require_target(item: Item, locale: str) -> str:
    """The source language. Raises Invalid where `locale` is no translation of it."""
    if item.source_locale is None:
        raise Invalid([Problem("locale", "NOTHING_TO_TRANSLATE", "This item has no text yet; write one first.")])
    if locale == item.source_locale:
        raise Invalid([Problem("locale", "IS_SOURCE", f"The other languages are translated from {locale}.", locale)])
    return item.source_locale


def require_texts(kind: type[ContentType], item: Item, fields: Sequence[str] | None) -> None:
    """Raises Invalid."""
    known = texts(kind, item.data)
    problems = [
        Problem(at[:200], "UNKNOWN_FIELD", "There is no such text in this item; give its path with element ids.")
        for at in fields or ()
        if at not in known
    ]
    if problems:
        raise Invalid(problems)


def _marks(
    kind: type[ContentType],
    item: Item,
    base: Version | Item,
    locale: str,
    source: str,
    fields: Sequence[str] | None,
) -> list[MadeFrom]:
    now, seen = texts(kind, item.data), texts(kind, base.data)
    states = open_texts(drafted(kind, item), locale)
    found: list[MadeFrom] = []
    for at in dict.fromkeys(states if fields is None else fields):
        value, before = now[at].values.get(locale), seen.get(at)
        if before is None or before.values.get(locale) != value or (fields is None and Field.is_empty(value)):
            continue
        text = text_hash(before.values.get(source))
        is_present = text == text_hash(now[at].values.get(source))
        version = item.version if is_present else base.version
        found.append(MadeFrom(locale=locale, at=at, text=text, version=version))
    return found


def _replaced(known: Sequence[MadeFrom], new: Sequence[MadeFrom]) -> list[MadeFrom]:
    replaced = {(mark.locale, mark.at) for mark in new}
    return [*(mark for mark in known if (mark.locale, mark.at) not in replaced), *new]
