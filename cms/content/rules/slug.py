"""The address part that a title gives: "Iași, Румъния" → "iasi-rumania"."""

import re
import unicodedata

from cms.content.rules.folding import TABLE, folded

APOSTROPHES = str.maketrans("", "", TABLE["apostrophes"])
COUNTRY, COUNTRY_NAME = TABLE["exceptions"]["country"]
ENDING, PLAIN_ENDING = TABLE["exceptions"]["ending"]
NO_WORD = re.compile(r"[^a-z0-9]+")


def slug_from(title: str, max_length: int = 80) -> str:
    """Small Latin letters, digits and single hyphens, at most `max_length`, cut between words where there is one.

    "" where nothing of the title can be written so: then a person has to choose.
    """
    lowered = unicodedata.normalize("NFC", title).lower().translate(APOSTROPHES)
    # The two exceptions of the Bulgarian law: the country's name, and -ия at a word's end (София → Sofia).
    lowered = re.sub(rf"{ENDING}\b", PLAIN_ENDING, lowered.replace(COUNTRY, COUNTRY_NAME))
    return _cut(NO_WORD.sub("-", folded(lowered)).strip("-"), max_length)


def _cut(whole: str, max_length: int) -> str:
    if len(whole) <= max_length:
        return whole
    start, hyphen, _rest = whole[: max_length + 1].rpartition("-")
    return start if hyphen and len(start) > max_length // 2 else whole[:max_length].strip("-")
