"""What every delivery resolver can reach: the live world, the clock, the seal of cursors, the one door to drafts."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from cms.files.public_address import AT_THE_CMS, FileAddresses
from schema.delivery.applications.gateway import ApplicantGateway
from schema.delivery.lists.cursors import Cursors
from storage.documents import Preview
from storage.published import Published


@dataclass(frozen=True, slots=True)
class DeliveryContext:
    published: Published
    cursors: Cursors
    clock: Callable[[], datetime]
    drafts: Published
    open_preview: Callable[[str], Awaitable[Preview | None]]
    """The leave that a token of a preview address gives; None for one that is forged, expired or revoked."""
    preview_token: str | None = None
    """Of the request's header, for `node` and `nodes` only: fields of a site say in their arguments what they show."""
    document_hash: str | None = None
    """SHA-256 of the request's document; None where our own pages ask, whom every site answers."""
    is_registered: Callable[[str, str], Awaitable[bool]] | None = None
    """Whether a site has registered the document with this hash."""
    gateway: ApplicantGateway | None = None
    """To what applicants do; each request has its own."""
    addresses: FileAddresses = AT_THE_CMS
    """Where visitors find files."""
