"""What applicants are answered."""

from datetime import datetime
from typing import Optional

import strawberry

from schema.delivery.applications.answer import MergeResult, MutationResult
from schema.delivery.applications.application import Application
from schema.delivery.scalars import Json, Locale


@strawberry.type(description="`sent` says nothing about whether the address was known.")
class RequestApplicantLinkResult(MutationResult):
    sent: bool = strawberry.field(
        default=False, description="The mail is on its way, if this address did not get several already."
    )


@strawberry.type(description="A session of 30 days on this device.")
class ApplicantSession:
    bearer: str = strawberry.field(description="To be sent as `Authorization: Bearer …`. Keep it secret.")
    expires: datetime = strawberry.field(description="When it ends by itself.")
    email: str = strawberry.field(description="The address that the link was mailed to.")
    site: str = strawberry.field(description="Key of the site whose call it is.")
    locale: Locale = strawberry.field(description="The language that the link was asked for in.")
    call: str = strawberry.field(description="Slug of the call that the link was asked for.")


@strawberry.type(description="Either `session` or `refusal`.")
class OpenApplicantSessionResult(MutationResult):
    session: Optional[ApplicantSession] = strawberry.field(default=None, description="Null where it was refused.")


@strawberry.type(description="Either `application` as it is now, or `refusal` and then nothing was changed.")
class ApplicationResult(MergeResult):
    application: Optional[Application] = strawberry.field(
        default=None, description="As it is now; null where it was refused."
    )


@strawberry.type(description="A header to send with the bytes.")
class UploadHeader:
    name: str = strawberry.field(description="Such as `Content-Type`.")
    value: str = strawberry.field(description="To be sent as it stands.")


@strawberry.type(description="A ticket for one file: put the bytes to `url`, then `attachApplicationFile`.")
class ApplicationUpload:
    id: strawberry.ID = strawberry.field(description="What `attachApplicationFile` takes.")
    url: str = strawberry.field(description="Of the file store, or a path of the CMS, which begins with a slash.")
    method: str = strawberry.field(description="The method of HTTP: `PUT`.")
    headers: list[UploadHeader] = strawberry.field(description="To send besides the exact Content-Length.")
    expires: datetime = strawberry.field(description="Until when the bytes are taken.")


@strawberry.type(description="Either `upload` or `refusal`.")
class CreateApplicationUploadResult(MutationResult):
    upload: Optional[ApplicationUpload] = strawberry.field(default=None, description="Null where it was refused.")


@strawberry.type(description="`application`, `refusal`, or `pending`: the file is being looked at, ask again.")
class AttachApplicationFileResult(MutationResult):
    application: Optional[Application] = strawberry.field(
        default=None, description="With the file; null while `pending`, or where it was refused."
    )
    pending: bool = strawberry.field(default=False, description="True: the file is being looked at, ask again soon.")


@strawberry.type(description="Either `data` or `refusal`.")
class ExportApplicantDataResult(MutationResult):
    data: Optional[Json] = strawberry.field(
        default=None,
        description="All that is held about the person. The addresses of files in it are good for half an hour.",
    )
    zip_url: Optional[str] = strawberry.field(
        default=None,
        description="A path of the CMS for the person to keep: a page to read and print, the files, and the same for "
        "programs, as one ZIP. Good for half an hour, while the session lasts.",
    )


@strawberry.type(description="Either `done` or `refusal`.")
class DoneResult(MutationResult):
    done: bool = strawberry.field(default=False, description="False where it was refused.")
