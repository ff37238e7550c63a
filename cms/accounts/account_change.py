"""Changes of accounts, by those who manage people there; their entries name the account, not the person."""

from dataclasses import dataclass, field

from cms.access.actor import EVERYWHERE
from cms.access.change import Change
from cms.accounts.managed_people import load_person, require_not_above, require_whole
from storage.documents import Account


@dataclass
class AccountChange(Change):
    """`account`: loaded with the change, or found or made by the action."""

    account: Account = field(init=False)

    async def finish(self) -> None:
        if not self.is_recorded:
            self.details = {"account": self.account.id, **self.details}
        await super().finish()


@dataclass
class AnyAccountChange(AccountChange):
    """By the right on all sites; the action says which account."""

    async def load(self) -> None:
        """Raises NotPermitted."""
        self.actor.require(self.right, EVERYWHERE)


@dataclass
class PersonChange(AccountChange):
    """Of somebody in whose account nobody else has a say."""

    async def load(self, id: str) -> None:
        """Raises NotFound, NotPermitted."""
        self.account = await load_person(self.services, self.actor, id, self.session)
        await self.require_manageable()

    async def require_manageable(self) -> None:
        """Raises NotPermitted."""
        require_not_above(self.actor, self.account)
        await require_whole(self.services, self.actor, self.account, self.session)
