"""Applications to calls for hosts: lists, one of them, the ranking, and mails before they go."""

from typing import Annotated, Optional

import strawberry

from cms.applications.actions.let_applicant_in import acceptance_values
from cms.applications.actions.return_application import return_deadline
from cms.applications.decision_mail import decision_mail
from cms.applications.queries import applications as catalog
from cms.applications.queries.applications import ApplicationFilter
from schema.management.applications.types.application import Application, application, listed_application
from schema.management.applications.types.calls import CallReviewer, CallWithApplications, call_reviewer, overview
from schema.management.applications.types.enums import ApplicationStatus, ToldStep
from schema.management.applications.types.scores import CountryBalance, RankedApplication, Ranking, criterion, standing
from schema.management.context import ManagementInfo
from schema.management.ids import ID_OF
from schema.management.pages import DEFAULT_PAGE, After, Connection, First, page


@strawberry.input(description="Which applications to list.")
class ApplicationFilterInput:
    call: Optional[strawberry.ID] = strawberry.field(default=None, description="Id of the call.")
    cutoff: Optional[strawberry.ID] = strawberry.field(
        default=None, description="Id of the cut-off that they were submitted for."
    )
    status: Optional[list[ApplicationStatus]] = strawberry.field(default=None, description="Any of these.")
    assigned: bool = strawberry.field(default=False, description="Only those that the viewer reviews.")
    reference: Optional[str] = strawberry.field(default=None, description="The whole of it, in capitals or not.")


@strawberry.type(description="A mail as it will go out.")
class ApplicationMail:
    to: str = strawberry.field(description="The applicant's address.")
    locale: str = strawberry.field(description="Of the text: that of the application.")
    subject: str = strawberry.field(description="In one line.")
    text: str = strawberry.field(description="Plain text, with the message in it.")


@strawberry.type
class ApplicationQueries:
    @strawberry.field(description="The calls whose applications the viewer sees all of, the latest first.")
    async def calls_with_applications(self, info: ManagementInfo) -> list[CallWithApplications]:
        return [overview(one) for one in await catalog.list_calls(info.context.services, info.context.actor)]

    @strawberry.field(
        description="Those to calls that the viewer manages or decides on, and those that he or she reviews; the "
        "latest submitted first."
    )
    async def applications(
        self,
        info: ManagementInfo,
        filter: Annotated[
            Optional[ApplicationFilterInput],
            strawberry.argument(description="Left out, all of them; what it names must all hold."),
        ] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
    ) -> Connection[Application]:
        listing = await catalog.find_applications(info.context.services, info.context.actor, _filter(filter))
        return await page(info, listing, listed_application, first, after)

    @strawberry.field(description="One application; NOT_FOUND where the viewer may not see it.")
    async def application(
        self, info: ManagementInfo, id: Annotated[strawberry.ID, strawberry.argument(description=ID_OF["application"])]
    ) -> Optional[Application]:
        return application(
            (await catalog.get_application(info.context.services, info.context.actor, str(id))).application
        )

    @strawberry.field(description="Who reviews applications to a call, with how much each has to do.")
    async def call_reviewers(
        self,
        info: ManagementInfo,
        call: Annotated[
            strawberry.ID, strawberry.argument(description="Id of a call whose applications the viewer sees all of.")
        ],
    ) -> list[CallReviewer]:
        found = await catalog.list_reviewers(info.context.services, info.context.actor, str(call))
        return [call_reviewer(one) for one in found]

    @strawberry.field(description="The applications whose review has begun, by their points; at most 1,000.")
    async def ranking(
        self,
        info: ManagementInfo,
        call: Annotated[
            strawberry.ID, strawberry.argument(description="Id of a call whose applications the viewer sees all of.")
        ],
        cutoff: Annotated[
            Optional[strawberry.ID],
            strawberry.argument(description="Id of one of its `cutoffs`; left out, all applications to the call."),
        ] = None,
    ) -> Optional[Ranking]:
        chosen = str(cutoff) if cutoff else None
        return _ranking(await catalog.get_ranking(info.context.services, info.context.actor, str(call), chosen))

    @strawberry.field(description="The mail that a step would send with this message; nothing is sent.")
    async def application_mail(
        self,
        info: ManagementInfo,
        id: Annotated[strawberry.ID, strawberry.argument(description=ID_OF["application"])],
        step: Annotated[ToldStep, strawberry.argument(description="One that the viewer may take now.")],
        message: Annotated[str, strawberry.argument(description="As the step would be given it.")] = "",
        deadline: Annotated[
            Optional[str],
            strawberry.argument(description="With RETURN: wall time in the zone of the call, as 2024-06-14T18:00."),
        ] = None,
    ) -> Optional[ApplicationMail]:
        services = info.context.services
        case = await catalog.get_case_to_tell(services, info.context.actor, str(id), str(step.value))
        values: dict[str, str] = {}
        if step is ToldStep.RETURN:
            zone = case.data.get("time_zone", "UTC")
            values = {"moment": return_deadline(deadline or "", zone, services.clock()).isoformat(), "time_zone": zone}
        if step is ToldStep.ACCEPT:
            values = await acceptance_values(services, case)
        found = decision_mail(services, case, str(step.value), message, **values)
        return ApplicationMail(to=found.to, locale=found.locale, subject=found.subject, text=found.text)


def _filter(given: ApplicationFilterInput | None) -> ApplicationFilter:
    if given is None:
        return ApplicationFilter()
    return ApplicationFilter(
        call=str(given.call) if given.call else None,
        cutoff=str(given.cutoff) if given.cutoff else None,
        status=[str(one.value) for one in given.status or ()],
        assigned=given.assigned,
        reference=given.reference,
    )


def _ranking(found: catalog.Ranking) -> Ranking:
    return Ranking(
        criteria=[criterion(one) for one in catalog.criteria_of(found.data)],
        applications=[
            RankedApplication(application=application(found.applications[one.id]), standing=standing(one))
            for one in found.standings
        ],
        balance=[
            CountryBalance(country=one.country, applications=one.applications, chosen=one.chosen, editions=one.editions)
            for one in found.balance
        ],
    )
