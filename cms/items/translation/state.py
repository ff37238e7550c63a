"""How far the translation of an item into a language is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cms.content.fields import Field
from cms.content_types.content_type import ContentType
from cms.items.translation.texts import NO_TEXT, LocalizedText, text_hash, texts
from storage.documents.made_from import MadeFrom

SOURCE, MISSING, STALE, COPIED, INCOMPLETE, CURRENT = "source", "missing", "stale", "copied", "incomplete", "current"
BEGUN = "begun"


@dataclass(frozen=True, slots=True)
class Standing:
    """`state`: of an item in `locale`. Source: the others are translated from it. Missing: nothing is written yet.
    Else what is most to be done: stale (the source text of some has changed since), copied (some are still the source
    text), incomplete (some of the source have no counterpart), current. With how many texts there are of each."""

    locale: str
    state: str
    stale: int = 0
    copied: int = 0
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Drafted:
    """What is known of an item for all questions about its languages."""

    kind: type[ContentType]
    data: dict[str, Any]
    slugs: Mapping[str, str]
    source: str | None
    marks: Sequence[MadeFrom]


def begun_locales(draft: Drafted) -> list[str]:
    """The languages with a text or an address."""
    found = {locale for text in texts(draft.kind, draft.data).values() for locale in text.values}
    return sorted(found | set(draft.slugs))


def standing(draft: Drafted, locale: str) -> Standing:
    if locale == draft.source:
        return Standing(locale, SOURCE)
    states = list(open_texts(draft, locale).values())
    stale, copied, missing = (states.count(one) for one in (STALE, COPIED, MISSING))
    if locale not in begun_locales(draft):
        return Standing(locale, MISSING, missing=missing)
    counted = {STALE: stale, COPIED: copied, INCOMPLETE: missing}
    return Standing(locale, next((one for one, count in counted.items() if count), CURRENT), stale, copied, missing)


def open_texts(draft: Drafted, locale: str) -> dict[str, str]:
    """{path: stale, copied or missing} of every text that there is something to do about; none of the source."""
    if draft.source is None or locale == draft.source:
        return {}
    marks = {one.at: one for one in draft.marks if one.locale == locale}
    states = {
        at: _state(text, text.values.get(locale), text.values.get(draft.source), marks.get(at))
        for at, text in texts(draft.kind, draft.data).items()
    }
    return {at: state for at, state in states.items() if state != CURRENT}


def words_for_lists(draft: Drafted) -> list[str]:
    """By which lists of items are narrowed: "begun/cs", "stale" and "stale/cs" for each language that is begun."""
    begun = begun_locales(draft)
    pairs = [(standing(draft, locale).state, locale) for locale in begun]
    return sorted({*(f"{BEGUN}/{one}" for one in begun), *(state for state, _ in pairs), *map("/".join, pairs)})


def _state(text: LocalizedText, value: Any, source: Any, mark: MadeFrom | None) -> str:
    made_from = mark.text if mark else NO_TEXT
    if Field.is_empty(value):
        is_settled = text.field.fallback or Field.is_empty(source) or (mark and made_from == text_hash(source))
        return CURRENT if is_settled else MISSING
    if mark and mark.copied:
        return COPIED
    return CURRENT if made_from == text_hash(source) else STALE
