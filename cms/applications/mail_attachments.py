"""What comes with a mail besides its text: made when the mail is sent, so that no copy of it is kept."""

from cms.applications.receipt_of import receipt_of
from cms.kernel.services import Services
from cms.mail.message import Attachment
from storage.documents import Mail

RECEIPT = "receipt"


async def attachments_of(services: Services, mail: Mail) -> list[Attachment]:
    """Of an application that was erased meanwhile there is none. Raises Unavailable."""
    if mail.attach != RECEIPT or mail.about is None:
        return []
    application = await services.repository.applications.get(mail.about)
    content = await receipt_of(services, application) if application else None
    if application is None or content is None:
        return []
    return [Attachment(f"{application.reference}.pdf", "application/pdf", content)]
