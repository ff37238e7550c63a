"""What visitors read of editions, and what the clock changes in it."""

from cms.access.actor import SYSTEM
from cms.items.actions import create_item, publish_item, update_item
from cms.kernel.services import Services
from tests.delivery import Ask
from tests.services import Clock, Publish

CARD = """query ($site: String!, $l: Locale, $slug: String!) { site(key: $site, locale: $l) { edition(slug: $slug) {
  title listLabel dateLabel status statusLabel ordinal lead url fallbackLocale hasProgramme summary { url }
  registration { state url message } country { code name flag } alternates { locale url }
  documents { kind label link } seo { title description } } } }"""


async def edition(ask: Ask, site: str = "eccp", locale: str = "en", slug: str = "iasi-2023") -> dict:
    return (await ask(CARD, site=site, l=locale, slug=slug))["site"]["edition"]


async def test_labels_follow_from_the_facts(ask: Ask, make_edition: Publish) -> None:
    await make_edition()

    shown = await edition(ask)

    assert shown["listLabel"] == "Iași, Romania"
    assert shown["dateLabel"] == "21–23 November 2023"
    assert shown["title"] == "Clusters meet Regions – Iași"
    assert shown["country"] == {"code": "RO", "name": "Romania", "flag": "🇷🇴"}
    assert (shown["url"], shown["ordinal"]) == ("/editions/iasi-2023", 1)


async def test_status_follows_the_clock_in_the_editions_own_zone(ask: Ask, clock: Clock, make_edition: Publish) -> None:
    await make_edition()
    moments = {
        "2023-11-20T21:59:59+00:00": "UPCOMING",  # 23:59:59 in Bucharest
        "2023-11-20T22:00:00+00:00": "ONGOING",
        "2023-11-23T21:59:59+00:00": "ONGOING",
        "2023-11-23T22:00:00+00:00": "PAST",
    }

    for moment, status in moments.items():
        clock.set(moment)
        assert (await edition(ask))["status"] == status, moment


async def test_the_lead_looks_back_once_the_event_is_over(ask: Ask, clock: Clock, make_edition: Publish) -> None:
    await make_edition(lead_after={"en": "We met in Iași."})

    clock.set("2023-11-01T12:00:00+00:00")
    before = await edition(ask)
    clock.set("2023-12-01T12:00:00+00:00")
    after = await edition(ask)

    assert (before["lead"], after["lead"]) == ("Meet us in Iași.", "We met in Iași.")


async def test_registration_closes_by_clock_and_by_hand(
    ask: Ask, services: Services, clock: Clock, make_edition: Publish
) -> None:
    form = {"url": "https://example.org/register", "closes": "2023-11-14T18:00"}
    made = await make_edition(registration=form)

    clock.set("2023-11-14T15:59:59+00:00")
    assert (await edition(ask))["registration"] == {"state": "OPEN", "url": form["url"], "message": None}
    clock.set("2023-11-14T16:00:00+00:00")
    assert (await edition(ask))["registration"] == {"state": "CLOSED", "url": None, "message": None}
    clock.set("2023-11-01T12:00:00+00:00")
    await update_item(services, SYSTEM, made.id, 1, {"registration": {**form, "manual_state": "closed"}})
    await publish_item(services, SYSTEM, made.id, ["en"])
    assert (await edition(ask))["registration"]["state"] == "CLOSED"


async def test_a_final_agenda_hides_the_draft(ask: Ask, make_edition: Publish) -> None:
    link = "https://example.org/agenda"
    documents = [
        {"kind": "agenda_draft", "label": {"en": "Draft agenda"}, "link": link},
        {"kind": "agenda_final", "label": {"en": "Final agenda"}, "link": link},
    ]
    await make_edition("final", documents=documents)
    await make_edition("draft", documents=documents[:1])

    assert [one["kind"] for one in (await edition(ask, slug="final"))["documents"]] == ["AGENDA_FINAL"]
    assert [one["kind"] for one in (await edition(ask, slug="draft"))["documents"]] == ["AGENDA_DRAFT"]


async def test_a_summary_gives_the_card_its_link_on_its_own_site_only(
    ask: Ask, make_edition: Publish, publish: Publish
) -> None:
    made = await make_edition()
    assert (await edition(ask))["summary"] is None

    data = {
        "kind": "event_summary",
        "title": {"en": "Back from Iași"},
        "published_at": "2023-12-01",
        "edition": made.id,
    }
    await publish("NewsItem", data)

    assert (await edition(ask))["summary"] == {"url": "/news/back-from-iasi"}
    assert (await edition(ask, "nca"))["summary"] is None


