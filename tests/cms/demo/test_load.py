"""The demo in a real database: complete, loaded once however often it is loaded, never in an editor's way, and
read with few commands."""

from collections import Counter
from collections.abc import AsyncIterator
from typing import Any

import pytest

from cms.access.actor import SYSTEM, Actor
from cms.accounts.passwords import verify_password
from cms.content.rules.slug import slug_from
from cms.demo.accounts import CHANGED
from cms.demo.data import editions, iasi_talks, read
from cms.demo.loading.load import load_demo
from cms.demo.progress import Silent
from cms.files.store_bytes import original_key
from cms.items.actions import publish_item, update_item
from cms.kernel.services import Services
from cms.kernel.settings import Settings
from schema.delivery.examples import contract_operations
from storage.documents import Item
from storage.embedded import Engines
from tests.cms.demo.conftest import SECRET_KEY, Loaded
from tests.cms.demo.database_commands import MADE_OF, PAGES, Processes, processes
from tests.services import Clock

EXPECTED = {
    "FileAsset": 95,
    "Vocabulary": 6,
    "Site": 2,
    "Series": 2,
    "Organisation": 57,
    "Person": 24,
    "Edition": 21,
    "PresentationFile": 20,
    "NewsItem": 26,
    "CallForHosts": 3,
    "ApplicationForm": 1,
    "Page": 10,
    "Menu": 4,
}


@pytest.fixture
def services(loaded: Loaded) -> Services:
    """For the delivery fixtures: the services with the demo on it."""
    return loaded.services


@pytest.fixture
def clock(loaded: Loaded) -> Clock:
    clock = Clock()
    clock.set("2026-11-22T12:00:00+00:00")
    return clock


async def every(services: Services, collection: str) -> list[dict[str, Any]]:
    return await services.repository.mongo.db[collection].find({}).sort("_id", 1).to_list(None)


async def item(services: Services, origin: str) -> Item:
    found = await services.repository.items.by_origin(origin)
    assert found
    return found


async def live(services: Services, origin: str) -> dict[str, Any]:
    found = await services.repository.published.by_ids([(await item(services, origin)).id])
    return found[0]


async def test_a_load_after_a_power_cut_adds_what_was_missing(loaded: Loaded) -> None:
    assert 100 < loaded.kept < sum(EXPECTED.values())
    assert loaded.report.created == sum(EXPECTED.values()) - loaded.kept


async def test_everything_is_there_and_published(services: Services) -> None:
    items, published = await every(services, "items"), await every(services, "published")

    assert Counter(one["type"] for one in items) == EXPECTED
    assert {one["_id"] for one in items} == {one["_id"] for one in published}
    assert all(one["origin"].startswith("demo:") for one in items)


async def test_a_second_load_changes_nothing(loaded: Loaded) -> None:
    collections = ("items", "published", "versions", "audit", "outbox", "references", "accounts", "redirects")
    before = [await every(loaded.services, name) for name in collections]

    report = await load_demo(loaded.services, Silent(), SECRET_KEY)

    assert report.created == 0
    assert [await every(loaded.services, name) for name in collections] == before


async def test_what_an_editor_changed_stays_changed(services: Services, editor: Actor) -> None:
    graz = await item(services, "demo:edition:graz-2024")
    theme = graz.data["theme"]
    changed = await update_item(services, editor, graz.id, graz.version, {"theme": {"en": "Our own theme"}})

    await load_demo(services, Silent(), SECRET_KEY)

    again = await item(services, "demo:edition:graz-2024")
    assert (again.version, again.data) == (changed.version, changed.data)
    back = await update_item(services, SYSTEM, again.id, again.version, {"theme": theme})
    await publish_item(services, SYSTEM, back.id, ["en", "cs"])


async def test_every_file_lies_in_the_bucket_with_the_bytes_that_are_said(services: Services) -> None:
    for file in await every(services, "items"):
        if file["type"] == "FileAsset":
            stored = await services.store.stat(original_key(file["data"]["sha256"]))
            assert stored.bytes == file["data"]["byte_size"]


