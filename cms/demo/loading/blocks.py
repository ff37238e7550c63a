"""The blocks of pages and news, from their written form."""

from typing import Any

from cms.content.richtext import from_html
from cms.demo.loading.placer import Placer


def localized_blocks(
    placer: Placer, written: dict[str, list[dict[str, Any]]], image: str | None = None
) -> dict[str, list[dict[str, Any]]]:
    """{locale: blocks}; `image` is the id of the file that media blocks show."""
    return {locale: [_block(placer, one, image) for one in blocks] for locale, blocks in written.items()}


def _block(placer: Placer, written: dict[str, Any], image: str | None) -> dict[str, Any]:
    block = {name: value for name, value in written.items() if name != "html"}
    if "html" in written:
        block["body"] = from_html(written["html"])
    if "series" in written:
        block["series"] = placer.id_of(f"demo:series:{written['series']}")
    if "call" in written:
        block["call"] = placer.id_of(f"demo:call:{written['call']}")
    if written["kind"] == "media":
        block["image"] = image
    return block
