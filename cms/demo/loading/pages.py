"""The pages of both sites; calls and menus lead to some of them."""

from typing import Any

from cms.demo.data import read_folder
from cms.demo.loading.blocks import localized_blocks
from cms.demo.loading.loading import Loading
from cms.demo.loading.placer import Draft

PRIVACY_NOTICE = "demo:page:eccp-privacy"
"""Of all calls."""


async def load_pages(loading: Loading) -> None:
    async def place(page: dict[str, Any]) -> None:
        key = page["key"]
        images = await loading.shelf.ids(f"page/{key}")

        def draft() -> Draft:
            blocks = localized_blocks(loading.placer, page["blocks"], images.get(f"page/{key}"))
            data = {"title": page["title"], "blocks": blocks, "seo": page.get("seo")}
            return Draft("Page", page["site"], data, list(page["title"]), page["slugs"], page.get("shared", ()))

        await loading.placer.place(f"demo:page:{key}", draft)

    await loading.each("Pages", read_folder("texts/pages").values(), place)
