"""The words by which editors find an item, without case and accents."""

from collections.abc import Iterable

from cms.content.rules.folding import folded_words

MAX_WORDS = 40
LONGEST_WORD = 40
LONGEST_KEY = 80


def search_words(text: str) -> list[str]:
    """ "Iași 2023" gives ["iasi", "2023"]."""
    return [word[:LONGEST_WORD] for word in folded_words(text)]


def title_key(title: str) -> str:
    """The same for all that differ in case, accents, script and signs only."""
    return " ".join(search_words(title[:300]))[:LONGEST_KEY]


def title_words(titles: Iterable[str]) -> list[str]:
    """Each word once, at most 40."""
    return list(dict.fromkeys(word for title in titles for word in search_words(title[:500])))[:MAX_WORDS]
