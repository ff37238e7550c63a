"""End a token at once."""

from cms.access.action import action
from cms.access.parameters import Id
from cms.accounts.managed_people import RIGHT
from cms.accounts.token_change import TokenChange
from storage.documents import ApiToken


@action(right=RIGHT, offered="End a token at once.")
async def revoke_token(change: TokenChange, id: Id) -> ApiToken:
    """What it was. One's own, or anybody's by whoever manages people on all sites. Raises NotFound."""
    await change.repository.api_tokens.remove(id, change.session)
    return change.token
