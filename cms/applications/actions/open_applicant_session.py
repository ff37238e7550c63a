"""Begin a session with the link from a mail, and end one."""

import json
from dataclasses import dataclass

from cms.access.record import Subject, record
from cms.accounts.one_time_tokens import LONGEST, hash_of, remembered_by
from cms.applications.applicant import begin_session
from cms.applications.limits import TOKENS, count
from cms.applications.links import LINK, applicant_key
from cms.applications.words import say
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from storage.documents import Applicant
from storage.mongo import Session


@dataclass(frozen=True, slots=True)
class OpenedSession:
    """`bearer`: the token to send with each request; `site`, `locale`, `call` (slug): what the link was asked for."""

    bearer: str
    applicant: Applicant
    site: str
    locale: str
    call: str


async def open_applicant_session(
    services: Services, token: str, *, address: str = "", locale: str = "en"
) -> OpenedSession:
    """The link works for seven days, on any number of devices, until a newer one is used: mail programs that look at
    links beforehand do no harm. `address`: the network that it comes from.

    Raises Invalid for a link that is over, TooManyRequests for a network that guesses, Unavailable.
    """
    hash = hash_of(token[:LONGEST])
    found = await services.repository.one_time_tokens.get(hash, LINK, services.clock())
    remembered = remembered_by(services, found) if found else None
    if found is None or remembered is None:
        await count(services, f"tokens {address}", TOKENS, locale)
        raise Invalid([Problem("token", "LINK_OVER", say("LINK_OVER", locale))])
    told = json.loads(remembered)

    async def write(session: Session) -> OpenedSession:
        applicant = await _verified(services, told["email"], told["locale"], session)
        await services.repository.one_time_tokens.remove_of(found.account, session, LINK, before=found.expires)
        bearer = await begin_session(services, applicant, session)
        await record(services, applicant.id, "open_applicant_session", Subject(site=told["site"]), session, {})
        return OpenedSession(bearer, applicant, told["site"], told["locale"], told["call"])

    return await services.transact(write)


async def close_applicant_session(services: Services, bearer: str) -> None:
    """On this device; without one nothing happens."""
    if len(bearer) <= LONGEST:
        await services.transact(lambda session: services.repository.applicants.end_session(hash_of(bearer), session))


async def _verified(services: Services, email: str, locale: str, session: Session) -> Applicant:
    """Two devices that open the first link at once make one applicant."""
    await services.repository.serialize(applicant_key(services, email), session)
    known = await services.repository.applicants.by_email(email, session)
    if known is not None:
        await services.repository.applicants.change(known.id, {"locale": locale}, session)
        known.locale = locale
        return known
    now = services.clock()
    made = Applicant(email=email, locale=locale, created_at=now, verified_at=now)
    await services.repository.applicants.insert(made, session)
    return made
