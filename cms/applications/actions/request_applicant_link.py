"""Ask for the link by which somebody applies: it verifies the address, and resumes what was begun."""

from cms.accounts.one_time_tokens import give_token
from cms.applications import proof_of_work
from cms.applications.calls import LiveCall, call_by_slug, former_call
from cms.applications.limits import MAILS, PROVEN, UNPROVEN, count
from cms.applications.links import LINK, LINK_LASTS, applicant_key, link_address, link_told
from cms.applications.mailing import contact_of, name_behind
from cms.applications.titles import call_title
from cms.applications.words import say
from cms.content.rules.email_address import NotAnEmail, read_email
from cms.kernel.errors import Invalid, NotFound, Problem
from cms.kernel.services import Services
from cms.mail.queue_mail import queue_mail
from storage.mongo import Session


async def request_applicant_link(
    services: Services,
    *,
    site: str,
    call: str,
    email: str,
    locale: str,
    proof: str | None,
    address: str,
    page: str | None = None,
    trap: str = "",
) -> None:
    """Mails a link to `email`, whoever that is: nothing in the answer tells whether the address is known. Links that
    were sent before work on, as anybody can ask for one.

    `call`: its slug on the site, also of one that is not shown any more; `proof`: see `cms.applications.proof_of_work`,
    None from browsers without JavaScript, which may ask less often; `address`: the network that it comes from; `page`:
    where on the site the link leads, our own form without it; `trap`: a field that people do not see, so whoever fills
    it in gets no mail.

    Raises NotFound for the call, Invalid (email, proof, page), TooManyRequests for the network, and for an
    address that has got several links, whoever asked; Unavailable.
    """
    try:
        known = read_email(email)
    except NotAnEmail as error:
        raise Invalid([Problem("email", error.code, say(error.code, locale))]) from error
    kind, pace = ("unproven", UNPROVEN) if proof is None else ("proven", PROVEN)
    await count(services, f"network {address} {kind}", pace, locale)
    if proof is not None and not proof_of_work.is_right(services, proof):
        raise _unproven(locale)
    shown = await _call(services, site, locale, call)
    title = call_title(shown, locale) or say("FORMER_CALL", locale)
    where = await link_address(services, site, locale, call, page)
    name = await name_behind(services, known)
    if not trap:
        await count(services, f"mail {services.vault.digest('applicant', known)}", MAILS, locale)

    async def write(session: Session) -> None:
        if proof is not None and not await proof_of_work.use_up(services, session, proof):
            raise _unproven(locale)
        if trap:
            return
        owner = applicant_key(services, known)
        told = link_told(known, locale, site, call)
        token = await give_token(services, session, LINK, LINK_LASTS, account=owner, remembered=told)
        await queue_mail(
            services,
            session,
            to=known,
            template="applicant_link",
            locale=locale,
            values={"name": name, "title": title, "days": str(LINK_LASTS.days)},
            secrets={"link": f"{where}{token}"},
            site=site,
            reply_to=contact_of(shown),
        )

    await services.transact(write)


async def _call(services: Services, site: str, locale: str, slug: str) -> LiveCall:
    """Also one that is not shown any more, for those who applied to it."""
    try:
        return await call_by_slug(services, site, locale, slug)
    except NotFound:
        return await former_call(services, site, locale, slug)


def _unproven(locale: str) -> Invalid:
    return Invalid([Problem("proof", "PROOF_NEEDED", say("PROOF_NEEDED", locale))])
