"""Which number an edition has within its series: "the 9th edition".

Editions are counted by their first day. A number set by hand is that edition's number whether or not its date is known
or confirmed, no other edition is given it, and the count goes on from it: an edition held after number 22 is 23 even
where two earlier ones are not recorded. So an undated edition that was set to 20 takes its number out of the count
(Heilbronn), and the one counted after the 19th is the 21st (Vaasa). A cancelled edition has no number at all.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ranked:
    """What the number of an edition depends on. `confirmed`: its date is no longer tentative."""

    id: str
    start: str | None
    confirmed: bool = True
    cancelled: bool = False
    override: int | None = None


def edition_numbers(editions: Iterable[Ranked]) -> dict[str, int]:
    """{id: number} of one series' editions, those without a number left out. Same first day: by id."""
    alive = [edition for edition in editions if not edition.cancelled]
    by_hand = {edition.id: edition.override for edition in alive if edition.override is not None}
    taken = set(by_hand.values())
    numbers = dict(by_hand)
    last = 0
    for edition in sorted(filter(_is_dated, alive), key=lambda edition: (edition.start, edition.id)):
        if edition.id not in by_hand:
            numbers[edition.id] = _next_free(last, taken)
        last = max(last, numbers[edition.id])
    return numbers


def _is_dated(edition: Ranked) -> bool:
    """Has its place in the count: an unconfirmed date gives none."""
    return bool(edition.start) and edition.confirmed


def _next_free(last: int, taken: set[int]) -> int:
    number = last + 1
    while number in taken:
        number += 1
    return number
