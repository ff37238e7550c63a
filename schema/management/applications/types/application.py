"""An application, as the viewer may see it."""

from datetime import datetime
from typing import Annotated, Any, Optional

import strawberry

from cms.applications.case import Case, sees_all, sees_answers, sees_scores, steps_for
from cms.applications.form_version import form_of
from cms.applications.name import form_key, name_of
from cms.applications.queries.applications import country_of, shown_reviews, standing_of
from cms.applications.reading import CONTACT, Reader
from cms.content.rules.country import country_name
from cms.content.rules.date_label import date_range_label
from cms.content.rules.deadlines import deadlines_of, find_deadline
from cms.kernel.errors import NotFound
from schema.management.accounts.types.people import Person, person
from schema.management.applications.types.answers import ApplicationSection, section
from schema.management.applications.types.calls import ApplicationCutoff, CallToReview, call_to_review, cutoff
from schema.management.applications.types.enums import ApplicationStatus, ApplicationStep, ReviewState
from schema.management.applications.types.scores import Review, Standing, review, review_state, standing
from schema.management.context import ManagementInfo
from schema.management.scalars import Locale
from storage.documents import ApplicationReview, HostApplication


@strawberry.type(description="Whether an application was found complete, so that it may be reviewed.")
class Admissibility:
    ok: bool = strawberry.field(description="Whether it is admissible.")
    note: str = strawberry.field(description="For the office alone: why not.")
    by: Optional[Person] = strawberry.field(description="Who said so.")
    at: datetime = strawberry.field(description="When that was said.")


@strawberry.type(description="A step of an application from one status to the next.")
class ApplicationChange:
    at: datetime = strawberry.field(description="When it was taken.")
    status: ApplicationStatus = strawberry.field(description="The one that it led to.")
    by: Optional[Person] = strawberry.field(description="Null: the applicant.")
    message: Optional[str] = strawberry.field(description="What the applicant was told, in his or her language.")


@strawberry.type(description="Somebody who reviews an application, or was recused.")
class AssignedReviewer:
    person: Person = strawberry.field(description="Who that is.")
    state: ReviewState = strawberry.field(description="How far the review is.")
    conflict_note: Optional[str] = strawberry.field(description="For managers: which conflict of interest there is.")


@strawberry.type(description="Whoever applied, for those who see all applications to the call.")
class ApplicantContact:
    email: str = strawberry.field(description="The address that the applicant is let in by.")
    name: Optional[str] = strawberry.field(
        description="What was answered to the question `contact_name`; null without."
    )


@strawberry.type(description="How many reviews of an application are in; those recused do not count.")
class Progress:
    assigned: int = strawberry.field(description="People who review it.")
    done: int = strawberry.field(description="Reviews that are handed in.")


