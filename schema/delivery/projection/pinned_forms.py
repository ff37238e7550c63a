"""Forms in the version that a call or an application is pinned to."""

from typing import Any

from schema.delivery.projection.delivered import projections
from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.read_context import ReadContext, Target, loader
from schema.delivery.projection.selection import Selection

FORM = "ApplicationForm"


@loader("pinned_forms")
async def load_forms(reading: ReadContext, batch: list[tuple[PublishedItem, Selection]]) -> list[Target]:
    """One query for the forms of all calls; a call that is not pinned, as in previews, has the form as it is."""
    keys = {key for entry, _selection in batch if (key := _key(entry))}
    if keys:
        for pinned in await reading.published.forms(sorted(keys)):
            reading.found[(FORM, pinned["_id"])] = form_entry(reading, pinned)
    await reading.load(id for entry, _selection in batch if (id := entry.get("form")) and not _key(entry))
    return [
        (found, selection.below("form")) for entry, selection in batch if (found := _form_entry_of(entry)) is not None
    ]


def form_of(call: PublishedItem, selection: Selection) -> Any:
    """What is selected of the form of a call; None where there is none."""
    found = _form_entry_of(call)
    return projections[FORM].plan(selection).build(found) if found else None


def form_entry(reading: ReadContext, pinned: dict[str, Any]) -> PublishedItem | None:
    """`pinned` as it is stored (`storage.documents.PinnedForm`)."""
    data = pinned["data"]
    locales = {locale: {} for locale in data.get("title") or ("en",)}
    document = {
        "_id": pinned["form"],
        "type": FORM,
        "version": pinned["version"],
        "pinned": str(pinned["version"]),
        "channels": ["*"],
        "locales": locales,
        "slugs": {},
        "data": data,
    }
    return reading.entry(document)


def _form_entry_of(call: PublishedItem) -> PublishedItem | None:
    key = _key(call)
    if key is not None and (FORM, key) in call.reading.found:
        return call.reading.found[(FORM, key)]
    return call.reading.entry_of(call.get("form") or "")


def _key(call: PublishedItem) -> str | None:
    form, version = call.get("form"), call.derived.get("form_version")
    return f"{form}/{version}" if form and version is not None else None
