"""What applicants send."""

from typing import Optional

import strawberry

from schema.delivery.scalars import Json, Locale

PAGE = (
    "Where links in mails lead: a page on one of the site's domains or allowed origins, which gets the token after "
    "`#token=`. Left out, they lead to the form of the CMS itself."
)


@strawberry.input(description="Who wants to apply to which call.")
class RequestApplicantLinkInput:
    site: str = strawberry.field(description="The key of the site.")
    call: str = strawberry.field(description="Its slug on the site.")
    email: str = strawberry.field(description="The address that the link is mailed to.")
    locale: Locale = strawberry.field(description="The language of the mail and of what it leads to.")
    proof: Optional[str] = strawberry.field(
        default=None,
        description="The solved `proofChallenge`: base64 of the JSON {algorithm, challenge, number, salt, signature}. "
        "Without it a network may ask a few times only.",
    )
    page: Optional[str] = strawberry.field(default=None, description=PAGE)
    trap: str = strawberry.field(
        default="", description="Of a form field that people do not see: whoever fills it in gets no mail."
    )


@strawberry.input(description="The call that is applied to.")
class StartApplicationInput:
    site: str = strawberry.field(description="The key of the site.")
    call: str = strawberry.field(description="Its slug on the site.")
    locale: Locale = strawberry.field(description="The language that the applicant reads and is written to in.")
    page: Optional[str] = strawberry.field(default=None, description=PAGE)


@strawberry.input(description="Answers of one application.")
class SaveAnswersInput:
    id: strawberry.ID = strawberry.field(description="`id` of one of `Viewer.applications`.")
    answers: Json = strawberry.field(description="{question key: answer} of those that changed; null takes one away.")
    revision: int = strawberry.field(description="The one that the applicant saw.")


@strawberry.input(description="A file that is about to be uploaded.")
class CreateApplicationUploadInput:
    id: strawberry.ID = strawberry.field(description="`id` of one of `Viewer.applications`.")
    question: str = strawberry.field(description="The key of a question of the type `FILES`.")
    filename: str = strawberry.field(description="As it is called on the device.")
    byte_size: int = strawberry.field(description="The exact size; other bytes are then refused.")
    sha256: Optional[str] = strawberry.field(default=None, description="Hexadecimal; other bytes are then refused.")


@strawberry.input(description="A file of a draft.")
class RemoveApplicationFileInput:
    id: strawberry.ID = strawberry.field(description="`id` of one of `Viewer.applications`.")
    file: strawberry.ID = strawberry.field(description="The `id` of the file.")


@strawberry.input(description="The application that is handed in.")
class SubmitApplicationInput:
    id: strawberry.ID = strawberry.field(description="`id` of one of `Viewer.applications`.")
    revision: int = strawberry.field(description="The one that the applicant saw.")
    key: Optional[str] = strawberry.field(default=None, description="The same for every try of one submission.")