@strawberry.type(description="An application to a call for hosts, as it was submitted last.")
class Application:
    stored: strawberry.Private[HostApplication]
    id: strawberry.ID = strawberry.field(description="As mutations about it take it.")
    reference: str = strawberry.field(description="Given when it was submitted first; people name it by this.")
    status: ApplicationStatus = strawberry.field(description="Where it stands.")
    site: str = strawberry.field(description="Where it was sent from; the site of the call says who has a say.")
    locale: str = strawberry.field(description="That the applicant writes in.")
    submitted_at: Optional[datetime] = strawberry.field(description="The last time.")
    decided_at: Optional[datetime] = strawberry.field(
        description="Of acceptance, rejection or withdrawal; null before."
    )
    returns: int = strawberry.field(description="How often it was given back to be completed.")
    return_deadline: Optional[datetime] = strawberry.field(
        description="Until when it may be submitted again since it was given back; null where it never was."
    )
    organisation: str = strawberry.field(
        description="What was answered to the question `organisation`; empty where there is no such answer."
    )
    city: str = strawberry.field(
        description="What was answered to the question `city`; empty where there is no such answer."
    )
    region: str = strawberry.field(
        description="What was answered to the question `region`; empty where there is no such answer."
    )
    theme: str = strawberry.field(
        description="What was answered to the question `theme`; empty where there is no such answer."
    )
    country: str = strawberry.field(description="Two letters; empty where none was given.")
    edition: Optional[strawberry.ID] = strawberry.field(description="The draft edition that came of it.")
    is_erased: bool = strawberry.field(description="What was personal in it is gone.")

    @strawberry.field(
        description="By what it is told from others, whatever its form asks: its first answer, contact data left out, "
        "else its reference; empty once it is erased."
    )
    async def name(self, info: ManagementInfo) -> str:
        form = await info.context.forms.load(form_key(self.stored))
        return name_of(self.stored, form, without=frozenset([CONTACT]))

    @strawberry.field(description="The call that it answers.")
    async def call(self, info: ManagementInfo) -> CallToReview:
        case = await case_of(info, self.stored)
        return call_to_review(case.call, case.data)

    @strawberry.field(description="Empty where no country was given.")
    def country_name(
        self, locale: Annotated[Locale, strawberry.argument(description="In which the name is written.")]
    ) -> str:
        return country_name(self.country, locale) if self.country else ""

    @strawberry.field(description="The one that it was submitted for; null where the call has it no more.")
    async def cutoff(self, info: ManagementInfo) -> Optional[ApplicationCutoff]:
        case = await case_of(info, self.stored)
        found = find_deadline(deadlines_of(case.data, info.context.services.clock()), self.stored.cutoff)
        return cutoff(found) if found else None

    @strawberry.field(
        description="The dates that the applicant prefers, as `dates` of `acceptApplication` counts them."
    )
    def preferred_dates(
        self, locale: Annotated[Locale, strawberry.argument(description="In which the dates are written.")]
    ) -> list[str]:
        found = self._answers().get("preferred_dates") or []
        return [date_range_label(one["start"], one["end"], locale) for one in found]

    @strawberry.field(description="Whether it was found complete; null before, and for reviewers.")
    async def admissibility(self, info: ManagementInfo) -> Optional[Admissibility]:
        found = self.stored.admissibility
        if found is None or not sees_all(info.context.actor, (await case_of(info, self.stored)).call):
            return None
        return Admissibility(ok=found["ok"], note=found["note"], by=person(found["by"]), at=found["at"])

    @strawberry.field(description="The oldest first.")
    async def history(self, info: ManagementInfo) -> list[ApplicationChange]:
        everything = sees_all(info.context.actor, (await case_of(info, self.stored)).call)
        return [
            ApplicationChange(
                at=one.at,
                status=ApplicationStatus(one.status),
                by=None if one.by == "applicant" else person(one.by),
                message=next(iter(one.message.values()), None) if everything else None,
            )
            for one in self.stored.history
            if everything or one.status != "draft"
        ]

    @strawberry.field(description="Null for reviewers.")
    async def contact(self, info: ManagementInfo) -> Optional[ApplicantContact]:
        if not sees_all(info.context.actor, (await case_of(info, self.stored)).call):
            return None
        return ApplicantContact(email=self.stored.email, name=self._answers().get("contact_name"))

    @strawberry.field(description="What the viewer may do next.")
    async def steps(self, info: ManagementInfo) -> list[ApplicationStep]:
        case, own = await case_of(info, self.stored), self._own(info, await self._reviews(info))
        return [ApplicationStep(name) for name in steps_for(info.context.actor, case, own)]

    @strawberry.field(
        description="Who reviews it or was recused; for a reviewer himself alone, until his own review is in."
    )
    async def reviewers(self, info: ManagementInfo) -> list[AssignedReviewer]:
        case, found = await case_of(info, self.stored), await self._reviews(info)
        own = self._own(info, found)
        everybody = sees_all(info.context.actor, case.call)
        shown = found if everybody or sees_scores(info.context.actor, case, own) else [own] if own else []
        return [
            AssignedReviewer(
                person=Person(id=strawberry.ID(one.reviewer)),
                state=review_state(one),
                conflict_note=one.conflict_note if everybody else None,
            )
            for one in shown
        ]

    @strawberry.field(description="How many reviews are in.")
    async def progress(self, info: ManagementInfo) -> Progress:
        found = [one for one in await self._reviews(info) if one.conflict is not True]
        return Progress(assigned=len(found), done=sum(one.submitted_at is not None for one in found))

    @strawberry.field(description="The viewer's own; null where he or she does not review it.")
    async def own_review(self, info: ManagementInfo) -> Optional[Review]:
        case, own = await case_of(info, self.stored), self._own(info, await self._reviews(info))
        return review(own, case.criteria, info.context.actor.id) if own else None

    @strawberry.field(description="The own one, and those of others once the own one is in.")
    async def reviews(self, info: ManagementInfo) -> list[Review]:
        case = await case_of(info, self.stored)
        shown = shown_reviews(info.context.actor, case, await self._reviews(info))
        return [review(one, case.criteria, info.context.actor.id) for one in shown]

    @strawberry.field(description="Null for a reviewer whose own review is not in.")
    async def standing(self, info: ManagementInfo) -> Optional[Standing]:
        case, found = await case_of(info, self.stored), await self._reviews(info)
        if not sees_scores(info.context.actor, case, self._own(info, found)):
            return None
        return standing(standing_of(case, found))

    @strawberry.field(
        description="All answers, by the version of the form that was answered. Null for a reviewer who has not said "
        "yet that there is no conflict of interest; contact data are left out for reviewers."
    )
    async def sections(
        self,
        info: ManagementInfo,
        locale: Annotated[
            Locale, strawberry.argument(description="Of titles and labels; answers stay in the applicant's language.")
        ],
    ) -> Optional[list[ApplicationSection]]:
        case, snapshot = await case_of(info, self.stored), self.stored.snapshot
        own = self._own(info, await self._reviews(info))
        if snapshot is None or not sees_answers(info.context.actor, case, own):
            return None
        without = frozenset[str]() if sees_all(info.context.actor, case.call) else frozenset({CONTACT})
        reader = Reader(
            await form_of(info.context.services, self.stored), case.data, locale, info.context.services.clock(), without
        )
        return [
            section(one, self.stored.id) for one in reader.sections(snapshot.answers, snapshot.files) if one.answers
        ]

    def _answers(self) -> dict[str, Any]:
        return self.stored.snapshot.answers if self.stored.snapshot else {}

    async def _reviews(self, info: ManagementInfo) -> list[ApplicationReview]:
        return await info.context.application_reviews.load(self.stored.id)

    def _own(self, info: ManagementInfo, found: list[ApplicationReview]) -> ApplicationReview | None:
        return next((one for one in found if one.reviewer == info.context.actor.id), None)


async def case_of(info: ManagementInfo, stored: HostApplication) -> Case:
    """Of an application that the viewer sees."""
    found = await info.context.calls.load(stored.call)
    if found is None:
        raise NotFound(f"There is no application {stored.id}.")
    return Case(stored, *found)


def application(stored: HostApplication) -> Application:
    answers = stored.snapshot.answers if stored.snapshot else {}
    texts = {name: _text(answers.get(name)) for name in ("organisation", "city", "region", "theme")}
    return Application(
        stored=stored,
        id=strawberry.ID(stored.id),
        reference=stored.reference or "",
        status=ApplicationStatus(stored.status),
        site=stored.site,
        locale=stored.locale,
        submitted_at=stored.submitted_at,
        decided_at=stored.decided_at,
        returns=stored.returns,
        return_deadline=stored.return_deadline,
        country=country_of(stored),
        edition=strawberry.ID(stored.edition) if stored.edition else None,
        is_erased=stored.erased_at is not None,
        **texts,
    )


def listed_application(document: dict[str, Any]) -> Application:
    return application(HostApplication.model_validate(document))


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
