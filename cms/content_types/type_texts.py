"""What the editors' interface calls a content type, its fields and their parts: `texts/<Type>.json` beside its module,
and `texts/common.json` here for what several types call alike.

A file has {section: {name: {language: words}}}, with `singular`, `plural` and `new` being words themselves.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from cms.content.fields import Embedded, Field

LANGUAGES = ("en", "cs", "bg")
NAMES = ("singular", "plural", "new")
"""Of the type: one, several, and what a new one is called."""
SECTIONS = ("fields", "help", "groups", "blocks", "parts")
FREE = ("short", "missing")
"""`short`: of a field, where its label is too long for the head of a column; `missing`: what a list tells to be so."""
COMMON = Path(__file__).parent / "texts" / "common.json"

Words = Mapping[str, str]
"""{language: text}"""
Needed = Mapping[str, Mapping[str, tuple[str, ...]]]
"""{section: {name: languages}}"""


@dataclass(frozen=True, slots=True)
class TypeTexts:
    """`source`: the file, for messages."""

    source: Path
    sections: Mapping[str, Any]

    def words(self, section: str, name: str) -> Words:
        return self.sections.get(section, {}).get(name, {})

    def line(self, *keys: str) -> str:
        """ "path:line" of what these keys lead to, as far as they do."""
        text, place = self.source.read_text("utf-8"), 0
        for key in keys:
            found = text.find(f'"{key}"', place)
            place = found if found >= 0 else place
        return f"{self.source}:{text.count(chr(10), 0, place) + 1}"


@cache
def common_texts() -> TypeTexts:
    return _read(COMMON)


def texts_of(name: str, module: str) -> TypeTexts:
    """Of the type that is declared in `module`; without any sections where it has no file."""
    return _read(texts_file(name, module))


def texts_file(name: str, module: str) -> Path:
    return Path(sys.modules[module].__file__ or "").resolve().parent / "texts" / f"{name}.json"


def _read(source: Path) -> TypeTexts:
    return TypeTexts(source, json.loads(source.read_text("utf-8")) if source.is_file() else {})


def needed_by(kind: type[Embedded], roles: Mapping[str, tuple[str, ...]]) -> Needed:
    """What must have words. `roles`: {what a site may show differently: fields}, each a field of that form."""
    found: dict[str, dict[str, tuple[str, ...]]] = {section: {} for section in SECTIONS}
    for field in _all_fields(kind, set()):
        found["fields"][field.name] = found["groups"][field.group] = LANGUAGES
        if field.doc:
            found["help"][field.name] = LANGUAGES[1:]
        for block, part in field.parts().items():
            found["parts"][part.__name__] = LANGUAGES
            if block:
                found["blocks"][block] = LANGUAGES
    for role, names in roles.items():
        found["fields"][role] = LANGUAGES
        if names and kind.fields[names[0]].doc:
            found["help"][role] = LANGUAGES[1:]
    return found


def _all_fields(part: type[Embedded], seen: set[type[Embedded]]) -> Iterator[Field]:
    seen.add(part)
    for field in part.fields.values():
        yield field
        for nested in field.parts().values():
            if nested not in seen:
                yield from _all_fields(nested, seen)


def problems(texts: TypeTexts, needed: Needed) -> Iterator[str]:
    """Every text that lacks a language, or names nothing, each with file, line and what to do."""
    for name in NAMES:
        yield from lacking(texts, LANGUAGES, texts.sections.get(name, {}), name)
    for section, names in needed.items():
        for name, languages in names.items():
            own = texts.words(section, name)
            yield from lacking(texts, languages, own or common_texts().words(section, name), section, name)
        for name in texts.sections.get(section, {}).keys() - names.keys():
            yield f"{texts.line(section, name)}: {section}.{name} names nothing of this type; take it out"
    for section in FREE:
        for name, words in texts.sections.get(section, {}).items():
            yield from lacking(texts, LANGUAGES, words, section, name)
    for section in texts.sections.keys() - {*NAMES, *SECTIONS, *FREE}:
        yield f"{texts.line(section)}: there is no section {section}; known: {', '.join((*NAMES, *SECTIONS, *FREE))}"


def lacking(texts: TypeTexts, languages: tuple[str, ...], words: Words, *keys: str) -> Iterator[str]:
    lacking = [one for one in languages if not words.get(one, "").strip()]
    if lacking:
        where = texts.line(*keys) if texts.source.is_file() else f"{texts.source}:1"
        example = ", ".join(f'"{one}": "…"' for one in lacking)
        yield f"{where}: {'.'.join(keys)} is not said in {', '.join(lacking)}; add {example}"
