"""The order of applications by their scores, and what a decision should look at besides."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from statistics import fmean

from cms.applications.scoring import SCALE, Criterion, on_scale, points

FEWEST_SCORES = 2
"""Reviews without which nothing is decided."""
THRESHOLD = 60
"""Points below which an application does not pass."""
LOWEST_CRITERION = 2
"""On the scale of 0 to 5: the mean of no criterion may lie below."""
LARGEST_SPREAD = 1.5
"""On the scale of 0 to 5: where the reviewers' results lie further apart, they should talk."""


@dataclass(frozen=True, slots=True)
class Scored:
    """An application with the scores of each reviewer whose review counts: {criterion: score}."""

    id: str
    country: str
    status: str
    scores: Sequence[Mapping[str, int]] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one application stands. `mean`: in points of 100; `means`: {criterion: mean score}; `spread`: between the
    highest and the lowest reviewer, each one's points on the scale of 0 to 5; `place`: None with fewer than two
    reviews; `weak`: criteria whose mean is too low; `ahead`: applications of the same country with a better place."""

    id: str
    country: str
    status: str
    reviews: int
    mean: float | None = None
    means: Mapping[str, float] = field(default_factory=dict)
    spread: float | None = None
    weak: Sequence[str] = ()
    place: int | None = None
    ahead: int = 0

    @property
    def is_disputed(self) -> bool:
        return self.spread is not None and self.spread > LARGEST_SPREAD

    @property
    def passes(self) -> bool:
        """Enough reviews, the threshold reached, no criterion too weak."""
        return self.reviews >= FEWEST_SCORES and (self.mean or 0) >= THRESHOLD and not self.weak


@dataclass(frozen=True, slots=True)
class CountryBalance:
    """How often one country is there: among the applications, among those chosen, and in earlier editions."""

    country: str
    applications: int
    chosen: int
    editions: int


def standing(criteria: Sequence[Criterion], one: Scored) -> Standing:
    """Of one application by itself, without its place."""
    if not one.scores:
        return Standing(one.id, one.country, one.status, 0)
    results = [points(criteria, scores) for scores in one.scores]
    means = {each.key: fmean(scores.get(each.key, 0) for scores in one.scores) for each in criteria}
    return Standing(
        one.id,
        one.country,
        one.status,
        len(results),
        mean=round(fmean(results), 4),
        means=means,
        spread=round((max(results) - min(results)) * SCALE / 100, 4) if len(results) >= FEWEST_SCORES else None,
        weak=[each.key for each in criteria if round(on_scale(each, means[each.key]), 4) < LOWEST_CRITERION],
    )


def rank(criteria: Sequence[Criterion], applications: Iterable[Scored]) -> list[Standing]:
    """The best first; equal points share a place. Those without enough reviews come last, in the order given."""
    found = [standing(criteria, one) for one in applications]
    ready = sorted((one for one in found if one.reviews >= FEWEST_SCORES), key=lambda one: -(one.mean or 0))
    waiting = [one for one in found if one.reviews < FEWEST_SCORES]
    return [*(_placed(one, ready) for one in ready), *waiting]


def balance(standings: Sequence[Standing], editions: Mapping[str, int]) -> list[CountryBalance]:
    """`editions`: {country: editions of the series there until now}. The countries applied from, the most frequent
    first."""
    applied = Counter(one.country for one in standings if one.country)
    chosen = Counter(one.country for one in standings if one.status in ("shortlisted", "accepted"))
    rows = [CountryBalance(name, count, chosen[name], editions.get(name, 0)) for name, count in applied.items()]
    return sorted(rows, key=lambda row: (-row.applications, row.country))


def _placed(one: Standing, ordered: Sequence[Standing]) -> Standing:
    better = list(takewhile(lambda other: (other.mean or 0) > (one.mean or 0), ordered))
    ahead = sum(other.country == one.country for other in better) if one.country else 0
    return replace(one, place=len(better) + 1, ahead=ahead)