async def test_a_language_that_is_not_published_falls_back_and_says_so(
    ask: Ask, services: Services, make_edition: Publish
) -> None:
    made = await make_edition()

    fallen_back = await edition(ask, "nca", "cs")
    await publish_item(services, SYSTEM, made.id, ["cs"])
    translated = await edition(ask, "nca", "cs")

    assert (fallen_back["fallbackLocale"], fallen_back["lead"]) == ("en", "Meet us in Iași.")
    assert fallen_back["dateLabel"] == "21.–23. listopadu 2023"
    assert (translated["fallbackLocale"], translated["lead"]) == (None, "Sejdeme se v Jasech.")
    assert fallen_back["alternates"] == [{"locale": "en", "url": "/en/editions/iasi-2023"}]
    assert translated["alternates"] == [
        {"locale": "cs", "url": "/editions/iasi-2023"},
        {"locale": "en", "url": "/en/editions/iasi-2023"},
    ]


async def test_an_edition_without_dates_is_upcoming_and_to_be_announced(ask: Ask, make_edition: Publish) -> None:
    await make_edition("heilbronn", start=None, end=None, number_override=20)

    shown = await edition(ask, slug="heilbronn")

    assert (shown["status"], shown["ordinal"]) == ("UPCOMING", 20)
    assert shown["dateLabel"] == "Date to be announced"


LISTS = """query ($f: EditionFilter, $s: EditionSort, $first: Int, $after: String) { site(key: "eccp") {
  editions(filter: $f, sort: $s, first: $first, after: $after) { totalCount totalCountIsExact
    nodes { slug } edges { cursor node { slug } } pageInfo { hasNextPage endCursor } } } }"""


async def listed(ask: Ask, **variables: object) -> list[str]:
    found = (await ask(LISTS, **variables))["site"]["editions"]
    assert [edge["node"] for edge in found["edges"]] == found["nodes"] and found["totalCountIsExact"]
    return [node["slug"] for node in found["nodes"]]


async def test_lists_are_filtered_and_sorted_by_the_same_rule_that_labels_them(
    ask: Ask, clock: Clock, make_edition: Publish
) -> None:
    clock.set("2024-03-26T12:00:00+00:00")
    await make_edition("past", start="2024-03-24", end="2024-03-25", country="PL")
    await make_edition("ongoing", start="2024-03-26", end="2024-03-27", country="IT")
    await make_edition("upcoming", start="2024-06-18", end="2024-06-19")
    await make_edition("undated", start=None, end=None)
    await make_edition("cancelled", start="2024-07-01", end="2024-07-02", cancelled=True)

    assert await listed(ask, f={"status": ["UPCOMING", "ONGOING"]}, s="START_ASC") == ["ongoing", "upcoming", "undated"]
    assert await listed(ask, f={"status": ["PAST"]}) == ["past"]
    assert await listed(ask, f={"status": ["CANCELLED"]}) == ["cancelled"]
    assert await listed(ask, f={"country": ["it", "PL"]}) == ["ongoing", "past"]
    assert await listed(ask, f={"start": {"from": "2024-03-25", "to": "2024-06-18"}}) == ["upcoming", "ongoing"]
    assert await listed(ask, f={"not": {"status": ["PAST"]}, "or": [{"country": ["PL"]}, {"country": ["IT"]}]}) == [
        "ongoing"
    ]


async def test_pages_follow_each_other_without_gap_or_repetition(ask: Ask, make_edition: Publish) -> None:
    for day in range(1, 8):
        await make_edition(f"same-day-{day}", start="2024-05-14" if day % 2 else "2024-05-15", end="2024-05-16")

    seen: list[str] = []
    after = None
    while True:
        page = (await ask(LISTS, first=3, after=after))["site"]["editions"]
        seen += [node["slug"] for node in page["nodes"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break

    assert len(seen) == len(set(seen)) == 7 == page["totalCount"]


async def test_one_dead_reference_does_not_take_the_page_with_it(
    ask: Ask, services: Services, make_edition: Publish
) -> None:
    private = await create_item(
        services, SYSTEM, type="Organisation", site="eccp", data={"name": {"en": "Not yet public"}}
    )
    await make_edition(partners=[{"organisation": private.id, "role": "host"}])

    query = '{ site(key: "eccp") { edition(slug: "iasi-2023") { partners { roleLabel organisation { name } } } } }'
    shown = (await ask(query))["site"]["edition"]

    assert shown["partners"] == [{"roleLabel": "Host", "organisation": None}]


async def test_nobody_registers_for_a_cancelled_edition(ask: Ask, clock: Clock, make_edition: Publish) -> None:
    await make_edition(cancelled=True, registration={"url": "https://example.org/register"})
    clock.set("2023-11-01T12:00:00+00:00")

    assert (await edition(ask))["registration"] == {"state": "CLOSED", "url": None, "message": None}
