"""A link with which an applicant goes on, in a mail that nobody asked for."""

from cms.accounts.one_time_tokens import give_token
from cms.applications.calls import LiveCall
from cms.applications.links import LINK, LINK_LASTS, applicant_key, application_link, link_told, link_with_token
from cms.kernel.services import Services
from storage.documents import HostApplication
from storage.mongo import Session


async def resume_link(services: Services, session: Session, application: HostApplication, call: LiveCall) -> str:
    """For LINK_LASTS; works beside links that were asked for before. `call`: its document, the slugs at least."""
    slugs = call["slugs"]
    slug = slugs.get(application.locale) or next(iter(slugs.values()), "")
    told = link_told(application.email, application.locale, application.site, slug)
    owner = applicant_key(services, application.email)
    token = await give_token(services, session, LINK, LINK_LASTS, account=owner, remembered=told)
    return link_with_token(application_link(application, call), token)
