"""End sessions: one's own, and those of others by whoever manages people."""

from cms.access.actor import Actor
from cms.accounts.may_end import may_end
from cms.accounts.sign_in.record import record_sign_in
from cms.kernel.errors import NotFound
from cms.kernel.services import Services
from storage.mongo import Session


async def end_session(services: Services, actor: Actor, id: str) -> str:
    """Ends one session at once; answers its id. Raises NotFound, also for somebody else's."""

    async def write(session: Session) -> None:
        one = await services.repository.sessions.get(id, services.clock(), session)
        if one is None or not may_end(actor, one.account):
            raise NotFound("There is no such session; it may have ended already.")
        await services.repository.sessions.remove(id, session)
        await record_sign_in(services, session, "session_ended", actor.id, session=id, account=one.account)

    await services.transact(write)
    return id


async def end_sessions(services: Services, actor: Actor, here: str | None, account: str | None = None) -> int:
    """Ends all of one's own sessions but this one (`here` is its id), or all those of another account; answers how many
    there were. Raises NotFound."""
    whose = account or actor.id
    if not may_end(actor, whose):
        raise NotFound(f"There is no account {whose}.")

    async def write(session: Session) -> int:
        if await services.repository.accounts.read(whose, session) is None:
            raise NotFound(f"There is no account {whose}.")
        ended = await services.repository.sessions.remove_of(whose, session, here if whose == actor.id else None)
        await record_sign_in(services, session, "sessions_ended", actor.id, account=whose, ended_sessions=ended)
        return ended

    return await services.transact(write)
