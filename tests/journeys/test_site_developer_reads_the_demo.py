"""A developer of a regional site sends the operations of the contract and gets the facts of the series."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from graphql import build_schema, parse, validate

from schema.delivery.examples import CONTRACT, VARIABLES, contract_operations
from tests.journeys.cms_process import ROOT, CmsProcess

FACTS = ROOT / "cms" / "demo" / "facts"
SITES = {"eccp": "en", "nca": "cs"}


def facts(name: str) -> Any:
    return json.loads((FACTS / name).read_text(encoding="utf-8"))


EDITIONS = facts("editions.json")["editions"]
DATED = [edition for edition in EDITIONS if edition.get("startDate")]


def ask(visitor: httpx.Client, operation: str, **variables: Any) -> dict[str, Any]:
    body = {"query": contract_operations()[operation], "operationName": operation, "variables": variables}
    answer = visitor.post("/graphql", json=body)
    assert answer.status_code == 200 and "errors" not in answer.json(), answer.text
    return answer.json()["data"]["site"]


def test_the_contract_validates_against_the_committed_schema() -> None:
    committed = build_schema((ROOT / "schema" / "delivery.graphql").read_text(encoding="utf-8"))

    assert validate(committed, parse(CONTRACT.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("operation", contract_operations())
def test_every_operation_of_the_contract_is_answered(visitor: httpx.Client, operation: str) -> None:
    body = {"query": contract_operations()[operation], "variables": VARIABLES[operation]}

    answer = visitor.post("/graphql", json=body).json()

    assert "errors" not in answer
    if operation == "MyApplication":
        assert answer["data"] == {"viewer": None}
    else:
        assert all(value for value in answer["data"]["site"].values())


def test_the_schema_that_is_served_is_the_committed_one(visitor: httpx.Client) -> None:
    assert visitor.get("/graphql/schema.graphql").text == (ROOT / "schema" / "delivery.graphql").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(("site", "locale"), SITES.items())
def test_the_series_landing_lists_every_edition_with_summary_only_where_there_is_one(
    visitor: httpx.Client, site: str, locale: str
) -> None:
    series = ask(visitor, "SeriesLanding", site=site, l=locale)["series"]

    past = {card["slug"]: card for card in series["past"]["nodes"]}
    assert past.keys() | {card["slug"] for card in series["next"]["nodes"]} == {edition["slug"] for edition in EDITIONS}
    assert [card["slug"] for card in series["next"]["nodes"]] == ["heilbronn-2025"]
    assert series["past"]["totalCount"] == len(DATED) == len(past)
    assert past["katowice-2022"]["summary"] is None and past["vilnius-2022"]["summary"] is None
    if site == "eccp":
        with_summary = {slug for slug, card in past.items() if card["summary"]}
        assert with_summary == {edition["slug"] for edition in EDITIONS if edition.get("hasSummary")}


@pytest.mark.parametrize(("site", "locale"), SITES.items())
@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition["slug"])
def test_every_edition_page_shows_its_facts(
    visitor: httpx.Client, site: str, locale: str, edition: dict[str, Any]
) -> None:
    shown = ask(visitor, "EditionPage", site=site, l=locale, slug=edition["slug"])["edition"]

    assert shown["country"]["code"] == edition["countryCode"]
    assert shown["status"] == ("PAST" if edition.get("startDate") else "UPCOMING")
    assert shown["ordinal"] == (edition.get("number") or 21)
    named = {partner["organisation"]["name"] for partner in shown["partners"]}
    assert len(named) >= len({partner["organisation"] for partner in edition["partners"]}) - 1
    if locale == "en":
        assert shown["listLabel"] == (edition.get("listLabel") or f"{edition['city']}, {edition['country']}")
        assert shown["theme"] == (edition.get("theme") or shown["theme"]) and shown["theme"]


def test_dates_are_labelled_as_each_language_writes_them(visitor: httpx.Client) -> None:
    def label(site: str, locale: str) -> str:
        return ask(visitor, "EditionPage", site=site, l=locale, slug="burgas-2023")["edition"]["dateLabel"]

    assert label("eccp", "en") == "13–15 September 2023"
    assert label("nca", "cs") == "13.–15. září 2023"
    assert label("eccp", "bg") == "13–15 септември 2023 г."


def talks_of(sessions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [talk for session in sessions for talk in [*session["talks"], *talks_of(session.get("children", []))]]


def test_the_programme_of_iasi_has_twenty_talks_whose_files_download(visitor: httpx.Client) -> None:
    printed = [talk for day in facts("iasi_programme.json")["days"] for talk in talks_of(day["sessions"])]
    page = ask(visitor, "EditionPage", site="eccp", l="en", slug="iasi-2023")["edition"]

    talks = [talk for day in page["days"] for talk in talks_of(day["sessions"])]
    with_files = [talk for talk in talks if talk["presentations"]]
    speakers = {speaker["person"]["name"] for talk in with_files for speaker in talk["speakers"]}
    assert len(with_files) == 20 and page["days"][0]["dateLabel"] == "22 November 2023"
    assert speakers == {speaker["name"] for talk in printed for speaker in talk["speakers"]}
    for talk in with_files:
        [file] = talk["presentations"]
        answer = visitor.get(file["url"], follow_redirects=True)
        assert answer.status_code == 200 and len(answer.content) == file["bytes"], file
        assert answer.headers["content-type"] == file["mime"]
        assert file["filename"] in answer.headers["content-disposition"]
        assert answer.content.startswith(b"%PDF" if file["mime"] == "application/pdf" else b"PK")


def test_a_banner_comes_in_the_width_asked_for(visitor: httpx.Client) -> None:
    banner = ask(visitor, "EditionPage", site="eccp", l="en", slug="iasi-2023")["edition"]["banner"]

    answer = visitor.get(banner["url"], follow_redirects=True)

    assert banner["alt"] and "." in banner["alt"] and not banner["alt"].endswith((".png", ".jpg"))
    assert answer.status_code == 200 and answer.headers["content-type"] == "image/webp"


@pytest.mark.parametrize(("site", "locale"), SITES.items())
def test_the_archive_pages_through_all_past_editions(visitor: httpx.Client, site: str, locale: str) -> None:
    seen: list[str] = []
    after = None
    while True:
        found = ask(visitor, "EditionArchive", site=site, l=locale, f={"status": ["PAST"]}, after=after)
        seen += [card["slug"] for card in found["editions"]["nodes"]]
        after = found["editions"]["pageInfo"]["endCursor"]
        if not found["editions"]["pageInfo"]["hasNextPage"]:
            break

    assert seen == [edition["slug"] for edition in sorted(DATED, key=lambda one: one["startDate"], reverse=True)]
    assert found["sectors"] and found["countries"]


def test_the_archive_is_narrowed_by_country_and_sector(visitor: httpx.Client) -> None:
    spain = ask(visitor, "EditionArchive", site="eccp", l="en", f={"country": ["ES"]})["editions"]["nodes"]
    tourism = ask(visitor, "EditionArchive", site="eccp", l="en", f={"sectors": ["tourism"]})["editions"]["nodes"]

    assert {card["slug"] for card in spain} == {"malaga-2022", "barcelona-2022", "palma-2024"}
    assert {"burgas-2023", "iasi-2023"} <= {card["slug"] for card in tourism}


def test_both_calls_show_their_cut_offs_in_the_zone_of_the_day(visitor: httpx.Client) -> None:
    for call in facts("calls.json")["callsForHosts"]:
        years = call["title"].rpartition("(")[2].strip(")").replace("–", "-")
        shown = ask(visitor, "CallPage", site="eccp", l="en", slug=f"hosts-{years}")["call"]

        given = [cutoff["at"].replace("+00:00", "Z") for cutoff in shown["cutoffs"]]
        assert given == [cutoff["utc"] for cutoff in call["cutoffs"]]
        assert shown["hostsSought"] == call["hostsSought"] and shown["state"] == "CLOSED"
        assert all(label.endswith(("CET", "CEST")) for label in (cutoff["label"] for cutoff in shown["cutoffs"]))
        assert sum(criterion["weight"] for criterion in shown["criteria"]) == 100
        assert len(shown["form"]["steps"]) == 8


def test_the_regional_home_has_its_page_news_editions_and_members(visitor: httpx.Client) -> None:
    home = ask(visitor, "RegionalHome", site="nca", l="cs")

    assert home["page"]["blocks"] and len(home["news"]["nodes"]) == 6
    assert home["main"] and home["footer"] and home["organisations"]["nodes"]
    assert all(one["logo"] is None or one["logo"]["alt"] for one in home["organisations"]["nodes"])


def test_the_invitation_to_burgas_is_one_item_with_two_texts(visitor: httpx.Client) -> None:
    czech = ask(visitor, "NewsDetail", site="nca", l="cs", slug="pozvanka-do-burgasu")["newsItem"]
    english = ask(visitor, "NewsDetail", site="nca", l="en", slug="invitation-to-burgas")["newsItem"]

    assert czech["alternates"] == english["alternates"] and len(czech["alternates"]) == 2
    assert czech["edition"]["slug"] == english["edition"]["slug"] == "burgas-2023"
    assert czech["kind"] == {"slug": "invitation", "label": "Pozvánka"} and czech["edition"]["ordinal"] == 9
    assert czech["title"] != english["title"] and czech["fallbackLocale"] is None


def test_the_varna_release_is_dated_by_its_month(visitor: httpx.Client) -> None:
    query = """{ site(key: "eccp") { news(filter: {kind: [PRESS_RELEASE]}) {
      nodes { slug dateLabel edition { slug } eventFacts { name startDate city } } } } }"""
    nodes = visitor.post("/graphql", json={"query": query}).json()["data"]["site"]["news"]["nodes"]

    [varna] = [node for node in nodes if node["eventFacts"]]
    assert varna["dateLabel"] == "July 2018" and varna["edition"] is None
    assert varna["eventFacts"]["city"] == "Varna" and varna["eventFacts"]["startDate"] == "2018-07-06"


def test_paths_lead_to_pages_and_editions(visitor: httpx.Client) -> None:
    edition = ask(visitor, "ByPath", site="eccp", l="en", path="/editions/iasi-2023")["route"]
    page = ask(visitor, "ByPath", site="nca", l="cs", path="/o-nas/clenstvi")["route"]

    assert edition == {"__typename": "Edition", "slug": "iasi-2023"}
    assert page["__typename"] == "Page" and [crumb["url"] for crumb in page["breadcrumb"]] == ["/", "/o-nas"]


def test_one_query_reads_whatever_is_at_an_address(visitor: httpx.Client) -> None:
    query = """query ($site: String!, $path: String!) { site(key: $site) { route(path: $path) { __typename
      ... on NewsItem { title url blocks { id } } ... on CallForHosts { title url body }
      ... on Edition { title url country { code } } ... on Page { title url blocks { id } } } } }"""

    def at(site: str, path: str) -> dict[str, Any]:
        given = {"query": query, "variables": {"site": site, "path": path}}
        return visitor.post("/graphql", json=given).json()["data"]["site"]["route"]

    news, call = at("nca", "/news/pozvanka-do-burgasu"), at("eccp", "/calls/hosts-2024-2025")
    edition, page = at("nca", "/editions/burgas-2023"), at("nca", "/o-nas/clenstvi")
    assert news["__typename"] == "NewsItem" and news["blocks"] and "body" not in news
    assert call["__typename"] == "CallForHosts" and call["body"].startswith("<p>")
    assert edition["__typename"] == "Edition" and edition["country"] == {"code": "BG"}
    assert page["__typename"] == "Page" and page["url"] == "/o-nas/clenstvi" and page["blocks"]


def test_every_link_in_menus_leads_somewhere(visitor: httpx.Client) -> None:
    lists = {"/news", "/editions"}
    for site, locale in SITES.items():
        frame = ask(visitor, "SeriesLanding", site=site, l=locale)
        links = [link for entry in [*frame["main"], *frame["footer"]] for link in (entry, *entry.get("children", []))]
        for link in links:
            if link["url"].startswith("/") and link["url"] not in lists:
                assert ask(visitor, "ByPath", site=site, l=locale, path=link["url"])["route"], link


def test_the_addresses_and_logins_are_printed(demo_cms: CmsProcess) -> None:
    for expected in ("/graphql", "/readyz", "admin@example.org", "Ctrl-C"):
        assert expected in demo_cms.said


def test_the_printed_login_signs_in_and_a_wrong_password_does_not(demo_cms: CmsProcess, visitor: httpx.Client) -> None:
    password = next(line.split()[-1] for line in demo_cms.said.splitlines() if "admin@example.org" in line)

    refused = visitor.post("/session", json={"email": "admin@example.org", "password": "wrong"})
    entered = visitor.post("/session", json={"email": "admin@example.org", "password": password})
    known = visitor.get("/session").json()

    assert refused.status_code == 401 and entered.status_code == 200
    assert "admin@example.org" in json.dumps(known)


def test_the_contract_is_a_copy_that_travels_with_the_project() -> None:
    assert Path(CONTRACT).is_relative_to(ROOT) and len(contract_operations()) == 8
