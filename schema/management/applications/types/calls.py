"""Calls, as those see them who work on the applications to them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Optional

import strawberry

from cms.applications.queries.applications import CallOverview, ReviewerLoad
from cms.applications.scoring import criteria_of
from cms.applications.titles import call_title
from cms.content.rules.deadlines import Deadline, deadlines_of
from schema.management.accounts.types.people import Person
from schema.management.applications.types.enums import ApplicationStatus
from schema.management.applications.types.scores import Criterion, criterion
from schema.management.context import ManagementInfo
from schema.management.ids import ID_OF
from schema.management.scalars import Locale
from storage.documents import Item


@strawberry.type(description="A deadline of a call, for which applications are submitted.")
class ApplicationCutoff:
    found: strawberry.Private[Deadline]
    id: strawberry.ID = strawberry.field(description="As filters take it; `closes` for the one closing time.")
    at: datetime = strawberry.field(description="The moment itself.")
    tentative: bool = strawberry.field(description="Whether the call says that it may still move.")
    passed: bool = strawberry.field(description="Whether it is over.")

    @strawberry.field(description='"31 May 2024, 18:00 CEST"')
    def label(self, locale: Annotated[Locale, strawberry.argument(description="In which it is written.")]) -> str:
        return self.found.label(locale)


@strawberry.type(description="How many applications of one cut-off stand at one status.")
class ApplicationCount:
    cutoff: Optional[strawberry.ID] = strawberry.field(description="Null where none was chosen yet.")
    status: ApplicationStatus = strawberry.field(description="Where they stand.")
    number: int = strawberry.field(description="Applications; what would be 0 is left out.")


@strawberry.type(description="A call for hosts, as those see it who work on its applications.")
class CallToReview:
    item: strawberry.Private[Item]
    data: strawberry.Private[Mapping[str, Any]]
    id: strawberry.ID = strawberry.field(description=ID_OF["item"])
    site: str = strawberry.field(
        description="Key of the site that owns it; rights to its applications are given there."
    )
    time_zone: str = strawberry.field(description="Name of the zone of its deadlines, such as Europe/Prague.")

    @strawberry.field(description="In this language, or else in another.")
    def title(self, locale: Annotated[Locale, strawberry.argument(description="In which it is wanted.")]) -> str:
        return call_title({"data": self.data}, locale)

    @strawberry.field(description="What reviewers score by, in the order of the call.")
    def criteria(self) -> list[Criterion]:
        return [criterion(one) for one in criteria_of(self.data)]

    @strawberry.field(description="The earliest first; of a call with one closing time this one.")
    def cutoffs(self, info: ManagementInfo) -> list[ApplicationCutoff]:
        return [cutoff(one) for one in deadlines_of(self.data, info.context.services.clock())]


@strawberry.type(description="A call with how many applications stand where.")
class CallWithApplications:
    call: CallToReview = strawberry.field(description="The call that they answer.")
    counts: list[ApplicationCount] = strawberry.field(description="Drafts are counted, and nothing else told of them.")


@strawberry.type(description="Somebody who may review applications to a call.")
class CallReviewer:
    person: Person = strawberry.field(description="Who that is.")
    assigned: int = strawberry.field(
        description="Applications to the call, without those that he or she was recused from."
    )
    done: int = strawberry.field(description="Reviews that are in.")


def cutoff(found: Deadline) -> ApplicationCutoff:
    return ApplicationCutoff(
        found=found, id=strawberry.ID(found.id), at=found.at, tentative=found.tentative, passed=found.passed
    )


def call_to_review(item: Item, data: Mapping[str, Any]) -> CallToReview:
    return CallToReview(
        item=item, data=data, id=strawberry.ID(item.id), site=item.site, time_zone=data.get("time_zone", "UTC")
    )


def overview(found: CallOverview) -> CallWithApplications:
    counts = [
        ApplicationCount(cutoff=strawberry.ID(id) if id else None, status=ApplicationStatus(status), number=number)
        for (id, status), number in sorted(found.counts.items(), key=lambda one: (one[0][0] or "", one[0][1]))
    ]
    return CallWithApplications(call=call_to_review(found.call, found.data), counts=counts)


def call_reviewer(found: ReviewerLoad) -> CallReviewer:
    return CallReviewer(person=Person(id=strawberry.ID(found.account.id)), assigned=found.assigned, done=found.done)
