"""Vocabularies: sectors, countries and the other lists of terms."""

from typing import Any

from cms.demo.data import read_folder
from cms.demo.loading.loading import Loading
from cms.demo.loading.placer import Draft

LOCALES = ("en", "cs", "bg")


async def load_vocabularies(loading: Loading) -> None:
    async def place(vocabulary: dict[str, Any]) -> None:
        await loading.placer.place(f"demo:vocabulary:{vocabulary['key']}", lambda: _draft(vocabulary))

    await loading.each("Vocabularies", read_folder("texts/vocabularies").values(), place)


def _draft(vocabulary: dict[str, Any]) -> Draft:
    terms = [{"slug": term["slug"], "label": term["label"]} for term in vocabulary["terms"]]
    data = {"key": vocabulary["key"], "title": vocabulary["title"], "terms": terms}
    return Draft("Vocabulary", "eccp", data, LOCALES)
