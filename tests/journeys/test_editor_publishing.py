"""What stands around the form: publication by language, two people at once, history, an item of another site."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser import OpenPage, assert_accessible
from tests.journeys.cms_process import CmsProcess, cms_of_its_own
from tests.journeys.test_editor_signs_in import login
from tests.journeys.test_management_editor_script import Script

EVA, RITA, EMA = "editor@example.org", "reviewer@example.org", "editor-nca@example.org"
PAGE = """query ($site: String!, $locale: Locale!, $path: String!) { site(key: $site, locale: $locale) {
  route(path: $path) { ... on NewsItem { title } ... on Edition { title lead } } } }"""
ITEM = "query ($id: ID!) { item(id: $id) { version data slugs { locale slug } states { locale state liveVersion } } }"


@pytest.fixture(scope="module")
def cms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CmsProcess]:
    yield from cms_of_its_own(tmp_path_factory, "publishing")


@pytest.fixture(scope="module")
def eva(cms: CmsProcess) -> Iterator[Script]:
    script = Script(cms, EVA)
    yield script
    script.http.close()


def seen(script: Script, site: str, locale: str, path: str) -> dict | None:
    """What visitors see at an address."""
    variables = {"site": site, "locale": locale, "path": path}
    answer = script.http.post("/graphql", json={"query": PAGE, "variables": variables}).json()
    return answer["data"]["site"]["route"]


async def opened(open_page: OpenPage, cms: CmsProcess, email: str, path: str, **options: object) -> Page:
    page = await open_page(f"{cms.url}/admin{path}", **options, person=login(cms, email))
    await expect(page.get_by_role("region", name="Publication")).to_be_visible(timeout=20_000)
    return page


def field(page: Page, at: str) -> Locator:
    return page.locator(f'[id="field-{at}"]')


async def stored(page: Page) -> None:
    await expect(page.get_by_text("Saved", exact=True)).to_be_visible()


async def look_again(page: Page) -> None:
    """As when somebody comes back to the tab: the form asks whether there is something new."""
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


async def test_one_language_is_published_and_the_other_stays_as_it_was(
    cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    data = {"kind": "invitation", "title": {"en": "Come to Burgas again"}, "published_at": "2023-05"}
    id = eva.do("createItem", type="NewsItem", site="nca", data=data)["id"]
    eva.do("publishItem", id=id, locales=["en"])
    page = await opened(open_page, cms, EVA, f"/content/NewsItem/{id}?language=en")
    await field(page, "title.en").fill("Not for visitors yet")

    await page.get_by_label("Language", exact=True).get_by_text("Czech").click()
    await field(page, "title.cs").fill("Přijeďte zase do Burgasu")
    await field(page, "title.cs").press("Tab")
    await expect(field(page, "slugs")).to_have_value("prijedte-zase-do-burgasu")
    await field(page, "slugs").fill("prijedte-zase")
    await stored(page)
    await expect(page).to_have_url(re.compile("language=cs"))
    await page.get_by_role("button", name="Publish", exact=True).click()

    await expect(page.get_by_text("Published in Czech")).to_be_visible()
    await expect(page.get_by_role("region", name="Publication")).to_contain_text("Visitors see it since")
    assert seen(eva, "nca", "cs", "/news/prijedte-zase") == {"title": "Přijeďte zase do Burgasu"}
    assert seen(eva, "nca", "en", "/news/come-to-burgas-again") == {"title": "Come to Burgas again"}


async def test_what_goes_live_is_shown_before_and_more_languages_go_at_once(
    cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    titles = {"en": "The programme is out", "cs": "Program je venku"}
    data = {"kind": "news", "title": titles, "published_at": "2023-06"}
    slugs = [{"locale": "en", "slug": "programme-out"}, {"locale": "cs", "slug": "program-venku"}]
    id = eva.do("createItem", type="NewsItem", site="nca", data=data, slugs=slugs)["id"]
    page = await opened(open_page, cms, EVA, f"/content/NewsItem/{id}?language=en")
    await page.get_by_label("Title").first.press("Control+Enter")

    dialog = page.get_by_role("dialog")
    await expect(dialog).to_contain_text("published for the first time")
    await dialog.get_by_role("checkbox", name="Czech").check()
    await assert_accessible(page)
    await dialog.get_by_role("button", name="Publish", exact=True).click()
    await expect(page.get_by_text("Published in English, Czech")).to_be_visible()
    assert seen(eva, "nca", "cs", "/news/program-venku") == {"title": "Program je venku"}

    await field(page, "title.en").fill("The final programme is out")
    await field(page, "title.en").press("Control+s")
    await stored(page)
    await page.keyboard.press("Control+Enter")
    await expect(dialog.locator("ins")).to_contain_text("final")
    await page.keyboard.press("Escape")
    assert seen(eva, "nca", "en", "/news/programme-out") == {"title": "The programme is out"}


async def test_two_people_in_one_edition(
    cms: CmsProcess, eva: Script, open_page: OpenPage, expect_faults: Callable[..., None]
) -> None:
    expect_faults("ERR_INTERNET_DISCONNECTED", "Unable to preload", "dynamically imported module")
    id = eva.first("Edition", "burgas")
    path = f"/content/Edition/{id}?language=en"
    first = await opened(open_page, cms, EVA, path)
    second = await opened(open_page, cms, RITA, path)

    # each changes something else: both is kept, and seen by both
    await field(first, "theme.en").fill("Eva's theme")
    await stored(first)
    await field(second, "lead_before.en").fill("Rita's lead")
    await stored(second)
    await expect(field(second, "theme.en")).to_have_value("Eva's theme")
    await look_again(first)
    await expect(field(first, "lead_before.en")).to_have_value("Rita's lead")

    # both change the same: nobody's text is lost, and the second one decides
    await second.context.set_offline(True)  # so that it cannot see the first one's text before it has its own
    await field(first, "theme.en").fill("Clusters of the sea")
    await stored(first)
    await field(second, "theme.en").fill("Clusters of the mountains")
    await second.context.set_offline(False)
    await expect(second.get_by_role("alert").filter(has_text="Somebody else changed the same place")).to_be_visible()
    await second.get_by_role("button", name="Compare and choose").click()
    dialog = second.get_by_role("dialog")
    await expect(dialog).to_contain_text("mountains")
    await expect(dialog).to_contain_text("sea")
    await assert_accessible(second)
    await second.keyboard.press("Escape")
    await expect(field(second, "theme.en")).to_have_value("Clusters of the mountains")

    await second.get_by_role("button", name="Compare and choose").click()
    await dialog.get_by_role("radio", name="Write it anew").check()
    await dialog.get_by_role("textbox").fill("Clusters of sea and mountains")
    await dialog.get_by_role("button", name="Save what I chose").click()
    await expect(dialog).to_be_hidden()
    await stored(second)
    assert eva.ask(ITEM, id=id)["item"]["data"]["theme"]["en"] == "Clusters of sea and mountains"
    await look_again(first)
    await expect(field(first, "theme.en")).to_have_value("Clusters of sea and mountains")

    # an older version comes back as a new one
    await first.get_by_role("button", name="History").click()
    await first.get_by_role("button", name="Created").click()
    await first.get_by_role("dialog").get_by_role("button", name="Restore version 1").click()
    await expect(first.get_by_role("dialog")).to_be_hidden()
    await expect(field(first, "theme.en")).not_to_have_value("Clusters of sea and mountains")
    await first.get_by_role("button", name="Earlier version brought back").click()
    await expect(first.get_by_role("dialog").locator("del").first).to_be_visible()
    await assert_accessible(first)


async def test_an_edition_of_another_site_in_own_words(cms: CmsProcess, eva: Script, open_page: OpenPage) -> None:
    id = eva.first("Edition", "vilnius")
    eva.do("shareItem", id=id, sites=[])
    slugs = eva.ask(ITEM, id=id)["item"]["slugs"]
    path = f"/editions/{next(one['slug'] for one in slugs if one['locale'] == 'en')}"
    original = seen(eva, "eccp", "en", path)

    # who looks after it shows it on the second site too
    owner = await opened(open_page, cms, EVA, f"/content/Edition/{id}")
    await owner.get_by_role("button", name="On other sites").click()
    await owner.get_by_role("group", name="Shown on other sites too").get_by_role("checkbox").first.click()
    await expect(owner.get_by_role("button", name="says itself")).to_be_visible()

    # the editor of that site reads it, cannot change it, and tells it in his own words
    page = await opened(open_page, cms, EMA, f"/content/Edition/{id}")
    await expect(page.get_by_text("You can read this, not change it")).to_be_visible()
    await expect(field(page, "theme.en")).not_to_be_editable()
    await expect(page.get_by_role("button", name="Publish", exact=True)).to_have_count(0)
    await page.get_by_label("Language of your own words").get_by_text("English").click()
    await field(page, "override.title.en").fill("Our trip to Vilnius")
    await assert_accessible(page)
    await page.get_by_role("button", name="Publish on").click()
    await expect(page.get_by_text("Visitors of your site see it now.")).to_be_visible()
    assert (seen(eva, "nca", "en", path) or {})["title"] == "Our trip to Vilnius"
    assert seen(eva, "eccp", "en", path) == original

    await page.get_by_role("button", name="Show the original again").click()
    await expect(page.get_by_text("Visitors see the original again.")).to_be_visible()
    assert seen(eva, "nca", "en", path) == original


async def test_nothing_is_lost_when_it_cannot_be_stored(
    cms: CmsProcess, eva: Script, open_page: OpenPage, expect_faults: Callable[..., None]
) -> None:
    expect_faults("Failed to load resource")
    data = {"kind": "news", "title": {"en": "Short-lived"}, "published_at": "2023-06"}
    id = eva.do("createItem", type="NewsItem", site="nca", data=data)["id"]
    page = await opened(open_page, cms, EVA, f"/content/NewsItem/{id}?language=en")
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    alert = page.get_by_role("alert")

    # no server
    await page.route("**/management/graphql", lambda route: route.abort())
    await field(page, "title.en").fill("Written on the train")
    await expect(alert).to_contain_text("The server does not answer")
    await page.get_by_role("link", name="Home").click()
    await expect(page.get_by_role("dialog")).to_contain_text("Some of your changes are not saved yet")
    await assert_accessible(page)
    await page.get_by_role("dialog").get_by_role("button", name="Stay").last.click()
    await page.unroute("**/management/graphql")
    await stored(page)

    # a server that fails
    await page.route("**/management/graphql", lambda route: route.fulfill(status=500, body="Internal Server Error"))
    await field(page, "title.en").fill("Written in the rain")
    await expect(alert).to_contain_text("The server could not save this")
    await page.unroute("**/management/graphql")
    await alert.get_by_role("button", name="Try again").click()
    await stored(page)
    assert eva.ask(ITEM, id=id)["item"]["data"]["title"]["en"] == "Written in the rain"

    # somebody deletes it meanwhile
    eva.do("deleteItem", id=id)
    await field(page, "title.en").fill("Written too late")
    await expect(alert).to_contain_text("Somebody deleted this meanwhile")
    await assert_accessible(page)
    await alert.get_by_role("button", name="Copy my text").click()
    await expect(alert.get_by_role("button", name="Copied")).to_be_visible()
    assert "Written too late" in await page.evaluate("navigator.clipboard.readText()")
    await alert.get_by_role("button", name="Restore from the recycle bin").click()
    await stored(page)
    assert eva.ask(ITEM, id=id)["item"]["data"]["title"]["en"] == "Written too late"


async def test_people_talk_about_a_field_and_see_each_other(cms: CmsProcess, eva: Script, open_page: OpenPage) -> None:
    id = eva.first("Edition", "graz")
    path = f"/content/Edition/{id}?language=en"
    first = await opened(open_page, cms, EVA, path)
    await first.get_by_role("button", name="Comments").click()
    await first.get_by_role("button", name="Write a comment").click()
    await first.get_by_label("Comment", exact=True).fill("Is the theme final?")
    await first.get_by_role("combobox", name="About").fill("theme")
    await first.get_by_role("option", name="Theme").click()
    await first.get_by_role("combobox", name="Mention").fill("Rita")
    await first.get_by_role("option", name="Rita").click()
    await first.keyboard.press("Tab")
    await first.get_by_role("button", name="Send").click()
    await expect(first.get_by_text("Mentioned: Rita")).to_be_visible()
    await field(first, "theme.en").focus()

    second = await opened(open_page, cms, RITA, path)
    await second.get_by_role("button", name="Comments").click()
    await second.get_by_role("button", name="Reply").click()
    await second.get_by_role("textbox", name="Reply").fill("Yes.")
    await second.get_by_role("button", name="Send").click()
    await expect(second.get_by_text("Yes.")).to_be_visible()
    await expect(second.get_by_role("status", name="Who else is here")).to_contain_text("Eva Editor")
    await assert_accessible(second)
    await second.get_by_role("button", name="Resolve", exact=True).click()
    await expect(second.get_by_text("Nobody has said anything yet.")).to_be_visible()


@pytest.mark.parametrize(
    ("width", "light", "locale", "more"),
    [
        (390, "dark", "cs-CZ", "Zveřejnění a další"),
        (1024, "light", "bg-BG", "Публикуване и още"),
    ],
)
async def test_the_surroundings_work_on_small_screens_in_other_languages(
    demo_cms: CmsProcess, open_page: OpenPage, width: int, light: str, locale: str, more: str
) -> None:
    script = Script(demo_cms, EVA)
    id = script.first("NewsItem", "burgas")
    page = await open_page(
        f"{demo_cms.url}/admin/content/NewsItem/{id}", width=width, color_scheme=light, locale=locale
    )
    await page.locator("input[type=email], input[name=email]").first.fill(EVA)
    await page.locator("input[type=password]").fill(script.credentials["password"])
    await page.keyboard.press("Enter")
    script.http.close()

    await page.get_by_role("button", name=more).click()
    dialog = page.get_by_role("dialog")
    controls = dialog.locator("button.mantine-Accordion-control")
    await expect(controls).to_have_count(5)
    for control in await controls.all():
        await control.click()
    await expect(dialog.locator("ol li").first).to_be_visible()
    await assert_accessible(page)
    await page.keyboard.press("Escape")
    await expect(dialog).to_be_hidden()
    wider = await page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    assert not wider
    await assert_accessible(page)
