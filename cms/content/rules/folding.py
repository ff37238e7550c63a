"""Text without case, accents and scripts: one table of letters for addresses, search and names that are the same.

The admin interface reads the same table (`admin_ui/src/words/folding.ts`). In it each word is a letter and what it
becomes. Bulgarian follows its law on transliteration (Streamlined System, 2009), whose two exceptions hold for
addresses alone: the beginning of a word must find it. Marks that are taken off are ranges, as what is a mark to Unicode
and to a language differs between releases.
"""

import json
import re
import unicodedata
from pathlib import Path

TABLE = json.loads((Path(__file__).parent / "letters.json").read_text("utf-8"))
# What composing marks would take from Cyrillic and Greek letters comes first: й is no и.
LETTERS = str.maketrans(
    {word[0]: word[1:] for alphabet in ("bulgarian", "cyrillic", "greek", "latin") for word in TABLE[alphabet].split()}
)
MARKS = re.compile(f"[{TABLE['marks']}]")
WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """ "Łódź, Пловдив" gives "lodz, plovdiv"; letters of scripts without a place in the table stay."""
    lowered = unicodedata.normalize("NFC", text).lower()
    plain = MARKS.sub("", unicodedata.normalize("NFKD", lowered.translate(LETTERS)))
    return plain.lower().translate(LETTERS)


def folded_words(text: str) -> list[str]:
    """ "Iași_2023" gives ["iasi", "2023"]."""
    return WORD.findall(folded(text))
