"""Links between objects that come in one export or in several, and exports into several sites."""

from cms.kernel.services import Services
from tests.cms.transfer.plone.conftest import Import, Look, item_of
from tests.cms.transfer.plone.exports import case, news


async def test_exports_by_type_find_each_other_and_take_nothing_away(taken: Import, live: Look) -> None:
    for name in ("04a", "04b", "04c", "04c"):
        report = await taken(case(name))
        assert not report.is_refused, report.entries

    pdf, picture = await item_of("dddddddddddddddddddddddddddddd02"), await item_of("dddddddddddddddddddddddddddddd03")
    found = await live("rozdeleny-export")
    body = found["blocks"][0]["body"]
    assert pdf.id in body and picture.id in body and 'alt="Sál"' in body


async def test_links_to_what_comes_later_are_there_after_one_run(taken: Import, live: Look) -> None:
    await taken(case("30"))

    body = (await live("a-drive"))["blocks"][0]["body"]
    assert '<a href="/news/b-pozdeji"' in body and ">pozdější zprávu</a>" in body


async def test_one_site_never_writes_into_anothers_items(taken: Import, live: Look, services: Services) -> None:
    await taken([news(1)])
    ours = await item_of(news(1)["UID"])

    await taken([news(1, language="en", title="Theirs")], site="eccp")

    theirs = await item_of(news(1)["UID"], "eccp")
    assert await services.repository.items.get(ours.id) == ours
    assert (theirs.site, theirs.data["title"]) == ("eccp", {"en": "Theirs"})
    assert (await live("zprava-1"))["title"] == "Zpráva 1"


async def test_a_link_to_what_is_nowhere_loses_its_address_and_is_told(taken: Import, live: Look) -> None:
    report = await taken(case("04c"))

    [entry] = report.entries
    assert {one.code for one in entry.problems} == {"LINK_MISSING", "PICTURE_MISSING"}
    assert (await live("rozdeleny-export"))["blocks"] == [{"body": "<p>Viz stanovy.</p>"}]
