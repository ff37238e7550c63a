"""One thing has one word, in every text that the product says: words that were given up do not come back."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CATALOGUES = (
    "cms/**/messages/{}.json",
    "cms/mail/templates/*/{}.txt",
    "admin_ui/src/**/messages.{}.json",
)
IN_ALL_LANGUAGES = ("cms/content_types/texts/*.json", "cms/demo/texts/**/*.json", "cms/**/*.py", "schema/**/*.py")
FORMER = [
    ("bg", "заявлени", "кандидатура"),
    ("bg", "дни, през които е валидна", "връзката е валидна"),
    ("cs", "dopis na podporu", "podpůrný dopis"),
    ("cs", "dní, po které platí", "odkaz platí"),
    ("en", "look into your mailbox", "check your e-mail"),
    ("en", "folder for unwanted mail", "spam folder"),
    ("en", "it must be here before", "we must receive it by"),
]
"""(language, beginning of the former word, what is said now)"""


def texts(locale: str) -> dict[Path, str]:
    """{file: its text in small letters}: those of one language, and those in which all stand side by side."""
    patterns = [*(one.format(locale) for one in CATALOGUES), *IN_ALL_LANGUAGES]
    files = {path for pattern in patterns for path in ROOT.glob(pattern)}
    return {path: path.read_text(encoding="utf-8").lower() for path in files}


@pytest.mark.parametrize(("locale", "former", "present"), FORMER)
def test_what_is_said_now_is_said_everywhere(locale: str, former: str, present: str) -> None:
    said = texts(locale)

    assert [str(path.relative_to(ROOT)) for path, text in said.items() if former in text] == []
    assert any(present in text for text in said.values())


def test_catalogues_of_pages_mails_and_editors_are_among_the_texts() -> None:
    folders = {path.relative_to(ROOT).parts[:3] for path in texts("bg")}

    assert {("cms", "applications", "pages"), ("cms", "mail", "templates"), ("cms", "demo", "texts")} <= folders
    assert {("admin_ui", "src", "applications"), ("cms", "content_types", "texts")} <= folders
