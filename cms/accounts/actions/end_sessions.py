"""End sessions: one's own, and those of others by whoever manages people."""

from dataclasses import dataclass, field

from cms.access.action import action
from cms.access.change import Change
from cms.accounts.managed_people import RIGHT
from cms.accounts.may_end import may_end
from cms.kernel.errors import NotFound
from storage.documents import SignedInSession


@dataclass
class SessionChange(Change):
    ended: SignedInSession = field(init=False)

    async def load(self, id: str) -> None:
        """Raises NotFound."""
        one = await self.repository.sessions.get(id, self.now, self.session)
        if one is None or not may_end(self.actor, one.account):
            raise NotFound("There is no such session; it may have ended already.")
        self.ended = one


@dataclass
class SessionsChange(Change):
    """`whose`: an account's id."""

    whose: str = field(init=False)

    async def load(self, account: str | None = None) -> None:
        """Raises NotFound."""
        self.whose = account or self.actor.id
        known = may_end(self.actor, self.whose) and await self.repository.accounts.read(self.whose, self.session)
        if not known:
            raise NotFound(f"There is no account {self.whose}.")


@action(right=RIGHT, records="session_ended")
async def end_session(change: SessionChange, id: str) -> str:
    """Ends one session at once; answers its id. Raises NotFound, also for somebody else's."""
    await change.repository.sessions.remove(id, change.session)
    change.tell(session=id, account=change.ended.account)
    return id


@action(right=RIGHT, records="sessions_ended")
async def end_sessions(change: SessionsChange, here: str | None, account: str | None = None) -> int:
    """Ends all of one's own sessions but this one (`here` is its id), or all those of another account; answers how many
    there were. Raises NotFound."""
    kept = here if change.whose == change.actor.id else None
    ended = await change.repository.sessions.remove_of(change.whose, change.session, kept)
    change.tell(account=change.whose, ended_sessions=ended)
    return ended