async def test_editions_have_the_facts_and_their_numbers(services: Services) -> None:
    for slug, (facts, _text) in editions().items():
        edition = await live(services, f"demo:edition:{slug}")
        data = edition["data"]

        assert set(edition["slugs"].values()) == {slug}
        assert edition["sites"] == ["eccp", "nca"]
        assert (data.get("start"), data.get("end")) == (facts.get("startDate"), facts.get("endDate"))
        assert data["country"] == facts["countryCode"]
        assert data["list_label"]["en"] == facts["listLabel"] if "listLabel" in facts else "list_label" not in data
        assert len(data["partners"]) == len(facts["partners"])
        assert len(data.get("attendance", [])) == len(facts.get("attendance", []))
        assert edition["derived"]["ordinal"] == facts.get("number", 21)


async def test_iasi_has_its_programme_with_roles_and_organisations_as_printed(services: Services) -> None:
    day = (await live(services, "demo:edition:iasi-2023"))["data"]["days"][0]
    sessions = [part for one in day["sessions"] for part in (one, *one.get("children", []))]
    talks = [talk for session in sessions for talk in session.get("talks", []) if talk.get("presentations")]

    assert day["date"] == "2023-11-22" and day["label"]["en"] == "Day 1"
    assert [session["type"] for session in day["sessions"]] == ["opening", "keynote", "panel", "pitching"]
    assert len(day["sessions"][0]["talks"]) == 4 and len(day["sessions"][0]["moderators"]) == 1
    assert len(day["sessions"][3]["children"]) == 4
    for talk, (_session, known) in zip(talks, iasi_talks(), strict=True):
        for speaker, printed in zip(talk["speakers"], known["speakers"], strict=True):
            assert (await live(services, f"demo:person:{slug_from(printed['name'])}"))["_id"] == speaker["person"]
            assert speaker["organisation_name"] == printed["organisation"]
            assert speaker.get("role", {}).get("en") == printed["role"]
            assert speaker["capacity"] == printed["capacity"]


async def test_calls_have_their_cut_offs_and_the_last_of_2024_is_tentative(services: Services) -> None:
    earlier = (await live(services, "demo:call:hosts-2022-2023"))["data"]
    later = (await live(services, "demo:call:hosts-2024-2025"))["data"]

    assert [cutoff["at"][:10] for cutoff in earlier["cutoffs"]] == ["2022-07-29", "2022-12-02", "2023-04-01"]
    assert [cutoff.get("tentative", False) for cutoff in later["cutoffs"]] == [False] * 4 + [True]
    assert (earlier["hosts_sought"], later["hosts_sought"]) == (13, 16)
    assert later["form"] == (await item(services, "demo:form:host-application")).id


async def test_the_burgas_invitation_is_one_item_in_two_languages_linked_to_its_edition(services: Services) -> None:
    news = await live(services, "demo:news:burgas-invitation")

    assert set(news["locales"]) == {"en", "cs"} and news["site"] == "nca"
    assert news["slugs"]["en"] != news["slugs"]["cs"]
    assert news["data"]["edition"] == (await item(services, "demo:edition:burgas-2023")).id
    assert news["data"]["actions"][0]["url"].startswith("/files/")


async def test_the_varna_release_knows_its_month_and_has_no_edition(services: Services) -> None:
    news = (await live(services, "demo:news:varna-2018"))["data"]

    assert news["published_at"] == "2018-07" and "edition" not in news
    assert news["event_facts"]["start_date"] == "2018-07-06"
    assert len(news["event_facts"]["organisers"]) == 3


async def test_logins_work_and_belong_to_this_installation(loaded: Loaded) -> None:
    for login in loaded.report.logins:
        account = await loaded.services.repository.accounts.by_email(login.email)
        assert account and await verify_password(account.password_hash, login.password)

    elsewhere = await load_demo(loaded.services, Silent(), "the secret key of another installation")

    assert {login.password for login in elsewhere.logins} == {CHANGED}
    assert len({login.password for login in loaded.report.logins}) == len(loaded.report.logins) >= 5


LIVING = """
query Living($site: String!, $l: Locale!) { site(key: $site, locale: $l) {
  page(path: "/") { blocks { ... on CallTeaserBlock { call { slug state } } } }
  call(slug: "demo-call") { privacyNotice { url title blocks { ... on TextBlock { body } } } }
  footer: menu(slot: FOOTER) { label url } } }
"""


