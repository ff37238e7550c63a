"""What applicants may do."""

from collections.abc import Awaitable
from typing import Annotated, Any

import strawberry
from strawberry.types.info import Info

from cms.applications.actions.attach_application_file import Attached, attach_application_file
from cms.applications.actions.create_application_upload import create_application_upload
from cms.applications.actions.erase_applicant import erase_applicant
from cms.applications.actions.export_applicant_data import export_applicant_data
from cms.applications.actions.open_applicant_session import (
    OpenedSession,
    close_applicant_session,
    open_applicant_session,
)
from cms.applications.actions.remove_application_file import remove_application_file
from cms.applications.actions.request_applicant_link import request_applicant_link
from cms.applications.actions.save_answers import Saved, save_answers
from cms.applications.actions.start_application import start_application
from cms.applications.actions.submit_application import submit_application
from cms.applications.actions.withdraw_application import withdraw_application
from cms.applications.applicant import SESSION_LASTS
from cms.applications.file_address import copy_address
from cms.files.uploads import CONTENT_TYPE, upload_address
from cms.kernel.errors import Invalid, Problem
from schema.delivery.applications import inputs, results
from schema.delivery.applications.answer import outcome, problems_of
from schema.delivery.applications.application import shown
from schema.delivery.applications.gateway import ApplicantGateway
from schema.delivery.context import DeliveryContext
from schema.delivery.scalars import Json, Locale
from storage.documents import HostApplication, Upload

ApplyingInfo = Info[DeliveryContext, Any]


def _gateway(info: ApplyingInfo) -> ApplicantGateway:
    assert info.context.gateway is not None
    return info.context.gateway


