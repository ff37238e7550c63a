"""Vocabularies: sectors, countries and the other lists of terms."""

from typing import Any

from cms.demo.data import read_folder
from cms.demo.loading.loading import Loading
from cms.demo.loading.placer import Draft

LOCALES = ("en", "cs", "bg")


async def load_vocabularies(loading: Loading) -> None:
    found = read_folder("texts/vocabularies").items()
    await loading.together(
        "Vocabularies",
        [loading.placer.place(f"demo:vocabulary:{key}", lambda one=one: _draft(one)) for key, one in found],
    )


def _draft(vocabulary: dict[str, Any]) -> Draft:
    terms = [{"slug": term["slug"], "label": term["label"]} for term in vocabulary["terms"]]
    data = {"key": vocabulary["key"], "title": vocabulary["title"], "terms": terms}
    return Draft("Vocabulary", "eccp", data, LOCALES)
