"""Mails to an applicant, about one application."""

from collections.abc import Mapping

from cms.applications.calls import LiveCall
from cms.applications.links import application_link
from cms.applications.titles import call_title
from cms.content.rules.email_address import email_fault, email_key
from cms.kernel.services import Services
from cms.mail.queue_mail import queue_mail
from storage.documents import HostApplication, Mail
from storage.keyset import Span
from storage.mongo import Session

NO_REFERENCE = "–"
LOOKED_AT = 5
"""Applications in which a name is looked for, the newest ones."""


async def mail_applicant(
    services: Services,
    session: Session,
    application: HostApplication,
    call: LiveCall | None,
    template: str,
    values: Mapping[str, str] | None = None,
    *,
    receipt: bool = False,
    once: str | None = None,
) -> Mail:
    """In the language of the application, in the transaction of what it tells of. `name`, `title`, `reference` and
    `link` are filled in, `values` besides. `receipt`: with the PDF of the last submission."""
    return await queue_mail(
        services,
        session,
        to=application.email,
        template=template,
        locale=application.locale,
        values={**common_values(application, call), **(values or {})},
        about=application.id,
        site=application.site,
        reply_to=contact_of(call),
        attach="receipt" if receipt else None,
        once=once,
    )


def contact_of(call: LiveCall | None) -> str | None:
    """The address that answers to the mails of a call go to; None where it has none that can be sent to."""
    contact = call["data"].get("contact_email") if call else None
    return email_key(contact) if contact and email_fault(contact) is None else None


def common_values(application: HostApplication, call: LiveCall | None) -> dict[str, str]:
    return {
        "name": addressee(application),
        "title": call_title(call, application.locale) if call else NO_REFERENCE,
        "reference": application.reference or NO_REFERENCE,
        "link": application_link(application, call),
    }


async def name_behind(services: Services, email: str) -> str:
    """What the applicant with this address was called last in an application; "" where nobody is known. It asks the
    database the same number of times for every address, so that the time it takes tells nothing. Raises Unavailable."""
    known = await services.repository.applicants.by_email(email)
    newest = await services.repository.applications.page_of_applicant(known.id if known else "", Span(LOOKED_AT))
    return next((name for one in newest if (name := addressee(one))), known.name if known else "")


def addressee(application: HostApplication) -> str:
    """The contact's name as it was answered; "" where it was not."""
    name = application.answers.get("contact_name")
    return name if isinstance(name, str) else ""
