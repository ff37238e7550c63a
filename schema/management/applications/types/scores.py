"""Reviews, what they come to, and the ranking."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Optional

import strawberry

from cms.applications import ranking as ranked
from cms.applications.scoring import Criterion as FoundCriterion
from cms.applications.scoring import points
from cms.content.localization import pick
from schema.management.accounts.types.people import Person
from schema.management.applications.types.enums import ReviewState
from schema.management.scalars import Locale
from storage.documents import ApplicationReview

if TYPE_CHECKING:
    from schema.management.applications.types.application import Application


@strawberry.type(description="What reviewers score by, as the call has it.")
class Criterion:
    found: strawberry.Private[FoundCriterion]
    key: str = strawberry.field(description="The same in all languages.")
    weight: int = strawberry.field(description="All weights of a call add up to 100.")
    max: int = strawberry.field(description="The highest score; the lowest is 0.")

    @strawberry.field(description="In this language, or else in another; its key where nothing is written.")
    def label(self, locale: Annotated[Locale, strawberry.argument(description="In which it is wanted.")]) -> str:
        text, _locale = pick(self.found.label, (locale, "en", *sorted(self.found.label)))
        return text or self.key


@strawberry.type(description="A score by one criterion, or the mean of several.")
class Score:
    criterion: str = strawberry.field(description="Its `Criterion.key`.")
    value: float = strawberry.field(description="From 0 to `Criterion.max`; among `Standing.means` it is a mean.")


@strawberry.type(description="What one reviewer says.")
class Review:
    id: strawberry.ID = strawberry.field(description="Of the review, not of the application.")
    reviewer: Person = strawberry.field(description="Who wrote it.")
    state: ReviewState = strawberry.field(description="How far it is.")
    scores: list[Score] = strawberry.field(description="One per criterion that was scored.")
    points: float = strawberry.field(description="Of 100, what is not scored counting as 0.")
    comment: str = strawberry.field(description="Read by managers and, once theirs are in, by the other reviewers.")
    private_note: Optional[str] = strawberry.field(description="One's own; null in reviews of others.")
    submitted_at: Optional[datetime] = strawberry.field(description="Since when it counts.")
    modified_at: datetime = strawberry.field(description="Of the last change, a declared conflict included.")


@strawberry.type(description="What the reviews that are in come to.")
class Standing:
    reviews: int = strawberry.field(description="How many count: handed in, by people without a conflict of interest.")
    mean: Optional[float] = strawberry.field(description="Of 100; null without any review.")
    means: list[Score] = strawberry.field(description="By criterion.")
    spread: Optional[float] = strawberry.field(
        description="Between the highest and the lowest reviewer, from 0 to 5; null with fewer than "
        f"{ranked.FEWEST_SCORES} reviews."
    )
    is_disputed: bool = strawberry.field(description=f"The spread is above {ranked.LARGEST_SPREAD}.")
    passes: bool = strawberry.field(
        description=f"At least {ranked.FEWEST_SCORES} reviews and {ranked.THRESHOLD} points, no criterion below "
        f"{ranked.LOWEST_CRITERION}."
    )
    weak: list[str] = strawberry.field(description="Criteria that are below.")
    place: Optional[int] = strawberry.field(description="In the ranking; null elsewhere, and with too few reviews.")
    ahead_from_country: int = strawberry.field(description="Applications of the same country with a better place.")


@strawberry.type(description="An application with its place.")
class RankedApplication:
    application: Annotated["Application", strawberry.lazy("schema.management.applications.types.application")] = (
        strawberry.field(description="The application itself.")
    )
    standing: Standing = strawberry.field(description="What its reviews come to, as far as the viewer may know.")


@strawberry.type(description="How often a country is there.")
class CountryBalance:
    country: str = strawberry.field(description="Two letters, of the applications that name one.")
    applications: int = strawberry.field(description="Of the ranking, from this country.")
    chosen: int = strawberry.field(description="Shortlisted or accepted.")
    editions: int = strawberry.field(description="Of the series until now.")


@strawberry.type(description="The applications to a call in the order of their points.")
class Ranking:
    criteria: list[Criterion] = strawberry.field(description="What they were scored by.")
    applications: list[RankedApplication] = strawberry.field(
        description="The best first; those with too few reviews last."
    )
    balance: list[CountryBalance] = strawberry.field(description="How the countries share them.")


def criterion(found: FoundCriterion) -> Criterion:
    return Criterion(found=found, key=found.key, weight=found.weight, max=found.max)


def review(stored: ApplicationReview, criteria: list[FoundCriterion], viewer: str) -> Review:
    return Review(
        id=strawberry.ID(stored.id),
        reviewer=Person(id=strawberry.ID(stored.reviewer)),
        state=review_state(stored),
        scores=[Score(criterion=key, value=value) for key, value in stored.scores.items()],
        points=round(points(criteria, stored.scores), 2),
        comment=stored.comment,
        private_note=stored.private_note if stored.reviewer == viewer else None,
        submitted_at=stored.submitted_at,
        modified_at=stored.modified_at,
    )


def review_state(stored: ApplicationReview) -> ReviewState:
    if stored.conflict is None:
        return ReviewState.UNDECLARED
    if stored.conflict:
        return ReviewState.RECUSED
    return ReviewState.DONE if stored.submitted_at else ReviewState.OPEN


def standing(found: ranked.Standing) -> Standing:
    return Standing(
        reviews=found.reviews,
        mean=found.mean,
        means=[Score(criterion=key, value=value) for key, value in found.means.items()],
        spread=found.spread,
        is_disputed=found.is_disputed,
        passes=found.passes,
        weak=list(found.weak),
        place=found.place,
        ahead_from_country=found.ahead,
    )