@pytest.mark.parametrize(
    ("site", "locale", "notice", "urls"),
    [
        ("eccp", "en", "Privacy notice", []),
        ("eccp", "bg", "Информация за защита на личните данни", []),
        ("nca", "cs", "Informace o zpracování osobních údajů", ["/o-nas/ochrana-osobnich-udaju"]),
        ("nca", "en", "Privacy notice", ["/en/about/privacy"]),
    ],
)
async def test_every_home_leads_to_the_open_call_and_the_call_to_its_privacy_notice(
    ask: Any, site: str, locale: str, notice: str, urls: list[str]
) -> None:
    found = (await ask(LIVING, site=site, l=locale))["site"]

    assert [one["call"] for one in found["page"]["blocks"] if one] == [{"slug": "demo-call", "state": "OPEN"}]
    assert found["call"]["privacyNotice"]["title"] == notice
    assert len(found["call"]["privacyNotice"]["blocks"]) >= 6
    labels = ("Privacy", "Ochrana osobních údajů")
    assert [one["url"] for one in found["footer"] if one["label"] in labels] == urls


def test_the_consent_leads_to_the_notice_in_every_language() -> None:
    consent = next(one for one in read("texts/form/step-8-consent.json")["questions"] if one["key"] == "privacy")

    assert set(consent["label"]) == {"en", "cs", "bg"}
    assert all("](privacy)" in label for label in consent["label"].values())


SUMMARIES = """
query Archive($site: String!, $l: Locale!) { site(key: $site, locale: $l) {
  editions(first: 50) { totalCount nodes { slug listLabel dateLabel ordinal summary { url } } } } }
"""


@pytest.mark.parametrize(("site", "locale"), [("eccp", "en"), ("nca", "cs"), ("nca", "en")])
async def test_both_sites_list_all_editions_with_a_summary_where_the_facts_have_one(
    ask: Any, site: str, locale: str
) -> None:
    found = (await ask(SUMMARIES, site=site, l=locale))["site"]["editions"]

    assert found["totalCount"] == 21
    for card in found["nodes"]:
        facts = editions()[card["slug"]][0]
        assert bool(card["summary"]) == facts["hasSummary"], card["slug"]


HOME = """
query Home($site: String!, $l: Locale!) { site(key: $site, locale: $l) {
  page(path: "/") { title blocks { __typename } }
  main: menu(slot: MAIN) { label url children { label url } } footer: menu(slot: FOOTER) { label url }
  news(first: 6) { nodes { url title dateLabel } }
  organisations(memberOf: "members", first: 100) { nodes { name url logo { url alt } } } } }
"""


@pytest.mark.parametrize(
    ("site", "locale", "members"), [("eccp", "en", 0), ("eccp", "bg", 0), ("nca", "cs", 6), ("nca", "en", 6)]
)
async def test_both_home_pages_are_full_in_every_language(ask: Any, site: str, locale: str, members: int) -> None:
    home = (await ask(HOME, site=site, l=locale))["site"]

    assert len(home["page"]["blocks"]) >= 5
    assert len(home["news"]["nodes"]) == 6 and all(one["title"] for one in home["news"]["nodes"])
    assert home["main"] and home["footer"]
    assert all(entry["url"] for entry in home["main"])
    assert len(home["organisations"]["nodes"]) == members
    assert all(one["logo"]["alt"] for one in home["organisations"]["nodes"])


async def test_the_texts_of_the_facts_file_are_the_series(services: Services) -> None:
    series = (await live(services, "demo:series:clusters-meet-regions"))["data"]

    cycles = [(cycle["label"], cycle["planned"]) for cycle in series["cycles"]]
    assert cycles == [(one["label"], one["plannedWorkshops"]) for one in read("facts/editions.json")["cycles"]]


@pytest.fixture(scope="module")
async def counting(loaded: Loaded, engines: Engines, unset: Settings) -> AsyncIterator[Processes]:
    async with processes(loaded.services, engines.mongodb_url, unset) as running:
        yield running


@pytest.mark.parametrize("name", PAGES)
async def test_a_page_asks_mongodb_once_for_each_list_and_count(counting: Processes, name: str) -> None:
    page = PAGES[name]

    cold, warm = map(Counter, await counting.ask(page))

    assert warm == page.lists
    assert +cold <= Counter(page.lists | MADE_OF | {"address": page.addresses, "references": page.levels})
    assert all(cold[kind] == count for kind, count in page.lists.items())


def test_every_operation_of_the_contract_that_visitors_ask_is_counted() -> None:
    assert contract_operations().keys() - PAGES.keys() == {"MyApplication"}
