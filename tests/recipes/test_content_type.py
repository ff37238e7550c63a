"""The recipe "A content type" of `docs/architecture.md`: one Python file and its texts, and everybody has the type."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from storage.embedded import Engines, S3Address
from storage.mongo import Mongo
from tests.kept import empty_collections
from tests.recipes.tender import PACKAGE, write_package

ROOT = Path(__file__).parents[2]
TITLES = {"en": "Harbour crane", "cs": "Přístavní jeřáb", "bg": "Пристанищен кран"}
PATHS = {"en": "/tenders/harbour-crane", "cs": "/cs/tenders/pristavni-jerab", "bg": "/bg/tenders/kran"}
LANGUAGES = tuple(TITLES)


@pytest.fixture(scope="module")
async def seen(
    engines: Engines,
    content_mongo: Mongo,
    new_bucket: Callable[[], Awaitable[S3Address]],
    tmp_path_factory: pytest.TempPathFactory,
) -> AsyncIterator[Any]:
    """What everybody sees of a tender in a CMS that has the package."""
    folder, s3 = tmp_path_factory.mktemp("recipe"), await new_bucket()
    write_package(folder)
    given = {
        "mongodb": [engines.mongodb_url, content_mongo.db.name],
        "s3": [s3.endpoint, s3.access_key, s3.secret_key, s3.bucket, s3.region],
        "folder": str(folder),
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.recipes.tender_walk", json.dumps(given)),
        cwd=ROOT,
        env={**os.environ, "CMS_CONTENT_TYPES": PACKAGE, "PYTHONPATH": str(folder)},
        stdout=asyncio.subprocess.DEVNULL,
    )
    assert await process.wait() == 0
    yield json.loads((folder / "seen.json").read_text("utf-8"))
    await empty_collections(content_mongo)


async def test_the_form_has_its_fields(seen: Any) -> None:
    form = seen["form"]

    assert (form["plural"], form["hasSlug"]) == ("tenders", True)
    assert {one["name"]: one["kind"] for one in form["fields"]} == {
        "title": "Text", "lead": "Text", "buyer": "Reference", "closes": "Date", "lots": "EmbeddedList",
        "seo": "EmbeddedOne",
    }  # fmt: skip
    assert next(one for one in form["fields"] if one["name"] == "buyer")["target"] == "Organisation"
    assert {
        "name": "Lot",
        "fields": [{"name": "subject", "kind": "Text"}, {"name": "amount", "kind": "Integer"}],
    } in form["parts"]


async def test_the_interface_names_it_in_all_languages(seen: Any) -> None:
    assert seen["words"] == {
        "en": ["Tenders", "Buyer"], "cs": ["Zakázky", "Zadavatel"], "bg": ["Търгове", "Възложител"]
    }  # fmt: skip


async def test_developers_read_its_descriptions_and_its_labels_where_it_has_none(seen: Any) -> None:
    tender, lot, size = (seen["described"][one] for one in ("tender", "lot", "size"))

    described = {one["name"]: one["description"] for one in (*tender["fields"], *lot["fields"])}
    assert (tender["description"], lot["description"]) == ("A public tender.", "Lot")
    assert (described["buyer"], described["amount"]) == ("Buyer", "In euros, without VAT.")
    assert (described["size"], size["description"]) == ("By the sum of its lots.", "One of: Small, Large.")
    assert all(described.values()) and [one["description"] for one in size["enumValues"]] == ["Small", "Large"]


async def test_it_is_published_in_all_languages(seen: Any) -> None:
    assert seen["published"] == dict.fromkeys(LANGUAGES, "published")


async def test_editors_find_it_in_each_language(seen: Any) -> None:
    found = {one: answer["items"]["nodes"] for one, answer in seen["search"].items()}

    assert found == {one: [{"id": seen["ids"]["harbour"], "title": title}] for one, title in TITLES.items()}


async def test_editors_narrow_lists_by_the_computed_value(seen: Any) -> None:
    assert [one["id"] for one in seen["large"]["items"]["nodes"]] == [seen["ids"]["harbour"]]


async def test_uses_are_known_both_ways(seen: Any) -> None:
    ids = seen["ids"]

    of_buyer = {(one["at"], one["item"]["id"]) for one in seen["uses"][ids["buyer"]]}
    assert of_buyer == {("buyer", ids["harbour"]), ("buyer", ids["paper"])}
    assert [one["item"] for one in seen["uses"][ids["harbour"]]] == [{"id": ids["menu"], "type": "Menu"}]


@pytest.mark.parametrize("locale", LANGUAGES)
async def test_visitors_list_it_in_order(seen: Any, locale: str) -> None:
    site = seen["visitors"][locale]

    assert [one["closes"] for one in site["tenders"]["nodes"]] == ["2024-06-30", "2024-05-31"]
    assert site["tenders"]["nodes"][0]["title"] == TITLES[locale]
    assert [one["closes"] for one in site["soonest"]["nodes"]] == ["2024-05-31", "2024-06-30"]


@pytest.mark.parametrize(("locale", "label"), [("en", "Large"), ("cs", "Velká"), ("bg", "Голяма")])
async def test_visitors_narrow_lists_by_the_computed_value(seen: Any, locale: str, label: str) -> None:
    site = seen["visitors"][locale]

    assert site["large"] == {
        "totalCount": 1, "nodes": [{"title": TITLES[locale], "size": "LARGE", "sizeLabel": label}]
    }  # fmt: skip
    assert len(site["small"]["nodes"]) == 1


@pytest.mark.parametrize(
    ("locale", "subjects", "lead"),
    [
        ("en", ["Crane", "Rails"], "A crane for the harbour."),
        ("cs", ["Jeřáb", "Koleje"], "Jeřáb pro přístav."),
        ("bg", ["Кран", "Релси"], "Кран за пристанището."),
    ],
)
async def test_visitors_read_it_by_its_slug(seen: Any, locale: str, subjects: list[str], lead: str) -> None:
    tender = seen["visitors"][locale]["tender"]

    assert (tender["itemId"], tender["url"]) == (seen["ids"]["harbour"], PATHS[locale])
    assert tender["buyer"] == {"name": "Port of Burgas"}
    assert tender["lots"] == [
        {"subject": subject, "amount": amount} for subject, amount in zip(subjects, (90_000, 20_000), strict=True)
    ]
    assert tender["seo"] == {"title": TITLES[locale], "description": lead}


@pytest.mark.parametrize("locale", LANGUAGES)
async def test_visitors_come_to_it_by_its_address_its_id_and_a_menu(seen: Any, locale: str) -> None:
    site = seen["visitors"][locale]

    assert site["route"] == {
        "__typename": "Tender",
        "title": TITLES[locale],
        "alternates": [{"locale": one, "url": PATHS[one]} for one in LANGUAGES],
    }
    assert site["item"] == {"__typename": "Tender", "itemId": seen["ids"]["harbour"]}
    assert site["menu"] == [{"label": "Crane", "url": PATHS[locale]}]


async def test_it_goes_out_with_its_site_and_comes_in_as_it_was(seen: Any) -> None:
    assert seen["moved"] == seen["visitors"]
