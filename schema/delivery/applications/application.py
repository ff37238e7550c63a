"""An application, as its applicant sees it."""

from datetime import datetime
from enum import Enum
from typing import Any, Optional

import strawberry
from strawberry.types.info import Info

from cms.applications import states
from cms.applications.applicant import ApplicantActor
from cms.applications.calls import live_call
from cms.applications.file_address import file_address, receipt_address
from cms.applications.form_version import form_of
from cms.applications.missing import problems_at_submit
from cms.applications.states import change_label, may, state_label
from cms.content.localization import pick
from cms.content.questions.question import text_of
from cms.content.rules.application_status import DRAFT
from cms.content.rules.deadlines import deadlines_of, find_deadline
from cms.content.rules.labels import APPLICATION_STATUS
from cms.content_types.edition import Edition
from cms.kernel.errors import Problem
from cms.kernel.services import Services
from schema.delivery.applications.answer import ApplicationProblem, problems_of
from schema.delivery.context import DeliveryContext
from schema.delivery.projection.delivered import projections
from schema.delivery.projection.enums import enum_of_options
from schema.delivery.projection.pinned_forms import FORM, form_entry
from schema.delivery.projection.selection import selection_of
from schema.delivery.reading import read_site
from schema.delivery.scalars import Json, Locale
from schema.delivery.types.names import AForm
from storage.documents import ApplicationFile as StoredFile
from storage.documents import HostApplication, StatusChange


class ApplicationStatus(Enum):
    DRAFT = states.DRAFT
    SUBMITTED = states.SUBMITTED
    UNDER_REVIEW = states.UNDER_REVIEW
    SHORTLISTED = states.SHORTLISTED
    ACCEPTED = states.ACCEPTED
    REJECTED = states.REJECTED
    WITHDRAWN = states.WITHDRAWN


enum_of_options(ApplicationStatus, APPLICATION_STATUS)


@strawberry.type(description="The cut-off that is applied for.")
class ChosenCutoff:
    key: str = strawberry.field(description="As the call's `cutoffs` have it.")
    at: datetime = strawberry.field(description="The moment.")
    label: str = strawberry.field(description="Date, time and zone in words, in the language of the application.")
    passed: bool = strawberry.field(description="Whether the moment is over.")


@strawberry.type(description="A file that answers a question.")
class ApplicationFile:
    id: strawberry.ID = strawberry.field(description="What `removeApplicationFile` takes.")
    question: str = strawberry.field(description="The key of the question that it answers.")
    filename: str = strawberry.field(description="The name that it was uploaded under.")
    mime: str = strawberry.field(description="By content, never by name.")
    bytes: int = strawberry.field(description="The size.")
    sha256: str = strawberry.field(description="Of the bytes, hexadecimal.")
    url: str = strawberry.field(description="A path of the CMS, good for half an hour; anybody who has it can read it.")


@strawberry.type(description="One step of an application.")
class StatusStep:
    at: datetime = strawberry.field(description="When it was taken.")
    status: ApplicationStatus = strawberry.field(description="Where the application stood from then on.")
    status_label: str = strawberry.field(description="The step in words, in the language of the application.")
    message: Optional[str] = strawberry.field(description="What the applicant was told.")


@strawberry.type(description="The edition that the application became, once it is public on the site.")
class HostedEdition:
    title: str = strawberry.field(description="In the language of the application, where it has one in it.")
    url: str = strawberry.field(description="The path on the site, without a language in front.")


