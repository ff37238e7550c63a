"""Days and times have scalars of their own, which say what they are and refuse in words what is none."""

from typing import Any

import pytest
from graphql import GraphQLScalarType, is_specified_scalar_type

from schema.delivery.schema import schema
from schema.delivery.time_scalars import parse_date, parse_local_date_time, parse_local_time, parse_partial_date
from tests.delivery import Ask
from tests.services import Publish

SINCE = 'query ($day: PartialDate) { site(key: "eccp") { editions(filter: {start: {from: $day}}) { nodes { slug } } } }'
TIMES = """{ __schema { types { name kind fields { name type { name ofType { name } } } } } }"""
WORDS = "PartialDate: write days like 2024-05-31; 2024-05 and 2024 will do, too."


@pytest.mark.parametrize("day", ["2023-11-21", "2023-11", "2023", "", None])
async def test_lists_begin_at_a_day_a_month_or_a_year(ask: Ask, make_edition: Publish, day: str | None) -> None:
    await make_edition("iasi-2023")

    assert (await ask(SINCE, day=day))["site"]["editions"]["nodes"] == [{"slug": "iasi-2023"}]


@pytest.mark.parametrize("day", ["2023-13", "2023-02-30", "0000", "21.11.2023", "2023-W47-2", "2023-11-21T10:00", 2023])
async def test_what_is_no_day_is_refused_in_words(answer: Ask, day: Any) -> None:
    literal = f'"{day}"' if isinstance(day, str) else day
    written = f'{{ site(key: "eccp") {{ editions(filter: {{start: {{to: {literal}}}}}) {{ totalCount }} }} }}'

    for refused in (await answer(SINCE, day=day), await answer(written)):
        [error] = refused["errors"]
        assert error["message"].endswith(WORDS), error
        assert "data" not in refused or refused["data"] is None


@pytest.mark.parametrize(
    ("type", "field", "expected"),
    [
        ("Edition", "start", "Date"),
        ("Day", "date", "Date"),
        ("NewsItem", "publishedAt", "PartialDate"),
        ("CallForHosts", "opens", "LocalDateTime"),
        ("Session", "startTime", "LocalTime"),
        ("Matchmaking", "startsAt", "String"),
    ],
)
async def test_fields_of_days_and_times_say_so(ask: Ask, type: str, field: str, expected: str) -> None:
    types = {one["name"]: one["fields"] for one in (await ask(TIMES))["__schema"]["types"]}
    [found] = [one["type"] for one in types[type] if one["name"] == field]

    assert (found["name"] or found["ofType"]["name"]) == expected


def test_every_scalar_says_what_it_is_and_who_specifies_it() -> None:
    own = [
        one
        for one in schema._schema.type_map.values()
        if isinstance(one, GraphQLScalarType) and not is_specified_scalar_type(one)
    ]

    assert {"Date", "PartialDate", "LocalDateTime", "LocalTime", "DateTime", "Locale", "Html", "JSON"} == {
        one.name for one in own
    }
    assert all("`" in (one.description or "") and one.specified_by_url for one in own)


@pytest.mark.parametrize(
    ("parse", "right", "wrong"),
    [
        (parse_date, "2024-02-29", ("2023-02-29", "2024-02", "20240229", "", 1, "２０２４-02-29")),
        (parse_partial_date, "2024", ("24", "2024-00", "0000", None)),
        (parse_local_date_time, "2024-05-31T18:00", ("2024-05-31", "2024-05-31T24:01", "2024-05-31T18:00Z")),
        (parse_local_time, "09:30", ("9:30", "24:30", "09:60", "09:30:00")),
    ],
)
def test_only_one_form_of_a_day_or_time_is_taken(parse: Any, right: str, wrong: tuple[Any, ...]) -> None:
    assert parse(right) == right
    for value in wrong:
        with pytest.raises(Exception, match=r"give|write"):
            parse(value)
