"""Calls, as those see them who work on the applications to them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Optional

import strawberry

from cms.applications.queries.applications import CallOverview, ReviewerLoad
from cms.applications.scoring import criteria_of
from cms.applications.titles import call_title
from cms.content.rules.deadlines import Deadline, deadlines_of
from schema.management.accounts.types.people import Person
from schema.management.applications.types.enums import ApplicationStatus
from schema.management.applications.types.scores import Criterion, criterion
from schema.management.context import ManagementInfo
from schema.management.scalars import Locale
from storage.documents import Item


@strawberry.type
class ApplicationCutoff:
    found: strawberry.Private[Deadline]
    id: strawberry.ID
    at: datetime
    tentative: bool
    passed: bool

    @strawberry.field(description='"31 May 2024, 18:00 CEST"')
    def label(self, locale: Locale) -> str:
        return self.found.label(locale)


@strawberry.type
class ApplicationCount:
    cutoff: Optional[strawberry.ID] = strawberry.field(description="Null where none was chosen yet.")
    status: ApplicationStatus
    number: int


@strawberry.type
class CallToReview:
    item: strawberry.Private[Item]
    data: strawberry.Private[Mapping[str, Any]]
    id: strawberry.ID
    site: str
    time_zone: str

    @strawberry.field
    def title(self, locale: Locale) -> str:
        return call_title({"data": self.data}, locale)

    @strawberry.field
    def criteria(self) -> list[Criterion]:
        return [criterion(one) for one in criteria_of(self.data)]

    @strawberry.field(description="The earliest first; of a call with one closing time this one.")
    def cutoffs(self, info: ManagementInfo) -> list[ApplicationCutoff]:
        return [cutoff(one) for one in deadlines_of(self.data, info.context.services.clock())]


@strawberry.type(description="A call with how many applications stand where.")
class CallWithApplications:
    call: CallToReview
    counts: list[ApplicationCount] = strawberry.field(description="Drafts are counted, and nothing else told of them.")


@strawberry.type(description="Somebody who may review applications to a call.")
class CallReviewer:
    person: Person
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
