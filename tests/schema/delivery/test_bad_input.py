"""What a visitor gets who asks for what is not there, not public, or not well-formed."""

import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import create_item, update_item
from cms.kernel.services import Services
from tests.delivery import Ask
from tests.services import Publish


def code(answer: dict) -> str:
    [error] = answer["errors"]
    assert "Traceback" not in error["message"]
    return error["extensions"]["code"]


async def test_an_unknown_site_is_not_found(answer: Ask, sites: None) -> None:
    assert code(await answer('{ site(key: "elsewhere") { name } }')) == "NOT_FOUND"


@pytest.mark.parametrize("locale", ["de", "en-GB"])
async def test_a_language_the_site_is_not_offered_in_is_refused(answer: Ask, sites: None, locale: str) -> None:
    refused = await answer('query ($l: Locale!) { site(key: "eccp", locale: $l) { name } }', l=locale)

    assert code(refused) == "INVALID" and "en" in refused["errors"][0]["message"]


@pytest.mark.parametrize("locale", ["xx_YY", "", "../en", "e" * 5000])
async def test_what_is_no_language_is_refused(answer: Ask, sites: None, locale: str) -> None:
    refused = await answer('query ($l: Locale!) { site(key: "eccp", locale: $l) { name } }', l=locale)

    assert refused["errors"] and refused.get("data") is None


async def test_slugs_of_nothing_are_null(ask: Ask, sites: None) -> None:
    fields = " ".join(
        f'{name}(slug: "nothing") {{ slug }}' for name in ("edition", "newsItem", "call", "series", "person")
    )

    found = await ask(
        f'{{ site(key: "eccp") {{ {fields} page(path: "/no") {{ slug }} route(path: "/no") {{ __typename }} }} }}'
    )

    assert set(found["site"].values()) == {None}


ITEM = 'query ($id: ID!) { site(key: "nca") { item(itemId: $id) { itemId ... on NewsItem { title } } } }'


async def test_item_never_shows_drafts_other_sites_items_or_internal_ones(
    ask: Ask, services: Services, publish: Publish, sites: None
) -> None:
    data = {"kind": "news", "title": {"en": "Only for Europe"}, "published_at": "2024-01-01"}
    foreign = await publish("NewsItem", data)
    draft = await create_item(services, SYSTEM, type="NewsItem", site="nca", data=data)
    menu = await publish("Menu", {"slot": "main", "entries": []}, site="nca")
    own = await publish("NewsItem", {**data, "title": {"en": "For Czechia"}}, site="nca")

    for id in (foreign.id, draft.id, menu.id, "f" * 24, "", "$where", "é" * 1000):
        assert (await ask(ITEM, id=id))["site"]["item"] is None, id
    assert (await ask(ITEM, id=own.id))["site"]["item"] == {"itemId": own.id, "title": "For Czechia"}


async def test_a_draft_is_nowhere_to_be_found(ask: Ask, services: Services, make_edition: Publish) -> None:
    live = await make_edition()
    await update_item(services, SYSTEM, live.id, 1, {"theme": {"en": "Secret plans"}})
    data = {"kind": "news", "title": {"en": "Secret news"}, "published_at": "2024-01-01"}
    await create_item(services, SYSTEM, type="NewsItem", site="eccp", data=data)

    query = """{ site(key: "eccp") { news { totalCount nodes { title } } newsItem(slug: "secret-news") { title }
      route(path: "/news/secret-news") { __typename } edition(slug: "iasi-2023") { theme } } }"""
    shown = await ask(query)

    assert "Secret" not in str(shown) and shown["site"]["news"]["totalCount"] == 0


FILTERED = 'query ($f: EditionFilter) { site(key: "eccp") { editions(filter: $f) { nodes { slug } } } }'
PAGE = """query ($first: Int, $after: String) { site(key: "eccp") {
  news(first: $first, after: $after) { nodes { slug } } } }"""


async def test_cursors_that_were_tampered_with_are_refused(
    answer: Ask, ask: Ask, publish: Publish, sites: None
) -> None:
    for number in range(2):
        title = {"en": f"News {number}"}
        await publish("NewsItem", {"kind": "news", "title": title, "published_at": "2024-01-01"})
    query = '{ site(key: "eccp") { news(first: 1) { pageInfo { endCursor } } } }'
    cursor: str = (await ask(query))["site"]["news"]["pageInfo"]["endCursor"]
    turned = cursor[:-2] + ("A" if cursor[-2] != "A" else "B") + cursor[-1]

    for wrong in (turned, cursor[:10], "", "not base64!", "é", "A" * 5000):
        assert code(await answer(PAGE, first=1, after=wrong)) == "INVALID", wrong
    other = 'query ($after: String) { site(key: "eccp") { editions(after: $after) { nodes { slug } } } }'
    assert code(await answer(other, after=cursor)) == "INVALID"


