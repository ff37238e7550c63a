"""Every mail exists in three languages and is filled with exactly the values that it declares."""

from pathlib import Path

import pytest
from jinja2 import meta
from jinja2.exceptions import SecurityError

from cms.mail.mail_templates import FOLDER, LOCALES, TEMPLATES, environment, fill_template, mail_locale

VALUES = {
    "name": "Jiří Nováček",
    "person": "Rita Reviewer",
    "title": "Иновации в регионите",
    "languages": "cs,en",
    "site": "nca",
    "comment": "Please add the venue.\nAnd the map.",
    "reason": "The banner has no alt text.",
    "moment": "2024-05-31T16:00:00+00:00",
    "time_zone": "Europe/Prague",
    "hours": "72",
    "edition": "Ostrava, Czechia",
    "draft": "https://cms.example.org/admin/content/Edition/1",
    "days": "7",
    "reference": "CMR-2025-0007",
    "message": "The letter of support is missing.",
    "hash": "5b2c",
    "address": "https://hooks.example.org/in",
    "link": "https://cms.example.org/admin/content/Edition/65f0",
}
BY_NAME = {"en": "Hello Jana Nováková,", "cs": "Dobrý den, Jana Nováková,", "bg": "Здравейте, Jana Nováková,"}
WITHOUT_NAME = {"en": "Hello,", "cs": "Dobrý den,", "bg": "Здравейте,"}
EVERY = [(name, locale) for name in TEMPLATES for locale in LOCALES]


def source(name: str, locale: str) -> str:
    return (FOLDER / name / f"{locale}.txt").read_text()


def values_of(name: str) -> dict[str, str]:
    return {one: VALUES[one] for one in TEMPLATES[name]}


def test_there_is_a_file_for_every_template_and_language_and_no_other() -> None:
    files = {path.relative_to(FOLDER) for path in FOLDER.rglob("*") if path.is_file()}

    assert files == {Path(name) / f"{locale}.txt" for name, locale in EVERY}


@pytest.mark.parametrize(("name", "locale"), EVERY)
def test_a_template_uses_exactly_the_declared_values(name: str, locale: str) -> None:
    used = meta.find_undeclared_variables(environment(locale).parse(source(name, locale)))

    assert used == TEMPLATES[name]


@pytest.mark.parametrize(("name", "locale"), EVERY)
def test_a_mail_has_a_subject_and_a_text_with_its_link_alone_on_a_line(name: str, locale: str) -> None:
    subject, text = fill_template(name, locale, values_of(name))

    assert subject and "{" not in subject + text
    assert VALUES["link"] in text.splitlines()
    assert VALUES["name"] in text.splitlines()[0]


@pytest.mark.parametrize(("name", "locale"), EVERY)
def test_a_mail_greets_by_name_and_never_by_an_address(name: str, locale: str) -> None:
    def greeting(called: str) -> str:
        return fill_template(name, locale, {**values_of(name), "name": called})[1].splitlines()[0]

    assert greeting(" Jana\r\nNováková ") == BY_NAME[locale]
    assert greeting("") == greeting("jana@klastr.example") == WITHOUT_NAME[locale]


@pytest.mark.parametrize(("name", "locale"), EVERY)
def test_a_missing_value_is_an_error(name: str, locale: str) -> None:
    for missing in TEMPLATES[name]:
        with pytest.raises(ValueError, match=missing):
            fill_template(name, locale, {one: value for one, value in values_of(name).items() if one != missing})


def test_the_languages_differ() -> None:
    for name in TEMPLATES:
        assert len({fill_template(name, locale, values_of(name)) for locale in LOCALES}) == len(LOCALES)


@pytest.mark.parametrize(
    ("locale", "languages", "moment", "hours"),
    [
        ("en", "Czech and English", "31 May 2024, 18:00 CEST", "1 hour"),
        ("cs", "čeština a angličtina", "31. května 2024 v 18:00 CEST", "1 hodina"),
        ("bg", "чешки и английски", "31 май 2024 г., 18:00 ч. CEST", "1 час"),
    ],
)
def test_languages_moments_and_hours_read_as_they_are_said(
    locale: str, languages: str, moment: str, hours: str
) -> None:
    _, failed = fill_template("schedule_failed", locale, values_of("schedule_failed"))
    _, reset = fill_template("password_reset", locale, {**values_of("password_reset"), "hours": "1"})

    assert languages in failed.replace("\xa0", " ")
    assert moment in failed.replace("\xa0", " ")
    assert f": {hours}." in reset


def test_a_subject_is_one_line_whatever_the_title_holds() -> None:
    values = {**values_of("review_requested"), "title": "Fine\r\nBcc: everybody@example.org"}

    subject, text = fill_template("review_requested", "en", values)

    assert subject == "For review: Fine Bcc: everybody@example.org"
    assert text.startswith("Hello ")


def test_values_are_never_read_as_templates() -> None:
    values = {**values_of("review_requested"), "title": "{{ 7 * 7 }} {% for a in b %}"}

    subject, _ = fill_template("review_requested", "en", values)

    assert subject == "For review: {{ 7 * 7 }} {% for a in b %}"


def test_a_template_reaches_nothing_but_its_values() -> None:
    with pytest.raises(SecurityError):
        environment("en").from_string("{{ name.__class__.__mro__ }}").render(name="x")


@pytest.mark.parametrize(("asked", "given"), [("cs", "cs"), ("bg-BG", "bg"), ("de", "en"), ("", "en")])
def test_other_languages_are_written_to_in_english(asked: str, given: str) -> None:
    assert mail_locale(asked) == given
