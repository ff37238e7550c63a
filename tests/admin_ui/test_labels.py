"""Whatever the form description names has a name in each language of the interface."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cms.items.queries.forms import FieldForm, TypeForm, type_forms

CONTENT_TYPES = Path(__file__).parents[2] / "admin_ui/src/content-types"
LANGUAGES = ("en", "cs", "bg")


def messages(language: str) -> dict[str, Any]:
    return json.loads((CONTENT_TYPES / f"messages.{language}.json").read_text())


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


def test_one_name_has_one_help() -> None:
    # it is translated by the name of its field alone
    texts = {(field.name, field.help) for field in FIELDS if field.help}

    assert len(texts) == len({name for name, _ in texts})
