"""Names of files."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.content.rules import file_types as types
from cms.content.rules.filename import MAX_CHARACTERS, safe_filename


@pytest.mark.parametrize(
    ("given_name", "safe"),
    [
        ("agenda.pdf", "agenda.pdf"),
        ("Agenda.PDF", "Agenda.pdf"),
        ("Pozvánka do Burgasu.pdf", "Pozvánka do Burgasu.pdf"),
        ("Покана.pdf", "Покана.pdf"),
        ("C:\\Users\\me\\agenda.pdf", "agenda.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("report.v2", "report.v2.pdf"),
        ("slides.pptx", "slides.pdf"),
        ("setup.exe", "setup.exe.pdf"),
        ("photo.jpeg", "photo.pdf"),
        ("", "file.pdf"),
        ("...", "file.pdf"),
        (".pdf", "file.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "a Set-Cookie x.pdf"),
        ("annexe\u202efdp.exe.pdf", "annexefdp.exe.pdf"),
        ('a "quoted" <name>?.pdf', "a quoted name .pdf".replace("name .", "name.")),
    ],
)
def test_a_name_is_made_safe(given_name: str, safe: str) -> None:
    assert safe_filename(given_name, types.PDF) == safe


def test_the_same_name_typed_on_two_systems_is_one_name() -> None:
    assert safe_filename(unicodedata.normalize("NFD", "Příloha.pdf"), types.PDF) == "Příloha.pdf"


@given(st.text(max_size=400))
def test_any_name_becomes_a_safe_one_and_stays_it(name: str) -> None:
    safe = safe_filename(name, types.PNG)

    assert safe_filename(safe, types.PNG) == safe
    assert safe.endswith(".png")
    assert 4 < len(safe) <= MAX_CHARACTERS + 4
    assert not set(safe) & set('/\\"<>:|?*\r\n\0')
    assert not safe.startswith((".", " "))
