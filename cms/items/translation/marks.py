"""What each text was made from, after a write: the memory by which a translation is known to be out of date."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from cms.content.fields import Field
from cms.content_types.content_type import ContentType
from cms.items.translation.texts import LocalizedText, text_hash, texts
from storage.documents.made_from import MadeFrom

ValuePath: TypeAlias = tuple[str, str]
"""(locale, dotted path)."""


@dataclass(frozen=True, slots=True)
class Write:
    """One write of a draft. `known`: the marks there were before it; `seen` and `seen_version`: what the writer had
    before their eyes, which is not `before` where somebody else wrote meanwhile; `earlier`: marks of texts that come
    back with this write; `copied`: the paths of texts that it copied from the source language, by locale."""

    kind: type[ContentType]
    source: str
    before: dict[str, Any]
    after: dict[str, Any]
    version: int
    known: Sequence[MadeFrom]
    seen: dict[str, Any]
    seen_version: int
    earlier: Sequence[MadeFrom] = ()
    copied: Mapping[str, Sequence[str]] = field(default_factory=dict)


def source_locale(
    kind: type[ContentType], data: dict[str, Any], present: str | None, default: str | None
) -> str | None:
    """The language that the others are translated from: the `present` one as long as anything is written in it, else
    the site's `default` one, else the first that anything is written in; None without any text."""
    written = list(dict.fromkeys(locale for text in texts(kind, data).values() for locale in text.values))
    return next((one for one in (present, default) if one in written), written[0] if written else None)


def marks_after(write: Write) -> list[MadeFrom]:
    """A text that was written was made from the source text that its writer saw; the others stay what they were."""
    before, after, seen = (texts(write.kind, data) for data in (write.before, write.after, write.seen))
    known, earlier = _by_place(write.known), _by_place(write.earlier)
    nothing = LocalizedText(Field(), {})
    found: list[MadeFrom] = []
    for at, text in after.items():
        marked = (locale for locale, path in (*known, *earlier) if path == at)
        source = text_hash(text.values.get(write.source))
        for locale in dict.fromkeys([*text.values, *marked]):
            if locale == write.source:
                continue
            was_written = text.values.get(locale) != before.get(at, nothing).values.get(locale)
            kept = [] if was_written else [known.get((locale, at))]
            candidates = [one for one in (*kept, earlier.get((locale, at))) if one]
            fresh = _fresh(write, locale, at, source, seen.get(at, nothing).values.get(write.source))
            if mark := _best(candidates, source) or (fresh if locale in text.values else None):
                found.append(mark)
    return found


def _fresh(write: Write, locale: str, at: str, source: str, seen: Any) -> MadeFrom:
    is_copy = at in write.copied.get(locale, ())
    made_from, version = (source, write.version) if text_hash(seen) == source else (text_hash(seen), write.seen_version)
    return MadeFrom(locale=locale, at=at, text=made_from, version=version, copied=is_copy)


def _best(candidates: list[MadeFrom], source: str) -> MadeFrom | None:
    """One that was made from the present source text, where there is one."""
    return next((one for one in candidates if one.text == source), candidates[0] if candidates else None)


def marks_moved_on(
    marks: Sequence[MadeFrom], kind: type[ContentType], data: dict[str, Any], source: str, from_: int, to: int
) -> list[MadeFrom]:
    """The marks with those of version `from_` moved on to the version `to`, which is `data`, where the source text is
    still the same in it."""
    now = {at: text_hash(text.values.get(source)) for at, text in texts(kind, data).items()}
    return [
        one.model_copy(update={"version": to}) if one.version == from_ and now.get(one.at) == one.text else one
        for one in marks
    ]


def _by_place(marks: Sequence[MadeFrom]) -> dict[ValuePath, MadeFrom]:
    return {(one.locale, one.at): one for one in marks}
