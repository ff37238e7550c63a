"""How many clones of each kind make N items."""

from dataclasses import dataclass

EDITIONS_PER_SERIES = 20
CAST = 60
"""Documents of one programme: twenty speakers, their presentations, and the files of these."""


@dataclass(frozen=True, slots=True)
class Mix:
    """`casts`: programmes with people and presentations of their own."""

    series: int
    editions: int
    casts: int
    organisations: int
    news: int

    @property
    def total(self) -> int:
        return self.series + self.editions + self.casts * CAST + self.organisations + self.news


def mix_of(items: int) -> Mix:
    """About two thirds news and a quarter people and presentations; from a thousand items on in the same shares."""
    editions = max(1, items * 8 // 100)
    series = -(-editions // EDITIONS_PER_SERIES)
    casts = items * 24 // 100 // CAST
    organisations = items * 4 // 100
    return Mix(series, editions, casts, organisations, items - series - editions - casts * CAST - organisations)
