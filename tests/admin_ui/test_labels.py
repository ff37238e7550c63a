"""Whatever the form description names has a name in each language of the interface."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cms.content_types.interface_document import content_types_document
from cms.content_types.type_texts import LANGUAGES, common_texts
from cms.items.queries.forms import FieldForm, TypeForm, type_forms

INTERFACE = Path(__file__).parents[2] / "admin_ui/src"


def messages(language: str) -> dict[str, Any]:
    return content_types_document(language)["texts"]


def all_fields(form: TypeForm) -> Iterator[FieldForm]:
    yield from (*form.fields, *form.overridable)
    for fields in form.parts.values():
        yield from fields


FIELDS = [field for form in type_forms() for field in all_fields(form)]
NAMES = {
    "singular": {form.name for form in type_forms()},
    "plural": {form.name for form in type_forms()},
    "new": {form.name for form in type_forms()},
    "groups": {field.group for field in FIELDS},
    "fields": {field.name for field in FIELDS},
    "blocks": {kind for field in FIELDS for kind in field.parts if kind},
    "parts": {part for form in type_forms() for part in form.parts},
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("group", NAMES)
def test_everything_has_a_name(language: str, group: str) -> None:
    named = {name for name, text in messages(language)[group].items() if text.strip()}

    assert (NAMES[group] - named, named - NAMES[group]) == (set(), set())


@pytest.mark.parametrize("language", ["cs", "bg"])
def test_every_help_is_translated(language: str) -> None:
    helped = {field.name for field in FIELDS if field.help}

    assert messages(language)["help"].keys() == helped


def test_what_all_types_call_alike_is_called_so_by_several() -> None:
    # what one type calls so stands in that type's file
    used = {name for form in type_forms() for name in {field.name for field in all_fields(form)}}
    counted = {name: sum(name in {one.name for one in all_fields(form)} for form in type_forms()) for name in used}

    assert sorted(name for name in common_texts().sections["fields"] if counted.get(name, 0) < 2) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_entries_of_the_menu_are_called_the_same(language: str) -> None:
    administration = re.findall(r"label: '([\w-]+):(\w+)'", (INTERFACE / "app/administration.ts").read_text("utf-8"))
    own: list[tuple[str, str]] = [
        ("app/shell", "home"),
        ("applications", "title"),
        ("applications", "ranking"),
        *administration,
    ]
    folders: dict[str, str] = {"shell": "app/shell"}
    names = [_message(folders.get(area, area), language, key).lower() for area, key in own]
    names += [name.lower() for name in messages(language)["plural"].values()]

    assert len(administration) > 5 and len(set(names)) == len(names)


def _message(folder: str, language: str, key: str) -> str:
    return json.loads((INTERFACE / folder / f"messages.{language}.json").read_text("utf-8"))[key]
