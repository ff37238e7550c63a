"""The address part that a title gives: "Iași, Румъния" → "iasi-rumania"."""

import re
import unicodedata

# Each word is a letter and what it becomes. Bulgarian follows its law on transliteration (Streamlined System, 2009);
# then come letters of other Cyrillic alphabets, Greek, and Latin letters that no mark can be taken from.
BULGARIAN = "аa бb вv гg дd еe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хh цts чch шsh щsht ъa ьy юyu яya"
CYRILLIC = "ѝi ыy эe ёyo єye іi їyi ґg ўu ђdj ѓgj ѕdz јj љlj њnj ћc ќkj џdz"
GREEK = "αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo"
LATIN = "ßss æae œoe øo đd ðd þth łl ħh ıi ŋn"
# What composing marks would take from Cyrillic and Greek letters comes first: й is no и.
LETTERS = str.maketrans({word[0]: word[1:] for word in f"{BULGARIAN} {CYRILLIC} {GREEK} {LATIN}".split()})
APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´")
NO_WORD = re.compile(r"[^a-z0-9]+")


def slug_from(title: str, max_length: int = 80) -> str:
    """Small Latin letters, digits and single hyphens, at most `max_length`, cut between words where there is one.

    "" where nothing of the title can be written so: then a person has to choose.
    """
    lowered = unicodedata.normalize("NFC", title).lower().translate(APOSTROPHES)
    # The two exceptions of the Bulgarian law: the country's name, and -ия at a word's end (София → Sofia).
    lowered = re.sub(r"ия\b", "ia", lowered.replace("българия", "bulgaria"))
    latin = _without_marks(lowered.translate(LETTERS)).translate(LETTERS)
    return _cut(NO_WORD.sub("-", latin.lower()).strip("-"), max_length)


def _without_marks(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


def _cut(whole: str, max_length: int) -> str:
    if len(whole) <= max_length:
        return whole
    start, hyphen, _rest = whole[: max_length + 1].rpartition("-")
    return start if hyphen and len(start) > max_length // 2 else whole[:max_length].strip("-")
