"""End a token at once."""

from cms.access.actor import Actor
from cms.accounts.may_see_tokens import may_see_tokens
from cms.accounts.sign_in.record import record_sign_in
from cms.kernel.errors import NotFound
from cms.kernel.services import Services
from storage.documents import ApiToken
from storage.mongo import Session


async def revoke_token(services: Services, actor: Actor, id: str) -> ApiToken:
    """What it was. One's own, or anybody's by whoever manages people on all sites. Raises NotFound."""

    async def write(session: Session) -> ApiToken:
        token = await services.repository.api_tokens.get(id, session)
        if token is None or not may_see_tokens(actor, token.account):
            raise NotFound("There is no such token; it may have been revoked already.")
        await services.repository.api_tokens.remove(id, session)
        details = {"account": token.account, "name": token.name, "api_token": id}
        await record_sign_in(services, session, "revoke_token", actor.id, **details)
        return token

    return await services.transact(write)