@pytest.mark.parametrize("first", [0, -1, 101, 2**31 - 1])
async def test_page_sizes_out_of_range_are_refused(answer: Ask, sites: None, first: int) -> None:
    assert code(await answer(PAGE, first=first)) in ("INVALID", "LIMIT_PAGE_SIZE")


@pytest.mark.parametrize(("levels", "expected"), [(4, None), (5, "INVALID"), (12, "LIMIT_INPUT_DEPTH")])
async def test_filters_nested_without_end_are_refused(
    answer: Ask, sites: None, levels: int, expected: str | None
) -> None:
    nested: dict = {"country": ["CZ"]}
    for _ in range(levels):
        nested = {"not": nested}

    answered = await answer(FILTERED, f=nested)

    assert (code(answered) if "errors" in answered else None) == expected


@pytest.mark.parametrize(("ways", "expected"), [(49, None), (50, "INVALID")])
async def test_more_filters_than_the_database_can_plan_are_refused(
    answer: Ask, sites: None, ways: int, expected: str | None
) -> None:
    answered = await answer(FILTERED, f={"or": [{"country": ["CZ"]}] * ways})

    assert (code(answered) if "errors" in answered else None) == expected


@pytest.mark.parametrize(
    "empty",
    [
        {"status": []},
        {"country": []},
        {"series": []},
        {"and": []},
        {"or": []},
        {"and": [{"status": []}]},
        {"or": [{"mode": []}]},
        {"not": {"not": {"status": []}}},
        {},
        None,
    ],
)
async def test_an_empty_list_is_as_if_it_were_left_out(ask: Ask, make_edition: Publish, empty: dict | None) -> None:
    await make_edition("iasi-2023")

    found = await ask(FILTERED, f=empty)
    with_another = await ask(FILTERED, f={**(empty or {}), "mode": ["ONLINE"]})

    assert found["site"]["editions"]["nodes"] == [{"slug": "iasi-2023"}]
    assert with_another["site"]["editions"]["nodes"] == []


async def test_a_page_of_null_is_the_default_one(ask: Ask, sites: None) -> None:
    query = """query ($n: Int) { site(key: "eccp") { editions(first: null) { nodes { slug } }
      news(first: $n) { nodes { slug } } organisations(memberOf: "members", first: null) { nodes { slug } } } }"""

    assert await ask(query, n=None)


@pytest.mark.parametrize("value", ["$where", "{}", "\x00", "'; drop"])
async def test_values_in_filters_are_never_operators(ask: Ask, sites: None, value: str) -> None:
    query = 'query ($t: [String!]) { site(key: "eccp") { news(filter: {tags: $t}) { totalCount } } }'

    assert (await ask(query, t=[value]))["site"]["news"]["totalCount"] == 0


@pytest.mark.parametrize(
    "bound", ["2023-13-01", "2024-02-30", "2023-00", "0000", "soon", "31.5.2024", "2024-05-31T00:00", "$gt", "\x00"]
)
async def test_a_range_of_what_is_no_date_is_refused(answer: Ask, sites: None, bound: str) -> None:
    query = 'query ($d: PartialDate) { site(key: "eccp") { editions(filter: {start: {from: $d}}) { totalCount } } }'

    assert code(await answer(query, d=bound)) == "BAD_USER_INPUT"


@pytest.mark.parametrize("bound", ["", "2024", "2024-05", "2024-05-31"])
async def test_a_range_may_begin_with_a_year_month_or_day(ask: Ask, sites: None, bound: str) -> None:
    query = 'query ($d: PartialDate) { site(key: "eccp") { editions(filter: {start: {from: $d}}) { totalCount } } }'

    assert (await ask(query, d=bound))["site"]["editions"] == {"totalCount": 0}


async def test_a_preview_token_that_nobody_gave_out_is_refused(answer: Ask, sites: None) -> None:
    assert code(await answer('{ site(key: "eccp", preview: "let me in") { name } }')) == "INVALID"


@pytest.mark.parametrize("path", ["", "/", "//", "/%00", "/%zz", "/../..", "/cs/../x", "http://[", "/" + "a" * 5000])
async def test_odd_paths_lead_nowhere(ask: Ask, sites: None, path: str) -> None:
    query = 'query ($p: String!) { site(key: "nca") { route(path: $p) { __typename } page(path: $p) { slug } } }'

    assert (await ask(query, p=path))["site"] == {"route": None, "page": None}