@strawberry.type(description="An application of the person who asks.")
class Application:
    id: strawberry.ID = strawberry.field(description="The application's own, which the mutations take.")
    reference: Optional[str] = strawberry.field(description="Such as CMR-2025-0007; from the first submission on.")
    site: str = strawberry.field(description="Key of the site whose call it answers.")
    locale: Locale = strawberry.field(description="The language that the applicant reads and is written to in.")
    status: ApplicationStatus = strawberry.field(description="Where it stands.")
    revision: int = strawberry.field(description="To be sent with every change.")
    form_version: int = strawberry.field(
        description="The version of the form that it answers; it stays when the form changes."
    )
    answers: Json = strawberry.field(description="{question key: answer}.")
    created_at: datetime = strawberry.field(description="When it was begun.")
    modified_at: datetime = strawberry.field(description="When it was changed last.")
    submitted_at: Optional[datetime] = strawberry.field(description="Null before it was submitted.")
    return_deadline: Optional[datetime] = strawberry.field(
        description="Until when it is to be completed, where it was sent back for that."
    )
    hash: Optional[str] = strawberry.field(description="The fingerprint of what was submitted last, as in the receipt.")
    stored: strawberry.Private[HostApplication]
    services: strawberry.Private[Services]
    applicant: strawberry.Private[ApplicantActor]

    @strawberry.field(description="`status` in words, in the language of the application.")
    def status_label(self) -> str:
        return state_label(self.stored, self.stored.locale)

    @strawberry.field(description="The questions that stop it from being submitted, in the order of the form.")
    async def missing(self) -> list[str]:
        found = [one.field.partition(".")[0] for one in await self._problems()]
        return list(dict.fromkeys(found))

    @strawberry.field(description="The same with what is wrong.")
    async def problems(self) -> list[ApplicationProblem]:
        return problems_of(await self._problems())

    @strawberry.field(description="Whether answers and files may be changed.")
    def can_edit(self) -> bool:
        return self.stored.status == DRAFT

    @strawberry.field(description="Whether `withdrawApplication` is possible now.")
    def can_withdraw(self) -> bool:
        return may("withdraw", self.stored)

    @strawberry.field(description="Null while none is chosen, or where the call is gone.")
    async def cutoff(self) -> Optional[ChosenCutoff]:
        call = await live_call(self.services, self.stored.call)
        deadlines = deadlines_of(call["data"], self.services.clock()) if call else []
        found = find_deadline(deadlines, self.stored.cutoff)
        if found is None:
            return None
        return ChosenCutoff(key=found.id, at=found.at, label=found.label(self.stored.locale), passed=found.passed)

    @strawberry.field(description="In the order in which they were uploaded.")
    def files(self) -> list[ApplicationFile]:
        return [_file(self.services, self.applicant, self.stored, one) for one in self.stored.files]

    @strawberry.field(
        description="The receipt of the last submission as PDF: a path of the CMS, good for half an hour."
    )
    def receipt_url(self) -> Optional[str]:
        return receipt_address(self.services, self.applicant, self.stored)

    @strawberry.field(description="Every step so far.")
    def history(self) -> list[StatusStep]:
        return [_step(one, self.stored.locale) for one in self.stored.history]

    @strawberry.field(description="The form in the version that this application answers.")
    async def form(self, info: Info[DeliveryContext, Any]) -> Optional[AForm]:
        pinned = await self.services.repository.pinned_forms.get(self.stored.form, self.stored.form_version)
        if pinned is None:
            return None
        reading = await read_site(info.context, self.stored.site, self.stored.locale)
        told = {"form": pinned.form, "version": pinned.version, "data": pinned.data}
        entry, selection = form_entry(reading, told), selection_of(info)
        if entry is None:
            return None
        await reading.prepare([(entry, selection)])
        return projections[FORM].plan(selection).build(entry)

    @strawberry.field(description="Null until it is accepted and the edition is public.")
    async def edition(self) -> Optional[HostedEdition]:
        return await _edition(self.services, self.stored) if self.stored.edition else None

    async def _problems(self) -> list[Problem]:
        """None of an application that is submitted, or whose call is gone."""
        call = await live_call(self.services, self.stored.call)
        if self.stored.status != DRAFT or call is None:
            return []
        form = await form_of(self.services, self.stored)
        now, until = self.services.clock(), self.stored.return_deadline
        answers, files, locale = self.stored.answers, self.stored.files, self.stored.locale
        return problems_at_submit(form, answers, files, call["data"], now, locale, returned_until=until)


def shown(services: Services, applicant: ApplicantActor, stored: HostApplication) -> Application:
    """`stored` is the applicant's own."""
    assert stored.applicant == applicant.id
    return Application(
        id=strawberry.ID(stored.id),
        reference=stored.reference,
        site=stored.site,
        locale=Locale(stored.locale),
        status=ApplicationStatus(stored.status),
        revision=stored.revision,
        form_version=stored.form_version,
        answers=Json(stored.answers),
        created_at=stored.created_at,
        modified_at=stored.modified_at,
        submitted_at=stored.submitted_at,
        return_deadline=stored.return_deadline,
        hash=stored.snapshot.hash if stored.snapshot else None,
        stored=stored,
        services=services,
        applicant=applicant,
    )


def _file(
    services: Services, applicant: ApplicantActor, application: HostApplication, file: StoredFile
) -> ApplicationFile:
    return ApplicationFile(
        id=strawberry.ID(file.id),
        question=file.question,
        filename=file.filename,
        mime=file.mime,
        bytes=file.bytes,
        sha256=file.sha256,
        url=file_address(services, applicant, application, file),
    )


def _step(one: StatusChange, locale: str) -> StatusStep:
    message = text_of(one.message, locale) or None
    status = ApplicationStatus(one.status)
    return StatusStep(at=one.at, status=status, status_label=change_label(one, locale), message=message)


async def _edition(services: Services, application: HostApplication) -> HostedEdition | None:
    """Only what visitors see of it."""
    found = await services.repository.published.by_ids([application.edition or ""])
    if not found:
        return None
    chain = (application.locale, "en", *sorted(found[0]["locales"]))
    title, _locale = pick(Edition.titles.of(found[0]["data"]), chain)
    slug, _locale = pick(found[0]["slugs"], chain)
    return HostedEdition(title=title or "", url=Edition.delivery.path(slug) or "") if slug else None
