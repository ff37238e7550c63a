"""What applicants send."""

from typing import Optional

import strawberry

from schema.delivery.scalars import Json, Locale

PAGE = (
    "Where links in mails lead: a page on one of the site's domains or allowed origins, which gets the token after "
    "`#token=`. Left out, they lead to the form of the CMS itself."
)


@strawberry.input
class RequestApplicantLinkInput:
    site: str
    call: str = strawberry.field(description="Its slug on the site.")
    email: str
    locale: Locale
    proof: Optional[str] = strawberry.field(
        default=None,
        description="The solved `proofChallenge`: base64 of the JSON {algorithm, challenge, number, salt, signature}. "
        "Without it a network may ask a few times only.",
    )
    page: Optional[str] = strawberry.field(default=None, description=PAGE)
    trap: str = strawberry.field(
        default="", description="Of a form field that people do not see: whoever fills it in gets no mail."
    )


@strawberry.input
class StartApplicationInput:
    site: str
    call: str = strawberry.field(description="Its slug on the site.")
    locale: Locale
    page: Optional[str] = strawberry.field(default=None, description=PAGE)


@strawberry.input
class SaveAnswersInput:
    id: strawberry.ID
    answers: Json = strawberry.field(description="{question key: answer} of those that changed; null takes one away.")
    revision: int = strawberry.field(description="The one that the applicant saw.")


@strawberry.input
class CreateApplicationUploadInput:
    id: strawberry.ID = strawberry.field(description="Of the application.")
    question: str
    filename: str
    byte_size: int
    sha256: Optional[str] = strawberry.field(default=None, description="Hexadecimal; other bytes are then refused.")


@strawberry.input
class RemoveApplicationFileInput:
    id: strawberry.ID = strawberry.field(description="Of the application.")
    file: strawberry.ID


@strawberry.input
class SubmitApplicationInput:
    id: strawberry.ID
    revision: int = strawberry.field(description="The one that the applicant saw.")
    key: Optional[str] = strawberry.field(default=None, description="The same for every try of one submission.")
