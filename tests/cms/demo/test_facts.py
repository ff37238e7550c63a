"""The demo's facts, and that our texts cover them."""

from datetime import datetime

import pytest

from cms.content.rules.edition_number import Ranked, edition_numbers
from cms.content.rules.wall_time import utc_instant
from cms.demo.data import editions, iasi_talks, read, read_folder
from cms.demo.loading.edition_data import NUMBERS, sectors_of
from cms.demo.loading.organisations import organisation_origins

WITH_SUMMARY = {
    "malaga-2022",
    "zagreb-2022",
    "barcelona-2022",
    "kosice-2023",
    "kittila-2023",
    "skane-2023",
    "burgas-2023",
    "lyon-2023",
    "prague-2023",
    "dusseldorf-2023",
    "iasi-2023",
    "krakow-2023",
    "milan-2024",
}


def test_there_are_twenty_one_editions_in_sixteen_countries_each_with_our_texts() -> None:
    facts = read("facts/editions.json")["editions"]

    assert len(facts) == 21 and len({one["countryCode"] for one in facts}) == 16
    assert {one["slug"] for one in facts} == set(read_folder("texts/editions"))


def test_thirteen_editions_have_a_summary_and_katowice_and_vilnius_have_none() -> None:
    written = {slug for slug, (_facts, text) in editions().items() if "summary" in text}

    assert {slug for slug, (facts, _text) in editions().items() if facts["hasSummary"]} == WITH_SUMMARY
    assert written >= WITH_SUMMARY
    assert not {"katowice-2022", "vilnius-2022"} & WITH_SUMMARY


def test_the_numbers_that_follow_from_the_dates_are_those_of_the_facts() -> None:
    known = {slug: facts for slug, (facts, _text) in editions().items()}
    ranked = [Ranked(slug, facts.get("startDate"), override=NUMBERS.get(slug)) for slug, facts in known.items()]

    numbers = edition_numbers(ranked)

    stated = {slug: facts["number"] for slug, facts in known.items() if "number" in facts}
    assert numbers == stated | {"vaasa-2025": 21}


def test_every_topic_is_a_term_and_every_country_too() -> None:
    countries = {term["slug"] for term in read("texts/vocabularies/countries.json")["terms"]}
    sectors = {term["slug"] for term in read("texts/vocabularies/sectors.json")["terms"]}

    for facts, text in editions().values():
        assert set(sectors_of(facts.get("topics", []))) <= sectors
        assert set(text.get("sectors", [])) | set(text.get("matchmaking", {}).get("sectors", [])) <= sectors
        assert facts["countryCode"].lower() in countries
        for project in text.get("linked_projects", []):
            assert {code.lower() for code in project["countries"]} <= countries


@pytest.mark.parametrize("vocabulary", ["event-types", "event-targets"])
def test_event_types_and_targets_are_terms(vocabulary: str) -> None:
    terms = {term["slug"] for term in read(f"texts/vocabularies/{vocabulary}.json")["terms"]}

    for _facts, text in editions().values():
        given = text[vocabulary.replace("-", "_")]
        assert given and set(given) <= terms


def test_every_partner_is_an_organisation_of_ours() -> None:
    ours = organisation_origins()

    for facts, _text in editions().values():
        assert {partner["organisation"] for partner in facts["partners"]} <= set(ours)


@pytest.mark.parametrize("call", read_folder("texts/calls").values(), ids=lambda call: call["slug"])
def test_the_cut_offs_are_the_instants_of_the_facts(call: dict) -> None:
    facts = read("facts/calls.json")["callsForHosts"][call["facts"]]
    known = [datetime.fromisoformat(cutoff["utc"]) for cutoff in facts["cutoffs"]]

    assert call["title"]["en"] == facts["title"]
    assert [utc_instant(at, "Europe/Brussels") for at in call["cutoffs"]] == known
    assert all(at.endswith("T18:00") for at in call["cutoffs"])
    assert [document["label"]["en"].casefold() for document in call["documents"]] == [
        document.casefold() for document in facts["documents"] or ["full text of the call"]
    ]


def test_iasi_has_seven_sessions_and_twenty_talks_with_a_presentation_each() -> None:
    day = read("facts/iasi_programme.json")["days"][0]
    children = [child for session in day["sessions"] for child in session.get("children", [])]

    assert len(day["sessions"]) + len(children) == 7
    assert len(iasi_talks()) == len(read("texts/iasi_presentations.json")) == 20
    assert all(talk["presentationFile"] for _session, talk in iasi_talks())
    assert iasi_talks()[11][1]["speakers"][0]["name"] == "Rezső Kádár"
