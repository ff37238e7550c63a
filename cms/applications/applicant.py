"""Who an applicant is: told by the bearer token of a session that began with a link from a mail."""

from dataclasses import dataclass
from datetime import timedelta

from cms.accounts.one_time_tokens import LONGEST, hash_of, new_token
from cms.kernel.desk import Desk
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


async def applicant_of(desk: Desk, bearer: str | None) -> ApplicantActor | None:
    """None for a token that is none, is over, or whose applicant was erased. Raises Unavailable."""
    if not bearer or len(bearer) > LONGEST:
        return None
    return await applicant_in_session(desk, hash_of(bearer))


async def is_in_session(desk: Desk, session: str, applicant: str) -> bool:
    """Whether what was given out in this session of the applicant is still good. Raises Unavailable."""
    found = await applicant_in_session(desk, session)
    return found is not None and found.id == applicant


async def applicant_in_session(desk: Desk, id: str) -> ApplicantActor | None:
    """None for a session that is over, or whose applicant was erased. Raises Unavailable."""
    session = await desk.repository.applicants.session(id, desk.clock())
    found = await desk.repository.applicants.get(session.applicant) if session else None
    if found is None or found.erased_at is not None:
        return None
    return ApplicantActor(found.id, found.email, found.locale, id)


async def begin_session(desk: Desk, applicant: Applicant, session: Session) -> str:
    """The bearer token of a new session, which is stored as a hash only."""
    token, now = new_token(), desk.clock()
    one = ApplicantSession(id=hash_of(token), applicant=applicant.id, created_at=now, expires=now + SESSION_LASTS)
    await desk.repository.applicants.begin_session(one, session)
    return token