@strawberry.type(description="What applicants to a call for hosts do. Refusals come as data.")
class Mutation:
    @strawberry.mutation(description="Mails a link that verifies the address and resumes what was begun.")
    async def request_applicant_link(
        self,
        info: ApplyingInfo,
        input: Annotated[
            inputs.RequestApplicantLinkInput, strawberry.argument(description="Whom to mail, for which call.")
        ],
    ) -> results.RequestApplicantLinkResult:
        gateway = _gateway(info)
        work = request_applicant_link(
            gateway.services,
            site=input.site,
            call=input.call,
            email=input.email,
            locale=input.locale,
            proof=input.proof,
            address=gateway.network,
            page=input.page,
            trap=input.trap,
        )
        return await outcome(results.RequestApplicantLinkResult, work, lambda _nothing: {"sent": True})

    @strawberry.mutation(description="Begins a session with the token of a mailed link.")
    async def open_applicant_session(
        self,
        info: ApplyingInfo,
        token: Annotated[str, strawberry.argument(description="What the mailed link has after `#token=`; good once.")],
    ) -> results.OpenApplicantSessionResult:
        gateway = _gateway(info)

        def told(opened: OpenedSession) -> dict[str, Any]:
            session = results.ApplicantSession(
                bearer=opened.bearer,
                expires=gateway.services.clock() + SESSION_LASTS,
                email=opened.applicant.email,
                site=opened.site,
                locale=Locale(opened.locale),
                call=opened.call,
            )
            return {"session": session}

        work = open_applicant_session(gateway.services, token, address=gateway.network)
        return await outcome(results.OpenApplicantSessionResult, work, told)

    @strawberry.mutation(description="Ends the session of this device.")
    async def close_applicant_session(self, info: ApplyingInfo) -> results.DoneResult:
        gateway = _gateway(info)
        work = close_applicant_session(gateway.services, gateway.bearer or "")
        return await outcome(results.DoneResult, work, lambda _nothing: {"done": True})

    @strawberry.mutation(description="An empty draft, pinned to the version of the call's form.")
    async def start_application(
        self,
        info: ApplyingInfo,
        input: Annotated[inputs.StartApplicationInput, strawberry.argument(description="What is applied to.")],
    ) -> results.ApplicationResult:
        gateway = _gateway(info)

        async def work() -> HostApplication:
            site, call, locale, page = input.site, input.call, input.locale, input.page
            return await start_application(
                gateway.services, await gateway.required(), site=site, call=call, locale=locale, page=page
            )

        return await _application(gateway, work())

    @strawberry.mutation(
        description="Stores answers of a draft. `problems` are of those that could not be kept; all others are stored."
    )
    async def save_answers(
        self,
        info: ApplyingInfo,
        input: Annotated[inputs.SaveAnswersInput, strawberry.argument(description="What changed.")],
    ) -> results.ApplicationResult:
        gateway = _gateway(info)

        async def work() -> Saved:
            answers = _object(input.answers)
            return await save_answers(
                gateway.services, await gateway.required(), str(input.id), answers, revision=input.revision
            )

        def told(saved: Saved) -> dict[str, Any]:
            return {**_shown(gateway, saved.application), "problems": problems_of(saved.problems)}

        return await outcome(results.ApplicationResult, work(), told)

    @strawberry.mutation(description="A ticket for a file that answers a question.")
    async def create_application_upload(
        self,
        info: ApplyingInfo,
        input: Annotated[
            inputs.CreateApplicationUploadInput, strawberry.argument(description="What will be uploaded.")
        ],
    ) -> results.CreateApplicationUploadResult:
        gateway = _gateway(info)

        async def work() -> Upload:
            applicant = await gateway.required()
            name, size, sha256 = input.filename, input.byte_size, input.sha256
            return await create_application_upload(
                gateway.services, applicant, str(input.id), input.question, filename=name, byte_size=size, sha256=sha256
            )

        def told(upload: Upload) -> dict[str, Any]:
            headers = [results.UploadHeader(name="Content-Type", value=CONTENT_TYPE)]
            url, id = upload_address(gateway.services, upload), strawberry.ID(upload.id)
            ticket = results.ApplicationUpload(id=id, url=url, method="PUT", headers=headers, expires=upload.expires)
            return {"upload": ticket}

        return await outcome(results.CreateApplicationUploadResult, work(), told)

    @strawberry.mutation(description="Makes the uploaded file part of the application, once it was looked at.")
    async def attach_application_file(
        self,
        info: ApplyingInfo,
        upload: Annotated[strawberry.ID, strawberry.argument(description="The `id` of the ticket.")],
    ) -> results.AttachApplicationFileResult:
        gateway = _gateway(info)

        async def work() -> Attached:
            return await attach_application_file(gateway.services, await gateway.required(), str(upload))

        def told(attached: Attached) -> dict[str, Any]:
            return _shown(gateway, attached.application) if attached.application else {"pending": True}

        return await outcome(results.AttachApplicationFileResult, work(), told)

    @strawberry.mutation(description="Takes a file out of a draft.")
    async def remove_application_file(
        self,
        info: ApplyingInfo,
        input: Annotated[inputs.RemoveApplicationFileInput, strawberry.argument(description="What is taken out.")],
    ) -> results.ApplicationResult:
        gateway = _gateway(info)

        async def work() -> HostApplication:
            return await remove_application_file(
                gateway.services, await gateway.required(), str(input.id), str(input.file)
            )

        return await _application(gateway, work())

    @strawberry.mutation(
        description="Submits it: a reference, a receipt by mail, and no more changes. Asked twice, it answers the same."
    )
    async def submit_application(
        self,
        info: ApplyingInfo,
        input: Annotated[inputs.SubmitApplicationInput, strawberry.argument(description="What is handed in.")],
    ) -> results.ApplicationResult:
        gateway = _gateway(info)

        async def work() -> HostApplication:
            return await submit_application(
                gateway.services, await gateway.required(), str(input.id), revision=input.revision, key=input.key
            )

        return await _application(gateway, work())

    @strawberry.mutation(description="Withdraws it, at any time before it is decided.")
    async def withdraw_application(
        self,
        info: ApplyingInfo,
        id: Annotated[strawberry.ID, strawberry.argument(description="`id` of one of `Viewer.applications`.")],
    ) -> results.ApplicationResult:
        gateway = _gateway(info)

        async def work() -> HostApplication:
            return await withdraw_application(gateway.services, await gateway.required(), str(id))

        return await _application(gateway, work())

    @strawberry.mutation(description="A copy of all that is held about the person.")
    async def export_applicant_data(self, info: ApplyingInfo) -> results.ExportApplicantDataResult:
        gateway = _gateway(info)

        async def work() -> dict[str, Any]:
            applicant = await gateway.required()
            data = await export_applicant_data(gateway.services, applicant)
            return {"data": Json(data), "zip_url": copy_address(gateway.services, applicant)}

        return await outcome(results.ExportApplicantDataResult, work(), dict)

    @strawberry.mutation(
        description="Erases the person and all applications for good; what is under review is withdrawn by it."
    )
    async def erase_applicant(self, info: ApplyingInfo) -> results.DoneResult:
        gateway = _gateway(info)

        async def work() -> None:
            await erase_applicant(gateway.services, await gateway.required())

        return await outcome(results.DoneResult, work(), lambda _nothing: {"done": True})


async def _application(gateway: ApplicantGateway, work: Awaitable[HostApplication]) -> results.ApplicationResult:
    return await outcome(results.ApplicationResult, work, lambda stored: _shown(gateway, stored))


def _shown(gateway: ApplicantGateway, stored: HostApplication) -> dict[str, Any]:
    assert gateway._known is not None
    return {"application": shown(gateway.services, gateway._known, stored)}


def _object(value: Any) -> dict[str, Any]:
    if isinstance(value, dict):
        return value
    raise Invalid([Problem("answers", "NOT_AN_OBJECT", "Give an object: {question key: answer}.")])
