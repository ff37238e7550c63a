"""What may not be chosen as a password: too short, common, or made of words that others know about the person or the
product. After NIST SP 800-63B, 3.1.1.2; how quickly somebody would guess one is estimated by zxcvbn with its lists."""

import asyncio
import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from zxcvbn import zxcvbn

from cms.kernel.errors import Problem

SHORTEST = 12
LONGEST = 1024
FEWEST_DIFFERENT = 5
FEWEST_GUESSES = 100_000_000
"""At which zxcvbn begins to call a password good ("safely unguessable", 3 of 4)."""
LOOKED_AT = 64
"""Characters: the time of an estimate grows with the square of them, and who gets this far has chosen well."""
SHORTEST_WORD = 3
PRODUCT = (
    "cluster cms",
    "clustercms",
    "clusters meet regions",
    "clustersmeetregions",
    "cluster",
    "clusters",
    "regions",
    "cms",
    "klastr",
    "klastry",
    "клъстер",
    "клъстери",
    "administrator",
    "editor",
)
PASSWORD_WORDS = ("heslo", "tajneheslo", "parola", "парола", "тайна", "паролата", "здравей")
"""Of the languages of the interface that zxcvbn's lists leave out."""
_WORD = re.compile(r"[^\W_]+")
_threads = ThreadPoolExecutor(1, "password rules")


async def password_problems(field: str, password: str, *, about: Iterable[str] = ()) -> list[Problem]:
    """Why this cannot be chosen as a password. `about`: the person's e-mail address and name."""
    if len(password) < SHORTEST:
        return [Problem(field, "TOO_SHORT", f"Use at least {SHORTEST} characters.")]
    if len(password) > LONGEST or not is_encodable(password):
        return [Problem(field, "TOO_LONG", f"Use at most {LONGEST} ordinary characters.")]
    if len(set(password)) < FEWEST_DIFFERENT:
        return [Problem(field, "TOO_SIMPLE", f"Use at least {FEWEST_DIFFERENT} different characters.")]
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_threads, _guessed, field, password, frozenset(_words(about)))


def _guessed(field: str, password: str, personal: frozenset[str]) -> list[Problem]:
    known = [*sorted(personal), *PRODUCT, *PASSWORD_WORDS]
    estimate = zxcvbn(password[:LOOKED_AT].casefold(), user_inputs=known)
    if estimate["guesses"] >= FEWEST_GUESSES:
        return []
    matches = estimate["sequence"]
    found = {one.get("matched_word", "") for one in matches if one.get("dictionary_name") == "user_inputs"}
    if found & personal:
        return [Problem(field, "PERSONAL_PASSWORD", "Others know your name and address: choose other words.")]
    if found & set(PRODUCT):
        return [Problem(field, "PRODUCT_PASSWORD", "The name of this system is guessed first: choose other words.")]
    text = "This is among the first that are guessed: choose a few words that do not belong together."
    return [Problem(field, "COMMON_PASSWORD", text)]


def _words(about: Iterable[str]) -> Iterable[str]:
    """The texts as they are, without spaces, and their words."""
    for text in about:
        folded = text.casefold()
        words = _WORD.findall(folded)
        candidates = (folded, folded.replace(" ", ""), "".join(words), folded.partition("@")[0], *words)
        yield from (one for one in candidates if len(one) >= SHORTEST_WORD)


def is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
