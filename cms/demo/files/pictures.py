"""The demo's pictures: banners, logos, and those beside texts."""

from collections.abc import Iterator
from typing import Any

from cms.demo.data import editions, read, read_folder
from cms.demo.files.wanted_file import WantedFile

BANNER = (1600, 600)
PICTURE = (1200, 675)
LOGO_ALT = {
    "en": "Placeholder for the logo of {name}: {text} in white letters.",
    "cs": "Zástupný obrázek místo loga {name}: bílý nápis {text}.",
    "bg": "Изображение на мястото на логото на {name}: бял надпис {text}.",
}


def pictures() -> Iterator[WantedFile]:
    for slug, (_facts, text) in editions().items():
        words = {"words": text["city"]["en"], "small": "Clusters meet Regions"}
        yield _picture(f"banner/{slug}", text["banner"], BANNER, **words)
        if image := text.get("discover", {}).get("image"):
            yield _picture(f"discover/{slug}", image, PICTURE)
    for key, item in read_folder("texts/news").items():
        if "image" in item:
            yield _picture(f"news/{key}", item["image"], PICTURE)
    for key, page in read_folder("texts/pages").items():
        for image in page_images(page):
            yield _picture(f"page/{key}", image, PICTURE)


def page_images(page: dict[str, Any]) -> list[dict[str, Any]]:
    """Each page has one picture at most; its other languages leave it out."""
    return [block["image"] for blocks in page["blocks"].values() for block in blocks if block["kind"] == "media"]


def logos() -> Iterator[WantedFile]:
    for organisation in read("texts/organisations.json"):
        if logo := organisation.get("logo"):
            names = organisation["name"]
            alt = {
                locale: words.format(name=names.get(locale, names["en"]), text=logo["text"])
                for locale, words in LOGO_ALT.items()
            }
            yield _logo(f"logo/{organisation['key']}", logo, alt)
    for site in read("texts/sites.json"):
        yield _logo(f"site-logo/{site['key']}", site["logo"], site["logo"]["alt"])


def _picture(key: str, image: dict[str, Any], size: tuple[int, int], **words: str) -> WantedFile:
    job = {"make": "picture", "motif": image["motif"], "colours": image["colours"], **words}
    return WantedFile(key, f"{key.replace('/', '-')}.jpg", {**job, "width": size[0], "height": size[1]}, image["alt"])


def _logo(key: str, logo: dict[str, Any], alt: dict[str, str]) -> WantedFile:
    job = {"make": "logo", "text": logo["text"], "colours": logo["colours"]}
    return WantedFile(key, f"{key.replace('/', '-')}.png", job, alt)
