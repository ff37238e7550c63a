"""Who an applicant is: told by the bearer token of a session that began with a link from a mail."""

from dataclasses import dataclass
from datetime import timedelta

from cms.accounts.one_time_tokens import LONGEST, hash_of, new_token
from cms.kernel.services import Services
from storage.documents import Applicant, ApplicantSession
from storage.mongo import Session

SESSION_LASTS = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class ApplicantActor:
    """An applicant in a session, of which `session` is the id. No account of the CMS, and no right but on what is their
    own."""

    id: str
    email: str
    locale: str
    session: str = ""


async def applicant_of(services: Services, bearer: str | None) -> ApplicantActor | None:
    """None for a token that is none, is over, or whose applicant was erased. Raises Unavailable."""
    if not bearer or len(bearer) > LONGEST:
        return None
    return await applicant_in_session(services, hash_of(bearer))


async def is_in_session(services: Services, session: str, applicant: str) -> bool:
    """Whether what was given out in this session of the applicant is still good. Raises Unavailable."""
    found = await applicant_in_session(services, session)
    return found is not None and found.id == applicant


async def applicant_in_session(services: Services, id: str) -> ApplicantActor | None:
    """None for a session that is over, or whose applicant was erased. Raises Unavailable."""
    session = await services.repository.applicants.session(id, services.clock())
    found = await services.repository.applicants.get(session.applicant) if session else None
    if found is None or found.erased_at is not None:
        return None
    return ApplicantActor(found.id, found.email, found.locale, id)


async def begin_session(services: Services, applicant: Applicant, session: Session) -> str:
    """The bearer token of a new session, which is stored as a hash only."""
    token, now = new_token(), services.clock()
    one = ApplicantSession(id=hash_of(token), applicant=applicant.id, created_at=now, expires=now + SESSION_LASTS)
    await services.repository.applicants.begin_session(one, session)
    return token
