"""A preview shows the pictures that are not published yet, to whoever has its address and for as long as it holds."""

import httpx
from playwright.async_api import expect

from tests.browser import OpenPage
from tests.cms.files import samples
from tests.journeys.cms_process import CmsProcess
from tests.journeys.editing import EVA, eva, opened
from tests.journeys.test_management_editor_script import Script
from tests.journeys.uploading import upload

__all__ = ["eva"]

GIVE = "mutation ($input: CreatePreviewInput!) { createPreview(input: $input) { preview { id token } } }"
TAKE = "mutation ($input: RevokePreviewInput!) { revokePreview(input: $input) { refusal { code } } }"
PAGE = """query ($p: String) { site(key: "eccp", locale: "en", preview: $p) {
  route(path: "/news/with-a-draft-picture") { ... on NewsItem { image { url small: url(width: 320) } } } } }"""


def news_with_picture(script: Script, slug: str, width: int) -> str:
    picture = upload(script, samples.image("PNG", width, 240), f"{slug}.png", alt={"en": "The hall"})["id"]
    data = {"kind": "news", "title": {"en": "With a draft picture"}, "published_at": "2026-05-01", "image": picture}
    slugs = [{"locale": "en", "slug": slug}]
    return script.do("createItem", type="NewsItem", site="eccp", data=data, slugs=slugs)["id"]


def test_the_addresses_of_a_preview_lead_to_draft_pictures_until_it_ends(edited_cms: CmsProcess, eva: Script) -> None:
    item = news_with_picture(eva, "with-a-draft-picture", 413)
    leave = eva.ask(GIVE, input={"site": "eccp", "item": item})["createPreview"]["preview"]
    with httpx.Client(base_url=edited_cms.url, timeout=60) as anybody:
        answer = anybody.post("/graphql", json={"query": PAGE, "variables": {"p": leave["token"]}}).json()
        image = answer["data"]["site"]["route"]["image"]
        assert anybody.get(image["url"]).headers["content-type"] == "image/png"
        small = anybody.get(image["small"])
        assert (small.status_code, small.headers["content-type"]) == (200, "image/webp")
        assert "no-store" in small.headers["cache-control"]
        assert anybody.get(image["url"].split("?")[0]).status_code == 404
        assert anybody.get(image["url"] + "x").status_code == 404

        eva.ask(TAKE, input={"id": leave["id"]})
        assert anybody.get(image["url"]).status_code == 404


async def test_the_preview_beside_the_form_shows_the_picture(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    item = news_with_picture(eva, "seen-beside", 412)
    page = await opened(open_page, edited_cms, EVA, f"/content/NewsItem/{item}?language=en")

    await page.get_by_role("button", name="Preview", exact=True).click()

    picture = page.get_by_role("region", name="Preview").get_by_role("img", name="The hall")
    await expect(picture).to_be_visible()
    await page.wait_for_function(
        "() => [...document.querySelectorAll('article img')].some(one => one.naturalWidth > 0)"
    )
