import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.content.rules.date_label import date_label, date_range_label, date_to_be_announced, tentative_label

VECTORS = json.loads((Path(__file__).parents[3] / "facts" / "date_vectors.json").read_text("utf-8"))["cases"]
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
LOCALES = st.sampled_from(["en", "cs", "bg", "cs-CZ", "en-GB", "en-US", "de", "fr", "pl", "hu", "ja", "lv", "el", "xx"])


@pytest.mark.parametrize("locale", ["en", "cs", "bg"])
@pytest.mark.parametrize("case", VECTORS, ids=lambda case: f"{case['start']}–{case['end']}")
def test_ranges_read_as_agreed(case: dict[str, str], locale: str) -> None:
    assert date_range_label(case["start"], case["end"], locale) == case[locale]


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("cs-CZ", "13.–15. září 2023"),
        ("en-GB", "13–15 September 2023"),
        ("en-US", "September 13 – 15, 2023"),
        ("de", "13.–15. September 2023"),
        ("fr", "13–15 septembre 2023"),
        ("pl", "13–15 września 2023"),
        ("hu", "2023. szeptember 13–15."),
        ("xx", "13–15 September 2023"),
        ("", "13–15 September 2023"),
    ],
)
def test_other_locales_follow_cldr_with_full_month_names(locale: str, expected: str) -> None:
    assert date_range_label("2023-09-13", "2023-09-15", locale) == expected


def test_other_locales_write_ranges_across_months_and_years() -> None:
    assert date_range_label("2024-09-30", "2024-10-02", "de") == "30. September – 2. Oktober 2024"
    assert date_range_label("2024-12-30", "2025-01-02", "de") == "30. Dezember 2024 – 2. Januar 2025"


@pytest.mark.parametrize(
    ("locale", "expected"), [("en", "July 2018"), ("cs", "červenec 2018"), ("bg", "юли 2018 г."), ("de", "Juli 2018")]
)
def test_a_month_stands_alone_where_no_day_is_known(locale: str, expected: str) -> None:
    assert date_label("2018-07", locale) == expected


@pytest.mark.parametrize(
    ("locale", "expected"), [("en", "6 July 2018"), ("cs", "6. července 2018"), ("bg", "6 юли 2018 г.")]
)
def test_a_day_is_written_in_full(locale: str, expected: str) -> None:
    assert date_label("2018-07-06", locale) == expected


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en", "Date to be announced"),
        ("cs", "Termín bude upřesněn"),
        ("bg", "Датата предстои да бъде обявена"),
        ("cs-CZ", "Termín bude upřesněn"),
        ("de", "Date to be announced"),
    ],
)
def test_no_start_means_to_be_announced(locale: str, expected: str) -> None:
    assert date_range_label(None, None, locale) == date_to_be_announced(locale) == expected


def test_a_tentative_date_says_so() -> None:
    assert tentative_label("13 September 2023", "en") == "13 September 2023 (to be confirmed)"
    assert tentative_label("13. září 2023", "cs") == "13. září 2023 (bude potvrzeno)"


@pytest.mark.parametrize("text", ["2023-02-30", "13. 9. 2023", "2023", "2018-13"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        date_label(text, "en")


@given(first=DAYS, last=DAYS, locale=LOCALES)
def test_every_range_has_a_label_with_its_year_and_without_odd_spaces(first: date, last: date, locale: str) -> None:
    label = date_range_label(min(first, last).isoformat(), max(first, last).isoformat(), locale)

    assert str(max(first, last).year) in label
    assert not {"\u2009", "\u202f", "\n"} & set(label)
    assert label == label.strip()


@given(first=DAYS, last=DAYS, other_first=DAYS, other_last=DAYS, locale=st.sampled_from(["en", "cs", "bg", "de"]))
def test_different_ranges_read_differently(
    first: date, last: date, other_first: date, other_last: date, locale: str
) -> None:
    one, other = sorted((first, last)), sorted((other_first, other_last))
    labels = [date_range_label(start.isoformat(), end.isoformat(), locale) for start, end in (one, other)]

    assert (labels[0] == labels[1]) == (one == other)


@given(day=DAYS, locale=LOCALES)
def test_a_range_of_one_day_is_that_day(day: date, locale: str) -> None:
    text = day.isoformat()

    assert date_range_label(text, text, locale) == date_range_label(text, None, locale) == date_label(text, locale)
