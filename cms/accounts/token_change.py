"""Changes of API tokens: of one's own, which no role takes away, and of others' by the right on all sites."""

from dataclasses import dataclass, field

from cms.access.actor import EVERYWHERE
from cms.access.change import Change
from cms.accounts.may_see_tokens import may_see_tokens
from cms.kernel.errors import NotFound, NotPermitted
from storage.documents import Account, ApiToken


@dataclass
class TokenChange(Change):
    token: ApiToken = field(init=False)

    async def load(self, id: str) -> None:
        """Raises NotFound."""
        token = await self.repository.api_tokens.get(id, self.session)
        if token is None or not may_see_tokens(self.actor, token.account):
            raise NotFound("There is no such token; it may have been revoked already.")
        self.token = token

    async def finish(self) -> None:
        token = self.token
        self.tell(account=token.account, name=token.name, api_token=token.id)
        await super().finish()


@dataclass
class NewTokenChange(Change):
    """Nobody gets a token of another person: what is done with it would be recorded as done by that one."""

    owner: Account = field(init=False)

    async def load(self, account: str | None) -> None:
        """`account`: a service; None for oneself. Raises NotFound, NotPermitted."""
        if account is not None and account != self.actor.id and not self.actor.may(self.right, EVERYWHERE):
            raise NotPermitted("Only administrators of all sites make tokens of services.")
        owner = await self.repository.accounts.read(account or self.actor.id, self.session)
        if owner is None or (owner.id != self.actor.id and not owner.is_service):
            raise NotFound(f"There is no service {account}.")
        self.owner = owner
